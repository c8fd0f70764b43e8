"""The vocabulary of the project: immutable values that every stage speaks, and nothing else.

Place in the flow: the lowest layer. An `Article` comes in, `Event`s are read out of it, `Incident`s
are merged from events, a `Rejected` says why an input was refused. All offsets are code points of
the text as received, half-open; all times are aware datetimes; unknown is `None`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def value(cls: type[_Class]) -> type[_Class]:
    """A dataclass that nobody changes: mypy refuses to, and equal values have one hash.

    Not frozen at run time: that makes each value four times as dear to make, a tenth of the time
    that matching an event takes.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


class SubEventType(StrEnum):
    """ACLED sub-event types that are told apart. Source: ACLED Codebook (2023), sub-event types."""

    ARMED_CLASH = "Armed clash"
    AIR_DRONE_STRIKE = "Air/drone strike"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    SUICIDE_BOMB = "Suicide bomb"
    GRENADE = "Grenade"
    CHEMICAL = "Chemical weapon"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    SEXUAL_VIOLENCE = "Sexual violence"


class EventType(StrEnum):
    """ACLED event types, the parents of the sub-event types."""

    BATTLES = "Battles"
    REMOTE_VIOLENCE = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"


EVENT_TYPE_OF: dict[SubEventType, EventType] = {
    SubEventType.ARMED_CLASH: EventType.BATTLES,
    SubEventType.AIR_DRONE_STRIKE: EventType.REMOTE_VIOLENCE,
    SubEventType.SHELLING: EventType.REMOTE_VIOLENCE,
    SubEventType.REMOTE_EXPLOSIVE: EventType.REMOTE_VIOLENCE,
    SubEventType.SUICIDE_BOMB: EventType.REMOTE_VIOLENCE,
    SubEventType.GRENADE: EventType.REMOTE_VIOLENCE,
    SubEventType.CHEMICAL: EventType.REMOTE_VIOLENCE,
    SubEventType.ATTACK: EventType.VIOLENCE_AGAINST_CIVILIANS,
    SubEventType.ABDUCTION: EventType.VIOLENCE_AGAINST_CIVILIANS,
    SubEventType.SEXUAL_VIOLENCE: EventType.VIOLENCE_AGAINST_CIVILIANS,
}


class Weapon(StrEnum):
    """Weapons as the contract names them."""

    ROCKET = "rocket"
    MISSILE = "missile"
    DRONE = "drone"
    AIRCRAFT = "aircraft"
    ARTILLERY = "artillery"
    MORTAR = "mortar"
    IED = "ied"
    CAR_BOMB = "car_bomb"
    TRUCK_BOMB = "truck_bomb"
    SUICIDE_VEST = "suicide_vest"
    EXPLOSIVES = "explosives"
    GRENADE = "grenade"
    MINE = "mine"
    SMALL_ARMS = "small_arms"
    KNIFE = "knife"
    VEHICLE = "vehicle"
    CHEMICAL = "chemical"
    INCENDIARY = "incendiary"


class Role(StrEnum):
    """What an event is to its article: its subject, another fresh event, or one it recalls."""

    MAIN = "main"
    SECONDARY = "secondary"
    BACKGROUND = "background"


class Outcome(StrEnum):
    """Intercepted: launched, then stopped. Foiled: stopped before it was launched."""

    CARRIED_OUT = "carried_out"
    INTERCEPTED = "intercepted"
    FOILED = "foiled"


class Certainty(StrEnum):
    """Claimed: only the claimant says so. Denied: the side that was hit says it did not happen."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"


class Attribution(StrEnum):
    """How an attacker is tied to the attack. Source: GTD codebook, `claimed`, widened by degree."""

    CLAIMED = "claimed"
    ATTRIBUTED = "attributed"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"


class DatePrecision(IntEnum):
    """UCDP GED `date_prec`: 1 is best. Source: UCDP GED Codebook 23.1."""

    DAY = 1
    TWO_TO_SIX_DAYS = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


class WherePrecision(IntEnum):
    """UCDP GED `where_prec`: 1 is best. Source: UCDP GED Codebook 23.1."""

    EXACT = 1
    NEAR = 2
    ADMIN2 = 3
    ADMIN1 = 4
    REGION = 5
    COUNTRY = 6
    INTERNATIONAL = 7


class PublishedBasis(StrEnum):
    """Where an article's publication time comes from."""

    ARTICLE = "article"
    KAFKA = "kafka"


@value
class Article:
    """One raw article after decoding. `title` + `body` is not empty; `body` as received."""

    id: str
    source: str
    published_at: datetime
    body: str
    published_at_basis: PublishedBasis = PublishedBasis.ARTICLE
    url: str | None = None
    language: str | None = None
    title: str | None = None
    agency: str | None = None
    retracted: bool = False


@value
class Evidence:
    """Words of the article that a field was read from: `part` is `title` or `body`."""

    field: str
    part: str
    start: int
    end: int


@value
class Place:
    """Where an event happened. Latitude and longitude in WGS 84 degrees, both or neither.

    `name_local` is the name as the article writes it. `place_id` is the gazetteer's, stable across
    languages.
    """

    name: str
    country_code: str | None
    where_prec: WherePrecision
    place_id: str | None = None
    name_local: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@value
class DateInterval:
    """The day or days an event is dated to, both ends included, with UCDP precision."""

    start: date
    end: date
    precision: DatePrecision


@value
class Toll:
    """Killed or injured people: low <= best <= high, all >= 0."""

    low: int
    best: int
    high: int


@value
class Actor:
    """An attacker. `name` is English; `sector` a PLOVER sector code; `text` as written."""

    name: str
    text: str
    attribution: Attribution
    actor_id: str | None = None
    sector: str | None = None
    speaker: str | None = None


@value
class Recipient:
    """Who or what was attacked. `kind`: military, civilian, government, infrastructure, ..."""

    name: str
    text: str
    actor_id: str | None = None
    sector: str | None = None
    kind: str | None = None


@value
class Event:
    """One violent incident as one article tells it.

    `agency` is the wire that the article credits (feed field, dateline or "according to ...").
    `fingerprint` is a near-duplicate signature of the article's text (hexadecimal).
    """

    event_id: str
    article_id: str
    source: str
    published_at: datetime
    role: Role
    sub_event_type: SubEventType
    outcome: Outcome
    certainty: Certainty
    fingerprint: str
    extractor: str
    url: str | None = None
    language: str | None = None
    title: str | None = None
    agency: str | None = None
    date: DateInterval | None = None
    location: Place | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    munitions: int | None = None
    deaths: Toll | None = None
    injured: Toll | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def event_type(self) -> EventType:
        """The ACLED event type that the sub-event type belongs to."""
        return EVENT_TYPE_OF[self.sub_event_type]


@value
class Withdrawal:
    """An outlet withdrew an article: what was read from it no longer counts."""

    article_id: str
    source: str
    published_at: datetime


@value
class Inventory:
    """The events that an article has by now: what an earlier revision had beside them is gone."""

    article_id: str
    published_at: datetime
    event_ids: tuple[str, ...]


@value
class Inventories:
    """The inventories of articles that were read together, an article's newest only."""

    articles: tuple[Inventory, ...]


class IncidentStatus(StrEnum):
    """Where an incident stands in its life."""

    ACTIVE = "active"
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class Change(StrEnum):
    """What the newest version of an incident is about."""

    CREATED = "created"
    UPDATED = "updated"
    MERGED = "merged"
    SPLIT = "split"
    RETRACTED = "retracted"
    CLOSED = "closed"


@value
class FeatureWeight:
    """One explained comparison: its match weight in bits (log2 m/u), 0 for a detail alone."""

    name: str
    detail: str
    weight: float


@value
class RunnerUp:
    """The incident that would have been next, and its match weight in bits."""

    incident_id: str
    weight: float


@value
class Match:
    """Why a report belongs to its incident: weight in bits, probability in [0, 1], the features."""

    weight: float
    probability: float
    features: tuple[FeatureWeight, ...] = ()
    runner_up: RunnerUp | None = None


class Referable:
    """What others can know of without keeping it alive."""

    __slots__ = ("__weakref__",)


@value
class Report(Referable):
    """One event as it was taken into an incident: the whole event, its origin group, its match.

    `origin` names the group of reports that go back to one teller (a wire story in 20 outlets is
    one origin). `match` is None for the report that founded the incident.
    """

    event: Event
    origin: str
    match: Match | None = None


@value
class TollReport:
    """One figure in an incident's toll history."""

    value: int
    role: str
    source: str
    published_at: datetime
    report: str


@value
class Claim:
    """Who says whose attack it was, and how firmly."""

    speaker: str | None
    group: str
    statement: str
    report: str


@value
class Disagreement:
    """A field on which reports differ: each value with the event ids that say so."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@value
class Related:
    """A tie to another incident: retaliation_for, retaliated_by or same_operation."""

    incident_id: str
    relation: str


@value
class Incident:
    """The merged record: the reports it was made from, and the best value of each field."""

    incident_id: str
    version: int
    status: IncidentStatus
    change: Change
    reports: tuple[Report, ...]
    sub_event_type: SubEventType
    outcome: Outcome
    certainty: Certainty
    first_reported_at: datetime
    last_reported_at: datetime
    headline: str
    number_of_reports: int
    number_of_sources: int
    independent_origins: int
    languages: tuple[str, ...]
    confidence: float
    config: str
    supersedes: tuple[str, ...] = ()
    superseded_by: str | None = None
    date: DateInterval | None = None
    location: Place | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    munitions: int | None = None
    deaths: Toll | None = None
    injured: Toll | None = None
    toll_history: tuple[TollReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def event_type(self) -> EventType:
        """The ACLED event type that the sub-event type belongs to."""
        return EVENT_TYPE_OF[self.sub_event_type]


@value
class Outline:
    """What tells whether an incident still matters, without its whole record.

    `country`: of the place that its reports are filed under. `told`: when each report was
    published, and the article that it is from.
    """

    status: IncidentStatus
    last_reported_at: datetime
    country: str | None
    told: tuple[tuple[datetime, str], ...]


class CorrectionAction(StrEnum):
    """What an analyst says.

    These are one attack, these are not, this is none, this field is so; or the word of this
    correction id no longer holds.
    """

    SAME = "same"
    DIFFERENT = "different"
    NOT_AN_ATTACK = "not_an_attack"
    SET_FIELD = "set_field"
    UNDO = "undo"


@value
class Correction:
    """An analyst's word: outranks the machine. `value` is the new value of `field`, as text.

    Of two records with one correction id the later one holds: so a word is revised, or undone.
    """

    correction_id: str
    author: str
    at: datetime
    action: CorrectionAction
    event_ids: tuple[str, ...] = ()
    incident_ids: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    reason: str | None = None


class RejectReason(StrEnum):
    """Why an input went to the dead letters: a closed list."""

    NULL_VALUE = "null_value"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    NOT_OBJECT = "not_object"
    MISSING_FIELD = "missing_field"
    WRONG_TYPE = "wrong_type"
    BAD_VALUE = "bad_value"
    BAD_DATE = "bad_date"
    EMPTY = "empty"
    TOO_LARGE = "too_large"


@value
class Rejected:
    """A refused input: the reason's code, and a detail that names the field path."""

    reason: RejectReason
    detail: str
