"""Comparisons of what happened: type, outcome, weapons, munitions, tolls.

Place in the flow: rows of the table in `matching.features`.
"""

from workers.matching.profile import Profile
from workers.model import SubEventType

_KIN: frozenset[frozenset[SubEventType]] = frozenset(
    frozenset(pair)
    for pair in (
        (SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING),
        (SubEventType.AIR_DRONE_STRIKE, SubEventType.CHEMICAL),
        (SubEventType.SHELLING, SubEventType.CHEMICAL),
        (SubEventType.SHELLING, SubEventType.ARMED_CLASH),
        (SubEventType.REMOTE_EXPLOSIVE, SubEventType.ATTACK),
        (SubEventType.REMOTE_EXPLOSIVE, SubEventType.ARMED_CLASH),
        (SubEventType.SUICIDE_BOMB, SubEventType.ARMED_CLASH),
        (SubEventType.SUICIDE_BOMB, SubEventType.ATTACK),
        (SubEventType.GRENADE, SubEventType.ATTACK),
        (SubEventType.ATTACK, SubEventType.ABDUCTION),
        (SubEventType.ATTACK, SubEventType.SEXUAL_VIOLENCE),
    )
)
"""Types that two careful reporters give one attack: fired from the air or the ground, a bomb with
or without a bomber, a raid with a bomb or a bomber. Seen in the development corpora."""

_BOMBS: frozenset[SubEventType] = frozenset(
    {SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB, SubEventType.GRENADE}
)
"""What first reports call an explosion: most attacks that are told with two types are these."""

_ARMS: frozenset[SubEventType] = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK})
"""Gunmen on soldiers or on civilians: which of them, reports of one attack tell differently, and so
do we read it. Of our own pairs 32 of 53 are one attack (15 stories); as types like any other kin
the table expected 15."""

WEAPON_FAMILY: dict[str, str] = {
    "aircraft": "air", "drone": "air",
    "rocket": "fire", "missile": "fire", "artillery": "fire", "mortar": "fire",
    "ied": "bomb", "car_bomb": "bomb", "truck_bomb": "bomb", "suicide_vest": "bomb",
    "explosives": "bomb", "mine": "bomb", "grenade": "bomb",
    "small_arms": "arms", "knife": "blade", "vehicle": "vehicle",
    "chemical": "chemical", "incendiary": "fire",
}  # fmt: skip
"""Weapons that reports of one attack mistake for one another."""

FEW_MAX = 3
"""Tolls up to here are too common to tell attacks apart."""

NEAR_RATIO = 1.5
"""A count within half as much again is the same attack counted at another hour."""


def sub_event_type(a: Profile, b: Profile) -> str:
    """Equal types, types that are told of one attack, or others.

    An attack of which a report does not say how agrees with any a little.
    """
    if a.sub_event_type is b.sub_event_type:
        return "same"
    if a.sub_event_type in _BOMBS and b.sub_event_type in _BOMBS:
        return "bombs"
    if a.sub_event_type in _ARMS and b.sub_event_type in _ARMS:
        return "arms"
    if _is_vague(a) or _is_vague(b):
        return "vague"
    return "kin" if frozenset((a.sub_event_type, b.sub_event_type)) in _KIN else "other"


def _is_vague(a: Profile) -> bool:
    """Whether nothing is told of how: an attack without a weapon."""
    return a.sub_event_type is SubEventType.ATTACK and not a.weapons


def type_detail(a: Profile, b: Profile) -> str:
    """Both types."""
    if a.sub_event_type is b.sub_event_type:
        return a.sub_event_type.value
    return f"{a.sub_event_type.value} / {b.sub_event_type.value}"


def outcome(a: Profile, b: Profile) -> str:
    """Carried out, intercepted, foiled: the same or not."""
    return "same" if a.outcome is b.outcome else "differ"


def outcome_detail(a: Profile, b: Profile) -> str:
    """Both outcomes."""
    return a.outcome.value if a.outcome is b.outcome else f"{a.outcome.value} / {b.outcome.value}"


def weapon(a: Profile, b: Profile) -> str:
    """A weapon in common, weapons of one family ("explosives" may be any bomb), or neither."""
    if not a.weapons or not b.weapons:
        return "unknown"
    if a.weapons & b.weapons:
        return "shared"
    families = {WEAPON_FAMILY[name] for name in a.weapons}
    if not any(WEAPON_FAMILY[name] in families for name in b.weapons):
        return "differ"
    return "unnamed_bomb" if "explosives" in a.weapons | b.weapons else "kin"


def weapon_detail(a: Profile, b: Profile) -> str:
    """Both lists of weapons."""
    return f"{'+'.join(sorted(a.weapons)) or '?'} / {'+'.join(sorted(b.weapons)) or '?'}"


def munitions(a: Profile, b: Profile) -> str:
    """How many rockets, drones, ...: equal, near or not."""
    if a.munitions is None or b.munitions is None:
        return "unknown"
    if a.munitions == b.munitions:
        return "equal_one" if a.munitions == 1 else "equal"
    few, many = sorted((a.munitions, b.munitions))
    return "near" if many <= NEAR_RATIO * few else "differ"


def munitions_detail(a: Profile, b: Profile) -> str:
    """Both counts."""
    return f"{_count(a.munitions)} / {_count(b.munitions)}"


def deaths(a: Profile, b: Profile) -> str:
    """Killed: equal, risen with time, or fallen. A later report may say more, seldom less.

    Most of all where it says more of both, of an attack of the same type: a toll grows as a whole,
    while of two attacks each figure is higher or lower by chance.
    """
    if _grown(a, b):
        return "both_rise"
    return _toll(a.deaths, b.deaths, a.published - b.published)


def injured(a: Profile, b: Profile) -> str:
    """Injured: equal, risen with time, or fallen.

    "No casualties" says both counts in one breath: with no deaths in both, no injured in both adds
    nothing. Nor do injured that rise with the deaths: that the deaths say.
    """
    later = a.published - b.published
    level = _toll(a.injured, b.injured, later)
    if level == "both_none" and a.deaths == b.deaths == 0:
        return "unknown"
    if level == "rises_far" and _toll(a.deaths, b.deaths, later) in _RISING:
        return "unknown"
    return "unknown" if _grown(a, b) else level


def _grown(a: Profile, b: Profile) -> bool:
    """Whether the later of two reports of one type of attack says more killed and more injured."""
    if a.sub_event_type is not b.sub_event_type:
        return False
    if not (a.injured and b.injured and a.deaths and b.deaths):
        return False
    later = a.published - b.published
    return (
        _toll(a.deaths, b.deaths, later) in _RISING
        and _toll(a.injured, b.injured, later) in _RISING
    )


_RISING = frozenset({"rises", "rises_far"})


def _toll(first: int | None, second: int | None, first_is_later_by: float) -> str:
    if first is None or second is None:
        return "unknown"
    if first == second:
        if first == 0:
            return "both_none"
        return "equal_few" if first <= FEW_MAX else "equal_many"
    few, many = (first, second) if first < second else (second, first)
    risen = first_is_later_by == 0 or (first > second) == (first_is_later_by > 0)
    if many <= NEAR_RATIO * few or many - few <= 1:
        return "rises" if risen else "falls"
    if few == 0:
        return "some_after_none" if risen else "none_after_some"
    return "rises_far" if risen else "falls_far"


def deaths_detail(a: Profile, b: Profile) -> str:
    """Both figures."""
    return f"{_count(a.deaths)} / {_count(b.deaths)}"


def injured_detail(a: Profile, b: Profile) -> str:
    """Both figures."""
    return f"{_count(a.injured)} / {_count(b.injured)}"


def _count(number: int | None) -> str:
    return "?" if number is None else str(number)
