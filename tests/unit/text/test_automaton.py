"""Strings of a list found in one pass, with offsets of the text whatever its characters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.text.automaton import Automaton

_TEXT = st.text(alphabet="قصفabc ?؟.éگ\U0001f600\ud800\u200f")


@given(_TEXT, st.sampled_from((("قصف", "abc", "قص"), ("a", "ab", "صف ق"))))
def test_every_occurrence_is_found_where_it_stands(text: str, strings: tuple[str, ...]) -> None:
    expected = [
        (number, found.start(), found.start() + len(string))
        for number, string in enumerate(strings)
        for found in re.finditer(f"(?={string})", text)
    ]
    assert sorted(Automaton(strings, overlapping=True).find(text)) == sorted(expected)


def test_of_strings_that_overlap_the_leftmost_and_longest_is_found() -> None:
    automaton = Automaton(["قصف", "قصف جوي", "جوي"], overlapping=False)
    assert automaton.find("و قصف جوي") == [(1, 2, 9)]


@pytest.mark.parametrize("string", ["گاز", "?", "café"])
def test_strings_with_other_characters_are_found_as_they_are(string: str) -> None:
    automaton = Automaton([string, "ab"], overlapping=False)
    assert automaton.find(f"ab {string} ж") == [(1, 0, 2), (0, 3, 3 + len(string))]
    assert automaton.find("ж" * 9) == []
