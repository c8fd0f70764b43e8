"""One English line that says what happened, from the fields alone.

Place in the flow: filled by survivorship into `Incident.headline`.
"""

from collections.abc import Sequence

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


def headline(incident: Incident) -> str:
    """For example "Suspected Houthi missile attack on airport in Abha, Saudi Arabia: 6 injured"."""
    what = _TYPE_WORDS[incident.sub_event_type]
    if incident.sub_event_type in _WEAPON_SAYS_MORE:
        what = next((_WEAPON_WORDS[w] for w in incident.weapons if w in _WEAPON_WORDS), what)
    words = _OUTCOME_WORDS[incident.outcome] + _by(incident.actors) + what[0].lower() + what[1:]
    target = _target(incident.recipients)
    if target is not None:
        words += f" {_PREPOSITIONS.get(what, _ON)} {target.name}"
    if incident.location is not None:
        words += f" in {_where(incident.location)}"
    if incident.date is not None:
        words += f", {_when(incident.date)}"
    toll = ", ".join(
        f"{count.best} {name}"
        for count, name in ((incident.deaths, "killed"), (incident.injured, "injured"))
        if count is not None and count.best > 0
    )
    if toll:
        words += f": {toll}"
    return words[0].upper() + words[1:]


def _target(recipients: Sequence[Recipient]) -> Recipient | None:
    """The first of a known kind ("airport", "Iraqi army"), else the first ("Egyptian")."""
    known = (one for one in recipients if one.kind is not None or one.actor_id is not None)
    return next(known, next(iter(recipients), None))


def _where(place: Place) -> str:
    country = place.country or place.country_code
    return place.name if country in (None, place.name) else f"{place.name}, {country}"


def _by(actors: Sequence[Actor]) -> str:
    named = next((a for a in actors if a.attribution is not Attribution.UNKNOWN), None)
    if named is None:
        return ""
    return f"{'suspected ' if named.attribution is Attribution.SUSPECTED else ''}{named.name} "


def _when(date: DateInterval) -> str:
    if date.precision is DatePrecision.YEAR:
        return str(date.start.year)
    if date.precision is DatePrecision.MONTH:
        return f"{date.start:%B %Y}"
    day = f"{date.start.day} {date.start:%B %Y}"
    return day if date.precision is DatePrecision.DAY else f"around {day}"
