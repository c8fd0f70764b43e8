# ruff: noqa: ANN401 - fields of JSON, before their types are known
"""Records that are plainly right, read in a fraction of the time.

Place in the flow: the readers of `events`, `parts` and `incidents` ask here first. What is as our
own encoders write it comes back as values; anything else as None, and is then read field by field,
which knows every spelling that the contract allows and says what is wrong with the rest.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import product
from operator import itemgetter
from typing import Any, TypeVar

from workers.model import (
    EVENT_TYPE_OF,
    Actor,
    Attribution,
    Certainty,
    DateInterval,
    DatePrecision,
    Event,
    Evidence,
    FeatureWeight,
    Match,
    Outcome,
    Place,
    Recipient,
    Role,
    RunnerUp,
    SubEventType,
    Toll,
    TollReport,
    Weapon,
    WherePrecision,
)
from workers.wire.fields import parse_day, parse_moment

Values = Mapping[str, Any]
E = TypeVar("E", bound=Enum)
R = TypeVar("R")


class _NotPlainError(Exception):
    """The record has to be read with care. Never leaves this module."""


def _members(choices: type[E]) -> dict[Any, E]:
    return {member.value: member for member in choices}


def _shapes(required: int, optional: int) -> frozenset[tuple[object, ...]]:
    """The types of so many strings and so many strings or nulls, in every combination."""
    always = ((str,),) * required
    return frozenset(product(*always, *((str, type(None)),) * optional))


_ROLES, _CERTAINTIES, _OUTCOMES = _members(Role), _members(Certainty), _members(Outcome)
_ATTRIBUTIONS, _WEAPONS = _members(Attribution), _members(Weapon)
_DATE_PRECISIONS, _WHERE_PRECISIONS = _members(DatePrecision), _members(WherePrecision)
_TYPES = {(EVENT_TYPE_OF[member].value, member.value): member for member in SubEventType}
"""Sub-event types by the event type that goes with them."""
_PARTS = frozenset({"title", "body"})

_told = itemgetter(
    "event_id", "article_id", "source", "published_at", "fingerprint", "extractor",
    "url", "language", "title", "agency",
)  # fmt: skip
_TOLD = _shapes(6, 4)
_placed = itemgetter(
    "name", "country_code", "place_id", "name_local", "admin1", "admin2", "country",
    "where_prec", "latitude", "longitude",
)  # fmt: skip
_PLACED = _shapes(1, 6)
_acting = itemgetter("name", "text", "actor_id", "sector", "speaker", "attribution")
_ACTING = _shapes(2, 3)
_hit = itemgetter("name", "text", "actor_id", "sector", "kind")
_HIT = _shapes(2, 3)
_tolled = itemgetter("value", "role", "source", "published_at", "report")
_ATTACK = (
    "sub_event_type", "outcome", "certainty", "date", "location", "actors", "recipients",
    "weapons", "munitions", "deaths", "injured",
)  # fmt: skip
_COORDINATES = frozenset({(float, float)})
_CODE_LENGTH = 2
_LATITUDE_MAX, _LONGITUDE_MAX = 90, 180


_kept = lru_cache(maxsize=65_536, typed=True)
"""Makes one value of equal fields: reports of one war name the same places, parties and figures.

Typed: a JSON true is no 1, and 1 is no 1.0.
"""


def plainly(read: Callable[[Values], R], values: Values) -> R | None:
    """What `read` makes of the values, None where they have to be read with care."""
    try:
        return read(values)
    except (_NotPlainError, KeyError, TypeError, ValueError):
        return None


def event(values: Values) -> Event:
    """The event of a JSON object. Call through `plainly`."""
    told = _told(values)
    if tuple(map(type, told)) not in _TOLD:
        raise _NotPlainError
    event_id, article_id, source, published_at, fingerprint, extractor = told[:6]
    if not (event_id.strip() and article_id.strip() and source.strip()):
        raise _NotPlainError
    attacked = attack(values)
    evidence = values["evidence"]
    if type(evidence) is not list:
        raise _NotPlainError
    return Event(*(
        event_id, article_id, source, _moment(published_at), _ROLES[values["role"]],
        *attacked[:3], fingerprint, extractor, *told[6:], *attacked[3:],
        tuple([_evidence(found) for found in evidence]),
    ))  # fmt: skip


def attack(values: Values) -> tuple[Any, ...]:
    """The fields that describe the attack, in the order of `Event`. Call through `plainly`."""
    place, deaths, injured = values["location"], values["deaths"], values["injured"]
    actors, recipients, weapons = values["actors"], values["recipients"], values["weapons"]
    munitions = values["munitions"]
    if not (type(actors) is type(recipients) is type(weapons) is list):
        raise _NotPlainError
    if not (munitions is None or (type(munitions) is int and munitions >= 0)):
        raise _NotPlainError
    return (
        _TYPES[values["event_type"], values["sub_event_type"]],
        _OUTCOMES[values["outcome"]],
        _CERTAINTIES[values["certainty"]],
        _date(values),
        None if place is None else _place(place),
        tuple([_actor(actor) for actor in actors]),
        tuple([_recipient(recipient) for recipient in recipients]),
        tuple([_WEAPONS[weapon] for weapon in weapons]),
        munitions,
        None if deaths is None else _toll(deaths),
        None if injured is None else _toll(injured),
    )


def attack_fields(values: Values) -> dict[str, Any]:
    """The same as keyword arguments of `Event` and `Incident`. Call through `plainly`."""
    return dict(zip(_ATTACK, attack(values), strict=True))


def toll_report(values: Values) -> TollReport:
    """One figure in an incident's toll history. Call through `plainly`."""
    value, role, source, published_at, report = _tolled(values)
    if not (type(value) is int and value >= 0):
        raise _NotPlainError
    if not (type(role) is type(source) is type(report) is str and source.strip()):
        raise _NotPlainError
    if not report.strip():
        raise _NotPlainError
    return TollReport(value, role, source, _moment(published_at), report)


def match(values: Values) -> Match:
    """Why a report belongs to its incident. Call through `plainly`."""
    weight, probability, features = values["weight"], values["probability"], values["features"]
    if not (type(weight) is type(probability) is float and type(features) is list):
        raise _NotPlainError
    if not (0 <= probability <= 1):
        raise _NotPlainError
    runner_up = values["runner_up"]
    return Match(
        weight,
        probability,
        tuple([_feature(found) for found in features]),
        None if runner_up is None else _runner_up(runner_up),
    )


def _moment(text: str) -> datetime:
    moment = parse_moment(text)
    if moment is None:
        raise _NotPlainError
    return moment


def _date(values: Values) -> DateInterval | None:
    return _date_of(values["date_start"], values["date_end"], values["date_prec"])


@_kept
def _date_of(start: Any, end: Any, precision: Any) -> DateInterval | None:
    if start is end is precision is None:
        return None
    first, last = parse_day(start), parse_day(end)
    if first is None or last is None or last < first or type(precision) is not int:
        raise _NotPlainError
    return DateInterval(first, last, _DATE_PRECISIONS[precision])


def _place(values: Values) -> Place:
    return _place_of(*_placed(values))


@_kept
def _place_of(*placed: Any) -> Place:
    *texts, precision, latitude, longitude = placed
    if tuple(map(type, texts)) not in _PLACED:
        raise _NotPlainError
    code = texts[1]
    if code is not None:
        if not (len(code) == _CODE_LENGTH and code.isascii() and code.isupper()):
            raise _NotPlainError
        if not (code.isalpha()):
            raise _NotPlainError
    if not (latitude is None and longitude is None):
        if (type(latitude), type(longitude)) not in _COORDINATES:
            raise _NotPlainError
        if not (abs(latitude) <= _LATITUDE_MAX and abs(longitude) <= _LONGITUDE_MAX):
            raise _NotPlainError
    if type(precision) is not int:
        raise _NotPlainError
    return Place(*(*texts[:2], _WHERE_PRECISIONS[precision], *texts[2:], latitude, longitude))


def _actor(values: Values) -> Actor:
    return _actor_of(*_acting(values))


@_kept
def _actor_of(*acting: Any) -> Actor:
    if tuple(map(type, acting[:-1])) not in _ACTING:
        raise _NotPlainError
    name, text, actor_id, sector, speaker, attribution = acting
    return Actor(name, text, _ATTRIBUTIONS[attribution], actor_id, sector, speaker)


def _recipient(values: Values) -> Recipient:
    return _recipient_of(*_hit(values))


@_kept
def _recipient_of(*hit: Any) -> Recipient:
    if tuple(map(type, hit)) not in _HIT:
        raise _NotPlainError
    return Recipient(*hit)


def _toll(values: Values) -> Toll:
    return _toll_of(values["low"], values["best"], values["high"])


@_kept
def _toll_of(low: Any, best: Any, high: Any) -> Toll:
    if not (type(low) is type(best) is type(high) is int and 0 <= low <= best <= high):
        raise _NotPlainError
    return Toll(low, best, high)


def _evidence(values: Values) -> Evidence:
    return _evidence_of(values["field"], values["part"], values["start"], values["end"])


@_kept
def _evidence_of(name: Any, part: Any, start: Any, end: Any) -> Evidence:
    if not (type(name) is str and bool(name.strip()) and part in _PARTS):
        raise _NotPlainError
    if not (type(start) is type(end) is int and 0 <= start <= end):
        raise _NotPlainError
    return Evidence(name, part, start, end)


def _feature(values: Values) -> FeatureWeight:
    return _feature_of(values["name"], values["detail"], values["weight"])


@_kept
def _feature_of(name: Any, detail: Any, weight: Any) -> FeatureWeight:
    if not (type(name) is type(detail) is str and type(weight) is float):
        raise _NotPlainError
    if not (bool(name.strip())):
        raise _NotPlainError
    return FeatureWeight(name, detail, weight)


def _runner_up(values: Values) -> RunnerUp:
    incident_id, weight = values["incident_id"], values["weight"]
    if not (type(incident_id) is str and bool(incident_id.strip())):
        raise _NotPlainError
    if type(weight) is not float:
        raise _NotPlainError
    return RunnerUp(incident_id, weight)
