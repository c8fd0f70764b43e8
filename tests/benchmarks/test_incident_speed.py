"""Speed and memory of matching and merging, on seeded worlds (`make bench`).

The floors are generous: machines are shared. What counts is what is printed.
"""

import gc
import time
import tracemalloc

import pytest

from tests.simulation.world import world
from workers.incidents import IncidentBook
from workers.model import Event
from workers.wire import decode_incident, encode_incident

SIZES = (300, 3_000)
ATTACKS_A_DAY = 300
FLOOR_EVENTS, FLOOR_RESTORED = 60, 80
"""A second: about a seventh of what was measured."""

pytestmark = pytest.mark.benchmark


def _world(attacks: int) -> list[Event]:
    days = max(1, attacks // ATTACKS_A_DAY)
    return world(7, attacks=attacks, days=days, towns=attacks, spread=6.0).events


@pytest.mark.parametrize("attacks", SIZES)
def test_events_a_second(attacks: int) -> None:
    """Every event applied, every version encoded, as the merge agent does."""
    events = _world(attacks)
    book = IncidentBook()
    written = 0
    started = time.process_time()
    for event in events:
        for incident in book.apply(event):
            encode_incident(incident)
            written += 1
    speed = len(events) / (time.process_time() - started)
    print(  # noqa: T201 - what a benchmark is for
        f"\n{attacks:,} attacks: {speed:,.0f} events/s, "
        f"{len(book):,} incidents open, {written:,} versions"
    )
    assert speed >= FLOOR_EVENTS


def test_restoring_and_memory() -> None:
    """Incidents read back as after a restart, and the memory that they take."""
    first = IncidentBook()
    latest: dict[str, bytes] = {}
    for event in _world(SIZES[0]):
        for incident in first.apply(event):
            latest[incident.incident_id] = encode_incident(incident)
    book = IncidentBook()
    gc.collect()
    started = time.process_time()
    for value in latest.values():
        book.restore(decode_incident(value))
    speed = len(latest) / (time.process_time() - started)
    tracemalloc.start()
    again = IncidentBook()
    before = tracemalloc.get_traced_memory()[0]
    for value in latest.values():
        again.restore(decode_incident(value))
    gc.collect()
    each = (tracemalloc.get_traced_memory()[0] - before) / len(latest)
    tracemalloc.stop()
    size = sum(map(len, latest.values())) / len(latest)
    print(  # noqa: T201 - what a benchmark is for
        f"\nrestored {speed:,.0f} incidents/s; "
        f"{each / 1e3:.1f} kB held an incident (its record: {size / 1e3:.1f} kB)"
    )
    assert len(book) == len(again) == len(latest)
    assert speed >= FLOOR_RESTORED
