"""Numbers in digits and words of both languages: what is read, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.text.fold import folded
from workers.text.hedges import Hedge, bounds
from workers.text.numerals import find_numbers, parse_number
from workers.text.words import listed

# (text, values in order); None is a plural that names no figure.
VALUES: list[tuple[str, list[int | None]]] = [
    ("سقط 7 صواريخ على القرية", [7]),
    ("شارك 1,250 عنصرا في الحملة", [1250]),
    ("شارك 1.250 عنصرا في الحملة", [1250]),
    ("شارك 1 250 عنصرا في الحملة", [1250]),
    ("شارك ١٢٥٠ عنصرا في الحملة", [1250]),
    ("بلغ عدد السكان 3,5 ملايين نسمة", [3_500_000]),
    ("بلغ عدد السكان 3.5 ملايين نسمة", [3_500_000]),
    ("نزح 20 ألفا من البلدة", [20_000]),
    ("نزح 20 ألفا و500 من البلدة", [20_500]),
    ("نزح 12 ألف شخص", [12_000]),
    ("ثلاثة جنود", [3]),
    ("ثلاث نساء", [3]),
    ("ستة قذائف", [6]),
    ("ست جنود", [6]),
    ("ثمانية مدنيين", [8]),
    ("ثماني سيدات", [8]),
    ("ثمان سيدات", [8]),
    ("عشرة أشخاص", [10]),
    ("عشر غارات", [10]),
    ("أحد عشر قتيلا", [11]),
    ("إحدى عشرة امرأة", [11]),
    ("اثنا عشر جريحا", [12]),
    ("اثني عشر جريحا", [12]),
    ("اثنتي عشرة قذيفة", [12]),
    ("ثلاثة عشر عنصرا", [13]),
    ("خمس عشرة قذيفة", [15]),
    ("تسعة عشر شخصا", [19]),
    ("عشرون مسلحا", [20]),
    ("عشرين مسلحا", [20]),
    ("واحد وعشرون مدنيا", [21]),
    ("واحدا وعشرين مدنيا", [21]),
    ("خمسة وأربعين جريحا", [45]),
    ("تسع وتسعون قذيفة", [99]),
    ("مئة قتيل", [100]),
    ("مائة قتيل", [100]),
    ("مئة وخمسة قتلى", [105]),
    ("مئة وخمسة وعشرين قتيلا", [125]),
    ("مائة واثني عشر شخصا", [112]),
    ("مئتا جريح", [200]),
    ("مئتين وخمسين مقاتلا", [250]),
    ("ثلاثمئة مقاتل", [300]),
    ("ثلاثمائة وأربعون مقاتلا", [340]),
    ("ثلاث مئة مقاتل", [300]),
    ("أربعمئة وسبعة وستين", [467]),
    ("ثمانمائة شخص", [800]),
    ("ثمانيمئة شخص", [800]),
    ("ألف لاجئ", [1000]),
    ("ألفا لاجئ", [1000]),
    ("ألفي لاجئ", [2000]),
    ("ألفين وثلاثمئة لاجئ", [2300]),
    ("ثلاثة آلاف نازح", [3000]),
    ("عشرة آلاف نازح", [10_000]),
    ("خمسة عشر ألف نازح", [15_000]),
    ("مئة وعشرين ألفا", [120_000]),
    ("ألف ومئتين وخمسة وثلاثين", [1235]),
    ("مليون نازح", [1_000_000]),
    ("مليوني نازح", [2_000_000]),
    ("ثلاثة ملايين نازح", [3_000_000]),
    ("استهدف الموقع بستة صواريخ", [6]),
    ("استمر لثلاثة أيام", [3]),
    ("قتيلان وخمسة جرحى", [5]),
    ("وثمانية آخرين", [8]),
    ("فعشرة منهم نجوا", [10]),
    ("نعت ثلاثا من مقاتلاتها", [3]),
    ("المئة والعشرين", [120]),
    ("الثلاثة والعشرين", [23]),
    ("أربعة قتلى وسبعة جرحى", [4, 7]),
    ("عشرات القتلى", [None]),
    ("مئات النازحين", [None]),
    ("آلاف المدنيين", [None]),
    ("عشرات الآلاف من المدنيين", [None]),
    ("بضعة صواريخ", [None]),
    ("عدة غارات", [None]),
    ("عدد من الجرحى", [None]),
    ("العديد من الجرحى", [None]),
    ("killed 14 people", [14]),
    ("some 1,400 fighters", [1400]),
    ("seven soldiers", [7]),
    ("twenty-five shells", [25]),
    ("twenty five shells", [25]),
    ("nineteen men", [19]),
    ("a hundred fighters", [100]),
    ("one hundred and five people", [105]),
    ("two hundred fifty rockets", [250]),
    ("three thousand four hundred", [3400]),
    ("1.2 million people", [1_200_000]),
    ("a dozen rockets", [12]),
    ("two dozen rockets", [24]),
    ("half a dozen shells", [6]),
    ("a couple of drones", [2]),
    ("dozens of fighters", [None]),
    ("scores of villagers", [None]),
    ("hundreds of thousands of people", [None]),
    ("several shells", [None]),
    ("a number of wounded", [None]),
    ("an unspecified number of wounded", [None]),
    ("a few shells", [None]),
    # What is no number.
    ("أحد المدنيين", []),
    ("إحدى القرى", []),
    ("عدد القتلى", []),
    ("استهداف المستشفى", []),
    ("ارتفعت الأسعار 5 بالمئة", []),
    ("ارتفعت الأسعار 5%", []),
    ("a man in a house", []),
    ("an hour later", []),
    ("someone often listens", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_numbers_are_read_with_their_values(text: str, values: list[int | None]) -> None:
    assert [mention.value for mention in find_numbers(folded(text))] == values


HEDGES: list[tuple[str, int, Hedge | None]] = [
    ("مقتل نحو 40 شخصا", 40, Hedge.ABOUT),
    ("مقتل حوالي 40 شخصا", 40, Hedge.ABOUT),
    ("بنحو 110", 110, Hedge.ABOUT),
    ("قرابة عشرين سجينا", 20, Hedge.ABOUT),
    ("زهاء ثلاثين", 30, Hedge.ABOUT),
    ("ما يقارب 50 جريحا", 50, Hedge.ABOUT),
    ("40 تقريبا", 40, Hedge.ABOUT),
    ("ما لا يقل عن 12 شخصا", 12, Hedge.AT_LEAST),
    ("أكثر من 200 صاروخ", 200, Hedge.AT_LEAST),
    ("أزيد من ثمانية", 8, Hedge.AT_LEAST),
    ("9 على الأقل", 9, Hedge.AT_LEAST),
    ("أقل من 30 شخصا", 30, Hedge.AT_MOST),
    ("ما يصل إلى 30 شخصا", 30, Hedge.AT_MOST),
    ("at least 15 people", 15, Hedge.AT_LEAST),
    ("more than two dozen", 24, Hedge.AT_LEAST),
    ("seven or more", 7, Hedge.AT_LEAST),
    ("no fewer than 7", 7, Hedge.AT_LEAST),
    ("about 40 people", 40, Hedge.ABOUT),
    ("nearly 40 people", 40, Hedge.ABOUT),
    ("an estimated 500", 500, Hedge.ABOUT),
    ("up to 60 rockets", 60, Hedge.AT_MOST),
    ("as many as 60 rockets", 60, Hedge.AT_MOST),
    ("مقتل 40 شخصا", 40, None),
    ("killed 40 people", 40, None),
]


@pytest.mark.parametrize(("text", "value", "hedge"), HEDGES)
def test_hedges_stand_before_or_after_the_number(
    text: str, value: int, hedge: Hedge | None
) -> None:
    (mention,) = find_numbers(folded(text))
    assert (mention.value, mention.hedge) == (value, hedge)


def test_an_unknown_plural_has_a_least_value_and_no_most() -> None:
    (mention,) = find_numbers(folded("سقط عشرات القتلى"))
    assert (mention.low, mention.high) == (20, None)


def test_spans_cover_the_number_without_its_proclitic() -> None:
    text = folded("قصف بستة وثلاثين صاروخا")
    (mention,) = find_numbers(text)
    assert text[mention.start : mention.end] == "سته وثلاثين"


def test_a_long_string_of_digits_is_no_count() -> None:
    assert find_numbers("call 00964770123456789") == ()


def test_nothing_is_parsed_at_the_end_of_the_text() -> None:
    assert parse_number("12", 2) is None


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(list(Hedge)))
def test_bounds_hold_the_value(value: int, hedge: Hedge) -> None:
    low, high = bounds(value, hedge)
    assert 0 <= low <= value <= high


@given(st.integers(min_value=0, max_value=10**10))
def test_any_figure_in_digits_is_read_back(value: int) -> None:
    (mention,) = find_numbers(f"x {value} y")
    assert mention.value == value


_WORDS = st.sampled_from(
    listed(
        "ثلاثه مييه ميه مايه الف الاف عشر عشره وعشرين و احد عشرون 12 1,200 3.5 a dozen hundred "
        "and two million , . % عن"
    )
)


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join)))
def test_any_text_yields_mentions_in_order_inside_it(text: str) -> None:
    search = folded(text)
    done = 0
    for mention in find_numbers(search):
        assert done <= mention.start < mention.end <= len(search)
        assert mention.value is None or mention.low <= mention.value
        done = mention.end
