"""What qualifies a figure: about, at least, at most, and the bounds that it gives.

Place in the flow: beside `numerals`. The phrases are listed in `numeral_words`.
"""

from enum import StrEnum

from workers.text.numeral_words import HEDGES_AFTER, HEDGES_BEFORE


class Hedge(StrEnum):
    """How a figure is qualified."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


_ABOUT = Hedge.ABOUT
_AT_LEAST = Hedge.AT_LEAST


def bounds(value: int, hedge: Hedge | None) -> tuple[int, int]:
    """The low and the high figure that a hedged value stands for.

    Source: chosen. "About" is read as a tenth either way, "at least" and "more than" leave a
    quarter above, "up to" a quarter below; the words give a direction, never a width.
    """
    if hedge is None:
        return value, value
    if hedge is _ABOUT:
        width = max(1, value // 10)
        return max(0, value - width), value + width
    if hedge is _AT_LEAST:
        return value, value + max(1, value // 4)
    return value - value // 4, value


def _by_key(
    phrases: tuple[tuple[str, str], ...], position: int
) -> dict[str, tuple[tuple[str, Hedge], ...]]:
    """The hedge phrases by their last (-1) or first (0) word, the longest first."""
    keyed: dict[str, list[tuple[str, Hedge]]] = {}
    for phrase, kind in phrases:
        keyed.setdefault(phrase.split(" ")[position], []).append((phrase, Hedge(kind)))
    return {key: tuple(found) for key, found in keyed.items()}


_BEFORE = _by_key(HEDGES_BEFORE, -1)
_AFTER = _by_key(HEDGES_AFTER, 0)
_HEDGE_REACH = 24
"""Longer than any hedge phrase, with its spaces."""


def hedge_at(text: str, start: int, end: int) -> Hedge | None:
    """The hedge that stands right before or right after the words `start:end`."""
    before = _hedge_before(text, start)
    if before is not None:
        return before[1]
    right = text[end : end + _HEDGE_REACH].lstrip(" \n,،")
    cut = right.find(" ")
    for phrase, kind in _AFTER.get(right[:cut] if cut > 0 else right, ()):
        if right.startswith(phrase):
            return kind
    return None


def hedged_from(text: str, start: int) -> int:
    """Where the hedge begins that stands right before a figure at `start`, else `start`."""
    before = _hedge_before(text, start)
    return start if before is None else before[0]


def _hedge_before(text: str, start: int) -> tuple[int, Hedge] | None:
    """The hedge that stands right before a position, and where it begins."""
    since = max(0, start - _HEDGE_REACH)
    left = text[since:start].rstrip(" \n")
    for phrase, kind in _BEFORE.get(left[left.rfind(" ") + 1 :].lstrip('("،,'), ()):
        if left.endswith(phrase):
            before = len(left) - len(phrase) - 1
            if before < 0 or not left[before].isalpha() or left[before] in "بوفل":
                return since + before + 1, kind
    return None
