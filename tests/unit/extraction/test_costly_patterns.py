"""Words asked for before a costly pattern: one of them stands wherever the pattern matches."""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.extraction.fields import arguments, claims, parties, plausible
from workers.extraction.places import said
from workers.extraction.tolls import marks
from workers.text.words import holds_one

_PAIRS = (
    (claims, "_RESPONSIBLE", "_RESPONSIBILITY"),
    (claims, "_UNCLAIMED", "_NOT_CLAIMED"),
    (claims, "_SIGN", "_SIGNS"),
    (plausible, "_NAMED_AFTER", "_NAMING"),
    (plausible, "_SETTLEMENT", "_SETTLEMENTS"),
    (said, "_OFFICE", "_OFFICES"),
    (said, "_PART_OF", "_PARTS"),
    (said, "_NEAR", "_NEARNESS"),
    (said, "_LOYAL", "_LOYALTIES"),
    (parties, "_FOUGHT", "_FIGHTS"),
    (arguments, "_REPLYING", "_STANDING_OFF"),
    (arguments, "_REPELLING", "_STANDING_OFF"),
    (arguments, "_SHOOTING_HIM", "_ATTACKING"),
    (marks, "_CLAIM", "_CLAIMS"),
    (marks, "_ON_TOP", "_ON_TOP_WORDS"),
    (marks, "_SEVERAL", "_SEVERAL_WORDS"),
)


@pytest.mark.parametrize(("module", "pattern", "words"), _PAIRS)
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_a_pattern_matches_only_where_one_of_its_words_stands(
    module: ModuleType, pattern: str, words: str, data: st.DataObject
) -> None:
    matched = data.draw(st.from_regex(getattr(module, pattern)))
    assert holds_one(matched, getattr(module, words))


def test_one_of_several_strings_is_held_anywhere_in_a_text() -> None:
    assert holds_one("وقتل اثنان", ("جرح", "قتل"))
    assert not holds_one("وقتل اثنان", ("جرح", "اصيب"))
    assert not holds_one("", ("جرح",))
    assert not holds_one("وقتل اثنان", ())
