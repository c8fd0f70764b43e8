"""The month, weekday and date word tables: each name is found, folded and in both scripts."""

import pytest

from workers.lexicon.calendar import DateWord, date_words, table_rows
from workers.text.fold import folded


def test_every_month_has_an_arabic_levantine_and_english_name() -> None:
    names: dict[int, set[str]] = {}
    for row in table_rows("months.tsv"):
        if row["calendar"] == "gregorian":
            names.setdefault(int(row["month"]), set()).add(row["word"])
    assert sorted(names) == list(range(1, 13))
    assert all(len(words) >= 4 for words in names.values())


def test_every_hijri_month_is_named() -> None:
    rows = [row for row in table_rows("months.tsv") if row["calendar"] == "hijri"]
    assert {int(row["month"]) for row in rows} == set(range(1, 13))


def test_every_weekday_is_named_in_both_languages() -> None:
    sure = [row for row in table_rows("weekdays.tsv") if row["certain"] == "yes"]
    for weekday in range(1, 8):
        words = [row["word"] for row in sure if int(row["weekday"]) == weekday]
        assert any(word.isascii() for word in words)
        assert any(not word.isascii() for word in words)


def test_all_entries_are_folded() -> None:
    assert all(folded(word) == word for word in date_words())


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("كانون الثاني", DateWord.MONTH),
        ("مارس", DateWord.MONTH_UNSURE),
        ("may", DateWord.MONTH_UNSURE),
        ("الثلاثاء", DateWord.WEEKDAY),
        ("sat", DateWord.WEEKDAY_UNSURE),
        ("المصري اليوم", DateWord.NONE),
        ("امس الاول", DateWord.DAY_BEFORE_YESTERDAY),
        ("الحادي والثلاثين", DateWord.ORDINAL),
        ("overnight", DateWord.LAST_NIGHT),
    ],
)
def test_words_have_their_kind(word: str, kind: DateWord) -> None:
    payload, _ = date_words()[word]
    assert payload.kind is kind


def test_no_two_kinds_share_a_code() -> None:
    codes = [kind.value for kind in DateWord]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 1 for code in codes)
