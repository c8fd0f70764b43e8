"""Words asked for before a costly pattern: one of them stands wherever the pattern matches."""

import re  # noqa: TC003 - hypothesis reads the annotations
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import workers.extraction.extractor  # noqa: F401 - makes the patterns of all extraction
from workers.extraction.fields import defenders, parties
from workers.text import patterns
from workers.text.needs import needed_strings
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_PAIRS = (
    (parties, "_FOUGHT", "_FIGHTS"),
    (defenders, "_REPLYING", "_STANDING_OFF"),
    (defenders, "_REPELLING", "_STANDING_OFF"),
    (defenders, "_SHOOTING_HIM", "_ATTACKING"),
)
_MADE = tuple(pattern for pattern in patterns.all_patterns() if pattern.needs)
_SLOW = settings(
    max_examples=20, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


@pytest.mark.parametrize("pattern", _MADE, ids=range(len(_MADE)))
@_SLOW
@given(data=st.data())
def test_a_pattern_matches_only_where_a_word_stands_that_it_needs(
    pattern: Pattern, data: st.DataObject
) -> None:
    found = pattern.regex.search(data.draw(st.from_regex(pattern.regex)))
    assert found is not None
    _, longest = needed_strings(pattern.pattern)
    seen = found.string[found.start() : found.start() + longest]
    assert holds_one(seen, pattern.needs), "in the match or in what it must see ahead"


@pytest.mark.parametrize(("module", "pattern", "words"), _PAIRS)
@_SLOW
@given(data=st.data())
def test_a_pattern_matches_only_where_one_of_its_words_stands(
    module: ModuleType, pattern: str, words: str, data: st.DataObject
) -> None:
    asked = getattr(module, pattern)
    regex: re.Pattern[str] = asked.regex if isinstance(asked, Pattern) else asked
    assert holds_one(data.draw(st.from_regex(regex)), getattr(module, words))


def test_one_of_several_strings_is_held_anywhere_in_a_text() -> None:
    assert holds_one("وقتل اثنان", ("جرح", "قتل"))
    assert not holds_one("وقتل اثنان", ("جرح", "اصيب"))
    assert not holds_one("", ("جرح",))
    assert not holds_one("وقتل اثنان", ())
