"""Articles of files through the very functions that the streaming agents call.

Place in the flow: under `tawatur run`. `Replay.take` does in memory what Kafka does between the two
agents. All events go through one `CountryBooks`, as if the topic had a single partition: it keeps
a book a country, so that the number of partitions makes no difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from workers.model import IncidentStatus, Rejected
from workers.pipeline import Book, Reader, Send, on_article, on_event


class PipelineError(RuntimeError):
    """A stage refused what the stage before it wrote: a bug of ours, not bad input."""


@dataclass(slots=True)
class Replay:
    """The state of one run over files: the book, and the newest version of every record."""

    reader: Reader
    book: Book
    _events: dict[str, Sequence[dict[str, Any]]] = field(default_factory=dict)
    _incidents: dict[bytes, bytes] = field(default_factory=dict)
    articles: int = 0

    def take(self, value: bytes) -> Rejected | None:
        """Applies one article; answers with the refusal where it is no article."""
        sends = on_article(value, None, self.reader)
        if isinstance(sends, Rejected):
            return sends
        self.articles += 1
        self._note(sends)
        for send in sends:
            self._apply(send.value)
        return None

    def _note(self, sends: Sequence[Send]) -> None:
        """Keeps one article's events for the output; a later revision replaces an earlier one's."""
        records = [orjson.loads(send.value) for send in sends if send.inventory is None]
        inventory = sends[-1].inventory
        if inventory is None:
            self._events.pop(records[0]["article_id"], None)  # it was withdrawn
            return
        held = self._events.get(inventory.article_id, ())
        if not held or _published(held[0]) <= inventory.published_at:
            self._events.pop(inventory.article_id, None)
            if records:
                self._events[inventory.article_id] = records

    def _apply(self, value: bytes) -> None:
        sends = on_event(value, self.book)
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
            orjson.dumps({**record, "incident_id": ends.get(record["event_id"])})
            for records in self._events.values()
            for record in records
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


def _published(record: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(record["published_at"])
