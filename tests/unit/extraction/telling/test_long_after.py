"""An attack told so long after another: each keeps its dead and who attacked."""

import pytest

from tests.unit.extraction.reading_of import events_of
from workers.model import Event, Role


def fresh_of(body: str) -> list[Event]:
    return [event for event in events_of(body) if event.role is not Role.BACKGROUND]


SINAI = (
    "قتلت قوات الأمن المصرية 11 مسلحا في مداهمة مزرعة بالعريش الثلاثاء، بعد أربعة أيام من هجوم "
    "شنه تنظيم ولاية سيناء على كمين شرق المدينة أسفر عن مقتل تسعة مجندين."
)
QANDIL = (
    "شنت مقاتلات تركية غارات على مواقع لحزب العمال في قنديل الثلاثاء قتل فيها 20 مسلحا، وذلك بعد "
    "شهر على مقتل سبعة شرطيين في ديار بكر."
)
KIRKUK = (
    "Gunmen killed six guards in Kirkuk on Tuesday, less than a month after 19 people died in a "
    "suicide bombing in Mosul."
)
JETS = (
    "Turkish jets killed eight PKK fighters in Qandil on Tuesday, three weeks after the group "
    "killed five soldiers in Sirnak."
)


@pytest.mark.parametrize(
    ("body", "place", "dead"),
    [
        (SINAI, "Arish", 11),
        (QANDIL, "Qandil mountains", 20),
        (KIRKUK, "Kirkuk city", 6),
        (JETS, "Qandil mountains", 8),
    ],
)
def test_the_older_one_lends_nothing(body: str, place: str, dead: int) -> None:
    (event,) = fresh_of(body)
    assert event.location is not None
    assert event.deaths is not None
    assert (event.location.name, event.deaths.best) == (place, dead)


def test_the_dead_who_are_buried_are_of_the_attack_that_follows() -> None:
    (event,) = fresh_of(
        "Families in the Karrada district buried their dead on Tuesday, a day after a suicide "
        "bomber blew himself up in a queue outside a bank, killing 14 people."
    )
    assert event.location is not None
    assert event.deaths is not None
    assert (event.location.name, event.deaths.best) == ("Karrada", 14)


def test_the_dead_of_the_day_before_are_not_added() -> None:
    body = (
        "قتل أربعة فلسطينيين في غارة إسرائيلية على رفح فجر الثلاثاء، غداة مقتل 11 آخرين في قصف على "
        "خان يونس."
    )
    first = fresh_of(body)[0]
    assert first.deaths is not None
    assert first.deaths.best == 4
