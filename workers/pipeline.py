"""The whole path as two pure functions: read this first.

Place in the flow: the streaming agents, `tawatur run`, the golden corpus and the benchmarks all
call these two, once a message, and do what the returned `Send`s say. No function here waits, logs,
reads a clock or raises on what a message holds.

    articles.raw --on_article--> events.extracted --on_event--> incidents.merged
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workers.model import Article, Event, Incident, Rejected, Withdrawal
from workers.wire import (
    decode_article,
    decode_event,
    encode_event,
    encode_incident,
    encode_withdrawal,
    incident_headers,
)
from workers.wire.topics import Topic

__all__ = [
    "Book",
    "CountryBook",
    "CountryBooks",
    "Reader",
    "Send",
    "Topic",
    "on_article",
    "on_event",
    "partition_key",
]

UNKNOWN_COUNTRY = "ZZ"
"""Key of events without a country. Source: ISO 3166-1, user-assigned code for an unknown one."""


@dataclass(frozen=True, slots=True)
class Send:
    """One record to write. `broadcast`: to every partition of the topic, under the same key."""

    topic: Topic
    key: bytes | None
    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()
    partition: int | None = None
    broadcast: bool = False


class Reader(Protocol):
    """What extraction offers: `workers.extraction.Extractor`."""

    def extract(self, article: Article) -> tuple[Event, ...]:
        """The article's events; never raises on any text."""


class Book(Protocol):
    """What takes a partition's events: `CountryBooks`, or a single country's book."""

    def apply(self, change: Event | Withdrawal, /) -> tuple[Incident, ...]:
        """The incident versions to publish after this change, oldest first."""


class CountryBook(Book, Protocol):
    """What matching and merging offer: `workers.incidents.IncidentBook`."""

    def restore(self, incident: Incident, /) -> None:
        """Takes an incident as it was written; a newer version replaces the older."""

    def __len__(self) -> int:
        """How many incidents are held."""


class CountryBooks:
    """The open incidents of one partition, a book for each partition key in it.

    Which countries share a partition is chance. With a book each, what becomes of an incident
    depends on its own country's reports alone, the window of event time included: the incidents are
    the same whatever the number of partitions is, and the same from files (ADR 0002).
    """

    def __init__(self, new_book: Callable[[], CountryBook]) -> None:
        self._new_book = new_book
        self._books: dict[str, CountryBook] = {}

    def __len__(self) -> int:
        return sum(map(len, self._books.values()))

    def apply(self, change: Event | Withdrawal, /) -> tuple[Incident, ...]:
        """The versions to publish; a withdrawal concerns the books of all countries."""
        if isinstance(change, Event):
            return self._book(partition_key(change)).apply(change)
        books = (book for _, book in sorted(self._books.items()))
        return tuple(incident for book in books for incident in book.apply(change))

    def restore(self, incident: Incident, /) -> None:
        """Hands an incident back to the book that its reports came through."""
        if incident.reports:
            self._book(partition_key(incident.reports[0].event)).restore(incident)

    def _book(self, key: str) -> CountryBook:
        if key not in self._books:
            self._books[key] = self._new_book()
        return self._books[key]


def partition_key(event: Event) -> str:
    """The country of the attack, so that all its reports meet in one partition (ADR 0002)."""
    country = event.location.country_code if event.location is not None else None
    return country or UNKNOWN_COUNTRY


def on_article(
    value: bytes | None, timestamp_ms: int | None, extractor: Reader
) -> tuple[Send, ...] | Rejected:
    """The events to publish for one raw article, or why it is refused.

    A withdrawn article becomes one withdrawal for every partition: which countries its events were
    in is not known here.
    """
    article = decode_article(value, timestamp_ms)
    if isinstance(article, Rejected):
        return article
    if article.retracted:
        withdrawal = Withdrawal(article.id, article.source, article.published_at)
        record = encode_withdrawal(withdrawal)
        return (Send(Topic.EVENTS, article.id.encode(), record, broadcast=True),)
    return tuple(
        Send(Topic.EVENTS, partition_key(event).encode(), encode_event(event))
        for event in extractor.extract(article)
    )


def on_event(value: bytes | None, book: Book) -> tuple[Send, ...] | Rejected:
    """The incident versions to publish after one event or withdrawal, or why it is refused.

    The caller writes them to the partition number that the event came from: the book of a partition
    is restored from the same partition of the output (ADR 0001).
    """
    change = decode_event(value)
    if isinstance(change, Rejected):
        return change
    return tuple(
        Send(
            Topic.INCIDENTS,
            incident.incident_id.encode(),
            encode_incident(incident),
            incident_headers(incident),
        )
        for incident in book.apply(change)
    )
