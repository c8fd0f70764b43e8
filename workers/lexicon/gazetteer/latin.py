"""Places of a country by a name that no table spells so ("Um Kadada", "Darra Adamkhel", "نغراوغو").

Place in the flow: asked by the place finder for capitalised words where an English text calls for
a place, and for the unknown name after an Arabic place noun. Two spellings can be the same name
when their consonants agree by class (`translit`), in one script or across.
"""

from array import array
from collections import defaultdict
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from workers.lexicon.gazetteer.compiled import ARABIC_COUNTRIES, Columns
from workers.lexicon.gazetteer.names import LATIN_ARTICLES, is_arabic, key
from workers.lexicon.gazetteer.translit import (
    ANSWERS_KEPT,
    COUNTRIES_KEPT,
    SKELETON_MIN,
    skeletons,
    spelled,
)

_LIKENESS_MIN = 0.8
_LIKENESS_OF_SHORT = {2: 1.0, 3: 0.86}
"""Where there are so few consonants: chosen with the one above on names of both lists."""
_LIKENESS_IN_ARABIC = 0.9
"""An Arabic name of an Arab country: other vowels make another village sooner."""
_LENGTH_MIN = 5
"""Letters of the coarse spelling below which names are alike by chance."""
_NO_SPOTS = frozenset(("country", "sea", "river"))


class Respellings:
    """Finds entries by other spellings of their names, indexed when first asked for."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._keys_of: dict[str, array[int]] = {}
        self._index = lru_cache(maxsize=COUNTRIES_KEPT)(self._index_of)
        self.find = lru_cache(maxsize=ANSWERS_KEPT)(self._find)

    def _find(self, name: str, country: str) -> tuple[int, ...]:
        """The entries of the country whose name this likely is, none where none is near enough."""
        written = spelled(_bare(name))
        bones = skeletons(written)
        if len(bones) < SKELETON_MIN or len(written) < _LENGTH_MIN:
            return ()
        least = _LIKENESS_OF_SHORT.get(len(bones), _LIKENESS_MIN)
        if country in ARABIC_COUNTRIES and is_arabic(name):
            least = max(least, _LIKENESS_IN_ARABIC)
        near = [
            (likeness, at)
            for at, spelling in self._index(country).get(bones, ())
            if (likeness := ratio(written, spelling) / 100) >= least
        ]
        if not near:
            return ()
        best = max(likeness for likeness, _ in near)
        return tuple(
            dict.fromkeys(
                entry
                for likeness, at in near
                if likeness == best
                for entry in self._entries(at)
                if self._is_spot(entry, country)
            )
        )

    def _is_spot(self, entry: int, country: str) -> bool:
        columns = self._columns
        return columns.countries[entry] == country and columns.kinds[entry] not in _NO_SPOTS

    def _entries(self, at: int) -> list[int]:
        """The entries of a key, or the one entry that a negative number stands for."""
        if at < 0:
            return [-1 - at]
        columns = self._columns
        return columns.postings[columns.starts[at] : columns.starts[at + 1]].tolist()

    def _index_of(self, country: str) -> dict[str, list[tuple[int, str]]]:
        """Skeleton to the names that have it: key or negative entry, and the coarse spelling."""
        if not self._keys_of:
            self._keys_of = self._by_country()
        found: dict[str, list[tuple[int, str]]] = {}
        listed = [(at, _bare(self._name(at))) for at in self._keys_of.get(country, ())]
        for arabic in (False, True):
            ours = [(at, name) for at, name in listed if name and name.isascii() != arabic]
            names = spelled("\n".join(name for _, name in ours)).split("\n")
            bones = skeletons("\n".join(names)).split("\n")
            for (at, _), name, bone in zip(ours, names, bones, strict=False):
                if len(bone) >= SKELETON_MIN:
                    found.setdefault(bone, []).append((at, name))
        return found

    def _name(self, at: int) -> str:
        """A key, or the name that a negative number's entry has before its comma."""
        if at >= 0:
            return self._columns.keys[at]
        return key(self._columns.names[-1 - at].split(",", 1)[0])

    def _by_country(self) -> dict[str, "array[int]"]:
        """Each country's keys, and negative the entries whose name says where they lie."""
        columns = self._columns
        found: dict[str, array[int]] = defaultdict(lambda: array("i"))
        for at in range(len(columns.keys)):
            for country in {columns.countries[entry] for entry in self._entries(at)}:
                found[country].append(at)
        for entry, name in enumerate(columns.names):
            if "," in name:
                found[columns.countries[entry]].append(-1 - entry)
        return dict(found)


def _bare(name: str) -> str:
    """A key without its Arabic article."""
    head, _, rest = name.partition(" ")
    if rest and head in LATIN_ARTICLES:
        return rest
    return name.removeprefix("ال")
