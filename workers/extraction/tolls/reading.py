"""What befell the people of a figure: reads a sentence's toll words and figures left to right.

Place in the flow: second half of `tolls`. A word of killing or hurting governs the figures after it
(`tolls.forward`) or the one before it (`tolls.backward`); figures joined by "and" are added; what
"among them" introduces is a part.
"""

import re
from itertools import pairwise

from workers.extraction.tolls import cues
from workers.extraction.tolls.afterthoughts import read_afterthoughts
from workers.extraction.tolls.backward import Items, take_trigger, told_before
from workers.extraction.tolls.fate import take_fate
from workers.extraction.tolls.forward import take_figure
from workers.extraction.tolls.periods import mark_periods
from workers.extraction.tolls.state import Chain, Governor, SentenceState
from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_MANY = Count.MANY
_EARLIER = TollWord.EARLIER
_FATE = TollWord.FATE
_LOSSES = TollWord.LOSSES
_PERSON = TollWord.PERSON
_REACH = TollWord.REACH
_SINCE = TollWord.SINCE
_SUBSET = TollWord.SUBSET
_TOTAL = TollWord.TOTAL
_TRIGGER = TollWord.TRIGGER


_NOT = re.compile(r"(?:\bnot|\bwithout|غير|دون|ليس) $")
"""Before "counting": those who follow are no part."""
_NOT_REACH = 10
_ONE_MORE_REACH = 60
"""Characters between one person and another of the same fate (chosen)."""


def read_sentence(text: str, items: Items) -> list[Chain]:
    """The tolls of one sentence's items, in order; parts without a figure say nothing."""
    state = SentenceState(text)
    for index, told in enumerate(items):
        if isinstance(told, Figure):
            take_figure(state, told)
        elif told.counted.kind is _TRIGGER:
            take_trigger(state, told, items, index)
        else:
            _take_word(state, told)
    mark_periods(text, state.chains, state.periods)
    _mark_joined(text, state.chains)
    _leave_the_rest(text, state.chains)
    _leave_the_counted(text, state.chains)
    for chain in state.chains:
        if chain.part_of is not None and chain.subset and _attacked(text, chain.figures[0]):
            chain.part_of.less += chain.figures[0].best or 0
    read_afterthoughts(text, state.chains)
    return [c for c in state.chains if not c.subset or c.figures[0].best is not None]


def _mark_joined(text: str, chains: list[Chain]) -> None:
    """Marks tolls that "and" joins to one of the same fate and of other people."""
    last: dict[str, Chain] = {}
    for chain in chains:
        if chain.subset or chain.split:
            continue
        before = last.get(chain.field)
        last[chain.field] = chain
        if before is not None and _is_one_more(text, before, chain):
            chain.more = True
        if before is None or chain.governor is None or chain.updated or chain.since:
            continue
        word = chain.governor.word
        if not word.clitic.startswith("و") or word.start < before.tail.end:
            continue
        between = text[before.tail.end : chain.figures[0].start]
        named, other = before.tail.head, chain.figures[0].head
        chain.more = (
            named is not None
            and other is not None
            and text[named.start : named.end] != text[other.start : other.end]
            and cues.BY_SOURCE.search(between) is None
            and cues.IN_ANOTHER.search(between) is None
        )


def _is_one_more(text: str, before: Chain, chain: Chain) -> bool:
    """Whether another person met the same fate ("a woman was wounded and her husband hurt")."""
    first, second = before.tail, chain.figures[0]
    if first.best != 1 or second.best != 1 or not (first.weak and second.weak):
        return False
    between = text[first.end : second.start]
    return between.endswith(" and ") and len(between) <= _ONE_MORE_REACH


def _leave_the_rest(text: str, chains: list[Chain]) -> None:
    """Takes from a toll the rest behind its parts, where they are those who attacked."""
    for whole in chains:
        parts = [c for c in chains if c.part_of is whole and c.subset]
        if not parts or whole.field != "deaths":
            continue
        if cues.REST.match(text, parts[-1].tail.end) is None:
            continue
        counted = sum(part.figures[0].best or 0 for part in parts)
        total = sum(figure.best or 0 for figure in whole.figures)
        if 0 < counted < total:
            whole.less += total - counted


def _leave_the_counted(text: str, chains: list[Chain]) -> None:
    """Takes from a toll the attackers counted right before it ("counting the six 28 died")."""
    for part, whole in pairwise(chains):
        held, total = part.figures[0], whole.figures[0]
        if held.category not in {"attacker", "militant"} or whole.subset or not held.best:
            continue
        if cues.words_between(text, held.end, total.start) > 1 or (total.best or 0) <= held.best:
            continue
        if cues.COUNTED_WITH.search(text, max(0, held.start - 20), held.start) is not None:
            part.subset, part.part_of = True, None
            whole.less += held.best


def _attacked(text: str, part: Figure) -> bool:
    """Whether a part of the dead are those who attacked."""
    return part.category == "attacker" or cues.ATTACKERS_AFTER.match(text, part.end) is not None


def _take_word(state: SentenceState, word: Word) -> None:
    """Notes a word that is neither a figure nor one of killing or hurting."""
    kind = word.counted.kind
    if kind is _PERSON:
        _take_noun(state, word)
    elif kind is _FATE:
        take_fate(state, word)
    elif kind is _SUBSET:
        _open_part(state, word)
    elif kind is _TOTAL or kind is _EARLIER:
        _take_total(state, word)
    elif kind is _SINCE:
        state.periods.append(word)
    elif kind is _REACH:
        state.reaching = True
    elif kind is _LOSSES and state.total and state.surface(word) in cues.HUMAN_LOSSES:
        state.governor = Governor(word, "deaths", reach=True)


def _take_total(state: SentenceState, word: Word) -> None:
    """Notes a running or a former toll; the word "toll" waits for its figure."""
    if word.counted.kind is _TOTAL:
        state.total = True
        if word.counted.order:
            _take_update(state, word)
    else:
        state.earlier, state.earlier_from = True, word.end
    surface = state.surface(word)
    if "حصيله" in surface or surface.endswith(_OF_THE_DEAD):
        state.governor = Governor(word, "deaths", reach=True)


_OF_THE_DEAD = ("toll", "of dead", "of deaths", "killed", "of victims")
"""Ends of words for a running total that say whom it counts."""


def _take_update(state: SentenceState, word: Word) -> None:
    """Notes that a toll rises: the figure that follows replaces the one told before."""
    state.updated = True
    last, governor = state.last, state.governor
    counts = "عدد" in state.surface(word) or "number" in state.surface(word)
    if last is None and counts:
        state.governor = Governor(word, governor.field if governor else "deaths", reach=True)
    if last is not None and (governor is None or governor.used):
        state.governor = Governor(word, last.field, reach=True, former=last)


def _take_noun(state: SentenceState, word: Word) -> None:
    """Lets a plural of the dead or the hurt wait for its figure ("القتلى إلى 12")."""
    named = VICTIM_FIELDS.get(word.counted.category)
    if named is None or word.counted.count is not _MANY or word.start < state.done:
        return
    if not told_before(state, word, named):
        state.governor = Governor(word, named, reach=True)


_ONE_OF_THEM = frozenset({"احدهم", "احداهن", "احدهما", "احداهما", "one of them"})


_HIT = frozenset({"اصاب", "اصابت", "يصيب", "تصيب"})
_WHAT_IT_HIT = re.compile(
    r" (?!ب|في |علي |من |عن |الي |عند|لدي |حين|خلال |اثناء |قبل |بعد |اثر |جراء |و|ف|بينما |اصاب|"
    r"ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\b|امس|اليوم)\w"
)
"""Behind "one of them": what it hit, so that it is a rocket, nobody hurt ("أصاب أحدهما مبنى")."""


_OF_THEM = frozenset({"of them", "of whom", "منهم", "منهن"})
"""Behind a number: it counts a part."""


def _one_struck(state: SentenceState, word: Word) -> bool:
    """Takes "one of them" right behind a word of killing or hurting as its one person."""
    governor = state.governor
    if governor is None or governor.used or state.surface(word) not in _ONE_OF_THEM:
        return False
    if governor.field == "both" or word.edge - governor.word.end > 1:
        return False
    if state.surface(governor.word) in _HIT and _WHAT_IT_HIT.match(state.text, word.end):
        return False
    governor.used = True
    figure = Figure(word.start, word.end, 1, 1, 1, joined=False, edge=word.edge)
    state.add(state.chain(governor.field, figure, governor))
    return True


def _open_part(state: SentenceState, word: Word) -> None:
    """Opens a part of the last toll at "among them", or makes the figure right before it one."""
    if _one_struck(state, word):
        return
    before = state.text[state.pending[-1].end : word.start] if state.pending else ","
    beside = len(before.split()) <= 1 and "," not in before and "،" not in before
    numbered = state.surface(word) in _OF_THEM and len(state.pending) > 1
    if beside and (state.last is not None or numbered):
        state.some = state.pending.pop()
        state.part_after = word.end
        if state.last is not None:
            state.add_part(state.last.field, state.some)
        else:
            state.parts.append(state.some)
        return
    made = state.chains[-1] if state.chains else None
    if made is not None and made.subset and state.gap(made.tail.end, word.start) == 0:
        return
    if _NOT.search(state.text, max(0, word.start - _NOT_REACH), word.start) is None:
        state.part_from = word.end
