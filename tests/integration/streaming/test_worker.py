"""One worker on both brokers: the same incidents as without Kafka, whatever happens to it."""

import json
from typing import Any

import pytest

from tests.integration.streaming.support import (
    Feed,
    Workers,
    assert_as_if_nothing_happened,
    expected,
    final,
    live,
    lost,
    output,
    wait_until,
)
from workers.admin.connections import read_to_end
from workers.samples import articles, malformed
from workers.settings import Settings
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

REASONS = {
    "null_value",
    "not_json",
    "not_object",
    "missing_field",
    "wrong_type",
    "bad_date",
    "not_utf8",
    "empty",
    "too_large",
}


def event_partitions(settings: Settings) -> list[tuple[str, int]]:
    """Every event of events.extracted: event id and partition."""
    records = read_to_end(settings, [settings.topic(Topic.EVENTS)])
    told = [(json.loads(record.value), record.partition) for record in records]
    return [(event["event_id"], partition) for event, partition in told if "event_id" in event]


def test_the_sample_through_kafka_is_the_sample_through_files(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    feed.send(articles(), partition=0)
    worker = workers.start()
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles())
    homes = dict(event_partitions(installed))
    for version in output(installed):
        assert version.headers["ce_specversion"] == b"1.0"
        assert version.headers["ce_id"].decode().startswith(version.incident_id)
        reported = {homes[report["event_id"]] for report in version.record["reports"]}
        assert reported <= {version.partition}
    assert worker.stop() == 0


def revision(body: str, **more: object) -> bytes:
    """One article of a feed that keeps the time of the first publication."""
    head = {"id": "r1", "source": "nahrain.example", "published_at": "2024-05-06T12:00:00+03:00"}
    return json.dumps({**head, "body": body, **more}).encode()


def test_a_revision_takes_back_what_the_article_told_of_another_country_or_tells_no_more(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    other = revision("قتل خمسة أشخاص في انفجار سيارة مفخخة في الموصل الاثنين.", id="r2")
    first = revision("قتل ثلاثة أشخاص في قصف مدفعي على مدينة الرقة الاثنين.")
    moved = revision("تصحيح: قتل ثلاثة أشخاص في قصف مدفعي على مدينة القائم العراقية الاثنين.")
    none = revision("تصحيح: لم يقع أي هجوم الاثنين. وتعتذر الصحيفة عن خبر سابق.")
    feed.send([other, first], partition=0)
    workers.start()
    feed.wait_until_done()
    assert sorted(countries_of(installed)) == ["IQ", "SY"]
    feed.send([moved], partition=0)
    feed.wait_until_done()
    assert sorted(countries_of(installed)) == ["IQ", "IQ"]
    feed.send([none], partition=0)
    feed.wait_until_done()
    assert countries_of(installed) == ["IQ"]
    assert_as_if_nothing_happened(installed, [other, first, moved, none])


def countries_of(settings: Settings) -> list[str]:
    """The countries of the incidents that are not taken back."""
    return [record["location"]["country_code"] for record in live(final(output(settings))).values()]


def test_articles_that_arrive_in_another_order_make_the_same_groups(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    feed.send(articles())
    workers.start()
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles(), in_order=False)


def test_a_worker_killed_in_mid_stream_loses_and_doubles_nothing(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    first = workers.start()
    feed.send(articles(), partition=0)
    feed.wait_for_events_committed(20)
    first.kill()
    before = final(output(installed))
    second = workers.start()
    restored = sum(sum(line["incidents"].values()) for line in second.events("restored"))
    assert 0 < len(live(before)) <= restored <= len(before)
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles(), faults=True)


def test_sigterm_in_mid_stream_exits_0_and_leaves_nothing_to_do_twice(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    first = workers.start()
    feed.send(articles(), partition=0)
    feed.wait_for_events_committed(10)
    assert first.stop() == 0
    assert first.events("stopped")
    workers.start()
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles(), faults=True)
    events = [event_id for event_id, _ in event_partitions(installed)]
    assert len(events) == len(set(events))


def test_garbage_ends_in_the_dead_letters_and_the_good_around_it_is_processed(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    oversized = json.dumps({"source": "s", "body": "x" * (1024 * 1024 + 1)}).encode()
    wrong_type = b'{"source": "s", "published_at": "2024-05-01T00:00:00Z", "body": 7}'
    deep = b"[" * 200_000
    garbage = [*malformed(), None, b"", b"\x00\xff\xfe", wrong_type, oversized, deep, b'"text"']
    feed.send([*articles()[:30], *garbage, *articles()[30:]], partition=1)
    worker = workers.start()
    feed.wait_until_done()
    assert_as_if_nothing_happened(installed, articles())
    letters = list(read_to_end(installed, [installed.dead_letter_topic(Topic.ARTICLES)]))
    values = [letter.value for letter in letters]
    assert sorted(value or b"" for value in values) == sorted(value or b"" for value in garbage)
    assert values.count(None) == 1
    told = [{name: value.decode() for name, value in letter.headers} for letter in letters]
    assert {headers["error-reason"] for headers in told} >= REASONS
    positions = sorted(int(headers["source-offset"]) for headers in told)
    assert positions == list(range(30, 30 + len(garbage)))
    for headers in told:
        assert headers["error-class"]
        assert headers["error-detail"]
        assert headers["source-topic"] == installed.topic(Topic.ARTICLES)
        assert headers["source-partition"] == "1"
        assert headers["stage"] == "extract"
        assert headers["code-version"]
        assert headers["failed-at"].endswith("+00:00")
    counted = [
        n for name, n in worker.figures().items() if name.startswith("tawatur_dead_letters_total")
    ]
    assert sum(counted) == len(garbage)


def test_garbage_among_the_events_is_a_dead_letter_of_that_stage(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    Feed(workers, Topic.EVENTS).send([b"{", None, b'{"event_id": 1}'], partition=0)
    workers.start()
    feed.send(articles()[:10])
    feed.wait_until_done()

    def letters() -> list[Any]:
        return list(read_to_end(installed, [installed.dead_letter_topic(Topic.EVENTS)]))

    wait_until(lambda: len(letters()) == 3, "three dead letters")
    assert {dict(letter.headers)["stage"] for letter in letters()} == {b"merge"}
    assert not lost(expected(articles()[:10]), final(output(installed)))
