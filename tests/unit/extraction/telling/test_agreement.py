"""What two tellings of one article must share to be one attack."""

from workers.extraction.telling.agreement import (
    compatible_kinds,
    contains_place,
    days_conflict,
    names_its_province,
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


def test_a_capital_of_a_strip_names_its_province() -> None:
    gaza = Place("Gaza City", "PS", WherePrecision.EXACT, admin1="Gaza Strip")
    rafah = Place("Rafah", "PS", WherePrecision.EXACT, admin1="Gaza Strip")
    assert names_its_province(gaza)
    assert not names_its_province(rafah)


def test_the_waters_off_a_country_are_one_place_with_its_ports() -> None:
    waters = Place("Coast of Yemen", "YE", WherePrecision.REGION, latitude=15.0, longitude=42.0)
    port = Place("Port of Aden", "YE", WherePrecision.EXACT, latitude=12.8, longitude=45.0)
    berbera = Place("Berbera", "SO", WherePrecision.EXACT, latitude=10.4, longitude=45.0)
    assert same_place(waters, port)
    assert not same_place(waters, berbera)


def test_a_part_of_a_large_country_holds_what_lies_far_from_its_middle() -> None:
    part = Place("Southeast Turkey", "TR", WherePrecision.REGION, latitude=37.6, longitude=41.5)
    cukurca = Place("Cukurca", "TR", WherePrecision.EXACT, latitude=37.25, longitude=43.6)
    ankara = Place("Ankara", "TR", WherePrecision.EXACT, latitude=39.9, longitude=32.9)
    front = Place("Donbas", "UA", WherePrecision.REGION, latitude=48.3, longitude=38.0)
    dnipro = Place("Dnipro", "UA", WherePrecision.EXACT, latitude=48.46, longitude=35.05)
    assert same_place(part, cukurca)
    assert not same_place(part, ankara)
    assert not same_place(front, dnipro)
