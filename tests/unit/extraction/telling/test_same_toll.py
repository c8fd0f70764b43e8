"""Drafts that count the same dead are one attack, wherever two clauses put it."""

from tests.unit.extraction.reading_of import drafts_of


def test_an_attack_of_a_province_and_of_its_town_with_one_toll_is_one() -> None:
    drafts = drafts_of(
        "قتل 26 مدنيا الاثنين في غارات جوية على ريف درعا الجنوبي.\n"
        "وقال ناشط إن طائرات تقصف طوال اليوم بلدة تسيل ما أسفر عن مقتل 26 مدنيا."
    )
    assert len(drafts) == 1


def test_two_towns_with_few_dead_each_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل مدنيان الاثنين في غارة جوية على بلدة تسيل.\n"
        "وقتل مدنيان في غارة جوية على بلدة بصر الحرير."
    )
    assert len(drafts) == 2


def test_towns_far_apart_with_one_sum_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل 45 شخصا الاثنين في تفجير انتحاري استهدف كنيسة في الإسكندرية.\n"
        "وقتل 45 شخصا في تفجير انتحاري استهدف كنيسة في أسوان."
    )
    assert len(drafts) == 2
