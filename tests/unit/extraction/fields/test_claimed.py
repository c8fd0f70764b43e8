"""Which attack a claim speaks of: the news, not what is recalled or told beside it."""

import pytest

from tests.unit.extraction.reading_of import events_of
from workers.model import Event


def _of(events: tuple[Event, ...], place: str) -> set[str]:
    return {
        actor.name
        for event in events
        if event.location is not None and place in event.location.name
        for actor in event.actors
    }


@pytest.mark.parametrize(
    "body",
    [
        (
            "قتل تسعة أشخاص في تفجير انتحاري استهدف سوقا في مدينة بعقوبة الثلاثاء.\n"
            "وتبنى تنظيم داعش العملية، وهي الأولى منذ تفجير مدينة تلعفر الذي قتل فيه ثلاثة "
            "في آذار 2023."
        ),
        (
            "A suicide bomber killed nine people at a market in Baquba on Tuesday.\n"
            "Islamic State claimed the attack, the first since a bombing in Tal Afar killed "
            "three people "
            "in March 2023."
        ),
    ],
)
def test_a_claim_is_of_the_attack_that_an_older_one_is_compared_with(body: str) -> None:
    events = events_of(body)
    assert "Islamic State" in _of(events, "Baq")
    assert "Islamic State" not in _of(events, "Tal Afar")


def test_a_claim_of_it_is_of_the_attack_told_before() -> None:
    events = events_of(
        "Dozens of rockets hit Kiryat Shmona on Tuesday, wounding two people.\n"
        "Hezbollah took responsibility, saying it was avenging a man whom a drone had killed in "
        "Naqoura that morning."
    )
    assert "Hezbollah" in _of(events, "Kiryat Shmona")
    assert "Hezbollah" not in _of(events, "Naqoura")
