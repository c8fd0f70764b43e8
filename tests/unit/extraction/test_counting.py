"""Tolls: whose dead count, which figure leads, and which attack it belongs to."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Toll


def deaths_of(body: str) -> Toll | None:
    return event_of(body).deaths


def test_part_of_the_dead_is_not_the_toll() -> None:
    assert deaths_of("قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء، بينهم طفلان.") == Toll(
        5, 5, 5
    )


def test_part_of_the_dead_in_the_next_sentence_is_not_the_toll() -> None:
    assert deaths_of(
        "قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء.\nوقال طبيب إن بين القتلى طفلين."
    ) == Toll(5, 5, 5)


@pytest.mark.parametrize(
    "body",
    [
        (
            "قتل شرطيان بانفجار عبوة ناسفة في طوزخورماتو الثلاثاء.\n"
            "وارتفعت الحصيلة إلى أربعة قتلى، وفق مصدر طبي."
        ),
        (
            "A bomb killed two policemen in Tuz Khurmatu on Tuesday.\n"
            "The death toll rose to four, a doctor said."
        ),
    ],
)
def test_a_running_total_leads_and_the_first_figure_stays_the_low_bound(body: str) -> None:
    assert deaths_of(body) == Toll(2, 4, 4)


def test_the_highest_of_two_running_totals_leads() -> None:
    toll = deaths_of(
        "قتل شرطيان بانفجار عبوة ناسفة في طوزخورماتو الثلاثاء.\n"
        "وارتفعت الحصيلة إلى أربعة قتلى، وفق مصدر طبي.\n"
        "ثم ارتفع عدد القتلى إلى ستة، بحسب الشرطة."
    )
    assert toll is not None
    assert toll.best == 6


@pytest.mark.parametrize(
    "body",
    [
        "هاجم مسلحون نقطة تفتيش قرب سامراء الثلاثاء وقتلوا ثلاثة جنود، فيما قتل خمسة من المهاجمين.",
        (
            "Gunmen stormed a checkpoint near Baiji on Tuesday and killed three soldiers. "
            "Four of the attackers were also killed, the army said."
        ),
    ],
)
def test_the_attackers_own_dead_do_not_count(body: str) -> None:
    assert deaths_of(body) == Toll(3, 3, 3)


def test_the_dead_of_a_group_count_where_armed_sides_fight() -> None:
    assert deaths_of(
        "هاجم الجيش النيجيري معسكرا لبوكو حرام قرب باما الثلاثاء، وقتل عشرة من المسلحين."
    ) == Toll(10, 10, 10)


@pytest.mark.parametrize(
    "body",
    [
        "سقطت قذيفتا هاون على حي سكني في تعز الثلاثاء دون وقوع إصابات.",
        "Two rockets landed near the airport in Erbil on Tuesday without causing casualties.",
    ],
)
def test_no_casualties_is_zero_and_not_unknown(body: str) -> None:
    event = event_of(body)
    assert event.injured == Toll(0, 0, 0)


def test_a_toll_that_is_not_told_is_unknown() -> None:
    event = event_of("قصفت طائرات التحالف صنعاء الثلاثاء.")
    assert (event.deaths, event.injured) == (None, None)


def test_injured_and_dead_are_counted_apart() -> None:
    event = event_of(
        "هاجم مسلحون نقطة تفتيش في مدينة كركوك الثلاثاء، ما أدى إلى مقتل أربعة جنود وإصابة ستة."
    )
    assert (event.deaths, event.injured) == (Toll(4, 4, 4), Toll(6, 6, 6))


def test_each_attack_gets_the_dead_of_its_own_clause() -> None:
    events = events_of(
        "قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء.\n"
        "وقتل جنديان في هجوم مسلح على حاجز في درنة الليبية الاثنين."
    )
    assert [event.deaths.best if event.deaths else None for event in events] == [5, 2]


def test_the_dead_of_a_recalled_attack_are_not_counted_with_the_new_ones() -> None:
    first, *_ = events_of(
        "فجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n"
        "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات."
    )
    assert first.deaths == Toll(10, 10, 10)


def test_the_dead_of_a_whole_war_are_no_toll_of_an_attack() -> None:
    (first, *_) = events_of(
        "قصفت طائرات التحالف صنعاء الثلاثاء وقتل شخصان.\nوقتل آلاف المدنيين منذ بدء الحرب في اليمن."
    )
    assert first.deaths == Toll(2, 2, 2)
