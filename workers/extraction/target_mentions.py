"""Those and that which is attacked: target nouns in a text, in both languages.

Place in the flow: after folding; drafts choose the recipient among these and the actor mentions.
"""

from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from workers.extraction.actor_values import CLITIC_MAX, CLITICS
from workers.lexicon.targets import Target, TargetTable
from workers.text.fold import folded

_ARTICLE = "ال"
_NEIGHBOUR_MAX = 24
"""Characters looked at for the word before and after: longer words are rare."""


@dataclass(frozen=True, slots=True)
class TargetMention:
    """One target in the folded text, half-open span: gloss, kind and PLOVER sector."""

    start: int
    end: int
    name: str
    kind: str
    sector: str | None
    definite: bool = False


class TargetFinder:
    """Finds target nouns; immutable after construction."""

    def __init__(self, table: TargetTable | None = None) -> None:
        terms: dict[str, Target] = {}
        targets = (TargetTable.load() if table is None else table).targets
        for target in targets:
            for word in (*target.ar, *target.en):
                terms.setdefault(folded(word.removeprefix(_ARTICLE)), target)
        for target in targets:
            for word in target.ar_possessed:
                terms.setdefault(folded(word), target)
        self._targets = [(t, *self._neighbours(t)) for t in terms.values()]
        self._automaton = AhoCorasick(
            list(terms), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    @staticmethod
    def _neighbours(target: Target) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(map(folded, target.not_after)), frozenset(map(folded, target.not_before))

    def find(self, text: str) -> tuple[TargetMention, ...]:
        """The targets of a folded text in order, none overlapping another; of two the longer."""
        last = len(text)
        rows: list[tuple[int, int, int, bool]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if end < last and text[end].isalnum():
                continue
            if start == 0 or not text[start - 1].isalnum():
                rows.append((start, -end, index, False))
                continue
            low = start - 1
            while low > 0 and start - low < CLITIC_MAX and text[low - 1].isalnum():
                low -= 1
            definite = CLITICS.get(text[low:start])
            if definite is not None:
                rows.append((start, -end, index, definite))
        rows.sort()
        return tuple(self._kept(text, rows))

    def _kept(self, text: str, rows: list[tuple[int, int, int, bool]]) -> list[TargetMention]:
        found: list[TargetMention] = []
        free = 0
        for start, negative_end, index, definite in rows:
            if start < free:
                continue
            target, not_after, not_before = self._targets[index]
            end = -negative_end
            if (not_before and _word_after(text, end) in not_before) or (
                not_after and _word_before(text, start) in not_after
            ):
                continue
            at = start - 2 if definite and text[start - 2] == "ا" else start
            found.append(TargetMention(at, end, target.gloss, target.kind, target.sector, definite))
            free = end
        return found


def _word_after(text: str, end: int) -> str:
    return text[end : end + _NEIGHBOUR_MAX].lstrip(" \"'").partition(" ")[0].rstrip(".,،\"'")


def _word_before(text: str, start: int) -> str:
    """The word before the token that holds `start`."""
    head = text[max(0, start - _NEIGHBOUR_MAX) : start]
    if head and not head[-1].isspace():
        head = head.rpartition(" ")[0]
    return head.rstrip(" \"'").rpartition(" ")[2].lstrip("\"'(")


@lru_cache(maxsize=1)
def packaged_targets() -> TargetFinder:
    """The finder of the packaged table, built once a process."""
    return TargetFinder()
