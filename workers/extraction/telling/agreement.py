"""Agreement: what two tellings of one article must share to be one attack: place, day, kind.

Place in the flow: under drafts and all that asks whether two places of an article can be one.
"""

import re
from functools import lru_cache
from math import sqrt
from unicodedata import normalize

from workers.extraction.dates.finder import DateMention
from workers.extraction.places.types import PlaceMention
from workers.lexicon.countries import country_areas
from workers.lexicon.gazetteer.geometry import km
from workers.model import DatePrecision, Place, SubEventType, WherePrecision

SAME_PLACE_KM = 20.0
"""Two points nearer than this are one place for an article: towns and their bases (chosen)."""
TOWNS_KM = 6.0
"""The same for two towns or villages: an article that names both tells them apart (chosen)."""
_AIRPORT_KM = 40.0
"""The same for a city and an airport, which may be its own (chosen)."""
_QUARTERS_KM = 1.0
"""The same for two quarters of one city (chosen)."""
_TOWNS = frozenset({"town", "city", "capital", "village", "settlement"})
_SMALL = frozenset({"town", "village", "settlement", "quarter"})
COAST = "Coast of "
"""Begins the names of the waters off a country, of which no text says where along it."""
_ADMIN1_KM = 150.0
_ADMIN2_KM = 25.0
_PART = 0.28
"""Of a country's width (the square root of its area): the half of a half (chosen)."""
_DIRECTIONS = ("North", "South", "East", "West", "Central")
"""Begin the names of regions that are parts of a country ("Southeast Turkey")."""

_AIR, _SHELL, _CLASH = (
    SubEventType.AIR_DRONE_STRIKE,
    SubEventType.SHELLING,
    SubEventType.ARMED_CLASH,
)
_NAMES_KEPT = 16_384
"""Names of places of which is remembered how they are compared."""
_DOUBLED = re.compile(r"(.)\1")

_IED, _SUICIDE, _ATTACK = (
    SubEventType.REMOTE_EXPLOSIVE,
    SubEventType.SUICIDE_BOMB,
    SubEventType.ATTACK,
)
_ABDUCT, _CHEM, _GRENADE = SubEventType.ABDUCTION, SubEventType.CHEMICAL, SubEventType.GRENADE

# Kinds that one article may use for one attack: a raid with a bomb and gunmen, shelling and
# strikes.
_COMPATIBLE: frozenset[frozenset[SubEventType]] = frozenset(
    frozenset(pair)
    for pair in (
        (_IED, _SUICIDE), (_IED, _ATTACK), (_SUICIDE, _ATTACK), (_SUICIDE, _CLASH),
        (_ATTACK, _CLASH),
        (_GRENADE, _ATTACK), (_GRENADE, _IED), (_IED, _CLASH), (_ABDUCT, _ATTACK), (_SHELL, _IED),
        (_CHEM, _AIR), (_CHEM, _SHELL), (_GRENADE, _CLASH), (_AIR, _IED), (_ABDUCT, _CLASH),
    )
)  # fmt: skip


def _radius(place: Place, near_km: float) -> float:
    match place.where_prec:
        case WherePrecision.EXACT | WherePrecision.NEAR:
            return near_km
        case WherePrecision.ADMIN2:
            return _ADMIN2_KM
        case WherePrecision.REGION:
            return max(_ADMIN1_KM, _part_km(place.name, place.country_code or ""))
        case WherePrecision.ADMIN1:
            return _ADMIN1_KM
        case _:
            return 2_000.0


@lru_cache(maxsize=_NAMES_KEPT)
def _part_km(name: str, country: str) -> float:
    """How far from its middle a part of a country told by direction reaches, 0 for others."""
    if not name.startswith(_DIRECTIONS):
        return 0.0
    return _PART * sqrt(country_areas().get(country, 0.0))


def km_apart(a: Place, b: Place) -> float | None:
    """Distance of two places in km, None where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return km((a.latitude, a.longitude), (b.latitude, b.longitude))


def contains_place(wide: Place, narrow: Place) -> bool:
    """Whether the wider place can hold the narrower one (country, province, distance)."""
    if wide.where_prec >= WherePrecision.COUNTRY:
        return wide.country_code is None or wide.country_code == narrow.country_code
    if wide.where_prec == WherePrecision.ADMIN1 and wide.admin1 and narrow.admin1:
        return wide.admin1 == narrow.admin1 and wide.country_code == narrow.country_code
    return same_place(wide, narrow)


def same_spot(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two place mentions of one article can mean one place; two towns are two places."""
    if a.place is None or b.place is None:
        return False
    near_km = SAME_PLACE_KM
    if "airport" in (a.kind, b.kind) and not {a.kind, b.kind}.isdisjoint(("city", "capital")):
        near_km = _AIRPORT_KM
    elif a.kind == b.kind == "quarter":
        near_km = _QUARTERS_KM
    elif {a.kind, b.kind} <= _TOWNS or {a.kind, b.kind} <= _SMALL:
        near_km = TOWNS_KM
    return same_place(a.place, b.place, near_km=near_km)


def same_place(a: Place, b: Place, *, near_km: float = SAME_PLACE_KM) -> bool:
    """Whether two places of one article can be the same one, as far as their precision tells.

    `near_km`: the distance below which two exact points are one place.
    """
    if a.place_id is not None and a.place_id == b.place_id:
        return True
    for wide, narrow in ((a, b), (b, a)):
        if wide.where_prec >= WherePrecision.COUNTRY:
            return wide.country_code is None or wide.country_code == narrow.country_code
        if wide.name == wide.admin1 and (wide.country_code, wide.admin1) == (
            narrow.country_code,
            narrow.admin1,
        ):
            return True
    if max(a.where_prec, b.where_prec) == WherePrecision.ADMIN1 and a.admin1 and b.admin1:
        return (a.country_code, a.admin1) == (b.country_code, b.admin1)
    apart = km_apart(a, b)
    if apart is None or a.name.startswith(COAST) or b.name.startswith(COAST):
        return a.country_code == b.country_code
    return apart <= max(_radius(a, near_km), _radius(b, near_km))


def names_its_province(place: Place) -> bool:
    """Whether a town has its province's name: the word alone does not tell which is meant."""
    own, province = _plain(place.name), _plain(place.admin1 or "")
    return len(own) > 2 and own == province  # noqa: PLR2004 - shorter names are accidents


@lru_cache(maxsize=_NAMES_KEPT)
def _plain(name: str) -> str:
    kept = name.lower().replace("ı", "i")
    for word in (" city", "governorate", "province", " strip"):
        kept = kept.replace(word, "")
    plain = "".join(c for c in normalize("NFKD", kept) if c.isalpha() and c.isascii())
    return _DOUBLED.sub(r"\1", plain.removeprefix("al"))


def compatible_kinds(a: SubEventType | None, b: SubEventType | None) -> bool:
    """Whether one article may tell one attack by both kinds."""
    return a is None or b is None or a == b or frozenset((a, b)) in _COMPATIBLE


def days_conflict(a: DateMention | None, b: DateMention | None) -> bool:
    """Whether two dates cannot be one attack's: apart at the precision that both have."""
    one = a.interval if a is not None else None
    other = b.interval if b is not None else None
    if one is None or other is None:
        return False
    slack = 0 if max(one.precision, other.precision) == DatePrecision.DAY else 1
    return (one.start - other.end).days > slack or (other.start - one.end).days > slack


def days_apart(a: DateMention | None, b: DateMention | None) -> int | None:
    """Days between the nearest ends of two dates, None where one of them is unknown."""
    one = a.interval if a is not None else None
    other = b.interval if b is not None else None
    if one is None or other is None:
        return None
    return max(0, (one.start - other.end).days, (other.start - one.end).days)
