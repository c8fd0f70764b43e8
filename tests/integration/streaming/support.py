"""A worker as a process that tests can kill and pause, and checkers of what came out of it.

The checkers are named after what they find: lost, doubled, went back, differ.
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any, TypeVar

from kafka.admin import KafkaAdminClient
from kafka.errors import RetriableError

from workers.admin.connections import admin_client, producer, read_to_end
from workers.admin.progress import Ends, Progress, committed_offsets, published_ends
from workers.cli.replay import Replay
from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.pipeline import CountryBooks
from workers.settings import VARIABLES, Settings
from workers.streaming.failure import Exit
from workers.wire.topics import Topic

T = TypeVar("T")

DEADLINE_S = 90.0
"""For everything that is waited for: generous, since two busy cores start a worker in 5 s or so."""
POLL_S = 0.1
ENDED = frozenset({"superseded", "retracted"})
ORDER_DEPENDENT = frozenset({"version", "change", "supersedes"})
"""Fields that tell how an incident came about, which differs with the order of arrival."""


def wait_until(found: Callable[[], T | None], what: str, deadline_s: float = DEADLINE_S) -> T:
    """The first true answer; fails the test when there is none in time."""
    deadline = time.monotonic() + deadline_s
    while True:
        if answer := found():
            return answer
        assert time.monotonic() < deadline, f"not within {deadline_s:.0f} s: {what}"
        time.sleep(POLL_S)


def environment(settings: Settings) -> dict[str, str]:
    """The variables that give a worker these settings."""
    told = {
        variable: str(getattr(settings, name))
        for name, (variable, _) in VARIABLES.items()
        if getattr(settings, name) is not None
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TAWATUR_")}
    return kept | told


class Worker:
    """One `tawatur worker` process. It cannot outlive the `with` block."""

    def __init__(self, settings: Settings, log: Path, command: Sequence[str] = ()) -> None:
        self.log = log
        self.asked_to_end = False
        arguments = command or [sys.executable, "-m", "workers", "worker"]
        with log.open("wb") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                arguments, stdout=output, stderr=subprocess.STDOUT, env=environment(settings)
            )

    def text(self) -> str:
        return self.log.read_text(errors="replace")

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log lines of that event."""
        lines = [line for line in self.text().splitlines() if line.startswith("{")]
        told = [json.loads(line) for line in lines if line.endswith("}")]
        return [line for line in told if line["event"] == name]

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of an endpoint; 0 while nobody listens."""
        listening = self.events("listening")
        if not listening:
            return 0, ""
        try:
            url = str(listening[0]["url"]) + path
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except (OSError, HTTPException):  # the latter: it ended while it answered
            return 0, ""

    def figures(self) -> dict[str, float]:
        """The metrics: name with labels -> value."""
        lines = self.get("/metrics")[1].splitlines()
        pairs = [line.rpartition(" ") for line in lines if not line.startswith("#")]
        return {name: float(value) for name, _, value in pairs}

    def wait_until_ready(self) -> None:
        def ready() -> bool:
            self.check()
            return self.get("/health/ready")[0] == 200

        wait_until(ready, "the worker is ready")

    def wait(self, deadline_s: float = DEADLINE_S) -> int:
        """The exit code, once it ended by itself."""
        return self._process.wait(deadline_s)

    @property
    def pid(self) -> int:
        return self._process.pid

    def exit_code(self) -> int | None:
        """How it ended; negative for a signal, None while it runs."""
        return self._process.poll()

    def running(self) -> bool:
        return self.exit_code() is None

    def has_failed(self, codes: Container[int]) -> bool:
        """Whether it ended by itself with one of these exit codes."""
        return not self.asked_to_end and self._process.poll() in codes

    def check(self) -> None:
        """Fails the test with the worker's log if it ended without being asked to."""
        assert self.asked_to_end or self.running(), self.text()[-3000:]

    def signal(self, sent: signal.Signals) -> None:
        """Sends a signal; nothing happens where it has ended."""
        self.asked_to_end = True
        self._process.send_signal(sent)

    def kill(self) -> None:
        self.signal(signal.SIGKILL)
        self._process.wait()

    def pause(self) -> None:
        self.asked_to_end = True  # a zombie may be fenced, which is what it is paused for
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> int:
        """Asks it to stop; the exit code."""
        self.asked_to_end = True
        self._process.send_signal(signal.SIGTERM)
        return self.wait()

    def end(self) -> None:
        if self.running():
            self._process.send_signal(signal.SIGCONT)
            self.kill()


RESTARTED = frozenset({Exit.BROKER, Exit.FENCED})
"""Exit codes after which a supervisor (systemd, Compose, Kubernetes) starts the worker again."""


@dataclass(slots=True)
class Workers:
    """Starts workers of one test and ends them with it.

    `supervised`: a worker that a broker's fault has ended is started again, as in production.
    """

    settings: Settings
    folder: Path
    started: list[Worker] = field(default_factory=list)
    supervised: bool = False

    def start(self, *, ready: bool = True, command: Sequence[str] = ()) -> Worker:
        log = self.folder / f"worker-{len(self.started)}.log"
        self.started.append(Worker(self.settings, log, command))
        if ready:
            self.started[-1].wait_until_ready()
        return self.started[-1]

    def check(self) -> None:
        for worker in tuple(self.started):
            if self.supervised and worker.has_failed(RESTARTED):
                worker.asked_to_end = True
                self.start(ready=False)
            worker.check()

    def end(self) -> None:
        for worker in self.started:
            worker.end()


class Feed:
    """Publishes articles and knows when all of them are done."""

    def __init__(self, workers: Workers, topic: Topic = Topic.ARTICLES) -> None:
        self._workers = workers
        self._settings = settings = workers.settings
        self._topic = settings.topic(topic)
        self._ends: dict[int, int] = {}

    def send(self, values: Iterable[bytes | None], partition: int | None = None) -> None:
        """All are acknowledged afterwards; spread over the partitions unless one is named."""
        with closing(producer(self._settings)) as kafka:
            pending = [
                kafka.send(
                    self._topic,
                    key=b"%d" % number,
                    value=value,
                    partition=number % self._settings.partitions
                    if partition is None
                    else partition,
                )
                for number, value in enumerate(values)
            ]
            for sent in pending:
                metadata = sent.get(timeout=DEADLINE_S)
                end = max(self._ends.get(metadata.partition, 0), metadata.offset + 1)
                self._ends[metadata.partition] = end

    @property
    def ends(self) -> Ends:
        return published_ends(self._topic, self._ends)

    def wait_until_done(self) -> None:
        """Every article, and every event out of them, is committed by the group."""
        events = self._settings.topic(Topic.EVENTS)
        progress = Progress(self._settings, self.ends, events)
        self._wait(lambda admin: progress.left(admin) == 0, "all messages are done")

    def wait_for_events_committed(self, count: int) -> None:
        """So many events at least are committed: the worker is in mid-stream."""
        topic = self._settings.topic(Topic.EVENTS)

        def done(admin: KafkaAdminClient) -> bool:
            told = committed_offsets(admin, self._settings.application)
            return sum(n for source, n in told.items() if source.topic == topic) >= count

        self._wait(done, f"{count} events are committed")

    def _wait(self, done: Callable[[KafkaAdminClient], bool], what: str) -> None:
        with ExitStack() as ending:
            admin = ending.enter_context(closing(admin_client(self._settings)))

            def asked() -> bool:
                nonlocal admin
                self._workers.check()
                try:
                    return done(admin)
                except RetriableError:  # the client remembers who coordinated before the fault
                    admin = ending.enter_context(closing(admin_client(self._settings)))
                    return False

            wait_until(asked, what)


@contextmanager
def workers_of(settings: Settings, folder: Path) -> Iterator[Workers]:
    """Workers that end with the block. Their logs are shown, which pytest keeps for failures."""
    workers = Workers(settings, folder)
    try:
        yield workers
    finally:
        workers.end()
        for worker in workers.started:
            print(f"--- {worker.log.name}\n{worker.text()[-6000:]}")  # noqa: T201


@dataclass(frozen=True, slots=True)
class Version:
    """One record of incidents.merged."""

    incident_id: str
    version: int
    value: bytes
    headers: Mapping[str, bytes]
    partition: int
    offset: int

    @property
    def record(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.value)
        return loaded


def output(settings: Settings) -> list[Version]:
    """All that a reader with read_committed sees in incidents.merged, in order a partition."""
    found = []
    for record in read_to_end(settings, [settings.topic(Topic.INCIDENTS)]):
        loaded = json.loads(record.value)
        found.append(
            Version(
                loaded["incident_id"],
                loaded["version"],
                record.value,
                dict(record.headers),
                record.partition,
                record.offset,
            )
        )
    return found


def final(versions: Iterable[Version]) -> dict[str, dict[str, Any]]:
    """The newest record of each incident, as compaction would leave it."""
    return {version.incident_id: version.record for version in versions}


def expected(articles: Iterable[bytes]) -> dict[str, dict[str, Any]]:
    """What `tawatur run` ends with."""
    replay = Replay(Extractor.load(), CountryBooks(IncidentBook))
    for value in articles:
        replay.take(value)
    records = [json.loads(value) for value in replay.incidents()]
    return {record["incident_id"]: record for record in records}


def _members(record: Mapping[str, Any], *, recalls: bool = True) -> list[str]:
    """The ids of an incident's events, those that only recall it included or not."""
    return [
        report["event_id"]
        for report in record["reports"]
        if recalls or report["event"]["role"] != "background"
    ]


def groups(incidents: Mapping[str, dict[str, Any]]) -> set[frozenset[str]]:
    """Which events are in one incident, whatever it is called.

    Without those that only recall it: a recall joins what is there when it comes, founds nothing,
    so that order and redelivery decide about it by rule.
    """
    return {
        frozenset(_members(record, recalls=False))
        for record in incidents.values()
        if record["status"] not in ENDED
    }


def live(incidents: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Those that stand at the end, without what depends on the order of arrival."""
    return {
        incident_id: {name: value for name, value in record.items() if name not in ORDER_DEPENDENT}
        for incident_id, record in incidents.items()
        if record["status"] not in ENDED
    }


def _event_ids(incidents: Mapping[str, dict[str, Any]]) -> Counter[str]:
    return Counter(
        event_id
        for record in incidents.values()
        if record["status"] not in ENDED
        for event_id in _members(record, recalls=False)
    )


def lost(truth: Mapping[str, dict[str, Any]], found: Mapping[str, dict[str, Any]]) -> set[str]:
    """Events that should be in an incident and are in none."""
    return set(_event_ids(truth)) - set(_event_ids(found))


def doubled(found: Mapping[str, dict[str, Any]]) -> set[str]:
    """Events that are in more than one incident, or twice in one."""
    return {event_id for event_id, times in _event_ids(found).items() if times > 1}


def went_back(versions: Iterable[Version]) -> list[str]:
    """Records whose version is below one that was written before it, in the order of the log."""
    newest: dict[str, int] = {}
    backwards = []
    for each in versions:
        if each.version < newest.get(each.incident_id, 0):
            backwards.append(
                f"{each.incident_id} v{each.version} at {each.partition}/{each.offset}"
            )
        newest[each.incident_id] = max(each.version, newest.get(each.incident_id, 0))
    return backwards


def rewritten(versions: Iterable[Version]) -> list[str]:
    """Versions that were written twice and not the same: consumers drop repeats by `ce_id`."""
    first: dict[tuple[str, int], bytes] = {}
    return [
        f"{each.incident_id} v{each.version}"
        for each in versions
        if first.setdefault((each.incident_id, each.version), each.value) != each.value
    ]


def differing(
    truth: Mapping[str, dict[str, Any]],
    found: Mapping[str, dict[str, Any]],
    *,
    recalls: bool,
) -> dict[str, object]:
    """Incident by incident, what is not as it should be: field -> (expected, found).

    Without `recalls`, incidents that differ in events recalling them are not compared.
    """
    wanted, got = live(truth), live(found)
    differences: dict[str, object] = {}
    for incident_id in sorted(wanted.keys() | got.keys()):
        left, right = wanted.get(incident_id), got.get(incident_id)
        if left is None or right is None:
            differences[incident_id] = "missing" if right is None else "too many"
        elif left != right and (recalls or sorted(_members(left)) == sorted(_members(right))):
            differences[incident_id] = {
                name: (left[name], right[name]) for name in left if left[name] != right[name]
            }
    return differences


def assert_as_if_nothing_happened(
    settings: Settings, articles: Iterable[bytes], *, in_order: bool = True, faults: bool = False
) -> None:
    """Nothing lost, doubled, gone back or rewritten, the incidents are those of `tawatur run`.

    `in_order`: the articles were read in the order given, so that ids and fields are the same; else
    the same events are together. `faults`: messages may have come twice, which may let a recall in.
    """
    truth, versions = expected(articles), output(settings)
    found = final(versions)
    assert truth, "the corpus yields incidents, or the test proves nothing"
    problems: dict[str, object] = {
        "lost": lost(truth, found),
        "doubled": doubled(found),
        "went back": went_back(versions),
        "rewritten": rewritten(versions),
        "regrouped": groups(truth) ^ groups(found),
    }
    if in_order:
        problems["differing"] = differing(truth, found, recalls=not faults)
    assert not any(problems.values()), {name: each for name, each in problems.items() if each}
