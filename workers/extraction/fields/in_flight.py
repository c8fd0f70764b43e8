"""Whose fire was shot down: "shot down three Houthi drones", "اعترضت صاروخا إيرانيا".

Place in the flow: under `parties`, for clauses that tell of nothing but an interception.
"""

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party import Party
from workers.extraction.telling.mentions import Mention
from workers.model import Weapon

_DOWNED_REACH = 48
"""Characters between "shot down" and whose drones it was: numbers and a word for time."""
_SUBJECT_GAP = 4
_FLOWN = frozenset({Weapon.DRONE, Weapon.MISSILE, Weapon.ROCKET})
_MEANS = frozenset({"aircraft", "weapon"})
_GROUPS = frozenset({"REB", "UAF", "PRM"})
_FIRED = 1.8
"""Points of whose fire it was: as of the subject of an attack verb."""


def in_flight(
    clause: Mention, actor: ActorMention, mentions: tuple[ActorMention, ...]
) -> Party | None:
    """The part of an actor in a clause that only tells what was shot down, None where it has none.

    Whose drones or missiles they were sent them, and who shot them down was not hit. Not where a
    group shot at a state's aircraft: that is an attack of its own.
    """
    stop = next((hit for hit in clause.stop_hits if hit.entry.cue == "intercepted"), None)
    if stop is None or clause.attack_hits or _FLOWN.isdisjoint(clause.weapons()):
        return None
    inside = [m for m in mentions if clause.start <= m.start < clause.end]
    if any(m.sector in _GROUPS and m.head not in _MEANS for m in inside):
        return None
    gap = actor.start - stop.end
    if actor.head in _MEANS:
        return Party(actor, _FIRED, 0.0) if 0 <= gap <= _DOWNED_REACH else None
    shoots = stop.entry.language == "ar" and 0 <= gap <= _SUBJECT_GAP
    return Party(actor, -_FIRED, 0.0) if shoots else None
