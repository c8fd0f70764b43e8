"""Finding the words of a closed list in a folded text, with their Arabic proclitics.

Place in the flow: under the date and the toll readers. One Aho-Corasick pass finds every listed
word that stands alone or carries a proclitic (و ف ب ل ك ال and their chains); what is no whole
word is dropped. The cost is one pass over the text, whatever the size of the list.
"""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

from workers.text.automaton import Automaton
from workers.text.codes import BETWEEN, Respelling

Payload = TypeVar("Payload")

_BREAKS = "\n\"([/-:.,،؛;'*|"
"""Marks that may stand directly before a word; they become spaces (length kept)."""

_HIDDEN_REACH = 40
"""Characters behind a phrase that proves to be cut, in which a word under it may end (chosen)."""

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_ARTICLED = ("ال", "بال", "لل", "كال")


class Clitics(Enum):
    """Which proclitics a listed word may carry. Source: Ryding (2005), ch. 13 and 18."""

    NONE = ("",)
    CONJUNCTION = _CONJUNCTIONS
    NOUN = tuple(c + p for c in _CONJUNCTIONS for p in _PREPOSITIONS)
    NOUN_OR_DEFINITE = tuple(c + p for c in _CONJUNCTIONS for p in (*_PREPOSITIONS, *_ARTICLED))


Found: TypeAlias = tuple[int, int, str, Payload]
"""A listed word in a text: start (after the proclitic), end, proclitic, payload."""


def listed(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one string, for tables of words in code."""
    return tuple(text.split())


def holds_one(text: str, strings: tuple[str, ...]) -> bool:
    """Whether one of the strings stands anywhere in a text.

    Asked before a costly pattern that only matches where one of them does.
    """
    for string in strings:  # noqa: SIM110 - any() with a generator takes twice as long
        if string in text:
            return True
    return False


def _without_breaks(text: str) -> str:
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    return text


_RESPELLING = Respelling(_without_breaks)


@lru_cache(maxsize=2)
def _spaced(text: str) -> str:
    """The text after a space, with a space for every mark that may stand before a word.

    Remembered, because several lists are looked for in one text.
    """
    return _RESPELLING(text, before=" ")


class WordScanner(Generic[Payload]):
    """Finds the words of `entries`: word (folded) -> (payload, proclitics allowed)."""

    def __init__(self, entries: Mapping[str, tuple[Payload, Clitics]]) -> None:
        forms: dict[str, tuple[str, Payload]] = {}
        patterns: dict[str, str] = {}
        written_as = dict(
            zip(entries, _spaced(BETWEEN.join(entries))[1:].split(BETWEEN), strict=True)
        )
        for word, (payload, clitics) in entries.items():
            written = written_as[word]
            for clitic in clitics.value:
                forms.setdefault(clitic + word, (clitic, payload))
                patterns.setdefault(clitic + word, f" {clitic}{written}")
        for word, (payload, _) in entries.items():
            forms[word] = ("", payload)
            patterns.setdefault(word, f" {written_as[word]}")
        self._forms = tuple(forms.values())
        self._automaton = Automaton(list(patterns.values()), overlapping=False)

    def scan(self, text: str) -> list[Found[Payload]]:
        """The listed words of a folded text in order, none overlapping another."""
        spaced = _spaced(text)
        forms = self._forms
        last = len(text)
        found: list[Found[Payload]] = []
        for index, start, end in self._automaton.find(spaced):
            after = end - 1
            if after < last and text[after].isalpha() and not text[after - 1].isdigit():
                inner = spaced.find(" ", start + 1, end)
                if inner > 0:
                    found.extend(self._hidden(text, inner, end))
                continue
            if found and start < found[-1][1]:
                continue
            clitic, payload = forms[index]
            found.append((start + len(clitic), after, clitic, payload))
        return found

    def _hidden(self, text: str, start: int, end: int) -> list[Found[Payload]]:
        """The words that begin in `start:end` of the text, under a phrase that is no whole one."""
        reach = end + _HIDDEN_REACH
        return [
            (first + start, last + start, clitic, payload)
            for first, last, clitic, payload in self.scan(text[start:reach])
            if first + start < end and (last + start < reach or reach >= len(text))
        ][:1]
