"""Raw articles: what is taken, what is refused, and for which reason."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.model import Article, PublishedBasis, Rejected, RejectReason
from workers.wire import decode_article
from workers.wire.articles import BODY_BYTES_MAX, VALUE_BYTES_MAX

KAFKA_MS = 1_714_557_600_123
KAFKA_TIME = datetime(2024, 5, 1, 10, 0, 0, 123_000, UTC)


def value(**changes: Any) -> bytes:
    """A message; a field set to ... is left out."""
    fields: dict[str, Any] = {
        "source": "example.org",
        "published_at": "2024-05-01T12:00:00+03:00",
        "body": "x",
    }
    fields |= changes
    return orjson.dumps({name: given for name, given in fields.items() if given is not ...})


def taken(**changes: Any) -> Article:
    article = decode_article(value(**changes), None)
    assert isinstance(article, Article), article
    return article


def refused(message: bytes | None, timestamp_ms: int | None = None) -> Rejected:
    rejected = decode_article(message, timestamp_ms)
    assert isinstance(rejected, Rejected)
    return rejected


def test_the_body_stays_as_received() -> None:
    body = "<p>قُتل&nbsp;شخصان\r\n</p>  "
    assert taken(body=body).body == body


def test_the_offset_of_the_time_is_kept() -> None:
    at = taken().published_at
    assert at.utcoffset() == timedelta(hours=3)
    assert at == datetime(2024, 5, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-01T12:00:00Z", datetime(2024, 5, 1, 12, tzinfo=UTC)),
        ("2024-05-01t12:00:00.5z", datetime(2024, 5, 1, 12, 0, 0, 500_000, UTC)),
        ("2024-05-01T12:00:00.123456789Z", datetime(2024, 5, 1, 12, 0, 0, 123_456, UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("2024-05-01T12:00:00-00:00", datetime(2024, 5, 1, 12, tzinfo=UTC)),
    ],
)
def test_every_spelling_of_rfc_3339_is_a_time(text: str, expected: datetime) -> None:
    assert taken(published_at=text).published_at == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "2024-05-01", "2024-05-01T12:00:00", "2024-05-01 12:00:00Z", "2024-05-01T12:00Z",
        "2024-02-30T12:00:00Z", "2024-05-01T24:00:00Z", "2024-05-01T12:00:61Z",
        "2024-05-01T12:00:00+0300", "2024-05-01T12:00:00+25:00", "٢٠٢٤-05-01T12:00:00Z",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", " 2024-05-01T12:00:00Z",
        "20240501T120000Z", "2024-W18-3T12:00:00Z",
    ],
)  # fmt: skip
def test_any_other_time_is_a_bad_date(text: str) -> None:
    rejected = refused(value(published_at=text))
    assert rejected.reason is RejectReason.BAD_DATE
    assert rejected.detail.startswith("published_at: ")


def test_without_a_time_the_kafka_timestamp_stands_in() -> None:
    article = decode_article(value(published_at=...), KAFKA_MS)
    assert isinstance(article, Article)
    assert article.published_at == KAFKA_TIME
    assert article.published_at_basis is PublishedBasis.KAFKA
    assert taken().published_at_basis is PublishedBasis.ARTICLE


@pytest.mark.parametrize("timestamp_ms", [None, -1, 10**18, 10**15])
def test_without_any_time_the_field_is_missing(timestamp_ms: int | None) -> None:
    rejected = refused(value(published_at=None), timestamp_ms)
    assert rejected.reason is RejectReason.MISSING_FIELD
    assert rejected.detail.startswith("published_at: ")


def test_the_feeds_id_comes_first_then_the_url_then_the_content() -> None:
    url = "HTTPS://News.Example:443/a?utm_source=x&id=7#top"
    assert taken(id="n-1", url=url).id == "n-1"
    assert taken(url=url).id == "https://news.example/a?id=7"
    assert taken(url=url).url == url
    assert taken().id.startswith("sha256:")


def test_a_content_id_is_the_same_for_the_same_content_only() -> None:
    assert taken(title="ab", body="c").id == taken(title="ab", body="c", language="en").id
    assert taken(title="ab", body="c").id != taken(title="a", body="bc").id
    assert taken(source="b.example").id != taken().id


def test_null_and_absent_are_the_same() -> None:
    nothing = {"id": None, "url": None, "language": None, "title": None, "agency": None}
    assert taken(**nothing, retracted=None) == taken()


def test_unknown_fields_are_ignored() -> None:
    assert taken(feed={"rank": 1}) == taken()


def test_a_byte_order_mark_is_no_part_of_the_json() -> None:
    assert isinstance(decode_article(b"\xef\xbb\xbf" + value(), None), Article)


@pytest.mark.parametrize(("tag", "code"), [("ar", "ar"), ("AR-sy", "ar"), ("en_US", "en")])
def test_a_language_tag_counts_by_its_first_part(tag: str, code: str) -> None:
    assert taken(language=tag).language == code


@pytest.mark.parametrize("tag", ["", "arabic", "a", "عربي", "ar-", "ara"])
def test_what_is_no_language_code_is_refused(tag: str) -> None:
    assert refused(value(language=tag)).reason is RejectReason.BAD_VALUE


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (None, RejectReason.NULL_VALUE),
        (b"", RejectReason.NOT_JSON),
        (b"{", RejectReason.NOT_JSON),
        (b'{"body": NaN}', RejectReason.NOT_JSON),
        (b'{"body": "\\ud800"}', RejectReason.NOT_JSON),
        (b"[" * 100_000, RejectReason.NOT_JSON),
        (b"\xff\xfe{}", RejectReason.NOT_UTF8),
        (b'{"body": "\xe9"}', RejectReason.NOT_UTF8),
        (b"null", RejectReason.NOT_OBJECT),
        (b"17", RejectReason.NOT_OBJECT),
        (b"[]", RejectReason.NOT_OBJECT),
        (value(source=...), RejectReason.MISSING_FIELD),
        (value(source=None), RejectReason.MISSING_FIELD),
        (value(body=...), RejectReason.MISSING_FIELD),
        (value(body=7), RejectReason.WRONG_TYPE),
        (value(title=["x"]), RejectReason.WRONG_TYPE),
        (value(id=7), RejectReason.WRONG_TYPE),
        (value(retracted=1), RejectReason.WRONG_TYPE),
        (value(published_at=1714557600), RejectReason.WRONG_TYPE),
        (value(source=" \n"), RejectReason.BAD_VALUE),
        (value(id=""), RejectReason.BAD_VALUE),
        (value(body=" \n\u00a0"), RejectReason.EMPTY),
        (value(body="", title="  "), RejectReason.EMPTY),
        (value(title="x" * 5000), RejectReason.TOO_LARGE),
        (b'{"x": "' + b"y" * VALUE_BYTES_MAX + b'"}', RejectReason.TOO_LARGE),
    ],
    ids=lambda given: given.value if isinstance(given, RejectReason) else repr(given)[:30],
)
def test_a_bad_message_is_refused_for_its_reason(
    message: bytes | None, reason: RejectReason
) -> None:
    assert refused(message, KAFKA_MS).reason is reason


def test_the_body_may_be_one_mebibyte_of_utf_8_and_no_more() -> None:
    letters = BODY_BYTES_MAX // 2
    assert len(taken(body="ق" * letters).body) == letters
    rejected = refused(value(body="ق" * letters + "x"))
    assert rejected.reason is RejectReason.TOO_LARGE
    assert rejected.detail.startswith("body: ")


def test_a_refusal_names_the_fields_path_and_not_the_text() -> None:
    rejected = refused(value(body=["secret"]))
    assert rejected.detail == "body: expected string, got array"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)
names = ["id", "url", "source", "published_at", "language", "title", "body", "agency", "retracted"]


@given(st.binary(max_size=200), st.none() | st.integers())
def test_any_bytes_are_taken_or_refused(message: bytes, timestamp_ms: int | None) -> None:
    assert isinstance(decode_article(message, timestamp_ms), Article | Rejected)


@given(st.dictionaries(st.sampled_from(names), json_values), st.none() | st.integers())
def test_any_object_is_taken_or_refused(fields: dict[str, Any], timestamp_ms: int | None) -> None:
    message = json.dumps(fields).encode("utf-8", "surrogatepass")
    decoded = decode_article(message, timestamp_ms)
    assert isinstance(decoded, Article | Rejected)
    if isinstance(decoded, Article):
        assert decoded.published_at.tzinfo is not None
        assert decoded.id
        assert ((decoded.title or "") + decoded.body).strip()
