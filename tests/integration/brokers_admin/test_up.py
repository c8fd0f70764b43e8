"""`tawatur up` as a newcomer runs it, without a terminal: it ends, and nothing of it stays."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.running import Broker
from workers.admin.connections import read_to_end
from workers.model import Incident, IncidentStatus
from workers.samples import articles, malformed
from workers.settings import VARIABLES, Settings
from workers.wire import decode_incident
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

DEADLINE_S = 120.0


def environment(settings: Settings) -> dict[str, str]:
    told = {name: getattr(settings, field) for field, (name, _parse) in VARIABLES.items()}
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return kept | {name: str(value) for name, value in told.items() if value is not None}


@contextmanager
def up(settings: Settings, folder: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running `tawatur up`, its output in `folder`; killed at the end if it still runs."""
    with (folder / "out").open("wb") as out, (folder / "err").open("wb") as err:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "workers", "up", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment(settings),
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(found: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not found():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def descendants(pid: int) -> set[int]:
    """The processes that `pid` started, and theirs. Source: proc(5)."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, check=True)  # noqa: S607
    rows = [line.split() for line in listed.stdout.splitlines()]
    parents = {int(child): int(parent) for child, parent in rows}
    found: set[int] = set()
    level = {pid}
    while level:
        level = {child for child, parent in parents.items() if parent in level}
        found |= level
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    listed = subprocess.run(  # noqa: S603 - our own command
        ["ps", "-o", "stat=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        check=False,
    )
    return bool(listed.stdout) and not listed.stdout.strip().startswith(b"Z")


def last_versions(settings: Settings) -> dict[str, Incident]:
    records = read_to_end(settings, [settings.topic(Topic.INCIDENTS)])
    versions = [decode_incident(record.value) for record in records if record.value is not None]
    return {each.incident_id: each for each in versions}


def test_once_ends_by_itself_with_everything_processed_and_shown(
    settings: Settings, tmp_path: Path
) -> None:
    with up(settings, tmp_path, "--once", "--delay", "0.01") as process:
        code = process.wait(DEADLINE_S)
    out, err = (tmp_path / "out").read_text(), (tmp_path / "err").read_text()
    assert code == 0, err
    assert f"{len(articles()) + len(malformed())} messages published" in out
    refused = re.search(r"(\d+) refused, now dead letters: (.+)", out)
    assert refused is not None
    assert refused[1] == str(len(malformed()))
    assert {"1 not_json", "1 bad_date", "1 not_utf8", "1 empty"} <= set(refused[2].split(", "))
    versions = last_versions(settings)
    gone = (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED)
    standing = [each for each in versions.values() if each.status not in gone]
    reports = sum(each.number_of_reports for each in standing)
    assert standing
    assert f"{len(standing)} incidents out of {reports} reports" in out
    for incident in versions.values():
        assert f"  {incident.incident_id} v{incident.version} {incident.status}" in out


def test_without_a_broker_it_brings_its_own_and_says_what_that_one_cannot(tmp_path: Path) -> None:
    own = Settings(run_dir=str(tmp_path), partitions=2)
    few = tmp_path / "few.jsonl"
    few.write_bytes(b"\n".join(articles()[:5]))
    with up(own, tmp_path, "--once", "--articles", str(few)) as process:
        code = process.wait(DEADLINE_S)
    err = (tmp_path / "err").read_text()
    assert code == 0, err
    assert "no transactions" in err
    assert "5 messages published" in (tmp_path / "out").read_text()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_it_ends_everything_that_it_started(
    tmp_path: Path, sent: signal.Signals
) -> None:
    own = Settings(run_dir=str(tmp_path), partitions=2)
    few = tmp_path / "few.jsonl"
    few.write_bytes(b"\n".join(articles()[:3]))
    with up(own, tmp_path, "--articles", str(few)) as process:
        said = tmp_path / "err"
        until(lambda: b"for more" in said.read_bytes() or process.poll() is not None, "it is up")
        assert process.poll() is None, said.read_text()
        started = descendants(process.pid)
        assert len(started) == 4  # two guards, the broker and the worker
        process.send_signal(sent)
        code = process.wait(DEADLINE_S)
    assert code == (-sent if sent is signal.SIGKILL else 0)
    until(lambda: not any(map(is_alive, started)), "all have ended")


@pytest.mark.parametrize("broker", ["embedded"], indirect=True)
def test_a_worker_that_fails_is_told_with_its_last_words(
    broker: Broker, settings: Settings, tmp_path: Path
) -> None:
    assert not broker.transactions
    environ = environment(settings) | {"TAWATUR_METRICS_PORT": "0", "TAWATUR_LOG_LEVEL": "INFO"}
    environ["PYTHONPATH"] = str(tmp_path)
    # Python itself runs this when it starts: only the worker falls over it.
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nif sys.argv[1:] == ['worker'] or 'worker' in sys.orig_argv[-1:]:\n"
        "    sys.exit('no luck today')\n"
    )
    result = subprocess.run(
        [sys.executable, "-m", "workers", "up", "--once"],
        capture_output=True,
        env=environ,
        timeout=DEADLINE_S,
        check=False,
    )
    assert result.returncode == 1
    assert b"the worker ended with code 1" in result.stderr
    assert b"no luck today" in result.stderr
