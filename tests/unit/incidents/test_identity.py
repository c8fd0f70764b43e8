"""Ids of incidents: from the founding event, inherited by the right cluster."""

from datetime import UTC, datetime

from workers.incidents.identity import assign, heir, incident_id_of

EARLY, LATE = datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 2, tzinfo=UTC)


def test_ids_come_from_the_founding_event_alone() -> None:
    assert incident_id_of("a#0") == incident_id_of("a#0") != incident_id_of("a#1")
    assert incident_id_of("a#0").startswith("inc-")


def test_the_cluster_with_the_founding_event_is_the_heir() -> None:
    founded = incident_id_of("a#0")

    assert heir(founded, ["a#0", "b#0", "c#0"], [["b#0", "c#0"], ["a#0"]]) == 1


def test_without_the_founding_event_most_members_decide() -> None:
    assert heir("inc-x", ["b#0", "c#0", "d#0"], [["b#0"], ["c#0", "d#0"]]) == 1
    assert heir("inc-x", ["b#0"], [["z#0"]]) is None


def test_the_oldest_of_merged_incidents_survives() -> None:
    names, superseded = assign(
        [["a#0", "b#0"]],
        {"inc-2": ["b#0"], "inc-1": ["a#0"]},
        {"inc-2": EARLY, "inc-1": LATE},
        lambda index: f"new-{index}",
    )

    assert names == {0: "inc-2"}
    assert superseded == {"inc-1": "inc-2"}


def test_a_new_cluster_takes_its_own_name() -> None:
    assert assign([["a#0"]], {}, {}, lambda index: f"new-{index}") == ({0: "new-0"}, {})
