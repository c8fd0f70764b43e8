"""The broker itself fails in mid-stream: each node of three is killed and started again, in turn.

The test has a cluster of its own, since it breaks it. A broker that is alone is another matter:
docs/adr/0001-output-topic-is-the-state.md.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import missing
from tests.integration.running import real_kafka
from tests.integration.streaming.conftest import installed_on
from tests.integration.streaming.support import (
    Feed,
    Workers,
    assert_as_if_nothing_happened,
    workers_of,
)
from workers.samples import articles
from workers.settings import Settings

pytestmark = pytest.mark.integration

AWAY_S = 2.0
"""How long a killed node stays away: clients see refused connections and moved leaders."""


@pytest.fixture
def kafka() -> ModuleType:
    module = real_kafka()
    if (reason := module.missing_tools()) is not None:
        missing(reason)
    return module


def killed_and_back(cluster: Any, number: int) -> None:
    """The node has been killed with -9, was away for a while and serves again."""
    cluster.kill_node(number)
    time.sleep(AWAY_S)
    cluster.start_node(number)
    cluster.wait_until_up(number)


@pytest.fixture
def broken(kafka: ModuleType, tmp_path: Path) -> Iterator[Any]:
    """A cluster of three nodes, its settings and supervised workers."""
    running = kafka.RealKafka(nodes=3)
    with running as bootstrap:
        settings = installed_on(
            Settings(
                bootstrap=bootstrap,
                partitions=3,
                replication=3,
                transactions=True,
                metrics_port=0,
                run_dir=str(tmp_path),
            )
        )
        with workers_of(settings, tmp_path) as workers:
            workers.supervised = True
            yield running.cluster, settings, workers


def test_nodes_killed_in_mid_stream_lose_and_double_nothing(
    broken: tuple[Any, Settings, Workers],
) -> None:
    cluster, settings, workers = broken
    feed, told = Feed(workers), articles()
    workers.start()
    for node in cluster.nodes:
        sent = range(len(told))[node.number - 1 :: len(cluster.nodes)]
        feed.send([told[index] for index in sent])
        feed.wait_for_events_committed(10 * node.number)
        killed_and_back(cluster, node.number)
    feed.wait_until_done()
    assert_as_if_nothing_happened(settings, told, in_order=False)
