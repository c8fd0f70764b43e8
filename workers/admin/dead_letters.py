"""Dead letters: what was refused and why, and sending it back once the cause is gone.

Place in the flow: beside it. A worker writes what it refused to `<topic>.dead-letter`, the bytes as
they came and the reason in headers (contract version 1). A replay sends key and value back to the
topic and partition that they came from, each dead letter once: what was replayed is remembered in
a topic of its own. A crash between the two sends it a second time; the worker takes a repeated
article as the same article.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson
from kafka import KafkaProducer
from kafka.consumer.fetcher import ConsumerRecord

from workers.admin.command import AdminError
from workers.admin.connections import producer, read_to_end
from workers.admin.topics import INPUTS, replayed_topic
from workers.settings import Settings

ACKNOWLEDGED_SECONDS = 30.0
"""How long an acknowledgement may take; Kafka elects a new leader in less."""
OWN_HEADERS = frozenset(
    (
        *("error-class", "error-reason", "error-detail", "source-topic", "source-partition"),
        *("source-offset", "stage", "code-version", "failed-at", "value-omitted"),
    )
)
"""Headers that the dead letter adds. Source: contract version 1, dead letters."""
VALUE_OMITTED = "value-omitted"
"""Header of a dead letter that was too large with its value; tells the value's size."""
REPLAYED_FROM = "replayed-from"
"""Header of a replayed message: which dead letter it comes from."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One refused message. `id` is `topic:partition:offset` of the dead letter itself."""

    id: str
    reason: str
    detail: str
    error_class: str
    stage: str
    code_version: str
    failed_at: str
    source_topic: str
    source_partition: int | None
    source_offset: int | None
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    replayed: bool = False

    @property
    def is_void(self) -> bool:
        """Whether there is nothing to send back: no key and no value, or a value too large to keep.

        No client sends a message with neither. A worker keeps a dead letter without its value,
        and says so in a header, where the broker would not take the whole.
        """
        omitted = any(name == VALUE_OMITTED for name, _size in self.headers)
        return omitted or (self.key is None and self.value is None)

    @property
    def source(self) -> str:
        """Where the message was: `topic:partition:offset`."""
        partition, offset = map(_or_unknown, (self.source_partition, self.source_offset))
        return f"{self.source_topic}:{partition}:{offset}"


def _or_unknown(number: int | None) -> str:
    return "?" if number is None else str(number)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def dead_letter(record: ConsumerRecord, replayed: frozenset[str]) -> DeadLetter:
    """A record of a dead-letter topic, read by its headers; absent ones are empty."""
    headers = tuple((name, value or b"") for name, value in record.headers or ())
    told = {name: value.decode(errors="replace") for name, value in headers}
    letter_id = f"{record.topic}:{record.partition}:{record.offset}"
    return DeadLetter(
        id=letter_id,
        reason=told.get("error-reason", ""),
        detail=told.get("error-detail", ""),
        error_class=told.get("error-class", ""),
        stage=told.get("stage", ""),
        code_version=told.get("code-version", ""),
        failed_at=told.get("failed-at", "") or _time_of(record),
        source_topic=told.get("source-topic", "") or record.topic.removesuffix(".dead-letter"),
        source_partition=_number(told.get("source-partition", "")),
        source_offset=_number(told.get("source-offset", "")),
        key=record.key,
        value=record.value,
        headers=headers,
        replayed=letter_id in replayed,
    )


def _time_of(record: ConsumerRecord) -> str:
    return datetime.fromtimestamp(record.timestamp / 1000, UTC).isoformat()


def replayed_ids(settings: Settings) -> frozenset[str]:
    """The ids of all dead letters that were sent back before."""
    records = read_to_end(settings, [replayed_topic(settings)])
    return frozenset(record.key.decode(errors="replace") for record in records if record.key)


def dead_letters(settings: Settings) -> Iterator[DeadLetter]:
    """Every dead letter that the broker still holds, by partition in the order of failing."""
    replayed = replayed_ids(settings)
    topics = [settings.dead_letter_topic(topic) for topic in INPUTS]
    for record in read_to_end(settings, topics):
        yield dead_letter(record, replayed)


def chosen(
    letters: Iterable[DeadLetter], *, ids: Sequence[str] = (), reason: str | None = None
) -> Iterator[DeadLetter]:
    """Those with one of the ids (any, when there are none) and the reason (any, when None)."""
    for letter in letters:
        if (not ids or letter.id in ids) and (reason is None or letter.reason == reason):
            yield letter


def find(settings: Settings, letter_id: str) -> DeadLetter:
    """The dead letter with this id.

    Raises:
        AdminError: there is none.
    """
    for letter in chosen(dead_letters(settings), ids=[letter_id]):
        return letter
    raise AdminError(f"no dead letter {letter_id}: `tawatur dead-letters list` shows their ids")


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay did: ids sent; how many were left out: sent before, or void."""

    sent: tuple[str, ...]
    sent_before: int
    void: int


def replay(
    settings: Settings,
    *,
    ids: Sequence[str] = (),
    reason: str | None = None,
    dry_run: bool = False,
) -> Replayed:
    """Each chosen dead letter is back in its source topic afterwards, and was sent once.

    Raises:
        AdminError: an id does not exist, or a dead letter names a topic that is not an input.
        KafkaError: a send was not acknowledged; those before it are remembered as sent.
    """
    wanted = list(chosen(dead_letters(settings), ids=ids, reason=reason))
    if unknown := set(ids) - {letter.id for letter in wanted} if reason is None else set():
        raise AdminError(f"no such dead letter: {', '.join(sorted(unknown))}")
    inputs = {settings.topic(topic) for topic in INPUTS}
    if foreign := {letter.source_topic for letter in wanted} - inputs:
        raise AdminError(f"not an input of ours: {', '.join(sorted(foreign))}")
    waiting = [letter for letter in wanted if not letter.replayed]
    due = [letter for letter in waiting if not letter.is_void]
    if not dry_run and due:
        with closing(producer(settings)) as kafka:
            for letter in due:
                _send_back(kafka, letter, replayed_topic(settings))
    return Replayed(
        sent=tuple(letter.id for letter in due),
        sent_before=len(wanted) - len(waiting),
        void=len(waiting) - len(due),
    )


def _send_back(kafka: KafkaProducer, letter: DeadLetter, remembered_in: str) -> None:
    headers = [(name, value) for name, value in letter.headers if name not in OWN_HEADERS]
    headers = [(name, value) for name, value in headers if name != REPLAYED_FROM]
    sent = kafka.send(
        letter.source_topic,
        key=letter.key,
        value=letter.value,
        partition=letter.source_partition,
        headers=[*headers, (REPLAYED_FROM, letter.id.encode())],
    ).get(timeout=ACKNOWLEDGED_SECONDS)
    note = {"to": f"{sent.topic}:{sent.partition}:{sent.offset}", "at": int(time.time() * 1000)}
    kafka.send(remembered_in, key=letter.id.encode(), value=orjson.dumps(note)).get(
        timeout=ACKNOWLEDGED_SECONDS
    )
