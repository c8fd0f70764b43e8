"""What an incident's reports could have told of instead, and what forbade it."""

from dataclasses import replace

from tests.unit.incidents.told import MAYADIN, NOON, TANF, on, told
from workers.incidents import IncidentBook
from workers.incidents.neighbours import SHOWN_MAX, Neighbour, neighbours
from workers.incidents.why import why
from workers.lexicon.actors import ActorTable
from workers.matching import Judge
from workers.matching.weights import load
from workers.model import Correction, CorrectionAction, Event, Incident, SubEventType

JUDGE, SIDE_OF = Judge(load()), ActorTable.load().side_of


def incidents(*events: Event) -> list[Incident]:
    """An incident of each event."""
    return [incident for event in events for incident in IncidentBook().apply(event)]


def met(*events: Event) -> tuple[Neighbour, ...]:
    """The neighbours of the first event's incident among those of the others."""
    first, *others = incidents(*events)
    return neighbours(first, [first, *others], JUDGE, SIDE_OF)


def test_a_neighbour_has_the_weight_of_its_best_pair() -> None:
    other = told("a2", after_hours=3, sub_event_type=SubEventType.AIR_DRONE_STRIKE)
    (near,) = met(told("a1"), other)
    assert near.weight is not None
    assert near.vetoes == ()


def test_what_vetoes_keep_apart_says_which_and_comes_last() -> None:
    far = replace(MAYADIN, place_id="p9", name="Far", latitude=35.02, longitude=41.2)
    found = met(
        told("a1"), told("a2", location=far), told("a3", sub_event_type=SubEventType.ATTACK)
    )
    assert [each.weight is None for each in found] == [False, True]
    assert found[-1].vetoes == ("place: impossible",)


def test_what_shares_no_block_is_no_neighbour() -> None:
    assert met(told("a1"), told("a2", location=TANF), told("a3", date=on(20))) == ()


def test_of_many_neighbours_the_best_are_told() -> None:
    crowd = [told(f"b{n}", after_hours=n) for n in range(SHOWN_MAX + 3)]
    found = met(told("a1"), *crowd)
    assert len(found) == SHOWN_MAX
    weights = [each.weight or 0.0 for each in found]
    assert weights == sorted(weights, reverse=True)


def test_why_shows_neighbours_and_analysts_words() -> None:
    (incident,) = incidents(told("a1"))
    near = Neighbour("inc-near", "Near", -2.5, ())
    vetoed = Neighbour("inc-far", "Far", None, ("place: impossible", "day: two_days"))
    word = Correction(
        "c1",
        "desk",
        incident.first_reported_at,
        CorrectionAction.SET_FIELD,
        incident_ids=(incident.incident_id,),
        field="deaths",
        value="3",
        reason="hospital list",
    )
    lines = why(incident, (near, vetoed), (word,)).splitlines()
    assert "   inc-near -2.50 bits: Near" in lines
    assert "   inc-far veto: place: impossible, day: two_days: Far" in lines
    said = f"set_field {incident.incident_id} deaths = 3 (c1, desk, 2024-03-04): hospital list"
    assert f"corrected: {said}" in lines


def test_why_says_that_a_word_outranks_the_weights() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))
    word = Correction("c1", "d", NOON, CorrectionAction.SAME, ("a1#0", "b1#0"))
    survivor, _gone = book.apply(word)
    lines = why(survivor).splitlines()
    assert any("an analyst's word outranks that: same: c1" in line for line in lines)
    assert any(line.startswith("   place") and "-60.00" in line for line in lines)
