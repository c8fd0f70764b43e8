"""What every match of a regular expression must hold: a set of strings, one of which is in it.

Place in the flow: under `patterns`, once for each pattern at start-up. It reads the pattern as
Python's own parser does; what it does not know makes it say less, never something wrong.
Source: Cox (2012), Regular Expression Matching with a Trigram Index; the sets that RE2 calls
prefilters.
"""

from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

from workers.text.words import listed

_SHORTEST: Final = 2
"""Characters of the shortest string that is looked for."""
_MOST: Final = 64
"""Strings that are built out of parts one after the other, at most."""
_CLASS_MOST: Final = 6
"""Characters of a class that are taken one by one, at most."""
_REPEATS_MOST: Final = 2
_FORWARD: Final = 1
"""The direction of a lookahead: what it sees stands in the text that is asked, too."""
_COMMON: Final = frozenset(
    listed(
        "في من الي علي عن مع بعد قبل ان the of in at on by to for from with and after as was were"
    )
)
"""Words that stand in nearly every sentence: another set is asked for where there is one."""


class _Part(NamedTuple):
    """What is known of a part of a pattern."""

    exact: frozenset[str] | None
    """All that it can match, where that is little."""
    holds: frozenset[str] | None
    """Strings of which each match holds one."""


_NOTHING: Final = _Part(frozenset({""}), None)
_ANYTHING: Final = _Part(None, None)


def needed_strings(pattern: str) -> tuple[tuple[str, ...], int]:
    """Strings of which every match of the pattern holds one, and how long a match can be at most.

    Without any where none are known.
    """
    parsed = parser.parse(pattern)
    holds = _sequence(parsed.data).holds
    if holds is None or not _worth(holds):
        holds = frozenset()
    return tuple(sorted(holds)), int(parsed.getwidth()[1]) + _ahead(parsed.data)


def _ahead(items: Iterable[tuple[Any, Any]]) -> int:
    """How many characters behind a match its lookaheads see, at most."""
    seen = 0
    for code, argument in items:
        if code is op.ASSERT and argument[0] == _FORWARD:
            seen += int(argument[1].getwidth()[1]) + _ahead(argument[1].data)
        elif code is op.SUBPATTERN:
            seen += _ahead(argument[-1].data)
        elif code is op.BRANCH:
            seen += max(_ahead(branch.data) for branch in argument[1])
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT):
            seen += _ahead(argument[2].data)
    return seen


def _worth(strings: frozenset[str]) -> int:
    """How telling a set is: as the string of it that tells least."""
    return min(map(_telling, strings))


def _telling(string: str) -> int:
    """Its length; a letter beside a space and a common word tell little, a letter alone nothing."""
    if len(string) < _SHORTEST:
        return 0
    word = string.strip()
    return 1 if len(word) < _SHORTEST or word in _COMMON else len(string)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda held: (_worth(held), min(map(len, held)), -len(held)))


def _smallest(strings: Iterable[str]) -> frozenset[str]:
    """The strings without those that hold another one: finding that one is enough."""
    kept: list[str] = []
    for string in sorted(set(strings), key=len):
        if not any(other in string for other in kept):
            kept.append(string)
    return frozenset(kept)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    """What parts one after the other match."""
    exact: frozenset[str] = frozenset({""})
    holds: frozenset[str] | None = None
    is_exact = True
    run = ""
    for code, argument in items:
        if code is op.LITERAL:
            run += chr(argument)
            continue
        if run:
            exact, run = _behind(exact, run), ""
        part = _part(code, argument)
        joined = part.exact
        if joined is not None and len(exact) * len(joined) <= _MOST:
            holds = _better(holds, part.holds)
            exact = frozenset(before + behind for before in exact for behind in joined)
            continue
        is_exact = False
        holds = _better(_better(holds, _smallest(exact)), part.holds)
        exact = frozenset({""})
        if joined is not None and len(joined) <= _MOST:
            exact = joined
    if run:
        exact = _behind(exact, run)
    holds = _better(holds, _smallest(exact))
    return _Part(exact if is_exact else None, holds)


def _behind(strings: frozenset[str], run: str) -> frozenset[str]:
    """The strings with a run of letters behind each."""
    return frozenset([string + run for string in strings])


def _part(code: Any, argument: Any) -> _Part:  # noqa: ANN401 - the parser's own types
    """What one part of a parsed pattern matches."""
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        is_ahead = code is op.ASSERT and argument[0] == _FORWARD
        return _Part(_NOTHING.exact, _sequence(argument[1].data).holds if is_ahead else None)
    if code is op.IN:
        return _class(argument)
    if code is op.SUBPATTERN:
        return _sequence(argument[-1].data)
    if code is op.BRANCH:
        return _either([_sequence(branch.data) for branch in argument[1]])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, repeated = argument
        return _repeated(least, most, _sequence(repeated.data))
    return _ANYTHING


def _class(members: list[tuple[Any, Any]]) -> _Part:
    """What a character class matches, where it lists few characters."""
    characters: set[str] = set()
    for code, argument in members:
        if code is op.LITERAL:
            characters.add(chr(argument))
        elif code is op.RANGE and argument[1] - argument[0] < _CLASS_MOST:
            characters.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return _ANYTHING
    return _Part(frozenset(characters), None) if len(characters) <= _CLASS_MOST else _ANYTHING


def _either(branches: list[_Part]) -> _Part:
    exact: set[str] | None = set()
    holds: set[str] | None = set()
    for branch in branches:
        exact = None if exact is None or branch.exact is None else exact | branch.exact
        held = branch.holds
        holds = None if holds is None or held is None else holds | held
    return _Part(
        frozenset(exact) if exact is not None else None,
        _smallest(holds) if holds is not None else None,
    )


def _repeated(least: int, most: int, part: _Part) -> _Part:
    """What a part matches that is repeated."""
    if part.exact is not None and most <= _REPEATS_MOST:
        runs = frozenset({""})
        exact = set(runs) if least == 0 else set()
        for count in range(1, most + 1):
            runs = frozenset(run + one for run in runs for one in part.exact)
            if count >= least:
                exact |= runs
        if len(exact) <= _MOST:
            return _Part(frozenset(exact), part.holds if least else None)
    return _Part(None, part.holds if least else None)
