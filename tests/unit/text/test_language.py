"""The language of a text whose feed does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.extraction.reading_of import event_of
from workers.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قتل ثلاثة جنود في انفجار عبوة ناسفة على الطريق الواصل بين المدينتين", "ar"),
        ("Three soldiers were killed when a bomb went off on the road to the town", "en"),
        ("به گزارش خبرنگاران در این حمله سه نفر کشته شدند و یک نفر زخمی شد", "fa"),
        ("شہر میں دھماکے سے تین افراد ہلاک ہو گئے ہیں", "ur"),
        ("د کابل په ښار کې یوه چاودنه وشوه او درې کسان ووژل شول", "ps"),
        ("Trois soldats ont été tués dans une attaque dans le nord du pays", "fr"),
        ("Kentte bir patlama oldu ve üç kişi yaralandı, dedi", "tr"),
        ("שלושה חיילים נהרגו בפיצוץ של מטען על הכביש, כך אמר הצבא, לא היה זה אירוע ראשון", "he"),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "Roadside bomb", "انفجار", "UKMTO 061-2024", "12:40", "Kirkuk"]
)
def test_too_few_words_leave_it_unknown(text: str) -> None:
    assert language_of(text) is None


def test_half_of_each_language_is_of_neither() -> None:
    arabic = "قتل ثلاثة في انفجار على الطريق"
    assert language_of(f"{arabic}: the bomb was on the road") is None


@given(st.text(max_size=300))
def test_any_text_has_one_language_or_none(text: str) -> None:
    language = language_of(text)
    assert language is None or len(language) == 2


def test_an_event_bears_the_language_that_was_found() -> None:
    english = event_of("A car bomb exploded in a market in Kirkuk on Tuesday, killing five people.")
    arabic = event_of("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة.")
    assert (english.language, arabic.language) == ("en", "ar")
