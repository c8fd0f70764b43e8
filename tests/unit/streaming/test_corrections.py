"""Which partition a correction rules, and what becomes of one that is elsewhere."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from kafka.partitioner.default import murmur2

from tests.unit.streaming.support import SETTINGS, Taken
from tests.unit.streaming.test_stages import Written
from workers.model import Correction, CorrectionAction, Rejected
from workers.pipeline import Ruling
from workers.streaming.corrections import home_of, ruling_in
from workers.streaming.dead_letters import Undertaker
from workers.streaming.metrics import Metrics
from workers.streaming.stages import Correcting, Morgue
from workers.wire import encode_correction
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.streaming.producers import PlainWriter

WORD = Correction("c1", "desk", datetime(2024, 5, 1, tzinfo=UTC), CorrectionAction.SAME, ("a", "b"))
VALUE = encode_correction(WORD)


@pytest.mark.parametrize("country", ["SY", "IQ", "YE", "ZZ"])
def test_the_command_line_and_the_worker_agree_on_a_countrys_partition(country: str) -> None:
    for partitions in (1, 3, 6, 12):
        assert home_of(country, partitions) == (murmur2(country.encode()) & 0x7FFFFFFF) % partitions


def test_a_correction_rules_only_in_the_partition_of_its_country() -> None:
    home = home_of("SY", 3)
    assert ruling_in(home, 3, b"SY", VALUE) == Ruling("SY", WORD)
    elsewhere = ruling_in((home + 1) % 3, 3, b"SY", VALUE)
    assert isinstance(elsewhere, Rejected)
    assert elsewhere.detail.startswith("key: the events of SY are in partition ")


async def test_corrections_are_forwarded_and_the_rest_are_dead_letters_of_their_stage() -> None:
    written = Written()
    plain, metrics = cast("PlainWriter", written), Metrics()
    morgue = Morgue(Undertaker(SETTINGS, Topic.CORRECTIONS, "correct", "v"), plain, metrics)
    stage = Correcting(SETTINGS, 3, plain, morgue, metrics)
    home = home_of("SY", 3)
    batch = [
        Taken(VALUE, 0, home, b"SY"),
        Taken(VALUE, 1, (home + 1) % 3, b"SY"),
        Taken(b"{", 2, home, b"SY"),
        Taken(None, 3, home, b"SY"),
    ]
    await stage.process(batch)
    forwarded, *letters = written.records
    assert (forwarded.topic, forwarded.partition) == ("p.events.extracted", home)
    assert (forwarded.key, forwarded.value) == (b"SY", VALUE)
    assert {letter.topic for letter in letters} == {"p.incidents.corrections.dead-letter"}
    assert [dict(letter.headers)["error-reason"] for letter in letters] == [
        b"bad_value",
        b"not_json",
        b"null_value",
    ]
    assert {dict(letter.headers)["stage"] for letter in letters} == {b"correct"}
    assert metrics.registry().get_sample_value("tawatur_corrections_total") == 1
