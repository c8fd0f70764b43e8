"""What we need of a broker, on each of them; where the embedded one differs, the test says how."""

import asyncio
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka import TopicPartition as AsyncTopicPartition
from aiokafka.errors import KafkaError as AsyncKafkaError
from aiokafka.errors import ProducerFenced
from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import KafkaAdminClient, NewTopic

from tests.integration.running import Broker
from workers.admin.connections import consumer, producer, read_to_end
from workers.settings import Settings

pytestmark = pytest.mark.integration

DEADLINE_S = 30.0
MakeTopic = Callable[..., str]


@pytest.fixture
def topic(settings: Settings) -> Iterator[MakeTopic]:
    """Makes a topic with so many partitions and this configuration."""
    made: list[str] = []
    with closing(KafkaAdminClient(bootstrap_servers=settings.bootstrap)) as admin:

        def make(partitions: int = 1, **config: str) -> str:
            name = f"{settings.topic_prefix}{uuid.uuid4().hex[:6]}"
            admin.create_topics([NewTopic(name, partitions, 1, topic_configs=config)])
            made.append(name)
            return name

        yield make
        admin.delete_topics(made)


def send(settings: Settings, topic: str, *records: tuple[bytes | None, bytes | None, int]) -> None:
    """Each (key, value, partition) is acknowledged afterwards."""
    with closing(producer(settings)) as kafka:
        for key, value, partition in records:
            kafka.send(topic, key=key, value=value, partition=partition)
        kafka.flush(timeout=DEADLINE_S)


def test_what_is_produced_is_read_back_byte_for_byte_in_order(
    settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    values = [
        b"",
        b"\xff\xfe\x00",
        "قصف".encode(),
        b"x" * 900_000,
        *(b"%d" % n for n in range(500)),
    ]
    send(settings, name, *((b"k", value, 0) for value in values))
    assert [record.value for record in read_to_end(settings, [name])] == values


def test_null_keys_and_null_values_stay_null(settings: Settings, topic: MakeTopic) -> None:
    name = topic()
    send(settings, name, (None, b"v", 0), (b"k", None, 0))
    assert [(r.key, r.value) for r in read_to_end(settings, [name])] == [(None, b"v"), (b"k", None)]


def test_headers_keep_bytes_order_and_repetition(settings: Settings, topic: MakeTopic) -> None:
    name = topic()
    headers = [("ce_id", b"a:1"), ("x", b"\xff"), ("x", b""), ("ي", "ب".encode())]
    with closing(producer(settings)) as kafka:
        kafka.send(name, value=b"v", headers=headers).get(timeout=DEADLINE_S)
    (record,) = read_to_end(settings, [name])
    assert [(key, value or b"") for key, value in record.headers] == headers


def test_an_explicit_partition_is_kept_against_the_key(
    settings: Settings, topic: MakeTopic
) -> None:
    name = topic(partitions=3)
    send(settings, name, *((b"the same key", b"%d" % n, n % 3) for n in range(30)))
    read = [(record.partition, int(record.value)) for record in read_to_end(settings, [name])]
    assert sorted(number for _partition, number in read) == list(range(30))
    assert all(number % 3 == partition for partition, number in read)


def test_the_acknowledgement_tells_the_offset_that_the_record_is_read_at(
    settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    with closing(producer(settings)) as kafka:
        told = [kafka.send(name, value=b"%d" % n) for n in range(20)]
        offsets = [future.get(timeout=DEADLINE_S).offset for future in told]
    assert offsets == [record.offset for record in read_to_end(settings, [name])]


def test_the_producers_timestamp_is_kept(settings: Settings, topic: MakeTopic) -> None:
    name = topic()
    with closing(producer(settings)) as kafka:
        kafka.send(name, value=b"v", timestamp_ms=1_715_000_000_123).get(timeout=DEADLINE_S)
    (record,) = read_to_end(settings, [name])
    assert record.timestamp == 1_715_000_000_123


def test_a_restore_to_the_fetched_high_watermark_sees_every_record(
    settings: Settings, topic: MakeTopic
) -> None:
    name = topic(partitions=3)
    # Small batches: this is where the embedded broker's ListOffsets is off.
    for start in range(0, 60, 3):
        send(settings, name, *((b"k", b"%d" % n, n % 3) for n in range(start, start + 3)))
    assert sorted(int(r.value) for r in read_to_end(settings, [name])) == list(range(60))


def test_a_restore_of_empty_partitions_ends(settings: Settings, topic: MakeTopic) -> None:
    name = topic(partitions=3)
    send(settings, name, (b"k", b"v", 1))
    assert [record.value for record in read_to_end(settings, [name])] == [b"v"]
    assert list(read_to_end(settings, [topic(partitions=2)])) == []


def test_end_offsets_are_true_on_kafka_and_too_low_on_the_embedded_broker(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    with closing(KafkaProducer(bootstrap_servers=settings.bootstrap, linger_ms=100)) as kafka:
        for number in range(10):
            kafka.send(name, value=b"%d" % number)
    partition = TopicPartition(name, 0)
    with closing(consumer(settings)) as reader:
        end = reader.end_offsets([partition])[partition]
    # One batch of ten is one step for the embedded broker's ListOffsets.
    assert end == 10 if broker.true_end_offsets else end < 10


def test_committed_offsets_are_told_to_an_administrator(
    settings: Settings, topic: MakeTopic
) -> None:
    name = topic(partitions=2)
    first = TopicPartition(name, 0)
    with closing(
        KafkaConsumer(
            bootstrap_servers=settings.bootstrap,
            group_id=settings.application,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
        )
    ) as reader:
        reader.assign([first])
        send(settings, name, (b"k", b"v", 0), (b"k", b"w", 0))
        deadline = time.monotonic() + DEADLINE_S
        while reader.position(first) < 2 and time.monotonic() < deadline:
            reader.poll(timeout_ms=200)
        reader.commit()
    with closing(KafkaAdminClient(bootstrap_servers=settings.bootstrap)) as admin:
        told = admin.list_group_offsets(settings.application)[settings.application]
    assert {each: entry.offset for each, entry in told.items() if entry.offset >= 0} == {first: 2}


def test_compaction_keeps_the_last_version_on_kafka_and_does_nothing_on_the_embedded_broker(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    config = {
        "cleanup.policy": "compact",
        "segment.ms": "100",
        "min.cleanable.dirty.ratio": "0.01",
        "max.compaction.lag.ms": "100",
    }
    name = topic(**config)
    versions = [(b"a", b"%d" % n, 0) for n in range(50)]
    send(settings, name, *versions, (b"b", b"only", 0))
    deadline = time.monotonic() + DEADLINE_S
    kept = 51
    while kept > 10 and time.monotonic() < deadline and (broker.compaction or kept == 51):
        time.sleep(0.6)  # segments roll when a record comes after segment.ms
        send(settings, name, (b"roll", b"r", 0))
        kept = len([r for r in read_to_end(settings, [name]) if r.key != b"roll"])
        if not broker.compaction:
            break
    last = {record.key: record.value for record in read_to_end(settings, [name])}
    assert (last[b"a"], last[b"b"]) == (b"49", b"only")
    assert (kept <= 10) if broker.compaction else (kept == 51)


# ------------------------------------------------------------------------------------- groups


def group_member(broker: Broker, settings: Settings, topic: str, number: int) -> AIOKafkaConsumer:
    return AIOKafkaConsumer(
        topic,
        bootstrap_servers=broker.bootstrap,
        client_id=f"member-{number}",
        group_id=settings.application,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        session_timeout_ms=6000,
        heartbeat_interval_ms=500,
    )


async def until(condition: Callable[[], bool], members: list[AIOKafkaConsumer]) -> None:
    """Polls the members until the condition holds; fails after the deadline."""
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, "the group did not get there in time"
        await asyncio.gather(*(member.getmany(timeout_ms=100) for member in members))


async def test_a_group_shares_partitions_and_takes_over_from_a_member_that_leaves(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    name = topic(partitions=4)
    everything = {AsyncTopicPartition(name, number) for number in range(4)}
    first = group_member(broker, settings, name, 1)
    await first.start()
    await until(lambda: len(first.assignment()) == 4, [first])
    second = group_member(broker, settings, name, 2)
    joining = asyncio.create_task(second.start())
    await until(joining.done, [first])
    try:
        await until(
            lambda: len(first.assignment()) == 2 and len(second.assignment()) == 2, [first, second]
        )
        assert not first.assignment() & second.assignment()
    finally:
        await first.stop()
    try:
        await until(lambda: second.assignment() == everything, [second])
    finally:
        await second.stop()


async def test_a_member_goes_on_from_the_committed_offset(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    send(settings, name, *((b"k", b"%d" % n, 0) for n in range(10)))
    partition = AsyncTopicPartition(name, 0)
    first = group_member(broker, settings, name, 1)
    await first.start()
    try:
        await until(lambda: bool(first.assignment()), [])
        await first.commit({partition: 6})
    finally:
        await first.stop()
    second = group_member(broker, settings, name, 2)
    await second.start()
    try:
        record = await asyncio.wait_for(second.getone(), DEADLINE_S)
    finally:
        await second.stop()
    assert record.offset == 6


# ------------------------------------------------------------------------------- transactions


def transactional(broker: Broker, name: str) -> AIOKafkaProducer:
    return AIOKafkaProducer(bootstrap_servers=broker.bootstrap, transactional_id=name, acks="all")


async def test_transactions_exist_on_kafka_and_are_missing_on_the_embedded_broker(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    writer = transactional(broker, settings.application)
    if not broker.transactions:
        with pytest.raises((AsyncKafkaError, asyncio.TimeoutError)):
            await asyncio.wait_for(_one_transaction(writer, name), 5)
        await asyncio.wait_for(writer.stop(), 5)
        return
    await _one_transaction(writer, name)
    await _one_more(writer, name, b"second")
    await writer.begin_transaction()
    await writer.send_and_wait(name, b"aborted")
    await writer.abort_transaction()
    await writer.stop()
    assert [r.value for r in read_to_end(settings, [name])] == [b"first", b"second"]


async def _one_transaction(writer: AIOKafkaProducer, topic: str) -> None:
    await writer.start()
    await _one_more(writer, topic, b"first")


async def _one_more(writer: AIOKafkaProducer, topic: str, value: bytes) -> None:
    async with writer.transaction():
        await writer.send_and_wait(topic, value)


@pytest.mark.parametrize("broker", ["kafka"], indirect=True)
async def test_a_new_owner_fences_the_old_one_on_kafka(
    broker: Broker, settings: Settings, topic: MakeTopic
) -> None:
    name = topic()
    # aiokafka leaves futures behind whose ProducerFenced nobody asks for.
    asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
    zombie = transactional(broker, settings.application)
    await zombie.start()
    await _one_more(zombie, name, b"before")
    owner = transactional(broker, settings.application)
    await owner.start()
    await _one_more(owner, name, b"owner")
    with pytest.raises(ProducerFenced):
        await _one_more(zombie, name, b"zombie")
    await owner.stop()
    await zombie.stop()
    assert [r.value for r in read_to_end(settings, [name])] == [b"before", b"owner"]
