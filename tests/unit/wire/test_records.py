"""Events, withdrawals and incidents: out and in again without loss, and never an exception."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar
from weakref import ref

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import corrections, events, incidents, inventories, withdrawals
from workers.model import (
    Certainty,
    Change,
    Correction,
    Event,
    Incident,
    IncidentStatus,
    Inventories,
    Inventory,
    Outcome,
    Rejected,
    RejectReason,
    Report,
    Role,
    SubEventType,
    Withdrawal,
)
from workers.wire import (
    IncidentRecordError,
    decode_correction,
    decode_event,
    decode_incident,
    decode_outline,
    encode_correction,
    encode_event,
    encode_incident,
    encode_inventories,
    encode_withdrawal,
    incident_headers,
    plain,
    read_incident,
)
from workers.wire.events import read_event
from workers.wire.fields import Fields, reading
from workers.wire.incidents import read_incident_with_care
from workers.wire.outlines import outline_of
from workers.wire.plain import plainly

R = TypeVar("R")

AT = datetime(2024, 5, 1, 12, tzinfo=timezone(timedelta(hours=3)))
EVENT = Event(
    event_id="a#1",
    article_id="a",
    source="example.org",
    published_at=AT,
    role=Role.MAIN,
    sub_event_type=SubEventType.ATTACK,
    outcome=Outcome.CARRIED_OUT,
    certainty=Certainty.REPORTED,
    fingerprint="00",
    extractor="1",
)
INCIDENT = Incident(
    incident_id="inc-1",
    version=3,
    status=IncidentStatus.ACTIVE,
    change=Change.UPDATED,
    reports=(Report(EVENT, "o1"),),
    sub_event_type=SubEventType.ATTACK,
    outcome=Outcome.CARRIED_OUT,
    certainty=Certainty.REPORTED,
    first_reported_at=AT,
    last_reported_at=AT.astimezone(UTC),
    headline="Attack",
    number_of_reports=1,
    number_of_sources=1,
    independent_origins=1,
    languages=("ar",),
    confidence=0.5,
    config="c",
)


@given(events)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    decoded = decode_event(encode_event(event))
    assert decoded == event
    assert isinstance(decoded, Event)
    assert decoded.published_at.utcoffset() == event.published_at.utcoffset()


@given(withdrawals)
def test_a_withdrawal_comes_back_as_it_was(withdrawal: Withdrawal) -> None:
    assert decode_event(encode_withdrawal(withdrawal)) == withdrawal


@given(st.lists(inventories, max_size=3))
def test_inventories_come_back_as_they_were(told: list[Inventory]) -> None:
    assert decode_event(encode_inventories(told)) == Inventories(tuple(told))


@given(incidents)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_an_incident_comes_back_as_it_was_with_its_whole_reports(incident: Incident) -> None:
    encoded = encode_incident(incident)
    assert decode_incident(encoded) == incident
    assert encode_incident(decode_incident(encoded)) == encoded


@given(incidents)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_the_outline_of_a_record_is_that_of_its_incident(incident: Incident) -> None:
    assert decode_outline(encode_incident(incident)) == outline_of(incident)


def test_the_outline_of_what_is_spelt_otherwise_is_read_with_care() -> None:
    record = encode_incident(INCIDENT).replace(b"2024-05-01T09:00:00Z", b"2024-05-01t09:00:00z")
    assert decode_outline(record) == outline_of(INCIDENT)


def test_an_outline_of_no_incident_is_refused() -> None:
    with pytest.raises(IncidentRecordError):
        decode_outline(b'{"status": "closed"}')


def test_a_report_that_was_written_lives_no_longer_for_that() -> None:
    report = Report(EVENT, "of its own")
    held = ref(report)
    encode_incident(replace(INCIDENT, reports=(report,)))
    del report
    assert held() is None


@given(corrections)
def test_a_correction_comes_back_as_it_was(correction: Correction) -> None:
    assert decode_correction(encode_correction(correction)) == correction
    assert decode_event(encode_correction(correction)) == correction


def changed(record: bytes, path: str, value: Any) -> bytes:
    root = orjson.loads(record)
    *steps, last = path.split(".")
    inner = root
    for step in steps:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    inner[int(last) if last.isdigit() else last] = value
    return bytes(orjson.dumps(root))


@pytest.mark.parametrize(
    ("path", "value", "reason", "named"),
    [
        ("event_id", None, RejectReason.MISSING_FIELD, "event_id"),
        ("event_id", " ", RejectReason.BAD_VALUE, "event_id"),
        ("role", "hero", RejectReason.BAD_VALUE, "role"),
        ("role", 1, RejectReason.WRONG_TYPE, "role"),
        ("event_type", "Battles", RejectReason.BAD_VALUE, "event_type"),
        ("date_start", "2024-05-01", RejectReason.MISSING_FIELD, "date_end"),
        ("date_start", "2024-5-1", RejectReason.BAD_DATE, "date_start"),
        ("date_prec", True, RejectReason.MISSING_FIELD, "date_start"),
        ("deaths", {"low": 3, "best": 2, "high": 4}, RejectReason.BAD_VALUE, "deaths.best"),
        ("deaths", {"low": 0, "best": 1.5, "high": 4}, RejectReason.WRONG_TYPE, "deaths.best"),
        ("munitions", True, RejectReason.WRONG_TYPE, "munitions"),
        ("munitions", -1, RejectReason.BAD_VALUE, "munitions"),
        ("weapons", ["rocket", "sling"], RejectReason.BAD_VALUE, "weapons[1]"),
        ("weapons", [1], RejectReason.WRONG_TYPE, "weapons[0]"),
        ("actors", [{"name": "x"}], RejectReason.MISSING_FIELD, "actors[0].text"),
        ("actors", ["x"], RejectReason.WRONG_TYPE, "actors[0]"),
        (
            "location",
            {"name": "x", "where_prec": 1, "latitude": 3.5},
            RejectReason.BAD_VALUE,
            "location.latitude",
        ),
        ("location", {"name": "x", "where_prec": 8}, RejectReason.BAD_VALUE, "location.where_prec"),
        (
            "evidence",
            [{"field": "deaths", "part": "body", "start": 4, "end": 3}],
            RejectReason.BAD_VALUE,
            "evidence[0].end",
        ),
        ("retracted", "yes", RejectReason.WRONG_TYPE, "retracted"),
    ],
)
def test_a_bad_event_is_refused_with_the_fields_path(
    path: str, value: Any, reason: RejectReason, named: str
) -> None:
    rejected = decode_event(changed(encode_event(EVENT), path, value))
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.detail.partition(":")[0]) == (reason, named)


def test_retracted_false_is_still_an_event() -> None:
    assert decode_event(changed(encode_event(EVENT), "retracted", value=False)) == EVENT


def test_an_integer_is_a_number_on_the_wire() -> None:
    record = changed(encode_incident(INCIDENT), "confidence", 1)
    assert decode_incident(record).confidence == 1.0


def test_a_path_reaches_into_the_reports() -> None:
    record = changed(encode_incident(INCIDENT), "reports.0.event.role", "hero")
    rejected = read_incident(record)
    assert isinstance(rejected, Rejected)
    assert rejected.detail.startswith("reports[0].event.role: ")


@given(st.none() | st.binary(max_size=100))
def test_any_bytes_are_an_event_or_refused(value: bytes | None) -> None:
    assert isinstance(decode_event(value), Event | Withdrawal | Inventories | Correction | Rejected)
    assert isinstance(read_incident(value), Incident | Rejected)
    assert isinstance(decode_correction(value), Correction | Rejected)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-2, 2) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@given(st.sampled_from(sorted(orjson.loads(encode_incident(INCIDENT)))), json_values)
def test_any_value_in_any_field_of_an_incident_is_taken_or_refused(name: str, value: Any) -> None:
    record = changed(encode_incident(INCIDENT), name, value)
    assert isinstance(read_incident(record), Incident | Rejected)


@given(st.sampled_from(sorted(orjson.loads(encode_event(EVENT)))), json_values)
def test_any_value_in_any_field_of_an_event_is_taken_or_refused(name: str, value: Any) -> None:
    record = changed(encode_event(EVENT), name, value)
    assert isinstance(
        decode_event(record), Event | Withdrawal | Inventories | Correction | Rejected
    )


def test_a_record_that_is_no_incident_stops_a_restore() -> None:
    with pytest.raises(IncidentRecordError, match="not_json"):
        decode_incident(b"{")


def test_headers_are_cloud_events_and_the_same_for_the_same_version() -> None:
    headers = dict(incident_headers(INCIDENT))
    assert headers["ce_specversion"] == b"1.0"
    assert headers["ce_id"] == b"inc-1.3"
    assert headers["ce_type"] == b"incident.updated"
    assert headers["ce_subject"] == b"inc-1"
    assert headers["ce_time"] == b"2024-05-01T09:00:00Z"
    assert headers["content-type"] == b"application/json"
    assert {"ce_source", "ce_dataschema"} <= headers.keys()
    assert incident_headers(INCIDENT) == incident_headers(replace(INCIDENT))
    later = dict(incident_headers(replace(INCIDENT, version=4)))
    assert later["ce_id"] != headers["ce_id"]


def test_the_type_of_an_event_is_its_sub_types_parent() -> None:
    assert orjson.loads(encode_event(EVENT))["event_type"] == "Violence against civilians"


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 9), st.floats(allow_nan=False), st.text(max_size=3),
    st.just([]), st.just({}), st.just([{}]), st.just(["x"]),
)  # fmt: skip


def read_quickly(read: Callable[[bytes], R], record: Any) -> R | None:
    return plainly(read, orjson.dumps(record), 1 << 20)


def read_with_care(read: Callable[[Fields], R], record: Any) -> R | Rejected:
    return reading(orjson.dumps(record), read, 1 << 20)


@given(events, st.data())
def test_what_is_read_quickly_is_what_is_read_with_care(event: Event, data: st.DataObject) -> None:
    """A record that is plainly right gives the same either way; any other is left to care."""
    record = orjson.loads(encode_event(event))
    assert read_quickly(plain.event, record) == event == read_with_care(read_event, record)

    holders = [record, record["location"], *record["actors"], *record["evidence"]]
    holder = data.draw(st.sampled_from([each for each in holders if each]))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(ANYTHING)
    quick = read_quickly(plain.event, record)

    assert quick is None or quick == read_with_care(read_event, record)


@given(incidents, st.data())
def test_an_incident_read_quickly_is_one_read_with_care(
    incident: Incident, data: st.DataObject
) -> None:
    record = orjson.loads(encode_incident(incident))
    slowly = read_with_care(read_incident_with_care, record)
    assert read_quickly(plain.incident, record) == incident == slowly

    inner = ("toll_history", "claims", "disagreements", "related", "reports")
    holders = [record, *(each for name in inner for each in record[name])]
    holders += [said for found in record["disagreements"] for said in found["values"]]
    matches = [report["match"] for report in record["reports"] if report["match"]]
    holders += matches
    holders += [row for match in matches for row in match["features"]]
    holders += [match["runner_up"] for match in matches if match["runner_up"]]
    holder = data.draw(st.sampled_from(holders))
    holder[data.draw(st.sampled_from(sorted(holder)))] = data.draw(ANYTHING)
    quick = read_quickly(plain.incident, record)

    assert quick is None or quick == read_with_care(read_incident_with_care, record)


@pytest.mark.parametrize("number", [(1 << 63) - 1, 1 << 63, 1 << 64])
def test_a_number_that_is_no_count_is_none_either_way(number: int) -> None:
    record = encode_event(EVENT).replace(b'"munitions":null', b'"munitions":%d' % number)
    slowly = reading(record, read_event, 1 << 20)
    assert plainly(plain.event, record, 1 << 20) in (None, slowly)
