"""What makes people without a number a figure: shared by both languages.

Place in the flow: lowest under `tolls.people`.
"""

import re

from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.text.hedges import bounds, hedge_at

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_ONE = Count.ONE
_PERSON = TollWord.PERSON
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


_SERVICE = re.compile(
    r" (?:شرطه|امن|جيش|مخابرات|استخبارات|حراسه|حدود|جمارك|مرور|اغاثه|اسعاف|اطفاء|انقاذ)\b"
)
"""Behind "ضابطي", "عنصرا": a service, before which only a dual drops its nun."""


def two_of_a_service(text: str, word: Word) -> Figure | None:
    """The two whom a dual without its nun counts, where a service stands behind it."""
    service = _SERVICE.match(text, word.end)
    return None if service is None else person(text, word, service.end(), 2, weak=False)


_ARMED = frozenset({"attacker", "militant", "military", "armed"})


def says_what_he_is(words: list[Word], index: int) -> bool:
    """Whether an adjective says of the one right before it what he is ("قائد عسكري")."""
    if not index:
        return False
    word, before = words[index], words[index - 1]
    return (
        word.counted.category in _ARMED
        and not word.counted.accusative
        and before.counted.kind is _PERSON
        and before.counted.count is _ONE
        and before.counted.category not in VICTIM_FIELDS
        and before.counted.category not in {"name", "national"}
        and not (before.definite or before.counted.accusative)
        and word.start - before.end == 1
    )
