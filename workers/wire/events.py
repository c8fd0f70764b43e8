"""The records of `events.extracted`: events, inventories, withdrawals and forwarded corrections.

Place in the flow: `pipeline.on_article` writes events, inventories and withdrawals,
`pipeline.on_correction` forwards corrections, `pipeline.on_event` reads them all. A withdrawal is
told apart by `"retracted": true`, a correction by its `correction_id`, inventories by
`inventories`; none of them carries event fields.
"""

from collections.abc import Iterable

import orjson

from workers.model import (
    Correction,
    Event,
    Evidence,
    Inventories,
    Inventory,
    Rejected,
    RejectReason,
    Role,
    Withdrawal,
)
from workers.wire import plain
from workers.wire.corrections import read_correction
from workers.wire.fields import Fields, moment_text, reading, refuse
from workers.wire.parts import Value, attack_value, optional_text, read_attack

VALUE_BYTES_MAX = 4 * 1024 * 1024
"""Far above any event (some KB): a larger value is none of ours (chosen)."""

_PARTS = frozenset({"title", "body"})


def encode_event(event: Event) -> bytes:
    """The event as UTF-8 JSON, fields in the contract's order: equal events, equal bytes."""
    return orjson.dumps(event_value(event))


def event_value(event: Event) -> Value:
    """The event as a JSON object."""
    return {
        "event_id": event.event_id,
        "article_id": event.article_id,
        "url": event.url,
        "source": event.source,
        "agency": event.agency,
        "language": event.language,
        "published_at": moment_text(event.published_at),
        "title": event.title,
        "role": event.role,
        **attack_value(event),
        "evidence": [
            {"field": found.field, "part": found.part, "start": found.start, "end": found.end}
            for found in event.evidence
        ],
        "fingerprint": event.fingerprint,
        "extractor": event.extractor,
    }


def encode_withdrawal(withdrawal: Withdrawal) -> bytes:
    """The withdrawal as UTF-8 JSON."""
    return orjson.dumps(
        {
            "article_id": withdrawal.article_id,
            "source": withdrawal.source,
            "published_at": moment_text(withdrawal.published_at),
            "retracted": True,
        }
    )


def encode_inventories(inventories: Iterable[Inventory]) -> bytes:
    """The inventories as UTF-8 JSON."""
    return orjson.dumps(
        {
            "inventories": [
                {
                    "article_id": one.article_id,
                    "published_at": moment_text(one.published_at),
                    "event_ids": one.event_ids,
                }
                for one in inventories
            ]
        }
    )


def decode_event(value: bytes | None) -> Event | Withdrawal | Inventories | Correction | Rejected:
    """The record in a message's value, or why it is refused; never raises."""
    found = plain.plainly(plain.event, value, VALUE_BYTES_MAX)
    return reading(value, _read, VALUE_BYTES_MAX) if found is None else found


def _read(fields: Fields) -> Event | Withdrawal | Inventories | Correction:
    if fields.has("correction_id"):
        return read_correction(fields)
    if fields.has("inventories"):
        return Inventories(tuple(_read_inventory(one) for one in fields.objects("inventories")))
    if fields.has("retracted") and fields.flag("retracted"):
        return Withdrawal(
            fields.word("article_id"), fields.word("source"), fields.moment("published_at")
        )
    return read_event(fields)


def read_event(fields: Fields) -> Event:
    """The event of a JSON object, field by field; fields that are not known here are ignored."""
    return Event(
        event_id=fields.word("event_id"),
        article_id=fields.word("article_id"),
        source=fields.word("source"),
        published_at=fields.moment("published_at"),
        role=fields.choice("role", Role),
        fingerprint=fields.text("fingerprint"),
        extractor=fields.text("extractor"),
        url=optional_text(fields, "url"),
        language=optional_text(fields, "language"),
        title=optional_text(fields, "title"),
        agency=optional_text(fields, "agency"),
        evidence=tuple(_read_evidence(found) for found in fields.objects("evidence")),
        **read_attack(fields),
    )


def _read_inventory(fields: Fields) -> Inventory:
    return Inventory(
        fields.word("article_id"),
        fields.moment("published_at"),
        fields.words("event_ids", required=True),
    )


def _read_evidence(fields: Fields) -> Evidence:
    part = fields.text("part")
    if part not in _PARTS:
        raise refuse(RejectReason.BAD_VALUE, fields.path("part"), "expected title or body")
    start = fields.whole("start")
    return Evidence(fields.word("field"), part, start, fields.whole("end", low=start))
