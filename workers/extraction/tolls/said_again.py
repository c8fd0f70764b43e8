"""Figures that say no more than who those just counted were.

Place in the flow: asked by `tolls.forward` before a figure is looked at as one of its own.
"""

import re

from workers.extraction.tolls import cues
from workers.extraction.tolls.state import SentenceState
from workers.extraction.tolls.words import Figure

_AND_OTHERS = re.compile(r" and (?:(?!his|her|their|its|the|also|more)[a-z-]+ )?| و")
"""Between the two: "soldiers and allied militiamen"."""
_SEVERAL = 3
"""From here on a plural beside a count names more of those counted."""


def is_said_already(state: SentenceState, figure: Figure) -> bool:
    """Whether a figure only explains people who have been counted."""
    return _of_the_same(state, figure) or _explains(state, figure)


def _explains(state: SentenceState, figure: Figure) -> bool:
    """Whether it says who the one right before is ("the driver, a man of 24")."""
    if not figure.weak:
        return False
    before = max(0, figure.start - cues.ALL_REACH)
    if figure.best is None and cues.ALL_OF_THEM.search(state.text, before, figure.start):
        return True
    last = state.last
    if last is not None and last.tail.category == "victim":
        return state.text[last.tail.end : figure.start] == ", "
    waiting = state.pending[-1] if state.pending else None
    if waiting is None or not waiting.weak:
        return False
    return cues.EXPLAINS.fullmatch(state.text, waiting.start, figure.start + 2) is not None


def _of_the_same(state: SentenceState, figure: Figure) -> bool:
    """Whether a plural only names more of those just counted ("12 traders and drivers")."""
    told = state.last.tail if state.last is not None else None
    if state.pending:
        told = state.pending[-1]
    if told is None or figure.best is not None or figure.field or told.head is None:
        return False
    if (told.best or 0) < _SEVERAL:
        return False
    between = state.text[told.end : figure.start]
    if _AND_OTHERS.fullmatch(between) is None:
        return False
    told.end = figure.end
    return True
