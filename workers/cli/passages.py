"""Marked passages of a text: coloured in a terminal, `[label: words]` elsewhere.

Place in the flow: under `tawatur explain`. Texts come from anyone, so nothing in them may steer the
terminal.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CONTEXT = 40
"""Characters on each side of a quoted word: a line of a terminal in all."""

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that move, hide or reorder text."""

_PALETTE = (31, 32, 33, 34, 35, 36)


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of a text and what it is the evidence of."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Colours:
    """How marks look: with escape sequences in a terminal, with brackets elsewhere."""

    on: bool

    def bold(self, text: str) -> str:
        """The text, printable and bold where colours are on."""
        return f"\x1b[1m{plain(text)}\x1b[0m" if self.on else plain(text)

    def mark(self, label: str, words: str) -> str:
        """The words, marked as evidence of the label."""
        words = plain(words)
        if not self.on:
            return f"[{label}: {words}]"
        # The same label has the same colour; the sum, not hash(), is the same in every run.
        colour = _PALETTE[sum(map(ord, label)) % len(_PALETTE)]
        return f"\x1b[2m{label}:\x1b[0m\x1b[1;4;{colour}m{words}\x1b[0m"


def plain(text: str) -> str:
    """The text without characters that steer a terminal; line breaks stay."""
    return "".join(
        character
        if character == "\n" or unicodedata.category(character) not in _STEERING
        else " " * character.isspace()
        for character in text
    )


def marked(text: str, marks: Sequence[Mark], colours: Colours) -> str:
    """The whole text with its marks. Where marks overlap, the words carry all their labels."""
    edges = sorted({0, len(text)} | {edge for m in marks for edge in (m.start, m.end)})
    pieces = []
    for start, end in pairwise(edges):
        words = text[start:end]
        labels = dict.fromkeys(m.label for m in marks if m.start <= start and end <= m.end)
        pieces.append(colours.mark(", ".join(labels), words) if labels else plain(words))
    return "".join(pieces)


def passage(text: str, mark: Mark, colours: Colours) -> str:
    """The marked words with a little text around them, on one line."""
    left, right = max(0, mark.start - CONTEXT), min(len(text), mark.end + CONTEXT)
    before = text[left : mark.start].rpartition("\n")[2]
    after = text[mark.end : right].partition("\n")[0]
    cut_before = left > 0 and len(before) == CONTEXT
    cut_after = right < len(text) and len(after) == CONTEXT
    words = colours.mark(mark.label, text[mark.start : mark.end].replace("\n", " "))
    return f"{'…' * cut_before}{plain(before)}{words}{plain(after)}{'…' * cut_after}".strip()
