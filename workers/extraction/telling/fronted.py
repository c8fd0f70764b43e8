"""Sentences that open with an older attack that theirs answers or follows.

Place in the flow: under mentions, which are cut at the comma: "In retaliation for a raid on X that
killed nine, | the group fired rockets at Y".
"""

import re
from collections.abc import Sequence
from typing import Final

from workers.extraction.telling.comparisons import OWN_AGAIN
from workers.extraction.triggers import Hit

_COUNT = (
    r"(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a few|just|"
    r"barely|only) )?"
)
_OPENS: Final = re.compile(
    r"\W{0,2}(?:(?:in (?:response|reply|answer) to|in (?:retaliation|revenge) for|to avenge|"
    rf"as retaliation for)|{_COUNT}(?:hours?|days?|weeks?) after|the (?:day|night|morning) after) "
    r"|\W{0,2}و?(?:ردا علي|في رد علي|كرد علي|انتقاما|ثارا|غداه|"
    r"بعد (?:ساعات|يوم|يومين|ايام|اسبوع)(?: (?:قليله|واحد|معدوده|فقط))? (?:من(?! ذلك)|علي)) "
)
_TELLING = frozenset({"active", "light", "event", "passive"})


def is_fronted(text: str, start: int, sentence: int) -> bool:
    """Whether a clause at `start` opens its sentence with what the sentence's attack followed."""
    return start == sentence and _OPENS.match(text, start) is not None


def fronted_cuts(text: str, start: int, end: int, hits: Sequence[Hit]) -> list[int]:
    """The position of the comma behind which a folded sentence that opens so tells its own attack.

    Both sides hold an attack word, the second one a verb.
    """
    opened = _OPENS.match(text, start, end)
    if opened is None:
        return []
    for comma in OWN_AGAIN.finditer(text, opened.end(), end):
        before = [hit for hit in hits if hit.end <= comma.start()]
        behind = [hit for hit in hits if hit.start >= comma.end()]
        if _tells(before) and any(hit.entry.kind in _TELLING for hit in behind):
            return [comma.end()]
    return []


def _tells(hits: Sequence[Hit]) -> bool:
    """Whether the words tell of an attack, and do not only point back to it ("after the raid")."""
    mains = [hit for hit in hits if hit.entry.kind != "victim"]
    known = all(hit.is_known for hit in mains)
    return bool(mains) and not (known and len(mains) == len(hits))
