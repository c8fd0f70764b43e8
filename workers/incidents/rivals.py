"""Rivals: attacks that one article tells apart and that fit the same report elsewhere.

Place in the flow: `grouping` hands the weights of linked events through here before it clusters
them. A comparison sees two events alone. It cannot see that an article which tells of two attacks
in one town on one day holds two events that fit a report of either: that report tells of one of
them at most.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import log2

from workers.incidents.clustering import DOUBT_BITS, Row

RIVALRY = 1.5
"""Bits that a pair loses for each halving of its share among its rivals. Best of 0, 1, 1.5, 2 on
six labelled corpora with weights fitted without each: false merges of our own events 27 to 22, of
gold events 17 to 11; B3 of our own +0.3, of gold events +0.2."""


def rivalled(
    event_ids: Iterable[str], row: Row, link_bits: float, article_of: Callable[[str], str]
) -> Row:
    """The weights among these events, less what their rivals take.

    Rivals of a pair are the links of either event to other events of the other one's article. Its
    share is 2^bits of the sum of all of theirs. What has no rival, is vetoed or in doubt anyway,
    weighs what it weighed. Symmetric, and a function of the set of events. Square in their number
    where one article tells two of them, else free.
    """
    ids = sorted(event_ids)
    articles = {event_id: article_of(event_id) for event_id in ids}
    mates: dict[str, list[str]] = {}
    for event_id, article in articles.items():
        mates.setdefault(article, []).append(event_id)
    if len(mates) == len(ids):
        return row
    weights: dict[tuple[str, str], float] = {}
    for index, event_id in enumerate(ids):
        others = ids[index + 1 :]
        for other, bits in zip(others, row(event_id, others), strict=True):
            weights[event_id, other] = weights[other, event_id] = bits
    left = dict(weights)
    for first, second in combinations(ids, 2):
        bits = weights[first, second]
        if bits <= DOUBT_BITS or articles[first] == articles[second]:
            continue
        rivals = [weights[mate, second] for mate in mates[articles[first]] if mate != first]
        rivals += [weights[first, mate] for mate in mates[articles[second]] if mate != second]
        shares = sum([2 ** (rival - bits) for rival in rivals if rival >= link_bits])
        if shares:
            lost = round(RIVALRY * log2(1 + shares), 2)
            left[first, second] = left[second, first] = bits - lost

    def row_left(event_id: str, others: Sequence[str]) -> list[float]:
        return [left[event_id, other] for other in others]

    return row_left
