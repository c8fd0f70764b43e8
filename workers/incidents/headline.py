"""One English line that says what happened, from the fields alone.

Place in the flow: filled by survivorship into `Incident.headline`.
"""

from collections.abc import Sequence
from functools import lru_cache

from workers.model import (
    Actor,
    Attribution,
    DateInterval,
    DatePrecision,
    Incident,
    Outcome,
    Place,
    Recipient,
    SubEventType,
    Toll,
    Weapon,
)

_WEAPON_WORDS: dict[Weapon, str] = {
    Weapon.ROCKET: "Rocket attack",
    Weapon.MISSILE: "Missile attack",
    Weapon.DRONE: "Drone attack",
    Weapon.AIRCRAFT: "Air strike",
    Weapon.ARTILLERY: "Artillery shelling",
    Weapon.MORTAR: "Mortar shelling",
    Weapon.CAR_BOMB: "Car bombing",
    Weapon.TRUCK_BOMB: "Truck bombing",
    Weapon.KNIFE: "Stabbing",
    Weapon.MINE: "Mine explosion",
}
"""The word for a weapon where it says more than the type."""

_TYPE_WORDS: dict[SubEventType, str] = {
    SubEventType.ARMED_CLASH: "Armed clash",
    SubEventType.AIR_DRONE_STRIKE: "Air strike",
    SubEventType.SHELLING: "Shelling",
    SubEventType.REMOTE_EXPLOSIVE: "Bombing",
    SubEventType.SUICIDE_BOMB: "Suicide bombing",
    SubEventType.GRENADE: "Grenade attack",
    SubEventType.CHEMICAL: "Chemical attack",
    SubEventType.ATTACK: "Attack",
    SubEventType.ABDUCTION: "Abduction",
    SubEventType.SEXUAL_VIOLENCE: "Sexual violence",
}

_ON, _OF, _WITH = "on", "of", "with"
_PREPOSITIONS = {
    "Armed clash": _WITH, "Shelling": _OF, "Artillery shelling": _OF, "Mortar shelling": _OF,
    "Bombing": _OF, "Car bombing": _OF, "Truck bombing": _OF, "Suicide bombing": _OF,
    "Stabbing": _OF, "Abduction": _OF, "Sexual violence": "against", "Mine explosion": "under",
}  # fmt: skip
"""What joins the word to its target, where that is not "on"."""

_WEAPON_SAYS_MORE = frozenset(
    {
        SubEventType.AIR_DRONE_STRIKE,
        SubEventType.SHELLING,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.ATTACK,
    }
)

_OUTCOME_WORDS = {
    Outcome.CARRIED_OUT: "",
    Outcome.INTERCEPTED: "intercepted ",
    Outcome.FOILED: "foiled ",
}


def headline(told: Incident) -> str:
    """For example "Suspected Houthi missile attack on airport in Abha, Saudi Arabia: 6 injured"."""
    return headline_of(
        told.sub_event_type, told.outcome, told.date, told.location, told.actors, told.recipients,
        told.weapons, told.deaths, told.injured,
    )  # fmt: skip


def headline_of(  # noqa: PLR0913, PLR0917 - the fields that it tells
    sub_event_type: SubEventType,
    outcome: Outcome,
    date: DateInterval | None,
    location: Place | None,
    actors: Sequence[Actor],
    recipients: Sequence[Recipient],
    weapons: Sequence[Weapon],
    deaths: Toll | None,
    injured: Toll | None,
) -> str:
    """The line for an attack with these values."""
    what = _TYPE_WORDS[sub_event_type]
    if weapons and sub_event_type in _WEAPON_SAYS_MORE:
        what = next((_WEAPON_WORDS[w] for w in weapons if w in _WEAPON_WORDS), what)
    words = _OUTCOME_WORDS[outcome] + _by(actors) + what[0].lower() + what[1:]
    target = _target(recipients)
    if target is not None:
        words += f" {_PREPOSITIONS.get(what, _ON)} {target.name}"
    if location is not None:
        words += f" in {_where(location)}"
    if date is not None:
        words += f", {_when(date)}"
    killed = 0 if deaths is None else deaths.best
    hurt = 0 if injured is None else injured.best
    if killed > 0:
        words += f": {killed} killed"
    if hurt > 0:
        words += f", {hurt} injured" if killed > 0 else f": {hurt} injured"
    return words[0].upper() + words[1:]


def _target(recipients: Sequence[Recipient]) -> Recipient | None:
    """The first of a known kind ("airport", "Iraqi army"), else the first ("Egyptian")."""
    for one in recipients:
        if one.kind is not None or one.actor_id is not None:
            return one
    return recipients[0] if recipients else None


def _where(place: Place) -> str:
    country = place.country or place.country_code
    return place.name if country in (None, place.name) else f"{place.name}, {country}"


def _by(actors: Sequence[Actor]) -> str:
    for actor in actors:
        if actor.attribution is not Attribution.UNKNOWN:
            return (
                f"{'suspected ' if actor.attribution is Attribution.SUSPECTED else ''}{actor.name} "
            )
    return ""


@lru_cache(maxsize=4_096)
def _when(date: DateInterval) -> str:
    if date.precision is DatePrecision.YEAR:
        return str(date.start.year)
    if date.precision is DatePrecision.MONTH:
        return f"{date.start:%B %Y}"
    day = f"{date.start.day} {date.start:%B %Y}"
    return day if date.precision is DatePrecision.DAY else f"around {day}"
