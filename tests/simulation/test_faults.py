# ruff: noqa: S311 - seeded worlds, no secrets
"""Seeded faults: duplicates, reorders, revisions, withdrawals, crashes at each step of a message.

A log in memory stands for the two topics. A message is applied and its records are written in one
transaction, then acknowledged; a crash may strike before the write, between write and
acknowledgement, or after. The new worker restores its book from the last record of each incident,
through bytes, and is given what was not acknowledged again, and some that was. Checkers are named
after what they would find.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

import pytest

from tests.simulation.world import World, world
from workers.incidents import BookConfig, IncidentBook
from workers.model import Event, Incident, IncidentStatus, Withdrawal
from workers.wire import decode_incident, encode_incident

pytestmark = pytest.mark.simulation

Message = Event | Withdrawal
CONFIG = BookConfig(window_days=60.0)
LIVE = (IncidentStatus.ACTIVE, IncidentStatus.CLOSED)
REDELIVERED_MAX = 6


@dataclass
class Output:
    """The compacted output topic: all records ever written, and the last one of each incident."""

    written: list[tuple[str, int, bytes]] = field(default_factory=list)
    last: dict[str, bytes] = field(default_factory=dict)

    def write(self, records: Sequence[Incident]) -> None:
        for record in records:
            value = encode_incident(record)
            self.written.append((record.incident_id, record.version, value))
            self.last[record.incident_id] = value

    def incidents(self) -> list[Incident]:
        return [decode_incident(value) for value in self.last.values()]


def restored(output: Output, random: Random) -> IncidentBook:
    book = IncidentBook(CONFIG)
    records = output.incidents()
    random.shuffle(records)
    for record in records:
        book.restore(record)
    return book


def run(messages: Sequence[Message], random: Random, crashes: float) -> Output:
    output, book, at = Output(), IncidentBook(CONFIG), 0
    while at < len(messages):
        records = book.apply(messages[at])
        crash = random.random() < crashes
        if crash and random.random() < 0.5:
            book = restored(output, random)
            continue
        output.write(records)
        at += 1
        if crash:
            book = restored(output, random)
            at = max(0, at - random.randrange(REDELIVERED_MAX))
    return output


def messages_of(made: World, random: Random) -> list[Message]:
    """The world's events with duplicates, neighbours swapped, some revised and some withdrawn."""
    messages: list[Message] = []
    for event in made.events:
        messages.append(event)
        dice = random.random()
        if dice < 0.10:
            messages.append(random.choice(made.events[: made.events.index(event) + 1]))
        elif dice < 0.15:
            later = event.published_at + timedelta(hours=1)
            messages.append(replace(event, published_at=later, title="revised"))
        elif dice < 0.18:
            messages.append(Withdrawal(event.article_id, event.source, event.published_at))
    for index in range(len(messages) - 1):
        one, two = messages[index], messages[index + 1]
        if one.article_id != two.article_id and random.random() < 0.2:
            messages[index], messages[index + 1] = two, one
    return messages


def standing(messages: Sequence[Message]) -> set[str]:
    """The events that must be in an incident at the end."""
    left: dict[str, Event] = {}
    for message in messages:
        if isinstance(message, Withdrawal):
            left = {i: e for i, e in left.items() if e.article_id != message.article_id}
        elif message.event_id not in left or (
            left[message.event_id].published_at <= message.published_at
        ):
            left[message.event_id] = message
    return set(left)


def lost(output: Output, expected: set[str]) -> set[str]:
    return expected - held(output).keys()


def not_withdrawn(output: Output, expected: set[str]) -> set[str]:
    return held(output).keys() - expected


def duplicated(output: Output) -> set[str]:
    return {event_id for event_id, count in held(output).items() if count > 1}


def held(output: Output) -> Counter[str]:
    live = [incident for incident in output.incidents() if incident.status in LIVE]
    return Counter(r.event.event_id for incident in live for r in incident.reports)


def non_monotonic(output: Output) -> list[str]:
    """Versions that go back, or one version with two contents."""
    newest: dict[str, int] = {}
    content: dict[tuple[str, int], bytes] = {}
    found: list[str] = []
    for incident_id, version, value in output.written:
        if version < newest.get(incident_id, 0) or (
            content.setdefault((incident_id, version), value) != value
        ):
            found.append(f"{incident_id} version {version}")
        newest[incident_id] = max(version, newest.get(incident_id, 0))
    return found


def skipped(output: Output) -> list[str]:
    versions: dict[str, set[int]] = defaultdict(set)
    for incident_id, version, _ in output.written:
        versions[incident_id].add(version)
    return [i for i, seen in versions.items() if seen != set(range(1, max(seen) + 1))]


def false_merges(output: Output, made: World) -> list[str]:
    return [
        incident.incident_id
        for incident in output.incidents()
        if incident.status in LIVE
        and len({made.attack_of[r.event.event_id] for r in incident.reports}) > 1
    ]


def partition(output: Output) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(report.event.event_id for report in incident.reports)
        for incident in output.incidents()
        if incident.status in LIVE
    )


@pytest.mark.parametrize("seed", range(12))
def test_crashes_duplicates_and_reorders_change_nothing(seed: int) -> None:
    random = Random(seed)
    made = world(seed, attacks=20, days=6, towns=12)
    messages = messages_of(made, random)

    calm = run(messages, random, crashes=0.0)
    stormy = run(messages, random, crashes=0.25)

    expected = standing(messages)
    for output in (calm, stormy):
        assert lost(output, expected) == set()
        assert not_withdrawn(output, expected) == set()
        assert duplicated(output) == set()
        assert non_monotonic(output) == []
        assert skipped(output) == []
        assert len(false_merges(output, made)) <= 2
    assert partition(stormy) == partition(calm), "split"


@pytest.mark.parametrize("seed", range(6))
def test_a_crash_after_any_single_message_leaves_the_same_records(seed: int) -> None:
    made = world(seed + 50, attacks=8, days=3, towns=5)
    calm = run(made.events, Random(0), crashes=0.0)
    for step in range(1, len(made.events)):
        output, book = Output(), IncidentBook(CONFIG)
        for number, event in enumerate(made.events):
            output.write(book.apply(event))
            if number == step:
                book = restored(output, Random(step))
                output.write(book.apply(event))

        assert output.last == calm.last


def test_the_same_log_gives_the_same_bytes() -> None:
    made = world(3, attacks=15)

    assert run(made.events, Random(0), 0.0).written == run(made.events, Random(0), 0.0).written
