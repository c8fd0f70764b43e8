"""Dead letters: the message as it came, and why."""

from datetime import UTC, datetime, timedelta, timezone

from tests.unit.streaming.support import SETTINGS, Taken
from workers.model import Rejected, RejectReason
from workers.streaming.dead_letters import DETAIL_MAX, Undertaker
from workers.wire.topics import Topic

UNDERTAKER = Undertaker(SETTINGS, Topic.ARTICLES, "extract", "0.1.0")
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
REFUSAL = Rejected(RejectReason.NOT_JSON, "line 1")


def test_a_letter_has_the_messages_bytes_and_the_contracts_headers() -> None:
    message = Taken(b"\xff{", offset=41, partition=2, key=b"\x00k")
    letter = UNDERTAKER.letter(message, REFUSAL, NOON)
    assert letter.topic == "p.articles.raw.dead-letter"
    assert (letter.key, letter.value) == (b"\x00k", b"\xff{")
    assert dict(letter.headers) == {
        "error-class": b"rejected",
        "error-reason": b"not_json",
        "error-detail": b"line 1",
        "source-topic": b"p.articles.raw",
        "source-partition": b"2",
        "source-offset": b"41",
        "stage": b"extract",
        "code-version": b"0.1.0",
        "failed-at": b"2024-05-01T12:00:00+00:00",
    }


def test_a_null_value_stays_null() -> None:
    letter = UNDERTAKER.letter(Taken(None), REFUSAL, NOON)
    assert (letter.key, letter.value) == (None, None)


def test_the_time_is_told_in_utc() -> None:
    local = NOON.astimezone(timezone(timedelta(hours=3)))
    letter = UNDERTAKER.letter(Taken(b""), REFUSAL, local)
    assert dict(letter.headers)["failed-at"] == b"2024-05-01T12:00:00+00:00"


def test_a_long_detail_is_cut_and_a_lone_surrogate_in_it_can_be_written() -> None:
    refusal = Rejected(RejectReason.BAD_VALUE, "\ud800" + "x" * 10_000)
    detail = dict(UNDERTAKER.letter(Taken(b""), refusal, NOON).headers)["error-detail"]
    assert detail.startswith(b"\\ud800")
    assert len(detail.decode()) < DETAIL_MAX + 10
