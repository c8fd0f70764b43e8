"""The day of an attack that its own clause does not name. Published on Tuesday, 7 May 2024."""

from datetime import UTC, date, datetime

import pytest

from tests.unit.extraction.reading_of import TUESDAY, event_of, events_of
from workers.model import Role

# (text, the first event's day or days).
TOLD = [
    # A day beside the clause, in the sentence before or behind.
    (
        "عاد الرعب أمس إلى بلدة جلولاء. فقد انفجرت عبوة ناسفة في سوق جلولاء وقتلت خمسة.",
        "2024-05-06",
    ),
    ("انفجرت عبوة ناسفة قرب سوق جلولاء وقتلت خمسة. وتزدحم الطرق مساء الاثنين.", "2024-05-06"),
    # The day of who told of it or condemned it is no day of the attack.
    ("ذكرت الشرطة اليوم الثلاثاء أن مفخخة انفجرت في كركوك أمس وقتلت جنديين.", "2024-05-06"),
    ("دانت الخارجية اليوم الثلاثاء قصف حقل كورمور بطائرة مسيرة أمس الاثنين.", "2024-05-06"),
    ("A bomb killed four soldiers in Baquba on Monday, the army said on Tuesday.", "2024-05-06"),
    ("The army on Tuesday said a bomb killed four soldiers in Baquba on Monday.", "2024-05-06"),
    # Of two days in a clause, the nearest to the attack.
    ("Gunmen who stormed a hotel on Monday killed nine and held it on Tuesday.", "2024-05-06"),
    # A day after the attack.
    ("عاد الهدوء اليوم الثلاثاء إلى الزاوية بعد يوم من معارك أوقعت أربعة قتلى.", "2024-05-06"),
    ("ساد الحزن كركوك اليوم غداة مقتل تسعة مدنيين في تفجير سيارة مفخخة.", "2024-05-06"),
    ("Troops patrolled Baghdad on Tuesday, a day after a car bomb killed six.", "2024-05-06"),
    ("Tyre on Tuesday buried a man killed by an Israeli drone the previous day.", "2024-05-06"),
    (
        "Kabul wept on Tuesday after a bomber drove into a street the day before, killing nine.",
        "2024-05-06",
    ),
    (
        "Kabul buried its dead on Tuesday, a day after a bomber blew himself up among voters.",
        "2024-05-06",
    ),
    # The attack that happened on a day, and what was done for it on another.
    ("دفنت عدن اليوم الثلاثاء ضحايا الهجوم الذي تعرض له مطارها أمس وقتل فيه تسعة.", "2024-05-06"),
    ("زار الوزير اليوم الثلاثاء جرحى التفجير الذي ضرب كركوك أمس وقتل ستة.", "2024-05-06"),
    # What was hit, in a sentence behind that has no word of attack.
    (
        "A bomb killed five soldiers, the army said. The convoy was hit on Monday near Douentza.",
        "2024-05-06",
    ),
    (
        "A bomb killed five soldiers, police said. Their car struck the device on Monday in Mali.",
        "2024-05-06",
    ),
    (
        "قتل خمسة جنود بانفجار عبوة في تدمر، بحسب الجيش. وكانت الحافلة قد أصيبت الاثنين وهي عائدة.",
        "2024-05-06",
    ),
    # A dateline is the day of the report.
    (
        "KIRKUK (Tuesday, midday) - A bomb killed six. The attack happened late on Monday.",
        "2024-05-06",
    ),
    ("BAGHDAD, May 7 (Meridian) - A car bomb killed six people late on Monday.", "2024-05-06"),
    # How long a fight has gone on dates no attack.
    ("قصفت مدفعية الجيش أحياء درعا الاثنين، وتكثف قصفها منذ أسبوع.", "2024-05-06"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_the_article_tells_the_day_of_an_attack(text: str, day: str) -> None:
    date = events_of(text)[0].date
    assert date is not None
    assert f"{date.start}" == f"{date.end}" == day


@pytest.mark.parametrize(
    "text",
    [
        # On what day it was said or claimed, and in what hours a siege ended.
        "قتل ستة مقاتلين بمسيرة استهدفت قاعدة في دير الزور، وفق ما قالت قواتهم الثلاثاء.",
        "تبنى تنظيم الدولة الإسلامية اليوم الثلاثاء الهجوم الذي أوقع ثلاثة قتلى في كركوك.",
        "Iraq broke its silence on Tuesday, saying that a jet had hit a truck in Zummar.",
        "Troops ended before dawn on Tuesday a siege of a Kunduz hotel where gunmen killed eight.",
        # A sentence that opens with its day goes on to what happened then.
        "انفجرت عبوة ناسفة في كركوك وقتلت جنديين. والاثنين، زار الوزير البصرة.",
        # An older day of what is told anew is no day of the lead.
        "قتل خمسة في قصف على دوما. وخلت الأسواق بعدما دمرت غارة الأحد مخازنها.",
        # What was recalled dates no new attack, nor does an hour.
        "وكان الوزير قد زار كركوك أمس. وانفجرت عبوة ناسفة في الحويجة وقتلت جنديين.",
        "هدأت المدينة أمس. وانفجرت عبوة في كركوك بعد منتصف الليل وقتلت جنديين.",
        # How long a fight has gone on dates no attack.
        "قتل قيادي في اشتباكات داخل درنة التي تشهد معارك منذ أسابيع.",
    ],
)
def test_an_undated_attack_is_of_the_day_of_publication_or_the_one_before(text: str) -> None:
    date = events_of(text)[0].date
    assert date is not None
    assert (str(date.start), str(date.end)) == ("2024-05-06", "2024-05-07")


def test_the_nearest_of_two_days_around_an_attack_is_taken() -> None:
    text = (
        "هدأت المدينة أمس الاثنين. وخلت الشوارع ظهر الثلاثاء. "
        "وانفجرت عبوة ناسفة في كركوك وقتلت جنديين."
    )
    date = event_of(text).date
    assert date is not None
    assert str(date.start) == "2024-05-07"


def test_hours_after_an_attack_told_in_the_small_hours_leave_the_evening_before() -> None:
    text = "ما زال الدخان يغطي كركوك بعد ساعات على تفجير سيارة مفخخة قتل خمسة مدنيين."
    night = datetime(2024, 5, 7, 2, tzinfo=UTC)
    date = event_of(text, at=night).date
    assert date is not None
    assert (str(date.start), str(date.end)) == ("2024-05-06", "2024-05-07")
    date = event_of(text, at=TUESDAY).date
    assert date is not None
    assert str(date.start) == str(date.end) == "2024-05-07"


def test_the_day_of_what_came_hours_after_it_is_not_surely_the_attacks() -> None:
    (event,) = events_of(
        "Security forces ended a siege at a Mogadishu hotel before dawn on Tuesday, hours after a "
        "suicide car bomber rammed its gate. Al-Shabaab said its fighters carried out the attack "
        "on the hotel on Monday evening."
    )
    assert event.date is not None
    assert event.date.start.isoformat() == "2024-05-06"


def test_another_clause_tells_the_day_where_one_tells_only_who_spoke() -> None:
    text = (
        "أعلنت قوات سوريا الديمقراطية اليوم الثلاثاء مقتل ستة جنود بطائرة مسيرة في مدينة الحسكة. "
        "ووقع الهجوم مساء الاثنين."
    )
    date = event_of(text).date
    assert date is not None
    assert str(date.start) == str(date.end) == "2024-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت حصيلة تفجير سوق كركوك إلى أربعين قتيلا.",
        "The death toll of a car bomb in Kirkuk rose to forty.",
    ],
)
def test_a_toll_that_rises_leaves_the_day_before_open(text: str) -> None:
    date = event_of(text).date
    assert date is not None
    assert (str(date.start), str(date.end)) == ("2024-05-06", "2024-05-07")


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات في تعز منذ مساء الأحد وقتل فيها ستة.",
        "Clashes that killed six have raged in Taiz since Sunday evening.",
    ],
)
def test_what_goes_on_since_a_day_just_past_began_on_it(text: str) -> None:
    told = event_of(text).date
    assert told is not None
    assert (told.start.isoformat(), told.end.isoformat()) == ("2024-05-05", "2024-05-07")


@pytest.mark.parametrize(
    "text",
    [
        "ومنذ أشهر تشن طائرات تركية غارات على مواقع في دهوك.",
        "تشن قوات النظام منذ سنوات هجمات على درعا.",
    ],
)
def test_what_has_gone_on_for_months_is_no_attack(text: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(text))


def day_of(text: str) -> tuple[str, str]:
    told = event_of(text).date
    assert told is not None
    return told.start.isoformat(), told.end.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "قتل ستة في انفجار قنبلة ببلدة الخالص.\nوقال ضابط إن الانفجار وقع مساء السبت الماضي.",
        "A bomb killed six in the Iraqi town of Khalis.\nThe blast happened on Saturday evening.",
    ],
)
def test_a_later_clause_tells_when_the_blast_happened(text: str) -> None:
    assert day_of(text) == ("2024-05-04", "2024-05-04")


def test_a_burial_goes_back_to_the_day_of_the_killing() -> None:
    text = (
        "شيع المئات في نابلس جنازة شاب قتله جنود إسرائيليون.\n"
        "وقتل أحمد سالم برصاص الجنود، السبت، قرب حاجز في نابلس.\n"
        "وفي موكب الجنازة، الاثنين، حمل المشيعون صورته."
    )
    assert day_of(text) == ("2024-05-04", "2024-05-04")


@pytest.mark.parametrize(
    "text",
    [
        "مددت الحكومة الهدنة التي تنتهي الثلاثاء بعد أن فجر انتحاري نفسه الاثنين في جلال آباد.",
        "The truce that ends on Tuesday held after a suicide bomber struck Jalalabad on Monday.",
    ],
)
def test_the_day_on_which_a_truce_ends_is_not_the_attacks(text: str) -> None:
    assert day_of(text) == ("2024-05-06", "2024-05-06")


def test_the_day_of_an_older_report_is_not_the_attacks() -> None:
    text = (
        "شنت طائرات التحالف غارات على مطار الحديدة.\n"
        "وكانت تقارير تحدثت الاثنين عن انسحاب المسلحين، غير أن الغارات الأخيرة تناقض ذلك."
    )
    assert day_of(text)[1] == "2024-05-07"


def test_what_was_done_the_day_before_does_not_date_what_began_this_morning() -> None:
    text = (
        "هاجم الجيش في ساعات الصباح الأولى مواقع الحوثيين في مديرية حرض بمحافظة حجة.\n"
        "وكان الجيش قد انتزع، الاثنين، جبلا من المسلحين بعد هجوم في محافظة حجة."
    )
    assert day_of(text)[1] == "2024-05-07"


def test_the_day_of_the_words_is_not_the_attacks_where_its_own_stands_before_them() -> None:
    event = event_of(
        "Shelling of a house in Omdurman killed nine civilians overnight, the local committee "
        "said on Tuesday, blaming army artillery firing from the north."
    )
    assert event.date is not None
    assert event.date.start == date(2024, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six in Kirkuk on Monday. Hours after the attack, jets bombed Hawija.",
        (
            "Gunmen killed 20 villagers near Djibo on Monday. The attack came hours after a bomb "
            "killed a soldier in Dori."
        ),
        "قصفت طائرات نيالا الاثنين. وجاءت الغارات بعد ساعات من مقتل ستة بقصف مدفعي على الأبيض.",
    ],
)
def test_hours_before_or_after_an_attack_told_is_its_day(text: str) -> None:
    date = events_of(text)[1].date
    assert date is not None
    assert str(date.start) == "2024-05-06"


@pytest.mark.parametrize(
    "body",
    [
        "أعلن تنظيم داعش الاثنين مسؤوليته عن هجوم قتل فيه ثلاثة جنود قرب مدينة تدمر.",
        "أعلن تنظيم داعش مساء الاثنين وقوفه وراء تفجير قتل فيه ثلاثة جنود في مدينة تدمر.",
        "Islamic State claimed responsibility on Monday for an attack that killed two in Palmyra.",
    ],
)
def test_the_day_of_a_claim_is_the_last_on_which_it_can_have_been(body: str) -> None:
    day = event_of(body).date
    assert day is not None
    assert (f"{day.start}", f"{day.end}") == ("2024-05-05", "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        (
            "The number of people killed when gunmen stormed a hotel in Mogadishu rose to 16 on "
            "Tuesday. The raid on the hotel began on Sunday afternoon."
        ),
        (
            "Two guards died of their wounds on Tuesday, police said. Gunmen had stormed a hotel "
            "in Mogadishu on Sunday and killed nine."
        ),
        (
            "ارتفع عدد قتلى الهجوم على فندق في مقديشو إلى 16 قتيلا اليوم الثلاثاء. "
            "وكان الهجوم على الفندق قد بدأ عصر الأحد."
        ),
    ],
)
def test_the_day_on_which_a_toll_rose_is_not_the_attacks(text: str) -> None:
    told = event_of(text).date
    assert told is not None
    assert told.start == date(2024, 5, 5)


def test_who_fell_in_the_lead_falls_on_the_day_that_is_told_with_his_name() -> None:
    assert (
        day_of(
            "قتل خالد محسود، القيادي في حركة طالبان، في غارة بطائرة مسيرة.\n"
            "وكان محسود نائبا لقائد الحركة.\n"
            "وقتل محسود في غارة بطائرة مسيرة السبت في منطقة شمال وزيرستان."
        )[1]
        == "2024-05-04"
    )


def test_another_man_falls_on_his_own_day() -> None:
    assert (
        day_of(
            "قتل خالد محسود، القيادي في حركة طالبان، في غارة بطائرة مسيرة.\n"
            "وكان محسود نائبا لقائد الحركة.\n"
            "وقتل مدنيون في غارة بطائرة مسيرة السبت في منطقة شمال وزيرستان."
        )[1]
        == "2024-05-07"
    )


def test_the_day_on_which_somebody_spoke_of_an_attack_is_not_its_own() -> None:
    assert (
        day_of(
            "قتل خمسة صحافيين في إطلاق نار داخل صحيفة في أنابوليس.\n"
            "وتحدث الرئيس الاثنين عن إطلاق النار المروع.\n"
            "وكان المسلح قد اقتحم قاعة التحرير بعد ظهر الأحد."
        )[1]
        == "2024-05-07"
    )


def test_the_day_since_which_it_is_the_first_attack_is_not_its_own() -> None:
    events = events_of(
        "انفجرت عبوتان ناسفتان الاثنين قرب مقر حزب في وسط بغداد.\n"
        "وقال ضابط إن التفجيرين أسفرا عن سقوط ثلاثة جرحى في أول تفجير يستهدف مقر حزب منذ انطلاق "
        "الحملة الانتخابية في منتصف نيسان الماضي."
    )
    assert [event.injured.best for event in events if event.injured is not None] == [3]
    assert len(events) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "A nurse critically hurt when a car rammed a bus stop in Haifa died on Monday night at "
            "Rambam hospital, becoming the third fatality of Saturday's attack."
        ),
        (
            "توفي أحد جرحى تفجير سوق كركوك مساء الاثنين في المستشفى لترتفع الحصيلة إلى أربعة "
            "قتلى. وكان التفجير وقع السبت."
        ),
    ],
)
def test_the_day_of_one_more_death_is_not_the_attacks(text: str) -> None:
    assert day_of(text) == ("2024-05-04", "2024-05-04")


def test_who_dies_at_once_dies_on_the_day_of_the_attack() -> None:
    text = "A boy was shot and wounded in Basra on Saturday and died on the way to hospital."
    assert day_of(text) == ("2024-05-04", "2024-05-04")
