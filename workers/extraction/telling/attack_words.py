"""The attack words of each sentence: the lexicon's, and those that stand for one told before.

Place in the flow: under mentions, before sentences are cut into clauses.
"""

from collections.abc import Iterable

from workers.extraction.reading import Reading
from workers.extraction.telling.announced import counted_by_town, numbered_attacks
from workers.extraction.telling.elliptic import elliptic_attacks
from workers.extraction.triggers import Hit


def attack_words(reading: Reading, stopped: Iterable[Hit]) -> dict[int, list[Hit]]:
    """Index of a sentence -> its attack words in text order; none where only `stopped` tells."""
    told: dict[int, list[Hit]] = {reading.sentence_at(hit.start): [] for hit in stopped}
    for hit in reading.attacks:
        told.setdefault(reading.sentence_at(hit.start), []).append(hit)
    for announced in (numbered_attacks, counted_by_town):
        for index, hit in announced(reading, told).items():
            told[index] = [hit, *told.get(index, ())]
    for index, hit in elliptic_attacks(reading, told):
        told[index] = sorted([*told[index], hit], key=_start_of)
    return told


def _start_of(hit: Hit) -> int:
    return hit.start
