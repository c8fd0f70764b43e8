"""Whose people a figure counts: a state's forces, those who fight it, or nobody's.

Place in the flow: asked by `tolls.forward` and `tolls.backward` before two figures are added up,
and by `tolls.finder` for the marks of a toll. Source: own reading of agency style.
"""

import re

from workers.extraction.tolls.words import Figure

_GROUP = (
    r"(?:ال)?(?:حركه|تنظيم|داعش|طالبان|قاعده|جماعه|مليشيا|ميليشيا|مليشيات|ميليشيات|فصايل|معارضه|"
    r"متمردين|متشددين|مسلحين|حوثي|حوثيين|ارهابيين|جهاديين|بوكو حرام|شباب|دوله|حزب|هييه|مهاجمين)"
)
_STATE = (
    r"(?:ال)?(?:شرطه|جيش|امن|قوات|دفاع|داخليه|درك|حرس|بيشمركه|بيشمرگه|حشد|نظام|حكومه|استخبارات|جمارك|"
    r"سواحل|حماه|صحوات|صحوه)\b"
)
_MEMBERS = (
    r"(?:ال)?(?:عناصر|عنصرا|عنصر|مقاتلي|مقاتلا|مقاتل|مقاتلين|مسلحي|مسلحا|مسلحين|مسلح|افراد|فردا|"
    r"اعضاء|عضوا|رجال|منتسبي|منتسبا|قيادات|قاده)"
)
_OF_GROUP = re.compile(rf"\s*(?:من )?(?:{_MEMBERS} )?(?:في |من |ل)?{_GROUP}")
_OF_STATE = re.compile(rf"\s*(?:من )?(?:{_MEMBERS} )?(?:في |من |ل)?{_STATE}")
_YOUTHS = re.compile(r"\s*من الشباب")
"""Young men, not the Somali group of that name."""
_GROUP_FIGHTERS = re.compile(
    r"\b(?:shabaab|shabab|taliban|islamic state|isis|isil|is|daesh|boko haram|iswap|jnim|qaeda|"
    r"rebel|insurgent|militant|jihadist|houthi|movement's|group's|extremist)"
    r"(?: \w+)? (?:fighters?|members?|men|militiamen|elements|commanders?)$"
)
_OF_FORCES = re.compile(
    r" of (?:the |its |his |their )?(?:\w+ )?"
    r"(?:security forces?|army|police|national guard|military|armed forces|border guard)\b"
)
_SIDE_OF = {"military": "state", "militant": "group", "attacker": "group"}
_REACH = 40


def side_of(text: str, figure: Figure) -> str:
    """`state`, `group` or "" where the words of a figure and right behind it say nothing."""
    category = figure.category
    if category in _SIDE_OF:
        return _SIDE_OF[category]
    said = text[figure.start : figure.end]
    if category not in {"armed", "", "generic"} and not said.endswith(" رجال"):
        return ""
    if said.isascii() and said[-1:].isalpha():
        return _english_side(text, figure.end, said)
    after = text[figure.end : figure.end + _REACH]
    if _YOUTHS.match(after) or (category in {"", "generic"} and not after.startswith(" من ")):
        return ""
    if _OF_GROUP.match(after):
        return "group"
    return "state" if _OF_STATE.match(after) else ""


def _english_side(text: str, end: int, said: str) -> str:
    if _OF_FORCES.match(text, end):
        return "state"
    return "group" if _GROUP_FIGHTERS.search(said) else ""


def are_opposed(text: str, figure: Figure, other: Figure) -> bool:
    """Whether two figures count the two sides of a fight."""
    sides = {side_of(text, figure), side_of(text, other)}
    categories = {figure.category, other.category}
    return sides == {"state", "group"} or (len(categories) > 1 and "attacker" in categories)
