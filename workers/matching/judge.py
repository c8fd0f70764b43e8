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

Row = tuple[Callable[[Profile, Profile], str], dict[str, float]]

HOPELESS_BITS = 4.0
"""A pair so far below a link is not worth weighing out; nearer ones may be told as runner-up."""

_STAGES = (
    ("article", "day", "place"),
    ("type", "injured", "deaths", "direction"),
    ("target", "standing", "attacker", "munitions"),
    ("weapon", "rarity", "place_name", "outcome", "text", "title", "wire"),
)
"""Stages of weighing a pair that may be hopeless: what vetoes and what tells most for its cost come
first. After each, the pair is given up if the rest cannot save it."""

_SAID: dict[str, Callable[[Profile], object]] = {
    "attacker": lambda a: a.attacker_tokens or a.target_tokens or a.attacker_ids or a.target_ids,
    "direction": lambda a: a.attacker_ids or a.target_ids,
    "target": lambda a: a.target_tokens or a.target_ids or a.target_kinds,
    "weapon": lambda a: a.weapons,
    "munitions": lambda a: a.munitions is not None,
    "deaths": lambda a: a.deaths is not None,
    "injured": lambda a: a.injured is not None,
    "text": lambda a: a.signature is not None,
    "title": lambda a: a.title_key,
    "wire": lambda a: a.agency is not None,
}
"""Features that say nothing of a pair where one event leaves them unsaid."""

Potential = tuple[float, ...]
"""For each stage, the most bits that all later ones can give to an event."""


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
        self._above_floor = weights.prior_bits - weights.link_bits + HOPELESS_BITS
        self._best = {name: max(0.0, *levels.values()) for name, levels in weights.bits.items()}
        level_of = {feature.name: feature.level for feature in FEATURES}
        self._stages: tuple[tuple[Row, ...], ...] = tuple(
            tuple((level_of[name], weights.bits[name]) for name in names) for names in _STAGES
        )

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

    def weigh_hopeful(
        self, a: Profile, b: Profile, of_a: Potential, of_b: Potential
    ) -> float | None:
        """The same as `weigh`, but for rounding; `of_a`, `of_b`: what `potential` says of both.

        None as soon as the rest cannot lift the pair to `HOPELESS_BITS` below a link.
        """
        total = self._above_floor
        for stage, left_a, left_b in zip(self._stages, of_a, of_b):  # noqa: B905 - a hot loop
            for level_of, bits in stage:
                total += bits[level_of(a, b)]
            if total + left_a < 0.0 or total + left_b < 0.0:
                return None
        return total + self._weights.prior_bits - self._above_floor

    def potential(self, a: Profile) -> Potential:
        """The most bits that all stages after each stage can give to such an event."""
        left, best = 0.0, [0.0]
        for names in reversed(_STAGES[1:]):
            for name in names:
                said = _SAID.get(name)
                if said is None or said(a):
                    left += self._best[name]
            best.append(left)
        return tuple(reversed(best))

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
