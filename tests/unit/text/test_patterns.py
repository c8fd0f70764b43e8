"""Patterns that are only tried where a word stands that they need: never another answer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workers.extraction.extractor  # noqa: F401 - the patterns of all extraction
from workers.text import patterns
from workers.text.needs import needed_strings
from workers.text.patterns import Pattern

WORDS = ("قصف", "القصف", "هجوم", "في", "قبل", "بعد يوم", "attack", "attacks", "on", "second", ".")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        r"\b[وف]?(?:ال)?(?:قصف|هجوم)\b",
        r"(?:^|[ \n])(?:في|قبل) (?:ال)?\w+$",
        r"\W?(?:second )?attacks?(?! on)",
        r"(?<=في )قصف|بعد يوم",
        r"\w+ \w+",
        r" (?=(?:\w+ )?(?:قصف|attack))",
        r"(?: on(?= attacks?)|بعد(?! يوم))+",
    )
)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_pattern_finds_what_its_expression_finds(text: str, first: int, last: int) -> None:
    for asked in ASKED:
        regex = asked.regex
        assert _span(asked.search(text, first, last)) == _span(regex.search(text, first, last))
        assert _span(asked.match(text, first)) == _span(regex.match(text, first))
        assert _span(asked.match(text, first, last)) == _span(regex.match(text, first, last))
        assert _span(asked.fullmatch(text, first, last)) == _span(
            regex.fullmatch(text, first, last)
        )
        assert _span(asked.search_cut(text, first, last)) == _span(regex.search(text[first:last]))
        found = [match.span() for match in asked.finditer(text, first, last)]
        assert found == [match.span() for match in regex.finditer(text, first, last)]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match is not None else None


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("attack", {"attack"}),
        (r"\b[وف]?(?:ال)?قصف\b", {"قصف"}),  # what may be missing is not needed
        ("(?:raid|strike)s?", {"raid", "strike"}),
        ("raids?|raid on", {"raid"}),  # one of them holds the other
        (r"\w+ (?:hit|struck) (?!back)", {" hit ", " struck "}),
        ("the (?:only )?survivor", {"the survivor", "the only survivor"}),
        (r"in \w+ccord", {"ccord"}),  # a common word tells less than any other
        ("x{2}y", {"xxy"}),
        ("(?:ab)+c{0,3}", {"ab"}),
        ("(?<=not )(?:fired)", {"fired"}),
        (r" and (?=(?:two )?rockets)", {"rockets"}),  # what must follow is needed
        (r" and (?!rockets)", {" and "}),  # what must not follow is not
        (r"(?:,(?= two)|;) again", {", again", "; again"}),
        (r" [a-z](?:one|two)", {"one", "two"}),
        (r" a[^ ]+(?:bc|de)", {"bc", "de"}),  # a letter beside a space stands everywhere
        (r" a[^ ]+", {" a"}),
        (r"\w*", set()),
        ("a|raid", set()),  # a letter stands everywhere
        ("(?:raid)?", set()),
        ("[a-z]+", set()),
    ],
)
def test_what_every_match_holds(pattern: str, needs: set[str]) -> None:
    assert set(needed_strings(pattern)[0]) == needs


def test_how_long_a_match_can_be() -> None:
    assert needed_strings("ab?c{2,4}")[1] == 6
    assert needed_strings("a(?=bc(?=def)|g)(?<=h)")[1] == 6, "with what it must see ahead"


def test_nearly_all_patterns_of_extraction_need_a_word() -> None:
    """One that needs none is tried everywhere: better left to `re`, which says so."""
    made = patterns.all_patterns()
    idle = [p.regex.pattern for p in made if not p.needs and p not in ASKED]
    assert not idle


def test_a_pattern_made_later_is_looked_for_in_texts_seen_before() -> None:
    text = "an ambush " * 3
    assert Pattern("ambush").search(text, 0, len(text))
    later = Pattern("an ambush$")
    assert later.search_cut(text, 10, 19)
