"""Who attacked, out of what the reports of one incident say.

Place in the flow: a part of `survivorship`. "Gunmen" and "militants" are words for somebody: they
stand in the record only where no report knows more.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from workers.model import Actor, Attribution, Event

_FIRMNESS = {
    Attribution.UNKNOWN: 0,
    Attribution.SUSPECTED: 1,
    Attribution.ATTRIBUTED: 2,
    Attribution.CLAIMED: 3,
}
"""How firmly an attacker is tied to the attack."""

_FACELESS = frozenset({"UAF", "REB", "PRM"})
"""Sectors of attackers without a name who may be anybody; "settlers" (CVL) says who it was."""


_UNKNOWN = Attribution.UNKNOWN
"""To ask an enumeration for a member takes as long as to call a function; here it is asked for each
actor of each report."""


def all_alike(values: Sequence[object]) -> bool:
    """Whether they are all equal: mostly one object, as all readers share equal values."""
    return values.count(values[0]) == len(values)


def is_faceless(actor: Actor) -> bool:
    """Whether it only says that somebody attacked: "gunmen", "militants", "a suicide bomber"."""
    return actor.actor_id is None and actor.attribution is _UNKNOWN and actor.sector in _FACELESS


def attackers(events: Sequence[Event]) -> tuple[Actor, ...]:
    """Every attacker once, the most often named first; each with its firmest attribution.

    Of those without a face the one most often named, and only where nobody else is named; a state
    not beside its own army, police or intelligence.
    """
    if len(events[0].actors) <= 1 and all_alike([event.actors for event in events]):
        return events[0].actors
    named: Counter[str] = Counter()
    best: dict[str, Actor] = {}
    for event in events:
        for actor in event.actors:
            key = actor.actor_id or actor.name
            named[key] += 1
            held = best.get(key)
            if held is None or _FIRMNESS[actor.attribution] > _FIRMNESS[held.attribution]:
                best[key] = actor
    known = {key for key, actor in best.items() if not is_faceless(actor)}
    kept = sorted(known or best, key=lambda key: (-named[key], key))
    if not known:
        return tuple(best[key] for key in kept[:1])
    return tuple(best[key] for key in kept if not _acts_through(key, known))


def _acts_through(state: str, others: Iterable[str]) -> bool:
    """Whether one of the others is an organ of this state: "us-mil" of "us"."""
    return any(other.startswith(f"{state}-") for other in others)
