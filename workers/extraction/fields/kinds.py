"""What kind of attack a draft is: sub-event type and weapons.

Place in the flow: when a draft becomes an event. Types are decided by the votes of its words; a few
rules of the codebook settle what words alone leave open. Source: ACLED Codebook (2023), sub-event
types.
"""

from collections.abc import Iterator, Sequence

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.telling.mentions import Mention, Votes
from workers.extraction.telling.tellings import Draft
from workers.lexicon.triggers import TriggerEntry
from workers.model import SubEventType, Weapon

_DEFAULT_TYPE = SubEventType.ATTACK
_AIRBORNE = frozenset({"il-mil", "il"})
"""Who strikes from the air unless shells or artillery are named. Source: ACLED coding notes on
Israel's strikes.
"""
_BOMBED_FROM_THE_AIR = frozenset({"PS", "LB"})
"""Where "bombing" without bomber and weapon is Israel's."""
_AIR_POWERS = frozenset({"global-coalition", "us-mil", "us", "arab-coalition", "gb-mil", "gb"})
"""Who has few guns on the ground: their bombing is from the air unless what they fired is named."""
_COALITIONS = frozenset({"global-coalition", "arab-coalition"})
_ON_THE_GROUND = frozenset({None, "IL", "PS"})
_STATE_SECTORS = frozenset({"MIL", "COP", "GOV"})
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_FLYING = frozenset({Weapon.AIRCRAFT, Weapon.DRONE, Weapon.MISSILE, Weapon.ROCKET})
_GROUND = frozenset({Weapon.ARTILLERY, Weapon.MORTAR})
_BY_HAND = frozenset({Weapon.KNIFE, Weapon.VEHICLE})
_BURIED = frozenset({Weapon.IED, Weapon.CAR_BOMB, Weapon.TRUCK_BOMB, Weapon.MINE})
_UNARMED_KINDS = frozenset({"civilian", "religious", "education", "medical"})
_ANYBODY = frozenset({"person", "young man", "driver", "family", "motorcycle"})
"""Target nouns for whom nobody can tell whether he was armed."""
_POSTS = frozenset(
    {
        "patrol", "checkpoint", "army checkpoint", "military base", "barracks", "military camp",
        "border guards", "military positions", "military convoy", "military vehicle",
        "police station", "police patrol",
    }
)  # fmt: skip
"""Targets that shoot back: who attacks one begins a fight."""


def sub_event_type(  # noqa: PLR0911 - one return a rule
    draft: Draft,
    attackers: Sequence[ActorMention] = (),
    attacked: Sequence[ActorMention] = (),
    targets: Sequence[TargetMention] = (),
    country: str | None = None,
) -> SubEventType:
    """The ACLED sub-event type that the draft's words speak for most; `Attack` where silent.

    Words for the means count before words that say attack and no more. What one plain word tells
    (a bomber who blew himself up, an abduction) stands against the fighting around it; the parties
    settle the rest: shelling by those who strike from the air is a strike, an attack by one armed
    side on another or on a post a clash, a clash of soldiers with the unarmed an attack.
    """
    named = {weapon for scene in draft.scenes for weapon in scene.mention.weapons()}
    names_means, votes = _decisive(draft)
    kind = _as_plainly_told(draft, votes, named)
    if kind is SubEventType.AIR_DRONE_STRIKE and _is_raid(votes, attackers, named):
        kind = SubEventType.ATTACK
    match kind:
        case SubEventType.SHELLING if (
            _from_the_air(attackers, named, country) or _on_launcher(draft) or _by_pilots(draft)
        ):
            return SubEventType.AIR_DRONE_STRIKE
        case SubEventType.ABDUCTION if _executed(draft):
            return SubEventType.ATTACK
        case SubEventType.GRENADE if Weapon.SMALL_ARMS in named:
            return SubEventType.ARMED_CLASH if _fought(attackers, attacked, targets) else kind
        case SubEventType.ATTACK if (
            not names_means and _by_air_power(attackers, country) and not _storms(draft)
        ):
            return SubEventType.AIR_DRONE_STRIKE
        case SubEventType.ATTACK if not named & _BY_HAND:
            fought = _fought(attackers, attacked, targets)
            soft = _besieged(attackers, attacked, targets)
            return SubEventType.ARMED_CLASH if fought and not soft else kind
        case SubEventType.ARMED_CLASH if named & _BY_HAND or (
            not _both_shot(draft)
            and (
                _on_unarmed(attackers, attacked, targets)
                or _on_crowd(draft, attackers, attacked)
                or (_storms(draft) and _besieged(attackers, attacked, targets))
            )
        ):
            return SubEventType.ATTACK
    return kind


_SOFT = frozenset(
    {
        "hotel", "shopping mall", "restaurant", "cafe", "school", "university", "mosque", "church",
        "market", "museum", "hospital", "shop", "nightclub",
    }
)  # fmt: skip
"""Where guests are, not soldiers: what gunmen storm there is no battle, whoever ends the siege."""


def _besieged(
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    targets: Sequence[TargetMention],
) -> bool:
    """Whether a soft target was stormed, and no army was the one attacked."""
    if any(m.sector == "MIL" for m in (*attackers, *attacked)):
        return False
    return any(target.name in _SOFT for target in targets)


def _as_plainly_told(draft: Draft, votes: Votes, named: set[Weapon]) -> SubEventType:
    """The type with most votes, or that which one plain word tells against them."""
    kind = _leading(votes)
    blown_up = _says_plainly(draft, SubEventType.SUICIDE_BOMB)
    match kind:
        case SubEventType.REMOTE_EXPLOSIVE if (
            votes.get(SubEventType.SUICIDE_BOMB, 0) >= _SUICIDE_VOTE
        ):
            return SubEventType.SUICIDE_BOMB
        case (
            SubEventType.REMOTE_EXPLOSIVE
            | SubEventType.GRENADE
            | SubEventType.ARMED_CLASH
            | SubEventType.SHELLING
        ) if blown_up:
            return SubEventType.SUICIDE_BOMB
        case SubEventType.REMOTE_EXPLOSIVE if Weapon.GRENADE in named and not named & _BURIED:
            return SubEventType.GRENADE
        case SubEventType.REMOTE_EXPLOSIVE if _storms(draft):
            return SubEventType.ATTACK
        case SubEventType.ARMED_CLASH if _says_plainly(draft, SubEventType.ABDUCTION):
            return SubEventType.ABDUCTION
    return kind


def _from_the_air(
    attackers: Sequence[ActorMention], named: set[Weapon], country: str | None
) -> bool:
    if not attackers:
        return country in _BOMBED_FROM_THE_AIR and not named & (_GROUND | _FLYING)
    if any(m.actor_id in _AIRBORNE for m in attackers):
        return not named & _GROUND
    fired = named & (_GROUND | {Weapon.ROCKET, Weapon.MISSILE})
    flown = named & {Weapon.AIRCRAFT, Weapon.DRONE}
    return bool(flown or not fired) and attackers[0].actor_id in _AIR_POWERS


def _on_launcher(draft: Draft) -> bool:
    """Whether it struck what was ready to be fired: the missiles named are what was hit."""
    told = [scene for scene in draft.scenes if not scene.in_title] or draft.scenes
    return told[0].strikes_launcher and not any(
        _GROUND & frozenset(scene.mention.weapons()) for scene in told
    )


def _by_pilots(draft: Draft) -> bool:
    """Whether aircraft are the subject of its verb: what they fired are their missiles."""
    told = [scene for scene in draft.scenes if not scene.in_title] or draft.scenes
    return told[0].mention.is_done_by_aircraft and not any(
        _GROUND & frozenset(scene.mention.weapons()) for scene in told
    )


def _by_air_power(attackers: Sequence[ActorMention], country: str | None) -> bool:
    """Whether who attacked fights from the air alone there; Israel has soldiers on the ground too.

    Then "targeted" and "killed" without a weapon are air strikes.
    """
    if not attackers:
        return False
    first = attackers[0].actor_id
    return first in _COALITIONS or (first in _AIRBORNE and country not in _ON_THE_GROUND)


def _is_raid(votes: Votes, attackers: Sequence[ActorMention], named: set[Weapon]) -> bool:
    """Whether "raid" or "blow" is said of men on the ground: no state, and nothing that flies."""
    if not attackers or votes.get(SubEventType.AIR_DRONE_STRIKE, 0) >= _PLAIN_AIR_VOTE:
        return False
    return not named & _FLYING and not any(m.sector in _STATE_SECTORS for m in attackers)


def _armed(mentions: Sequence[ActorMention]) -> bool:
    return any(mention.sector in _ARMED_SECTORS for mention in mentions)


def _fought(
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    targets: Sequence[TargetMention],
) -> bool:
    """Whether one armed side attacked another, or armed men a post that shoots back.

    Nameless gunmen among those hit are the attackers themselves, shot in the end.
    """
    nameless = all(m.kind == "generic" for m in attackers)
    hit = [m for m in attacked if not (nameless and m.kind == "generic")]
    known = [target for target in targets if target.name not in _ANYBODY]
    unarmed = any(target.kind not in _FORCES for target in known)
    if _armed(attackers) and _armed(hit):
        return not (nameless and unarmed)
    if any(m.sector in _STATE_SECTORS for m in attackers) or not known:
        return False
    return all(target.kind in _FORCES for target in known) and any(
        target.name in _POSTS for target in known
    )


_FORCES = frozenset({"military", "police", "armed_group"})
"""Kinds of targets that carry arms."""


def _on_unarmed(
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    targets: Sequence[TargetMention],
) -> bool:
    """Whether a state's forces alone are armed: those hit are people of a nation or civilians."""
    if attackers and not any(mention.sector in ("MIL", "COP") for mention in attackers):
        return False
    hit = [*attacked]
    if any(m.sector is not None or m.actor_id is not None for m in hit):
        return False
    return bool(hit) and all(t.kind in _UNARMED_KINDS for t in targets)


def _both_shot(draft: Draft) -> bool:
    """Whether an exchange of fire is told of."""
    return any(
        Weapon.SMALL_ARMS in entry.weapons
        and any(
            kind is SubEventType.ARMED_CLASH and vote >= _PLAIN_WORD for kind, vote in entry.votes
        )
        for scene in draft.scenes
        for entry in scene.mention.entries()
    )


def _on_crowd(
    draft: Draft, attackers: Sequence[ActorMention], attacked: Sequence[ActorMention]
) -> bool:
    """Whether stones, tear gas or protesters are told of and no armed group."""
    if any(m.sector in ("REB", "PRM", "UAF") for m in (*attackers, *attacked)):
        return False
    return any("crowd" in scene.mention.cues for scene in draft.scenes)


_PLAIN_VOTE = 0.9
"""Votes from which what was done settles the type without asking who did it."""
_SUICIDE_VOTE = 3.0
"""Votes of one plain word for a suicide bomber: what he drove or wore is his means."""
_PLAIN_WORD = 2.6
"""A word's vote from which it tells the type whatever else is told."""
_EXECUTION_VOTE = 2.2
"""Votes of a word for putting to death that names no weapon ("executed", "beheaded")."""
_PLAIN_AIR_VOTE = 2.0
"""Votes that "strike" or "raid" alone do not reach."""
_MEANS_VOTE = 1.6
"""Votes of one weapon: with them the means is told."""
_VAGUE_VOTE = 1.5
"""Below this vote, a word for an attack tells neither means nor manner ("attack", "massacre")."""
_MANNERLESS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})


def _says_plainly(draft: Draft, kind: SubEventType) -> bool:
    """Whether one word of the draft tells a type by itself; "the bomber" alone tells no blast."""
    return any(
        told is kind and weight >= _PLAIN_WORD
        for scene in draft.scenes
        for hit in (*scene.mention.hits, *scene.mention.weapon_hits)
        if not hit.entry.generic
        for told, weight in hit.entry.votes
    )


def _executed(draft: Draft) -> bool:
    """Whether those abducted were put to death."""
    return any(
        told is SubEventType.ATTACK and weight >= _EXECUTION_VOTE
        for scene in draft.scenes
        for entry in scene.mention.entries()
        if not entry.weapons and not entry.storms
        for told, weight in entry.votes
    )


def _storms(draft: Draft) -> bool:
    """Whether armed men went in, as where a bomb had opened the way."""
    return any(entry.storms for scene in draft.scenes for entry in scene.mention.entries())


def _decisive(draft: Draft) -> tuple[bool, Votes]:
    """Whether the means is named, and the votes of its words.

    Where it is not, words that tell none count too, and where all is silent nameless armed men.
    """
    means, vague, men = _tallied(draft)
    if means and max(means.values()) >= _MEANS_VOTE:
        return True, means
    total = _sum(means, vague)
    if total and max(total.values()) >= _PLAIN_VOTE:
        return False, total
    return False, _sum(total, men)


def _sum(one: Votes, other: Votes) -> Votes:
    return {kind: one.get(kind, 0.0) + other.get(kind, 0.0) for kind in {*one, *other}}


def _leading(votes: Votes) -> SubEventType:
    if not votes:
        return _DEFAULT_TYPE
    return max(votes, key=lambda kind: (votes[kind], kind.value))


def _tallied(
    draft: Draft,
) -> tuple[Votes, Votes, Votes]:
    """The votes of words for the means, of words that tell none, of nameless armed men."""
    means: Votes = {}
    vague: Votes = {}
    men: Votes = {}
    for rank, scene in enumerate(draft.scenes):
        factor = 1.0 if rank < 3 else 0.5  # noqa: PLR2004 - later clauses elaborate
        for entry in _telling(scene.mention):
            tally = vague if _is_vague(entry) else means
            if entry.generic and not entry.weapons:
                tally = men
            supports = entry.id in scene.mention.in_support
            for kind, weight in entry.votes:
                if not supports or kind is not SubEventType.AIR_DRONE_STRIKE:
                    tally[kind] = tally.get(kind, 0.0) + weight * factor
    return means, vague, men


def _telling(mention: Mention) -> Iterator[TriggerEntry]:
    """A mention's entries without weapons that a plain attack word names already ("car bomb")."""
    inside = {
        weapon.entry.id
        for weapon in mention.weapon_hits
        for hit in mention.hits
        if hit.start < weapon.end and weapon.start < hit.end
        if any(
            vote >= _PLAIN_WORD and kind in dict(weapon.entry.votes)
            for kind, vote in hit.entry.votes
        )
    }
    return (entry for entry in mention.entries() if entry.id not in inside)


def _is_vague(entry: TriggerEntry) -> bool:
    """Whether a word says that somebody was attacked, and not how."""
    return (
        not entry.weapons
        and entry.kind != "weapon"
        and all(kind in _MANNERLESS and weight < _VAGUE_VOTE for kind, weight in entry.votes)
    )
