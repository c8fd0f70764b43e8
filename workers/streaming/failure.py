"""How a worker fails: retry what may pass, then end the process before anything is acknowledged.

Place in the flow: every part of the shell. A message is acknowledged only after its records are
written, so ending at any instant loses nothing: the messages come again after the restart.
"""

import asyncio
import logging
import os
import random
import sys
from collections.abc import Awaitable, Callable
from enum import IntEnum
from typing import NoReturn, TypeVar

from aiokafka.errors import KafkaError

from workers.streaming.logs import event

logger = logging.getLogger(__name__)

T = TypeVar("T")

RETRIES_MAX = 7
"""With `RETRY_FIRST_S` doubling: some 25 s at most; a broker restarts in 4 s (measured)."""
RETRY_FIRST_S = 0.2
RETRY_LONGEST_S = 8.0

TRANSIENT = (KafkaError, OSError, TimeoutError)
"""What may pass by itself: the broker's errors and the network's."""


class Exit(IntEnum):
    """Exit codes of a worker. Source: sysexits.h for 70, 75, 77 and 78; 76 is ours."""

    BUG = 70
    BROKER = 75
    FENCED = 76
    NOT_ALONE = 77
    CONFIG = 78


class Misconfigured(Exception):  # noqa: N818 - a state of the installation, not an error of ours
    """The worker cannot run like this; the message says what to change."""


def die(code: Exit, name: str, **fields: object) -> NoReturn:
    """End the process at once, with a log line and without acknowledging anything.

    Not `sys.exit` and not Faust's crash: both run shutdown code, and Faust's commits offsets there.
    """
    event(logger, logging.CRITICAL, name, exit_code=int(code), **fields)
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


async def retried(action: Callable[[], Awaitable[T]], name: str) -> T:
    """The action's result, tried again with jitter while the broker fails; raises the last error.

    Source: "full jitter", M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog (2015).
    """
    for attempt in range(RETRIES_MAX):
        try:
            return await action()
        except TRANSIENT as error:
            longest = min(RETRY_LONGEST_S, RETRY_FIRST_S * 2**attempt)
            wait_s = random.uniform(0, longest)  # noqa: S311 - spreads load, guards no secret
            event(
                logger,
                logging.WARNING,
                "retry",
                action=name,
                attempt=attempt + 1,
                wait_s=round(wait_s, 3),
                error=repr(error),
            )
            await asyncio.sleep(wait_s)
    return await action()
