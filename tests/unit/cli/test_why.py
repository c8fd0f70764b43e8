"""`tawatur why` on files of `tawatur run`."""

import json

import pytest

from tests.unit.cli.articles_of import Files
from workers.__main__ import main


def test_it_shows_each_report_with_its_waterfall(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", files.id_of("m1"), "--incidents", str(files.incidents)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(files.incident_of("m1")["headline"])
    assert "founded the incident" in out
    assert "% one attack" in out
    assert "same_point" in out


def test_a_reports_id_leads_to_its_incident(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = files.report_of("m2")
    assert main(["why", asked, "--incidents", str(files.incidents), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["incident"]["incident_id"] == files.id_of("m2")
    assert told["event_id"] == asked
    founded, joined = told["reports"]
    assert founded["founded"]
    assert founded["match"] is None
    features = [row["weight"] for row in joined["match"]["features"]]
    assert sum(features) == pytest.approx(joined["match"]["weight"], abs=0.01)


def test_the_id_of_an_incident_that_was_taken_over_leads_on(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, gone = files.records()[:2]
    gone |= {"status": "superseded", "superseded_by": kept["incident_id"], "reports": []}
    text = "".join(json.dumps(each) + "\n" for each in (kept, gone))
    files.incidents.write_text(text, encoding="utf-8")
    assert main(["why", gone["incident_id"], "--incidents", str(files.incidents)]) == 0
    out = capsys.readouterr().out
    assert f"{gone['incident_id']} was taken over by {kept['incident_id']}" in out
    assert kept["headline"] in out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("inc-0", "no incident and no report is known as inc-0 (of 3 incidents)"),
        ("recalled#0", "recalled#0 belongs to no incident: it only recalls an attack"),
    ],
)
def test_an_id_that_leads_nowhere_is_one_clear_line(
    files: Files, capsys: pytest.CaptureFixture[str], asked: str, said: str
) -> None:
    with files.events.open("a", encoding="utf-8") as events:
        events.write('{"event_id": "recalled#0", "incident_id": null}\n')
    found = ["--incidents", str(files.incidents), "--events", str(files.events)]
    assert main(["why", asked, *found]) == 1
    assert capsys.readouterr().err == f"tawatur: {said}\n"


def test_a_mistyped_id_is_told_what_is_like_it(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    known = files.id_of("m1")
    assert main(["why", known[:-1], "--incidents", str(files.incidents)]) == 1
    assert f"did you mean {known}?" in capsys.readouterr().err


def test_a_file_that_holds_no_incidents_is_named_with_its_line(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", "x", "--incidents", str(files.articles)]) == 1
    assert f"{files.articles}:1: no incident: missing_field" in capsys.readouterr().err


def test_without_files_and_broker_it_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KAFKA_BOOTSTRAP", raising=False)
    assert main(["why", "x"]) == 1
    assert "KAFKA_BOOTSTRAP is not set" in capsys.readouterr().err
    assert main(["why", "x", "--events", "e"]) == 1
    assert "go with --incidents" in capsys.readouterr().err
