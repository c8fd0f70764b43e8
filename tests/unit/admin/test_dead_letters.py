from dataclasses import dataclass

import pytest

from workers.admin.dead_letter_commands import as_text
from workers.admin.dead_letters import DeadLetter, chosen, dead_letter


@dataclass(frozen=True)
class Record:
    """What a consumer gives, as far as a dead letter is read from it."""

    topic: str = "eu.articles.raw.dead-letter"
    partition: int = 2
    offset: int = 17
    key: bytes | None = b"k"
    value: bytes | None = b"{"
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp: int = 1_715_000_000_000


HEADERS = (
    ("error-class", b"rejected"),
    ("error-reason", b"not_json"),
    ("error-detail", b"line 1"),
    ("source-topic", b"eu.articles.raw"),
    ("source-partition", b"4"),
    ("source-offset", b"99"),
    ("stage", b"extract"),
    ("code-version", b"1.2"),
    ("failed-at", b"2024-05-06T12:00:00+00:00"),
)


def test_the_headers_say_what_happened_and_where_the_message_was() -> None:
    letter = dead_letter(Record(headers=HEADERS), frozenset())
    assert letter.id == "eu.articles.raw.dead-letter:2:17"
    assert (letter.reason, letter.detail, letter.stage) == ("not_json", "line 1", "extract")
    assert letter.source == "eu.articles.raw:4:99"
    assert (letter.key, letter.value) == (b"k", b"{")
    assert not letter.replayed


def test_one_without_content_cannot_go_back() -> None:
    kept = dead_letter(Record(key=None), frozenset())
    empty = dead_letter(Record(key=None, value=None), frozenset())
    omitted = dead_letter(Record(value=None, headers=(("value-omitted", b"3000000"),)), frozenset())
    assert [kept.is_void, empty.is_void, omitted.is_void] == [False, True, True]
    assert not dead_letter(Record(value=None), frozenset()).is_void


def test_one_that_was_sent_back_before_says_so() -> None:
    assert dead_letter(Record(), frozenset({"eu.articles.raw.dead-letter:2:17"})).replayed


def test_a_record_without_our_headers_is_still_listed_and_can_go_back() -> None:
    letter = dead_letter(Record(headers=(("source-offset", b"x"), ("n", None))), frozenset())
    assert (letter.reason, letter.source_topic) == ("", "eu.articles.raw")
    assert (letter.source_partition, letter.source_offset) == (None, None)
    assert letter.source == "eu.articles.raw:?:?"
    assert letter.failed_at == "2024-05-06T12:53:20+00:00"


def letters() -> list[DeadLetter]:
    reasons = (b"not_json", b"empty", b"not_json")
    return [
        dead_letter(Record(offset=n, headers=(("error-reason", reason),)), frozenset())
        for n, reason in enumerate(reasons)
    ]


@pytest.mark.parametrize(
    ("ids", "reason", "offsets"),
    [
        ((), None, [0, 1, 2]),
        ((), "not_json", [0, 2]),
        ((), "too_large", []),
        (("eu.articles.raw.dead-letter:2:1",), None, [1]),
        (("eu.articles.raw.dead-letter:2:1",), "not_json", []),
    ],
)
def test_ids_and_reason_choose(
    ids: tuple[str, ...], reason: str | None, offsets: list[int]
) -> None:
    found = [int(each.id.rpartition(":")[2]) for each in chosen(letters(), ids=ids, reason=reason)]
    assert found == offsets


def test_bytes_are_shown_as_text_where_they_are_text() -> None:
    assert as_text("خبر".encode()) == "خبر"
    assert as_text(b"\xff") == r"b'\xff'"
    assert as_text(None) == "null"
