"""One English line that says what happened, from the fields alone.

Place in the flow: filled by survivorship into `Incident.headline`.
"""

from collections.abc import Sequence
from functools import lru_cache

from workers.incidents.address import address
from workers.matching.names import is_site
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

_PEOPLE = "civilian"
_ANYBODY = "person"
"""The recipient of whom nothing is known: the tolls say as much."""
_OF_PERSONS = frozenset({SubEventType.ABDUCTION, SubEventType.SEXUAL_VIOLENCE})
_THINGS = frozenset(
    {"commercial", "energy", "infrastructure", "market", "residential", "transport"}
)
"""Kinds of recipients that are nobody; of the others some are people, some buildings."""
_ARMED = frozenset({"military", "police", "armed_group"})
"""Kinds of recipients: fighting is with these, at or involving others."""

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
    words += _target_and_place(what, _target(recipients, sub_event_type), location)
    if date is not None:
        words += f", {_when(date)}"
    killed = 0 if deaths is None else deaths.best
    hurt = 0 if injured is None else injured.best
    if killed > 0:
        words += f": {killed} killed"
    if hurt > 0:
        words += f", {hurt} injured" if killed > 0 else f": {hurt} injured"
    return words[0].upper() + words[1:]


def _target(recipients: Sequence[Recipient], kind: SubEventType) -> Recipient | None:
    """The first that is more than people ("airport", "army"), else people, else "Egyptian".

    Of those who were taken or violated, people come first and no things at all; of a fight its
    other side, by name if it has one.
    """
    if kind is SubEventType.ARMED_CLASH:
        sides = [one for one in recipients if _is_side(one)]
        recipients = [one for one in sides if one.actor_id is not None] or sides or recipients
    if kind not in _OF_PERSONS:
        recipients = [one for one in recipients if one.name != _ANYBODY]
    known = [one for one in recipients if one.kind is not None or one.actor_id is not None]
    if kind in _OF_PERSONS:
        known = [one for one in known if one.kind not in _THINGS]
        recipients = [one for one in recipients if one.kind not in _THINGS]
    leading = (one for one in known if (one.kind == _PEOPLE) is (kind in _OF_PERSONS))
    return next(leading, next(iter(known or recipients), None))


def _is_side(target: Recipient) -> bool:
    """Whether it can fight: armed men, not their barracks."""
    return target.kind in _ARMED and not is_site(target.name)


def _target_and_place(what: str, target: Recipient | None, place: Place | None) -> str:
    """Such as " on bridge in Abha, Saudi Arabia", or " on Abha airport, ..." for its "airport"."""
    where = "" if place is None else address(place, divisions=False)
    if target is None:
        return f" in {where}" if where else ""
    joined = _PREPOSITIONS.get(what, _ON)
    if joined == _WITH and not _is_side(target):
        joined = "involving" if target.kind == _PEOPLE else "at"
    if place is not None and joined != _WITH and _says_it(place.name, target):
        return f" {joined} {where}"
    return f" {joined} {target.name}" + (f" in {where}" if where else "")


def _says_it(place_name: str, target: Recipient) -> bool:
    """Whether the place's name holds the target's noun: "Ain al-Asad air base", "military base"."""
    noun = target.name.lower().split()[-1]
    return target.actor_id is None and noun in place_name.lower().split()


_UNKNOWN, _SUSPECTED = Attribution.UNKNOWN, Attribution.SUSPECTED

_BEFORE_A_NOUN = {
    "Houthis": "Houthi", "Iran-backed militias": "Iran-backed militia", "settlers": "settler",
    "Palestinian factions": "Palestinian faction",
}  # fmt: skip
"""Names in the plural as they stand before what was done."""


def _by(actors: Sequence[Actor]) -> str:
    for actor in actors:
        if actor.attribution is not _UNKNOWN:
            doubt = "suspected " if actor.attribution is _SUSPECTED else ""
            return f"{doubt}{_BEFORE_A_NOUN.get(actor.name, actor.name)} "
    return ""


@lru_cache(maxsize=4_096)
def _when(date: DateInterval) -> str:
    if date.precision is DatePrecision.YEAR:
        return str(date.start.year)
    if date.precision is DatePrecision.MONTH:
        return f"{date.start:%B %Y}"
    day = f"{date.start.day} {date.start:%B %Y}"
    return day if date.precision is DatePrecision.DAY else f"around {day}"
