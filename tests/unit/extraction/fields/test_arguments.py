"""Who attacked whom: frames of Arabic and English, claims and blame."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Attribution, Outcome


def attackers(body: str) -> set[str]:
    return {actor.name for actor in event_of(body).actors}


@pytest.mark.parametrize(
    ("body", "attacker", "attacked"),
    [
        (
            "هاجم مسلحو تنظيم الدولة الإسلامية موقعا للجيش العراقي قرب الحويجة الثلاثاء.",
            "Islamic State",
            "Iraqi military",
        ),
        (
            "تعرض موقع للجيش العراقي قرب الحويجة الثلاثاء لهجوم من قبل تنظيم الدولة الإسلامية.",
            "Islamic State",
            "Iraqi military",
        ),
        (
            "قصفت طائرات التحالف العربي مواقع للحوثيين في مدينة الحديدة الثلاثاء.",
            "Saudi-led coalition",
            "Houthis",
        ),
        (
            "Boko Haram fighters attacked Nigerian soldiers near Bama on Tuesday.",
            "Boko Haram",
            "Nigerian military",
        ),
    ],
)
def test_the_attacker_and_the_attacked_are_told_apart_whatever_the_voice(
    body: str, attacker: str, attacked: str
) -> None:
    event = event_of(body)
    assert attacker in {actor.name for actor in event.actors}
    assert attacked in {recipient.name for recipient in event.recipients}
    assert attacked not in {actor.name for actor in event.actors}


def test_whoever_shot_it_down_did_not_launch_it() -> None:
    body = "اعترضت الدفاعات الجوية السعودية صاروخا أطلقه الحوثيون باتجاه جازان الثلاثاء."
    assert attackers(body) == {"Houthis"}


def test_nameless_gunmen_are_of_unknown_attribution() -> None:
    (actor,) = event_of("هاجم مسلحون نقطة تفتيش في مدينة كركوك الثلاثاء.").actors
    assert (actor.name, actor.attribution) == ("gunmen", Attribution.UNKNOWN)


def test_a_claim_in_another_sentence_names_the_attacker() -> None:
    event = event_of(
        "فجر انتحاري نفسه في مسجد بمدينة كابل الثلاثاء وقتل عشرة مصلين.\n"
        "وأعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم."
    )
    claimed = {a.name for a in event.actors if a.attribution is Attribution.CLAIMED}
    assert claimed == {"Islamic State"}


def test_blame_names_the_blamed_and_not_the_accuser() -> None:
    event = event_of(
        "A car bomb killed five people in Mogadishu on Tuesday.\nPolice blamed al-Shabaab for it."
    )
    assert {(a.name, a.attribution) for a in event.actors} == {
        ("al-Shabaab", Attribution.ATTRIBUTED)
    }


def test_no_claim_names_nobody() -> None:
    body = (
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر.\n"
        "ولم تعلن أي جهة مسؤوليتها، فيما ينشط تنظيم الدولة الإسلامية في المنطقة."
    )
    assert "Islamic State" not in attackers(body)


def test_actors_are_quoted_as_written() -> None:
    (actor,) = event_of("هاجَمَ مسلحو تنظيـم الدولة الإسلامية حاجزا في مدينة كركوك الثلاثاء.").actors
    assert "تنظيـم الدولة الإسلامية" in actor.text


def test_what_was_hit_is_a_recipient_with_its_kind() -> None:
    event = event_of("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة.")
    assert "market" in {recipient.name for recipient in event.recipients}


def test_a_place_that_is_named_like_a_target_is_none() -> None:
    event = event_of("قصفت طائرات دير الزور الثلاثاء وقتل ثلاثة مدنيين.")
    assert "monastery" not in {recipient.name for recipient in event.recipients}


def test_who_foiled_an_attack_did_not_make_it() -> None:
    foiled, *_ = events_of(
        "أعلن التحالف الدولي الثلاثاء أن قواته أحبطت هجوما صاروخيا على قاعدة القرية الخضراء.\n"
        "وقال مسؤول إن التحالف نفذ ضربات على مواقع لإطلاق الصواريخ في سوريا.\n"
        "ولم يذكر من كان يدير المواقع، مضيفا أن القوات الأمريكية تواصل عملها هناك."
    )
    assert foiled.outcome is Outcome.FOILED
    assert not foiled.actors


def test_who_shot_it_down_is_not_who_launched_it() -> None:
    event = event_of("اعترضت الدفاعات الجوية السعودية صاروخا أطلقه الحوثيون على الرياض الثلاثاء.")
    assert [actor.name for actor in event.actors] == ["Houthis"]


@pytest.mark.parametrize(
    "body",
    [
        "About three rockets landed near the base used by U.S. troops in Erbil on Tuesday.",
        "سقطت صواريخ على قاعدة عين الأسد الثلاثاء، بحسب المتحدث باسم التحالف الدولي.",
        "An anti-ship missile fired from Yemen hit a ship off Hodeidah on Tuesday.",
        "ارتفاع حصيلة هجوم بغداد الثلاثاء إلى 32 قتيلا و110 جرحى.",
        "مقتل 26 شخصا في هجوم انتحاري بكابل الثلاثاء.",
        "تضرب مسيرات انتحارية بورتسودان الثلاثاء.",
        "أعلن التحالف العربي تعرض إحدى مقاتلاته لصاروخ أطلق من مدينة صعدة الثلاثاء.",
        "هجوم صاروخي للمرة الثانية على قاعدة التحالف الدولي في حقل كونوكو الثلاثاء.",
    ],
)
def test_who_tells_of_it_holds_the_place_or_was_hit_did_not_attack(body: str) -> None:
    assert attackers(body) == set()


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("قتل عشرة في مأرب الثلاثاء بصاروخ أطلقه الحوثيون على حي سكني.", "Houthis"),
        ("انفجرت عبوة زرعها تنظيم داعش في مدينة كركوك الثلاثاء وقتل شرطي.", "Islamic State"),
        ("A rocket fired by Yemen's Houthis hit a house in Marib on Tuesday.", "Houthis"),
        (
            "Air strikes by the U.S.-backed Saudi coalition hit a bus in Sanaa on Tuesday.",
            "Saudi-led coalition",
        ),
        (
            "On Tuesday, Islamic State gunmen killed 11 soldiers at a post in Baquba.",
            "Islamic State",
        ),
        ("القوات الإسرائيلية قتلت ستين فلسطينيا في غزة الثلاثاء.", "Israeli military"),
        ("مقتل أربعة حوثيين في معارك مع الجيش اليمني في مأرب الثلاثاء.", "Yemeni military"),
        ("Al-Shabaab gunmen who stormed a hotel in Mogadishu on Tuesday killed 15.", "al-Shabaab"),
        ("قتل ثلاثة في هجوم بمسيرة شنته الجماعة الحوثية المدعومة من إيران في مأرب.", "Houthis"),
    ],
)
def test_pronoun_subject_and_fight_name_the_attacker(body: str, attacker: str) -> None:
    assert attackers(body) == {attacker}


def test_who_repelled_or_answered_an_attack_did_not_make_it() -> None:
    body = (
        "سقط صاروخان على مدينة كلس التركية الثلاثاء فقتلا عاملا.\n"
        "وردت المدفعية التركية بقصف مواقع الإطلاق بعد سقوط الصاروخين على المدينة."
    )
    attack = events_of(body)[0]
    assert attack.deaths is not None
    assert attack.actors == ()


def test_police_who_shot_the_attacker_did_not_attack() -> None:
    body = (
        "أصيب ثلاثة جنود في عملية دهس عند حاجز حوارة في الضفة الغربية الثلاثاء.\n"
        "وقال الجيش الإسرائيلي إن قواته أطلقت النار على السائق وأردته قتيلا."
    )
    assert "Israeli military" not in attackers(body)


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("هاجم مسلحون من حركة الشباب فندقا في مقديشو الثلاثاء وقتلوا عشرة.", "al-Shabaab"),
        ("Gunmen loyal to Islamic State attacked a checkpoint near Kirkuk.", "Islamic State"),
        (
            "أسقط الطيران الحربي التابع للجيش السوداني ثمانية براميل متفجرة على سوق كتم.",
            "Sudanese Armed Forces",
        ),
        (
            "قال شهود إن الطيران الحربي التابع للجيش السوداني أسقط أمس براميل متفجرة على سوق كتم.",
            "Sudanese Armed Forces",
        ),
        ("قتل مسعف جراء استهداف الحوثيين سيارة إسعاف في الحديدة الثلاثاء.", "Houthis"),
        ("Police said that Boko Haram had abducted ten girls in Katsina on Tuesday.", "Boko Haram"),
    ],
)
def test_a_group_attacks_through_its_men_its_aircraft_and_its_verbal_nouns(
    body: str, attacker: str
) -> None:
    assert attackers(body) == {attacker}


def test_an_accusative_behind_a_verb_is_whom_it_struck() -> None:
    body = "طعن شاب فلسطيني مستوطنين قرب نابلس الثلاثاء قبل أن تطلق قوات الاحتلال النار عليه."
    event = event_of(body)
    assert not event.actors
    assert "settlers" in {r.name for r in event.recipients}


def test_numbered_men_behind_a_verb_are_its_subject() -> None:
    assert attackers("هاجم ثلاثة مسلحين حافلة قرب بعقوبة الثلاثاء وقتلوا خمسة.") == {"gunmen"}


def test_the_flag_of_a_ship_is_not_attacked() -> None:
    body = "A missile hit the Panama-flagged tanker Blue Star in the Red Sea on Tuesday."
    assert "Panama" not in {r.name for r in event_of(body).recipients}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("دارت مواجهات بين القوات الشرعية والحوثيين في البيضاء الثلاثاء.", "Yemeni military"),
        ("حررت قوات الجيش اليمني جبل العود بعد معارك قتل فيها عشرة حوثيين.", "Yemeni military"),
        ("تمكنت قوات الجيش اليمني من تحرير مواقع في نهم بعد معارك عنيفة.", "Yemeni military"),
        ("كبدت قوات الجيش اليمني الحوثيين خسائر كبيرة في اشتباكات بصرواح.", "Yemeni military"),
        ("استمر القصف الجوي والمدفعي للنظام السوري على دوما وقتل خمسة الثلاثاء.", "Syrian regime"),
        ("قتلت القوات الإسرائيلية 41 فلسطينيا على حدود غزة الثلاثاء.", "Israeli military"),
        ("رصد الدفاع الجوي السعودي إطلاق صاروخ من قبل الحوثيين على جازان واعترضه.", "Houthis"),
        ("قتل موظف في هجوم نفذه مسلحون أعضاء بتنظيم داعش في أربيل الثلاثاء.", "Islamic State"),
        ("ألقت مروحيات النظام السوري برميلين متفجرين على سرمين وقتل ستة.", "Syrian military"),
        ("Coalition forces in Syria shelled gunmen near Mayadin on Tuesday.", "US-led coalition"),
    ],
)
def test_who_advances_drops_bombs_or_owns_the_shelling_attacked(body: str, attacker: str) -> None:
    assert attacker in attackers(body)


def test_blows_are_dealt_to_whom_they_are_of() -> None:
    body = "وجهت المقاومة اليمنية ضربات قاصمة للحوثيين على الساحل الغربي وقتلت عشرة منهم."
    assert "Houthis" not in {actor.name for e in events_of(body) for actor in e.actors}


def test_both_of_two_joined_attacked() -> None:
    body = "شنت قوات النظام وروسيا غارات على دوما الثلاثاء قتلت خمسة مدنيين."
    assert attackers(body)


def test_what_somebody_often_does_is_no_attack_of_his() -> None:
    body = "أصابت مسيرة مسجدا في الفاشر. وقال مستشار إن طيران الجيش كثيرا ما أصاب المدنيين."
    assert not attackers(body)


def test_a_raid_thought_to_be_of_a_nation_is_its_militarys() -> None:
    body = "قتلت غارة يرجح أنها أميركية تسعة مسلحين في دير الزور الثلاثاء."
    event = event_of(body)
    assert ("US military", Attribution.SUSPECTED) in {(a.name, a.attribution) for a in event.actors}


def test_a_country_before_a_colon_is_where_it_happened() -> None:
    title = "سوريا: قصف صاروخي يستهدف قاعدة"
    events = events_of("سقطت صواريخ على قاعدة كونيكو الثلاثاء ولم تقع إصابات.", title)
    assert "Syria" not in {actor.name for event in events for actor in event.actors}


def test_a_nationality_before_an_attack_at_home_only_says_where() -> None:
    at_home = event_of(
        "A man stabbed a teacher in Arras in France on Monday.", "French attack wounds teacher"
    )
    assert not at_home.actors
    abroad = event_of("A French strike killed five militants near Kidal in Mali on Monday.")
    assert [actor.name for actor in abroad.actors] == ["French military"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "A drone struck a US base at al-Tanf in Syria on Monday, wounding two soldiers, in the "
            "first attack since Washington bombed targets in Iraq."
        ),
        (
            "Rockets hit a US base at al-Shaddadi in Syria on Monday two days after American jets "
            "bombed militia depots in Iraq."
        ),
        (
            "سقطت صواريخ على قاعدة أميركية في الشدادي بسوريا أمس، في أول هجوم منذ قصفت "
            "طائرات أميركية مواقع لفصائل عراقية."
        ),
        (
            "استهدفت مسيرات قاعدة أميركية في الشدادي بسوريا أمس بعد ثلاثة أيام من غارات "
            "شنتها الولايات المتحدة على العراق."
        ),
    ],
)
def test_an_attack_that_another_is_compared_with_lends_it_no_attacker(body: str) -> None:
    assert events_of(body)[0].actors == ()


def test_what_is_told_only_behind_since_is_the_attack_itself() -> None:
    body = "Twelve people have been killed since the Taliban attacked Kunduz on Monday."
    assert attackers(body) == {"Taliban"}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        # who tries to infiltrate attacks, whoever dies
        (
            (
                "قتل خمسة من مسلحي الحوثي بنيران الجيش اليمني أثناء محاولتهم التسلل إلى مواقع في "
                "مقبنة "
                "غرب تعز أمس."
            ),
            "Houthis",
        ),
        (
            (
                "Soldiers of the Nigerian army killed six Boko Haram fighters as they tried to "
                "storm a "
                "post near Bama on Monday."
            ),
            "Boko Haram",
        ),
        # the dead of a fight, told with "met their death"
        (
            "لقي تسعة من مسلحي الحوثي مصرعهم أمس في قصف مدفعي ومعارك عنيفة مع الجيش اليمني في نهم.",
            "Yemeni military",
        ),
        # a name that holds its attack word
        (
            "An army air strike killed four people in El Fasher, in Sudan, on Monday.",
            "Sudanese Armed Forces",
        ),
        (
            "Syrian government artillery struck a school in Sarmin on Monday, killing a child.",
            "Syrian regime",
        ),
        ("استشهد شرطيان في تعرض لعناصر داعش على نقطة قرب الحويجة أمس.", "Islamic State"),
        (
            "قتلت قوات النظام السوري أمس، تسعة مدنيين في بلدة سرمين.",
            "Syrian military",
        ),
        # where a shot came from
        ("A sniper on a Houthi-held ridge killed a girl in Taiz on Monday.", "Houthis"),
        # short names are of those who bear them in that war
        (
            (
                "قالت المقاومة الشعبية إن مسلحي الحوثي تراجعوا. وقصفت الميليشيات الانقلابية أمس "
                "حيا في "
                "مدينة تعز اليمنية وقتلت طفلا."
            ),
            "Houthis",
        ),
        # a long campaign is no news
        (
            (
                "أطلق مسلحو تنظيم داعش قذائف على بلدة هجين أمس وقتلوا أربعة نازحين. وتشن قوات "
                "سوريا "
                "الديمقراطية منذ شهر هجوما على آخر جيب للتنظيم قرب هجين."
            ),
            "Islamic State",
        ),
    ],
)
def test_the_attacker_is_told_by_many_forms(body: str, attacker: str) -> None:
    assert attacker in {actor.name for actor in events_of(body)[0].actors}


@pytest.mark.parametrize(
    ("body", "innocent"),
    [
        (
            "قتلت الشرطة الإسرائيلية فلسطينيا بعدما طعن حارسا في القدس أمس وأصابه بجروح.",
            "Israeli security forces",
        ),
        (
            "Israeli police shot dead a man who had stabbed a guard in Jerusalem on Monday.",
            "Israeli security forces",
        ),
        (
            "أحبطت الشرطة التركية هجوما في أنقرة أمس وداهمت منازل واعتقلت تسعة أشخاص.",
            "Turkish security forces",
        ),
        (
            (
                "فجر انتحاري نفسه عند نقطة تفتيش في قندهار أمس وقتل أربعة. وتخوض القوات الأفغانية "
                "حربا "
                "ضد طالبان منذ سنوات."
            ),
            "Afghan military",
        ),
    ],
)
def test_who_ends_or_foils_an_attack_did_not_do_it(body: str, innocent: str) -> None:
    event = events_of(body)[0]
    assert innocent not in {actor.name for actor in event.actors}


def test_whoever_is_named_in_a_headlines_attack_is_not_among_its_dead() -> None:
    event = event_of("Seven people were killed in an al-Shabaab attack on a hotel in Mogadishu.")
    assert "al-Shabaab" in {actor.name for actor in event.actors}
    assert "al-Shabaab" not in {recipient.name for recipient in event.recipients}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        (
            (
                "قصفت طائرات التحالف العربي أمس معسكرا للحوثيين في مدينة عمران.\nكما استهدفت "
                "الغارات "
                "تعزيزات في مديرية الحالي بمحافظة الحديدة."
            ),
            "Saudi-led coalition",
        ),
        (
            (
                "A Turkish drone killed three fighters in Sinjar in Iraq on Monday.\nA second "
                "strike "
                "hit an office in Sinuni and wounded two people."
            ),
            "Turkish military",
        ),
    ],
)
def test_strikes_that_go_on_are_of_whoever_struck_before(body: str, attacker: str) -> None:
    told = events_of(body)
    assert len(told) == 2
    assert all({actor.name for actor in event.actors} == {attacker} for event in told)


def test_shells_told_after_another_sides_raid_are_not_its_own() -> None:
    told = events_of(
        "أغارت طائرات إسرائيلية أمس على بلدة ميس الجبل.\nوأعلن حزب الله أنه قصف ثكنة زرعيت "
        "بالقذائف."
    )
    assert [{actor.name for actor in event.actors} for event in told] == [
        {"Israeli military"},
        {"Hezbollah"},
    ]


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("قصفت، فجر الثلاثاء، قوات النظام السوري بلدة التح بريف إدلب فقتل طفل.", "Syrian military"),
        ("هاجمت مجموعة من تنظيم داعش نقطة للشرطة قرب داقوق الثلاثاء.", "Islamic State"),
        (
            "قتلت قوة من الجيش العراقي ثمانية من عناصر داعش في كمين قرب الحويجة الثلاثاء.",
            "Iraqi military",
        ),
        (
            (
                "شهدت حدود غزة الثلاثاء مواجهات أطلقت خلالها القوات الإسرائيلية الرصاص على "
                "المتظاهرين "
                "وقتلت ثلاثة منهم."
            ),
            "Israeli military",
        ),
        ("أحبط الجيش اليمني محاولة تسلل للحوثيين في جبهة الكسارة غرب مأرب الثلاثاء.", "Houthis"),
        (
            (
                "Somali troops fought off an al-Shabaab assault on a base at Bariire on "
                "Tuesday, officials "
                "said, and four soldiers were killed."
            ),
            "al-Shabaab",
        ),
        (
            (
                "Soldiers beat back al-Shabaab fighters who attacked a base at Bariire on "
                "Tuesday, killing "
                "four soldiers."
            ),
            "al-Shabaab",
        ),
        (
            (
                "Pakistani security forces shot dead eight militants in a raid in North "
                "Waziristan on "
                "Tuesday."
            ),
            "Pakistani security forces",
        ),
        (
            (
                "A shell hit a market in El Obeid on Tuesday, where Rapid Support Forces "
                "gunners killed "
                "eight people."
            ),
            "Rapid Support Forces",
        ),
    ],
)
def test_the_attacker_is_found_behind_days_bodies_of_men_and_numbers(
    body: str, attacker: str
) -> None:
    assert attackers(body) == {attacker}


def test_air_defences_that_destroy_a_drone_attack_nobody() -> None:
    body = "دمر الدفاع الجوي السعودي مسيرة مفخخة أطلقت باتجاه خميس مشيط مساء الثلاثاء."
    assert attackers(body) == set()


def test_those_who_repel_an_attack_do_not_hide_who_made_it() -> None:
    body = "القوات المشتركة تصد هجوما للحوثيين شمال حيس. وقتل جندي في الهجوم فجر الثلاثاء."
    assert attackers(body) == {"Houthis"}


def test_strikes_without_a_name_are_of_whoever_flew_before() -> None:
    events = events_of(
        "شنت مقاتلات التحالف العربي الثلاثاء غارات على مواقع الحوثيين في باقم.\nكما لقي عدد من "
        "المسلحين مصرعهم بغارة استهدفت معسكرا في مدينة عمران."
    )
    assert len(events) > 1
    assert {a.name for e in events for a in e.actors} == {"Saudi-led coalition"}


def test_a_suicide_car_bomber_wears_no_vest() -> None:
    body = "A suicide car bomber rammed the gate of a hotel in Mogadishu on Tuesday, killing seven."
    assert [weapon.value for weapon in event_of(body).weapons] == ["car_bomb"]


def test_strikes_that_somebody_owns_are_not_those_told_before() -> None:
    events = events_of(
        "شنت طائرات التحالف العربي الثلاثاء غارات على مواقع الحوثيين في باقم.\nوأعلن الناطق "
        "أن سلاح "
        "الجو التابع لقواته قصف مخازن في مدينة مصراتة الليبية."
    )
    misrata = [e for e in events if e.location is not None and "Misrata" in e.location.name]
    assert all(a.name != "Saudi-led coalition" for e in misrata for a in e.actors)


def test_the_fighters_of_a_country_that_is_only_named_are_nobodys() -> None:
    body = (
        "Attackers killed 40 people in a village in western Niger on Tuesday. The mayor "
        "said the men "
        "had come from Mali to avenge two of their fighters."
    )
    assert "Mali" not in attackers(body)


@pytest.mark.parametrize(
    ("title", "body", "befallen"),
    [
        (
            "Houthi rebels bombed in Hodeidah",
            "Air strikes hit the city of Hodeidah on Tuesday, killing four people.",
            "Houthis",
        ),
        (
            "Militants shot dead in Kasserine",
            "Three people were killed in the Tunisian town of Kasserine on Tuesday.",
            "militants",
        ),
    ],
)
def test_a_headline_without_auxiliary_tells_whom_it_befell(
    title: str, body: str, befallen: str
) -> None:
    assert befallen not in {actor.name for actor in event_of(body, title).actors}


def test_who_shot_somebody_dead_in_a_headline_attacked() -> None:
    event = event_of(
        "Three people were killed in the Tunisian town of Kasserine on Tuesday.",
        "Militants shot dead three shepherds in Kasserine",
    )
    assert "militants" in {actor.name for actor in event.actors}


def test_a_terrorist_act_names_no_terrorists() -> None:
    assert attackers("A terrorist act killed two guards in Tunis on Tuesday.") == set()


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        (
            "قتل 16 من الأمن العام السوري في كمائن نصبها فلول النظام السابق قرب جبلة الثلاثاء.",
            "Assad regime remnants",
        ),
        (
            "نصب مقاتلو داعش كمينا لدورية للجيش السوري في بادية تدمر الثلاثاء فقتلوا خمسة.",
            "Islamic State",
        ),
    ],
)
def test_who_lays_an_ambush_attacks(body: str, attacker: str) -> None:
    assert attacker in attackers(body)


def test_who_is_accused_of_planting_it_is_named() -> None:
    body = (
        "قتل جنديان إثر انفجار عبوة ناسفة قرب بلدة جقورجة بولاية هكاري الثلاثاء، "
        "بحسب مكتب الوالي الذي اتهم حزب العمال الكردستاني بزرعها."
    )
    assert attackers(body) == {"Kurdistan Workers' Party (PKK)"}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        (
            "قتل فلسطيني وأصيب عشرة آخرون برصاص الجيش الإسرائيلي شرق خان يونس الثلاثاء.",
            {"Israeli military"},
        ),
        (
            "قتل فلسطيني يبلغ من العمر 21 عاما برصاص الجيش الإسرائيلي في جنين الثلاثاء.",
            {"Israeli military"},
        ),
        ("قتل سوري وجرح ثلاثة بانفجار لغم في مدينة منبج الثلاثاء.", set()),
        ("قتل فلسطيني شرطيا إسرائيليا في القدس الثلاثاء.", {"Palestinian"}),
        (
            "قتلت القوات التركية في ريف عفرين خمسة مدنيين الثلاثاء بقصف مدفعي.",
            {"Turkish military"},
        ),
    ],
)
def test_whom_the_verb_befell_did_not_kill(body: str, attacker: set[str]) -> None:
    assert attackers(body) == attacker


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        (
            "ألقى محتجون الحجارة على الجنود الإسرائيليين الذين ردوا بإطلاق النار فقتل شاب في جنين.",
            "Israeli military",
        ),
        (
            "Youths threw stones at Israeli soldiers, who responded with live fire in Nablus.",
            "Israeli military",
        ),
        (
            "هاجم تنظيم الدولة الإسلامية الجنود العراقيين الذين ردوا بإطلاق النار في الحويجة.",
            "Islamic State",
        ),
    ],
)
def test_soldiers_who_answer_a_crowd_with_fire_attack(body: str, attacker: str) -> None:
    assert attacker in attackers(body)
    assert attackers(body) == {attacker}


@pytest.mark.parametrize(
    ("body", "attackers"),
    [
        (
            (
                "قتل جنديان تركيان وأصيب ثلاثة آخرون الثلاثاء إثر انفجار عبوة قرب جقورجة، "
                "بحسب الوالي الذي اتهم حزب العمال الكردستاني بزرعها. وأطلق الجيش عملية تمشيط "
                "بمساندة المروحيات."
            ),
            ["pkk"],
        ),
        (
            (
                "Militants ambushed a convoy in South Waziristan on Tuesday, killing six "
                "soldiers. The army launched an operation in which 12 militants were killed."
            ),
            [None],
        ),
    ],
)
def test_an_army_that_comes_to_answer_did_not_attack(
    body: str, attackers: list[str | None]
) -> None:
    (event,) = events_of(body)
    assert [actor.actor_id for actor in event.actors] == attackers


@pytest.mark.parametrize(
    ("body", "attacker", "dead"),
    [
        ("قتلت الشرطة المصرية 19 مسلحا في العريش الثلاثاء.", "eg-police", 19),
        ("قتلت الشرطة الباكستانية ثلاثة مسلحين في بيشاور الثلاثاء.", "pk-police", 3),
        ("قتل الجيش الإسرائيلي فلسطينيا في جنين الثلاثاء.", "il-mil", 1),
        ("قتل مسلحون ثلاثة شرطيين في بيشاور الثلاثاء.", None, 3),
    ],
)
def test_whom_a_subject_killed_did_not_kill(body: str, attacker: str | None, dead: int) -> None:
    (event,) = events_of(body)
    assert [actor.actor_id for actor in event.actors] == [attacker]
    assert event.deaths is not None
    assert event.deaths.best == dead


@pytest.mark.parametrize(
    "body",
    [
        "قتل فلسطيني بالرصاص بعدما طعن مستوطنا وأصاب اثنين آخرين قرب رام الله الثلاثاء.",
        "قتلت الشرطة الإسرائيلية فلسطينيا بعدما طعن حارسا في القدس الثلاثاء.",
    ],
)
def test_who_was_killed_for_an_attack_is_not_its_victim(body: str) -> None:
    (event,) = events_of(body)
    assert all(actor.actor_id not in {"settlers", "il-police"} for actor in event.actors)


def test_settlers_kill_where_they_stand_as_the_subject() -> None:
    assert attackers("قتل مستوطنون شابا فلسطينيا في قرية قصرة الثلاثاء.") == {"settlers"}
    assert attackers("قتل مستوطن وأصيب آخر في إطلاق نار قرب نابلس الثلاثاء.") == set()
