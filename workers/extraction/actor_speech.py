"""Who speaks and who acts: "the army said that" is no attack, "the army said it struck" is.

Place in the flow: after phrases are composed; decides the `speaker` flag of their mentions.
"""

import re
from functools import lru_cache

from workers.extraction.actor_words import Item
from workers.lexicon.actors import Spellings
from workers.lexicon.speakers import load_speakers
from workers.text.fold import folded

_VOICE_GAP = 32
"""Characters between "spokesman" and the actor: a name or rank at most. Chosen on examples."""
_ADVERB_GAP = 12
"""Characters between an actor and its verb of saying: an auxiliary or adverb. Chosen on examples."""
_DEED_WINDOW = 110
"""Characters after the verb in which the deed must begin: a time phrase and "in a statement"."""
_STOPS = re.compile(r"[.،؛:;!?\n]| ان | that ")
_BLANK = " \"'"
_LINKS = frozenset({"", "ل", "عن", "to", "the", "a", "an"})
_AUXILIARIES = frozenset({"has", "had", "also", "have", "قد", "كان", "كانت", "later"})


def _alternatives(spellings: Spellings) -> str:
    words = {folded(word) for word in (*spellings.ar, *spellings.en)}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _deed_pattern() -> re.Pattern[str]:
    """An own deed right after the speech: group 1 by pronoun, 2 by noun; group 3 denies it."""
    table = load_speakers()
    return re.compile(
        r"[\s,،\":-]*"
        r"(?:(?:في|عبر|خلال|على|يوم|امس|اليوم|مساء|فجر|صباح|رسميا|on|in|late|early|via|through"
        r"|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[^.:؛\n]{0,60}?)?"
        rf"[\s,،\":-]*\b(?:({_alternatives(table.own_deed)})|({_alternatives(table.own_act)}))\b"
        r"(?:\s+(?:قد|كان|كانت|also|had|has|have))?"
        rf"(?:\s+({_alternatives(table.not_deed)})\b)?"
    )


def adjacent(text: str, left: int, right: int) -> bool:
    """Whether only spaces and quotation marks lie between two positions."""
    gap = right - left
    if gap == 1:
        return text[left] in _BLANK
    return gap >= 0 and not text[left:right].strip(_BLANK)


def _speech_before(text: str, items: list[Item], first: int) -> bool:
    """ "said (the spokesman of) X", "according to X"."""
    at = first - 1
    right = items[first].token
    for gap_max in (_VOICE_GAP, 1):
        word = items[at].word if at >= 0 else None
        if word is None or not word.voice or word.say or word.according:
            break
        gap = text[items[at].end : right]
        if len(gap) > gap_max or _STOPS.search(gap):
            return False
        right = items[at].token
        at -= 1
    if at < 0 or not (items[at].word.say or items[at].word.according):
        return False
    gap = text[items[at].end : right]
    return len(gap) <= _VOICE_GAP and gap.strip(_BLANK) in _LINKS


def _speech_after(text: str, items: list[Item], last: int) -> int | None:
    """The end of "X said", "X spokesman ... said" after the item, None without one."""
    at = last + 1
    if at >= len(items):
        return None
    word = items[at].word
    if not (word.say or word.voice):
        return None
    left = items[last].end
    if text.startswith("'s", left):
        left += 2
    voiced = word.voice and not word.say and adjacent(text, left, items[at].token)
    if voiced:
        left = items[at].end
        at += 1
    if at >= len(items) or not items[at].word.say:
        return None
    gap = text[left : items[at].token]
    if not gap.strip(_BLANK):
        return items[at].end
    if len(gap) > (_VOICE_GAP if voiced else _ADVERB_GAP) or _STOPS.search(gap):
        return None
    return items[at].end if voiced or gap.strip() in _AUXILIARIES else None


def may_speak(text: str, items: list[Item], first: int, last: int) -> bool:
    """Whether a word of saying or a colon stands beside: the quick test before `is_speaker`."""
    if first and items[first - 1].word.speech:
        return True
    if last + 1 < len(items) and items[last + 1].word.speech:
        return True
    end = items[last].end
    return ":" in text[end : end + 2]


def is_speaker(text: str, items: list[Item], first: int, last: int, next_start: int | None) -> bool:
    """Whether the mention of items first..last only speaks.

    `next_start` is where the next actor begins: "announced X's bombing of" gives the deed to X.
    """
    end = items[last].end
    said = _speech_after(text, items, last)
    if said is None:
        if text[end : end + 1] == ":" or text[end : end + 2] == " :":
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
