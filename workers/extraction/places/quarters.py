"""Parts of a country said by direction: "the north of Mali", "Mali's north", "شمالي البلاد".

Place in the flow: asked by `places.scan` at each country, each demonym and each "the country". The
tables have a row for the parts that the news speaks of ("Northern Mali"); of others only the
country is known. "The country" is the one that the text names most, of equals the last before it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from workers.extraction.places.types import Hit, hit_of
from workers.lexicon.countries import load_countries
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.names import key

HOME: Final = "home"
"""What the scanner remembers of a word that means the country spoken of."""
HOME_WORDS: Final = frozenset({"البلاد", "country"})

_OWNS = "s"
"""Left of "'s"."""
_BETWEEN = 2
"""Adjectives between owner and direction: "Mali's restive desert north"."""
_DEMONYM = 0.4
"""A demonym's share of a name: chosen, as among the text's countries."""
_PARTS: Final = frozenset({"part", "parts", "region", "regions", "area", "areas", "corner"})
_ARABIC: Final = {
    "north": "شمال", "south": "جنوب", "east": "شرق", "west": "غرب", "centre": "وسط",
    "north-east": "شمال شرق", "north-west": "شمال غرب",
    "south-east": "جنوب شرق", "south-west": "جنوب غرب",
}  # fmt: skip
_ENGLISH: Final = {
    "north": "northern", "south": "southern", "east": "eastern", "west": "western",
    "centre": "central", "north-east": "northeast", "north-west": "northwest",
    "south-east": "southeast", "south-west": "southwest",
}  # fmt: skip
_ARTICLE = "ال"
_COARSE: Final = frozenset({"country", "region"})


class Quarters:
    """The parts of all countries as entries of the gazetteer.

    `direction_of`: the direction that a word names, empty for others. `capital_of`, `country_of`:
    the entries of a country's capital and of the country.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        direction_of: Callable[[str], str],
        capital_of: Callable[[str], int | None],
        country_of: Callable[[str], int | None],
    ) -> None:
        self._gazetteer = gazetteer
        self._capital = capital_of
        self._country = country_of
        self._direction_of = direction_of
        self._part = lru_cache(maxsize=None)(self._find_part)

    def of_country(
        self, words: Sequence[str], hit: Hit, offsets: Sequence[int], country: str
    ) -> Hit | None:
        """The part that an English country name is told with: "the north of Mali", "Mali's north".

        What stands right before a name ("northern Mali") the tables and the context read.
        """
        if not words[hit.word].isascii():
            return None
        last = hit.word + hit.length
        if words[last] == _OWNS:
            for end in range(last + 1, min(last + 2 + _BETWEEN, len(words))):
                if direction := self._direction_of(words[end]):
                    if self._direction_of(words[end + 1]) or not _is_noun(words[end]):
                        return None
                    return self._hit(words, hit.word, end + 1, offsets, direction, country)
            return None
        said = _before_of(words, hit.word, self._direction_of)
        if said is None:
            return None
        return self._hit(words, said[0], last, offsets, said[1], country)

    def of_demonym(
        self, words: Sequence[str], at: int, offsets: Sequence[int], country: str
    ) -> Hit | None:
        """The part that an Arabic demonym says whose it is: "الشمال المالي"."""
        before = words[at - 1] if at else ""
        first = before.find(_ARTICLE)
        if not 0 <= first <= 1 or not words[at].startswith(_ARTICLE):
            return None
        noun = before[first + len(_ARTICLE) :]
        direction = self._direction_of(noun)
        if not direction or _ARABIC[direction] != noun:
            return None
        return self._hit(words, at - 1, at + 1, offsets, direction, country, before[:first])

    def of_homes(
        self,
        words: Sequence[str],
        homes: Sequence[int],
        offsets: Sequence[int],
        hits: Sequence[Hit],
        demonyms: Sequence[str],
    ) -> Iterator[Hit]:
        """The parts of the country spoken of, at each word that means it.

        Only where the text names no place in it but its capital, where the page may be written:
        beside another place such words only say where that lies.
        """
        for at in homes:
            said = self._home(words, at)
            if said is None:
                continue
            first, last, direction, clitics = said
            country = self._spoken_of(first, hits, demonyms, direction)
            if not country or self._is_exact(country, hits):
                return
            part = self._hit(words, first, last, offsets, direction, country, clitics)
            if part is None and (entry := self._country(country)) is not None:
                part = hit_of(words, first, last - first, offsets, clitics, entry)
            if part is not None:
                yield part

    def _home(self, words: Sequence[str], at: int) -> tuple[int, int, str, str] | None:
        """First and last word, direction and clitics of "شمالي البلاد", "the country's north"."""
        if words[at].isascii():
            if at + 2 < len(words) and words[at + 1] == _OWNS:
                for end in range(at + 2, min(at + 3 + _BETWEEN, len(words))):
                    if direction := self._direction_of(words[end]):
                        return (at, end + 1, direction, "") if _is_noun(words[end]) else None
                return None
            first = at - 1 if at and words[at - 1] == "the" else at
            said = _before_of(words, first, self._direction_of)
            return None if said is None else (said[0], at + 1, said[1], "")
        if not at:
            return None
        clitics, direction = self._arabic(words[at - 1])
        first = at - 1
        if direction and not clitics and at > 1:
            more, other = self._arabic(words[at - 2])
            if other and f"{other}-{direction}" in _ARABIC:
                clitics, direction, first = more, f"{other}-{direction}", at - 2
        return (first, at + 1, direction, clitics) if direction in _ARABIC else None

    def _arabic(self, word: str) -> tuple[str, str]:
        """The clitics before a word of direction and the direction; empty for other words."""
        if direction := self._direction_of(word):
            return "", direction
        direction = self._direction_of(word[1:]) if word[:1] in ("ب", "و") else ""
        return (word[0], direction) if direction else ("", "")

    def _spoken_of(
        self, word: int, hits: Sequence[Hit], demonyms: Sequence[str], direction: str
    ) -> str:
        """The country that a text names most, of equals the last one before this word.

        One that has such a part comes before one that is named up to twice as often.
        """
        countries = self._gazetteer.columns.countries
        votes: defaultdict[str, float] = defaultdict(float)
        for country in demonyms:
            votes[country] += _DEMONYM
        before: dict[str, int] = {}
        for hit in hits:
            named = {countries[entry] for entry in hit.entries}
            if len(named) != 1 or not (country := named.pop()):
                continue
            votes[country] += 1
            if hit.word < word:
                before[country] = hit.word
        for country in votes:
            votes[country] *= 2 if self._part(direction, country) >= 0 else 1
        return max(votes, key=lambda country: (votes[country], before.get(country, -1)), default="")

    def _is_exact(self, country: str, hits: Sequence[Hit]) -> bool:
        """Whether a text names a place in the country, its capital aside."""
        columns, capital = self._gazetteer.columns, self._capital(country)
        return any(
            columns.countries[entry] == country and columns.kinds[entry] not in _COARSE
            for hit in hits
            if capital not in hit.entries
            for entry in hit.entries
        )

    def _hit(  # noqa: PLR0913, PLR0917 - the words of the part, and what they say
        self,
        words: Sequence[str],
        first: int,
        last: int,
        offsets: Sequence[int],
        direction: str,
        country: str,
        clitics: str = "",
    ) -> Hit | None:
        entry = self._part(direction, country)
        if entry < 0:
            return None
        return hit_of(words, first, last - first, offsets, clitics, entry)

    def _find_part(self, direction: str, code: str) -> int:
        """The entry of this part of the country, -1 where the tables have none."""
        country = load_countries().get(code)
        if country is None or direction not in _ENGLISH:
            return -1
        columns = self._gazetteer.columns
        names = [f"{_ENGLISH[direction]} {name}" for name in country.names_en]
        names += [f"{_ARABIC[direction]} {name}" for name in country.names_ar]
        for name in names:
            for entry in self._gazetteer.lookup(key(name)):
                if columns.countries[entry] == code:
                    return entry
        return -1


_HELD: Final = frozenset(
    {"held", "controlled", "run", "ruled", "government", "rebel", "opposition", "kurdish", "houthi",
     "far", "restive", "volatile", "troubled", "remote", "rugged", "arid", "desert", "war", "torn"}
)  # fmt: skip
"""Between the article and the direction: "the Kurdish-held northeast of Syria"."""
_ADJECTIVE_END = "ern"
_ADJECTIVES: Final = frozenset({"central"})


def _is_noun(word: str) -> bool:
    """Whether an English direction is a noun ("Mali's north"), no adjective ("Mali's northern")."""
    return not word.endswith(_ADJECTIVE_END) and word not in _ADJECTIVES


def _before_of(
    words: Sequence[str], at: int, direction_of: Callable[[str], str]
) -> tuple[int, str] | None:
    """Where "north of", "northern part of" before a name begins, and its direction."""
    if at < 2 or words[at - 1] != "of":  # noqa: PLR2004 - two words
        return None
    part = words[at - 2] in _PARTS
    where = at - 2 - part
    if where < 1:
        return None
    direction = direction_of(words[where])
    if not direction or part is _is_noun(words[where]):
        return None
    first = where - 1
    while words[first] in _HELD and first:
        first -= 1
    # "20 km north of Mali" lies outside of it.
    return (where, direction) if part or words[first] == "the" else None
