"""All date expressions of a folded text, resolved against the publication time.

Place in the flow: called once an article by the extractor. Words become codes (`dates.lexing`), a
grammar finds the expressions (`dates.grammar`, `dates.readers`), and here each is joined with what
stands around it: "since", a background cue, an update line of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from workers.extraction.dates import arithmetic
from workers.extraction.dates.grammar import GRAMMAR
from workers.extraction.dates.lexing import BREAK, Token, date_tokens
from workers.extraction.dates.model import DateKind, Publication, Reading
from workers.extraction.dates.page import is_of_page
from workers.extraction.dates.phrase import Phrase
from workers.extraction.dates.readers import READERS
from workers.model import DateInterval

__all__ = ["DateKind", "DateMention", "find_dates"]

DATES_MAX = 400
"""More date expressions than this are a table or a calendar, no article; the rest is not read."""


class DateMention(NamedTuple):
    """A date expression at `start:end` of the folded text.

    `interval` is None only where the day is told from another event (`offset_days` after it, if
    the words say how many). `night`: the evening's date is given. `background_cue`: a word that
    recalls stands before it in its sentence. `boilerplate`: part of the page, not of the story.
    `conflict`: weekday and date, or weekday and "today", disagree.
    """

    start: int
    end: int
    interval: DateInterval | None
    kind: DateKind
    night: bool = False
    background_cue: bool = False
    boilerplate: bool = False
    conflict: bool = False
    offset_days: int | None = None


_CUE_REACH = 160
"""Characters before the date, in its sentence, that a background cue reaches."""
_SENTENCE_END = re.compile(r"[.!?؟\n]")


def find_dates(text: str, published_at: datetime, language: str | None) -> tuple[DateMention, ...]:
    """The date expressions of a folded text in order, none overlapping another.

    Args:
        text: Folded text (`workers.text.fold`).
        published_at: Aware; its own offset is taken as the outlet's zone.
        language: ISO 639-1 of the article, or None.
    """
    publication = Publication.of(published_at, language)
    codes, tokens = date_tokens(text, publication.day)
    if publication.is_late and _says_tomorrow(tokens, publication):
        tomorrow = arithmetic.back(publication.day, -1)
        publication = replace(publication, day=tomorrow, hour=0, is_utc=False)
    mentions: list[DateMention] = []
    looks_back = _LOOKS_BACK.search(text[: text.find("\n")]) is not None
    for rule, first, last in _expressions(codes):
        if len(mentions) >= DATES_MAX:
            break
        with_gaps = tokens[first:last]
        matched = [token for token in with_gaps if _says(token)]
        for part in _split(rule, matched, with_gaps):
            reading = READERS[rule](Phrase(part, text, publication))
            if reading is not None:
                if reading.kind is not DateKind.FUTURE and _since(tokens, first, rule):
                    reading = reading._replace(kind=DateKind.PERIOD)
                made = _mention(text, part, reading, tokens, first, publication)
                if looks_back and rule in _OF_A_MONTH:
                    made = _in_year_told(made, mentions, text)
                mentions.append(made)
    return tuple(mentions)


_LOOKS_BACK = re.compile(
    r"\b(?:ال)?ذكري\b|\banniversary\b|\btimeline\b|تسلسل زمني|\bمحطات\b|\bkey dates\b|"
    r"\b(?:عاما?|سنه|سنوات|اعوام) علي\b|\byears (?:on|after|since)\b"
)
"""A headline that tells of years ago: its article's days are of the year told last."""
_OF_A_MONTH = frozenset({"day_month", "weekday_date", "month"})
_YEAR_TOLD = re.compile(r"(?:19|20)\d\d")


def _in_year_told(made: DateMention, before: list[DateMention], text: str) -> DateMention:
    """A day of a month without a year, in the year that the date told last before it names."""
    if made.interval is None or _YEAR_TOLD.search(text, made.start, made.end):
        return made
    for told in reversed(before):
        if told.interval is not None and _YEAR_TOLD.search(text, told.start, told.end):
            back = made.interval.start.year - told.interval.start.year
            return made if back <= 0 else made._replace(interval=_back(made.interval, back))
    return made


def _back(interval: DateInterval, years: int) -> DateInterval:
    return replace(
        interval,
        start=arithmetic.years_back(interval.start, years),
        end=arithmetic.years_back(interval.end, years),
    )


def _says_tomorrow(tokens: list[Token], publication: Publication) -> bool:
    """Whether the text calls the feed's day yesterday, or the day after it today.

    "اليوم الخميس" or "أمس الأربعاء" in what a feed stamps late on Wednesday in UTC.
    """
    named = {"T": arithmetic.back(publication.day, -1), "E": publication.day}
    return any(
        first.code in named
        and second.code == "W"
        and second.start - first.end <= _BESIDE
        and second.word is not None
        and second.word.number == named[first.code].isoweekday()
        for first, second in pairwise(token for token in tokens if token.code not in _GAP_CODES)
    )


_GAP_CODES = frozenset(", ")
_BESIDE = 4
"""Characters from "today" to its weekday: a comma and the article."""

_ALONE = {"W": "weekday", "M": "month", "I": "full", "y": "year", "z": "year", "V": "event_day"}
_ALONE |= dict.fromkeys("TKEFNGD", "day") | {"k": "weekend", "H": "feast", "U": "elapsed"}
"""The rule of a word that stands alone; other kinds say nothing alone."""
_CORE = re.compile(r"[IMuWvTKEFNGDVOyzPUJskH]")
"""A run of words without one of these is no date."""


_RUN_MAX = 120
"""Codes: a longer run of figures and names of days is a table or a calendar, and costs most."""


def _expressions(codes: str) -> Iterator[tuple[str, int, int]]:
    """The rule, first and last-but-one index of each expression that the grammar finds."""
    start = 0
    for run in codes.split(BREAK):
        if len(run) > 1:
            if len(run) <= _RUN_MAX and _CORE.search(run):
                for match in GRAMMAR.finditer(run):
                    yield match.lastgroup or "", start + match.start(), start + match.end()
        else:
            rule = _ALONE.get(run)
            if rule is not None:
                yield rule, start, start + 1
        start += len(run) + 1


def _says(token: Token) -> bool:
    """Whether the token is a word or a figure, and no gap."""
    return token.word is not None or token.number is not None or token.day is not None


def _split(rule: str, matched: list[Token], with_gaps: list[Token]) -> list[list[Token]]:
    """One token list an expression: days joined by "and" ("12 و23 يونيو") are one date each."""
    days = [t for t in matched if t.code in "do"]
    if (
        rule != "day_month"
        or len(days) == 1
        or not days
        or not any(t.code in "w," for t in with_gaps)
    ):
        return [matched]
    if any(t.code == "-" for t in with_gaps):
        return [matched]
    others = [t for t in matched if t.code not in "do"]
    return [sorted([day, *others], key=lambda t: t.start) for day in days]


def _since(tokens: list[Token], index: int, rule: str) -> bool:
    """Whether the expression follows "since" or "for" and so names a period."""
    if rule in {"ago", "window"}:
        return False
    while index > 0 and tokens[index - 1].code in {"f", "m", ","}:
        index -= 1
    return index > 0 and tokens[index - 1].code == "S"


def _mention(
    text: str,
    part: list[Token],
    reading: Reading,
    tokens: list[Token],
    index: int,
    publication: Publication,
) -> DateMention:
    start = min(token.start for token in part)
    end = max(token.end for token in part)
    if text[start - 2 : start] == "ال" and part[0].code in "Ud":
        start -= 2
    return DateMention(
        start,
        end,
        reading.interval,
        reading.kind,
        reading.night,
        _recalls(text, start, tokens, index),
        is_of_page(text, start, end, reading, publication.day),
        reading.conflict,
        reading.offset_days,
    )


def _recalls(text: str, start: int, tokens: list[Token], index: int) -> bool:
    """Whether a background cue stands before the expression in its sentence."""
    for token in reversed(tokens[max(0, index - 8) : index]):
        if start - token.end > _CUE_REACH:
            return False
        if token.code == "b":
            return _SENTENCE_END.search(text, token.end, start) is None
    return False
