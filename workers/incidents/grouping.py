"""Grouping: which held events an arrival touches, and the clusters that they fall into.

Place in the flow: between the book's memory (graph, register, rulings) and the pure `clustering`.
"""

from collections.abc import Iterable, Mapping

from workers.incidents.clustering import Cluster, Row, bond, clusters, ruled_clusters
from workers.incidents.config import BookConfig
from workers.incidents.corrections import Rulings
from workers.incidents.graph import EventGraph
from workers.incidents.held import Arrival, Held
from workers.incidents.identity import incident_id_of
from workers.incidents.register import Register
from workers.incidents.rivals import rivalled


class Grouping:
    """Clusters of fresh events by links, membership and rulings. Holds no state but the rulings."""

    def __init__(
        self, graph: EventGraph, register: Register, held: Mapping[str, Held], config: BookConfig
    ) -> None:
        self._graph = graph
        self._register = register
        self._held = held
        self._config = config
        self.rulings = Rulings()

    def members(self, touched: Iterable[str], arrival: Arrival | None) -> set[str]:
        """Fresh events linked to the touched ones, with all that shares an incident or a ruling.

        Where more hang together than can be clustered anew, only the nearest.
        """
        seeds = {event_id for i in touched for event_id in self._held[i].fresh}
        if arrival is not None:
            seeds.add(arrival.event_id)
        size_max = self._config.component_max
        found: set[str] = set()
        while not seeds <= found:
            found |= self._graph.component(seeds - found, size_max)
            mates = (self._held[i].fresh for i in self._register.incidents_of(found))
            seeds = found.union(*mates)
            if self.rulings:
                seeds.update(self._bound_to(found))
            if len(found) > size_max:
                return self._whole(found | seeds)
        return found

    def _whole(self, event_ids: set[str]) -> set[str]:
        """The events with all that shares an incident with them: incidents are not torn."""
        mates = (self._held[i].fresh for i in self._register.incidents_of(event_ids))
        return event_ids.union(*mates)

    def _bound_to(self, event_ids: Iterable[str]) -> list[str]:
        """The fresh events that rulings bind to these."""
        partners = {a for e in event_ids for a in self.rulings.partners(incident_id_of(e))}
        return [e for e in self._register.at_anchors(sorted(partners)) if e in self._graph]

    def clusters(
        self, members: set[str], old: Mapping[str, Cluster], arrival: Arrival | None
    ) -> tuple[Cluster, ...]:
        """The members in clusters: rulings first, then the strongest bonds, `rivals` allowed for.

        Where each is linked to each, every bond holds, and they are one cluster in any order. Too
        many to cluster anew and no ruling on any: the `old` ones stay, and the arrival joins one of
        them.
        """
        link_bits = self._graph.link_bits
        if self.rulings and self.rulings.link(members):
            groups = self.rulings.groups(members)
            left = self._rivalled(members)
            return ruled_clusters(
                groups, lambda a, b: left(a, (b,))[0], link_bits, self.rulings.keeps_apart
            )
        if self._graph.all_linked(members):
            return (tuple(sorted(members)),)
        if len(members) > self._config.component_max:
            return self._placed(old, arrival)
        return clusters(members, self._rivalled(members), link_bits)

    def _rivalled(self, members: Iterable[str]) -> Row:
        graph = self._graph
        return rivalled(members, graph.row, graph.link_bits, graph.article_of)

    def lost_to_rivals(self, event_id: str, other: str) -> float:
        """The bits that two filed events lose to other events of their articles; 0 for none."""
        graph, register = self._graph, self._register
        articles = sorted({graph.article_of(event_id), graph.article_of(other)})
        told = [e for article in articles for e in register.of_article(article) if e in graph]
        if len(told) == len(articles):
            return 0.0
        left = rivalled(told, graph.row, graph.link_bits, graph.article_of)
        bits, kept = graph.weigh(event_id, other), left(event_id, (other,))[0]
        return 0.0 if bits == kept else round(bits - kept, 2)

    def _placed(self, old: Mapping[str, Cluster], arrival: Arrival | None) -> tuple[Cluster, ...]:
        """The old clusters as they are; the arrival joins the one that it fits best, or none."""
        groups = {incident_id: fresh for incident_id, fresh in old.items() if fresh}
        if arrival is None:
            return tuple(sorted(groups.values()))
        best, home = self._graph.link_bits, arrival.event_id
        for incident_id, fresh in sorted(groups.items()):
            if not arrival.weights.keys().isdisjoint(fresh):
                held = bond((arrival.event_id,), fresh, self._graph.weigh)
                if held is not None and held.bits >= best:
                    best, home = held.bits, incident_id
        groups[home] = tuple(sorted((*groups.get(home, ()), arrival.event_id)))
        return tuple(sorted(groups.values()))
