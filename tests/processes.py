"""How tests are spread over processes (pytest-xdist): which ones stay together, in what order.

Tests of one broker share it and mostly wait, so they come first and the others run beside them.
"""

import re

from xdist.scheduler import LoadScopeScheduling

INTEGRATION, GOLDEN = "tests/integration/", "tests/golden/"
COMPILED = GOLDEN + "test_compiled.py"
BROKER = re.compile(r"\[(embedded|kafka)\b[^\]]*\]$")
"""The end of a test's id that names the fixture's broker."""


def group_of(nodeid: str) -> str:
    """The name of the tests that run in one process: they share a broker or what was computed."""
    path = nodeid.partition("::")[0]
    if path.startswith(INTEGRATION):
        named = BROKER.search(nodeid)
        return INTEGRATION + (named[1] if named else "of their own")
    return GOLDEN if path.startswith(GOLDEN) and path != COMPILED else path


def urgency(nodeid: str) -> int:
    """What to start with, the lowest first: what waits for brokers or for a compiler."""
    return 0 if nodeid.startswith((INTEGRATION, COMPILED)) else 1


class Spread(LoadScopeScheduling):  # type: ignore[misc]  # xdist is untyped here
    """Spreads groups of tests. Not `--dist loadgroup`, which pytest 9.2 broke (xdist #1386)."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
