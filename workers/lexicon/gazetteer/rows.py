"""One place before it is compiled, and the defaults that follow from its kind.

Place in the flow: every source of places (`sources`, our own tables, imported ones) yields `Row`s;
`compiled` packs them.
"""

from dataclasses import dataclass
from math import log10

from workers.model import WherePrecision

PRECISION_OF: dict[str, WherePrecision] = {
    "country": WherePrecision.COUNTRY,
    "admin1": WherePrecision.ADMIN1,
    "admin2": WherePrecision.ADMIN2,
    "region": WherePrecision.REGION,
    "sea": WherePrecision.INTERNATIONAL,
    "front": WherePrecision.NEAR,
    "road": WherePrecision.NEAR,
    "mountain": WherePrecision.NEAR,
    "valley": WherePrecision.NEAR,
    "river": WherePrecision.NEAR,
}
"""`where_prec` of kinds that are no point; all other kinds are exact. Source: UCDP GED Codebook
23.1."""

_WEIGHT_OF = {
    "country": 1.3, "capital": 0.9, "admin1": 0.7, "region": 0.7, "sea": 0.7, "city": 0.7,
    "admin2": 0.6, "base": 0.6, "field": 0.55, "airport": 0.6, "camp": 0.55, "crossing": 0.55,
    "town": 0.55, "front": 0.55, "mountain": 0.5, "island": 0.55, "village": 0.42,
}  # fmt: skip
_OTHER_WEIGHT = 0.45
_PEOPLE_OF_FULL_WEIGHT = 7.0
"""log10 of the population at which a town weighs 1 (ten millions): chosen."""
_CITY_PEOPLE = 50_000
_TOWN_PEOPLE = 5_000
"""Steps of size that news, too, name differently: chosen."""
_FAMOUS_PEOPLE = 300_000
_FAME = 0.25
"""A city of that size is meant wherever its name stands, not a namesake of the country in
question: chosen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place as its source gives it: raw `names`, prior `weight` of 0.3 to 1.3."""

    place_id: str
    name: str
    names: tuple[str, ...]
    country: str
    kind: str
    latitude: float | None
    longitude: float | None
    precision: int
    weight: float
    admin1: str = ""
    admin2: str = ""
    parent: str = ""


def default_weight(kind: str, population: int = 0) -> float:
    """The prior of a place that its source says nothing more about: by kind, or by population."""
    if population > 0:
        weight = min(1.0, max(0.3, log10(population) / _PEOPLE_OF_FULL_WEIGHT))
        return weight + (_FAME if population >= _FAMOUS_PEOPLE else 0.0)
    return _WEIGHT_OF.get(kind, _OTHER_WEIGHT)


def kind_of_town(population: int) -> str:
    """A city from 50,000 people, a town from 5,000, else a village."""
    if population >= _CITY_PEOPLE:
        return "city"
    return "town" if population >= _TOWN_PEOPLE else "village"
