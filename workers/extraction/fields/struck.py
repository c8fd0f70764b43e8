"""Who is hit though another word is the object: the owner of what is struck, the side of the dead.

Place in the flow: under `parties`. "Shelled a position of the Houthis", "a base that hosts US
troops", "killed more than ten of the militia's men", "forty of its fighters were killed".
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern
from workers.text.words import holds_one

OWNED = 1.8
"""Points for having been attacked of who owns what is struck: as of who stands behind "against"."""
_OWNED_REACH = 52
"""Characters before an owner in which what is struck is named."""
_STRUCK_REACH = 45
"""Characters between an attack word and what is struck."""
_THINGS: Final = Pattern(
    r"(?:^|[\s\"'(])[وب]?(?:موقعا?|مواقع|مقرا?|مقرات|مقار|معسكرا?|معسكرات|قاعده|قاعدتين?|قواعد|"
    r"ثكنه|ثكنات|تعزيزات|تجمعا?|تجمعات|تحركات|رتلا?|ارتال|قافله|قوافل|دوريه|دوريات|حاجزا?|حواجز|"
    r"نقطه|نقاط|اليه|اليات|عربه|عربات|مدرعه|مدرعات|مركبه|مركبات|طقما?|اطقم|مخزنا?|مخازن|مستودعا?|"
    r"مستودعات|منصه|منصات|معقلا?|معاقل|وكرا?|اوكار|تحصينات|مرابض|مركزا?|مراكز|سياره|سيارات|حافله|"
    r"سفينه|منشاه|منشات|مبني|منزلا?|قياديا?|قيادات|قايدا?|عنصرا?|عناصر|مسلحين|جنديا?|جنود|ضابطا?|"
    r"مقاتلا?|مقاتلين)"
    r"(?: (?!في |من |علي |قرب |بين |عن |الي |مع )[\w\"']+){0,3}?"
    r" (?:(?:ال)?تابع\w{0,3} )?(?:(?:ل|لل|من |في |من ال|في ال|ال)[\"']?)?$"
    r"|\b(?:positions?|bases?|posts?|outposts?|camps?|headquarters|convoys?|patrols?|checkpoints?|"
    r"vehicles?|fighters|soldiers|members|troops|commanders?|hideouts?|strongholds?|depots?) "
    r"(?:of|belonging to|held by|used by|run by|operated by|linked to) (?:the )?$"
)
_HOSTED: Final = Pattern(
    r"\b(?:تضم|تستضيف|يضم|تستخدمها|توجد فيها|توجد بها|حيث توجد|تتمركز فيها|فيها) (?:ال)?$"
    r"|\b(?:housing|hosting|hosts|houses|used by|home to|where) (?:the )?$"
)
_SITE_WORDS = (
    "قاعده", "قاعدت", "قواعد", "معسكر", "مطار", "ثكنه", "base", "camp", "airport", "garrison",
)  # fmt: skip
_IN = ("في ", "في ال")
_COUNTED = re.compile(
    r"^ (?:(?:نحو|حوالي|قرابه|اكثر من|ما لا يقل عن|ما يزيد علي|عشرات|العشرات|عدد|عددا|\w+) ){1,5}?"
    r"(?:من|في صفوف|من صفوف)"
    r"(?: (?:عناصر|افراد|مسلحي|مقاتلي|منتسبي|جنود|ضباط|قوات|رجال|قيادات))? (?:ال)?[\"']?$"
    r"|^ (?:at least |more than |about |some |nearly |up to |around |over )?"
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|scores of|"
    r"several)(?: (?:members|fighters|soldiers|troops|militants|commanders) (?:of|from))?"
    r"(?: of)?(?: the)? $"
)
_COUNTED_MAX = 60
_LOST = re.compile(r"^[\"']? (?:(?:was|were|have been|had been|are|being) )?$")
_PASSIVE = re.compile(
    r"(?: ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه))? "
    r"(?:في|ب\w+|خلال|اثر|جراء|علي يد|علي ايدي|عندما|حين|by|in|when|during|after|on)\b"
)


def owns_what_is_struck(text: str, actor: ActorMention, hits: list[Hit], start: int) -> bool:
    """Whether an attack word is followed by a thing or a man of the actor's, or a base it uses."""
    first = max(start, actor.start - _OWNED_REACH)
    before = text[first : actor.start]
    if holds_one(before, _SITE_WORDS) and _HOSTED.search_cut(text, first, actor.start):
        return True
    found = _THINGS.search_cut(text, first, actor.start)
    is_where = actor.locative or (actor.kind == "metonym" and before.endswith(_IN))
    if found is None or is_where:
        return False
    at = first + found.start()
    return any(
        hit.entry.kind != "light" and -1 <= at - hit.end <= _STRUCK_REACH and hit.end < actor.start
        for hit in hits
    )


def is_counted_dead(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether the dead counted behind a casualty word are the actor's ("killed ten of the X")."""
    gap = text[hit.end : actor.start]
    return len(gap) <= _COUNTED_MAX and _COUNTED.match(gap) is not None


def is_told_dead(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether an actor stands before a casualty word that has no victim behind it."""
    gap = text[actor.end : hit.start]
    if len(gap) > _COUNTED_MAX or _LOST.match(gap) is None:
        return False
    return len(gap.strip()) > 1 or _PASSIVE.match(text, hit.end) is not None
