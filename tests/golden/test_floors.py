"""Quality does not fall unnoticed: every figure of every corpus against its pinned floor."""

from typing import Any

import pytest

from tests.golden.corpora import Corpus, corpora, evaluated
from tests.golden.run import flat, is_worse, read_floors, updated

FLOORS: dict[str, Any] = read_floors()
HERE = {corpus.name: corpus for corpus in corpora(all_months=True)}


def corpus_or_skip(name: str, require: Any) -> Corpus:
    if name not in HERE:
        require(f"corpus {name} is not here (../shared)")
    return HERE[name]


def test_the_projects_own_corpora_have_floors() -> None:
    assert {"samples", "own"} <= FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_is_below_its_floor(name: str, require_or_skip: Any) -> None:
    corpus = corpus_or_skip(name, require_or_skip)
    assert corpus.digest() == FLOORS[name]["digest"], (
        "the corpus changed: look at the figures, then python -m tests.golden.run --update-floors"
    )
    now = flat(evaluated(corpus)[0])
    floors = FLOORS[name]["floors"]
    fallen = {
        figure: (now.get(figure), floor)
        for figure, floor in floors.items()
        if figure not in now or is_worse(figure, now[figure], floor)
    }
    assert not fallen, f"figure: (now, floor): {fallen}"


def test_updating_raises_floors_and_only_lowers_when_told() -> None:
    old = {"event_f1": 0.8, "false_merges": 2.0, "b3_f1": 0.5}
    now = {"event_f1": 0.7, "false_merges": 3.0, "b3_f1": 0.6, "pair_f1": 0.1}
    kept = {"event_f1": 0.8, "false_merges": 2.0, "b3_f1": 0.6, "pair_f1": 0.1}
    assert updated(old, now, lower=False) == kept
    assert updated(old, now, lower=True) == now
