"""Who attacked whom: the actors of a draft's clauses put on the attacking or the attacked side.

Place in the flow: after drafts, for each draft. The points of its clauses (`parties`) are summed;
who foiled, repelled or answered the attack is taken out; claims and blame from other sentences
(`claims`) are added afterwards.
"""

import re

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.fields.parties import Party, parties
from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.mention_words import MEANS_JOINTS
from workers.extraction.telling.tellings import Draft, Scene
from workers.extraction.triggers import Hit
from workers.model import Actor, Attribution, Recipient
from workers.text.words import holds_one

ACTORS_MAX = 4
"""Attackers or recipients that an event lists: joint operations name two or three."""
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


_MEANS_REACH = 160
"""Characters before "by striking them from the air" in which the one who struck is named."""
_SURE = 0.7
_SURE_SIDE = 1.4


def _name(mention: ActorMention) -> str:
    return mention.actor_id or mention.name


class Sides:
    """Who attacks and who is attacked in an article's clauses: each clause is weighed once."""

    def __init__(self, actors: tuple[ActorMention, ...], text: str) -> None:
        self._actors = actors
        self._text = text
        self._weighed: dict[int, tuple[Scene, list[Party]]] = {}

    def note(self, scene: Scene) -> None:
        """Notes in a scene which sides surely attacked and which were surely attacked."""
        found = self._parties(scene)
        scene.by = frozenset(
            p.mention.side
            for p in found
            if p.mention.side and p.attacked_by >= _SURE_SIDE > p.attacked
        )
        scene.hit = frozenset(
            p.mention.side for p in found if p.mention.side and p.attacked >= _SURE > p.attacked_by
        )

    def of(self, draft: Draft) -> tuple[list[ActorMention], list[ActorMention]]:
        """Attackers and attacked of a draft, the surest first, each once."""
        by: dict[str, tuple[float, ActorMention]] = {}
        hit: dict[str, tuple[float, ActorMention]] = {}
        for scene in draft.scenes:
            for party in self._parties(scene):
                key = _name(party.mention)
                if party.attacked_by >= _SURE and party.attacked_by >= party.attacked:
                    total = by.get(key, (0.0, party.mention))
                    by[key] = (total[0] + party.attacked_by, total[1])
                elif party.attacked >= _SURE:
                    total = hit.get(key, (0.0, party.mention))
                    hit[key] = (total[0] + party.attacked, total[1])
        for name in (
            *_stoppers(draft, self._actors),
            *_defenders(draft, self._actors, self._text),
        ):
            by.pop(name, None)
        if any(m.kind == "generic" for _, m in by.values()):
            by = {name: told for name, told in by.items() if told[1].sector != "COP"}
        attackers = sorted(by.values(), key=lambda pair: (-pair[0], pair[1].start))
        attacked = sorted(hit.values(), key=lambda pair: (-pair[0], pair[1].start))
        if not attackers:
            attackers = [(_SURE, actor) for actor in self._who_told(draft)]
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

    def _who_told(self, draft: Draft) -> list[ActorMention]:
        """Who is named last before a clause that only tells by what means it acted."""
        clause = draft.scenes[0].mention
        if clause.joint not in MEANS_JOINTS:
            return []
        before = [
            actor
            for actor in self._actors
            if clause.start - _MEANS_REACH <= actor.start < clause.start
            and actor.sector == "MIL"
            and not (actor.modifier or actor.locative)
        ]
        return before[-1:]

    def _parties(self, scene: Scene) -> list[Party]:
        """The actors of a scene's clause, kept with the scene so that its id stays its own."""
        known = self._weighed.get(id(scene))
        if known is None:
            known = (scene, parties(scene, self._actors, self._text))
            self._weighed[id(scene)] = known
        return known[1]


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


def _tells_before(draft: Draft, scene: Scene, actor: ActorMention) -> bool:
    """Whether the attack was told before this actor is named: then its reply is another one."""
    if scene is not draft.scenes[0]:
        return True
    told = (*scene.mention.attack_hits, *scene.mention.weapon_hits)
    return any(hit.end <= actor.start for hit in told)


def _defenders(draft: Draft, mentions: tuple[ActorMention, ...], text: str) -> set[str]:
    """Who is told to have repelled the attack, or to have answered it in a clause of its own."""
    found: set[str] = set()
    for scene in draft.scenes:
        start, end = scene.mention.start, scene.mention.end
        told = text[start:end]
        stand_off, shooting = holds_one(told, _STANDING_OFF), holds_one(told, _ATTACKING)
        if not (stand_off or shooting):
            continue
        for actor in mentions:
            if not start <= actor.start < end:
                continue
            first, last = max(start, actor.start - _STAND_OFF), min(end, actor.end + _STAND_OFF)
            before, after = text[first : actor.start], text[actor.end : last]
            if (shooting and _SHOOTING_HIM.match(text, actor.end, end)) or (
                stand_off and _stands_off(draft, scene, actor, before, after)
            ):
                found.add(_name(actor))
    return found


def _stands_off(draft: Draft, scene: Scene, actor: ActorMention, before: str, after: str) -> bool:
    """Whether the words beside an actor say that it repelled the attack or answered it."""
    if not (holds_one(before, _STANDING_OFF) or holds_one(after, _STANDING_OFF)):
        return False
    if _REPELLING.search(before) or _REPELLING.search(after):
        return True
    replies = _REPLYING.search(before) or _REPLYING.search(after)
    return replies is not None and _tells_before(draft, scene, actor)


def _goes_with(mention: ActorMention, strongest: ActorMention | None) -> bool:
    """Named attackers stand together when of one side; nameless ones only where nobody is named."""
    if strongest is None or mention is strongest:
        return True
    if mention.kind == "generic" or strongest.kind == "generic":
        return False
    return mention.side is not None and mention.side == strongest.side


_RANK = {
    "claim": Attribution.CLAIMED,
    "deed": Attribution.CLAIMED,
    "blame": Attribution.ATTRIBUTED,
    "suspect": Attribution.SUSPECTED,
}


def make_actors(
    attackers: list[ActorMention],
    claims: list[tuple[str, ActorMention]],
    original: str,
    reading: Reading,
) -> tuple[Actor, ...]:
    """The contract's attackers: named in the telling, then those claimed, blamed or suspected.

    Who says that it did it leaves no room for an attacker of another side.
    """
    claimed = {mention.side for kind, mention in claims if kind == "claim"}
    if claimed:
        attackers = [m for m in attackers if m.kind == "generic" or m.side in claimed]
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
_BEFORE_COST = 4.0
"""What a target costs that stands right before its word ("checkpoint attack", "two were killed"),
in characters.
"""
_LOST = (" was ", " were ", " have been ", " had been ")
_MEANS = frozenset({"drone"})
"""Target nouns that are what attacked far more often than what was attacked."""
_SETTLEMENT = "village"
"""The target noun for towns and villages."""
_SITES = {
    "base": ("military base", "military", "MIL"),
    "airport": ("airport", "transport", None),
    "field": ("oil field", "energy", None),
}
"""Kinds of places that are themselves what is attacked, as target."""


def targets_of(
    draft: Draft, targets: tuple[TargetMention, ...], places: tuple[PlaceMention, ...], text: str
) -> list[TargetMention]:
    """What a draft's clauses say was attacked: nouns after attack and casualty words, each once.

    A noun inside a place's name (Deir ez-Zor is no monastery) or inside a weapon's is no target,
    nor is the noun that introduces a town; a base or an airport that is named is one.
    """
    named = [place for place in places if place.place is not None]
    taken = [(place.start, place.end) for place in named]
    located = [span for place in named if (span := _located(place)) is not None]
    taken += [(hit.start, hit.end) for scene in draft.scenes for hit in scene.mention.weapon_hits]
    scored: dict[str, tuple[float, TargetMention]] = {}
    for rank, scene in enumerate(draft.scenes):
        clause = scene.mention
        inside = [t for t in targets if clause.start <= t.start < clause.end]
        free = [
            t
            for t in inside
            if t.name not in _MEANS
            and not _within(t, taken)
            and not (t.name == _SETTLEMENT and _within(t, located))
        ]
        for target in (*free, *_site_of(scene)):
            gap = min((_gap(target, hit, text) for hit in clause.hits), default=_FAR)
            if gap > _TARGET_REACH:
                continue
            cost = gap + 20.0 * min(rank, 3) + (_TARGET_REACH if target.name == _ANYBODY else 0)
            known = scored.get(target.name)
            if known is None or cost < known[0]:
                scored[target.name] = (cost, target)
    if any(t.kind == "civilian" and t.name != _ANYBODY for _, t in scored.values()):
        scored.pop(_ANYBODY, None)
    return [
        target for _, target in sorted(scored.values(), key=lambda pair: (pair[0], pair[1].start))
    ][:_TARGETS_MAX]


_ANYBODY = "person"
"""The target that says nothing where other unarmed people are named."""
_FAR = 1e9


def _within(target: TargetMention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= target.start < end for start, end in spans)


def _located(place: PlaceMention) -> tuple[int, int] | None:
    """The span of "in the town of X". "Attacked the village of X" has none: it hit the village."""
    if place.cue is None and place.direction is None:
        return None
    return min(place.noun_start, place.start), place.end


def _gap(target: TargetMention, hit: Hit, text: str) -> float:
    """How far a target stands from an attack or casualty word, in characters."""
    after = target.start - hit.end
    if after >= 0:
        return float(after)
    between = text[target.end : hit.start]
    is_compound = between == " " and hit.entry.kind == "noun"
    is_subject = between in _LOST and hit.entry.kind in ("victim", "active", "event")
    if hit.entry.language == "en" and (is_compound or is_subject):
        return _BEFORE_COST
    return _FAR


def _site_of(scene: Scene) -> list[TargetMention]:
    """The base, airport or oil field that a clause's attack hit, as a target."""
    at = scene.at
    if at is None or at.kind not in _SITES or at.cue == "near" or at.direction is not None:
        return []
    name, kind, sector = _SITES[at.kind]
    return [TargetMention(at.start, at.end, name, kind, sector, definite=True)]


_NAMELESS = frozenset({"UAF", "REB"})
_STATE = frozenset({"MIL", "COP", "GOV"})


def without_assailants(
    attackers: list[ActorMention], attacked: list[ActorMention]
) -> list[ActorMention]:
    """The attacked without nameless armed men, who are the attackers, shot in the end.

    Where a state's forces attacked they are whom those attacked.
    """
    if any(m.sector in _STATE for m in attackers):
        return attacked
    return [m for m in attacked if not (m.kind == "generic" and m.sector in _NAMELESS)]


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
