"""People behind whom a sentence tells what befell them: they were attacked, however far away.

Place in the flow: under `recipients`.
"""

from typing import Final

from workers.extraction.actors.targets import TargetMention
from workers.text.patterns import Pattern

_BEFELL: Final = Pattern(
    r"(?: (?:from|in|at|of) (?:the )?(?:[\w'-]+ ?){1,3}?)?"
    r"(?:,? (?:including|among them) [^.,;\n]{3,40},)?"
    r"(?: and (?:his|her|their|an?|two|three|four|five) (?!(?:\w+ )?(?:said|told))[\w-]+)?"
    r" ?(?: (?:was|were|has been|have been|had been|being)(?: \w+ly)?"
    r" (?:killed|shot|gunned down|murdered|assassinated|beheaded|executed|massacred|lynched|"
    r"stabbed|wounded|injured|hacked|beaten|burned|burnt|abducted|kidnapped|seized|martyred|slain|"
    r"ambushed|slaughtered)"
    r"| (?:died|perished) (?:in|when|after|as)"
    r"| (?:killed|shot dead|gunned down|beheaded|abducted|kidnapped|wounded|hurt|injured) "
    r"(?:in|as|when|by|after|near|on|during)"
    r"| (?:was|were) (?:among|taken|offloaded|dragged) [^.,;\n]{0,40}?"
    r"(?:dead|killed|executed|victims))\b"
)
"""Behind people: what befell them, by a verb in the passive or in a headline's short form."""


def befell(target: TargetMention, text: str) -> bool:
    """Whether a killing, a wound or an abduction befell the people named, by the words behind."""
    return target.people and _BEFELL.match(text, target.end) is not None
