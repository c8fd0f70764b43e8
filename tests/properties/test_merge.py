"""Merging is a function of the set of reports: idempotent, commutative, associative."""

from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.world import world
from workers.incidents.records import origins_of
from workers.incidents.survivorship import merged
from workers.model import Incident, Report

EVENTS = world(5, attacks=4, days=1, towns=2, noise=0.3).events
REPORTS = st.lists(st.sampled_from([Report(event, "") for event in EVENTS]), min_size=1)


def made_of(*parts: Incident | list[Report]) -> Incident:
    reports = [
        report
        for part in parts
        for report in (part.reports if isinstance(part, Incident) else part)
    ]
    return merged("inc-1", reports, "test")


@given(REPORTS)
def test_merging_with_itself_changes_nothing(reports: list[Report]) -> None:
    incident = made_of(reports)

    assert made_of(incident, incident) == incident
    assert made_of(reports, reports) == incident


@given(REPORTS, REPORTS)
def test_merging_commutes(first: list[Report], second: list[Report]) -> None:
    assert made_of(first, second) == made_of(second, first)


@given(REPORTS, REPORTS, REPORTS)
def test_merging_associates(a: list[Report], b: list[Report], c: list[Report]) -> None:
    left = made_of(made_of(made_of(a), made_of(b)), made_of(c))
    right = made_of(made_of(a), made_of(made_of(b), made_of(c)))

    assert left == right == made_of(a, b, c)


@given(REPORTS, REPORTS)
def test_origins_known_from_before_change_nothing(
    first: list[Report], second: list[Report]
) -> None:
    known = origins_of(made_of(first))

    assert merged("inc-1", [*first, *second], "test", known) == made_of(first, second)


@given(REPORTS)
def test_what_an_incident_counts_is_in_bounds(reports: list[Report]) -> None:
    incident = made_of(reports)

    assert 1 <= incident.independent_origins <= incident.number_of_reports
    assert incident.number_of_sources <= incident.number_of_reports
    assert 0.0 <= incident.confidence <= 1.0
    if incident.deaths is not None:
        assert incident.deaths.low <= incident.deaths.best <= incident.deaths.high
    assert "\n" not in incident.headline
