"""Sentences: where one ends, where a full stop ends none."""

from workers.text.fold import folded
from workers.text.sentences import SENTENCE_MAX, split_sentences


def sentences(text: str) -> list[str]:
    text = folded(text)
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text)]


def test_a_full_stop_before_space_ends_a_sentence() -> None:
    assert sentences("قصف الجيش البلدة. وسقط جرحى.") == ["قصف الجيش البلده.", "وسقط جرحي."]


def test_question_and_exclamation_marks_end_sentences() -> None:
    assert sentences("من فعلها؟ لا أحد يعلم! انتهى") == ["من فعلها؟", "لا احد يعلم!", "انتهي"]


def test_a_line_break_ends_a_sentence_and_counts_lines() -> None:
    found = split_sentences("title\nbody one. body two\n\nlast")
    assert [sentence.line for sentence in found] == [0, 1, 1, 3]


def test_a_decimal_point_ends_no_sentence() -> None:
    assert sentences("ارتفعت بنسبة 3.5 في المئة") == ["ارتفعت بنسبه 3.5 في الميه"]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    assert sentences("Lt. Gen. Smith of the U.S. Army spoke. He left.") == [
        "lt. gen. smith of the u.s. army spoke.",
        "he left.",
    ]


def test_initials_of_an_arabic_agency_end_no_sentence() -> None:
    assert sentences("قالت أ. ف. ب. إن القصف توقف.") == ["قالت ا. ف. ب. ان القصف توقف."]


def test_spans_hold_no_white_space_at_their_ends() -> None:
    text = "  one.   \n   two  "
    assert [text[s.start : s.end] for s in split_sentences(text)] == ["one.", "two"]


def test_text_without_punctuation_is_cut_at_a_space_and_nothing_is_lost() -> None:
    text = "كلمة " * 2_000
    found = split_sentences(text)
    assert max(sentence.end - sentence.start for sentence in found) <= SENTENCE_MAX
    assert [w for s in found for w in text[s.start : s.end].split()] == text.split()


def test_a_word_longer_than_a_sentence_is_cut_too() -> None:
    text = "x" * (3 * SENTENCE_MAX + 1)
    assert "".join(text[s.start : s.end] for s in split_sentences(text)) == text


def test_nothing_has_no_sentences() -> None:
    assert split_sentences("") == ()
    assert split_sentences(" \n\n ") == ()
