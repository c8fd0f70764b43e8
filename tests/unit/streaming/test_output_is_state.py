"""The decision that everything rests on: what was published is enough to go on from (ADR 0001).

Pure: the same functions as the agents call, with a dictionary for the compacted topic.
"""

from collections.abc import Iterator
from operator import itemgetter
from zlib import crc32

import pytest

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.model import Event, Rejected, Withdrawal
from workers.pipeline import CountryBooks, on_article, on_event
from workers.samples import articles
from workers.wire import decode_event, decode_incident, encode_withdrawal

PARTITIONS = 3

Log = list[dict[bytes, bytes]]


@pytest.fixture(scope="module")
def events() -> list[tuple[int, bytes]]:
    """Partition and value of every event out of the sample."""
    extractor = Extractor.load()

    def found() -> Iterator[tuple[int, bytes]]:
        for value in articles():
            sends = on_article(value, None, extractor)
            assert not isinstance(sends, Rejected)
            for send in sends:
                yield crc32(send.key or b"") % PARTITIONS, send.value

    return list(found())


@pytest.fixture(scope="module")
def withdrawn(events: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """The same, but each third article is withdrawn three events later, and each sixth comes again.

    So incidents end, and some are revived.
    """
    told: list[tuple[int, bytes]] = []
    for number, (partition, value) in enumerate(events):
        told.append((partition, value))
        if number < 3 or number % 3:
            continue
        gone = decode_event(events[number - 3][1])
        assert isinstance(gone, Event)
        withdrawal = Withdrawal(gone.article_id, gone.source, gone.published_at)
        told += [(each, encode_withdrawal(withdrawal)) for each in range(PARTITIONS)]
        if number % 6 == 0:
            told.append(events[number - 3])
    return told


def new_books() -> list[CountryBooks]:
    return [CountryBooks(IncidentBook) for _ in range(PARTITIONS)]


def restored_from_all(written: list[tuple[int, bytes]]) -> list[CountryBooks]:
    """As where the topic is not compacted yet: each version of each incident, one by one."""
    books = new_books()
    for partition, value in written:
        books[partition].restore(decode_incident(value))
    return books


def restored(log: Log) -> list[CountryBooks]:
    books = new_books()
    for book, records in zip(books, log, strict=True):
        for value in records.values():
            book.restore(decode_incident(value))
    return books


def replay(
    events: list[tuple[int, bytes]], *, crash_after: int | None = None, deliveries: int = 1
) -> Log:
    """The compacted output; every `crash_after` events the state is rebuilt from it."""
    books, log = new_books(), [dict[bytes, bytes]() for _ in range(PARTITIONS)]
    for number, (partition, value) in enumerate(events, start=1):
        for _ in range(deliveries):
            sends = on_event(value, books[partition])
            assert not isinstance(sends, Rejected)
            for send in sends:
                log[partition].pop(send.key or b"", None)  # compaction keeps the newest, in order
                log[partition][send.key or b""] = send.value
        if crash_after is not None and number % crash_after == 0:
            books = restored(log)
    return log


@pytest.mark.parametrize("crash_after", [1, 2, 7, 31])
def test_a_crash_after_any_number_of_events_changes_no_byte_of_the_output(
    events: list[tuple[int, bytes]], crash_after: int
) -> None:
    assert len(events) > 50, "the sample yields events, or the test proves nothing"
    assert replay(events, crash_after=crash_after) == replay(events)


def test_every_event_delivered_twice_changes_no_byte_of_the_output(
    events: list[tuple[int, bytes]],
) -> None:
    assert replay(events, deliveries=2) == replay(events)


def test_events_that_come_again_after_a_crash_change_no_byte_of_the_output(
    events: list[tuple[int, bytes]],
) -> None:
    half, again = len(events) // 2, 20
    redelivered = [*events[:half], *events[half - again : half], *events[half:]]
    assert replay(redelivered, crash_after=half) == replay(events)


@pytest.mark.parametrize("crash_after", [1, 2, 7])
def test_incidents_that_ended_stay_so_after_a_crash_and_count_on_where_they_are_revived(
    withdrawn: list[tuple[int, bytes]], crash_after: int
) -> None:
    undisturbed = replay(withdrawn)
    versions = [decode_incident(value).version for log in undisturbed for value in log.values()]
    assert max(versions) > 2, "some incident is revived, or the test proves nothing"
    assert replay(withdrawn, crash_after=crash_after) == undisturbed


@pytest.mark.parametrize("crash_after", [3, 7])
def test_what_is_restored_from_all_versions_is_what_the_last_ones_say(
    withdrawn: list[tuple[int, bytes]], crash_after: int
) -> None:
    books, written = new_books(), list[tuple[int, bytes]]()
    last: dict[bytes, bytes] = {}
    for number, (partition, value) in enumerate(withdrawn, start=1):
        sends = on_event(value, books[partition])
        assert not isinstance(sends, Rejected)
        written += [(partition, send.value) for send in sends]
        last |= {send.key or b"": send.value for send in sends}
        if number % crash_after == 0:
            books = restored_from_all(written)
    expected = {key: value for log in replay(withdrawn) for key, value in log.items()}
    assert sorted(last.items(), key=itemgetter(0)) == sorted(expected.items(), key=itemgetter(0))
