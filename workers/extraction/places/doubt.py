"""Readings of a name that cannot be meant: far from where the text puts it, alone in its country.

Place in the flow: asked by `places.resolve` once every name has its likeliest place. A small place
must be spoken for: by the text's other places, by a demonym, by what it is said to lie in. One that
is not gives way to its namesake that is, else the name is left open and `places.mentions` takes
what it lies in.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from workers.extraction.places.types import Context, Scan
from workers.lexicon.borders import told_together
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.names import LATIN_ARTICLES
from workers.lexicon.gazetteer.own import OWN_PREFIX

_FAMOUS = 1.0
_SPEAKS = 0.6
"""Weight from which a place speaks for its country: towns of 15,000 people, our own tables'."""
_AGAINST = 3
"""Names and demonyms of one country against which one lonely name of another is not believed."""
_AGAINST_LITTLE = 2
"""The same against a village that only a packaged table has; chosen."""
_NEVER_DOUBTED = frozenset(("country", "region", "sea", "river"))
_KNOWN_TO_ALL = frozenset(("city", "capital", "admin1", "airport", "port"))
"""Kinds of our own tables that texts name without a word on their country."""
_PARENT_KM = {"admin1": 180.0, "region": 250.0, "country": 0.0, "sea": 0.0, "river": 0.0}
_NEAR_TOWN_KM = 75.0
"""A place in or beside a town lies nearer; chosen."""
_BEYOND_TOWN_KM = 110.0
"""The same for what lies "north of" a town, so far that no distance is told; chosen."""
SOUND_KM = 300.0
"""Farther from all places of its country that are named, what sounds alike is another; chosen."""
_SMALL = frozenset(("town", "village", "quarter", "site", "crossing", "street", "market", "mosque",
                    "square", "road", "camp", "hospital", "school", "settlement", "front",
                    "mountain", "valley", "field", "base", "island"))  # fmt: skip


_HILLS = frozenset(("mountain", "valley"))
_BIG_TOWNS = frozenset(("city", "capital"))
_WIDE = frozenset(("admin1", "admin2", "country"))
_TOWNS_MAX = 12
"""Big towns of a text that a quarter may lie in."""
_HAMLETS = frozenset(("village", "town"))
_TOWNS = frozenset(("city", "capital", "town", "admin1", "admin2"))
_BUILDINGS = frozenset(("mosque", "street"))
"""First kinds of the nouns of buildings and streets, many of which bear a far town's name."""


class Doubts:
    """What the names of one text say for and against a reading of one of them."""

    def __init__(
        self,
        scan: Scan,
        contexts: Sequence[Context],
        gazetteer: Gazetteer,
        hints: Mapping[str, float],
        entries: Sequence[int],
    ) -> None:
        self._scan = scan
        self._contexts = contexts
        self._gazetteer = gazetteer
        self._entries = entries
        self._demonyms = Counter([*scan.demonyms, *hints])
        self._speakers: dict[str, set[str]] = {}
        self._counts = Counter(self._demonyms)
        columns = gazetteer.columns
        towns = (entry for entry in entries if entry >= 0 and columns.kinds[entry] in _BIG_TOWNS)
        self._towns = tuple(islice(dict.fromkeys(towns), _TOWNS_MAX))
        for number, entry in enumerate(entries):
            if entry < 0 or contexts[number].person or not columns.countries[entry]:
                continue
            country = columns.countries[entry]
            if columns.weights[entry] >= _SPEAKS:
                self._speakers.setdefault(country, set()).add(scan.hits[number].key)
            self._counts[country] += 1
        self._leading = max(self._counts, key=lambda code: (self._counts[code], code), default="")

    def impossible(self, number: int, entry: int) -> bool:
        """Whether hit `number` cannot mean this entry."""
        columns = self._gazetteer.columns
        kind, country = columns.kinds[entry], columns.countries[entry]
        if (
            self._is_no_hill(number, kind, country)
            or self._is_no_quarter(number, entry)
            or self._is_buildings_name(number)
            or self._is_far_sound(number, entry)
        ):
            return True
        if kind in _NEVER_DOUBTED or not country:
            return False
        if self._abroad(number, entry):
            return True
        if columns.weights[entry] >= _FAMOUS:
            return False
        if self._outside_parent(number, entry):
            return True
        ours = columns.ids[entry].startswith(OWN_PREFIX)
        little = not ours and columns.weights[entry] < _SPEAKS
        against = _AGAINST_LITTLE if little else _AGAINST
        return not (ours and kind in _KNOWN_TO_ALL) and self._lonely(number, country, against)

    def _is_far_sound(self, number: int, entry: int) -> bool:
        """Whether it is only like the name, and lies where the text names nothing."""
        country = self._gazetteer.columns.countries[entry]
        if not self._scan.hits[number].respelt:
            return False
        if any(self._speakers.values()) and not self._spoken_for_by_place(number, country):
            return True
        columns, here = self._gazetteer.columns, self._gazetteer.point(entry)
        points = [
            point
            for at, other in enumerate(self._entries)
            if at != number
            and other >= 0
            and columns.countries[other] == country
            and columns.kinds[other] not in _NEVER_DOUBTED
            and (point := self._gazetteer.point(other)) is not None
        ]
        return here is not None and bool(points) and min(km(here, p) for p in points) > SOUND_KM

    def _spoken_for_by_place(self, number: int, country: str) -> bool:
        return bool(self._speakers.get(country, set()) - {self._scan.hits[number].key})

    def _is_no_hill(self, number: int, kind: str, country: str) -> bool:
        """Whether the text names a hill or a valley and the entry is a big town or its province.

        "The mountains of" a province may be meant where the text speaks of its country.
        """
        noun = self._contexts[number].noun
        if not noun or noun[0] not in _HILLS:
            return False
        return kind in _BIG_TOWNS or (kind == "admin1" and not self._spoken_for(number, country))

    def _is_no_quarter(self, number: int, entry: int) -> bool:
        """Whether the text names a quarter and the entry is a town abroad or a far village."""
        context = self._contexts[number]
        if not context.noun or context.noun[0] != "quarter":
            return False
        columns = self._gazetteer.columns
        kind, country = columns.kinds[entry], columns.countries[entry]
        above = self._entries[context.parent] if context.parent >= 0 else -1
        around = columns.countries[above] if above >= 0 else ""
        if kind == "country":
            return True
        if kind in _TOWNS and around:
            return around != country
        if kind in _TOWNS or kind in _HAMLETS:
            others = {columns.countries[town] for town in self._towns if town != entry}
            if others and country not in others:
                return not self._spoken_for(number, country)
        if kind not in _HAMLETS or columns.weights[entry] >= _SPEAKS:
            return False
        return bool(self._towns) and all(self._far(entry, town) for town in self._towns)

    def _is_buildings_name(self, number: int) -> bool:
        """Whether it only names a hotel or street elsewhere ("فندق بغداد في بنغازي").

        Here, or where the text names the same building again.
        """
        name = self._scan.hits[number].key
        return self._is_building(number) and any(
            self._scan.hits[other].key == name
            and self._is_building(other)
            and self._stands_elsewhere(other)
            for other in range(len(self._entries))
        )

    def _is_building(self, number: int) -> bool:
        noun = self._contexts[number].noun
        return bool(noun) and noun[0] in _BUILDINGS

    def _stands_elsewhere(self, number: int) -> bool:
        """Whether the text puts it into a place far from what its name means."""
        context, entry = self._contexts[number], self._entries[number]
        above = self._entries[context.parent] if context.parent >= 0 and context.within else -1
        if above < 0 or entry < 0 or above == entry:
            return False
        countries = self._gazetteer.columns.countries
        if not countries[above] or not countries[entry]:
            return False
        return countries[above] != countries[entry] or self._far(entry, above)

    def lonely(self, number: int, entry: int) -> bool:
        """Whether nothing else speaks for its country in a text that speaks much of another."""
        columns = self._gazetteer.columns
        return columns.kinds[entry] not in _NEVER_DOUBTED and self._lonely(
            number, columns.countries[entry]
        )

    def outdone(self, number: int, other: int) -> bool:
        """Whether the text speaks for this other bearer of the name, a place known enough."""
        columns = self._gazetteer.columns
        return columns.weights[other] >= _SPEAKS and self._spoken_for(
            number, columns.countries[other]
        )

    def _lonely(self, number: int, country: str, against: int = _AGAINST) -> bool:
        if country in ("", self._leading) or self._counts[self._leading] < against:
            return False
        if told_together(country, self._leading):
            return False
        return not self._spoken_for(number, country)

    def _spoken_for(self, number: int, country: str) -> bool:
        others = self._speakers.get(country, set()) - {self._scan.hits[number].key}
        return bool(others) or self._demonyms[country] > 0

    def _outside_parent(self, number: int, entry: int) -> bool:
        """Whether it lies elsewhere than the text says: "X in Y", "X east of Y"."""
        context = self._contexts[number]
        above = self._entries[context.parent] if context.parent >= 0 else -1
        if above < 0 or not context.within or above == entry:
            return False
        columns = self._gazetteer.columns
        if not columns.countries[above]:
            return False
        sure = self._is_long(number) and columns.ids[entry].startswith(OWN_PREFIX)
        if sure or columns.kinds[entry] not in _SMALL or self._contexts[context.parent].distance_km:
            return False
        divisions = {columns.admin1[entry], columns.admin2[entry]}
        around_it = self._scan.hits[context.parent].entries
        beyond = bool(self._contexts[context.parent].direction)
        return divisions.isdisjoint(columns.names[at] for at in around_it) and self._far(
            entry, above, _BEYOND_TOWN_KM if beyond else _NEAR_TOWN_KM
        )

    def _is_long(self, number: int) -> bool:
        """Whether its name has several words, beside its article."""
        first, _, rest = self._scan.hits[number].key.partition(" ")
        return " " in rest or (bool(rest) and first not in LATIN_ARTICLES)

    def _abroad(self, number: int, entry: int) -> bool:
        """Whether it lies in another country than the text says, of which nothing else speaks."""
        context = self._contexts[number]
        above = self._entries[context.parent] if context.parent >= 0 else -1
        if above < 0 or not context.within or above == entry:
            return False
        columns = self._gazetteer.columns
        country, around = columns.countries[entry], columns.countries[above]
        if columns.weights[entry] >= _FAMOUS and columns.kinds[above] not in _WIDE:
            return False
        return bool(around) and country != around and not self._spoken_for(number, country)

    def _far(self, entry: int, above: int, town_km: float = _NEAR_TOWN_KM) -> bool:
        here, there = self._gazetteer.point(entry), self._gazetteer.point(above)
        limit = _PARENT_KM.get(self._gazetteer.columns.kinds[above], town_km)
        return bool(limit and here and there) and km(here, there) > limit  # type: ignore[arg-type]  # both are known
