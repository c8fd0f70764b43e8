"""Blocking loses no pair that could link, whichever event comes first."""

from dataclasses import replace
from itertools import combinations
from math import cos, radians
from typing import Any

import pytest

from tests.simulation.world import world
from tests.unit.incidents.told import MAYADIN, on, told
from workers.lexicon.actors import ActorTable
from workers.lexicon.gazetteer.geometry import KM_PER_DEGREE
from workers.matching import Judge, Profile, profile
from workers.matching.blocking import days_of, days_reached, homes, reaches
from workers.matching.profile import RADIUS_KM
from workers.matching.time_and_place import reach_km
from workers.matching.weights import load
from workers.model import DatePrecision, Place, WherePrecision

SIDES = ActorTable.load().side_of
PROVINCE = replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.9, longitude=40.9)


REGION = WherePrecision.REGION


def _somewhere(precision: WherePrecision, latitude: float, longitude: float) -> Place:
    return Place("Somewhere", "SY", precision, latitude=latitude, longitude=longitude)


def finds(a: Profile, b: Profile) -> bool:
    days = set(days_reached(a)) & set(days_of(b))
    return bool(days) and not set(reaches(a)).isdisjoint(homes(b))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date": on(5)},
        {"location": replace(MAYADIN, latitude=35.3)},
        {"location": PROVINCE},
        {"location": Place("Syria", "SY", WherePrecision.COUNTRY)},
        {"location": Place("Syria", "SY", WherePrecision.COUNTRY, latitude=35.0, longitude=38.0)},
        {"date": None},
        {"date": on(2, precision=DatePrecision.TWO_TO_SIX_DAYS)},
    ],
)
def test_both_find_each_other(fields: dict[str, Any]) -> None:
    first, second = profile(told()), profile(told("a2", **fields))

    if fields.get("date") != on(2, precision=DatePrecision.TWO_TO_SIX_DAYS):
        assert finds(first, second)
    assert finds(first, second) == finds(second, first)


@pytest.mark.parametrize("latitude", [0.0, 35.0, -52.0, 69.0])
@pytest.mark.parametrize("wide", [WherePrecision.ADMIN2, WherePrecision.ADMIN1, REGION])
@pytest.mark.parametrize("other", [WherePrecision.EXACT, WherePrecision.ADMIN1, REGION])
def test_an_area_finds_all_that_it_reaches_and_is_found(
    latitude: float, wide: WherePrecision, other: WherePrecision
) -> None:
    area = profile(told(location=_somewhere(wide, latitude, 10.0)))
    reach = reach_km(RADIUS_KM[wide]) / KM_PER_DEGREE
    for east, north in ((0.99, 0.0), (-0.99, 0.0), (0.0, 0.99), (0.0, -0.99), (0.69, -0.69)):
        longitude = 10.0 + reach * east / cos(radians(latitude))
        near = _somewhere(other, latitude + reach * north, longitude)
        second = profile(told("a2", location=near))

        assert finds(area, second)
        assert finds(second, area)


def test_reports_of_one_wide_province_are_compared_in_either_order_or_in_none() -> None:
    first = profile(told(location=replace(PROVINCE, admin1="Wide")))
    beyond = profile(told("a2", location=replace(MAYADIN, latitude=38.9, admin1="Wide")))

    assert not finds(first, beyond)
    assert not finds(beyond, first)


def test_events_on_two_sides_of_a_border_find_each_other() -> None:
    adam = Place("Adam", "PS", WherePrecision.EXACT, latitude=31.84, longitude=35.27)
    israel = replace(adam, country_code="IL", latitude=31.6)
    first, second = profile(told(location=adam)), profile(told("a2", location=israel))

    assert finds(first, second)
    assert finds(second, first)


def test_other_weeks_and_far_places_are_not_compared() -> None:
    far = replace(MAYADIN, latitude=33.3, longitude=36.3)

    assert not finds(profile(told()), profile(told("a2", date=on(9))))
    assert not finds(profile(told()), profile(told("a2", location=far)))


def test_no_linking_pair_of_a_world_is_missed() -> None:
    judge = Judge(load())
    profiles = [profile(event, SIDES) for event in world(11, attacks=60, noise=0.15).events]
    linking = [(a, b) for a, b in combinations(profiles, 2) if judge.weigh(a, b) >= 0]
    missed = [(a, b) for a, b in linking if not (finds(a, b) and finds(b, a))]

    assert len(linking) > 100
    assert len(missed) <= 0.005 * len(linking)
