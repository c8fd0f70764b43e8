"""The whole path as three pure functions: read this first.

Place in the flow: the streaming agents, `tawatur run`, the golden corpus and the benchmarks all
call these, once a message, and do what the returned `Send`s say. No function here waits, logs,
reads a clock or raises on what a message holds.

    articles.raw --on_article-----------> events.extracted --on_event--> incidents.merged
    incidents.corrections --on_correction---^
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from workers.incidents.corrections import checked
from workers.lexicon.borders import book_of
from workers.model import (
    Article,
    Correction,
    Event,
    Incident,
    Inventories,
    Inventory,
    Outline,
    Place,
    Rejected,
    RejectReason,
    Withdrawal,
)
from workers.wire import (
    decode_article,
    decode_correction,
    decode_event,
    encode_correction,
    encode_event,
    encode_incident,
    encode_inventories,
    encode_withdrawal,
    incident_headers,
)
from workers.wire.topics import Topic

__all__ = [
    "Book",
    "CountryBook",
    "CountryBooks",
    "Reader",
    "Ruling",
    "Send",
    "Topic",
    "gathered",
    "on_article",
    "on_correction",
    "on_event",
    "partition_key",
    "read_ruling",
]

UNKNOWN_COUNTRY = "ZZ"
"""Key of events without a country. Source: ISO 3166-1, user-assigned code for an unknown one."""


COUNTRY_CODE_LENGTH = 2
"""Source: ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction, and the country whose book it rules: the key that it came under."""

    country: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Send:
    """One record to write. `broadcast`: to every partition of the topic, under the same key.

    `inventory`: the one that it holds, so that those of a batch can go as one record.
    """

    topic: Topic
    key: bytes | None
    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()
    partition: int | None = None
    broadcast: bool = False
    inventory: Inventory | None = None


class Reader(Protocol):
    """What extraction offers: `workers.extraction.Extractor`."""

    def extract(self, article: Article) -> tuple[Event, ...]:
        """The article's events; never raises on any text."""


class Book(Protocol):
    """What takes a partition's events: `CountryBooks`, or a single country's book."""

    def apply(self, change: Event | Withdrawal | Inventories | Ruling, /) -> tuple[Incident, ...]:
        """The incident versions to publish after this change, oldest first."""


class CountryBook(Protocol):
    """What matching and merging offer: `workers.incidents.IncidentBook`."""

    def apply(self, change: Event | Withdrawal | Inventory | Correction, /) -> tuple[Incident, ...]:
        """The incident versions to publish after this change, oldest first."""

    def follow(self, corrections: Iterable[Correction], /) -> None:
        """Rulings that hold from now on, without publishing what they change."""

    def witness(self, outline: Outline, /) -> None:
        """Moves event time to where an incident's reports have moved it, without holding it."""

    def is_over(self, outline: Outline, /) -> bool:
        """Whether an incident is forgotten at once when it is restored."""

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
        self._everywhere: tuple[Correction, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, self._books.values()))

    def apply(self, change: Event | Withdrawal | Inventories | Ruling, /) -> tuple[Incident, ...]:
        """The versions to publish; withdrawals and inventories concern all countries' books."""
        if isinstance(change, Event):
            return self._book(partition_key(change)).apply(change)
        if isinstance(change, Ruling):
            return self._book(change.country).apply(change.correction)
        parts = (change,) if isinstance(change, Withdrawal) else change.articles
        books = [book for _, book in sorted(self._books.items())]
        return tuple(incident for part in parts for book in books for incident in book.apply(part))

    def witness(self, outline: Outline, /) -> None:
        """Moves event time in the book that the incident's reports came through."""
        self._book(_key_in(outline.country)).witness(outline)

    def is_over(self, outline: Outline, /) -> bool:
        """Whether the window has passed an incident for good."""
        return self._book(_key_in(outline.country)).is_over(outline)

    def restore(self, incident: Incident, /) -> None:
        """Hands an incident back to the book that its reports came through.

        One that has ended, too: it takes the place of its earlier version, and counts on from its
        own where it is revived.
        """
        self._book(incident_key(incident)).restore(incident)

    def follow(self, rulings: Iterable[Ruling], /) -> None:
        """Rulings read back: they hold before the first event is matched."""
        by_country: dict[str, list[Correction]] = {}
        for ruling in rulings:
            by_country.setdefault(ruling.country, []).append(ruling.correction)
        for country, corrections in by_country.items():
            self._book(country).follow(corrections)

    def follow_everywhere(self, corrections: Iterable[Correction], /) -> None:
        """Rulings of files, which have no key: each book follows those that name its events."""
        self._everywhere = tuple(corrections)
        for book in self._books.values():
            book.follow(self._everywhere)

    def _book(self, key: str) -> CountryBook:
        if key not in self._books:
            self._books[key] = self._new_book()
            self._books[key].follow(self._everywhere)
        return self._books[key]


def partition_key(event: Event) -> str:
    """The country of the attack, so that all its reports meet in one partition (ADR 0002).

    Countries whose attacks are told from either side of the border share a key.
    """
    return _key_at(event.location)


def incident_key(incident: Incident) -> str:
    """The partition key of an incident's reports; one that has ended keeps only its place."""
    if incident.reports:
        return partition_key(incident.reports[0].event)
    return _key_at(incident.location)


def _key_at(place: Place | None) -> str:
    return _key_in(None if place is None else place.country_code)


def _key_in(country: str | None) -> str:
    return book_of(country or UNKNOWN_COUNTRY)


def on_article(
    value: bytes | None, timestamp_ms: int | None, extractor: Reader
) -> tuple[Send, ...] | Rejected:
    """The events to publish for one raw article, or why it is refused.

    Behind them the article's inventory goes to every partition: an earlier revision may have told
    of attacks in other countries, and which is not known here. A withdrawn article becomes one
    withdrawal for every partition.
    """
    article = decode_article(value, timestamp_ms)
    if isinstance(article, Rejected):
        return article
    if article.retracted:
        withdrawal = Withdrawal(article.id, article.source, article.published_at)
        record = encode_withdrawal(withdrawal)
        return (Send(Topic.EVENTS, article.id.encode(), record, broadcast=True),)
    events = extractor.extract(article)
    ids = tuple(event.event_id for event in events)
    return (
        *(
            Send(Topic.EVENTS, partition_key(event).encode(), encode_event(event))
            for event in events
        ),
        _inventory((Inventory(article.id, article.published_at, ids),)),
    )


def _inventory(inventories: Sequence[Inventory]) -> Send:
    single = inventories[0] if len(inventories) == 1 else None
    record = encode_inventories(inventories)
    return Send(Topic.EVENTS, None, record, broadcast=True, inventory=single)


INVENTORY_IDS_MAX = 100_000
"""Characters of article and event ids in one record of inventories: far below 1 MiB (chosen)."""


def gathered(sends: Iterable[Send]) -> list[Send]:
    """The records of several articles with their inventories in as few records as can be, last.

    Of an article that came twice only the newer inventory: the older one would take back what the
    newer revision has told since.
    """
    written: list[Send] = []
    newest: dict[str, Inventory] = {}
    for send in sends:
        if send.inventory is None:
            written.append(send)
        else:
            newest.pop(send.inventory.article_id, None)
            newest[send.inventory.article_id] = send.inventory
    group: list[Inventory] = []
    size = 0
    for inventory in newest.values():
        length = len(inventory.article_id) + sum(map(len, inventory.event_ids))
        if group and size + length > INVENTORY_IDS_MAX:
            written.append(_inventory(group))
            group, size = [], 0
        group.append(inventory)
        size += length
    if group:
        written.append(_inventory(group))
    return written


def on_correction(ruling: Ruling) -> Send:
    """A correction on its way to the events that it rules; `read_ruling` reads and refuses.

    Forwarded as a record among the events of its country, it changes incidents where they are made
    and in one order with them: each partition has one writer (ADR 0012).
    """
    return Send(Topic.EVENTS, ruling.country.encode(), encode_correction(ruling.correction))


def read_ruling(key: bytes | None, value: bytes | None) -> Ruling | Rejected:
    """The ruling in a message of the corrections topic, or why it cannot be followed."""
    correction = decode_correction(value)
    return correction if isinstance(correction, Rejected) else _ruling(key, correction)


def _ruling(key: bytes | None, correction: Correction) -> Ruling | Rejected:
    country = (key or b"").decode("ascii", "replace")
    if not (len(country) == COUNTRY_CODE_LENGTH and country.isalpha() and country.isupper()):
        expected = "the country code of what is corrected (ISO 3166-1 alpha-2, or ZZ)"
        return Rejected(RejectReason.BAD_VALUE, f"key: expected {expected}, got {country[:40]!r}")
    found = checked(correction)
    return found if isinstance(found, Rejected) else Ruling(country, found)


def on_event(
    value: bytes | None, book: Book, key: bytes | None = None
) -> tuple[Send, ...] | Rejected:
    """The incident versions to publish after one record of the events, or why it is refused.

    An event, a withdrawal, inventories, or a correction, which needs its `key`. The caller writes
    the versions to the partition number that the record came from: the book of a partition is
    restored from the same partition of the output (ADR 0001).
    """
    decoded = decode_event(value)
    change = _ruling(key, decoded) if isinstance(decoded, Correction) else decoded
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
