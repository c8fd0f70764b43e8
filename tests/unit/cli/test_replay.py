"""A run over files: what each event ends in, with readers and books made by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import orjson
import pytest

from tests.unit.wire.test_records import EVENT, INCIDENT
from workers.cli.replay import Replay
from workers.model import (
    Article,
    Event,
    Incident,
    IncidentStatus,
    Inventories,
    Rejected,
    Report,
    Withdrawal,
)
from workers.pipeline import Ruling


@dataclass
class BodyReader:
    """Reads one event for each word of the body."""

    def extract(self, article: Article) -> tuple[Event, ...]:
        return tuple(
            replace(
                EVENT,
                event_id=f"{article.id}#{word}",
                article_id=article.id,
                published_at=article.published_at,
            )
            for word in article.body.split()
            if word != "nothing"
        )


@dataclass
class ScriptedBook:
    """Answers by a function of the changes so far, inventories left out."""

    answer: Callable[[list[Event | Withdrawal]], tuple[Incident, ...]]
    changes: list[Event | Withdrawal] = field(default_factory=list)

    def apply(self, change: Event | Withdrawal | Inventories | Ruling, /) -> tuple[Incident, ...]:
        assert not isinstance(change, Ruling)
        if isinstance(change, Inventories):
            return ()
        self.changes.append(change)
        return self.answer(self.changes)


def line(name: str, body: str, hour: int = 12, **more: object) -> bytes:
    return orjson.dumps(
        {"id": name, "source": "s", "body": body, "published_at": f"2024-05-01T{hour}:00:00Z"}
        | more
    )


def holding(incident_id: str, *events: Event | Withdrawal, **changes: object) -> Incident:
    reports = tuple(Report(event, "o") for event in events if isinstance(event, Event))
    return replace(INCIDENT, incident_id=incident_id, reports=reports, **changes)  # type: ignore[arg-type]


def replayed(
    answer: Callable[[list[Event | Withdrawal]], tuple[Incident, ...]], *lines: bytes
) -> Replay:
    replay = Replay(BodyReader(), ScriptedBook(answer))
    for value in lines:
        assert replay.take(value) is None
    return replay


def ends(replay: Replay) -> dict[str, str | None]:
    events = map(orjson.loads, replay.events())
    return {event["event_id"]: event["incident_id"] for event in events}


def test_events_keep_their_order_and_get_the_incident_that_holds_them() -> None:
    replay = replayed(lambda changes: (holding("inc-1", *changes),), line("a", "x y"))
    assert ends(replay) == {"a#x": "inc-1", "a#y": "inc-1"}
    assert len(replay.incidents()) == 1


def test_an_event_in_no_incident_has_null() -> None:
    assert ends(replayed(lambda _: (), line("a", "x"))) == {"a#x": None}


def test_an_event_follows_its_incident_into_the_one_that_took_it_over() -> None:
    def answer(changes: list[Event | Withdrawal]) -> tuple[Incident, ...]:
        if len(changes) < 3:
            return (holding(f"inc-{len(changes)}", changes[-1]),)
        gone = {"status": IncidentStatus.SUPERSEDED}
        return (
            holding("inc-2", changes[1], superseded_by="inc-1", **gone),
            holding("inc-1", changes[0], superseded_by="inc-3", **gone),
            holding("inc-3", changes[2]),
        )

    replay = replayed(answer, line("a", "x"), line("b", "x"), line("c", "x"))
    assert ends(replay) == {"a#x": "inc-3", "b#x": "inc-3", "c#x": "inc-3"}


def test_an_event_that_a_split_moved_is_where_it_is_now() -> None:
    def answer(changes: list[Event | Withdrawal]) -> tuple[Incident, ...]:
        if len(changes) == 1:
            return (holding("inc-1", changes[0]),)
        return (holding("inc-2", changes[0]), holding("inc-1", changes[1]))

    assert ends(replayed(answer, line("a", "x"), line("b", "x"))) == {
        "a#x": "inc-2", "b#x": "inc-1",
    }  # fmt: skip


def test_a_circle_of_superseded_incidents_ends() -> None:
    def answer(changes: list[Event | Withdrawal]) -> tuple[Incident, ...]:
        gone = {"status": IncidentStatus.SUPERSEDED}
        return (
            holding("inc-1", *changes, superseded_by="inc-2", **gone),
            holding("inc-2", superseded_by="inc-1", **gone),
        )

    assert ends(replayed(answer, line("a", "x")))["a#x"] in {"inc-1", "inc-2"}


@pytest.mark.parametrize(("hour", "kept"), [(13, {"b#x"}), (11, {"a#x", "b#x"})])
def test_a_later_revision_that_tells_no_attack_takes_its_events_back(
    hour: int, kept: set[str]
) -> None:
    replay = replayed(lambda _: (), line("a", "x"), line("b", "x"), line("a", "nothing", hour))
    assert ends(replay).keys() == kept


@pytest.mark.parametrize(("hour", "kept"), [(13, {"a#z"}), (11, {"a#x", "a#y"})])
def test_a_later_revision_replaces_and_an_older_one_does_not(hour: int, kept: set[str]) -> None:
    replay = replayed(lambda _: (), line("a", "x y"), line("a", "z", hour))
    assert ends(replay).keys() == kept


def test_a_withdrawn_article_has_no_events_left() -> None:
    replay = replayed(lambda _: (), line("a", "x"), line("b", "x"), line("a", "x", retracted=True))
    assert ends(replay).keys() == {"b#x"}


def test_a_refused_line_is_told_and_counts_as_no_article() -> None:
    replay = Replay(BodyReader(), ScriptedBook(lambda _: ()))
    assert isinstance(replay.take(b"{"), Rejected)
    replay.take(line("a", "nothing"))
    assert replay.articles == 1
    assert replay.events() == ()
