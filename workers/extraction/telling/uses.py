"""Words of attack that only say what a thing is for: no attack is told by them.

Place in the flow: right after the words are found, before clauses. "Launchers that they used in
firing rockets" and "the hills from which they shell the town" describe a target.
"""

from typing import Final

from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

# Used by somebody, with a pronoun back to the thing, in or for what follows up to the next joint.
_USED: Final = Pattern(
    r"\b(?:[يت]ستخدم|استخدم|[يت]ستعمل|استعمل)(?:ت|وا|ون)?(?:ها|ه|هم|هما)\b(?: [^ .،؛\n]+){0,5}? "
    r"(?:في|ل|لل?اغراض|من اجل|بهدف)[^.،؛\n]{0,60}"
)
# From which somebody keeps firing: the present tells no single day.
_FROM_WHICH: Final = Pattern(
    r"\b(?:التي|الذي|اللذين|اللتين) (?:كان\w{0,2} )?"
    r"[يت](?:قصف|طلق|ستهدف|هاجم|شن|نطلق|نفذ|رمي)\w{0,2}\b[^.؛\n]{0,70}? ?من(?:ها|ه|هما)\b"
)

# What officials attack with words: "the minister attacked the envoy, calling his visit a failure".
_SPOKEN: Final = Pattern(
    r"\b[وف]?[يت]?هاجم(?:ت|وا|ا|ون)?(?= (?:ال)?(?:مسوول|وزير|رييس|نايب|زعيم|ناطق|"
    r"متحدث|سفير|نواب|سياسي|مبعوث|مرشح|صحيف|اعلام|برلماني|قيادي)\w{0,3}\b[^.؛\n]{0,110}?"
    r"\b(?:واصف\w{1,2}|و?وصف(?:ت|وا)?(?:ه|ها|هم)?|معتبر\w{1,3}|متهم(?:ا|ين|ه)|قايل(?:ا|ين|ه)|"
    r"(?:في|عبر|خلال) (?:تغريد|خطاب|تصريح|مقابل|كلم[هت]|موتمر)\w{0,3}|(?:علي|عبر) تويتر|"
    r"بسبب (?:تصريح|موقف|مواقف|سياس|قرار)\w{0,4})\b)"
    r"|\b(?:minister|president|official|lawmaker|senator|envoy|ambassador|spokes\w+|politician)s?"
    r" (?:also |sharply |again )?attack(?:ed|s)\b(?=[^.;\n]{0,110}?\b(?:calling|accusing|"
    r"describing|saying|in a (?:tweet|speech|post|interview)|on twitter|for (?:his|her|their|its) "
    r"(?:remarks|comments|stance|policy|policies))\b)"
)


def without_uses(hits: list[Hit], folded: str) -> list[Hit]:
    """The hits, without those that say what a thing was used for or what is done from a place."""
    spans = [
        found.span()
        for pattern in (_USED, _FROM_WHICH, _SPOKEN)
        for found in pattern.finditer(folded, 0, len(folded))
    ]
    if not spans:
        return hits
    return [hit for hit in hits if not any(start <= hit.start < end for start, end in spans)]
