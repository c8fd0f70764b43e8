"""Faust's consumer with our driver, on a real broker: nothing is read past."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import faust
import pytest

from tests.integration.streaming.support import DEADLINE_S, POLL_S
from workers.admin.connections import producer
from workers.settings import Settings
from workers.streaming.agents import HEARTBEATS_A_SESSION
from workers.streaming.driver import Transport
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

FETCH_S = 2.0
"""Longer than Faust's fetch, so that the one under way has answered."""
READ, DROPPED, LATER = 2, 7, 3


class App(faust.App):
    """A bare Faust application with our transport."""

    def _new_transport(self) -> Transport:
        return Transport(self.conf.broker_consumer, self)


@pytest.fixture
async def reading(installed: Settings, tmp_path: Path) -> AsyncIterator[tuple[Any, list[int]]]:
    """A running application and the offsets that its agent has seen of the first partition."""
    app = App(
        installed.application,
        broker=f"kafka://{installed.bootstrap}",
        datadir=tmp_path / "faust",
        store="memory://",
        value_serializer="raw",
        consumer_auto_offset_reset="earliest",
        topic_disable_leader=True,
        topic_allow_declare=False,
        broker_commit_interval=DEADLINE_S,
        broker_session_timeout=installed.session_timeout_s,
        broker_heartbeat_interval=installed.session_timeout_s / HEARTBEATS_A_SESSION,
        web_enabled=False,
    )
    seen: list[int] = []

    async def take(stream: Any) -> None:
        async for event in stream.events():
            seen.append(event.message.offset)  # noqa: PERF401 - it never ends

    app.agent(app.topic(installed.topic(Topic.ARTICLES), value_type=bytes), name="take")(take)
    app.finalize()
    await app.start()
    try:
        yield app, seen
    finally:
        await app.stop()


async def until(true: Any) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(POLL_S)


async def test_what_a_fetch_brings_while_work_stands_still_is_read_again(
    reading: tuple[Any, list[int]], installed: Settings
) -> None:
    """As in a rebalance: the fetch under way answers before work goes on; nothing is committed."""
    app, seen = reading
    topic = installed.topic(Topic.ARTICLES)
    with closing(producer(installed)) as kafka:

        def publish(count: int) -> None:
            for _ in range(count):
                kafka.send(topic, value=b"{}", partition=0).get(DEADLINE_S)

        await asyncio.to_thread(publish, READ)
        await until(lambda: len(seen) == READ)
        app.consumer.stop_flow()
        await asyncio.to_thread(publish, DROPPED)
        await asyncio.sleep(FETCH_S)
        app.consumer.resume_flow()
        await asyncio.to_thread(publish, LATER)
    published = READ + DROPPED + LATER
    await until(lambda: published - 1 in seen)
    assert set(seen) == set(range(published))
    assert len(seen) > published, "the fetch was not under way, or the test proves nothing"
