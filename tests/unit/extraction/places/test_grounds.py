"""Countries named by their demonym and a noun."""

import pytest

from workers.extraction.places.finder import PlaceFinder
from workers.lexicon.gazetteer import Gazetteer
from workers.text.fold import folded


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load())


def names(finder: PlaceFinder, text: str, language: str) -> list[str]:
    found = finder.find(folded(text), language=language)
    return [mention.place.name for mention in found if mention.place is not None]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A raid killed three people in a Lebanese village.", "en", ["Lebanon"]),
        ("A raid killed three people in a Lebanese border town.", "en", ["Lebanon"]),
        ("Nine farmers died in the Malian village of Dakalokoro.", "en", ["Mali"]),
        ("A raid hit the Lebanese village of Aitaroun.", "en", ["Aitaroun"]),
        ("The shells fell on Syrian territory.", "en", ["Syria"]),
        ("غارة على قرية لبنانية قرب الحدود", "ar", ["Lebanon"]),
        ("سقطت القذائف داخل الأراضي السورية", "ar", ["Syria"]),
        ("سقطت القذائف في العمق الإسرائيلي", "ar", ["Israel"]),
    ],
)
def test_whose_village_or_soil(
    finder: PlaceFinder, text: str, language: str, expected: list[str]
) -> None:
    assert names(finder, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("قصف بلدة عيترون ثم سقطت قذائف داخل الأراضي اللبنانية", "ar", ["Aitaroun"]),
        ("The Lebanese army denied it.", "en", []),
        ("بلدة اللبنانيين", "ar", []),
    ],
)
def test_no_country_beside_a_finer_place_or_without_its_noun(
    finder: PlaceFinder, text: str, language: str, expected: list[str]
) -> None:
    assert names(finder, text, language) == expected
