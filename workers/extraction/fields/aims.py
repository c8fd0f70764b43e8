"""What an attack was aimed at comes first, then its victims: the order of an event's recipients.

Place in the flow: under `events`, after `arguments` and `recipients` have found those attacked. Who
only stands beside (the owner of a border, whose missiles they were, the attacker's own side) is
taken out, and a plain word for those whom an actor names ("police" beside "Kenyan police").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.fields.recipients import ANYBODY, KIND_OF_SECTOR, force_of
from workers.extraction.telling.tellings import Draft
from workers.model import SubEventType
from workers.text.patterns import Pattern

RECIPIENTS_MAX = 4
"""Recipients that an event lists: the record says what was attacked and little else."""

AIMED_AT: Final = 0
_BESIDE: Final = 1
_HARMED: Final = 2
_RIDDEN: Final = 3
_OF_NATION: Final = 4
_NOBODY: Final = 5
"""Ranks: what was aimed at, what it happened near, who was hit in it, "their car", a nationality
and no more, "three people".
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
    ranked = [
        Aimed(_rank_of_actor(draft, actor, text), actor)
        for actor in attacked
        if actor.side not in own and not _is_beside(actor, targets, text)
    ]
    kinds = {KIND_OF_SECTOR.get(one.mention.sector or "") for one in ranked}
    ranked += [
        Aimed(_rank_of_target(draft, t, text), t)
        for t in targets
        if not (t.name in _PLAIN and (t.kind in kinds or _shoots(t, text)))
    ]
    ranked.sort(key=_by_rank)
    known = [one for one in ranked if one.rank < _NOBODY]
    return (known or ranked)[:RECIPIENTS_MAX]


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


def _shoots(target: TargetMention, text: str) -> bool:
    """Whether police or soldiers are told to have shot or held the attacker."""
    first = max(0, target.start - _SHOT_BY_REACH)
    shot = _SHOT_BY.search_cut(text, first, target.start)
    return shot is not None or _SHOOTS.match(text, target.end) is not None


_PLAIN = frozenset({"police", "soldiers", "fighters", "officers"})
"""Target nouns that say no more than an actor of their kind does."""


def _by_rank(one: Aimed) -> int:
    return one.rank


_THINGS = frozenset({"facility", "aircraft", "weapon", "civil"})


def _rank_of_actor(draft: Draft, actor: ActorMention, text: str) -> int:
    rank = _rank(draft, actor.start, actor.end, actor.head not in _THINGS, text)
    return max(rank, _OF_NATION) if _is_nation(actor, text) else rank


def _rank_of_target(draft: Draft, target: TargetMention, text: str) -> int:
    if target.name == ANYBODY:
        return _NOBODY
    if target.owned and target.kind == "transport":
        return _RIDDEN
    return _rank(draft, target.start, target.end, target.people, text)


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


_COUNT: Final = Pattern(
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


def _rank(draft: Draft, start: int, end: int, people: bool, text: str) -> int:  # noqa: FBT001
    """Whether a span names what was aimed at or, of people, who was killed or hurt."""
    if not people:
        near = _NEAR.search_cut(text, max(0, start - _NEAR_REACH), start)
        return AIMED_AT if near is None else _BESIDE
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
        return _HARMED
    return _HARMED if _COUNT.search_cut(text, max(0, start - _COUNT_REACH), start) else AIMED_AT


_AT: Final = Pattern(
    r"(?:(?:^|\W)[وف]?(?:علي|ضد|باتجاه|نحو|صوب|تجاه|بحق|[تي]?ا?ستهد[ا]?فت?|[تي]?قصفت?|"
    r"[تي]?ضربت?|[تي]?هاجمت?|مهاجمه|ضرب)"
    r"|\b(?:against|at|on|hit|hits|targets?|targeted|targeting|struck|strikes?|striking|attacks?|"
    r"attacked|attacking|towards?|into|bombed|shelled)) (?:the )?(?:ال)?[\"']?$"
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
_FIRED = frozenset({"aircraft", "weapon", "act"})
_STRUCK: Final = Pattern(
    r"(?:(?:^|\W)[وبل]?(?:ال)?(?:منص\w+|مخزن|مخازن|مستودع\w*|ورش\w*|مصنع|مصانع|موقعا?|مواقع|قاعد\w+|"
    r"قواعد|راجم\w+|بطاري\w+|اسقاط|[تي]?سقطت?|اسقطت?|تدمير|دمرت?)"
    r"|\b(?:launch\w*|depots?|sites?|stockpiles?|factory|storage|workshops?|downed|shot down|"
    r"shooting down|destroyed|destroying))\b[^.،؛\n]{0,14}$"
)
_STRUCK_REACH = 34


def _is_beside(  # noqa: PLR0911 - one return a reason
    actor: ActorMention, targets: Sequence[TargetMention], text: str
) -> bool:
    """Whether an actor is named where it was not itself attacked."""
    if actor.head == "capital" or actor.name in _ASSAILANTS:  # a city, not its government
        return True
    if actor.kind == "demonym" and _LAND.match(text, actor.start):
        return True
    since = max(0, actor.start - _AT_REACH)
    if actor.kind == "metonym":
        return _AT.search_cut(text, since, actor.start) is None
    if actor.head in _FIRED:
        first = max(0, actor.start - _STRUCK_REACH)
        return _STRUCK.search_cut(text, first, actor.start) is None
    told = text[actor.start : actor.end]
    if actor.head == "official" and any(word in told for word in _PRESS):
        return _AT.search_cut(text, since, actor.start) is None
    if _is_nation(actor, text):
        return _only_says_whose(actor, targets, text)
    return False


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
    if _LAND.match(text, actor.start) or _LAND_BEHIND.match(text, actor.end):
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
