"""Who attacked whom: the actors of a draft's clauses put on the attacking or the attacked side.

Place in the flow: after drafts, for each draft. Each actor mention of a clause gets points for
either side from its place among the clause's words (subject, after "against", after "by", the
bearer of the weapon); claims and blame from other sentences are added afterwards.
"""

import re
from dataclasses import dataclass

from workers.extraction.actor_mentions import ActorMention
from workers.extraction.places import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.target_mentions import TargetMention
from workers.extraction.tellings import Draft, Scene
from workers.extraction.triggers import Hit
from workers.model import Actor, Attribution, Recipient

ACTORS_MAX = 4
"""Attackers or recipients that an event lists: joint operations name two or three."""
_LOOK_BACK = 26
_VERB_GAP = 4
_STOPPER_REACH = 40
"""Characters between whoever foiled an attack or shot it down and the word that says so."""
_AGAINST = re.compile(
    r"(?:^|[ \n\"'(])(?:علي|ضد|في صفوف|بصفوف|من صفوف|صوب|نحو|باتجاه|تجاه|"
    r"مواقع|مقر|مقار|معاقل|معقل|تجمع|تجمعات|تعزيزات|عناصر من|من عناصر|مسلحي|مقتل|قتل|"
    r"مصرع|اصابه|جرح|استهداف|استهدف|استهدفت|يستهدف|تستهدف|"
    r"against|on|targeting|targeted|at|near|killing|killed|hit|wounding|positions of|members of)"
    r" (?:ال)?(?:[\w]{2,12} (?:من |of )?)?\W?$"
)
_BY = re.compile(
    r"(?:من قبل|علي يد|علي ايدي|برصاص|بنيران|بقصف|من جانب|نفذها|نفذه|نفذته|شنها|شنه|شنته|شنتها|"
    r"تنفذه|تشنه|تشنها|نفذتها|قام بها|قامت بها|"
    r"by|carried out by|launched by|staged by|from) (?:the |ال)?\W?$"
)
_ARMED_HEADS = frozenset({"aircraft", "weapon", "act", "force"})
_SUFFERED = re.compile(
    r"\b(?:تعرض|تعرضت|يتعرض|تتعرض|تعرضوا|تعرضها|تعرضه|came under|comes under|coming under)\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor mention with its points for having attacked and for having been attacked."""

    mention: ActorMention
    attacked_by: float
    attacked: float


def parties(scene: Scene, mentions: tuple[ActorMention, ...], text: str) -> list[Party]:
    """The actor mentions of a scene's clause with their points, in text order."""
    found: list[Party] = []
    clause = scene.mention
    for actor in mentions:
        if not clause.start <= actor.start < clause.end:
            continue
        if actor.modifier or actor.locative or actor.kind == "outlet":
            continue
        found.append(_weighed(scene, actor, text))
    return found


def _weighed(scene: Scene, actor: ActorMention, text: str) -> Party:
    clause = scene.mention
    by, hit_points = _own_points(
        actor, text[max(clause.start, actor.start - _LOOK_BACK) : actor.start]
    )
    for hit in clause.hits:
        by_verb, hit_by_verb = _verb_points(hit, actor, clause.hits)
        by += by_verb
        hit_points += hit_by_verb
    suffered = _SUFFERED.search(text, clause.start, actor.start)
    if suffered and any(hit.start >= actor.end for hit in clause.attack_hits):
        hit_points += 1.6
    if _attached(text, actor, clause.attack_hits):
        by += 1.5
    if any(
        -_STOPPER_REACH <= stop.start - actor.end <= _STOPPER_REACH for stop in clause.stop_hits
    ):
        by -= 2.5
    if actor.speaker:
        by -= 0.8
        hit_points -= 0.8
    return Party(actor, by, hit_points)


def _own_points(actor: ActorMention, before: str) -> tuple[float, float]:
    """Points for attacking and attacked from what the actor is and the words just before it."""
    by, hit_points = 0.0, 0.0
    if actor.head in _ARMED_HEADS and actor.head != "force":
        by += 1.6
    if actor.kind == "generic":
        by += 0.9
    if _BY.search(before):
        by += 1.8
    elif _AGAINST.search(before):
        hit_points += 1.8
    if actor.head == "facility":
        hit_points += 1.0
    return by, hit_points


def _verb_points(  # noqa: PLR0911 - one return a frame
    hit: Hit, actor: ActorMention, hits: list[Hit]
) -> tuple[float, float]:
    """Points for attacking and attacked from one word: subject beside a verb, victim."""
    after = actor.start - hit.end
    before = hit.start - actor.end
    if hit.entry.kind in ("active", "light"):
        if 0 <= after <= _VERB_GAP:
            return (0.0, 1.8) if hit.entry.language == "en" else (1.8, 0.0)
        if 0 <= before <= _VERB_GAP:
            return 1.6, 0.0
        if after > _VERB_GAP and not any(hit.end <= other.start < actor.start for other in hits):
            return 0.2, 0.4
    if hit.entry.language == "en" and hit.entry.kind == "noun":
        hit_points = 0.9 if 0 <= after <= 3 * _VERB_GAP else 0.0
        return (1.0 if not hit_points and 0 <= before <= _VERB_GAP else 0.0), hit_points
    if hit.entry.kind == "passive" and after >= 0:
        return 0.0, 0.5
    if hit.entry.kind == "victim" and 0 <= after <= 3 * _VERB_GAP:
        return 0.0, 1.0
    return 0.0, 0.0


_CLITIC_GAP = 2
"""Characters between an attack noun and the actor that completes it: a space and a clitic."""


def _attached(text: str, actor: ActorMention, hits: list[Hit]) -> bool:
    """Whether the actor completes an attack noun: غارة للتحالف, هجوم تنظيم الدولة, attack by."""
    for hit in hits:
        is_noun = hit.entry.language == "ar" and hit.entry.kind == "noun"
        if is_noun and 0 <= actor.start - hit.end <= _CLITIC_GAP:
            between = text[hit.end : actor.start]
            if between.strip() in ("", "ل", "ال"):
                return True
    return False


_SURE = 0.7
_SURE_SIDE = 1.4


def take_sides(scene: Scene, mentions: tuple[ActorMention, ...], text: str) -> None:
    """Notes in a scene which sides surely attacked and which were surely attacked."""
    found = parties(scene, mentions, text)
    scene.by = frozenset(
        p.mention.side for p in found if p.mention.side and p.attacked_by >= _SURE_SIDE > p.attacked
    )
    scene.hit = frozenset(
        p.mention.side for p in found if p.mention.side and p.attacked >= _SURE > p.attacked_by
    )


def _name(mention: ActorMention) -> str:
    return mention.actor_id or mention.name


def attackers_of(
    draft: Draft, reading: Reading, mentions: tuple[ActorMention, ...]
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Attackers and attacked of a draft, the surest first, each once."""
    text = reading.text.folded.text
    by: dict[str, tuple[float, ActorMention]] = {}
    hit: dict[str, tuple[float, ActorMention]] = {}
    for scene in draft.scenes:
        for party in parties(scene, mentions, text):
            key = _name(party.mention)
            if party.attacked_by >= _SURE and party.attacked_by >= party.attacked:
                total = by.get(key, (0.0, party.mention))
                by[key] = (total[0] + party.attacked_by, total[1])
            elif party.attacked >= _SURE:
                total = hit.get(key, (0.0, party.mention))
                hit[key] = (total[0] + party.attacked, total[1])
    stoppers = _stoppers(draft, mentions)
    for name in stoppers:
        by.pop(name, None)
    if not by and not stoppers:
        spare = _likeliest(draft, mentions, text, hit)
        if spare is not None:
            by[_name(spare)] = (0.1, spare)
            hit.pop(_name(spare), None)
    attackers = sorted(by.values(), key=lambda pair: (-pair[0], pair[1].start))
    attacked = sorted(hit.values(), key=lambda pair: (-pair[0], pair[1].start))
    strongest = attackers[0][1] if attackers else None
    return (
        [
            m
            for points, m in attackers
            if _goes_with(m, strongest) and points >= hit.get(_name(m), (0.0, m))[0]
        ][:ACTORS_MAX],
        [m for points, m in attacked if _name(m) not in by or points > by[_name(m)][0]][
            :ACTORS_MAX
        ],
    )


def _stoppers(draft: Draft, mentions: tuple[ActorMention, ...]) -> set[str]:
    """Who says that it was foiled or shot down: named before those words, and no attack before."""
    found: set[str] = set()
    for scene in draft.scenes:
        clause = scene.mention
        if not clause.is_stopped:
            continue
        for stop in clause.stop_hits:
            told = (*clause.attack_hits, *clause.weapon_hits)
            if any(hit.start < stop.start for hit in told):
                continue
            before = (m for m in mentions if clause.start <= m.start and m.end <= stop.start)
            found |= {_name(m) for m in before}
    return found


_FIGHTING_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM"})
_SPARE_POINTS = -0.9
"""Points above which an armed actor may have attacked: those of a speaker that acts."""


def _likeliest(
    draft: Draft,
    mentions: tuple[ActorMention, ...],
    text: str,
    hit: dict[str, tuple[float, ActorMention]],
) -> ActorMention | None:
    """The armed actor that is not said to have been attacked, where no frame names the attacker."""
    best: tuple[float, ActorMention] | None = None
    for scene in draft.scenes:
        for party in parties(scene, mentions, text):
            mention = party.mention
            if (
                _name(mention) in hit
                or mention.sector not in _FIGHTING_SECTORS
                or mention.head == "facility"
            ):
                continue
            points = party.attacked_by - party.attacked
            if points > _SPARE_POINTS and (best is None or points > best[0]):
                best = (points, mention)
    return best[1] if best else None


def _goes_with(mention: ActorMention, strongest: ActorMention | None) -> bool:
    """Named attackers stand together when of one side; nameless ones only where nobody is named."""
    if strongest is None or mention is strongest:
        return True
    if mention.kind == "generic" or strongest.kind == "generic":
        return False
    return mention.side is not None and mention.side == strongest.side


_CLAIM_REACH = 70


def claims_of(
    reading: Reading, mentions: tuple[ActorMention, ...]
) -> list[tuple[int, str, ActorMention]]:
    """Claims, blame and suspicion: sentence index, kind (claim, blame, suspect), group."""
    found: list[tuple[int, str, ActorMention]] = []
    for cue in reading.cues:
        kind = cue.entry.cue
        if kind not in ("claim", "blame", "suspect"):
            continue
        sentence = reading.sentence_at(cue.start)
        if any(
            other.entry.cue == "no_claim" and reading.sentence_at(other.start) == sentence
            for other in reading.cues
        ):
            continue
        span = reading.sentences[sentence]
        near = [
            (
                abs(actor.start - cue.end) if actor.start >= cue.start else cue.start - actor.end,
                actor,
            )
            for actor in mentions
            if span.start <= actor.start < span.end
            and not actor.modifier
            and not actor.locative
            and actor.kind not in ("outlet", "generic")
            and actor.head != "facility"
        ]
        if kind == "blame":
            near = [(gap, actor) for gap, actor in near if actor.start >= cue.end]
            near = near[1:] if len(near) > 1 and cue.entry.language == "ar" else near
        near = [pair for pair in near if pair[0] <= _CLAIM_REACH]
        if near:
            found.append((sentence, kind, min(near, key=lambda pair: pair[0])[1]))
    return found


_RANK = {
    "claim": Attribution.CLAIMED,
    "blame": Attribution.ATTRIBUTED,
    "suspect": Attribution.SUSPECTED,
}


def make_actors(
    attackers: list[ActorMention],
    claims: list[tuple[str, ActorMention]],
    original: str,
    reading: Reading,
) -> tuple[Actor, ...]:
    """The contract's attackers: named in the telling, then those claimed, blamed or suspected."""
    made: dict[str, Actor] = {}
    said = {_name(mention): kind for kind, mention in reversed(claims)}
    for mention in attackers:
        if mention.kind == "generic":
            attribution = Attribution.UNKNOWN
        elif _name(mention) in said:
            attribution = _RANK[said[_name(mention)]]
        else:
            attribution = Attribution.CLAIMED if mention.speaker else Attribution.ATTRIBUTED
        made[_name(mention)] = _actor(mention, attribution, original, reading)
    for kind, mention in claims:
        if _name(mention) not in made and len(made) < ACTORS_MAX:
            made[_name(mention)] = _actor(mention, _RANK[kind], original, reading)
    return tuple(made.values())


def _actor(
    mention: ActorMention, attribution: Attribution, original: str, reading: Reading
) -> Actor:
    return Actor(
        name=mention.name,
        text=_words(mention.start, mention.end, original, reading),
        attribution=attribution,
        actor_id=mention.actor_id,
        sector=mention.sector,
    )


def _words(start: int, end: int, original: str, reading: Reading) -> str:
    first, last = reading.text.folded.original(start, end)
    return original[first:last]


_TARGET_REACH = 70
"""Characters after an attack word within which a target noun is what was attacked."""
_TARGETS_MAX = 3


def targets_of(
    draft: Draft, targets: tuple[TargetMention, ...], places: tuple[PlaceMention, ...]
) -> list[TargetMention]:
    """What a draft's clauses say was attacked: nouns after attack and casualty words, each once.

    A noun inside a place's name (Deir ez-Zor is no monastery) or inside a weapon's is no target.
    """
    taken = [(place.start, place.end) for place in places if place.place is not None]
    taken += [(hit.start, hit.end) for scene in draft.scenes for hit in scene.mention.weapon_hits]
    scored: dict[str, tuple[float, TargetMention]] = {}
    for rank, scene in enumerate(draft.scenes):
        clause = scene.mention
        for target in targets:
            if not clause.start <= target.start < clause.end:
                continue
            if any(start <= target.start < end for start, end in taken):
                continue
            gaps = [
                target.start - hit.end
                for hit in clause.hits
                if 0 <= target.start - hit.end <= _TARGET_REACH
            ]
            if not gaps:
                continue
            cost = min(gaps) + 20.0 * min(rank, 3)
            known = scored.get(target.name)
            if known is None or cost < known[0]:
                scored[target.name] = (cost, target)
    return [
        target for _, target in sorted(scored.values(), key=lambda pair: (pair[0], pair[1].start))
    ][:_TARGETS_MAX]


def target_recipient(target: TargetMention, original: str, reading: Reading) -> Recipient:
    """A target noun as the contract's recipient."""
    return Recipient(
        name=target.name,
        text=_words(target.start, target.end, original, reading),
        sector=target.sector,
        kind=target.kind,
    )


def make_recipient(
    mention: ActorMention, kind: str | None, original: str, reading: Reading
) -> Recipient:
    """An attacked actor as the contract's recipient."""
    return Recipient(
        name=mention.name,
        text=_words(mention.start, mention.end, original, reading),
        actor_id=mention.actor_id,
        sector=mention.sector,
        kind=kind,
    )
