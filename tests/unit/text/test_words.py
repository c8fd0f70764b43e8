"""Whole words of a closed list, with their proclitics."""

from hypothesis import given
from hypothesis import strategies as st

from workers.text.words import Clitics, WordScanner, listed

SCANNER: WordScanner[str] = WordScanner(
    {
        "سته": ("number", Clitics.NOUN),
        "جنود": ("person", Clitics.NOUN_OR_DEFINITE),
        "قتل": ("verb", Clitics.CONJUNCTION),
        "at least": ("hedge", Clitics.NONE),
    }
)


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (clitic, text[start:end], payload) for start, end, clitic, payload in SCANNER.scan(text)
    ]


def test_a_word_is_found_alone_and_with_a_proclitic() -> None:
    assert found("سته جنود") == [("", "سته", "number"), ("", "جنود", "person")]
    assert found("بسته والجنود للجنود") == [
        ("ب", "سته", "number"),
        ("وال", "جنود", "person"),
        ("لل", "جنود", "person"),
    ]


def test_a_word_inside_another_is_not_found() -> None:
    assert found("استهدف مستشفي وقتلي") == []


def test_a_proclitic_that_the_word_may_not_carry_is_not_taken_off() -> None:
    assert found("بقتل") == []


def test_quotes_brackets_and_slashes_stand_before_words() -> None:
    assert [payload for _, _, payload in found('"سته (جنود)/قتل')] == ["number", "person", "verb"]


def test_a_phrase_of_two_words_is_one_entry() -> None:
    assert found("at least, at leasty") == [("", "at least", "hedge")]


def test_a_word_under_a_phrase_that_proves_to_be_cut_is_found() -> None:
    scanner = WordScanner(
        {"a.m": (0, Clitics.NONE), "mother": (1, Clitics.NONE), "died": (2, Clitics.NONE)}
    )
    text = "a mother died at 9 a.m"
    assert [text[start:end] for start, end, _, _ in scanner.scan(text)] == ["mother", "died", "a.m"]


def test_a_list_in_one_string_is_a_tuple() -> None:
    assert listed("a b") == ("a", "b")


@given(st.text())
def test_any_text_is_scanned_in_order(text: str) -> None:
    done = 0
    for start, end, _, _ in SCANNER.scan(text):
        assert done <= start < end <= len(text)
        done = end
