"""The launcher's parts that need no Java; that it starts Kafka, every integration test shows."""

import os
from pathlib import Path

import pytest

from tests.integration.running import real_kafka

kafka = real_kafka()


def three_nodes(folder: Path) -> list[object]:
    return [kafka.Node(n, folder / f"node-{n}", 10 + n, 20 + n) for n in (1, 2, 3)]


def test_without_java_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(kafka, "RUN", tmp_path)
    assert kafka.main(["start"]) == 1
    assert "needs Java 17" in capsys.readouterr().err


def test_without_maven_it_works_once_the_jars_are_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = tmp_path / "java"
    java.write_text("")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(kafka, "RUN", tmp_path)
    assert "needs Maven" in (kafka.missing_tools() or "")
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs/pom.xml").write_bytes((kafka.HERE / "pom.xml").read_bytes())
    assert kafka.missing_tools() is None


def test_jars_of_an_older_pom_are_fetched_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "java").write_text("")
    (tmp_path / "java").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(kafka, "RUN", tmp_path)
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs/pom.xml").write_text("<project>older</project>")
    assert "needs Maven" in (kafka.missing_tools() or "")


def test_three_nodes_vote_with_each_other_and_keep_three_copies(tmp_path: Path) -> None:
    first, *_ = three_nodes(tmp_path)
    voters = "1@127.0.0.1:21,2@127.0.0.1:22,3@127.0.0.1:23"
    lines = kafka._properties(first, voters, 3).splitlines()  # noqa: SLF001
    assert f"controller.quorum.voters={voters}" in lines
    assert "offsets.topic.replication.factor=3" in lines
    assert "transaction.state.log.min.isr=2" in lines
    assert "auto.create.topics.enable=false" in lines


def test_a_process_that_is_not_this_node_is_never_taken_for_it(tmp_path: Path) -> None:
    """A pid file survives a crash of the machine; its number may be anybody's by then."""
    nodes = three_nodes(tmp_path)
    (tmp_path / "node-1").mkdir()
    (tmp_path / "node-1/pid").write_text(str(os.getpid()))
    cluster = kafka.Cluster(tmp_path, nodes)
    assert cluster.running() == []
    cluster.stop()
    assert not tmp_path.exists()


def test_status_says_when_nothing_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kafka, "RUN", tmp_path)
    assert kafka.main(["status"]) == 3
    assert "no Kafka of this project runs" in capsys.readouterr().out
