"""English names that the tables spell otherwise, or do not have."""

from time import process_time

import pytest

from workers.extraction.places.finder import PlaceFinder, PlaceMention
from workers.text.fold import fold


def found(finder: PlaceFinder, text: str) -> dict[str, PlaceMention]:
    folded = fold(text)
    mentions = finder.find(folded.text, cased_text=folded.kept(text))
    return {mention.name_local: mention for mention in mentions}


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("In Syria, jets struck Marat Misrin in Idlib.", "marat misrin", "Maarrat Misrin"),
        ("Shells fell in Um Kadada, in Sudan's North Darfur.", "um kadada", "Umm Keddada"),
        ("A bomb went off in the bazaar of Darra Adamkheil, Pakistan.", "darra adamkheil", None),
        ("Gunmen in Niger attacked N'Guigmy on Sunday.", "n'guigmy", "Nguigmi"),
    ],
)
def test_another_spelling_is_found_by_its_sound(
    finder: PlaceFinder, text: str, name: str, meant: str | None
) -> None:
    mention = found(finder, text)[name]
    assert mention.place is not None
    assert mention.place.name == (meant or "Darra Adam Khel")
    assert mention.resolved_by == "transliteration"
    assert mention.place.where_prec >= 2


def test_a_name_that_nobody_lists_takes_the_place_around_it(finder: PlaceFinder) -> None:
    mentions = found(
        finder, "Gunmen killed 16 people in the village of Zorbatul, in Niger's troubled Tillaberi."
    )
    place = mentions["zorbatul"].place
    assert place is not None
    assert place.name.startswith("Tillab")
    assert mentions["zorbatul"].resolved_by == "parent"


def test_what_lies_so_far_off_a_town_lies_there(finder: PlaceFinder) -> None:
    mentions = found(
        finder, "They raided the village of Zorbatul, 40 km north of Dori, in Burkina."
    )
    place, town = mentions["zorbatul"].place, mentions["dori"].place
    assert place is not None
    assert town is not None
    assert (place.latitude, place.longitude) == (town.latitude, town.longitude)
    assert (place.latitude or 0.0) > 14.3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomber struck the Barun Hotel in Kabul, Afghanistan.", "barun"),
        ("Shells fell in Syria in October near Idlib.", "october"),
        ("Troops of Ethiopia left Tigray; Colonel Getnet Adane spoke in Ethiopia.", "adane"),
        ("President Assad spoke in Syria of Maaretta.", "maaretta"),
    ],
)
def test_hotels_regions_months_and_words_without_a_call_are_no_places(
    finder: PlaceFinder, text: str, name: str
) -> None:
    assert name not in found(finder, text)


def test_without_the_text_in_its_own_letters_nothing_is_guessed(finder: PlaceFinder) -> None:
    text = fold("In Syria, jets struck Marat Misrin in Idlib.").text
    assert all(mention.name_local != "marat misrin" for mention in finder.find(text))


def test_an_arabic_name_is_found_by_its_sound_in_either_script(finder: PlaceFinder) -> None:
    text = fold("هجوم على قرية نقراوقو في بوركينا فاسو").text
    place = finder.find(text)[0].place
    assert place is not None
    assert place.name == "Nagraogo"


def test_many_names_take_linear_time(finder: PlaceFinder) -> None:
    text = "Colonel Getnet Adana of Ethiopia struck the village of Zorbatul. " * 2_000
    folded = fold(text)
    started = process_time()
    finder.find(folded.text, cased_text=folded.kept(text))
    assert process_time() - started < 10.0


def test_a_synagogue_is_not_like_nice(finder: PlaceFinder) -> None:
    text = fold("هجوم أمام كنيس في القدس").text
    assert [mention.name_local for mention in finder.find(text)] == ["القدس"]


def test_a_country_in_a_longer_name_is_none(finder: PlaceFinder) -> None:
    mentions = found(finder, "A bomber struck in the Mali Zorbat area of Bannu, Pakistan.")
    assert mentions["mali zorbat"].place is not None
    assert mentions["mali zorbat"].place.name == "Bannu"
