"""Deaths of wounds, denials by the accused, sums of two attacks: none is told as a fresh attack."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role


@pytest.mark.parametrize(
    "body",
    [
        "توفي الثلاثاء جندي إسرائيلي متأثرا بجروح أصيب بها قبل أسبوع في هجوم على حاجز قرب نابلس.",
        (
            "A Palestinian teenager died on Tuesday of wounds sustained when Israeli troops "
            "shot him in Jenin last month, the health ministry said."
        ),
        "استشهد شاب فلسطيني فجر اليوم متأثرا بإصابته برصاص الاحتلال في مخيم بلاطة قبل أيام.",
        (
            "شيع آلاف اللبنانيين الثلاثاء رفات قيادي في حزب الله قتل في غارة إسرائيلية على "
            "الضاحية الجنوبية العام الماضي."
        ),
    ],
)
def test_a_death_of_old_wounds_recalls_its_attack(body: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body))


def test_the_headline_of_an_old_attacks_death_recalls_it_too() -> None:
    events = events_of(
        "أعلن مستشفى إيخيلوف في تل أبيب الثلاثاء وفاة رجل متأثرا بجروح أصيب بها قبل شهر "
        "في هجوم طعن وسط المدينة.",
        "وفاة جريح من هجوم تل أبيب",
    )
    assert all(event.role is Role.BACKGROUND for event in events)


def test_a_death_of_wounds_from_yesterday_is_news() -> None:
    event = event_of("توفي جندي متأثرا بجروح أصيب بها في انفجار عبوة ناسفة قرب الرقة أمس.")
    assert event.role is Role.MAIN


@pytest.mark.parametrize(
    "body",
    [
        "نفى الجيش السوداني الثلاثاء أن يكون قصف سوقا في نيالا.",
        "نفت وزارة الدفاع السورية الثلاثاء أن تكون قواتها قد استهدفت مدنيين في السويداء.",
        "ونفت قوات الدعم السريع قصف مخيم زمزم الثلاثاء.",
        "The army denied on Tuesday that it had bombed a school in Khan Younis.",
    ],
)
def test_what_only_the_accused_speaks_of_and_denies_is_no_event(body: str) -> None:
    assert events_of(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        (
            "نفى الجيش الإسرائيلي أن يكون قصف مستشفى في مدينة غزة، بينما قالت وزارة الصحة إن "
            "القصف أسفر عن مقتل سبعة أشخاص الثلاثاء."
        ),
        (
            "The RSF denied it shelled the Abu Shouk camp, after doctors said the "
            "shelling killed 14 people on Tuesday."
        ),
    ],
)
def test_what_others_tell_as_a_fact_is_an_event(body: str) -> None:
    assert len(events_of(body)) == 1


def test_who_announced_its_control_fought() -> None:
    event = event_of(
        "أعلنت قوات الدعم السريع سيطرتها على مقر الفرقة السادسة مشاة في الفاشر الثلاثاء "
        "بعد معارك عنيفة مع الجيش."
    )
    assert [actor.actor_id for actor in event.actors] == ["rsf"]


def test_the_headlines_sum_is_of_neither_attack() -> None:
    events = events_of(
        "هاجم مسلحون قرية قرب بنكاس وسط مالي الثلاثاء. وفي هجوم آخر، انفجرت عبوة ناسفة "
        "بشاحنة للجيش قرب غوسي.",
        "مقتل 12 في هجومين في مالي",
    )
    assert [event.deaths for event in events] == [None, None]
