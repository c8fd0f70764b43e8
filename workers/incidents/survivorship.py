"""Survivorship: the best value of each field over an incident's reports, by stated rules.

Place in the flow: the book calls `merged` with the reports of a cluster. Pure and a function of the
set of reports: their order does not matter, a report twice is a report once. Rules: docs/matching.md.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from workers.incidents.confidence import confidence
from workers.incidents.headline import headline
from workers.incidents.origins import origins
from workers.model import (
    Actor,
    Attribution,
    Certainty,
    Change,
    Claim,
    DateInterval,
    Disagreement,
    Event,
    Incident,
    IncidentStatus,
    Outcome,
    Place,
    Recipient,
    Report,
    Role,
    SubEventType,
    Toll,
    TollReport,
)

Value = TypeVar("Value")

_FIRMNESS = (
    Attribution.UNKNOWN,
    Attribution.SUSPECTED,
    Attribution.ATTRIBUTED,
    Attribution.CLAIMED,
)
"""How firmly an attacker is tied to the attack, least first."""


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports by publication time, then event id; an event id twice is kept once."""
    unique = {report.event.event_id: report for report in reports}
    return tuple(sorted(unique.values(), key=lambda r: (r.event.published_at, r.event.event_id)))


class _Votes:
    """How many independent origins say a value, and who says it first."""

    def __init__(self, events: Sequence[Event], origin: dict[str, str]) -> None:
        self.events = events
        self.origin = origin

    def best(self, value_of: Callable[[Event], Value | None]) -> Value | None:
        """The value that most origins say; among equals the one that was said last."""
        backers: dict[Value, set[str]] = defaultdict(set)
        last: dict[Value, int] = {}
        for index, event in enumerate(self.events):
            value = value_of(event)
            if value is not None:
                backers[value].add(self.origin[event.event_id])
                last[value] = index
        if not backers:
            return None
        return max(backers, key=lambda value: (len(backers[value]), last[value]))


def merged(
    incident_id: str,
    reports: Iterable[Report],
    config: str,
    *,
    version: int = 1,
    change: Change = Change.CREATED,
) -> Incident:
    """The incident made of these reports. At least one report is needed."""
    ordered = in_order(reports)
    events = tuple(report.event for report in ordered)
    fresh = tuple(event for event in events if event.role is not Role.BACKGROUND) or events
    origin = origins(events)
    ordered = tuple(Report(r.event, origin[r.event.event_id], r.match) for r in ordered)
    votes = _Votes(fresh, origin)
    kind = votes.best(lambda e: e.sub_event_type) or SubEventType.ATTACK
    outcome = votes.best(lambda e: e.outcome) or Outcome.CARRIED_OUT
    certainty = _certainty(fresh)
    location, date = _location(fresh, votes), _date(fresh, votes)
    actors, recipients = _actors(events), _recipients(events)
    deaths, injured = _toll(fresh, lambda e: e.deaths), _toll(fresh, lambda e: e.injured)
    weapons = tuple(
        weapon for weapon, _ in Counter(w for event in fresh for w in event.weapons).most_common()
    )
    disagreements = _disagreements(fresh)
    independent = len({origin[event.event_id] for event in fresh})
    return Incident(
        incident_id=incident_id,
        version=version,
        status=IncidentStatus.ACTIVE,
        change=change,
        reports=ordered,
        sub_event_type=kind,
        outcome=outcome,
        certainty=certainty,
        first_reported_at=fresh[0].published_at,
        last_reported_at=fresh[-1].published_at,
        headline=headline(
            kind, outcome, weapons, actors, recipients, location, date, deaths, injured
        ),
        number_of_reports=len(events),
        number_of_sources=len({event.source for event in events}),
        independent_origins=independent,
        languages=tuple(sorted({event.language for event in events if event.language is not None})),
        confidence=confidence(independent, len(disagreements), certainty),
        config=config,
        date=date,
        location=location,
        actors=actors,
        recipients=recipients,
        weapons=weapons,
        munitions=votes.best(lambda e: e.munitions),
        deaths=deaths,
        injured=injured,
        toll_history=tuple(_toll_history(events)),
        claims=tuple(_claims(events)),
        disagreements=disagreements,
    )


def _certainty(events: Sequence[Event]) -> Certainty:
    """Reported as soon as one fresh report says so on its own account; else claimed; else denied."""
    said = {event.certainty for event in events}
    return next(c for c in (Certainty.REPORTED, Certainty.CLAIMED, Certainty.DENIED) if c in said)


def _date(events: Sequence[Event], votes: _Votes) -> DateInterval | None:
    """Among the most precise dates the one that most origins say."""
    dated = [event.date.precision for event in events if event.date is not None]
    if not dated:
        return None
    finest = min(dated)
    return votes.best(
        lambda e: e.date if e.date is not None and e.date.precision is finest else None
    )


def _location(events: Sequence[Event], votes: _Votes) -> Place | None:
    """Among the most precise places (with a point before without) the one that most origins say."""

    def rank(place: Place) -> tuple[bool, int]:
        return place.latitude is None, int(place.where_prec)

    ranks = [rank(event.location) for event in events if event.location is not None]
    if not ranks:
        return None
    finest = min(ranks)
    return votes.best(
        lambda e: e.location if e.location is not None and rank(e.location) == finest else None
    )


def _actors(events: Sequence[Event]) -> tuple[Actor, ...]:
    """Every attacker once, most often named first; each with its firmest attribution, as last told."""
    named: Counter[str] = Counter()
    best: dict[str, Actor] = {}
    for event in events:
        for actor in event.actors:
            key = actor.actor_id or actor.name
            named[key] += 1
            held = best.get(key)
            if held is None or _FIRMNESS.index(actor.attribution) >= _FIRMNESS.index(
                held.attribution
            ):
                best[key] = actor
    return tuple(best[key] for key, _ in sorted(named.items(), key=lambda row: (-row[1], row[0])))


def _recipients(events: Sequence[Event]) -> tuple[Recipient, ...]:
    """Every target once, most often named first."""
    named: Counter[str] = Counter()
    best: dict[str, Recipient] = {}
    for event in events:
        for recipient in event.recipients:
            key = recipient.actor_id or recipient.name
            named[key] += 1
            best.setdefault(key, recipient)
    return tuple(best[key] for key, _ in sorted(named.items(), key=lambda row: (-row[1], row[0])))


def _toll(events: Sequence[Event], toll_of: Callable[[Event], Toll | None]) -> Toll | None:
    """Best: the latest report's figure; low and high over all reports."""
    tolls = [toll for event in events if (toll := toll_of(event)) is not None]
    if not tolls:
        return None
    return Toll(min(t.low for t in tolls), tolls[-1].best, max(t.high for t in tolls))


def _toll_history(events: Sequence[Event]) -> Iterable[TollReport]:
    for event in events:
        for toll, role in ((event.deaths, "deaths"), (event.injured, "injured")):
            if toll is not None:
                yield TollReport(toll.best, role, event.source, event.published_at, event.event_id)


def _claims(events: Sequence[Event]) -> Iterable[Claim]:
    for event in events:
        for actor in event.actors:
            if actor.attribution is not Attribution.UNKNOWN:
                yield Claim(
                    actor.speaker,
                    actor.actor_id or actor.name,
                    actor.attribution.value,
                    event.event_id,
                )


def _disagreements(events: Sequence[Event]) -> tuple[Disagreement, ...]:
    fields: tuple[tuple[str, Callable[[Event], str | None]], ...] = (
        ("sub_event_type", lambda e: e.sub_event_type.value),
        ("outcome", lambda e: e.outcome.value),
        ("date", lambda e: None if e.date is None else e.date.start.isoformat()),
        ("location", lambda e: None if e.location is None else e.location.name),
        ("deaths", lambda e: None if e.deaths is None else str(e.deaths.best)),
        ("injured", lambda e: None if e.injured is None else str(e.injured.best)),
        ("actors", lambda e: ", ".join(sorted(a.actor_id or a.name for a in e.actors)) or None),
    )
    found: list[Disagreement] = []
    for name, value_of in fields:
        said: dict[str, list[str]] = {}
        for event in events:
            value = value_of(event)
            if value is not None:
                said.setdefault(value, []).append(event.event_id)
        if len(said) > 1:
            found.append(
                Disagreement(name, tuple((v, tuple(who)) for v, who in sorted(said.items())))
            )
    return tuple(found)
