"""Clustering is a function of the set of events and never breaks a veto."""

from collections.abc import Sequence
from itertools import combinations, product
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from workers.incidents.clustering import clusters, clusters_of_events

IDS = tuple("abcdefg")
WEIGHTS = st.lists(
    st.one_of(st.just(-inf), st.integers(-8, 8).map(float)), min_size=21, max_size=21
)


def table(weights: list[float]) -> dict[frozenset[str], float]:
    return dict(zip(map(frozenset, combinations(IDS, 2)), weights, strict=True))


@given(WEIGHTS, st.permutations(IDS))
def test_the_order_of_events_does_not_matter(weights: list[float], order: list[str]) -> None:
    of = table(weights)

    def weigh(a: str, b: str) -> float:
        return of[frozenset((a, b))]

    assert clusters([[i] for i in order], weigh, 0.0) == clusters([[i] for i in IDS], weigh, 0.0)


@given(WEIGHTS)
def test_every_event_is_in_one_cluster_and_no_veto_is_broken(weights: list[float]) -> None:
    of = table(weights)
    found = clusters([[i] for i in IDS], lambda a, b: of[frozenset((a, b))], 0.0)

    assert sorted(i for cluster in found for i in cluster) == list(IDS)
    for cluster in found:
        assert all(of[frozenset(pair)] > -inf for pair in combinations(cluster, 2))


@given(WEIGHTS)
def test_what_is_left_apart_has_no_bond(weights: list[float]) -> None:
    of = table(weights)
    found = clusters([[i] for i in IDS], lambda a, b: of[frozenset((a, b))], 0.0)

    for one, other in combinations(found, 2):
        between = [of[frozenset(pair)] for pair in product(one, other)]
        assert (max(between) + sum(between) / len(between)) / 2 < 0.0


@given(WEIGHTS)
def test_what_must_stay_together_does_against_every_veto(weights: list[float]) -> None:
    of = table(weights)
    groups = [["a", "b", "c"], *([i] for i in "defg")]

    found = clusters(groups, lambda a, b: of[frozenset((a, b))], 0.0)

    assert sum({"a", "b", "c"} <= set(cluster) for cluster in found) == 1


@given(
    st.lists(
        st.sampled_from((-inf, -30.0, -5.0, -1.5, 0.0, 0.5, 2.0, 4.0)), min_size=21, max_size=21
    ),
    st.sampled_from((-25.0, -1.75, 0.0, 3.0)),
)
def test_single_events_cluster_as_groups_of_one_do(weights: list[float], link_bits: float) -> None:
    of = table(weights)

    def weigh(a: str, b: str) -> float:
        return of[frozenset((a, b))]

    def row(event_id: str, others: Sequence[str]) -> list[float]:
        return [weigh(event_id, other) for other in others]

    groups = [[event_id] for event_id in IDS]
    assert clusters_of_events(IDS, row, link_bits) == clusters(groups, weigh, link_bits)
