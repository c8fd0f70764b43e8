"""What is acknowledged, and when."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from unittest.mock import Mock

import pytest
from aiokafka.errors import KafkaConnectionError, ProducerFenced

from workers.settings import Settings
from workers.streaming import agents
from workers.streaming.agents import Application, work
from workers.streaming.failure import Exit
from workers.streaming.metrics import Metrics
from workers.streaming.runtime import Parts

GENERATION = 7


class Ended(BaseException):
    """Stands for the end of the process."""


@dataclass(eq=False)
class Message:
    """As Faust gives it; `generation_id` of the assignment that it was fetched under."""

    offset: int
    generation_id: int = GENERATION
    topic: str = "t"
    partition: int = 0


@dataclass(eq=False)
class Taken:
    message: Message


@dataclass
class Stream:
    acked: list[int] = field(default_factory=list)

    async def ack(self, taken: Taken) -> None:
        self.acked.append(taken.message.offset)


class Runtime:
    def __init__(self, *, allowed: bool = True) -> None:
        self.metrics = Metrics()
        self._allowed = allowed

    async def allowed(self) -> bool:
        return self._allowed


@dataclass
class App:
    runtime: Runtime
    consumer: Any
    consumer_generation_id: int = GENERATION


@dataclass
class Consumer:
    unacked: set[Message]


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[Exit]:
    codes: list[Exit] = []

    def die(code: Exit, _name: str, **_fields: object) -> None:
        codes.append(code)
        raise Ended

    monkeypatch.setattr(agents, "die", die)
    return codes


def batch(*messages: Message, allowed: bool = True) -> tuple[Application, Stream, list[Taken]]:
    app = App(Runtime(allowed=allowed), Consumer(set(messages)))
    return cast("Application", app), Stream(), [Taken(message) for message in messages]


async def test_messages_are_acknowledged_after_they_are_processed() -> None:
    app, stream, taken = batch(Message(1), Message(2))
    seen: list[int] = []

    async def process(messages: Sequence[Message]) -> None:
        assert not stream.acked
        seen.extend(message.offset for message in messages)

    await work(app, stream, taken, process)
    assert seen == stream.acked == [1, 2]
    assert not app.consumer.unacked


async def test_messages_of_an_earlier_assignment_are_neither_processed_nor_acknowledged() -> None:
    app, stream, taken = batch(Message(8, GENERATION - 1), Message(3))
    seen: list[int] = []

    async def process(messages: Sequence[Message]) -> None:
        seen.extend(message.offset for message in messages)

    await work(app, stream, taken, process)
    assert seen == stream.acked == [3]
    assert not app.consumer.unacked, "a rebalance waits for what is tracked and not acknowledged"


async def test_a_worker_that_is_not_admitted_processes_and_acknowledges_nothing() -> None:
    app, stream, taken = batch(Message(1), allowed=False)

    async def process(_messages: Sequence[Message]) -> None:
        pytest.fail("processed")

    await work(app, stream, taken, process)
    assert not stream.acked
    assert not app.consumer.unacked


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ProducerFenced(), Exit.FENCED),
        (KafkaConnectionError(), Exit.BROKER),
        (OSError(), Exit.BROKER),
        (TimeoutError(), Exit.BROKER),
        (KeyError("bug"), Exit.BUG),
        (RecursionError(), Exit.BUG),
    ],
)
async def test_a_failure_ends_the_process_before_the_acknowledgement(
    ends: list[Exit], error: Exception, code: Exit
) -> None:
    app, stream, taken = batch(Message(1))

    async def process(_messages: Sequence[Message]) -> None:
        raise error

    with pytest.raises(Ended):
        await work(app, stream, taken, process)
    assert ends == [code]
    assert not stream.acked


@pytest.mark.parametrize(
    ("error", "code"), [(KafkaConnectionError(), Exit.BROKER), (KeyError("bug"), Exit.BUG)]
)
async def test_what_fails_in_faust_ends_the_process_without_its_shutdown(
    ends: list[Exit], tmp_path: Path, error: Exception, code: Exit
) -> None:
    settings = Settings(bootstrap="127.0.0.1:9", run_dir=str(tmp_path))
    app = agents.build(settings, Parts(Mock(), Mock()))
    with pytest.raises(Ended):
        await app.crash(error)
    assert ends == [code]
