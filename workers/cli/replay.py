"""Articles of files through the very functions that the streaming agents call.

Place in the flow: under `tawatur run`. `Replay.take` does in memory what Kafka does between the two
agents: it hands each event to the book of its partition key.

One book a partition key, where a worker has one a partition: keys only share a partition because
there are fewer partitions than countries. An incident is only ever matched with events of its own
key's country, so that books of single keys find the same incidents.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import orjson

from workers.model import IncidentStatus, Rejected
from workers.pipeline import Book, Reader, Send, on_article, on_event


class PipelineError(RuntimeError):
    """A stage refused what the stage before it wrote: a bug of ours, not bad input."""


@dataclass(slots=True)
class Replay:
    """The state of one run over files: books, and the newest version of every record."""

    reader: Reader
    new_book: Callable[[], Book]
    _books: dict[bytes, Book] = field(default_factory=dict)
    _withdrawals: list[bytes] = field(default_factory=list)
    _events: dict[str, bytes] = field(default_factory=dict)
    _incidents: dict[bytes, bytes] = field(default_factory=dict)
    articles: int = 0

    def take(self, value: bytes) -> Rejected | None:
        """Applies one article; answers with the refusal where it is no article."""
        sends = on_article(value, None, self.reader)
        if isinstance(sends, Rejected):
            return sends
        self.articles += 1
        for send in sends:
            if send.broadcast:
                self._withdraw(send)
            else:
                self._events[orjson.loads(send.value)["event_id"]] = send.value
                self._apply(send.value, self._book(send.key or b""))
        return None

    def _withdraw(self, send: Send) -> None:
        article_id = orjson.loads(send.value)["article_id"]
        self._withdrawals.append(send.value)
        self._events = {
            event_id: value
            for event_id, value in self._events.items()
            if orjson.loads(value)["article_id"] != article_id
        }
        for book in self._books.values():
            self._apply(send.value, book)

    def _book(self, key: bytes) -> Book:
        if key not in self._books:
            self._books[key] = self.new_book()
            # Every partition hears every withdrawal, also before its first event.
            for withdrawal in self._withdrawals:
                self._apply(withdrawal, self._books[key])
        return self._books[key]

    def _apply(self, value: bytes, book: Book) -> None:
        sends = on_event(value, book)
        if isinstance(sends, Rejected):
            raise PipelineError(f"an event of ours was refused: {sends.reason}: {sends.detail}")
        for send in sends:
            self._incidents[send.key or b""] = send.value

    def incidents(self) -> tuple[bytes, ...]:
        """Every incident's final version, in the order in which they were founded."""
        return tuple(self._incidents.values())

    def events(self) -> tuple[bytes, ...]:
        """Every event with the `incident_id` that it ended in, in the order of the articles.

        An event that belongs to no incident (an old attack that is only recalled) has null there.
        """
        ends = self._ends()
        return tuple(
            orjson.dumps({**orjson.loads(value), "incident_id": ends.get(event_id)})
            for event_id, value in self._events.items()
        )

    def _ends(self) -> dict[str, str]:
        """Event id -> the incident that holds it in the end."""
        records = {record["incident_id"]: record for record in map(orjson.loads, self.incidents())}
        ends: dict[str, str] = {}
        # Superseded ones first: what a live incident says of an event outranks them.
        for live in (False, True):
            for record in records.values():
                if (record["status"] != IncidentStatus.SUPERSEDED.value) is not live:
                    continue
                end = record
                seen = {end["incident_id"]}
                while (after := end["superseded_by"]) in records and after not in seen:
                    end = records[after]
                    seen.add(after)
                for report in record["reports"]:
                    ends[report["event_id"]] = end["incident_id"]
        return ends
