"""One byte a character: the same answers as without, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.lexicon.gazetteer.names import key_text
from workers.text.codes import CHARACTERS, Respelling, coded, encoded, is_whole
from workers.text.fold import fold
from workers.text.spacing import spaced

_TEXT = st.text(alphabet="قصفةأabcZ ?؟.é\n\t#_\r\u0640\u064b\u200f\u00a0")
_OTHER = "\u0416\U0001f600\ud800"
"""Characters that have no code."""


@given(st.text(alphabet="قصفabc ?؟.éگ\U0001f600\ud800\u200f"))
def test_a_coded_text_has_one_byte_a_character(text: str) -> None:
    assert len(coded(text)) == len(text)


@pytest.mark.parametrize("text", ["", "?", "قصف؟", CHARACTERS])
def test_a_text_of_known_characters_is_whole(text: str) -> None:
    assert is_whole(text, encoded(text))


@pytest.mark.parametrize("text", [_OTHER, f"?{_OTHER[0]}?"])
def test_a_text_with_another_character_is_not_whole(text: str) -> None:
    assert not is_whole(text, encoded(text))


@given(_TEXT)
def test_a_text_is_respelt_as_by_the_function_itself(text: str) -> None:
    assert Respelling(str.upper)(text) == text.upper()


@given(_TEXT)
def test_what_is_remembered_of_a_respelt_text_is_its_code(text: str) -> None:
    for respelt in (fold(text).text, spaced(text, before=" ", behind=" "), key_text(text)):
        assert coded(respelt) == encoded(respelt)


def test_a_respelt_text_is_set_between_others() -> None:
    for text in ("قصف، ثم رد", f"قصف، {_OTHER[0]}"):
        assert spaced(text, before=" ", behind="!") == f" {spaced(text)}!"


@pytest.mark.parametrize("respell", [spaced, key_text])
@given(text=_TEXT)
def test_characters_without_a_code_change_nothing_around_them(
    respell: Respelling, text: str
) -> None:
    assert respell(text + _OTHER[0])[:-1] == respell(text)


@given(_TEXT)
def test_a_text_is_folded_alike_with_and_without_other_characters(text: str) -> None:
    """Both ways of folding: by codes, and letter by letter where one has none."""
    alone, beside = fold(text), fold(text + _OTHER[1])
    assert beside.text == alone.text + _OTHER[1]
    assert beside.deletions == alone.deletions
