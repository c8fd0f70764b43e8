"""Comparisons of when and where: day, place, place name.

Place in the flow: rows of the table in `matching.features`. Each function names the level that two
profiles reach; `weights.toml` says how many bits a level is worth and which levels are vetoes.
"""

from collections.abc import Callable
from functools import cache
from math import cos, radians

from workers.lexicon.borders import told_together
from workers.lexicon.gazetteer.geometry import KM_PER_DEGREE, km
from workers.matching.frequency import RARITIES
from workers.matching.profile import RADIUS_KM, Profile
from workers.model import WherePrecision

DAY_SLACK: tuple[int, ...] = (0, 1, 2, 4, 10, 60)
"""Days that an interval may miss by, at UCDP date_prec 1..5 (index 0: no date): about a third of
the span."""

OVERNIGHT_S = 18 * 3600
"""Two reports this near in time that differ by a day tell a night, or one of them the date of its
own day; reports of two days' attacks are mostly a day apart, like their attacks (seen on 2018-02).
Where days are vague it tells most: 87 pairs of one attack and 397 of two come so near, 27 and
1,191 do not (all labelled corpora, gold and own events)."""

SOON_S = 3 * 3600
"""Two reports of a vague day that come so near in time tell more often of one attack, even where
attacks are frequent: 35 of 98 pairs of our own events, 56 of 364 up to `OVERNIGHT_S`."""

SAME_POINT_KM = 1.5
"""Two gazetteers put one town centre this far apart (median over the bases of bases.tsv;
chosen)."""

TOWN_KM, OUTSKIRTS_KM, DISTRICT_KM = 8.0, 25.0, 60.0
"""Rings of distance: a town, its outskirts (the scorer's own tolerance), a district. Beyond the
last one lies one in a thousand pairs of points that tell one attack (development corpora)."""


PROVINCE_KM = RADIUS_KM[WherePrecision.ADMIN1]
MIDDLE_KM = 30.0
"""From here a place is far from an area's middle. Of our own pairs 77 of one attack and 274 of two
lie nearer, 4 and 454 farther (five labelled corpora)."""


def day(a: Profile, b: Profile) -> str:
    """Days apart when both are dated to the day; otherwise whether the two intervals can meet."""
    if a.day_start is None or a.day_end is None or b.day_start is None or b.day_end is None:
        return "unknown"
    gap = b.day_start - a.day_end
    if gap < 0:
        gap = max(0, a.day_start - b.day_end)
    if a.day_precision == 1 and b.day_precision == 1:
        if gap == 1:
            return _next_day(a, b)
        return _DAYS_APART.get(gap, "other_day")
    if gap == 0:
        middles = abs(a.day_start + a.day_end - b.day_start - b.day_end) / 2
        if middles < 1:
            return _same_middle(a, b)
        level = "within"
    elif gap <= DAY_SLACK[max(a.day_precision, b.day_precision)]:
        level = "beside"
    else:
        return "other_time"
    return level if abs(a.published - b.published) <= OVERNIGHT_S else f"{level}_apart"


def _same_middle(a: Profile, b: Profile) -> str:
    """How near in time two reports of one vague day come; in quiet neighbourhoods it is all one."""
    if _is_quiet(a, b):
        return "same_middle_quiet"
    apart = abs(a.published - b.published)
    if apart <= SOON_S:
        return "same_middle_soon"
    return "same_middle" if apart <= OVERNIGHT_S else "same_middle_apart"


def _next_day(a: Profile, b: Profile) -> str:
    """How two reports come to differ by a day.

    Both say it, or one's date was assumed; over night or not.

    One attack told with two days is mostly a night's, or a report's that names no day; in quiet
    neighbourhoods it is likelier than two attacks on two days running.
    """
    night = abs(a.published - b.published) <= OVERNIGHT_S
    level = "overnight" if night else "next_day"
    if a.day_is_said and b.day_is_said:
        return f"{level}_quiet" if night and _is_quiet(a, b) else level
    return f"{level}_assumed_quiet" if _is_quiet(a, b) else f"{level}_assumed"


def _is_quiet(a: Profile, b: Profile) -> bool:
    """Whether both places are known and neither is often attacked: see `matching.frequency`."""
    return a.is_quiet and b.is_quiet


_DAYS_APART = {0: "same_day", 2: "two_days"}
"""Levels of days apart, but for one day."""


def day_detail(a: Profile, b: Profile) -> str:
    """The days apart, in words."""
    if a.day_start is None or a.day_end is None or b.day_start is None or b.day_end is None:
        return "no date"
    gap = max(0, b.day_start - a.day_end, a.day_start - b.day_end)
    return "the same day" if gap == 0 else f"{gap} days apart"


def separation_km(a: Profile, b: Profile) -> float | None:
    """Kilometres between the two points; None where either has none."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return km((a.latitude, a.longitude), (b.latitude, b.longitude))


def place(a: Profile, b: Profile) -> str:  # noqa: PLR0911 - one return a level
    """How near two points are, whether an area can hold the other place, or the country alone."""
    apart = separation_km(a, b)
    if a.country is not None and b.country is not None and a.country != b.country:
        near = apart is not None and apart <= DISTRICT_KM
        return "over_border" if near and told_together(a.country, b.country) else "other_country"
    if apart is None:
        return _without_point(a, b)
    if not (a.is_point and b.is_point):
        return _with_area(a, b, apart)
    if apart <= SAME_POINT_KM or (a.place_id is not None and a.place_id == b.place_id):
        return "same_point"
    if apart > DISTRICT_KM:
        return "impossible"
    if _is_part(a, b):
        return "part_of"
    if apart <= OUTSKIRTS_KM and a.is_site != b.is_site:
        return "site_of_town"
    if apart <= TOWN_KM:
        return "same_town"
    if apart > OUTSKIRTS_KM:
        return "same_district"
    return "outskirts" if a.admin1 == b.admin1 else "outskirts_across"


def too_far_from(a: Profile) -> Callable[[Profile], bool]:
    """Tells quickly, and never wrongly, of which events the place comparison says "impossible".

    Those outside a square around it, whose sides are as far away as one place may be told. Most of
    a block's events are.
    """
    if a.latitude is None or a.longitude is None:
        return lambda _: False
    latitude, longitude, is_point = a.latitude, a.longitude, a.is_point
    near = _DISTRICT_DEGREES if a.is_point else _reach_degrees(a.radius_km)
    columns = near / cos(radians(min(_POLAR, abs(latitude) + near)))

    def too_far(b: Profile) -> bool:
        if b.latitude is None or b.longitude is None:
            return False
        rows = near if b.is_point else max(near, _reach_degrees(b.radius_km))
        if abs(b.latitude - latitude) <= rows and (
            rows > near or not columns < abs(b.longitude - longitude) < _CIRCLE - columns
        ):
            return False
        if is_point and b.is_point:
            return a.place_id is None or b.place_id != a.place_id
        return a.admin1 is None or b.admin1 != a.admin1

    return too_far


_POLAR, _CIRCLE = 89.0, 360.0
"""Degrees: no square is drawn nearer to a pole; a full circle of longitude."""

_DISTRICT_DEGREES = DISTRICT_KM / KM_PER_DEGREE


def _is_part(a: Profile, b: Profile) -> bool:
    """Whether one place is named as the district or province of the other.

    A city and its street.
    """
    return a.place_key in (b.admin1, b.admin2) or b.place_key in (a.admin1, a.admin2)


def _without_point(a: Profile, b: Profile) -> str:
    if a.admin1 is not None and b.admin1 is not None:
        return "same_admin1" if a.admin1 == b.admin1 else "other_admin1"
    if a.country is None or b.country is None:
        return "unknown"
    return "same_country"


def _with_area(a: Profile, b: Profile, apart: float) -> str:
    reach = max(a.radius_km, b.radius_km)
    if apart <= SAME_POINT_KM:
        return "same_area"
    near = apart <= MIDDLE_KM
    if a.admin1 is not None and a.admin1 == b.admin1:
        if near:
            return "same_admin1"
        return "in_province_far" if _is_province_of(a, b) else "same_admin1_far"
    if apart <= reach:
        return "inside_area" if near else "inside_area_far"
    return "beside_area" if apart <= reach_km(reach) else "impossible"


def _is_province_of(a: Profile, b: Profile) -> bool:
    """Whether one is a point and the other no more than the province that it lies in.

    A report that names the province alone leaves open where; a region or a countryside does not.
    """
    return a.is_point != b.is_point and PROVINCE_KM in (a.radius_km, b.radius_km)


def reach_km(radius_km: float) -> float:
    """From here an area is not the place that a report means.

    Half its radius and a district beyond its edge.
    """
    return 1.5 * radius_km + DISTRICT_KM


@cache
def _reach_degrees(radius_km: float) -> float:
    return reach_km(radius_km) / KM_PER_DEGREE


def place_detail(a: Profile, b: Profile) -> str:
    """The kilometres and the names."""
    apart = separation_km(a, b)
    names = f"{a.place_key or '?'} / {b.place_key or '?'}"
    return names if apart is None else f"{apart:.0f} km, {names}"


def place_name(a: Profile, b: Profile) -> str:
    """Whether the places' names (English or as written) say the same spot: quarters, sites, bases.

    A city and its street, a province and its town have other names by nature: those are not
    compared.
    """
    if not a.place_tokens or not b.place_tokens or a.is_point != b.is_point or _is_part(a, b):
        return "unknown"
    if a.place_key == b.place_key:
        return "equal"
    shared = len(a.place_tokens & b.place_tokens)
    if not shared:
        return "differ"
    smaller = min(len(a.place_tokens), len(b.place_tokens))
    return "alike" if 2 * shared > smaller else "share"


def place_name_detail(a: Profile, b: Profile) -> str:
    """The words that both names hold."""
    shared = sorted(a.place_tokens & b.place_tokens)
    return "both: " + ", ".join(shared) if shared else "no word in common"


def rarity(a: Profile, b: Profile) -> str:
    """How rarely the neighbourhood of two near places is attacked: what meeting there is worth."""
    if a.rarity is None or b.rarity is None or a.latitude is None or b.latitude is None:
        return "unknown"
    if abs(a.latitude - b.latitude) > _OUTSKIRTS_DEGREES:
        return "unknown"
    apart = separation_km(a, b)
    if apart is None or apart > OUTSKIRTS_KM:
        return "unknown"
    return RARITIES[max(a.rarity, b.rarity)]


_OUTSKIRTS_DEGREES = OUTSKIRTS_KM / KM_PER_DEGREE
"""Further apart in latitude is further apart: spares most pairs the distance."""


def rarity_detail(a: Profile, b: Profile) -> str:
    """The days of attack in the counted year."""
    return f"attacked on {max(a.attack_days or 0, b.attack_days or 0)} days of a year"
