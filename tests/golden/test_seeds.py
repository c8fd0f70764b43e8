"""The seed articles, read as an analyst would: which reports meet, which stay apart.

Five long Arabic articles over strikes and replies on the same bases, on neighbouring days. They lie
in `../shared`, so this test needs it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.model import Article, Event, Incident, Outcome, Role, SubEventType
from workers.pipeline import CountryBooks
from workers.wire import decode_article

AIR, SHELL = SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING


@dataclass
class Told:
    """Events by article (its first three digits), and the final incidents."""

    events: dict[str, list[Event]]
    incidents: dict[str, Incident]

    def fresh(self, article: str) -> list[Event]:
        return [event for event in self.events[article] if event.role is not Role.BACKGROUND]

    def incident(self, event: Event) -> str:
        """The incident that an event ended in."""
        return next(
            key
            for key, one in self.incidents.items()
            if any(r.event.event_id == event.event_id for r in one.reports)
        )

    def one(
        self,
        article: str,
        kind: SubEventType,
        day: str,
        outcome: Outcome = Outcome.CARRIED_OUT,
        *,
        at: str = "",
    ) -> Event:
        """The only fresh event of that kind, day and outcome (and place)."""
        found = [
            event
            for event in self.fresh(article)
            if event.sub_event_type is kind
            and event.date is not None
            and event.date.start.isoformat() == day
            and event.outcome is outcome
            and (not at or (event.location is not None and at in event.location.name))
        ]
        assert len(found) == 1, f"{article} {kind} {day} {outcome} {at}: {found}"
        return found[0]


@pytest.fixture(scope="module")
def told(shared_corpus: Path) -> Told:
    extractor = Extractor.load()
    books = CountryBooks(IncidentBook)
    events: dict[str, list[Event]] = {}
    incidents: dict[str, Incident] = {}
    articles: list[tuple[Any, Article]] = []
    for line in (shared_corpus / "seeds" / "articles.jsonl").read_bytes().splitlines():
        article = decode_article(line, None)
        assert isinstance(article, Article)
        articles.append((json.loads(line)["published_at"], article))
    for _, article in articles:
        events[article.id[:3]] = list(extractor.extract(article))
        for event in events[article.id[:3]]:
            incidents |= {incident.incident_id: incident for incident in books.apply(event)}
    return Told(events, incidents)


def _claimants(event: Event) -> set[str]:
    return {actor.name for actor in event.actors if actor.attribution.value == "claimed"}


def test_three_articles_meet_in_the_strike_of_4_january(told: Told) -> None:
    strikes = [told.one(article, AIR, "2022-01-04") for article in ("000", "001", "003")]
    assert len({told.incident(strike) for strike in strikes}) == 1
    assert {strike.actors[0].name for strike in strikes} == {"US-led coalition"}


def test_and_in_the_rocket_attack_of_that_day(told: Told) -> None:
    foiled = [told.one(article, SHELL, "2022-01-04", Outcome.FOILED) for article in ("000", "001")]
    fired = told.one("003", SHELL, "2022-01-04")
    assert len({told.incident(event) for event in (*foiled, fired)}) == 1


def test_the_rockets_of_5_january_and_the_reply_stand_alone(told: Told) -> None:
    on_that_day = [
        e
        for e in told.fresh("001")
        if e.date is not None and e.date.start.isoformat() == "2022-01-05"
    ]
    assert len(on_that_day) == 2
    others = {told.incident(event) for article in ("000", "003") for event in told.fresh(article)}
    homes = {told.incident(event) for event in on_that_day}
    assert len(homes) == 2
    assert not homes & others


def test_ain_al_asad_and_baghdad_airport_are_two(told: Told) -> None:
    drones = told.one("000", AIR, "2022-01-04", Outcome.INTERCEPTED, at="Asad")
    airport = told.one("000", AIR, "2022-01-03", Outcome.FOILED, at="Baghdad")
    assert told.incident(drones) != told.incident(airport)


def test_the_autumn_of_2023_is_three_incidents_with_their_claims(told: Told) -> None:
    strikes = told.one("002", AIR, "2023-10-27")
    conoco = told.one("002", SHELL, "2023-10-26", at="Conoco")
    tanf = told.one("002", AIR, "2023-10-26", at="Tanf")
    assert len(told.fresh("002")) == len({told.incident(e) for e in (strikes, conoco, tanf)}) == 3
    assert _claimants(conoco) == _claimants(tanf) == {"Islamic Resistance in Iraq"}
    assert any(actor.name.startswith(("US", "United States")) for actor in strikes.actors)


def test_the_rockets_on_conoco_are_there_and_not_where_they_were_fired(told: Told) -> None:
    assert [
        (e.date and e.date.start.isoformat(), e.location and e.location.name)
        for e in told.fresh("004")
    ] == [("2023-04-10", "Conoco gas field")]


def test_what_is_recalled_is_background_and_thirteen_attacks_are_nothing(told: Told) -> None:
    recalled = {
        (article, event.date.start.isoformat())
        for article, events in told.events.items()
        for event in events
        if event.role is Role.BACKGROUND and event.date is not None
    }
    assert {("003", "2020-01-03"), ("001", "2021-12-31")} <= recalled
    assert any(article == "004" and day.startswith("2023-03") for article, day in recalled)
    assert not any(article == "002" and day == "2023-10-25" for article, day in recalled)
