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
    CorrectionAction,
    Event,
    Incident,
    Inventories,
    Inventory,
    Outline,
    Place,
    Rejected,
    RejectReason,
    Report,
    WherePrecision,
    Withdrawal,
)
from workers.pipeline import (
    CountryBooks,
    Ruling,
    Send,
    Topic,
    gathered,
    on_article,
    on_correction,
    on_event,
    partition_key,
    read_ruling,
)
from workers.wire import (
    decode_event,
    decode_incident,
    encode_correction,
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
EMPTY = Inventory("a", datetime(2024, 5, 1, 9, tzinfo=UTC), ())


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
    witnessed: list[Outline] = field(default_factory=list)

    def apply(self, change: Any, /) -> tuple[Incident, ...]:
        self.changes.append(change)
        return self.answer

    def witness(self, outline: Outline, /) -> None:
        self.witnessed.append(outline)

    def is_over(self, outline: Outline, /) -> bool:
        return outline in self.witnessed

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
    *sends, inventory = sends_of(on_article(orjson.dumps(ARTICLE), None, reader))
    assert [send.key for send in sends] == [b"IQ", b"SY", b"ZZ", b"ZZ"]
    assert {send.topic for send in sends} == {Topic.EVENTS}
    assert [decode_event(send.value) for send in sends] == list(reader.events)
    ids = tuple(event.event_id for event in reader.events)
    assert inventory.broadcast
    assert decode_event(inventory.value) == Inventories((replace(EMPTY, event_ids=ids),))


def test_an_article_without_events_says_so_to_every_partition() -> None:
    (send,) = sends_of(on_article(orjson.dumps(ARTICLE), None, FixedReader(())))
    assert send.broadcast
    assert send.inventory == EMPTY
    assert decode_event(send.value) == Inventories((EMPTY,))


def inventories_in(sends: Iterable[Send]) -> list[Inventory]:
    found: list[Inventory] = []
    for send in sends:
        decoded = decode_event(send.value)
        assert isinstance(decoded, Inventories)
        found += decoded.articles
    return found


def test_the_inventories_of_a_batch_go_as_one_record_behind_its_events() -> None:
    first = sends_of(on_article(orjson.dumps(ARTICLE), None, FixedReader((EVENT,))))
    second = sends_of(on_article(orjson.dumps(ARTICLE | {"id": "b"}), None, FixedReader(())))
    event, inventories = gathered([*first, *second])
    assert decode_event(event.value) == EVENT
    assert inventories.broadcast
    assert [one.article_id for one in inventories_in([inventories])] == ["a", "b"]


def test_of_an_article_that_came_twice_in_a_batch_the_newer_inventory_counts() -> None:
    old = sends_of(on_article(orjson.dumps(ARTICLE), None, FixedReader((event_in("IQ"),))))
    new = sends_of(on_article(orjson.dumps(ARTICLE), None, FixedReader((event_in("SY", "a#2"),))))
    *events, inventories = gathered([*old, *new])
    assert [decode_event(send.value) for send in events] == [event_in("IQ"), event_in("SY", "a#2")]
    assert inventories_in([inventories]) == [replace(EMPTY, event_ids=("a#2",))]


def test_long_inventories_go_as_several_records_and_none_is_lost() -> None:
    ids = [f"{n}{'x' * 4000}" for n in range(60)]
    told = [
        sends_of(on_article(orjson.dumps(ARTICLE | {"id": i}), None, FixedReader(()))) for i in ids
    ]
    found = gathered([send for sends in told for send in sends])
    assert len(found) > 1
    assert max(len(send.value) for send in found) < 500_000
    assert [one.article_id for one in inventories_in(found)] == ids
    assert gathered([]) == []


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


def test_inventories_reach_the_books_of_all_countries_one_by_one(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    partition.apply(event_in("SY"))
    partition.apply(event_in("IQ"))
    other = replace(EMPTY, article_id="b")
    partition.apply(Inventories((EMPTY, other)))
    assert [book.changes[1:] for book in made] == [[EMPTY, other]] * 2


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


def test_an_outline_is_for_the_book_that_its_incident_would_be_restored_to(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    outline = Outline(INCIDENT.status, INCIDENT.last_reported_at, "LB", ())
    partition.witness(outline)
    assert partition.is_over(outline)
    assert not partition.is_over(replace(outline, country=None))
    partition.apply(event_in("IL"))
    assert [len(book.witnessed) for book in made] == [1, 0]
    assert [len(book.changes) for book in made] == [1, 0]


def test_an_incident_that_has_ended_goes_to_the_book_of_its_place(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    ended = replace(INCIDENT, location=event_in("IQ").location, reports=())
    partition.restore(ended)
    partition.apply(event_in("IQ"))
    assert made[0].restored == [ended]
    assert len(made) == len(partition) == 1


def test_the_key_of_an_event_without_a_country_is_zz() -> None:
    assert partition_key(EVENT) == partition_key(event_in(None)) == "ZZ"


def test_countries_whose_attacks_are_told_from_either_side_share_a_key() -> None:
    assert {partition_key(event_in(code)) for code in ("IL", "LB", "PS")} == {"XL"}
    assert partition_key(event_in("SY")) == "SY"


RULING = Correction("c1", "desk", WITHDRAWAL.published_at, CorrectionAction.SAME, ("a#1", "b#1"))


def test_a_correction_goes_to_the_events_of_its_country() -> None:
    ruling = read_ruling(b"SY", encode_correction(RULING))
    assert ruling == Ruling("SY", RULING)
    assert on_correction(ruling) == Send(Topic.EVENTS, b"SY", encode_correction(RULING))


@pytest.mark.parametrize("key", [None, b"", b"sy", b"SYR", b"12", b"\xff\xff", "س".encode()])
def test_a_correction_under_no_country_is_refused(key: bytes | None) -> None:
    for refused in (
        read_ruling(key, encode_correction(RULING)),
        on_event(encode_correction(RULING), FixedBook(), key),
    ):
        assert isinstance(refused, Rejected)
        assert refused.reason is RejectReason.BAD_VALUE
        assert refused.detail.startswith("key: ")


def test_a_correction_that_cannot_be_followed_is_refused_with_its_reason() -> None:
    one = encode_correction(replace(RULING, event_ids=("a#1",)))
    refused = read_ruling(b"SY", one)
    assert isinstance(refused, Rejected)
    assert refused.detail == "event_ids, incident_ids: same takes at least 2, 1 named"


@given(st.none() | st.binary(max_size=5), st.none() | st.binary(max_size=50))
def test_any_bytes_are_a_ruling_or_refused(key: bytes | None, value: bytes | None) -> None:
    assert isinstance(read_ruling(key, value), Ruling | Rejected)


def test_a_ruling_concerns_the_book_of_its_country_alone(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    partition.apply(event_in("IQ"))
    assert on_event(encode_correction(RULING), partition, b"SY") != ()
    assert [book.changes[-1] for book in made] == [event_in("IQ"), RULING]


def test_rulings_are_followed_before_the_first_event(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    other = replace(RULING, correction_id="c2")
    partition.follow([Ruling("SY", RULING), Ruling("IQ", other)])
    assert [book.followed for book in made] == [[RULING], [other]]


def test_rulings_of_files_are_followed_by_every_book(
    books: tuple[CountryBooks, list[FixedBook]],
) -> None:
    partition, made = books
    partition.apply(event_in("IQ"))
    partition.follow_everywhere([RULING])
    partition.apply(event_in("SY"))
    assert [book.followed for book in made] == [[RULING], [RULING]]
