"""Scanning a text's words for names of the gazetteer: longest first, with clitics and article.

Place in the flow: first step of `places`. Splitting at spaces and asking a dictionary once a word (remembered
in a bounded cache) is exact about word boundaries and linear in the text. Names that are words, and small
places, are taken only where something beside them calls for a place, so that later steps see few of them.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from workers.extraction.places_types import Hit, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import CLITICS, ContextWords

_CACHE_WORDS = 100_000
"""Distinct words remembered: more than a day of news holds; about 20 MB."""

_REST_LENGTH_MIN = 3
"""A shorter rest after taking off clitics is chance (بلد is not ب + لد)."""

_WELL_KNOWN = 0.6
"""Weight from which a single name needs nothing beside it: towns of 25,000 people, our own tables' towns."""

_ARABIC_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class _Start:
    """One way in which names could begin with a word: `stripped` characters taken off before `first`."""

    stripped: int
    first: str
    toggled: bool
    length_max: int
    entries: tuple[int, ...]
    needs_support: bool


class Scanner:
    """Finds names; the cache remembers for each word which names could begin with it."""

    def __init__(self, gazetteer: Gazetteer, words: ContextWords) -> None:
        self._gazetteer = gazetteer
        self._first = gazetteer.first
        self._index = gazetteer.index
        self._keys = gazetteer.columns.keys
        self._words = words
        self._starts = lru_cache(maxsize=_CACHE_WORDS)(self._starts_of)
        self._lookup = lru_cache(maxsize=_CACHE_WORDS)(lambda name: tuple(gazetteer.lookup(name)))

    def scan(self, text: str) -> Scan:
        """The names in a key text (see `names.key_text`), in its order, none overlapping another."""
        words = text.split(" ")
        candidates = [(at, found) for at, found in enumerate(map(self._starts, words)) if found]
        if not candidates:
            return Scan(words, [], [], [])
        offsets = [0, *accumulate(map(len, words))]
        offsets = list(map(int.__add__, offsets, range(len(offsets))))
        hits: list[Hit] = []
        demonyms: list[tuple[int, str]] = []
        after = 0
        for at, starts in candidates:
            if at < after:
                continue
            if isinstance(starts, str):
                demonyms.append((at, starts))
                continue
            hit = self._hit(words, at, offsets, starts, hits)
            if hit is not None:
                hits.append(hit)
                after = at + hit.length
        return Scan(words, offsets, hits, demonyms)

    def _hit(
        self, words: list[str], at: int, offsets: list[int], starts: tuple[_Start, ...], hits: list[Hit]
    ) -> Hit | None:
        """The longest name that begins at word `at`; a weak single one only where a place is called for."""
        best: tuple[int, _Start, str, tuple[int, ...]] | None = None
        for start in starts:
            if start.length_max > 1 and at + 1 < len(words) and (following := words[at + 1]):
                found = self._longer(words, at, start, following)
                if found is not None and (best is None or found[0] > best[0]):
                    best = (found[0], start, found[1], self._lookup(found[1]))
            if best is None and start.entries:
                best = (1, start, start.first, start.entries)
        if best is None:
            return None
        length, start, name, entries = best
        if length == 1 and start.needs_support and not self._supported(words, at, start, hits):
            return None
        begin = offsets[at] + start.stripped
        last = at + length - 1
        clitics = words[at][: start.stripped]
        return Hit(at, length, begin, offsets[last] + len(words[last]), name, clitics, start.toggled, entries)

    def _longer(self, words: list[str], at: int, start: _Start, following: str) -> tuple[int, str] | None:
        prefix = f"{start.first} {following}"
        place = bisect_left(self._keys, prefix)
        if place == len(self._keys) or not self._keys[place].startswith(prefix):
            return None
        for length in range(min(start.length_max, len(words) - at), 1, -1):
            name = " ".join((start.first, *words[at + 1 : at + length]))
            if name in self._index:
                return length, name
        return None

    def _supported(self, words: list[str], at: int, start: _Start, hits: list[Hit]) -> bool:
        """Whether what stands before a weak name calls for a place: a place noun, or a list of places."""
        before = at - 1
        while before >= 0 and not words[before] and at - before < 4:
            before -= 1
        if before < 0 or not words[before]:
            return False
        roles = self._words.roles(words[before])
        if roles.noun:
            return True
        joined = hits and hits[-1].word + hits[-1].length > before - 1
        if joined and (before < at - 1 or words[at].startswith("و")):
            return True
        if start.first in self._words.common:
            return False
        return bool(roles.preposition or roles.direction) or words[at][: start.stripped].endswith("ب")

    def _start(self, stripped: int, first: str, *, toggled: bool) -> _Start:
        alone = first in self._index and first not in self._words.never_alone
        entries = self._lookup(first) if alone else ()
        weights = self._gazetteer.columns.weights
        weak = toggled or first in self._words.common
        weak = weak or all(weights[entry] < _WELL_KNOWN for entry in entries)
        return _Start(stripped, first, toggled, self._first[first], entries, weak)

    def _starts_of(self, word: str) -> tuple[_Start, ...] | str | None:
        """How names could begin with this word; a demonym gives its country, any other word None."""
        if not word:
            return None
        country = self._words.demonyms.get(word)
        if country is not None and word not in self._words.demonyms_that_are_names:
            return country
        options: list[_Start] = []
        if "\u0621" <= word[0] <= "\u064a":
            self._arabic_starts(word, options)
        elif word in self._first:
            options.append(self._start(0, word, toggled=False))
        kept = tuple(start for start in options if start.entries or start.length_max > 1)
        return kept or country

    def _arabic_starts(self, word: str, options: list[_Start]) -> None:
        first = self._first
        if word in first:
            options.append(self._start(0, word, toggled=False))
        elif word.startswith(_ARABIC_ARTICLE) and word[2:] in first and len(word) > _REST_LENGTH_MIN + 1:
            options.append(self._start(2, word[2:], toggled=True))
        for clitic in CLITICS:
            if not word.startswith(clitic):
                continue
            rest = word[len(clitic) :]
            if clitic[-1] == "ل" and rest.startswith("ل") and (whole := _ARABIC_ARTICLE + rest[1:]) in first:
                options.append(self._start(len(clitic), whole, toggled=False))
            elif len(rest) >= _REST_LENGTH_MIN and rest in first:
                options.append(self._start(len(clitic), rest, toggled=False))
            elif rest.startswith(_ARABIC_ARTICLE) and rest[2:] in first and len(rest) > _REST_LENGTH_MIN + 1:
                options.append(self._start(len(clitic) + 2, rest[2:], toggled=True))
        with_article = _ARABIC_ARTICLE + word
        if not options and with_article in first and len(word) >= _REST_LENGTH_MIN:
            options.append(self._start(0, with_article, toggled=True))
