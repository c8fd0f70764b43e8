"""A consumer of incidents.merged that reads along from the first record to the last.

Compaction removes versions while the soak runs, so whoever counts them has to read along. Survives
the broker's restarts; reads committed records only, as the contract asks of every consumer.
"""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import orjson
from kafka import TopicPartition
from kafka.errors import KafkaError

from tests.soak.twin import digest
from workers.admin.connections import consumer, partitions_of
from workers.settings import Settings
from workers.wire.topics import Topic

POLL_MS = 200
AGAIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """An incident as it was last seen."""

    incident_id: str
    status: str
    country: str
    event_ids: tuple[str, ...]


@dataclass
class Tail:
    """Everything that a reader of the incidents has seen."""

    settings: Settings
    positions: dict[TopicPartition, int] = field(default_factory=dict)
    versions: Counter[tuple[int, str, bytes]] = field(default_factory=Counter)
    """(partition, `ce_id`, digest) -> how often it was read."""
    newest: dict[tuple[int, str], int] = field(default_factory=dict)
    """A partition's incident -> its version: a revision may found one id in two (ADR 0008)."""
    went_back: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    standing: dict[str, Standing] = field(default_factory=dict)
    records: int = 0
    complete: bool = False
    """Whether the end was reached."""
    errors: Counter[str] = field(default_factory=Counter)
    _ending: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begins to read."""
        self._thread = Thread(target=self._run, name="tail", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Returns when all that is in the log has been read; nobody may write any more."""
        self._ending.set()
        assert self._thread is not None
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                with closing(consumer(self.settings)) as reader:
                    self._read(reader)
                    self.complete = True
                    return
            except (KafkaError, OSError, ValueError) as error:
                self.errors[type(error).__name__] += 1
                self._ending.wait(AGAIN_S)

    def _read(self, reader: Any) -> None:
        sources = partitions_of(reader, [self.settings.topic(Topic.INCIDENTS)])
        reader.assign(sources)
        for source in sources:
            reader.seek(source, self.positions.get(source, 0))
        while True:
            ending = self._ending.is_set()
            for source, records in reader.poll(timeout_ms=POLL_MS).items():
                for record in records:
                    self._take(record)
                self.positions[source] = records[-1].offset + 1
            if ending and all(
                (end := reader.highwater(source)) is not None and reader.position(source) >= end
                for source in sources
            ):
                return

    def _take(self, record: Any) -> None:
        self.records += 1
        told = orjson.loads(record.value)
        incident_id, version = told["incident_id"], told["version"]
        ce_id = dict(record.headers)["ce_id"].decode()
        self.versions[record.partition, ce_id, digest(record.value)] += 1
        newest = self.newest.get((record.partition, incident_id), 0)
        where = f"{ce_id} after v{newest} at {record.partition}/{record.offset}"
        if version < newest:
            self.went_back.append(where)
        if version > newest + 1:
            self.skipped.append(where)
        self.newest[record.partition, incident_id] = max(version, newest)
        fresh = [r["event_id"] for r in told["reports"] if r["event"]["role"] != "background"]
        place = told["reports"][0]["event"]["location"] if told["reports"] else None
        country = (place or {}).get("country_code") or "ZZ"
        state = Standing(incident_id, told["status"], country, tuple(fresh))
        self.standing[incident_id] = state
