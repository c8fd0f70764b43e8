"""Ties: the reply links of changed incidents, on both sides.

Place in the flow: the book's last step before it publishes. Looks only at incidents that one
article tells together, so its cost does not grow with the open incidents.
"""

from collections.abc import Mapping

from workers.incidents.held import Held
from workers.incidents.records import changed
from workers.incidents.register import Register
from workers.incidents.replies import SideOf, relation
from workers.model import Incident


def tied(
    wanted: Mapping[str, Incident], held: Mapping[str, Held], register: Register, side_of: SideOf
) -> dict[str, Incident]:
    """The wanted records with their reply links, and the held records that these links change."""

    def record_of(incident_id: str) -> Incident | None:
        if incident_id in wanted:
            return wanted[incident_id]
        return held[incident_id].record if incident_id in held else None

    def partners_of(incident_id: str) -> set[str]:
        return register.told_together(held[incident_id].fresh) - {incident_id}

    partners = {incident_id: partners_of(incident_id) for incident_id in wanted}
    if not any(partners.values()) and not any(record.related for record in wanted.values()):
        return dict(wanted)
    reach = {other for others in partners.values() for other in others}
    reach |= {tie.incident_id for record in wanted.values() for tie in record.related}
    for other in reach - partners.keys():
        if other in held and held[other].fresh:
            partners[other] = partners_of(other)
    found = dict(wanted)
    for incident_id, others in partners.items():
        record = record_of(incident_id)
        if record is None:
            continue
        ties = (relation(record, record_of(other), side_of) for other in sorted(others))
        related = tuple(tie for tie in ties if tie is not None)
        if related != record.related:
            found[incident_id] = changed(record, related=related)
    return found
