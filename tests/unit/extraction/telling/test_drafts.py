"""Drafts: which clauses tell one attack and which tell two."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, event_of, events_of, places_of
from workers.model import Role, SubEventType


def test_later_sentences_elaborate_the_attack_of_the_lead() -> None:
    drafts = drafts_of(
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة.\n"
        "وقال شهود إن التفجير وقع قرب المسجد.\n"
        "وأوضحت الشرطة أن الهجوم بالسيارة المفخخة وقع وقت الصلاة."
    )
    assert len(drafts) == 1
    assert len(drafts[0].scenes) >= 2


def test_attacks_in_two_towns_in_two_sentences_are_two() -> None:
    events = events_of(
        "قصفت طائرات التحالف صنعاء الثلاثاء.\nواشتبك الجيش مع الحوثيين في مأرب الاثنين."
    )
    assert [e.location.name if e.location else "" for e in events] == ["Sanaa city", "Marib city"]


def test_attacks_on_one_town_on_two_days_are_two() -> None:
    drafts = drafts_of(
        "انفجرت عبوة ناسفة الثلاثاء في مدينة بعقوبة وقتل شرطي.\n"
        "وانفجرت عبوة ناسفة الأحد في مدينة بعقوبة وقتل جندي."
    )
    assert len(drafts) == 2


def test_a_strike_and_its_reply_in_one_sentence_are_two_attacks_with_their_sides() -> None:
    first, second = events_of(
        "قصفت طائرات إسرائيلية بلدة الخيام في جنوب لبنان الثلاثاء "
        "ردا على إطلاق حزب الله صواريخ على كريات شمونة."
    )
    assert [e.location.name if e.location else "" for e in (first, second)] == [
        "Khiam",
        "Kiryat Shmona",
    ]
    assert "Hezbollah" not in {actor.name for actor in first.actors}
    assert {actor.name for actor in second.actors} == {"Hezbollah"}


def test_a_reply_in_the_next_sentence_is_an_attack_of_its_own() -> None:
    events = events_of(
        "أطلقت حركة حماس صواريخ على سديروت الثلاثاء.\n"
        "وردت الطائرات الإسرائيلية بقصف مواقع في خان يونس."
    )
    assert len(events) == 2
    assert {e.location.name for e in events if e.location} == {"Sderot", "Khan Yunis"}


def test_definite_words_do_not_found_an_attack() -> None:
    event = event_of(
        "أطلق مسلحون النار على دورية للشرطة في بعقوبة ليلة أمس، وقتل شرطيان.\n"
        "وأضاف المصدر أن الهجوم وقع قرب السوق."
    )
    assert event.deaths is not None
    assert event.deaths.best == 2


def test_an_older_attack_on_the_same_place_is_not_mixed_in() -> None:
    first, *rest = events_of(
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة.\n"
        "وفي مارس 2018 قتل ثلاثون شخصا في انفجار سيارة مفخخة في تلعفر."
    )
    assert first.deaths is not None
    assert first.deaths.high == 5
    assert all(event.date and event.date.start.year == 2018 for event in rest)


def test_means_of_an_attack_have_its_day() -> None:
    drafts = drafts_of(
        "أعلن التحالف إحباط هجوم صاروخي، أمس الثلاثاء، على قاعدة عين الأسد، "
        "وقال إنه قضى على الخطر من خلال استهداف المنصات بضربات جوية."
    )
    days = {draft.date.interval.start for draft in drafts if draft.date and draft.date.interval}
    assert len(drafts) == 2
    assert len(days) == 1


def test_the_same_base_is_the_base_told_before() -> None:
    events = events_of(
        "قصفت طائرة مسيرة قاعدة عين الأسد في الأنبار الثلاثاء.\n"
        "وكان الجيش قد أعلن إحباط هجوم صاروخي، الاثنين، على القاعدة ذاتها."
    )
    assert [e.location.name if e.location else "" for e in events] == ["Ain al-Asad air base"] * 2


def test_attacks_counted_over_a_time_are_no_attack() -> None:
    assert not events_of(
        "أعلنت الوزارة أن قواتها تعرضت لثلاثة عشر هجوما في سوريا والعراق خلال أسبوع واحد."
    )
    assert not events_of("Bases came under 13 drone attacks in Iraq and Syria over the past month.")


def test_what_goes_on_about_somebody_recalled_is_recalled() -> None:
    drafts = drafts_of(
        "قصفت طائرات التحالف مواقع في دير الزور الثلاثاء.\n"
        "ويأتي ذلك بعد يوم من الذكرى الثانية لاغتيال قاسم سليماني.\n"
        "قتلته الولايات المتحدة في غارة جوية على مطار بغداد الدولي."
    )
    airport = [d for d in drafts if d.place is not None and "Baghdad" in d.place.name]
    assert all(scene.recalled for draft in airport for scene in draft.scenes)
    assert airport


def test_two_sides_at_two_places_are_two_attacks_however_near() -> None:
    events = events_of(
        "قصفت القوات الإسرائيلية بلدة عيترون في جنوب لبنان الثلاثاء.\n"
        "وأطلق حزب الله صواريخ على كريات شمونة."
    )
    assert {e.location.name for e in events if e.location} >= {"Kiryat Shmona"}
    assert len(events) == 2


def test_two_towns_near_to_each_other_are_two_attacks() -> None:
    drafts = drafts_of(
        "قصفت طائرات حربية الثلاثاء بلدة الهبيط في ريف إدلب الجنوبي وقتل أربعة مدنيين.\n"
        "وشنت الطائرات غارات على مدينة خان شيخون قتل فيها طفلان."
    )
    assert [d.place.name for d in drafts if d.place] == ["Al-Habit", "Khan Shaykhun"]


def test_a_headline_that_names_the_province_is_the_attack_told_in_its_district() -> None:
    events = events_of(
        "قصفت مدفعية الجيش اليمني، الثلاثاء، مواقع للحوثيين في مديرية باقم وقتلت تسعة منهم.",
        title="قتلى حوثيون بقصف مدفعي في صعدة",
    )
    assert [e.location.name for e in events if e.location] == ["Baqim"]


def test_what_is_said_to_be_another_attack_is_one() -> None:
    drafts = drafts_of(
        "قتل خمسة مدنيين بقذائف هاون سقطت الثلاثاء على مدينة حيس.\n"
        "وفي حادث منفصل، قتل طفل بقذيفة هاون سقطت على حي سكني في المدينة نفسها."
    )
    assert len(drafts) == 2
    assert {d.place.name for d in drafts if d.place} == {"Hays"}


def test_another_source_tells_of_the_same_attack() -> None:
    drafts = drafts_of(
        "قتل خمسة مدنيين بقذائف هاون سقطت الثلاثاء على مدينة حيس.\n"
        "وقال مصدر آخر إن القصف بقذائف الهاون أصاب سوق حيس."
    )
    assert len(drafts) == 1


def test_where_shells_were_fired_from_is_not_where_they_fell() -> None:
    event = event_of("أطلق الحوثيون قذائف هاون من مواقعهم في جبل راس على منازل في مدينة حيس.")
    assert event.location is not None
    assert event.location.name == "Hays"


@pytest.mark.parametrize(
    "body",
    [
        "تمكن الجيش الثلاثاء من السيطرة على مواقع في مديرية نهم باليمن.",
        "أحكمت القوات المسلحة سيطرتها على تلال قرب بلدة سرمين في إدلب.",
        "تصدت قوات الجيش لمحاولات تسلل في حيس باليمن.",
    ],
)
def test_ground_taken_by_an_armed_side_is_fighting(body: str) -> None:
    assert [event.sub_event_type for event in events_of(body)] == [SubEventType.ARMED_CLASH]


@pytest.mark.parametrize(
    "body",
    [
        "زار الوزير بلدة تسيطر عليها قوات الجيش في إدلب.",
        "أكد الوزير للجيش ضرورة تحرير مدينة الحديدة باليمن.",
        "تمكن رجال الإطفاء من السيطرة على حريق في إدلب.",
    ],
)
def test_ground_that_is_held_or_wished_for_is_none(body: str) -> None:
    assert drafts_of(body) == []


def test_provinces_of_a_headline_are_no_attacks_of_their_own() -> None:
    events = events_of(
        "قتل عشرة حوثيين الثلاثاء في معارك قرب سوق البقع بمحافظة صعدة.",
        "قتلى من الحوثيين في معارك بالجوف وصعدة",
    )
    assert len(events) == 1


def test_towns_of_a_headline_may_be() -> None:
    events = events_of("أكد ناطق باسم الجيش ذلك.", "غارات على ميدي وصرواح باليمن تقتل عشرة حوثيين")
    assert len(events) == 2


def test_a_claim_of_the_attack_on_a_place_told_is_the_attack_told() -> None:
    events = events_of(
        "شن مجهولون الاثنين قصفا على قاعدة في حقل كونيكو بريف دير الزور.\n"
        "وتبنت جماعة مسلحة الهجوم الصاروخي على حقل كونيكو."
    )
    assert len(events) == 1


@pytest.mark.parametrize(
    "old",
    [
        "وردت الطائرات حينها بغارات على مدينة حلب.",
        "وفي اليوم التالي للتفجير، في 3 نيسان، قصفت طائرات مدينة حلب.",
    ],
)
def test_what_goes_on_with_a_recollection_is_recalled(old: str) -> None:
    first, *rest = drafts_of(
        "سقطت صواريخ الثلاثاء على قاعدة في حقل كونيكو.\n"
        f"وسبق أن استهدفت مسيرات قاعدة التنف في 2 نيسان.\n{old}"
    )
    assert not any(scene.recalled for scene in first.scenes)
    assert all(scene.recalled for draft in rest for scene in draft.scenes)


def test_last_weeks_attack_is_not_that_of_the_undated_lead() -> None:
    drafts = drafts_of(
        "Two missiles were shot down over Abu Dhabi, the ministry said.\n"
        "Last week's attack on Abu Dhabi left three dead."
    )
    assert len(drafts) == 2


def test_killings_told_by_their_names_in_two_towns_are_two() -> None:
    drafts = drafts_of(
        "شهد الريف الثلاثاء مقتل شاب رميا بالرصاص في مدينة جاسم، "
        "ومقتل آخر بعدما أطلق مسلحان النار على منزله في إنخل."
    )
    assert [draft.place.name if draft.place else "" for draft in drafts] == ["Jasim", "Inkhil"]


def test_a_reply_told_twice_is_one() -> None:
    drafts = drafts_of(
        "كشف التحالف عن استهدافه مواقع إيرانية في مدينة دير الزور صباح اليوم الثلاثاء، "
        "وذلك ردا على هجوم بالصواريخ استهدف قاعدة في حقل كونيكو.\n"
        "وقال البيان إن صواريخ سقطت على القاعدة، "
        "وهو ما دفع قوات التحالف للرد بستة قذائف مدفعية."
    )
    assert len(drafts) == 2


def test_towns_taken_are_no_part_of_the_raids_on_their_province() -> None:
    drafts = drafts_of(
        "أغارت طائرات حربية الثلاثاء على محافظة درعا وقتل خمسة مدنيين.\n"
        "وقال المرصد إن قوات الجيش سيطرت على بلدة نوى."
    )
    assert [draft.kind for draft in drafts] == [
        SubEventType.AIR_DRONE_STRIKE,
        SubEventType.ARMED_CLASH,
    ]


@pytest.mark.parametrize(
    "body",
    [
        "قتل خمسة في تحطم طائرة عسكرية قرب مطار مدينة ملاطية.",
        "أطلقت غواصة بنجاح الثلاثاء صاروخين باليستيين أصابا هدفا تجريبيا في المحيط.",
        "حشود عسكرية تنذر بهجوم وشيك على مدينة إدلب.",
        "وصلت قوات إلى عفرين للمساعدة في صد هجوم على المدينة.",
    ],
)
def test_what_fell_was_rehearsed_or_is_prepared_is_no_attack(body: str) -> None:
    assert drafts_of(body) == []


def test_a_second_clause_of_one_time_has_its_day() -> None:
    first, second = drafts_of(
        "نفذت طائرات حربية الاثنين غارات جوية على مدينة دوما، تزامنا مع قصف مدفعي على بلدة نوى."
    )
    assert first.date is not None
    assert second.date == first.date


def test_what_came_the_day_before_is_an_attack_of_its_own() -> None:
    drafts = drafts_of(
        "شنت طائرات حربية غارات جوية على مدينة رفح غداة انفجار عبوة ناسفة قرب مدينة خان يونس."
    )
    assert len(drafts) == 2


def test_one_day_in_a_part_of_a_country_and_in_a_town_of_it_is_one_attack() -> None:
    assert places_of(
        "قتل العشرات الثلاثاء في هجومين انتحاريين بشمال شرق نيجيريا.\n"
        "وقالت الشرطة إن انتحاريا فجر نفسه الثلاثاء في سوق بمدينة موبي."
    ) == ["Mubi"]


def test_a_headline_with_two_attacks_is_cut_where_the_next_weapon_is_named() -> None:
    events = events_of(
        "انقضت مسيرة على مستودع في مدينة الأبيض فجر الثلاثاء.\n"
        "وقصفت المدفعية مدينة الدلنج بقذائف الهاون الثلاثاء وقتلت أربعة.",
        "مسيّرة على الأبيض وقذائف على الدلنج",
    )
    told = {event.location.name: event.sub_event_type for event in events if event.location}
    assert told == {
        "El Obeid": SubEventType.AIR_DRONE_STRIKE,
        "Dilling": SubEventType.SHELLING,
    }


@pytest.mark.parametrize(
    "older",
    [
        "وكان المطار نفسه قد أصيب مساء الأربعاء الماضي، 1 أيار، بأربعة صواريخ.",
        "وجاءت الضربة ردا على هجوم الأول من أيار على قاعدة التنف بطائرات مسيرة.",
    ],
)
def test_what_befell_the_place_before_or_was_answered_days_later_is_recalled(older: str) -> None:
    events = events_of(f"قصفت طائرات مطار حلب الدولي بالصواريخ ليل الاثنين.\n{older}")
    fresh = [event for event in events if event.role is not Role.BACKGROUND]
    assert [str(event.date.start)[:10] for event in fresh if event.date] == ["2024-05-06"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "هاجم انتحاري حاجزا للجيش قرب مدينة الشيخ زويد الاثنين وقتل ستة جنود.\n",
            "وبعد ثلاث ساعات أطلق مسلحون النار على حاجز في مدينة العريش فقتلوا ضابطا.",
        ),
        (
            "A suicide bomber hit an army post near Sheikh Zuweid on Monday, killing six.\n",
            "About three hours later gunmen opened fire at a checkpoint in Arish, killing two.",
        ),
    ],
)
def test_what_came_hours_later_has_the_day_of_the_attack_told(first: str, then: str) -> None:
    drafts = drafts_of(first + then)
    days = [draft.date.interval.start for draft in drafts if draft.date and draft.date.interval]
    assert [str(day) for day in days] == ["2024-05-06", "2024-05-06"]


def test_an_attack_on_the_day_of_the_news_is_none_that_goes_on_with_a_recollection() -> None:
    drafts = drafts_of(
        "فجر انتحاري نفسه الأحد أمام معبد في مدينة كابل وقتل خمسة وعشرين.\n"
        "وفي تموز 2018 قتل انتحاري تسعة عشر شخصا في مدينة جلال آباد.\n"
        "وفي هلمند قتل ستة جنود في هجوم لطالبان على حاجز في ناد علي الأحد."
    )
    assert [draft.scenes[0].recalled for draft in drafts] == [False, False, False]


def test_jets_that_strike_after_fighting_told_before_strike_anew() -> None:
    drafts = drafts_of(
        "خاضت قوات الجيش معارك مع المسلحين الاثنين في مديرية حيس.\n"
        "واستهدفت مقاتلات التحالف مواقع وتعزيزات للمسلحين في جبال بعيدة."
    )
    assert [draft.kind for draft in drafts] == [
        SubEventType.ARMED_CLASH,
        SubEventType.AIR_DRONE_STRIKE,
    ]


def test_a_base_that_militants_overran_the_day_after_another_attack_is_its_own() -> None:
    drafts = drafts_of(
        "اجتاح المتشددون مساء الاثنين قاعدة عسكرية في ولاية يوبي، غداة هجوم آخر استهدف جنودا في "
        "ولاية بورنو."
    )
    assert [draft.place.name for draft in drafts if draft.place] == ["Yobe", "Borno"]


def test_what_the_dead_fell_in_is_the_attack_told() -> None:
    drafts = drafts_of(
        "قتل تسعة مسلحين الاثنين في غارة جوية على مقر قرب مدينة نوى.\n"
        "وقال ناشط إن القتلى سقطوا في ضربات صاروخية استهدفت المقر."
    )
    assert len(drafts) == 1
