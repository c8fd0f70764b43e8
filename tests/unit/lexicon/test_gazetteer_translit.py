"""Transliteration: Arabic spellings against a country's Latin names."""

import pytest

from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.translit import Transliterator, skeleton
from workers.text.fold import folded


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("arabic", "country", "name"),
    [
        ("بيتسبرغ", "US", "Pittsburgh"),
        ("كاركاسون", "FR", "Carcassonne"),
        ("باركين لادي", "NG", "Barkin Ladi"),
        ("ساوثهامبتون", "GB", "Southampton"),
        ("كراسنويارسك", "RU", "Krasnoyarsk"),
    ],
)
def test_a_town_is_found_by_its_sound(
    gazetteer: Gazetteer, arabic: str, country: str, name: str
) -> None:
    found = Transliterator(gazetteer.columns).find(folded(arabic), country)
    assert found is not None
    assert gazetteer.town(found.at).name == name
    assert gazetteer.town(found.at).where_prec == 2


@pytest.mark.parametrize(("arabic", "country"), [("ا", "US"), ("زغرتا", "JP"), ("بان", "ZZ")])
def test_nothing_is_found_where_nothing_is_alike(
    gazetteer: Gazetteer, arabic: str, country: str
) -> None:
    assert Transliterator(gazetteer.columns).find(folded(arabic), country) is None


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("غريكتاون", "Greektown"), ("تشيبوك", "Chibok"), ("شتوتغارت", "Stuttgart")],
)
def test_skeletons_of_both_scripts_agree(arabic: str, latin: str) -> None:
    assert skeleton(folded(arabic)) == skeleton(latin)


@pytest.mark.parametrize(
    ("arabic", "state"), [("روتشستر", "New York State"), ("ريتشموند", "Virginia")]
)
def test_a_town_of_a_state_is_found_in_that_state(
    gazetteer: Gazetteer, arabic: str, state: str
) -> None:
    found = Transliterator(gazetteer.columns).find(folded(arabic), "US", (0.0, 0.0), state)
    assert found is not None
    assert gazetteer.town(found.at).admin1 == state
