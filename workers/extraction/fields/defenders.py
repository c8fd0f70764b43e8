"""Who foiled, repelled or answered an attack, or shot whoever did it: no attacker of it.

Place in the flow: under `arguments`, which takes them out of those who attacked.
"""

import re

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party import name_of
from workers.extraction.fields.party_forms import ended_it, fires_back
from workers.extraction.telling.replies import REPLIES
from workers.extraction.telling.tellings import Draft, Scene
from workers.text.words import holds_one

_REPLYING = re.compile(
    r"(?:^|\W)(?:و?رد|و?ردت|ترد|يرد|لترد|ليرد|ردوا|للرد|responded|retaliated|fired back|"
    r"returned fire|shot back)(?:\W|$)"
)
_REPELLING = re.compile(
    r"(?:^|\W)(?:[وفلب]?(?:صد|صدت|يصد|تصد|صدوا|التصدي|تصدي|تصدت|تتصدي|يتصدي)|repell?ed|repulsed|"
    r"fended off|beat back|fought to end|fought off|ended? (?:the|a) siege)(?:\W|$)"
)
_SHOOTING_HIM = re.compile(
    r".{0,30}?(?:النار علي|الرصاص علي|قتلت?|اردت|shot|killed|killing|shooting|fired at|fire on) "
    r"(?:dead )?(?:the |an? |all |both )?(?:ال)?(?:مهاجم|منفذ|سايق|مسلح|مشتبه|انتحاري|attacker|"
    r"assailant|driver|gunm[ae]n|bomber|suspect|knifeman|perpetrator)"
)
_STANDING_OFF = (
    "رد", "صد", "respond", "retaliat", "fired back", "returned fire", "shot back", "repel",
    "repulsed", "fended off", "beat back", "fought", "end",
)  # fmt: skip
"""One of these stands wherever somebody replies or repels."""
_ATTACKING = (
    "مهاجم", "منفذ", "سايق", "مسلح", "مشتبه", "انتحاري", "attacker", "assailant", "driver", "gunm",
    "bomber", "suspect", "knifeman", "perpetrator",
)  # fmt: skip
"""One of these stands wherever an attacker is shot."""
_STAND_OFF = 14
"""Characters between who replies or repels and the word that says so."""


def stoppers(draft: Draft, mentions: tuple[ActorMention, ...]) -> set[str]:
    """Who says that it was foiled or shot down: named before those words, and no attack before."""
    found: set[str] = set()
    for scene in draft.scenes:
        clause = scene.mention
        if not clause.is_stopped or scene.destroys_gear or scene.destroys_what_stood_ready:
            continue
        for stop in clause.stop_hits:
            told = (*clause.attack_hits, *clause.weapon_hits)
            if any(hit.start < stop.start for hit in told):
                continue
            before = (m for m in mentions if clause.start <= m.start and m.end <= stop.start)
            found |= {name_of(m) for m in before}
    return found


def _tells_before(draft: Draft, scene: Scene, actor: ActorMention) -> bool:
    """Whether the attack was told before this actor is named: then its reply is another one."""
    if scene is not draft.scenes[0]:
        return True
    told = (*scene.mention.attack_hits, *scene.mention.weapon_hits)
    return any(hit.end <= actor.start and hit.entry.id not in REPLIES for hit in told)


def defenders(draft: Draft, mentions: tuple[ActorMention, ...], text: str) -> set[str]:
    """Who is told to have repelled the attack, or to have answered it in a clause of its own."""
    found: set[str] = set()
    own = _who_replies_first(draft, mentions, text)
    for scene in draft.scenes:
        start, end = scene.mention.start, scene.mention.end
        told = text[start:end]
        stand_off, shooting = holds_one(told, _STANDING_OFF), holds_one(told, _ATTACKING)
        if not (stand_off or shooting or holds_one(told, _HIM)):
            continue
        for actor in mentions:
            if not start <= actor.start < end or fires_back(text, actor, start):
                continue
            before, after = _beside(actor, scene, text)
            if name_of(actor) in own and _replies(before, after):
                continue
            if (
                (shooting and _SHOOTING_HIM.match(text, actor.end, end))
                or (stand_off and _stands_off(draft, scene, actor, before, after))
                or _shoots_back(draft, scene, actor, text)
            ):
                found.add(name_of(actor))
    return found


def _beside(actor: ActorMention, scene: Scene, text: str) -> tuple[str, str]:
    """The words of its clause right before and right behind an actor."""
    first = max(scene.mention.start, actor.start - _STAND_OFF)
    last = min(scene.mention.end, actor.end + _STAND_OFF)
    return text[first : actor.start], text[actor.end : last]


def _replies(before: str, after: str) -> bool:
    return _REPLYING.search(before) is not None or _REPLYING.search(after) is not None


def _who_replies_first(draft: Draft, mentions: tuple[ActorMention, ...], text: str) -> set[str]:
    """Who replies before any attack is told: the reply is the draft's own attack."""
    scene = draft.scenes[0]
    start, end = scene.mention.start, scene.mention.end
    if len(draft.scenes) == 1 or not holds_one(text[start:end], _STANDING_OFF):
        return set()
    return {
        name_of(actor)
        for actor in mentions
        if start <= actor.start < end
        and _replies(*_beside(actor, scene, text))
        and not _tells_before(draft, scene, actor)
    }


def _stands_off(draft: Draft, scene: Scene, actor: ActorMention, before: str, after: str) -> bool:
    """Whether the words beside an actor say that it repelled the attack or answered it."""
    if not (holds_one(before, _STANDING_OFF) or holds_one(after, _STANDING_OFF)):
        return False
    if _REPELLING.search(after) or ((told := _REPELLING.search(before)) and _by_subject(told)):
        return True
    return _replies(before, after) and _tells_before(draft, scene, actor)


def _by_subject(told: re.Match[str]) -> bool:
    """Whether whom a word before the actor tells of is its subject: Arabic verbs, "repelled by"."""
    behind = told.string[told.end() :]
    if told.group().strip().isascii():
        return " by " in f" {behind}"
    return not behind.strip("ال\"' ")


_HIM = (
    "عليه", "قتلته", "اردته", "اصابته", "قتلتهم", "الاخر", "الثاني", "المهاجم", "طعن", "دهس",
    "منفذ", "الجاني", "الجناه", "الفاعل", "المعتدي", "مطلق", "المشتبه",
    "shot", "killed by", "neutrali", "stab", "ramm", "knif", "ran over", "opened fire",
)  # fmt: skip
_SHOT_HIM = re.compile(
    r" (?:(?:ال)?(?:نار|رصاص) علي(?:ه|ها|هم|هما)|قتلت?(?:ه|ها|هم|هما)|اردت?(?:ه|هم|هما)|"
    r"(?:then )?(?:shot|killed) (?:him|them|her|both))\b"
)
_SHOT_BY = re.compile(
    r"\b(?:(?:he|she|they|both|himself|attackers?|assailants?|gunm[ae]n|suspects?|knifem[ae]n|"
    r"drivers?|"
    r"bombers?|who) (?:was|were) (?:\w+ )?|(?:before|and) being )"
    r"(?:shot|killed|shot and killed|neutrali[sz]ed)(?: dead)? by (?:\w+ ){0,2}$"
    r"|\b[وف]?(?:قتل|اصيب|استشهد|قضي|مقتل|اصابه|تحييد|تصفيه)ت? (?:ال)?"
    r"(?:منفذ|مهاجم|مسلح|سايق|فاعل|معتدي)\w{0,3}(?: \w+){0,2}? "
    r"(?:ب(?:رصاص |نيران )?|علي يد )(?:ال)?$"
)
_SHOT_BY_REACH = 60
_KILLED_HIM = re.compile(
    r"(?:^|\W)[وف]?(?:[يت]?قتلت?|[يت]?صيب|اصابت?|اردت?|[يت]ردي|[يت]?حيدت?|صفت|[يت]صفي)"
    r"(?P<him>ه|هم|هما)? (?:ال)?$",
)
_THE_OTHER = re.compile(
    r" (?:(?:ال\w+ )?(?:المهاجم|المنفذ|المعتدي|الطاعن|الانتحاري)(?:ين)?|الجاني|الجناه|الفاعل|"
    r"الاخر(?:ين)?|الثاني|المشتبه (?:به|فيه|بهما|بهم)|مطلق النار|منفذ[ياه]? (?:ال)?\w+)\b"
)
_STATE_FORCES = frozenset({"MIL", "COP"})


def _shoots_back(draft: Draft, scene: Scene, actor: ActorMention, text: str) -> bool:
    """Whether a state's forces shot "him" whose attack was told, or who had attacked before."""
    if actor.sector not in _STATE_FORCES:
        return False
    if ended_it(text, actor, scene.mention.end):
        return True
    first = max(scene.mention.start, actor.start - _SHOT_BY_REACH)
    shot = _SHOT_HIM.match(text, actor.end) or _SHOT_BY.search(text, first, actor.start)
    shot = shot or _killed_first(text, actor.start, actor.end, first)
    return shot is not None and _tells_before(draft, scene, actor)


def kills_attacker(text: str, start: int, end: int) -> bool:
    """Whether forces named at `start:end` stand between "killed" and "the attacker"."""
    first = max(0, start - _KILLED_BACK)
    killed = _KILLED_HIM.search(text[first:start])
    return killed is not None and killed["him"] is None and bool(_THE_OTHER.match(text, end))


_KILLED_BACK = 16


def _killed_first(text: str, start: int, end: int, first: int) -> re.Match[str] | None:
    """The verb before forces by which they killed or hurt "him" or "the other attacker"."""
    killed = _KILLED_HIM.search(text[first:start])
    if killed is None or killed["him"] is not None:
        return killed
    return _THE_OTHER.match(text, end)
