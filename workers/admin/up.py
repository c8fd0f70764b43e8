"""`tawatur up`: everything at once, so that a newcomer sees incidents grow.

Place in the flow: starts a broker (embedded unless KAFKA_BOOTSTRAP is set), makes the topics,
starts a worker, publishes the sample articles with a little delay and shows the incidents as they
change. Whatever it started ends with it, by pid, also when it is killed.
"""

import argparse
import contextlib
import os
import signal
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kafka.admin import KafkaAdminClient

from workers import samples
from workers.admin.command import AdminError, command
from workers.admin.connections import admin_client, producer
from workers.admin.embedded import (
    HOST,
    SESSION_TIMEOUT_SECONDS,
    EmbeddedBroker,
    describe_limits,
    free_port,
)
from workers.admin.guard import Guarded
from workers.admin.progress import Progress, published_ends
from workers.admin.publish import Published, Sender, messages
from workers.admin.summary import Summary, refused_of
from workers.admin.tail import IncidentPrinter, IncidentReader
from workers.admin.topics import ensure_topics
from workers.settings import Settings
from workers.wire import decode_incident
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

DELAY_SECONDS = 0.1
"""Between two sample articles: slow enough to watch, the whole sample in some ten seconds."""
READY_SECONDS = 60.0
"""From the worker's start to its readiness; measured: 4 s on the embedded broker."""
STALLED_SECONDS = 60.0
"""No progress for that long: something is wrong, and `--once` says so instead of waiting on."""
ASKED_EVERY_SECONDS = 0.3
"""Between two questions for the group's offsets; a worker commits once a second."""
LOG_TAIL_LINES = 15
POLL_MS = 50
"""Short, so that the next sample article goes out in time."""


class WorkerProcess:
    """The worker as a child process, with its log and its health on a free port."""

    def __init__(self, settings: Settings, *, embedded: bool) -> None:
        """Starts it. On the embedded broker it runs without transactions."""
        self._port = free_port()
        environ = {
            **os.environ,
            "KAFKA_BOOTSTRAP": settings.bootstrap or "",
            "TAWATUR_METRICS_HOST": HOST,
            "TAWATUR_METRICS_PORT": str(self._port),
        }
        if embedded:
            environ["TAWATUR_TRANSACTIONS"] = "off"
            environ["TAWATUR_SESSION_TIMEOUT_S"] = str(SESSION_TIMEOUT_SECONDS)
        self.log = Path(settings.run_dir) / "up" / f"worker-{os.getpid()}.log"
        self._process = Guarded([sys.executable, "-m", "workers", "worker"], self.log, environ)

    def check(self) -> None:
        """Nothing, while it runs.

        Raises:
            AdminError: it has ended; with the end of its log.
        """
        if (code := self._process.exit_code()) is not None:
            tail = self.log.read_text(errors="replace").splitlines()[-LOG_TAIL_LINES:]
            raise AdminError(f"the worker ended with code {code}:\n" + "\n".join(tail))

    def wait_until_ready(self) -> None:
        """It has its partitions and takes articles afterwards."""
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            self.check()
            with contextlib.suppress(OSError):
                url = f"http://{HOST}:{self._port}/health/ready"
                with urllib.request.urlopen(url, timeout=2) as answer:
                    if answer.status == HTTPStatus.OK:
                        return
            time.sleep(0.1)
        raise AdminError(f"the worker was not ready after {READY_SECONDS:.0f} s: see {self.log}")

    def close(self) -> None:
        """It has ended afterwards, and left its group."""
        self._process.stop()


class Stage:
    """One run of `up`: publishes, shows, and knows when all is done."""

    def __init__(self, settings: Settings, worker: WorkerProcess, admin: KafkaAdminClient) -> None:
        """Shows only what changes from now on."""
        self._settings = settings
        self._worker = worker
        self._admin = admin
        self._printer = IncidentPrinter(sys.stdout)
        self.summary = Summary()
        self._reader = IncidentReader(settings, from_beginning=False)
        self._reader.settle()

    def close(self) -> None:
        """Closes its reader."""
        self._reader.close()

    def show(self) -> int:
        """Prints what changed, waiting a moment for it; how many records that were."""
        records = self._reader.poll(timeout_ms=POLL_MS)
        for record in records:
            if record.value is not None:
                incident = decode_incident(record.value)
                self.summary.take(incident)
                self._printer.show(incident)
        return len(records)

    def publish(self, lines: Iterable[bytes], delay_s: float) -> Published:
        """Every line is published afterwards; incidents are shown in between."""
        with closing(producer(self._settings)) as kafka:
            sender = Sender(kafka, self._settings.topic(Topic.ARTICLES))
            for message in messages(lines):
                sender.send(message)
                due = time.monotonic() + delay_s
                while time.monotonic() < due:
                    self._worker.check()
                    self.show()
            return sender.finish()

    def wait_until_done(self, published: Published) -> None:
        """The worker is done with what was published, and all incidents are shown.

        Raises:
            AdminError: it made no progress for `STALLED_SECONDS`, or ended.
        """
        articles = published_ends(self._settings.topic(Topic.ARTICLES), published.ends)
        progress = Progress(self._settings, articles, self._settings.topic(Topic.EVENTS))
        left, moved = progress.left(self._admin), time.monotonic()
        asked = moved
        while left:
            self._worker.check()
            if self.show():
                moved = time.monotonic()
            if time.monotonic() - asked < ASKED_EVERY_SECONDS:
                continue
            before, left = left, progress.left(self._admin)
            asked = time.monotonic()
            moved = asked if left != before else moved
            if asked - moved > STALLED_SECONDS:
                raise AdminError(
                    f"{left} messages are not done and nothing moves: see {self._worker.log}"
                )
        self._show_rest()

    def _show_rest(self) -> None:
        with closing(IncidentReader(self._settings, from_beginning=False)) as now:
            ends = now.settle()
        while not self._reader.has_read(ends):
            self.show()

    def show_for_ever(self) -> None:
        """Shows incidents until the worker ends or the user ends it."""
        while True:
            self._worker.check()
            self.show()


@contextlib.contextmanager
def _broker(settings: Settings) -> Iterator[Settings]:
    if settings.bootstrap is not None:
        yield settings
        return
    with EmbeddedBroker(settings.run_dir) as bootstrap:
        print(describe_limits(), file=sys.stderr)
        yield replace(settings, bootstrap=bootstrap)


def up(
    settings: Settings, *, once: bool, articles: Path | None = None, delay_s: float = DELAY_SECONDS
) -> Summary:
    """Runs everything; with `once` until the articles are done, else until interrupted."""
    embedded = settings.bootstrap is None
    with contextlib.ExitStack() as ending:
        running = ending.enter_context(_broker(settings))
        ensure_topics(running)
        worker = ending.enter_context(closing(WorkerProcess(running, embedded=embedded)))
        print(f"KAFKA_BOOTSTRAP={running.bootstrap}  worker's log: {worker.log}", file=sys.stderr)
        admin = ending.enter_context(closing(admin_client(running)))
        worker.wait_until_ready()
        stage = ending.enter_context(closing(Stage(running, worker, admin)))
        lines: Iterable[bytes] = samples.messages()
        if articles is not None:
            lines = ending.enter_context(articles.open("rb"))
        published = stage.publish(lines, delay_s)
        if published.failures:
            raise AdminError(f"{published.failures} not published: {'; '.join(published.failed)}")
        stage.wait_until_done(published)
        summary = stage.summary
        summary.published = published.messages
        summary.refused = refused_of(running, published)
        print(summary.text(), flush=True)
        if not once:
            print("Waiting for more; publish your own from another terminal:", file=sys.stderr)
            print(f"  KAFKA_BOOTSTRAP={running.bootstrap} tawatur publish FILE", file=sys.stderr)
            stage.show_for_ever()
        return summary


def _end_on_sigterm(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    signal.signal(signal.SIGTERM, _end_on_sigterm)
    articles = Path(args.articles) if args.articles else None
    if articles is not None and not articles.is_file():
        raise AdminError(f"no such file: {articles}")
    try:
        up(settings, once=args.once, articles=articles, delay_s=args.delay)
    except KeyboardInterrupt:
        if args.once:
            raise
        print("Ended.", file=sys.stderr)  # how a run without --once is meant to end
    return 0


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur up`."""
    parser = subparsers.add_parser(
        "up", help="broker, topics, worker and sample articles: watch incidents grow"
    )
    parser.add_argument("--once", action="store_true", help="end when the sample is done")
    parser.add_argument("--articles", metavar="FILE", help="these instead of the sample")
    parser.add_argument(
        "--delay",
        type=float,
        default=DELAY_SECONDS,
        metavar="SECONDS",
        help="between two articles (default: %(default)s)",
    )
    parser.set_defaults(run=_run)
