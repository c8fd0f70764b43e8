"""Drafts put together: headlines, and what another source tells nearer."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, places_of


def test_a_headline_that_names_the_country_beside_the_mourners_town_founds_nothing() -> None:
    assert places_of(
        "عاد جثمانا عاملين من تعز قتلا في هجوم بطائرة مسيرة على حقل خور مور مساء الاثنين.",
        "تعز تودع أبناءها الذين قضوا في قصف حقل الغاز بالعراق",
    ) == ["Khor Mor gas field"]


def test_a_village_that_another_source_names_is_the_town_told_before() -> None:
    drafts = drafts_of(
        "قتل تسعة الثلاثاء في قصف مدفعي تركي على منتجع في مدينة زاخو.\n"
        "وقال مسؤول آخر إن المدفعية قصفت قرية برخ مرتين."
    )
    assert len(drafts) == 1


def test_a_village_that_the_text_turns_to_is_another() -> None:
    drafts = drafts_of(
        "قتل تسعة الثلاثاء في قصف مدفعي تركي على منتجع في مدينة زاخو.\n"
        "من جهة أخرى، قال مسؤول إن المدفعية قصفت قرية برخ."
    )
    assert len(drafts) == 2


def test_drones_that_a_party_names_later_are_the_attack_told_without_means() -> None:
    drafts = drafts_of(
        "تعرض مطار أبها الدولي لهجوم مساء الاثنين وأصيب عشرون.\n"
        "وقال متحدث باسم الحوثيين إن طائرات مسيرة استهدفت مطار أبها."
    )
    assert len(drafts) == 1


def test_the_dead_of_one_days_protests_along_a_fence_are_one_attack() -> None:
    drafts = drafts_of(
        "أطلق جنود الرصاص الثلاثاء على المتظاهرين شرق مدينة غزة وقتلوا شابا.\n"
        "وأعلنت الوزارة مقتل فتى برصاص الجنود شرق خان يونس.\n"
        "كما أعلنت مقتل رجل برصاص الجنود شرق جباليا."
    )
    assert len(drafts) == 1


def test_nor_do_the_dead_of_one_days_protests_in_a_capital_and_its_sister_towns_part() -> None:
    text = (
        "أطلقت قوات الأمن الرصاص الخميس على المتظاهرين في مدينة الخرطوم وقتلت شابا.\n"
        "وأعلنت لجنة الأطباء مقتل رجل برصاص قوات الأمن في {}."
    )
    assert len(drafts_of(text.format("مدينة أم درمان"))) == 1
    assert len(drafts_of(text.format("مدينة بورتسودان"))) == 2


def test_dead_of_two_towns_without_a_protest_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل شاب الثلاثاء برصاص الجنود في مدينة غزة.\n"
        "وأعلنت الوزارة مقتل فتى برصاص الجنود شرق خان يونس."
    )
    assert len(drafts) == 2


def test_a_headline_without_a_place_tells_the_attack_of_the_text() -> None:
    drafts = drafts_of(
        "رصدت الدفاعات الجوية الثلاثاء إطلاق صاروخ من قبل الحوثيين.\n"
        "وقال المتحدث إن الصاروخ كان باتجاه مدينة جازان واعترض بنجاح.",
        "التحالف يسقط صاروخا أطلق من معقل الحوثي",
    )
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            (
                "قتل ثلاثة الاثنين في تفجير وقع في سوق مزدحم في مدينة صغيرة تقع شمال مقديشو.\n"
                "ولم يعرف إن كان الانفجار نتج عن عبوة زرعت في سوق مدينة وانلاوين الصغيرة."
            ),
            "Wanlaweyn",
        ),
        (
            (
                "A bomb killed four people in a small town north of Mogadishu on Monday.\n"
                "Police said the blast hit a tea shop in Balad."
            ),
            "Balad, Somalia",
        ),
    ],
)
def test_the_only_town_that_is_named_is_where_the_lead_put_the_attack(text: str, town: str) -> None:
    assert places_of(text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        # Two towns, another day, another attack.
        (
            "قتل ستة في هجمات شمال شرقي نيجيريا الاثنين.\n"
            "ففي بلدة باما قتل أربعة برصاص مسلحين. وفي غوزا قتل اثنان في هجوم انتحاري."
        ),
        (
            "قتل جنديان في هجوم شمالي بوركينا فاسو الأحد.\n"
            "وقال شهود إن مسلحين أحرقوا مدرسة في بلدة جيبو الاثنين."
        ),
    ],
)
def test_several_towns_or_days_are_several_attacks(text: str) -> None:
    assert len(drafts_of(text)) > 1
