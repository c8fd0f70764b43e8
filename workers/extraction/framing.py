"""How a sentence frames the attack in it: told as the news, or behind what somebody does about it.

Place in the flow: the judgement's features. "Five were killed" tells an attack; "thousands marched
after the killing of five", "the minister condemned the strike" speak of one. Which small word
stands before the attack word, how far into its sentence it comes and what verb opens headline and
lead say so. The words are in `lexicon/data/frames.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from math import log1p

import tomli

from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft, Scene
from workers.text.fold import folded

_WORD = re.compile(r"\w+")
_BEFORE, _BEFORE_REACH = 3, 60
"""Words before an attack word that are looked at, and the characters in which they stand."""
_GOVERNOR_CLITICS, _HEAD_CLITICS = "وفبل", "وف"
_WORDS_SCALE = 1.5
_OPENING = 1
"""Words before an attack word that still opens its sentence."""
NONE, OPENING = "none", "opening"
_ASSERTED = frozenset({NONE, OPENING})
_TITLE_WORDS, _LEAD_WORDS = 6, 2
"""First words of a headline and of a lead among which the verb is looked for."""


@cache
def _words(table: str, clitics: str) -> dict[str, str]:
    """The class of each word of a table of the lexicon, and of it behind each proclitic."""
    text = (files("workers.lexicon") / "data" / "frames.toml").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, words in tomli.loads(text)[table].items():
        for word in folded(str(words)).split():
            found.setdefault(word, str(name))
    for word, name in list(found.items()):
        for clitic in clitics:
            found.setdefault(clitic + word, name)
    return found


def draft_frames(draft: Draft, reading: Reading) -> dict[str, float]:
    """Features of one draft: how its attack words stand in their sentences."""
    text = reading.text.folded.text
    found: dict[str, float] = {}
    first = draft.scenes[0].mention
    words = first.hits or first.weapon_hits
    if words:
        start, at = reading.sentences[first.sentence].start, words[0].start
        before = text.count(" ", start, at)
        found["frame:depth"] = _depth(before)
        if before <= _OPENING:
            found["frame:opens"] = 1.0
        found[f"frame:{governor(text, start, at)}"] = 1.0
    said = {name for scene in draft.scenes for name in _governors(scene, reading)}
    found.update((f"some_frame:{name}", 1.0) for name in sorted(said))
    if said and said.isdisjoint(_ASSERTED):
        found["frame:never_asserted"] = 1.0
    return found


def article_frames(drafts: list[Draft], reading: Reading, lead: frozenset[int]) -> dict[str, float]:
    """Features of an article: what opens its headline and the first sentence of its lead."""
    text = reading.text.folded.text
    found: dict[str, float] = {}
    for index in sorted(lead):
        one = reading.sentences[index]
        if one.line == 0:
            found[f"title_head:{head(text, one.start, one.end, _TITLE_WORDS)}"] = 1.0
            continue
        found[f"lead_head:{head(text, one.start, one.end, _LEAD_WORDS)}"] = 1.0
        told = [
            hit.start
            for draft in drafts
            for scene in draft.scenes
            if scene.mention.sentence == index
            for hit in scene.mention.hits
        ]
        if told:
            at = min(told)
            found["lead_frame:depth"] = _depth(text.count(" ", one.start, at))
            found[f"lead_frame:{governor(text, one.start, at)}"] = 1.0
        else:
            found["lead_frame:no_attack"] = 1.0
        break
    return found


def _governors(scene: Scene, reading: Reading) -> Iterator[str]:
    """What stands before each attack word of a scene."""
    start = reading.sentences[scene.mention.sentence].start
    text = reading.text.folded.text
    return (governor(text, start, hit.start) for hit in scene.mention.hits)


def _depth(words: int) -> float:
    """How deep in its sentence a word stands behind so many others, 0 to 2."""
    return min(2.0, log1p(words) / _WORDS_SCALE)


def governor(text: str, start: int, at: int) -> str:
    """What the small words right before a position of a folded sentence say of what stands there.

    A class of `[governors]` of the nearest of the three words before it, with ` next` where that is
    the very word before; `opening` where it opens the sentence that begins at `start`; else `none`.
    """
    begin = max(start, at - _BEFORE_REACH)
    before: list[str] = _WORD.findall(text, begin, at)[-_BEFORE:]
    table = _words("governors", _GOVERNOR_CLITICS)
    for distance, word in enumerate(reversed(before)):
        if word in table:
            return f"{table[word]} next" if distance == 0 else table[word]
    return OPENING if begin == start and len(before) <= _OPENING else NONE


def head(text: str, start: int, end: int, words: int) -> str:
    """What somebody does in the first words of a span: a class of `[heads]`, else `none`.

    Attackers arrest, release or execute nobody in the sense of `[heads]`.
    """
    table, attackers = _words("heads", _HEAD_CLITICS), _words("attackers", "")
    opening = [match[0] for match in islice(_WORD.finditer(text, start, end), words + 1)]
    for index, word in enumerate(opening[:words]):
        if word in table:
            beside = opening[max(0, index - 1) : index + 2]
            return NONE if any(one in attackers for one in beside) else table[word]
    return NONE
