"""Days that a clause names and that are no attack's: something is to happen, or people voted then.

Place in the flow: under scenes, where an attack gets its day.
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.telling.news_days import dates_occasion
from workers.text.patterns import Pattern

_TO_COME: Final = Pattern(
    r"\b(?:[وس]?[تي](?:نتهي|نقضي|نعقد|صادف)|س[تي](?:بدا|جري|عقد|ستانف|جتمع|صوت|لتقي|زور|توجه|صل|بحث)\w{0,2}|"
    r"(?:ال)?(?:مقرر|مرتقب|مزمع|متوقع|منتظر)\w{0,2}|"
    r"expires?|ends|due|scheduled|expected|set for|planned|will \w+)"
    r" (?:[^ .،,]+ ){0,3}$"
)
"""Before a day: something is to begin or to end then."""
_TO_COME_REACH = 40


def _is_to_come(date: DateMention, text: str) -> bool:
    """Whether something is said to begin or to end on the day ("the truce that ends on Sunday")."""
    before = max(0, date.start - _TO_COME_REACH)
    return _TO_COME.search(text, before, date.start) is not None


_ELECTION: Final = Pattern(
    r"\b(?:ال)?(?:انتخابات|استفتاء|اقتراع|تصويت)\b(?: [^ .،,]+){0,3} (?:(?:و?التي|الذي) )?"
    r"(?:كان(?:ت)? )?(?:جرت|جري|اجريت|اجري|نظمت|نظم|بدات|بدا|انتهت) (?:يوم |في )?$"
    r"|\b(?:elections?|vote|referendum|polls?|ballot)(?: (?:that|which))?"
    r"(?: (?:was|were|had been))? (?:held|conducted|took place|ended|began)(?: on)?(?: last)? ?$"
)
"""Before a day: people voted then."""
_ELECTION_REACH = 70


def _is_of_election(date: DateMention, text: str) -> bool:
    """Whether people are said to have voted on the day."""
    return _ELECTION.search(text, max(0, date.start - _ELECTION_REACH), date.start) is not None


def is_other_day(date: DateMention, text: str) -> bool:
    """Whether the day is of something else than an attack."""
    return _is_to_come(date, text) or _is_of_election(date, text) or dates_occasion(date, text)
