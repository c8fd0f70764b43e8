"""Clustering: a few linked events -> the attacks that they tell of, whatever order they came in.

Place in the flow: the book hands in the events that an arrival touches and replaces their incidents by
the clusters that come back. Pure: the same set of events gives the same clusters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

Weigh = Callable[[str, str], float]
"""Posterior match weight in bits of two events, symmetric, -inf for a veto."""

Cluster = tuple[str, ...]
"""Event ids, sorted."""


@dataclass(frozen=True, slots=True)
class Bond:
    """The weights between two clusters' events: their sum, the strongest, how many."""

    total: float
    strongest: float
    pairs: int

    def joined(self, other: "Bond") -> "Bond":
        """The bond to both of two clusters together."""
        return Bond(
            self.total + other.total,
            max(self.strongest, other.strongest),
            self.pairs + other.pairs,
        )

    @property
    def bits(self) -> float:
        """Midway between the strongest pair and the average, -inf as soon as one pair is vetoed.

        The average alone lets one badly read report keep an attack in two; the strongest alone lets
        one join two attacks.
        """
        return (self.strongest + self.total / self.pairs) / 2


def bond(first: Sequence[str], second: Sequence[str], weigh: Weigh) -> Bond:
    """The bond between two clusters."""
    weights = [weigh(a, b) for a in first for b in second]
    return Bond(sum(weights), max(weights), len(weights))


def clusters(
    groups: Iterable[Iterable[str]], weigh: Weigh, link_bits: float
) -> tuple[Cluster, ...]:
    """The events of all groups in disjoint clusters, sorted; the events of one group stay together.

    Agglomerative, from the strongest bond downwards, while it has at least `link_bits`; a vetoed pair
    keeps two clusters apart. Ties fall to the smaller ids. Cubic in the number of groups.
    Source: UPGMA (Sokal & Michener, 1958), softened towards single linkage; cannot-link constraints
    (Davidson & Ravi, 2005).
    """
    found = sorted(sorted(group) for group in groups)
    if len(found) == 1:
        return (tuple(found[0]),)
    bonds = {(i, j): bond(found[i], found[j], weigh) for i, j in combinations(range(len(found)), 2)}
    alive = list(range(len(found)))
    while (pair := _closest(bonds, alive, link_bits)) is not None:
        kept, gone = pair
        found[kept] += found[gone]
        alive.remove(gone)
        for other in alive:
            if other != kept:
                key = (min(kept, other), max(kept, other))
                bonds[key] = bonds[key].joined(bonds[min(gone, other), max(gone, other)])
    return tuple(sorted(tuple(sorted(found[index])) for index in alive))


def _closest(
    bonds: dict[tuple[int, int], Bond], alive: list[int], link_bits: float
) -> tuple[int, int] | None:
    """The two clusters of the strongest bond, None when it is below `link_bits`."""
    best, pair = -inf, None
    for key in combinations(alive, 2):
        bits = bonds[key].bits
        if bits > best:
            best, pair = bits, key
    return pair if best >= link_bits else None
