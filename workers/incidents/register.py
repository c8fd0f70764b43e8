"""Which events a partition holds: by id, by article, and the incident that each belongs to.

Place in the flow: the book's memory besides the records themselves.
"""

from collections.abc import Iterable, Sequence

from workers.incidents.graph import EventGraph
from workers.incidents.identity import incident_id_of
from workers.model import Event, Role


class Register:
    """Held events. Fresh ones are filed in the graph, recalls (background) are not."""

    def __init__(self, graph: EventGraph) -> None:
        self._graph = graph
        self._events: dict[str, Event] = {}
        self._articles: dict[str, tuple[str, ...]] = {}
        self._ruled: frozenset[str] = frozenset()
        self._by_anchor: dict[str, str] = {}
        self.incident_of: dict[str, str] = {}

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._events

    def __getitem__(self, event_id: str) -> Event:
        return self._events[event_id]

    def get(self, event_id: str) -> Event | None:
        """The held event of this id."""
        return self._events.get(event_id)

    def add(self, event: Event, *, compared: bool = False) -> None:
        """Holds an event that is not held. `compared`: it will be compared at once."""
        self._events[event.event_id] = event
        self._articles[event.article_id] = (
            *self._articles.get(event.article_id, ()),
            event.event_id,
        )
        if event.role is not Role.BACKGROUND:
            self._graph.add(event, compared=compared)
        if self._ruled:
            self._note_anchor(event.event_id)

    def drop(self, event_id: str) -> str | None:
        """Forgets a held event; returns the incident that it belonged to."""
        event = self._events.pop(event_id)
        left = tuple(e for e in self._articles[event.article_id] if e != event_id)
        if left:
            self._articles[event.article_id] = left
        else:
            del self._articles[event.article_id]
        self._graph.remove(event_id)
        if self._ruled:
            self._by_anchor.pop(incident_id_of(event_id), None)
        return self.incident_of.pop(event_id, None)

    def of_article(self, article_id: str) -> tuple[str, ...]:
        """The held events of an article."""
        return self._articles.get(article_id, ())

    def told_together(self, event_ids: Iterable[str]) -> set[str]:
        """The incidents of all held events of these events' articles."""
        told: set[str] = set()
        for event_id in event_ids:
            in_article = self._articles[self._events[event_id].article_id]
            if len(in_article) > 1:
                told |= self.incidents_of(in_article)
        return told

    def incidents_of(self, event_ids: Iterable[str]) -> set[str]:
        """The incidents that these events belong to, as far as they belong to one."""
        incident_of = self.incident_of
        return {incident_of[event_id] for event_id in event_ids if event_id in incident_of}

    def arrival(self, event_id: str) -> tuple[object, str]:
        """Sorts events by publication, then id: the first founds what they make."""
        return self._events[event_id].published_at, event_id

    def watch_anchors(self, ruled: frozenset[str]) -> None:
        """Keeps the events of these anchors at hand for rulings."""
        self._ruled = ruled
        self._by_anchor = {}
        for event_id in self._events:
            self._note_anchor(event_id)

    def _note_anchor(self, event_id: str) -> None:
        anchor = incident_id_of(event_id)
        if anchor in self._ruled:
            self._by_anchor[anchor] = event_id

    def at_anchors(self, anchors: Iterable[str]) -> Sequence[str]:
        """The held events of ruled anchors."""
        return [self._by_anchor[anchor] for anchor in anchors if anchor in self._by_anchor]
