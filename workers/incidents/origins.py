"""Independent origins: which reports go back to one teller.

Place in the flow: called by `survivorship` on an incident's reports. A wire story in twenty outlets
is twenty sources and one origin; an unknown origin is its own.
"""

from collections.abc import Sequence
from itertools import combinations

from workers.matching.names import name_key
from workers.matching.telling import COPY_LIKENESS
from workers.model import Event
from workers.text.fingerprint import likeness


def origins(events: Sequence[Event]) -> dict[str, str]:
    """Each event's origin: the smallest event id of its group.

    Two reports have one origin when they credit the same agency, when one outlet made both, when one is the
    agency that the other credits, or when their texts are copies; chains join.
    """
    root = {event.event_id: event.event_id for event in events}

    def find(event_id: str) -> str:
        while root[event_id] != event_id:
            event_id = root[event_id]
        return event_id

    tellers = {event.event_id: _tellers(event) for event in events}
    for a, b in combinations(sorted(events, key=lambda event: event.event_id), 2):
        if tellers[a.event_id] & tellers[b.event_id] or (
            likeness(a.fingerprint, b.fingerprint) >= COPY_LIKENESS
        ):
            first, second = sorted((find(a.event_id), find(b.event_id)))
            root[second] = first
    return {event_id: find(event_id) for event_id in root}


def _tellers(event: Event) -> frozenset[str]:
    """Who tells it: the agency credited, and the outlet itself when it credits none."""
    if event.agency is not None:
        return frozenset({name_key(event.agency)})
    return frozenset({name_key(event.source)})
