"""A batch is done when everything made of it is written, and only then."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pytest
from aiokafka.errors import KafkaConnectionError

from tests.unit.streaming.support import SETTINGS, Taken
from workers.model import Article, Event
from workers.samples import articles
from workers.streaming import failure
from workers.streaming.dead_letters import Undertaker
from workers.streaming.metrics import Metrics
from workers.streaming.producers import PlainWriter, Record
from workers.streaming.stages import Extraction, Morgue
from workers.wire.topics import Topic


class Nothing:
    """Reads no event out of any article."""

    def extract(self, article: Article) -> tuple[Event, ...]:
        assert article.body
        return ()


class Written:
    """Takes records; fails so many times first."""

    def __init__(self, failures: int = 0) -> None:
        self.records: list[Record] = []
        self.failures = failures

    async def write(self, records: Sequence[Record]) -> None:
        if self.failures:
            self.failures -= 1
            raise KafkaConnectionError
        self.records += records

    async def write_or_strip(self, record: Record) -> None:
        await self.write([record])


def extraction(written: Written) -> Extraction:
    plain, metrics = cast("PlainWriter", written), Metrics()
    morgue = Morgue(Undertaker(SETTINGS, Topic.ARTICLES, "extract", "v"), plain, metrics)
    return Extraction(SETTINGS, Nothing(), plain, morgue, metrics)


def sample(extracting: Extraction, name: str, **labels: str) -> float | None:
    return extracting.metrics.registry().get_sample_value(name, labels)


async def test_bad_messages_become_dead_letters_and_the_good_go_on() -> None:
    written = Written()
    stage = extraction(written)
    await stage.process([Taken(articles()[0]), Taken(None, 1), Taken(b"{", 2)])
    _, *letters = written.records
    assert [record.topic for record in letters] == ["p.articles.raw.dead-letter"] * 2
    assert [record.value for record in letters] == [None, b"{"]
    assert sample(stage, "tawatur_articles_total") == 3
    labels = {"stage": "extract", "reason": "null_value"}
    assert sample(stage, "tawatur_dead_letters_total", **labels) == 1
    assert sample(stage, "tawatur_extraction_seconds_count") == 3


async def test_a_withdrawal_goes_to_every_partition_under_the_prefix() -> None:
    written = Written()
    retracted = articles()[0].replace(b"{", b'{"retracted": true, ', 1)
    await extraction(written).process([Taken(retracted)])
    (record,) = written.records
    assert record.topic == "p.events.extracted"
    assert record.broadcast


async def test_a_write_that_fails_for_a_while_is_written_once_it_can_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(failure, "RETRY_FIRST_S", 0.0)
    written = Written(failures=3)
    await extraction(written).process([Taken(b"{")])
    assert [record.value for record in written.records] == [b"{"]


async def test_a_write_that_stays_impossible_is_raised_before_anything_counts_as_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(failure, "RETRY_FIRST_S", 0.0)
    stage = extraction(Written(failures=1000))
    with pytest.raises(KafkaConnectionError):
        await stage.process([Taken(b"{")])
    assert sample(stage, "tawatur_articles_total") == 0


async def test_the_timestamp_of_kafka_dates_an_article_that_has_no_date() -> None:
    seen: list[Article] = []

    class Listening(Nothing):
        def extract(self, article: Article) -> tuple[Event, ...]:
            seen.append(article)
            return ()

    stage = replace(extraction(Written()), reader=Listening())
    await stage.process([Taken(b'{"source": "s", "body": "b"}', timestamp=1_700_000_000.25)])
    assert seen[0].published_at.timestamp() == 1_700_000_000.25


async def test_the_inventories_of_a_batch_go_behind_its_events_as_one_record() -> None:
    written = Written()
    stage = extraction(written)
    await stage.process([Taken(article, number) for number, article in enumerate(articles()[:3])])
    (record,) = written.records
    assert record.broadcast
    assert record.value is not None
    told = json.loads(record.value)["inventories"]
    assert [each["article_id"] for each in told] == [json.loads(a)["id"] for a in articles()[:3]]
    assert sample(stage, "tawatur_events_total") == 0
