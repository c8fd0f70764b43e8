"""Days of the news about an attack: when it was claimed, its toll rose, what it came before.

Place in the flow: under the days of clauses, for which such a day is not surely the attack's.
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_CLAIMED_BEFORE: Final = Pattern(
    r"\b(?:claimed(?: (?:responsibility|it))?|released|published|posted|circulated|aired|issued|"
    r"نشر(?:ت|ته|تها|ه|ها|وه|وها)?|بث(?:ت|ته|تها|ه|ها)?|وزع(?:ت|ته|تها|ه|ها)?|صدر(?:ت|عنه|عنها)?|"
    r"اذيع|تلي)(?: on| in| late| early| late on| early on)? ?(?:في |يوم )?$"
    r"|\b[وف]?(?:تبن(?:ي|ت)|نشرت?|بثت?|وزعت?|عرضت?|تداولت?) (?:[^ .؛;:]+ ){1,5}?(?:في |يوم )?$"
)
_CLAIMED_AFTER: Final = Pattern(
    r" (?:has |had |have )?(?:claimed|claims|acknowledged|confirmed|published|released|posted)\b"
    r"| (?:عن )?(?:مسووليت|تبني|وقوف)(?:ه|ها|هم)\b"
)
_CLAIM_REACH = 40


def dates_claim(date: DateMention, text: str) -> bool:
    """Whether on the day somebody only claimed the attack or made public what he said of it."""
    if _CLAIMED_AFTER.match(text, date.end) is not None:
        return True
    return _CLAIMED_BEFORE.search(text, max(0, date.start - _CLAIM_REACH), date.start) is not None


_TOLL_ROSE: Final = Pattern(
    r"\b(?:rose|risen|climbed|jumped|increased|grew|grown)(?: further| sharply| again)? "
    r"(?P<to>(?:from [\w-]+ )?to (?:[\w-]+ ){1,4}?)(?:on |late on |early on )?$"
    r"|\b[وف]?[تي]?(?:رتفعت?|ارتفعت?)\b[^.؛;]{0,120}? "
    r"(?P<AR>الي (?:[^ .،,]+ ){1,3}?)(?:في |يوم |صباح |مساء |ظهر |عصر |ليل )?$"
    r"|\b(?:died|succumbed) (?:[\w'-]+ ){0,3}?(?:wounds|injuries|burns)(?: in hospital)? "
    r"(?:over the weekend and )?(?:on |late on |early on |overnight on )?$"
    r"|\b(?:wounded|injured|hurt|shot|burned|burnt|maimed)\b[^.;\n]{2,150}? "
    r"(?P<died>(?:has |have )?(?:died|dies|succumbed))(?: [\w'-]+){0,4}?"
    r" (?:(?:late |early |overnight )?on |early |late |overnight )?$"
    r"|\b[وف]?(?:توفي|توفيت|مات|ماتت|فارق|فارقت|قضي|قضت|وفاه|استشهاد|استشهد) (?:[^ .؛،\n]+ ){0,4}?"
    r"(?:جرحي|مصابي|جريح|الجرحي|المصابين) (?:[^ .؛،\n]+ ){0,8}?"
    r"(?P<wounds>(?:(?:يوم|صباح|مساء|فجر|ليل|ظهر|عصر|ليله|في) )?)$"
    r"|\bمتاثر(?:ا|ه|ين|ات) ب(?:جراح|اصاب|جروح)\w+ (?:في المستشفي )?(?:يوم |صباح |مساء |فجر )?$"
)
_TOLL_REACH = 160


def dates_toll(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether on the day a toll rose, or one hurt before died: the attack itself came earlier."""
    before = max(mention.start, date.start - _TOLL_REACH)
    rose = _TOLL_ROSE.search(text, before, date.start)
    if rose is None:
        return False
    told = max(rose.start(name) for name in (0, "to", "AR", "died", "wounds"))
    return not any(told <= hit.start < date.start for hit in mention.attack_hits)
