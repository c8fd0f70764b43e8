# ruff: noqa: S311 - seeded worlds, no secrets
"""The book against a model: the same judge and linkage over all pairs at once, without blocks or
memory."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest

from tests.simulation.world import World, world
from workers.incidents import BookConfig, IncidentBook
from workers.incidents.clustering import clusters
from workers.lexicon.actors import ActorTable
from workers.matching import Judge, profile
from workers.matching.weights import load
from workers.model import Event, Withdrawal

WIDE = BookConfig(window_days=400.0, component_max=10_000)
JUDGE = Judge(load())
SIDES = ActorTable.load().side_of
Partition = frozenset[frozenset[str]]


def by_the_model(events: Sequence[Event]) -> Partition:
    """Connected components over all pairs, each clustered."""
    profiles = {event.event_id: profile(event, SIDES) for event in events}
    weight: dict[frozenset[str], float] = {}
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in combinations(profiles, 2):
        bits = weight[frozenset((a, b))] = JUDGE.weigh(profiles[a], profiles[b])
        if bits >= JUDGE.weights.link_bits:
            near[a].add(b)
            near[b].add(a)
    found: set[frozenset[str]] = set()
    left = set(profiles)
    while left:
        component, front = set[str](), {min(left)}
        while front:
            component |= front
            front = {other for event_id in front for other in near[event_id]} - component
        left -= component

        def row(event_id: str, others: Sequence[str]) -> list[float]:
            return [weight[frozenset((event_id, other))] for other in others]

        found.update(map(frozenset, clusters(component, row, JUDGE.weights.link_bits)))
    return frozenset(found)


def by_the_book(book: IncidentBook, events: Sequence[Event]) -> Partition:
    groups: dict[str, set[str]] = defaultdict(set)
    for event in events:
        incident = book.incident_of(event.event_id)
        assert incident is not None, f"lost {event.event_id}"
        groups[incident.incident_id].add(event.event_id)
    return frozenset(map(frozenset, groups.values()))


def agreement(first: Partition, second: Partition) -> float:
    """The share of incidents that both partitions have."""
    return len(first & second) / max(len(first), len(second))


@pytest.mark.parametrize("seed", range(8))
def test_the_book_finds_what_comparing_all_pairs_finds(seed: int) -> None:
    made = world(seed, attacks=30, noise=0.08)
    book = IncidentBook(WIDE)
    for event in made.events:
        book.apply(event)

    assert agreement(by_the_book(book, made.events), by_the_model(made.events)) >= 0.995


@pytest.mark.parametrize("seed", range(4))
def test_after_withdrawals_the_book_is_as_if_they_had_never_been_told(seed: int) -> None:
    made = world(seed + 100, attacks=25, noise=0.08)
    random = Random(seed)
    gone = {event.article_id for event in made.events if random.random() < 0.3}
    book = IncidentBook(WIDE)
    for event in made.events:
        book.apply(event)
    for article_id in sorted(gone):
        book.apply(Withdrawal(article_id, "x", made.events[0].published_at))
    left = [event for event in made.events if event.article_id not in gone]

    assert agreement(by_the_book(book, left), by_the_model(left)) >= 0.995


def test_order_does_not_matter_in_a_thousand_shuffles() -> None:
    made: World = world(42, attacks=9, days=3, towns=5, noise=0.15, spread=0.5)
    expected = None
    random = Random(1)
    for _ in range(1_000):
        order = made.events[:]
        random.shuffle(order)
        book = IncidentBook(WIDE)
        for event in order:
            book.apply(event)
        found = by_the_book(book, made.events)
        expected = expected or found
        assert found == expected
