"""Who attacked in a fight whose frames name nobody: who pushes forward, who raided."""

import pytest

from tests.unit.extraction.reading_of import event_of


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        (
            (
                "دارت معارك عنيفة الثلاثاء في محيط بلدة الشيخ مسكين بريف درعا، وتسعى قوات "
                "النظام السوري إلى "
                "استعادة السيطرة على البلدة."
            ),
            "Syrian military",
        ),
        (
            (
                "قتل ستة من الحوثيين في مواجهات الثلاثاء في جبهة نهم، حيث أحرز الجيش اليمني "
                "تقدما على عدد "
                "من التلال."
            ),
            "Yemeni military",
        ),
        (
            "Six militants were killed in a shootout with Egyptian police in Giza on Tuesday.",
            "Egyptian security forces",
        ),
    ],
)
def test_who_pushes_forward_or_raids_attacked(body: str, attacker: str) -> None:
    assert [actor.name for actor in event_of(body).actors] == [attacker]


@pytest.mark.parametrize(
    "body",
    [
        (
            "اندلعت اشتباكات عنيفة الثلاثاء بين قوات النظام السوري وفصائل المعارضة قرب بلدة "
            "الشيخ مسكين."
        ),
        "قتل ستة من الحوثيين في مواجهات مع المقاومة الشعبية الثلاثاء في جبهة نهم.",
    ],
)
def test_two_armed_sides_that_only_fight_leave_it_as_the_frames_say(body: str) -> None:
    assert "Houthis" not in {actor.name for actor in event_of(body).actors}
