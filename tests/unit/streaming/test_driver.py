"""The mended places of Faust's driver."""

from types import SimpleNamespace
from typing import Any

import pytest
from faust.transport.drivers import aiokafka as faust_driver

from workers.streaming import driver
from workers.streaming.driver import CarefulConsumer, Transport
from workers.streaming.failure import Exit


@pytest.fixture
def consumer(monkeypatch: pytest.MonkeyPatch) -> CarefulConsumer:
    def ack(_self: object, _message: Any) -> bool:
        return True

    monkeypatch.setattr(faust_driver.Consumer, "ack", ack)
    return CarefulConsumer.__new__(CarefulConsumer)


def test_a_message_that_was_worked_on_is_acknowledged(consumer: CarefulConsumer) -> None:
    assert consumer.ack(SimpleNamespace(tracked=True))


def test_a_message_that_was_skipped_is_not(consumer: CarefulConsumer) -> None:
    assert not consumer.ack(SimpleNamespace(tracked=False))


@pytest.mark.parametrize("rebalancing", [True, False])
async def test_a_seek_that_fails_ends_the_process_unless_the_assignment_is_over(
    consumer: CarefulConsumer, monkeypatch: pytest.MonkeyPatch, *, rebalancing: bool
) -> None:
    async def fails(_self: object) -> None:
        raise ConnectionError("broker")

    ended = []
    monkeypatch.setattr(faust_driver.Consumer, "perform_seek", fails)
    monkeypatch.setattr(driver, "die", lambda code, *_names, **_fields: ended.append(code))
    consumer.app = SimpleNamespace(rebalancing=rebalancing)  # type: ignore[assignment]
    with pytest.raises(ConnectionError):
        await consumer.perform_seek()
    assert ended == ([] if rebalancing else [Exit.BROKER])


def test_the_transport_makes_that_consumer() -> None:
    assert Transport.Consumer is CarefulConsumer
