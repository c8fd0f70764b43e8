"""Tolls of what an attack answers, and not of the attack: "in retaliation for the killing of two".

Place in the flow: as tolls are shared out. Where the older attack is a draft of its own its toll is
given to that.
"""

from typing import Final

from workers.extraction.telling.tellings import Draft
from workers.extraction.tolls.finder import TollMention
from workers.text.patterns import Pattern

_ANSWERED: Final = Pattern(
    r"\b(?:ردا علي|في رد علي|كرد علي|انتقاما|ثارا|"
    r"in (?:response|retaliation|revenge|reprisal|answer) (?:to|for)|"
    r"to avenge|avenging|retaliating for|retaliated for|revenge for)\b[^.؛;\n،,]{0,60}$"
)
_REACH = 90


def is_answered(toll: TollMention, owner: Draft, text: str) -> bool:
    """Whether a toll is told only to say what its draft's attack answered.

    `owner`: the draft that it would be given to; the answer stands right before in its sentence.
    """
    first = max(0, toll.start - _REACH)
    told = _ANSWERED.search_cut(text, first, toll.start)
    if told is None:
        return False
    at = first + told.start()
    return any(0 <= at - scene.mention.end <= _NEXT for scene in owner.scenes)


_NEXT = 2
"""Characters between the clause that answers and the words for it."""
