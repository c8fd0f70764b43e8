# ruff: noqa: T201 - a command that prints figures
"""What matching costs as incidents grow: events a second, memory, restore.

Usage: python -m tests.benchmarks.matching_cost [--open N]... [--rounds N] [--reports N,N,...]

Density stays what it is, the world grows: each size has as many attacks a square degree. Beyond
`TILE` attacks the same ones happen again, elsewhere on the globe and in other weeks. Events come as
bytes and leave as bytes, as in the merge agent. Times are process time; a shared machine is noisy,
so that of several rounds over the same events each event's fastest counts. `first` is the first
round, right after a restart; `adds` tells how fast this machine is just now: millions of additions
a second in a loop. A million takes 10 GB; `--reports 1,1,1,2` makes smaller incidents.
"""

import argparse
import gc
import math
import re
import time
import tracemalloc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice
from random import Random

from tests.simulation.world import Attack, attack_in, place, report, text_of
from workers.incidents import BookConfig, IncidentBook
from workers.incidents.identity import incident_id_of
from workers.model import Event, Place, Withdrawal
from workers.resident import keep_loaded, loading
from workers.wire import decode_event, decode_incident, encode_event, encode_incident

ATTACKS_A_SQUARE_DEGREE = 4.0
"""Over two weeks. In the news, Syria in a bad month of 2018 had about 20 a square degree."""

DAYS, TIMED, SAMPLE = 13, 1_000, 2_000
REPORTS = (1, 1, 2, 3, 4, 6)
TILE = 20_000
"""Attacks that are told by themselves: 71 degrees square around the equator."""

WEEKS_DAYS = 21
"""From one time that the attacks happen to the next: no two of them can be taken for one."""


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


def placed(random: Random, number: int, spread: float) -> Place:
    """A town of its own in a square around the equator, which begins at the date line."""
    town = place(random, number, spread)
    assert town.latitude is not None
    assert town.longitude is not None
    south, west = spread / 2 + 33, 36 + 180
    return replace(
        town,
        latitude=round(town.latitude - south, 4),
        longitude=round(town.longitude - west, 4),
    )


def made(attacks: int, told_by: Sequence[int] = REPORTS) -> tuple[list[bytes], list[bytes]]:
    """Records of so many open incidents, and events that are still to come: most tell of them."""
    random = Random(5)  # noqa: S311 - a seeded world
    spread = spread_of(attacks)
    places = [placed(random, number, spread) for number in range(max(1, attacks // 2))]
    records, coming = list[bytes](), list[bytes]()
    every = max(1, attacks // TIMED)
    for number in range(attacks):
        book = IncidentBook()
        attack = attack_in(random, number, places, DAYS)
        told = list(reports(random, attack, random.choice(told_by)))
        held = told if number % every else told[:-1]
        coming += [encode_event(event) for event in told[len(held) :]]
        last: dict[str, bytes] = {}
        for event in held:
            last |= {i.incident_id: encode_incident(i) for i in book.apply(event)}
        records += last.values()
    random.shuffle(coming)
    return records, coming[:TIMED]


def spread_of(attacks: int) -> float:
    """Degrees of the side of the square that so many attacks happen in."""
    return math.sqrt(attacks / ATTACKS_A_SQUARE_DEGREE)


_MOVED = re.compile(
    rb'"longitude":(?P<longitude>-?[0-9.]+)|(?P<day>2024-[0-9]{2}-[0-9]{2})|"a(?P<number>[0-9]+)-'
)


def moved(record: bytes, tile: int) -> bytes:
    """The record, or event, of the same attack elsewhere or in other weeks."""
    a_row = int(360 // (spread_of(TILE) + 1))
    weeks, column = divmod(tile, a_row)
    east, later = column * (spread_of(TILE) + 1), timedelta(weeks * WEEKS_DAYS)

    def move(found: re.Match[bytes]) -> bytes:
        if found["longitude"]:
            return b'"longitude":%.4f' % (float(found["longitude"]) + east)
        if found["day"]:
            return (date.fromisoformat(found["day"].decode()) + later).isoformat().encode()
        return b'"a%d-' % (int(found["number"]) + tile * TILE)

    there = _MOVED.sub(move, record)
    for event_id in set(_EVENT_ID.findall(there)):
        founder = _NUMBER.sub(lambda n: b"a%d-" % (int(n[1]) - tile * TILE), event_id, count=1)
        named, renamed = (incident_id_of(each.decode()) for each in (founder, event_id))
        there = there.replace(named.encode(), renamed.encode())
    return there


_EVENT_ID, _NUMBER = re.compile(rb'"event_id":"([^"]+)"'), re.compile(rb"a([0-9]+)-")


def world(attacks: int, told_by: Sequence[int]) -> tuple[Iterator[bytes], list[bytes]]:
    """The same for worlds of any size: records one by one, and events to come from all over it."""
    if attacks <= TILE:
        records, coming = made(attacks, told_by)
        return iter(records), coming
    tiles = attacks // TILE
    records, coming = made(TILE, told_by)
    return (
        (moved(record, tile) for tile in range(tiles) for record in records),
        [moved(event, index % tiles) for index, event in enumerate(coming)],
    )


def restored(records: Iterable[bytes], attacks: int) -> tuple[IncidentBook, float]:
    """A book that holds these records, and the seconds that it took from bytes, each."""
    book = IncidentBook(BookConfig(window_days=WEEKS_DAYS * (2 + attacks / TILE)))
    taken, read = 0.0, 0
    with loading():
        for record in records:
            start = time.process_time()
            book.restore(decode_incident(record))
            taken += time.process_time() - start
            read += 1
    return book, taken / read


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


def measure(attacks: int, rounds: int, told_by: Sequence[int]) -> None:
    records, coming = world(attacks, told_by)
    sample = list(islice(records, SAMPLE))
    book, restoring = restored(chain(sample, records), attacks)
    keep_loaded()
    first, *_, each = passes(book, coming, rounds)
    print(
        f"{len(book):>9} {1 / each:>10.0f} {1e6 * each:>8.0f} {1e6 * first:>8.0f}"
        f" {restoring * 1e5:>10.1f}"
        f" {memory(sample):>8.0f} {max(machine() for _ in range(3)):>6.1f}",
        flush=True,
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
    parser.add_argument("--reports", default=",".join(map(str, REPORTS)), help="of an attack")
    options = parser.parse_args()
    heads = f"{'open':>9} {'events/s':>10} {'us':>8} {'first':>8} {'s/100k':>10}"
    print(f"{heads} {'bytes':>8} {'adds':>6}")
    for attacks in options.open or (1_000, 10_000):
        measure(attacks, options.rounds, [int(each) for each in options.reports.split(",")])


if __name__ == "__main__":
    main()
