"""Another attack of a report, told apart: it is news where the one before it is."""

from tests.unit.extraction.reading_of import events_of
from workers.model import Role

TITLE = "مقتل ضابط وأربعة جنود في هجومين بالأنبار وديالى"
FIRST = (
    "قتل ضابط وجنديان في هجوم شنه تنظيم داعش على نقطة تفتيش غرب الرطبة بمحافظة الأنبار فجر "
    "الثلاثاء، وفق مصدر أمني."
)
SECOND = "وفي هجوم منفصل قتل جنديان بنيران قناص قرب خانقين في ديالى."
OLDER = "وفي هجوم مماثل الشهر الماضي قتل جنديان بنيران قناص قرب خانقين في ديالى."


def told(body: str) -> dict[str, int | None]:
    return {
        event.location.name: event.deaths.best if event.deaths else None
        for event in events_of(body, TITLE)
        if event.location and event.role is not Role.BACKGROUND
    }


def test_a_separate_attack_is_news_with_its_own_dead() -> None:
    assert told(f"{FIRST} {SECOND}") == {"Rutba": 3, "Khanaqin": 2}


def test_a_similar_one_of_last_month_is_none() -> None:
    assert set(told(f"{FIRST} {OLDER}")) == {"Rutba"}
