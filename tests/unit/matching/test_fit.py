"""Weights estimated from labelled pairs."""

from math import log2

import pytest

from workers.matching.fit import LabelledPair, fit, render
from workers.matching.weights import parse

NAMES = ("wire", "outcome")
LEVELS = {"wire": ("same", "other", "unknown"), "outcome": ("same", "differ")}


def pairs() -> list[LabelledPair]:
    same = [("same", "same")] * 300 + [("other", "same")] * 100
    other = [("same", "same")] * 100 + [("other", "same")] * 700
    return [LabelledPair(levels, same=True, weight=1.0) for levels in same] + [
        LabelledPair(levels, same=False, weight=1.0) for levels in other
    ]


def test_bits_are_log2_of_m_over_u() -> None:
    row = fit(NAMES, LEVELS, pairs()).rows["wire"]["same"]

    assert row.m == pytest.approx(0.75, abs=0.02)
    assert row.u == pytest.approx(0.125, abs=0.02)
    assert row.bits == pytest.approx(log2(row.m / row.u))


def test_the_prior_is_the_share_of_pairs_of_one_attack() -> None:
    assert fit(NAMES, LEVELS, pairs()).prior_bits == pytest.approx(log2(400 / 800))


def test_saying_nothing_weighs_nothing() -> None:
    assert fit(NAMES, LEVELS, pairs()).rows["wire"]["unknown"].bits == 0


def test_levels_in_order_of_strength_never_rise_whatever_few_pairs_say() -> None:
    rows = fit(NAMES, LEVELS, pairs()).rows["outcome"]

    assert rows["differ"].same == rows["differ"].other == 0
    assert rows["differ"].bits <= rows["same"].bits


def test_what_is_rendered_can_be_read_back() -> None:
    fitted = fit(NAMES, LEVELS, pairs())
    text = render(fitted, {"link_bits": 0.5, "background_bits": 3.0}, ["a head"])

    weights = parse(text)

    assert weights.link_bits == 0.5
    expected = fitted.rows["wire"]["same"].bits * fitted.trust["wire"]
    assert weights.bits["wire"]["same"] == pytest.approx(expected, abs=0.01)


def test_a_vetoed_pair_is_counted_and_teaches_nothing() -> None:
    names, levels = (
        ("direction", "outcome"),
        {
            "direction": ("same", "crossed", "loose", "opposite", "unknown"),
            "outcome": ("same", "differ"),
        },
    )
    free = [
        LabelledPair(("same", "same"), same=True, weight=1.0),
        LabelledPair(("crossed", "differ"), same=False, weight=1.0),
    ] * 50
    vetoed = [LabelledPair(("opposite", "same"), same=False, weight=1.0)] * 500

    taught, alone = fit(names, levels, [*free, *vetoed]), fit(names, levels, free)

    assert taught.rows["outcome"]["same"].bits == alone.rows["outcome"]["same"].bits
    assert taught.prior_bits == alone.prior_bits
    assert taught.rows["direction"]["opposite"].other == 500
