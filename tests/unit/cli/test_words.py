"""An analyst's words against what is known, by hand: what no worker could follow is refused."""

from datetime import timedelta

import pytest

from tests.unit.incidents.told import NOON, on, told
from workers.cli.inputs import InputError
from workers.cli.known import Known, Word
from workers.cli.standing import State, standings
from workers.cli.words import Analyst, effect, not_an_attack, pairwise, set_field, undo
from workers.incidents import IncidentBook
from workers.model import Change, CorrectionAction, Event, Incident, Role

DESK = Analyst("desk", NOON, "seen")


def known(*events: Event, words: tuple[Word, ...] = ()) -> Known:
    """What one book made of these events."""
    book, records = IncidentBook(), dict[str, Incident]()
    for event in events:
        for incident in book.apply(event):
            records[incident.incident_id] = incident
    return Known(records, words)


def test_what_workers_have_forgotten_is_refused() -> None:
    later = [told(f"b{n}", after_hours=24 * 20 + n, date=on(24)) for n in range(3)]
    facts = known(told("a1"), *later)
    ruling = not_an_attack(facts, facts.find("a1#0").incident.incident_id, DESK)
    with pytest.raises(InputError, match=r"is past: last told of at 2024-03-04"):
        effect(facts, ruling)


def test_the_effect_is_what_a_worker_would_publish() -> None:
    facts = known(told("a1"), told("a2", after_hours=1))
    ruling = pairwise(facts, CorrectionAction.DIFFERENT, "a1#0", "a2#0", DESK)
    assert (ruling.country, ruling.correction.reason) == ("SY", "seen")
    assert [each.change for each in effect(facts, ruling)] == [Change.SPLIT, Change.SPLIT]


def test_two_incidents_that_are_one_are_bound_by_all_their_reports() -> None:
    one = [told(f"a{n}", after_hours=n) for n in range(3)]
    two = [told(f"b{n}", after_hours=48 + n, date=on(7)) for n in range(2)]
    recall = told("c1", after_hours=50, role=Role.BACKGROUND)
    facts = known(*one, *two, recall)
    ids = [facts.find(f"{name}#0").incident.incident_id for name in ("a0", "b0")]
    ruling = pairwise(facts, CorrectionAction.SAME, ids[0], ids[1], DESK)
    assert ruling.correction.event_ids == ("a0#0", "a1#0", "a2#0", "b0#0", "b1#0")
    joined, _ = sorted(effect(facts, ruling), key=lambda each: -len(each.reports))
    fresh = [r.event.event_id for r in joined.reports if r.event.role is not Role.BACKGROUND]
    assert sorted(fresh) == sorted(ruling.correction.event_ids)
    report = pairwise(facts, CorrectionAction.SAME, ids[0], "b1#0", DESK)
    assert report.correction.event_ids == ("a0#0", "a1#0", "a2#0", "b1#0")
    parted = pairwise(facts, CorrectionAction.DIFFERENT, ids[0], ids[1], DESK)
    assert parted.correction.event_ids == ("a0#0", "b0#0")


def test_a_report_that_only_recalls_an_attack_is_no_side_of_a_pair() -> None:
    recall = told("a2", after_hours=1, role=Role.BACKGROUND)
    facts = known(told("a1"), recall, told("c1", after_hours=2, ordinal=1))
    with pytest.raises(InputError, match="only recalls"):
        pairwise(facts, CorrectionAction.DIFFERENT, "a1#0", "a2#0", DESK)


def test_an_id_comes_from_what_is_said() -> None:
    facts = known(told("a1"))
    once, again = (set_field(facts, "a1#0", "deaths", "3", DESK).correction for _ in range(2))
    other = set_field(facts, "a1#0", "deaths", "4", DESK).correction
    assert once == again
    assert once.correction_id != other.correction_id


def test_an_undo_is_later_than_the_word_whatever_the_clock_says() -> None:
    word = set_field(known(told("a1")), "a1#0", "deaths", "3", DESK).correction
    facts = known(told("a1"), words=(Word(word, "SY"),))
    early = Analyst("chief", NOON - timedelta(days=1))
    undone = undo(facts, word.correction_id[:5], early)
    assert undone.country == "SY"
    assert undone.correction.at > word.at
    assert undone.correction.correction_id == word.correction_id


def test_a_word_filed_under_another_country_cannot_hold() -> None:
    word = set_field(known(told("a1")), "a1#0", "deaths", "3", DESK).correction
    (found,) = standings(known(told("a1"), words=(Word(word, "IQ"),)))
    assert found.state is State.CANNOT_HOLD
    assert found.why == "its reports are filed under IQ and SY"
