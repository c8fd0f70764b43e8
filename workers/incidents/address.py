"""A place in words, from small to large.

Place in the flow: headlines, and what the commands show. Pure.
"""

import re

from workers.model import Place

_WATERS = re.compile(r"\b(?:Sea|Gulf|Ocean|Strait|Bab al-Mandab)\b")
"""Names of seas: their country is only the coast nearest to the attack."""


def address(place: Place, *, divisions: bool = True) -> str:
    """Such as "Abha, Asir, Saudi Arabia"; a sea, or the coast of a country, by its name alone.

    `divisions`: with the first-level division.
    """
    country = place.country or place.country_code
    if _WATERS.search(place.name) or (country is not None and place.name.endswith(f" {country}")):
        return place.name
    names = (place.name, place.admin1 if divisions else None, country)
    return ", ".join(dict.fromkeys(name for name in names if name))
