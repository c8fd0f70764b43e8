"""What makes people without a number a figure: shared by both languages.

Place in the flow: lowest under `tolls.people`.
"""

from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, TollWord
from workers.text.hedges import bounds, hedge_at

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_TRIGGER = TollWord.TRIGGER


def struck(words: list[Word], index: int) -> bool:
    """Whether a word of killing or hurting stands right before the single person."""
    if index == 0:
        return False
    before, word = words[index - 1], words[index]
    return before.counted.kind is _TRIGGER and word.edge - before.end <= 1


def person(text: str, word: Word, end: int, best: int | None, *, weak: bool) -> Figure:
    field = VICTIM_FIELDS.get(word.counted.category, "")
    if best is None:
        return Figure(
            word.start, end, None, None, None, word.joined, word, weak, field, edge=word.edge
        )
    hedge = hedge_at(text, word.start, end)
    low, high = bounds(best, hedge)
    return Figure(
        word.start, end, low, best, high, word.joined, word, weak, field, hedge, edge=word.edge
    )
