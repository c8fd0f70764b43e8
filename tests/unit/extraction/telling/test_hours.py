"""Attacks that one article puts into other parts of the day are told apart."""

import pytest

from tests.unit.extraction.reading_of import drafts_of


@pytest.mark.parametrize(
    ("told", "behind", "attacks"),
    [
        (
            "An air strike on a market in Idlib killed five people on Tuesday afternoon.",
            "In the morning, two men died when a drone fired on their car in the city.",
            2,
        ),
        (
            "استشهد خمسة في غارة إسرائيلية على خيام في خان يونس عصر الثلاثاء.",
            "وصباحا استشهد اثنان في قصف مسيرة على سيارة في المدينة.",
            2,
        ),
        (
            "قتل مدنيان بغارة على سيارة في خان يونس صباح الثلاثاء.",
            "وبعد الظهر قتل تسعة في غارة على خيام في المدينة نفسها.",
            2,
        ),
        (
            "An air strike on a market in Idlib killed five people on Tuesday.",
            "In the morning, an air strike on the market killed five people.",
            1,
        ),
        (
            "An air strike on a market in Idlib killed five people on Tuesday morning.",
            "In the evening the toll of the strike rose to seven dead.",
            1,
        ),
        (
            "استشهد خمسة في غارة إسرائيلية على خيام في خان يونس عصر الثلاثاء.",
            "ومساء قالت مصادر طبية إن غارة إسرائيلية على الخيام قتلت خمسة.",
            1,
        ),
    ],
)
def test_an_attack_of_another_part_of_the_day_is_another_one(
    told: str, behind: str, attacks: int
) -> None:
    assert len(drafts_of(f"{told}\n{behind}")) == attacks
