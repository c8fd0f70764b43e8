"""Without transactions only one worker may write: how a second one is refused and a zombie ends.

Place in the flow: `agents` asks before every batch. With transactions neither class is used: the
broker fences (docs/adr/0001-output-topic-is-the-state.md).

The group itself tells whether a worker is alone: then it is assigned every partition. A worker is
admitted by its first complete assignment, and stays admitted. One that gets less at first takes no
message, waits for a dead predecessor's session to run out, and ends if it still is not alone. A
worker that was stopped for longer than its session (SIGSTOP, a sleeping laptop) may have a
successor that it does not know of: it ends before its next write.
"""

import asyncio
import logging
import time

from workers.streaming.failure import Exit, die
from workers.streaming.logs import event

logger = logging.getLogger(__name__)

PATIENCE_SESSIONS = 2
"""Sessions to wait for a dead predecessor to leave: one, and one for the broker's delays."""
TICK_S = 0.25
"""How often the pause guard looks at the clock."""
PAUSE_SHARE = 0.8
"""Share of the session timeout after which a pause counts: ends before the successor can begin."""


class Admission:
    """Decides, at each assignment, whether this worker may write."""

    def __init__(self, expected: int, session_timeout_s: float) -> None:
        self._expected = expected
        self._patience_s = PATIENCE_SESSIONS * session_timeout_s
        self._admitted = False
        self._decided = asyncio.Event()
        self._waiting: asyncio.Task[None] | None = None

    async def allowed(self) -> bool:
        """Whether the batch at hand may be worked on; waits for the assignment to be known."""
        await self._decided.wait()
        return self._admitted

    def stop(self) -> None:
        """The worker stops: nothing may be begun, and nobody shall wait for an assignment."""
        self._admitted = False
        self._decided.set()
        if self._waiting is not None:
            self._waiting.cancel()

    def revoked(self) -> None:
        """The assignment is void until the next one."""
        self._decided.clear()

    def assigned(self, partitions: int) -> None:
        """An assignment of that many partitions over all input topics arrived."""
        alone = partitions >= self._expected
        if alone and self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if not alone and not self._admitted and self._waiting is None:
            self._waiting = asyncio.ensure_future(self._give_up(partitions))
        if not alone and self._admitted:
            event(logger, logging.ERROR, "second_worker_seen", partitions=partitions)
        self._admitted = self._admitted or alone
        self._decided.set()

    async def _give_up(self, partitions: int) -> None:
        event(
            logger,
            logging.WARNING,
            "not_alone",
            partitions=partitions,
            expected=self._expected,
            patience_s=self._patience_s,
        )
        await asyncio.sleep(self._patience_s)
        die(
            Exit.NOT_ALONE,
            "second_worker_refused",
            reason="this broker has no transactions to fence with: one worker only",
        )


class PauseGuard:
    """Ends a worker that did not run for about its session timeout, before it writes again."""

    def __init__(self, session_timeout_s: float) -> None:
        self._pause_max_s = PAUSE_SHARE * session_timeout_s
        self._ran_at = time.monotonic()

    def check(self) -> None:
        """Ends the process if it was stopped since the last tick for too long."""
        pause_s = time.monotonic() - self._ran_at
        if pause_s > self._pause_max_s:
            die(Exit.FENCED, "paused_too_long", pause_s=round(pause_s, 1))

    async def run(self) -> None:
        """Ticks for ever."""
        while True:
            self.check()
            self._ran_at = time.monotonic()
            await asyncio.sleep(TICK_S)
