"""Sentences without an attack that say where the target of the one told before lies."""

import pytest

from tests.unit.extraction.reading_of import places_of


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال مصدر أمني إن الهدف كان قاعدة خراب الجير.",
        "وقال مصدر إنها خرجت باتجاه قاعدة خراب الجير.",
    ],
)
def test_what_was_aimed_at_makes_an_area_exact(sentence: str) -> None:
    assert places_of(
        f"أطلقت خمسة صواريخ أمس الاثنين نحو قاعدة أميركية في شمال شرق سوريا.\n{sentence}"
    ) == ["Kharab al-Jir airfield"]


def test_a_convoy_on_its_way_is_no_target() -> None:
    assert places_of(
        "قصفت المدفعية الاثنين بلدة خشام في سوريا.\nوتوجه رتل نحو مطار دير الزور."
    ) == ["Khasham"]
