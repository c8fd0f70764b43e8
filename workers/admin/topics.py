"""The topics: what the contract says of each, created where missing, checked where present.

Place in the flow: before anything else runs. Faust does not create source topics and nothing else
may: a topic that a broker makes up has one partition and the wrong cleanup.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from kafka.admin import ConfigResource, ConfigResourceType, KafkaAdminClient, NewTopic
from kafka.errors import InvalidReplicationFactorError, TopicAlreadyExistsError

from workers.admin.command import AdminError, command
from workers.admin.connections import admin_client
from workers.settings import Settings
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

DAY_MS = 24 * 60 * 60 * 1000
MIB = 1024 * 1024
UNKNOWN_TOPIC = 3  # Source: Kafka protocol, error code UNKNOWN_TOPIC_OR_PARTITION

ARTICLE_BYTES_MAX = 2 * MIB
"""An article may have 1 MiB: twice that lets a larger one reach us and be refused with a reason."""
DEAD_LETTER_BYTES_MAX = ARTICLE_BYTES_MAX + MIB // 4
"""The largest message that came in, and the headers that say why it was refused."""
INCIDENT_BYTES_MAX = 6 * MIB
"""An incident holds all its reports with their events, some 3 KiB each."""

SAFE_REPLICATION = 3
"""From so many copies on, two must have a record before it counts as written."""

INPUTS = (Topic.ARTICLES, Topic.EVENTS, Topic.CORRECTIONS)
"""The topics that we read, each with a topic for its dead letters."""


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """One topic as it must be. `config` holds Kafka's own names and values."""

    name: str
    partitions: int
    config: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TopicsReport:
    """What `ensure_topics` did and saw; `warnings` are differences that it does not refuse."""

    created: tuple[str, ...]
    present: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def replayed_topic(settings: Settings) -> str:
    """The name of the topic that remembers which dead letters were replayed."""
    return f"{settings.topic_prefix}dead-letters.replayed"


def _deleted_after(days: int, bytes_max: int) -> dict[str, str]:
    retention = -1 if days < 0 else days * DAY_MS
    return {
        "cleanup.policy": "delete",
        "retention.ms": str(retention),
        "max.message.bytes": str(bytes_max),
    }


def topic_plans(settings: Settings) -> tuple[TopicPlan, ...]:
    """Every topic of the product. Source: contract version 1, topics.

    Events and incidents have the same number of partitions: an incident lives in the partition of
    its events, and a worker restores exactly the partitions that it works on.
    """
    forever = -1  # an analyst's word survives every replay
    incidents = {
        "cleanup.policy": "compact",
        "max.message.bytes": str(INCIDENT_BYTES_MAX),
        # A restore reads the uncompacted rest too: smaller segments keep it short.
        "segment.bytes": str(64 * MIB),
        "min.cleanable.dirty.ratio": "0.2",
    }
    configs = {
        settings.topic(Topic.ARTICLES): _deleted_after(7, ARTICLE_BYTES_MAX),
        settings.topic(Topic.EVENTS): _deleted_after(14, ARTICLE_BYTES_MAX),
        settings.topic(Topic.INCIDENTS): incidents,
        settings.topic(Topic.CORRECTIONS): _deleted_after(forever, MIB),
    }
    for topic in INPUTS:
        configs[settings.dead_letter_topic(topic)] = _deleted_after(30, DEAD_LETTER_BYTES_MAX)
    plans = [TopicPlan(name, settings.partitions, config) for name, config in configs.items()]
    # Kept longer than the dead letters that it tells of, so that none can be sent twice.
    plans.append(TopicPlan(replayed_topic(settings), 1, _deleted_after(60, MIB)))
    if settings.replication >= SAFE_REPLICATION:
        safe = {"min.insync.replicas": "2"}  # survives one broker, loses nothing acknowledged
        plans = [TopicPlan(p.name, p.partitions, {**p.config, **safe}) for p in plans]
    return tuple(plans)


def partition_counts(admin: KafkaAdminClient, names: Sequence[str]) -> dict[str, int]:
    """The number of partitions of each of these topics that exists."""
    described: list[dict[str, Any]] = admin.describe_topics(list(names))
    return {
        topic["name"]: len(topic["partitions"])
        for topic in described
        if topic["error_code"] != UNKNOWN_TOPIC and topic["partitions"]
    }


def differing_counts(plans: Sequence[TopicPlan], existing: Mapping[str, int]) -> list[str]:
    """A sentence for each topic that exists with another number of partitions."""
    return [
        f"{plan.name} has {existing[plan.name]} partitions, expected {plan.partitions}"
        for plan in plans
        if plan.name in existing and existing[plan.name] != plan.partitions
    ]


def differing_configs(
    plans: Sequence[TopicPlan], existing: Mapping[str, Mapping[str, str]]
) -> list[str]:
    """A sentence for each setting of an existing topic that is not as planned.

    A broker that does not tell a setting (the embedded one tells none) is not complained of.
    """
    return [
        f"{plan.name}: {name} is {told}, expected {wanted}"
        for plan in plans
        for name, wanted in plan.config.items()
        if (told := existing.get(plan.name, {}).get(name)) is not None and told != wanted
    ]


def _configs(admin: KafkaAdminClient, names: Sequence[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    told = admin.describe_configs(asked).get("topic", {})
    return {
        topic: {name: str(entry["value"]) for name, entry in configs.items()}
        for topic, configs in told.items()
    }


def ensure_topics(settings: Settings, *, create: bool = True) -> TopicsReport:
    """Every topic exists afterwards, with the right number of partitions and cleanup.

    Raises:
        AdminError: a topic exists with another number of partitions (keys would move to other
            partitions, and incidents part from their events), or with a wrong cleanup policy, or
            it is missing and `create` is False, or the cluster is too small for the replication.
    """
    plans = topic_plans(settings)
    with closing(admin_client(settings)) as admin:
        existing = partition_counts(admin, [plan.name for plan in plans])
        if different := differing_counts(plans, existing):
            raise AdminError(
                "; ".join(different)
                + ". Set TAWATUR_PARTITIONS to what exists, or use another TAWATUR_TOPIC_PREFIX: "
                "the number cannot change without moving keys to other partitions."
            )
        missing = [plan for plan in plans if plan.name not in existing]
        if missing and not create:
            raise AdminError("missing topics: " + ", ".join(plan.name for plan in missing))
        complaints = differing_configs(plans, _configs(admin, sorted(existing)))
        if wrong := [said for said in complaints if "cleanup.policy" in said]:
            raise AdminError("; ".join(wrong) + ". Incidents would be lost, or pile up.")
        _create(admin, missing, settings.replication)
        # Created is not yet known to every broker: the next command would not find them.
        admin.wait_for_topics([plan.name for plan in missing])
    return TopicsReport(
        created=tuple(plan.name for plan in missing),
        present=tuple(sorted(existing)),
        warnings=tuple(complaints),
    )


def _create(admin: KafkaAdminClient, plans: Sequence[TopicPlan], replication: int) -> None:
    for plan in plans:
        topic = NewTopic(plan.name, plan.partitions, replication, topic_configs=dict(plan.config))
        try:
            admin.create_topics([topic])
        except TopicAlreadyExistsError:
            # Somebody was faster: it is checked like any that was there before.
            if different := differing_counts([plan], partition_counts(admin, [plan.name])):
                raise AdminError("; ".join(different)) from None
        except InvalidReplicationFactorError as error:
            raise AdminError(
                f"{plan.name}: the cluster has fewer than {replication} brokers; "
                "set TAWATUR_REPLICATION"
            ) from error


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    report = ensure_topics(settings, create=not args.check)
    if args.json:
        plans = {plan.name: plan.partitions for plan in topic_plans(settings)}
        told = {
            "created": report.created,
            "present": report.present,
            "warnings": report.warnings,
            "partitions": plans,
        }
        print(orjson.dumps(told).decode())
        return 0
    for plan in topic_plans(settings):
        done = "created" if plan.name in report.created else "present"
        cleanup = plan.config["cleanup.policy"]
        print(f"{done}  {plan.name}  {plan.partitions} partitions  {cleanup}")
    for warning in report.warnings:
        print(f"differs: {warning}", file=sys.stderr)
    return 0


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur topics`."""
    parser = subparsers.add_parser("topics", help="create the topics, and check those that exist")
    parser.add_argument("--check", action="store_true", help="create nothing, fail if one misses")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.set_defaults(run=_run)
