"""What contradicts, and what only knows less."""

from dataclasses import replace
from typing import Any

from tests.unit.incidents.told import MAYADIN, on, told
from workers.incidents.disputes import disputes
from workers.model import (
    Actor,
    Attribution,
    DateInterval,
    DatePrecision,
    Event,
    SubEventType,
    Toll,
    WherePrecision,
)

SIDES = {"isis-k": "isis", "islamic-state": "isis"}


def named(*fields: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    events: list[Event] = [told(f"a{n}", **each) for n, each in enumerate(fields)]
    found = disputes(events, SIDES.get)
    return {each.field: tuple(value for value, _ in each.values) for each in found}


def test_a_single_report_contradicts_nobody() -> None:
    assert named({}) == {}


def test_figures_and_kinds_that_differ_are_told() -> None:
    assert named({}, {"deaths": Toll(5, 5, 5), "sub_event_type": SubEventType.ATTACK}) == {
        "sub_event_type": ("Attack", "Shelling/artillery/missile attack"),
        "deaths": ("2", "5"),
    }


def test_a_year_holds_its_days_and_other_days_contradict() -> None:
    whole = on(4).start.replace(month=1, day=1), on(4).start.replace(month=12, day=31)
    year = DateInterval(*whole, DatePrecision.YEAR)

    assert named({}, {"date": year}) == {}
    assert named({}, {"date": year}, {"date": on(5)}) == {"date": ("2024-03-04", "2024-03-05")}


def test_one_place_in_two_spellings_or_two_precisions_is_one() -> None:
    accents = replace(MAYADIN, name="Máyádin", place_id="other")
    province = replace(MAYADIN, name="Deir ez-Zor", where_prec=WherePrecision.ADMIN1)

    assert named({}, {"location": accents}) == {}
    assert named({}, {"location": province}) == {}


def test_two_towns_contradict() -> None:
    away = replace(MAYADIN, name="Quriyah", place_id="p3", latitude=34.6, longitude=40.9)

    assert named({}, {"location": away}) == {"location": ("Mayadin", "Quriyah")}


def test_near_a_town_and_a_country_alone_contradict_no_town_around() -> None:
    village = replace(MAYADIN, name="Quriyah", place_id="p3", latitude=35.1, longitude=40.55)
    around = replace(village, where_prec=WherePrecision.NEAR)
    whole = replace(
        MAYADIN, name="Syria", place_id="p4", where_prec=WherePrecision.COUNTRY, admin1=None,
        latitude=None, longitude=None,
    )  # fmt: skip

    assert named({}, {"location": around}) == {}
    assert named({}, {"location": whole}) == {}
    assert named({}, {"location": village}) == {"location": ("Mayadin", "Quriyah")}


def test_figures_are_told_from_the_smallest() -> None:
    told = [{"deaths": Toll(n, n, n)} for n in (10, 5, 9)]

    assert named(*told)["deaths"] == ("5", "9", "10")


def test_gunmen_contradict_no_group_and_a_wing_not_its_own_side() -> None:
    gunmen = Actor("gunmen", "gunmen", Attribution.UNKNOWN, None, "UAF")
    wing = Actor("Khorasan", "ISKP", Attribution.CLAIMED, "isis-k")
    whole = Actor("Islamic State", "IS", Attribution.CLAIMED, "islamic-state")
    other = Actor("Taliban", "Taliban", Attribution.ATTRIBUTED, "taliban")

    assert named({"actors": (gunmen,)}, {"actors": (wing,)}, {"actors": (whole,)}) == {}
    assert named({"actors": (wing,)}, {"actors": (other,)}) == {"actors": ("isis-k", "taliban")}
    assert named({"actors": (wing,)}, {"actors": (other, wing)}) == {}
