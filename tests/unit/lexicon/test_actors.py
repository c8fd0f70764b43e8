"""The actor table: every entry's own examples, and the table's promises."""

import pytest

from workers.extraction.actors.mentions import ActorFinder
from workers.lexicon.actors import ActorTable, Example
from workers.text.fold import folded

TABLE = ActorTable.load()
FINDER = ActorFinder()


@pytest.mark.parametrize("example", TABLE.examples, ids=lambda e: f"{e.name}: {e.sentence[:30]}")
def test_every_entry_is_found_in_its_examples_and_not_in_its_counter_examples(
    example: Example,
) -> None:
    found = {(mention.actor_id, mention.name) for mention in FINDER.find(folded(example.sentence))}
    names = {name for pair in found for name in pair}

    assert (example.name in names) is example.expected, found


def test_a_wing_belongs_to_a_known_actor() -> None:
    assert not {a.wing_of for a in TABLE.actors.values() if a.wing_of} - set(TABLE.actors)


def test_every_actor_has_a_name_in_both_languages() -> None:
    bare = [
        a.id
        for a in TABLE.listed
        if not (a.ar or a.ar_headed or a.ar_in_context) or not (a.en or a.en_headed)
    ]
    organs = [i for i in bare if i.count("-") == 0 or i.endswith(("-mil", "-police", "-intel"))]

    assert sorted(set(bare) - set(organs)) == []


def test_no_name_belongs_to_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for actor in TABLE.actors.values():
        for name in (*actor.ar, *actor.en):
            owners.setdefault(folded(name), set()).add(actor.id)

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_the_organs_of_a_state_share_its_side() -> None:
    assert TABLE.side_of("sy") == TABLE.side_of("sy-mil") == "syrian_regime"
    assert TABLE.side_of("sd") == "saf"


def test_every_country_has_a_military_of_its_own() -> None:
    assert TABLE.actors["fj-mil"].name == "Fijian military"
    assert TABLE.root_of("fj-mil") == "fj"


def test_a_wing_leads_up_to_its_group() -> None:
    assert TABLE.root_of("qassam-brigades") == "hamas"
    assert TABLE.side_of("qassam-brigades") == TABLE.side_of("hamas")
