"""Reply links: which attack answers which.

Place in the flow: the book asks for every pair of incidents that one article tells together. No
text is read: opposite directions (attacker side -> target side) within two days, in one country.
"""

from collections.abc import Callable

from workers.model import Incident, Related, SubEventType

DAYS_MAX = 2
"""A reply comes within two days; later, the next round has begun (seen in the development
corpora)."""

STATE_SECTORS = frozenset({"MIL", "GOV", "COP", "SPY"})
"""PLOVER sectors of states: of two attacks on one day, the state's is told as the answer."""

RETALIATION_FOR, RETALIATED_BY = "retaliation_for", "retaliated_by"

SideOf = Callable[[str], str | None]


def relation(incident: Incident, other: Incident | None, side_of: SideOf) -> Related | None:
    """How an incident is tied to another one that an article tells with it; None when it is not."""
    if other is None or incident.location is None or other.location is None:
        return None
    if incident.location.country_code != other.location.country_code:
        return None
    if SubEventType.ARMED_CLASH in (incident.sub_event_type, other.sub_event_type):
        return None
    attackers, targets = _sides(incident, side_of)
    attackers2, targets2 = _sides(other, side_of)
    if not (attackers & targets2 and attackers2 & targets) or attackers & attackers2:
        return None
    order = _order(incident, other)
    if order is None:
        return None
    return Related(other.incident_id, RETALIATION_FOR if order > 0 else RETALIATED_BY)


def _sides(incident: Incident, side_of: SideOf) -> tuple[frozenset[str], frozenset[str]]:
    def sides(ids: list[str]) -> frozenset[str]:
        return frozenset(side_of(actor_id) or actor_id for actor_id in ids)

    return (
        sides([actor.actor_id for actor in incident.actors if actor.actor_id is not None]),
        sides([r.actor_id for r in incident.recipients if r.actor_id is not None]),
    )


def _order(incident: Incident, other: Incident) -> int | None:
    """1 when the incident answers the other, -1 the other way, None when neither can be said."""
    if incident.date is None or other.date is None:
        return None
    days = (incident.date.start - other.date.start).days
    if abs(days) > DAYS_MAX:
        return None
    if days:
        return 1 if days > 0 else -1
    state, other_state = _by_state(incident), _by_state(other)
    if state == other_state:
        return None
    return 1 if state else -1


def _by_state(incident: Incident) -> bool:
    return any(actor.sector in STATE_SECTORS for actor in incident.actors)
