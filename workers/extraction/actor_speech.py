"""Who speaks and who acts: "the army said that" is no attack by the army, "the army said it struck" is.

Place in the flow: after mentions are composed; decides their `speaker` flag.
"""

import re
from functools import lru_cache

from workers.extraction.actor_terms import Item, Sense
from workers.lexicon.actors import Spellings
from workers.lexicon.speakers import load_speakers
from workers.text.fold import folded

_VOICE_GAP = 32
"""Characters between "spokesman" and the actor: a name or rank at most. Chosen on examples."""
_DEED_WINDOW = 110
_STOPS = re.compile(r"[.،؛:;!?\n]| ان | that ")
_OPEN_GAP = frozenset(" \"'")
_SPEECH = (Sense.SAY, Sense.ACCORDING)


def _alternatives(spellings: Spellings) -> str:
    words = sorted({folded(word) for word in (*spellings.ar, *spellings.en)}, key=len, reverse=True)
    return "|".join(map(re.escape, words))


@lru_cache(maxsize=1)
def _deed_pattern() -> re.Pattern[str]:
    """An own deed right after the speech, a phrase of time or medium between; group 2 is a noun, group 3 denies it."""
    table = load_speakers()
    return re.compile(
        r"[\s,،\":-]*"
        r"(?:(?:في|عبر|خلال|على|يوم|امس|اليوم|مساء|فجر|صباح|رسميا|on|in|late|early|via|through|earlier|monday|tuesday"
        r"|wednesday|thursday|friday|saturday|sunday)\b[^.:؛\n]{0,60}?)?[\s,،\":-]*"
        rf"\b(?:({_alternatives(table.own_deed)})|({_alternatives(table.own_act)}))\b(?:\s+(?:قد|كان|كانت|also|had|has|have))?"
        rf"(?:\s+({_alternatives(table.not_deed)})\b)?"
    )


def adjacent(text: str, left: int, right: int) -> bool:
    """Whether only spaces and quotation marks lie between two positions."""
    return left <= right and all(c in _OPEN_GAP for c in text[left:right])


def _speech_before(text: str, items: list[Item], first: int) -> bool:
    """ "said (the spokesman of) X", "according to X"."""
    at = first - 1
    right = items[first].token
    if (
        at >= 0
        and Sense.VOICE in items[at].senses
        and not any(s in items[at].senses for s in _SPEECH)
    ):
        gap = text[items[at].end : right]
        if len(gap) > _VOICE_GAP or _STOPS.search(gap):
            return False
        right = items[at].token
        at -= 1
        if at >= 0 and Sense.VOICE in items[at].senses and adjacent(text, items[at].end, right):
            right = items[at].token
            at -= 1
    if at < 0 or not any(sense in items[at].senses for sense in _SPEECH):
        return False
    gap = text[items[at].end : right]
    return adjacent(text, items[at].end, right) or gap.strip(" \"'") in (
        "ل",
        "عن",
        "to",
        "the",
        "a",
        "an",
    )


def _speech_after(text: str, items: list[Item], last: int) -> int | None:
    """The end of "X said", "X spokesman ... said" after the item, None without one."""
    at = last + 1
    left = items[last].end
    if text.startswith("'s", left):
        left += 2
    if (
        at < len(items)
        and Sense.VOICE in items[at].senses
        and adjacent(text, left, items[at].token)
    ):
        left = items[at].end
        at += 1
        reach = _VOICE_GAP
    else:
        reach = 0
    if at >= len(items) or Sense.SAY not in items[at].senses:
        return None
    gap = text[left : items[at].token]
    if adjacent(text, left, items[at].token):
        return items[at].end
    short = len(gap) <= max(reach, 12) and not _STOPS.search(gap)
    if short and (
        reach
        or gap.strip() in ("has", "had", "also", "have", "قد", "كان", "كانت", "later", "later on")
    ):
        return items[at].end
    return None


def is_speaker(text: str, items: list[Item], first: int, last: int, next_start: int | None) -> bool:
    """Whether the mention of items first..last only speaks.

    `next_start` is where the next actor begins: "announced X's bombing of" gives the deed to X.
    """
    end = items[last].end
    said = _speech_after(text, items, last)
    if said is None:
        if text.startswith(":", end) or text.startswith(" :", end):
            said = end + 1
        elif _speech_before(text, items, first):
            said = end
        else:
            return False
    deed = _deed_pattern().match(text, said, said + _DEED_WINDOW)
    if deed is None or deed.group(3) is not None:
        return True
    by_noun = deed.group(2) is not None and next_start is not None
    return by_noun and adjacent(text, deed.end(2), next_start)
