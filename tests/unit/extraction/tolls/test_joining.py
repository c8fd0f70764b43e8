"""Which figures are added up: lists, other places, the two sides of a fight."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

CASES: list[tuple[str, list[str]]] = [
    # A list says who those just counted were.
    ("قضت أسرة من ستة أفراد، هم أم وخمسة أطفال، وجرح جاران", ["d6", "d5 subset", "i2"]),
    ("قتل أربعة أشخاص، وثلاثة جنود", ["d7"]),
    # The same fate at another place, or by other means, is another figure.
    ("قتل شخصان بالرصاص في نوى وثلاثة آخرون بقصف على طفس", ["d2", "d3"]),
    ("Two farmers were shot dead in Salu and three others by shelling in Mado", ["d2", "d3"]),
    ("Two policemen were killed in Salu and three others in Mado were wounded", ["d2", "i3"]),
    # The two sides of a fight are not added up.
    ("قتل 12 من عناصر الحركة وثلاثة من الشرطة في الهجوم", ["d12 attackers_own", "d3"]),
    ("مقتل عشرة عناصر من قوات النظام وتسعة من مقاتلي الفصائل", ["d10", "d9"]),
    ("Twelve Shabaab fighters and three soldiers were killed", ["d12", "d3"]),
    ("قتل ثلاثة من الشباب وامرأة", ["d4"]),
    # Parts of one whole, one after the other.
    (
        "Six people, three of them women and two children, all of one family, died in Salu",
        ["d6", "d3 subset", "d2 subset"],
    ),
    (
        "Thirty militants, ten members of the security forces and seven pupils were killed",
        ["d30 attackers_own", "d17"],
    ),
    # Who those counted were, without a number of their own.
    ("At least 52 policemen and conscripts had been killed in the ambush", ["d52 hedged"]),
    ("Four guards and all three assailants were killed", ["d4", "d3 attackers_own"]),
    # A name spelt like "on".
    ("قتل القيادي أبو علي وثلاثة من حراسه", ["d4"]),
]


@pytest.mark.parametrize(("text", "mentions"), CASES)
def test_figures_are_added_up_only_where_they_share_a_fate(text: str, mentions: list[str]) -> None:
    found = sorted(told(mention) for mention in find_tolls(folded(text)))
    assert found == sorted(mentions)


def test_the_dead_of_a_group_are_marked_beside_those_of_a_state() -> None:
    group, state = find_tolls(folded("قتل 12 من عناصر الحركة وثلاثة من الشرطة"))
    assert group.militants
    assert state.others
    assert not state.militants
