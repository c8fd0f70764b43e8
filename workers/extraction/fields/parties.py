"""The actors of one clause weighed: who attacks in it, who is attacked.

Place in the flow: under `arguments`. Each actor mention of a clause gets points for either side
from its place among the clause's words (subject, after "against", after "by", the bearer of the
weapon, one of two who fight).
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.attempts import with_attempts
from workers.extraction.fields.befell_whom import befell_him, has_opponents
from workers.extraction.fields.compared import compared
from workers.extraction.fields.gear import at_gear
from workers.extraction.fields.in_flight import in_flight
from workers.extraction.fields.killed_whom import is_killed_by, killed_by
from workers.extraction.fields.losses import killed_foes, lost_an_officer, unless_others_means
from workers.extraction.fields.objects import as_object, is_against
from workers.extraction.fields.party import Party
from workers.extraction.fields.party_forms import (
    NAMED_MORE,
    act_behind_verb,
    advances,
    are_joined,
    are_men_of,
    fires_back,
    flies,
    is_habit,
    is_of,
    kills_as_one,
    part_by_form,
    suffers_losses,
)
from workers.extraction.fields.struck import (
    OWNED,
    owns_what_is_struck,
)
from workers.extraction.fields.uninvolved import takes_no_part
from workers.extraction.fields.verb_parts import (
    ARMED_HEADS,
    NEVER_ATTACK,
    is_means,
    tells_own_deed,
    verb_points,
)
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.tellings import Scene
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_LOOK_BACK = 26
_MEN_REACH = 60
"""Characters between a clause's joint and a group whose men are its verb's subject."""
_STOPPER_REACH = 40
"""Characters between whoever foiled an attack or shot it down and the word that says so."""
_AGAINST: Final = Pattern(
    r"(?:^|[ \n\"'(])(?:علي|ضد|في صفوف|بصفوف|من صفوف|صوب|باتجاه|تجاه|"
    r"نحو(?! \d| عشر| مي| الف| ثلاث| اربع| خمس| ست| سبع| ثمان| تسع)|"
    r"مواقع|مقر|مقار|معاقل|معقل|تجمع|تجمعات|تعزيزات|عناصر من|من عناصر|مسلحي|مقتل|قتل|"
    r"مصرع|اصابه|جرح|استهداف|استهدف|استهدفت|يستهدف|تستهدف|اسقاط|اسقط|اسقطت|"
    r"منصه|منصات|مخزن|مخازن|مستودع|مستودعات|مصنع|ورشه|راجمه|راجمات|"
    r"against|on|targeting|targeted|at|near|killing|killed|hit|wounding|positions of|members of|"
    r"downed|shot down|shooting down)"
    r" (?:ال)?(?:(?!when |as |after |by |while |since |in |during |at |near |عندما |حين |بعدما |"
    r"منذ )[\w]{2,12} (?:من |"
    r"of )?)?\W?$"
)
_BY: Final = Pattern(
    r"(?:من قبل|من طرف|من جانب|علي يد|علي ايدي|بيد|بايدي|برصاص|بنيران|بقصف|بصواريخ|بمسيرات|"
    r"(?:^|\W)[وف]?[يت]?(?:نفذ|شن|طلق|اطلق|اسقط|سقط|زرع|نصب|ارتكب|دبر|فجر|القي)(?:و|ت)?(?:ها|ه|هما|هم)|"
    r"قام بها|قامت بها|قام به|قامت به|من مخلفات|مخلفات|تقف وراءه|تقف وراءها|"
    r"(?:قصف|غاره|غارات|هجوم|ضربه|ضربات|صواريخ|صاروخ|قذايف|قذيفه|مسيره|مسيرات)"
    r"(?: \w+){0,2} من|"
    r"(?<!\w)by|(?:fired|launched|dropped) from) "
    r"(?:the )?(?:[\w.]{2,14}(?:-(?:backed|led|aligned|supported|run)|'s) )?"
    r"(?:(?:حركتا|حركتي|جماعتا|جماعتي|تنظيما|تنظيمي|فصيلا|فصيلي) )?(?:ال)?\W?$"
)
_EPITHET: Final = Pattern(
    r"(?:تقوده|بقياده|\bled)\b[^.،\n]{0,40} (?:ضد|against) (?:تنظيم |the )?(?:ال)?[\"']?$"
)
"""A coalition's name: "led by X against Y"."""
_EPITHET_REACH = 64
_NO_DEED: Final = Pattern(
    r"\b(?:used|held|run|hosted|operated|controlled|occupied|guarded|backed|supported|led|followed|"
    r"confirmed|reported|condemned|intercepted|downed|detained|arrested|protected|manned|owned|"
    r"staffed|"
    r"frequented|besieged|patrolled|ruled|governed|claimed|denied|said|seen|cited) by (?:the )?$"
)
"""What somebody does who is no attacker: uses the base, holds the town, tells of it."""
_FOUGHT: Final = Pattern(
    r"(?:(?:اشتباك|معارك|معركه|مواجه|قتال|تبادل)\w*[^.؛\n]{0,30} (?:(?P<two>بين)|مع)|"
    r"(?:clash|battle|fight|firefight|shoot-?out|(?:gun|cross)fire|exchanges? of fire)\w*"
    r"[^.,;\n]{0,20} (?:(?P<both>between)|with))"
    r" (?:(?:ال)?(?:قوات|مقاتلي|مسلحي|عناصر|فصيل|فصايل|وحدات|the) ){0,2}(?:ال)?\W?$"
)
"""Who fights whom stands behind: "clashes between A and B", "killed in clashes with A"."""
_FIGHTS = (
    "اشتباك", "معارك", "معركه", "مواجه", "قتال", "تبادل", "clash", "battle", "fight", "shootout",
    "shoot-out", "gunfire", "crossfire", "of fire",
)  # fmt: skip
"""One of these stands wherever somebody fights somebody."""
_FOUGHT_REACH = 60
_JOINED = re.compile(
    r"[\s\"'،,()]*(?:وحلفايها?[\s\"'،,]*)?(?:و|and )[\s\"']*"
    r"(?:(?:ال)?(?:قوات|مقاتلي|مسلحي|عناصر|فصيل|فصايل) )?(?:ال|the )?[\"']*"
)
"""What stands between the two who fight each other."""
_STRUCK = 1.6
"""Points from which an aircraft named is the one that was shot at."""
_SUFFERED: Final = Pattern(
    r"\b(?:تعرض|تعرضت|يتعرض|تتعرض|تعرضوا|تعرضها|تعرضه|came under|comes under|coming under)\b"
)


_FIRED_BACK = 1.8
"""Points of who answered a crowd with fire, whatever was thrown at it."""


def parties(scene: Scene, mentions: tuple[ActorMention, ...], text: str) -> list[Party]:
    """The actor mentions of a scene's clause with their points, in text order."""
    found: list[Party] = []
    clause = scene.mention
    fights = holds_one(text[clause.start : clause.end], _FIGHTS)
    aside = compared(clause, text)
    for actor in mentions:
        if not clause.start <= actor.start < clause.end:
            continue
        if any(start <= actor.start < end for start, end in aside) or has_opponents(
            clause.start, actor, text
        ):
            continue
        outright = _outright(clause, actor, found, text)
        outright = outright or in_flight(clause, actor, mentions, found, text)
        if outright is not None:
            found.append(outright)
            continue
        if found and are_men_of(found[-1].mention, actor, text):
            men = found[-1]
            hit = men.attacked > men.attacked_by
            by, struck_by = (0.0, NAMED_MORE) if hit else (NAMED_MORE, 0.0)
            found.append(Party(actor, men.attacked_by + by, men.attacked + struck_by))
            continue
        if actor.modifier or actor.locative or takes_no_part(scene, actor, text):
            continue
        party = at_gear(scene, actor, text) or _weighed(scene, actor, text)
        party = unless_others_means(party, found, text)
        party = as_object(party, found, clause, text)
        if found and _is_opponent(found[-1].mention, actor, text):
            party = Party(actor, 0.0, max(party.attacked, 1.0))
        elif found and not fights and are_joined(found[-1].mention, actor, text):
            party, found[-1] = _shared(party, found[-1])
        if fights:
            party = _told_in_fight(scene, party, found, text)
        found.append(party)
    return with_attempts(found, clause, text)


def _told_in_fight(scene: Scene, party: Party, before: list[Party], text: str) -> Party:
    """A party by the words for a fight before it, as it is where there are none."""
    clause, actor = scene.mention, party.mention
    fight = _fight_before(scene, actor, text)
    if fight is None:
        return party
    if killed_foes(clause, actor, fight.start(), text):
        return Party(actor, party.attacked_by + 1.2, 0.0)
    dead = any(hit.end <= fight.start() for hit in clause.victim_hits)
    return _in_fight(party, before, of_two=bool(fight["two"] or fight["both"]), dead=dead)


_KILLED_BY = 1.8
_TOLD_SO = 2.6
"""Points of whom the words say that it befell him: more than a headline's "attack of X" gives."""


def _outright(clause: Mention, actor: ActorMention, before: list[Party], text: str) -> Party | None:
    """The part of an actor that needs no points.

    It answers a crowd, its men are a subject, it owns what is struck, or another killed it.
    """
    if fires_back(text, actor, clause.start):
        return Party(actor, _FIRED_BACK, 0.0)
    if actor.kind == "actor" and act_behind_verb(text, actor, _men_since(actor, clause.start)):
        return Party(actor, _KILLED_BY, 0.0)
    if befell_him(clause.start, actor, text):
        return Party(actor, 0.0, _TOLD_SO)
    if _is_owner(clause, actor, text) or (before and _is_struck_by(clause, actor, before, text)):
        return Party(actor, 0.0, OWNED)
    return None


def _is_owner(clause: Mention, actor: ActorMention, text: str) -> bool:
    return not actor.speaker and owns_what_is_struck(text, actor, clause.hits, clause.start)


def _is_struck_by(clause: Mention, actor: ActorMention, before: list[Party], text: str) -> bool:
    """Whether the actor named before him killed him."""
    named = not (actor.modifier or actor.locative)
    return named and is_killed_by(actor, before[-1].mention, clause.start, text)


def _men_since(actor: ActorMention, start: int) -> int:
    return max(start, actor.start - _MEN_REACH)


def _fight_before(scene: Scene, actor: ActorMention, text: str) -> re.Match[str] | None:
    first = max(scene.mention.start, actor.start - _FOUGHT_REACH)
    return _FOUGHT.search(text, first, actor.start)


def _in_fight(party: Party, before: list[Party], *, of_two: bool, dead: bool) -> Party:
    """The party of a fight: the first of two, and with whom the dead fought, count as attackers.

    With whom an army "fights battles" is attacked by it.
    """
    if of_two or (dead and not before) or any(other.attacked >= 1 for other in before):
        return Party(party.mention, party.attacked_by + 1.2, 0.0)
    return Party(party.mention, 0.0, max(party.attacked, 1.0)) if before else party


def _shared(party: Party, before: Party) -> tuple[Party, Party]:
    """Two actors joined by "and" with the part of the one of them that has it: it is of both."""
    first, second = before, party
    if second.attacked_by > _SURELY > first.attacked_by and first.attacked < _SURELY:
        first = Party(first.mention, second.attacked_by, 0.0)
    elif first.attacked_by > _SURELY > second.attacked_by and second.attacked < _SURELY:
        second = Party(second.mention, first.attacked_by - _AFTER_THE_FIRST, 0.0)
    return second, first


_SURELY = 1.4
_AFTER_THE_FIRST = 0.1


def _is_opponent(first: ActorMention, second: ActorMention, text: str) -> bool:
    """Whether two actors are the two of "clashes between one and the other"."""
    joined = _JOINED.fullmatch(text, first.end, second.start) is not None
    if not joined:
        return False
    since = max(0, first.start - _FOUGHT_REACH)
    before = text[since : first.start]
    if " بين " not in before and " between " not in before:
        return False
    return _FOUGHT.search_cut(text, since, first.start) is not None


def _weighed(scene: Scene, actor: ActorMention, text: str) -> Party:
    clause = scene.mention
    since = max(clause.start, actor.start - _LOOK_BACK)
    by, hit_points = _own_points(actor, since, text)
    if advances(text, actor, since):
        by += 1.6
    if suffers_losses(text, actor, clause.start) or lost_an_officer(actor, clause.start, text):
        hit_points += 1.6
    against = is_against(actor, text)
    for hit in clause.hits:
        by_verb, hit_by_verb = verb_points(hit, actor, clause.hits, text)
        by += by_verb if hit.start < actor.start or not against else 0.0
        hit_points += hit_by_verb
    suffers = actor.head != "act" and any(hit.start >= actor.end for hit in clause.attack_hits)
    if suffers and _SUFFERED.search(text, clause.start, actor.start):
        hit_points += 2.0
    if actor.deed is not None and tells_own_deed(actor.deed, clause, text):
        by += 1.6
    is_owner = _attached(text, actor, clause.attack_hits)
    if is_owner:
        by += 1.5
    if (
        not is_owner
        and actor.head != "act"  # what was foiled is its own
        and any(
            -_STOPPER_REACH <= stop.start - actor.end <= _STOPPER_REACH for stop in clause.stop_hits
        )
        and not _is_doer(actor, since, text)
    ):
        by -= 2.5
    if actor.speaker:
        by -= 0.8
        hit_points -= 0.8
    if (
        actor.head in NEVER_ATTACK
        or is_habit(text, actor)
        or (is_means(actor) and hit_points >= _STRUCK)
    ):
        by = 0.0
    return Party(actor, by, hit_points)


def _is_doer(actor: ActorMention, since: int, text: str) -> bool:
    """Whether the words before the actor say that it did it ("by", "at the hands of")."""
    if _BY.search_cut(text, since, actor.start) is None:
        return False
    return _NO_DEED.search_cut(text, since, actor.start) is None


def _own_points(actor: ActorMention, since: int, text: str) -> tuple[float, float]:
    """Points for attacking and attacked from what the actor is and the words just before it."""
    by, hit_points = 0.0, 0.0
    part = part_by_form(actor, since, text)
    if part is not None:
        return part, 0.0
    if actor.head in ARMED_HEADS and actor.head != "force":
        by += 1.6
    if actor.kind == "generic":
        by += 0.9
    if killed_by(actor, since, text) or kills_as_one(text, actor, since):
        return by + 1.8, 0.0
    if _is_doer(actor, since, text) and not _is_origin(actor, text[since : actor.start]):
        by += 1.8
    elif (
        actor.head != "act"  # "in response to an Israeli raid"
        and _AGAINST.search_cut(text, since, actor.start)
        and not (is_means(actor) and flies(actor, since, text))
        and not (actor.kind == "generic" and act_behind_verb(text, actor, _men_since(actor, 0)))
    ):
        if _EPITHET.search(text, max(0, actor.start - _EPITHET_REACH), actor.start):
            return by, hit_points
        hit_points += 1.8
    if actor.head == "facility":
        hit_points += 1.0
    return by, hit_points


def _is_origin(actor: ActorMention, before: str) -> bool:
    """Whether a country is where it was fired from, not who fired it."""
    return actor.kind == "metonym" and (" from " in before or before.rstrip(" \"'").endswith(" من"))


_OF_IT = frozenset({"ل", "لل"})
_BODY_AND = re.compile(
    r"(?:(?:قوات|جنود|عناصر|وحدات|جيش) و"
    r"|(?:عشرات|ميات|الاف) (?:ال)?(?:مقاتلين|مسلحين|عناصر|جنود) من ?)?(?:ال)?"
)
_BODY_GAP = 28
"""Characters between an attack noun and the actor that completes it: "قصف", "إطلاق جنود و"."""


def _attached(text: str, actor: ActorMention, hits: list[Hit]) -> bool:
    """Whether the actor completes an attack noun: غارة للتحالف, هجوم تنظيم الدولة, attack by."""
    for hit in hits:
        is_noun = hit.entry.language == "ar" and hit.entry.kind == "noun"
        if is_noun and hit.start < actor.start < hit.end <= actor.end:
            return True  # "assault of men" ends inside "men of X"
        if is_noun and _takes_doer(hit) and 0 <= actor.start - hit.end <= _BODY_GAP:
            between = text[hit.end : actor.start].strip()
            if _BODY_AND.fullmatch(between) or (actor.head != "act" and between in _OF_IT):
                return True
        if is_noun and hit.entry.id != "istihdaf" and is_of(text, hit.end, actor.start):
            return True
    return False


def _takes_doer(hit: Hit) -> bool:
    """Whether who completes the noun did it: "targeting X" names X, "the Israeli targeting" not."""
    return hit.entry.id != "istihdaf" or hit.surface.definite
