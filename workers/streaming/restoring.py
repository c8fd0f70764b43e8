"""Which records of the output topic a partition's books are restored from.

Place in the flow: `store` hands over what it reads of the topic and gets the books back. Pure.

The topic holds every incident ever written, the books only those that the window of event time has
not passed. So a record waits as bytes until all is read and it is known how far event time has come
in its country; what has ended before the window is dropped unread. That it does not change the
books: `IncidentBook.restore` would forget it at once (ADR 0001).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workers.pipeline import CountryBooks
from workers.wire import decode_incident, decode_outline

if TYPE_CHECKING:
    from workers.model import Outline

WAITING_MIN = 1_000
"""Records that may wait before it is worth a look which of them are over."""


class Restoration:
    """One partition's incidents on their way back into its books."""

    def __init__(self, books: CountryBooks) -> None:
        self._books = books
        self._waiting: dict[bytes | None, tuple[Outline, bytes]] = {}
        self._room = WAITING_MIN

    def __len__(self) -> int:
        """How many records wait."""
        return len(self._waiting)

    def take(self, key: bytes | None, value: bytes | None) -> None:
        """Takes the next record of the topic: it replaces an earlier one of its key.

        Raises:
            IncidentRecordError: the value is none of our records.
        """
        self._waiting.pop(key, None)
        if value is None:
            return
        outline = decode_outline(value)
        self._books.witness(outline)
        self._waiting[key] = outline, value
        if len(self._waiting) > self._room:
            is_over = self._books.is_over
            self._waiting = {k: each for k, each in self._waiting.items() if not is_over(each[0])}
            self._room = max(WAITING_MIN, 2 * len(self._waiting))

    def finish(self) -> Iterator[None]:
        """Restores what is not over, in the order of the topic; others get a turn at each step."""
        for key in list(self._waiting):
            outline, value = self._waiting.pop(key)
            if not self._books.is_over(outline):
                self._books.restore(decode_incident(value))
                yield
