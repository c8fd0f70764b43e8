"""The judgement on two events: match weight in bits, and why.

Place in the flow: the book asks `Judge.weigh` for every candidate pair and `Judge.explain` for the
pairs that it keeps. Source: Fellegi & Sunter (1969), A theory for record linkage: the sum over
comparisons of log2(m/u), plus the prior's log2 odds.
"""

from collections.abc import Callable, Iterable, Mapping
from math import inf

from workers.matching.features import FEATURES
from workers.matching.profile import Profile
from workers.matching.time_and_place import too_far_from
from workers.matching.weights import Weights
from workers.model import FeatureWeight

Row = tuple[Callable[[Profile, Profile], str], dict[str, float]]
"""A feature's comparison, and what its levels weigh in hundredths of a bit."""

Told = dict[str, FeatureWeight]
"""Feature -> its row of the waterfall."""

Met = dict[int, dict[int, float]]
"""What two numbers of a profile weigh together, in hundredths of a bit."""

HOPELESS_BITS = 4.0
"""A pair so far below a link is not worth weighing out; nearer ones may be told as runner-up."""

HUNDREDTHS = 100.0
"""The table has two decimals: sums of hundredths are exact, in whatever order they are made."""

MET_MAX = 300_000
"""Weights of two numbers kept at hand, 30 MB; they can be worked out again."""

TOLD_MAX = 16_384
"""Explanations of two numbers kept at hand, 20 MB."""

SPOT = ("place", "rarity", "place_name")
DEED = ("type", "outcome", "weapon", "munitions", "standing")
PARTIES = ("direction", "attacker", "target")
TOLLS = ("deaths", "injured")
"""Comparisons that read of a profile nothing but what its `spot`, `deed`, `parties` and `tolls`
number; those of tolls also which report is the later one."""

NUMBERED = (SPOT, DEED, PARTIES, TOLLS)

_WHEN = ("article", "day")
_TEXT = ("text", "title", "wire")
STAGES = (SPOT, _WHEN, (*DEED, *PARTIES, *TOLLS), _TEXT)
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

Potential = tuple[float, float, float]
"""For each stage but the last, the most that all later ones can give to an event, in hundredths."""


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
        scaled = {
            name: {level: round(bits * HUNDREDTHS, 6) for level, bits in levels.items()}
            for name, levels in weights.bits.items()
        }
        self._prior = round(weights.prior_bits * HUNDREDTHS, 6)
        self._floor = round((weights.link_bits - HOPELESS_BITS) * HUNDREDTHS, 6) - self._prior
        self._best = {name: max(0.0, *levels.values()) for name, levels in scaled.items()}
        level_of = {feature.name: feature.level for feature in FEATURES}

        def rows(names: Iterable[str]) -> tuple[Row, ...]:
            return tuple((level_of[name], scaled[name]) for name in names)

        self._spot, self._deed, self._parties = rows(SPOT), rows(DEED), rows(PARTIES)
        self._tolls, self._when, self._text = rows(TOLLS), rows(_WHEN), rows(_TEXT)
        self._by_name = {
            feature.name: (
                feature,
                {level: round(bits, 2) for level, bits in weights.bits[feature.name].items()},
            )
            for feature in FEATURES
        }
        self._first_row = FeatureWeight("prior", "two reports of one block", weights.prior_bits)
        self._told: dict[tuple[int, int, int], Told] = {}
        self._potentials: dict[tuple[bool, ...], Potential] = {}
        self._forget_met()

    def _forget_met(self) -> None:
        self._spots: Met = {}
        self._deeds: Met = {}
        self._sides: Met = {}
        self._figures: Met = {}
        self._met = 0

    @property
    def weights(self) -> Weights:
        """The table that this judge weighs by."""
        return self._weights

    def weigh(self, a: Profile, b: Profile) -> float:
        """Posterior match weight in bits that the two are one attack.

        `-inf` when a level vetoes.
        """
        total = self._prior + self._remembered(self._spots, a.spot, b.spot, self._spot, a, b)
        if total == -inf:
            return total
        total += _sum(self._when, a, b)
        if total == -inf:
            return total
        total += self._remembered(self._deeds, a.deed, b.deed, self._deed, a, b)
        total += self._remembered(self._sides, a.parties, b.parties, self._parties, a, b)
        total += self._remembered(self._figures, a.tolls, _tolls_beside(a, b), self._tolls, a, b)
        return (total + _sum(self._text, a, b)) / HUNDREDTHS

    def _remembered(
        self, met: Met, one: int, other: int, rows: Iterable[Row], a: Profile, b: Profile
    ) -> float:
        """What two numbers weigh together; worked out where they have not met."""
        row = met.get(one)
        if row is None:
            row = met[one] = {}
        bits = row.get(other)
        if bits is None:
            bits = row[other] = _sum(rows, a, b)
            self._met += 1
        return bits

    def hopeful(  # noqa: C901, PLR0915 - one hot loop, its stages in a row
        self, a: Profile, of_a: Potential, others: Iterable[tuple[Profile, Potential]]
    ) -> dict[str, float]:
        """Event id -> what `weigh` says, of those others that weigh enough.

        Left out is what weighs more than `HOPELESS_BITS` less than a link, mostly as soon as the
        rest of the comparisons cannot lift it up there. `of_a` and what comes with the others are
        their profiles' `potential`.
        """
        if self._met > MET_MAX:
            self._forget_met()
        spots = self._spots.setdefault(a.spot, {})
        deeds = self._deeds.setdefault(a.deed, {})
        parties = self._sides.setdefault(a.parties, {})
        tolls = self._figures.setdefault(a.tolls, {})
        floor, too_far = self._floor, too_far_from(a)
        a_most, a_more, a_rest = of_a
        found: dict[str, float] = {}
        for b, (b_most, b_more, b_rest) in others:
            total = spots.get(b.spot)
            if total is None:
                total = -inf if too_far(b) else _sum(self._spot, a, b)
                spots[b.spot] = total
                self._met += 1
            if total + a_most < floor or total + b_most < floor:
                continue
            for level_of, levels in self._when:
                total += levels[level_of(a, b)]
            if total + a_more < floor or total + b_more < floor:
                continue
            bits = deeds.get(b.deed)
            if bits is None:
                bits = deeds[b.deed] = _sum(self._deed, a, b)
                self._met += 1
            total += bits
            bits = parties.get(b.parties)
            if bits is None:
                bits = parties[b.parties] = _sum(self._parties, a, b)
                self._met += 1
            total += bits
            beside = _tolls_beside(a, b)
            bits = tolls.get(beside)
            if bits is None:
                bits = tolls[beside] = _sum(self._tolls, a, b)
                self._met += 1
            total += bits
            if total + a_rest < floor or total + b_rest < floor:
                continue
            for level_of, levels in self._text:
                total += levels[level_of(a, b)]
            if total >= floor:
                found[b.event_id] = (total + self._prior) / HUNDREDTHS
        return found

    def potential(self, a: Profile) -> Potential:
        """The most that all stages after each stage but the last can give to such an event."""
        said = tuple([bool(says(a)) for says in _SAID.values()])
        held = self._potentials.get(said)
        if held is None:
            held = self._potentials[said] = self._potential(dict(zip(_SAID, said, strict=True)))
        return held

    def _potential(self, said: Mapping[str, bool]) -> Potential:
        left, best = 0.0, list[float]()
        for names in reversed(STAGES[1:]):
            left += sum(self._best[name] for name in names if said.get(name, True))
            best.append(left)
        rest, more, most = best
        return most, more, rest

    def explain(self, a: Profile, b: Profile) -> tuple[FeatureWeight, ...]:
        """The waterfall: the prior and each feature's bits; they sum to `weigh(a, b)`."""
        told = self._rows((*_WHEN, *_TEXT), a, b)
        numbers = (
            (a.spot, b.spot),
            (a.deed, b.deed),
            (a.parties, b.parties),
            (a.tolls, _tolls_beside(a, b)),
        )
        for stage, (one, other) in enumerate(numbers):
            held = self._told.get((stage, one, other))
            if held is None:
                if len(self._told) >= TOLD_MAX:
                    self._told = {}
                held = self._told[stage, one, other] = self._rows(NUMBERED[stage], a, b)
            told |= held
        return (self._first_row, *[told[name] for name in self._by_name if name in told])

    def _rows(self, names: Iterable[str], a: Profile, b: Profile) -> Told:
        """The rows of these features, but for those that abstain."""
        rows: Told = {}
        for name in names:
            feature, bits = self._by_name[name]
            level = feature.level(a, b)
            weight = bits[level]
            if weight or level != "unknown":
                rows[name] = FeatureWeight(name, f"{level}: {feature.detail(a, b)}", weight)
        return rows

    def vetoes(self, a: Profile, b: Profile) -> tuple[str, ...]:
        """The features whose level forbids the pair, as `name: level`."""
        found = ((f.name, f.level(a, b)) for f in FEATURES)
        return tuple(
            f"{name}: {level}" for name, level in found if self._weights.bits[name][level] == -inf
        )


def _tolls_beside(a: Profile, b: Profile) -> int:
    """The number of the second one's tolls, and whether the first report is the later one."""
    if a.published == b.published:
        return b.tolls * 3
    return b.tolls * 3 + (1 if a.published > b.published else 2)


def _sum(rows: Iterable[Row], a: Profile, b: Profile) -> float:
    return sum([levels[level_of(a, b)] for level_of, levels in rows])
