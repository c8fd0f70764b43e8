"""Folding: what meets under one spelling, and the way back to the original's code points."""

import pytest

from workers.text.fold import fold, folded, folded_each


@pytest.mark.parametrize(
    ("written", "meets"),
    [
        ("قَصَفَ", "قصف"),
        ("قـــصف", "قصف"),
        ("أُطلقت إلى آخر", "اطلقت الي اخر"),
        ("غارةٌ", "غاره"),
        ("مسؤول", "مسوول"),
        ("قذائف", "قذايف"),
        ("١٢ و۱۲", "12 و12"),
        ("کرکوک", "كركوك"),
        ("Dayr az-Zawr", "dayr az-zawr"),
        ("Ḥamāh", "hamah"),
        ("«النبأ»", '"النبا"'),
        ("#غزة_اليوم", " غزه اليوم"),
        ("قا\u200fعدة", "قاعده"),
    ],
)
def test_spellings_of_one_word_meet(written: str, meets: str) -> None:
    assert folded(written) == meets


def test_ascii_text_keeps_its_length_and_needs_no_map() -> None:
    found = fold("A_tag\tand `quotes`")
    assert found.text == "a tag and 'quotes'"
    assert found.deletions == ()


def test_a_run_of_spaces_is_its_first_one_and_a_line_begins_with_a_letter() -> None:
    text = "سيارة   #مفخخة\n  في السوق"
    found = fold(text)
    assert found.text == "سياره مفخخه\nفي السوق"
    at = found.text.index("مفخخه")
    first, last = found.original(at, at + len("مفخخه"))
    assert text[first:last] == "مفخخة"


def test_a_folded_word_maps_to_the_word_with_its_diacritics() -> None:
    text = "قُتِلَ جُنـــدِيّان في المَدينة"
    found = fold(text)
    at = found.text.index("جنديان")
    first, last = found.original(at, at + len("جنديان"))
    assert text[first:last].startswith("جُنـــدِيّان")
    assert folded(text[first:last]) == "جنديان"


def test_an_empty_span_maps_to_an_empty_span() -> None:
    assert fold("قَصف").original(1, 1) == (2, 2)


def test_letters_whose_lower_case_is_longer_keep_their_length() -> None:
    found = fold("İstanbul\u0130")
    assert len(found.text) == len("İstanbul\u0130")


def test_a_lone_surrogate_is_kept() -> None:
    assert folded("غارة \ud800 جوية") == "غاره \ud800 جويه"


def test_text_without_anything_to_fold_stays_as_it_is() -> None:
    assert folded("") == ""
    assert folded("中文 텍스트") == "中文 텍스트"


@pytest.mark.parametrize("letter", list("أإآٱىیةۀؤئکھہ“”„«»‘’ʼ`–—٠١۹é×ß"))
def test_a_letter_is_folded_alike_in_short_and_in_long_texts(letter: str) -> None:
    assert folded(f"ب{letter}" * 60) == folded(f"ب{letter}") * 60


@pytest.mark.parametrize(
    "text",
    [
        "Kfar Yuval  was hit",
        "Two\u200b drones",
        "",
        "  Al-Mukha \u00ad(Mocha)",
        "\u0642\u0640\u0627\u0639\u062f\u0629 X",
    ],
)
def test_what_was_kept_is_as_long_as_the_folded_text_and_folds_to_it(text: str) -> None:
    done = fold(text)
    kept = done.kept(text)
    assert len(kept) == len(done.text)
    assert fold(kept).text == done.text


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("غارةٌ جوية", " two  words ", "", "\u200fمُسيّرة\u200f", "Séoul", "a ", " b"),
        ("東京", "غارة", "?"),
    ],
)
def test_a_list_is_folded_as_each_of_its_texts_is(texts: tuple[str, ...]) -> None:
    assert folded_each(texts) == [folded(text) for text in texts]
