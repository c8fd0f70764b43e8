"""A country named by its demonym and a noun: "a Lebanese village", "الأراضي السورية".

Place in the flow: asked by `places.scan` at each demonym. Where the village's own name follows,
that name is the place and this is none; whose soil it was counts only where the text has no place
that is more exact.
"""

from collections.abc import Callable, Sequence
from typing import Final

from workers.extraction.places.types import Hit, hit_of
from workers.lexicon.countries import load_countries
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.names import key

_SETTLEMENTS: Final = frozenset({"village", "villages", "town", "towns", "city", "cities"})
_SOIL: Final = frozenset({"territory", "territories", "soil", "airspace"})
_KINDS_OF: Final = frozenset({"border", "coastal", "northern", "southern", "eastern", "western"})
"""Between demonym and noun: "a Lebanese border village"."""

_ARABIC_SOIL: Final = frozenset({"اراضي", "عمق", "داخل", "اجواء"})
"""Definite as their demonym: "الأراضي اللبنانية"."""
_ARABIC_SETTLEMENTS: Final = frozenset({
    "قريه", "بلده", "مدينه", "محافظه", "قري", "بلدات", "مدن", "محافظات",
})  # fmt: skip
"""Indefinite as their demonym: "قرية لبنانية"."""
_DEFINITE: Final = ("وبال", "وال", "بال", "ال", "لل")
_INDEFINITE: Final = ("وب", "ول", "و", "ب", "ل", "")
"""Clitics, those of the article's fused with it."""


class Grounds:
    """The countries as entries of the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        columns = gazetteer.columns
        self._entries: dict[str, int] = {}
        for code, country in load_countries().items():
            for entry in gazetteer.lookup(key(country.name)):
                if columns.countries[entry] == code and columns.kinds[entry] == "country":
                    self._entries[code] = entry

    def entry(self, country: str) -> int | None:
        """The entry of a country, by its ISO alpha-2 code."""
        return self._entries.get(country)

    def of_settlement(
        self,
        words: Sequence[str],
        at: int,
        offsets: Sequence[int],
        country: str,
        begins_name: Callable[[str], bool],
    ) -> Hit | None:
        """The country whose village or town the demonym at a word says it is.

        `begins_name`: whether a word begins a name of the gazetteer.
        """
        entry = self._entries.get(country)
        if entry is None:
            return None
        if not words[at].isascii():
            clitics = _before(words, at, _ARABIC_SETTLEMENTS, definite=False)
            return None if clitics is None else hit_of(words, at - 1, 2, offsets, clitics, entry)
        noun = at + 1 + (words[at + 1] in _KINDS_OF)
        if noun >= len(words) or words[noun] not in _SETTLEMENTS:
            return None
        named = noun + 1 + (words[noun + 1 : noun + 2] == ["of"])
        if named < len(words) and begins_name(words[named]):
            return None
        return hit_of(words, at, noun + 1 - at, offsets, "", entry)

    def of_soil(
        self, words: Sequence[str], at: int, offsets: Sequence[int], country: str
    ) -> Hit | None:
        """The country whose territory the demonym at a word says it is."""
        entry = self._entries.get(country)
        if entry is None:
            return None
        if words[at].isascii():
            found = words[at + 1] in _SOIL
            return hit_of(words, at, 2, offsets, "", entry) if found else None
        clitics = _before(words, at, _ARABIC_SOIL, definite=True)
        return None if clitics is None else hit_of(words, at - 1, 2, offsets, clitics, entry)


def _before(words: Sequence[str], at: int, nouns: frozenset[str], *, definite: bool) -> str | None:
    """The clitics of a noun before a demonym that agrees with it, None where there is none."""
    if not at or words[at].startswith("ال") is not definite:
        return None
    noun = words[at - 1]
    for clitics in _DEFINITE if definite else _INDEFINITE:
        if noun.startswith(clitics) and noun[len(clitics) :] in nouns:
            return clitics.removesuffix("ال").removesuffix("لل")
    return None
