"""Places of a country by a Latin name that no table spells so ("Um Kadada", "Darra Adamkhel").

Place in the flow: asked by the place finder for capitalised words where an English text calls for
a place. Two spellings can be the same name when their consonants agree by class (`translit`).
"""

from collections import defaultdict
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from workers.lexicon.gazetteer.compiled import Columns
from workers.lexicon.gazetteer.names import LATIN_ARTICLES, key
from workers.lexicon.gazetteer.translit import skeletons, spelled

_SKELETON_MIN = 2
"""Names with fewer consonants are alike by chance."""
_LIKENESS_MIN = 0.8
_LIKENESS_OF_SHORT = {2: 1.0, 3: 0.86}
"""Where there are so few consonants: chosen with the one above on names of both lists."""
_LENGTH_MIN = 5
"""Letters of the coarse spelling below which names are alike by chance."""
_COUNTRIES_KEPT = 24
_ANSWERS_KEPT = 20_000
_NO_SPOTS = frozenset(("country", "sea", "river"))


class Respellings:
    """Finds entries by other spellings of their Latin names, indexed when first asked for."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._names_of: dict[str, list[tuple[int, str]]] = {}
        self._index = lru_cache(maxsize=_COUNTRIES_KEPT)(self._index_of)
        self.find = lru_cache(maxsize=_ANSWERS_KEPT)(self._find)

    def _find(self, name: str, country: str) -> tuple[int, ...]:
        """The entries of the country whose name this likely is, none where none is near enough."""
        written = spelled(_bare(name))
        bones = skeletons(written)
        if len(bones) < _SKELETON_MIN or len(written) < _LENGTH_MIN:
            return ()
        least = _LIKENESS_OF_SHORT.get(len(bones), _LIKENESS_MIN)
        near = [
            (likeness, entry)
            for entry, spelling in self._index(country).get(bones, ())
            if (likeness := ratio(written, spelling) / 100) >= least
        ]
        if not near:
            return ()
        best = max(likeness for likeness, _ in near)
        return tuple(dict.fromkeys(entry for likeness, entry in near if likeness == best))

    def _index_of(self, country: str) -> dict[str, list[tuple[int, str]]]:
        """Skeleton to the places that have it, each with a coarse spelling of its name."""
        if not self._names_of:
            self._names_of = self._by_country()
        found: dict[str, list[tuple[int, str]]] = {}
        listed = self._names_of.get(country, [])
        names = spelled("\n".join(_bare(name) for _, name in listed)).split("\n")
        bones = skeletons("\n".join(names)).split("\n")
        for (entry, _), name, bone in zip(listed, names, bones, strict=False):
            if len(bone) >= _SKELETON_MIN:
                found.setdefault(bone, []).append((entry, name))
        return found

    def _by_country(self) -> dict[str, list[tuple[int, str]]]:
        """Each country's places with their Latin names, one by one."""
        columns = self._columns
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for at, name in enumerate(columns.keys):
            if name[0] <= "z" and name.isascii():
                for entry in columns.postings[columns.starts[at] : columns.starts[at + 1]]:
                    if columns.kinds[entry] not in _NO_SPOTS:
                        found[columns.countries[entry]].append((entry, name))
        for entry, name in enumerate(columns.names):
            first, comma, _ = name.partition(",")
            if comma and columns.kinds[entry] not in _NO_SPOTS:
                found[columns.countries[entry]].append((entry, key(first)))
        return dict(found)


def _bare(name: str) -> str:
    """A key without its Arabic article."""
    head, _, rest = name.partition(" ")
    return rest if rest and head in LATIN_ARTICLES else name
