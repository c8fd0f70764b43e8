"""Is the work getting done? Lag and committed offsets, as the broker sees them.

Place in the flow: a task of the worker looks every few seconds; `health` and `metrics` show what it
saw. Faust's own figures are not used: they stand still when its fetcher does. A worker lives while,
on every partition that it owns, the committed offset moves or nothing waits behind it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError

from workers.settings import Settings
from workers.streaming.logs import event
from workers.streaming.metrics import Metrics

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
"""Often enough for a gauge that is scraped every 5 to 15 s."""
STALL_BASE_S = 60.0
STALL_SESSIONS = 3
"""A partition stalls after 60 s and three session timeouts: rebalance and restore take less."""
CONFIRM_MS = 2000
"""How long to look for a record behind the committed offset before calling it a stall."""


def stall_after_s(settings: Settings) -> float:
    """Seconds without any progress against lag after which a worker counts as dead."""
    return STALL_BASE_S + STALL_SESSIONS * settings.session_timeout_s


@dataclass(frozen=True, slots=True)
class Standing:
    """One partition: the committed offset and the end of its log."""

    committed: int
    end: int

    @property
    def lag(self) -> int:
        """Offsets after the committed one; may count transaction markers, which are no messages."""
        return max(0, self.end - self.committed)


@dataclass(slots=True)
class Watch:
    """Which partitions stand still although messages wait. Pure: the time comes in."""

    stall_after_s: float
    _seen: dict[TopicPartition, tuple[int, float]] = field(default_factory=dict)

    def observe(
        self, now_s: float, standings: Mapping[TopicPartition, Standing]
    ) -> frozenset[TopicPartition]:
        """The partitions whose committed offset has not moved for too long under lag."""
        self._seen = {source: seen for source, seen in self._seen.items() if source in standings}
        stalled = set()
        for source, standing in standings.items():
            committed, since_s = self._seen.get(source, (None, now_s))
            if standing.lag == 0 or committed != standing.committed:
                self._seen[source] = (standing.committed, now_s)
            elif now_s - since_s > self.stall_after_s:
                stalled.add(source)
        return frozenset(stalled)

    def excuse(self, source: TopicPartition, now_s: float) -> None:
        """Nothing waits there after all: count anew."""
        self._seen[source] = (self._seen[source][0], now_s)


@dataclass(slots=True)
class Status:
    """What the health endpoints answer from; written by the event loop, read by the HTTP thread."""

    assigned: bool = False
    restored: bool = False
    stopping: bool = False
    stalled: tuple[str, ...] = ()
    looked_at: float = field(default_factory=time.monotonic)

    def ready(self) -> bool:
        """The partitions are known and their incidents are back."""
        return self.assigned and self.restored and not self.stopping

    def live(self, stall_after_s: float) -> bool:
        """Work gets done, and the event loop still looks after it."""
        return not self.stalled and time.monotonic() - self.looked_at <= stall_after_s


class ProgressMonitor:
    """Looks at the lag of the owned partitions with a consumer that never joins the group."""

    def __init__(
        self,
        settings: Settings,
        metrics: Metrics,
        status: Status,
        owned: Callable[[], Collection[TopicPartition]],
    ) -> None:
        self._metrics = metrics
        self._status = status
        self._owned = owned
        self._watch = Watch(stall_after_s(settings))
        self._shown: set[TopicPartition] = set()
        self._consumer = AIOKafkaConsumer(
            bootstrap_servers=settings.bootstrap,
            client_id=f"{settings.application}-progress",
            group_id=settings.application,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
        )

    async def start(self) -> None:
        await self._consumer.start()

    async def close(self) -> None:
        await self._consumer.stop()

    async def run(self) -> None:
        """Looks for ever. A broker that does not answer is not this worker's stall."""
        while True:
            try:
                await self._look()
            except (KafkaError, OSError, TimeoutError) as error:
                event(logger, logging.WARNING, "lag_unknown", error=repr(error))
            self._status.looked_at = time.monotonic()
            await asyncio.sleep(LOOK_EVERY_S)

    async def _look(self) -> None:
        owned = [TopicPartition(source.topic, source.partition) for source in self._owned()]
        standings = await self._standings(owned)
        self._show(standings)
        suspects = self._watch.observe(time.monotonic(), standings)
        stalled = [source for source in sorted(suspects) if await self._waits(source, standings)]
        for source in suspects - set(stalled):
            self._watch.excuse(source, time.monotonic())
        self._status.stalled = tuple(f"{source.topic}/{source.partition}" for source in stalled)
        if stalled:
            event(logger, logging.ERROR, "stalled", partitions=self._status.stalled)

    async def _standings(self, owned: list[TopicPartition]) -> dict[TopicPartition, Standing]:
        if not owned:
            return {}
        ends = await self._consumer.end_offsets(owned)
        begins = await self._consumer.beginning_offsets(owned)
        standings = {}
        for source in owned:
            committed = await self._consumer.committed(source)
            first = begins[source] if committed is None else max(committed, begins[source])
            standings[source] = Standing(first, ends[source])
        return standings

    def _show(self, standings: Mapping[TopicPartition, Standing]) -> None:
        for source in self._shown - standings.keys():
            self._metrics.lag.remove(source.topic, str(source.partition))
        for source, standing in standings.items():
            self._metrics.lag.labels(source.topic, str(source.partition)).set(standing.lag)
        self._shown = set(standings)

    async def _waits(
        self, source: TopicPartition, standings: Mapping[TopicPartition, Standing]
    ) -> bool:
        self._consumer.assign([source])
        try:
            self._consumer.seek(source, standings[source].committed)
            return bool(await self._consumer.getmany(source, timeout_ms=CONFIRM_MS, max_records=1))
        finally:
            self._consumer.assign([])
