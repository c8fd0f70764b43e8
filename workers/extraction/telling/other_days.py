"""Days that a clause names and that are no attack's: something was to happen or was voted then.

Place in the flow: under scenes, where an attack gets its day.
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.text.patterns import Pattern

_TO_COME: Final = Pattern(
    r"\b(?:[وس]?[تي](?:نتهي|نقضي|نعقد|صادف)|س[تي](?:بدا|جري|عقد|ستانف|جتمع|صوت|لتقي|زور|توجه|صل|بحث)\w{0,2}|"
    r"(?:ال)?(?:مقرر|مرتقب|مزمع|متوقع|منتظر)\w{0,2}|"
    r"expires?|ends|due|scheduled|expected|set for|planned|will \w+)"
    r" (?:[^ .،,]+ ){0,3}$"
)
"""Before a day: something is to begin or to end then."""
_ELECTION: Final = Pattern(
    r"\b(?:ال)?(?:انتخابات|استفتاء|اقتراع|تصويت)\b(?: [^ .،,]+){0,3} (?:(?:و?التي|الذي) )?"
    r"(?:كان(?:ت)? )?(?:جرت|جري|اجريت|اجري|نظمت|نظم|بدات|بدا|انتهت) (?:يوم |في )?$"
    r"|\b(?:elections?|vote|referendum|polls?|ballot)(?: (?:that|which))?"
    r"(?: (?:was|were|had been))? (?:held|conducted|took place|ended|began)(?: on)?(?: last)? ?$"
)
"""Before a day: people voted then."""
_AHEAD_OF: Final = Pattern(
    r"\b(?:قبيل|قبل|عشيه)(?: [^ .؛،\n]+){0,2}? (?:"
    r"(?:ال)?زيار[هت]\w*(?: [^ .؛،\n]+){0,4}?[ ،]+"
    r"|(?:ال)?(?:انتخابات|قمه|اجتماع\w*|محادثات|مفاوضات|استفتاء|تصويت)(?: [^ .؛،\n]+){0,4}? )"
    r"(?:يوم |صباح |مساء )?$"
    r"|\b(?:ahead of|before|on the eve of) (?:[\w'-]+ ){0,4}?(?:visit|elections?|summit|meeting|"
    r"talks|vote|referendum|match)(?: [\w'-]+){0,4}? (?:on |due on )?$"
)
"""Before a day: a visit or a vote was due then, and the attack came before it."""
_BEFORE_A_DAY: Final = ((_TO_COME, 40), (_ELECTION, 70), (_AHEAD_OF, 90))
"""Each with the characters before the day in which it stands."""


def is_other_day(date: DateMention, text: str) -> bool:
    """Whether the day is of something else than an attack."""
    return any(
        words.search(text, max(0, date.start - reach), date.start) is not None
        for words, reach in _BEFORE_A_DAY
    )
