"""Places of a country by a Latin name that no table spells so ("Um Kadada", "Darra Adamkhel").

Place in the flow: asked by the place finder for capitalised words where an English text calls for
a place. Two spellings can be the same name when their consonants agree by class (`translit`).
"""

from array import array
from collections import defaultdict
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from workers.lexicon.gazetteer.compiled import Columns
from workers.lexicon.gazetteer.names import LATIN_ARTICLES
from workers.lexicon.gazetteer.translit import skeletons, spelled

_SKELETON_MIN = 3
"""Names with fewer consonants are alike by chance."""
_LIKENESS_MIN = 0.8
_LIKENESS_OF_SHORT = 0.86
"""Where there are three consonants only: chosen with the one above on names of both lists."""
_COUNTRIES_KEPT = 24
_ANSWERS_KEPT = 20_000
_NO_SPOTS = frozenset(("country", "sea", "river"))


class Respellings:
    """Finds entries by other spellings of their Latin names, indexed when first asked for."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._keys_of: dict[str, array[int]] = {}
        self._index = lru_cache(maxsize=_COUNTRIES_KEPT)(self._index_of)
        self.find = lru_cache(maxsize=_ANSWERS_KEPT)(self._find)

    def _find(self, name: str, country: str) -> tuple[int, ...]:
        """The entries of the country whose name this likely is, none where none is near enough."""
        written = spelled(_bare(name))
        bones = skeletons(written)
        if len(bones) < _SKELETON_MIN:
            return ()
        least = _LIKENESS_OF_SHORT if len(bones) == _SKELETON_MIN else _LIKENESS_MIN
        near = [
            (likeness, key)
            for key, spelling in self._index(country).get(bones, ())
            if (likeness := ratio(written, spelling) / 100) >= least
        ]
        if not near:
            return ()
        best = max(likeness for likeness, _ in near)
        return tuple(
            dict.fromkeys(
                entry
                for likeness, key in near
                if likeness == best
                for entry in self._entries(key)
                if self._columns.countries[entry] == country
                and self._columns.kinds[entry] not in _NO_SPOTS
            )
        )

    def _entries(self, key: int) -> list[int]:
        columns = self._columns
        return columns.postings[columns.starts[key] : columns.starts[key + 1]].tolist()

    def _index_of(self, country: str) -> dict[str, list[tuple[int, str]]]:
        """Skeleton to the keys that have it, each with its coarse spelling."""
        if not self._keys_of:
            self._keys_of = self._by_country()
        found: dict[str, list[tuple[int, str]]] = {}
        listed = self._keys_of.get(country, array("I"))
        names = spelled("\n".join(_bare(self._columns.keys[key]) for key in listed)).split("\n")
        bones = skeletons("\n".join(names)).split("\n")
        for key, name, bone in zip(listed, names, bones, strict=False):
            if len(bone) >= _SKELETON_MIN:
                found.setdefault(bone, []).append((key, name))
        return found

    def _by_country(self) -> dict[str, "array[int]"]:
        """Each country's Latin keys."""
        columns = self._columns
        found: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for key, name in enumerate(columns.keys):
            if name[0] > "z":
                continue
            if name.isascii():
                for country in {columns.countries[entry] for entry in self._entries(key)}:
                    found[country].append(key)
        return dict(found)


def _bare(key: str) -> str:
    """The key without its Arabic article."""
    head, _, rest = key.partition(" ")
    return rest if rest and head in LATIN_ARTICLES else key
