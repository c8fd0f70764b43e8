"""Long reports: measures and roads beside a town, days of what followed, turns to others."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import SubEventType


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
    ) == ["Rafaḩ"]


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
