"""Events: their dates, and evidence that slices the article as it was received."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import TUESDAY, article, event_of, events_of, extractor
from workers.model import Article, DateInterval, DatePrecision, Event
from workers.text.fold import folded


def evidence(event: Event, of: Article, field: str) -> list[str]:
    parts = {"title": of.title or "", "body": of.body}
    return [parts[e.part][e.start : e.end] for e in event.evidence if e.field == field]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("انفجرت سيارة مفخخة الثلاثاء في مدينة تلعفر وقتل خمسة.", "تلعفر"),
        ("اِنفَجَرَت سَيّارَةٌ مُفَخَّخَة الثُلاثاء في مَدينَةِ تَلعَفَر وقُتِلَ خَمسَة.", "تَلعَفَر"),
        ("انفجــرت سيــارة مفخخة الثلاثاء في مدينة تلعـــفر وقتل خمسة.", "تلعـــفر"),
        (
            "<p>انفجرت <b>سيارة مفخخة</b> الثلاثاء في مدينة <a href='/x'>تلعفر</a></p> وقتل خمسة.",
            "تلعفر",
        ),
        ("&laquo;انفجرت سيارة مفخخة&raquo; الثلاثاء في مدينة&nbsp;تلعفر وقتل خمسة.", "تلعفر"),
        ("\u200fانفجرت سيارة مفخخة الثلاثاء في مدينة \u200fتلعفر\u200f وقتل خمسة.", "تلعفر"),
    ],
)
def test_evidence_slices_the_body_as_it_was_received(body: str, place: str) -> None:
    of = article(body)
    (event,) = extractor().extract(of)
    assert evidence(event, of, "location") == [place]
    assert any("مفخخه" in folded(words) for words in evidence(event, of, "sub_event_type")) or any(
        "مفخخه" in folded(words) for words in evidence(event, of, "weapons")
    )
    assert any("خمسه" in folded(words) for words in evidence(event, of, "deaths"))


def test_evidence_of_the_title_slices_the_title() -> None:
    of = article("وفرضت الشرطة طوقا حول المكان.", "قُتل خمسة بانفجار سيارة مفخّخة في تلعـفر الثلاثاء")
    (event,) = extractor().extract(of)
    assert {e.part for e in event.evidence} == {"title"}
    assert evidence(event, of, "location") == ["تلعـفر"]


def test_a_date_is_evidenced_by_its_words() -> None:
    of = article("انفجرت سيارة مفخخة مساء الاثنين في مدينة تلعفر وقتل خمسة.")
    (event,) = extractor().extract(of)
    assert any("الاثنين" in words for words in evidence(event, of, "date"))


@pytest.mark.parametrize("more", ["", "\nوقالت الشرطة اليوم إنها تحقق في ذلك."])
def test_an_attack_told_without_a_day_was_that_of_publication_or_the_one_before(more: str) -> None:
    event = event_of("انفجرت سيارة مفخخة في مدينة تلعفر وقتل خمسة." + more)
    assert event.date == DateInterval(
        date(2024, 5, 6), date(2024, 5, 7), DatePrecision.TWO_TO_SIX_DAYS
    )


def test_an_event_carries_its_article() -> None:
    of = Article(
        id="a-7",
        source="example.org",
        published_at=TUESDAY,
        body="انفجرت سيارة مفخخة الثلاثاء في مدينة تلعفر.",
        url="https://example.org/7",
        language="ar",
        title="انفجار في تلعفر",
        agency="Example Wire",
    )
    (event,) = extractor().extract(of)
    assert (event.article_id, event.source, event.url) == (of.id, of.source, of.url)
    assert (event.published_at, event.language, event.title) == (TUESDAY, "ar", of.title)
    assert event.agency == "Example Wire"
    assert event.extractor == extractor().version


def test_an_article_without_an_attack_word_yields_nothing() -> None:
    assert events_of("افتتح الوزير مدرسة جديدة في مدينة تلعفر.") == ()
    assert events_of("") == ()
