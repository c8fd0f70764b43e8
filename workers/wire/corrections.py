"""Corrections: an analyst's word, from `incidents.corrections`.

Place in the flow: `tawatur correct` writes them; the agent `correct` forwards them to the partition
of the events that they rule, and a restored partition reads them back.
"""

import orjson

from workers.model import Correction, CorrectionAction, Rejected, RejectReason
from workers.wire.fields import Fields, moment_text, reading, refuse
from workers.wire.parts import Value, optional_text

VALUE_BYTES_MAX = 1024 * 1024
"""Kafka's default for a whole message: a correction is some hundred bytes."""


def encode_correction(correction: Correction) -> bytes:
    """The correction as UTF-8 JSON, fields in the contract's order."""
    return orjson.dumps(correction_value(correction))


def correction_value(correction: Correction) -> Value:
    """The correction as a JSON object."""
    return {
        "correction_id": correction.correction_id,
        "author": correction.author,
        "at": moment_text(correction.at),
        "action": correction.action.value,
        "event_ids": list(correction.event_ids),
        "incident_ids": list(correction.incident_ids),
        "field": correction.field,
        "value": correction.value,
        "reason": correction.reason,
    }


def decode_correction(value: bytes | None) -> Correction | Rejected:
    """The correction in a message's value, or why it is refused; never raises."""
    return reading(value, read_correction, VALUE_BYTES_MAX)


def read_correction(fields: Fields) -> Correction:
    """The correction of a JSON object."""
    action = fields.choice("action", CorrectionAction)
    event_ids, incident_ids = fields.words("event_ids"), fields.words("incident_ids")
    if not event_ids and not incident_ids:
        what = "names no event_ids and no incident_ids"
        raise refuse(RejectReason.MISSING_FIELD, fields.path("event_ids"), what)
    # What the other actions do not use may be absent.
    told = Fields.word if action is CorrectionAction.SET_FIELD else optional_text
    return Correction(
        correction_id=fields.word("correction_id"),
        author=fields.word("author"),
        at=fields.moment("at"),
        action=action,
        event_ids=event_ids,
        incident_ids=incident_ids,
        field=told(fields, "field"),
        value=told(fields, "value"),
        reason=optional_text(fields, "reason"),
    )
