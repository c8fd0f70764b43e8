"""What kind of attack a draft is: sub-event type, weapons, outcome, certainty.

Place in the flow: when a draft becomes an event. Types are decided by the votes of its words; a few
rules of the codebook settle what words alone leave open. Source: ACLED Codebook (2023), sub-event
types.
"""

from collections import Counter
from collections.abc import Sequence

from workers.extraction.actor_mentions import ActorMention
from workers.extraction.tellings import Draft, Scene
from workers.model import Certainty, Outcome, SubEventType, Weapon

_LAUNCHED = frozenset(
    {Weapon.DRONE, Weapon.ROCKET, Weapon.MISSILE, Weapon.AIRCRAFT, Weapon.MORTAR, Weapon.ARTILLERY}
)
# Weapons that come with a type where the text names none.
_DEFAULT_TYPE = SubEventType.ATTACK


_AIRBORNE = frozenset({"il-mil", "il"})
"""Who strikes from the air unless shells or artillery are named. Source: ACLED coding notes on
Israel's strikes.
"""
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_GROUND = frozenset({Weapon.ARTILLERY, Weapon.MORTAR})


def sub_event_type(
    draft: Draft,
    attackers: Sequence[ActorMention] = (),
    attacked: Sequence[ActorMention] = (),
) -> SubEventType:
    """The ACLED sub-event type that the draft's words speak for most; `Attack` where silent.

    Shelling by those who strike from the air is a strike unless ground weapons are named; an attack
    by one armed side on another is a clash.
    """
    kind = _by_votes(draft)
    if kind is SubEventType.SHELLING and any(m.actor_id in _AIRBORNE for m in attackers):
        named = {weapon for scene in draft.scenes for weapon in scene.mention.weapons()}
        if not named & _GROUND:
            return SubEventType.AIR_DRONE_STRIKE
    if kind is SubEventType.ATTACK and _armed(attackers) and _armed(attacked):
        return SubEventType.ARMED_CLASH
    return kind


def _armed(mentions: Sequence[ActorMention]) -> bool:
    return any(mention.sector in _ARMED_SECTORS for mention in mentions)


_PLAIN_VOTE = 0.9
"""Votes from which what was done settles the type without asking who did it."""


def _by_votes(draft: Draft) -> SubEventType:
    """The type that words and weapons speak for; nameless armed men where those are silent."""
    for with_men in (False, True):
        votes = _votes(draft, with_men=with_men)
        if votes and (with_men or max(votes.values()) >= _PLAIN_VOTE):
            return max(votes.items(), key=lambda pair: (pair[1], pair[0].value))[0]
    return _DEFAULT_TYPE


def _votes(draft: Draft, *, with_men: bool) -> Counter[SubEventType]:
    votes: Counter[SubEventType] = Counter()
    for rank, scene in enumerate(draft.scenes):
        factor = 1.0 if rank < 3 else 0.5  # noqa: PLR2004 - later clauses elaborate
        for kind, weight in scene.mention.votes(with_men=with_men).items():
            votes[kind] += weight * factor  # type: ignore[assignment]
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


def weapons_of(draft: Draft, kind: SubEventType) -> tuple[Weapon, ...]:
    """The weapons named, those that fit the type first; the type's own where none is named."""
    found: dict[Weapon, None] = {}
    for scene in draft.scenes:
        found.update(dict.fromkeys(scene.mention.weapons()))
    fitting = _OF_TYPE.get(kind)
    named = list(found)
    if fitting is not None:
        named = [weapon for weapon in named if weapon in fitting] or named
    return tuple(named)


def outcome_of(draft: Draft, weapons: tuple[Weapon, ...], *, harmless: bool) -> Outcome:
    """Carried out, unless it did no harm and its clauses say that it was stopped."""
    if not harmless:
        return Outcome.CARRIED_OUT
    stopped = [
        cue for scene in draft.scenes if scene.mention.is_stopped for cue in sorted(_of_stop(scene))
    ]
    total = len(draft.scenes)
    if stopped.count("foiled") and stopped.count("foiled") >= stopped.count("intercepted"):
        return Outcome.FOILED
    intercepted = sum("intercepted" in scene.mention.cues for scene in draft.scenes)
    if _LAUNCHED & set(weapons) and (
        stopped.count("intercepted") * 3 >= total or intercepted * 2 >= total > 0
    ):
        return Outcome.INTERCEPTED
    if sum("foiled" in scene.mention.cues for scene in draft.scenes) * 2 >= total:
        return Outcome.FOILED
    return Outcome.CARRIED_OUT


def _of_stop(scene: Scene) -> set[str]:
    return {hit.entry.cue or "" for hit in scene.mention.stop_hits}


def certainty_of(draft: Draft) -> Certainty:
    """Reported, or denied where a clause says that it did not happen."""
    if any("denied" in scene.mention.sentence_cues for scene in draft.scenes):
        return Certainty.DENIED
    return Certainty.REPORTED
