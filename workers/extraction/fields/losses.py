"""Whose loss it was: foes killed in a fight, an officer killed; a weapon of another's make.

Place in the flow: under `parties`. These frames name a party by what it lost, far from the verb.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.in_flight import MEANS
from workers.extraction.fields.party import Party
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_FOES: Final = Pattern(
    r"\b(?:مقتل|قتل|قتلت|تصفيه|تحييد|القضاء علي|مصرع|kill(?:ed|ing|s)?|neutrali\w+) "
    r"(?:(?!من |في )\w+ ){0,3}?(?:ال)?(?:ارهابي|تكفيري|مسلح|متشدد|متطرف|جهادي|متمرد|militant|"
    r"terrorist|gunm[ae]n|insurgent|extremist|jihadist)(?!\w* (?:من (?:قوات|عناصر ال)|and |و))"
)
_STATE_FORCES = frozenset({"MIL", "COP"})


def killed_foes(clause: Mention, actor: ActorMention, at: int, text: str) -> bool:
    """Whether the dead of a fight with a state's forces are militants: those forces killed them.

    `at`: where the words for the fight begin.
    """
    if actor.sector not in _STATE_FORCES:
        return False
    return _FOES.search(text, clause.start, at) is not None


_RANKS = (
    r"(?:قيادي|قايد|قاده|مستشار|ضابط|ضباط|عنصر|عناصر|جندي|جنود|مسوول|عضو|اعضاء|مقاتل|عميد|عقيد|"
    r"امير|خبير|مهندس|ناشط)(?:ا|ين|ان|ون|ه)?"
)
_OFFICER: Final = Pattern(
    rf"\b[وف]?(?:قتل|قتلوا|اغتيل|اصيب|استشهد|مقتل|اغتيال|تصفيه|اصابه|جرح|مصرع|اغتالت?|[تي]غتال|"
    rf"استهداف|استهدفت?) (?:\w+ ){{0,2}}?{_RANKS} "
    r"(?:(?:كبير|بارز|ميداني|رفيع|عسكري|سابق|ايراني|اخر|محلي|امني)\w{0,3} (?:المستوي )?){1,2}"
    r"(?:(?:في|من|لدي|ب) ?|تابع\w{0,2} ل)(?:ال)?(?:قوات |حركه |جماعه |تنظيم )?(?:ال)?[\"']?$"
    r"|\b(?:killed|killing|assassinated|wounded|targeted|targeting|hit) (?:\w+ ){0,2}?"
    r"(?:senior|top|high-ranking|local|field|veteran|military|ranking) (?:\w+ ){0,2}?"
    r"(?:commander|leader|officer|official|advis[eo]r|member|figure|operative|fighter|general)s? "
    r"(?:of|from|in|with|for) (?:the )?[\"']?$"
)
_OFFICER_REACH = 80


def lost_an_officer(actor: ActorMention, start: int, text: str) -> bool:
    """Whether an officer of an actor is told to have been killed ("a senior adviser in X").

    `start`: where the clause begins.
    """
    if actor.sector not in _STATE_FORCES and actor.sector not in GROUP_SECTORS:
        return False
    first = max(start, actor.start - _OFFICER_REACH)
    return _OFFICER.search_cut(text, first, actor.start) is not None


_BY_MEANS = re.compile(r"ب(?:ال)?$")
_SURELY = 1.4


def unless_others_means(party: Party, before: list[Party], text: str) -> Party:
    """The party without points where it only says whose make another's weapon is.

    "القوات الإثيوبية قصفت البلدة بمسيّرة تركية".
    """
    actor = party.mention
    if actor.kind != "demonym" or actor.head not in MEANS:
        return party
    others = max((p.attacked_by for p in before if p.mention.side != actor.side), default=0.0)
    if others < _SURELY or _BY_MEANS.search(text, max(0, actor.start - 3), actor.start) is None:
        return party
    return Party(actor, 0.0, 0.0)
