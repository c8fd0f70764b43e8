"""The waterfall that explains an incident."""

from tests.unit.incidents.told import NOON, bridged, told
from workers.incidents import IncidentBook
from workers.incidents.why import spoken, why
from workers.model import Correction, CorrectionAction


def test_it_tells_how_each_report_came_in() -> None:
    book = IncidentBook()
    book.apply(told("a1"))
    (incident,) = book.apply(told("a2", after_hours=2))

    lines = why(incident).splitlines()

    assert lines[0] == incident.headline
    assert "   founded the incident" in lines
    assert any(line.startswith("   prior ") for line in lines)
    assert any("same_point" in line and "+" in line for line in lines)
    assert any("% one attack" in line for line in lines)


def test_it_tells_what_was_taken_over() -> None:
    book = IncidentBook()
    early, late, bridge = bridged()
    book.apply(early)
    book.apply(late)
    survivor, gone = book.apply(bridge)

    assert f"took over {gone.incident_id}" in why(survivor)
    assert f"was taken over by {survivor.incident_id}" in why(gone)


def test_a_word_on_many_reports_is_told_shortly() -> None:
    ids = tuple(f"a{number}#0" for number in range(9))
    word = Correction("c-1", "desk", NOON, CorrectionAction.SAME, ids)

    assert spoken(word).startswith("same a0#0, a1#0, a2#0, a3#0 and 5 more (c-1, desk, ")
