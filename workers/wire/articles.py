"""Raw articles: bytes of `articles.raw` to an `Article`, or the reason why not.

Place in the flow: the first step of `pipeline.on_article`. Title and body stay as received, light
HTML included, because evidence spans point into them.
"""

import re
from datetime import UTC, datetime
from hashlib import sha256

from workers.model import Article, PublishedBasis, Rejected, RejectReason
from workers.wire.fields import YEAR_MAX, YEAR_MIN, Fields, reading, refuse
from workers.wire.urls import canonical_url

BODY_BYTES_MAX = 1024 * 1024
"""1 MiB of UTF-8. Source: the contract."""
VALUE_BYTES_MAX = 8 * 1024 * 1024
"""A body at its bound, every letter as `\\uXXXX` (3 MiB), with room for unknown extra fields."""
ID_LENGTH_MAX = 4096
"""An id may be a url; browsers and servers agree on some thousand characters (chosen)."""
TITLE_LENGTH_MAX = 4096
NAME_LENGTH_MAX = 512
"""Outlets and agencies are names or domains (253 at most); twice that is a mistake (chosen)."""

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*", re.ASCII)
"""ISO 639-1, alone or as the first subtag of a language tag such as `ar-SY`."""

_MILLISECONDS = 1000
_HASH_DIGITS = 32
"""128 bits: no two of a billion articles meet by chance (p < 1e-20)."""


def decode_article(value: bytes | None, timestamp_ms: int | None) -> Article | Rejected:
    """The article in a message's value, or why it is refused; never raises.

    `timestamp_ms` is the message's Kafka timestamp (milliseconds since 1970, UTC): it stands in
    where the article does not say when it was published.
    """
    return reading(value, lambda fields: _article(fields, timestamp_ms), VALUE_BYTES_MAX)


def _article(fields: Fields, timestamp_ms: int | None) -> Article:
    source = fields.word("source", NAME_LENGTH_MAX)
    body = fields.text("body")
    if len(body) > BODY_BYTES_MAX or len(body.encode()) > BODY_BYTES_MAX:
        raise refuse(RejectReason.TOO_LARGE, "body", f"more than {BODY_BYTES_MAX} bytes")
    title = fields.text("title", TITLE_LENGTH_MAX) if fields.has("title") else None
    if not body.strip() and not (title or "").strip():
        raise refuse(RejectReason.EMPTY, "body", "title and body are both empty")
    url = fields.word("url", ID_LENGTH_MAX) if fields.has("url") else None
    published_at, basis = _published(fields, timestamp_ms)
    return Article(
        id=_identity(fields, url, (source, title or "", body)),
        source=source,
        published_at=published_at,
        body=body,
        published_at_basis=basis,
        url=url,
        language=_language(fields),
        title=title,
        agency=fields.word("agency", NAME_LENGTH_MAX) if fields.has("agency") else None,
        retracted=fields.flag("retracted") if fields.has("retracted") else False,
    )


def _identity(fields: Fields, url: str | None, content: tuple[str, ...]) -> str:
    """The feed's id, else the canonical url, else a hash of the content."""
    if fields.has("id"):
        return fields.word("id", ID_LENGTH_MAX)
    if url is not None:
        return canonical_url(url)
    # Lengths keep ("ab", "c") and ("a", "bc") apart.
    parts = b"".join(b"%d:%b," % (len(part.encode()), part.encode()) for part in content)
    return f"sha256:{sha256(parts).hexdigest()[:_HASH_DIGITS]}"


def _published(fields: Fields, timestamp_ms: int | None) -> tuple[datetime, PublishedBasis]:
    if fields.has("published_at"):
        return fields.moment("published_at"), PublishedBasis.ARTICLE
    moment = _kafka_moment(timestamp_ms)
    if moment is None:
        what = "is required where the message has no timestamp"
        raise refuse(RejectReason.MISSING_FIELD, "published_at", what)
    return moment, PublishedBasis.KAFKA


def _kafka_moment(timestamp_ms: int | None) -> datetime | None:
    """Kafka writes -1 where there is no timestamp; times out of bounds are none either."""
    if timestamp_ms is None or timestamp_ms < 0:
        return None
    try:
        moment = datetime.fromtimestamp(timestamp_ms // _MILLISECONDS, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    milliseconds = timestamp_ms % _MILLISECONDS
    moment = moment.replace(microsecond=milliseconds * _MILLISECONDS)
    return moment if YEAR_MIN <= moment.year <= YEAR_MAX else None


def _language(fields: Fields) -> str | None:
    if not fields.has("language"):
        return None
    tag = fields.text("language")
    found = _LANGUAGE.fullmatch(tag)
    if found is None:
        what = f"expected an ISO 639-1 code, got {tag[:40]!r}"
        raise refuse(RejectReason.BAD_VALUE, "language", what)
    return found[1].lower()
