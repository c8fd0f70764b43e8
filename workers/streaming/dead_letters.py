"""Dead letters: a refused message as it came, with headers that say why and where from.

Place in the flow: `stages` makes one for each `Rejected`; `tawatur dead-letters` lists and replays.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from workers.model import Rejected
from workers.settings import Settings
from workers.streaming.producers import Record
from workers.wire.topics import Topic

ERROR_CLASS = "rejected"
"""The one class there is: bad input. A bug or a broker failure ends the worker instead."""
DETAIL_MAX = 500
"""Characters of a detail that are kept: it names a field path, it does not quote the article."""


class Message(Protocol):
    """What the shell needs of a consumed message; bytes as they came, `timestamp` in seconds."""

    @property
    def partition(self) -> int: ...
    @property
    def offset(self) -> int: ...
    @property
    def timestamp(self) -> float | None: ...
    @property
    def key(self) -> bytes | None: ...
    @property
    def value(self) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class Undertaker:
    """Makes the dead letters of one stage: `source` is the topic that it reads."""

    settings: Settings
    source: Topic
    stage: str
    code_version: str

    def letter(self, message: Message, refusal: Rejected, failed_at: datetime) -> Record:
        """The dead letter of a refused message: its key and value, the contract's headers."""
        headers = {
            "error-class": ERROR_CLASS,
            "error-reason": str(refusal.reason),
            "error-detail": refusal.detail[:DETAIL_MAX],
            "source-topic": self.settings.topic(self.source),
            "source-partition": str(message.partition),
            "source-offset": str(message.offset),
            "stage": self.stage,
            "code-version": self.code_version,
            "failed-at": failed_at.astimezone(UTC).isoformat(),
        }
        return Record(
            topic=self.settings.dead_letter_topic(self.source),
            key=message.key,
            value=message.value,
            headers=tuple((name, _header(text)) for name, text in headers.items()),
        )


def _header(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
