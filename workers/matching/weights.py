"""The table of match weights, read from `weights.toml`.

Place in the flow: loaded once at start; `judge` sums its bits. `fit` writes the file.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import inf
from typing import Any

import tomli

PROBABILITY_BITS_MAX = 60.0
"""Beyond 2^60 the odds are certainty in a float."""


@dataclass(frozen=True)
class Weights:
    """Bits a level: `bits[feature][level]`, `-inf` for a veto.

    The prior, and the thresholds in bits.

    `link_bits`: the posterior weight from which two events, or on average two clusters of them, are
    one attack. `digest` names the table in every incident that it made.
    """

    prior_bits: float
    link_bits: float
    background_bits: float
    bits: dict[str, dict[str, float]]
    digest: str


def parse(text: str) -> Weights:
    """The weights of a table's text.

    Raises `KeyError` or `TOMLDecodeError` on a malformed table.
    """
    table: dict[str, Any] = tomli.loads(text)
    bits = {
        feature: {
            level: -inf if row.get("veto", False) else float(row["bits"])
            for level, row in levels.items()
        }
        for feature, levels in table["features"].items()
    }
    return Weights(
        prior_bits=float(table["prior"]["bits"]),
        link_bits=float(table["thresholds"]["link_bits"]),
        background_bits=float(table["thresholds"]["background_bits"]),
        bits=bits,
        digest=sha256(text.encode()).hexdigest()[:12],
    )


@cache
def load() -> Weights:
    """The weights that ship with the package."""
    return parse(files("workers.matching").joinpath("weights.toml").read_text(encoding="utf-8"))


def probability(bits: float) -> float:
    """The probability in [0, 1] of a posterior weight in bits.

    Source: Fellegi & Sunter (1969), odds form.
    """
    if bits <= -PROBABILITY_BITS_MAX:
        return 0.0
    odds: float = 2.0 ** min(bits, PROBABILITY_BITS_MAX)
    return odds / (1.0 + odds)
