"""One article, read once: folded text, sentences, and everything that the finders see in it.

Place in the flow: `Extractor` makes a `Reading`; mentions, drafts and events are made from it. The
text is the title, a line break, and the body (markup blanked out with spaces, so that offsets
hold).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from workers.extraction.foot import teasers
from workers.extraction.triggers import Hit
from workers.model import Article
from workers.text.fold import Folded, fold
from workers.text.sentences import Sentence, split_sentences
from workers.text.spacing import spaced

TEXT_MAX = 60_000
"""Characters of an article that are read: the longest of 29,636 newswire articles has under
40,000.
"""

_MARKUP = re.compile(
    r"<(?:script|style)\b[^>]{0,200}>.{0,20000}?</(?:script|style)>|<[a-zA-Z/!][^<>]{0,400}>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_LINK_LINE_MAX = 130
_HEAD_LINE_MAX = 90
"""Characters of a furniture line above the story (outlet, date, buttons); an abstract is longer."""
_ENDING = '.!?؟…"»”:،'
_REPEAT_MIN = 30
"""Characters from which a repeated sentence or line counts as the lead standing twice."""


@dataclass(frozen=True, slots=True)
class Text:
    """The article's text in its three forms, with the way back to title and body."""

    original: str
    """Title, line break, body; markup blanked out."""
    folded: Folded
    search: str
    body_at: int
    """Where the body begins in the unfolded text (length of the title plus one)."""

    def origin(self, start: int, end: int) -> tuple[str, int, int]:
        """The part (`title` or `body`) and the code points in it of a folded span."""
        first, last = self.folded.original(start, end)
        if first >= self.body_at:
            return "body", first - self.body_at, last - self.body_at
        return "title", first, min(last, max(self.body_at - 1, 0))


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def make_text(article: Article) -> Text:
    """The text of an article, markup blanked out, folded and spaced."""
    title = article.title or ""
    body = article.body[:TEXT_MAX]
    if "<" in body:
        body = _MARKUP.sub(_blank, body)
    if "&" in body:
        body = _ENTITY.sub(_blank, body)
    body_at = len(title) + 1
    original = f"{title}\n{body}"
    folded = fold(original)
    return Text(original, folded, spaced(folded.text, before=" ", behind=" "), body_at)


@dataclass(slots=True)
class Reading:
    """Everything found in one article. Spans are of the folded text; lists are in text order."""

    text: Text
    sentences: tuple[Sentence, ...]
    skipped: frozenset[int]
    """Sentences that are not read: a lead that stands twice, headlines of other articles, page
    furniture.
    """
    attacks: list[Hit] = field(default_factory=list)
    weapons: list[Hit] = field(default_factory=list)
    cues: list[Hit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [sentence.start for sentence in self.sentences]

    _starts: list[int] = field(init=False, repr=False)

    def sentence_at(self, position: int) -> int:
        """The index of the sentence at a folded position."""
        return bisect_right(self._starts, position, 1) - 1


def skipped_sentences(text: str, sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """Indexes of sentences that repeat a longer or earlier one, or are link lines of a page."""
    skipped: set[int] = set()
    seen: dict[str, int] = {}
    bodies = [text[s.start : s.end].strip(' ."…') for s in sentences]
    for index, body in enumerate(bodies):
        if len(body) < _REPEAT_MIN:
            continue
        earlier = seen.get(body)
        if earlier is not None:
            skipped.add(earlier or index)
        seen[body] = index
    for index in range(min(len(bodies) - 1, 6)):
        body = bodies[index]
        if index not in skipped and len(body) >= _REPEAT_MIN and sentences[index].line > 0:
            stem = body[: max(_REPEAT_MIN, int(len(body) * 0.8))]
            read = (i for i in range(index + 1, min(len(bodies), index + 6)) if i not in skipped)
            if any(bodies[later].startswith(stem) for later in read):
                skipped.add(index)
    skipped |= _link_lines(text, sentences)
    skipped |= teasers(text, sentences)
    return frozenset(skipped)


def _link_lines(text: str, sentences: tuple[Sentence, ...]) -> set[int]:
    """Short lines without closing punctuation amid lines that have it: links, captions, buttons."""
    last_of_line: dict[int, int] = {}
    first_of_line: dict[int, int] = {}
    for index, sentence in enumerate(sentences):
        last_of_line[sentence.line] = index
        first_of_line.setdefault(sentence.line, index)
    closed = [line for line, i in last_of_line.items() if _closed(text, sentences[i].end)]
    if len(closed) < 2:  # noqa: PLR2004 - a page without punctuation has no link lines to tell apart
        return set()
    found: set[int] = set()
    for line in sorted(last_of_line):
        if line == 0:
            continue
        first, last = first_of_line[line], last_of_line[line]
        length = sentences[last].end - sentences[first].start
        longest = _LINK_LINE_MAX if line > closed[0] else _HEAD_LINE_MAX
        if length <= longest and not _closed(text, sentences[last].end):
            found.update(range(first, last + 1))
    return found


def _closed(text: str, end: int) -> bool:
    return any(mark and mark in _ENDING for mark in (text[end - 1 : end], text[end : end + 1]))


def read_sentences(text: Text) -> tuple[tuple[Sentence, ...], frozenset[int]]:
    """The sentences of a text and those that are not to be read."""
    sentences = split_sentences(text.folded.text)
    return sentences, skipped_sentences(text.folded.text, sentences)
