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


def attackers(body: str) -> list[list[tuple[str, str]]]:
    return [[(a.name, a.attribution.value) for a in event.actors] for event in events_of(body)]


def test_a_claim_is_not_of_the_other_sides_attack_in_the_same_sentence() -> None:
    body = (
        "Hezbollah said it fired rockets at the town of Kiryat Shmona on Sunday after an Israeli "
        "strike killed three rescue workers in the village of Bazouriyeh hours earlier."
    )
    assert attackers(body) == [[("Hezbollah", "claimed")], [("Israeli military", "attributed")]]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "أعلن المتحدث العسكري باسم الحوثيين يحيى سريع الأحد استهداف سفينة في البحر الأحمر.",
            "Houthis",
        ),
        (
            "أعلن أبو عبيدة، المتحدث باسم كتائب القسام، قصف مدينة عسقلان برشقة صاروخية صباح الأحد.",
            "al-Qassam Brigades",
        ),
        (
            "أعلنت وزارة الدفاع التركية تحييد سبعة عناصر من حزب العمال في غارات على متينا الأحد.",
            "Turkish military",
        ),
        (
            "أعلن التحالف العربي مقتل 80 حوثيا في غارات على صرواح بمأرب الأحد.",
            "Saudi-led coalition",
        ),
    ],
)
def test_who_announces_an_operation_or_the_enemys_dead_claims_it(body: str, name: str) -> None:
    assert attackers(body) == [[(name, "claimed")]]


def test_an_army_that_announces_its_own_dead_claims_nothing() -> None:
    body = "أعلن الجيش الصومالي مقتل خمسة عناصر من قواته في هجوم على معسكر قرب أفغوي الأحد."
    assert all(not event for event in attackers(body))


def test_who_attacked_stays_the_attacker_when_its_men_die_in_it() -> None:
    body = (
        "قالت الشرطة إن ثلاثة من عناصرها قتلوا في هجوم لطالبان على نقطة تفتيش في قندوز السبت، "
        "بينما قتل 12 مسلحا من الحركة."
    )
    (event,) = events_of(body)
    assert [actor.name for actor in event.actors] == ["Taliban"]
    assert "Taliban" not in [target.name for target in event.recipients]
