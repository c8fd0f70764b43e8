"""Readings and mentions of a text for tests: the first steps of the extractor on words alone."""

from datetime import UTC, datetime
from functools import cache

from workers.extraction.mentions import Mention, find_mentions
from workers.extraction.reading import Reading, make_text, read_sentences
from workers.extraction.triggers import WordFinder
from workers.lexicon.triggers import load_entries
from workers.model import Article


@cache
def finder(kind: str) -> WordFinder:
    entries = load_entries()
    if kind == "attack":
        return WordFinder(tuple(e for e in entries if e.kind not in ("weapon", "cue")))
    return WordFinder(tuple(e for e in entries if e.kind == kind))


def article(body: str, title: str | None = None) -> Article:
    return Article(id="a", source="s", published_at=datetime(2024, 5, 7, 12, tzinfo=UTC), body=body, title=title)


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


def mentions_of(body: str) -> list[Mention]:
    return [mention for mention in find_mentions(reading_of(body), []) if mention.has_attack]
