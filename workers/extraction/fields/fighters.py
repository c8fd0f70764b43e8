"""Who attacked in a fight whose words say only that two sides fought.

Place in the flow: after the parties of an article's drafts are known, for fights that name nobody.
Whoever is told to push forward, to hold what was taken or to have opened the operation attacked;
police in whose fight others died had raided them.
"""

from collections.abc import Sequence
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party_forms import FIGHTERS
from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft
from workers.model import SubEventType
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_VERBS = (
    r"(?:(?:[وفل]|س)?[تي]?(?:واصل|حرز|احرز|حقق|بسط|ستكمل|استكمل|حكم|احكم|سيطر|نتزع|انتزع|سعي|حاول|بدا|"
    r"طلق|اطلق|تقدم|ستعيد|استعاد|حرر|نهي|انهي|تمكن|نجح|هدف|خوض|خاض|كثف|وسع|دفع|طهر|مشط|ستعد)"
    r"(?:ت|وا|ون)?)"
)
_GAINS = (
    r"[^.؛\n]{0,70}?\b[وفبل]?(?:ال)?(?:تقدم\w*|سيطر\w*|استعاد\w*|تحرير\w*|حرر\w*|طرد|دحر|هجوم\w*|"
    r"هجمات\w*|عمليه|عمليات\w*|معارك\w*|معركه|اقتحام|مواقع|مداهم\w*|بلده|بلدات|بلدتي|قري|قريه|جبل|"
    r"جبال|تله|تلال|مناطق|منطقه|مديريه|معسكر|احياء|حي|مدينه|ميناء|مطار|مبان|شوارع)\b"
)
_BEFORE: Final = Pattern(rf"(?<!\w){_VERBS} (?:ال)?[\"']?$")
_BEHIND: Final = Pattern(_GAINS)
_AFTER: Final = Pattern(
    rf"[\"']?(?: (?:من جهتها|من جانبها|قد|التي|الذي|اليوم|امس))? {_VERBS}\b{_GAINS}"
)
_NOMINAL: Final = Pattern(
    r"(?<!\w)[وفبل]?(?:ال)?(?:تقدم|سيطره|استعاده|تحرير|هجوم|دخول|اقتحام|توغل) (?:\w+ )?"
    r"(?:ل|لل|تقدمته |حققته |احرزته |شنته |تشنه |يشنه |بداته )?(?:ال)?[\"']?$"
)
_ENGLISH: Final = Pattern(
    r"[\"']?(?:,[^.,;\n]{3,60},)? (?:(?:have|has|had|also|later|then|were|was) )?"
    r"(?:advanced|advancing|captured|capturing|seized|retook|recaptured|pushed|pressed|stormed|"
    r"launched|raided|cleared|recovered|took (?:control|over)|taken|gained|entered|closed in|"
    r"overran|attacked|moved in|swept|besieged|trying to (?:take|retake|capture|drive))\b"
)
_CONTROL: Final = Pattern(
    r"[\"']?(?: (?:ال)?\w+)?? (?:بسط |احكام |كامل )?سيطرت(?:ها|ه|هم)(?: ال\w+)? علي\b"
    r"|[\"']?(?: (?:said|announced|claimed)[^.,;\n]{0,40}?)? (?:it|they) (?:had |have )?"
    r"(?:captured|seized|taken|took|overrun)\b"
)
"""Behind who fought: it took the place ("announced its control of")."""
_REACH = 30
_GAIN_REACH = 110
_POLICE = "COP"
_SOLDIERS = frozenset({"MIL", _POLICE, "SPY"})
_REPELS = (
    "احباط",
    "احبط",
    "افشال",
    "افشل",
    "صد ",
    "صدت",
    "تصد",
    "repel",
    "repuls",
    "fended",
    "foil",
)
"""Who is told to do this did not open the fight."""


def _may_fight(mention: ActorMention) -> bool:
    return (
        (mention.sector in FIGHTERS or mention.sector in _SOLDIERS)
        and mention.kind not in ("outlet", "generic")
        and mention.head not in ("facility", "civil", "official")
        and not (mention.modifier or mention.locative)
        and mention.side is not None
    )


def _pushes(text: str, mention: ActorMention, start: int, end: int) -> bool:
    """Whether an actor is told to advance, to take, to have opened an operation."""
    last = min(end, mention.end + _GAIN_REACH)
    first = max(start, mention.start - _REACH)
    if holds_one(text[first:last], _REPELS):
        return False
    if _BEFORE.search(text, first, mention.start) and _BEHIND.match(text, mention.end, last):
        return True
    return (
        _AFTER.match(text, mention.end, last) is not None
        or _NOMINAL.search(text, first, mention.start) is not None
        or _ENGLISH.match(text, mention.end, last) is not None
    )


def is_fight(draft: Draft) -> bool:
    """Whether its words speak most of all for a fight."""
    best = max(draft.votes, key=lambda kind: draft.votes[kind], default=None)
    return best is SubEventType.ARMED_CLASH


def who_fought(
    draft: Draft,
    attacked: Sequence[ActorMention],
    actors: tuple[ActorMention, ...],
    reading: Reading,
) -> list[ActorMention]:
    """The attackers of a fight for which its frames name nobody; empty where the text leaves it."""
    if not is_fight(draft):
        return []
    text = reading.text.folded.text
    told = sorted({scene.mention.sentence for scene in draft.scenes})
    for sentence in told:
        span = reading.sentences[sentence]
        for mention in actors:
            if not span.start <= mention.start < span.end or not _may_fight(mention):
                continue
            if _CONTROL.match(text, mention.end, span.end) is not None or (
                not mention.speaker and _pushes(text, mention, span.start, span.end)
            ):
                return [mention]
    lost = {mention.side for mention in attacked if mention.side is not None}
    if len(lost) != 1:
        return []
    others = [
        mention
        for scene in draft.scenes
        for mention in actors
        if scene.mention.start <= mention.start < scene.mention.end
        and _may_fight(mention)
        and mention.side not in lost
    ]
    raided = len({mention.side for mention in others}) == 1 and others[0].sector == _POLICE
    return others[:1] if raided else []
