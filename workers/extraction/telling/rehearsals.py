"""Launches that are a test: an article whose news is one tells of no attack by them.

Place in the flow: under mentions. The clause that names the test is unreal by its own cue; here the
others that tell of the same launch ("the missile struck its target", "it was fired from a raft").
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.triggers import Hit, between
from workers.model import SubEventType
from workers.text.patterns import Pattern

_TESTS = frozenset({"missile-test", "missile-test-en"})
_LEAD_SENTENCES = 2
"""Sentences of the body in which the news stands: the first, behind a dateline of its own."""
_SUCCEEDED: Final = Pattern(
    r"\b[وف]?[تي]?نجحت? (?:[^ .،\n]+ ){0,3}?في (?:تجرب|اختبار|اجراء تجرب)\w* (?:[^ .،\n]+ ){0,3}?"
    r"(?:صاروخ|صواريخ)"
)
_BESIDE: Final = Pattern(
    r"\b(?:بعد|قبل|منذ|عقب|اثر|غداه|after|before|since|following|despite|amid)(?: [^ .،,]+){0,3} $"
)
"""Before the test: it is only what something else came after."""
_BESIDE_REACH = 40


def is_test_news(reading: Reading) -> bool:
    """Whether headline or lead says that a missile was tested."""
    text = reading.text.folded.text
    read = (i for i, one in enumerate(reading.sentences) if one.line and i not in reading.skipped)
    for index in (0, *islice(read, _LEAD_SENTENCES)):
        one = reading.sentences[index]
        if _SUCCEEDED.search(text, one.start, one.end) is not None:
            return True
        for cue in between(reading.cues, one.start, one.end):
            before = max(one.start, cue.start - _BESIDE_REACH)
            if cue.entry.id in _TESTS and _BESIDE.search(text, before, cue.start) is None:
                return True
    return False


def only_launches(hits: Sequence[Hit], victims: Sequence[Hit], stops: Sequence[Hit]) -> bool:
    """Whether a clause tells of a missile that flew or hit, and of nobody who suffered by it."""
    return not (victims or stops) and any(
        kind is SubEventType.SHELLING for hit in hits for kind, _ in hit.entry.votes
    )
