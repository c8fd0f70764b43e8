"""Older attacks that the news is measured by: they lend it no place, no day and no toll."""

import pytest

from tests.unit.extraction.reading_of import clauses_of, events_of
from workers.model import Event, Role


def fresh_of(body: str) -> list[Event]:
    return [event for event in events_of(body) if event.role is not Role.BACKGROUND]


@pytest.mark.parametrize(
    ("body", "place", "dead"),
    [
        (
            (
                "An Israeli air strike killed 27 people in Nuseirat refugee camp on Tuesday.\nThe "
                "bombing was among the deadliest in the central Gaza camps since the Christmas Eve "
                "strike on Maghazi last December, in which at least 70 people died."
            ),
            "Nuseirat camp",
            27,
        ),
        (
            (
                "A suicide bomber killed 14 worshippers in Peshawar on Tuesday.\nIt was the "
                "deadliest attack there since the January 2023 bombing of a police mosque, which "
                "killed 80."
            ),
            "Peshawar",
            14,
        ),
        (
            (
                "قتل 11 شخصا الثلاثاء في غارة إسرائيلية على منزل في بعلبك.\nوهذه الغارة هي "
                "الأعنف منذ قصف بلدة عين الدلب في سبتمبر الماضي الذي أودى بحياة 45 شخصا."
            ),
            "Baalbek",
            11,
        ),
        (
            (
                "قتل 9 أشخاص في هجوم مسلح على حافلة قرب باراتشينار الثلاثاء، في "
                "أكبر هجوم تشهده المنطقة منذ مجزرة 21 نوفمبر التي قتل فيها 42 شخصا."
            ),
            "Parachinar",
            9,
        ),
        (
            (
                "في أعنف هجوم منذ تفجير مطار كابل عام 2021، فجر انتحاري نفسه وسط حشد في مدينة "
                "قندوز الثلاثاء، ما أدى إلى مقتل 17 شخصا."
            ),
            "Kunduz city",
            17,
        ),
        (
            (
                "قصفت طائرات إسرائيلية خان يونس الثلاثاء ما أدى إلى مقتل 30 شخصا، في أعلى حصيلة "
                "منذ استئناف القصف على غزة في مارس."
            ),
            "Khan Yunis",
            30,
        ),
        (
            (
                "An Israeli strike killed five journalists in Gaza City on Tuesday.\nThe "
                "killings are the deadliest attack on reporters since Israeli tanks fired on a "
                "group of them in southern Lebanon in October 2023, killing one and wounding six."
            ),
            "Gaza City",
            5,
        ),
    ],
)
def test_an_attack_compared_with_lends_nothing(body: str, place: str, dead: int) -> None:
    (event,) = fresh_of(body)
    assert event.location is not None
    assert (event.location.name, event.deaths and event.deaths.high) == (place, dead)


def test_who_was_hurt_behind_the_comparison_is_of_the_news() -> None:
    (event,) = fresh_of(
        "A suicide bomber struck a rally in Quetta on Tuesday, killing 15 people, in the deadliest "
        "attack in the city since the bombing of its railway station last November, officials "
        "said, adding that 30 others were wounded."
    )
    assert event.injured is not None
    assert event.injured.best == 30


@pytest.mark.parametrize(
    "body",
    [
        "It was the third strike on Beirut since the November ceasefire, it killed four.",
        "The deadliest attack since January killed 20 people in Quetta.",
        "أعنف هجوم منذ أشهر استهدف قرية في ريف ديالى وقتل تسعة أشخاص.",
        "The worst violence since the war began as gunmen stormed Barsalogho and killed 20.",
    ],
)
def test_since_a_day_or_a_truce_cuts_nothing_off(body: str) -> None:
    assert len(clauses_of(body)) == 1


def test_the_next_clause_goes_on_with_the_news() -> None:
    events = fresh_of(
        "قصفت طائرات إسرائيلية خان يونس الثلاثاء وقتلت 30 شخصا، في أعلى حصيلة منذ استئناف "
        "القصف على غزة في مارس. وقتل ثمانية في غارة على جباليا."
    )
    assert [e.location and e.location.name for e in events] == ["Khan Yunis", "Jabalia"]
