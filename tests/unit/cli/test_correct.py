"""`tawatur correct` on files, and `tawatur run` that follows what it wrote."""

import json

import pytest

from tests.unit.cli.articles_of import Files
from workers.__main__ import main


def corrected(files: Files) -> int:
    """Runs with the corrections."""
    return files.run("--corrections", str(files.corrections))


def test_two_incidents_ruled_the_same_are_one_in_the_next_run(files: Files) -> None:
    first, second = files.id_of("m1"), files.id_of("b1")
    assert first != second
    assert files.correct("same", first, second, "--reason", "one operation") == 0
    assert corrected(files) == 0
    assert files.id_of("m1") == files.id_of("b1")


def test_two_reports_ruled_different_part_in_the_next_run(files: Files) -> None:
    assert files.id_of("m1") == files.id_of("m2")
    assert files.correct("different", files.report_of("m1"), files.report_of("m2")) == 0
    assert corrected(files) == 0
    assert files.id_of("m1") != files.id_of("m2")


def test_a_field_and_no_attack_hold_in_the_next_run_and_not_after_an_undo(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert files.correct("set", files.id_of("m1"), "deaths", "9") == 0
    assert files.correct("not-an-attack", files.id_of("b1")) == 0
    assert files.correct("not-an-attack", files.report_of("d1")) == 0
    assert corrected(files) == 0
    assert files.incident_of("m1")["deaths"]["best"] == 9
    assert files.incident_of("b1")["status"] == "retracted"
    assert "Damascus" not in files.incidents.read_text(encoding="utf-8")

    capsys.readouterr()
    assert files.correct("list", "--json") == 0
    words = json.loads(capsys.readouterr().out)
    assert [(each["action"], each["state"]) for each in words] == [
        ("set_field", "holds"),
        ("not_an_attack", "holds"),
        ("not_an_attack", "holds"),
    ]
    for each in words:
        assert files.correct("undo", each["correction_id"]) == 0
    assert "comes back when its article is published again" in capsys.readouterr().out
    assert corrected(files) == 0
    assert files.incident_of("m1")["deaths"]["best"] == 4
    assert files.incident_of("b1")["status"] == "active"
    assert files.incident_of("d1")
    assert files.correct("undo", words[0]["correction_id"]) == 1
    assert "is undone already" in capsys.readouterr().err


def test_it_shows_what_changes_and_writes_nothing_in_a_dry_run(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = files.id_of("m1"), files.id_of("b1")
    assert files.correct("same", first, second, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "MERGED" in out
    assert "would be written" in out
    assert not files.corrections.exists()


def test_a_later_word_overrules_an_earlier_one(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = files.report_of("m1"), files.report_of("m2")
    for action in ("same", "different"):
        assert files.correct(action, first, second) == 0
    capsys.readouterr()
    assert files.correct("list") == 0
    out = capsys.readouterr().out
    assert "overruled   same" in out
    assert "holds       different" in out
    assert "2 corrections" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("same", "m1", "nothing"), "no incident and no report is known as nothing"),
        (("same", "m1", "d1"), "is filed under IQ and "),
        (("different", "m1", "d1"), "so they are apart already, and stay so"),
        (("same", "m1", "m2"), "are one already"),
        (("set", "m1", "deaths", "many"), "value: invalid literal"),
        (("set", "m1", "deaths", "-1"), "value: -1 is negative"),
        (("set", "m1", "outcome", "won"), "value: 'won' is not a valid Outcome"),
        (("undo", "c-1"), "no correction is known as c-1"),
    ],
)
def test_what_cannot_hold_is_refused_with_its_reason(
    files: Files, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    named = [files.id_of(word) if word in ("m1", "m2", "d1") else word for word in words]
    assert files.correct(*named) == 1
    assert said in capsys.readouterr().err
    assert not files.corrections.exists()


def test_a_field_that_cannot_be_set_is_named(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        files.correct("set", "inc-1", "headline", "x")
    assert "invalid choice: 'headline'" in capsys.readouterr().err


def test_bad_lines_and_idle_corrections_of_a_run_are_told(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    word = {
        "correction_id": "c-1",
        "author": "desk",
        "at": "2024-05-03T00:00:00Z",
        "action": "same",
        "event_ids": ["x#0", "y#0"],
    }
    two = word | {
        "correction_id": "c-2",
        "event_ids": [files.report_of("m1"), files.report_of("d1")],
    }
    one = word | {"correction_id": "c-3", "event_ids": ["x#0"]}
    lines = [json.dumps(each) for each in (word, two, one)]
    files.corrections.write_text("\n".join([*lines, "garbage", ""]), encoding="utf-8")
    assert corrected(files) == 3
    err = capsys.readouterr().err
    assert f"{files.corrections}:3: bad_value: event_ids" in err
    assert f"{files.corrections}:4: not_json" in err
    assert "correction waits: same x#0, y#0" in err
    assert "correction cannot hold: same" in err
    assert "its reports are filed under IQ and SY" in err


def test_incidents_of_a_file_need_a_file_for_the_corrections(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct", "list", "--incidents", str(files.incidents)]) == 1
    assert "--incidents goes with --corrections" in capsys.readouterr().err
