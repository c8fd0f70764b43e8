"""Articles into Kafka: a file's lines become messages, byte for byte.

Place in the flow: the entrance, for trials and back-fills; a news feed writes to the topic itself.
A line that is no article is published like any other: what is wrong with it is for the worker to
say, in the dead letters.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import orjson
from kafka import KafkaProducer
from kafka.errors import KafkaError
from kafka.producer.future import RecordMetadata

from workers.admin.command import command
from workers.admin.connections import producer
from workers.settings import Settings
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

SEND_SECONDS = 30.0
"""How long an acknowledgement may take; Kafka elects a new leader in less."""
TOLD_EVERY = 1000
"""Messages between two lines of progress on a terminal."""
FAILURES_KEPT = 10
"""Failures told one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was sent. By partition: `starts` is its first offset, `ends` the one after its last."""

    messages: int
    without_key: int
    bytes: int
    failed: tuple[str, ...]
    failures: int
    starts: dict[int, int]
    ends: dict[int, int]


def article_key(line: bytes) -> bytes | None:
    """The article's id, else its url; None where the line has neither or is no JSON object."""
    try:
        article = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(article, dict):
        return None
    for name in ("id", "url"):
        value = article.get(name)
        if isinstance(value, str) and value:
            return value.encode()
    return None


def messages(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines without their line ends; blank ones are left out."""
    for line in lines:
        message = line.rstrip(b"\r\n")
        if message.strip():
            yield message


class Sender:
    """Sends articles and counts what was acknowledged; `finish` tells."""

    def __init__(self, kafka: KafkaProducer, topic: str) -> None:
        """Has sent nothing yet."""
        self._kafka = kafka
        self._topic = topic
        self._sent = self._without_key = self._bytes = self._failures = 0
        self._failed: list[str] = []
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}

    def send(self, message: bytes) -> None:
        """Queues one message; `finish` waits for its acknowledgement."""
        key = article_key(message)
        self._without_key += key is None
        number = self._sent = self._sent + 1
        try:
            future = self._kafka.send(self._topic, key=key, value=message)
        except KafkaError as error:  # larger than a request may be, or no room in the buffer
            self._failure(number, error)
            return
        future.add_callback(self._acknowledged, len(message))
        future.add_errback(self._failure, number)

    def _acknowledged(self, size: int, metadata: RecordMetadata) -> None:
        self._bytes += size
        partition, offset = metadata.partition, metadata.offset
        self._starts[partition] = min(self._starts.get(partition, offset), offset)
        self._ends[partition] = max(self._ends.get(partition, 0), offset + 1)

    def _failure(self, number: int, error: object) -> None:
        self._failures += 1
        if len(self._failed) < FAILURES_KEPT:
            self._failed.append(f"message {number}: {error}")

    def finish(self) -> Published:
        """Waits for every acknowledgement."""
        self._kafka.flush(timeout=SEND_SECONDS)
        return Published(
            messages=self._sent - self._failures,
            without_key=self._without_key,
            bytes=self._bytes,
            failed=tuple(self._failed),
            failures=self._failures,
            starts=dict(self._starts),
            ends=dict(self._ends),
        )


def publish(
    settings: Settings,
    lines: Iterable[bytes],
    *,
    delay_s: float = 0.0,
    progress: Callable[[int], None] = lambda _sent: None,
) -> Published:
    """Every line is acknowledged by all replicas afterwards, or counted as failed."""
    with closing(producer(settings)) as kafka:
        sender = Sender(kafka, settings.topic(Topic.ARTICLES))
        for number, message in enumerate(messages(lines), start=1):
            sender.send(message)
            progress(number)
            if delay_s > 0:
                time.sleep(delay_s)
        return sender.finish()


def _show_progress(sent: int) -> None:
    if sent % TOLD_EVERY == 0:
        print(f"\r{sent:,} articles sent", end="", file=sys.stderr, flush=True)


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    progress = _show_progress if sys.stderr.isatty() else (lambda _sent: None)
    with ExitStack() as ending:
        lines: BinaryIO = sys.stdin.buffer
        if args.file != "-":
            lines = ending.enter_context(Path(args.file).open("rb"))
        result = publish(settings, lines, delay_s=args.delay, progress=progress)
    if args.json:
        print(orjson.dumps(result, option=orjson.OPT_NON_STR_KEYS).decode())
    else:
        topic = settings.topic(Topic.ARTICLES)
        print(f"{result.messages:,} articles published to {topic} ({result.bytes:,} bytes)")
        if result.without_key:
            print(f"{result.without_key:,} of them have neither id nor url: sent without a key")
    for failure in result.failed:
        print(f"not published: {failure}", file=sys.stderr)
    if result.failures:
        print(f"{result.failures:,} were not published", file=sys.stderr)
    return 1 if result.failures else 0


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur publish`."""
    parser = subparsers.add_parser("publish", help="publish articles (JSON lines) to Kafka")
    parser.add_argument("file", metavar="FILE", help="JSON lines, or - for standard input")
    parser.add_argument(
        "--delay", type=float, default=0.0, metavar="SECONDS", help="wait between two messages"
    )
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")
    parser.set_defaults(run=_run)
