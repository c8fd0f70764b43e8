"""The HTTP port."""

import json
import urllib.request

from workers.streaming.health import HealthServer, answer
from workers.streaming.metrics import Metrics
from workers.streaming.progress import Status

STALL_S = 60.0


def test_probes_answer_503_until_they_may_answer_200() -> None:
    registry, status = Metrics().registry(), Status()
    assert answer("/health/ready", registry, status, STALL_S)[1] == 503
    status.assigned = status.restored = True
    assert answer("/health/ready", registry, status, STALL_S)[1] == 200
    assert answer("/health/live?verbose=1", registry, status, STALL_S)[1] == 200
    status.stalled = ("t/0",)
    _, code, body = answer("/health/live", registry, status, STALL_S)
    assert code == 503
    assert json.loads(body) == {"live": False, "stalled": ["t/0"]}


def test_an_unknown_path_names_the_known_ones() -> None:
    _, code, body = answer("/", Metrics().registry(), Status(), STALL_S)
    assert code == 404
    assert "/metrics" in json.loads(body)["endpoints"]


def test_a_free_port_is_taken_and_serves_the_metrics() -> None:
    metrics = Metrics()
    metrics.dead_letters.labels(stage="extract", reason="not_json").inc()
    server = HealthServer(("127.0.0.1", 0), metrics.registry(), Status(), STALL_S)
    try:
        url = f"http://127.0.0.1:{server.port}"
        with urllib.request.urlopen(f"{url}/metrics") as got:  # noqa: S310 - our own
            text = got.read().decode()
    finally:
        server.close()
    assert 'tawatur_dead_letters_total{reason="not_json",stage="extract"} 1.0' in text


def test_workers_in_one_process_do_not_share_their_counts() -> None:
    one, other = Metrics(), Metrics()
    one.articles.inc(5)
    assert other.registry().get_sample_value("tawatur_articles_total") == 0
    assert one.registry().get_sample_value("tawatur_articles_total") == 5
