"""Fields of our events put right: those that tell a gold event, and only what is asked for."""

from dataclasses import replace

from tests.golden.match_causes import FIELDS, put_right
from tests.unit.incidents.told import TANF, on, told, toll
from workers.model import Evidence, Role


def test_only_the_fields_asked_for_are_put_right_and_only_where_a_gold_event_is_told() -> None:
    ours, spare = told("a1"), told("a2")
    right = replace(ours, event_id="a1#gold", location=TANF, date=on(5), deaths=toll(9))

    made = put_right([(ours, "I-1"), (spare, None)], {("a1", "I-1"): right}, ["place"])

    assert made == [replace(ours, location=TANF), spare]


def test_a_day_put_right_is_said_where_the_label_has_one() -> None:
    assumed = told(evidence=(Evidence("place", "body", 0, 5),))
    right = told(role=Role.SECONDARY)

    made = put_right([(assumed, "I-1")], {("a1", "I-1"): right}, FIELDS)

    assert [evidence.field for evidence in made[0].evidence] == ["place", "date"]
    assert made[0].role is Role.SECONDARY
