# ruff: noqa: ANN401 - fields of JSON, before their types are known
"""Records that are plainly right, read in a fraction of the time.

Place in the flow: the readers of `events` and `incidents` ask here first. What is as our
own encoders write it comes back as values; anything else as None, and is then read field by field,
which knows every spelling that the contract allows and says what is wrong with the rest.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import product, starmap
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
    Outcome,
    Place,
    Recipient,
    Role,
    SubEventType,
    Toll,
    Weapon,
    WherePrecision,
)
from workers.wire.fields import parse_day, parse_moment

Values = Mapping[str, Any]
E = TypeVar("E", bound=Enum)
R = TypeVar("R")


class NotPlainError(Exception):
    """The record has to be read with care. Never leaves `plainly`."""


def members(choices: type[E]) -> dict[Any, E]:
    """A closed set's members by value."""
    return {member.value: member for member in choices}


def _shapes(required: int, optional: int) -> frozenset[tuple[object, ...]]:
    """The types of so many strings and so many strings or nulls, in every combination."""
    always = ((str,),) * required
    return frozenset(product(*always, *((str, type(None)),) * optional))


_ROLES, _CERTAINTIES, _OUTCOMES = members(Role), members(Certainty), members(Outcome)
_ATTRIBUTIONS, _WEAPONS = members(Attribution), members(Weapon)
_DATE_PRECISIONS, _WHERE_PRECISIONS = members(DatePrecision), members(WherePrecision)
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
_dated = itemgetter("date_start", "date_end", "date_prec")
_tolled = itemgetter("low", "best", "high")
_found = itemgetter("field", "part", "start", "end")
_COORDINATES = frozenset({(float, float)})
_CODE_LENGTH = 2
_LATITUDE_MAX, _LONGITUDE_MAX = 90, 180


kept = lru_cache(maxsize=65_536, typed=True)
"""Makes one value of equal fields: reports of one war name the same places, parties and figures.

Typed: a JSON true is no 1, and 1 is no 1.0.
"""


def plainly(read: Callable[[Values], R], values: Values) -> R | None:
    """What `read` makes of the values, None where they have to be read with care."""
    try:
        return read(values)
    except (NotPlainError, KeyError, TypeError, ValueError):
        return None


def event(values: Values) -> Event:
    """The event of a JSON object. Call through `plainly`."""
    told = _told(values)
    if tuple(map(type, told)) not in _TOLD:
        raise NotPlainError
    event_id, article_id, source, published_at, fingerprint, extractor = told[:6]
    if not (event_id.strip() and article_id.strip() and source.strip()):
        raise NotPlainError
    attacked = attack(values)
    evidence = values["evidence"]
    if type(evidence) is not list:
        raise NotPlainError
    return Event(*(
        event_id, article_id, source, moment(published_at), _ROLES[values["role"]],
        *attacked[:3], fingerprint, extractor, *told[6:], *attacked[3:],
        tuple(starmap(_evidence, map(_found, evidence))),
    ))  # fmt: skip


def attack(values: Values) -> tuple[Any, ...]:
    """The fields that describe the attack, in the order of `Event`. Call through `plainly`."""
    place, deaths, injured = values["location"], values["deaths"], values["injured"]
    actors, recipients, weapons = values["actors"], values["recipients"], values["weapons"]
    munitions = values["munitions"]
    if not (type(actors) is type(recipients) is type(weapons) is list):
        raise NotPlainError
    if not (munitions is None or (type(munitions) is int and munitions >= 0)):
        raise NotPlainError
    return (
        _TYPES[values["event_type"], values["sub_event_type"]],
        _OUTCOMES[values["outcome"]],
        _CERTAINTIES[values["certainty"]],
        _date(*_dated(values)),
        None if place is None else _place(*_placed(place)),
        tuple(starmap(_actor, map(_acting, actors))),
        tuple(starmap(_recipient, map(_hit, recipients))),
        tuple([_WEAPONS[weapon] for weapon in weapons]),
        munitions,
        None if deaths is None else _toll(*_tolled(deaths)),
        None if injured is None else _toll(*_tolled(injured)),
    )


def moment(text: str) -> datetime:
    """The time that a text says."""
    found = parse_moment(text)
    if found is None:
        raise NotPlainError
    return found


@kept
def _date(start: Any, end: Any, precision: Any) -> DateInterval | None:
    if start is end is precision is None:
        return None
    first, last = parse_day(start), parse_day(end)
    if first is None or last is None or last < first or type(precision) is not int:
        raise NotPlainError
    return DateInterval(first, last, _DATE_PRECISIONS[precision])


@kept
def _place(*placed: Any) -> Place:
    *texts, precision, latitude, longitude = placed
    if tuple(map(type, texts)) not in _PLACED:
        raise NotPlainError
    code = texts[1]
    if code is not None:
        if not (len(code) == _CODE_LENGTH and code.isascii() and code.isupper()):
            raise NotPlainError
        if not (code.isalpha()):
            raise NotPlainError
    if not (latitude is None and longitude is None):
        if (type(latitude), type(longitude)) not in _COORDINATES:
            raise NotPlainError
        if not (abs(latitude) <= _LATITUDE_MAX and abs(longitude) <= _LONGITUDE_MAX):
            raise NotPlainError
    if type(precision) is not int:
        raise NotPlainError
    return Place(*(*texts[:2], _WHERE_PRECISIONS[precision], *texts[2:], latitude, longitude))


@kept
def _actor(*acting: Any) -> Actor:
    if tuple(map(type, acting[:-1])) not in _ACTING:
        raise NotPlainError
    name, text, actor_id, sector, speaker, attribution = acting
    return Actor(name, text, _ATTRIBUTIONS[attribution], actor_id, sector, speaker)


@kept
def _recipient(*hit: Any) -> Recipient:
    if tuple(map(type, hit)) not in _HIT:
        raise NotPlainError
    return Recipient(*hit)


@kept
def _toll(low: Any, best: Any, high: Any) -> Toll:
    if not (type(low) is type(best) is type(high) is int and 0 <= low <= best <= high):
        raise NotPlainError
    return Toll(low, best, high)


@kept
def _evidence(name: Any, part: Any, start: Any, end: Any) -> Evidence:
    if not (type(name) is str and bool(name.strip()) and part in _PARTS):
        raise NotPlainError
    if not (type(start) is type(end) is int and 0 <= start <= end):
        raise NotPlainError
    return Evidence(name, part, start, end)
