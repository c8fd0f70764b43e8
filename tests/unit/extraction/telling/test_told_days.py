"""The next morning, a day earlier: days that are told from another attack."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import article, extractor
from workers.model import Role

DAYS = {
    "The next morning the army shelled targets near Mayadin in eastern Syria, killing four.",
    "وفي صباح اليوم التالي قصف الجيش مواقع قرب الميادين شرقي سوريا فقتل أربعة.",
}


@pytest.mark.parametrize("sentence", sorted(DAYS))
def test_the_next_day_counts_from_what_was_told_right_before_and_is_recalled_with_it(
    sentence: str,
) -> None:
    body = (
        "أصيب متعاقد في هجوم بطائرة مسيرة على قاعدة كونيكو شرقي سوريا يوم الثلاثاء. "
        "وكانت القاعدة ذاتها تعرضت لقصف صاروخي يوم 2 مايو الجاري. "
        if sentence.startswith("و")
        else "A contractor was hurt when a drone hit the Conoco base in eastern Syria on Tuesday. "
        "On 2 May the same base came under rocket fire. "
    )
    events = extractor().extract(article(body + sentence))
    told = [event for event in events if event.location and event.location.name == "Al-Mayadin"]
    assert [event.date.start for event in told if event.date] == [date(2024, 5, 3)]
    assert [event.role for event in told] == [Role.BACKGROUND]


def test_the_next_day_of_the_news_is_news() -> None:
    body = (
        "Gunmen killed five soldiers in Djibo in northern Burkina Faso on Monday. "
        "The next day, militants attacked a convoy near Dori, killing three."
    )
    events = extractor().extract(article(body))
    assert [event.role for event in events] == [Role.MAIN, Role.MAIN]
    first, second = (event.date.start for event in events if event.date)
    assert (second - first).days == 1
