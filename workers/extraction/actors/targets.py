"""Those and that which is attacked: target nouns in a text, in both languages.

Place in the flow: after folding; drafts choose the recipient among these and the actor mentions.
"""

from dataclasses import dataclass
from functools import lru_cache

from workers.extraction.actors.values import CLITIC_MAX, CLITICS
from workers.lexicon.targets import Target, TargetTable
from workers.text.automaton import Automaton
from workers.text.fold import folded

_ARTICLE = "ال"
_NEIGHBOUR_MAX = 24
"""Characters looked at for the word before and after: longer words are rare."""


@dataclass(slots=True)
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
        terms: dict[str, tuple[Target, frozenset[str], frozenset[str]]] = {}
        targets = (TargetTable.load() if table is None else table).targets
        read = [(target, *self._neighbours(target)) for target in targets]
        for entry in read:
            for word in (*entry[0].ar, *entry[0].en):
                terms.setdefault(folded(word.removeprefix(_ARTICLE)), entry)
        for entry in read:
            for word in entry[0].ar_possessed:
                terms.setdefault(folded(word), entry)
        self._targets = list(terms.values())
        self._automaton = Automaton(list(terms), overlapping=True)

    @staticmethod
    def _neighbours(target: Target) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(map(folded, target.not_after)), frozenset(map(folded, target.not_before))

    def find(self, text: str) -> tuple[TargetMention, ...]:
        """The targets of a folded text in order, none overlapping another; of two the longer."""
        padded = f"{text} "  # what stands before the first and after the last character
        rows: list[tuple[int, int, int, bool]] = []
        for index, start, end in self._automaton.find(text):
            if padded[end].isalnum():
                continue
            if not padded[start - 1].isalnum():
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
