"""Attacks announced together and then told by number alone: "two blasts ... the second was in X".

Place in the flow: under mentions. A sentence that opens with such a number and has no attack word
of its own is given the word that announced it, where the number stands.
"""

import re
from dataclasses import replace
from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

_SENTENCES_MAX = 3
"""Sentences between the announcement and the last of its attacks."""
_MAIN_KINDS = frozenset({"noun", "event"})
_MANY = re.compile(
    r"(?:ان|ين|ات)$|\b(?:هجمات|غارات|ضربات|عمليات)\b|"
    r"\b(?:attacks|blasts|bombings|explosions|strikes|raids|incidents|bombs|ambushes|shootings)$"
)
_NUMBERED: Final = Pattern(
    r"\W{0,2}(?:و|ف)?(?:وقع |وقعت |كان |كانت |استهدف |استهدفت |ضرب |ضربت |نفذ |اما )?(?:في )?"
    r"(?:الاول|الاولي|الثاني|الثانيه|الثالث|الثالثه|الاخر|الاخري)\b"
    r"(?! من (?:نوعه|نوعها)| (?:من|في) (?:ال)?(?:عام|شهر|اسبوع))"
    r"|\W{0,2}(?:in )?the (?:first|second|third|other)(?:,| one\b| (?:was|were|hit|struck|targeted|"
    r"took place|happened|occurred|went off|came|exploded|killed|wounded)\b)"
)


def numbered_attacks(reading: Reading, told: dict[int, list[Hit]]) -> dict[int, Hit]:
    """For sentences that tell an announced attack by its number: the word that announced it.

    `told`: the attack words of each sentence.
    """
    text = reading.text.folded.text
    found: dict[int, Hit] = {}
    for index, hits in sorted(told.items()):
        announced = next(
            (
                hit
                for hit in hits
                if hit.entry.kind in _MAIN_KINDS
                and not hit.surface.definite
                and _MANY.search(text, hit.start, hit.end)
            ),
            None,
        )
        if announced is None or index in reading.skipped:
            continue
        last = min(index + _SENTENCES_MAX, len(reading.sentences) - 1)
        for later in range(index + 1, last + 1):
            sentence = reading.sentences[later]
            number = _NUMBERED.match(text, sentence.start, sentence.end)
            own = [hit for hit in told.get(later, ()) if not (hit.entry.weak or _hurts(hit))]
            if number is not None and not own and later not in reading.skipped:
                found[later] = replace(
                    announced,
                    start=number.start(),
                    end=number.end(),
                    entry=replace(announced.entry, weak=False, needs=None),
                )
    return found


def _hurts(hit: Hit) -> bool:
    return hit.entry.kind in ("victim", "light")
