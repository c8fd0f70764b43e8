"""What a worker consists of beside Faust: writers, store, admission, health.

Place in the flow: `agents` builds one for the application and tells it of assignments.
"""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Collection, Coroutine, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from workers.pipeline import CountryBooks, Reader
from workers.resident import keep_loaded
from workers.settings import Settings
from workers.streaming.admission import Admission, PauseGuard
from workers.streaming.dead_letters import Message, Undertaker
from workers.streaming.failure import TRANSIENT, Exit, Misconfigured, die, retried
from workers.streaming.health import HealthServer
from workers.streaming.logs import event
from workers.streaming.metrics import Metrics
from workers.streaming.producers import FencedWriter, PlainWriter
from workers.streaming.progress import ProgressMonitor, Status, stall_after_s
from workers.streaming.stages import Correcting, Extraction, Merging, Morgue
from workers.streaming.store import IncidentStore
from workers.wire.topics import Topic

logger = logging.getLogger(__name__)

PROBE = "probe"
"""Names the transactional id that only asks whether the broker has transactions."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The pure core, as the composition root hands it in. Loading the reader takes a second."""

    load_reader: Callable[[], Reader]
    new_book: Callable[[], CountryBooks]


class TopicPartition(Protocol):
    """A topic and partition number, Faust's or aiokafka's."""

    @property
    def topic(self) -> str: ...
    @property
    def partition(self) -> int: ...


def code_version() -> str:
    """The installed version of this package, for dead letters."""
    try:
        return version("tawatur")
    except PackageNotFoundError:
        return "unknown"


class Runtime:
    """The shell of one worker. Lives in Faust's event loop from `start` to `close`."""

    def __init__(self, settings: Settings, parts: Parts) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.status = Status()
        self.owned: frozenset[TopicPartition] = frozenset()
        self.extraction: Extraction
        self.merging: Merging
        self.correcting: Correcting
        self._parts = parts
        self._tasks: list[asyncio.Task[None]] = []
        self._opening: asyncio.Task[None] | None = None
        self._admission: Admission | None = None
        self._closing = AsyncExitStack()

    async def start(self) -> None:
        """Connects and checks what work needs; raises `Misconfigured` or `KafkaError`."""
        stall_s = stall_after_s(self.settings)
        address = (self.settings.metrics_host, self.settings.metrics_port)
        health = HealthServer(address, self.metrics.registry(), self.status, stall_s)
        self._closing.callback(health.close)
        url = f"http://{self.settings.metrics_host}:{health.port}"
        print(f"listening {url}", file=sys.__stdout__, flush=True)
        event(logger, logging.INFO, "listening", url=url)
        self.plain = PlainWriter(self.settings)
        await retried(self.plain.start, "connect")
        self._closing.push_async_callback(self.plain.close)
        await self._check_transactions()
        partitions = await self._check_topics()
        self.store = IncidentStore(self.settings, self._parts.new_book, self.metrics, partitions)
        await self.store.start()
        self._closing.push_async_callback(self.store.close)
        progress = ProgressMonitor(self.settings, self.metrics, self.status, lambda: self.owned)
        await retried(progress.start, "connect")
        self._closing.push_async_callback(progress.close)
        reader = self._parts.load_reader()
        keep_loaded()
        guard = self._guard()  # after loading, which holds up the event loop
        self.extraction = Extraction(
            self.settings, reader, self.plain, self._morgue(Topic.ARTICLES, "extract"), self.metrics
        )
        self.merging = Merging(
            self.settings, self.store, self._morgue(Topic.EVENTS, "merge"), self.metrics, guard
        )
        morgue = self._morgue(Topic.CORRECTIONS, "correct")
        self.correcting = Correcting(self.settings, partitions, self.plain, morgue, self.metrics)
        self._watch(progress.run())

    def _watch(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(work)
        task.add_done_callback(_end_with)
        self._tasks.append(task)

    def _morgue(self, source: Topic, stage: str) -> Morgue:
        undertaker = Undertaker(self.settings, source, stage, code_version())
        return Morgue(undertaker, self.plain, self.metrics)

    def _guard(self) -> Callable[[], None]:
        if self.settings.transactions:
            return _no_guard
        guard = PauseGuard(self.settings.session_timeout_s)
        self._watch(guard.run())
        return guard.check

    async def _check_transactions(self) -> None:
        self.metrics.fencing.set(int(self.settings.transactions))
        if not self.settings.transactions:
            event(
                logger,
                logging.WARNING,
                "no_fencing",
                reason="TAWATUR_TRANSACTIONS is off: incidents are written without transactions;"
                " one worker only, a second one is refused",
            )
            return
        await retried(self._start_transactions, "start_transactions")

    async def _start_transactions(self) -> None:
        probe = FencedWriter(self.settings, PROBE)
        try:
            await probe.start()
        finally:
            await probe.close()

    async def _check_topics(self) -> int:
        """How many partitions the events have; raises `Misconfigured` when one does not fit."""
        names = {topic: self.settings.topic(topic) for topic in Topic}
        inputs = (Topic.ARTICLES, Topic.EVENTS, Topic.CORRECTIONS)
        letters = [self.settings.dead_letter_topic(topic) for topic in inputs]
        counts = {
            name: len(await retried(lambda name=name: self.plain.partitions(name), "find_topic"))  # type: ignore[misc]
            for name in (*names.values(), *letters)
        }
        if missing := sorted(name for name, count in counts.items() if not count):
            raise Misconfigured(f"topics are missing ({', '.join(missing)}): run `tawatur topics`")
        events = names[Topic.EVENTS]
        for other in (names[Topic.INCIDENTS], names[Topic.CORRECTIONS]):
            if counts[events] != counts[other]:
                raise Misconfigured(
                    f"{events} has {counts[events]} partitions and {other} {counts[other]}: they"
                    " must be equal, what belongs to an event is under its own partition number"
                )
        if not self.settings.transactions:
            expected = sum(counts[names[topic]] for topic in inputs)
            self._admission = Admission(expected, self.settings.session_timeout_s)
        return counts[events]

    async def extract(self, batch: Sequence[Message]) -> None:
        """Returns when the batch of articles is done; call after `start`."""
        await self.extraction.process(batch)

    async def merge(self, batch: Sequence[Message]) -> None:
        """Returns when the batch of events is done; call after `start`."""
        await self.merging.process(batch)

    async def correct(self, batch: Sequence[Message]) -> None:
        """Returns when the batch of corrections is done; call after `start`."""
        await self.correcting.process(batch)

    async def allowed(self) -> bool:
        """Whether the batch at hand may be worked on at all (admission)."""
        return self._admission is None or await self._admission.allowed()

    def assigned(self, partitions: Collection[TopicPartition]) -> None:
        """Takes note of the assignment and begins to restore what belongs to it."""
        self.owned = frozenset(partitions)
        self.status.assigned = True
        if self._admission is not None:
            self._admission.assigned(len(partitions))
        self._opening = asyncio.ensure_future(self._open(self._event_partitions()))
        self._opening.add_done_callback(_end_with)

    def _event_partitions(self) -> list[int]:
        topic = self.settings.topic(Topic.EVENTS)
        return sorted(source.partition for source in self.owned if source.topic == topic)

    async def _open(self, partitions: Iterable[int]) -> None:
        if not await self.allowed():
            return
        async with self.store.lock:
            await retried(lambda: self.store.open(partitions), "restore")
        gc.freeze()
        self.status.restored = True

    async def revoked(self) -> None:
        """Forgets every partition; the batch under way is finished first."""
        self.status.assigned = self.status.restored = False
        self.owned = frozenset()
        if self._admission is not None:
            self._admission.revoked()
        if self._opening is not None:
            self._opening.cancel()
        await self.store.drop()

    def stopping(self) -> None:
        """From now on nothing new is begun, and the worker is not ready."""
        self.status.stopping = True
        if self._admission is not None:
            self._admission.stop()

    async def close(self) -> None:
        """Gives up every connection that there is, after the last batch."""
        for task in (*self._tasks, *([self._opening] if self._opening else [])):
            task.cancel()
        await self._closing.aclose()


def _no_guard() -> None:
    """With transactions the broker itself refuses a zombie's write."""


def _end_with(task: "asyncio.Task[None]") -> None:
    """A background task that fails takes the worker with it."""
    if not task.cancelled() and (error := task.exception()) is not None:
        code = Exit.BROKER if isinstance(error, TRANSIENT) else Exit.BUG
        die(code, "background_task_failed", error=repr(error))
