"""People told by name or as "him": how many they are."""

import pytest

from tests.unit.extraction.tolls.test_finder import told
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

CASES: list[tuple[str, list[str]]] = [
    ("استشهد كل من أحمد سالم ومحمود علي وخالد يوسف في قصف السيارة", ["d3"]),
    ("استشهد كل من سالم ووليد ووائل برصاص قناص", ["d3"]),
    ("استشهد كل من كان في المنزل", []),
    ("أطلق مجهولان النار على الشاب فأردياه قتيلا", ["d1"]),
    ("أطلقت الشرطة النار على منفذ الهجوم فأردته قتيلا", ["d1 attackers_own"]),
    ("اغتال مسلحون مجهولون شيخ العشيرة وابنه", ["d2"]),
    ("قتل قائد الكتيبة العميد محمد صالح ومعه أربعة من مرافقيه", ["d5"]),
    ("A drone killed Hamas official Saleh Omar in Beirut", ["d1"]),
    ("Nobody knows whom the strike killed, a Hamas official said", []),
    ("The army lost 23 men in the ambush", ["d23"]),
    ("Troops killed 15 insurgents and lost two of their own", ["d15", "d2"]),
    ("أودى الهجوم بأربعة من رجال الدرك", ["d4"]),
    ("أودى الهجوم بحياة أربعة من رجال الدرك", ["d4"]),
    ("طعن فتى جنديين فأصابهما بجروح", ["i2"]),
    ("أصيبت المعلمة وطفلها بشظايا", ["i2"]),
    ("توفيت امرأة وجنينها", ["d2"]),
    ("Six soldiers died and a seventh was badly hurt", ["d6", "i1"]),
    ("The local council said a man and his three sons died", ["d4"]),
    ("Nobody could tell who they were, said a man and his son", []),
    ("أطلقوا النار على أحمد الزعبي وقاسم المصري، ما أدى إلى مقتلهما", ["d2"]),
    ("أعلن الجيش أن مجندة قتلت وأصيب ثمانية آخرون بصاروخ", ["d1", "i8"]),
    ("أصيب جندي أميركي وعولج اثنان آخران", ["i1", "i2"]),
    ("قتل شرطيان مسؤولان عن أمن السوق", ["d2"]),
    ("أصيب والدهم الطبيب حمدي وشقيقهم الأصغر", ["i2"]),
    ("The villagers lost two houses and three cows", []),
    ("أطلق ملثمون النار على القاضي وسائقه فقتلا على الفور", ["d2"]),
    ("أصيبت الممرضة وزوجها، فتوفيا في الطريق", ["i2", "d2"]),
    ("اقتحم مسلحان المقر ففتحا النار فقتلا جنديا", ["d1"]),
    ("اقتحم مهاجمان المقر فقتلا", []),
    ("اغتال مجهولون الناشط ماجد العلي ومعه صديقه", ["d2"]),
    ("قتل العميد محمد برفقة سائقه في انفجار عبوة", ["d2"]),
    ("قتل في غارة على أطراف المدينة، القائد الميداني سعيد الحاج", ["d1"]),
    ("استشهد فجر اليوم في قصف على المخيم الطفل ياسر حمدان واثنان من أشقائه", ["d3"]),
    ("قتل في غارة على منزل القائد الميداني سعيد الحاج أربعة أشخاص", ["d4"]),
    ("قتل في غارة على منزل القائد الميداني سعيد الحاج", []),
    ("اغتال مسلحان القاضي نبيل درويش", ["d1"]),
    ("اغتال مسلحون مجهولون ليل الجمعة في البصرة الناشط نبيل درويش", ["d1"]),
    ("الضابط نبيل لقي مصرعه مع عدد من مرافقيه", ["d1 hedged"]),
    ("قتل في انفجار أمام مبنى المحكمة", []),
    ("قتل إمام مسجد بانفجار عبوة", ["d1"]),
    ("قتل القيادي سالم الأحمد، الملقب بأبي حيدر، ومعه منير ناصر، وجرح أربعة", ["d2", "i4"]),
    ("قتل القيادي سالم ومعه حقيبة متفجرات", ["d1"]),
    ("قتل مسلح وضبطت معه أسلحة", ["d1"]),
    ("A 19-year-old, Sami Hadi, was killed", ["d1"]),
    ("Hundreds, some with a 12-year-old, fled", []),
    ("Sami Hadi was killed and six others wounded", ["d1", "i6"]),
    ("The commander was killed and six others were wounded", ["d1", "i6"]),
    ("Nobody was killed and two others wounded", ["dnone", "i2"]),
    ("A judge was shot dead in Kandahar along with his driver", ["d2"]),
    ("The general was killed along with two bodyguards", ["d3"]),
    ("A man was killed with a knife", ["d1"]),
    ("A policeman was killed, along with two of the gunmen", ["d1"]),
    ("Four soldiers wounded on Friday have died in hospital", ["d4"]),
    ("Five were hurt, and two of them have died", ["i3", "d2"]),
    ("Ten people wounded in the strike were treated; two have died", ["i10", "d2"]),
    ("بعد وفاة أربعة مصابين في المستشفى", ["d4"]),
    ("قتل جندي وأربعة مصابين في المستشفى", ["d1", "i4"]),
    ("No patient died, but three nurses were hurt", ["dnone hedged", "i3"]),
    ("No guest was hurt, he added", ["dnone hedged", "inone hedged"]),
    ("Nobody in the building was injured", ["dnone", "inone"]),
    ("No one was hurt but six houses burned", ["dnone", "inone"]),
    ("No fewer than 12 people were killed", ["d12 hedged"]),
    ("No one has been charged over the attack in which nine people were killed", ["d9"]),
    ("ولم يصب فيها أي مدني", ["dnone hedged", "inone hedged"]),
    ("لم يقتل أي جندي لكن أصيب ثلاثة", ["dnone hedged", "i3"]),
    ("The raid killed him, his wife and several other members of the family", ["d2 hedged"]),
]


@pytest.mark.parametrize(("text", "mentions"), CASES)
def test_people_without_a_number_are_counted(text: str, mentions: list[str]) -> None:
    found = sorted(told(mention) for mention in find_tolls(folded(text)))
    assert found == sorted(mentions)


def test_those_who_might_be_dead_are_not_counted_yet() -> None:
    text = "Up to 30 people may have died under the rubble, and 12 are confirmed dead"
    assert [mention.claimed for mention in find_tolls(folded(text))] == [True, False]
