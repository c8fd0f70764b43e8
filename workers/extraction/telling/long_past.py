"""Attacks of years ago that a clause names beside today's news: "the 2017 bombing", "last year".

Place in the flow: under scenes, which recall such a clause and leave the day of the news out of it:
flowers were laid on Thursday where a bomb went off "nine years ago".
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.telling.cuts import MAIN_KINDS
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_BEHIND: Final = Pattern(
    r"[^.،,؛;:\n]{0,60}?(?<!منذ )(?<!since )\b(?:"
    r"قبل (?:نحو |حوالي |قرابه |اكثر من )?(?:[^\W\d_]+ |\d+ )?"
    r"(?:عام|عاما|عامين|اعوام|سنه|سنتين|سنوات)\b(?! من)"
    r"|(?:ال)?(?:عام|سنه) ال(?:ماضي|فايت|منصرم)ه?\b"
    r"|(?:[\w-]+ )?years? ago\b|last year\b(?!'))"
)
"""From an attack word to words that say how many years ago it was."""
_BEFORE: Final = Pattern(r"\bthe (?:\w+ )?(?:19|20)\d\d (?:[\w'-]+ ){0,4}$")
"""Before an attack noun: the year that it is known by ("the 2015 Bardo museum attack")."""
_BEFORE_REACH = 60
_FREED = frozenset({"tahrir"})
"""Attack words for what is told now of those who were abducted then."""


def years_old(mention: Mention, text: str) -> tuple[int, int] | None:
    """The span of a clause's only attack and the words that put it years back, else None."""
    told = [
        hit for hit in mention.hits if hit.entry.kind in MAIN_KINDS and hit.entry.id not in _FREED
    ]
    if not told:
        return None
    first, last = told[0], told[-1]
    behind = _BEHIND.match(text, last.end)
    if behind is not None and behind.end() <= mention.end and last.start - first.end <= _ONE:
        return first.start, behind.end()
    since = max(mention.start, first.start - _BEFORE_REACH)
    before = _BEFORE.search_cut(text, since, first.start) if len(told) == 1 else None
    return None if before is None else (since + before.start(), first.end)


_ONE = 20
"""Characters between two words for one attack ("a bomb exploded")."""


def without_days_of_news(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention, ...]:
    """The dates but those of the news in a clause that tells of an attack of years ago."""
    span = years_old(mention, text)
    if span is None:
        return dates
    start, end = span
    return tuple(
        date
        for date in dates
        if not mention.start <= date.start < mention.end or start <= date.start < end
    )


_OF_THOSE_LEFT: Final = Pattern(
    r"\b(?:(?:ال)?ناج(?:ون|ين|يات|يا|ي) من"
    r"|[بلو]?(?:اهالي|عايلات|عوايل|اسر|ذوي|ذوو|اقارب) (?:\d+ من )?(?:ال)?(?:ضحايا|قتلي|شهداء)"
    r"|survivors of"
    r"|(?:families|relatives) of (?:the )?(?:\w+ )?(?:victims|dead|those killed) (?:of|in))"
    r" (?:the |an? )?(?:\w+ )?$"
)
_LEFT_REACH = 70


def is_of_those_left(mention: Mention, dates: tuple[DateMention, ...], text: str) -> bool:
    """Whether its only attack says whose families or survivors act, and no day says when it was."""
    told = mention.attack_hits
    if not told or any(told[0].start <= date.start < mention.end for date in dates):
        return False
    first = max(mention.start, told[0].start - _LEFT_REACH)
    return (
        told[-1].start - told[0].start <= _ONE
        and _OF_THOSE_LEFT.search_cut(text, first, told[0].start) is not None
    )
