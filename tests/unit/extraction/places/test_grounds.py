"""Countries named by their demonym and a noun."""

import pytest

from tests.unit.extraction.places.naming import names
from workers.extraction.places.finder import PlaceFinder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid killed three people in a Lebanese village.", ["Lebanon"]),
        ("A raid killed three people in a Lebanese border town.", ["Lebanon"]),
        ("Nine farmers died in the Malian village of Dakalokoro.", ["Mali"]),
        ("A raid hit the Lebanese village of Aitaroun.", ["Aitaroun"]),
        ("The shells fell on Syrian territory.", ["Syria"]),
        ("غارة على قرية لبنانية قرب الحدود", ["Lebanon"]),
        ("سقطت القذائف داخل الأراضي السورية", ["Syria"]),
        ("سقطت القذائف في العمق الإسرائيلي", ["Israel"]),
    ],
)
def test_whose_village_or_soil(finder: PlaceFinder, text: str, expected: list[str]) -> None:
    assert names(finder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف بلدة عيترون ثم سقطت قذائف داخل الأراضي اللبنانية", ["Aitaroun"]),
        ("The Lebanese army denied it.", []),
        ("بلدة اللبنانيين", []),
    ],
)
def test_no_country_beside_a_finer_place_or_without_its_noun(
    finder: PlaceFinder, text: str, expected: list[str]
) -> None:
    assert names(finder, text) == expected
