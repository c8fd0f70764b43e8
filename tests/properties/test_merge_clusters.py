"""Clustering is a function of the set of events and never breaks a veto."""

from itertools import combinations, product
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from workers.incidents.clustering import Row, clusters, ruled_clusters

IDS = tuple("abcdefg")
WEIGHTS = st.lists(
    st.one_of(st.just(-inf), st.integers(-8, 8).map(float)), min_size=21, max_size=21
)


def table(weights: list[float]) -> dict[frozenset[str], float]:
    return dict(zip(map(frozenset, combinations(IDS, 2)), weights, strict=True))


def rows(of: dict[frozenset[str], float]) -> Row:
    return lambda event_id, others: [of[frozenset((event_id, other))] for other in others]


@given(WEIGHTS, st.permutations(IDS))
def test_the_order_of_events_does_not_matter(weights: list[float], order: list[str]) -> None:
    row = rows(table(weights))

    assert clusters(order, row, 0.0) == clusters(IDS, row, 0.0)


@given(WEIGHTS)
def test_every_event_is_in_one_cluster_and_no_veto_is_broken(weights: list[float]) -> None:
    of = table(weights)
    found = clusters(IDS, rows(of), 0.0)

    assert sorted(i for cluster in found for i in cluster) == list(IDS)
    for cluster in found:
        assert all(of[frozenset(pair)] > -inf for pair in combinations(cluster, 2))


@given(WEIGHTS)
def test_what_is_left_apart_has_no_bond(weights: list[float]) -> None:
    of = table(weights)
    found = clusters(IDS, rows(of), 0.0)

    for one, other in combinations(found, 2):
        between = [of[frozenset(pair)] for pair in product(one, other)]
        assert (max(between) + sum(between) / len(between)) / 2 < 0.0


@given(WEIGHTS)
def test_what_must_stay_together_does_against_every_veto(weights: list[float]) -> None:
    of = table(weights)
    groups = [["a", "b", "c"], *([i] for i in "defg")]

    found = ruled_clusters(groups, lambda a, b: of[frozenset((a, b))], 0.0, lambda _a, _b: False)

    assert sum({"a", "b", "c"} <= set(cluster) for cluster in found) == 1


@given(
    st.lists(st.sampled_from((-inf, -5.0, -1.5, 0.0, 0.5, 2.0, 4.0)), min_size=21, max_size=21),
    st.sampled_from((-1.75, 0.0, 3.0)),
)
def test_groups_of_one_that_no_word_parts_cluster_as_events_do(
    weights: list[float], link_bits: float
) -> None:
    of = table(weights)
    groups = [[event_id] for event_id in IDS]

    found = ruled_clusters(
        groups, lambda a, b: of[frozenset((a, b))], link_bits, lambda _a, _b: False
    )

    assert found == clusters(IDS, rows(of), link_bits)
