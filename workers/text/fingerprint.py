"""Near-duplicate signatures: a compact MinHash of an article's words, and their likeness.

Place in the flow: extraction stores `signature(folded title + body)` in `Event.fingerprint`;
matching compares two of them to tell copies of one wire story from reports of their own.
"""

from functools import lru_cache
from itertools import pairwise

from rensa import RMinHash  # type: ignore[import-untyped]

from workers.text.codes import Respelling

PERMUTATIONS = 64
"""64 permutations of 8 bits: 128 hexadecimal characters, standard error of likeness <= 0.063."""

_SEED = 2018
"""Chosen once; another value changes every signature."""

_WORDS_MAX = 400
"""A wire story's own words come first; what trails is boilerplate. Bounds the cost at about 60
us."""

_CHANCE = 1 / 256
"""Two unlike 8-bit values agree this often. Source: Li & König (2010), b-bit minwise hashing."""

_LIKENESS = tuple(
    max(0.0, (agreeing / PERMUTATIONS - _CHANCE) / (1 - _CHANCE))
    for agreeing in range(PERMUTATIONS + 1)
)
"""The likeness of two texts by how many values of their signatures agree."""

_SEPARATORS = ".,:;!?()[]{}\"'،؛؟-/|…"


def _spaced(text: str) -> str:
    for mark in _SEPARATORS:
        text = text.replace(mark, " ")
    return text


_separated = Respelling(_spaced)


def signature(folded_text: str) -> str:
    """The hexadecimal signature of a folded text: "" when it has no word.

    Shingles are pairs of neighbouring words: single words make all reports of attacks alike, longer
    shingles tear at each word that an editor changed.
    """
    words = _separated(folded_text[: _WORDS_MAX * 12]).split()[:_WORDS_MAX]
    if not words:
        return ""
    shingles = [f"{a} {b}" for a, b in pairwise(words)] or words
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(shingles)
    return bytes(value & 0xFF for value in minhash.digest()).hex()


def readable(fingerprint: str) -> int | None:
    """The signature as a number, ready to be compared; None for what is no signature."""
    if len(fingerprint) != PERMUTATIONS * 2:
        return None
    try:
        return int(fingerprint, 16)
    except ValueError:
        return None


_readable = lru_cache(maxsize=65_536)(readable)


def likeness(first: str, second: str) -> float:
    """Estimated Jaccard likeness of two texts' word pairs, in [0, 1].

    0.0 where either is unreadable.
    """
    one, other = _readable(first), _readable(second)
    return 0.0 if one is None or other is None else likeness_of(one, other)


def likeness_of(first: int, second: int) -> float:
    """The likeness of two readable signatures.

    Source: Broder (1997); b-bit correction of Li & König (2010).
    """
    return _LIKENESS[(first ^ second).to_bytes(PERMUTATIONS, "big").count(0)]
