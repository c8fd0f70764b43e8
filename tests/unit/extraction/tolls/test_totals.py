"""Totals that stand before the word for the dead."""

import pytest

from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            (
                "six men died of their wounds, taking to 44 the number killed when a car bomb "
                "tore into riot police."
            ),
            44,
        ),
        (
            "two men died on monday, bringing to 1,044 the number of people killed in the blast.",
            1044,
        ),
        ("more bodies were found, bringing to 51 the soldiers known to have died there.", 51),
    ],
)
def test_a_total_before_its_noun_is_read(text: str, dead: int) -> None:
    told = [mention for mention in find_tolls(text) if mention.updated]
    assert [(mention.field, mention.toll.best) for mention in told if mention.toll] == [
        ("deaths", dead)
    ]
    assert not told[0].since


def test_a_total_over_a_year_is_that_of_many_attacks() -> None:
    text = "two men were shot, bringing to 44 the number of people killed this year."
    assert [mention.since for mention in find_tolls(text) if mention.updated] == [True]


def test_what_is_brought_to_a_number_of_something_else_is_no_toll() -> None:
    text = "a bomb killed two men, bringing to 44 the number of closed shops."
    assert not [mention for mention in find_tolls(text) if mention.updated]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("He became the third victim of the Saturday attack", 3),
        ("the boy became the fourth person to die in the raid", 4),
        ("وبذلك يصبح رابع ضحية للهجوم", 4),
        ("وهو القتيل السادس في الهجوم", 6),
        ("a guard died, taking to six the number of people killed", 6),
        ("A guard died of his wounds, bringing the number of dead to nine", 9),
    ],
)
def test_one_more_dead_tells_how_many_they_are(text: str, people: int) -> None:
    newest = [m.toll.best for m in find_tolls(folded(text)) if m.updated and m.toll is not None]
    assert newest == [people]


@pytest.mark.parametrize(
    "text",
    [
        "She was the fifth journalist killed in the war this year",
        "وهو ثالث صحافي يقتل في غزة هذا الشهر",
        "It was the fifth death in a week of attacks",
    ],
)
def test_the_nth_of_a_war_is_no_toll_of_an_attack(text: str) -> None:
    assert not [m for m in find_tolls(folded(text)) if m.updated]
