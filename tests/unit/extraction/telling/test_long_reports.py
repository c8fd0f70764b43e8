"""Long reports: measures and roads beside a town, days of what followed, turns to others."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import drafts_of, event_of, events_of
from workers.model import Role, SubEventType


def places_told(body: str, title: str | None = None) -> list[str]:
    events = events_of(body, title) if title else events_of(body)
    return [event.location.name if event.location else "" for event in events]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            (
                "انفجرت سيارة مفخخة الثلاثاء في مدينة سرت، على بعد 450 كيلومترا شرقي طرابلس، وقتل "
                "خمسة أشخاص."
            ),
            "Sirte city",
        ),
        (
            (
                "قتل خمسة جنود بانفجار عبوة ناسفة الثلاثاء في بلدة أفجوي، على مسافة ثلاثين "
                "كيلومترا شمال غربي مقديشو."
            ),
            "Afgooye",
        ),
        (
            (
                "A car bomb killed five people on Tuesday in Tal Afar, some 60 km (40 miles) west "
                "of Mosul, police said."
            ),
            "Tal Afar",
        ),
    ],
)
def test_a_measure_behind_a_town_names_no_other_place(body: str, place: str) -> None:
    assert places_told(body) == [place]


def test_a_measure_alone_is_where_it_happened() -> None:
    event = event_of("انفجرت عبوة ناسفة الثلاثاء على بعد 30 كيلومترا جنوب كركوك وقتل جندي.")
    assert event.location is not None
    assert event.location.latitude == pytest.approx(35.2, abs=0.1)


def test_a_town_on_a_road_is_the_place_and_no_end_of_the_road() -> None:
    told = places_told(
        "هاجم مسلحون حافلة تقل جنودا الثلاثاء في بلدة السخنة على الطريق الواصل بين مدينتي "
        "دير الزور وتدمر وقتلوا سبعة."
    )
    assert told == ["Al-Sukhna"]


def test_a_town_in_a_countryside_is_told_more_exactly() -> None:
    told = places_told(
        "في ريف دير الزور الشرقي، قتل مسلحون الثلاثاء مختارا أمام منزله في بلدة ذيبان."
    )
    assert told == ["Dhiban"]


def test_a_direction_behind_a_comma_is_no_second_place() -> None:
    assert places_told(
        "A roadside bomb killed two soldiers on Tuesday at Tarmiya, north of Baghdad, police said."
    ) == ["Tarmiyah"]


def test_a_town_that_only_suffered_is_not_struck() -> None:
    assert places_told(
        "A drone hit a power station at Atbara on Tuesday, leaving Port Sudan without light."
    ) == ["Atbara"]


def test_sources_in_a_town_are_not_where_the_bomb_went_off() -> None:
    assert places_told(
        "قتل جندي بانفجار عبوة ناسفة الثلاثاء في مدرعة جنوب رفح، بحسب مصادر طبية في العريش."
    ) == ["Rafah"]


@pytest.mark.parametrize(
    "body",
    [
        "Gunmen abducted two doctors on Tuesday from the town of Tal Afar, police said.",
        "خطف مسلحون طبيبين الثلاثاء من مدينة تلعفر.",
    ],
)
def test_people_are_abducted_where_they_are_taken_from(body: str) -> None:
    event = event_of(body)
    assert event.sub_event_type is SubEventType.ABDUCTION
    assert event.location is not None
    assert event.location.name == "Tal Afar"


def test_part_of_a_camp_told_before_is_in_that_camp() -> None:
    told = places_told(
        "Gunmen stormed Zamzam camp on Sunday and killed 30 people.\n"
        "A day later a drone hit a market at Atbara and killed two people.\n"
        "The army carried out air strikes on Monday at the edge of the camp."
    )
    assert told.count("Zamzam camp") == 2


@pytest.mark.parametrize(
    "body",
    [
        (
            "Families buried their dead in Kabul on Tuesday, a day after a man blew himself up in "
            "a school there and killed nine people."
        ),
        (
            "Mourners walked through Kabul on Tuesday, the day after a suicide bomber killed nine "
            "people at a school there."
        ),
    ],
)
def test_a_day_of_mourning_is_the_day_after_the_attack(body: str) -> None:
    draft = drafts_of(body)[0]
    assert draft.date is not None
    assert draft.date.interval is not None
    assert draft.date.interval.start == date(2024, 5, 6)


@pytest.mark.parametrize(
    "body",
    [
        (
            "Islamic State on Tuesday claimed responsibility for an attack on an army camp at "
            "Tal Afar that killed nine soldiers."
        ),
        "أعلن التنظيم في شريط مصور نشر الثلاثاء أن مقاتليه هاجموا حاجزا للجيش في تلعفر.",
        "هاجم مسلحون مركزا للشرطة في تلعفر ولم تستعده القوات إلا صباح الثلاثاء.",
        "The gunmen who attacked a police station at Tal Afar held it until Tuesday.",
    ],
)
def test_days_of_claims_tapes_and_ends_are_not_surely_the_attacks(body: str) -> None:
    assert drafts_of(body)[0].scenes[0].sure_date is None


def test_what_came_two_days_after_the_raid_is_news() -> None:
    events = events_of(
        "Militants attacked an army camp in Tal Afar on Sunday and killed nine soldiers.\n"
        "Two days after the raid, on Tuesday, gunmen killed four soldiers near Sinjar."
    )
    assert [event.role is Role.BACKGROUND for event in events] == [False, False]


def test_a_turn_after_a_recollection_is_news() -> None:
    roles = {
        event.location.name: event.role
        for event in events_of(
            "Gunmen killed nine farmers near Tal Afar on Monday, police said.\n"
            "Last month militants killed 22 people in the province.\n"
            "Meanwhile, in Sinjar, gunmen kidnapped a preacher on Sunday, police said."
        )
        if event.location is not None
    }
    assert roles["Sinjar"] is not Role.BACKGROUND


def test_a_turn_to_a_town_leaves_an_attack_told_without_one() -> None:
    drafts = drafts_of(
        "The group has claimed an ambush on a bus in the desert in which 39 soldiers died.\n"
        "It said that its fighters had raked the bus with machine-gun fire.\n"
        "Also on Monday, a car bomb at a market in the town of Ras al-Ain killed five people."
    )
    assert len(drafts) == 2


def test_attacks_that_have_risen_are_counted_and_their_dead_are_nobodys() -> None:
    event = event_of(
        "Gunmen ambushed soldiers near Sinjar on Monday and killed fourteen of them.\n"
        "Attacks have risen fourfold in Iraq this year, claiming the lives of 400 people."
    )
    assert event.deaths is not None
    assert event.deaths.best == 14


def test_what_a_war_is_counted_from_is_no_news() -> None:
    events = events_of(
        "An air strike killed four fighters in Kfar Kila on Monday.\n"
        "Fire across the border has killed 500 people in Lebanon since October 8, the day after "
        "gunmen killed 1,200 people in southern Israel."
    )
    assert [e.location.name for e in events if e.location and e.role is not Role.BACKGROUND] == [
        "Kfar Kila"
    ]


def test_an_air_raid_that_rockets_answered_is_an_attack_of_its_own() -> None:
    assert (
        len(
            places_told(
                "Hezbollah fired rockets at Kiryat Shmona on Tuesday in answer to an Israeli air "
                "raid that killed four of its fighters in Khiam."
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    "body",
    [
        "اقتحم صهريج محمل بالمتفجرات الثلاثاء بوابة معسكر للشرطة في تلعفر وانفجر وقتل عشرة.",
        "كان رجل يقود شاحنة مفخخة الثلاثاء نحو ساحة معسكر في تلعفر، وانفجرت وقتلت عشرة.",
    ],
)
def test_a_vehicle_driven_into_a_gate_is_a_suicide_bomb(body: str) -> None:
    assert event_of(body).sub_event_type is SubEventType.SUICIDE_BOMB


def test_guests_of_a_hotel_shot_by_fighters_are_attacked() -> None:
    event = event_of(
        "فتح مقاتلون من حركة الشباب النار الثلاثاء على رواد فندق في مقديشو، واستعادته القوات بعد "
        "ساعات، وقتل تسعة مدنيين."
    )
    assert event.sub_event_type is SubEventType.ATTACK


def test_a_death_weeks_later_leaves_the_attack_on_its_day() -> None:
    draft = drafts_of(
        "On Monday, a week after a rocket exploded beside his stall in Erbil, a vendor died."
    )[0]
    assert draft.date is not None
    assert draft.date.interval is not None
    assert draft.date.interval.start == date(2024, 4, 29)


def test_a_threat_behind_a_claim_leaves_the_attack_that_it_claims() -> None:
    told = places_told(
        "قال بيان الاثنين إن مقاتلي اللواء دكوا قاعدة عين الأسد بثلاثين صاروخا «أصابت أهدافها "
        "بدقة عالية»، وتوعد بالمزيد."
    )
    assert told == ["Ain al-Asad air base"]


def test_an_outlet_named_after_a_town_is_not_where_it_happened() -> None:
    told = places_told(
        "TEHRAN, May 6 (Kirkuk Gazette) - Two explosions killed nine people at a ceremony in the "
        "city of Kerman on Monday."
    )
    assert told == ["Kerman city"]
    assert places_told("قال ضابط لإذاعة كركوك إن عبوة ناسفة انفجرت الاثنين في تلعفر.") == [
        "Tal Afar"
    ]


def test_where_somebody_commemorated_died_is_not_struck() -> None:
    told = places_told(
        "A bomber blew himself up on Monday in the city of Kerman, in a crowd that marked the "
        "fourth anniversary of the commander's death at Baghdad airport."
    )
    assert told == ["Kerman city"]


def test_a_commemorated_day_is_not_that_of_the_attack_on_the_crowd() -> None:
    event = event_of(
        "قتل تسعة أشخاص الاثنين في انفجارين في مدينة كرمان حيث كان الناس يحيون الذكرى "
        "الرابعة لمقتل القائد."
    )
    assert event.date is not None
    assert event.date.start == date(2024, 5, 6)


def test_a_day_of_saying_behind_the_attack_is_not_surely_its_own() -> None:
    scene = drafts_of(
        "Sixty soldiers were killed when a missile hit a camp in Marib, sources said on Monday, "
        "making it one of the deadliest strikes of the war."
    )[0].scenes[0]
    assert scene.sure_date is None
