"""What kind of attack a draft is: sub-event type and weapons.

Place in the flow: when a draft becomes an event. Types are decided by the votes of its words; a few
rules of the codebook settle what words alone leave open. Source: ACLED Codebook (2023), sub-event
types.
"""

from collections.abc import Sequence

from workers.extraction.actor_mentions import ActorMention
from workers.extraction.mentions import Votes
from workers.extraction.target_mentions import TargetMention
from workers.extraction.tellings import Draft
from workers.model import SubEventType, Weapon

# Weapons that come with a type where the text names none.
_DEFAULT_TYPE = SubEventType.ATTACK


_AIRBORNE = frozenset({"il-mil", "il"})
"""Who strikes from the air unless shells or artillery are named. Source: ACLED coding notes on
Israel's strikes.
"""
_AIR_POWERS = frozenset({"global-coalition", "us-mil", "us", "arab-coalition", "gb-mil", "gb"})
"""Who has few guns on the ground: their bombing is from the air unless what they fired is named."""
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_GROUND = frozenset({Weapon.ARTILLERY, Weapon.MORTAR})
_BY_HAND = frozenset({Weapon.KNIFE, Weapon.VEHICLE})
_BURIED = frozenset({Weapon.IED, Weapon.CAR_BOMB, Weapon.TRUCK_BOMB, Weapon.MINE})
_UNARMED_KINDS = frozenset({"civilian", "religious", "education", "medical"})


def sub_event_type(
    draft: Draft,
    attackers: Sequence[ActorMention] = (),
    attacked: Sequence[ActorMention] = (),
    targets: Sequence[TargetMention] = (),
) -> SubEventType:
    """The ACLED sub-event type that the draft's words speak for most; `Attack` where silent.

    Shelling by those who strike from the air is a strike unless ground weapons are named; an attack
    by one armed side on another is a clash, a clash of soldiers with the unarmed an attack.
    """
    votes = _decisive(draft)
    kind = _leading(votes)
    named = {weapon for scene in draft.scenes for weapon in scene.mention.weapons()}
    match kind:
        case SubEventType.REMOTE_EXPLOSIVE if (
            votes.get(SubEventType.SUICIDE_BOMB, 0) >= _SUICIDE_VOTE
        ):
            return SubEventType.SUICIDE_BOMB
        case SubEventType.REMOTE_EXPLOSIVE if Weapon.GRENADE in named and not named & _BURIED:
            return SubEventType.GRENADE
        case SubEventType.SHELLING if _from_the_air(attackers, named):
            return SubEventType.AIR_DRONE_STRIKE
        case SubEventType.ATTACK if not named & _BY_HAND:
            fought = _armed(attackers) and _armed(attacked)
            return SubEventType.ARMED_CLASH if fought else kind
        case SubEventType.ARMED_CLASH if named & _BY_HAND or _on_unarmed(
            attackers, attacked, targets
        ):
            return SubEventType.ATTACK
    return kind


def _from_the_air(attackers: Sequence[ActorMention], named: set[Weapon]) -> bool:
    if not attackers:
        return False
    if any(m.actor_id in _AIRBORNE for m in attackers):
        return not named & _GROUND
    fired = named & (_GROUND | {Weapon.ROCKET, Weapon.MISSILE})
    flown = named & {Weapon.AIRCRAFT, Weapon.DRONE}
    return bool(flown or not fired) and attackers[0].actor_id in _AIR_POWERS


def _armed(mentions: Sequence[ActorMention]) -> bool:
    return any(mention.sector in _ARMED_SECTORS for mention in mentions)


def _on_unarmed(
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    targets: Sequence[TargetMention],
) -> bool:
    """Whether a state's forces alone are armed: those hit are people of a nation or civilians."""
    if not any(mention.sector in ("MIL", "COP") for mention in attackers):
        return False
    hit = [*attacked]
    if any(m.sector is not None or m.actor_id is not None for m in hit):
        return False
    return bool(hit) and all(t.kind in _UNARMED_KINDS for t in targets)


_PLAIN_VOTE = 0.9
"""Votes from which what was done settles the type without asking who did it."""
_SUICIDE_VOTE = 3.0
"""Votes of one plain word for a suicide bomber: what he drove or wore is his means."""


def _decisive(draft: Draft) -> Votes:
    """The votes of words and weapons; nameless armed men's too where those are silent."""
    votes = _votes(draft, with_men=False)
    if votes and max(votes.values()) >= _PLAIN_VOTE:
        return votes
    return _votes(draft, with_men=True)


def _leading(votes: Votes) -> SubEventType:
    if not votes:
        return _DEFAULT_TYPE
    return max(votes, key=lambda kind: (votes[kind], kind.value))


def _votes(draft: Draft, *, with_men: bool) -> Votes:
    votes: Votes = {}
    for rank, scene in enumerate(draft.scenes):
        factor = 1.0 if rank < 3 else 0.5  # noqa: PLR2004 - later clauses elaborate
        for kind, weight in scene.mention.votes(with_men=with_men).items():
            votes[kind] = votes.get(kind, 0.0) + weight * factor
    return votes


_OF_TYPE: dict[SubEventType, frozenset[Weapon]] = {
    SubEventType.AIR_DRONE_STRIKE: frozenset(
        {Weapon.AIRCRAFT, Weapon.DRONE, Weapon.MISSILE, Weapon.ROCKET}
    ),
    SubEventType.SHELLING: frozenset(
        {Weapon.ROCKET, Weapon.MISSILE, Weapon.ARTILLERY, Weapon.MORTAR}
    ),
    SubEventType.REMOTE_EXPLOSIVE: frozenset(
        {
            Weapon.IED,
            Weapon.CAR_BOMB,
            Weapon.TRUCK_BOMB,
            Weapon.EXPLOSIVES,
            Weapon.MINE,
            Weapon.GRENADE,
        }
    ),
    SubEventType.SUICIDE_BOMB: frozenset(
        {
            Weapon.SUICIDE_VEST,
            Weapon.CAR_BOMB,
            Weapon.TRUCK_BOMB,
            Weapon.EXPLOSIVES,
            Weapon.SMALL_ARMS,
        }
    ),
}


_FIRED_FROM_AIR = {Weapon.ROCKET: Weapon.MISSILE}
"""What an aircraft fires: Arabic has one word for both."""
_BOMBS = _OF_TYPE[SubEventType.SUICIDE_BOMB] - {Weapon.SMALL_ARMS} | {Weapon.GRENADE}
_FAR = _OF_TYPE[SubEventType.AIR_DRONE_STRIKE] | _OF_TYPE[SubEventType.SHELLING]


def weapons_of(draft: Draft, kind: SubEventType) -> tuple[Weapon, ...]:
    """The weapons named, those that fit the type first; a suicide bomber's own where none is."""
    found: dict[Weapon, None] = {}
    for scene in draft.scenes:
        found.update(dict.fromkeys(scene.mention.weapons()))
    fitting = _OF_TYPE.get(kind)
    named = list(found)
    if fitting is not None:
        named = [weapon for weapon in named if weapon in fitting] or named
    if kind is SubEventType.AIR_DRONE_STRIKE:
        named = [_FIRED_FROM_AIR.get(weapon, weapon) for weapon in named]
    if kind is SubEventType.SUICIDE_BOMB and not _BOMBS & set(named):
        named = [Weapon.SUICIDE_VEST, *(weapon for weapon in named if weapon not in _FAR)]
    return tuple(dict.fromkeys(named))
