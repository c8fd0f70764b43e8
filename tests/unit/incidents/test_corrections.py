"""An analyst's word outranks the machine, holds through chains, survives replay and restart."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from tests.unit.incidents.told import NOON, TANF, on, told, toll
from workers.incidents import IncidentBook
from workers.incidents.corrections import Rulings, checked, setting
from workers.incidents.identity import incident_id_of
from workers.incidents.records import rulings_of
from workers.model import (
    Actor,
    Attribution,
    Change,
    Correction,
    CorrectionAction,
    DateInterval,
    Incident,
    IncidentStatus,
    Recipient,
    Rejected,
    SubEventType,
    Toll,
    Weapon,
)
from workers.wire import decode_incident, encode_incident

SAME, DIFFERENT = CorrectionAction.SAME, CorrectionAction.DIFFERENT


def word(action: CorrectionAction, *event_ids: str, minute: int = 0, **fields: Any) -> Correction:
    return Correction(
        correction_id=f"c-{action}-{minute}-{'-'.join(event_ids)}",
        author="analyst",
        at=NOON + timedelta(minutes=minute),
        action=action,
        event_ids=event_ids,
        **fields,
    )


def undone(correction: Correction) -> Correction:
    return replace(correction, action=CorrectionAction.UNDO, at=correction.at + timedelta(hours=1))


def together(book: IncidentBook, first: str, second: str) -> bool:
    return book.incident_of(first) == book.incident_of(second)


def test_two_incidents_ruled_the_same_become_one() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))

    survivor, gone = book.apply(word(SAME, "a1#0", "b1#0"))

    assert survivor.change is Change.MERGED
    assert gone.superseded_by == survivor.incident_id
    assert book.apply(word(SAME, "a1#0", "b1#0")) == ()


def test_an_incident_that_is_taken_over_publishes_its_end_alone() -> None:
    """Its reply link goes, too, but nobody wants a version of it for that."""
    army = Actor("US military", "army", Attribution.CLAIMED, "us-mil", sector="MIL")
    militia = Actor("Houthis", "militia", Attribution.CLAIMED, "houthis", sector="REB")
    struck = (Recipient("Houthis", "militia", "houthis"),)
    replied = (Recipient("US military", "base", "us-mil"),)
    book = IncidentBook()
    book.apply(told("a1", actors=(army,), recipients=struck))
    book.apply(told("a1", ordinal=1, actors=(militia,), recipients=replied))
    tied = [book.incident_of(event_id) for event_id in ("a1#0", "a1#1")]
    assert all(each is not None and each.related for each in tied)

    survivor, gone = book.apply(word(SAME, "a1#0", "a1#1"))

    assert (survivor.change, survivor.related) == (Change.MERGED, ())
    assert gone.superseded_by == survivor.incident_id


def test_reports_ruled_different_part() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("a2", after_hours=1))
    assert together(book, "a1#0", "a2#0")

    changed = book.apply(word(DIFFERENT, "a1#0", "a2#0"))

    assert [incident.change for incident in changed] == [Change.SPLIT, Change.SPLIT]
    assert not together(book, "a1#0", "a2#0")


def test_a_ruling_holds_for_events_that_come_after_it() -> None:
    book = IncidentBook()
    book.apply(word(DIFFERENT, "a1#0", "a2#0"))
    book.apply(told("a1"))
    book.apply(told("a2", after_hours=1))

    assert not together(book, "a1#0", "a2#0")


def test_links_hold_through_chains() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))
    book.apply(told("a2", after_hours=1))
    book.apply(word(SAME, "a1#0", "b1#0", minute=1))
    book.apply(word(DIFFERENT, "b1#0", "a2#0", minute=2))

    assert together(book, "a1#0", "b1#0")
    assert not together(book, "a1#0", "a2#0")


def test_the_later_word_wins_in_any_order_of_arrival() -> None:
    words = [
        word(SAME, "a#0", "b#0", minute=1),
        word(SAME, "b#0", "c#0", minute=2),
        word(DIFFERENT, "a#0", "c#0", minute=3),
    ]
    for order in permutations(words):
        rulings = Rulings.of(order)

        assert rulings.keeps_apart("a#0", "c#0")
        assert rulings.keeps_apart("a#0", "b#0")
        assert sorted(map(sorted, rulings.groups(["a#0", "b#0", "c#0"]))) == [
            ["a#0"],
            ["b#0", "c#0"],
        ]


def test_a_word_of_many_holds_where_later_ones_let_it() -> None:
    many = word(SAME, "a#0", "b#0", "c#0", "d#0", minute=1)
    assert Rulings.of([many]).groups(["a#0", "b#0", "c#0", "d#0"]) == [["a#0", "b#0", "c#0", "d#0"]]

    rulings = Rulings.of([many, word(DIFFERENT, "a#0", "b#0", minute=2)])

    assert rulings.keeps_apart("a#0", "b#0")
    assert many.correction_id in rulings.overruled
    groups = rulings.groups(["a#0", "b#0", "c#0", "d#0"])
    assert sorted(map(len, groups)) == [1, 3], "c and d stay with one of the two"


def test_an_incident_ruled_no_attack_is_retracted_with_all_that_joins_it() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    ruling = Correction(
        "c1",
        "analyst",
        NOON,
        CorrectionAction.NOT_AN_ATTACK,
        incident_ids=(incident_id_of("a1#0"),),
    )

    (retracted,) = book.apply(ruling)
    (still,) = book.apply(told("a2", after_hours=1))

    assert (retracted.status, retracted.change) == (IncidentStatus.RETRACTED, Change.RETRACTED)
    assert still.incident_id == retracted.incident_id
    assert (still.status, still.number_of_reports) == (IncidentStatus.RETRACTED, 2)


def test_a_report_ruled_no_attack_is_dropped_and_stays_away() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("a2", after_hours=1, deaths=toll(90)))

    (updated,) = book.apply(word(CorrectionAction.NOT_AN_ATTACK, "a2#0"))

    assert updated.number_of_reports == 1
    assert updated.deaths == toll(2)
    assert book.apply(told("a2", after_hours=1, deaths=toll(90))) == ()


def test_a_set_field_outranks_every_report_that_follows() -> None:
    book = IncidentBook()
    book.apply(told("a1"))

    (amended,) = book.apply(word(CorrectionAction.SET_FIELD, "a1#0", field="deaths", value="7"))
    (later,) = book.apply(told("a2", after_hours=1, deaths=toll(3)))

    assert (amended.deaths, later.deaths) == (toll(7), toll(7))
    assert amended.headline.endswith("7 killed")


def test_rulings_survive_a_restart() -> None:
    book = IncidentBook()
    rulings = (
        word(DIFFERENT, "a1#0", "a2#0"),
        word(CorrectionAction.SET_FIELD, "a1#0", minute=1, field="outcome", value="foiled"),
    )
    records: dict[str, Incident] = {}
    for change in (told("a1"), told("a2", after_hours=1), *rulings):
        records |= {incident.incident_id: incident for incident in book.apply(change)}
    restored = IncidentBook()
    for ruling in rulings:
        restored.follow([ruling])
    for record in records.values():
        restored.restore(record)

    probe = told("a3", after_hours=2)

    assert restored.apply(probe) == book.apply(probe)


def test_a_word_that_is_undone_leaves_what_the_machine_says() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("a2", after_hours=1))
    ruling = word(DIFFERENT, "a1#0", "a2#0")
    book.apply(ruling)

    (survivor, gone) = book.apply(undone(ruling))

    assert survivor.number_of_reports == 2
    assert gone.superseded_by == survivor.incident_id
    assert book.apply(undone(ruling)) == book.apply(ruling) == ()


def test_a_field_is_as_reported_again_after_an_undo() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    ruling = word(CorrectionAction.SET_FIELD, "a1#0", field="deaths", value="7")
    book.apply(ruling)

    (back,) = book.apply(undone(ruling))

    assert back.deaths == toll(2)


def test_a_correction_of_the_same_id_replaces_the_earlier_one_in_any_order() -> None:
    first = word(CorrectionAction.SET_FIELD, "a#0", field="deaths", value="7")
    second = replace(first, at=first.at + timedelta(hours=1), value="8")
    for order in permutations((first, second)):
        assert Rulings.of(order).words == {first.correction_id: second}


def test_a_revision_that_names_another_incident_lets_go_of_the_first() -> None:
    book = IncidentBook()
    (first,) = book.apply(told("a1"))
    book.apply(told("b1", location=TANF))
    ruling = word(CorrectionAction.SET_FIELD, "a1#0", field="deaths", value="7")
    revised = replace(ruling, at=ruling.at + timedelta(hours=1), event_ids=("b1#0",))
    (amended,) = book.apply(ruling)
    restored = IncidentBook()
    restored.restore(amended)
    restored.follow([ruling, revised])

    for each in (book, restored):
        each.apply(revised)
        record = each.get(first.incident_id)
        assert record is not None
        assert record.deaths == toll(2)


def test_vetoed_reports_ruled_the_same_make_a_record_that_can_be_read_back() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))

    survivor, _gone = book.apply(word(SAME, "a1#0", "b1#0"))

    assert decode_incident(encode_incident(survivor)) == survivor
    (match,) = [report.match for report in survivor.reports if report.match is not None]
    assert rulings_of(match) == (word(SAME, "a1#0", "b1#0").correction_id,)
    assert match.weight < -60


def test_a_report_that_fits_one_of_two_ruled_the_same_joins_both() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))
    book.apply(word(SAME, "a1#0", "b1#0"))

    book.apply(told("a2", after_hours=1))
    book.apply(told("b2", location=TANF, date=on(6), after_hours=49))

    assert together(book, "a1#0", "a2#0")
    assert together(book, "a1#0", "b2#0")


def test_an_incident_that_was_parted_again_states_no_ruling() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    book.apply(told("b1", location=TANF, date=on(6), after_hours=48))
    ruling = word(SAME, "a1#0", "b1#0")
    book.apply(ruling)

    book.apply(undone(ruling))

    parted = book.incident_of("b1#0")
    assert parted is not None
    assert [report.match for report in parted.reports] == [None]


def test_a_ruling_followed_before_its_effect_was_published_still_takes_effect() -> None:
    """A worker that died between reading a correction and writing: it comes again."""
    book = IncidentBook()
    records = [*book.apply(told("a1")), *book.apply(told("a2", after_hours=1))]
    ruling = word(DIFFERENT, "a1#0", "a2#0")
    restored = IncidentBook()
    restored.restore(records[-1])
    restored.follow([ruling])

    assert len(restored.apply(ruling)) == 2
    assert not together(restored, "a1#0", "a2#0")


def test_a_later_word_tells_which_earlier_ones_it_overrules() -> None:
    words = [
        word(SAME, "a#0", "b#0", minute=1),
        word(SAME, "b#0", "c#0", minute=2),
        word(DIFFERENT, "a#0", "c#0", minute=3),
        word(CorrectionAction.SET_FIELD, "a#0", minute=4, field="deaths", value="1"),
        word(CorrectionAction.SET_FIELD, "a#0", minute=5, field="deaths", value="2"),
    ]
    rulings = Rulings.of(words)
    assert rulings.overruled == {words[0].correction_id, words[3].correction_id}
    assert rulings.standing() == [words[1], words[2], words[4]]


def test_a_revision_whose_report_is_silenced_takes_back_the_earlier_one() -> None:
    book = IncidentBook()
    book.apply(told("a1", ordinal=1))
    book.apply(word(CorrectionAction.NOT_AN_ATTACK, "a1#0"))

    (gone,) = book.apply(told("a1", after_hours=1, title="revised"))

    assert gone.status is IncidentStatus.RETRACTED


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("sub_event_type", "Suicide bomb", SubEventType.SUICIDE_BOMB),
        ("deaths", "12", Toll(12, 12, 12)),
        ("date", "2024-03-05", on(5)),
        ("weapons", "rocket, drone", (Weapon.ROCKET, Weapon.DRONE)),
    ],
)
def test_fields_are_set_from_what_an_analyst_writes(
    name: str, text: str, value: SubEventType | Toll | DateInterval | tuple[Weapon, ...]
) -> None:
    assert setting(name, text) == value


@pytest.mark.parametrize(
    "correction",
    [
        word(SAME, "a#0"),
        word(SAME, "a#0", "a#0"),
        word(CorrectionAction.NOT_AN_ATTACK),
        word(CorrectionAction.SET_FIELD, "a#0"),
        word(CorrectionAction.SET_FIELD, "a#0", field="deaths", value="many"),
        word(CorrectionAction.SET_FIELD, "a#0", field="deaths", value="-1"),
        word(CorrectionAction.SET_FIELD, "a#0", field="headline", value="x"),
    ],
)
def test_what_cannot_be_followed_is_refused_and_changes_nothing(correction: Correction) -> None:
    assert isinstance(checked(correction), Rejected)
    assert IncidentBook().apply(correction) == ()
