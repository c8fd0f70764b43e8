"""The judgement on two events: match weight in bits, and why.

Place in the flow: the book asks `Judge.weigh` for every candidate pair and `Judge.explain` for the
pairs that it keeps. Source: Fellegi & Sunter (1969), A theory for record linkage: the sum over
comparisons of log2(m/u), plus the prior's log2 odds.
"""

from math import inf

from workers.matching.features import FEATURES
from workers.matching.profile import Profile
from workers.matching.weights import Weights
from workers.model import FeatureWeight


class Judge:
    """Weighs pairs of profiles by one table of weights. Immutable once made."""

    def __init__(self, weights: Weights) -> None:
        """Checks that the table has every level of every feature."""
        missing = [
            f"{feature.name}.{level}"
            for feature in FEATURES
            for level in feature.levels
            if level not in weights.bits.get(feature.name, {})
        ]
        if missing:
            raise ValueError(f"weights.toml has no row for {', '.join(missing)}")
        self._weights = weights
        self._rows = tuple((f.level, weights.bits[f.name]) for f in FEATURES)

    @property
    def weights(self) -> Weights:
        """The table that this judge weighs by."""
        return self._weights

    def weigh(self, a: Profile, b: Profile) -> float:
        """Posterior match weight in bits that the two are one attack; `-inf` when a level vetoes."""
        total = self._weights.prior_bits
        for level_of, bits in self._rows:
            total += bits[level_of(a, b)]
            if total == -inf:
                return total
        return total

    def explain(self, a: Profile, b: Profile) -> tuple[FeatureWeight, ...]:
        """The waterfall: the prior and each feature's bits; they sum to `weigh(a, b)`."""
        rows = [FeatureWeight("prior", "two reports of one block", self._weights.prior_bits)]
        for feature in FEATURES:
            level = feature.level(a, b)
            bits = self._weights.bits[feature.name][level]
            if level != "unknown" or bits:
                rows.append(
                    FeatureWeight(feature.name, f"{level}: {feature.detail(a, b)}", round(bits, 2))
                )
        return tuple(rows)

    def vetoes(self, a: Profile, b: Profile) -> tuple[str, ...]:
        """The features whose level forbids the pair, as `name: level`."""
        found = ((f.name, f.level(a, b)) for f in FEATURES)
        return tuple(
            f"{name}: {level}" for name, level in found if self._weights.bits[name][level] == -inf
        )
