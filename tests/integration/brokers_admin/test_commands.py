"""The administrative commands on both brokers, run as a user runs them."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from kafka.admin import KafkaAdminClient, NewTopic

from tests.integration.running import Broker
from workers.admin.command import AdminError
from workers.admin.connections import producer, read_to_end
from workers.admin.dead_letters import dead_letters, find, replay
from workers.admin.publish import publish
from workers.admin.topics import ensure_topics, topic_plans
from workers.settings import VARIABLES, Settings
from workers.wire.topics import Topic

pytestmark = pytest.mark.integration

Tawatur = Callable[..., subprocess.CompletedProcess[bytes]]
DEADLINE_S = 60.0


@pytest.fixture
def tawatur(settings: Settings) -> Tawatur:
    """Runs `tawatur ARGUMENTS` with the test's settings, without a terminal."""
    told = {variable: getattr(settings, field) for field, (variable, _parse) in VARIABLES.items()}
    environ = os.environ | {name: str(value) for name, value in told.items()}

    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "workers", *arguments],
            input=stdin,
            capture_output=True,
            env=environ,
            timeout=DEADLINE_S,
            check=False,
        )

    return run


# ------------------------------------------------------------------------------------ topics


def test_topics_are_created_once_and_found_the_second_time(settings: Settings) -> None:
    names = {plan.name for plan in topic_plans(settings)}
    first = ensure_topics(settings)
    assert (set(first.created), first.present) == (names, ())
    second = ensure_topics(settings, create=False)
    assert (second.created, set(second.present), second.warnings) == ((), names, ())


def test_a_differing_number_of_partitions_is_refused_and_nothing_is_created(
    settings: Settings,
) -> None:
    ensure_topics(settings)
    with pytest.raises(AdminError, match=r"has 3 partitions, expected 5.*TAWATUR_PARTITIONS"):
        ensure_topics(replace(settings, partitions=5))


def test_incidents_with_other_partitions_than_events_are_refused(settings: Settings) -> None:
    name = settings.topic(Topic.INCIDENTS)
    with closing(KafkaAdminClient(bootstrap_servers=settings.bootstrap)) as admin:
        admin.create_topics([NewTopic(name, 2, 1)])
    with pytest.raises(AdminError, match=f"{name} has 2 partitions, expected 3"):
        ensure_topics(settings)
    with pytest.raises(AdminError, match="has 2 partitions"):
        ensure_topics(settings, create=False)


def test_a_missing_topic_is_named_when_none_may_be_created(settings: Settings) -> None:
    with pytest.raises(AdminError, match=f"missing topics: {settings.topic(Topic.ARTICLES)}"):
        ensure_topics(settings, create=False)


def test_incidents_that_would_be_deleted_are_refused_where_the_broker_tells(
    broker: Broker, settings: Settings
) -> None:
    config = {"cleanup.policy": "delete"}
    with closing(KafkaAdminClient(bootstrap_servers=settings.bootstrap)) as admin:
        admin.create_topics([NewTopic(settings.topic(Topic.INCIDENTS), 3, 1, topic_configs=config)])
    if not broker.compaction:  # the embedded broker tells no configuration
        ensure_topics(settings)
        return
    with pytest.raises(AdminError, match=r"cleanup\.policy is delete, expected compact"):
        ensure_topics(settings)


@pytest.mark.parametrize("broker", ["kafka"], indirect=True)
def test_more_copies_than_brokers_are_refused_with_what_to_set(settings: Settings) -> None:
    with pytest.raises(AdminError, match=r"fewer than 3 brokers.*TAWATUR_REPLICATION"):
        ensure_topics(replace(settings, replication=3))


def test_the_topics_command_says_what_it_did(tawatur: Tawatur, settings: Settings) -> None:
    created = tawatur("topics")
    assert created.returncode == 0, created.stderr
    assert created.stdout.decode().count("created  ") == len(topic_plans(settings))
    told = json.loads(tawatur("topics", "--check", "--json").stdout)
    assert told["created"] == []
    assert told["partitions"][settings.topic(Topic.INCIDENTS)] == 3


# ----------------------------------------------------------------------------------- publish


def test_lines_arrive_byte_for_byte_with_their_keys_whatever_they_are(
    tawatur: Tawatur, settings: Settings
) -> None:
    ensure_topics(settings)
    lines = [b'{"id": "a", "body": "x"}', b"not json", b'{"url": "u"}', b"\xff\xfe", b"[]"]
    result = tawatur("publish", "-", "--json", stdin=b"\n".join([*lines, b"", b""]))
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert (told["messages"], told["without_key"], told["failures"]) == (5, 3, 0)
    read = {r.value: r.key for r in read_to_end(settings, [settings.topic(Topic.ARTICLES)])}
    assert read == dict(zip(lines, [b"a", None, b"u", None, None], strict=True))


def test_one_article_always_goes_to_one_partition(settings: Settings) -> None:
    ensure_topics(settings)
    lines = [b'{"id": "a%d", "n": %d}' % (n % 5, n) for n in range(50)]
    result = publish(settings, lines)
    assert sum(result.ends.values()) == result.messages == 50
    partitions: dict[bytes, set[int]] = {}
    for record in read_to_end(settings, [settings.topic(Topic.ARTICLES)]):
        partitions.setdefault(record.key, set()).add(record.partition)
    assert [len(each) for each in partitions.values()] == [1] * 5


def test_an_article_above_the_contracts_limit_is_published_and_one_far_above_is_told(
    tawatur: Tawatur, settings: Settings
) -> None:
    ensure_topics(settings)
    large = b'{"id": "large", "body": "%s"}' % (b"x" * 1_500_000)
    absurd = b'{"id": "absurd", "body": "%s"}' % (b"x" * 9_000_000)
    result = tawatur("publish", "-", stdin=large + b"\n" + absurd + b"\n")
    assert result.returncode == 1
    assert b"1 articles published" in result.stdout
    assert b"not published: message 2" in result.stderr


def test_a_missing_file_is_one_line(tawatur: Tawatur) -> None:
    result = tawatur("publish", "no/such/file.jsonl")
    assert (result.returncode, result.stderr.count(b"\n")) == (1, 1)
    assert b"no/such/file.jsonl" in result.stderr


# ------------------------------------------------------------------------------ dead letters


def refuse(settings: Settings, *letters: tuple[bytes | None, bytes | None, str, int]) -> None:
    """Writes dead letters as a worker does: key, value, reason, partition of the source."""
    with closing(producer(settings)) as kafka:
        for offset, (key, value, reason, partition) in enumerate(letters):
            headers = {
                "error-class": "rejected",
                "error-reason": reason,
                "error-detail": "made by a test",
                "source-topic": settings.topic(Topic.ARTICLES),
                "source-partition": str(partition),
                "source-offset": str(offset),
                "stage": "extract",
                "code-version": "0",
                "failed-at": "2024-05-06T00:00:00+00:00",
            }
            kafka.send(
                settings.dead_letter_topic(Topic.ARTICLES),
                key=key,
                value=value,
                partition=0,
                headers=[(name, text.encode()) for name, text in headers.items()],
            ).get(timeout=DEADLINE_S)


def articles(settings: Settings) -> list[tuple[int, bytes | None, bytes | None]]:
    records = read_to_end(settings, [settings.topic(Topic.ARTICLES)])
    return sorted((r.partition, r.key, r.value) for r in records)


def test_a_replay_sends_the_original_back_to_its_partition_once_and_remembers(
    settings: Settings,
) -> None:
    ensure_topics(settings)
    refuse(settings, (b"k1", b"\xff", "not_utf8", 2), (b"k2", b"{", "not_json", 0))
    done = replay(settings, reason="not_utf8")
    assert (len(done.sent), done.sent_before) == (1, 0)
    assert articles(settings) == [(2, b"k1", b"\xff")]
    assert (replay(settings, reason="not_utf8").sent, len(articles(settings))) == ((), 1)
    rest = replay(settings)
    assert (len(rest.sent), rest.sent_before) == (1, 1)
    assert articles(settings) == [(0, b"k2", b"{"), (2, b"k1", b"\xff")]
    assert all(letter.replayed for letter in dead_letters(settings))


def test_a_replayed_message_says_where_it_comes_from_and_keeps_no_error(
    settings: Settings,
) -> None:
    ensure_topics(settings)
    refuse(settings, (b"k", None, "null_value", 1))
    (letter_id,) = replay(settings).sent
    (record,) = read_to_end(settings, [settings.topic(Topic.ARTICLES)])
    assert list(record.headers) == [("replayed-from", letter_id.encode())]
    assert (record.key, record.value) == (b"k", None)


def test_a_message_without_key_and_value_stays_where_it_is(settings: Settings) -> None:
    ensure_topics(settings)
    refuse(settings, (None, b"", "empty", 1))
    # No client of ours sends one with neither; a feed's client may.
    assert replay(settings).void == 0
    assert articles(settings) == [(1, None, b"")]


def test_a_dry_run_sends_nothing_and_an_unknown_id_is_refused(settings: Settings) -> None:
    ensure_topics(settings)
    refuse(settings, (b"k", b"{", "not_json", 0))
    assert len(replay(settings, dry_run=True).sent) == 1
    assert articles(settings) == []
    with pytest.raises(AdminError, match="no such dead letter: nowhere:0:0"):
        replay(settings, ids=["nowhere:0:0"])
    with pytest.raises(AdminError, match="no dead letter nowhere:0:0"):
        find(settings, "nowhere:0:0")


def test_list_show_and_replay_work_in_a_pipe(tawatur: Tawatur, settings: Settings) -> None:
    ensure_topics(settings)
    refuse(settings, (b"k", b'{"broken"', "not_json", 0), (b"k", b"", "empty", 0))
    listed = tawatur("dead-letters", "list").stdout.decode()
    assert "2 dead letters: 1 not_json, 1 empty" in listed
    (told,) = map(
        json.loads,
        tawatur("dead-letters", "list", "--reason", "empty", "--json").stdout.splitlines(),
    )
    assert (told["reason"], told["replayed"], told["size"]) == ("empty", False, 0)
    shown = tawatur("dead-letters", "show", f"{settings.dead_letter_topic(Topic.ARTICLES)}:0:0")
    assert b"error-reason: not_json" in shown.stdout
    assert b'    {"broken"\n' in shown.stdout
    raw = tawatur("dead-letters", "show", "--raw", told["id"].replace(":0:1", ":0:0"))
    assert raw.stdout == b'{"broken"'
    refused = tawatur("dead-letters", "replay")
    assert (refused.returncode, refused.stderr[:14]) == (1, b"tawatur: say w")
    assert b"1 sent back" in tawatur("dead-letters", "replay", told["id"]).stdout
    assert (
        b"0 sent back, 1 were sent before" in tawatur("dead-letters", "replay", told["id"]).stdout
    )


# -------------------------------------------------------------------------------------- tail


def test_tail_shows_every_version_up_to_the_end_and_leaves_tombstones_out(
    tawatur: Tawatur, settings: Settings
) -> None:
    ensure_topics(settings)
    empty = tawatur("tail", "--from-beginning", "--until-end")
    assert (empty.returncode, empty.stdout) == (0, b"")
    lines = [b'{"incident_id": "i%d", "version": %d}' % (n % 4, n) for n in range(30)]
    with closing(producer(settings)) as kafka:
        for number, line in enumerate(lines):
            kafka.send(settings.topic(Topic.INCIDENTS), key=b"k", value=line, partition=number % 3)
        kafka.send(settings.topic(Topic.INCIDENTS), key=b"k", value=None, partition=0)
        kafka.flush()
    shown = tawatur("tail", "--from-beginning", "--until-end", "--json")
    assert sorted(io.BytesIO(shown.stdout).read().splitlines()) == sorted(lines)
    only_new = tawatur("tail", "--until-end", "--json")
    assert (only_new.returncode, only_new.stdout) == (0, b"")


def test_without_topics_the_message_says_how_to_make_them(tawatur: Tawatur) -> None:
    result = tawatur("tail", "--from-beginning", "--until-end")
    assert result.returncode == 1
    assert b"does not exist: `tawatur topics` creates it" in result.stderr
