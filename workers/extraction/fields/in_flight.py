"""Whose fire was shot down: "shot down three Houthi drones", "اعترضت صاروخا إيرانيا".

Place in the flow: under `parties`, for clauses that tell of nothing but an interception.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.party import Party
from workers.extraction.telling.mentions import Mention
from workers.model import Weapon
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_DOWNED_REACH = 48
"""Characters between "shot down" and whose drones it was: numbers and a word for time."""
_SUBJECT_GAP = 4
_FLOWN = frozenset({Weapon.DRONE, Weapon.MISSILE, Weapon.ROCKET})
MEANS = frozenset({"aircraft", "weapon"})
_FIRED = 1.8
"""Points of whose fire it was: as of the subject of an attack verb."""


_FLYING = ("مسير", "دون طيار", "بلا طيار", "صاروخ", "صواريخ", "drone", "missile", "rocket", "uav")
_MANY: Final = Pattern(
    r"\b(?:shot|shooting|brought|shoot) down (?:\w+ ){0,4}?$"
    r"|\b(?:intercept|down|destroy)(?:ed|ing|s)? (?:\w+ ){0,4}?$"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:\d+|عشرات|عدة|عده|اثنتين|ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)(?: \w+)? (?:من )?"
    r"(?:ال)?$"
)
"""Before drones of a nation: several were shot down, which is how a salvo of theirs ends."""
_ONE: Final = Pattern(r"\b(?:a|an|one|the) (?:\w+ ){0,3}?$")


def was_launched(clause: Mention, actor: ActorMention, text: str, before: list[Party]) -> bool:
    """Whether a nation's drones or missiles are told to have been shot down: it launched them.

    One aircraft of an army downed by a group is the group's attack on it.
    `before`: the parties named before it in the clause.
    """
    if not clause.is_stopped or actor.head not in MEANS:
        return False
    if not holds_one(text[actor.start : actor.end], _FLYING):
        return False
    if any(party.mention.sector in GROUP_SECTORS for party in before):
        return False
    first = max(clause.start, actor.start - _REACH)
    before_it = text[first : actor.start]
    found = _MANY.search_cut(text, first, actor.start) or _COUNTED.search(before_it)
    return found is not None and _ONE.search_cut(text, first, actor.start) is None


_REACH = 60


def in_flight(
    clause: Mention,
    actor: ActorMention,
    mentions: tuple[ActorMention, ...],
    before: list[Party],
    text: str,
) -> Party | None:
    """The part of an actor in a clause that tells what was shot down, None where it has none.

    Whose drones or missiles they were sent them, and who shot them down was not hit. Not where a
    group shot at a state's aircraft: that is an attack of its own. `before`: the parties named
    before it in the clause.
    """
    if was_launched(clause, actor, text, before):
        return Party(actor, _FIRED, 0.0)
    stop = next((hit for hit in clause.stop_hits if hit.entry.cue == "intercepted"), None)
    if stop is None or clause.attack_hits or _FLOWN.isdisjoint(clause.weapons()):
        return None
    inside = [m for m in mentions if clause.start <= m.start < clause.end]
    if any(m.sector in GROUP_SECTORS and m.head not in MEANS for m in inside):
        return None
    gap = actor.start - stop.end
    if actor.head in MEANS:
        return Party(actor, _FIRED, 0.0) if 0 <= gap <= _DOWNED_REACH else None
    shoots = stop.entry.language == "ar" and 0 <= gap <= _SUBJECT_GAP
    return Party(actor, -_FIRED, 0.0) if shoots else None
