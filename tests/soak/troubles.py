# ruff: noqa: S311 - seeded troubles, no secrets
"""What happens to the workers and the broker in a soak, and when.

One worker, the elder, is spared after the first minutes: what grows without end shows in a process
that lives. It is touched by all the rest: rebalances, restores, a broker that goes away.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Trouble(StrEnum):
    """One kind of fault."""

    KILL = "kill -9 of a worker"
    STOP = "SIGTERM of a worker"
    PAUSE = "SIGSTOP of a worker past its session"
    BLINK = "SIGSTOP of a worker within its session"
    BROKER_KILL = "kill -9 of the broker"
    BROKER_STOP = "SIGTERM of the broker"
    POWER_CUT = "kill -9 of everything at once"


FREQUENT = (
    *(Trouble.KILL,) * 4,
    *(Trouble.PAUSE,) * 3,
    *(Trouble.STOP,) * 2,
    Trouble.BLINK,
    Trouble.BROKER_KILL,
    Trouble.BROKER_STOP,
)
FIRST_S = 75.0
"""The power cut comes first, since it ends the elder, too."""
EVERY_S = (50.0, 120.0)
QUIET_END_S = 45.0
"""Before the end of the feed: the last restart has begun by then."""
AWAY_S = {
    Trouble.PAUSE: (9.0, 16.0),
    Trouble.BLINK: (1.0, 4.0),
    Trouble.BROKER_KILL: (1.0, 12.0),
    Trouble.BROKER_STOP: (0.0, 2.0),
    Trouble.POWER_CUT: (2.0, 5.0),
}
"""How long what is paused or ended stays away, from and to; the session is over after 6 s."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A trouble: when it begins, in seconds of the feed, and how long it lasts."""

    at_s: float
    trouble: Trouble
    away_s: float


def planned(seed: int, seconds: float) -> Iterator[Planned]:
    """The troubles of a soak of so many seconds, in order."""
    random, at_s, trouble = Random(seed), FIRST_S, Trouble.POWER_CUT
    while at_s < seconds - QUIET_END_S:
        yield Planned(at_s, trouble, random.uniform(*AWAY_S.get(trouble, (0.0, 0.0))))
        at_s += random.uniform(*EVERY_S)
        trouble = random.choice(FREQUENT)
