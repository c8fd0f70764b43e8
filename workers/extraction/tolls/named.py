"""People told by their names or ages alone: how many they are.

Place in the flow: asked by `tolls.backward` at every word of killing and hurting.
"""

import re
from collections.abc import Sequence

from workers.extraction.tolls import cues
from workers.extraction.tolls.state import SentenceState
from workers.extraction.tolls.words import Figure, Word

_EACH_OF = " كل من "
_LIST = re.compile(
    r"(?P<names>[^.؛:\n]{3,200}?)(?=[.؛:\n]|$|[،,] (?!و)|"
    r"[،,]? ?(?:[وف]?(?:اصيب|اصابه|جرح|جرحت|اصيبت|نقل)|في|اثر|جراء|خلال|اثناء|عندما|بعد|"
    r"ب(?:رصاص|قصف|غار|نيران|انفجار|عبوه|هجوم|طلق|استهداف)[^ ]*) )"
)
_AND = re.compile(
    r"(?:[،,])? و(?=[^ ])"
    r"(?!(?:ليد|ائل|سام|سيم|ديع|هيب|جدي|حيد|فيق|رد|داد|صفي|ضاح|جيه|هبه|عد|ليام)(?: |$))"
)
"""Between two names; not in front of a name that begins with its letter."""
NAMES_MAX = 12


def names_listed(text: str, end: int) -> tuple[int, int] | None:
    """How many names "each of" lists right behind a word that ends there, and where they end."""
    if not text.startswith(_EACH_OF, end):
        return None
    told = _LIST.match(text, end + len(_EACH_OF))
    if told is None:
        return None
    count = 1 + len(_AND.findall(told["names"]))
    return (count, told.end()) if 1 < count <= NAMES_MAX else None


def two_before(state: SentenceState, word: Word, *, active: bool) -> bool:
    """Takes the two of whom a dual verb tells: named with an age, or a plural that is one of two.

    A plural without a number before "both were killed" is two people ("فلسطينيين قتلا"), as are
    those behind whom the verb follows with "then" ("أطلقوا النار على فلان ورفيقه فقتلا").

    `active`: those whom the verb's subject struck follow.
    """
    start = max(0, word.start - cues.AGE_REACH)
    if not word.joined and cues.AGED.search(state.text, start, word.start) is not None:
        state.pending.clear()
        two = Figure(word.start, word.end, 2, 2, 2, joined=False)
        state.add(state.chain(word.counted.field, two))
        return True
    figure = state.pending[-1] if state.pending else None
    counted = figure is not None and (figure.best is None or figure.best > 1)
    if word.clitic == "ف" and not active and not counted:
        state.pending.clear()
        two = Figure(word.start, word.end, 2, 2, 2, joined=False)
        state.add(state.chain(word.counted.field, two))
        return True
    if figure is not None and figure.best is None and state.gap(figure.end, word.start) == 0:
        figure.low = figure.best = figure.high = 2
    return False


def one_alone(state: SentenceState, word: Word) -> bool:
    """Takes the one of whom only name or age is told ("a 19-year-old, X, was killed").

    Also the one beside whom others were only hurt ("X was killed and six others wounded").
    """
    if not cues.WAS.search(state.text, max(0, word.start - cues.WAS_REACH), word.start):
        return False
    aged = cues.YEARS_OLD.search(state.text, max(0, word.start - cues.NAMED_REACH), word.start)
    if aged is None and cues.AND_OTHERS.match(state.text, word.end) is None:
        return False
    state.pending.clear()
    figure = Figure(word.start, word.end, 1, 1, 1, joined=False)
    state.add(state.chain(word.counted.field, figure))
    state.governor = None
    return True


def tells_of_the_named(text: str, words: Sequence[Word | Figure]) -> bool:
    """Whether a sentence without a figure may tell of people by name or age alone."""
    if not words:
        return False
    first, last = words[0].start, words[-1].end
    if text.find("-year-old", max(0, first - cues.NAMED_REACH), last) >= 0:
        return True
    return any(text[word.start : word.end] in cues.DUAL_VERBS for word in words)
