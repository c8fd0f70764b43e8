"""Blocking: which events are worth comparing, so that cost stays flat.

Place in the flow: the book files every event under its `homes` and finds an arriving event's
candidates under its `reaches`. Two events can meet only when a reach of one is a home of the other,
whichever came first: the relation is symmetric (tested; its recall is measured in
docs/matching.md).

A block is a day (or, of events that may have happened on any day of a season, no day) and a place:
- points (town, base, street) under cells of two thirds of a degree, reached from the cells around;
- areas (district, province, front) under cells as wide as areas of their size reach, reached from
the cells around; they reach the points that the place comparison does not call impossible;
- vague places (a country, no place) under country and family of types, reached by all of the
country.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, cos, radians

from workers.lexicon.gazetteer.geometry import KM_PER_DEGREE
from workers.matching.profile import Whereabouts
from workers.matching.time_and_place import DAY_SLACK, DISTRICT_KM, reach_km
from workers.model import SubEventType

Where = int | str
"""A place's name as a block: a cell's number, or words; both are found without building a key."""

POINT_CELLS_A_DEGREE = 1.5
"""Two thirds of a degree, 74 km: the neighbouring rows hold whatever is not too far to be one
place."""

AREA_CELLS: tuple[tuple[float, float], ...] = ((30.0, 1.25), (90.0, 2.25), (200.0, 4.0))
"""Areas up to each radius in km (districts, provinces, regions), and the degrees of their cells:
so wide that an area and whatever no larger it can be compared with lie in neighbouring cells; far
from the equator, beyond latitude 36 or so, in some more columns."""

NARROWEST = 0.2
"""Cosine of latitude 78: beyond, where nobody lives, a circle of longitude is searched as if it
were there."""

AREA_RADIUS_KM_MAX = AREA_CELLS[-1][0]
"""Wider than a region is vague."""

DAY_TOLERANCE = 1
"""Days apart that one attack may be told; see the vetoes of the day comparison."""

LOOSE_DAYS_MAX = 60
"""An interval longer than a month with its slack is loose: filed under no day."""

ANY_DAY = 0
"""The day that loose events are filed under, and that every event reaches."""

UNDATED_DAYS = 3
"""An undated event is searched from so many days before its publication to the day itself."""

_SECONDS_A_DAY = 86_400
_UNIX_ORDINAL = 719_163
"""date(1970, 1, 1).toordinal()."""

_FAMILY: dict[SubEventType, str] = {
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
FAMILIES = ("fire", "bomb", "arms")
"""Only what meets without a place is told apart by family: its blocks are the largest."""


def _span(a: Whereabouts) -> tuple[int, int]:
    """The days that an event may have happened on, both included.

    An imprecise date may miss by some days more, as the day comparison allows.
    """
    if a.day_start is None or a.day_end is None:
        day = int(a.published // _SECONDS_A_DAY) + _UNIX_ORDINAL
        return day - UNDATED_DAYS, day
    slack = 0 if a.day_precision == 1 else DAY_SLACK[a.day_precision]
    return a.day_start - slack, a.day_end + slack


_CELLS_A_ROW = 4_096
"""More than any row has: a cell's row and column are one number."""
_AREAS_FROM = 1 << 32
"""The smallest areas' cells are numbered from here, the next ones' from twice as much; points'
cells around zero."""


def _point_cell(latitude: float, longitude: float) -> int:
    row, column = latitude * POINT_CELLS_A_DEGREE // 1, longitude * POINT_CELLS_A_DEGREE // 1
    return int(row) * _CELLS_A_ROW + int(column)


def _area_cell(latitude: float, longitude: float, size: int, degrees: float) -> int:
    cell = int(latitude // degrees) * _CELLS_A_ROW + int(longitude // degrees)
    return _AREAS_FROM * (size + 1) + cell


def _area_home(latitude: float, longitude: float, radius_km: float) -> int:
    for size, (widest_km, degrees) in enumerate(AREA_CELLS):
        if radius_km <= widest_km:
            return _area_cell(latitude, longitude, size, degrees)
    raise ValueError(radius_km)


@lru_cache(maxsize=65_536)
def _around(cell: int, rows: int, columns: int) -> tuple[int, ...]:
    return tuple(
        cell + row * _CELLS_A_ROW + column
        for row in range(-rows, rows + 1)
        for column in range(-columns, columns + 1)
    )


def days_of(a: Whereabouts) -> Sequence[int]:
    """The days that an event is filed under: those it may have happened on."""
    start, end = _span(a)
    return range(start, end + 1) if end - start <= LOOSE_DAYS_MAX else (ANY_DAY,)


def days_reached(a: Whereabouts) -> Sequence[int]:
    """The days that an event's candidates are filed under."""
    start, end = _span(a)
    return (ANY_DAY, *range(start - DAY_TOLERANCE, end + DAY_TOLERANCE + 1))


def homes(a: Whereabouts) -> tuple[Where, Where]:
    """The places that an event is filed under on each of its days."""
    country = a.country or ""
    anywhere = f"anywhere {country} {_FAMILY[a.sub_event_type]}"
    if a.latitude is None or a.longitude is None:
        return f"vague {country}", anywhere
    if a.is_point:
        return _point_cell(a.latitude, a.longitude), anywhere
    if a.radius_km <= AREA_RADIUS_KM_MAX:
        return _area_home(a.latitude, a.longitude, a.radius_km), anywhere
    return f"vague {country}", anywhere


def reaches(a: Whereabouts) -> tuple[Where, ...]:
    """The places that hold an event's candidates."""
    return _reaches(a.country or "", a.latitude, a.longitude, a.is_point, a.radius_km)


@lru_cache(maxsize=16_384)
def _reaches(
    country: str,
    latitude: float | None,
    longitude: float | None,
    is_point: bool,  # noqa: FBT001 - a cached function's plain arguments
    radius_km: float,
) -> tuple[Where, ...]:
    is_vague = not is_point and radius_km > AREA_RADIUS_KM_MAX
    if latitude is None or longitude is None or is_vague:
        return tuple(f"anywhere {country} {family}" for family in FAMILIES)
    own = DISTRICT_KM if is_point else reach_km(radius_km)
    narrow = max(NARROWEST, cos(radians(latitude)))

    def around(cell: int, reach: float, cell_degrees: float) -> tuple[int, ...]:
        cells = reach / KM_PER_DEGREE / cell_degrees
        return _around(cell, ceil(cells), ceil(cells / narrow))

    found = [*around(_point_cell(latitude, longitude), own, 1 / POINT_CELLS_A_DEGREE)]
    for size, (widest_km, degrees) in enumerate(AREA_CELLS):
        cell = _area_cell(latitude, longitude, size, degrees)
        found += around(cell, max(own, reach_km(widest_km)), degrees)
    return (*found, f"vague {country}")
