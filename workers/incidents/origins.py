"""Independent origins: which reports go back to one teller.

Place in the flow: called by `survivorship` on an incident's reports. A wire story in twenty outlets
is twenty sources and one origin; an unknown origin is its own.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from operator import attrgetter

from workers.matching.names import name_key
from workers.model import Event
from workers.text.fingerprint import likeness

COPIED_LIKENESS = 0.3
"""From here no two texts were written apart: of the pairs of labelled wire stories that share any
turn of phrase all reach it, unrelated reports of one attack 0.25 (a shortened or retold copy is
further from its original than what `matching` calls a copy, which it must tell from a sister story
of the same desk)."""


def origins(events: Sequence[Event], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Each event's origin: the smallest event id of its group.

    Two reports have one origin when they credit the same agency, when one outlet made both, when
    one is the agency that the other credits, or when their texts are copies; chains join. `known`
    are origins of an earlier call over some of these events: only pairs with another event are
    compared again.
    """
    if len(events) == 1:
        return {events[0].event_id: events[0].event_id}
    known = known or {}
    ordered = sorted(events, key=_event_id)
    origin: dict[str, str] = {}
    for event in ordered:  # an origin is the smallest id of its group: it comes first
        event_id = event.event_id
        origin[event_id] = origin.get(known.get(event_id, event_id), event_id)

    def join(first: str, second: str) -> None:
        one, other = origin[first], origin[second]
        if one != other:
            kept, gone = min(one, other), max(one, other)
            origin.update([(each, kept) for each in origin if origin[each] == gone])

    told: dict[str, str] = {}
    for event in ordered:
        join(event.event_id, told.setdefault(_teller(event), event.event_id))
    new = [event for event in ordered if event.event_id not in known]
    for a, b in product(new, ordered):
        if origin[a.event_id] != origin[b.event_id] and (
            likeness(a.fingerprint, b.fingerprint) >= COPIED_LIKENESS
        ):
            join(a.event_id, b.event_id)
    return origin


_event_id = attrgetter("event_id")


def _teller(event: Event) -> str:
    """Who tells it: the agency credited, or the outlet itself when it credits none."""
    return name_key(event.source if event.agency is None else event.agency)
