"""Where and when the dead of an attack are buried: neither place nor day is the attack's.

Place in the flow: under the days and places of clauses. An attack told before the burial struck the
mourners: then both are its own. So is the day of dead who were killed in its morning.
"""

from typing import Final

from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

# Not "the victims of the attack that happened on Friday", whose day is the attack's.
_BURIED: Final = Pattern(
    r"\b[وف]?(?:[تي]?شيعت?|[تي]?شيعوا|ودعت?|[تي]ودع|دفنت?|[تي]دفن|ووريت?|تشييع|جنازه|جنازات|"
    r"جنازت\w+|دفن|وداع)\b"
    r"(?: (?!الذي|التي|اللذ|قتل|قضوا|قضي|سقط|استشهد|وقع|راح|بعد)[^ .؛،\n]+){0,9}?"
    r"[ ،]+(?:في |ب|يوم |صباح |مساء |ظهر |عصر |بعد ظهر )?(?:ال)?$"
    r"|\b(?:buried|bury|buries|burying|burials?|funerals?|mourners|laid to rest|bade farewell)\b"
    r"(?:,? (?!who|that|which|killed|slain|died|after)[^ .;\n]+){0,9}? "
    r"(?:(?:on|late on|early on|held on|in|at) (?:the )?)?$"
)
_REACH = 110
"""Characters between a burial and its day or place."""
_THAT_MORNING: Final = Pattern(
    r"\b(?:صباحا|فجرا|ظهرا|قبل ساعات|في وقت سابق (?:من )?(?:ال)?يوم|this morning|"
    r"hours (?:earlier|before)|earlier (?:in the|that|on the same) day)\b"
)
_BEFORE_BURIAL: Final = Pattern(
    r" (?:(?:began|attended|joined|held|gathered for|took part in) )?(?:the |mass |a )*"
    r"(?:buried|bury|burial|funerals?)\b"
    r"|[ ،]+(?:(?:مراسم|مواكب|موكب|في) )*(?:ال)?(?:جنازه|جنازات|تشييع|جثمان|جثامين|دفن)\b"
)
"""Behind a day: the dead were buried then ("on Tuesday buried", "انطلقت الثلاثاء جنازة")."""


def is_of_burial(mention: Mention, start: int, end: int, text: str) -> bool:
    """Whether a day or place of the clause, `start:end` of the text, is that of a burial."""
    if any(hit.start < start for hit in mention.hits):
        return False
    buried = _BURIED.search(text, max(mention.start, start - _REACH), start) is not None
    if not buried and _BEFORE_BURIAL.match(text, end) is None:
        return False
    return _THAT_MORNING.search(text, end, mention.end) is None
