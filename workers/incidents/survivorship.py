"""Survivorship: the best value of each field over an incident's reports, by stated rules.

Place in the flow: `records` calls `merged` with the reports of a cluster. Pure and a function of
the set of reports: their order does not matter, a report twice is a report once. Rules:
docs/matching.md. Fresh reports say what happened; recalls (background) only add to history, claims
and names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from workers.incidents.attackers import all_alike, attackers
from workers.incidents.confidence import confidence
from workers.incidents.disputes import disputes
from workers.incidents.headline import headline_of
from workers.incidents.origins import origins
from workers.incidents.tolls import best_toll
from workers.matching.profile import SideOf, no_sides
from workers.model import (
    Attribution,
    Certainty,
    Change,
    Claim,
    DateInterval,
    Event,
    Incident,
    IncidentStatus,
    Place,
    Recipient,
    Report,
    Role,
    TollReport,
    Weapon,
)

Value = TypeVar("Value")

_BACKGROUND, _UNKNOWN, _DENIED = Role.BACKGROUND, Attribution.UNKNOWN, Certainty.DENIED
_STATEMENT = {attribution: attribution.value for attribution in Attribution}
_BY_CERTAINTY = (Certainty.REPORTED, Certainty.CLAIMED, Certainty.DENIED)
"""Members of enumerations, asked for once: each time takes as long as to call a function."""


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports by publication time, then event id; an event id twice is kept once."""
    unique = {report.event.event_id: report for report in reports}
    return tuple(sorted(unique.values(), key=lambda r: (r.event.published_at, r.event.event_id)))


def merged(
    incident_id: str,
    reports: Iterable[Report],
    config: str,
    known_origins: Mapping[str, str] | None = None,
    known: Incident | None = None,
    side_of: SideOf = no_sides,
) -> Incident:
    """The active incident made of these reports: at least one report is needed.

    Version 1, or the update of the one that is known. `side_of`: the side of an actor's id; those
    of one side do not contradict each other.
    """
    ordered = in_order(reports)
    events = tuple([report.event for report in ordered])
    fresh = tuple([event for event in events if event.role is not _BACKGROUND]) or events
    origin = origins(events, known_origins)
    votes = _Votes(fresh, origin)
    certainty = _certainty(fresh)
    disagreements = disputes(fresh, side_of)
    independent = len({origin[event.event_id] for event in fresh})
    sub_event_type = votes.best([e.sub_event_type for e in fresh]) or fresh[0].sub_event_type
    outcome = votes.best([e.outcome for e in fresh]) or fresh[0].outcome
    date, location = _date(fresh, votes), _location(fresh, votes)
    actors, recipients, weapons = attackers(events), _recipients(events), _weapons(fresh)
    deaths = best_toll(fresh, origin, [event.deaths for event in fresh])
    injured = best_toll(fresh, origin, [event.injured for event in fresh])
    return Incident(
        incident_id=incident_id,
        version=1 if known is None else known.version + 1,
        status=IncidentStatus.ACTIVE,
        change=Change.CREATED if known is None else Change.UPDATED,
        reports=tuple([_of_origin(r, origin[r.event.event_id]) for r in ordered]),
        sub_event_type=sub_event_type,
        outcome=outcome,
        certainty=certainty,
        first_reported_at=fresh[0].published_at,
        last_reported_at=fresh[-1].published_at,
        headline=headline_of(
            sub_event_type, outcome, date, location, actors, recipients, weapons, deaths, injured
        ),
        number_of_reports=len(events),
        number_of_sources=len({event.source for event in events}),
        independent_origins=independent,
        languages=tuple(sorted({event.language for event in events if event.language is not None})),
        confidence=confidence(independent, len(disagreements), certainty),
        config=config,
        supersedes=() if known is None else known.supersedes,
        date=date,
        location=location,
        actors=actors,
        recipients=recipients,
        weapons=weapons,
        munitions=votes.best([e.munitions for e in fresh]),
        deaths=deaths,
        injured=injured,
        toll_history=tuple(_toll_history(events)),
        claims=tuple(_claims(events)),
        disagreements=disagreements,
        related=() if known is None else known.related,
    )


def _of_origin(report: Report, origin: str) -> Report:
    return report if report.origin == origin else Report(report.event, origin, report.match)


class _Votes:
    """What the fresh reports say, counted by independent origins."""

    def __init__(self, events: Sequence[Event], origin: Mapping[str, str]) -> None:
        self._events = events
        self._origin = origin

    def best(self, values: Sequence[Value | None]) -> Value | None:
        """Of the values that the reports say the one that most origins say.

        Among equals the one that was said last.
        """
        if all_alike(values):
            return values[0]
        backers: dict[Value, set[str]] = defaultdict(set)
        last: dict[Value, int] = {}
        for index, (event, value) in enumerate(zip(self._events, values, strict=True)):
            if value is not None:
                backers[value].add(self._origin[event.event_id])
                last[value] = index
        return max(backers, key=lambda value: (len(backers[value]), last[value]))


def _certainty(events: Sequence[Event]) -> Certainty:
    """Reported as soon as one report says so on its own account; else claimed; else denied."""
    said = {event.certainty for event in events}
    return next(certainty for certainty in _BY_CERTAINTY if certainty in said)


def _date(events: Sequence[Event], votes: _Votes) -> DateInterval | None:
    """Among the most precise dates the one that most origins say."""
    dates = [event.date for event in events]
    if all_alike(dates):
        return dates[0]
    finest = min([date.precision for date in dates if date is not None], default=None)
    return votes.best([date if date and date.precision is finest else None for date in dates])


def _precision(place: Place) -> tuple[bool, int]:
    return place.latitude is None, place.where_prec


def _location(events: Sequence[Event], votes: _Votes) -> Place | None:
    """Among the most precise places (a point before none) the one that most origins say."""
    places = [event.location for event in events]
    if all_alike(places):
        return places[0]
    finest = min([_precision(place) for place in places if place is not None])
    return votes.best([p if p is not None and _precision(p) == finest else None for p in places])


def _recipients(events: Sequence[Event]) -> tuple[Recipient, ...]:
    """Every target once, the most often named first, as first told."""
    if len(events[0].recipients) <= 1 and all_alike([event.recipients for event in events]):
        return events[0].recipients
    named: Counter[str] = Counter()
    first: dict[str, Recipient] = {}
    for event in events:
        for recipient in event.recipients:
            key = recipient.actor_id or recipient.name
            named[key] += 1
            first.setdefault(key, recipient)
    return tuple(first[key] for key, _ in sorted(named.items(), key=lambda row: (-row[1], row[0])))


def _weapons(events: Sequence[Event]) -> tuple[Weapon, ...]:
    """Every weapon, the most often named first."""
    if len(events[0].weapons) <= 1 and all_alike([event.weapons for event in events]):
        return events[0].weapons
    named = Counter([weapon for event in events for weapon in event.weapons])
    return tuple(sorted(named, key=lambda weapon: (-named[weapon], weapon.value)))


def _toll_history(events: Sequence[Event]) -> Iterable[TollReport]:
    for event in events:
        for toll, role in ((event.deaths, "deaths"), (event.injured, "injured")):
            if toll is not None:
                yield TollReport(toll.best, role, event.source, event.published_at, event.event_id)


def _claims(events: Sequence[Event]) -> Iterable[Claim]:
    for event in events:
        for actor in event.actors:
            if actor.attribution is not _UNKNOWN:
                group = actor.actor_id or actor.name
                yield Claim(actor.speaker, group, _STATEMENT[actor.attribution], event.event_id)
        if event.certainty is _DENIED:
            yield Claim(None, "", _DENIED.value, event.event_id)
