"""What whoever runs a worker sees: health, metrics, logs, exit codes. One broker is enough."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.streaming.support import (
    Feed,
    Workers,
    assert_as_if_nothing_happened,
    expected,
    final,
    lost,
    output,
    wait_until,
    workers_of,
)
from workers.samples import articles, messages
from workers.settings import Settings
from workers.streaming.failure import Exit

pytestmark = [
    pytest.mark.integration,
    pytest.mark.parametrize("broker", ["embedded"], indirect=True),
]


def test_metrics_health_and_log_tell_what_is_done_and_no_article(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    worker = workers.start()
    feed.send(messages())
    feed.wait_until_done()
    assert worker.get("/health/live")[0] == 200
    assert worker.get("/health/ready")[0] == 200
    assert worker.get("/nothing")[0] == 404
    figures = worker.figures()
    assert figures["tawatur_articles_total"] == len(messages())
    assert figures["tawatur_extraction_seconds_count"] == len(messages())
    # Inventories are taken for merging, too.
    assert figures["tawatur_events_merged_total"] >= figures["tawatur_events_total"] > 0
    assert figures["tawatur_restore_seconds_count"] >= 1
    written = [n for name, n in figures.items() if name.startswith("tawatur_incidents_total")]
    assert sum(written) == len(output(installed))
    held = [n for name, n in figures.items() if name.startswith("tawatur_open_incidents")]
    assert 0 < sum(held) <= len(final(output(installed)))
    lags = [name for name in figures if name.startswith("tawatur_lag_records")]
    assert len(lags) == 3 * installed.partitions
    wait_until(lambda: not any(worker.figures()[name] for name in lags), "the lag gauges fall to 0")
    assert worker.stop() == 0
    lines = worker.text().splitlines()
    told = [json.loads(line) for line in lines if not line.startswith("listening ")]
    assert all({"time", "level", "logger", "event"} <= line.keys() for line in told)
    bodies = [json.loads(value)["body"][:30] for value in articles()]
    assert not [body for body in bodies if body in worker.text()]


def test_fausts_own_command_runs_the_same_worker(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    command = [sys.executable, "-m", "faust", "-A", "workers.app", "worker", "-l", "info"]
    worker = workers.start(command=command)
    feed.send(articles()[:10])
    feed.wait_until_done()
    assert not lost(expected(articles()[:10]), final(output(installed)))
    assert worker.stop() == 0


def test_without_transactions_a_second_worker_is_refused_and_the_first_goes_on(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    first = workers.start()
    assert first.events("no_fencing")
    feed.send(articles()[:20], partition=0)
    feed.wait_until_done()
    second = workers.start(ready=False)
    second.asked_to_end = True
    feed.send(articles()[20:], partition=0)
    assert second.wait() == Exit.NOT_ALONE
    feed.wait_until_done()
    assert first.running()
    assert second.events("second_worker_refused")
    assert_as_if_nothing_happened(installed, articles(), faults=True)


def test_without_transactions_a_worker_that_was_paused_too_long_ends_before_it_writes(
    installed: Settings, feed: Feed, workers: Workers
) -> None:
    # Between two batches: what is on its way to the broker when a worker is stopped arrives when it
    # goes on, and without transactions nobody can keep it out (ADR 1).
    first = workers.start()
    feed.send(articles()[:20], partition=0)
    feed.wait_until_done()
    first.pause()
    feed.send(articles()[20:], partition=0)
    paused_at = time.monotonic()
    wait_until(
        lambda: time.monotonic() - paused_at > installed.session_timeout_s, "the session is over"
    )
    workers.start()
    feed.wait_until_done()
    first.resume()
    assert first.wait() == Exit.FENCED
    assert_as_if_nothing_happened(installed, articles(), faults=True)


def test_a_worker_that_is_told_to_use_transactions_where_there_are_none_says_so(
    installed: Settings, tmp_path: Path
) -> None:
    with workers_of(replace(installed, transactions=True), tmp_path) as workers:
        worker = workers.start(ready=False)
        assert worker.wait() == Exit.BROKER
        (line,) = worker.events("cannot_start")
        assert "TAWATUR_TRANSACTIONS" in line["hint"]


def test_a_worker_without_topics_ends_and_names_the_missing_one(
    settings: Settings, tmp_path: Path
) -> None:
    with workers_of(settings, tmp_path) as workers:
        worker = workers.start(ready=False)
        assert worker.wait() == Exit.CONFIG
        (line,) = worker.events("misconfigured")
        assert "articles.raw" in line["reason"]
