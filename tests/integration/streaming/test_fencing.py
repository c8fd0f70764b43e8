"""Several workers on real Kafka: rebalances, zombies, and who may write a partition."""

import contextlib

import pytest
from aiokafka.errors import ProducerFenced

from tests.integration.streaming.support import (
    Feed,
    Worker,
    Workers,
    assert_as_if_nothing_happened,
    wait_until,
)
from workers.admin.connections import read_to_end
from workers.samples import articles
from workers.settings import Settings
from workers.streaming.failure import Exit
from workers.streaming.producers import FencedWriter, Record
from workers.wire.topics import Topic

pytestmark = [
    pytest.mark.integration,
    pytest.mark.parametrize("broker", ["kafka"], indirect=True),
]


def shared(first: Worker, second: Worker, settings: Settings) -> bool:
    """Whether both have work, and together all of it: the partitions of the three input topics."""
    return min(owned(first), owned(second)) > 0 and (
        owned(first) + owned(second) == 3 * settings.partitions
    )


def owned(worker: Worker) -> int:
    """How many partitions the worker was last assigned."""
    assignments = worker.events("assigned")
    return len(assignments[-1]["partitions"]) if assignments else 0


async def test_a_writer_is_fenced_once_another_one_of_its_partition_started(
    installed: Settings,
) -> None:
    topic = installed.topic(Topic.INCIDENTS)
    zombie, owner = FencedWriter(installed, 0), FencedWriter(installed, 0)
    await zombie.start()
    await zombie.write([[Record(topic, b"k", b"by the first", partition=0)]])
    await owner.start()
    with pytest.raises(ProducerFenced):
        await zombie.write([[Record(topic, b"k", b"by the zombie", partition=0)]])
    await owner.write([[Record(topic, b"k", b"by the owner", partition=0)]])
    for writer in (owner, zombie):
        with contextlib.suppress(ProducerFenced):  # closing asks its failed sender for the result
            await writer.close()
    assert [record.value for record in read_to_end(installed, [topic])] == [
        b"by the first",
        b"by the owner",
    ]


def test_two_workers_share_the_work_and_come_and_go(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    first = workers.start()
    feed.send(articles()[:40])
    feed.wait_for_events_committed(10)
    second = workers.start()
    everything = 3 * installed.partitions
    wait_until(lambda: shared(first, second, installed), "the work is shared")
    feed.send(articles()[40:60])
    feed.wait_for_events_committed(30)
    assert first.stop() == 0
    feed.send(articles()[60:])
    wait_until(lambda: owned(second) == everything, "the second one has it all")
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles(), in_order=False)


def test_one_of_two_workers_is_killed(installed: Settings, feed: Feed, workers: Workers) -> None:
    first, second = workers.start(ready=False), workers.start(ready=False)
    wait_until(lambda: shared(first, second, installed), "the work is shared")
    feed.send(articles())
    feed.wait_for_events_committed(15)
    first.kill()
    feed.wait_until_done()
    assert second.running()
    assert_as_if_nothing_happened(installed, articles(), in_order=False)


def test_a_worker_paused_past_its_session_cannot_overwrite_its_successor(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    zombie = workers.start()
    feed.send(articles(), partition=0)
    feed.wait_for_events_committed(10)
    zombie.pause()
    successor = workers.start()
    feed.wait_until_done()
    assignments = len(zombie.events("assigned"))
    zombie.resume()
    wait_until(
        lambda: not zombie.running() or len(zombie.events("assigned")) > assignments,
        "the zombie is fenced in the middle of a write, or between two takes part again",
    )
    if not zombie.running():
        assert zombie.wait() == Exit.FENCED
        assert zombie.events("fenced")
    assert successor.running()
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles(), faults=True)
