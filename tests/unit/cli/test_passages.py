"""Marked passages: what is marked, and that no text steers the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from workers.cli.passages import Colours, Mark, marked, passage, plain

PLAIN, COLOURED = Colours(on=False), Colours(on=True)
TEXT = "Two people were killed in Mosul."


def test_marks_stand_in_brackets() -> None:
    marks = [Mark(26, 31, "location"), Mark(0, 3, "deaths")]
    assert marked(TEXT, marks, PLAIN) == "[deaths: Two] people were killed in [location: Mosul]."


def test_overlapping_marks_share_their_words() -> None:
    marks = [Mark(0, 10, "a"), Mark(4, 10, "b")]
    assert marked(TEXT, marks, PLAIN).startswith("[a: Two ][a, b: people] were")


def test_a_terminal_gets_colours_and_the_same_words() -> None:
    shown = marked(TEXT, [Mark(26, 31, "location")], COLOURED)
    assert "\x1b[" in shown
    assert "Mosul" in shown
    assert "\x1b[" not in marked(TEXT, [Mark(26, 31, "location")], PLAIN)


def test_a_passage_is_one_line_with_its_neighbours() -> None:
    text = "First line.\nIn Mosul two died.\nLast line."
    assert passage(text, Mark(15, 20, "location"), PLAIN) == "In [location: Mosul] two died."
    shown = passage("x" * 100 + "Mosul" + "y" * 100, Mark(100, 105, "l"), PLAIN)
    assert shown == "…" + "x" * 40 + "[l: Mosul]" + "y" * 40 + "…"


def test_nothing_in_a_text_steers_the_terminal() -> None:
    nasty = "a\x1b[2Jb\u202ec\rd\x07e"
    assert plain(nasty) == "a[2Jbc de"
    assert "\x1b[2J" not in marked(nasty, [Mark(0, 3, "x")], COLOURED)


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@given(st.text(max_size=40), st.lists(spans, max_size=4))
def test_without_labels_the_marked_text_is_the_text(text: str, found: list[list[int]]) -> None:
    marks = [Mark(min(a, len(text)), min(b, len(text)), "") for a, b in found]
    shown = marked(text, marks, PLAIN)
    if "[" not in text and "]" not in text:
        assert shown.replace("[: ", "").replace("]", "") == plain(text)
