"""Two workers under a supervisor, and the broker that they work on: who lives, who is ill-treated.

Nothing here waits: what lasts is put on an agenda, so that troubles can meet each other.
"""

import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Any

from tests.integration.streaming.support import Worker, Workers
from tests.soak.troubles import Planned, Trouble
from workers.streaming.failure import Exit

NODE = 1
EXPECTED = {
    -signal.SIGKILL: "killed by us",
    0: "stopped by us",
    int(Exit.BROKER): "75 broker",
    int(Exit.FENCED): "76 fenced",
}
"""How a worker may end here; any other way is a finding."""


@dataclass
class Slot:
    """One worker and those that were there before it."""

    worker: Worker
    started_at: float
    ready_after_s: float | None = None
    paused: bool = False


@dataclass
class Crew:
    """The elder (slot 0), the other one (slot 1) and the broker."""

    workers: Workers
    cluster: Any
    slots: list[Slot] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    unexpected: list[str] = field(default_factory=list)
    ready_s: list[float] = field(default_factory=list)
    """Seconds from a start to being ready, of each worker that got there."""
    _agenda: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)
    _number: count = field(default_factory=count)  # type: ignore[type-arg]

    def start(self) -> None:
        """Both workers are on their way."""
        self.slots = [self._slot(), self._slot()]

    def _slot(self) -> Slot:
        return Slot(self.workers.start(ready=False), time.monotonic())

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Puts an action on the agenda."""
        heappush(self._agenda, (time.monotonic() + seconds, next(self._number), action))

    def look(self) -> None:
        """Does what is due, starts what has ended, sees who got ready."""
        while self._agenda and self._agenda[0][0] <= time.monotonic():
            heappop(self._agenda)[2]()
        for number, slot in enumerate(self.slots):
            code = slot.worker.exit_code()
            if code is not None:
                self.ends[EXPECTED.get(code, f"exit {code}")] += 1
                if code not in EXPECTED:
                    self.unexpected.append(f"{slot.worker.log.name}: exit {code}")
                self.slots[number] = self._slot()
            elif slot.ready_after_s is None and slot.worker.get("/health/ready")[0] == 200:
                slot.ready_after_s = time.monotonic() - slot.started_at
                self.ready_s.append(slot.ready_after_s)

    def settled(self) -> bool:
        """Nothing is on the agenda and both workers are ready."""
        return not self._agenda and all(slot.ready_after_s is not None for slot in self.slots)

    def suffer(self, planned: Planned) -> None:
        """A trouble begins."""
        slot = self.slots[1]
        match planned.trouble:
            case Trouble.KILL:
                slot.worker.signal(signal.SIGKILL)
            case Trouble.STOP:
                slot.worker.signal(signal.SIGTERM)
            case Trouble.PAUSE | Trouble.BLINK:
                slot.worker.signal(signal.SIGSTOP)
                self.later(planned.away_s, lambda: slot.worker.signal(signal.SIGCONT))
            case Trouble.BROKER_KILL:
                self.cluster.kill_node(NODE)
                self.later(planned.away_s, self._broker_back)
            case Trouble.BROKER_STOP:
                self.cluster.signal_node(NODE, signal.SIGTERM)
                self.later(planned.away_s, self._broker_back)
            case Trouble.POWER_CUT:
                for each in self.slots:
                    each.worker.signal(signal.SIGKILL)
                self.cluster.kill_node(NODE)
                self.later(planned.away_s, self._broker_back)

    def _broker_back(self) -> None:
        """Starts the broker again, as soon as the old one is gone."""
        if self.cluster.running():
            self.later(0.5, self._broker_back)
        else:
            self.cluster.start_node(NODE)
