"""Capitals named by their country alone: "the Somali capital", "العاصمة الصومالية".

Place in the flow: asked by `places.scan` at each demonym and for each country that it found. Whose
capital it is says which city; where its name follows, that name is the place and this is none.
"""

from collections.abc import Sequence

from workers.extraction.places.types import Hit, hit_of
from workers.lexicon.countries import load_countries
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.names import key

_CITY_KINDS = frozenset(("city", "capital", "town"))
_CAPITAL = "capital"
_DEFINITE = {"العاصمه": "", "بالعاصمه": "ب", "للعاصمه": "ل", "والعاصمه": "و", "وبالعاصمه": "وب"}
"""The Arabic word with its clitics, definite as an adjective behind it needs it."""
_POSSESSED = {"عاصمه": "", "بعاصمه": "ب", "لعاصمه": "ل", "وعاصمه": "و"}
"""The same before its owner: "عاصمة الصومال"."""
_FEMININE = "ه"
_OWNS = "s"
"""Left of "'s": "the capital of Sudan's North Kordofan" is not Sudan's."""
_SECOND = frozenset(
    {
        "الاقتصاديه", "التجاريه", "الماليه", "الصناعيه", "الثقافيه", "السياحيه", "الثانيه",
        "الروحيه", "الدينيه", "التاريخيه", "القديمه", "السابقه", "economic", "commercial",
        "financial", "business", "industrial", "cultural", "tourist", "former", "ancient", "old",
        "provincial", "state", "regional",
    }
)  # fmt: skip
"""Words beside it that speak of another city than the seat of government."""
_NAMED_WITHIN = 3
"""Words behind in which its own name may follow: "the Somali capital of Mogadishu"."""


class Capitals:
    """The capitals of all countries as entries of the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries: dict[str, int] = {}
        self._firsts: dict[str, frozenset[str]] = {}
        columns = gazetteer.columns
        for code, country in load_countries().items():
            names = [key(name) for name in (*country.capitals_en, *country.capitals_ar)]
            cities = [
                entry
                for name in names
                for entry in gazetteer.lookup(name)
                if columns.countries[entry] == code and columns.kinds[entry] in _CITY_KINDS
            ]
            if cities:
                self._entries[code] = max(cities, key=lambda at: (columns.weights[at], -at))
                self._firsts[code] = frozenset(name.split(" ", 1)[0] for name in names)

    def entry(self, country: str) -> int | None:
        """The entry of a country's capital, by its ISO alpha-2 code."""
        return self._entries.get(country)

    def of_demonym(
        self, words: Sequence[str], at: int, offsets: Sequence[int], country: str
    ) -> Hit | None:
        """The capital that the demonym at a word is part of: "Somali capital", its Arabic."""
        if words[at + 1] == _CAPITAL:
            return self._hit(words, at, 2, offsets, country, "")
        clitics = _DEFINITE.get(words[at - 1]) if at else None
        if clitics is None or not words[at].endswith(_FEMININE):
            return None
        return self._hit(words, at - 1, 2, offsets, country, clitics)

    def of_country(
        self, words: Sequence[str], hit: Hit, offsets: Sequence[int], country: str
    ) -> Hit | None:
        """The capital that a country's name is part of: "Somalia's capital", "عاصمة الصومال"."""
        last = hit.word + hit.length
        if words[last : last + 2] == [_OWNS, _CAPITAL]:
            return self._hit(words, hit.word, hit.length + 2, offsets, country, hit.clitics)
        if words[last] == _OWNS:
            return None
        if hit.word > 1 and words[hit.word - 2 : hit.word] == [_CAPITAL, "of"]:
            return self._hit(words, hit.word - 2, hit.length + 2, offsets, country, "")
        clitics = _POSSESSED.get(words[hit.word - 1]) if hit.word and not hit.clitics else None
        if clitics is None:
            return None
        return self._hit(words, hit.word - 1, hit.length + 1, offsets, country, clitics)

    def _hit(
        self,
        words: Sequence[str],
        first: int,
        length: int,
        offsets: Sequence[int],
        country: str,
        clitics: str,
    ) -> Hit | None:
        """The hit of these words, None where the city's own name follows or another is meant."""
        entry = self._entries.get(country)
        end = first + length
        if entry is None or not self._firsts[country].isdisjoint(words[end : end + _NAMED_WITHIN]):
            return None
        if words[end] in _SECOND or (first and words[first - 1] in _SECOND):
            return None
        return hit_of(words, first, length, offsets, clitics, entry)
