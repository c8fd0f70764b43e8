"""Sample messages that ship with the project: what a news feed would send, good and bad.

Place in the flow: outside it. `tawatur up` publishes them, tests and the golden floors read them.
The attacks and the outlets are invented; `gold.jsonl` beside them says what should be found
(docs/samples.md).
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER: Traversable = files(__name__)
"""Holds articles.jsonl, gold.jsonl and malformed.jsonl, wherever the package is installed."""

_ARTICLES_BETWEEN = 12
"""Good articles from one malformed message to the next in `messages` (chosen: all come early)."""


def articles() -> tuple[bytes, ...]:
    """The sample articles as message values, oldest first by `published_at`."""
    return _lines("articles.jsonl")


def malformed() -> tuple[bytes, ...]:
    """Message values that must end among the dead letters, each for a reason of its own."""
    return _lines("malformed.jsonl")


def messages() -> tuple[bytes, ...]:
    """All articles in order with the malformed messages spread between them."""
    good, bad = articles(), list(malformed())
    mixed: list[bytes] = []
    for number, value in enumerate(good, start=1):
        mixed.append(value)
        if number % _ARTICLES_BETWEEN == 0:
            mixed += bad[:1]
            del bad[:1]
    return (*mixed, *bad)


def _lines(name: str) -> tuple[bytes, ...]:
    """The lines of a file as bytes: one of the malformed ones is not UTF-8 on purpose."""
    return tuple(line for line in FOLDER.joinpath(name).read_bytes().split(b"\n") if line)
