"""The AsyncAPI document and the crosswalk agree with the code."""

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from tests.strategies import incidents
from workers.model import EVENT_TYPE_OF, Change, Incident, SubEventType
from workers.settings import Settings
from workers.wire import incident_headers
from workers.wire.topics import Topic

SCHEMAS = Path(__file__).parents[2] / "schemas"
DOCUMENT: dict[str, Any] = yaml.safe_load((SCHEMAS / "asyncapi.yaml").read_text(encoding="utf-8"))
CHANNELS = {channel["address"]: channel for channel in DOCUMENT["channels"].values()}


def references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [found for value in node.values() for found in references(value)]
    if isinstance(node, list):
        return [found for value in node for found in references(value)]
    return []


@pytest.mark.parametrize("reference", sorted(set(references(DOCUMENT))))
def test_a_reference_leads_somewhere(reference: str) -> None:
    if not reference.startswith("#/"):
        assert (SCHEMAS / reference).is_file()
        return
    node = DOCUMENT
    for step in reference.removeprefix("#/").split("/"):
        node = node[step]


def test_every_topic_and_dead_letter_topic_is_documented() -> None:
    settings = Settings()
    inputs = (Topic.ARTICLES, Topic.EVENTS, Topic.CORRECTIONS)
    dead = {settings.dead_letter_topic(topic) for topic in inputs}
    assert {topic.value for topic in Topic} | dead == CHANNELS.keys()


def test_only_the_incidents_are_compacted() -> None:
    policies = {
        address: channel["bindings"]["kafka"]["topicConfiguration"]["cleanup.policy"]
        for address, channel in CHANNELS.items()
    }
    assert [address for address, policy in policies.items() if policy == ["compact"]] == [
        Topic.INCIDENTS.value
    ]


def test_consumers_are_told_to_read_committed() -> None:
    assert "isolation.level=read_committed" in DOCUMENT["info"]["description"]


HEADERS = DOCUMENT["components"]["messages"]["incident"]["headers"]


@given(incidents)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_the_headers_of_an_incident_are_the_documented_ones(incident: Incident) -> None:
    headers = {name: value.decode() for name, value in incident_headers(incident)}
    Draft202012Validator(HEADERS).validate(headers)
    assert headers.keys() == HEADERS["properties"].keys()


def test_every_change_has_a_cloud_events_type() -> None:
    wanted = [f"incident.{change.value}" for change in Change]
    assert HEADERS["properties"]["ce_type"]["enum"] == wanted


def crosswalk() -> list[dict[str, str]]:
    text = (SCHEMAS / "crosswalk.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def test_the_crosswalk_has_every_sub_event_type_once_with_its_event_type() -> None:
    pairs = [(row["sub_event_type"], row["event_type"]) for row in crosswalk()]
    assert pairs == [(sub.value, EVENT_TYPE_OF[sub].value) for sub in SubEventType]


@pytest.mark.parametrize("row", crosswalk(), ids=lambda row: row["sub_event_type"])
def test_a_crosswalk_row_holds_codes_that_exist(row: dict[str, str]) -> None:
    assert int(row["gtd_attacktype1"]) in range(1, 10)
    assert row["plover_event"] == "ASSAULT"
    assert row["plover_mode"] in {
        "beat", "torture", "abduct", "sexual", "targeted", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "aerial", "drone", "unconventional", "crowd-control",
        "destroy",
    }  # fmt: skip
    assert row["cameo_root"] in {"18", "19", "20"}
