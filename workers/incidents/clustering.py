"""Clustering: a few linked events -> the attacks that they tell of, whatever order they came in.

Place in the flow: the book hands in the events that an arrival touches and replaces their incidents by
the clusters that come back. Pure: the same set of events gives the same clusters.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import inf

Weigh = Callable[[str, str], float]
"""Posterior match weight in bits of two events, symmetric, -inf for a veto."""


def clusters(
    event_ids: Sequence[str], weigh: Weigh, link_bits: float
) -> tuple[tuple[str, ...], ...]:
    """The events in disjoint clusters, each sorted, the clusters sorted.

    Average linkage from the strongest pair downwards, while the average is at least `link_bits`; one
    vetoed pair keeps two clusters apart. Ties fall to the smaller ids.
    Source: UPGMA (Sokal & Michener, 1958), with cannot-link constraints (Davidson & Ravi, 2005).
    """
    groups: list[list[str]] = [[event_id] for event_id in sorted(event_ids)]
    sums: dict[tuple[int, int], float] = {
        (i, j): weigh(groups[i][0], groups[j][0]) for i, j in combinations(range(len(groups)), 2)
    }
    alive = list(range(len(groups)))
    while True:
        best, pair = -inf, None
        for i, j in combinations(alive, 2):
            average = sums[i, j] / (len(groups[i]) * len(groups[j]))
            if average > best:
                best, pair = average, (i, j)
        if pair is None or best < link_bits:
            break
        kept, gone = pair
        groups[kept] += groups[gone]
        alive.remove(gone)
        for other in alive:
            if other != kept:
                key = (min(kept, other), max(kept, other))
                sums[key] += sums[min(gone, other), max(gone, other)]
    return tuple(sorted(tuple(sorted(groups[index])) for index in alive))
