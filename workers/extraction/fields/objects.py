"""Who stands as the object of an Arabic attack: behind verb or preposition, and is no subject.

Place in the flow: under `parties`. In headlines the subject stands before its verb ("إسرائيل تقصف
إيران"); who stands behind such a verb is its object, though a verb that opens a sentence has its
subject there.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party import Party
from workers.extraction.telling.mentions import Mention

_SUBJECT_MIN = 1.4
"""Points from which the one before the verb did it."""
_OBJECT = 1.8
_GAP = re.compile(r" ?(?:ال)?[\"'«]?")
_AGAINST: Final = re.compile(r"(?:^|[ \n])(?:علي|ضد|صوب|باتجاه|تجاه) (?:ال)?[\"'«]?$")
_AGAINST_REACH = 12


def is_against(actor: ActorMention, text: str) -> bool:
    """Whether "against", "on" stands right before an actor: the verb behind it has another subject.

    "شنت إسرائيل هجوما على إيران استهدف منشأة".
    """
    if text[actor.start : actor.end].isascii():
        return False
    return _AGAINST.search(text, max(0, actor.start - _AGAINST_REACH), actor.start) is not None


def as_object(party: Party, before: list[Party], clause: Mention, text: str) -> Party:
    """The party as attacked where the one before it is the subject of the verb between them."""
    actor = party.mention
    if not before or party.attacked_by <= 0:
        return party
    first = before[-1]
    if first.attacked_by < _SUBJECT_MIN or first.attacked > 0 or is_against(first.mention, text):
        return party
    for hit in clause.attack_hits:
        if (
            hit.entry.kind == "active"
            and hit.entry.language == "ar"
            and _GAP.fullmatch(text, first.mention.end, hit.start) is not None
            and _GAP.fullmatch(text, hit.end, actor.start) is not None
        ):
            return Party(actor, 0.0, max(party.attacked, _OBJECT))
    return party
