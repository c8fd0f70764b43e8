"""Attacks of years ago, shells in store and captives who were freed: none is told as an attack."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role


@pytest.mark.parametrize(
    "body",
    [
        "The judge who led the inquiry into the 2011 Riverside bombing spoke in Lagos today.",
        (
            "Mourners lit candles in Istanbul on Tuesday outside the club where 39 people died "
            "in a mass shooting seven years ago."
        ),
        "كرمت وزارة الدفاع الثلاثاء ضابطا شارك في تحرير سفينة خطفت قبالة عدن العام الماضي.",
    ],
)
def test_an_attack_of_years_ago_is_recalled_whatever_day_the_news_has(body: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body))


def test_an_attack_that_is_compared_with_years_ago_is_news() -> None:
    event = event_of(
        "A bomb exploded in a market in Kano on Tuesday, killing six people, the first such "
        "attack in the city since a mosque was hit three years ago."
    )
    assert event.role is Role.MAIN


@pytest.mark.parametrize(
    "body",
    [
        "ضبطت الشرطة في كركوك مستودعا يضم 60 قذيفة هاون وأسلحة خفيفة من مخلفات التنظيم.",
        "Soldiers rescued nine abducted women in the hills near Gwoza, the army said on Tuesday.",
    ],
)
def test_shells_in_store_and_captives_who_are_freed_are_no_attack(body: str) -> None:
    assert events_of(body) == ()


def test_mortar_shells_about_to_be_fired_are_a_foiled_attack() -> None:
    event = event_of(
        "عثرت قوة أمنية الثلاثاء قرب سامراء على أربع قذائف هاون منصوبة باتجاه القاعدة الجوية "
        "وفككتها."
    )
    assert event.role is Role.MAIN


@pytest.mark.parametrize(
    "body",
    [
        "تسلمت عائلات ضحايا تفجير الكنيسة في القاهرة شققا سكنية من المحافظة.",
        "Survivors of the bombing in Lagos opened a rehabilitation centre with a state grant.",
    ],
)
def test_what_survivors_and_families_do_is_no_attack(body: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body))


def test_the_families_of_those_hit_on_a_day_that_is_told_speak_of_news() -> None:
    event = event_of("طالب أهالي ضحايا الغارة على سوق في الحديدة أمس بتحقيق بعد مقتل 12 مدنيا.")
    assert event.role is Role.MAIN
