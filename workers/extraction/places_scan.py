"""Scanning a text's words for names of the gazetteer: longest first, with clitics and article.

Place in the flow: first step of `places`. Splitting at spaces and asking a dictionary once a word (remembered
in a bounded cache) is exact about word boundaries and linear in the text.
"""

from functools import lru_cache
from itertools import accumulate

from workers.extraction.places_types import Hit, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import CLITICS, ContextWords

_CACHE_WORDS = 100_000
"""Distinct words remembered: more than a day of news holds; about 20 MB."""

_REST_LENGTH_MIN = 3
"""A shorter rest after taking off clitics is chance (بلد is not ب + لد)."""

_ARABIC_ARTICLE = "ال"


class Scanner:
    """Finds names; the cache remembers for each word which names could begin with it."""

    def __init__(self, gazetteer: Gazetteer, words: ContextWords) -> None:
        self._first = gazetteer.first
        self._index = gazetteer.index
        self._lookup = gazetteer.lookup
        self._demonyms = words.demonyms
        self._never_alone = words.never_alone
        self._starts = lru_cache(maxsize=_CACHE_WORDS)(self._starts_of)

    def scan(self, text: str) -> Scan:
        """The names in a key text (see `names.key_text`), in its order, none overlapping another."""
        words = text.split(" ")
        hits: list[Hit] = []
        demonyms: list[tuple[int, str]] = []
        offsets: list[int] = []
        after = 0
        for at, starts in enumerate(map(self._starts, words)):
            if starts is None or at < after:
                continue
            if not offsets:
                offsets = [0, *accumulate(len(word) + 1 for word in words)]
            if isinstance(starts, str):
                demonyms.append((at, starts))
                continue
            hit = self._longest(words, at, offsets[at], starts)
            if hit is not None:
                hits.append(hit)
                after = at + hit.length
        return Scan(words, offsets, hits, demonyms)

    def _longest(
        self, words: list[str], at: int, offset: int, starts: tuple[tuple[int, str, bool, int], ...]
    ) -> Hit | None:
        best: Hit | None = None
        for stripped, first, toggled, length_max in starts:
            for length in range(length_max, 0 if best is None else best.length, -1):
                name = first if length == 1 else " ".join((first, *words[at + 1 : at + length]))
                if name in self._index and not (length == 1 and name in self._never_alone):
                    start = offset + stripped
                    end = offset + sum(map(len, words[at : at + length])) + length - 1
                    clitics = words[at][:stripped]
                    best = Hit(
                        at, length, start, end, name, clitics, toggled, tuple(self._lookup(name))
                    )
                    break
        return best

    def _starts_of(self, word: str) -> tuple[tuple[int, str, bool, int], ...] | str | None:
        """How names could begin with this word: characters taken off, first word, article toggled, words at most.

        A demonym gives its country instead; a word that begins no name gives None.
        """
        if not word:
            return None
        if word in self._demonyms and word not in self._first:
            return self._demonyms[word]
        options: list[tuple[int, str, bool, int]] = []
        if "\u0621" <= word[0] <= "\u064a":
            self._arabic_starts(word, options)
        elif word in self._first:
            options.append((0, word, False, self._first[word]))
        if not options:
            return self._demonyms.get(word)
        return tuple(options)

    def _arabic_starts(self, word: str, options: list[tuple[int, str, bool, int]]) -> None:
        first = self._first
        if word in first:
            options.append((0, word, False, first[word]))
        elif (
            word.startswith(_ARABIC_ARTICLE)
            and word[2:] in first
            and len(word) > _REST_LENGTH_MIN + 1
        ):
            options.append((2, word[2:], True, first[word[2:]]))
        for clitic in CLITICS:
            if not word.startswith(clitic):
                continue
            rest = word[len(clitic) :]
            if clitic[-1] == "ل" and rest.startswith("ل") and _ARABIC_ARTICLE + rest[1:] in first:
                options.append(
                    (
                        len(clitic),
                        _ARABIC_ARTICLE + rest[1:],
                        False,
                        first[_ARABIC_ARTICLE + rest[1:]],
                    )
                )
            elif len(rest) >= _REST_LENGTH_MIN and rest in first:
                options.append((len(clitic), rest, False, first[rest]))
            elif (
                rest.startswith(_ARABIC_ARTICLE)
                and rest[2:] in first
                and len(rest) > _REST_LENGTH_MIN + 1
            ):
                options.append((len(clitic) + 2, rest[2:], True, first[rest[2:]]))
        with_article = _ARABIC_ARTICLE + word
        if not options and with_article in first and len(word) >= _REST_LENGTH_MIN:
            options.append((0, with_article, True, first[with_article]))
