"""Faust's Kafka driver, with the two places mended where it loses messages.

Place in the flow: `agents.Application` makes its consumer with this transport.

*It acknowledges what nobody worked on.* When a rebalance begins between the delivery of a message
to a stream and the stream's next step, Faust skips the message because its generation is over, and
the pure-Python stream acknowledges what it skips. The acknowledgement then counts towards the
commit at revocation, and the message is gone. Such a message was never tracked (`message.tracked`
is set when work on it begins), which tells it apart.

*It reads on behind what it threw away.* A fetch that is under way when a rebalance begins may
answer after the new assignment and before work resumes. Faust drops the answer and goes back to the
committed offsets, but not on a partition that has none yet: there it reads on behind the dropped
messages, and the next commit skips them for good.
"""

from typing import Any

from faust.transport.drivers import aiokafka as faust_driver

from workers.streaming.failure import Exit, die


class CarefulConsumer(faust_driver.Consumer):
    """Faust's consumer; acknowledges what was worked on, and goes back to all that was not."""

    def ack(self, message: Any) -> bool:  # noqa: ANN401 - Faust's message
        """Marks the message as done, unless it was skipped before any work on it."""
        return message.tracked and super().ack(message)

    async def perform_seek(self) -> None:
        """Goes back to the committed offsets, and to the beginning where there is none.

        Faust does so once more before work resumes after a rebalance, and what fails in between
        mostly does since the assignment is over. Later a failure ends the process: what Faust has
        dropped would not be read again.
        """
        try:
            await super().perform_seek()
            fresh = [tp for tp in self.assignment() if not self._committed_offset[tp]]
            if fresh:
                begins = await self.earliest_offsets(*map(faust_driver.ensure_aiokafka_TP, fresh))
                await self.seek_wait(begins)
        except Exception as error:
            if not self.app.rebalancing:
                die(Exit.BROKER, "cannot_seek", error=repr(error))
            raise


class Transport(faust_driver.Transport):
    """Faust's transport with that consumer."""

    Consumer = CarefulConsumer
