"""The command line as a user meets it: outputs, exit codes, one clear line for each error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workers.__main__ import main
from workers.cli.parser import COMMANDS

GOOD = {
    "id": "a1",
    "source": "example.org",
    "published_at": "2024-05-02T09:00:00+03:00",
    "title": "Car bomb kills four people in Mosul",
    "body": "A car bomb exploded in a market in Mosul on Wednesday, killing four people.",
}
PEACE = {**GOOD, "id": "a2", "title": "Rain expected", "body": "Rain is expected in Mosul."}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in (GOOD, PEACE)), encoding="utf-8")
    return path


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_run_writes_events_with_their_incident_and_incidents(
    articles: Path, tmp_path: Path
) -> None:
    events, incidents = tmp_path / "e.jsonl", tmp_path / "i.jsonl"
    assert main(["run", str(articles), "--events", str(events), "--incidents", str(incidents)]) == 0
    (event,) = lines(events)
    (incident,) = lines(incidents)
    assert event["article_id"] == "a1"
    assert event["incident_id"] == incident["incident_id"]


def test_the_same_input_gives_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    """In processes of their own: the seed of hash() differs from one to the next."""
    outputs = []
    for seed in ("1", "2"):
        events = tmp_path / f"e{seed}.jsonl"
        incidents = tmp_path / f"i{seed}.jsonl"
        command = [sys.executable, "-m", "workers", "run", str(articles)]
        command += ["workers/samples/articles.jsonl", "--events", str(events)]
        subprocess.run(  # noqa: S603  # our own command, no shell
            [*command, "--incidents", str(incidents)],
            check=True,
            cwd=Path(__file__).parents[3],
            env={"PYTHONHASHSEED": seed},
        )
        outputs.append((events.read_bytes(), incidents.read_bytes()))
    assert outputs[0] == outputs[1]
    assert outputs[0][1]


def test_bad_lines_are_told_with_file_line_and_reason_and_skipped(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with articles.open("ab") as file:
        file.write(b'\n{"source": "x"}\nnonsense\n')
    assert main(["run", str(articles), "--json", "--incidents", str(tmp_path / "i")]) == 3
    told = capsys.readouterr()
    assert f"{articles}:4: missing_field: body: is required" in told.err
    assert f"{articles}:5: not_json" in told.err
    result = json.loads(told.out)
    assert result["counts"] == {"articles": 2, "refused": 2, "events": 1, "incidents": 1}
    assert [each["line"] for each in result["refused"]] == [4, 5]
    assert "incidents" not in result


def test_without_outputs_a_summary_is_readable(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(articles)]) == 0
    out = capsys.readouterr().out
    assert "Mosul" in out
    assert out.rstrip().endswith("2 articles, 1 event, 1 incident")


def test_a_file_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "/nowhere/a.jsonl"]) == 1
    assert capsys.readouterr().err == "tawatur: /nowhere/a.jsonl: No such file or directory\n"


def test_an_output_that_cannot_be_written_is_one_line(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(articles), "--events", "/nowhere/e.jsonl"]) == 1
    assert capsys.readouterr().err == "tawatur: /nowhere/e.jsonl: No such file or directory\n"


def test_explain_shows_each_field_with_its_words(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(articles)]) == 0
    out = capsys.readouterr().out
    assert "event 1: " in out
    assert "Mosul]" in out
    assert "\x1b" not in out


def test_explain_as_json_holds_the_words_of_each_field(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(articles), "--json"]) == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert any("Mosul" in word for words in event["words"].values() for word in words)


def test_explain_takes_a_line_of_many(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(articles), "--line", "2"]) == 0
    assert "No violent event" in capsys.readouterr().out
    assert main(["explain", str(articles), "--line", "3"]) == 1
    assert "--line 3" in capsys.readouterr().err


def test_explain_takes_plain_text_with_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD["body"], encoding="utf-8")
    assert main(["explain", str(path)]) == 3
    assert "--published-at gives it" in capsys.readouterr().err
    assert main(["explain", str(path), "--published-at", "2024-05-02"]) == 0
    assert "2024-05-01" in capsys.readouterr().out
    assert main(["explain", str(path), "--published-at", "yesterday"]) == 1
    assert "--published-at yesterday" in capsys.readouterr().err


def test_without_a_command_the_help_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"tawatur {command}" in capsys.readouterr().out


def test_run_starts_without_a_kafka_client() -> None:
    code = (
        "import sys; from workers.cli.parser import parser; parser(['run', 'x']);"
        "sys.exit(any(name in sys.modules for name in ('kafka', 'faust', 'aiokafka')))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)  # noqa: S603
    assert done.returncode == 0
