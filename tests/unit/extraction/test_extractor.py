"""The extractor as a whole: stable ids, sorted events, the same answer every time."""

from dataclasses import replace

import pytest

from tests.unit.extraction.reading_of import article, event_of, events_of, extractor
from workers.extraction import Extractor
from workers.lexicon.gazetteer import Gazetteer

TWO = (
    "فجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n"
    "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات."
)


def test_the_same_article_yields_the_same_events() -> None:
    assert events_of(TWO) == events_of(TWO)


def test_ids_of_one_articles_events_differ_and_depend_on_the_article_alone() -> None:
    first, second = events_of(TWO)
    assert first.event_id != second.event_id
    other = extractor().extract(replace(article(TWO), source="elsewhere", url="https://e.example"))
    assert [event.event_id for event in other] == [first.event_id, second.event_id]


def test_an_edited_article_keeps_the_id_of_its_main_event() -> None:
    before = event_of("انفجرت سيارة مفخخة الثلاثاء في مدينة تلعفر وقتل خمسة.")
    after = event_of("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل ستة وجرح عشرة.")
    assert before.event_id == after.event_id


def test_another_articles_events_have_other_ids() -> None:
    other = extractor().extract(replace(article(TWO), id="b"))
    assert not {e.event_id for e in other} & {e.event_id for e in events_of(TWO)}


def test_copies_of_a_text_share_a_fingerprint() -> None:
    (copy, *_) = extractor().extract(replace(article(TWO), id="b", source="elsewhere"))
    assert copy.fingerprint == events_of(TWO)[0].fingerprint


def test_the_version_names_the_lexicon() -> None:
    assert "+" in extractor().version


def test_another_gazetteer_is_another_version_of_the_extractor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gazetteer = Gazetteer.load()
    before = Extractor(gazetteer).version
    monkeypatch.setattr(gazetteer, "version", "another")
    assert Extractor(gazetteer).version != before == Extractor.load().version


def test_an_article_told_in_the_title_alone_yields_its_event() -> None:
    event = event_of("", "مقتل خمسة بانفجار سيارة مفخخة في مدينة تلعفر الثلاثاء")
    assert event.location is not None
    assert event.location.name == "Tal Afar"


def test_title_and_body_tell_one_attack_once() -> None:
    event = event_of(
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر، ما أسفر عن مقتل خمسة مدنيين.",
        "مقتل خمسة مدنيين بانفجار سيارة مفخخة في تلعفر",
    )
    assert event.deaths is not None
    assert event.deaths.best == 5


def test_a_link_to_another_story_yields_no_event() -> None:
    event = event_of(
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر، وقتل خمسة.\n"
        "وقالت الشرطة إنها فرضت طوقا حول المكان.\n"
        "اقرأ أيضا: عشرات القتلى في غارات على صنعاء",
        "انفجار سيارة مفخخة في تلعفر",
    )
    assert event.location is not None
    assert event.location.country_code == "IQ"
