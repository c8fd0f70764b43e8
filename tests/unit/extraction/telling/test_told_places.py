"""Places told before that a clause names only by their kind."""

import pytest

from tests.unit.extraction.reading_of import places_of


@pytest.mark.parametrize(
    ("before", "attack"),
    [
        (
            "وصلت تعزيزات إلى قاعدة عين الأسد.\n",
            "وقصفت القاعدة الاثنين بثلاثة صواريخ، وعثرت القوات في مدينة هيت على سيارة.",
        ),
        (
            "Troops arrived at Ain al-Asad air base.\n",
            "Militants shelled the base on Monday, said a man in Hit.",
        ),
    ],
)
def test_the_base_is_the_one_named_before(before: str, attack: str) -> None:
    assert places_of(before + attack) == ["Ain al-Asad air base"]


def test_the_town_is_the_town_told_not_a_city_near_it() -> None:
    places = places_of(
        "دارت اشتباكات الثلاثاء قرب بلدة عين عيسى شمالي الرقة.\n"
        "وتلا ذلك قصف مدفعي على أطراف البلدة جرح اثنين."
    )
    assert set(places) == {"Ain Issa"}


def test_guns_inside_the_field_do_not_hit_it() -> None:
    places = places_of(
        "زار قائد حقل كونيكو.\nوقصفت المدفعية المتمركزة داخل الحقل الثلاثاء بلدة خشام."
    )
    assert places == ["Khasham"]
