"""Scenes: the places of a clause, best first, and the date that is surely the attack's."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import drafts_of, events_of, places_of
from workers.extraction.telling.tellings import Scene


def scene_of_text(body: str) -> Scene:
    """The first scene of the first attack."""
    return drafts_of(body)[0].scenes[0]


def day_of(scene: Scene) -> date | None:
    return scene.date.interval.start if scene.date and scene.date.interval else None


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("قال متحدث يوم الثلاثاء إن طائرات قصفت مخزنا في الحديدة يوم الأحد.", date(2024, 5, 5)),
        ("وقال الوزير الاثنين إن مسلحين هاجموا حاجزا في درنة السبت.", date(2024, 5, 4)),
        (
            "The army said on Tuesday that gunmen attacked a checkpoint in Kirkuk on Sunday.",
            date(2024, 5, 5),
        ),
    ],
)
def test_the_day_of_the_speech_is_not_the_day_of_the_attack(body: str, day: date) -> None:
    scene = scene_of_text(body)
    assert day_of(scene) == day
    assert scene.sure


@pytest.mark.parametrize(
    "body",
    [
        "قال متحدث يوم الاثنين إن طائرات قصفت مخزنا في الحديدة.",
        "The army said on Monday that gunmen had attacked a checkpoint in Kirkuk.",
    ],
)
def test_a_day_of_speech_alone_dates_the_attack_but_not_surely(body: str) -> None:
    scene = scene_of_text(body)
    assert day_of(scene) == date(2024, 5, 6)
    assert not scene.sure
    assert scene.sure_date is None


def test_a_day_beside_the_attack_dates_it_surely() -> None:
    scene = scene_of_text("انفجرت سيارة مفخخة الاثنين في سوق بمدينة تلعفر.")
    assert day_of(scene) == date(2024, 5, 6)
    assert scene.sure


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("أطلق مسلحون صواريخ من بلدة سنجار على مدينة تلعفر الثلاثاء.", "Tal Afar"),
        ("Militants fired rockets from Gaza at the Israeli town of Sderot on Tuesday.", "Sderot"),
        ("أطلقت طائرة مسيرة من صنعاء باتجاه مدينة مأرب الثلاثاء وانفجرت.", "Marib city"),
    ],
)
def test_where_it_was_launched_from_is_not_where_it_hit(body: str, place: str) -> None:
    best = scene_of_text(body).place
    assert best is not None
    assert best.name == place


@pytest.mark.parametrize(
    "body",
    [
        "استهدفت طائرة مسيرة سيارة في بلدة خشام شرق دير الزور اليوم الثلاثاء.",
        "A drone hit a car in Khasham, east of Deir ez-Zor, on Tuesday.",
    ],
)
def test_the_better_known_place_that_locates_a_village_is_not_the_place(body: str) -> None:
    best = scene_of_text(body).place
    assert best is not None
    assert best.name == "Khasham"


def test_a_clause_that_names_no_place_has_none() -> None:
    assert scene_of_text("انفجرت عبوة ناسفة الثلاثاء وقتل شرطيان.").places == []


def test_two_towns_far_apart_joined_by_and_are_two_scenes() -> None:
    drafts = drafts_of("انفجرت عبوتان ناسفتان اليوم الثلاثاء في الموصل وفي الرمادي.")
    assert [draft.place.name if draft.place else "" for draft in drafts] == ["Mosul", "Ramadi"]


def test_two_towns_near_each_other_joined_by_and_are_one_scene() -> None:
    assert len(drafts_of("قصفت مقاتلات الثلاثاء بلدتي بنش وسرمين في سوريا.")) == 1


def test_a_town_and_its_province_joined_by_a_comma_are_one_scene() -> None:
    assert len(drafts_of("Gunmen attacked a post in Baquba, Diyala province, on Tuesday.")) == 1


def test_an_attack_told_by_its_days_after_another_is_recalled() -> None:
    drafts = drafts_of("وجاء الهجوم على الكنيسة بعد عشرة أيام من مقتل جنود في هجوم.")
    assert any(scene.recalled for draft in drafts for scene in draft.scenes)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            "قتل 40 فلسطينيا برصاص الجيش قرب غزة، ليرتفع عدد قتلى المسيرات التي انطلقت في 30 مارس.",
            None,
        ),
        ("قتل 40 فلسطينيا برصاص الجيش منذ بدء المسيرات التي انطلقت في 30 مارس.", date(2024, 3, 30)),
        ("قتل 40 فلسطينيا برصاص الجيش على حدود غزة في 30 مارس.", date(2024, 3, 30)),
    ],
)
def test_the_day_on_which_a_campaign_began_is_not_that_of_its_dead(
    body: str, day: date | None
) -> None:
    assert day_of(scene_of_text(body)) == day


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("أطلق المسلحون صاروخا من داخل الأراضي اليمنية صعدة باتجاه مدينة نجران.", "Najran"),
        ("علقت الشركة شحنات النفط عبر مضيق هرمز بعد هجوم على ناقلة في بحر عمان.", "Oman"),
        ("قتل مسلحون في محافظة البحيرة بتبادل لإطلاق النار لصلتهم بهجوم الإسكندرية.", "Behe"),
        ('صاروخ أطلقه الحوثيون من داخل الأراضي اليمنية "صعدة" باتجاه مدينة نجران.', "Najran"),
        ("قتل طفلان في غارة على الغوطة الشرقية قرب دمشق.", "Ghouta"),
        ("استهدف التحالف منصة صواريخ في محافظة صعدة بمديرية باقم.", "Baqim"),
        ("A drone struck a ship off Yemen in the Gulf of Aden on Monday.", "Gulf of Aden"),
        ("Militants fired rockets from Sinjar toward Tal Afar on Monday.", "Tal Afar"),
    ],
)
def test_what_is_aimed_at_is_struck_not_what_is_passed_or_linked(body: str, place: str) -> None:
    at = scene_of_text(body).at
    assert at is not None
    assert at.place is not None
    assert place in at.place.name


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "قالت الجماعة إنها قصفت سفينة في مدينة الحديدة الثلاثاء نصرة لأهالي غزة.",
            "Hodeidah",
        ),
        (
            "The group said it shelled a port in Hodeidah on Tuesday in solidarity with Gaza.",
            "Hodeidah",
        ),
        (
            "وقع الهجوم الثلاثاء عند الثامنة بتوقيت بغداد على قاعدة عين الأسد بصواريخ.",
            "Ain al-Asad",
        ),
        (
            "قتل خمسة الثلاثاء في هجوم على مدينة السخنة، وفق مدير مشفى تدمر الوطني.",
            "Al-Sukhna",
        ),
    ],
)
def test_causes_clocks_and_hospitals_are_not_where_it_happened(body: str, place: str) -> None:
    best = scene_of_text(body).place
    assert best is not None
    assert place in best.name


@pytest.mark.parametrize(
    "body",
    [
        "ويأتي بعد يومين على انفجار هز معسكرا في محافظة بابل وقتل شخصا.",
        "ويأتي الهجوم بعد أربعة أيام على مقتل ثلاثة جنود بانفجار عبوة في الطارمية.",
        "It comes three days after a blast killed one in Babil.",
    ],
)
def test_what_the_news_comes_days_after_is_recalled_and_dated(body: str) -> None:
    drafts = drafts_of(f"انفجرت عبوة ناسفة الثلاثاء في مدينة كركوك وقتل تسعة.\n{body}")
    *_, last = drafts
    assert all(scene.recalled for scene in last.scenes)
    assert last.date is not None
    assert last.date.interval is not None
    assert last.date.interval.start < date(2024, 5, 6)


def test_a_veteran_of_a_battle_tells_of_no_battle() -> None:
    drafts = drafts_of(
        "قتلت قيادية الثلاثاء في ضربة بطائرة مسيرة على طريق القامشلي.\n"
        "وكانت القيادية قد شاركت إلى جانب التحالف في معارك الرقة."
    )
    assert all(scene.recalled for draft in drafts[1:] for scene in draft.scenes)


def test_the_start_of_fighting_that_lasts_is_its_day() -> None:
    scene = scene_of_text(
        "تخطى عدد القتلى في المواجهات الدائرة منذ مساء الخميس داخل سجن في مدينة الحسكة المئة، "
        "وفق ما أحصى المرصد الاثنين."
    )
    assert day_of(scene) == date(2024, 5, 2)


def test_the_day_of_an_older_attack_that_it_is_compared_with_is_not_its_own() -> None:
    scene = scene_of_text(
        "سقطت قذائف صاروخية على مطار خراب الجير، وهو ثاني استهداف له بعد استهداف 25 نيسان."
    )
    assert day_of(scene) is None


def test_that_night_is_the_night_told_before() -> None:
    drafts = drafts_of(
        "A man hurt in the rocket attack of April 29 on Erbil died on Monday.\n"
        "On that night 14 rockets were fired towards Erbil airport."
    )
    days = {draft.date.interval.start for draft in drafts if draft.date and draft.date.interval}
    assert days == {date(2024, 4, 29)}


def test_what_is_announced_on_a_day_by_the_name_of_the_deed_is_not_surely_of_that_day() -> None:
    scene = scene_of_text(
        "أعلنت القوات، اليوم الثلاثاء، سقوط ستة من مقاتليها بطائرة مسيرة في حقل العمر."
    )
    assert not scene.sure


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات عنيفة في جبهة صرواح بين مأرب وصنعاء.",
        "قصفت طائرات مطار التيفور ومحيطه قرب مدينة تدمر.",
        "Fighting broke out in Sirwah between Marib and Sanaa.",
    ],
)
def test_towns_that_only_say_where_another_lies_are_not_hit(text: str) -> None:
    assert len(places_of(text)) == 1


def test_a_list_of_towns_near_others_is_a_list() -> None:
    assert len(places_of("قتل ثلاثة في قصف على حيس وقرب مدينة تعز.")) == 2


def test_of_a_road_between_two_towns_the_first_is_taken() -> None:
    text = "قطع الجيش، اليوم الثلاثاء، بعد معارك عنيفة الطريق بين زبيد والحديدة."
    assert places_of(text) == ["Zabid"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "يدعم العدو المسلحين المهزومين في درعا والقنيطرة، وقصف بصواريخه موقعا قرب مطار النيرب.",
            "Nayrab",
        ),
        ("قصفت الطائرات زبيد وأكد مصدر وصول عشرات القتلى إلى مستشفيات في صنعاء.", "Zabid"),
    ],
)
def test_where_men_were_beaten_or_brought_is_not_where_they_were_hit(text: str, place: str) -> None:
    (found,) = places_of(text)
    assert place in found


def test_what_the_news_comes_days_after_is_recalled_however_many() -> None:
    drafts = drafts_of(
        "اعترضت الدفاعات الجوية مساء الاثنين صاروخا باليستيا أطلق باتجاه مدينة جازان.\n"
        "وتأتي المحاولة الجديدة بعد أيام من إطلاق صاروخين باتجاه مدينة نجران."
    )
    assert [all(scene.recalled for scene in draft.scenes) for draft in drafts] == [False, True]


def test_what_comes_hours_after_another_attack_is_not_recalled() -> None:
    drafts = drafts_of(
        "اعترضت الدفاعات الجوية مساء الاثنين صاروخا باليستيا أطلق باتجاه مدينة جازان.\n"
        "وتأتي المحاولة الجديدة بعد ساعات من إطلاق صاروخين باتجاه مدينة نجران."
    )
    assert not any(scene.recalled for draft in drafts for scene in draft.scenes)


def test_who_was_killed_while_he_fought_is_told_of_his_past() -> None:
    scene = scene_of_text("ورسم الطلاب صورة فنان (قتل وهو يقاتل الحوثيين بالرصاص في تعز).")
    assert scene.recalled


@pytest.mark.parametrize(
    "body",
    [
        "أقر البرلمان الاثنين قانونا جديدا في أعقاب تفجير انتحاري في مدينة كربلاء.",
        "أحيل عشرة إلى المحكمة الاثنين لاتهامهم بتنفيذ هجوم انتحاري على كنيسة في طنطا.",
        "A law was passed on Monday in the wake of a suicide bombing in Karbala.",
        "Police were put on alert on Monday after a gunman shot five people in Karbala.",
    ],
)
def test_the_day_of_what_an_attack_brought_about_is_not_surely_its_own(body: str) -> None:
    assert scene_of_text(body).sure_date is None


def test_the_day_of_what_came_a_day_after_counts_from_it() -> None:
    scene = scene_of_text(
        "Flights were evacuating people on Monday, a day after a suicide bomber struck Karbala."
    )
    assert scene.sure_date is not None


def test_the_day_of_the_dead_is_that_of_what_killed_them() -> None:
    scene = scene_of_text("قتل ثلاثة الاثنين على خلفية تفجير انتحاري في مدينة كربلاء.")
    assert scene.sure_date is not None


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("أطلق جنود النار على مسعفين قرب خان يونس في خرق لاتفاقيات جنيف.", "Khan Yunis"),
        ("تعرض مسؤول يشغل منصب رئيس المجلس في طرابلس لكمين مسلح قرب غريان.", "Gharyan"),
        ("قصفت الطائرات بلدة نوى فيما يسود هدوء حذر في القنيطرة.", "Nawa"),
        ("Soldiers shot at medics near Khan Yunis, breaking the conventions of Geneva.", "Khan"),
    ],
)
def test_treaties_offices_and_calm_are_not_where_it_happened(body: str, place: str) -> None:
    best = scene_of_text(body).place
    assert best is not None
    assert place in best.name


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مواقع المسلحين شمال حيس، وسط تقدم للقوات باتجاه الحديدة.",
        "Jets struck positions in Hays as troops advanced toward Hodeidah.",
    ],
)
def test_where_troops_advance_to_was_not_hit(text: str) -> None:
    assert places_of(text) == ["Hays"]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            (
                "أحيا الأهالي الثلاثاء الذكرى العاشرة لهجوم تنظيم داعش على قضاء سنجار في الثالث من "
                "آب 2014 حين قتل مئات."
            ),
            "2014-08-03",
        ),
        (
            (
                "Gunmen killed a guard in Saqqez on Monday.\n"
                "In Mahshahr a militiaman was shot dead late the same evening."
            ),
            "2024-05-06",
        ),
    ],
)
def test_the_day_of_a_ceremony_or_one_told_before(body: str, day: str) -> None:
    events = events_of(body)
    assert events[-1].date is not None
    assert str(events[-1].date.start)[:10] == day


def test_lines_of_a_live_blog_with_their_own_hour_tell_of_other_places() -> None:
    drafts = drafts_of(
        "19:30 قصف مدفعي على أطراف بلدة الضهيرة، ولا إصابات.\n"
        "18:02 سقطت قذيفة في بلدة علما الشعب وقتل مصور."
    )
    assert len(drafts) == 2


@pytest.mark.parametrize(
    "body",
    [
        "خاضت قوات الجيش معارك عنيفة مع المسلحين في مديرية حيس وسقط عشرة قتلى.",
        "وشاركت مقاتلات التحالف في المعارك قرب زبيد وقصفت مواقع المسلحين.",
    ],
)
def test_troops_that_fight_and_jets_that_take_part_are_news(body: str) -> None:
    assert not scene_of_text(body).recalled


def test_whom_a_war_made_known_is_told_of_his_past() -> None:
    assert scene_of_text("قتل في تفجير بمدينة كابول وقد خاض حروب الثمانينيات كلها.").recalled


@pytest.mark.parametrize(
    ("body", "recalled"),
    [
        ("ونقلت صحف، في وقت سابق، أن الجيش شن غارة على مخزن في كونار.", False),
        ("وكانت الشرطة أعلنت في وقت سابق اليوم أن مسلحين هاجموا حاجزا في درنة.", False),
        ("وفي وقت سابق هاجم مسلحون حاجزا في درنة.", True),
    ],
)
def test_when_somebody_spoke_earlier_is_no_recollection(body: str, *, recalled: bool) -> None:
    assert scene_of_text(body).recalled is recalled


def test_where_what_was_struck_was_going_was_not_struck() -> None:
    assert places_of(
        "دمرت مقاتلات التحالف الاثنين تعزيزات في منطقة مناخة بصنعاء، كانت في طريقها إلى الحديدة."
    ) == ["Manakhah"]


def test_fighting_that_has_raged_for_months_is_no_single_attack() -> None:
    scene = scene_of_text("وسقط عشرات القتلى في المعارك المشتعلة في أطراف تعز منذ أشهر.")
    assert scene.tally


def test_the_capital_that_a_town_is_near_was_not_struck() -> None:
    assert places_of("قصفت طائرات الاثنين معسكرا للمسلحين في مدينة الرمادي، القريبة من بغداد.") == [
        "Ramadi"
    ]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Shells hit the Damascus suburb of Douma on Tuesday, killing three people.", "Douma"),
        ("Rockets hit the Baghdad district of Kadhimiya on Tuesday, killing two.", "Kadhimiya"),
        ("Drones struck the Idlib town of Sarmada on Tuesday, killing one man.", "Sarmada"),
        ("Shells hit the Kadhimiya district of Baghdad on Tuesday, killing two.", "Kadhimiya"),
    ],
)
def test_whose_suburb_was_hit_is_not_where_it_hit(body: str, place: str) -> None:
    best = scene_of_text(body).place
    assert best is not None
    assert best.name == place


def test_a_place_at_the_end_of_a_long_list_was_hit_apart() -> None:
    near = "سقبا وعربين وزملكا وحمورية وكفربطنا ومسرابا"
    assert places_of(f"قصفت الطائرات الثلاثاء {near} والميادين.")[1:] == ["Al-Mayadin"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("هاجم مسلحون حاجزا في بلدة جاسم، على ما أفاد مسؤول محلي في مدينة درعا.", "Jasim"),
        ("انفجر لغم بمركبة للجيش قرب كوريولي، كما قال قائد محلي في مركا.", "Qoryoley"),
        ("Gunmen killed four policemen near Kirkuk, officials in Erbil said.", "Kirkuk city"),
        ("Troops attacked a post in Nihm, and five died, a commander in Al-Jawf said.", "Nihm"),
        ("In Damascus a drone struck a car on the Beirut road and killed one.", "Damascus"),
        ("A raid hit Al-Koma and killed 13, the El Fasher emergency room said.", "Al-Koma"),
        ("قتل جندي بانفجار لغم في الخوخة ونقل آخر إلى المستشفى الميداني في المخا.", "Al-Khawkhah"),
    ],
)
def test_where_an_official_tells_of_it_it_did_not_happen(body: str, place: str) -> None:
    best = scene_of_text(body).at
    assert best is not None
    assert best.place is not None
    assert best.place.name == place


def test_sirens_in_many_towns_tell_of_one_volley() -> None:
    body = (
        "أطلقت إيران الثلاثاء صواريخ باليستية باتجاه إسرائيل.\n"
        "ودوت صافرات الإنذار في تل أبيب والقدس ومناطق أخرى، واعترضت الدفاعات معظم الصواريخ."
    )
    assert len(drafts_of(body)) == 1
