"""The mended places of Faust's driver."""

from types import SimpleNamespace
from typing import Any

import pytest
from faust.transport.drivers import aiokafka as faust_driver

from workers.streaming.driver import CarefulConsumer, Transport


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


def test_the_transport_makes_that_consumer() -> None:
    assert Transport.Consumer is CarefulConsumer
