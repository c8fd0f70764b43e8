"""Missiles that are tested hit nobody, however their launch is told."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "باكستان تنجح في تجربة أحدث صاروخ لديها",
            "أطلق الصاروخ الثلاثاء من منصة متحركة قبالة ساحل كراتشي، وأصاب هدفه في بحر العرب.",
        ),
        (
            "تايوان تختبر صاروخا بعيد المدى",
            "أطلقت البحرية الاثنين صاروخا من قاعدة قرب هوالين، وسقط الصاروخ في البحر.",
        ),
        (
            "طهران تعرض صاروخها الجديد",
            (
                "أجرت إيران الأحد تجربة ناجحة لإطلاق صاروخ باليستي من صحراء قرب سمنان.\n"
                "وأصاب الصاروخ هدفه على بعد 900 كلم."
            ),
        ),
        (
            "France test-fires missile from submarine",
            "The missile was launched off Brittany on Tuesday and struck its target area.",
        ),
        (
            "Army holds drill",
            (
                "Turkey carried out a test flight of a ballistic missile near Rize on Monday.\n"
                "The missile hit a platform in the Black Sea."
            ),
        ),
    ],
)
def test_a_test_of_a_missile_is_no_attack(title: str, body: str) -> None:
    assert events_of(body, title) == ()


@pytest.mark.parametrize(
    "body",
    [
        (
            "أطلقت جماعة الحوثي الاثنين صاروخا على مدينة مأرب وقتل أربعة أشخاص.\n"
            "وجاء الهجوم بعد تجربة صاروخية أعلنت عنها الجماعة."
        ),
        (
            "Rockets fired at Erbil airport on Monday wounded three.\n"
            "They fell two days after a missile test in Iran."
        ),
    ],
)
def test_an_attack_told_beside_a_test_is_one(body: str) -> None:
    assert event_of(body).location is not None
