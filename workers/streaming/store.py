"""The incidents of the partitions that this worker owns, read back from the output topic.

Place in the flow: `stages` asks for a partition's book before it applies an event. The compacted
topic incidents.merged, with the analysts' words of incidents.corrections, is all the state there is
(docs/adr/0001-output-topic-is-the-state.md): a partition is restored before its first event is
matched and dropped when it is revoked.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from workers.model import Rejected
from workers.pipeline import CountryBooks, Ruling
from workers.resident import loading
from workers.settings import Settings
from workers.streaming.corrections import ruling_in
from workers.streaming.failure import retried
from workers.streaming.logs import event
from workers.streaming.metrics import Metrics
from workers.streaming.producers import FencedWriter, UnfencedWriter, Writer
from workers.streaming.restoring import Restoration
from workers.wire.topics import Topic

logger = logging.getLogger(__name__)

FETCH_WAIT_MS = 50
"""How long the broker holds an empty answer: empty partitions cost this once, all together."""
POLL_MS = 200
STUCK_S = 120.0
"""A restore that stands still for this long ends the worker: transactions hang for 60 s."""

BREATH = 20
"""Incidents between two yields to the event loop: some 30 ms, so that others get a turn."""

CLOSE_S = 5.0
"""A rebalance waits for this: well below any session timeout that makes sense."""


@dataclass(frozen=True, slots=True)
class Held:
    """A partition that is restored: its book, and the one writer of its output."""

    book: CountryBooks
    writer: Writer


class RestoreStuckError(TimeoutError):
    """A topic cannot be read to its end."""


class Restorer:
    """Reads partitions to their end with one consumer that is in no group."""

    def __init__(self, settings: Settings) -> None:
        self._consumer = AIOKafkaConsumer(
            bootstrap_servers=settings.bootstrap,
            client_id=f"{settings.application}-restore",
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            fetch_max_wait_ms=FETCH_WAIT_MS,
        )

    async def start(self) -> None:
        await self._consumer.start()

    async def close(self) -> None:
        await self._consumer.stop()

    async def read(
        self,
        sources: Iterable[TopicPartition],
        take: Callable[[TopicPartition, Sequence[ConsumerRecord]], None],
    ) -> None:
        """Hands every partition's records to `take`, in order, up to the fetch high watermark.

        The end is the high watermark of the fetch answers: `end_offsets` is too low on the embedded
        broker.
        """
        unread = set(sources)
        self._consumer.assign(sorted(unread))
        await self._consumer.seek_to_beginning(*unread)
        moved_at, positions = time.monotonic(), dict[TopicPartition, int]()
        while unread:
            fetched = await self._consumer.getmany(*unread, timeout_ms=POLL_MS)
            for source, records in fetched.items():
                take(source, records)
            now = {source: await self._consumer.position(source) for source in unread}
            if now != positions:
                moved_at, positions = time.monotonic(), now
            elif time.monotonic() - moved_at > STUCK_S:
                raise RestoreStuckError(f"no progress at {positions}")
            unread -= {source for source in unread if self._at_end(source, now[source])}
        self._consumer.assign([])

    def _at_end(self, source: TopicPartition, position: int) -> bool:
        end = self._consumer.highwater(source)
        return end is not None and position >= end


class IncidentStore:
    """Books and writers of the partitions held here. Whoever uses a book holds `lock`."""

    def __init__(
        self,
        settings: Settings,
        new_book: Callable[[], CountryBooks],
        metrics: Metrics,
        partitions: int,
    ) -> None:
        """Holds nothing yet. `partitions`: how many the events have, and so has each topic here."""
        self.lock = asyncio.Lock()
        self._partitions = partitions
        self._settings = settings
        self._new_book = new_book
        self._metrics = metrics
        self._restorer = Restorer(settings)
        self._unfenced = None if settings.transactions else UnfencedWriter(settings)
        self._held: dict[int, Held] = {}

    async def start(self) -> None:
        await retried(self._restorer.start, "connect")
        if self._unfenced is not None:
            await retried(self._unfenced.start, "connect")

    async def close(self) -> None:
        await self.drop()
        if self._unfenced is not None:
            await self._unfenced.stop()
        await self._restorer.close()

    @property
    def held(self) -> Mapping[int, Held]:
        """The partitions that are restored."""
        return self._held

    async def open(self, partitions: Iterable[int]) -> None:
        """Restores those of the partitions that are not held. Call with `lock` held.

        First the writers start, which fences any earlier owner; what is read after that is final.
        """
        missing = sorted(set(partitions) - self._held.keys())
        if not missing:
            return
        began = time.monotonic()
        books = {partition: self._new_book() for partition in missing}
        writers = await self._start_writers(missing)
        try:
            with loading():
                rulings = await self._read_back(books)
        except BaseException:
            for writer in writers.values():
                await _close(writer)
            raise
        for partition in missing:
            self._held[partition] = Held(books[partition], writers[partition])
            self.count(partition)
        seconds = time.monotonic() - began
        self._metrics.restore_seconds.observe(seconds)
        event(
            logger,
            logging.INFO,
            "restored",
            partitions=missing,
            incidents={partition: len(books[partition]) for partition in missing},
            corrections=rulings,
            seconds=round(seconds, 3),
        )

    async def _read_back(self, books: Mapping[int, CountryBooks]) -> int:
        """Restores the books; returns how many corrections they follow.

        A correction that is a dead letter is passed over here.
        """
        incidents = self._settings.topic(Topic.INCIDENTS)
        corrections = self._settings.topic(Topic.CORRECTIONS)
        rulings: dict[int, list[Ruling]] = {number: [] for number in books}
        returning = {number: Restoration(book) for number, book in books.items()}

        def take(source: TopicPartition, records: Sequence[ConsumerRecord]) -> None:
            number = source.partition
            if source.topic == corrections:
                found = (ruling_in(number, self._partitions, r.key, r.value) for r in records)
                rulings[number] += (each for each in found if not isinstance(each, Rejected))
                return
            for record in records:
                returning[number].take(record.key, record.value)
            self._metrics.restored.inc(len(records))

        topics = (incidents, corrections)
        await self._restorer.read([TopicPartition(t, n) for t in topics for n in books], take)
        for number, book in books.items():
            for step, _ in enumerate(returning[number].finish()):
                if step % BREATH == 0:
                    await asyncio.sleep(0)
            book.follow(rulings[number])
        return sum(map(len, rulings.values()))

    async def _start_writers(self, partitions: Sequence[int]) -> dict[int, Writer]:
        if self._unfenced is not None:
            return dict.fromkeys(partitions, self._unfenced)
        fenced = {partition: FencedWriter(self._settings, partition) for partition in partitions}
        try:
            await asyncio.gather(*(writer.start() for writer in fenced.values()))
        except BaseException:
            for writer in fenced.values():
                await _close(writer)
            raise
        return dict(fenced)

    def count(self, partition: int) -> None:
        """Publishes how many incidents the partition's book holds."""
        gauge = self._metrics.open_incidents.labels(partition=str(partition))
        gauge.set(len(self._held[partition].book))

    async def drop(self) -> None:
        """Forgets every partition and closes its writer, after the batch that is under way."""
        async with self.lock:
            held, self._held = self._held, {}
            for partition, ended in held.items():
                await _close(ended.writer)
                self._metrics.open_incidents.remove(str(partition))


async def _close(writer: Writer) -> None:
    """Nothing is in flight, so that a connection which does not close well costs nothing."""
    try:
        await asyncio.wait_for(writer.close(), CLOSE_S)
    except (KafkaError, OSError, TimeoutError) as error:
        event(logger, logging.WARNING, "close_failed", error=repr(error))
