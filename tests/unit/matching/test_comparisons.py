"""One explained comparison a feature: which level two tellings reach."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.incidents.told import MAYADIN, TANF, on, told, toll
from workers.lexicon.actors import ActorTable
from workers.matching import means, parties, telling, time_and_place
from workers.matching.profile import Profile, profile
from workers.model import (
    Actor,
    Attribution,
    DateInterval,
    DatePrecision,
    Event,
    Outcome,
    Place,
    Recipient,
    Role,
    SubEventType,
    Weapon,
    WherePrecision,
)
from workers.text.fingerprint import signature

SIDES = ActorTable.load().side_of


def prepared(event: Event) -> Profile:
    return profile(event, SIDES)


def by(attacker: str, target: str, **fields: Any) -> Profile:
    return prepared(
        told(
            actors=(Actor(attacker, attacker, Attribution.CLAIMED, attacker),),
            recipients=(Recipient(target, target, target),),
            **fields,
        )
    )


def at(place: Place) -> Profile:
    return prepared(told(location=place))


GAZA = Place("Gaza City", "PS", WherePrecision.EXACT, latitude=31.51, longitude=34.45)
PARIS = Place("Paris", "FR", WherePrecision.EXACT, latitude=48.86, longitude=2.35)


@pytest.mark.parametrize(
    ("second", "level"),
    [
        ({}, "same_day"),
        ({"date": on(5), "after_hours": 10}, "overnight_quiet"),
        ({"date": on(5), "after_hours": 24}, "next_day"),
        ({"date": on(5), "after_hours": 24, "evidence": ()}, "next_day_assumed_quiet"),
        ({"date": on(6)}, "two_days"),
        ({"date": on(9)}, "other_day"),
        ({"date": on(4, precision=DatePrecision.WEEK)}, "same_middle_quiet"),
        ({"date": on(6, precision=DatePrecision.WEEK)}, "beside"),
        ({"date": on(6, precision=DatePrecision.WEEK), "after_hours": 30}, "beside_apart"),
        ({"date": on(25, precision=DatePrecision.WEEK)}, "other_time"),
        ({"date": None}, "unknown"),
    ],
)
def test_days(second: dict[str, Any], level: str) -> None:
    quiet = replace(MAYADIN, latitude=64.0, longitude=20.0, country_code="SE")
    first, other = told(location=quiet), told("a2", location=quiet, **second)

    assert time_and_place.day(prepared(first), prepared(other)) == level
    assert time_and_place.day(prepared(other), prepared(first)) == level


@pytest.mark.parametrize(
    ("place", "level"),
    [
        (MAYADIN, "same_point"),
        (replace(MAYADIN, latitude=35.06, place_id="x", name="X"), "same_town"),
        (replace(MAYADIN, latitude=35.2, place_id="x", name="X"), "outskirts"),
        (replace(MAYADIN, latitude=35.06, place_id="x", name="Nur Hospital"), "site_of_town"),
        (replace(MAYADIN, latitude=35.2, place_id="x", name="Rawda military base"), "site_of_town"),
        (replace(MAYADIN, latitude=35.2, place_id="x", name="X", admin1="Y"), "outskirts_across"),
        (replace(MAYADIN, latitude=35.4, place_id="x", name="X"), "same_district"),
        (replace(MAYADIN, latitude=35.9, place_id="x", name="X"), "impossible"),
        (replace(MAYADIN, latitude=35.2, place_id="x", name="Deir ez-Zor"), "part_of"),
        (TANF, "impossible"),
        (PARIS, "other_country"),
        (
            replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.2, place_id=None),
            "same_admin1",
        ),
        (
            replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.5, place_id=None),
            "in_province_far",
        ),
        (
            replace(MAYADIN, where_prec=WherePrecision.REGION, latitude=35.5, place_id=None),
            "same_admin1_far",
        ),
        (
            replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.2, admin1="Raqqa"),
            "inside_area",
        ),
        (
            replace(MAYADIN, where_prec=WherePrecision.ADMIN1, latitude=35.5, admin1="Raqqa"),
            "inside_area_far",
        ),
        (Place("Syria", "SY", WherePrecision.COUNTRY), "same_country"),
    ],
)
def test_places(place: Place, level: str) -> None:
    assert time_and_place.place(at(MAYADIN), at(place)) == level
    assert time_and_place.place(at(place), at(MAYADIN)) == level


ADAM = Place("Adam settlement", "PS", WherePrecision.EXACT, latitude=31.84, longitude=35.27)
JERUSALEM = Place("Jerusalem", "IL", WherePrecision.EXACT, latitude=31.78, longitude=35.22)


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        (ADAM, JERUSALEM, "over_border"),
        (ADAM, replace(JERUSALEM, where_prec=WherePrecision.REGION), "over_border"),
        (ADAM, replace(JERUSALEM, latitude=32.6), "other_country"),
        (ADAM, replace(JERUSALEM, country_code="JO"), "other_country"),
        (ADAM, Place("Israel", "IL", WherePrecision.COUNTRY), "other_country"),
    ],
)
def test_an_attack_may_be_told_from_either_side_of_some_borders(
    first: Place, second: Place, level: str
) -> None:
    assert time_and_place.place(at(first), at(second)) == level
    assert time_and_place.place(at(second), at(first)) == level


@pytest.mark.parametrize(
    ("hours", "level"),
    [
        (0, "same_middle_soon"),
        (3, "same_middle_soon"),
        (4, "same_middle"),
        (30, "same_middle_apart"),
    ],
)
def test_a_vague_day_where_attacks_are_frequent_says_most_if_told_at_once(
    hours: int, level: str
) -> None:
    week = on(4, precision=DatePrecision.WEEK)
    first = told(location=GAZA, date=week)
    other = told("a2", location=GAZA, date=week, after_hours=hours)

    assert time_and_place.day(prepared(first), prepared(other)) == level
    assert time_and_place.day(prepared(other), prepared(first)) == level


def test_the_name_of_a_place_may_be_shared_spelled_or_other() -> None:
    square = replace(MAYADIN, name="Liberty Square", name_local="ميدان الحرية")
    local = replace(MAYADIN, name="Maydan", name_local="ميدان الحرية")

    assert time_and_place.place_name(at(square), at(square)) == "equal"
    assert time_and_place.place_name(at(square), at(local)) == "alike"
    assert time_and_place.place_name(at(square), at(MAYADIN)) == "differ"


def test_a_strike_and_its_reply_have_opposite_directions() -> None:
    strike, reply = by("us-mil", "houthis"), by("houthis", "us-mil")

    assert parties.direction(strike, reply) == "opposite"
    assert parties.direction(strike, strike) == "same"


def test_fighting_has_no_direction_and_all_its_parties_are_compared() -> None:
    clash = SubEventType.ARMED_CLASH
    ours = by("sdf", "tr-mil", sub_event_type=clash)
    theirs = by("tr-mil", "sdf", sub_event_type=clash)

    assert parties.direction(ours, theirs) == "unknown"
    assert parties.attacker(ours, theirs) == "same"
    assert parties.target(ours, theirs) == "unknown"


@pytest.mark.parametrize(
    ("attacker", "level"),
    [("houthis", "same"), ("sdf", "other_side"), (None, "unknown")],
)
def test_attackers_by_id_and_side(attacker: str | None, level: str) -> None:
    actors = () if attacker is None else (Actor(attacker, "x", Attribution.CLAIMED, attacker),)

    assert parties.attacker(by("houthis", "sa"), prepared(told(actors=actors))) == level


def test_nameless_gunmen_are_no_attacker() -> None:
    gunmen = prepared(told(actors=(Actor("gunmen", "gunmen", Attribution.UNKNOWN),)))

    assert parties.attacker(gunmen, gunmen) == "unknown"


def test_a_target_named_after_its_place_says_no_more_than_the_place() -> None:
    camp = prepared(told(recipients=(Recipient("Mayadin camp", "camp"),)))
    mosque = prepared(told(recipients=(Recipient("Mayadin mosque", "mosque"),)))

    assert parties.target(camp, mosque) == "differ"


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (SubEventType.SHELLING, "same"),
        (SubEventType.AIR_DRONE_STRIKE, "kin"),
        (SubEventType.ABDUCTION, "other"),
    ],
)
def test_types(kind: SubEventType, level: str) -> None:
    assert means.sub_event_type(prepared(told()), prepared(told(sub_event_type=kind))) == level


def test_an_attack_told_without_a_how_may_be_of_any_type() -> None:
    strike = prepared(told(sub_event_type=SubEventType.AIR_DRONE_STRIKE))
    bare = prepared(told(sub_event_type=SubEventType.ATTACK, weapons=()))
    shooting = prepared(told(sub_event_type=SubEventType.ATTACK, weapons=(Weapon.SMALL_ARMS,)))

    assert means.sub_event_type(strike, bare) == "vague"
    assert means.sub_event_type(bare, shooting) == "same"
    assert means.sub_event_type(strike, shooting) == "other"


def test_gunmen_are_told_as_fighting_or_as_an_attack() -> None:
    raid = prepared(told(sub_event_type=SubEventType.ARMED_CLASH, weapons=(Weapon.SMALL_ARMS,)))
    shooting = prepared(told(sub_event_type=SubEventType.ATTACK, weapons=(Weapon.SMALL_ARMS,)))
    bare = prepared(told(sub_event_type=SubEventType.ATTACK, weapons=()))
    strike = prepared(told(sub_event_type=SubEventType.AIR_DRONE_STRIKE))
    bomb = prepared(told(sub_event_type=SubEventType.REMOTE_EXPLOSIVE))

    assert means.sub_event_type(raid, shooting) == "arms"
    assert means.sub_event_type(raid, bare) == "arms"
    assert means.sub_event_type(raid, bomb) == "kin"
    assert means.sub_event_type(raid, strike) == "other"


def test_bombs_are_told_with_several_types() -> None:
    bomb = prepared(told(sub_event_type=SubEventType.REMOTE_EXPLOSIVE))
    bomber = prepared(told(sub_event_type=SubEventType.SUICIDE_BOMB))

    assert means.sub_event_type(bomb, bomber) == "bombs"


@pytest.mark.parametrize(
    ("weapons", "level"),
    [
        ((Weapon.ROCKET, Weapon.DRONE), "shared"),
        ((Weapon.MORTAR,), "kin"),
        ((Weapon.KNIFE,), "differ"),
        ((), "unknown"),
    ],
)
def test_weapons(weapons: tuple[Weapon, ...], level: str) -> None:
    assert means.weapon(prepared(told()), prepared(told(weapons=weapons))) == level


def test_unnamed_explosives_may_be_any_bomb() -> None:
    unnamed, named = told(weapons=(Weapon.EXPLOSIVES,)), told(weapons=(Weapon.CAR_BOMB,))

    assert means.weapon(prepared(unnamed), prepared(named)) == "unnamed_bomb"


@pytest.mark.parametrize(
    ("first", "later", "level"),
    [
        (12, 12, "equal_many"),
        (2, 2, "equal_few"),
        (0, 0, "both_none"),
        (10, 12, "rises"),
        (12, 10, "falls"),
        (5, 40, "rises_far"),
        (40, 5, "falls_far"),
        (0, 5, "some_after_none"),
        (5, 0, "none_after_some"),
        (None, 5, "unknown"),
    ],
)
def test_a_later_toll_may_be_higher(first: int | None, later: int, level: str) -> None:
    early = prepared(told(deaths=None if first is None else toll(first)))
    late = prepared(told("a2", after_hours=3, deaths=toll(later)))

    assert means.deaths(early, late) == level
    assert means.deaths(late, early) == level


def test_a_toll_that_grows_as_a_whole_says_so_once() -> None:
    early = prepared(told(deaths=toll(5), injured=toll(20)))
    late = prepared(told("a2", after_hours=3, deaths=toll(17), injured=toll(90)))
    hurt = prepared(told("a3", after_hours=3, deaths=toll(4), injured=toll(90)))
    fewer = prepared(told("a4", after_hours=3, deaths=toll(17), injured=toll(8)))
    unhurt = prepared(told("a5", after_hours=-3, deaths=toll(3), injured=toll(0)))

    assert means.deaths(early, late) == "both_rise"
    assert means.injured(early, late) == "unknown"
    assert means.injured(early, hurt) == "rises_far"
    assert means.deaths(early, fewer) == "rises_far"
    assert means.deaths(early, unhurt) == "rises_far"
    assert means.injured(early, unhurt) == "some_after_none"


def test_munitions_outcomes_and_wires() -> None:
    eight, nine = prepared(told(munitions=8)), prepared(told(munitions=9))
    foiled = prepared(told(outcome=Outcome.FOILED))
    wire, other = prepared(told(agency="Northstar")), prepared(told(agency="AFP"))

    assert means.munitions(eight, eight) == "equal"
    assert means.munitions(eight, nine) == "near"
    assert means.munitions(eight, prepared(told(munitions=40))) == "differ"
    assert means.outcome(eight, foiled) == "differ"
    assert telling.wire(wire, wire) == "same"
    assert telling.wire(wire, other) == "other"
    assert telling.wire(wire, eight) == "unknown"


def test_texts_and_titles() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    copied = prepared(told(fingerprint=signature(text)))
    own = prepared(told(fingerprint=signature(" ".join(f"w{n}" for n in range(60)))))
    arabic = prepared(told(title="قصف صاروخي على قاعدة في الميادين"))

    assert telling.text(copied, copied) == "copy"
    assert telling.text(copied, own) == "own"
    assert telling.title(copied, own) == "alike"
    assert telling.title(copied, arabic) == "unknown"
    assert telling.article(copied, own) == "same_article"


@settings(max_examples=500)
@given(
    latitude=st.floats(-80, 80), longitude=st.floats(-180, 180),
    north=st.floats(-5, 5), east=st.floats(-12, 12),
    precisions=st.tuples(st.sampled_from(WherePrecision), st.sampled_from(WherePrecision)),
)  # fmt: skip
def test_what_is_too_far_at_a_glance_is_impossible(
    latitude: float,
    longitude: float,
    north: float,
    east: float,
    precisions: tuple[WherePrecision, WherePrecision],
) -> None:
    here = replace(PARIS, latitude=latitude, longitude=longitude, where_prec=precisions[0])
    moved = (longitude + east + 180.0) % 360.0 - 180.0
    there = replace(PARIS, latitude=latitude + north, longitude=moved, where_prec=precisions[1])
    first, second = at(here), at(there)

    if time_and_place.too_far_from(first)(second):
        assert time_and_place.place(first, second) == "impossible"


def test_an_area_is_too_far_only_beyond_its_reach() -> None:
    area = at(replace(PARIS, latitude=50.0, where_prec=WherePrecision.ADMIN1))
    far = at(replace(PARIS, latitude=58.86, where_prec=WherePrecision.ADMIN1))

    assert time_and_place.too_far_from(at(PARIS))(at(replace(PARIS, latitude=50.0)))
    assert not time_and_place.too_far_from(at(PARIS))(area)
    assert not time_and_place.too_far_from(area)(at(PARIS))
    assert time_and_place.too_far_from(at(PARIS))(far)


def test_no_casualties_are_counted_once() -> None:
    none = prepared(told(deaths=toll(0), injured=toll(0)))
    unhurt = prepared(told(injured=toll(0)))

    assert means.deaths(none, none) == "both_none"
    assert means.injured(none, none) == "unknown"
    assert means.injured(none, unhurt) == "both_none"


def test_what_an_article_is_about_is_told_from_what_it_mentions() -> None:
    main, mentioned = prepared(told()), prepared(told(role=Role.SECONDARY))
    recalled = prepared(told(role=Role.BACKGROUND))

    assert telling.standing(main, main) == "both_main"
    assert telling.standing(main, mentioned) == telling.standing(mentioned, main) == "one_main"
    assert telling.standing(mentioned, mentioned) == "none_main"
    assert telling.standing(main, recalled) == "unknown"


def test_a_week_around_a_day_says_little_where_attacks_are_frequent() -> None:
    week = told(location=GAZA, date=on(4, precision=DatePrecision.WEEK), after_hours=4)

    assert time_and_place.day(at(GAZA), prepared(week)) == "same_middle"


def test_reports_of_vague_days_that_come_a_day_apart_tell_two_attacks_rather_than_one() -> None:
    def of(start: int, after_hours: float) -> Profile:
        days = DateInterval(
            date(2024, 3, start), date(2024, 3, start + 1), DatePrecision.TWO_TO_SIX_DAYS
        )
        return prepared(told(location=GAZA, date=days, after_hours=after_hours))

    assert time_and_place.day(of(3, 0), of(3, 6)) == "same_middle"
    assert time_and_place.day(of(3, 0), of(3, 24)) == "same_middle_apart"
    assert time_and_place.day(of(3, 0), of(4, 12)) == "within"
    assert time_and_place.day(of(3, 0), of(4, 26)) == "within_apart"


def test_meeting_where_attacks_are_rare_is_told_from_meeting_where_they_are_daily() -> None:
    baghdad = replace(MAYADIN, country_code="IQ", latitude=33.31, longitude=44.37)
    north = replace(MAYADIN, country_code="SE", latitude=64.0, longitude=20.0)

    assert time_and_place.rarity(at(north), at(north)) == "rare"
    assert time_and_place.rarity(at(baghdad), at(baghdad)) in {"often", "daily"}
    assert time_and_place.rarity(at(baghdad), at(PARIS)) == "unknown"
