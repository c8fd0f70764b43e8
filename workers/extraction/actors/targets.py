"""Those and that which is attacked: target nouns in a text, in both languages.

Place in the flow: after folding; drafts choose the recipient among these and the actor mentions.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from workers.extraction.actors.values import CLITIC_MAX, CLITICS
from workers.lexicon.targets import Target, TargetTable
from workers.text.automaton import Automaton
from workers.text.fold import folded_each
from workers.text.words import listed

_ARTICLE = "ال"
_NEIGHBOUR_MAX = 24
"""Characters looked at for the word before and after: longer words are rare."""


@dataclass(slots=True)
class TargetMention:
    """One target in the folded text, half-open span: gloss, kind and PLOVER sector.

    `people`: it names people, not what they are in. `owned`: it is "his", "her" or "theirs".
    """

    start: int
    end: int
    name: str
    kind: str
    sector: str | None
    definite: bool = False
    people: bool = False
    owned: bool = False


class TargetFinder:
    """Finds target nouns; immutable after construction."""

    def __init__(self, table: TargetTable | None = None) -> None:
        targets = (TargetTable.load() if table is None else table).targets
        read = [_Sense(target, *self._neighbours(target)) for target in targets]
        plain: dict[str, _Sense] = {}
        for sense in read:
            words = (*sense.target.ar, *sense.target.en)
            for term in folded_each([word.removeprefix(_ARTICLE) for word in words]):
                plain.setdefault(term, sense)
        owned: dict[str, _Sense] = {}
        for sense in read:
            for term in folded_each(sense.target.ar_possessed):
                if term not in plain:
                    owned.setdefault(term, replace(sense, owned=True))
        counted = {
            term: replace(sense, counted=True)
            for sense in read
            for term in folded_each(sense.target.ar_counted)
        }
        terms = [*{**plain, **owned, **counted}]
        self._senses = [
            [table[term] for table in (counted, plain, owned) if term in table] for term in terms
        ]
        self._automaton = Automaton(terms, overlapping=True)

    @staticmethod
    def _neighbours(target: Target) -> tuple[frozenset[str], frozenset[str]]:
        after, before = folded_each([*target.not_after]), folded_each([*target.not_before])
        return frozenset(after), frozenset(before)

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
            end = -negative_end
            sense = next(
                (one for one in self._senses[index] if one.fits(text, start, end, definite)), None
            )
            if sense is None:
                continue
            target = sense.target
            at = start - 2 if definite and text[start - 2] == "ا" else start
            found.append(
                TargetMention(
                    at,
                    end,
                    target.gloss,
                    target.kind,
                    target.sector,
                    definite,
                    target.people,
                    sense.owned or _word_before(text, start) in _OWNERS,
                )
            )
            free = end
        return found


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a word can name, and beside which words it does not."""

    target: Target
    not_after: frozenset[str]
    not_before: frozenset[str]
    owned: bool = False
    counted: bool = False

    def fits(self, text: str, start: int, end: int, definite: bool) -> bool:  # noqa: FBT001
        """Whether the word at a span can be meant so."""
        if self.owned and definite:  # nothing is "the his house"
            return False
        before = _word_before(text, start) if self.not_after or self.counted else ""
        if self.counted and not _counts(before):
            return False
        if self.not_before and _word_after(text, end) in self.not_before:
            return False
        return before not in self.not_after


_OWNERS = frozenset({"his", "her", "their"})
_COUNTING = listed(
    "قتل مقتل قتلت يقتل تقتل استشهد استشهاد وفاه مصرع اصابه اصيب اصابت جرح اغتيال اغتال خطف "
    "اختطاف اختطف اختطفت طعن نحر ذبح اعدام اعتقال استهدف استهدفت استهداف ضد كل بينهم بينها منهم "
    "احدهم عشرات مئات مئه مايه مئتي الف الاف ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره عشر عشرين "
    "عشرون ثلاثين ثلاثون اربعين خمسين"
)
"""Behind these a singular is a person."""


def _counts(word: str) -> bool:
    """Whether people stand behind a word: a number, a word for the dead, hurt or taken."""
    bare = word if word in _COUNTING else word.lstrip("وف")
    return word[-1:].isdigit() or bare in _COUNTING


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
