"""Names across scripts: an Arabic word against the Latin names of a country's towns.

Place in the flow: asked by the place finder for a name that no table has, once the country is
known. Two names can be the same when their consonants agree by class; among those the likeliest
spelling wins, then the larger town. Source: the consonant classes follow how Arabic newsrooms
transcribe (p as ب, v as ف, g as غ, ج, ك).
"""

import re
from functools import lru_cache
from math import log10
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz.fuzz import ratio

from workers.lexicon.gazetteer.compiled import ARABIC_COUNTRIES, Columns
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.names import is_arabic

SKELETON_MIN = 2
"""Names with fewer consonants are alike by chance."""

_LIKENESS_MIN = 0.66
"""Spellings less alike are other names (measured on pairs of known towns, see docs/adr/0009)."""
_LIKENESS_OF_SHORT = {2: 0.8, 3: 0.72}
"""By consonants in the skeleton, where there are few."""

_LIKENESS_IN_ARABIC = 0.85
"""Where names are Arabic the tables lack whole villages, not spellings."""
AROUND_KM = 120.0
"""A town lies no farther from the point of its governorate: half the width of a large one."""

_SIZE_BONUS = 0.02
"""What ten times the people adds to the likeness: a tie-break."""

_CANDIDATES_MAX = 400
"""Towns compared for one name: a skeleton shared by more says nothing."""

COUNTRIES_KEPT = 24
"""Countries whose index is kept: a partition of the stream sees few at a time; 2 MB each at
most."""

ANSWERS_KEPT = 20_000
"""Unknown names remembered with their answers."""

_ARABIC_CLASSES = str.maketrans({
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "د": "d", "ض": "d", "ذ": "d",
    "ظ": "d", "ك": "k", "ق": "k", "غ": "k", "ج": "k", "گ": "k", "خ": "k", "س": "s",
    "ص": "s", "ز": "s", "ش": "s", "ف": "f", "ڤ": "f", "ل": "l", "ر": "r", "م": "m",
    "ن": "n", "ا": "", "و": "", "ي": "", "ه": "", "ح": "", "ع": "", "ء": "",
})  # fmt: skip
_ARABIC_LETTERS = str.maketrans({
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "د": "d", "ض": "d", "ذ": "d",
    "ظ": "d", "ك": "k", "ق": "k", "غ": "g", "ج": "g", "گ": "g", "خ": "k", "س": "s",
    "ص": "s", "ز": "s", "ش": "s", "ف": "f", "ڤ": "f", "ل": "l", "ر": "r", "م": "m",
    "ن": "n", "ا": "a", "و": "u", "ي": "i", "ه": "a", "ح": "h", "ع": "a", "ء": "",
})  # fmt: skip
_LATIN_GROUPS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ts", "s"),
    ("tz", "s"), ("cz", "s"), ("sz", "s"), ("ph", "f"), ("gh", "g"), ("kh", "k"),
    ("dj", "g"), ("ck", "k"), ("qu", "k"), ("th", "t"), ("dh", "d"), ("ce", "se"),
    ("ci", "si"), ("cy", "si"), ("x", "ks"),
)  # fmt: skip
_LATIN_LETTERS = str.maketrans({
    "p": "b", "v": "f", "c": "k", "q": "k", "j": "g", "z": "s", "w": "u", "o": "u",
    "e": "i", "y": "i", "h": "",
})  # fmt: skip
_LATIN_CLASSES = str.maketrans({"g": "k", "a": "", "i": "", "u": ""})
_DOUBLED = re.compile(r"([a-z])\1+")
_NO_LATIN = re.compile("[^a-z\n]+")


class Town(NamedTuple):
    """A town found, `at` in the packed Latin columns, `likeness` in [0, 1]."""

    at: int
    likeness: float


def spelled(name: str) -> str:
    """A name of either script in one coarse Latin spelling; lines of Latin names stay lines."""
    if is_arabic(name):
        return _DOUBLED.sub(
            r"\1", name.replace("تش", "س").replace(" ", "").translate(_ARABIC_LETTERS)
        )
    plain = _NO_LATIN.sub("", normalize("NFKD", name).lower())
    for group, letter in _LATIN_GROUPS:
        plain = plain.replace(group, letter)
    return _DOUBLED.sub(r"\1", plain.translate(_LATIN_LETTERS))


def skeleton(name: str) -> str:
    """The consonant classes of a name of either script, doubled ones once; lines stay lines."""
    if is_arabic(name):
        return _DOUBLED.sub(
            r"\1", name.replace("تش", "س").replace(" ", "").translate(_ARABIC_CLASSES)
        )
    return skeletons(spelled(name))


def skeletons(spelt: str) -> str:
    """The consonant classes of names in the coarse Latin spelling, line by line."""
    return _DOUBLED.sub(r"\1", spelt.translate(_LATIN_CLASSES))


class Transliterator:
    """Finds towns of a country by an Arabic name, indexed when first asked for."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._country = {code: at for at, code in enumerate(columns.latin_countries)}
        self._index = lru_cache(maxsize=COUNTRIES_KEPT)(self._index_of)
        self.find = lru_cache(maxsize=ANSWERS_KEPT)(self._find)

    def _index_of(self, country: str) -> dict[str, list[tuple[int, str]]]:
        """Skeleton to the towns that have it, each with its coarse spelling."""
        at = self._country.get(country)
        found: dict[str, list[tuple[int, str]]] = {}
        if at is None:
            return found
        start, end = self._columns.latin_starts[at], self._columns.latin_starts[at + 1]
        names = spelled("\n".join(self._columns.latin_names[start:end]))
        classes = skeletons(names).split("\n")
        for town, (bones, name) in enumerate(zip(classes, names.split("\n"), strict=True), start):
            found.setdefault(bones, []).append((town, name))
        return found

    def _within(self, town: int, point: tuple[float, float] | None, admin1: str) -> bool:
        """Whether a town lies around a point or in the governorate or state of this name."""
        columns = self._columns
        if point is None or (admin1 and columns.latin_admin1[town] == admin1):
            return True
        return (
            km(point, (columns.latin_latitudes[town], columns.latin_longitudes[town])) <= AROUND_KM
        )

    def _find(
        self,
        name: str,
        country: str,
        near: tuple[float, float] | None = None,
        admin1: str = "",
    ) -> Town | None:
        """The town of the country that the name likely transcribes.

        `near`: around this point only, or in `admin1`, whose towns may lie farther.
        """
        bones = skeleton(name)
        if len(bones) < SKELETON_MIN:
            return None
        towns = self._index(country).get(bones, [])
        if not towns or len(towns) > _CANDIDATES_MAX:
            return None
        written = spelled(name)
        people = self._columns.latin_people
        ranked = [
            (likeness + _SIZE_BONUS * log10(1 + people[town]), likeness, -town)
            for town, spelling in towns
            if self._within(town, near, admin1)
            for likeness in (ratio(written, spelling) / 100,)
        ]
        if not ranked:
            return None
        _, likeness, best = max(ranked)
        least = _LIKENESS_OF_SHORT.get(len(bones), _LIKENESS_MIN)
        if country in ARABIC_COUNTRIES:
            least = _LIKENESS_IN_ARABIC
        return Town(-best, likeness) if likeness >= least else None
