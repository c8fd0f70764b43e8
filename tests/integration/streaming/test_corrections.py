"""Analysts' corrections on both brokers: they change the output, and go on doing so."""

import json
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.integration.streaming.support import (
    DEADLINE_S,
    Feed,
    Workers,
    environment,
    final,
    output,
    wait_until,
)
from workers.__main__ import main
from workers.admin.connections import producer, read_to_end
from workers.model import Correction, CorrectionAction
from workers.samples import articles
from workers.settings import Settings
from workers.streaming.corrections import home_of
from workers.wire import encode_correction
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

Record = dict[str, Any]


@pytest.fixture
def desk(
    installed: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> "Desk":
    for name, value in environment(installed).items():
        monkeypatch.setenv(name, value)
    return Desk(installed, capsys)


class Desk:
    """An analyst at the command line, and what the output says."""

    def __init__(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self._settings = settings
        self._capsys = capsys

    def command(self, *words: str) -> Any:
        """What `tawatur WORDS --json` prints."""
        self._capsys.readouterr()
        code = main([*words, "--json"])
        told = self._capsys.readouterr()
        assert code == 0, told.err
        return json.loads(told.out)

    def refused(self, *words: str) -> str:
        self._capsys.readouterr()
        assert main(list(words)) == 1
        return self._capsys.readouterr().err

    def incidents(self) -> dict[str, Record]:
        return final(output(self._settings))

    def until(self, incident_id: str, **fields: object) -> Record:
        """The record, once it says so."""

        def found() -> Record | None:
            record = self.incidents()[incident_id]
            said = {name: record[name] for name in fields}
            return record if said == fields else None

        return wait_until(found, f"{incident_id} says {fields}")

    def two(self, *, country: str = "SY") -> Sequence[str]:
        """The ids of two active incidents of a country."""
        found = [
            incident_id
            for incident_id, record in self.incidents().items()
            if record["status"] == "active"
            and record["location"] is not None
            and record["location"]["country_code"] == country
        ]
        return sorted(found)[:2]


def test_corrections_change_the_output_and_hold_after_a_kill(
    feed: Feed, workers: Workers, desk: Desk
) -> None:
    half = len(articles()) // 2
    feed.send(articles()[:half], partition=0)
    worker = workers.start()
    feed.wait_until_done()
    kept, gone = desk.two()
    before = desk.incidents()
    drill = next(
        i for i in sorted(before) if i not in (kept, gone) and before[i]["status"] == "active"
    )

    joined = desk.command("correct", "same", kept, gone, "--author", "desk")
    survivor = next(filter(None, (each["superseded_by"] for each in joined["changes"])))
    other = gone if survivor == kept else kept
    desk.until(other, status="superseded", superseded_by=survivor)
    desk.command("correct", "set", survivor, "deaths", "77", "--author", "desk")
    desk.until(survivor, deaths={"low": 77, "best": 77, "high": 77})
    desk.command("correct", "not-an-attack", drill, "--author", "desk")
    desk.until(drill, status="retracted")

    worker.kill()
    again = workers.start()
    assert sum(line["corrections"] for line in again.events("restored")) == 3
    feed.send(articles()[half:], partition=0)
    feed.wait_until_done()
    after = desk.incidents()
    assert after[survivor]["deaths"]["best"] == 77
    assert after[other]["superseded_by"] == survivor
    assert after[drill]["status"] == "retracted"
    assert {each["state"] for each in desk.command("correct", "list")} == {"holds"}
    told = desk.command("why", other)
    assert told["taken_over"] == [other]
    assert any(report["corrections"] for report in told["reports"])

    for each in desk.command("correct", "list"):
        desk.command("correct", "undo", each["correction_id"], "--author", "desk")
    back = desk.until(other, status="active")
    assert back["reports"]
    assert {each["state"] for each in desk.command("correct", "list")} == {"undone"}
    # The words are undone one by one, in any order: this may be the last of them.
    wait_until(
        lambda: desk.incidents()[survivor]["deaths"] != {"low": 77, "best": 77, "high": 77},
        f"{survivor} has its reports' toll again",
    )


def test_a_correction_written_while_no_worker_runs_holds_from_the_first_event_on(
    feed: Feed, workers: Workers, desk: Desk
) -> None:
    half = len(articles()) // 2
    feed.send(articles()[:half], partition=0)
    first = workers.start()
    feed.wait_until_done()
    first.kill()
    kept, gone = desk.two()
    desk.command("correct", "same", kept, gone, "--author", "desk")
    feed.send(articles()[half:], partition=0)
    workers.start()
    feed.wait_until_done()

    def one() -> bool:
        records = desk.incidents()
        return kept in (records[gone]["superseded_by"], gone) or (
            records[kept]["superseded_by"] == gone
        )

    wait_until(one, "the two are one")


def test_what_cannot_hold_is_refused_before_it_is_written(
    feed: Feed, workers: Workers, desk: Desk
) -> None:
    feed.send(articles(), partition=0)
    workers.start()
    feed.wait_until_done()
    syria, iraq = desk.two()[0], desk.two(country="IQ")[0]
    told = desk.refused("correct", "same", syria, iraq, "--author", "desk")
    assert "is filed under SY" in told
    assert "under IQ" in told
    assert "no incident and no report is known" in desk.refused(
        "correct", "not-an-attack", "inc-nothing"
    )
    assert "value: " in desk.refused("correct", "set", syria, "deaths", "many")
    assert desk.command("correct", "list") == []


def test_garbage_among_the_corrections_is_a_dead_letter_of_its_stage(
    installed: Settings, workers: Workers, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    topic, home = installed.topic(Topic.CORRECTIONS), home_of("SY", installed.partitions)
    word = Correction(
        "c", "desk", datetime(2024, 5, 1, tzinfo=UTC), CorrectionAction.SAME, ("a", "b")
    )
    with closing(producer(installed)) as kafka:
        for value in (b"{", None, b'{"correction_id": "c"}'):
            kafka.send(topic, key=b"SY", value=value).get(timeout=DEADLINE_S)
        kafka.send(topic, key=None, value=b"{}").get(timeout=DEADLINE_S)
        elsewhere = (home + 1) % installed.partitions
        kafka.send(topic, encode_correction(word), b"SY", partition=elsewhere).get(DEADLINE_S)
    workers.start()

    def letters() -> list[Any]:
        workers.check()
        return list(read_to_end(installed, [installed.dead_letter_topic(Topic.CORRECTIONS)]))

    wait_until(lambda: len(letters()) == 5, "five dead letters")
    told = [dict(letter.headers) for letter in letters()]
    assert {headers["stage"] for headers in told} == {b"correct"}
    assert any(b"the events of SY are in partition" in each["error-detail"] for each in told)
    assert desk.command("correct", "list") == []
    assert main(["correct", "list"]) == 0
    assert "0 corrections, 5 refused" in capsys.readouterr().out


@pytest.mark.parametrize("broker", ["kafka"], indirect=True)
def test_corrections_hold_when_partitions_change_hands(
    feed: Feed, workers: Workers, desk: Desk
) -> None:
    half = len(articles()) // 2
    first, second = workers.start(ready=False), workers.start(ready=False)
    wait_until(lambda: second.events("assigned") and first.events("assigned"), "both have work")
    feed.send(articles()[:half])
    feed.wait_until_done()
    one, other = desk.two()
    joined = desk.command("correct", "same", one, other, "--author", "desk")
    survivor = next(filter(None, (each["superseded_by"] for each in joined["changes"])))
    gone = other if survivor == one else one
    desk.until(gone, superseded_by=survivor)
    desk.command("correct", "set", survivor, "deaths", "77", "--author", "desk")
    desk.until(survivor, deaths={"low": 77, "best": 77, "high": 77})
    assert first.stop() == 0
    feed.send(articles()[half:])
    feed.wait_until_done()
    after = desk.incidents()
    assert after[gone]["superseded_by"] == survivor
    assert after[survivor]["deaths"]["best"] == 77
