"""Tolls over a period: the dead and the wounded of one count, and headlines that repeat them."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

COUNTED: list[tuple[str, list[str]]] = [
    # "Since" stands behind the wounded, or behind the dead: both are counted over it.
    (
        "وتقول النقابة إن 85 عاملا لقوا حتفهم، بينهم 12 سائقا، وجرح 640 على الطرق منذ الصيف",
        ["d85 since", "d12 subset", "i640 since"],
    ),
    (
        "وصل القتلى في الإقليم منذ يناير إلى 480، فيما جرح بالألغام وحدها أكثر من 2300 آخرين",
        ["d480 since", "i2300 since hedged"],
    ),
    (
        "وترتفع بذلك حصيلة القتلى منذ يناير إلى 480. كما أصيب أكثر من 2000 آخرين بجروح",
        ["d480 updated since", "i2000 since hedged"],
    ),
    (
        "bringing to 540 the number of civilians killed since May. More than 1,900 others hurt",
        ["d540 updated since", "i1900 since hedged"],
    ),
    (
        "At least 300 people have died since the offensive began, and 1,100 have been wounded",
        ["d300 since hedged", "i1100 since"],
    ),
    # A besieged place before the figure does not make "since" tell of the siege.
    (
        "بلغ عدد القتلى في البلدة المحاصرة أكثر من 400 قتيل منذ 3 شباط/فبراير",
        ["d400 since hedged"],
    ),
    ("المدينة المحاصرة منذ شهر شهدت مقتل 12 مدنيا", ["d12"]),
    # Few wounded beside many dead are the new attack's own.
    (
        "bringing to 540 the number of civilians killed since May. Six others were wounded",
        ["d540 updated since", "i6"],
    ),
    ("قتل 14 جنديا وأصيب 20 في الكمين، وهو الأعنف منذ مارس", ["d14", "i20"]),
    ("سقط 17 قتيلا منذ اندلاع الاشتباكات، وعولج 40 جريحا", ["d17 since", "i40"]),
    # The other side's dead, of the same time.
    (
        "قتل أكثر من 900 مقاتل منذ بدء الهجوم. وأحصى المرصد في المقابل مقتل 210 جنود",
        ["d900 since hedged", "d210 since"],
    ),
    (
        "قتل 900 مقاتل منذ يناير. وقتل في المقابل ثلاثة جنود في كمين الأحد",
        ["d900 since", "d3"],
    ),
    # What the headline counts is told below with its period.
    (
        "مقتل 900 مدني في المدينة\nقال المرصد إن 900 مدني قتلوا في المدينة منذ 3 شباط",
        ["d900 since", "d900 since"],
    ),
    (
        "مقتل 12 مدنيا في المدينة\nقال المرصد إن 12 مدنيا قتلوا في المدينة منذ 3 شباط",
        ["d12", "d12 since"],
    ),
]


@pytest.mark.parametrize(("text", "mentions"), COUNTED)
def test_the_dead_and_the_wounded_count_one_period(text: str, mentions: list[str]) -> None:
    assert [told(mention) for mention in find_tolls(folded(text))] == mentions
