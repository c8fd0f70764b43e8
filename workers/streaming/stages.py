"""The stages: a batch of messages in, its records on the broker when the call returns.

Place in the flow: `agents` calls them with what Faust delivers and acknowledges after they return;
they call `pipeline`, once a message, and do what it says. Neither knows Faust.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from workers.model import Rejected
from workers.pipeline import Reader, Send, gathered, on_article, on_correction, on_event
from workers.settings import Settings
from workers.streaming.corrections import ruling_in
from workers.streaming.dead_letters import Message, Undertaker
from workers.streaming.failure import retried
from workers.streaming.metrics import Metrics
from workers.streaming.producers import PlainWriter, Record
from workers.streaming.store import IncidentStore

BREATH = 20
"""Messages between two yields to the event loop: some 10 ms, so that others get a turn."""


def _record(settings: Settings, send: Send, partition: int | None = None) -> Record:
    chosen = send.partition if partition is None else partition
    topic = settings.topic(send.topic)
    return Record(topic, send.key, send.value, send.headers, chosen, send.broadcast)


@dataclass(frozen=True, slots=True)
class Morgue:
    """Writes a stage's dead letters and counts them by reason."""

    undertaker: Undertaker
    plain: PlainWriter
    metrics: Metrics

    async def take(self, refused: Sequence[tuple[Message, Rejected]]) -> None:
        """Returns when all refused messages are in the dead-letter topic."""
        failed_at = datetime.now(UTC)
        for message, refusal in refused:
            letter = self.undertaker.letter(message, refusal, failed_at)
            await retried(lambda letter=letter: self.plain.write_or_strip(letter), "dead_letter")  # type: ignore[misc]
            stage = self.undertaker.stage
            self.metrics.dead_letters.labels(stage=stage, reason=str(refusal.reason)).inc()


@dataclass(frozen=True, slots=True)
class Extraction:
    """articles.raw -> events.extracted."""

    settings: Settings
    reader: Reader
    plain: PlainWriter
    morgue: Morgue
    metrics: Metrics

    async def process(self, batch: Sequence[Message]) -> None:
        """Returns when the events and dead letters of all articles are written."""
        sends: list[Send] = []
        refused: list[tuple[Message, Rejected]] = []
        for count, message in enumerate(batch, start=1):
            with self.metrics.extraction_seconds.time():
                outcome = on_article(message.value, _milliseconds(message), self.reader)
            if isinstance(outcome, Rejected):
                refused.append((message, outcome))
            else:
                sends += outcome
            if count % BREATH == 0:
                await asyncio.sleep(0)
        records = [_record(self.settings, send) for send in gathered(sends)]
        await retried(lambda: self.plain.write(records), "write_events")
        await self.morgue.take(refused)
        self.metrics.articles.inc(len(batch))
        self.metrics.events.inc(sum(send.inventory is None for send in sends))
        self.metrics.batch_records.labels(stage="extract").observe(len(batch))


@dataclass(frozen=True, slots=True)
class Correcting:
    """incidents.corrections -> events.extracted: what can be followed, under the same number."""

    settings: Settings
    partitions: int
    plain: PlainWriter
    morgue: Morgue
    metrics: Metrics

    async def process(self, batch: Sequence[Message]) -> None:
        """Returns when all corrections are forwarded and all dead letters written."""
        records: list[Record] = []
        refused: list[tuple[Message, Rejected]] = []
        for message in batch:
            number = message.partition
            ruling = ruling_in(number, self.partitions, message.key, message.value)
            if isinstance(ruling, Rejected):
                refused.append((message, ruling))
                continue
            records.append(_record(self.settings, on_correction(ruling), number))
        await retried(lambda: self.plain.write(records), "write_corrections")
        await self.morgue.take(refused)
        self.metrics.corrections.inc(len(records))
        self.metrics.batch_records.labels(stage="correct").observe(len(batch))


@dataclass(frozen=True, slots=True)
class Merging:
    """events.extracted -> incidents.merged, each partition by itself."""

    settings: Settings
    store: IncidentStore
    morgue: Morgue
    metrics: Metrics
    before_write: Callable[[], None]

    async def process(self, batch: Sequence[Message]) -> None:
        """Returns when the incidents and dead letters of all events are written."""
        by_partition: dict[int, list[Message]] = defaultdict(list)
        for message in batch:
            by_partition[message.partition].append(message)
        async with self.store.lock:
            await retried(lambda: self.store.open(by_partition), "restore")
            for partition, messages in by_partition.items():
                await self._merge(partition, messages)
        self.metrics.merged.inc(len(batch))
        self.metrics.batch_records.labels(stage="merge").observe(len(batch))

    async def _merge(self, partition: int, messages: Sequence[Message]) -> None:
        held = self.store.held[partition]
        groups: list[list[Record]] = []
        refused: list[tuple[Message, Rejected]] = []
        for count, message in enumerate(messages, start=1):
            outcome = on_event(message.value, held.book, message.key)
            if isinstance(outcome, Rejected):
                refused.append((message, outcome))
            else:
                groups.append([_record(self.settings, send, partition) for send in outcome])
            if count % BREATH == 0:
                await asyncio.sleep(0)
        await self.morgue.take(refused)
        self.before_write()
        if any(groups):
            await held.writer.write(groups)
        for record in (record for group in groups for record in group):
            self.metrics.incidents.labels(change=_change(record)).inc()
        self.store.count(partition)


def _change(record: Record) -> str:
    kind = dict(record.headers).get("ce_type", b"").decode()
    return kind.rpartition(".")[2]


def _milliseconds(message: Message) -> int | None:
    return None if message.timestamp is None else round(message.timestamp * 1000)
