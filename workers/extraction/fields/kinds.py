"""What kind of attack a draft is: sub-event type and weapons.

Place in the flow: when a draft becomes an event. Types are decided by the votes of its words; a few
rules of the codebook settle what words alone leave open. Source: ACLED Codebook (2023), sub-event
types.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.fields.kind_parties import (
    STATE_SECTORS,
    Opponents,
    besieged,
    fought,
    on_crowd,
    on_prison,
    on_travellers,
    on_unarmed,
    only_fighters_hit,
    only_gunmen_hit,
)
from workers.extraction.fields.kind_votes import (
    PLAIN_WORD,
    decisive,
    executed,
    in_text,
    leading,
    leads_vaguely,
    only_ambushed,
    only_targets,
    refined,
    says_plainly,
    storms,
)
from workers.extraction.telling.mention_words import KILLING
from workers.extraction.telling.mentions import Votes
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.telling.tellings import Draft
from workers.model import SubEventType, Weapon

_AIRBORNE = frozenset({"il-mil", "il"})
"""Who strikes from the air unless shells or artillery are named. Source: ACLED coding notes on
Israel's strikes.
"""
_BOMBED_FROM_THE_AIR = frozenset({"PS", "LB"})
"""Where "bombing" without bomber and weapon is Israel's."""
_BOMBED_AT_HOME = frozenset({"SY", "YE", "SD", "LY", "IQ", "MM"})
"""Countries whose own forces are told to raid from the air."""
_AIR_POWERS = frozenset({"global-coalition", "us-mil", "us", "arab-coalition", "gb-mil", "gb"})
"""Who has few guns on the ground: their bombing is from the air unless what they fired is named."""
_COALITIONS = frozenset({"global-coalition", "arab-coalition"})
_ON_THE_GROUND = frozenset({None, "IL", "PS"})
_NEIGHBOURS = _ON_THE_GROUND | {"LB", "SY", "EG", "JO"}
_FLYING = frozenset({Weapon.AIRCRAFT, Weapon.DRONE, Weapon.MISSILE, Weapon.ROCKET})
_GROUND = frozenset({Weapon.ARTILLERY, Weapon.MORTAR})
_BY_HAND = frozenset({Weapon.KNIFE, Weapon.VEHICLE})
_BURIED = frozenset({Weapon.IED, Weapon.CAR_BOMB, Weapon.TRUCK_BOMB, Weapon.MINE})


@dataclass(frozen=True, slots=True)
class Around:
    """What an article tells beside one attack.

    `beside`: types of its other attacks whose means are named. `elsewhere`: votes of the weapons
    that it names outside all clauses that tell of an attack.
    """

    beside: Sequence[SubEventType]
    elsewhere: Votes


NOTHING_ELSE = Around((), {})


def sub_event_type(  # noqa: PLR0911 - one return a rule
    draft: Draft,
    attackers: Sequence[ActorMention] = (),
    attacked: Sequence[ActorMention] = (),
    targets: Sequence[TargetMention] = (),
    country: str | None = None,
    around: Around = NOTHING_ELSE,
) -> SubEventType:
    """The ACLED sub-event type that the draft's words speak for most; `Attack` where silent.

    Words for the means count before words that say attack and no more. What one plain word tells
    (a bomber who blew himself up, an abduction) stands against the fighting around it; the parties
    settle the rest: shelling by those who strike from the air is a strike, an attack by one armed
    side on another or on a post a clash, a clash of soldiers with the unarmed an attack.

    `around`: what else the article tells. What was "targeted" among strikes and shells alone was
    struck as they were; a blast may be told by a belt that another clause names.
    """
    beside = around.beside
    sides = Opponents(attackers, attacked, targets)
    named = {weapon for scene in draft.scenes for weapon in scene.mention.weapons()}
    names_means, votes = decisive(draft)
    if beside and not names_means and FROM_AFAR.issuperset(beside) and only_targets(draft):
        return max(FROM_AFAR, key=lambda told: (beside.count(told), told is _STRIKE))
    kind = _as_plainly_told(draft, votes, named)
    if not names_means:
        kind = refined(draft, kind, around.elsewhere)
    if kind is _STRIKE and _is_raid(draft, votes, attackers, named, country):
        kind = SubEventType.ATTACK
    match kind:
        case SubEventType.SHELLING if _from_the_air(draft, attackers, named, country):
            return _STRIKE
        case SubEventType.ARMED_CLASH | SubEventType.ATTACK if _by_pilots(draft) and not _both_shot(
            draft
        ):
            return _STRIKE
        case SubEventType.ATTACK | SubEventType.ARMED_CLASH if (
            (not names_means or _beyond_reach(attackers, country))
            and (_by_air_power(attackers, country) or _on_launcher(draft))
            and not storms(draft)
            and not _both_shot(draft)
        ):
            return _STRIKE
        case SubEventType.SHELLING | SubEventType.REMOTE_EXPLOSIVE if (
            _with_all_means(votes) and leads_vaguely(draft) and fought(sides)
        ):
            return SubEventType.ARMED_CLASH
        case SubEventType.ABDUCTION if executed(draft) or _killed_first(draft):
            return SubEventType.ATTACK
        case SubEventType.REMOTE_EXPLOSIVE if not names_means and on_crowd(draft, sides):
            return SubEventType.ATTACK
    return _by_parties(kind, draft, sides, named)


def _by_parties(
    kind: SubEventType, draft: Draft, sides: Opponents, named: set[Weapon]
) -> SubEventType:
    """A type told by hand weapons and fighting, put to who fought whom."""
    match kind:
        case SubEventType.GRENADE if Weapon.SMALL_ARMS in named:
            return SubEventType.ARMED_CLASH if fought(sides) else kind
        case SubEventType.ATTACK if Weapon.SMALL_ARMS in named and only_gunmen_hit(sides):
            return SubEventType.ARMED_CLASH
        case SubEventType.ATTACK if _tells_dead_alone(draft) and only_fighters_hit(sides):
            return SubEventType.ARMED_CLASH
        case SubEventType.ATTACK if not named & _BY_HAND and fought(sides) and not besieged(sides):
            return SubEventType.ARMED_CLASH
        case SubEventType.ARMED_CLASH if named & _BY_HAND or (
            not _both_shot(draft)
            and (
                on_unarmed(sides)
                or (only_ambushed(draft) and on_travellers(sides))
                or on_prison(sides)
                or on_crowd(draft, sides)
                or (storms(draft) and besieged(sides))
            )
        ):
            return SubEventType.ATTACK
    return kind


def _tells_dead_alone(draft: Draft) -> bool:
    """Whether no word says how they died: "fifteen members of the group were killed"."""
    return not any(entry.votes for scene in draft.scenes for entry in scene.mention.entries())


def _as_plainly_told(  # noqa: PLR0911 - one return a rule
    draft: Draft, votes: Votes, named: set[Weapon]
) -> SubEventType:
    """The type with most votes, or that which one plain word tells against them."""
    kind = leading(votes)
    blown_up = says_plainly(draft, SubEventType.SUICIDE_BOMB)
    match kind:
        case SubEventType.SUICIDE_BOMB if _gunmen_lead(draft):
            return SubEventType.ATTACK
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
        case SubEventType.REMOTE_EXPLOSIVE if storms(draft) or _shot_down(draft, votes):
            return SubEventType.ATTACK
        case SubEventType.ATTACK if _fired_from_afar(draft, votes):
            return SubEventType.SHELLING
        case SubEventType.ARMED_CLASH if says_plainly(draft, SubEventType.ABDUCTION):
            return SubEventType.ABDUCTION
    return kind


_STRIKE = SubEventType.AIR_DRONE_STRIKE
_BOMBS = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB})


def _with_all_means(votes: Votes) -> bool:
    """Whether bombs and shells both are told of one attack: the means of an assault."""
    return all(
        max((votes.get(kind, 0.0) for kind in kinds), default=0.0) >= _ONE_WEAPON
        for kinds in (_BOMBS, FROM_AFAR)
    )


def _fired_from_afar(draft: Draft, votes: Votes) -> bool:
    """Whether what was "fired at" somebody is a rocket or shell, and no gun is named."""
    return votes.get(SubEventType.SHELLING, 0.0) >= _ONE_SHELL and not any(
        Weapon.SMALL_ARMS in hit.entry.weapons or hit.entry.generic
        for scene in draft.scenes
        for hit in scene.mention.weapon_hits
    )


def _killed_first(draft: Draft) -> bool:
    """Whether headline and lead tell of people killed, and later words of others led away."""
    title = [scene for scene in draft.scenes if scene.in_title]
    lead = [*title, *in_text(draft)[:1]]
    entries = [entry for scene in lead for entry in scene.mention.entries()]
    return any(entry.id in KILLING for entry in entries) and not any(
        kind is SubEventType.ABDUCTION for entry in entries for kind, _ in entry.votes
    )


def _shot_down(draft: Draft, votes: Votes) -> bool:
    """Whether gunmen whom the text opens with shot at people, and a bomb only opened the way."""
    return (
        votes.get(SubEventType.ATTACK, 0.0) >= _SHOOTING
        and leads_vaguely(draft)
        and any(entry.generic for entry in in_text(draft)[0].mention.entries())
    )


def _gunmen_lead(draft: Draft) -> bool:
    """Whether the text opens with gunmen who went in, and tells of a bomber only later."""
    entries = list(in_text(draft)[0].mention.entries())
    return any(entry.storms for entry in entries) and not any(
        kind is SubEventType.SUICIDE_BOMB for entry in entries for kind, _ in entry.votes
    )


def _from_the_air(
    draft: Draft, attackers: Sequence[ActorMention], named: set[Weapon], country: str | None
) -> bool:
    """Whether what the words call shelling came from the air: by who fired, or what was hit."""
    if _on_launcher(draft) or _by_pilots(draft):
        return True
    if not attackers:
        return country in _BOMBED_FROM_THE_AIR and not named & (_GROUND | _FLYING)
    if any(m.actor_id in _AIRBORNE for m in attackers):
        return not named & _GROUND
    told = {weapon for scene in in_text(draft) for weapon in scene.mention.weapons()}
    fired = named & (_GROUND | {Weapon.ROCKET, Weapon.MISSILE})
    flown = told & {Weapon.AIRCRAFT, Weapon.DRONE}
    return bool(flown or not fired) and attackers[0].actor_id in _AIR_POWERS


def _on_launcher(draft: Draft) -> bool:
    """Whether it struck what was ready to be fired: the missiles named are what was hit."""
    told = in_text(draft)
    return (told[0].strikes_launcher or told[0].destroys_gear) and not any(
        _GROUND & frozenset(scene.mention.weapons()) for scene in told
    )


def _by_pilots(draft: Draft) -> bool:
    """Whether aircraft are the subject of its verb: what they fired are their missiles."""
    told = in_text(draft)
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


def _beyond_reach(attackers: Sequence[ActorMention], country: str | None) -> bool:
    """Whether Israel attacked a country where none of its soldiers can stand: Iran, Yemen."""
    return country not in _NEIGHBOURS and any(m.actor_id in _AIRBORNE for m in attackers[:1])


def _is_raid(
    draft: Draft,
    votes: Votes,
    attackers: Sequence[ActorMention],
    named: set[Weapon],
    country: str | None,
) -> bool:
    """Whether "raid" or "blow" is said of men on the ground: no army, and nothing that flies.

    An English "raid" of a state's own forces at home is one, too, where they bomb nobody, and
    that of its soldiers anywhere.
    """
    if not attackers or votes.get(SubEventType.AIR_DRONE_STRIKE, 0) >= _PLAIN_AIR_VOTE:
        return False
    if named & _FLYING:
        return False
    states = [m for m in attackers if m.sector in STATE_SECTORS and m.sector != _POLICE]
    abroad = country in _BOMBED_FROM_THE_AIR | _BOMBED_AT_HOME
    at_home = not abroad and all(m.country == country for m in states)
    on_foot = all(m.head == _FORCE for m in states)
    return not states or ((at_home or on_foot) and _only_raids(draft))


def _only_raids(draft: Draft) -> bool:
    """Whether no word but the English "raid" speaks of a strike from the air."""
    return all(
        entry.id == "raid"
        for scene in draft.scenes
        for entry in scene.mention.entries()
        for kind, _ in entry.votes
        if kind is _STRIKE
    )


def _both_shot(draft: Draft) -> bool:
    """Whether an exchange of fire is told of."""
    return any(
        Weapon.SMALL_ARMS in entry.weapons
        and any(
            kind is SubEventType.ARMED_CLASH and vote >= PLAIN_WORD for kind, vote in entry.votes
        )
        for scene in draft.scenes
        for entry in scene.mention.entries()
    )


_POLICE, _FORCE = "COP", "force"
_SUICIDE_VOTE = 3.0
"""Votes of one plain word for a suicide bomber: what he drove or wore is his means."""
_PLAIN_AIR_VOTE = 2.0
"""Votes that "strike" or "raid" alone do not reach."""
_ONE_WEAPON = 2.0
"""Votes of one weapon that is named."""
_SHOOTING = 2.0
"""Votes of one word for shooting at people."""
_ONE_SHELL = 1.6
"""Votes of one word for what is fired from afar."""
