"""Which of those attacked leads: the object of the attack, then its victims; who is left out."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.extraction.fields.aims import RECIPIENTS_MAX


def named(body: str) -> list[str]:
    return [recipient.name for recipient in event_of(body).recipients]


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("قتل ستة مدنيين في غارة جوية استهدفت مسجدا في بلدة كفرنبل الثلاثاء.", "mosque"),
        ("قتل تسعة أطفال في قصف مدفعي على مدرسة في بلدة سرمين الثلاثاء.", "school"),
        ("قتل سبعة من رجال الشرطة في تفجير انتحاري استهدف كنيسة في طنطا الثلاثاء.", "church"),
        (
            "Four children were killed when an air strike hit a school in Sarmin on Tuesday.",
            "school",
        ),
        (
            "Two policemen died when a suicide bomber attacked a church in Tanta on Tuesday.",
            "church",
        ),
        ("A drone hit a market in El Obeid on Tuesday, killing twelve women.", "market"),
    ],
)
def test_what_was_struck_comes_before_who_was_killed_in_it(body: str, first: str) -> None:
    assert named(body)[0] == first


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("قتل مسلحون معلمين اثنين بالرصاص داخل مدرسة في ديالى الثلاثاء.", "teachers"),
        ("خطف مسلحون خمسة مهندسين من موقع بناء قرب غاو الثلاثاء.", "engineers"),
        ("طعن مهاجم ثلاثة سياح في مطعم بمدينة الأقصر الثلاثاء.", "tourists"),
        ("Gunmen kidnapped four engineers near a power station in Diyala on Tuesday.", "engineers"),
        ("An attacker stabbed three tourists at a hotel in Luxor on Tuesday.", "tourists"),
    ],
)
def test_people_who_are_shot_stabbed_or_taken_come_before_the_place(body: str, first: str) -> None:
    assert named(body)[0] == first


@pytest.mark.parametrize(
    "body",
    [
        "انفجرت عبوة ناسفة في سوق شعبي قرب مركز شرطة في بعقوبة الثلاثاء.",
        "A bomb exploded in a market near a police station in Baquba on Tuesday.",
        "A bomb went off close to a police station, in a crowded market in Baquba on Tuesday.",
    ],
)
def test_what_it_was_near_comes_later(body: str) -> None:
    assert named(body)[0] == "market"


@pytest.mark.parametrize(
    ("body", "site"),
    [
        ("قتل عشرون شخصا في هجوم على كنيسة مار جرجس بطنطا الثلاثاء.", "church"),
        ("اقتحم مسلحون سجن الصناعة في الحسكة الثلاثاء وقتلوا عشرة.", "prison"),
        ("قصفت المدفعية سوق صابرين في أم درمان الثلاثاء فقتل خمسة.", "market"),
        ("Gunmen attacked the Sinaa prison in Hasaka on Tuesday and killed ten people.", "prison"),
    ],
)
def test_a_site_that_has_a_name_is_still_what_was_hit(body: str, site: str) -> None:
    assert named(body)[:1] == [site]


@pytest.mark.parametrize(
    "body",
    [
        "سقطت قذيفة على منزل قرب الحدود اللبنانية في بلدة المطلة الثلاثاء وأصيب رجلان.",
        "A shell hit a house near the Lebanese border in Metula on Tuesday and hurt two men.",
        "A rocket hit a house on the Lebanese coast in Naqoura on Tuesday, killing two men.",
    ],
)
def test_whose_border_or_coast_it_was_is_no_target(body: str) -> None:
    assert "Lebanese" not in named(body)


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("قتل أربعة عمال يمنيين في قصف بمسيرة على حقل غاز في السليمانية الثلاثاء.", "gas field"),
        ("A missile hit a Greek-owned cargo ship off Hodeidah on Tuesday.", "ship"),
    ],
)
def test_a_nationality_does_not_come_before_the_noun_that_it_goes_with(
    body: str, first: str
) -> None:
    assert named(body)[0] in (first, "oil field")


@pytest.mark.parametrize(
    "body",
    [
        "دمرت طائرة إماراتية منصة إطلاق في الجوف الثلاثاء بعد اعتراض صاروخين أطلقهما الحوثيون.",
        "Israeli jets struck a launcher in Deir al-Balah on Tuesday after stopping two rockets.",
    ],
)
def test_a_struck_launcher_is_a_target(body: str) -> None:
    assert "rocket launchers" in {r.name for e in events_of(body) for r in e.recipients}


@pytest.mark.parametrize(
    ("body", "helper"),
    [
        (
            "أصيب ستة مدنيين بقصف على سوق في إدلب الثلاثاء ونقلوا إلى المستشفى.",
            "hospital",
        ),
        (
            "قتل ثلاثة في غارة على منزل في رفح الثلاثاء، وهرعت سيارات الإسعاف إلى المكان.",
            "ambulance",
        ),
        (
            "قصف الطيران سوقا في أريحا الثلاثاء وأحصى الدفاع المدني تسعة قتلى.",
            "civil defence rescuers",
        ),
        (
            "An air strike hit a market in Idlib on Tuesday and ambulances rushed to the scene.",
            "ambulance",
        ),
        (
            "A bomb hit a checkpoint in Marka on Tuesday; five wounded were taken to a hospital.",
            "hospital",
        ),
        (
            "A bomb hit a market in Baquba Tuesday and killed nine, a doctor at the hospital said.",
            "hospital",
        ),
    ],
)
def test_who_came_carried_or_counted_was_not_hit(body: str, helper: str) -> None:
    assert helper not in named(body)


@pytest.mark.parametrize(
    ("body", "hit"),
    [
        ("قصفت طائرات حربية مستشفى في كفرنبل الثلاثاء فقتل أربعة.", "hospital"),
        ("A shell hit an ambulance in Khan Younis on Tuesday and killed two men.", "ambulance"),
    ],
)
def test_a_hospital_that_was_hit_stays_the_target(body: str, hit: str) -> None:
    assert named(body)[0] == hit


@pytest.mark.parametrize(
    "body",
    [
        "طعن رجل ثلاثة من المارة في ليون الثلاثاء قبل أن يقتل برصاص الشرطة.",
        "A man stabbed three passers-by in Lyon on Tuesday before he was shot by police.",
    ],
)
def test_police_who_shot_the_attacker_are_no_target(body: str) -> None:
    assert "police" not in named(body)


@pytest.mark.parametrize(
    "body",
    [
        "قتل خمسة من قوات البيشمركة في هجوم على آليتهم قرب كركوك الثلاثاء.",
        "Five Peshmerga fighters were killed when a bomb hit their vehicle near Kirkuk on Tuesday.",
    ],
)
def test_an_armed_side_that_lost_men_comes_before_its_vehicle(body: str) -> None:
    assert named(body)[0] == "Peshmerga"


def test_an_actor_is_named_once_though_a_plain_word_says_it_too() -> None:
    body = "Gunmen attacked Kenyan police in Garissa on Tuesday and killed two policemen."
    assert "police" not in named(body)


def test_few_are_listed() -> None:
    body = (
        "Gunmen attacked a hotel, a market, a school, a mosque, a bank and a police station in "
        "Bosaso on Tuesday and killed two soldiers, three women and a Turkish engineer."
    )
    assert all(len(event.recipients) <= RECIPIENTS_MAX for event in events_of(body))


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("قتل خمسة في تفجير سيارة مفخخة شرق محافظة شبوة الثلاثاء وفي المحافظة توتر.", "governor"),
        ("قصفت طائرات مناطق مدنية في حلب الثلاثاء فقتل طفلان.", "civilians"),
        ("استهدفت غارات أهدافا عسكرية في صعدة الثلاثاء.", "soldiers"),
        ("انفجرت عبوة أمام مسجد في عدن الثلاثاء وقتل رجل.", "cleric"),
        ("سقطت قذائف قرب مدرسة في تعز الثلاثاء وقتل رجل.", "teachers"),
        ("هجوم لطالبان على حاجز في هلمند الثلاثاء يقتل ستة.", "students"),
        ("بلغ قتلى تفجير سوق بغداد الثلاثاء 28 والحصيلة مرشحة للارتفاع.", "politician"),
        ("Israel hit a base of Iran's Revolutionary Guards in Homs on Tuesday.", "security guards"),
        ("Drones hit the military academy in Homs on Tuesday, killing ten.", "training centre"),
        ("A missile hit a merchant ship off Mokha on Tuesday.", "traders"),
        ("A bomber drove a car packed with explosives into a hotel in Bosaso Tuesday.", "car"),
        ("Gunmen on motorbikes attacked a village near Djibo Tuesday, killing six.", "motorcycle"),
    ],
)  # fmt: skip
def test_words_that_mean_another_thing_are_no_targets(body: str, wrong: str) -> None:
    assert wrong not in {r.name for event in events_of(body) for r in event.recipients}


@pytest.mark.parametrize(
    "body",
    [
        "A bomb hit a market in Marka Tuesday. Al-Shabaab, which fights the government, did it.",
        "قتل تسعة بتفجير في سوق بمدينة مركا الثلاثاء تبنته حركة الشباب التي تقاتل الحكومة.",
    ],
)
def test_whom_a_group_has_fought_for_years_was_not_hit(body: str) -> None:
    assert named(body) == ["market"]


@pytest.mark.parametrize(
    "body",
    [
        "Al-Shabaab bombed a hotel in Mogadishu on Tuesday and killed nine people.",
        "قتل تسعة في تفجير تبنته حركة الشباب في فندق بالعاصمة مقديشو الثلاثاء.",
    ],
)
def test_a_capital_where_it_happened_does_not_stand_for_its_country(body: str) -> None:
    assert named(body) == ["hotel"]


@pytest.mark.parametrize(
    "body",
    [
        "Shells fell on a market in El Fasher on Tuesday and killed nine, a doctors' group said.",
        "A drone hit a market in El Obeid on Tuesday, killing nine, a medics' network reported.",
    ],
)
def test_a_group_of_doctors_that_tells_of_it_was_not_hit(body: str) -> None:
    assert named(body) == ["market"]


def test_what_a_field_or_plant_is_its_name_tells() -> None:
    assert named("Israel bombed the Natanz nuclear facility in Iran on Tuesday.") == [
        "nuclear site"
    ]
