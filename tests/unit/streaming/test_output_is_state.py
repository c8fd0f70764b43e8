"""The decision that everything rests on: what was published is enough to go on from (ADR 0001).

Pure: the same functions as the agents call, with a dictionary for the compacted topic.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any
from zlib import crc32

import pytest

from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.model import Event, Incident, IncidentStatus, Inventory, Rejected, Withdrawal
from workers.pipeline import CountryBooks, on_article, on_event
from workers.samples import articles
from workers.streaming import restoring
from workers.streaming.restoring import Restoration
from workers.wire import decode_event, decode_incident, encode_inventories, encode_withdrawal

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
                if send.inventory is None:
                    yield crc32(send.key or b"") % PARTITIONS, send.value

    return list(found())


@pytest.fixture(scope="module")
def revised(events: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """The same with inventories; each third event is told no more three events later."""
    told: list[tuple[int, bytes]] = []
    for number, (partition, value) in enumerate(events):
        told.append((partition, value))
        now = decode_event(value)
        assert isinstance(now, Event)
        inventories = [Inventory(now.article_id, now.published_at, (now.event_id,))]
        if number >= 3 and number % 3 == 0:
            gone = decode_event(events[number - 3][1])
            assert isinstance(gone, Event)
            inventories.append(Inventory(gone.article_id, gone.published_at, ()))
        told += [(each, encode_inventories(inventories)) for each in range(PARTITIONS)]
    return told


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


def restored_from_all(written: list[tuple[int, bytes, bytes]]) -> list[CountryBooks]:
    """As where the topic is not compacted yet: each version of each incident, one by one."""
    books = new_books()
    returning = [Restoration(book) for book in books]
    for partition, key, value in written:
        returning[partition].take(key, value)
    for each in returning:
        list(each.finish())
    return books


def restored(log: Log) -> list[CountryBooks]:
    """As a worker does: what ended before the window is not read."""
    written = [(n, key, value) for n, records in enumerate(log) for key, value in records.items()]
    return restored_from_all(written)


def read_whole(log: Log) -> list[CountryBooks]:
    """Every incident restored, whether the window has passed it or not."""
    books = new_books()
    for book, records in zip(books, log, strict=True):
        for value in records.values():
            book.restore(decode_incident(value))
    return books


def replay(
    events: list[tuple[int, bytes]],
    *,
    crash_after: int | None = None,
    deliveries: int = 1,
    restore: Callable[[Log], list[CountryBooks]] = restored,
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
            books = restore(log)
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


@pytest.mark.parametrize("crash_after", [1, 2, 7, 31])
def test_what_revisions_take_back_stays_so_after_a_crash(
    revised: list[tuple[int, bytes]], crash_after: int
) -> None:
    undisturbed = replay(revised)
    found = [decode_incident(value) for log in undisturbed for value in log.values()]
    assert sum(each.status is IncidentStatus.RETRACTED for each in found) > 5
    assert replay(revised, crash_after=crash_after) == undisturbed
    assert replay(revised, deliveries=2) == undisturbed


@pytest.mark.parametrize("crash_after", [3, 7])
def test_what_is_restored_from_all_versions_is_what_the_last_ones_say(
    withdrawn: list[tuple[int, bytes]], crash_after: int
) -> None:
    books, written = new_books(), list[tuple[int, bytes, bytes]]()
    last: dict[bytes, bytes] = {}
    for number, (partition, value) in enumerate(withdrawn, start=1):
        sends = on_event(value, books[partition])
        assert not isinstance(sends, Rejected)
        written += [(partition, send.key or b"", send.value) for send in sends]
        last |= {send.key or b"": send.value for send in sends}
        if number % crash_after == 0:
            books = restored_from_all(written)
    expected = {key: value for log in replay(withdrawn) for key, value in log.items()}
    assert sorted(last.items(), key=itemgetter(0)) == sorted(expected.items(), key=itemgetter(0))


# ------------------------------------------------------------------------------ years of news

YEARS = 3


@pytest.fixture(scope="module")
def years(withdrawn: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """The same news each year, so that windows pass; some of it is dated years ahead."""
    told = [(n, years_later(value, year)) for year in range(YEARS) for n, value in withdrawn]
    middle = len(told) // 2
    ahead = [(n, years_later(value, YEARS)) for n, value in withdrawn[:40:10]]
    return [*told[:middle], *ahead, *told[middle:]]


def years_later(value: bytes, years: int) -> bytes:
    """An event or a withdrawal as it would be told so many times 52 weeks later."""
    told: dict[str, Any] = json.loads(value)
    later = timedelta(weeks=52 * years)
    for name in {"event_id", "article_id"} & told.keys():
        told[name] += f"~{years}"
    told["published_at"] = (datetime.fromisoformat(told["published_at"]) + later).isoformat()
    for name in ("date_start", "date_end"):
        if told.get(name) is not None:
            told[name] = (date.fromisoformat(told[name]) + later).isoformat()
    return json.dumps(told, ensure_ascii=False).encode()


@pytest.mark.parametrize("crash_after", [5, 23])
def test_a_crash_in_years_of_news_changes_no_byte_of_the_output(
    years: list[tuple[int, bytes]], crash_after: int
) -> None:
    undisturbed = replay(years)
    assert replay(years, crash_after=crash_after) == undisturbed
    assert replay(years, crash_after=crash_after, restore=read_whole) == undisturbed


def test_of_years_of_news_only_what_is_in_the_window_is_read_whole(
    years: list[tuple[int, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    log, whole = replay(years), list[bytes]()

    def decoded(value: bytes) -> Incident:
        whole.append(value)
        return decode_incident(value)

    monkeypatch.setattr(restoring, "decode_incident", decoded)
    held = [len(books) for books in restored(log)]
    assert held == [len(books) for books in read_whole(log)]
    assert len(whole) == sum(held)
    assert 2 * len(whole) < sum(map(len, log))
