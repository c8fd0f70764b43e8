"""People without a number: unknown ones are not one, one of two rockets is no man."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

UNNUMBERED: list[tuple[str, list[str]]] = [
    # "Another number" of people is unknown.
    ("قتل تاجران وأصيب عدد آخر بجروح في إطلاق نار", ["d2"]),
    ("أدى الانفجار إلى مقتل أربعة عمال وإصابة عدد كبير آخر", ["d4"]),
    ("قتلوا حارسا وأصابوا عددا آخر من زملائه", ["d1"]),
    ("قتل تاجران وأصيب شخص آخر بجروح", ["d2", "i1"]),
    # One of two rockets hits a town; one of two men is hurt.
    ("من مقذوفين عبرا النهر أصاب أحدهما جسرا حجريا", []),
    ("سقطت قذيفتان أصابت إحداهما محطة كهرباء وقتل عامل", ["d1"]),
    ("أطلق الجندي النار على شابين فأصاب أحدهما بجروح", ["i1"]),
    ("هاجموا شرطيين وأصابوا أحدهما", ["i1"]),
    # A dual before its service drops its nun.
    ("مقتل ضابطي شرطة في إطلاق نار", ["d2"]),
    ("إصابة عنصرا أمن بطعنات ومقتل عاملي إغاثة", ["i2", "d2"]),
    ("مقتل ضابط شرطة في إطلاق نار", ["d1"]),
    ("هجوم عنصري يوقع ثلاثة قتلى", ["d3"]),
    ("قتل مسلح حارسا أمنيا قرب المصرف", ["d1"]),
    # How he killed stands before whom.
    ("قالت الشرطة إن رجلا قتل بالرصاص ثلاثة مارة", ["d3"]),
    ("قالت الشرطة إن شابا قتل طعنا بالسكين سائحين", ["d2"]),
    ("قالت الشرطة إن رجلا قتل بالرصاص أمام منزله", ["d1"]),
    # An adjective is nobody.
    ("قتل قائد عسكري وأربعة من حراسه في كمين", ["d5"]),
    ("قتل رجل مسلح وجندي في الاشتباك", ["d2"]),
    # Two who died, also of wounds told behind; he who died is neither she nor they.
    ("قال الطبيب إن صيادين اثنين قضيا ليلا بعد نقلهما إلى العيادة، وإصابتهما في الرأس", ["d2"]),
    ("حجز اللص موظفة في المصرف قبل أن يلقى حتفه في الردهة", []),
    ("لقيت امرأة مصرعها برصاص الشرطة", ["d1"]),
    # Whom forces killed had attacked before.
    ("الشرطة تقتل شابا طعن حارسا في المترو", ["d1 attackers_own"]),
    ("قتلت الشرطة رجلا بعدما طعن سائحين في المتحف", ["d1 attackers_own"]),
    ("Police killed a man on Sunday after he stabbed two tourists", ["d1 attackers_own"]),
    ("قتلت الشرطة رجلا خلال احتجاجات في المدينة", ["d1"]),
    # Nothing was said of any: that is not none.
    ("قالت الشرطة إن قذائف سقطت، دون التطرق إلى وقوع إصابات", ["i?"]),
    ("سقط صاروخ من دون الإشارة إلى سقوط ضحايا", ["d?"]),
    ("The army said shells had landed, without referring to injuries", ["i?"]),
    ("The ministry made no reference to casualties", ["d?"]),
    ("سقط صاروخ دون وقوع إصابات", ["dnone", "inone"]),
]


@pytest.mark.parametrize(("text", "mentions"), UNNUMBERED)
def test_who_has_no_number_is_read_by_grammar(text: str, mentions: list[str]) -> None:
    assert [told(mention) for mention in find_tolls(folded(text))] == mentions
