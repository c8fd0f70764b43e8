"""Day and place of a burial, and the hospitals that take in the hurt: none is the attack's."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import event_of, events_of


@pytest.mark.parametrize(
    "body",
    [
        (
            "شيع المئات الثلاثاء في نابلس جثمان شاب قتل برصاص الجيش الإسرائيلي في بلدة بيتا.\n"
            "وكان الشاب أصيب برصاصة في الرأس في بيتا الأحد."
        ),
        (
            "شيعت محافظة ذمار يوم الاثنين تسعة عمال قتلوا في غارة جوية.\n"
            "ووقعت الغارة صباح الأحد على معمل في مديرية عنس."
        ),
        (
            "شارك المئات في تشييع ثلاثة متظاهرين الثلاثاء في بغداد بعد أن قتلوا برصاص مسلحين.\n"
            "وكان المسلحون أطلقوا النار عليهم في بغداد مساء الأحد."
        ),
        (
            "Relatives on Tuesday buried five farmers who were killed by a roadside bomb.\n"
            "The bomb hit their van in Maiwand district of Kandahar on Sunday."
        ),
        (
            "Thousands attended the funerals on Monday for students killed in a bombing in Kabul.\n"
            "The bomber struck on Sunday at a school in Dasht-e-Barchi."
        ),
    ],
)
def test_the_day_of_the_burial_is_not_the_attacks(body: str) -> None:
    event = event_of(body)
    assert event.date is not None
    assert event.date.start == date(2024, 5, 5)


@pytest.mark.parametrize(
    "body",
    [
        "فجر انتحاري نفسه وسط مشيعين في جنازة، الاثنين، في مدينة بيجي العراقية، وقتل أربعة أشخاص.",
        "Gunmen opened fire on mourners at a funeral on Monday in the Iraqi town of Balad.",
        "شيعت بغداد الاثنين ضحايا التفجير الذي وقع صباحا في ساحة الطيران وقتل فيه 12 شخصا.",
        "شيع الأهالي ضحايا الغارة التي قتلت الاثنين ستة أشخاص في بلدة حاس بريف إدلب.",
    ],
)
def test_the_day_of_an_attack_on_mourners_or_of_the_same_morning_is(body: str) -> None:
    event = event_of(body)
    assert event.date is not None
    assert event.date.start == date(2024, 5, 6)


@pytest.mark.parametrize(
    "aftermath",
    [
        "وتحدثت مصادر عن وصول عشرات القتلى والجرحى من الحوثيين إلى مستشفيات العاصمة صنعاء.",
        "ونقل عشرات القتلى والجرحى من المسلحين إلى مشافي محافظة ذمار.",
        "وشيعت الجماعة 20 من مسلحيها في مديرية همدان بعد أن لقوا مصرعهم في الجبهات.",
        "Dozens of dead and wounded fighters arrived at hospitals in Ibb.",
        "The bodies of many fighters killed at the front were buried in Hajjah.",
    ],
)
def test_where_the_dead_and_hurt_are_brought_is_no_attack(aftermath: str) -> None:
    told = events_of(f"قصفت مقاتلات التحالف الاثنين مواقع للحوثيين في مديرية زبيد.\n{aftermath}")
    assert [event.location.name for event in told if event.location] == ["Zabid"]


def test_a_hospital_that_is_shelled_is_a_place_of_attack() -> None:
    event = event_of("سقطت قذائف الاثنين على مستشفيات مدينة الحديدة وقتل ثلاثة أشخاص.")
    assert event.location is not None
    assert event.location.admin1 == "Hodeidah"
