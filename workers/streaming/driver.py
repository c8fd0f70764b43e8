"""Faust's Kafka driver, with the one place mended where it acknowledges what nobody worked on.

Place in the flow: `agents.Application` makes its consumer with this transport.

When a rebalance begins between the delivery of a message to a stream and the stream's next step,
Faust skips the message because its generation is over, and the pure-Python stream acknowledges what
it skips. The acknowledgement then counts towards the commit at revocation, and the message is gone.
Such a message was never tracked (`message.tracked` is set when work on it begins), which tells it
apart.
"""

from typing import Any

from faust.transport.drivers import aiokafka as faust_driver


class TrackedAckConsumer(faust_driver.Consumer):
    """Faust's consumer; takes acknowledgements for messages that a stream began to work on."""

    def ack(self, message: Any) -> bool:  # noqa: ANN401 - Faust's message
        """Marks the message as done, unless it was skipped before any work on it."""
        return message.tracked and super().ack(message)


class Transport(faust_driver.Transport):
    """Faust's transport with that consumer."""

    Consumer = TrackedAckConsumer
