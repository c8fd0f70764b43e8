"""The deployment files name metrics, variables, ports, commands and paths that really exist."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import CollectorRegistry

from workers.cli.parser import COMMANDS
from workers.settings import VARIABLES, Settings
from workers.streaming.health import answer
from workers.streaming.metrics import Metrics
from workers.streaming.progress import Status

DEPLOY = Path(__file__).resolve().parents[3] / "deploy"
PORT = Settings().metrics_port
METRIC = re.compile(r"\btawatur_[a-z_]+")
SELECTED = re.compile(r"(?:\bby \(|\{)([^(){}]*)[)}]")
SUFFIXES = {
    "counter": ("_total", "_created"),
    "histogram": ("_bucket", "_count", "_sum", "_created"),
    "gauge": ("",),
}
SCRAPED_LABELS = {"job", "instance", "le"}
"""Labels that Prometheus adds by itself, and the bound of a histogram's bucket."""


def documents(name: str) -> list[Any]:
    return list(yaml.safe_load_all((DEPLOY / name).read_text()))


def document(name: str) -> Any:
    (only,) = documents(name)
    return only


def exported() -> dict[str, tuple[str, ...]]:
    """Every series that a worker exports, with its own labels."""
    metrics = Metrics()
    series = {}
    for field in Metrics.__slots__:
        metric = getattr(metrics, field)
        # prometheus-client has no public names for these.
        for suffix in SUFFIXES[metric._type]:  # noqa: SLF001
            series[metric._name + suffix] = metric._labelnames  # noqa: SLF001
    return series


def alerts() -> list[dict[str, Any]]:
    return [
        rule for group in document("prometheus/alerts.yml")["groups"] for rule in group["rules"]
    ]


def panels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DEPLOY / "grafana/dashboard.json").read_text())[
        "panels"
    ]
    return found


def expressions() -> Iterator[tuple[str, str]]:
    for alert in alerts():
        yield alert["alert"], alert["expr"]
    for panel in panels():
        for target in panel["targets"]:
            yield panel["title"], target["expr"]


@pytest.mark.parametrize(("name", "expression"), list(expressions()))
def test_every_metric_and_label_of_alerts_and_dashboard_is_exported(
    name: str, expression: str
) -> None:
    series = exported()
    used = METRIC.findall(expression)
    assert used or "up{" in expression, name
    assert set(used) <= set(series)
    labels = {label for metric in used for label in series[metric]} | SCRAPED_LABELS
    selected = {
        re.split(r"[=!]", part)[0].strip()
        for group in SELECTED.findall(expression)
        for part in group.split(",")
    }
    assert selected <= labels


def test_every_metric_of_the_runbook_is_exported() -> None:
    named = set(METRIC.findall((DEPLOY / "runbook.md").read_text()))
    assert named
    families = {re.sub(r"_bucket$", "", series) for series in exported()}
    assert named <= families


def test_every_alert_has_its_section_in_the_runbook_and_every_section_its_alert() -> None:
    sections = set(
        re.findall(r"^## (Tawatur\w+)$", (DEPLOY / "runbook.md").read_text(), re.MULTILINE)
    )
    named = {alert["alert"] for alert in alerts()}
    assert named == sections
    for alert in alerts():
        assert alert["annotations"]["runbook"] == f"deploy/runbook.md#{alert['alert'].lower()}"


def test_panels_do_not_overlap() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in panels():
        at = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert not taken & cells, panel["title"]
        taken |= cells
    assert all(x < 24 for x, _y in taken)


def kubernetes(kind: str) -> dict[str, Any]:
    (found,) = (each for each in documents("k8s/worker.yaml") if each["kind"] == kind)
    assert isinstance(found, dict)
    return found


def variables() -> set[str]:
    compose = document("compose.yaml")
    used = {
        name for key in ("topics", "worker") for name in compose["services"][key]["environment"]
    }
    used |= set(kubernetes("ConfigMap")["data"])
    used |= set(re.findall(r"TAWATUR_[A-Z_]+", (DEPLOY / "Dockerfile").read_text()))
    used |= set(re.findall(r"TAWATUR_[A-Z_]+", (DEPLOY / "runbook.md").read_text()))
    return used


def test_every_variable_is_one_that_the_settings_read() -> None:
    assert variables() <= {name for name, _parse in VARIABLES.values()}


def test_the_settings_of_compose_and_kubernetes_are_accepted() -> None:
    compose = document("compose.yaml")["services"]["worker"]["environment"]
    cluster = kubernetes("ConfigMap")["data"]
    assert Settings.from_env(compose).replication == 1
    assert Settings.from_env(cluster).replication == 3


def test_the_commands_of_the_containers_exist() -> None:
    services = document("compose.yaml")["services"]
    pod = kubernetes("Deployment")["spec"]["template"]["spec"]
    used = [services[name]["command"][0] for name in ("topics", "worker")]
    used += [each["args"][0] for each in (*pod["initContainers"], *pod["containers"])]
    (default,) = re.findall(r'^CMD \["(\w+)"\]', (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    assert set(used) == {"topics", "worker"} <= set(COMMANDS)
    assert default in COMMANDS


def test_probes_ask_for_paths_that_the_worker_answers_on_its_port() -> None:
    (worker,) = kubernetes("Deployment")["spec"]["template"]["spec"]["containers"]
    (port,) = worker["ports"]
    assert port == {"name": "metrics", "containerPort": PORT}
    paths = [worker[f"{kind}Probe"]["httpGet"]["path"] for kind in ("liveness", "readiness")]
    assert paths == ["/health/live", "/health/ready"]
    for path in (*paths, worker["startupProbe"]["httpGet"]["path"], "/metrics"):
        _kind, code, _body = answer(path, CollectorRegistry(), Status(), 60.0)
        assert code != HTTPStatus.NOT_FOUND, path


def test_everything_that_scrapes_uses_the_workers_port() -> None:
    (job,) = document("prometheus/prometheus.yml")["scrape_configs"]
    annotations = kubernetes("Deployment")["spec"]["template"]["metadata"]["annotations"]
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    assert job["job_name"] == "tawatur"
    assert [each["port"] for each in job["dns_sd_configs"]] == [PORT]
    assert annotations["prometheus.io/port"] == str(PORT)
    assert [each["port"] for each in kubernetes("Service")["spec"]["ports"]] == [PORT]
    assert f"EXPOSE {PORT}\n" in dockerfile
    assert f"TAWATUR_METRICS_PORT={PORT}" in dockerfile


def test_selectors_find_the_pods() -> None:
    labels = kubernetes("Deployment")["spec"]["template"]["metadata"]["labels"]
    assert kubernetes("Deployment")["spec"]["selector"]["matchLabels"] == labels
    assert kubernetes("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert kubernetes("Service")["spec"]["selector"] == labels


def test_files_that_are_mounted_or_referred_to_exist() -> None:
    services = document("compose.yaml")["services"]
    mounts = [m for name in ("prometheus", "grafana") for m in services[name]["volumes"]]
    named = [mount.split(":")[0] for mount in mounts]
    named += document("k8s/kustomization.yaml")["resources"]
    named += document("prometheus/prometheus.yml")["rule_files"]
    for path in named:
        found = [DEPLOY / folder / path for folder in ("", "k8s", "prometheus")]
        assert any(each.exists() for each in found), path


def test_compose_runs_the_kafka_that_the_tests_run() -> None:
    image = document("compose.yaml")["services"]["kafka"]["image"]
    pom = (DEPLOY / "kafka/pom.xml").read_text()
    assert re.findall(r"<version>(4\.[\d.]+)</version>", pom) == [image.partition(":")[2]] * 2
