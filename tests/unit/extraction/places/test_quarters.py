"""Parts of a country said by direction."""

import pytest

from tests.unit.extraction.places.naming import names
from workers.extraction.places.finder import PlaceFinder


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Soldiers were ambushed in the north of Mali.", "Northern Mali"),
        ("Soldiers were ambushed in the northern part of Mali.", "Northern Mali"),
        ("Soldiers were ambushed in Mali's restive north.", "Northern Mali"),
        ("Jets bombed depots in the Kurdish-held northeast of Syria.", "Northeast Syria"),
        ("كمين في الشمال المالي", "Northern Mali"),
        ("قصف بالجنوب السوري", "Southern Syria"),
        ("Convoys left for a post 20 km north of Mali.", "Mali"),
        ("Mali's northern commander spoke.", "Mali"),
        ("رحب الشمال بالقرار المالي", ""),
    ],
)
def test_whose_part_it_is(finder: PlaceFinder, text: str, part: str) -> None:
    assert names(finder, text) == [part] * bool(part)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("باماكو - قتل جنود ماليون في كمين شمالي البلاد", ["Bamako", "Northern Mali"]),
        ("كمين في تركيا بجنوب شرقي البلاد", ["Türkiye", "Southeast Turkey"]),
        ("Abuja - Nigerian villagers died in the country's northwest.",
         ["Abuja", "Northwest Nigeria"]),
        ("Gunmen struck in Nigeria, in the northwest of the country.",
         ["Nigeria", "Northwest Nigeria"]),
        ("قصف الجيش الليبي مسلحين تشاديين في ليبيا، جنوب البلاد", ["Libya", "Fezzan"]),
        ("كمين في غاو في مالي شمالي البلاد", ["Gao", "Mali"]),
        ("كمين شمالي البلاد", []),
        ("Mali, a country of the north, votes.", ["Mali"]),
    ],
)  # fmt: skip
def test_the_country_spoken_of(finder: PlaceFinder, text: str, places: list[str]) -> None:
    assert names(finder, text) == places
