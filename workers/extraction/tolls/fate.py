"""Words of fate: "they met their death", "their deaths".

Place in the flow: `tolls.reading` hands them to `take_fate`; the figure stands before them, or the
pronoun alone counts one or two.
"""

from workers.extraction.tolls import cues
from workers.extraction.tolls.backward import claimed
from workers.extraction.tolls.state import Governor, SentenceState
from workers.extraction.tolls.words import Figure, Word

_BOTH = 2


def _leave_singles(state: SentenceState) -> None:
    """Drops single persons without a number, who are not "them"."""
    while state.pending and state.pending[-1].weak and state.pending[-1].best == 1:
        state.pending.pop()


def _leave_others(state: SentenceState) -> None:
    """Drops women and those who are several from those who wait, where it is one man who died."""
    while state.pending:
        figure = state.pending[-1]
        head = figure.head
        woman = head is not None and state.surface(head).endswith("ه")
        if figure.best == 1 and not woman:
            return
        state.pending.pop()


def _leave_who_is_not_meant(state: SentenceState, word: Word) -> None:
    if word.counted.says != 1:
        _leave_singles(state)
    elif state.surface(word) in cues.HIS_DEATH:
        _leave_others(state)


def take_fate(state: SentenceState, word: Word) -> None:
    """Gives death to the figure before "مصرعهم"; the pronoun alone may count one or two.

    One person is not "them"; "the number of those who met their death" waits for its figure.
    """
    if state.total and state.text.endswith("عدد من لقوا ", 0, word.start):
        state.governor = Governor(word, "deaths", reach=True)
        return
    _leave_who_is_not_meant(state, word)
    if state.pending and claimed(state, "deaths") is not None:
        return
    if state.total and not word.counted.says:
        state.governor = Governor(word, "deaths", reach=True)
        return
    if word.counted.says == _BOTH and state.surface(word) in cues.DEATH_OF_BOTH:
        two = Figure(word.start, word.end, _BOTH, _BOTH, _BOTH, joined=False)
        state.add(state.chain("deaths", two))
        return
    met = state.governor
    if met is None or state.surface(met.word) not in cues.FATE_VERBS:
        return
    says = word.counted.says
    if met.used and state.last is not None and state.last.governor is met:
        first = state.last.figures[0]
        if says > 1 and len(state.last.figures) == 1 and first.best == 1:
            first.low = first.best = first.high = says
    elif says and state.gap(met.word.end, word.start) <= cues.FATE_REACH:
        figure = Figure(met.word.start, word.end, says, says, says, joined=False)
        state.add(state.chain("deaths", figure, met))
        met.used = True
