"""Incidents as they change, readable in a terminal or as JSON lines.

Place in the flow: the exit, for a person; a program reads `incidents.merged` itself.
"""

import argparse
import os
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, TextIO

from kafka import KafkaConsumer, TopicPartition
from kafka.consumer.fetcher import ConsumerRecord

from workers.admin.command import command
from workers.admin.connections import POLL_MS, UntilEnd, consumer, partitions_of
from workers.admin.incident_text import Seen, incident_block
from workers.model import Incident
from workers.settings import Settings
from workers.wire import decode_incident
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

REMEMBERED_MAX = 10_000
"""Incidents whose last shown figures are kept: more than a window holds open."""


class IncidentReader:
    """Reads `incidents.merged` from its beginning, or only what comes after now."""

    def __init__(self, settings: Settings, *, from_beginning: bool) -> None:
        """Is at its start: the first `poll` gives records."""
        self._reader: KafkaConsumer = consumer(settings)
        self._partitions = partitions_of(self._reader, [settings.topic(Topic.INCIDENTS)])
        self._from_beginning = from_beginning
        self._reader.assign(self._partitions)
        if from_beginning:
            self._reader.seek_to_beginning(*self._partitions)
        else:
            # On the embedded broker this lands too early; `poll` leaves out what was there before.
            self._reader.seek_to_end(*self._partitions)
        self._until = UntilEnd(self._reader, self._partitions)
        self._held: list[ConsumerRecord] = []

    def settle(self) -> dict[TopicPartition, int]:
        """Every partition's end is known afterwards: what is written from now on counts as new."""
        while (ends := self._until.ends()) is None:
            self._held += self._new(POLL_MS)
        return ends

    def has_read(self, ends: Mapping[TopicPartition, int]) -> bool:
        """Whether everything before these offsets has been read."""
        return all(self._reader.position(each) >= end for each, end in ends.items())

    def poll(self, timeout_ms: int = POLL_MS) -> list[ConsumerRecord]:
        """The next records, none when nothing came within the timeout."""
        held, self._held = self._held, []
        return held or self._new(timeout_ms)

    def _new(self, timeout_ms: int) -> list[ConsumerRecord]:
        polled = self._reader.poll(timeout_ms=timeout_ms)
        return [r for records in polled.values() for r in records if self._is_wanted(r)]

    def _is_wanted(self, record: ConsumerRecord) -> bool:
        if self._from_beginning:
            return True
        end = self._until.end(TopicPartition(record.topic, record.partition))
        return end is None or record.offset >= end

    def at_end(self) -> bool:
        """Whether everything that was there at the start has been read."""
        return self._until.reached()

    def close(self) -> None:
        """Closes the connection."""
        self._reader.close()


class IncidentPrinter:
    """Prints records as blocks; remembers what it showed, to tell a rising toll."""

    def __init__(self, out: TextIO) -> None:
        """Colours only on a terminal that wants them. Source: no-color.org."""
        self._out = out
        self._colour = out.isatty() and not os.environ.get("NO_COLOR")
        self._seen: OrderedDict[str, Seen] = OrderedDict()

    def show(self, incident: Incident) -> None:
        """Prints one version of an incident."""
        seen = self._seen.pop(incident.incident_id, None)
        block = incident_block(incident, seen, colour=self._colour)
        print(block, end="\n\n", file=self._out, flush=True)
        self._seen[incident.incident_id] = Seen.of(incident)
        if len(self._seen) > REMEMBERED_MAX:
            self._seen.popitem(last=False)


def follow(
    settings: Settings, *, from_beginning: bool, until_end: bool
) -> Iterator[ConsumerRecord]:
    """Records of `incidents.merged`, for ever or up to the end as it was at the start."""
    with closing(IncidentReader(settings, from_beginning=from_beginning)) as reader:
        while True:
            yield from reader.poll()
            if until_end and reader.at_end():
                return


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    printer = IncidentPrinter(sys.stdout)
    for record in follow(settings, from_beginning=args.from_beginning, until_end=args.until_end):
        if record.value is None:
            continue  # a tombstone: the broker's business, no incident
        if args.json:
            sys.stdout.write(record.value.decode() + "\n")
            sys.stdout.flush()
        else:
            printer.show(decode_incident(record.value))
    return 0


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur tail`."""
    parser = subparsers.add_parser("tail", help="show incidents as they change")
    parser.add_argument(
        "--from-beginning", action="store_true", help="first those that are there already"
    )
    parser.add_argument(
        "--until-end", action="store_true", help="stop at the end instead of waiting for more"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run)
