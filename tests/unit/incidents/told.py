"""Plain factories: events as outlets would tell them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from workers.model import (
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

NOON = datetime(2024, 3, 4, 12, tzinfo=UTC)
MAYADIN = Place(
    name="Mayadin",
    country_code="SY",
    where_prec=WherePrecision.EXACT,
    place_id="p1",
    admin1="Deir ez-Zor",
    latitude=35.02,
    longitude=40.45,
)
TANF = Place(
    name="Tanf base",
    country_code="SY",
    where_prec=WherePrecision.EXACT,
    place_id="p2",
    admin1="Homs",
    latitude=33.51,
    longitude=38.62,
)


def toll(number: int) -> Toll:
    return Toll(number, number, number)


def on(day: int, month: int = 3, precision: DatePrecision = DatePrecision.DAY) -> DateInterval:
    return DateInterval(date(2024, month, day), date(2024, month, day), precision)


def told(article: str = "a1", *, ordinal: int = 0, after_hours: float = 0, **fields: Any) -> Event:
    """A rocket attack on Mayadin, said to be of 4 March 2024, as an article of its own words tells
    it."""
    told_as: dict[str, Any] = {
        "event_id": f"{article}#{ordinal}",
        "article_id": article,
        "source": f"{article}.example",
        "published_at": NOON + timedelta(hours=after_hours),
        "role": Role.MAIN,
        "sub_event_type": SubEventType.SHELLING,
        "outcome": Outcome.CARRIED_OUT,
        "certainty": Certainty.REPORTED,
        "fingerprint": "",
        "extractor": "test",
        "language": "en",
        "title": "Rockets hit base in Mayadin",
        "date": on(4),
        "location": MAYADIN,
        "actors": (Actor("Iraqi militia", "militia", Attribution.SUSPECTED, "iraqi-militias"),),
        "recipients": (Recipient("coalition base", "base"),),
        "weapons": (Weapon.ROCKET,),
        "deaths": toll(2),
        "evidence": (Evidence("date", "body", 0, 5),),
    }
    return Event(**(told_as | fields))


def bridged() -> tuple[Event, Event, Event]:
    """Two tellings of one night that do not meet, and a third that fits both."""
    vague: dict[str, Any] = {"title": None, "actors": (), "weapons": ()}
    dead: dict[str, Any] = {"deaths": toll(17), "injured": toll(40)}
    near = replace(MAYADIN, place_id="p3", name="Quriyah", latitude=34.95, longitude=40.52)
    rockets = told("a1", **vague, recipients=(), deaths=None)
    strike = told(
        "a2",
        after_hours=3,
        **vague,
        sub_event_type=SubEventType.AIR_DRONE_STRIKE,
        location=near,
        **dead,
    )
    both = told("a3", after_hours=5, **vague, **dead)
    return rockets, strike, both
