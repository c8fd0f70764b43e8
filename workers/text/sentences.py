"""Sentences and words of a folded text, as half-open spans.

Place in the flow: after folding. A sentence ends at a line break, at `؟ ! ?` and at a full stop
that is followed by space and is neither an abbreviation, an initial nor a decimal point; never at
`(..)`.
"""

import re
from dataclasses import dataclass

# The first character decides: the scan stops at these marks alone, and looks around only there.
_END = re.compile(
    r"[\n.!?؟؛…](?:"
    r"(?<=\n)\n*"
    r"|(?:(?<=[\u0621-\u064a\w\")\]»'][.])|(?<=[\u0621-\u064a\w\")\]»']\s[.]))[.]{0,2}(?=\s|$|\")"
    r"|(?<=[!?؟])(?=\s|$|\")"
    r"|(?<=؛)(?=\s)"
    r"|(?<=…)(?=\s|$))"
)
# Full stops that end no sentence. Source: usual abbreviations of English and Arabic newsrooms.
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|sen|rep|gov|st|no|vs|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
    r"|[a-z])|(?:^|\s)[\u0621-\u064a]{1,2})$"
)
_INITIALS_BEFORE = 12
SENTENCE_MAX = 2_000
"""Characters after which a sentence is cut: longer ones are lists or pages without punctuation."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its span in the folded text and the number of the line (paragraph) it is in."""

    start: int
    end: int
    line: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a folded text in order; spans hold no surrounding white space."""
    found: list[Sentence] = []
    start = 0
    line = 0
    for match in _END.finditer(text):
        mark = match.group()
        if mark[0] == "." and _is_abbreviated(
            text[max(start, match.start() - _INITIALS_BEFORE) : match.start()].rstrip()
        ):
            continue
        _append(found, text, start, match.start() if mark[0] == "\n" else match.end(), line)
        start = match.end()
        line += mark.count("\n")
    _append(found, text, start, len(text), line)
    return tuple(found)


def _is_abbreviated(before: str) -> bool:
    """Whether the words before a full stop end in an abbreviation: not in three Arabic letters."""
    if len(before) >= 3 and before[-3:].isalpha() and not before[-1].isascii():  # noqa: PLR2004
        return False
    return _ABBREVIATION.search(before) is not None


def _append(found: list[Sentence], text: str, start: int, end: int, line: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > SENTENCE_MAX:
        cut = text.rfind(" ", start + SENTENCE_MAX // 2, start + SENTENCE_MAX)
        cut = cut if cut > start else start + SENTENCE_MAX
        found.append(Sentence(start, cut, line))
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    if start < end:
        found.append(Sentence(start, end, line))
