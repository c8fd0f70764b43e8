"""Writers: plain for events and dead letters, fenced for incidents.

Place in the flow: `stages` hands them records, they return when the broker has them on all
replicas. A fenced writer owns one partition of the output: starting it ends the transactions of
whoever wrote there before, for good (docs/adr/0001-output-topic-is-the-state.md).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiokafka import AIOKafkaProducer
from aiokafka.errors import MessageSizeTooLargeError

from workers.settings import Settings

LINGER_MS = 20
"""Measured on 20,000 articles of 4 KB: doubles what one core writes."""
REQUEST_BYTES_MAX = 16 * 1024 * 1024
"""Client-side bound of one request, well over the largest article (1 MiB) and incident."""
BATCH_BYTES_MAX = 64 * 1024
"""Records of one partition that go out together: a few events or incidents."""
PACK_BYTES = 512 * 1024
"""Half of what any broker takes by default (1 MiB), for incidents that go out as one batch."""
REQUEST_TIMEOUT_MS = 30_000
TRANSACTION_TIMEOUT_MS = 60_000
"""How long a dead worker's open transaction may hold back readers if nobody succeeds it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `partition` None: chosen by the key; a broadcast goes to every one."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...] = ()
    partition: int | None = None
    broadcast: bool = False


class Writer(Protocol):
    """What takes an incident batch of one partition."""

    async def write(self, groups: Sequence[Sequence[Record]]) -> None:
        """Returns when all records are on the broker; raises when it cannot be known.

        A group is what one event made: readers see all of it or nothing.
        """

    async def close(self) -> None:
        """Gives up the connection; nothing is in flight."""


def _producer(
    settings: Settings,
    transactional_id: str | None = None,
    batch_bytes_max: int = BATCH_BYTES_MAX,
) -> AIOKafkaProducer:
    return AIOKafkaProducer(
        bootstrap_servers=settings.bootstrap,
        client_id=settings.application,
        acks="all",
        linger_ms=LINGER_MS if transactional_id is None else 0,
        max_batch_size=batch_bytes_max,
        max_request_size=REQUEST_BYTES_MAX,
        request_timeout_ms=REQUEST_TIMEOUT_MS,
        enable_idempotence=settings.transactions,
        transactional_id=transactional_id,
        transaction_timeout_ms=TRANSACTION_TIMEOUT_MS,
    )


def sendable_key(record: Record) -> bytes | None:
    """The record's key; empty where it has neither key nor value: clients refuse to send that."""
    return b"" if record.key is None and record.value is None else record.key


async def _send(
    producer: AIOKafkaProducer, record: Record, partition: int | None
) -> asyncio.Future[object]:
    pending: asyncio.Future[object] = await producer.send(
        record.topic,
        key=sendable_key(record),
        value=record.value,
        headers=list(record.headers),
        partition=partition,
    )
    return pending


class PlainWriter:
    """Writes events, dead letters and, where the broker has no transactions, incidents."""

    def __init__(self, settings: Settings) -> None:
        self._producer = _producer(settings)

    async def start(self) -> None:
        await self._producer.start()

    async def partitions(self, topic: str) -> frozenset[int]:
        """The topic's partition numbers; none when there is no such topic."""
        cluster = await self._producer.client.fetch_all_metadata()
        return frozenset(cluster.partitions_for_topic(topic) or ())

    async def write(self, records: Sequence[Record]) -> None:
        """Returns when every record is on the broker; safe to call again with the same records."""
        pending = []
        for record in records:
            targets: Sequence[int | None] = (record.partition,)
            if record.broadcast:
                targets = sorted(await self._producer.partitions_for(record.topic))
            pending += [await _send(self._producer, record, target) for target in targets]
        await asyncio.gather(*pending)

    async def write_or_strip(self, record: Record) -> None:
        """Write a dead letter; one that the broker finds too large goes without its value.

        The headers make a dead letter larger than its message, which may have been at the limit.
        The message itself can still be read at `source-offset`.
        """
        try:
            await self.write([record])
        except MessageSizeTooLargeError:
            size = str(len(record.value or b"")).encode()
            headers = (*record.headers, ("value-omitted", size))
            await self.write([Record(record.topic, record.key, None, headers)])

    async def close(self) -> None:
        await self._producer.stop()


class FencedWriter:
    """Writes one partition's incidents, a transaction a batch; fenced once another started."""

    def __init__(self, settings: Settings, owner_of: int | str) -> None:
        """Of an output partition; a name instead of a number fences no partition."""
        transactional_id = f"{settings.application}-{owner_of}"
        self._producer = _producer(settings, transactional_id)

    async def start(self) -> None:
        """Fences every earlier writer of this partition and ends its open transaction."""
        await self._producer.start()

    async def write(self, groups: Sequence[Sequence[Record]]) -> None:
        """All groups in one transaction: readers with read_committed see all or nothing."""
        await self._producer.begin_transaction()
        pending = [
            await _send(self._producer, record, record.partition)
            for group in groups
            for record in group
        ]
        await asyncio.gather(*pending)
        await self._producer.commit_transaction()

    async def close(self) -> None:
        await self._producer.stop()


class UnfencedWriter:
    """Writes incidents to a broker without transactions, for all partitions of the one worker.

    An event may change several incidents, as when a report moves from one to another. Half of that
    in the log would lose the report or double it, so that what belongs together goes out as one
    record batch, which a broker appends whole or not at all.
    """

    def __init__(self, settings: Settings) -> None:
        self._producer = _producer(settings, batch_bytes_max=REQUEST_BYTES_MAX)

    async def start(self) -> None:
        await self._producer.start()

    async def write(self, groups: Sequence[Sequence[Record]]) -> None:
        """Batch after batch, in order: what is in the log is a whole number of groups."""
        for packed in packs(groups):
            batch = self._producer.create_batch()
            for record in packed:
                headers = list(record.headers)
                batch.append(timestamp=None, key=record.key, value=record.value, headers=headers)
            target = packed[0]
            batch.close()
            await (await self._producer.send_batch(batch, target.topic, partition=target.partition))

    async def close(self) -> None:
        """Nothing to give up for one partition: the connection is shared."""

    async def stop(self) -> None:
        await self._producer.stop()


def packs(groups: Sequence[Sequence[Record]]) -> list[list[Record]]:
    """The groups joined to packs of some `PACK_BYTES`; no group is parted, however large it is."""
    found: list[list[Record]] = []
    room = 0
    for group in filter(None, groups):
        size = sum(map(_size, group))
        if size > room or not found:
            found.append([])
            room = PACK_BYTES
        found[-1] += group
        room -= size
    return found


def _size(record: Record) -> int:
    headers = sum(len(name) + len(value) for name, value in record.headers)
    return len(record.key or b"") + len(record.value or b"") + headers
