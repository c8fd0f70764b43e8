"""Words of armies and names of officers that towns bear, too, are no places."""

import pytest

from tests.unit.extraction.reading_of import event_of, places_of


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("قصف طيران التحالف تجمعا للحوثيين في ميمنة جبهة نهم شرق صنعاء وقتل خمسة منهم.", "Nihm"),
        ("هاجم الحوثيون مواقع الجيش في ميمنة جبهة صرواح غرب مأرب، وقتل تسعة.", "Sirwah"),
        ("شنت قوات محور آزال هجوما على الحوثيين في مديرية باقم بصعدة وقتل سبعة.", "Baqim"),
        (
            "قال العميد عبد الرب الأصبحي إن الجيش خاض معارك في جبهة قانية بالبيضاء وقتل فيها عشرة.",
            "Qaniyah front",
        ),
        ("قامت القوات برصد غارة على مقر للحوثيين في مديرية باقم بصعدة قتل فيها اثنان.", "Baqim"),
    ],
)
def test_words_of_armies_are_no_places(body: str, place: str) -> None:
    assert set(places_of(body)) == {place}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("انفجرت قنبلة الاثنين في مدينة ميمنة شمالي أفغانستان وقتل ثلاثة أشخاص.", "Maymana"),
        ("قصفت طائرات الاثنين حي الأصبحي في صنعاء وقتل مدنيان.", "Al-Asbahi"),
        ("قتل شرطي بالرصاص الاثنين في مديرية آزال بصنعاء.", "Azal"),
    ],
)
def test_the_towns_that_bear_them_are_found_by_their_noun(body: str, place: str) -> None:
    assert place in places_of(body)


def test_the_mosque_lies_in_one_country_whatever_its_town_is_called() -> None:
    countries = set()
    for town in ("القدس المحتلة", "مدينة القدس", "القدس"):
        told = event_of(f"اندلعت مواجهات الاثنين في المسجد الأقصى في {town} وأصيب عشرة مصلين.")
        countries.add(told.location and told.location.country_code)
    assert len(countries) == 1
