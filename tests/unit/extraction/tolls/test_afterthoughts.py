"""What is told behind a toll: later deaths, as many wounded, attackers among the dead."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

CASES: list[tuple[str, list[str]]] = [
    ("أدى الانفجار إلى مقتل شخصين وجرح أربعة، توفي أحدهم لاحقا", ["d3", "i3"]),
    ("The blast wounded nine guards, one of whom later died", ["d1", "i8"]),
    ("أصيب شرطي بجروح خطيرة وتوفي في المستشفى متأثرا بها", ["d1"]),
    ("أصيب شرطي بجروح وتوفي زوجان في حادث سير", ["i1", "d2"]),
    ("Of the 14 wounded, three later died", ["d3", "i11"]),
    ("قتل ثلاثة جنود وجرح مثلهم", ["d3", "i3"]),
    ("Twelve soldiers died and as many were wounded", ["d12", "i12", "i?"]),
    ("قتل عشرة أشخاص، من بينهم الانتحاري، وجرح ثلاثون", ["d9", "i30"]),
    ("قتل عشرة أشخاص بمن فيهم المهاجمون الثلاثة", ["d7"]),
    ("قتل عشرة أشخاص في تفجير قرب السوق، من ضمنهم الانتحاري", ["d9"]),
    ("قتل خمسة أشخاص دهسا. وقالت الشرطة إن الحصيلة تشمل منفذ الهجوم", ["d4"]),
    ("Five people were killed. The dead include the gunman, police said", ["d4"]),
    ("Five people were killed. The dead include the mayor, police said", ["d5"]),
    ("Including the attackers, the dead number 41", ["d41 earlier"]),
    ("Gunmen seized ten farmers and shot seven of them dead", ["d7"]),
]


@pytest.mark.parametrize(("text", "mentions"), CASES)
def test_words_behind_a_toll_change_it(text: str, mentions: list[str]) -> None:
    found = sorted(told(mention) for mention in find_tolls(folded(text)))
    assert found == sorted(mentions)
