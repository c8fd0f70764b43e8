"""Records that are plainly right, read in a fraction of the time.

Place in the flow: the decoders of `events` and `incidents` ask here first. What is as our own
encoders write it comes back as values; anything else as None, and is then read field by field,
which knows every spelling that the contract allows and says what is wrong with the rest. A worker
that takes a partition over reads all of its incidents through here before the first event.
"""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Annotated, TypeVar

from msgspec import Meta, MsgspecError, Raw, Struct
from msgspec.json import Decoder

from workers.model import (
    EVENT_TYPE_OF,
    Actor,
    Certainty,
    Change,
    Claim,
    DateInterval,
    DatePrecision,
    Disagreement,
    Event,
    EventType,
    Evidence,
    FeatureWeight,
    Incident,
    IncidentStatus,
    Match,
    Outcome,
    Place,
    Recipient,
    Related,
    Report,
    Role,
    RunnerUp,
    SubEventType,
    Toll,
    TollReport,
    Weapon,
)
from workers.wire.fields import parse_day, parse_moment

R = TypeVar("R")

COUNT_MAX = (1 << 63) - 1
"""Above, JSON readers begin to differ on whether a number is an integer."""
Count = Annotated[int, Meta(ge=0, le=COUNT_MAX)]
Version = Annotated[int, Meta(ge=1, le=COUNT_MAX)]
Share = Annotated[float, Meta(ge=0, le=1)]

_PARTS = frozenset({"title", "body"})
_CODE_LENGTH = 2
_LATITUDE_MAX, _LONGITUDE_MAX = 90, 180

kept = lru_cache(maxsize=65_536)
"""Makes one value of equal bytes: reports of one war name the same places, parties and figures."""


class NotPlainError(Exception):
    """The record has to be read with care. Never leaves `plainly`."""


class _Attack(Struct, forbid_unknown_fields=True, gc=False):
    """The fields that describe the attack; what repeats is left in bytes."""

    event_type: EventType
    sub_event_type: SubEventType
    outcome: Outcome
    certainty: Certainty
    date_start: str | None
    date_end: str | None
    date_prec: DatePrecision | None
    location: Raw
    actors: Raw
    recipients: Raw
    weapons: Raw
    munitions: Count | None
    deaths: Raw
    injured: Raw


class _Event(_Attack, forbid_unknown_fields=True, gc=False):
    event_id: str
    article_id: str
    url: str | None
    source: str
    agency: str | None
    language: str | None
    published_at: str
    title: str | None
    role: Role
    evidence: list[Raw]
    fingerprint: str
    extractor: str


class _Match(Struct, gc=False):
    weight: float
    probability: Share
    features: list[Raw]
    runner_up: RunnerUp | None


class _Report(Struct, gc=False):
    origin: str
    match: _Match | None
    event: _Event


class _TollReport(Struct, gc=False):
    value: Count
    role: str
    source: str
    published_at: str
    report: str


class _Said(Struct, gc=False):
    value: str
    event_ids: tuple[str, ...]


class _Disagreement(Struct, gc=False):
    field: str
    values: list[_Said]


class _Incident(_Attack, forbid_unknown_fields=True, gc=False):
    incident_id: str
    version: Version
    status: IncidentStatus
    change: Change
    supersedes: tuple[str, ...]
    superseded_by: str | None
    first_reported_at: str
    last_reported_at: str
    headline: str
    number_of_reports: Count
    number_of_sources: Count
    independent_origins: Count
    languages: Raw
    toll_history: list[_TollReport]
    claims: tuple[Claim, ...]
    disagreements: list[_Disagreement]
    reports: list[_Report]
    related: tuple[Related, ...]
    confidence: Share
    config: str


_event_in = Decoder(_Event).decode
_incident_in = Decoder(_Incident).decode


def plainly(read: Callable[[bytes], R], value: bytes | None, size_max: int) -> R | None:
    """What `read` makes of a message's value, None where it has to be read with care."""
    if value is None or len(value) > size_max:
        return None
    try:
        return read(value)
    # Of text that is not UTF-8, too, which is a ValueError.
    except (NotPlainError, MsgspecError, ValueError):
        return None


def event(value: bytes) -> Event:
    """The event of a record. Call through `plainly`."""
    return _event(_event_in(value))


def incident(value: bytes) -> Incident:
    """The incident of a record. Call through `plainly`."""
    told = _incident_in(value)
    _worded(told.incident_id)
    for claim in told.claims:
        _worded(claim.report)
    for tie in told.related:
        _worded(tie.incident_id, tie.relation)
    return Incident(
        told.incident_id,
        told.version,
        told.status,
        told.change,
        tuple([_report(report) for report in told.reports]),
        _kind(told),
        told.outcome,
        told.certainty,
        moment(told.first_reported_at),
        moment(told.last_reported_at),
        told.headline,
        told.number_of_reports,
        told.number_of_sources,
        told.independent_origins,
        _texts(bytes(told.languages)),
        told.confidence,
        told.config,
        told.supersedes,
        told.superseded_by,
        *_what_happened(told),
        tuple([_toll_report(toll) for toll in told.toll_history]),
        told.claims,
        tuple([_disagreement(found) for found in told.disagreements]),
        told.related,
    )


def _event(told: _Event) -> Event:
    _worded(told.event_id, told.article_id, told.source)
    return Event(
        told.event_id,
        told.article_id,
        told.source,
        moment(told.published_at),
        told.role,
        _kind(told),
        told.outcome,
        told.certainty,
        told.fingerprint,
        told.extractor,
        told.url,
        told.language,
        told.title,
        told.agency,
        *_what_happened(told),
        tuple(map(_evidence, map(bytes, told.evidence))),
    )


def _what_happened(
    told: _Attack,
) -> tuple[
    DateInterval | None,
    Place | None,
    tuple[Actor, ...],
    tuple[Recipient, ...],
    tuple[Weapon, ...],
    int | None,
    Toll | None,
    Toll | None,
]:
    """The fields of an attack that an event and an incident have alike, in their order."""
    return (
        _date(told.date_start, told.date_end, told.date_prec),
        _place(bytes(told.location)),
        _actors(bytes(told.actors)),
        _recipients(bytes(told.recipients)),
        _weapons(bytes(told.weapons)),
        told.munitions,
        _toll(bytes(told.deaths)),
        _toll(bytes(told.injured)),
    )


def _worded(*words: str) -> None:
    for word in words:
        if not word or word.isspace():
            raise NotPlainError


def _kind(told: _Attack) -> SubEventType:
    if EVENT_TYPE_OF[told.sub_event_type] is not told.event_type:
        raise NotPlainError
    return told.sub_event_type


@kept
def moment(text: str) -> datetime:
    """The time of a record. Call through `plainly`."""
    found = parse_moment(text)
    if found is None:
        raise NotPlainError
    return found


@kept
def _date(
    start: str | None, end: str | None, precision: DatePrecision | None
) -> DateInterval | None:
    if start is None and end is None and precision is None:
        return None
    if start is None or end is None or precision is None:
        raise NotPlainError
    first, last = parse_day(start), parse_day(end)
    if first is None or last is None or last < first:
        raise NotPlainError
    return DateInterval(first, last, precision)


_place_in: Callable[[bytes], Place | None] = Decoder(Place | None).decode
_actors_in = Decoder(tuple[Actor, ...]).decode
_recipients_in = Decoder(tuple[Recipient, ...]).decode
_weapons_in = Decoder(tuple[Weapon, ...]).decode
_texts_in = Decoder(tuple[str, ...]).decode
_toll_in: Callable[[bytes], Toll | None] = Decoder(Toll | None).decode
_evidence_in = Decoder(Evidence).decode
_feature_in = Decoder(FeatureWeight).decode

_weapons, _texts = kept(_weapons_in), kept(_texts_in)
_actors, _recipients = kept(_actors_in), kept(_recipients_in)


@kept
def _place(written: bytes) -> Place | None:
    place = _place_in(written)
    if place is None:
        return None
    code, latitude, longitude = place.country_code, place.latitude, place.longitude
    if code is not None and not (
        len(code) == _CODE_LENGTH and code.isascii() and code.isalpha() and code.isupper()
    ):
        raise NotPlainError
    if latitude is None or longitude is None:
        if latitude is not longitude:
            raise NotPlainError
    elif not (abs(latitude) <= _LATITUDE_MAX and abs(longitude) <= _LONGITUDE_MAX):
        raise NotPlainError
    return place


@kept
def _toll(written: bytes) -> Toll | None:
    toll = _toll_in(written)
    if toll is not None and not 0 <= toll.low <= toll.best <= toll.high <= COUNT_MAX:
        raise NotPlainError
    return toll


@lru_cache(maxsize=4_096)  # the events of one article share theirs; others hardly ever do
def _evidence(written: bytes) -> Evidence:
    found = _evidence_in(written)
    _worded(found.field)
    if found.part not in _PARTS or not 0 <= found.start <= found.end <= COUNT_MAX:
        raise NotPlainError
    return found


@kept
def _feature(written: bytes) -> FeatureWeight:
    found = _feature_in(written)
    _worded(found.name)
    return found


def _report(told: _Report) -> Report:
    return Report(
        _event(told.event), told.origin, None if told.match is None else _match(told.match)
    )


def _match(told: _Match) -> Match:
    if told.runner_up is not None:
        _worded(told.runner_up.incident_id)
    features = tuple(map(_feature, map(bytes, told.features)))
    return Match(told.weight, told.probability, features, told.runner_up)


def _toll_report(told: _TollReport) -> TollReport:
    _worded(told.source, told.report)
    at = moment(told.published_at)
    return TollReport(told.value, told.role, told.source, at, told.report)


def _disagreement(told: _Disagreement) -> Disagreement:
    _worded(told.field)
    return Disagreement(told.field, tuple([(said.value, said.event_ids) for said in told.values]))
