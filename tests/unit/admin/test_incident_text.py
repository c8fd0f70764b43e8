from dataclasses import replace
from datetime import UTC, date, datetime

from workers.admin.incident_text import Seen, incident_block, printable, toll, when, where
from workers.model import (
    Actor,
    Attribution,
    Certainty,
    Change,
    DateInterval,
    DatePrecision,
    Disagreement,
    Incident,
    IncidentStatus,
    Outcome,
    Place,
    SubEventType,
    Toll,
    WherePrecision,
)

FIRST_TOLD = datetime(2024, 5, 5, 20, 10, tzinfo=UTC)
INCIDENT = Incident(
    incident_id="inc-1",
    version=2,
    status=IncidentStatus.ACTIVE,
    change=Change.UPDATED,
    reports=(),
    sub_event_type=SubEventType.SHELLING,
    outcome=Outcome.CARRIED_OUT,
    certainty=Certainty.REPORTED,
    first_reported_at=FIRST_TOLD,
    last_reported_at=FIRST_TOLD,
    headline="Rocket attack on a field",
    number_of_reports=3,
    number_of_sources=2,
    independent_origins=1,
    languages=("ar", "en"),
    confidence=0.625,
    config="c",
    date=DateInterval(date(2024, 5, 5), date(2024, 5, 5), DatePrecision.DAY),
    location=Place("Conoco", "SY", WherePrecision.NEAR, admin1="Deir ez-Zor", country="Syria"),
    deaths=Toll(2, 5, 7),
    injured=Toll(4, 4, 4),
)


def test_a_block_tells_headline_place_day_toll_and_who_tells_it() -> None:
    assert incident_block(INCIDENT).splitlines() == [
        "UPDATED   Rocket attack on a field",
        "  inc-1 v2 active",
        "  where    Conoco, Deir ez-Zor, Syria (near the place)",
        "  when     2024-05-05",
        "  killed   5 (2 to 7)",
        "  injured  4",
        "  told by  3 reports, 2 sources, 1 independent origin; ar en; confidence 0.62",
    ]


def test_what_changed_since_it_was_last_shown_is_told() -> None:
    before = Seen.of(replace(INCIDENT, deaths=Toll(2, 2, 2)))
    block = incident_block(INCIDENT, before)
    assert "killed   2 -> 5 (2 to 7)" in block
    assert "injured  4\n" in block


def test_unknown_figures_are_left_out_and_zero_is_told() -> None:
    assert toll(None) == ""
    assert toll(Toll(0, 0, 0)) == "0"
    assert toll(Toll(0, 0, 0), Toll(3, 3, 3)) == "3 -> 0"
    assert "killed" not in incident_block(replace(INCIDENT, deaths=None))


def test_unknown_place_and_day_are_said_to_be_unknown() -> None:
    assert where(None) == "unknown"
    assert when(None) == "unknown"


def test_a_span_of_days_has_two_ends() -> None:
    span = DateInterval(date(2024, 5, 5), date(2024, 5, 7), DatePrecision.TWO_TO_SIX_DAYS)
    assert when(span) == "2024-05-05 to 2024-05-07"


def test_a_place_named_like_its_province_is_named_once() -> None:
    place = Place("Idlib", "SY", WherePrecision.ADMIN1, admin1="Idlib", country="Syria")
    assert where(place) == "Idlib, Syria (province)"


def test_attackers_beyond_a_few_are_counted() -> None:
    actors = tuple(Actor(f"Group {n}", "", Attribution.SUSPECTED) for n in range(6))
    block = incident_block(replace(INCIDENT, actors=actors))
    assert "Group 3 (suspected) and 2 more" in block
    assert "Group 4" not in block


def test_disagreements_and_successors_are_told() -> None:
    differing = (Disagreement("deaths", (("3", ("e1",)), ("5", ("e2",)))),)
    block = incident_block(
        replace(INCIDENT, disagreements=differing, supersedes=("inc-0",), superseded_by="inc-9")
    )
    assert "differ   deaths: 3 / 5" in block
    assert "replaces inc-0" in block
    assert "now in   inc-9" in block


def test_words_of_an_article_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2Jcleared\x07\r\nnext\x9b31m\u202egnirts\u2066"
    assert printable(hostile) == "[2Jcleared  next31mgnirts"
    block = incident_block(replace(INCIDENT, headline=hostile, superseded_by=hostile))
    assert not set(block) & set("\x1b\x07\r\x9b\u202e\u2066")


def test_arabic_is_shown_as_it_is() -> None:
    assert printable("قصفٌ على المدينة") == "قصفٌ على المدينة"


def test_a_field_of_a_paragraph_is_cut() -> None:
    assert len(printable("x" * 5000)) == 200


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b" not in incident_block(INCIDENT)
    assert "\x1b[36mUPDATED" in incident_block(INCIDENT, colour=True)
