"""The window of event time: what is open, what closes, what is forgotten.

Place in the flow: the book tells it of every report and asks what has come due. No wall clock.
"""

import heapq
from dataclasses import dataclass, field
from datetime import datetime

SECONDS_A_DAY = 86_400.0


@dataclass(slots=True)
class Watermark:
    """How far event time has come: the second latest publication time of two different articles.

    The second, because one article with a date in the future must not close every incident. Never goes back.
    """

    _latest: tuple[float, str] = (float("-inf"), "")
    _second: tuple[float, str] = (float("-inf"), "")

    @property
    def seconds(self) -> float:
        """Seconds since 1970; -inf before the second article."""
        return self._second[0]

    def see(self, published_at: datetime, article_id: str) -> None:
        """Takes a report's publication time into account."""
        seen = (published_at.timestamp(), article_id)
        if article_id == self._latest[1]:
            self._latest = max(self._latest, seen)
        elif seen > self._latest:
            self._second, self._latest = self._latest, seen
        elif seen > self._second:
            self._second = seen


@dataclass(slots=True)
class Deadlines:
    """Incident ids by the event time at which something is due for them."""

    _heap: list[tuple[float, str]] = field(default_factory=list)
    _due: dict[str, float] = field(default_factory=dict)

    def set(self, incident_id: str, due: float) -> None:
        """Sets or moves an incident's deadline."""
        if self._due.get(incident_id) != due:
            self._due[incident_id] = due
            heapq.heappush(self._heap, (due, incident_id))

    def drop(self, incident_id: str) -> None:
        """Forgets an incident's deadline."""
        self._due.pop(incident_id, None)

    def pop_due(self, now: float) -> list[str]:
        """The incidents whose deadline lies before `now`, earliest first; they lose it."""
        due: list[str] = []
        while self._heap and self._heap[0][0] < now:
            at, incident_id = heapq.heappop(self._heap)
            if self._due.get(incident_id) == at:
                del self._due[incident_id]
                due.append(incident_id)
        return due
