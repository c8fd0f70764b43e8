"""A place in words, from small to large.

Place in the flow: headlines, and what the commands show. Pure.
"""

import re
from functools import lru_cache

from workers.model import Place

_WATERS = re.compile(r"\b(?:Sea|Gulf|Ocean|Strait|Bab al-Mandab)\b")
"""Names of seas: their country is only the coast nearest to the attack."""


def address(place: Place, *, divisions: bool = True) -> str:
    """Such as "Abha, Asir, Saudi Arabia"; a sea, or the coast of a country, by its name alone.

    `divisions`: with the first-level division.
    """
    country = place.country or place.country_code
    return _address(place.name, place.admin1 if divisions else None, country)


@lru_cache(maxsize=16_384)
def _address(name: str, division: str | None, country: str | None) -> str:
    if _WATERS.search(name) or (country is not None and name.endswith(f" {country}")):
        return name
    return ", ".join(dict.fromkeys(each for each in (name, division, country) if each))
