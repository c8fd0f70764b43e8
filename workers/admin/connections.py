"""Clients of the broker (kafka-python), and reading a topic to its end.

Place in the flow: every administrative command opens its consumer, producer or admin client here,
so that acknowledgement, isolation and size limits are the same everywhere.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import KafkaAdminClient
from kafka.consumer.fetcher import ConsumerRecord

from workers.admin.command import AdminError, bootstrap_servers
from workers.settings import Settings

REQUEST_BYTES_MAX = 8 * 1024 * 1024
"""Above the largest `max.message.bytes` of our topics (workers.admin.topics)."""
POLL_MS = 200
"""How long one poll waits: what a Ctrl-C waits for, at most."""
STALLED_SECONDS = 10.0
"""No record for that long before the end: an open transaction holds the rest back."""


def admin_client(settings: Settings) -> KafkaAdminClient:
    """An administration client; close it."""
    return KafkaAdminClient(bootstrap_servers=bootstrap_servers(settings))


def producer(settings: Settings) -> KafkaProducer:
    """A producer whose sends are acknowledged by all replicas; close it."""
    return KafkaProducer(
        bootstrap_servers=bootstrap_servers(settings),
        acks="all",
        linger_ms=20,  # measured: doubles the throughput of a stream of small records
        max_request_size=REQUEST_BYTES_MAX,
    )


def consumer(settings: Settings) -> KafkaConsumer:
    """A consumer outside of any group, that sees committed records only; close it."""
    return KafkaConsumer(
        bootstrap_servers=bootstrap_servers(settings),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        max_partition_fetch_bytes=REQUEST_BYTES_MAX,
    )


def partitions_of(reader: KafkaConsumer, topics: Sequence[str]) -> list[TopicPartition]:
    """All partitions of these topics.

    Raises:
        AdminError: a topic does not exist.
    """
    found: list[TopicPartition] = []
    for topic in topics:
        numbers = reader.partitions_for_topic(topic)
        if not numbers:
            raise AdminError(f"topic {topic} does not exist: `tawatur topics` creates it")
        found += [TopicPartition(topic, number) for number in sorted(numbers)]
    return found


class UntilEnd:
    """Where reading ends: the high watermark that each partition's first fetch told.

    Not `end_offsets`: the embedded broker answers it too low. A fetch tells the truth on both.
    """

    def __init__(self, reader: KafkaConsumer, partitions: Sequence[TopicPartition]) -> None:
        """Knows no end yet; `reader` must be assigned to `partitions`."""
        self._reader = reader
        self._partitions = tuple(partitions)
        self._ends: dict[TopicPartition, int] = {}

    def end(self, partition: TopicPartition) -> int | None:
        """The offset at which the partition ended when it was first fetched; None: not fetched."""
        if partition not in self._ends:
            known = self._reader.highwater(partition)
            if known is not None:
                self._ends[partition] = known
        return self._ends.get(partition)

    def ends(self) -> dict[TopicPartition, int] | None:
        """The ends of all partitions; None while one was not fetched."""
        for partition in self._partitions:
            self.end(partition)
        return dict(self._ends) if len(self._ends) == len(self._partitions) else None

    def reached(self) -> bool:
        """Whether every partition has been read up to its end."""
        return all(
            (end := self.end(partition)) is not None and self._reader.position(partition) >= end
            for partition in self._partitions
        )


def read_to_end(settings: Settings, topics: Sequence[str]) -> Iterator[ConsumerRecord]:
    """Every committed record of these topics from the beginning to the end as it is now."""
    with closing(consumer(settings)) as reader:
        partitions = partitions_of(reader, topics)
        reader.assign(partitions)
        reader.seek_to_beginning(*partitions)
        until = UntilEnd(reader, partitions)
        heard = time.monotonic()
        while not until.reached() and time.monotonic() - heard < STALLED_SECONDS:
            for records in reader.poll(timeout_ms=POLL_MS).values():
                heard = time.monotonic()
                for record in records:
                    end = until.end(TopicPartition(record.topic, record.partition))
                    if end is None or record.offset < end:
                        yield record
