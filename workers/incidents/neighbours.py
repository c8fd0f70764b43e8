"""Neighbours of an incident: what else its reports could have told of, and what forbade it.

Place in the flow: `tawatur why` shows them below the reports. Pure; compares anew, with the weights
and blocks that the book uses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workers.incidents.graph import EventGraph
from workers.matching import Judge
from workers.matching.profile import SideOf
from workers.model import Event, Incident, Role

SHOWN_MAX = 5
"""Neighbours told: the best ones; a busy front has dozens."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another incident, by the pair of reports that fit best, or least badly.

    `weight` in bits, None when `vetoes` (feature: level) forbid every pair.
    """

    incident_id: str
    headline: str
    weight: float | None
    vetoes: tuple[str, ...]


def neighbours(
    incident: Incident, others: Iterable[Incident], judge: Judge, side_of: SideOf
) -> tuple[Neighbour, ...]:
    """The other incidents in one block with a report of this one, at most `SHOWN_MAX`.

    The strongest first; those that a veto keeps apart come last.
    """
    graph = EventGraph(judge, side_of)
    owner: dict[str, Incident] = {}
    for other in others:
        if other.incident_id != incident.incident_id:
            for event in _fresh(other):
                if event.event_id not in owner:
                    owner[event.event_id] = other
                    graph.add(event)
    found: dict[str, Neighbour] = {}
    for event in _fresh(incident):
        prepared = graph.profile_of(event)
        for event_id in graph.candidates(prepared):
            other, profile = owner[event_id], graph.profile(event_id)
            vetoes = judge.vetoes(prepared, profile)
            weight = None if vetoes else round(judge.weigh(prepared, profile), 2)
            met = Neighbour(other.incident_id, other.headline, weight, vetoes)
            found[met.incident_id] = min(found.get(met.incident_id, met), met, key=_distance)
    return tuple(sorted(found.values(), key=_distance)[:SHOWN_MAX])


def _fresh(incident: Incident) -> Iterator[Event]:
    for report in incident.reports:
        if report.event.role is not Role.BACKGROUND:
            yield report.event


def _distance(met: Neighbour) -> tuple[int, float, str]:
    return len(met.vetoes), -(met.weight or 0.0), met.incident_id
