"""The search form: marks become single spaces and every offset holds."""

import pytest

from workers.text.spacing import spaced


@pytest.mark.parametrize("mark", list("\n\"'()[]<>,.;:!?؟،؛…-/|*+=&%@~^$•“”«»\u2029"))
def test_a_mark_becomes_one_space(mark: str) -> None:
    assert spaced(f"a{mark}b") == "a b"


def test_letters_digits_and_length_are_kept() -> None:
    text = 'f-16 و"النبا" (2024)...'
    assert len(spaced(text)) == len(text)
    assert spaced(text).split() == ["f", "16", "و", "النبا", "2024"]


def test_hyphenated_and_spaced_names_meet() -> None:
    assert spaced("al-shabaab") == "al shabaab"


def test_spacing_twice_is_spacing_once() -> None:
    once = spaced("قصف، ثم رد؛ ثم هدوء.")
    assert spaced(once) == once
