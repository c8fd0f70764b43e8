"""Which attack a toll belongs to, where no clause of an attack holds it."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Toll


def test_a_toll_far_below_the_only_attack_is_still_its_own() -> None:
    event = event_of(
        "قصفت مسيرة مدرسة عسكرية في حمص ظهر الثلاثاء.\n"
        "وهرع الأهالي إلى المكان.\n"
        "وأغلقت المحال أبوابها.\n"
        "وانتشرت الحواجز على الطرق.\n"
        "وطلبت المستشفيات متبرعين بالدم.\n"
        "وتوافد ذوو الطلاب على بوابة المشفى.\n"
        "وقال طبيب إن سبعة أشخاص قتلوا وأصيب عشرون."
    )
    assert (event.deaths, event.injured) == (Toll(7, 7, 7), Toll(20, 20, 20))


def test_the_headlines_toll_is_that_of_the_leading_attack() -> None:
    event = event_of(
        "لا تزال المعارك مستمرة في المدينة.\n"
        "وطالبت الأمم المتحدة بوقف النار.\n"
        "وقصفت مدفعية الجيش سوقا في تعز الثلاثاء.",
        "مقتل 12 مدنيا في تعز",
    )
    assert event.deaths == Toll(12, 12, 12)


def test_a_toll_that_is_dated_otherwise_is_not_the_attacks() -> None:
    event = event_of(
        "A suicide bomber struck a market in Baghdad on Tuesday.\n"
        "The last one came in January 2018, when 27 people died."
    )
    assert event.deaths is None


def test_an_updated_toll_below_a_recalled_attack_is_that_of_the_new_one() -> None:
    first, *_ = events_of(
        "فجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n"
        "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات.\n"
        "وارتفع عدد القتلى إلى 14، وفق مصدر طبي."
    )
    assert first.deaths is not None
    assert first.deaths.best == 14


def test_of_two_places_in_a_clause_the_one_after_the_toll_is_where_they_died() -> None:
    events = events_of(
        "شن الطيران غارات على مواقع في القائم وجرف الصخر الثلاثاء، ما أدى إلى مقتل جندي في القائم."
    )
    dead = {
        event.location.name: event.deaths for event in events if event.location and event.deaths
    }
    assert list(dead.values()) == [Toll(1, 1, 1)]
    assert all("Qaim" in name for name in dead)


def test_a_recalled_attack_takes_no_toll_that_is_told_before_it() -> None:
    first, *_ = events_of(
        "سقط صاروخ على الرياض مساء الثلاثاء.\n"
        "وأعلنت القناة الرسمية اعتراضه.\n"
        "ولم ترد أنباء عن وقوع إصابات.\n"
        "وكان صاروخ قد استهدف الرياض في ديسمبر الماضي."
    )
    assert (first.deaths, first.injured) == (Toll(0, 0, 0), Toll(0, 0, 0))


def test_nobody_of_one_nation_hurt_does_not_outweigh_those_who_were() -> None:
    event = event_of(
        "A drone hit an oilfield base near Deir ez-Zor on Tuesday.\n"
        "No Americans were hurt, an official said.\n"
        + "The base has been used by local fighters and their allies for years. " * 10
        + "\nEighteen guards were wounded, a monitor said."
    )
    assert event.injured is not None
    assert event.injured.best == 18


def test_a_part_told_for_a_place_is_the_toll_of_the_attack_there() -> None:
    event = event_of("قتل 29 مدنيا في غارات جوية الثلاثاء، من بينهم 17 شخصا في دوما.")
    assert event.deaths is not None
    assert event.deaths.best == 17


def test_one_of_the_dead_may_be_named_by_his_place() -> None:
    event = event_of(
        "قتل 20 مسلحا في معارك في فضحة الثلاثاء، بينهم قائد الميليشيات في فضحة، وفق الجيش."
    )
    assert event.deaths is not None
    assert event.deaths.best == 20


def test_a_place_behind_a_comma_is_not_where_the_part_died() -> None:
    event = event_of(
        "A bomb killed four people, one of them a policeman, in Baquba on Tuesday, police said."
    )
    assert event.deaths == Toll(4, 4, 4)


def test_a_toll_right_before_a_place_is_that_of_the_attack_there() -> None:
    events = events_of(
        "استهدفت مسيرة دراجة نارية في الناقورة الثلاثاء، وهرع المسعفون إلى المكان.\n"
        "وأغارت طائرات على منزل خال في ميس الجبل ودمرته.",
        "شهيد في الناقورة وغارة على ميس الجبل",
    )
    dead = {e.location.name: e.deaths.best for e in events if e.location and e.deaths}
    assert dead == {"Naqoura": 1}


def test_the_dead_of_several_attacks_are_not_those_of_one() -> None:
    first, second, *_ = events_of(
        "قتل 17 شخصا في هجمات متفرقة في العراق الثلاثاء، وفق الشرطة.\n"
        "وانفجرت سيارة مفخخة في سوق في بعقوبة، ما أدى إلى مقتل 13 شخصا.\n"
        "وفي تلعفر انفجرت عبوة ناسفة فقتل أربعة مدنيين."
    )
    assert [first.deaths, second.deaths] == [Toll(13, 13, 13), Toll(4, 4, 4)]


def test_a_part_told_for_the_first_of_two_attacks_is_its_toll() -> None:
    first, *_ = events_of(
        "قتل أربعة عشر شخصا في تفجيرين ضربا مدينة جلال آباد الثلاثاء، سقط تسعة منهم في التفجير "
        "الأول قرب محطة للحافلات."
    )
    assert first.deaths is not None
    assert first.deaths.best == 9


def test_a_former_toll_beside_a_recalled_attack_is_that_of_the_new_one() -> None:
    first, *_ = events_of(
        "قصفت مسيرة حقل كورمور للغاز الثلاثاء وقتل أربعة عمال.\n"
        "وكان قائممقام جمجمال قد تحدث عن ثلاثة جرحى، وقال إن الموقع قصف قبل شهرين بالصواريخ."
    )
    assert first.injured == Toll(3, 3, 3)


@pytest.mark.parametrize(
    "body",
    [
        (
            "قصفت طائرات التحالف مواقع لميليشيات في محيط الميادين فجر الثلاثاء، وذلك ردا على "
            "صواريخ استهدفت مساء أمس قاعدته في حقل كونيكو.\n"
            "وقال المرصد إن خمسة مسلحين قتلوا.\n"
            "وكانت القاعدة قد تعرضت لخمسة صواريخ لم توقع إصابات."
        ),
        (
            "Coalition jets bombed militia sites outside Mayadin in Syria on Tuesday morning, in "
            "response to rocket fire on its outpost at the Conoco gas field the night before.\n"
            "A monitor put the number of militiamen killed at five.\n"
            "The rockets caused no injuries at the outpost."
        ),
    ],
)
def test_a_toll_behind_a_reply_is_not_that_of_the_attack_it_answers(body: str) -> None:
    dead = {e.location.name: e.deaths for e in events_of(body) if e.location}
    assert dead == {"Al-Mayadin": Toll(5, 5, 5), "Conoco gas field": Toll(0, 0, 0)}


def test_a_headlines_figure_is_that_of_the_attack_which_the_text_gives_it() -> None:
    events = events_of(
        "قصف الطيران الحربي مطار نيالا الثلاثاء وقتلت أربع نساء.\n"
        "وقتل ثمانية مدنيين في قصف مدفعي على سوق في الفاشر مساء الاثنين.",
        "مقتل ثمانية مدنيين وقصف جوي على مطار نيالا",
    )
    dead = {e.location.name: e.deaths.best for e in events if e.location and e.deaths}
    assert sorted(dead.values()) == [4, 8]


def test_an_attack_that_hurt_nobody_takes_no_toll_told_elsewhere() -> None:
    first, *_ = events_of(
        "سقط صاروخ قرب مطار أربيل مساء الثلاثاء دون وقوع إصابات.\nوكان شخصان قد أصيبا بجروح."
    )
    assert first.injured == Toll(0, 0, 0)


def test_the_dead_of_the_first_of_two_bombs_are_not_those_of_both() -> None:
    event = event_of(
        "أوقع تفجيران في كنيستين الثلاثاء 47 قتيلا و126 مصابا في مصر.\n"
        "ووقع الأول داخل كنيسة في طنطا أثناء الصلاة فقتل 27 شخصا."
    )
    assert event.deaths is not None
    assert event.deaths.best == 27


def test_a_toll_behind_an_older_date_in_the_clause_is_not_the_attacks() -> None:
    event = event_of(
        "لم تنس مأرب المجزرة التي سقط فيها الشهر الماضي عشرون قتيلا حتى سقط صاروخ "
        "مساء الاثنين على حي سكني في المدينة.\n"
        "وقالت السلطات إن اثنين قتلا وأصيب أربعة."
    )
    assert event.deaths == Toll(2, 2, 2)


def test_a_toll_that_a_sentence_tells_of_another_town_is_not_added_to_an_attacks_own() -> None:
    event = event_of(
        "In Tanta, where hundreds had gathered, the latest figures point to 28 dead.\n"
        "A man set off an explosive vest at a church in Alexandria on Tuesday and killed 17."
    )
    assert event.deaths == Toll(17, 17, 17)


def test_a_figure_may_be_that_of_the_town_named_behind_it() -> None:
    events = events_of(
        "Suicide bombers struck a market in Kirkuk and a mosque in Mosul on Tuesday.\n"
        "Officials put the dead at 20 or more in the northern town of Mosul and at 12 in Kirkuk."
    )
    dead = {e.location.name: e.deaths.best for e in events if e.location and e.deaths}
    assert sorted(dead.values()) == [12, 20]


def test_a_toll_below_the_news_is_not_that_of_an_attack_told_after_it() -> None:
    first, *_ = events_of(
        "هاجم مسلحون سجنا في الحسكة مساء الخميس بعد تفجير شاحنة عند بوابته.\n"
        "ودارت اشتباكات في محيطه.\n"
        "وقال ممرض إن المستشفى استقبل خمس جثث لعناصر الحراسة.\n"
        "وشنت طائرات التحالف غارة على مبنى في دير الزور فجر الجمعة."
    )
    assert first.deaths == Toll(5, 5, 5)


def test_a_figure_that_all_attacks_add_up_to_is_no_single_attacks() -> None:
    events = events_of(
        "انفجرت عبوة ناسفة في سوق بمدينة الناصرية الثلاثاء، ما أدى إلى مقتل شاب.\n"
        "وفي ديالى هاجم مسلحون نقطة للشرطة في أطراف خانقين الثلاثاء وقتلوا اثنين من عناصرها.",
        "ثلاثة قتلى بتفجير في الناصرية وهجوم آخر في ديالى",
    )
    assert [event.deaths.best for event in events if event.deaths] == [1, 2]


def test_who_the_dead_were_is_no_toll_of_the_place_that_was_struck() -> None:
    first, *_ = events_of(
        "أغارت طائرات على بلدة صيدا في ريف درعا الثلاثاء.\n"
        "وأحصى المرصد مقتل ستة مدنيين بينهم امرأة وأربعة أطفال جراء القصف على بلدة صيدا."
    )
    assert first.deaths is not None
    assert first.deaths.best == 6


def test_a_toll_that_rose_is_that_of_the_place_which_its_sentence_names() -> None:
    found = events_of(
        "قتل ستة أشخاص الثلاثاء في قصف إسرائيلي استهدف خيمة في منطقة المواصي غرب خان يونس.\n"
        "وفي حادثة منفصلة قتلت امرأة حين أصابت مسيرة منزلا في مخيم النصيرات.\n"
        "ولاحقا أعلن مستشفى ناصر ارتفاع عدد قتلى المواصي إلى ثمانية."
    )
    assert [event.deaths.best for event in found if event.deaths] == [8, 1]


def test_a_toll_that_names_no_place_told_stays_with_the_attack_told_last() -> None:
    found = events_of(
        "قتل ستة أشخاص الثلاثاء في قصف إسرائيلي استهدف خيمة في منطقة المواصي غرب خان يونس.\n"
        "وفي حادثة منفصلة أصابت مسيرة منزلا في مخيم النصيرات. وقتلت امرأة وطفلها."
    )
    assert [event.deaths.best for event in found if event.deaths] == [6, 2]
