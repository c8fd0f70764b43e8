"""Deaths of wounds, and burials, after an attack days before: their day is none of the attack's.

Place in the flow: under scenes, which date and recall such a clause by what is said of the attack.
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_WOUNDS: Final = Pattern(
    r"\bمتاثر(?:ا|ه|ين|تين)? ب(?:ال)?(?:\w+ )?(?:جروح|جراح|اصاب)\w*"
    r"|\b(?:died|dies|dead|succumb\w*)\b[^.;\n]{0,40}? (?:of|from|to) "
    r"(?:(?:his|her|their|the|critical|severe|serious) ){0,2}(?:\w+ )?(?:wounds?|injuries)\b"
)
_BURIED: Final = Pattern(
    r"\b[وف]?(?:[تي]?شيع\w{0,3}|تشييع|جنازه|دفن|رفات|جثمان)\b"
    r"|\b(?:funerals?|burial|buried|laid to rest|remains|coffins?)\b"
)
_PAST: Final = Pattern(
    r"\bقبل (?:نحو |حوالي |قرابه |اكثر من |عده |بضعه )?(?:\w+ )?"
    r"(?:ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|عام|عامين|سنه|سنوات)\b"
    r"|\b(?:الاسبوع|الشهر|العام) (?:الماضي|الفايت|المنصرم)\b|\b(?:ال)?(?:ايام|اسابيع) ال?ماضيه\b"
    r"|\blast (?:week|month|year)\b|\b(?:days|weeks?|months?|years?) (?:ago|earlier|before)\b"
    r"|\bearlier (?:this|in the) (?:week|month|year)\b"
)


def _told_from(mention: Mention, text: str) -> int | None:
    """Where a clause about a death of wounds or a burial begins to tell of the attack."""
    wounds = _WOUNDS.search(text, mention.start, mention.end)
    if wounds is not None:
        return wounds.end()
    first = min(hit.start for hit in mention.anchors)
    return first if _BURIED.search(text, mention.start, first) is not None else None


def without_day_of_death(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention, ...]:
    """The dates but those of the death or burial, where the clause says when the attack was."""
    at = _told_from(mention, text)
    if at is None:
        return dates
    behind = any(at <= date.start < mention.end for date in dates)
    if not behind and _PAST.search(text, at, mention.end) is None:
        return dates
    return tuple(date for date in dates if not mention.start <= date.start < at)


def died_long_after(mention: Mention, text: str) -> bool:
    """Whether somebody died or is buried whom an attack hit days, weeks or months before."""
    at = _told_from(mention, text)
    return at is not None and _PAST.search(text, at, mention.end) is not None
