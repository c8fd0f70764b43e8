# ruff: noqa: S311 - seeded, no secrets
"""What a soak is made of: the feed, the troubles, and the twin that it is compared with."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from random import Random

import pytest

from tests.soak import feed
from tests.soak.analysts import Analysts
from tests.soak.tail import Standing
from tests.soak.troubles import Trouble, planned
from tests.soak.twin import Twin, replayed
from workers.model import CorrectionAction, Rejected
from workers.pipeline import on_article
from workers.samples import articles

pytestmark = pytest.mark.simulation

TOLD = [json.loads(value) for value in articles()]


def messages(seed: int, count: int) -> list[bytes]:
    return list(islice(feed.disturbed(feed.passes(TOLD), Random(seed)), count))


def test_a_seed_gives_the_same_feed_and_the_same_troubles() -> None:
    assert messages(1, 500) == messages(1, 500) != messages(2, 500)
    assert list(planned(1, 3600)) == list(planned(1, 3600)) != list(planned(2, 3600))


def test_the_feed_repeats_revises_withdraws_and_holds_garbage() -> None:
    told = Counter(messages(1, 2_000))
    whole = [value for value in told if value.startswith(b'{"id"') and value.endswith(b"}")]
    records = [record for record in map(json.loads, whole) if "~" in record["id"]]
    assert any(times > 1 for times in told.values())
    assert sum("retracted" in record for record in records) > 5
    assert sum(record["title"].endswith("(2)") for record in records if record.get("title")) > 20
    bodies = defaultdict[str, set[str]](set)
    for record in records:
        bodies[record["id"]].add(record["body"])
    others = [b for b in bodies.values() if len({text[:40] for text in b}) > 1]
    assert len(others) > 5, "a revision tells what another article told"
    assert {record["id"].rpartition("~")[2] for record in records} >= {"0", "1", "20"}


def test_an_hour_has_every_trouble_and_ends_quietly() -> None:
    troubles = list(planned(1, 3600))
    assert troubles[0].trouble is Trouble.POWER_CUT
    assert {each.trouble for each in troubles} == set(Trouble)
    assert troubles[-1].at_s < 3600 - 45


@dataclass(frozen=True)
class Stored:
    partition: int
    key: bytes | None
    value: bytes


def test_events_replayed_from_the_log_end_as_the_twin_of_the_feed_does() -> None:
    twin, log = Twin(), list[Stored]()
    for message in messages(1, 300):
        twin.take(message)
        made = on_article(message, None, twin.reader)
        for send in () if isinstance(made, Rejected) else made:
            partitions = range(3) if send.broadcast else [sum(send.key or b"") % 3]
            log += [Stored(number, send.key, send.value) for number in partitions]
    calm = replayed(log)
    assert calm.values == twin.values
    assert len(calm.versions) > len(calm.values) > 20


def test_analysts_take_their_words_back_at_times() -> None:
    standing = [Standing(f"inc-{n}", "active", "SY", (f"a{n}#0", f"b{n}#0")) for n in range(5)]
    analysts = Analysts(Random(1))
    said = [word for _ in range(60) if (word := analysts.word(standing)) is not None]
    assert {word.correction.action for word in said} == set(CorrectionAction)
    ids = Counter(word.correction.correction_id for word in said)
    undone = [w for w in said if w.correction.action is CorrectionAction.UNDO]
    assert all(ids[word.correction.correction_id] > 1 for word in undone)
