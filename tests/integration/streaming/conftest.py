"""Topics, a feed and workers for one test each, on the brokers of the folder above."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.streaming.support import Feed, Workers, workers_of
from workers.admin.topics import ensure_topics
from workers.settings import Settings

SESSION_TIMEOUT_S = 6.0
"""Kafka's least (group.min.session.timeout.ms), so that a lost worker is found out quickly."""


def installed_on(settings: Settings) -> Settings:
    """The settings with small batches, so that a crash falls between two; their topics exist."""
    mine = replace(
        settings,
        session_timeout_s=SESSION_TIMEOUT_S,
        commit_interval_s=0.3,
        batch_records_max=7,
    )
    ensure_topics(mine)
    return mine


@pytest.fixture
def installed(settings: Settings) -> Settings:
    """Settings of the test's own, whose topics exist."""
    return installed_on(settings)


@pytest.fixture
def feed(workers: Workers) -> Feed:
    return Feed(workers)


@pytest.fixture
def workers(installed: Settings, tmp_path: Path) -> Iterator[Workers]:
    with workers_of(installed, tmp_path) as started:
        yield started
