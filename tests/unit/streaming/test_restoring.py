"""Which records of the output topic a restore reads whole."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from workers.model import (
    Certainty,
    Change,
    Event,
    Incident,
    IncidentStatus,
    Outcome,
    Outline,
    Report,
    Role,
    SubEventType,
)
from workers.streaming import restoring
from workers.streaming.restoring import Restoration
from workers.wire import IncidentRecordError, encode_incident

AT = datetime(2024, 5, 1, 12, tzinfo=UTC)
WINDOW = timedelta(days=17)
ACTIVE, CLOSED = IncidentStatus.ACTIVE, IncidentStatus.CLOSED


@dataclass
class Books:
    """Event time is the latest report's; what ended a window before it is over."""

    now: datetime = AT - timedelta(days=10_000)
    restored: list[tuple[str, int]] = field(default_factory=list)

    def witness(self, outline: Outline) -> None:
        self.now = max(self.now, *(at for at, _ in outline.told))

    def is_over(self, outline: Outline) -> bool:
        return outline.status is not ACTIVE and outline.last_reported_at + WINDOW < self.now

    def restore(self, incident: Incident) -> None:
        self.restored.append((incident.incident_id, incident.version))


def record(name: str, day: int, version: int = 1, status: IncidentStatus = CLOSED) -> bytes:
    at = AT + timedelta(days=day)
    event = Event(
        event_id=f"{name}#{version}",
        article_id=name,
        source="example.org",
        published_at=at,
        role=Role.MAIN,
        sub_event_type=SubEventType.ATTACK,
        outcome=Outcome.CARRIED_OUT,
        certainty=Certainty.REPORTED,
        fingerprint="00",
        extractor="1",
    )
    incident = Incident(
        incident_id=name,
        version=version,
        status=status,
        change=Change.UPDATED,
        reports=(Report(event, "o1"),),
        sub_event_type=SubEventType.ATTACK,
        outcome=Outcome.CARRIED_OUT,
        certainty=Certainty.REPORTED,
        first_reported_at=at,
        last_reported_at=at,
        headline="Attack",
        number_of_reports=1,
        number_of_sources=1,
        independent_origins=1,
        languages=("ar",),
        confidence=0.5,
        config="c",
    )
    return encode_incident(incident)


def restored(*records: tuple[str, bytes | None]) -> list[tuple[str, int]]:
    books = Books()
    returning = Restoration(cast("Any", books))
    for key, value in records:
        returning.take(key.encode(), value)
    list(returning.finish())
    return books.restored


def test_what_ended_before_the_window_of_the_last_record_is_passed_over() -> None:
    old, late, last = record("old", 0), record("late", 20), record("last", 30)
    assert restored(("old", old), ("late", late), ("last", last)) == [("late", 1), ("last", 1)]


def test_what_is_active_is_restored_however_old_it_is() -> None:
    quiet = record("quiet", -900, status=ACTIVE)
    assert restored(("quiet", quiet), ("last", record("last", 0))) == [("quiet", 1), ("last", 1)]


def test_the_newest_version_is_restored_at_its_own_place_in_the_order() -> None:
    first = record("a", 0, status=ACTIVE), record("b", 0, status=ACTIVE)
    second = record("a", 1, 2)
    assert restored(("a", first[0]), ("b", first[1]), ("a", second)) == [("b", 1), ("a", 2)]


def test_an_active_version_before_the_one_that_ended_does_not_come_back() -> None:
    versions = ("a", record("a", 0, 1, ACTIVE)), ("a", record("a", 0, 2))
    assert restored(*versions, ("last", record("last", 40))) == [("last", 1)]


def test_a_record_that_somebody_deleted_is_not_restored() -> None:
    assert restored(("a", record("a", 0)), ("b", record("b", 0)), ("a", None)) == [("b", 1)]


def test_what_is_over_does_not_wait_in_memory_for_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "WAITING_MIN", 10)
    books = Books()
    returning = Restoration(cast("Any", books))
    for day in range(500):
        returning.take(b"%d" % day, record(str(day), day))
        assert len(returning) <= 2 * WINDOW.days + 10
    list(returning.finish())
    assert [name for name, _ in books.restored] == [str(day) for day in range(482, 500)]


def test_what_is_no_incident_stops_the_restore() -> None:
    with pytest.raises(IncidentRecordError):
        restored(("a", b"{}"))
