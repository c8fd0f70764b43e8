"""Fields on which the reports of one incident contradict each other.

Place in the flow: a part of `survivorship`. A report that knows less contradicts nobody: a month
holds its days, a province its towns, "near" what lies around, "gunmen" may be any group, an army is
its state's.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from workers.incidents.attackers import all_alike, is_faceless
from workers.matching.names import name_key
from workers.matching.profile import SideOf, profile
from workers.matching.time_and_place import place
from workers.model import DatePrecision, Disagreement, Event, Place, WherePrecision

DISAGREEING_MAX = 8
"""Values listed of one field in dispute; beyond, the reports themselves tell."""


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of an event, by its name there.

    `said`: its value, None where the report says nothing; `spelled`: the value as the record tells
    it; `contradict`: whether two reports that say different things cannot both be right, None
    where they never can be.
    """

    name: str
    said: Callable[[Event], Hashable]
    contradict: Callable[[Event, Event, SideOf], bool] | None = None
    spelled: Callable[[Event], str] | None = None


def disputes(events: Sequence[Event], side_of: SideOf) -> tuple[Disagreement, ...]:
    """The fields with contradicting values, each value with the reports that say it."""
    if len(events) == 1:
        return ()
    found: list[Disagreement] = []
    for field in _FIELDS:
        held = [getattr(event, field.name) for event in events]
        if all_alike(held):
            continue
        values = [field.said(event) for event in events]
        if len({*values} - {None}) <= 1:
            continue
        said: dict[Hashable, list[Event]] = {}
        for event, value in zip(events, values, strict=True):
            if value is not None:
                said.setdefault(value, []).append(event)
        against = set(said)
        if field.contradict is not None:
            against = {
                value
                for a, b in combinations(said, 2)
                if field.contradict(said[a][0], said[b][0], side_of)
                for value in (a, b)
            }
        if against:
            spelled = field.spelled
            told = [
                (
                    str(value) if spelled is None else spelled(said[value][0]),
                    tuple(event.event_id for event in said[value]),
                )
                for value in against
            ]
            told.sort(key=_by_size)
            found.append(Disagreement(field.name, tuple(told[:DISAGREEING_MAX])))
    return tuple(found)


def _by_size(told: tuple[str, tuple[str, ...]]) -> tuple[int, str, tuple[str, ...]]:
    """Numbers from the smallest, words by the alphabet."""
    value, event_ids = told
    return (int(value) if value.isdecimal() else 0), value, event_ids


def _days(event: Event) -> str:
    """ISO 8601: a day, a month, a year, or first and last day."""
    when = event.date
    if when is None:
        return ""
    if when.precision is DatePrecision.YEAR:
        return f"{when.start:%Y}"
    if when.precision is DatePrecision.MONTH:
        return f"{when.start:%Y-%m}"
    return f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"


def _other_days(a: Event, b: Event, _side_of: SideOf) -> bool:
    if a.date is None or b.date is None:
        return False
    return a.date.end < b.date.start or b.date.end < a.date.start


_SAME_SPOT = frozenset({
    "same_point", "part_of", "site_of_town", "same_area", "inside_area", "same_admin1",
    "inside_area_far", "same_admin1_far", "same_country", "unknown",
})  # fmt: skip
"""Levels of `matching.time_and_place.place` at which two names do not exclude each other."""
_AROUND = frozenset({"same_town", "outskirts", "outskirts_across"})
"""Those at which they do not where a report says "near" or "east of"."""


def _other_places(a: Event, b: Event, side_of: SideOf) -> bool:
    if a.location is None or b.location is None:
        return False
    if name_key(a.location.name) == name_key(b.location.name):
        return False
    level = _LEVELS.get((a.location, b.location))
    if level is None:
        level = place(profile(a, side_of), profile(b, side_of))
        if len(_LEVELS) >= _LEVELS_MAX:
            _LEVELS.clear()
        _LEVELS[a.location, b.location] = level
    if level in _AROUND:
        return WherePrecision.NEAR not in (a.location.where_prec, b.location.where_prec)
    return level not in _SAME_SPOT


_LEVELS: dict[tuple[Place, Place], str] = {}
_LEVELS_MAX = 4_096
"""How near two places are, and of how many pairs it is kept at hand: an incident whose reports name
two asks again at each report that comes."""


def _named(event: Event) -> str | None:
    """The attackers that have a name."""
    known = sorted(a.actor_id or a.name for a in event.actors if not is_faceless(a))
    return ", ".join(known) or None


def _other_attackers(a: Event, b: Event, side_of: SideOf) -> bool:
    """Whether no side is named by both."""

    def sides(event: Event) -> set[str]:
        known = (actor for actor in event.actors if not is_faceless(actor))
        return {side_of(x.actor_id or "") or x.actor_id or x.name for x in known}

    return sides(a).isdisjoint(sides(b))


_FIELDS = (
    _Field("sub_event_type", lambda event: event.sub_event_type),
    _Field("outcome", lambda event: event.outcome),
    _Field("date", lambda event: event.date, _other_days, _days),
    _Field("location", lambda e: None if e.location is None else e.location.name, _other_places),
    _Field("deaths", lambda event: None if event.deaths is None else event.deaths.best),
    _Field("injured", lambda event: None if event.injured is None else event.injured.best),
    _Field("actors", _named, _other_attackers),
)
