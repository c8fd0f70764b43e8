"""What an attack was aimed at comes first, then its victims: the order of an event's recipients.

Place in the flow: under `events`, after `arguments` and `recipients` have found those attacked. Who
only stands beside (the owner of a border, whose missiles they were, the attacker's own side) is
taken out, and a plain word for those whom an actor names ("police" beside "Kenyan police").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.fields.defenders import kills_attacker
from workers.extraction.fields.forces import force_of
from workers.extraction.fields.killed_whom import killed_by
from workers.extraction.fields.recipients import (
    ANYBODY,
    HELPING,
    KIND_OF_SECTOR,
)
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.telling.tellings import Draft
from workers.model import SubEventType
from workers.text.patterns import Pattern
from workers.text.words import holds_one

RECIPIENTS_MAX = 4
"""Recipients that an event lists: the record says what was attacked and little else."""

AIMED_AT: Final = 0
_PARTY: Final = 1
_GEAR: Final = 2
_NEARBY: Final = 3
_HARMED: Final = 4
_BESIDE: Final = 5
_RIDDEN: Final = 6
_OF_NATION: Final = 7
_NOBODY: Final = 8
"""Ranks: what was aimed at, the armed side that lost men, its posts and vehicles, what a bomb went
off near, people who were hit, where they were, "their car", a nationality and no more, "three
people".
"""


@dataclass(frozen=True, slots=True)
class Aimed:
    """Someone or something attacked, with its rank: lower comes first."""

    rank: int
    mention: ActorMention | TargetMention


def in_order(
    draft: Draft,
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    targets: Sequence[TargetMention],
    kind: SubEventType,
    text: str,
) -> list[Aimed]:
    """Those attacked, each once: what the attack was aimed at, then its victims."""
    own: frozenset[str | None] = frozenset()
    if kind is not SubEventType.ARMED_CLASH:  # some fight among themselves
        own = frozenset(m.side for m in attackers if m.side is not None)
    by_nameless = bool(attackers) and all(
        m.kind == "generic" and m.sector in _NAMELESS for m in attackers
    )
    ranked = [
        Aimed(_rank_of_actor(draft, actor, kind, text), actor)
        for actor in attacked
        if not (actor.side in own and not _is_harmed(draft, actor.start, actor.end, text))
        and not (actor.head == "capital" and (kind not in FROM_AFAR or not own))
        and not _is_beside(actor, targets, text)
    ]
    kinds = {KIND_OF_SECTOR.get(one.mention.sector or "") for one in ranked}
    ranked += [
        Aimed(_rank_of_target(draft, target, kind, text), target)
        for target in targets
        if not (target.name in _PLAIN and (target.kind in kinds or _shoots(target, text)))
        and not (target.name == _MILITANTS and by_nameless)
        and not any(
            actor.start <= target.start < actor.end and not _is_dead(draft, actor, text)
            for actor in attackers
        )
    ]
    if not any(one.rank == _PARTY for one in ranked):
        ranked = [Aimed(AIMED_AT if one.rank == _GEAR else one.rank, one.mention) for one in ranked]
    ranked.sort(key=_by_rank)
    if kind is SubEventType.ARMED_CLASH or any(one.rank <= _HARMED for one in ranked):
        ranked = [one for one in ranked if one.rank < _NOBODY]
    return ranked[:RECIPIENTS_MAX]


_MILITANTS = "militants"
_NAMELESS = frozenset({"UAF", "REB"})
"""Where these attacked, militants killed there are they."""
_SHOT_BY: Final = Pattern(
    r"(?:(?:^|\W)(?:برصاص|بنيران|علي يد|علي ايدي|من قبل|قامت|قتلته|قتلتهم|اردته|تدخلت|تمكنت|تصدت)"
    r"|\b(?:shot|killed|shot dead|neutrali[sz]ed|overpowered|stopped|arrested|detained) by)"
    r" (?:the )?(?:ال)?[\"']?$"
)
_SHOOTS: Final = Pattern(
    r"[\"']? (?:\w+ )?(?:بقتله|بقتلهم|قتلته|قتلتهم|اردته|اردتهم|اطلقت النار عليه|قتلت المهاجم|"
    r"(?:then |later )?(?:shot|killed|shot and killed|shot dead|overpowered|arrested|detained) "
    r"(?:dead )?(?:him|them|her|the (?:attacker|assailant|gunman|gunmen|suspect|driver)s?))\b"
)
_SHOT_BY_REACH = 34
_KILLED_REACH = 26


def _shoots(target: TargetMention, text: str) -> bool:
    """Whether police or soldiers are told to have shot or held the attacker."""
    first = max(0, target.start - _SHOT_BY_REACH)
    shot = _SHOT_BY.search_cut(text, first, target.start)
    if kills_attacker(text, target.start, target.end):
        return True
    return shot is not None or _SHOOTS.match(text, target.end) is not None


_PLAIN = frozenset({"police", "soldiers", "fighters", "officers"})
"""Target nouns that say no more than an actor of their kind does."""


def _by_rank(one: Aimed) -> int:
    return one.rank


_THINGS = frozenset({"facility", "aircraft", "weapon", "civil"})
_OF_ARMED = frozenset({"military", "police", "armed_group", "transport"})
"""Kinds of things that armed sides have: who had them comes before them."""
_SITES = frozenset({"military base", "airport", "police station", "headquarters", "ship"})
_ON_PEOPLE = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ABDUCTION,
        SubEventType.SEXUAL_VIOLENCE,
        SubEventType.ARMED_CLASH,
    }
)
"""Kinds of attack by which people are attacked in a place, and the place only where told so."""


def _rank_of_actor(draft: Draft, actor: ActorMention, kind: SubEventType, text: str) -> int:
    if actor.head == "capital":
        return _OF_NATION
    if _NEAR.search_cut(text, max(0, actor.start - _NEAR_REACH), actor.start) is not None:
        return _NEARBY
    if actor.head in _THINGS:
        return _OF_NATION if _is_nation(actor, text) else AIMED_AT
    harmed = _is_harmed(draft, actor.start, actor.end, text)
    if _is_nation(actor, text):
        return _HARMED if harmed and actor.head is None else _OF_NATION
    if kind is SubEventType.ARMED_CLASH or not harmed:
        return AIMED_AT
    return _PARTY if actor.sector in KIND_OF_SECTOR else _HARMED


def _rank_of_target(draft: Draft, target: TargetMention, kind: SubEventType, text: str) -> int:
    if target.name == ANYBODY:
        return _NOBODY
    if target.owned and target.kind == "transport":
        return _RIDDEN
    if _AT.search_cut(text, max(0, target.start - _AT_REACH), target.start) is None:
        if target.people or target.name in HELPING:
            return _BESIDE if target.name in HELPING else _HARMED
        if kind in _ON_PEOPLE and not _is_object(draft, target, text):
            return _BESIDE
        if _NEAR.search_cut(text, max(0, target.start - _NEAR_REACH), target.start) is not None:
            return _BESIDE if target.owned else _NEARBY
    gear = target.kind in _OF_ARMED and target.name not in _SITES and not target.people
    return _GEAR if gear else AIMED_AT


def _is_object(draft: Draft, target: TargetMention, text: str) -> bool:
    """Whether an attack word holds a target, or stands as a verb before it: "stormed a hotel"."""
    for scene in draft.scenes:
        for hit in scene.mention.attack_hits:
            if hit.start <= target.start < hit.end:
                return True
            if hit.entry.kind == "active" and 0 <= target.start - hit.end <= _OBJECT_REACH:
                return not holds_one(text[hit.end : target.start], _NO_OBJECT)
    return False


_OBJECT_REACH = 26
"""Characters from a verb over its subject to its object."""
_NO_OBJECT = (
    " في ", " قرب ", " من ", " امام ", " داخل ", " عند ", " ب", " in ", " near ", " at ", " from ",
    " inside ", " outside ", ",", "،", ".",
)  # fmt: skip
"""Between a verb and a place these tell where, not what."""
_NEAR: Final = Pattern(
    r"(?:(?:^|\W)[وب]?(?:ال)?(?:قرب|قريب\w{0,3} من|بالقرب من|مقربه من|مجاور\w{0,2} ل?|"
    r"ملاصق\w{0,2} ل?|محاذ\w{0,4} ل?|قباله|جوار|بجانب|متر\w* (?:من|عن))"
    r"|\b(?:near|nearby|close to|next to|beside|opposite|adjacent to|across from|not far from|"
    r"metres from|meters from|yards from)) ?(?:the |an? |its )?(?:\w+ )?(?:ال)?[\"']?$"
)
_NEAR_REACH = 40


def _is_nation(actor: ActorMention, text: str) -> bool:
    """Whether an actor is a nationality that tells of no force: "Palestinians"."""
    return actor.actor is None and actor.kind == "demonym" and force_of(actor, text) is None


_COUNT = re.compile(
    r"(?:\b\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|"
    r"scores of|several|including|among them)"
    r"|(?:^|\W)[وب]?(?:ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع|"
    r"عشر|عشرات|عشرون|عشرين|ثلاثون|ثلاثين|اربعين|خمسين|عدد|عددا|بينهم|بينها|منهم|غالبيتهم|معظمهم|"
    r"جميعهم|كلهم|احدهم)) (?:من )?(?:ال)?[\"']?$"
)
"""What stands before victims who are counted or told apart: "two policemen", "بينهم أطفال"."""
_COUNT_REACH = 18
_DIES_REACH = 24
"""Characters between a victim and the words that say that it died."""


def _is_dead(draft: Draft, actor: ActorMention, text: str) -> bool:
    """Whether an actor is told to be harmed, not to have killed whom the words behind it tell."""
    if killed_by(actor, max(0, actor.start - _KILLED_REACH), text) is not None:
        return False
    return _is_harmed(draft, actor.start, actor.end, text)


def _is_harmed(draft: Draft, start: int, end: int, text: str) -> bool:
    """Whether a span names who was killed or hurt, not whom the attack is said to be aimed at."""
    last, harms, dies = -1, False, False
    for scene in draft.scenes:
        clause = scene.mention
        if not clause.start <= start < clause.end:
            continue
        for hit in clause.hits:
            if last < hit.start <= start:
                last, harms = hit.start, hit.entry.kind == "victim" and hit.end <= start
        dies = dies or any(0 <= hit.start - end <= _DIES_REACH for hit in clause.victim_hits)
    if harms or (dies and last < 0):
        return True
    return _COUNT.search(text, max(0, start - _COUNT_REACH), start) is not None


_AT: Final = Pattern(
    r"(?:(?:^|\W)[وف]?(?:علي|ضد|باتجاه|نحو|صوب|تجاه|بحق|[تي]?ا?ستهد[ا]?فت?|[تي]?قصفت?|"
    r"[تي]?ضربت?|[تي]?هاجمت?|مهاجمه|ضرب|"
    r"هاجموا|قصفوا|اقتحمت?|اقتحموا|اقتحام|حصار|احتجاز|خطفت?|خطفوا|اختطفت?|اختطفوا|اختطاف|اغتيال|"
    r"اغتالت?|اغتالوا|قنص|دهست?|دهس|طعنت?|طعن)"
    r"|\b(?:against|(?:fired|firing|shot|shooting|aimed|launched|threw|hurled|lobbed|directed) at|"
    r"on|hit|hits|targets?|targeted|targeting|struck|strikes?|striking|attacks?|attacked|attacking|"
    r"towards?|into|bombed|shelled|stormed|storming|ambush(?:ed|ing)?|raided|raiding|"
    r"kidnapp?(?:ed|ing)|abduct(?:ed|ing)|seized|stabbed|stabbing|rammed|assassinat(?:ed|ing)))"
    r" (?:an? |the )?(?:ال)?[\"']?$"
)
_AT_REACH = 24
_PRESS = (
    "تلفزيون", "وكاله", "اذاعه", "صحيفه", "قناه", "مرصد", "وزاره", "اعلام", "television", " tv",
    "media", "agency", "newspaper", "broadcaster",
)  # fmt: skip
"""Words in the name of who tells of attacks: only where one was aimed at them were they hit."""
_ASSAILANTS = frozenset(
    {"attacker", "attackers", "unidentified attackers", "suicide bomber", "suicide bombers"}
)
"""Words for who attacked, whoever shot them."""
_GOVERNMENT = frozenset(
    {"government", "the government", "authorities", "the authorities", "الحكومه", "حكومه", "الدوله",
     "السلطات", "الرياسه"}
)  # fmt: skip
"""Whom a group "has fought for years": attacked only where the words before say so."""
_FIRED = frozenset({"aircraft", "weapon", "act"})
_STRUCK: Final = Pattern(
    r"(?:(?:^|\W)[وبل]?(?:ال)?(?:منص\w+|مخزن|مخازن|مستودع\w*|ورش\w*|مصنع|مصانع|موقعا?|مواقع|قاعد\w+|"
    r"قواعد|راجم\w+|بطاري\w+|اسقاط|[تي]?سقطت?|اسقطت?|تدمير|دمرت?)"
    r"|\b(?:launch\w*|depots?|sites?|stockpiles?|factory|storage|workshops?|downed|shot down|"
    r"shooting down|destroyed|destroying))\b[^.،؛\n]{0,14}$"
)
_STRUCK_REACH = 34


def _is_beside(actor: ActorMention, targets: Sequence[TargetMention], text: str) -> bool:
    """Whether an actor is named where it was not itself attacked."""
    told = text[actor.start : actor.end]
    if actor.name in _ASSAILANTS or (actor.kind == "demonym" and _LAND.match(text, actor.start)):
        return True
    spoken = actor.head == "official" and holds_one(told, _PRESS)
    if actor.kind == "metonym" or spoken or told in _GOVERNMENT:
        return _AT.search_cut(text, max(0, actor.start - _AT_REACH), actor.start) is None
    if actor.head in _FIRED:
        first = max(0, actor.start - _STRUCK_REACH)
        return _STRUCK.search_cut(text, first, actor.start) is None
    return _is_nation(actor, text) and _only_says_whose(actor, targets, text)


_LAND: Final = Pattern(
    r"[\"']?(?:ال)?(?:اراضي?|حدود|عاصمه|مدينه|مياه|مجال|سواحل|ساحل|شعب|محافظه|ولايه|اقليم|جزيره|"
    r"بطوله|ريف|شمال|جنوب|شرق|غرب)\b"
)
_LAND_BEHIND: Final = Pattern(
    r"(?:'s)? (?:\w+ )?(?:capital|borders?|frontier|coast|coastline|soil|territory|waters|city|"
    r"town|port|provinces?|regions?|states?|airspace|side|south|north|east|west|people|authorities|"
    r"officials?|media|enclave|peninsula|highlands|island|shores?|villages?|countryside)\b"
)
_OWN_NOUN = 20
"""Characters between an English nationality and the noun that it goes with."""


def _only_says_whose(actor: ActorMention, targets: Sequence[TargetMention], text: str) -> bool:
    """Whether a nationality is said of land, or of a thing that is a target itself."""
    behind = text.find(" ", actor.start, actor.end)
    if _LAND.match(text, actor.start) or _LAND_BEHIND.match(
        text, actor.end if behind < 0 else behind
    ):
        return True
    return any(
        not target.people
        and (
            target.start <= actor.start <= target.end + 1
            or actor.start <= target.start < actor.end
            or _goes_with(actor, target, text)
        )
        for target in targets
    )


def _goes_with(actor: ActorMention, target: TargetMention, text: str) -> bool:
    """Whether an English nationality goes with a noun: "a Greek-operated cargo ship"."""
    between = text[actor.end : target.start]
    return 0 < len(between) <= _OWN_NOUN and between.isascii() and "," not in between
