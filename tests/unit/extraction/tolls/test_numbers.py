"""Numbers that count people, and those that tell ages or members of a group."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Two brothers aged seven and nine were killed by a shell", ["d2"]),
        ("Gunmen killed the village chief and three of his sons", ["d3"]),
        ("Twelve of the movement's fighters were killed", ["d12"]),
        ("Six workers suffered light to moderate injuries", ["i6"]),
        ("Seven people were killed, not counting the attacker", ["d7"]),
        ("Medics said that of 37 casualties treated at the scene six had burns", ["i37", "i6"]),
        ("Eleven more were rushed to a nearby hospital", ["i11"]),
        ("مقتل 19 جنديا في معركة مستمرة منذ أيام", ["d19"]),
        ("State television made no mention of casualties", ["d?"]),
        ("أكد وقوع الهجوم بدون أن يعطي حصيلة بالضحايا", []),
        ("انفجر لغم من مخلفات الحرب في نوى، ما أسفر عن وفاة طفل وإصابة شقيقه", ["d1", "i1"]),
        ("وصل إلى المستشفيات 79 شهيدا خلال 24 ساعة", ["d79 earlier"]),
        ("مقتل 3 مسلحين بحوزتهم كمية من الذخائر واعتقال 59 شخصا", ["d3"]),
        ('إصابة 3 من "حراس القرى" و4 جنود آخرين', ["i7"]),
        ("In Salu 39 soldiers and allied militiamen died", ["d39"]),
        ("Nine people, all foreign nationals, were killed: two men and seven women", ["d9"]),
        ("The missile left 29 civilians dead or injured", ["d? split", "i? split"]),
        ("هاجم المارة بسكين فأصاب ثمانية بينهم امرأة", ["i8", "i1 subset"]),
        ("ارتفع إلى 12 عدد الشهداء منذ بدء اقتحام المدينة", ["d12 updated"]),
        ("They slit the throats of at least 43 of them", ["d43 hedged"]),
        ("Thirteen policemen died, taking the dead of the day to 49", ["d13", "d49 since"]),
        ("One of the wounded died, bringing the number of dead to eight", ["d8 updated"]),
        ("Three more bodies were recovered, taking the toll to 14", ["d3", "d14 updated"]),
        ("قتل الاثنين حارس في هجوم على مصرف في عدن", ["d1"]),
        ("أصيب الاثنين شرطي برصاص قناص", ["i1"]),
        ("شيع الاثنين جثمان طيار قضى في القصف", ["d1"]),
        ("قتل اثنان من الحراس", ["d2"]),
        ("اغتال مسلحان عقيدا قرب بيته", ["d1"]),
        ("قتل مسلحان قرب الحاجز", ["d2"]),
        ("A second victim of Friday's attack on the bus stop died in hospital", ["d2 updated"]),
        ("A second soldier was wounded in the blast", ["i1"]),
        ("أطلقوا النار على طبيب في عيادته ما أدى إلى مقتله", ["d1"]),
        ("أثار مقتله موجة غضب", []),
    ],
)
def test_a_number_counts_the_people_it_speaks_of(text: str, mentions: list[str]) -> None:
    assert sorted(told(mention) for mention in find_tolls(folded(text))) == sorted(mentions)
