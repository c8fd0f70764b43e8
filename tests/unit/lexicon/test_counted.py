"""The table of counted nouns: which forms are duals, plurals and singles, and for whom."""

import pytest

from workers.lexicon.counted import Count, TollWord, toll_words
from workers.text.fold import folded


@pytest.mark.parametrize(
    ("word", "count", "category"),
    [
        ("جنديين", Count.TWO, "military"),
        ("جنديان", Count.TWO, "military"),
        ("طفلتين", Count.TWO, "child"),
        ("قتيلان", Count.TWO, "dead"),
        ("مدنيان", Count.TWO, "civilian"),
        ("مدنيين", Count.MANY, "civilian"),
        ("جرحي", Count.MANY, "hurt"),
        ("جنديا", Count.ONE, "military"),
        ("انتحاري", Count.ONE, "attacker"),
        ("gunmen", Count.MANY, "attacker"),
        ("soldier", Count.ONE, "military"),
    ],
)
def test_forms_have_their_number_and_kind(word: str, count: Count, category: str) -> None:
    counted, _ = toll_words()[word]
    assert (counted.kind, counted.count, counted.category) == (TollWord.PERSON, count, category)


@pytest.mark.parametrize("word", ["مدينتين", "عينين", "حسين", "فلسطين", "الصين"])
def test_no_ending_makes_a_dual(word: str) -> None:
    entry = toll_words().get(word)
    assert entry is None or entry[0].count is not Count.TWO


def test_all_entries_are_folded() -> None:
    assert all(folded(word) == word for word in toll_words())


def test_a_hit_building_is_told_by_another_verb_than_a_hurt_person() -> None:
    assert toll_words()["اصيب"][0].field == "injured"
    assert "اصيب" in toll_words()
    assert toll_words()["صاروخ"][0].kind is TollWord.THING
