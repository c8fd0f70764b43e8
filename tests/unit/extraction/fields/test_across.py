"""Rockets fired over a border: the attack is placed where they go."""

import pytest

from tests.unit.extraction.reading_of import event_of, places_of


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("أطلق مسلحون خمسة صواريخ من قطاع غزة الثلاثاء ولم تقع إصابات.", "Southern Israel"),
        ("قال الجيش الإسرائيلي إن صواريخ من غزة أطلقت فجر الثلاثاء.", "Southern Israel"),
        (
            "Militants fired a dozen rockets from the Gaza Strip on Tuesday, the army said.",
            "Southern Israel",
        ),
        ("أطلقت صواريخ من جنوب لبنان صباح الثلاثاء ودوت صفارات الإنذار.", "Northern Israel"),
        ("أطلق مسلحون صواريخ من قطاع غزة على إسرائيل الثلاثاء.", "Southern Israel"),
        ("Rockets were fired from Lebanon at Israel on Tuesday, the army said.", "Northern Israel"),
    ],
)
def test_rockets_of_which_only_the_origin_is_told_went_over_the_border(
    body: str, place: str
) -> None:
    assert places_of(body) == [place]
    assert event_of(body).location is not None


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Rockets fired from the Gaza Strip hit a house in Sderot on Tuesday.", "Sderot"),
        ("In Gaza, militants fired one rocket toward Ashkelon on Tuesday.", "Ashkelon"),
        ("قتل شخصان الثلاثاء بقصف مدفعي على بيت حانون شمال قطاع غزة.", "Beit Hanoun"),
        ("قصفت مدفعية الجيش الإسرائيلي بلدة الخيام في جنوب لبنان الثلاثاء.", "Khiam"),
        ("أطلقت إيران صواريخ على إسرائيل الثلاثاء.", "Israel"),
        ("اعترض التحالف الثلاثاء صاروخا باليستيا أطلق من محافظة صعدة.", "Saada"),
    ],
)
def test_where_they_fell_or_what_was_shelled_stays_the_place(body: str, place: str) -> None:
    assert places_of(body) == [place]
