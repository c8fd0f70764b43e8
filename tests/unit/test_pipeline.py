"""The two pure steps, with readers and books made by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.wire.test_records import EVENT, INCIDENT
from workers.model import (
    Article,
    Correction,
    Event,
    Incident,
    Place,
    Rejected,
    RejectReason,
    Report,
    WherePrecision,
    Withdrawal,
)
from workers.pipeline import CountryBooks, Send, Topic, on_article, on_event, partition_key
from workers.wire import (
    decode_event,
    decode_incident,
    encode_event,
    encode_withdrawal,
    incident_headers,
)

ARTICLE = {
    "id": "a",
    "source": "example.org",
    "published_at": "2024-05-01T12:00:00+03:00",
    "body": "Two people were killed.",
}
WITHDRAWAL = Withdrawal("a", "example.org", datetime(2024, 5, 1, 9, tzinfo=UTC))


@dataclass(frozen=True)
class FixedReader:
    """Reads the same events out of any article."""

    events: tuple[Event, ...]

    def extract(self, article: Article) -> tuple[Event, ...]:
        return tuple(replace(event, article_id=article.id) for event in self.events)


@dataclass
class FixedBook:
    """Answers every change with the same incidents, and remembers what it was given."""

    answer: tuple[Incident, ...] = ()
    changes: list[Any] = field(default_factory=list)
    restored: list[Incident] = field(default_factory=list)
    followed: list[Correction] = field(default_factory=list)

    def apply(self, change: Any, /) -> tuple[Incident, ...]:
        self.changes.append(change)
        return self.answer

    def restore(self, incident: Incident, /) -> None:
        self.restored.append(incident)

    def follow(self, corrections: Iterable[Correction], /) -> None:
        self.followed += corrections

    def __len__(self) -> int:
        return len(self.restored)


def event_in(country: str | None, event_id: str = "a#1") -> Event:
    place = Place("Somewhere", country, WherePrecision.EXACT)
    return replace(EVENT, event_id=event_id, location=place)


def sends_of(outcome: tuple[Send, ...] | Rejected) -> tuple[Send, ...]:
    assert not isinstance(outcome, Rejected)
    return outcome


def test_each_event_goes_out_under_its_country() -> None:
    reader = FixedReader((event_in("IQ"), event_in("SY", "a#2"), EVENT, event_in(None)))
    sends = sends_of(on_article(orjson.dumps(ARTICLE), None, reader))
    assert [send.key for send in sends] == [b"IQ", b"SY", b"ZZ", b"ZZ"]
    assert {send.topic for send in sends} == {Topic.EVENTS}
    assert [decode_event(send.value) for send in sends] == list(reader.events)


def test_an_article_without_events_sends_nothing() -> None:
    assert on_article(orjson.dumps(ARTICLE), None, FixedReader(())) == ()


def test_a_refused_article_is_a_value() -> None:
    rejected = on_article(b"{", None, FixedReader(()))
    assert isinstance(rejected, Rejected)
    assert rejected.reason is RejectReason.NOT_JSON


def test_a_withdrawn_article_is_told_to_every_partition_and_not_read() -> None:
    value = orjson.dumps(ARTICLE | {"retracted": True})
    (send,) = sends_of(on_article(value, None, FixedReader((EVENT,))))
    assert send.broadcast
    assert (send.topic, send.key) == (Topic.EVENTS, b"a")
    assert decode_event(send.value) == WITHDRAWAL


def test_the_kafka_timestamp_reaches_the_article() -> None:
    seen: list[Article] = []

    class Watching:
        def extract(self, article: Article) -> tuple[Event, ...]:
            seen.append(article)
            return ()

    value = orjson.dumps(ARTICLE | {"published_at": None})
    on_article(value, 1_714_557_600_000, Watching())
    assert seen[0].published_at == datetime(2024, 5, 1, 10, tzinfo=UTC)


def test_each_changed_incident_goes_out_under_its_id_with_headers() -> None:
    other = replace(INCIDENT, incident_id="inc-2")
    book = FixedBook((INCIDENT, other))
    sends = sends_of(on_event(encode_event(EVENT), book))
    assert book.changes == [EVENT]
    assert [send.key for send in sends] == [b"inc-1", b"inc-2"]
    assert [decode_incident(send.value) for send in sends] == [INCIDENT, other]
    assert sends[0].headers == incident_headers(INCIDENT)
    assert {send.topic for send in sends} == {Topic.INCIDENTS}


def test_a_withdrawal_reaches_the_book() -> None:
    book = FixedBook()
    assert on_event(encode_withdrawal(WITHDRAWAL), book) == ()
    assert book.changes == [WITHDRAWAL]


@given(st.none() | st.binary(max_size=50))
def test_any_bytes_pass_both_steps(value: bytes | None) -> None:
    assert isinstance(on_article(value, 0, FixedReader((EVENT,))), tuple | Rejected)
    assert isinstance(on_event(value, FixedBook()), tuple | Rejected)


@pytest.fixture
def books() -> tuple[CountryBooks, list[FixedBook]]:
    made: list[FixedBook] = []

    def new() -> FixedBook:
        made.append(FixedBook((INCIDENT,)))
        return made[-1]

    return CountryBooks(new), made


def test_countries_of_one_partition_have_a_book_each(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    for country in ("IQ", "SY", "IQ"):
        partition.apply(event_in(country))
    assert [len(book.changes) for book in made] == [2, 1]


def test_a_withdrawal_concerns_the_books_of_all_countries(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    partition.apply(event_in("IQ"))
    partition.apply(event_in("SY"))
    assert len(partition.apply(WITHDRAWAL)) == 2
    assert all(book.changes[-1] == WITHDRAWAL for book in made)


def test_a_restored_incident_meets_the_next_event_of_its_country(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    restored = replace(INCIDENT, reports=(Report(event_in("IQ"), "o1"),))
    partition.restore(restored)
    partition.apply(event_in("IQ"))
    assert made[0].restored == [restored]
    assert len(made) == len(made[0].changes) == len(partition) == 1


def test_the_key_of_an_event_without_a_country_is_zz() -> None:
    assert partition_key(EVENT) == partition_key(event_in(None)) == "ZZ"
