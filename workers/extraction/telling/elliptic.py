"""Attacks told by "another" alone: "a strike on X and another on Y", "two in another on Y".

Place in the flow: under mentions. The word is given the attack word that it stands for, so that its
clause can be cut from the one before it.
"""

from dataclasses import replace

from workers.extraction.reading import Reading
from workers.extraction.telling.cuts import MAIN_KINDS
from workers.extraction.telling.mention_words import FIRST_OF_SEVERAL, NEXT_ELLIPTIC
from workers.extraction.triggers import Hit

_REACH = 140
"""Characters from the attack word to the "another" that stands for it (chosen)."""
_OWN_REACH = 24
"""Characters behind "another" in which an attack word of its own may stand ("in another raid")."""
_AND = 2
"""Characters of " and" in Arabic."""


def elliptic_attacks(reading: Reading, told: dict[int, list[Hit]]) -> list[tuple[int, Hit]]:
    """Sentences that tell an attack by "another", each with the attack word meant where it stands.

    `told`: the attack words of each sentence, in text order.
    """
    text = reading.text.search
    found: list[tuple[int, Hit]] = []
    for index, hits in told.items():
        sentence = reading.sentences[index]
        mains = [hit for hit in hits if hit.entry.kind in MAIN_KINDS and not hit.surface.definite]
        if not mains or index in reading.skipped:
            continue
        for match in NEXT_ELLIPTIC.finditer(text, sentence.start, sentence.end):
            start, end = (at - 1 for at in match.span("it"))
            before = [hit for hit in mains if hit.end < match.start() and start - hit.end < _REACH]
            if not before or any(0 <= hit.start - end < _OWN_REACH for hit in mains):
                continue
            if FIRST_OF_SEVERAL.search(text, sentence.start, match.start() + _AND):
                continue
            nouns = [hit for hit in before if hit.entry.kind == "noun"]
            meant = (nouns or before)[-1]
            entry = replace(meant.entry, kind="noun", weak=False, needs=None)
            found.append((index, replace(meant, start=start, end=end, entry=entry)))
    return found
