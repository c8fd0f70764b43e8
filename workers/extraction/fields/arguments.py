"""Who attacked whom: the actors of a draft's clauses put on the attacking or the attacked side.

Place in the flow: after drafts, for each draft. The points of its clauses (`parties`) are summed;
who foiled, repelled or answered the attack is taken out; claims and blame from other sentences
(`claims`) are added afterwards.
"""

from dataclasses import replace
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.compared import goes_on_since_long
from workers.extraction.fields.defenders import defenders, kills_attacker, stoppers
from workers.extraction.fields.forces import military_of
from workers.extraction.fields.parties import parties
from workers.extraction.fields.party import Party, name_of
from workers.extraction.fields.party_forms import are_joined
from workers.extraction.fields.pursuers import without_pursuers
from workers.extraction.reading import Reading
from workers.extraction.telling.mention_words import MEANS_JOINTS
from workers.extraction.telling.tellings import Draft, Scene
from workers.lexicon.actors import state_actor_id
from workers.model import Actor, Attribution
from workers.text.patterns import Pattern

ACTORS_MAX = 4
"""Attackers or recipients that an event lists: joint operations name two or three."""
_MEANS_REACH = 160
"""Characters before "by striking them from the air" in which the one who struck is named."""
_SURE = 0.7
_SURE_SIDE = 1.4


_AT_PEACE = frozenset(
    {"US", "CA", "GB", "IE", "FR", "DE", "NL", "BE", "CH", "AT", "ES", "PT", "IT", "DK", "SE", "NO",
     "FI", "AU", "NZ", "JP", "KR", "GR", "PL", "CZ"}
)  # fmt: skip
"""Countries whose forces attack nobody at home."""


def _says_where(mention: ActorMention, country: str | None) -> bool:
    """Whether a nationality before an attack only says where it was ("the US school attack")."""
    return (
        country in _AT_PEACE
        and mention.kind == "demonym"
        and mention.head == "act"
        and mention.country == country
    )


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

    def of(
        self, draft: Draft, country: str | None = None
    ) -> tuple[list[ActorMention], list[ActorMention]]:
        """Attackers and attacked of a draft in a country, the surest first, each once."""
        by: dict[str, tuple[float, ActorMention]] = {}
        hit: dict[str, tuple[float, ActorMention]] = {}
        for party in self._fresh(draft):
            if _says_where(party.mention, country) or kills_attacker(
                self._text, party.mention.start, party.mention.end
            ):
                continue
            key = name_of(party.mention)
            if party.attacked_by >= _SURE and party.attacked_by >= party.attacked:
                total = by.get(key, (0.0, party.mention))
                by[key] = (total[0] + party.attacked_by, total[1])
            elif party.attacked >= _SURE:
                total = hit.get(key, (0.0, party.mention))
                hit[key] = (total[0] + party.attacked, total[1])
        for name in (
            *stoppers(draft, self._actors),
            *defenders(draft, self._actors, self._text),
        ):
            by.pop(name, None)
        by = without_pursuers(by, draft)
        attackers = sorted(by.values(), key=lambda pair: (-pair[0], pair[1].start))
        attacked = sorted(hit.values(), key=lambda pair: (-pair[0], pair[1].start))
        if not attackers:
            attackers = [(_SURE, actor) for actor in self._who_told(draft)]
        surest = [(p, m) for p, m in attackers if p >= hit.get(name_of(m), (0.0, m))[0]]
        attackers = surest or [
            (p, m) for p, m in attackers if p >= _SURE_SIDE and m.sector in GROUP_SECTORS
        ]
        strongest = _strongest(attackers)
        told = self._who_tell(draft)
        return (
            [
                replace(m, speaker=True) if name_of(m) in told else m
                for _, m in attackers
                if _goes_with(m, strongest, self._text)
            ][:ACTORS_MAX],
            [
                m
                for points, m in attacked
                if (name_of(m) not in by or points > by[name_of(m)][0])
                and all(name_of(m) != name_of(attacker) for _, attacker in attackers)
            ][:ACTORS_MAX],
        )

    def _fresh(self, draft: Draft) -> list[Party]:
        """The parties of a draft's clauses, those of a long campaign where no other attacks."""
        fresh: list[Party] = []
        lasting: list[Party] = []
        for scene in draft.scenes:
            is_campaign = goes_on_since_long(scene.mention, self._text)
            (lasting if is_campaign else fresh).extend(self._parties(scene))
        attacks = any(p.attacked_by >= _SURE and p.attacked_by >= p.attacked for p in fresh)
        return fresh if attacks else [*fresh, *lasting]

    def _who_tell(self, draft: Draft) -> frozenset[str]:
        """Groups that speak in a draft's clauses and deny nothing: their own deeds are claims."""
        return frozenset(
            name_of(party.mention)
            for scene in draft.scenes
            for party in self._parties(scene)
            if party.mention.speaker
            and party.mention.sector in GROUP_SECTORS
            and party.mention.kind != "generic"
            and not _denies(party.mention, self._text)
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


def _strongest(attackers: list[tuple[float, ActorMention]]) -> ActorMention | None:
    """The surest attacker; a group that surely is one before nameless men, who may be its own."""
    if not attackers:
        return None
    first = attackers[0][1]
    if first.kind != "generic":
        return first
    groups = (m for p, m in attackers if p >= _SURE_SIDE and m.sector in GROUP_SECTORS)
    return next((m for m in groups if m.kind != "generic"), first)


def _goes_with(mention: ActorMention, strongest: ActorMention | None, text: str) -> bool:
    """Named attackers stand together when of one side or joined by "and" alone.

    Nameless ones stand only where nobody is named.
    """
    if strongest is None or mention is strongest:
        return True
    if mention.kind == "generic" or strongest.kind == "generic":
        return False
    if are_joined(strongest, mention, text) or are_joined(mention, strongest, text):
        return True
    return mention.side is not None and mention.side == strongest.side


_RANK = {
    "claim": Attribution.CLAIMED,
    "deed": Attribution.CLAIMED,
    "blame": Attribution.ATTRIBUTED,
    "nation": Attribution.ATTRIBUTED,
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
    said = {name_of(mention): kind for kind, mention in reversed(claims)}
    for mention in attackers:
        if mention.kind == "generic":
            attribution = Attribution.UNKNOWN
        elif name_of(mention) in said:
            attribution = _RANK[said[name_of(mention)]]
        else:
            says = mention.speaker and not _denies(mention, reading.text.folded.text)
            attribution = Attribution.CLAIMED if says else Attribution.ATTRIBUTED
        of_force = said.get(name_of(mention)) in _OF_FORCE
        made[name_of(mention)] = _actor(mention, attribution, original, reading, of_force=of_force)
    for kind, mention in claims:
        if name_of(mention) not in made and len(made) < ACTORS_MAX:
            made[name_of(mention)] = _actor(
                mention, _RANK[kind], original, reading, of_force=kind in _OF_FORCE
            )
    _join_states(made)
    return tuple(made.values())


def _join_states(made: dict[str, Actor]) -> None:
    """Takes out a state whose military stands beside it: one attacker under two names.

    The military keeps the firmer of the two attributions.
    """
    for state in [name for name in made if state_actor_id(name, "mil") in made]:
        force = state_actor_id(state, "mil")
        firmer = min(made.pop(state).attribution, made[force].attribution, key=_FIRMEST.index)
        made[force] = replace(made[force], attribution=firmer)


_FIRMEST = list(Attribution)
"""Attributions from firm to unknown."""


_DENIES_AFTER: Final = Pattern(
    r"[\"']?(?: \w+)?? (?:denied|denies|has denied|have denied|rejected|نفي|نفت|نفوا|تنفي|ينفي)\b"
)
_DENIES_BEFORE: Final = Pattern(
    r"\b[وف]?(?:نفي|نفت|تنفي|ينفي|انكر|انكرت|denied by) (?:\w+ ){0,3}?(?:ال)?[\"']?$"
)
_DENIES_REACH = 40


def _denies(mention: ActorMention, text: str) -> bool:
    """Whether an actor that speaks denies: then it does not claim."""
    first = max(0, mention.start - _DENIES_REACH)
    return (
        _DENIES_AFTER.match(text, mention.end) is not None
        or _DENIES_BEFORE.search_cut(text, first, mention.start) is not None
    )


_OF_FORCE = frozenset({"suspect", "nation"})
"""Kinds of claims in which a mere nationality stands for a military."""


def _actor(
    mention: ActorMention,
    attribution: Attribution,
    original: str,
    reading: Reading,
    *,
    of_force: bool = False,
) -> Actor:
    if of_force and (force := military_of(mention)) is not None:
        return Actor(
            name=force.name,
            text=quoted(mention.start, mention.end, original, reading),
            attribution=attribution,
            actor_id=force.id,
            sector=force.sector,
        )
    return Actor(
        name=mention.name,
        text=quoted(mention.start, mention.end, original, reading),
        attribution=attribution,
        actor_id=mention.actor_id,
        sector=mention.sector,
    )


def quoted(start: int, end: int, original: str, reading: Reading) -> str:
    """The article's own words between two folded positions."""
    first, last = reading.text.folded.original(start, end)
    return original[first:last]
