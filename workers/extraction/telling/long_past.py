"""Attacks of years ago that a clause names beside today's news: "the 2017 bombing", "last year".

Place in the flow: under scenes, which recall such a clause and leave the day of the news out of it:
flowers were laid on Thursday where a bomb went off "nine years ago".
"""

from typing import Final

from workers.extraction.dates.finder import DateKind, DateMention
from workers.extraction.telling.cuts import MAIN_KINDS
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.scene_words import CLAUSE_END
from workers.extraction.telling.tried import is_tried, without_day_of_verdict
from workers.extraction.triggers import Hit
from workers.model import DatePrecision
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


def is_long_past(mention: Mention, dates: tuple[DateMention, ...], text: str) -> bool:
    """Whether what a clause tells was months before the day of its news, or is tried."""
    return dated_before_news(mention, dates, text) is not None or is_tried(mention, text)


def without_days_of_news(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention, ...]:
    """The dates but those of the news in a clause that tells of an attack of years ago."""
    span = years_old(mention, text) or dated_before_news(mention, dates, text)
    if span is None:
        return without_day_of_verdict(mention, dates, text)
    start, end = span
    return tuple(
        date
        for date in dates
        if not mention.start <= date.start < mention.end or start <= date.start < end
    )


_LONG_DAYS = 60
"""Days between the news and an attack that a date of its own makes an old one (chosen)."""
_OWN_REACH = 110
"""Characters from an attack word to the date that is its own."""
_NOT_ITS_OWN: Final = Pattern(
    r"\b(?:منذ|بعد|قبل|عقب|حيث|عندما|since|after|before|where|when|until)\b"
)
"""Between an attack word and a date: the date is another's."""
_OF_A_MAN_OR_TOWN: Final = Pattern(
    r"\b(?:منذ|since)\b|\b[وف]?ال(?:تي|ذي|ذين|لذين)\b"
    r"(?! (?:وقع|حدث|قتل|راح|اودي|اودت|اسفر|استهدف|هز|ضرب|نفذ[هت]))"
    r"|\b(?:which|that|who|where)\b(?! (?:(?:were|was|had|have|been|are) ){0,2}"
    r"(?:killed|died|left|took|happened|struck|hit|claimed))"
    r"|\b(?:ال)?(?:منفذ|مسوول|مدبر|متهم|مشتبه|مطلوب|متورط|عقل)\w*|\b(?:خطط|شارك|قاد|كان)\b"
    r"|\b(?:wanted|behind|accused|suspected|blamed|mastermind\w*|planned|led|responsible)\b"
)
"""Between them: what is dated is what the town saw, or what the man did who was hit."""


def dated_before_news(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[int, int] | None:
    """The span of a clause's attack and its own date, where the news has a day months later.

    "Libya handed over on Monday the bodies of nine workers killed in 2016".
    """
    if not mention.hits:
        return None
    first = mention.hits[0]
    inside = [date for date in dates if mention.holds(date.start) and date.interval is not None]
    for own in inside:
        last = next((hit for hit in mention.hits[::-1] if hit.end <= own.start), None)
        if last is None or own.start - last.end > _OWN_REACH or not _is_named(own, text):
            continue
        if (
            any(_is_months_before(own, news, mention, first) for news in inside)
            and CLAUSE_END.search(text, last.end, own.start) is None
            and _NOT_ITS_OWN.search(text, last.end, own.start) is None
            and _OF_A_MAN_OR_TOWN.search(text, first.end, own.start) is None
        ):
            return first.start, own.end
    return None


def _is_named(date: DateMention, text: str) -> bool:
    """Whether it is a month, a year or a day by its name, not what something has gone on since."""
    return date.kind is DateKind.ABSOLUTE and not text.startswith(("منذ ", "since "), date.start)


def _is_months_before(own: DateMention, news: DateMention, mention: Mention, first: Hit) -> bool:
    """Whether a date is months before a day that the clause names before its attack or last."""
    if own.interval is None or news.interval is None:
        return False
    if news.interval.precision != DatePrecision.DAY:
        return False
    if (news.interval.start - own.interval.end).days < _LONG_DAYS:
        return False
    if news.end <= first.start:
        return True
    return news.start >= own.end and all(hit.end <= own.start for hit in mention.hits)


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
