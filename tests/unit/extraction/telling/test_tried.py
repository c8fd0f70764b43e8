"""Verdicts and what is done today about attacks of months ago: none is news of an attack."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role


@pytest.mark.parametrize(
    "body",
    [
        "حكمت محكمة جنائية في القاهرة، الاثنين، على رجلين فجرا كنيسة في طنطا وقتلا تسعة أشخاص.",
        "أقرت شابة سويدية، الثلاثاء، بالذنب في قتل أربعة في هجوم على مقهى في مالمو.",
        "أدين سائق بقتل سبعة من المارة، الاثنين، بعد أن دهسهم بشاحنة في وسط بروكسل.",
        "A court in Nairobi on Tuesday sentenced two men to death for bombing a hotel in Mombasa.",
        "A jury found a man guilty on Monday of stabbing five people on a train in Leeds.",
    ],
)
def test_a_verdict_recalls_the_attack_that_it_is_about(body: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body))


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("استقبلت عمان، الاثنين، جثامين خمسة جنود قتلوا في انفجار لغم قرب الموصل عام 2017.", 2017),
        ("دشنت الحكومة، الثلاثاء، نصبا لتسعة عمال قتلهم مسلحون في سبها في مارس 2019.", 2019),
        ("Libya handed over on Tuesday the bodies of 11 men shot dead near Sirte in 2016.", 2016),
        ("A square was named on Monday after 20 people killed in a bombing in Lyon in 2015.", 2015),
        (
            "Six soldiers killed in an ambush near Gao in March 2020 were buried on Tuesday.",
            2020,
        ),
    ],
)
def test_an_attack_has_its_own_year_and_not_the_day_of_the_news(body: str, year: int) -> None:
    (event,) = events_of(body)
    assert event.role is Role.BACKGROUND
    assert event.date is not None
    assert event.date.end.year == year


def test_a_headline_of_a_verdict_is_no_news_of_the_attack() -> None:
    found = events_of(
        "قضت محكمة بلجيكية، الاثنين، بسجن رجل أطلق النار على متحف في بروكسل وقتل أربعة أشخاص.",
        title="السجن 30 عاما لمنفذ إطلاق النار على متحف بروكسل",
    )
    assert all(event.role is Role.BACKGROUND for event in found)


@pytest.mark.parametrize(
    "body",
    [
        "هاجم مسلحون الاثنين محكمة في بيشاور أدانت قياديا في حركتهم وقتلوا أربعة من رجال الشرطة.",
        "Police shot dead four protesters in Dakar on Tuesday after a court jailed a mayor.",
        "بعد ساعات من حكم محكمة على زعيم المعارضة، قتل الاثنين متظاهران برصاص الشرطة في كمبالا.",
        "قتل الاثنين خمسة في انفجار سيارة مفخخة في الموصل التي استعادتها القوات عام 2017.",
        "A bomb killed six in Mosul on Tuesday, a city that Islamic State seized in 2014.",
        "A drone strike near Raqqa on Tuesday killed a man who led the attack on a hotel in 2015.",
    ],
)
def test_an_attack_beside_a_verdict_or_an_old_one_is_news(body: str) -> None:
    event = event_of(body)
    assert event.role is Role.MAIN
    assert event.date is not None
    assert event.date.end.year > 2020
