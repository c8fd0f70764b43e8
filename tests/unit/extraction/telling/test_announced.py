"""Attacks announced together and told by number alone."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, places_of


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
