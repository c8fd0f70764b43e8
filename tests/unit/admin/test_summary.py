from collections import Counter
from dataclasses import replace

from tests.unit.admin.test_incident_text import INCIDENT
from workers.admin.summary import Summary
from workers.model import IncidentStatus


def test_the_last_version_of_each_incident_counts_and_those_merged_away_do_not() -> None:
    summary = Summary(published=9)
    summary.take(replace(INCIDENT, incident_id="a", version=1, number_of_reports=1))
    summary.take(replace(INCIDENT, incident_id="a", version=2, number_of_reports=3))
    summary.take(replace(INCIDENT, incident_id="b", number_of_reports=2))
    summary.take(replace(INCIDENT, incident_id="b", status=IncidentStatus.SUPERSEDED))
    summary.take(replace(INCIDENT, incident_id="c", number_of_reports=1))
    text = summary.text()
    assert "9 messages published" in text
    assert "2 incidents out of 4 reports" in text
    assert "0 refused, now dead letters\n" in text


def test_those_that_most_reports_were_merged_into_come_first_and_single_ones_are_not_named() -> (
    None
):
    summary = Summary()
    for number in range(1, 9):
        name = f"Attack number {number}"
        summary.take(replace(INCIDENT, incident_id=name, headline=name, number_of_reports=number))
    named = [line for line in summary.text().splitlines() if "Attack number" in line]
    assert [line[-1] for line in named] == ["8", "7", "6", "5", "4"]
    assert "Attack number 1" not in summary.text()


def test_reasons_are_told_most_frequent_first() -> None:
    summary = Summary(refused=Counter({"empty": 1, "not_json": 3}))
    assert "4 refused, now dead letters: 3 not_json, 1 empty" in summary.text()
