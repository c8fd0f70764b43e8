"""Attacks announced together and told by number alone."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, events_of, places_of


@pytest.mark.parametrize(
    "second",
    ["أما الثاني فكان أمام مقهى في مدينة كركوك.", "أما الثاني فاستهدف مقهى في مدينة كركوك."],
)
def test_the_second_of_two_is_an_attack_without_an_attack_word(second: str) -> None:
    assert places_of(
        "خلف تفجيران أمس في العراق عشرة قتلى وعشرين جريحا.\n"
        f"وقع الأول داخل سوق في مدينة بعقوبة فقتل ثمانية.\n{second}"
    ) == ["Baqubah", "Kirkuk city"]


def test_in_english_too() -> None:
    drafts = drafts_of(
        "Two explosions killed ten people in Iraq on Monday.\n"
        "The first was in a market in Baqubah.\nThe second hit a cafe in Kirkuk."
    )
    assert len(drafts) == 2


@pytest.mark.parametrize(
    "other",
    [
        "أما الثاني من نوعه فكان معرضا في مدينة كركوك.",
        "وجاء المنتخب في المركز الثاني في مدينة كركوك.",
    ],
)
def test_another_second_is_none(other: str) -> None:
    assert len(drafts_of(f"وقع تفجيران أمس في مدينة بعقوبة وقتل ثمانية.\n{other}")) == 1


GAZA = (
    "كثف الطيران الإسرائيلي غاراته على قطاع غزة منذ فجر الثلاثاء.\n"
    "واستشهد عشرة في خان يونس وستة في جباليا وأربعة في دير البلح."
)
SHABELLE = (
    "شنت حركة الشباب هجمات على قواعد عسكرية في إقليم شبيلي السفلى الثلاثاء.\n"
    "وقتل خمسة جنود في أودغلي وأربعة في جنالي."
)
UKRAINE = (
    "Russia attacked Ukraine with drones on Tuesday.\n"
    "Two people died in Odesa and two others in Mykolaiv, the governors said."
)


@pytest.mark.parametrize(
    ("body", "dead"),
    [
        (GAZA, {"Khan Yunis": 10, "Jabalia": 6, "Deir al-Balah": 4}),
        (SHABELLE, {"Awdhegle": 5, "Janaale": 4}),
        (UKRAINE, {"Odesa": 2, "Mykolaiv": 2}),
    ],
)
def test_dead_counted_by_town_are_of_an_attack_each(body: str, dead: dict[str, int]) -> None:
    events = events_of(body)
    told = {e.location.name: e.deaths.best for e in events if e.location and e.deaths}
    assert told == dead
    assert len({tuple(a.name for a in event.actors) for event in events}) == 1
    assert len({event.sub_event_type for event in events}) == 1


@pytest.mark.parametrize(
    "after",
    [
        "Road accidents left two people dead in Moscow and three in Tula.",
        "The year before, floods killed two in Moscow and three in Tula.",
    ],
)
def test_dead_of_no_attack_are_none(after: str) -> None:
    body = f"Ukraine attacked an oil refinery in Ryazan with drones on Tuesday.\n{after}"
    assert len(events_of(body)) == 1
