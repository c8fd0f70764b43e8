"""What two tellings of one article must share to be one attack."""

from workers.extraction.telling.agreement import (
    compatible_kinds,
    contains_place,
    days_conflict,
    same_place,
)
from workers.model import Place, SubEventType, WherePrecision

MOSUL = Place("Mosul", "IQ", WherePrecision.EXACT, "p:mosul", latitude=36.34, longitude=43.13)
OUTSKIRTS = Place("Gogjali", "IQ", WherePrecision.EXACT, "p:gog", latitude=36.35, longitude=43.24)
RAMADI = Place("Ramadi", "IQ", WherePrecision.EXACT, "p:ramadi", latitude=33.42, longitude=43.30)
NINEVEH = Place(
    "Nineveh", "IQ", WherePrecision.ADMIN1, "p:nin", admin1="Nineveh", latitude=36.0, longitude=42.5
)
IRAQ = Place("Iraq", "IQ", WherePrecision.COUNTRY, "p:iq", latitude=33.0, longitude=44.0)


def test_places_near_each_other_are_one_place() -> None:
    assert same_place(MOSUL, OUTSKIRTS)
    assert not same_place(MOSUL, RAMADI)


def test_a_country_is_the_same_place_as_its_towns_and_no_others() -> None:
    assert same_place(IRAQ, RAMADI)
    assert not same_place(IRAQ, Place("Raqqa", "SY", WherePrecision.EXACT))


def test_a_province_holds_its_towns() -> None:
    assert contains_place(NINEVEH, MOSUL)
    assert not contains_place(NINEVEH, RAMADI)


def test_a_raid_with_a_bomb_is_one_attack_and_an_abduction_no_air_strike() -> None:
    assert compatible_kinds(SubEventType.SUICIDE_BOMB, SubEventType.ATTACK)
    assert compatible_kinds(None, SubEventType.ATTACK)
    assert not compatible_kinds(SubEventType.ABDUCTION, SubEventType.AIR_DRONE_STRIKE)


def test_unknown_days_do_not_conflict() -> None:
    assert not days_conflict(None, None)
