"""Tolls of what an attack answers."""

import pytest

from tests.unit.extraction.reading_of import events_of


@pytest.mark.parametrize(
    "body",
    [
        "أطلق حزب الله ثلاثين صاروخا على كريات شمونة ردا على اغتيال قيادي في صفوفه.",
        "Hezbollah fired 30 rockets at Kiryat Shmona in response to the killing of a commander.",
    ],
)
def test_the_dead_who_are_avenged_are_not_those_of_the_reply(body: str) -> None:
    (event,) = events_of(body)
    assert event.deaths is None


def test_an_attack_that_is_answered_keeps_its_own_dead() -> None:
    told = events_of(
        "أطلق حزب الله صواريخ على كريات شمونة ردا على مقتل ثلاثة من عناصره في غارة على الخيام."
    )
    assert sorted(e.deaths.best for e in told if e.deaths is not None) == [3]
