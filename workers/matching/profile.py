"""An event prepared for comparison: everything that the features read, worked out once.

Place in the flow: the book makes one `Profile` an event on arrival; blocking and every comparison
read profiles only, so that comparing two events costs microseconds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from workers.matching.frequency import QUIET_DAYS_MAX, attack_days, rarity_rank
from workers.matching.names import is_site, name_key, tokens
from workers.model import (
    Actor,
    Attribution,
    Event,
    Outcome,
    Place,
    Role,
    SubEventType,
    WherePrecision,
)
from workers.text.fingerprint import readable
from workers.text.fold import folded

SideOf = Callable[[str], str | None]
"""The side that a canonical actor id belongs to, None where the lexicon does not say."""

RADIUS_KM: dict[WherePrecision, float] = {
    WherePrecision.EXACT: 3.0,
    WherePrecision.NEAR: 15.0,
    WherePrecision.ADMIN2: 30.0,
    WherePrecision.ADMIN1: 90.0,
    WherePrecision.REGION: 200.0,
    WherePrecision.COUNTRY: 700.0,
    WherePrecision.INTERNATIONAL: 3000.0,
}
"""How far from the point the attack may lie. Source: UCDP GED codebook 23.1, where_prec (2: within
about 25 km; 3, 4: the centre of a district or province); radii chosen as half of a typical such
region."""

_SCRIPT_SAMPLE, _SCRIPT_SAMPLE_RAW = 12, 60
"""Characters of a title that show its script; folding drops some of the raw ones."""

POINT_PRECISION_MAX = WherePrecision.NEAR
"""Up to here a place is a point; coarser ones are areas."""


@dataclass(slots=True)
class Whereabouts:
    """What blocking reads of an event: a tenth of the work that a whole profile takes."""

    published: float
    day_start: int | None
    day_end: int | None
    day_precision: int
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float
    is_point: bool
    sub_event_type: SubEventType


@dataclass(slots=True)
class Profile(Whereabouts):
    """What the comparisons read of one event. Days are ordinals, times are seconds since 1970.

    Never changed once made; not frozen, because that would triple the time that making one takes.

    `day_is_said`: words of the article give the date; otherwise it was assumed from the
    publication.
    """

    event_id: str
    article_id: str
    source: str
    fresh: bool
    is_main: bool
    day_is_said: bool
    place_id: str | None
    place_key: str | None
    place_tokens: frozenset[str]
    is_site: bool
    admin1: str | None
    admin2: str | None
    attack_days: int | None
    rarity: int | None
    is_quiet: bool
    outcome: Outcome
    weapons: frozenset[str]
    munitions: int | None
    deaths: int | None
    injured: int | None
    attacker_ids: frozenset[str]
    attacker_tokens: frozenset[str]
    attacker_sides: frozenset[str]
    target_ids: frozenset[str]
    target_tokens: frozenset[str]
    target_kinds: frozenset[str]
    target_sides: frozenset[str]
    title_key: str
    title_is_latin: bool
    signature: int | None
    agency: str | None


def no_sides(_actor_id: str) -> str | None:
    """The side of no actor: matching without an actor lexicon."""
    return None


def _sides(ids: frozenset[str], side_of: SideOf) -> frozenset[str]:
    return _shared(frozenset(side for actor_id in ids if (side := side_of(actor_id)) is not None))


@lru_cache(maxsize=65_536)
def _shared(words: frozenset[str]) -> frozenset[str]:
    """One object for equal sets: reports of one war name the same parties, places and weapons."""
    return words


def _is_named(actor: Actor) -> bool:
    """Whether the actor is a party.

    "gunmen" or "a suicide bomber" of unknown attribution is none.
    """
    return actor.actor_id is not None or actor.attribution is not Attribution.UNKNOWN


def _names(place: Place | None) -> frozenset[str]:
    if place is None:
        return frozenset()
    return _shared(tokens(place.name) | tokens(place.name_local))


def _is_latin(title: str) -> bool:
    return folded(title[:_SCRIPT_SAMPLE_RAW])[:_SCRIPT_SAMPLE].isascii()


def whereabouts(event: Event) -> Whereabouts:
    """When and where the event was. Pure, and equal to what its profile says."""
    date, place = event.date, event.location
    located = place is not None and place.latitude is not None and place.longitude is not None
    return Whereabouts(
        published=event.published_at.timestamp(),
        day_start=None if date is None else date.start.toordinal(),
        day_end=None if date is None else date.end.toordinal(),
        day_precision=0 if date is None else int(date.precision),
        country=None if place is None else place.country_code,
        latitude=place.latitude if place is not None and located else None,
        longitude=place.longitude if place is not None and located else None,
        radius_km=RADIUS_KM[WherePrecision.COUNTRY if place is None else place.where_prec],
        is_point=place is not None and located and place.where_prec <= POINT_PRECISION_MAX,
        sub_event_type=event.sub_event_type,
    )


def profile(event: Event, side_of: SideOf = no_sides) -> Profile:
    """The event's comparison values. Pure: equal events give equal profiles.

    A target named after its place ("Jabana camp" in Jabana) says with that no more than the place
    does.
    """
    met = whereabouts(event)
    place = event.location
    places = _names(place)
    attacker_ids = _shared(frozenset(a.actor_id for a in event.actors if a.actor_id is not None))
    target_ids = _shared(frozenset(r.actor_id for r in event.recipients if r.actor_id is not None))
    attackers: frozenset[str] = frozenset()
    for actor in filter(_is_named, event.actors):
        attackers |= tokens(actor.name) | tokens(actor.text)
    targets: frozenset[str] = frozenset()
    for recipient in event.recipients:
        targets |= tokens(recipient.name) | tokens(recipient.text)
    days = None if place is None else attack_days(place.latitude, place.longitude)
    return Profile(
        event_id=event.event_id,
        article_id=event.article_id,
        source=event.source,
        fresh=event.role is not Role.BACKGROUND,
        is_main=event.role is Role.MAIN,
        published=met.published,
        day_start=met.day_start,
        day_end=met.day_end,
        day_precision=met.day_precision,
        day_is_said=any(evidence.field == "date" for evidence in event.evidence),
        place_id=None if place is None else place.place_id,
        place_key=None if place is None else name_key(place.name),
        place_tokens=places,
        is_site=place is not None and is_site(place.name),
        country=met.country,
        admin1=None if place is None or place.admin1 is None else name_key(place.admin1),
        admin2=None if place is None or place.admin2 is None else name_key(place.admin2),
        latitude=met.latitude,
        longitude=met.longitude,
        radius_km=met.radius_km,
        is_point=met.is_point,
        attack_days=days,
        rarity=rarity_rank(days),
        is_quiet=days is not None and days <= QUIET_DAYS_MAX,
        sub_event_type=event.sub_event_type,
        outcome=event.outcome,
        weapons=_shared(frozenset(weapon.value for weapon in event.weapons)),
        munitions=event.munitions,
        deaths=None if event.deaths is None else event.deaths.best,
        injured=None if event.injured is None else event.injured.best,
        attacker_ids=attacker_ids,
        attacker_tokens=_shared(attackers),
        attacker_sides=_sides(attacker_ids, side_of),
        target_ids=target_ids,
        target_tokens=_shared(targets - places),
        target_kinds=_shared(frozenset(r.kind for r in event.recipients if r.kind is not None)),
        target_sides=_sides(target_ids, side_of),
        title_key="" if event.title is None else name_key(event.title),
        title_is_latin=event.title is not None and _is_latin(event.title),
        signature=readable(event.fingerprint),
        agency=None if event.agency is None else name_key(event.agency),
    )
