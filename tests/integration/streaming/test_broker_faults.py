"""The broker itself fails in mid-stream: killed and started again, or one node of three at a time.

Each test has a cluster of its own, since it breaks it.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import missing
from tests.integration.running import real_kafka
from tests.integration.streaming.conftest import SESSION_TIMEOUT_S, installed_on
from tests.integration.streaming.support import (
    Feed,
    Workers,
    assert_as_if_nothing_happened,
    workers_of,
)
from workers.samples import articles
from workers.settings import Settings

pytestmark = pytest.mark.integration

AWAY_S = {1: SESSION_TIMEOUT_S + 4, 3: 2.0}
"""How long a killed node of so many stays away: clients see refused connections and moved leaders,
and where it was alone, the worker's session is over before it comes back.
"""


@pytest.fixture
def kafka() -> ModuleType:
    module = real_kafka()
    if (reason := module.missing_tools()) is not None:
        missing(reason)
    return module


def killed_and_back(cluster: Any, number: int) -> None:
    """The node has been killed with -9, was away for a while and serves again."""
    cluster.kill_node(number)
    time.sleep(AWAY_S[len(cluster.nodes)])
    cluster.start_node(number)
    cluster.wait_until_up(number)


@pytest.fixture(params=[1, 3])
def broken(request: pytest.FixtureRequest, kafka: ModuleType, tmp_path: Path) -> Iterator[Any]:
    """A cluster of one or three nodes, its settings and supervised workers."""
    running = kafka.RealKafka(nodes=request.param)
    with running as bootstrap:
        settings = installed_on(
            Settings(
                bootstrap=bootstrap,
                partitions=3,
                replication=request.param,
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
