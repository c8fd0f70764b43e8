"""Ships bear the names of towns: what was struck is not there."""

import pytest

from tests.unit.extraction.reading_of import event_of, places_of


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("A missile struck the MSC Alanya in the Red Sea on Tuesday.", ["Red Sea"]),
        ("A drone hit the container ship Maersk Gibraltar near Bab al-Mandab on Tuesday.",
         ["Bab al-Mandab"]),
        ("أصاب صاروخ السفينة «إم إس سي ألانيا» في البحر الأحمر الثلاثاء.", ["Red Sea"]),
        ('استهدف الحوثيون ناقلة النفط "مارلين لواندا" في خليج عدن الثلاثاء.', ["Gulf of Aden"]),
        ("A missile struck a tanker near Hodeidah on Tuesday.", ["Hodeidah city"]),
        ("أصاب صاروخ سفينة راسية في ميناء الحديدة الثلاثاء.", ["Hodeidah port"]),
    ],
)  # fmt: skip
def test_a_ship_that_bears_a_towns_name_was_not_struck_there(body: str, places: list[str]) -> None:
    assert places_of(body) == places


def test_pirates_are_no_bandits() -> None:
    (actor,) = event_of("هاجم قراصنة سفينة شحن قبالة سواحل الصومال الثلاثاء.").actors
    assert actor.name == "pirates"
