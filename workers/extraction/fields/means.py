"""The weapons of an attack: those that its words name, put to what its type says.

Place in the flow: when a draft becomes an event, after its type.
"""

from workers.extraction.telling.tellings import Draft
from workers.model import SubEventType, Weapon

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
"""What flies far or is fired by aircraft: Arabic has one word for both."""
_BOMBS = _OF_TYPE[SubEventType.SUICIDE_BOMB] - {Weapon.SMALL_ARMS} | {Weapon.GRENADE}
_FAR = _OF_TYPE[SubEventType.AIR_DRONE_STRIKE] | _OF_TYPE[SubEventType.SHELLING]


_HIT_BY_MISSILES = frozenset({"SA", "AE"})
"""Where "صاروخ" is a missile: those who fire at it do so from another country."""


def weapons_of(draft: Draft, kind: SubEventType, country: str | None = None) -> tuple[Weapon, ...]:
    """The weapons named, those that fit the type first; a suicide bomber's own where none is."""
    found: dict[Weapon, None] = {}
    for scene in draft.scenes:
        found.update(dict.fromkeys(scene.mention.weapons()))
    fitting = _OF_TYPE.get(kind)
    named = list(found)
    if fitting is not None:
        named = [weapon for weapon in named if weapon in fitting] or named
    is_missile = country in _HIT_BY_MISSILES and not _in_english(draft)
    if kind is SubEventType.AIR_DRONE_STRIKE or is_missile:
        named = [_FIRED_FROM_AIR.get(weapon, weapon) for weapon in named]
    if kind is SubEventType.SUICIDE_BOMB and not _BOMBS & set(named):
        named = [Weapon.SUICIDE_VEST, *(weapon for weapon in named if weapon not in _FAR)]
    if kind is SubEventType.SUICIDE_BOMB and Weapon.SUICIDE_VEST in named:
        named.append(Weapon.EXPLOSIVES)  # all that is sure of "blew himself up"
    return tuple(dict.fromkeys(named))


def _in_english(draft: Draft) -> bool:
    """Whether English, which tells rockets from missiles, named a weapon."""
    return any(hit.entry.language == "en" for s in draft.scenes for hit in s.mention.weapon_hits)
