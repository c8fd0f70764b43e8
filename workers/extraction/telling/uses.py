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


def without_uses(hits: list[Hit], folded: str) -> list[Hit]:
    """The hits, without those that say what a thing was used for or what is done from a place."""
    spans = [
        found.span()
        for pattern in (_USED, _FROM_WHICH)
        for found in pattern.finditer(folded, 0, len(folded))
    ]
    if not spans:
        return hits
    return [hit for hit in hits if not any(start <= hit.start < end for start, end in spans)]
