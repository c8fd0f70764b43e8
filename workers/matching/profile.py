"""An event prepared for comparison: everything that the features read, worked out once.

Place in the flow: the book makes one `Profile` an event on arrival; blocking and every comparison
read profiles only, so that comparing two events costs microseconds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from workers.matching.frequency import QUIET_DAYS_MAX, attack_days, rarity_rank
from workers.matching.names import is_site, name_key, tokens
from workers.model import (
    Actor,
    Attribution,
    Event,
    Outcome,
    Place,
    Recipient,
    Role,
    SubEventType,
    Weapon,
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

_BACKGROUND, _MAIN, _UNKNOWN = Role.BACKGROUND, Role.MAIN, Attribution.UNKNOWN
_ARMED_CLASH, _COUNTRY = SubEventType.ARMED_CLASH, WherePrecision.COUNTRY
_WEAPON_NAME = {weapon: weapon.value for weapon in Weapon}
"""Members of enumerations, asked for once: each time takes as long as to call a function."""

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
    publication. `spot`, `deed`, `parties`, `tolls`: numbers of what the comparisons of place,
    deed, parties and tolls read. Of equal numbers they say the same, so that the judge need not ask
    twice.
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
    spot: int = field(compare=False)
    deed: int = field(compare=False)
    parties: int = field(compare=False)
    tolls: int = field(compare=False)


def no_sides(_actor_id: str) -> str | None:
    """The side of no actor: matching without an actor lexicon."""
    return None


_numbers = count()


@lru_cache(maxsize=65_536)
def _number_of(_read: tuple[object, ...]) -> int:
    """One number for equal values, another one for others; never given twice."""
    return next(_numbers)


@lru_cache(maxsize=65_536)
def _shared(words: frozenset[str]) -> frozenset[str]:
    """One object for equal sets: reports of one war name the same parties, places and weapons."""
    return words


def _is_named(actor: Actor) -> bool:
    """Whether the actor is a party.

    "gunmen" or "a suicide bomber" of unknown attribution is none.
    """
    return actor.actor_id is not None or actor.attribution is not _UNKNOWN


@dataclass(slots=True)
class _Party:
    """Attackers, or those attacked, as the comparisons read them."""

    ids: frozenset[str]
    words: frozenset[str]
    kinds: frozenset[str]
    sides: frozenset[str]


def _party(
    named: Sequence[Actor | Recipient],
    ids: list[str | None],
    kinds: list[str | None],
    sides: SideOf,
) -> _Party:
    words: frozenset[str] = frozenset()
    for one in named:
        words |= tokens(one.name) | tokens(one.text)
    found = _shared(frozenset(each for each in ids if each is not None))
    of_sides = frozenset(side for each in found if (side := sides(each)) is not None)
    of_kinds = frozenset(kind for kind in kinds if kind is not None)
    return _Party(found, _shared(words), _shared(of_kinds), _shared(of_sides))


@lru_cache(maxsize=65_536)
def _attackers(actors: tuple[Actor, ...], sides: SideOf) -> _Party:
    named = tuple(filter(_is_named, actors))
    return _party(named, [actor.actor_id for actor in actors], [], sides)


@lru_cache(maxsize=65_536)
def _targets(recipients: tuple[Recipient, ...], sides: SideOf) -> _Party:
    ids, kinds = [one.actor_id for one in recipients], [one.kind for one in recipients]
    return _party(recipients, ids, kinds, sides)


@dataclass(slots=True)
class _Spot:
    """A place as the comparisons read it."""

    key: str | None
    words: frozenset[str]
    is_site: bool
    admin1: str | None
    admin2: str | None
    days: int | None
    number: int


@lru_cache(maxsize=65_536)
def _spot(place: Place | None) -> _Spot:
    if place is None:
        return _Spot(None, frozenset(), False, None, None, None, _number_of((None,)))  # noqa: FBT003
    key, words = name_key(place.name), _shared(tokens(place.name) | tokens(place.name_local))
    admin1 = None if place.admin1 is None else name_key(place.admin1)
    admin2 = None if place.admin2 is None else name_key(place.admin2)
    days = attack_days(place.latitude, place.longitude)
    number = _number_of((
        place.country_code, place.latitude, place.longitude, place.where_prec, place.place_id,
        key, words, is_site(place.name), admin1, admin2, days,
    ))  # fmt: skip
    return _Spot(key, words, is_site(place.name), admin1, admin2, days, number)


def _is_latin(title: str) -> bool:
    sample = title[:_SCRIPT_SAMPLE_RAW]
    return sample.isascii() or folded(sample)[:_SCRIPT_SAMPLE].isascii()


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
        radius_km=RADIUS_KM[_COUNTRY if place is None else place.where_prec],
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
    spot = _spot(place)
    days, rarity = spot.days, rarity_rank(spot.days)
    place_id = None if place is None else place.place_id
    attackers = _attackers(event.actors, side_of)
    targets = _targets(event.recipients, side_of)
    target_words = _shared(targets.words - spot.words) if spot.words else targets.words
    fresh, is_main = event.role is not _BACKGROUND, event.role is _MAIN
    weapons = _shared(frozenset([_WEAPON_NAME[weapon] for weapon in event.weapons]))
    kind, munitions = event.sub_event_type, event.munitions
    deaths = None if event.deaths is None else event.deaths.best
    injured = None if event.injured is None else event.injured.best
    is_clash = kind is _ARMED_CLASH
    return Profile(
        event_id=event.event_id,
        article_id=event.article_id,
        source=event.source,
        fresh=fresh,
        is_main=is_main,
        published=met.published,
        day_start=met.day_start,
        day_end=met.day_end,
        day_precision=met.day_precision,
        day_is_said="date" in [evidence.field for evidence in event.evidence],
        place_id=place_id,
        place_key=spot.key,
        place_tokens=spot.words,
        is_site=spot.is_site,
        country=met.country,
        admin1=spot.admin1,
        admin2=spot.admin2,
        latitude=met.latitude,
        longitude=met.longitude,
        radius_km=met.radius_km,
        is_point=met.is_point,
        attack_days=days,
        rarity=rarity,
        is_quiet=days is not None and days <= QUIET_DAYS_MAX,
        sub_event_type=kind,
        outcome=event.outcome,
        weapons=weapons,
        munitions=munitions,
        deaths=deaths,
        injured=injured,
        attacker_ids=attackers.ids,
        attacker_tokens=attackers.words,
        attacker_sides=attackers.sides,
        target_ids=targets.ids,
        target_tokens=target_words,
        target_kinds=targets.kinds,
        target_sides=targets.sides,
        title_key="" if event.title is None else name_key(event.title),
        title_is_latin=event.title is not None and _is_latin(event.title),
        signature=readable(event.fingerprint),
        agency=None if event.agency is None else name_key(event.agency),
        spot=spot.number,
        deed=_number_of((kind, event.outcome, weapons, munitions, fresh, is_main)),
        parties=_number_of((
            is_clash, attackers.ids, attackers.words, attackers.sides,
            targets.ids, target_words, targets.kinds, targets.sides,
        )),
        tolls=_number_of((kind, deaths, injured)),
    )  # fmt: skip
