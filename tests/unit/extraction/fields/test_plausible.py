"""Place mentions that cannot be meant lose their place, never their span."""

import pytest

from tests.unit.extraction.reading_of import article, extractor
from workers.extraction.fields.plausible import plausible
from workers.extraction.places.finder import PlaceFinder, PlaceMention
from workers.extraction.reading import make_text
from workers.lexicon.gazetteer import Gazetteer
from workers.model import WherePrecision


def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load())


def before_and_after(body: str) -> tuple[tuple[PlaceMention, ...], tuple[PlaceMention, ...]]:
    text = make_text(article(body))
    found = finder().find(text.folded.text)
    return found, plausible(found, text)


def test_every_mention_keeps_its_span_and_its_index() -> None:
    found, kept = before_and_after("قصف على صنعاء ومأرب وعدن، وقال مصدر في باريس والعاصمة.")
    assert [(m.start, m.end) for m in kept] == [(m.start, m.end) for m in found]


def test_an_english_name_in_lower_case_is_no_place() -> None:
    _, kept = before_and_after("A convoy hit a mine near the mosul dam road")
    assert not any(m.place for m in kept if m.name_local == "mosul")


def test_an_english_name_with_a_capital_is_a_place() -> None:
    _, kept = before_and_after("A convoy hit a mine in Mosul on Tuesday")
    assert [m.place.name for m in kept if m.place] == ["Mosul"]


def test_the_temporary_capital_is_the_town_that_is_named() -> None:
    _, kept = before_and_after("انفجار في العاصمة اليمنية المؤقتة عدن")
    assert {m.place.name for m in kept if m.place} == {"Aden city"}


def test_a_front_is_an_area_however_exactly_its_middle_is_known() -> None:
    _, kept = before_and_after("معارك على جبهة نهم شرق صنعاء")
    fronts = [m.place for m in kept if m.kind == "front" and m.place]
    assert all(place.where_prec >= WherePrecision.REGION for place in fronts)


def test_nothing_is_made_of_nothing() -> None:
    assert plausible((), make_text(article("لا شيء"))) == ()


def test_the_extractor_takes_no_lower_case_name_for_a_place() -> None:
    (event,) = extractor().extract(
        article(
            "A car bomb killed two soldiers near the tunis cafe on Tuesday.", "Car bomb kills two"
        )
    )
    assert event.location is None


def test_a_ship_that_bears_a_towns_name_is_no_place() -> None:
    _, kept = before_and_after("هاجموا بارجة حربية تحمل اسم الدمام قبالة الحديدة")
    assert [m.place is None for m in kept] == [True, False]


@pytest.mark.parametrize(
    "body",
    [
        "وعلى الصعيد الميداني قصفت الطائرات منصة صواريخ",
        "وقع الانفجار داخل صالة أفراح",
        "إسرائيل تحافظ على قوتها على الحدود الشمالية",
        "مدير سد النهضة على النيل الأزرق قتل بالرصاص",
    ],
)
def test_a_phrase_that_holds_a_towns_name_is_no_place(body: str) -> None:
    _, kept = before_and_after(body)
    assert not {m.place.country_code for m in kept if m.place} & {"YE", "SA", "SD"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("انفجار في مديرية الصعيد بمحافظة شبوة", "Al-Saeed"),
        ("قصف على ولاية النيل الأزرق في السودان", "Blue Nile"),
        ("قصف استهدف موقعا قرب حمص", "Homs"),
    ],
)
def test_the_same_name_said_of_a_place_is_one(body: str, name: str) -> None:
    _, kept = before_and_after(body)
    assert name in [m.place.name for m in kept if m.place]


@pytest.mark.parametrize("body", ["هاجمت فرقة من الجيش حاجزا", "كسرت القوات هجوما", "قال باراك"])
def test_a_whole_word_is_no_clitic_with_a_name(body: str) -> None:
    _, kept = before_and_after(body)
    assert not [m for m in kept if m.place]


def test_a_verb_that_is_a_town_too_is_the_town_only_where_a_place_is_due() -> None:
    _, verb = before_and_after("طائرات تدمر مستشفى في درعا")
    _, town = before_and_after("معارك في تدمر وسط سوريا")
    assert "Palmyra" not in [m.place.name for m in verb if m.place]
    assert "Palmyra" in [m.place.name for m in town if m.place]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('وقال مصدر لـ"بغداد اليوم" إن هجوما وقع', "بغداد"),
        ("انفجرت عربة قرب الباب وقتل حارس", "الباب"),
        ("انفجار أمام حديقة «بيس غاردن» في مقديشو", "بيس"),
        ("قصف قاعدة في أقصى الشمال الشرقي السوري", "أقصى الشمال"),
    ],
)
def test_the_start_of_a_name_a_door_and_a_bearing_are_no_place(body: str, name: str) -> None:
    _, kept = before_and_after(body)
    assert not [m for m in kept if m.place and m.name_local.startswith(name)]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('قصف على مدينة "بغداد" مساء', "Baghdad"),
        ("معارك قرب الباب في ريف حلب", "Al-Bab"),
    ],
)
def test_towns_in_quotes_and_by_their_province_are_places(body: str, name: str) -> None:
    _, kept = before_and_after(body)
    assert name in {m.place.name for m in kept if m.place}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("هجوم في البيضاء، واشتباكات شرق محافظة البيضاء في اليمن", "admin1"),
        ("هجوم في البيضاء، واشتباكات في مدينة البيضاء بمحافظة البيضاء في اليمن", "town"),
        ("هجوم وسط تعز، واشتباكات في محافظة تعز", "city"),
        ("هجوم في البيضاء باليمن", "town"),
    ],
)
def test_a_bare_name_means_the_province_that_the_text_speaks_of(body: str, kind: str) -> None:
    _, kept = before_and_after(body)
    assert kept[0].kind == kind


def test_a_roman_catholic_is_of_no_country() -> None:
    _, kept = before_and_after("قتل مسلحان قسا رومانيا كاثوليكيا في كنيسة")
    assert all(m.place is None for m in kept)


def test_a_dome_of_iron_misspelt_is_no_port() -> None:
    _, dome = before_and_after("تصدت القبة الحديدة لصواريخ أطلقت من غزة")
    _, port = before_and_after("قصف التحالف مدينة الحديدة اليمنية")
    assert "Hodeidah" not in " ".join(m.place.name for m in dome if m.place)
    assert "Hodeidah" in " ".join(m.place.name for m in port if m.place)
