"""The parts that events and incidents share, between model and JSON values.

Place in the flow: under `wire.events` and `wire.incidents`. Each part has a writer (`*_value`) and
a reader beside it, in the contract's field order; unknown is null.
"""

from typing import Any

from workers.model import (
    EVENT_TYPE_OF,
    Actor,
    Attribution,
    Certainty,
    DateInterval,
    DatePrecision,
    Event,
    Incident,
    Outcome,
    Place,
    Recipient,
    RejectReason,
    SubEventType,
    Toll,
    Weapon,
    WherePrecision,
)
from workers.wire.fields import Fields, refuse

Value = dict[str, Any]
"""A JSON object on its way out."""

COUNTRY_CODE_LENGTH = 2

optional_text = Fields.optional_text
"""A string, or None where it is not known."""


def attack_value(told: Event | Incident) -> Value:
    """The fields that describe the attack, the same in both records.

    Members of closed sets stand as they are: they are written and compared as their values.
    """
    date = told.date
    return {
        "event_type": told.event_type,
        "sub_event_type": told.sub_event_type,
        "outcome": told.outcome,
        "certainty": told.certainty,
        "date_start": date.start.isoformat() if date is not None else None,
        "date_end": date.end.isoformat() if date is not None else None,
        "date_prec": date.precision if date is not None else None,
        "location": place_value(told.location) if told.location is not None else None,
        "actors": [actor_value(actor) for actor in told.actors],
        "recipients": [recipient_value(recipient) for recipient in told.recipients],
        "weapons": list(told.weapons),
        "munitions": told.munitions,
        "deaths": toll_value(told.deaths) if told.deaths is not None else None,
        "injured": toll_value(told.injured) if told.injured is not None else None,
    }


def read_attack(fields: Fields) -> dict[str, Any]:
    """The same fields as keyword arguments of `Event` and `Incident`, read field by field."""
    sub_event_type = fields.choice("sub_event_type", SubEventType)
    expected = EVENT_TYPE_OF[sub_event_type].value
    if fields.text("event_type") != expected:
        what = f"expected {expected!r} for {sub_event_type.value!r}"
        raise refuse(RejectReason.BAD_VALUE, fields.path("event_type"), what)
    return {
        "sub_event_type": sub_event_type,
        "outcome": fields.choice("outcome", Outcome),
        "certainty": fields.choice("certainty", Certainty),
        "date": read_date(fields),
        "location": read_place(fields.inner("location")) if fields.has("location") else None,
        "actors": tuple(read_actor(actor) for actor in fields.objects("actors")),
        "recipients": tuple(read_recipient(found) for found in fields.objects("recipients")),
        "weapons": read_weapons(fields),
        "munitions": fields.whole("munitions") if fields.has("munitions") else None,
        "deaths": read_toll(fields.inner("deaths")) if fields.has("deaths") else None,
        "injured": read_toll(fields.inner("injured")) if fields.has("injured") else None,
    }


def read_date(fields: Fields) -> DateInterval | None:
    """The dating of an event; its three fields are known together or not at all."""
    if not any(fields.has(name) for name in ("date_start", "date_end", "date_prec")):
        return None
    start, end = fields.day("date_start"), fields.day("date_end")
    if end < start:
        raise refuse(RejectReason.BAD_DATE, fields.path("date_end"), "is before date_start")
    return DateInterval(start, end, fields.choice("date_prec", DatePrecision))


def place_value(place: Place) -> Value:
    return {
        "place_id": place.place_id,
        "name": place.name,
        "name_local": place.name_local,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "country_code": place.country_code,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "where_prec": place.where_prec,
    }


def read_place(fields: Fields) -> Place:
    if fields.has("latitude") != fields.has("longitude"):
        what = "latitude and longitude go together"
        raise refuse(RejectReason.BAD_VALUE, fields.path("latitude"), what)
    return Place(
        name=fields.text("name"),
        country_code=_country_code(fields),
        where_prec=fields.choice("where_prec", WherePrecision),
        place_id=optional_text(fields, "place_id"),
        name_local=optional_text(fields, "name_local"),
        admin1=optional_text(fields, "admin1"),
        admin2=optional_text(fields, "admin2"),
        country=optional_text(fields, "country"),
        latitude=fields.number("latitude", -90, 90) if fields.has("latitude") else None,
        longitude=fields.number("longitude", -180, 180) if fields.has("longitude") else None,
    )


def _country_code(fields: Fields) -> str | None:
    code = optional_text(fields, "country_code")
    if code is None:
        return None
    if not (
        len(code) == COUNTRY_CODE_LENGTH and code.isascii() and code.isalpha() and code.isupper()
    ):
        what = f"expected an ISO 3166-1 alpha-2 code, got {code[:40]!r}"
        raise refuse(RejectReason.BAD_VALUE, fields.path("country_code"), what)
    return code


def actor_value(actor: Actor) -> Value:
    return {
        "actor_id": actor.actor_id,
        "name": actor.name,
        "text": actor.text,
        "sector": actor.sector,
        "attribution": actor.attribution,
        "speaker": actor.speaker,
    }


def read_actor(fields: Fields) -> Actor:
    return Actor(
        name=fields.text("name"),
        text=fields.text("text"),
        attribution=fields.choice("attribution", Attribution),
        actor_id=optional_text(fields, "actor_id"),
        sector=optional_text(fields, "sector"),
        speaker=optional_text(fields, "speaker"),
    )


def recipient_value(recipient: Recipient) -> Value:
    return {
        "actor_id": recipient.actor_id,
        "name": recipient.name,
        "text": recipient.text,
        "sector": recipient.sector,
        "kind": recipient.kind,
    }


def read_recipient(fields: Fields) -> Recipient:
    return Recipient(
        name=fields.text("name"),
        text=fields.text("text"),
        actor_id=optional_text(fields, "actor_id"),
        sector=optional_text(fields, "sector"),
        kind=optional_text(fields, "kind"),
    )


def read_weapons(fields: Fields) -> tuple[Weapon, ...]:
    found = []
    for index, word in enumerate(fields.words("weapons")):
        try:
            found.append(Weapon(word))
        except ValueError:
            path = f"{fields.path('weapons')}[{index}]"
            what = f"{word[:40]!r} is no weapon of the contract"
            raise refuse(RejectReason.BAD_VALUE, path, what) from None
    return tuple(found)


def toll_value(toll: Toll) -> Value:
    return {"low": toll.low, "best": toll.best, "high": toll.high}


def read_toll(fields: Fields) -> Toll:
    toll = Toll(fields.whole("low"), fields.whole("best"), fields.whole("high"))
    if not toll.low <= toll.best <= toll.high:
        what = "expected low <= best <= high"
        raise refuse(RejectReason.BAD_VALUE, fields.path("best"), what)
    return toll
