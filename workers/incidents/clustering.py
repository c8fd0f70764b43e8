"""Clustering: a few linked events -> the attacks that they tell of, whatever order they came in.

Place in the flow: the book hands in the events that an arrival touches and replaces their incidents
by the clusters that come back. Pure: the same set of events gives the same clusters.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import inf
from typing import Protocol, Self, TypeVar

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


class Bond:
    """The weights between two clusters' events, none of them a veto.

    Their sum, the strongest, how many, and what they come to.

    `bits`: midway between the strongest pair and the average. The average alone lets one badly read
    report keep an attack in two; the strongest alone lets one join two. `doubtful`: a pair of them
    is two tellings of one article, or as unlikely; then the average alone decides.
    """

    __slots__ = ("bits", "doubtful", "pairs", "strongest", "total")

    def __init__(
        self,
        total: float,
        strongest: float,
        pairs: int,
        doubtful: bool,  # noqa: FBT001 - one of four plain values
    ) -> None:
        self.total = total
        self.strongest = strongest
        self.pairs = pairs
        self.doubtful = doubtful
        average = total / pairs
        self.bits = average if doubtful else (strongest + average) / 2

    def joined(self, other: "Bond") -> "Bond":
        """The bond to both of two clusters together."""
        return Bond(
            self.total + other.total,
            max(self.strongest, other.strongest),
            self.pairs + other.pairs,
            self.doubtful or other.doubtful,
        )


@dataclass(slots=True)
class RuledBond:
    """The bond between two clusters where analysts' words count, each group as one telling.

    `bits`: midway between the strongest pair and the average, -inf where the two may not join.
    `vetoed`: a pair of groups is. `spanning`: one of the clusters holds reports that an analyst
    ruled to be one attack. What the machine vetoes may be one attack there, and vetoes count for
    nothing. `parted`: an analyst ruled a pair of them apart, which nothing outweighs.
    """

    total: float
    strongest: float
    pairs: int
    vetoed: bool
    parted: bool
    spanning: bool

    @property
    def bits(self) -> float:
        """What the weights come to."""
        if self.parted or not self.pairs or (self.vetoed and not self.spanning):
            return -inf
        return (self.strongest + self.total / self.pairs) / 2

    def joined(self, other: "RuledBond") -> "RuledBond":
        """The bond to both of two clusters together."""
        return RuledBond(
            self.total + other.total,
            max(self.strongest, other.strongest),
            self.pairs + other.pairs,
            self.vetoed or other.vetoed,
            self.parted or other.parted,
            self.spanning or other.spanning,
        )


class Joining(Protocol):
    """What both kinds of bonds offer."""

    @property
    def bits(self) -> float:
        """What the weights come to."""

    def joined(self, other: Self, /) -> Self:
        """The bond to both of two clusters together."""


B = TypeVar("B", bound=Joining)

Bonds = list[dict[int, B]]
"""Of each cluster its bonds to others, by their numbers; no bond: nothing can join the two."""


def bond(first: Sequence[str], second: Sequence[str], weigh: Weigh) -> Bond | None:
    """The bond between two clusters, None where a pair is vetoed."""
    weights = [weigh(a, b) for a in first for b in second]
    least = min(weights)
    if least == -inf:
        return None
    return Bond(sum(weights), max(weights), len(weights), least <= DOUBT_BITS)


def _ruled_bond(
    first: Sequence[str], second: Sequence[str], weigh: Weigh, apart: Apart
) -> RuledBond:
    """The bond between two groups that each count as one telling: what their best pair weighs."""
    best = max(weigh(a, b) for a in first for b in second)
    parted = any(apart(a, b) for a in first for b in second)
    spanning = len(first) + len(second) > 2  # noqa: PLR2004 - more than one report each
    if best == -inf:
        return RuledBond(0.0, best, 0, True, parted, spanning)  # noqa: FBT003
    return RuledBond(best, best, 1, False, parted, spanning)  # noqa: FBT003


def ruled_clusters(
    groups: Iterable[Iterable[str]], weigh: Weigh, link_bits: float, apart: Apart
) -> tuple[Cluster, ...]:
    """The events of all groups in disjoint clusters, sorted; the events of one group stay together.

    A group of more than one is an analyst's: it counts as one telling, and what fits one of its
    reports need not fit all. `apart` rules pairs that no cluster may hold (Davidson & Ravi, 2005:
    cannot-link constraints).
    """
    found = sorted(sorted(group) for group in groups)
    bonds: Bonds[RuledBond] = [{} for _ in found]
    for i, j in combinations(range(len(found)), 2):
        bonds[i][j] = bonds[j][i] = _ruled_bond(found[i], found[j], weigh, apart)
    return _joined(found, bonds, link_bits)


def clusters(event_ids: Iterable[str], row: Row, link_bits: float) -> tuple[Cluster, ...]:
    """The events in disjoint clusters, sorted; a vetoed pair keeps two clusters apart."""
    ids = sorted(event_ids)
    bonds: Bonds[Bond] = [{} for _ in ids]
    for i, event_id in enumerate(ids):
        for j, bits in enumerate(row(event_id, ids[i + 1 :]), i + 1):
            if bits != -inf:
                bonds[i][j] = bonds[j][i] = Bond(bits, bits, 1, bits <= DOUBT_BITS)
    return _joined([[event_id] for event_id in ids], bonds, link_bits)


def _joined(found: list[list[str]], bonds: Bonds[B], link_bits: float) -> tuple[Cluster, ...]:
    """The groups as far as their bonds join them. Uses up what it is given.

    Agglomerative, from the strongest bond downwards, while it has at least `link_bits`. Ties fall
    to the smaller ids. About square in the number of groups. Source: UPGMA (Sokal & Michener,
    1958), softened towards single linkage.
    """
    waiting = [
        (-each.bits, i, j)
        for i, of_one in enumerate(bonds)
        for j, each in of_one.items()
        if i < j and each.bits >= link_bits
    ]
    heapify(waiting)
    while waiting:
        strength, kept, gone = heappop(waiting)
        strongest = bonds[kept].get(gone)
        if strongest is None or strongest.bits != -strength:
            continue
        found[kept] += found[gone]
        found[gone] = []
        of_kept, of_gone = bonds[kept], bonds[gone]
        bonds[kept], bonds[gone] = {}, {}
        del of_gone[kept], of_kept[gone]
        for other in of_gone:
            del bonds[other][gone]
        for other, each in of_kept.items():
            more = of_gone.get(other)
            if more is None:
                del bonds[other][kept]
                continue
            both = each.joined(more)
            bonds[kept][other] = bonds[other][kept] = both
            if both.bits >= link_bits:
                heappush(waiting, (-both.bits, min(kept, other), max(kept, other)))
    return tuple(sorted([tuple(sorted(group)) for group in found if group]))
