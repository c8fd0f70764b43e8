"""Patterns that are tried only where a word stands that they need: one pass over a text for all.

Place in the flow: under everything in extraction that asks by regular expression what a clause
says. Of each pattern the strings are known of which every match holds one (`needs`). A text is
searched once for the strings of all patterns together; where none of its own stands, a pattern is
not tried. Nearly all questions are answered so: a clause holds few of the words that are asked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from workers.text.automaton import Automaton
from workers.text.needs import needed_strings


class Pattern:
    """A regular expression over whole texts; `search` and the like take the span to look in.

    Every text that it is asked about is searched once for the words of all patterns: ask with a
    span of the article's text, not with a piece cut out of it.
    """

    def __init__(self, pattern: str) -> None:
        self.regex: Final = re.compile(pattern)
        needs, longest = needed_strings(pattern)
        self.needs: Final = needs
        """One of these is in every match; empty where none is known: then it is always tried."""
        self._longest: Final = longest
        self._number: Final = len(_PATTERNS)
        _PATTERNS.append(self)
        _words_in.cache_clear()

    def may_match(self, text: str, first: int, last: int) -> bool:
        """Whether one of the words that it needs begins in `text[first:last]`."""
        if not self.needs:
            return True
        at = _words_in(text)[self._number]
        if not at:
            return False
        index = bisect_left(at, first)
        return index < len(at) and at[index] < last

    def search(self, text: str, first: int, last: int) -> re.Match[str] | None:
        """The first match in `text[first:last]`; what stands before is seen, behind is not."""
        return self.regex.search(text, first, last) if self.may_match(text, first, last) else None

    def search_cut(self, text: str, first: int, last: int) -> re.Match[str] | None:
        """The first match in `text[first:last]` cut out: nothing around it is seen."""
        return self.regex.search(text[first:last]) if self.may_match(text, first, last) else None

    def match(self, text: str, first: int, last: int | None = None) -> re.Match[str] | None:
        """The match that begins at `first` and ends by `last`."""
        end = len(text) if last is None else last
        if not self.may_match(text, first, min(end, first + self._longest)):
            return None
        return self.regex.match(text, first, end)

    def fullmatch(self, text: str, first: int, last: int) -> re.Match[str] | None:
        """The match of all of `text[first:last]`."""
        if not self.may_match(text, first, last):
            return None
        return self.regex.fullmatch(text, first, last)

    def finditer(self, text: str, first: int, last: int) -> Iterator[re.Match[str]]:
        """All matches in `text[first:last]`, none overlapping another."""
        if not self.may_match(text, first, last):
            return iter(())
        return self.regex.finditer(text, first, last)


_PATTERNS: Final[list[Pattern]] = []
"""Every pattern that was made, by its number."""


@cache
def _automaton(patterns: int) -> tuple[Automaton, tuple[tuple[int, ...], ...]]:
    """The automaton of the words of the first so many patterns, and whose each word is."""
    owners: dict[str, list[int]] = {}
    for number, pattern in enumerate(_PATTERNS[:patterns]):
        for word in pattern.needs:
            owners.setdefault(word, []).append(number)
    return Automaton(list(owners), overlapping=True), tuple(map(tuple, owners.values()))


def _find_words(text: str) -> list[list[int]]:
    """Where words of each pattern begin in a text, ascending, by the pattern's number."""
    automaton, owners = _automaton(len(_PATTERNS))
    found: list[list[int]] = [_NOWHERE] * len(_PATTERNS)
    for word, start, _ in automaton.find(text):
        for number in owners[word]:
            if not found[number]:
                found[number] = []
            found[number].append(start)
    for at in found:
        at.sort()
    return found


_NOWHERE: Final[list[int]] = []
_words_in: Final = lru_cache(maxsize=4)(_find_words)
"""Remembered: all questions are of one article's text, and of the same text with its marks left
out."""
