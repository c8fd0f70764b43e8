"""The judgement on two events: match weight in bits, and why.

Place in the flow: the book asks `Judge.weigh` for every candidate pair and `Judge.explain` for the
pairs that it keeps. Source: Fellegi & Sunter (1969), A theory for record linkage: the sum over
comparisons of log2(m/u), plus the prior's log2 odds.
"""

from collections.abc import Callable
from math import inf

from workers.matching.features import FEATURES
from workers.matching.profile import Profile
from workers.matching.weights import Weights
from workers.model import FeatureWeight

_VETOING = frozenset({"article", "day", "place", "direction"})
_PARTLY_SAID = frozenset({"type", "attacker", "target", "weapon", "munitions", "deaths", "injured"})
_EARLY = _PARTLY_SAID | {"rarity"}
"""Stages of weighing a pair that may be hopeless: what vetoes; what many events leave unsaid; and
the rest, which is dearest to compare."""

Row = tuple[Callable[[Profile, Profile], str], dict[str, float]]

HOPELESS_BITS = 4.0
"""A pair so far below a link is not worth weighing out; nearer ones may be told as runner-up."""


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
        best = {name: max(0.0, *levels.values()) for name, levels in weights.bits.items()}
        self._best = best
        self._vetoing = self._stage(_VETOING)
        self._early = self._stage(_EARLY)
        self._late = tuple(row for row in self._rows if row not in self._vetoing + self._early)
        unsaid = {f.name for f in FEATURES} - _VETOING - _PARTLY_SAID
        self._early_best = sum(best[name] for name in unsaid)
        self._late_best = sum(best[name] for name in unsaid - _EARLY)

    def _stage(self, names: frozenset[str]) -> tuple[Row, ...]:
        return tuple((f.level, self._weights.bits[f.name]) for f in FEATURES if f.name in names)

    @property
    def weights(self) -> Weights:
        """The table that this judge weighs by."""
        return self._weights

    def weigh(self, a: Profile, b: Profile) -> float:
        """Posterior match weight in bits that the two are one attack.

        `-inf` when a level vetoes.
        """
        total = self._weights.prior_bits
        for level_of, bits in self._rows:
            total += bits[level_of(a, b)]
            if total == -inf:
                return total
        return total

    def weigh_hopeful(self, a: Profile, b: Profile, potential: float) -> float | None:
        """The same as `weigh`.

        None as soon as the rest cannot lift the pair to `HOPELESS_BITS` below a link.
        """
        total = self._weights.prior_bits
        for level_of, bits in self._vetoing:
            total += bits[level_of(a, b)]
            if total == -inf:
                return None
        floor = self._weights.link_bits - HOPELESS_BITS
        if total + self._early_best + potential < floor:
            return None
        for level_of, bits in self._early:
            total += bits[level_of(a, b)]
        if total + self._late_best < floor:
            return None
        for level_of, bits in self._late:
            total += bits[level_of(a, b)]
        return None if total < floor else total

    def potential(self, a: Profile) -> float:
        """The most bits that type, parties, weapons and tolls can give to such an event."""
        best = self._best
        potential = best["type"]
        if a.attacker_tokens or a.target_tokens or a.attacker_ids or a.target_ids:
            potential += best["attacker"] + best["target"]
        if a.weapons:
            potential += best["weapon"]
        if a.munitions is not None:
            potential += best["munitions"]
        if a.deaths is not None:
            potential += best["deaths"]
        if a.injured is not None:
            potential += best["injured"]
        return potential

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
