"""Bytes on the wire to model and back: the only place that knows JSON's field names.

Place in the flow: both ends of `pipeline`. Decoders take any bytes and answer with a record or a
`Rejected`; encoders write fields in the contract's order, so equal records are equal bytes.
"""

from workers.wire.articles import decode_article
from workers.wire.corrections import decode_correction, encode_correction
from workers.wire.events import (
    decode_event,
    encode_event,
    encode_inventories,
    encode_withdrawal,
)
from workers.wire.incidents import (
    IncidentRecordError,
    decode_incident,
    encode_incident,
    incident_headers,
    read_incident,
)
from workers.wire.outlines import decode_outline

__all__ = [
    "IncidentRecordError",
    "decode_article",
    "decode_correction",
    "decode_event",
    "decode_incident",
    "decode_outline",
    "encode_correction",
    "encode_event",
    "encode_incident",
    "encode_inventories",
    "encode_withdrawal",
    "incident_headers",
    "read_incident",
]
