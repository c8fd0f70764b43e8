"""What the book holds: an incident with its events, and an event that has just arrived.

Place in the flow: the values that `book`, `grouping` and `ties` hand to one another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workers.incidents.clustering import Cluster
from workers.model import Incident


@dataclass(slots=True)
class Held:
    """An incident that the book holds, with the events that it is made of, sorted.

    `record` is the version published last, None until the first.
    """

    record: Incident | None = None
    fresh: Cluster = ()
    recalls: Cluster = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A newly filed event, and its match weights in bits to all that it was compared with."""

    event_id: str
    weights: Mapping[str, float]
