# ruff: noqa: T201 - a command that prints figures
"""What matching costs as incidents grow: events a second, memory, restore.

Usage: python -m tests.benchmarks.matching_cost [--open N]... [--rounds N]

Density stays what it is, the world grows: each size has as many attacks a square degree. Events
come as bytes and leave as bytes, as in the merge agent. Times are process time; a shared machine is
noisy, so that of several rounds over the same events each event's fastest counts. `first` is the
first round, right after a restart; `adds` tells how fast this machine is just now: millions of
additions a second in a loop.
"""

import argparse
import gc
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from random import Random

from tests.simulation.world import Attack, attack_in, place, report, text_of
from workers.incidents import IncidentBook
from workers.model import Event, Withdrawal
from workers.resident import keep_loaded, loading
from workers.wire import decode_event, decode_incident, encode_event, encode_incident

ATTACKS_A_SQUARE_DEGREE = 4.0
"""Over two weeks. In the news, Syria in a bad month of 2018 had about 20 a square degree."""

DAYS, TIMED, SAMPLE = 13, 1_000, 2_000
REPORTS = (1, 1, 2, 3, 4, 6)


def machine() -> float:
    """Millions of additions a second that a loop does now."""
    start = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return 1.0 / (time.process_time() - start)


def reports(random: Random, attack: Attack, many: int) -> Iterator[Event]:
    """Tellings of one attack, some of them copies of a wire story."""
    wire = text_of(random)
    for number in range(many):
        text = wire if random.random() < 0.3 else text_of(random)
        yield report(random, attack, number, text, noise=0.05)


def made(attacks: int) -> tuple[list[bytes], list[bytes]]:
    """Records of so many open incidents, and events that are still to come: most tell of them."""
    random = Random(5)  # noqa: S311 - a seeded world
    spread = (attacks / ATTACKS_A_SQUARE_DEGREE) ** 0.5
    places = [place(random, number, spread) for number in range(max(1, attacks // 2))]
    book, records, coming = IncidentBook(), list[bytes](), list[bytes]()
    every = max(1, attacks // TIMED)
    for number in range(attacks):
        attack = attack_in(random, number, places, DAYS)
        told = list(reports(random, attack, random.choice(REPORTS)))
        held = told if number % every else told[:-1]
        coming += [encode_event(event) for event in told[len(held) :]]
        last: dict[str, bytes] = {}
        for event in held:
            last |= {i.incident_id: encode_incident(i) for i in book.apply(event)}
        records += last.values()
        book = IncidentBook()
    random.shuffle(coming)
    return records, coming[:TIMED]


def restored(records: Sequence[bytes]) -> tuple[IncidentBook, float]:
    """A book that holds these records, and the seconds that it took from bytes."""
    book = IncidentBook()
    start = time.process_time()
    with loading():
        for record in records:
            book.restore(decode_incident(record))
    return book, time.process_time() - start


def passes(book: IncidentBook, coming: Sequence[bytes], rounds: int) -> list[float]:
    """Seconds an event, a figure a round: bytes in, bytes out; then the event is withdrawn again.

    The first round finds a book as after a restart; from the second on, each event's fastest.
    """
    fastest = [float("inf")] * len(coming)
    figures: list[float] = []
    for number in range(rounds):
        for index, value in enumerate(coming):
            start = time.process_time()
            event = decode_event(value)
            assert isinstance(event, Event)
            for incident in book.apply(event):
                encode_incident(incident)
            taken = time.process_time() - start
            fastest[index] = taken if number < 2 else min(fastest[index], taken)
            book.apply(Withdrawal(event.article_id, event.source, event.published_at))
        figures.append(sum(fastest) / len(fastest))
    return figures


def measure(attacks: int, rounds: int) -> None:
    records, coming = made(attacks)
    book, restoring = restored(records)
    keep_loaded()
    first, *_, each = passes(book, coming, rounds)
    print(
        f"{len(book):>9} {1 / each:>10.0f} {1e6 * each:>8.0f} {1e6 * first:>8.0f}"
        f" {restoring / len(records) * 1e5:>10.1f}"
        f" {memory(records[:SAMPLE]):>8.0f} {max(machine() for _ in range(3)):>6.1f}"
    )


def memory(records: Sequence[bytes]) -> float:
    """Bytes that a book takes an incident beyond the incidents themselves, all prepared."""
    incidents = [decode_incident(record) for record in records]
    events = [report.event for incident in incidents for report in incident.reports]
    gc.collect()
    tracemalloc.start()
    book = IncidentBook()
    for incident in incidents:
        book.restore(incident)
    for event in events:
        book.near(event)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return taken / len(incidents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--open", action="append", type=int)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    heads = f"{'open':>9} {'events/s':>10} {'us':>8} {'first':>8} {'s/100k':>10}"
    print(f"{heads} {'bytes':>8} {'adds':>6}")
    for attacks in options.open or (1_000, 10_000):
        measure(attacks, options.rounds)


if __name__ == "__main__":
    main()
