"""What a place is named for changes its cue, never its span or its place."""

import pytest

from tests.unit.extraction.reading_of import article, places_of
from workers.extraction.fields.plausible import plausible
from workers.extraction.places.finder import PlaceFinder, PlaceMention
from workers.extraction.places.said import as_said
from workers.extraction.reading import make_text
from workers.lexicon.gazetteer import Gazetteer


def said(body: str) -> tuple[PlaceMention, ...]:
    text = make_text(article(body))
    return plausible(PlaceFinder(Gazetteer.load()).find(text.folded.text), text)


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("الذي تعتبره أنقرة منظمة إرهابية", "metonym"),
        ("الدور الذي تلعبه طهران في المنطقة", "metonym"),
        ("غارات للتحالف بقيادة واشنطن", "metonym"),
        ("وأفاد مراسلنا في بيروت بوقوع انفجار", "organisation"),
        ("قبل ساعات من تدشين السفارة الأمريكية في القدس", "organisation"),
        ("عناصر الفصائل الموالية لأنقرة", "metonym"),
        ("قال تحالف دعم الشرعية في اليمن إنه قصف موقعا", "organisation"),
        ("مسلحون مدعومون من طهران", "metonym"),
        ("وقعت الجبهة اتفاق سلام مع مانيلا", "metonym"),
        ("واشنطن ترد: لن نتدخل", "metonym"),
        ("بعد نقل السفارة الأميركية إلى القدس", "organisation"),
        ("احتجاجا على افتتاح السفارة الأميركية الجديدة في القدس", "organisation"),
        ("قالت وكالة الأنباء الرسمية تونس أفريقيا إن جنديا قتل", "organisation"),
        ("قتل صيادان على الضفة التشادية للبحيرة", "organisation"),
        ("قصف على الضفة الشرقية لنهر الفرات", "organisation"),
        ("هجوم على الضفة الغربية من نهر الفرات", "organisation"),
        ("تلقي موسكو باللائمة على المعارضة", "metonym"),
        ("دبي، الإمارات العربية المتحدة (وكالة)-- قتل شخصان", "dateline"),
        ("DUBAI, Jan 24 (Agency) - Rockets hit a base", "dateline"),
        ("DUBAI/ATHENS, March 6 (Agency) - A missile hit a ship", "dateline"),
        ("QAMISHLI, Syria, Jan 22 (Agency) - Gunmen stormed a prison", "dateline"),
        ("حملت أنقرة الفصائل مسؤولية الهجوم", "metonym"),
        ("الهجوم الذي تشنه دمشق منذ أسابيع", "metonym"),
        ("ولم تعلق موسكو على القصف", "metonym"),
        ("دمشق تغير على بلدات الجنوب", "metonym"),
        ("Manila would raise the attack with the UN", "metonym"),
        ("Ankara has not commented on the strike", "metonym"),
    ],
)
def test_what_only_speaks_or_sits_there_is_said_so(body: str, cue: str) -> None:
    kept = said(body)
    assert kept[0].cue == cue


@pytest.mark.parametrize(
    "body",
    [
        "انفجار بغداد أوقع ثلاثة قتلى",
        "هجوم على السفارة الأمريكية في بغداد",
        "الرياض تتعرض لقصف صاروخي",
        "إطلاق نار في الضفة الغربية المحتلة",
        "هجوم في الضفة السبت",
        "هجوم في الضفة الغربية لنهر الأردن",
        "ذكرت وكالة الأنباء السورية أن قذيفة سقطت في دمشق",
        "غارات جوية على درعا\nقالت مصادر محلية إن خمسة قتلوا",
        "هزت كابول ثلاثة انفجارات",
        "استهدفت بغداد بصواريخ كاتيوشا",
        "بغداد تتصدى لهجوم بطائرات مسيرة",
        "Kabul has seen three blasts today",
        "Gunmen attacked Dubai on Jan 24 (Monday)",
    ],
)
def test_what_was_attacked_is_none_of_these(body: str) -> None:
    kept = said(body)
    assert kept[0].place is not None
    assert kept[0].cue not in {"metonym", "organisation", "dateline"}


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("غارات على مناطق عدة من مديرية التحيتا", "in"),
        ("قصف طال أجزاء من مدينة تعز", "in"),
        ("وقع الهجوم بالقرب من كركوك", "near"),
        ("انفجار على بعد 20 كيلومترا من الموصل", "near"),
        ("انسحب المسلحون من الموصل", "from"),
    ],
)
def test_a_part_of_a_place_is_in_it_and_what_is_left_is_not(body: str, cue: str) -> None:
    assert said(body)[0].cue == cue


def test_what_lies_around_the_place_that_was_left_is_left_too() -> None:
    kept = said("إطلاق صاروخ من محافظة صعدة شمالي اليمن باتجاه مدينة نجران")
    assert [m.cue for m in kept] == ["from", "from", "to"]


def test_what_lies_beside_the_place_that_was_left_is_not() -> None:
    kept = said("حافلة تقل ركابا من سوهاج قرب المنيا")
    assert [m.cue for m in kept] == ["from", "near"]


def test_the_town_that_a_launch_site_lies_near_is_left_too() -> None:
    kept = said("A drone launched from the Shayrat air base near Homs struck a market in Atareb")
    assert [m.cue for m in kept] == ["from", "from", "in"]


def test_the_region_behind_the_town_of_a_dateline_belongs_to_it() -> None:
    kept = said("ERBIL, Kurdistan Region - Rockets fell near Balad airbase")
    assert [m.cue for m in kept] == ["dateline", "dateline", "near"]


def test_a_place_behind_a_town_in_capitals_is_no_dateline_without_its_dash() -> None:
    kept = said("ERBIL - Rockets fell on Sinjar, Nineveh province")
    assert kept[-1].cue != "dateline"


def test_nothing_is_said_of_nothing() -> None:
    assert as_said((), make_text(article("لا أماكن هنا"))) == ()


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("انفجار هز معهد كركوك التقني", "in"),
        ("قتلى في هجوم على جامعة الموصل", "in"),
        ("أعلنت جامعة الموصل وقف الدراسة", "organisation"),
        ("محادثات بموجب اتفاقيات جنيف", "organisation"),
        ("a crime under the conventions of Geneva", "organisation"),
    ],
)
def test_a_building_that_bears_a_towns_name_is_in_it_when_hit(body: str, cue: str) -> None:
    assert said(body)[0].cue == cue


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("Rockets flew toward a U.S. base in northeastern Syria", "metonym"),
        ("Two U.S. soldiers were hurt", "metonym"),
        ("A gunman opened fire in the U.S. and fled", "in"),
    ],
)
def test_what_is_a_countrys_is_not_in_it(body: str, cue: str) -> None:
    assert said(body)[0].cue == cue


def test_a_government_that_another_one_threatens_is_no_place() -> None:
    kept = said("جاء القصف بعد ساعات من تهديد واشنطن دمشق بإجراءات صارمة")
    assert [m.cue for m in kept] == ["metonym", "metonym"]


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("قيادي في وزارة الدفاع التابعة للميليشيات بصنعاء", "organisation"),
        ("هجوم على وزارة الدفاع في صنعاء", "in"),
        ("وزارة الصحة في غزة", "in"),
    ],
)
def test_a_ministry_sits_in_a_capital(body: str, cue: str) -> None:
    assert said(body)[0].cue == cue


def test_a_capital_that_strikes_behind_a_place_that_was_struck_is_no_place() -> None:
    assert places_of(
        "قصفت طائرات حربية الاثنين رتلا قرب بلدة أريحا في إدلب وقتل تسعة.",
        "قتلى في غارة على أريحا، وأنقرة تضرب مئتي هدف",
    ) == ["Ariha"]


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("اشتباكات في عين دقنة القريبة من الحدود السورية مع ولاية هاتاي", "from"),
        ("Gunmen shot farmers in Maine-Soroa, near the border with Nigeria", "from"),
        ("Shells from Syria fell across the border with Jordan", None),
        ("قصف عبر الحدود السورية مع لبنان", None),
    ],
)
def test_what_lies_beyond_a_border_is_not_where_it_happened(body: str, cue: str | None) -> None:
    assert said(body)[-1].cue == cue
