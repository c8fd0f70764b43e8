"""Attacks counted together and told one by one: an event each, the sum of their dead of none."""

import pytest

from tests.unit.extraction.reading_of import events_of, places_of


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            (
                "شن الطيران الإسرائيلي الثلاثاء غارتين على جنوب لبنان، استهدفت إحداهما سيارة "
                "في بلدة الخيام والأخرى منزلا في بلدة عيترون."
            ),
            ["Khiam", "Aitaroun"],
        ),
        (
            (
                "شنت طائرات إسرائيلية سلسلة غارات على البقاع الثلاثاء، استهدفت إحداها أطراف "
                "بلدة بوداي والثانية محيط بلدة شمسطار."
            ),
            ["Boudai", "Shmustar"],
        ),
        (
            (
                "Israel carried out two air strikes in southern Lebanon on Tuesday, one "
                "hitting a car in Khiam and another a house in Aitaroun."
            ),
            ["Khiam", "Aitaroun"],
        ),
        (
            (
                "Two car bombs went off in Baghdad on Tuesday, the first in Sadr City and "
                "the second near a market in Karrada."
            ),
            ["Sadr City", "Karrada"],
        ),
        (
            (
                "سقط صاروخان على شمال إسرائيل الثلاثاء، أحدهما في كريات شمونة والآخر في حقل "
                "قرب المطلة."
            ),
            ["Kiryat Shmona", "Metula"],
        ),
    ],
)
def test_each_of_several_attacks_has_its_place(body: str, places: list[str]) -> None:
    assert places_of(body) == places


def test_an_attack_at_an_unknown_village_is_one_more() -> None:
    told = places_of(
        "شن الطيران الإسرائيلي غارتين على جنوب لبنان الثلاثاء، استهدفت إحداهما سيارة في "
        "بلدة الخيام والأخرى منزلا في بلدة زنبيقا."
    )
    assert len(told) == 2


def test_the_sum_of_their_dead_is_of_none() -> None:
    events = events_of(
        "Two car bombs went off in Baghdad on Tuesday, the first in Sadr City and the "
        "second near a market in Karrada, killing 12 people."
    )
    assert [event.deaths for event in events] == [None, None]


@pytest.mark.parametrize(
    "body",
    [
        (
            "Two missiles were fired at the base on Tuesday; one fell inside the perimeter of Ain "
            "al-Asad and the other did not explode."
        ),
        (
            "أطلق الحوثيون صاروخين على سفينة في البحر الأحمر الثلاثاء، أصابها أحدهما وسقط "
            "الآخر في المياه."
        ),
        (
            "سقطت قذيفتان على بلدة علما الشعب الثلاثاء، القذيفة الأولى أصابت جدارا "
            "والثانية بعد دقيقة أحرقت سيارة."
        ),
    ],
)
def test_two_missiles_at_one_target_are_one_attack(body: str) -> None:
    assert len(events_of(body)) == 1


@pytest.mark.parametrize(
    ("body", "dead"),
    [
        (
            (
                "شنت طائرات حربية غارتين على ريف إدلب الثلاثاء، الأولى على بلدة سراقب وأدت إلى "
                "مقتل شخصين، والثانية على مدينة أريحا حيث قتلت امرأة وأصيب ثلاثة."
            ),
            [2, 1],
        ),
        (
            (
                "Two car bombs exploded on Tuesday; one hit a market in Mosul, killing four, the "
                "other a checkpoint in Tikrit, killing two soldiers."
            ),
            [4, 2],
        ),
        (
            (
                "شنت طائرات حربية غارتين على ريف إدلب الثلاثاء، الأولى على بلدة سراقب والثانية "
                "على مدينة أريحا، ما أدى إلى مقتل سبعة أشخاص."
            ),
            [None, None],
        ),
    ],
)
def test_who_died_in_one_of_them_is_its_own_toll(body: str, dead: list[int | None]) -> None:
    assert [event.deaths and event.deaths.best for event in events_of(body)] == dead
