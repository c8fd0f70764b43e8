"""Patterns that are tried only where a word stands that they need: one pass over a text for all.

Place in the flow: under everything in extraction that asks by regular expression what a clause
says. Of each pattern the strings are known of which every match holds one (`needs`). A text is
searched once for the strings of all patterns together; where none of its own stands, a pattern is
not tried. Nearly all questions are answered so: a clause holds few of the words that are asked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.text.automaton import Automaton
from workers.text.known_needs import KnownNeeds

_NEEDS: Final = KnownNeeds()


class Pattern:
    """A regular expression over whole texts; `search` and the like take the span to look in.

    Every text that it is asked about is searched once for the words of all patterns: ask with a
    span of the article's text, not with a piece cut out of it. `spaced`: it is asked of texts
    without marks (`text.spacing`), which are searched for the words of such patterns alone.
    """

    def __init__(self, pattern: str, *, spaced: bool = False) -> None:
        self.pattern: Final = pattern
        self._regex: re.Pattern[str] | None = None
        needs, longest = _NEEDS.of(pattern)
        self.needs: Final = needs
        """One of these is in every match; empty where none is known: then it is always tried."""
        self._longest: Final = longest
        self._asked: Final = _SPACED if spaced else _FOLDED
        self._number: Final = self._asked.add(self)

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when it is first tried: half of them wait for rare words."""
        regex = self._regex
        if regex is None:
            regex = self._regex = re.compile(self.pattern)
        return regex

    def may_match(self, text: str, first: int, last: int) -> bool:
        """Whether one of the words that it needs begins in `text[first:last]`."""
        asked = self._asked
        if asked.text is not text:
            asked.take(text)
        at = asked.found[self._number]
        if not at:
            return not self.needs
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


class _Asked:
    """Patterns that are asked of the same texts, with what is known of the text at hand."""

    def __init__(self) -> None:
        self.patterns: Final[list[Pattern]] = []
        self._automaton = Automaton([], overlapping=True)
        self._owners: list[list[int]] = []
        """Whose each word of the automaton is."""
        self.text: str | None = None
        """The text at hand."""
        self.found: list[list[int]] = []
        """Where words of each pattern begin in it, ascending, by the pattern's number."""
        self._remembered = lru_cache(maxsize=2)(self._find)

    def add(self, pattern: Pattern) -> int:
        """The number of one more pattern."""
        self.patterns.append(pattern)
        self._owners.clear()
        self.text = None
        self._remembered.cache_clear()
        return len(self.patterns) - 1

    def take(self, text: str) -> None:
        """Takes a text in hand: all questions of a while are of one article's."""
        self.text, self.found = text, self._remembered(text)

    def _find(self, text: str) -> list[list[int]]:
        if not self._owners:
            self._build()
            _NEEDS.keep()
        found: list[list[int]] = [_NOWHERE] * len(self.patterns)
        for word, start, _ in self._automaton.find(text):
            for number in self._owners[word]:
                if found[number]:
                    found[number].append(start)
                else:
                    found[number] = [start]
        for at in found:
            if len(at) > 1:
                at.sort()
        return found

    def _build(self) -> None:
        owners: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for word in pattern.needs:
                owners.setdefault(word, []).append(number)
        self._automaton = Automaton(list(owners), overlapping=True)
        self._owners = list(owners.values())


_NOWHERE: Final[list[int]] = []
_FOLDED: Final = _Asked()
_SPACED: Final = _Asked()


def all_patterns() -> list[Pattern]:
    """Every pattern that was made."""
    return [*_FOLDED.patterns, *_SPACED.patterns]
