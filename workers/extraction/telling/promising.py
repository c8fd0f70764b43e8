"""Whether an article may tell of an attack at all: asked before its parties and places are sought.

Place in the flow: after attack words, weapons and cues; what promises nothing is done with.
"""

from itertools import islice
from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.telling.mention_words import KILLING
from workers.extraction.telling.mentions import find_mentions
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

_LEAD_SENTENCES = 3
_FORCE_BEHIND: Final = Pattern(
    r" (?:قوات|القوات|الجيش|جيش|جنود|مسلحون|مسلحين|ميليشيا|مليشيا|ميليشيات|مليشيات|عناصر|الشرطه) ",
    spaced=True,
)
_FORCE_BEFORE: Final = Pattern(
    r" (?:forces|troops|soldiers|gunmen|militants|militiamen|rebels|fighters|army|police)"
    r" (?:have |had |also )?$",
    spaced=True,
)
_FORCE_REACH = 24


def promises(reading: Reading) -> bool:
    """Whether words alone tell of an attack, or the lead has one that needs an armed actor.

    Or a force is named right beside a word for killing, wherever.
    """
    if next(find_mentions(reading, []), None) is not None:
        return True
    if any(_is_done_by_force(hit, reading.text.search) for hit in reading.attacks):
        return True
    lead = lead_of(reading)
    return any(
        reading.sentence_at(hit.start) in lead for hit in reading.attacks if hit.entry.needs is None
    )


def _is_done_by_force(hit: Hit, text: str) -> bool:
    """Whether a word for killing has armed men as its subject ("قتلت قوات", "troops killed").

    `text`: the spaced form, in which the word stands one character on.
    """
    if hit.entry.id not in KILLING:
        return False
    if _FORCE_BEHIND.match(text, hit.end + 1) is not None:
        return True
    first = max(0, hit.start + 1 - _FORCE_REACH)
    return _FORCE_BEFORE.search(text, first, hit.start + 1) is not None


def lead_of(reading: Reading) -> frozenset[int]:
    """The first sentences that are read."""
    read = (i for i in range(len(reading.sentences)) if i not in reading.skipped)
    return frozenset(islice(read, _LEAD_SENTENCES))
