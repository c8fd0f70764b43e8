"""The actors of one clause weighed: who attacks in it, who is attacked.

Place in the flow: under `arguments`. Each actor mention of a clause gets points for either side
from its place among the clause's words (subject, after "against", after "by", the bearer of the
weapon, one of two who fight).
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.attempts import with_attempts
from workers.extraction.fields.compared import compared
from workers.extraction.fields.party import Party
from workers.extraction.fields.party_forms import (
    NAMED_MORE,
    advances,
    are_joined,
    are_men_of,
    flies,
    is_habit,
    is_object_form,
    is_of,
    is_placed_gap,
    is_within,
    kills_as_one,
    meets_death,
    part_by_form,
    suffers_losses,
)
from workers.extraction.fields.struck import (
    OWNED,
    is_counted_dead,
    is_told_dead,
    owns_what_is_struck,
)
from workers.extraction.telling.tellings import Scene
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern
from workers.text.words import holds_one, listed

_LOOK_BACK = 26
_VERB_GAP = 4
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
    r"(?:^|\W)[وف]?[يت]?(?:نفذ|شن|طلق|اطلق|اسقط|سقط|زرع|ارتكب|دبر|فجر|القي)(?:و|ت)?(?:ها|ه|هما|هم)|"
    r"قام بها|قامت بها|قام به|قامت به|من مخلفات|مخلفات|تقف وراءه|تقف وراءها|"
    r"(?<!\w)by|(?:fired|launched|dropped) from) "
    r"(?:the )?(?:[\w.]{2,14}(?:-(?:backed|led|aligned|supported|run)|'s) )?(?:ال)?\W?$"
)
_EPITHET: Final = Pattern(
    r"(?:تقوده|بقياده|\bled)\b[^.،\n]{0,40} (?:ضد|against) (?:تنظيم |the )?(?:ال)?[\"']?$"
)
"""A coalition's name: "led by X against Y"."""
_EPITHET_REACH = 64
_KILLED: Final = Pattern(r"\b[وف]?[يت]?قتلت? (?:ال)?[\"']?$")
_OBJECT = re.compile(
    r"[\"']? (?:[^.،؛\n]{0,20} )?(?:عددا|عشرات|\d+|اكثر من|ما لا يقل|نحو|حوالي|شخصا|شخصين|مدنيا|"
    r"مدنيين|رجلا|رجلين|امراه|طفلا|طفلين|شابا|شابين|جنديا|جنديين|عاملا|عاملين|شرطيا|شرطيين|صحفيا|"
    r"اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره)\b"
)
"""Whom the actor behind "killed" killed: then it is the subject, not the dead."""
_NO_DEED: Final = Pattern(
    r"\b(?:used|held|run|hosted|operated|controlled|occupied|guarded|backed|supported|led|followed|"
    r"confirmed|reported|condemned|intercepted|downed|detained|arrested|protected|manned|owned|"
    r"staffed|"
    r"frequented|besieged|patrolled|ruled|governed|claimed|denied|said|seen|cited) by (?:the )?$"
)
"""What somebody does who is no attacker: uses the base, holds the town, tells of it."""
_ARMED_HEADS = frozenset({"aircraft", "weapon", "act", "force"})
_FOUGHT: Final = Pattern(
    r"(?:(?:اشتباك|معارك|معركه|مواجه|قتال|تبادل)\w*[^.؛\n]{0,30} (?:(?P<two>بين)|مع)|"
    r"(?:clash|battle|fight|firefight)\w*[^.,;\n]{0,20} (?:(?P<both>between)|with))"
    r" (?:(?:ال)?(?:قوات|مقاتلي|مسلحي|عناصر|فصيل|فصايل|وحدات|the) ){0,2}(?:ال)?\W?$"
)
"""Who fights whom stands behind: "clashes between A and B", "killed in clashes with A"."""
_FIGHTS = ("اشتباك", "معارك", "معركه", "مواجه", "قتال", "تبادل", "clash", "battle", "fight")
"""One of these stands wherever somebody fights somebody."""
_FOUGHT_REACH = 60
_JOINED = re.compile(
    r"[\s\"'،,()]*(?:وحلفايها?[\s\"'،,]*)?(?:و|and )[\s\"']*"
    r"(?:(?:ال)?(?:قوات|مقاتلي|مسلحي|عناصر|فصيل|فصايل) )?(?:ال|the )?[\"']*"
)
"""What stands between the two who fight each other."""
_KILLS = re.compile(
    r" (?:dead )?(?!في |ب|خلال|اثر|جراء|علي |عند|امس|اليوم|مساء|صباح|فجر|ليل|مع |و|قرب|بعد|يوم|"
    r"in |by |on |during|when|after|near|at (?!least)|and )[\w]"
)
"""A killing whose victim follows: "killed five", not "killed in a blast"."""
_KILLING = frozenset(
    (*listed("قتل قتلت قتلوا يقتل تقتل يقتلون killed kills"), "have killed", "had killed")
)
_NO_VICTIM: Final = Pattern(
    r" (?:when|as|after|by|while|during|since|in|at|near|منذ|عندما|حين|بعدما|بعد|جراء|اثر|خلال|"
    r"في(?! صفوف)) "
)
"""What tells that the actor behind a casualty word is none of the dead."""
_STRUCK = 1.6
"""Points from which an aircraft named is the one that was shot at."""
_NEVER_ATTACK = frozenset({"facility", "civil", "official"})
_SUFFERED: Final = Pattern(
    r"\b(?:تعرض|تعرضت|يتعرض|تتعرض|تعرضوا|تعرضها|تعرضه|came under|comes under|coming under)\b"
)


def parties(scene: Scene, mentions: tuple[ActorMention, ...], text: str) -> list[Party]:
    """The actor mentions of a scene's clause with their points, in text order."""
    found: list[Party] = []
    clause = scene.mention
    fights = holds_one(text[clause.start : clause.end], _FIGHTS)
    aside = compared(clause, text)
    for actor in mentions:
        if not clause.start <= actor.start < clause.end:
            continue
        if any(start <= actor.start < end for start, end in aside):
            continue
        struck = owns_what_is_struck(text, actor, clause.hits, clause.start)
        if struck and not actor.speaker:
            found.append(Party(actor, 0.0, OWNED))
            continue
        if found and are_men_of(found[-1].mention, actor, text):
            men = found[-1]
            found.append(Party(actor, men.attacked_by + NAMED_MORE, men.attacked))
            continue
        if actor.modifier or actor.locative or actor.kind == "outlet" or _owns(text, actor):
            continue
        party = _weighed(scene, actor, text)
        if found and _is_opponent(found[-1].mention, actor, text):
            party = Party(actor, 0.0, max(party.attacked, 1.0))
        elif found and not fights and are_joined(found[-1].mention, actor, text):
            party, found[-1] = _shared(party, found[-1])
        fight = _fight_before(scene, actor, text) if fights else None
        if fight is not None:
            dead = any(hit.end <= fight.start() for hit in clause.victim_hits)
            party = _in_fight(party, found, of_two=bool(fight["two"] or fight["both"]), dead=dead)
        found.append(party)
    return with_attempts(found, clause, text)


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


def _owns(text: str, actor: ActorMention) -> bool:
    """Whether a country only owns what follows: "Yemen's Houthis"."""
    return actor.kind == "metonym" and text.startswith("'s ", actor.end)


def _weighed(scene: Scene, actor: ActorMention, text: str) -> Party:
    clause = scene.mention
    since = max(clause.start, actor.start - _LOOK_BACK)
    by, hit_points = _own_points(actor, since, text)
    if advances(text, actor, since):
        by += 1.6
    if suffers_losses(text, actor, clause.start):
        hit_points += 1.6
    for hit in clause.hits:
        by_verb, hit_by_verb = _verb_points(hit, actor, clause.hits, text)
        by += by_verb
        hit_points += hit_by_verb
    suffers = actor.head != "act" and any(hit.start >= actor.end for hit in clause.attack_hits)
    if suffers and _SUFFERED.search(text, clause.start, actor.start):
        hit_points += 2.0
    if actor.deed is not None and any(
        0 <= hit.start - actor.deed <= _DEED_REACH for hit in clause.attack_hits
    ):
        by += 1.6
    if _attached(text, actor, clause.attack_hits):
        by += 1.5
    if any(
        -_STOPPER_REACH <= stop.start - actor.end <= _STOPPER_REACH for stop in clause.stop_hits
    ) and not _is_doer(actor, since, text):
        by -= 2.5
    if actor.speaker:
        by -= 0.8
        hit_points -= 0.8
    if (
        actor.head in _NEVER_ATTACK
        or is_habit(text, actor)
        or (_is_means(actor) and hit_points >= _STRUCK)
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
    if actor.head in _ARMED_HEADS and actor.head != "force":
        by += 1.6
    if actor.kind == "generic":
        by += 0.9
    if _KILLED.search_cut(text, since, actor.start) and (
        _OBJECT.match(text, actor.end) or kills_as_one(text, actor, since)
    ):
        return by + 1.8, 0.0
    if _is_doer(actor, since, text) and not _is_origin(actor, text[since : actor.start]):
        by += 1.8
    elif _AGAINST.search_cut(text, since, actor.start) and not (
        _is_means(actor) and flies(actor, since, text)
    ):
        if _EPITHET.search(text, max(0, actor.start - _EPITHET_REACH), actor.start):
            return by, hit_points
        hit_points += 1.8
    if actor.head == "facility":
        hit_points += 1.0
    return by, hit_points


_OWN_REACH = 20
_OWN_ACTS = ("قصف", "هجوم", "هجمات", "غارات", "ضربات")
"""Attack nouns whose pronoun is the attacker: "تواصل قصفها"."""


def _is_means(actor: ActorMention) -> bool:
    """Whether it is named by its weapon, aircraft or strike, which nobody kills."""
    return actor.head in _ARMED_HEADS and actor.head != "force"


def _is_origin(actor: ActorMention, before: str) -> bool:
    """Whether a country is where it was fired from, not who fired it."""
    return actor.kind == "metonym" and " from " in before


def _verb_points(hit: Hit, actor: ActorMention, hits: list[Hit], text: str) -> tuple[float, float]:
    """Points for attacking and attacked from one word: subject beside a verb, victim."""
    if is_within(hit, actor):
        return 1.6, 0.0
    if hit.entry.kind in ("active", "light"):
        told = _active_points(hit, actor, hits, text)
        if told is not None:
            return told
    if hit.entry.kind == "victim":
        return _victim_points(hit, actor, text)
    if hit.entry.kind == "noun":
        return _noun_points(hit, actor, text)
    return 0.0, 0.5 if hit.entry.kind == "passive" and actor.start >= hit.end else 0.0


def _active_points(
    hit: Hit, actor: ActorMention, hits: list[Hit], text: str
) -> tuple[float, float] | None:
    """Points of who stands beside a verb of attacking, None where nothing is said of it."""
    after = actor.start - hit.end
    if after >= 0 and is_object_form(text, actor, hit):
        return 0.0, 1.8
    if 0 <= after <= _VERB_GAP:
        is_object = hit.entry.language == "en" or actor.head == "capital"
        return (0.0, 1.8) if is_object or text[: hit.end].endswith("نا") else (1.8, 0.0)
    if 0 <= hit.start - actor.end <= _PLACED_MAX and _is_subject(text, actor, hit):
        return 1.6, 0.0
    if after > _VERB_GAP and not any(hit.end <= other.start < actor.start for other in hits):
        return 0.2, 0.4
    return None


def _victim_points(hit: Hit, actor: ActorMention, text: str) -> tuple[float, float]:
    """Points of who stands beside a word for the dead and hurt: its victim, or who killed."""
    after = actor.start - hit.end
    if after >= 0 and not _is_means(actor):
        near = after <= 3 * _VERB_GAP and _NO_VICTIM.search(text, hit.end, actor.start) is None
        return 0.0, 1.0 if near or is_counted_dead(text, actor, hit) else 0.0
    if meets_death(text, actor, hit):
        return 0.0, 1.2
    if 0 <= hit.start - actor.end <= _RELATIVE_MAX:
        kills = text[hit.start : hit.end] in _KILLING and _is_subject(text, actor, hit)
        if kills and _KILLS.match(text, hit.end):
            return 1.2, 0.0
        return 0.0, 1.2 if is_told_dead(text, actor, hit) else 0.0
    return 0.0, 0.0


def _noun_points(hit: Hit, actor: ActorMention, text: str) -> tuple[float, float]:
    """Points of who stands beside an attack noun: English "X attack", Arabic "X ... its attack"."""
    before = hit.start - actor.end
    if hit.entry.language == "en":
        hit_points = 0.9 if 0 <= actor.start - hit.end <= 3 * _VERB_GAP else 0.0
        acts = 0 <= before <= _VERB_GAP or (
            0 <= before <= _RELATIVE_MAX and text[actor.end : hit.start].strip() in _AUXILIARIES
        )
        return (1.0 if not hit_points and acts else 0.0), hit_points
    if hit.surface.pronoun and 0 <= before <= _OWN_REACH:
        own = text.startswith(_OWN_ACTS, hit.start) and "،" not in text[actor.end : hit.start]
        return (1.2 if own else 0.0), 0.0
    return 0.0, 0.0


def _is_subject(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether the actor before a verb is its subject: no stop between, no verb of a new clause."""
    gap = text[actor.end : hit.start]
    if gap.strip("\"'() ") not in _RELATIVES and not is_placed_gap(gap):
        return False
    first = text[hit.start]
    return first not in "وف" or any(form.startswith(first) for form in hit.entry.forms)


_AUXILIARIES = frozenset({"had", "have", "has", "had also", "later", "then", "who had"})
_RELATIVE_MAX = 12
_PLACED_MAX = 34
"""Characters between a subject and its verb where only its place stands between."""
_RELATIVES = frozenset(
    {"", "who", "that", "which", "had", "have", "has", "also", "later", "then", "who had",
     "that had", "الذين", "الذي", "التي", "قد", "ايضا", "لاحقا"}
)  # fmt: skip
"""Words between a subject and its verb."""
_DEED_REACH = 45
"""Characters from where an actor begins to tell of its own doing to the attack word."""
_CLITIC_GAP = 2
"""Characters between an attack noun and the actor that completes it: a space and a clitic."""


def _attached(text: str, actor: ActorMention, hits: list[Hit]) -> bool:
    """Whether the actor completes an attack noun: غارة للتحالف, هجوم تنظيم الدولة, attack by."""
    for hit in hits:
        is_noun = hit.entry.language == "ar" and hit.entry.kind == "noun"
        if is_noun and hit.start < actor.start < hit.end <= actor.end:
            return True  # "assault of men" ends inside "men of X"
        if is_noun and hit.entry.id != "istihdaf" and 0 <= actor.start - hit.end <= _CLITIC_GAP:
            between = text[hit.end : actor.start]
            if between.strip() in ("", "ل", "ال"):
                return True
        if is_noun and hit.entry.id != "istihdaf" and is_of(text, hit.end, actor.start):
            return True
    return False
