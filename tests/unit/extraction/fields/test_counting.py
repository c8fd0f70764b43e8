"""Tolls: whose dead count, which figure leads, and which attack it belongs to."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Toll


def deaths_of(body: str) -> Toll | None:
    return event_of(body).deaths


def test_part_of_the_dead_is_not_the_toll() -> None:
    assert deaths_of("قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء، بينهم طفلان.") == Toll(
        5, 5, 5
    )


def test_part_of_the_dead_in_the_next_sentence_is_not_the_toll() -> None:
    assert deaths_of(
        "قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء.\nوقال طبيب إن بين القتلى طفلين."
    ) == Toll(5, 5, 5)


@pytest.mark.parametrize(
    "body",
    [
        (
            "قتل شرطيان بانفجار عبوة ناسفة في طوزخورماتو الثلاثاء.\n"
            "وارتفعت الحصيلة إلى أربعة قتلى، وفق مصدر طبي."
        ),
        (
            "A bomb killed two policemen in Tuz Khurmatu on Tuesday.\n"
            "The death toll rose to four, a doctor said."
        ),
    ],
)
def test_a_running_total_leads_and_the_first_figure_stays_the_low_bound(body: str) -> None:
    assert deaths_of(body) == Toll(2, 4, 4)


def test_the_highest_of_two_running_totals_leads() -> None:
    toll = deaths_of(
        "قتل شرطيان بانفجار عبوة ناسفة في طوزخورماتو الثلاثاء.\n"
        "وارتفعت الحصيلة إلى أربعة قتلى، وفق مصدر طبي.\n"
        "ثم ارتفع عدد القتلى إلى ستة، بحسب الشرطة."
    )
    assert toll is not None
    assert toll.best == 6


@pytest.mark.parametrize(
    "body",
    [
        "هاجم مسلحون نقطة تفتيش قرب سامراء الثلاثاء وقتلوا ثلاثة جنود، فيما قتل خمسة من المهاجمين.",
        (
            "Gunmen stormed a checkpoint near Baiji on Tuesday and killed three soldiers. "
            "Four of the attackers were also killed, the army said."
        ),
    ],
)
def test_the_attackers_own_dead_do_not_count(body: str) -> None:
    assert deaths_of(body) == Toll(3, 3, 3)


def test_the_dead_of_a_group_count_where_armed_sides_fight() -> None:
    assert deaths_of(
        "هاجم الجيش النيجيري معسكرا لبوكو حرام قرب باما الثلاثاء، وقتل عشرة من المسلحين."
    ) == Toll(10, 10, 10)


@pytest.mark.parametrize(
    "body",
    [
        "سقطت قذيفتا هاون على حي سكني في تعز الثلاثاء دون وقوع إصابات.",
        "Two rockets landed near the airport in Erbil on Tuesday without causing casualties.",
    ],
)
def test_no_casualties_is_zero_and_not_unknown(body: str) -> None:
    event = event_of(body)
    assert event.injured == Toll(0, 0, 0)


def test_a_toll_that_is_not_told_is_unknown() -> None:
    event = event_of("قصفت طائرات التحالف صنعاء الثلاثاء.")
    assert (event.deaths, event.injured) == (None, None)


def test_injured_and_dead_are_counted_apart() -> None:
    event = event_of(
        "هاجم مسلحون نقطة تفتيش في مدينة كركوك الثلاثاء، ما أدى إلى مقتل أربعة جنود وإصابة ستة."
    )
    assert (event.deaths, event.injured) == (Toll(4, 4, 4), Toll(6, 6, 6))


def test_each_attack_gets_the_dead_of_its_own_clause() -> None:
    events = events_of(
        "قتل خمسة أشخاص بانفجار سيارة مفخخة في تلعفر الثلاثاء.\n"
        "وقتل جنديان في هجوم مسلح على حاجز في درنة الليبية الاثنين."
    )
    assert [event.deaths.best if event.deaths else None for event in events] == [5, 2]


def test_the_dead_of_a_recalled_attack_are_not_counted_with_the_new_ones() -> None:
    first, *_ = events_of(
        "فجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n"
        "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات."
    )
    assert first.deaths == Toll(10, 10, 10)


def test_the_dead_of_a_whole_war_are_no_toll_of_an_attack() -> None:
    (first, *_) = events_of(
        "قصفت طائرات التحالف صنعاء الثلاثاء وقتل شخصان.\nوقتل آلاف المدنيين منذ بدء الحرب في اليمن."
    )
    assert first.deaths == Toll(2, 2, 2)


def test_a_fuller_count_under_a_headline_leads() -> None:
    event = event_of(
        "قتل 35 شخصا بسقوط قذيفة على سوق في جرمانا الثلاثاء، وفق حصيلة لوسائل إعلام رسمية.",
        "29 قتيلا بقذيفة على سوق في جرمانا",
    )
    assert event.deaths == Toll(29, 35, 35)


def test_a_count_far_above_the_first_one_is_another_attacks() -> None:
    first, second = events_of(
        "قتل مدنيان بغارة على سيارة في خان يونس صباح الثلاثاء، ونقلت الجثتان إلى مستشفى ناصر في "
        "المدينة حيث تجمع الأهالي للوداع.\n"
        "وبعد الظهر قتل تسعة في غارة على خيام في المدينة نفسها."
    )
    assert (first.deaths, second.deaths) == (Toll(2, 2, 2), Toll(9, 9, 9))


def test_a_claimants_figure_is_a_rival_of_the_official_one() -> None:
    toll = deaths_of(
        "هاجم مسلحون من حركة الشباب حافلة قرب مانديرا الثلاثاء وقتلوا ستة ركاب، وفق الشرطة.\n"
        "وتبنت الحركة الهجوم زاعمة أنها قتلت ثمانية جنود."
    )
    assert toll == Toll(6, 6, 8)


def test_a_rounded_toll_gives_way_to_the_counted_one() -> None:
    toll = deaths_of(
        "ارتفعت حصيلة قتلى التفجير الانتحاري في السويداء الثلاثاء إلى نحو 250 شخصا.\n"
        "وقال طبيب: ارتفعت حصيلة التفجير إلى 246 قتيلا."
    )
    assert toll is not None
    assert toll.best == 246


def test_a_toll_told_again_without_its_attacker_stays_without_him() -> None:
    toll = deaths_of(
        "هاجم رجل المارة بسكين في باريس الثلاثاء، ما أدى إلى مقتل شخصين أحدهما المهاجم.\n"
        "وأكدت الشرطة سقوط قتيلين في الهجوم."
    )
    assert toll == Toll(1, 1, 1)


def test_dead_of_a_period_in_the_same_sentence_are_not_the_attacks() -> None:
    assert deaths_of(
        "قتل جنديان بانفجار عبوة ناسفة قرب بيجي الثلاثاء، ليرتفع عدد القتلى منذ الجمعة إلى 20."
    ) == Toll(2, 2, 2)


def test_none_hurt_leads_over_the_dead_of_another_time_told_far_below() -> None:
    event = event_of(
        "سقط صاروخ قرب مطار أربيل مساء الثلاثاء دون وقوع إصابات.\n"
        + "وأغلقت السلطات الطرق المؤدية إلى المكان وفتحت تحقيقا في الحادث. " * 10
        + "\nوأظهرت صور سقوط ثلاثة قتلى في الصاروخ الأول."
    )
    assert event.injured == Toll(0, 0, 0)


@pytest.mark.parametrize(
    "body",
    [
        (
            "هاجم مسلحون دورية للجيش قرب ميناكا في مالي الثلاثاء، ما أسفر عن مقتل ثلاثة جنود.\n"
            "وأعلن الجيش مقتل 11 إرهابيا في المواجهات."
        ),
        (
            "Militants ambushed an army patrol near Menaka, Mali, on Tuesday, killing 3 soldiers.\n"
            "Eleven terrorists were killed in the clash, the army said."
        ),
    ],
)
def test_dead_militants_do_not_count_where_they_killed_soldiers(body: str) -> None:
    assert deaths_of(body) == Toll(3, 3, 3)


def test_dead_militants_are_the_toll_of_a_strike_on_them() -> None:
    toll = deaths_of("شنت طائرات أميركية غارة على معسكر قرب سبها الثلاثاء وقتلت ثمانية إرهابيين.")
    assert toll == Toll(8, 8, 8)


@pytest.mark.parametrize(
    "body",
    [
        (
            "قتل 16 طفلا في غارة على مدرسة في كفر بطيخ الثلاثاء.\n"
            "وقتل في القصف أيضا أربعة مدنيين، وفق المرصد."
        ),
        (
            "An air strike on a school in Kafr Batikh killed 16 children on Tuesday.\n"
            "It also killed four teachers, a monitor said."
        ),
    ],
)
def test_those_killed_too_are_added(body: str) -> None:
    toll = deaths_of(body)
    assert toll is not None
    assert toll.best == 20


def test_one_who_was_killed_too_is_among_those_counted() -> None:
    toll = deaths_of(
        "قصفت طائرات قاعة عزاء في صنعاء الثلاثاء وقتل 105 أشخاص.\nكما قتل قائد الأمن المركزي."
    )
    assert toll is not None
    assert toll.best == 105


@pytest.mark.parametrize(
    ("body", "killed"),
    [
        (
            (
                "قصفت إسرائيل محيط الكسوة فجر الثلاثاء، وقالت سانا الرسمية إن أربعة جنود قتلوا. "
                "أما المرصد فقال إن القتلى تسعة."
            ),
            4,
        ),
        (
            (
                "Israeli jets bombed a depot near Kisweh, Syria, on Tuesday. State media reported "
                "four soldiers killed. A war monitor put the toll at nine."
            ),
            4,
        ),
        (
            (
                "قصفت إسرائيل محيط الكسوة فجر الثلاثاء، وقال ضابط إن أربعة عسكريين قتلوا. "
                "وذكر طبيب أن القتلى تسعة."
            ),
            9,
        ),
    ],
)
def test_a_state_counts_its_dead_better_than_a_monitor(body: str, killed: int) -> None:
    toll = deaths_of(body)
    assert toll is not None
    assert (toll.best, toll.high) == (killed, 9)


def test_a_figure_that_holds_the_attackers_dead_gives_way_to_the_victims() -> None:
    assert deaths_of(
        "قتل شخصان في إطلاق نار على مطعم في تورونتو الثلاثاء.\n"
        "وقالت الشرطة إن امرأة لقيت حتفها بينما قتل المهاجم."
    ) == Toll(1, 1, 2)


def test_he_who_carried_it_out_is_no_victim() -> None:
    assert deaths_of(
        "قتل مستوطن في هجوم بسكين شنه شاب فلسطيني قتل بالرصاص قرب رام الله الثلاثاء."
    ) == Toll(1, 1, 1)


def test_deaths_that_and_joins_are_added_up() -> None:
    toll = deaths_of(
        "قصفت مسيرات مستودعات الوقود في كوستي الثلاثاء، فاستشهد عامل وقتل اثنان من رجال الشرطة."
    )
    assert toll is not None
    assert toll.best == 3


def test_bodies_found_later_are_no_low_count() -> None:
    toll = deaths_of(
        "The death toll of an air strike in Nuseirat on Tuesday rose to 27.\n"
        "Rescuers found seven more bodies overnight."
    )
    assert toll is not None
    assert (toll.low, toll.best) == (27, 27)


@pytest.mark.parametrize(
    ("body", "low"),
    [
        ("ارتفعت حصيلة تفجير بغداد الإثنين إلى 14 قتيلا بعد وفاة اثنين من الجرحى.", 14),
        ("A bombing in Baghdad on Monday killed 10 after an officer died in hospital.", 10),
        ("قتل تسعة في تفجير بغداد الإثنين. وانتشلت ثلاث جثث من تحت الأنقاض ظهرا.", 9),
        ("A bombing in Baghdad on Monday killed 10. Police had first said four people died.", 4),
    ],
)
def test_those_by_whom_a_toll_has_grown_are_no_low_count(body: str, low: int) -> None:
    toll = deaths_of(body)
    assert toll is not None
    assert toll.low == low


def test_nobody_of_one_nation_hurt_says_nothing_where_others_died() -> None:
    event = event_of(
        "A rocket hit a base near Deir ez-Zor on Tuesday and killed two guards.\n"
        "No Americans were hurt, an official said."
    )
    assert (event.deaths, event.injured) == (Toll(2, 2, 2), None)


def test_one_hurt_and_another_told_on_top_are_two() -> None:
    event = event_of("انفجر لغم أرضي في حيس صباح الثلاثاء، فتعرضت راعية إلى جروح وبترت ساق شقيقها.")
    assert event.injured == Toll(2, 2, 2)


@pytest.mark.parametrize(
    ("body", "killed"),
    [
        (
            "قالت الشرطة إن أربعة قتلوا في تفجير سوق كركوك الثلاثاء، بينما تحدث شهود عن سبعة قتلى.",
            4,
        ),
        (
            "قتل أربعة على الأقل بانفجار عبوة في كركوك الثلاثاء. وتحدثت مصادر محلية عن سبعة قتلى.",
            4,
        ),
        (
            "A bomb killed at least four in Kirkuk on Tuesday. Local residents gave seven dead.",
            4,
        ),
        # Of two authorities, and of an older and a newer count, the higher one leads.
        (
            "قال مصدر إن أربعة قتلوا في تفجير سوق كركوك الثلاثاء، فيما أعلن المحافظ مقتل سبعة.",
            7,
        ),
        (
            "A bomb killed four in Kirkuk on Tuesday. But a doctor later put the toll at seven.",
            7,
        ),
    ],
)
def test_a_higher_figure_that_somebody_else_gives_beside_it_does_not_lead(
    body: str, killed: int
) -> None:
    toll = deaths_of(body)
    assert toll is not None
    assert toll.best == killed


@pytest.mark.parametrize(
    "body",
    [
        "Gunmen killed nine soldiers near Baiji on Tuesday, the governor's spokesman said.",
        "Gunmen killed nine soldiers near Baiji on Tuesday, a local official, Ali Hasan, said.",
        "قال الدفاع المدني إن غارتين على دوما الثلاثاء قتلتا تسعة مدنيين وأصابتا عشرين.",
    ],
)
def test_who_tells_of_the_dead_is_none_of_them_and_two_raids_kill(body: str) -> None:
    toll = deaths_of(body)
    assert toll is not None
    assert toll.best == 9


def test_militants_who_died_elsewhere_are_no_victims_of_a_bomb() -> None:
    assert deaths_of(
        "قتل عشرة متطرفين الأسبوع الماضي في مالي، وقتل اثنان من قوة برخان بانفجار عبوة ناسفة "
        "في غاو الثلاثاء."
    ) == Toll(2, 2, 2)


def test_the_same_toll_rounded_is_not_told_on_top() -> None:
    told = deaths_of(
        "قتل 252 شخصا بهجوم انتحاري في السويداء الثلاثاء.\n"
        "كما أودى الهجوم بحياة أكثر من 250 شخصا، وفق ناشطين."
    )
    assert told is not None
    assert told.best == 252


def test_the_toll_of_a_day_and_a_night_does_not_lead_over_an_attacks_own() -> None:
    told = deaths_of(
        "قصفت طائرة خيمة في جباليا الثلاثاء وقتلت أربعة أشخاص.\n"
        "وقالت وزارة الصحة إن 79 شهيدا وصلوا المستشفيات خلال 24 ساعة."
    )
    assert told is not None
    assert told.best == 4


def test_a_headline_that_tells_the_children_alone_does_not_lead() -> None:
    assert deaths_of(
        "القصف يقتل 5 أطفال في عفرين.\n"
        "أسفر قصف مدفعي على مدينة عفرين الثلاثاء عن مقتل 18 مدنيا، بينهم 5 أطفال."
    ) == Toll(18, 18, 18)


@pytest.mark.parametrize(
    "body",
    [
        "اعترض الدفاع الجوي صاروخا فوق الرياض الثلاثاء فيما سقط صاروخ آخر في الصحراء.",
        "سقطت قذيفة على حي في حلب الثلاثاء، وسقط مقذوف آخر قرب المدرسة.",
    ],
)
def test_another_rocket_that_fell_is_nobody(body: str) -> None:
    assert deaths_of(body) is None


def test_another_man_who_fell_is_one() -> None:
    assert deaths_of("قتل جندي وأصيب آخر بانفجار لغم في تعز الثلاثاء.") == Toll(1, 1, 1)


@pytest.mark.parametrize(
    ("body", "killed"),
    [
        (
            "أطلقت أربعة صواريخ على عسقلان الثلاثاء. وقيل إن ثلاثة صواريخ سقطت وإن رابعا اعترض.",
            None,
        ),
        ("خمسة صواريخ سقطت على حي في أربيل الثلاثاء وشخصان جرحا.", None),
        ("حطام سقط على مساكن قرب أربيل في قصف الثلاثاء وأصيب طفلان.", None),
        ("قصف استهدف أربيل الثلاثاء وسقط خمسة قتلى.", 5),
    ],
)
def test_what_was_fired_falls_and_is_no_toll(body: str, killed: int | None) -> None:
    deaths = event_of(body).deaths
    assert (deaths and deaths.best) == killed


def test_who_hides_behind_civilians_by_his_foes_words_did_not_attack() -> None:
    event = event_of(
        "قتل عشرة في قصف على سوق بمدينة الفاشر الثلاثاء.\n"
        'ونفت قوات الدعم السريع مسؤوليتها عن القصف واتهمت الجيش "باستخدام النازحين دروعا".'
    )
    assert event.actors == ()
