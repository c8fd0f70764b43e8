"""What a country's name or demonym is part of: its capital, a part of it, its village, its soil.

Place in the flow: asked by `places.scan`, which finds the names.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter

from workers.extraction.places.capitals import Capitals
from workers.extraction.places.grounds import Grounds
from workers.extraction.places.quarters import Quarters
from workers.extraction.places.types import Hit
from workers.lexicon.gazetteer import Gazetteer


class Owned:
    """Asks for every country; `direction_of` tells the direction that a word names."""

    def __init__(self, gazetteer: Gazetteer, direction_of: Callable[[str], str]) -> None:
        self._kinds = gazetteer.columns.kinds
        self._countries = gazetteer.columns.countries
        self._capitals = Capitals(gazetteer)
        self._grounds = Grounds(gazetteer)
        self._quarters = Quarters(
            gazetteer, direction_of, self._capitals.entry, self._grounds.entry
        )

    def by_demonym(
        self,
        words: Sequence[str],
        at: int,
        offsets: Sequence[int],
        country: str,
        soil: list[Hit],
        begins_name: Callable[[str], bool],
    ) -> Hit | None:
        """The capital, part, town or village that is said to be a country's; its soil in `soil`."""
        found = self._capitals.of_demonym(words, at, offsets, country)
        if found is None:
            found = self._quarters.of_demonym(words, at, offsets, country)
        if found is None:
            found = self._grounds.of_settlement(words, at, offsets, country, begins_name)
        if found is None and (on := self._grounds.of_soil(words, at, offsets, country)):
            soil.append(on)
        return found

    def by_name(self, words: Sequence[str], hit: Hit, offsets: Sequence[int]) -> Hit | None:
        """The capital or part of a country where that is what its name is part of."""
        if len(hit.entries) != 1 or self._kinds[hit.entries[0]] != "country":
            return None
        country = self._countries[hit.entries[0]]
        capital = self._capitals.of_country(words, hit, offsets, country)
        return capital or self._quarters.of_country(words, hit, offsets, country)

    def with_soil(self, hits: list[Hit], soil: list[Hit]) -> list[Hit]:
        """The hits and the territories, where no hit is more exact than a country."""
        if not soil or any(self._kinds[e] != "country" for hit in hits for e in hit.entries):
            return hits
        return sorted((*hits, *soil), key=attrgetter("start"))

    def with_homes(
        self,
        words: Sequence[str],
        homes: Sequence[int],
        offsets: Sequence[int],
        hits: list[Hit],
        demonyms: Sequence[str],
    ) -> list[Hit]:
        """The hits and the parts of "the country", which stands at the words `homes`."""
        if not homes:
            return hits
        parts = self._quarters.of_homes(words, homes, offsets, hits, demonyms)
        return sorted((*hits, *parts), key=attrgetter("start"))
