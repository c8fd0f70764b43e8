"""Drafts: what tells two attacks of one article apart, and what shows that they are one."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, event_of, events_of, places_of
from workers.model import Role, SubEventType


def test_what_came_an_hour_before_is_another_attack() -> None:
    drafts = drafts_of(
        "سقط صاروخ الثلاثاء على معسكر في مدينة مأرب وقتل أربعة جنود.\n"
        "وقبل ذلك بساعة، فجر انتحاري سيارة مفخخة أمام مركز للشرطة."
    )
    assert len(drafts) == 2


def test_what_a_party_said_hours_later_is_of_the_attack_told() -> None:
    drafts = drafts_of(
        "أصاب صاروخ سفينة شحن قبالة مدينة عدن الثلاثاء.\n"
        "وبعد ساعات أعلنت جماعة الحوثي استهداف السفينة بصاروخ بحري."
    )
    assert len(drafts) == 1


@pytest.mark.parametrize(
    "second",
    [
        "أما التفجير الثاني فاستهدف حافلة قرب جامعة الموصل.",
        "وفي انفجار منفصل قتل جندي بعبوة قرب جامعة الموصل.",
        "وفي تطور آخر، انفجرت عبوة قرب جامعة الموصل.",
    ],
)
def test_a_second_attack_that_is_announced_is_another(second: str) -> None:
    drafts = drafts_of(f"انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة الموصل وقتل ثلاثة.\n{second}")
    assert len(drafts) == 2


def test_words_that_turn_to_another_town_tell_another_attack() -> None:
    places = places_of(
        "قصفت المدفعية الثلاثاء حيا سكنيا في مدينة تعز وقتلت امرأة.\n"
        "في غضون ذلك، قصفت المدفعية مزارع في مدينة حيس."
    )
    assert places == ["Taiz city", "Hays"]


def test_the_side_that_was_hit_and_strikes_is_another_attack() -> None:
    drafts = drafts_of(
        "سقطت صواريخ الثلاثاء على قاعدة للقوات الأمريكية في حقل كونيكو.\n"
        "وقصفت القوات الأمريكية منصة صواريخ في مدينة الميادين."
    )
    assert len(drafts) == 2


def test_aircraft_that_strike_after_a_bomb_are_another_attack() -> None:
    drafts = drafts_of(
        "قتل جنديان الثلاثاء بانفجار عبوة ناسفة في مدينة الموصل.\n"
        "وقالت الشرطة إن مقاتلات أغارت عقب ذلك على مغارات في ريف المدينة."
    )
    assert len(drafts) == 2


def test_two_quarters_of_one_city_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل ستة بانفجار سيارة مفخخة الثلاثاء في مديرية التواهي بعدن.\n"
        "ووقع انفجار عبوة ناسفة في مديرية الشيخ عثمان وأصيب ثلاثة."
    )
    assert len(drafts) == 2


def test_a_city_and_its_airport_are_one_place() -> None:
    drafts = drafts_of(
        "أطلق الحوثيون صاروخا باليستيا على مدينة الرياض الثلاثاء.\n"
        "وقال متحدث إن الصاروخ استهدف مطار الملك خالد الدولي."
    )
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("title", "body", "place"),
    [
        (
            "مسلحون يقتلون قياديا في درعا",
            "أطلق مسلحون النار على قيادي سابق في بلدة طفس بريف درعا الثلاثاء فقتلوه.",
            "Tafas",
        ),
        (
            "غارات إسرائيلية قرب دمشق",
            "قصفت طائرات إسرائيلية مواقع في محيط الكسوة جنوب دمشق الثلاثاء.",
            "Al-Kiswah",
        ),
    ],
)
def test_a_headline_names_the_place_around(title: str, body: str, place: str) -> None:
    assert places_of(body, title) == [place]


def test_a_headline_tells_no_attack_of_its_own_beside_that_of_its_province() -> None:
    drafts = drafts_of(
        "قال المحافظ إن مسلحين أطلقوا النار على حافلة قرب بلدة العدوة الثلاثاء وقتلوا سبعة.",
        title="استشهاد سبعة في هجوم على حافلة بالمنيا",
    )
    assert len(drafts) == 1


def test_the_bomb_of_a_village_is_that_told_of_the_city_near_by() -> None:
    body = (
        "أعلن التنظيم الثلاثاء مسؤوليته عن عبوة ناسفة قتلت شرطيين قرب كركوك.\n"
        "وقالت الشرطة إن العبوة استهدفت عجلة في ناحية الرياض."
    )
    assert len(drafts_of(body)) == 1


def test_an_attack_so_long_after_another_leaves_that_one_its_place() -> None:
    first, second = drafts_of(
        "قصفت طائرات الجيش مدينة نيالا الثلاثاء بعد ساعات من قصف مدفعي على مدينة الأبيض."
    )
    assert first.place is not None
    assert first.place.name == "Nyala"
    assert second.place is not None
    assert second.place.name == "El Obeid"


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("قتل شاب في غارة على بلدة الخيام وإطلاق نار في مدينة صيدا.", ["Khiam", "Sidon"]),
        (
            "A truck bomb exploded in Mosul; two hours later a blast hit Ramadi.",
            ["Mosul", "Ramadi"],
        ),
        (
            "سقطت صواريخ على كيليس وأصابت اثنين، وردت المدفعية بقصف مواقع في الباب.",
            ["Kilis", "Al-Bab"],
        ),
    ],
)
def test_a_sentence_is_cut_where_its_next_attack_is_named(sentence: str, places: list[str]) -> None:
    assert [draft.place.name for draft in drafts_of(sentence) if draft.place] == places


@pytest.mark.parametrize(
    "body",
    [
        "هاجمت الجماعة بطائرات مسيرة هدفا في إيلات الثلاثاء، نصرة لأهل غزة.",
        "تعرض نازحون لإطلاق نار الثلاثاء على الطريق بين الفاشر وطويلة.",
    ],
)
def test_a_place_for_whose_sake_and_the_end_of_a_road_are_no_second_attack(body: str) -> None:
    assert len(drafts_of(body)) == 1


def test_the_deadliest_in_years_is_no_old_attack() -> None:
    event = event_of(
        "A suicide bomber killed 30 people in Baghdad on Monday, the deadliest attack in years."
    )
    assert event.role.value == "main"


def test_a_point_measured_at_sea_is_the_place() -> None:
    event = event_of(
        "أصاب صاروخ سفينة شحن في خليج عدن الثلاثاء على بعد 55 ميلا بحريا جنوب مدينة عدن.",
        "صاروخ يصيب سفينة في خليج عدن",
    )
    assert event.location is not None
    assert event.location.latitude is not None
    assert event.location.latitude < 12


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "قتل عشرون في معارك بمدينة الحسكة الثلاثاء هي الأعنف منذ سقوط التنظيم في الباغوز.",
            "Al-Hasakah city",
        ),
        (
            "A monitor based in Britain said an air strike killed five in Mayadin on Tuesday.",
            "Al-Mayadin",
        ),
        ("قتل خمسة بقصف على بلدة حيس الثلاثاء ونقل الجرحى إلى مستشفيات عدن.", "Hays"),
    ],
)
def test_where_another_thing_happened_is_not_the_place(body: str, place: str) -> None:
    assert [event.location.name for event in events_of(body) if event.location] == [place]


def test_a_third_missile_elsewhere_is_another_attack() -> None:
    drafts = drafts_of(
        "اعترضت الدفاعات صاروخين الثلاثاء فوق مدينة أبوظبي.\n"
        "كما سقط صاروخ ثالث على مدينة ظهران الجنوب وأصاب اثنين."
    )
    assert len(drafts) == 2


def test_a_second_bomb_at_the_same_gate_is_none() -> None:
    drafts = drafts_of(
        "انفجرت عبوة ناسفة الثلاثاء أمام مسجد في مدينة بعقوبة وقتلت ثلاثة.\n"
        "ثم انفجرت عبوة ثانية حين وصل المسعفون."
    )
    assert len(drafts) == 1


def test_a_strike_from_the_air_amid_fighting_told_without_aircraft_is_another() -> None:
    drafts = drafts_of(
        "انفجرت شاحنة مفخخة الثلاثاء عند سجن في مدينة الحسكة وقتل خمسة حراس.\n"
        "وقال شهود إن مسلحين اقتحموا السجن بعد الانفجار.\n"
        "وسجلت ضربة جوية استهدفت مجموعة تتحصن في مبنى قريب."
    )
    assert len(drafts) == 2


def test_a_bomb_and_shells_in_one_town_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل ثلاثة الثلاثاء في قصف مدفعي على مدينة جسر الشغور.\n"
        "وقال ناشطون إن سيارة مفخخة انفجرت أمام مسجد في مدينة جسر الشغور."
    )
    assert [draft.kind for draft in drafts] == [
        SubEventType.SHELLING,
        SubEventType.REMOTE_EXPLOSIVE,
    ]


def test_a_shell_and_a_bomb_in_one_sentence_are_two_attacks() -> None:
    drafts = drafts_of(
        "قتل شخصان الثلاثاء في دمشق.\n"
        "وقالت الشرطة إن قذيفة هاون سقطت على برج في دمشق، فيما انفجرت عبوة ناسفة في سيارة."
    )
    assert len(drafts) == 2


def test_an_explosion_that_a_rocket_caused_is_one_attack() -> None:
    drafts = drafts_of(
        "هز انفجار الثلاثاء مدينة جسر الشغور وقتل ثلاثة.\nوقال ناشطون إن الانفجار نتج عن صاروخ."
    )
    assert len(drafts) == 1


def test_missiles_on_the_place_of_ones_own_raid_are_that_raid() -> None:
    drafts = drafts_of(
        "استهدفت غارة جوية إسرائيلية الثلاثاء منطقة مطار دمشق الدولي.\n"
        "وأوردت الوكالة أن صاروخين إسرائيليين سقطا قرب مطار دمشق الدولي."
    )
    assert len(drafts) == 1


def test_shells_on_the_place_of_a_raid_are_another_attack() -> None:
    drafts = drafts_of(
        "استهدفت غارة جوية إسرائيلية الثلاثاء بلدة خان أرنبة.\n"
        "وأوردت الوكالة أن المدفعية الإسرائيلية أطلقت قذائف مدفعية على بلدة خان أرنبة."
    )
    assert len(drafts) == 2


def test_what_the_headline_tells_as_news_is_news_though_days_old() -> None:
    event = event_of(
        "قتل خمسة جنود في هجوم شنه مسلحون قبل أيام على ثكنة في مدينة البوكمال، وفق ما أعلن "
        "الجيش الثلاثاء.",
        "هجوم على ثكنة في البوكمال ومقتل جنود",
    )
    assert event.role is Role.MAIN


@pytest.mark.parametrize(
    "body",
    [
        (
            "قتل خمسة نازحين الثلاثاء في قصف على مدينة الفاشر. وقالت غرفة الطوارئ إن "
            "طائرة مسيرة لقوات الدعم السريع قصفت مركز إيواء في مخيم أبو شوك."
        ),
        (
            "An Israeli drone killed a commander in southern Lebanon on Tuesday.\nThe army "
            "confirmed the strike on a vehicle at Bazouriyeh and said he was responsible for "
            "anti-tank fire."
        ),
        (
            "قتل شخصان في غارة إسرائيلية على سيارة في بلدة ياطر الثلاثاء. وقال الجيش إن "
            "أحدهما كان مسؤولا عن إطلاق الصواريخ في قطاع بنت جبيل."
        ),
    ],
)
def test_one_attack_told_again_by_its_means_or_village_is_one(body: str) -> None:
    assert len(events_of(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        (
            "أصيب ثلاثة الثلاثاء جراء قصف مدفعي على بلدة دير حافر. وقال المركز إن مسيرة "
            "تركية قصفت البلدة."
        ),
        (
            "An Israeli strike killed three people in southern Lebanon on Tuesday. Later "
            "another strike hit a motorcycle in Yater, killing its rider."
        ),
    ],
)
def test_named_guns_or_one_more_strike_are_another_attack(body: str) -> None:
    assert len(events_of(body)) == 2


def test_one_more_strike_lends_the_first_no_place() -> None:
    first, more = events_of(
        "An Israeli strike killed three people in southern Lebanon on Tuesday. Later "
        "another strike hit a motorcycle in Yater, killing its rider."
    )
    assert [e.location and e.location.name for e in (first, more)] == ["Southern Lebanon", "Yater"]


def test_the_raids_told_struck_the_launchers() -> None:
    drafts = drafts_of(
        "شنت مقاتلات التحالف الثلاثاء غارات جوية على مواقع في مديرية باقم.\n"
        "واستهدفت الغارات منصات إطلاق صواريخ باليستية."
    )
    assert len(drafts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وجاءت العملية للسيطرة على المواقع التي تقصف المليشيات المدنيين منها.",
        "ودمر الجيش دبابات كانت تستخدمها المليشيات في قصف الأحياء السكنية.",
        "واستهدفت الغارات منصات استخدمها الحوثيون في إطلاق الصواريخ باتجاه الأراضي السعودية.",
    ],
)
def test_what_a_target_was_used_for_is_no_attack(text: str) -> None:
    events = events_of(f"شنت مقاتلات التحالف الثلاثاء غارات على مواقع في مديرية باقم.\n{text}")
    assert [event.sub_event_type for event in events] == [SubEventType.AIR_DRONE_STRIKE]


def test_what_was_used_in_an_attack_that_is_told_takes_nothing_from_it() -> None:
    event = event_of("قتل ستة بصواريخ استخدمت في قصف مدينة تعز الثلاثاء.")
    assert event.deaths is not None


def test_the_last_of_several_bombers_is_no_plot_of_its_own() -> None:
    (event,) = events_of(
        "Two suicide bombers struck a market in Baquba on Tuesday, killing 14 people. The second "
        "man blew himself up as people gathered to help; a third was killed before he could "
        "set off his vest."
    )
    assert event.deaths is not None
    assert event.deaths.best == 14


def test_a_plot_foiled_after_an_attack_is_another() -> None:
    found = events_of(
        "A suicide bomber killed 14 people at a market in Baquba on Tuesday. Police said they shot "
        "dead a man with an explosive belt in Mosul before he could blow himself up."
    )
    assert len(found) == 2
