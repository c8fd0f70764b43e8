"""The target table: every entry's own examples, and the table's promises."""

import pytest

from workers.extraction.actors.targets import packaged_targets
from workers.lexicon.actors import PLOVER_SECTORS, Example
from workers.lexicon.targets import SECTOR_OF_KIND, TargetTable
from workers.text.fold import folded

TABLE = TargetTable.load()


@pytest.mark.parametrize("example", TABLE.examples, ids=lambda e: f"{e.name}: {e.sentence[:30]}")
def test_every_entry_is_found_in_its_examples_and_not_in_its_counter_examples(
    example: Example,
) -> None:
    found = {mention.name for mention in packaged_targets().find(folded(example.sentence))}

    assert (example.name in found) is example.expected, found


def test_every_target_can_be_named_in_both_languages() -> None:
    assert [t.gloss for t in TABLE.targets if not t.ar or not t.en] == []


def test_sectors_are_those_of_plover() -> None:
    assert {s for s in SECTOR_OF_KIND.values() if s} <= PLOVER_SECTORS
