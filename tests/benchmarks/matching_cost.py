# ruff: noqa: T201 - a command that prints figures
"""What matching costs as incidents grow: events a second, memory, restore; the naive way beside.

Usage: python -m tests.benchmarks.matching_cost [--open N]...

Density stays what it is, the world grows: each size has as many attacks a square degree. Times are
process time; `adds` tells how fast this machine is just now.
"""

import argparse
import time
import tracemalloc
from collections.abc import Sequence

from rapidfuzz import fuzz

from tests.simulation.world import world
from workers.incidents import IncidentBook
from workers.model import Event, Incident

ATTACKS_A_SQUARE_DEGREE = 4.0
"""Over two weeks. In the news, Syria in a bad month of 2018 had about 20 a square degree."""


def machine() -> float:
    """Millions of additions a second that a loop does now."""
    start = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return 1.0 / (time.process_time() - start)


def filled(attacks: int) -> tuple[IncidentBook, Sequence[Event], dict[str, Incident]]:
    """A book with about so many open incidents, events that are still to come, its records."""
    made = world(
        5,
        attacks=attacks * 5 // 4,
        days=13,
        towns=attacks // 2,
        spread=(attacks / ATTACKS_A_SQUARE_DEGREE) ** 0.5,
    )
    book = IncidentBook()
    records: dict[str, Incident] = {}
    cut = len(made.events) * 3 // 4
    for event in made.events[:cut]:
        records |= {record.incident_id: record for record in book.apply(event)}
    return book, made.events[cut:][:2_000], records


def measure(attacks: int) -> None:
    book, coming, records = filled(attacks)
    start = time.process_time()
    for event in coming:
        book.apply(event)
    seconds = time.process_time() - start
    restored = IncidentBook()
    start = time.process_time()
    for record in records.values():
        restored.restore(record)
    restoring = time.process_time() - start
    tracemalloc.start()
    again = IncidentBook()
    for record in list(records.values())[:2_000]:
        again.restore(record)
    memory = tracemalloc.get_traced_memory()[0] / min(2_000, len(records))
    tracemalloc.stop()
    print(
        f"{len(book):>9} {len(coming) / seconds:>10.0f} {1e6 * seconds / len(coming):>8.0f}"
        f" {restoring / len(records) * 1e5:>10.1f} {memory:>8.0f} {machine():>6.1f}"
    )


def naive(attacks: int) -> None:
    """All pairs by the likeness of their titles, as anyone would try first."""
    made = world(5, attacks=attacks, days=13, towns=attacks // 2)
    titles = [event.title or "" for event in made.events]
    coming = titles[:50]
    start = time.process_time()
    for title in coming:
        max(fuzz.token_set_ratio(title, other) for other in titles)
    seconds = time.process_time() - start
    print(f"{'naive':>9} {len(coming) / seconds:>10.0f} {1e6 * seconds / len(coming):>8.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open", action="append", type=int)
    options = parser.parse_args()
    print(f"{'open':>9} {'events/s':>10} {'us':>8} {'s/100k':>10} {'bytes':>8} {'adds':>6}")
    for attacks in options.open or (1_000, 10_000):
        measure(attacks)
    naive(10_000)


if __name__ == "__main__":
    main()
