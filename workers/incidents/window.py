"""The window of event time: what is open, what closes, what is forgotten.

Place in the flow: the book tells it of every report and asks what has come due. No wall clock.
"""

import heapq
from dataclasses import dataclass, field
from datetime import datetime

from workers.incidents.config import BookConfig
from workers.model import Incident, IncidentStatus

SECONDS_A_DAY = 86_400.0


@dataclass(slots=True)
class Watermark:
    """How far event time has come: the second latest publication time of two different articles.

    The second, because one article with a date in the future must not close every incident. Never
    goes back.
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


class Window:
    """Which incidents are open at the event time reached so far."""

    def __init__(self, config: BookConfig) -> None:
        self._open_s = config.window_days * SECONDS_A_DAY
        self._grace_s = config.grace_days * SECONDS_A_DAY
        self._watermark = Watermark()
        self._closing = Deadlines()
        self._leaving = Deadlines()

    def see(self, published_at: datetime, article_id: str) -> None:
        """Takes a report's publication time into account."""
        self._watermark.see(published_at, article_id)

    def is_past(self, last_reported_at: datetime) -> bool:
        """Whether an incident last reported then is closed."""
        return self._closes(last_reported_at) < self._watermark.seconds

    def is_forgotten(self, published_at: datetime) -> bool:
        """Whether an incident last reported then is not held any more."""
        return self._closes(published_at) + self._grace_s < self._watermark.seconds

    def watch(self, incident: Incident) -> None:
        """Sets when an active incident closes, or when another one is forgotten."""
        closes = self._closes(incident.last_reported_at)
        if incident.status is IncidentStatus.ACTIVE:
            self._closing.set(incident.incident_id, closes)
            self._leaving.drop(incident.incident_id)
        else:
            self._closing.drop(incident.incident_id)
            self._leaving.set(incident.incident_id, closes + self._grace_s)

    def _closes(self, last_reported_at: datetime) -> float:
        return last_reported_at.timestamp() + self._open_s

    def forget(self, incident_id: str) -> None:
        """Watches an incident no more."""
        self._closing.drop(incident_id)
        self._leaving.drop(incident_id)

    def to_close(self) -> list[str]:
        """The active incidents that event time has left behind, each once."""
        return self._closing.pop_due(self._watermark.seconds)

    def to_forget(self) -> list[str]:
        """The closed and ended incidents whose grace is over, each once."""
        return self._leaving.pop_due(self._watermark.seconds)
