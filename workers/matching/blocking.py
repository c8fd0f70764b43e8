"""Blocking: which events are worth comparing, so that an event's cost does not grow with the open incidents.

Place in the flow: the book files every event under its `homes` and finds an arriving event's
candidates under its `reaches`. Two events can match only when a reach of one is a home of the other,
whichever came first: `reaches` is symmetric (tested, and its recall is measured in docs/matching.md).

Keys: day x half-degree cell for points; day x province and day x country x type family for areas;
undated and loosely dated events live in week buckets instead of days.
"""

from collections.abc import Iterator

from workers.matching.profile import Profile
from workers.model import SubEventType

BlockKey = tuple[str | int, ...]

CELLS_A_DEGREE = 2
"""Half a degree, about 55 km: with the eight neighbours every pair within 45 km meets up to latitude 60."""

DAY_TOLERANCE = 1
"""Days apart that one attack may be told; see the vetoes in weights.toml."""

LOOSE_DAYS_MAX = 40
"""An interval longer than a month is searched by its first days only: year-precise events are recalled
history and do not meet fresh ones."""

UNDATED_DAYS = 3
"""An undated event is searched from so many days before its publication to the day itself."""

_SECONDS_A_DAY = 86_400
_UNIX_ORDINAL = 719_163
"""date(1970, 1, 1).toordinal()."""

FAMILY: dict[SubEventType, str] = {
    SubEventType.AIR_DRONE_STRIKE: "fire",
    SubEventType.SHELLING: "fire",
    SubEventType.CHEMICAL: "fire",
    SubEventType.REMOTE_EXPLOSIVE: "bomb",
    SubEventType.SUICIDE_BOMB: "bomb",
    SubEventType.GRENADE: "bomb",
    SubEventType.ARMED_CLASH: "arms",
    SubEventType.ATTACK: "arms",
    SubEventType.ABDUCTION: "arms",
    SubEventType.SEXUAL_VIOLENCE: "arms",
}
"""Only for events without a point, whose blocks are the largest."""


def _span(a: Profile) -> tuple[int, int]:
    """The days that an event may have happened on, both included."""
    if a.day_start is None or a.day_end is None:
        day = int(a.published // _SECONDS_A_DAY) + _UNIX_ORDINAL
        return day - UNDATED_DAYS, day
    return a.day_start, min(a.day_end, a.day_start + LOOSE_DAYS_MAX)


def _where(a: Profile) -> tuple[BlockKey, ...]:
    """The place part of an event's homes."""
    country = a.country or "ZZ"
    if a.is_point and a.latitude is not None and a.longitude is not None:
        north, east = _cell(a.latitude, a.longitude)
        return ((north, east), (country, FAMILY[a.sub_event_type], "any"))
    return ((country, "area"), (country, FAMILY[a.sub_event_type], "any"))


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude * CELLS_A_DEGREE // 1), int(longitude * CELLS_A_DEGREE // 1)


def homes(a: Profile) -> Iterator[BlockKey]:
    """The keys that an event is filed under: one for each day it may have happened on and place part."""
    start, end = _span(a)
    for day in range(start, end + 1):
        for where in _where(a):
            yield day, *where


def reaches(a: Profile) -> Iterator[BlockKey]:
    """The keys that hold an event's candidates."""
    start, end = _span(a)
    country = a.country or "ZZ"
    for day in range(start - DAY_TOLERANCE, end + DAY_TOLERANCE + 1):
        if a.is_point and a.latitude is not None and a.longitude is not None:
            north, east = _cell(a.latitude, a.longitude)
            for row in (north - 1, north, north + 1):
                for column in (east - 1, east, east + 1):
                    yield day, row, column
            yield day, country, "area"
        else:
            for family in ("fire", "bomb", "arms"):
                yield day, country, family, "any"
