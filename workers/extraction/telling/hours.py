"""Parts of the day that clauses name: what was in the morning is not what was in the evening.

Place in the flow: under scenes and drafts.
"""

import re
from typing import Final

from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_PARTS = {
    "morning": r"[وف]?(?:ال)?(?:فجر|صباح|صبيحه|ضحي)ا?|morning|dawn|daybreak|sunrise",
    "noon": r"[وف]?(?:ال)?(?:ظهر|ظهيره|عصر)ا?|noon|midday|afternoon",
    "evening": r"[وف]?(?:ال)?(?:مساء|ليل|ليله|عشيه)|evening|night|dusk|sunset",
}
_PART: Final = Pattern(
    r"\b(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in _PARTS.items()) + r")\b"
)
_OPENS: Final = re.compile(
    r"\W{0,2}(?:[وف]?(?:في |خلال |عند |بعد |قرابه )?(?:وقت سابق )?(?:ساعات )?"
    r"|(?:and |but )?(?:earlier,? )?(?:in|at|that|by|around) (?:the )?(?:early |late |mid-?)?)"
)
_OPENING = 30
"""Characters from the start of a sentence to the end of the words that open it with an hour."""


def parts_of_day(mention: Mention, text: str) -> frozenset[str]:
    """The parts of the day that a clause names."""
    found = _PART.finditer(text, mention.start, mention.end)
    return frozenset(match.lastgroup for match in found if match.lastgroup)


def opens_at(mention: Mention, text: str) -> str | None:
    """The part of the day with which a clause opens that tells an attack outright."""
    if mention.joint or mention.definite or not mention.is_firm:
        return None
    match = _PART.search(text, mention.start, min(mention.end, mention.start + _OPENING))
    if match is None or _OPENS.fullmatch(text, mention.start, match.start()) is None:
        return None
    first = min(hit.start for hit in mention.anchors)
    said = any(speech.start < first for speech in mention.speech_hits)
    return None if said or match.end() > first else match.lastgroup
