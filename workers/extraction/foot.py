"""The foot of an Arabic page: the opening sentences of other articles, each a paragraph.

Place in the flow: asked while the sentences of an article are read (`extraction.reading`). Such
paragraphs look like the story's own, but none takes up the one before it ("and he added", "for his
part"), and hardly any has its words in common with headline and lead.
"""

import re
from collections.abc import Sequence
from typing import Final

from workers.text.sentences import Sentence

_RUN_MIN, _RUN_MAX = 4, 6
"""Paragraphs at the end of a page that open anew: fewer are the story's own (chosen)."""
_ALIEN_MIN = 3
"""Those of them that speak of something else (chosen on a year of newswire pages)."""
_LENGTH_MIN, _LENGTH_MAX = 60, 600
_LEAD_LINES = 3
"""Headline and the first two paragraphs."""
_SHARED_MAX = 0.2
"""Share of a paragraph's words that stand in headline and lead by chance (chosen)."""
_STEM = 5

_GOES_ON: Final = re.compile(
    r"و|ف(?!ي |از|وز|تح|شل|قد |رض|رنس|لس)|كما |من (?:جانب|جهت|ناحي|جه)|هذا |هذه |ذلك |يذكر|يشار|"
    r"يجدر|الي ذلك|بدور|لكن|غير ان|اما |بينما|حيث|كذلك|ايضا|ثم |اضاف|تابع|اوضح|شاهد|اقرا|المزيد|"
    r"للمزيد|قد يهمك|انه|انها|يات|ياتي|تاتي|\W|[0-9a-z]"
)
"""How a paragraph begins that takes up the one before it, a list's and a link's."""
_WORD: Final = re.compile(r"[\u0621-\u064a]{3,}")
_CLITICS: Final = re.compile(r"(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف|ك)(?=[\u0621-\u064a]{3})")


def teasers(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """Indexes of the sentences of a folded text that open other articles, at its end."""
    lines = _lines(sentences)
    run: list[tuple[int, int]] = []
    for first, last in reversed(lines[_LEAD_LINES:]):
        start, end = sentences[first].start, sentences[last].end
        if not _LENGTH_MIN <= end - start <= _LENGTH_MAX or _GOES_ON.match(text, start):
            break
        run.append((first, last))
        if len(run) == _RUN_MAX:
            break
    if len(run) < _RUN_MIN:
        return set()
    lead = _stems(text, 0, sentences[lines[_LEAD_LINES - 1][1]].end)
    alien = [
        (first, last)
        for first, last in run
        if _is_alien(_stems(text, sentences[first].start, sentences[last].end), lead)
    ]
    if len(alien) < _ALIEN_MIN:
        return set()
    return {index for first, last in alien for index in range(first, last + 1)}


def _lines(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The first and last sentence of each line."""
    lines: list[tuple[int, int]] = []
    for index, sentence in enumerate(sentences):
        if lines and sentences[lines[-1][0]].line == sentence.line:
            lines[-1] = (lines[-1][0], index)
        else:
            lines.append((index, index))
    return lines


def _is_alien(words: set[str], lead: set[str]) -> bool:
    return bool(words) and len(words & lead) <= _SHARED_MAX * len(words)


def _stems(text: str, start: int, end: int) -> set[str]:
    """The first letters of the longer Arabic words of a span, clitics left out."""
    bare = (_CLITICS.sub("", word) for word in _WORD.findall(text, start, end))
    return {word[:_STEM] for word in bare if len(word) >= _STEM - 1}
