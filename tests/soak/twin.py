"""The same messages without Kafka: what the workers' topics should hold.

`Twin` takes what the feed sends in the order of the feed, as `tawatur run` does. `replayed` takes
the events as they stand in the log, partition by partition: what a worker that nothing ever happens
to would have written.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock
from typing import Any, Protocol

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.model import Rejected
from workers.pipeline import CountryBooks, Ruling, on_article, on_event
from workers.wire import encode_incident


def digest(value: bytes) -> bytes:
    """Names a record's bytes."""
    return blake2b(value, digest_size=12).digest()


def loaded(values: Iterable[bytes]) -> dict[str, dict[str, Any]]:
    """Incident records by id."""
    return {record["incident_id"]: record for record in map(json.loads, values)}


@dataclass
class Twin:
    """One undisturbed run beside the workers."""

    reader: Extractor = field(default_factory=Extractor.load)
    books: CountryBooks = field(default_factory=lambda: CountryBooks(IncidentBook))
    taken: int = 0
    refused: Counter[bytes] = field(default_factory=Counter)
    """Messages that must be dead letters, by digest."""
    events: set[bytes] = field(default_factory=set)
    """Digests of all records that belong into events.extracted, without rulings and inventories."""
    values: dict[bytes, bytes] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, message: bytes) -> None:
        """Applies one message of the feed."""
        self.taken += 1
        with self.lock:
            sends = on_article(message, None, self.reader)
            if isinstance(sends, Rejected):
                self.refused[digest(message)] += 1
                return
            for send in sends:
                if send.inventory is None:
                    self.events.add(digest(send.value))
                made = on_event(send.value, self.books, send.key)
                assert not isinstance(made, Rejected), made
                self.values |= {each.key or b"": each.value for each in made}

    def rule(self, ruling: Ruling) -> None:
        """Applies an analyst's word."""
        with self.lock:
            for incident in self.books.apply(ruling):
                self.values[incident.incident_id.encode()] = encode_incident(incident)


class Stored(Protocol):
    """A record of events.extracted."""

    @property
    def partition(self) -> int: ...
    @property
    def key(self) -> bytes | None: ...
    @property
    def value(self) -> bytes | None: ...


@dataclass
class Replayed:
    """What follows from the events as they stand in the log."""

    values: dict[bytes, bytes] = field(default_factory=dict)
    versions: set[tuple[int, str, bytes]] = field(default_factory=set)
    """Partition and `ce_id` of what should be in incidents.merged, with its record's digest."""
    held: int = 0
    """Incidents that the books hold at the end."""


def replayed(events: Iterable[Stored]) -> Replayed:
    """Applies the log of events, a book a partition."""
    books: dict[int, CountryBooks] = defaultdict(lambda: CountryBooks(IncidentBook))
    found = Replayed()
    for record in events:
        made = on_event(record.value, books[record.partition], record.key)
        if isinstance(made, Rejected):
            continue
        for send in made:
            found.values[send.key or b""] = send.value
            ce_id = dict(send.headers)["ce_id"].decode()
            found.versions.add((record.partition, ce_id, digest(send.value)))
    found.held = sum(map(len, books.values()))
    return found
