"""The published schemas, their examples and our decoders say the same thing."""

import json
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.strategies import corrections, events, incidents, inventories, withdrawals
from workers.model import (
    EVENT_TYPE_OF,
    Attribution,
    Certainty,
    Change,
    Correction,
    CorrectionAction,
    Event,
    EventType,
    Incident,
    IncidentStatus,
    Inventory,
    Outcome,
    Rejected,
    RejectReason,
    Role,
    SubEventType,
    Weapon,
    Withdrawal,
)
from workers.wire import (
    decode_article,
    decode_correction,
    decode_event,
    encode_correction,
    encode_event,
    encode_incident,
    encode_inventories,
    encode_withdrawal,
    read_incident,
)

SCHEMAS = Path(__file__).parents[2] / "schemas"
EXAMPLES = SCHEMAS / "examples"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
NOON_MS = 1_710_244_800_000  # 2024-03-12T12:00:00Z


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


VALIDATORS = {
    name: Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name in NAMES
}
SCHEMAS_OF = {
    "articles.raw": ("article",),
    "events.extracted": ("event", "inventories", "withdrawal", "correction"),
    "incidents.merged": ("incident",),
    "incidents.corrections": ("correction",),
    "dead-letter-headers": ("dead-letter-headers",),
}
DECODERS: dict[str, Callable[[bytes], object]] = {
    "articles.raw": lambda value: decode_article(value, NOON_MS),
    "events.extracted": decode_event,
    "incidents.merged": read_incident,
    "incidents.corrections": decode_correction,
}


def examples(kind: str) -> list[Path]:
    return sorted(EXAMPLES.glob(f"*/{kind}/*.json"))


def named(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.stem}"


def parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return None


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"urn:tawatur:schema:{name}:1"


@pytest.mark.parametrize("topic", SCHEMAS_OF)
def test_a_topic_has_valid_and_invalid_examples(topic: str) -> None:
    assert len(list((EXAMPLES / topic / "valid").iterdir())) >= 2
    assert len(list((EXAMPLES / topic / "invalid").iterdir())) >= 3


@pytest.mark.parametrize("path", examples("valid"), ids=named)
def test_a_valid_example_validates_and_decodes(path: Path) -> None:
    topic = path.parent.parent.name
    value = parsed(path)
    assert any(VALIDATORS[name].is_valid(value) for name in SCHEMAS_OF[topic])
    if topic in DECODERS:
        decoded = DECODERS[topic](path.read_bytes())
        assert not isinstance(decoded, Rejected), decoded


@pytest.mark.parametrize("path", examples("invalid"), ids=named)
def test_an_invalid_example_fails_and_is_refused_for_its_reason(path: Path) -> None:
    topic = path.parent.parent.name
    reason = RejectReason(path.name.partition(".")[0])
    value = parsed(path)
    if reason in {RejectReason.NOT_JSON, RejectReason.NOT_UTF8}:
        # The lone surrogate is JSON to Python's parser, and no text that could be written out.
        assert value is None or "\ud83d" in value["body"]
    else:
        assert not any(VALIDATORS[name].is_valid(value) for name in SCHEMAS_OF[topic])
    if topic in DECODERS:
        decoded = DECODERS[topic](path.read_bytes())
        assert isinstance(decoded, Rejected)
        assert decoded.reason is reason, decoded.detail


def test_every_reason_that_a_file_can_show_has_an_example() -> None:
    shown = {path.name.partition(".")[0] for path in examples("invalid")}
    assert shown == {reason.value for reason in RejectReason} - {RejectReason.NULL_VALUE.value}


@given(events)
def test_an_encoded_event_validates(event: Event) -> None:
    VALIDATORS["event"].validate(json.loads(encode_event(event)))


@given(withdrawals)
def test_an_encoded_withdrawal_validates_and_is_no_event(withdrawal: Withdrawal) -> None:
    value = json.loads(encode_withdrawal(withdrawal))
    VALIDATORS["withdrawal"].validate(value)
    assert not VALIDATORS["event"].is_valid(value)


@given(st.lists(inventories, max_size=3))
def test_encoded_inventories_validate_and_are_no_event(told: list[Inventory]) -> None:
    value = json.loads(encode_inventories(told))
    VALIDATORS["inventories"].validate(value)
    assert not VALIDATORS["event"].is_valid(value)


@given(corrections)
def test_an_encoded_correction_validates(correction: Correction) -> None:
    VALIDATORS["correction"].validate(json.loads(encode_correction(correction)))


@given(incidents)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_an_encoded_incident_validates(incident: Incident) -> None:
    VALIDATORS["incident"].validate(json.loads(encode_incident(incident)))


@given(events)
@settings(max_examples=10)
def test_a_record_holds_the_schemas_fields_in_their_order(event: Event) -> None:
    assert list(json.loads(encode_event(event))) == list(schema("event")["properties"])


@given(incidents)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_an_incident_holds_the_schemas_fields_in_their_order(incident: Incident) -> None:
    assert list(json.loads(encode_incident(incident))) == list(schema("incident")["properties"])


@pytest.mark.parametrize(
    ("name", "path", "members"),
    [
        ("event", "role", Role),
        ("event", "event_type", EventType),
        ("event", "sub_event_type", SubEventType),
        ("event", "outcome", Outcome),
        ("event", "certainty", Certainty),
        ("incident", "status", IncidentStatus),
        ("incident", "change", Change),
        ("correction", "action", CorrectionAction),
        ("dead-letter-headers", "error-reason", RejectReason),
    ],
)
def test_a_closed_set_has_the_models_members(name: str, path: str, members: type[Enum]) -> None:
    assert schema(name)["properties"][path]["enum"] == [member.value for member in members]


def test_weapons_and_attributions_are_the_models() -> None:
    event = schema("event")
    assert event["properties"]["weapons"]["items"]["enum"] == [w.value for w in Weapon]
    attribution = event["$defs"]["actor"]["properties"]["attribution"]
    assert attribution["enum"] == [member.value for member in Attribution]


def test_event_and_incident_share_their_definitions() -> None:
    event, incident = schema("event"), schema("incident")
    for name, definition in event["$defs"].items():
        assert incident["$defs"][name] == definition
    embedded = incident["$defs"]["event"]
    assert embedded["properties"] == event["properties"]
    assert embedded["required"] == event["required"]


@pytest.mark.parametrize("sub_event_type", SubEventType)
def test_a_sub_event_type_only_goes_with_its_event_type(sub_event_type: SubEventType) -> None:
    value = parsed(EXAMPLES / "events.extracted" / "valid" / "full.json")
    for event_type in EventType:
        value |= {"event_type": event_type.value, "sub_event_type": sub_event_type.value}
        fits = EVENT_TYPE_OF[sub_event_type] is event_type
        assert VALIDATORS["event"].is_valid(value) is fits
        assert isinstance(decode_event(json.dumps(value).encode()), Event) is fits
