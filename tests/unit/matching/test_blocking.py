"""Blocking loses no pair that could link, whichever event comes first."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from tests.simulation.world import world
from tests.unit.incidents.told import MAYADIN, on, told
from workers.lexicon.actors import ActorTable
from workers.matching import Judge, Profile, profile
from workers.matching.blocking import days_of, days_reached, homes, reaches
from workers.matching.weights import load
from workers.model import DatePrecision, Place, WherePrecision

SIDES = ActorTable.load().side_of
PROVINCE = replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.9, longitude=40.9)


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
