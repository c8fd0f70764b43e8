"""Places of Africa and Asia in the spellings of newsrooms, and words that are none of them."""

import pytest

from workers.extraction.places.finder import PlaceFinder
from workers.text.fold import folded


def names(finder: PlaceFinder, text: str) -> dict[str, tuple[str | None, str]]:
    cased = text if text.isascii() else None
    return {
        mention.name_local: (mention.place.country_code, mention.place.name)
        for mention in finder.find(folded(text), cased_text=cased)
        if mention.place
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("مسيّرة استهدفت سوق الكومة في شمال دارفور بالسودان", ("SD", "Al-Koma")),
        ("قصف مدفعي على أم دورين بجنوب كردفان السودانية", ("SD", "Um Dorein")),
        ("غارة على حي دار السلام غربي أم درمان", ("SD", "Dar al-Salam, Omdurman")),
        ("اشتباكات في فشلوم بالعاصمة الليبية طرابلس", ("LY", "Fashloum")),
        ("تفجير قرب جلالقسي في إقليم هيران وسط الصومال", ("SO", "Jalalaqsi")),
        ("مسلحون يهاجمون تيسيت في مالي", ("ML", "Tessit")),
        ("مقتل جنود في هجوم على بويتينغا في بوركينا فاسو", ("BF", "Pouytenga")),
        ("خطف عشرات في غوساو بولاية زامفارا النيجيرية", ("NG", "Gusau")),
        ("هجوم على درودرو في إيتوري بالكونغو الديمقراطية", ("CD", "Drodro")),
        ("هجوم لطالبان على دشت آرشي في قندوز بأفغانستان", ("AF", "Dasht-e-Archi")),
        ("مقتل شرطيين في ساراروغا بباكستان", ("PK", "Sararogha")),
        ("Gunmen killed nine people in Kanyabayonga in DR Congo.", ("CD", "Kanyabayonga")),
    ],
)
def test_a_place_is_found_as_newsrooms_spell_it(
    finder: PlaceFinder, text: str, place: tuple[str, str]
) -> None:
    assert place in names(finder, text).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال صبري للصحفيين في كابل إن الهجوم وقع ليلا", "صبري"),
        ("فازا بالجائزة في نيروبي عاصمة كينيا", "فازا"),
        ("في كلمة له أمام قادة السودان", "كلمه"),
        ("قتل جندي ووحدت الحركات قواتها في السودان", "وحدت"),
    ],
)
def test_a_word_that_a_far_place_is_called_by_is_no_place(
    finder: PlaceFinder, text: str, name: str
) -> None:
    assert name not in names(finder, text)


def test_a_short_name_takes_no_word_from_a_longer_one(finder: PlaceFinder) -> None:
    text = "انفجرت عبوة جنوب مدينة بئر العبد في شمال سيناء"
    assert ("EG", "Bir al-Abed") in names(finder, text).values()


def test_a_town_is_not_its_neighbour_that_once_listed_it(finder: PlaceFinder) -> None:
    text = "هجوم على ماسيسي في الكونغو الديمقراطية"
    assert names(finder, text)["ماسيسي"] == ("CD", "Masisi")
