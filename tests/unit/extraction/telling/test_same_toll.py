"""Drafts that count the same dead are one attack, wherever two clauses put it."""

from tests.unit.extraction.reading_of import drafts_of, events_of


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


def test_a_headline_that_names_a_part_of_the_country_tells_of_the_town_of_the_text() -> None:
    body = (
        "قتل 12 جنديا الثلاثاء في كمين نصبه مسلحون قرب بلدة تيتاو في شمال بوركينا فاسو. وقال مصدر "
        "إن عبوة انفجرت تحت آلية ثم فتح المهاجمون النار."
    )
    found = events_of(body, title="مقتل 12 جنديا في كمين شمال بوركينا فاسو")
    assert [event.location.name for event in found if event.location] == ["Titao"]


def test_another_toll_in_a_part_of_the_country_is_another_attack() -> None:
    body = "قتل 12 جنديا الثلاثاء في كمين نصبه مسلحون قرب بلدة تيتاو في شمال بوركينا فاسو."
    assert len(events_of(body, title="مقتل 30 مدنيا في هجوم شرق بوركينا فاسو")) == 2
