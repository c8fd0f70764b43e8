"""Readings, mentions, drafts and events of a text for tests: the extractor step by step."""

from datetime import UTC, datetime
from functools import cache

from workers.extraction import Extractor
from workers.extraction.reading import Reading, make_text, read_sentences
from workers.extraction.telling.mentions import Mention, find_mentions
from workers.extraction.telling.tellings import Draft
from workers.extraction.triggers import WordFinder
from workers.lexicon.triggers import load_entries
from workers.model import Article, Event

TUESDAY = datetime(2024, 5, 7, 12, tzinfo=UTC)
"""When the articles of these tests appear: Tuesday, 7 May 2024, at noon."""


@cache
def finder(kind: str) -> WordFinder:
    entries = load_entries()
    if kind == "attack":
        return WordFinder(tuple(e for e in entries if e.kind not in ("weapon", "cue")))
    return WordFinder(tuple(e for e in entries if e.kind == kind))


@cache
def extractor() -> Extractor:
    """The one extractor of a test run: loading it takes longer than most tests."""
    return Extractor.load()


def article(body: str, title: str | None = None, *, at: datetime = TUESDAY) -> Article:
    return Article(id="a", source="s", published_at=at, body=body, title=title)


def reading_of(body: str, title: str | None = None) -> Reading:
    text = make_text(article(body, title))
    sentences, skipped = read_sentences(text)
    return Reading(
        text,
        sentences,
        skipped,
        finder("attack").find(text.search),
        finder("weapon").find(text.search),
        finder("cue").find(text.search),
    )


def read_lines(body: str, title: str | None = None) -> list[str]:
    """The sentences that are read, folded."""
    reading = reading_of(body, title)
    return [
        reading.text.folded.text[sentence.start : sentence.end]
        for index, sentence in enumerate(reading.sentences)
        if index not in reading.skipped
    ]


def mentions_of(body: str) -> list[Mention]:
    return list(find_mentions(reading_of(body), []))


def clauses_of(body: str) -> list[str]:
    """The folded words of each clause that tells of an attack."""
    text = reading_of(body).text.folded.text
    return [text[mention.start : mention.end].strip() for mention in mentions_of(body)]


def drafts_of(body: str, title: str | None = None) -> list[Draft]:
    told = extractor().read(article(body, title))
    return told.drafts if told else []


def events_of(body: str, title: str | None = None, *, at: datetime = TUESDAY) -> tuple[Event, ...]:
    return extractor().extract(article(body, title, at=at))


def event_of(body: str, title: str | None = None, *, at: datetime = TUESDAY) -> Event:
    """The one event of a text."""
    (event,) = events_of(body, title, at=at)
    return event


def places_of(body: str, title: str | None = None) -> list[str]:
    """The names of the places of a text's events, in the order of the events."""
    return [event.location.name if event.location else "" for event in events_of(body, title)]
