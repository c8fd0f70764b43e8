"""How far the worker is with what was published, from its group's committed offsets.

Place in the flow: `tawatur up --once` ends when this says so; nothing sleeps and hopes. Offsets are
committed after a batch's records were acknowledged, so what is committed is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kafka import TopicPartition
from kafka.admin import KafkaAdminClient

from workers.admin.connections import read_to_end
from workers.settings import Settings


@dataclass(frozen=True, slots=True)
class Ends:
    """The offset after the last record of each partition that holds any."""

    by_partition: Mapping[TopicPartition, int]

    def left(self, committed: Mapping[TopicPartition, int]) -> int:
        """How many offsets before these ends are not committed yet."""
        return sum(
            max(0, end - committed.get(partition, 0))
            for partition, end in self.by_partition.items()
        )


def published_ends(topic: str, ends: Mapping[int, int]) -> Ends:
    """The ends that the acknowledgements of a producer told, by partition number."""
    return Ends({TopicPartition(topic, number): end for number, end in ends.items()})


def read_ends(settings: Settings, topic: str) -> Ends:
    """The ends by reading the topic: right on both brokers, unlike the answer to ListOffsets."""
    ends: dict[TopicPartition, int] = {}
    for record in read_to_end(settings, [topic]):
        ends[TopicPartition(record.topic, record.partition)] = record.offset + 1
    return Ends(ends)


def committed_offsets(admin: KafkaAdminClient, group: str) -> dict[TopicPartition, int]:
    """What the group has committed, empty while it does not exist."""
    told = admin.list_group_offsets(group).get(group, {})
    return {partition: entry.offset for partition, entry in told.items() if entry.offset >= 0}


class Progress:
    """Waits for the worker to be done with published articles and with the events out of them."""

    def __init__(self, settings: Settings, articles: Ends, events_topic: str) -> None:
        """Knows where the articles end; where the events end is known once those are done."""
        self._settings = settings
        self._articles = articles
        self._events_topic = events_topic
        self._events: Ends | None = None

    def left(self, admin: KafkaAdminClient) -> int:
        """Messages that are not done, at least; 0 when all is done."""
        committed = committed_offsets(admin, self._settings.application)
        if left := self._articles.left(committed):
            return left
        if self._events is None:
            # The articles are committed, so every event out of them is acknowledged.
            self._events = read_ends(self._settings, self._events_topic)
        return self._events.left(committed)
