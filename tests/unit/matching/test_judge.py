"""The sum of the evidence, its table, and its words."""

from dataclasses import replace
from itertools import combinations
from math import inf
from types import SimpleNamespace
from typing import Any

import pytest

from tests.simulation.world import world
from tests.unit.incidents.told import TANF, on, told, toll
from workers.incidents.clustering import DOUBT_BITS
from workers.lexicon.actors import ActorTable
from workers.matching import Judge, Profile, profile
from workers.matching.features import FEATURES
from workers.matching.fit import FALLING, VETOES
from workers.matching.judge import DEED, HOPELESS_BITS, PARTIES, SPOT, STAGES, TOLLS
from workers.matching.weights import load, probability

JUDGE = Judge(load())
SIDES = ActorTable.load().side_of
WORLD = [profile(event, SIDES) for event in world(7, attacks=25).events]


def test_the_waterfall_sums_to_the_weight() -> None:
    for a, b in combinations(WORLD[:30], 2):
        weight = JUDGE.weigh(a, b)
        if weight > -inf:
            assert sum(f.weight for f in JUDGE.explain(a, b)) == pytest.approx(weight, abs=0.1)


def test_the_order_of_two_events_does_not_matter() -> None:
    for a, b in combinations(WORLD, 2):
        assert JUDGE.weigh(a, b) == JUDGE.weigh(b, a)


def test_giving_up_early_loses_nothing_that_weighs_enough() -> None:
    least = JUDGE.weights.link_bits - HOPELESS_BITS
    others = [(b, JUDGE.potential(b)) for b in WORLD]
    for a in WORLD:
        weights = {b.event_id: JUDGE.weigh(a, b) for b in WORLD}
        hopeful = {event_id: bits for event_id, bits in weights.items() if bits >= least}
        for _ in range(2):
            assert JUDGE.hopeful(a, JUDGE.potential(a), others) == hopeful


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (
            SPOT,
            """country latitude longitude radius_km is_point place_id place_key place_tokens
            is_site admin1 admin2 attack_days rarity""",
        ),
        (DEED, "sub_event_type outcome weapons munitions fresh is_main"),
        (
            PARTIES,
            """sub_event_type attacker_ids attacker_tokens attacker_sides target_ids target_tokens
            target_kinds target_sides""",
        ),
        (TOLLS, "sub_event_type deaths injured published"),
    ],
)
def test_what_is_remembered_reads_nothing_but_what_its_number_stands_for(
    names: tuple[str, ...], read: str
) -> None:
    def bare(whole: Profile) -> Any:
        return SimpleNamespace(**{name: getattr(whole, name) for name in read.split()})

    for feature in FEATURES:
        if feature.name in names:
            for a, b in combinations(WORLD[:40], 2):
                assert feature.level(bare(a), bare(b)) == feature.level(a, b)
                assert feature.detail(bare(a), bare(b)) == feature.detail(a, b)


def test_every_comparison_is_weighed_at_one_stage() -> None:
    staged = [name for stage in STAGES for name in stage]
    assert sorted(staged) == sorted(feature.name for feature in FEATURES)


@pytest.mark.parametrize(
    ("fields", "veto"),
    [
        ({"date": on(9)}, "day: other_day"),
        ({"location": TANF}, "place: impossible"),
    ],
)
def test_a_veto_forbids_and_is_named(fields: dict[str, Any], veto: str) -> None:
    first = profile(told("a1"))
    second = profile(told(**({"article": "a2"} | fields)))

    assert JUDGE.weigh(first, second) == -inf
    assert veto in JUDGE.vetoes(first, second)


def test_two_events_of_one_article_never_link() -> None:
    first = profile(told("a1", title="Rockets on the airport", deaths=toll(14)))
    again = profile(told("a1", title="Rockets on the airport", deaths=toll(14), ordinal=1))

    assert -inf < JUDGE.weigh(first, again) < DOUBT_BITS


def test_a_table_without_a_level_is_refused_at_start() -> None:
    weights = load()
    torn = replace(weights, bits={name: {} for name in weights.bits})

    with pytest.raises(ValueError, match="no row for article"):
        Judge(torn)


def test_probability_is_the_odds_form_of_bits() -> None:
    assert probability(0) == 0.5
    assert probability(1) == pytest.approx(2 / 3)
    assert probability(-inf) == 0.0
    assert probability(500) == pytest.approx(1.0)


def test_the_shipped_table_vetoes_what_it_should_and_nothing_else() -> None:
    bits = load().bits
    vetoed = {
        (name, level) for name, rows in bits.items() for level, b in rows.items() if b == -inf
    }

    assert vetoed == {(name, level) for name, levels in VETOES.items() for level in levels}


def test_the_shipped_table_falls_where_evidence_weakens() -> None:
    for name, levels in FALLING.items():
        row = [load().bits[name][level] for level in levels]
        assert row == sorted(row, reverse=True), name


def test_every_level_that_a_comparison_reaches_is_listed() -> None:
    for feature in FEATURES:
        reached = {feature.level(a, b) for a, b in combinations(WORLD, 2)}
        assert reached <= set(feature.levels), feature.name
