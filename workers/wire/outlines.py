"""The outline of an incident's record: enough to tell whether the whole of it still matters.

Place in the flow: a restore reads the outline of every record in the output topic, and the whole
of those that the window of event time has not passed: most incidents ended long ago.
"""

from msgspec import Struct
from msgspec.json import Decoder

from workers.model import Incident, IncidentStatus, Outline, Place
from workers.wire import plain
from workers.wire.incidents import VALUE_BYTES_MAX, decode_incident


class _Place(Struct, gc=False):
    country_code: str | None


class _Event(Struct, gc=False):
    article_id: str
    published_at: str
    location: _Place | None


class _Report(Struct, gc=False):
    event: _Event


class _Outline(Struct, gc=False):
    status: IncidentStatus
    last_reported_at: str
    location: _Place | None
    reports: list[_Report]


_outline_in = Decoder(_Outline).decode


def decode_outline(value: bytes) -> Outline:
    """The outline of one record of the output topic, in a fiftieth of what the whole takes.

    Raises:
        IncidentRecordError: the value is none of our records. Going on would lose what it held.
    """
    found = plain.plainly(_plainly, value, VALUE_BYTES_MAX)
    return outline_of(decode_incident(value)) if found is None else found


def outline_of(incident: Incident) -> Outline:
    """The outline of an incident."""
    events = [report.event for report in incident.reports]
    told = [(event.published_at, event.article_id) for event in events]
    place = events[0].location if events else incident.location
    return Outline(incident.status, incident.last_reported_at, _country(place), tuple(told))


def _plainly(value: bytes) -> Outline:
    told = _outline_in(value)
    events = [report.event for report in told.reports]
    place = events[0].location if events else told.location
    return Outline(
        told.status,
        plain.moment(told.last_reported_at),
        _country(place),
        tuple([(plain.moment(event.published_at), event.article_id) for event in events]),
    )


def _country(place: Place | _Place | None) -> str | None:
    return None if place is None else place.country_code
