"""Three nodes of the real Kafka: what is acknowledged outlives any one of them."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import missing
from tests.integration.running import real_kafka
from workers.admin.connections import read_to_end
from workers.admin.topics import ensure_topics
from workers.settings import Settings
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

DEADLINE_S = 90.0


def published(settings: Settings, numbers: range) -> int:
    """How many of these articles were acknowledged. A process of its own: with a node gone the
    client leaves refused sockets to the garbage collector, which would complain in other tests.
    """
    told = subprocess.run(
        [sys.executable, "-m", "workers", "publish", "-", "--json"],
        input=b"".join(b'{"id": "%d"}\n' % number for number in numbers),
        stdout=subprocess.PIPE,
        env=os.environ | {"KAFKA_BOOTSTRAP": str(settings.bootstrap)},
        timeout=DEADLINE_S,
        check=True,
    )
    return int(json.loads(told.stdout)["messages"])


def test_acknowledged_articles_outlive_a_node_and_more_can_be_written_without_it() -> None:
    kafka = real_kafka()
    if (reason := kafka.missing_tools()) is not None:
        missing(reason)
    running = kafka.RealKafka(nodes=3)
    with running as bootstrap:
        settings = Settings(bootstrap=bootstrap, partitions=3, replication=3)
        ensure_topics(settings)
        assert published(settings, range(100)) == 100
        running.cluster.kill_node(2)
        assert running.cluster.running() == [1, 3]
        assert published(settings, range(100, 200)) == 100
        running.cluster.start_node(2)
        running.cluster.wait_until_up(2)
        read = [int(r.key) for r in read_to_end(settings, [settings.topic(Topic.ARTICLES)])]
        assert sorted(read) == list(range(200))
    assert running.cluster.running() == []
