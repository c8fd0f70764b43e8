"""The best toll over an incident's reports.

Place in the flow: one rule of survivorship. A toll rises as the wounded die and the rubble is
cleared; a lower figure is a correction only when somebody stands for it.
"""

from collections.abc import Mapping, Sequence

from workers.incidents.attackers import all_alike
from workers.model import Event, Toll

BACKERS_OF_A_FALL = 2
"""A lower figure replaces a higher one when so many origins say at most that, later."""


def best_toll(
    events: Sequence[Event], origin: Mapping[str, str], tolls: Sequence[Toll | None]
) -> Toll | None:
    """Best: the latest figure that is not lower than the one before, or that corrects it.

    `tolls`: what each event says. Low, high over all.

    A lower figure corrects when the outlet that gave the higher one gives it, or two origins do.
    """
    if all_alike(tolls):
        return tolls[0]
    told = [(e, toll) for e, toll in zip(events, tolls, strict=True) if toll is not None]
    if len(told) == 1:
        return told[0][1]
    holder, best = told[0][0], told[0][1].best
    lower: set[str] = set()
    for event, toll in told[1:]:
        if toll.best >= best:
            if toll.best > best:
                lower.clear()
            holder, best = event, toll.best
            continue
        lower.add(origin[event.event_id])
        if event.source == holder.source or len(lower) >= BACKERS_OF_A_FALL:
            holder, best = event, toll.best
            lower.clear()
    low, high = min(toll.low for _, toll in told), max(toll.high for _, toll in told)
    return Toll(low, best, high)
