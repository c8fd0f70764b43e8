"""Clustering: a few linked events -> the attacks that they tell of, whatever order they came in.

Place in the flow: the book hands in the events that an arrival touches and replaces their incidents by
the clusters that come back. Pure: the same set of events gives the same clusters.
"""

from collections.abc import Callable, Iterable
from itertools import combinations
from math import inf

Weigh = Callable[[str, str], float]
"""Posterior match weight in bits of two events, symmetric, -inf for a veto."""

Cluster = tuple[str, ...]
"""Event ids, sorted."""


def clusters(
    groups: Iterable[Iterable[str]], weigh: Weigh, link_bits: float
) -> tuple[Cluster, ...]:
    """The events of all groups in disjoint clusters, sorted; the events of one group stay together.

    Average linkage from the strongest pair downwards, while the average is at least `link_bits`; one
    vetoed pair keeps two clusters apart. Ties fall to the smaller ids. Cubic in the number of groups.
    Source: UPGMA (Sokal & Michener, 1958), with cannot-link constraints (Davidson & Ravi, 2005).
    """
    found = sorted(sorted(group) for group in groups)
    if len(found) == 1:
        return (tuple(found[0]),)
    sums = {
        (i, j): sum(weigh(a, b) for a in found[i] for b in found[j])
        for i, j in combinations(range(len(found)), 2)
    }
    alive = list(range(len(found)))
    while (pair := _closest(found, sums, alive, link_bits)) is not None:
        kept, gone = pair
        found[kept] += found[gone]
        alive.remove(gone)
        for other in alive:
            if other != kept:
                key = (min(kept, other), max(kept, other))
                sums[key] += sums[min(gone, other), max(gone, other)]
    return tuple(sorted(tuple(sorted(found[index])) for index in alive))


def _closest(
    found: list[list[str]], sums: dict[tuple[int, int], float], alive: list[int], link_bits: float
) -> tuple[int, int] | None:
    """The two clusters of highest average weight, None when it is below `link_bits`."""
    best, pair = -inf, None
    for i, j in combinations(alive, 2):
        average = sums[i, j] / (len(found[i]) * len(found[j]))
        if average > best:
            best, pair = average, (i, j)
    return pair if best >= link_bits else None
