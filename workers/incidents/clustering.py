"""Clustering: a few linked events -> the attacks that they tell of, whatever order they came in.

Place in the flow: the book hands in the events that an arrival touches and replaces their incidents
by the clusters that come back. Pure: the same set of events gives the same clusters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import inf

Weigh = Callable[[str, str], float]
"""Posterior match weight in bits of two events, symmetric, -inf for a veto."""

Row = Callable[[str, Sequence[str]], Sequence[float]]
"""The weights of an event to others, in their order."""

Apart = Callable[[str, str], bool]
"""Whether an analyst ruled that two events are not one attack, symmetric."""

Cluster = tuple[str, ...]
"""Event ids, sorted."""


DOUBT_BITS = -20.0
"""What only two tellings of one article come to, whatever else agrees: the extraction, which told
them apart, may have told one attack twice. One such pair among dozens that agree parts no crowd."""


@dataclass(slots=True)
class Bond:
    """The weights between two clusters' events.

    Their sum, the strongest, how many; how many pairs are vetoed; and what they come to.

    `bits`: midway between the strongest pair and the average, -inf as soon as one pair is vetoed.
    The average alone lets one badly read report keep an attack in two; the strongest alone lets one
    join two. `doubtful`: a pair of them is two tellings of one article, or as unlikely; then the
    average alone decides. `spanning`: one of the clusters holds reports that an analyst ruled to be
    one attack. What the machine vetoes may be one attack there, and vetoes count for nothing.
    `parted`: an analyst ruled a pair of them apart, which nothing outweighs.
    """

    total: float
    strongest: float
    pairs: int
    vetoed: int = 0
    parted: bool = False
    spanning: bool = False
    doubtful: bool = False
    bits: float = field(init=False)

    def __post_init__(self) -> None:
        if self.parted or not self.pairs or (self.vetoed and not self.spanning):
            self.bits = -inf
        else:
            average = self.total / self.pairs
            self.bits = average if self.doubtful else (self.strongest + average) / 2

    def joined(self, other: "Bond") -> "Bond":
        """The bond to both of two clusters together."""
        return Bond(
            self.total + other.total,
            max(self.strongest, other.strongest),
            self.pairs + other.pairs,
            self.vetoed + other.vetoed,
            self.parted or other.parted,
            self.spanning or other.spanning,
            self.doubtful or other.doubtful,
        )


def bond(first: Sequence[str], second: Sequence[str], weigh: Weigh) -> Bond:
    """The bond between two clusters."""
    if len(first) == len(second) == 1:
        bits = weigh(first[0], second[0])
        if bits == -inf:
            return Bond(0.0, bits, 0, 1)
        return Bond(bits, bits, 1, doubtful=bits <= DOUBT_BITS)
    weights = [weigh(a, b) for a in first for b in second]
    held = [bits for bits in weights if bits != -inf]
    doubtful = any(bits <= DOUBT_BITS for bits in held)
    strongest = max(held, default=-inf)
    vetoed = len(weights) - len(held)
    return Bond(sum(held), strongest, len(held), vetoed, doubtful=doubtful)


def _ruled_bond(first: Sequence[str], second: Sequence[str], weigh: Weigh, apart: Apart) -> Bond:
    """The bond between two groups that each count as one telling: what their best pair weighs."""
    best = max(weigh(a, b) for a in first for b in second)
    parted = any(apart(a, b) for a in first for b in second)
    spanning = len(first) + len(second) > 2  # noqa: PLR2004 - more than one report each
    if best == -inf:
        return Bond(0.0, best, 0, 1, parted, spanning)
    return Bond(best, best, 1, 0, parted, spanning)


def clusters(
    groups: Iterable[Iterable[str]], weigh: Weigh, link_bits: float, apart: Apart | None = None
) -> tuple[Cluster, ...]:
    """The events of all groups in disjoint clusters, sorted; the events of one group stay together.

    A group of more than one is an analyst's: it counts as one telling, and what fits one of its
    reports need not fit all. `apart` rules pairs that no cluster may hold.

    Agglomerative, from the strongest bond downwards, while it has at least `link_bits`; a vetoed
    pair keeps two clusters apart. Ties fall to the smaller ids. About square in the number of
    groups. Source: UPGMA (Sokal & Michener, 1958), softened towards single linkage; cannot-link
    constraints (Davidson & Ravi, 2005).
    """
    found = sorted(sorted(group) for group in groups)
    bonds = {
        (i, j): bond(found[i], found[j], weigh)
        if apart is None
        else _ruled_bond(found[i], found[j], weigh, apart)
        for i, j in combinations(range(len(found)), 2)
    }
    waiting = [(-b.bits, *pair) for pair, b in bonds.items() if b.bits >= link_bits]
    heapify(waiting)
    alive = set(range(len(found)))
    while waiting:
        bits, kept, gone = heappop(waiting)
        if kept not in alive or gone not in alive or bonds[kept, gone].bits != -bits:
            continue
        found[kept] += found[gone]
        alive.remove(gone)
        for other in alive - {kept}:
            key = (min(kept, other), max(kept, other))
            bonds[key] = bonds[key].joined(bonds[min(gone, other), max(gone, other)])
            if bonds[key].bits >= link_bits:
                heappush(waiting, (-bonds[key].bits, *key))
    return tuple(sorted(tuple(sorted(found[index])) for index in alive))


def clusters_of_events(event_ids: Iterable[str], row: Row, link_bits: float) -> tuple[Cluster, ...]:
    """What `clusters` says of groups of one event each, in a fraction of the time.

    Of a bond only what can still count is kept: None as soon as a pair is vetoed, else its sum, its
    strongest pair, how many pairs, whether one is doubtful.
    """
    ids = sorted(event_ids)
    found: list[list[str]] = [[event_id] for event_id in ids]
    bonds: dict[tuple[int, int], _Sum | None] = {}
    bits: dict[tuple[int, int], float] = {}
    waiting: list[tuple[float, int, int]] = []
    for i, event_id in enumerate(ids):
        for j, weight in enumerate(row(event_id, ids[i + 1 :]), i + 1):
            bonds[i, j] = None if weight == -inf else (weight, weight, 1, weight <= DOUBT_BITS)
            if weight >= link_bits:
                bits[i, j] = weight
                waiting.append((-weight, i, j))
    heapify(waiting)
    alive = dict.fromkeys(range(len(ids)))
    while waiting:
        strength, kept, gone = heappop(waiting)
        if kept not in alive or gone not in alive or bits.get((kept, gone)) != -strength:
            continue
        found[kept] += found[gone]
        del alive[gone]
        for other in alive:
            if other == kept:
                continue
            key = (kept, other) if kept < other else (other, kept)
            one = bonds[key]
            two = bonds[(gone, other) if gone < other else (other, gone)]
            bits.pop(key, None)
            if one is None or two is None:
                bonds[key] = None
                continue
            total, strongest, pairs = one[0] + two[0], max(one[1], two[1]), one[2] + two[2]
            doubtful = one[3] or two[3]
            bonds[key] = total, strongest, pairs, doubtful
            average = total / pairs
            weight = average if doubtful else (strongest + average) / 2
            if weight >= link_bits:
                bits[key] = weight
                heappush(waiting, (-weight, *key))
    return tuple(sorted([tuple(sorted(found[index])) for index in alive]))


_Sum = tuple[float, float, int, bool]
