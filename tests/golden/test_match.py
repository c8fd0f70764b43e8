"""Gold events through the matcher: the targets are met and the naive matching is beaten."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.golden.gold_events import gold_events
from tests.golden.match import SHARED, TARGETS, naive, ours

FALSE_MERGES_MAX = {"newswire": 12, "composed": 2, "brief": 3}
"""Two a month of newswire."""


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_gold_events_meet_the_target_and_beat_the_naive_matching(
    name: str, tmp_path: Path, require_or_skip: Callable[[str], None]
) -> None:
    corpus = SHARED / "corpus" / name
    if not corpus.exists():
        require_or_skip(f"no corpus {name}")
    golds = [gold.event for gold in gold_events(corpus)]

    figures, _ = ours(corpus, golds, tmp_path)
    first = naive(corpus, tmp_path, "--gold", str(corpus))

    assert 100 * figures["incident"][2] >= TARGETS[name]
    assert figures["incident"][2] > first["incident"][2]
    assert figures["false_merges"] <= FALSE_MERGES_MAX[name]
