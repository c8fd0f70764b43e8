"""Type and weapons of an attack."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role, SubEventType, Weapon

T = SubEventType


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("قصفت إسرائيل الثلاثاء بلدة الخيام في جنوب لبنان.", T.AIR_DRONE_STRIKE),
        ("Israel shelled the Lebanese village of Khiam on Tuesday.", T.AIR_DRONE_STRIKE),
        ("قصفت المدفعية الإسرائيلية بلدة الخيام في جنوب لبنان الثلاثاء.", T.SHELLING),
        ("Israeli artillery shelled the village of Khiam on Tuesday.", T.SHELLING),
        ("قصف الحوثيون مدينة تعز بالمدفعية الثلاثاء.", T.SHELLING),
        ("هاجم مسلحو تنظيم الدولة موقعا للجيش العراقي قرب الحويجة الثلاثاء.", T.ARMED_CLASH),
        ("هاجم الجيش النيجيري معسكرا لبوكو حرام قرب باما وقتل عشرة مسلحين.", T.ARMED_CLASH),
        ("هاجم مسلحون حافلة تقل حجاجا قرب سامراء الثلاثاء وقتلوا اثنين.", T.ATTACK),
        ("انفجرت عبوة ناسفة الثلاثاء في مدينة بعقوبة وقتل شرطي.", T.REMOTE_EXPLOSIVE),
        ("A land mine killed two farmers near Hodeidah on Tuesday.", T.REMOTE_EXPLOSIVE),
        ("فجر انتحاري نفسه في مسجد بمدينة كابل الثلاثاء.", T.SUICIDE_BOMB),
        ("ألقى مجهول قنبلة يدوية على مقهى في بنغازي الثلاثاء فأصيب أربعة.", T.GRENADE),
        ("تعرضت بلدة خان العسل لقصف بغاز الكلور الثلاثاء.", T.CHEMICAL),
        ("خطف مسلحون ثلاثة عمال إغاثة في بلدة ديكوا بنيجيريا الثلاثاء.", T.ABDUCTION),
        ("Gunmen abducted two aid workers in the Nigerian town of Dikwa on Tuesday.", T.ABDUCTION),
        ("اندلعت اشتباكات بين الجيش والحوثيين في مأرب الثلاثاء.", T.ARMED_CLASH),
        ("A drone strike hit a car in the Syrian city of Idlib on Tuesday.", T.AIR_DRONE_STRIKE),
        ("Militants waylaid a column of troops near Maiduguri on Tuesday.", T.ARMED_CLASH),
        ("Gunmen attacked a police post in Tank district on Tuesday, killing two.", T.ARMED_CLASH),
        ("A patrol of UN peacekeepers came under fire near Kidal on Tuesday.", T.ARMED_CLASH),
        ("An SVBIED hit a checkpoint in Hasakah on Tuesday, killing six.", T.SUICIDE_BOMB),
        ("Herders mowed down nine farmers near Makurdi on Tuesday.", T.ATTACK),
        ("Security forces shot dead four militants in Dera Ismail Khan.", T.ARMED_CLASH),
        ("Militants attacked the UN base in Timbuktu on Tuesday.", T.ARMED_CLASH),
        ("Israeli troops killed two gunmen in a raid on Jenin on Tuesday.", T.ARMED_CLASH),
        ("A militant was killed in a police raid in Mosul on Tuesday.", T.ARMED_CLASH),
        ("Two men were killed in a raid on a militant hideout in Bannu on Tuesday.", T.ARMED_CLASH),
        ("Four died in a raid by Russian warplanes on Idlib on Tuesday.", T.AIR_DRONE_STRIKE),
        ("Afghan forces backed by warplanes beat back an assault on Kunduz.", T.ARMED_CLASH),
        ("Russian warplanes struck a village near Idlib on Tuesday.", T.AIR_DRONE_STRIKE),
        ("A fishing boat hit a sea mine off Hodeidah on Tuesday; two died.", T.REMOTE_EXPLOSIVE),
        ("Ten died in clashes near Marib as jets made raids in support of troops.", T.ARMED_CLASH),
    ],
)
def test_the_type_follows_the_words_and_the_codebook(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "weapon"),
    [
        ("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر.", Weapon.CAR_BOMB),
        ("استهدفت طائرة مسيرة سيارة في بلدة خشام الثلاثاء.", Weapon.DRONE),
        ("سقطت قذيفتا هاون على حي سكني في تعز الثلاثاء.", Weapon.MORTAR),
        ("Gunmen opened fire on a patrol in Baquba on Tuesday.", Weapon.SMALL_ARMS),
        ("طعن رجل بسكين شرطيا في القدس الثلاثاء.", Weapon.KNIFE),
        ("أطلق الحوثيون صاروخا على مدينة جازان السعودية الثلاثاء.", Weapon.MISSILE),
        ("أصاب صاروخ باتريوت طائرة مسيرة فوق الجليل الثلاثاء.", Weapon.MISSILE),
        ("Rockets hit the Saudi town of Jizan on Tuesday, killing two.", Weapon.ROCKET),
        ("أطلقت حركة حماس صاروخا على مدينة سديروت الثلاثاء.", Weapon.ROCKET),
    ],
)
def test_the_weapon_that_is_named_is_listed(body: str, weapon: Weapon) -> None:
    assert weapon in event_of(body).weapons


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("ضربت مسيرة تركية سيارة في مدينة القامشلي الثلاثاء وقتل اثنان.", T.AIR_DRONE_STRIKE),
        ("هاجمت مسيرتان انتحاريتان قاعدة التنف في سوريا الثلاثاء.", T.AIR_DRONE_STRIKE),
        ("قصف التحالف الدولي موقعا قرب مدينة الميادين السورية الثلاثاء.", T.AIR_DRONE_STRIKE),
        ("قصفت قوات التحالف الدولي بالمدفعية موقعا قرب مدينة الميادين الثلاثاء.", T.SHELLING),
        ("A suicide bomber drove a car bomb into a hotel in Mogadishu on Tuesday.", T.SUICIDE_BOMB),
        (
            (
                "وقع انفجار في تجمع بأديس أبابا الثلاثاء فقتل اثنان. "
                "وقال شهود إن الانفجار نجم عن قنبلة يدوية ألقاها رجل."
            ),
            T.GRENADE,
        ),
        (
            "اندلعت مواجهات في نابلس الثلاثاء وقتل فلسطينيان برصاص الجيش الإسرائيلي في المواجهات.",
            T.ATTACK,
        ),
        ("اقتحمت شاحنة سوقا في مدينة دورتموند الألمانية الثلاثاء وقتلت تسعة.", T.ATTACK),
        (
            "Gunmen seized pupils at a school in the Nigerian town of Kagara on Tuesday.",
            T.ABDUCTION,
        ),
        ("Pirates hijacked a cargo ship off the Somali port of Hobyo on Tuesday.", T.ABDUCTION),
        ("استهدف صاروخ من طائرة مسيرة سيارة في بلدة حولا الثلاثاء فقتل اثنان.", T.AIR_DRONE_STRIKE),
        (
            "A missile fired by a helicopter hit a car in the Yemeni town of Azzan on Tuesday.",
            T.AIR_DRONE_STRIKE,
        ),
        ("ضربت مسيرة انتحارية قاعدة الشدادي في سوريا الثلاثاء.", T.AIR_DRONE_STRIKE),
        ("اقتحمت شاحنة ملغومة مقر الشرطة في كركوك الثلاثاء فقتل خمسة.", T.SUICIDE_BOMB),
        (
            "Militants rammed an explosives-laden truck into a police base in Bannu on Tuesday.",
            T.SUICIDE_BOMB,
        ),
        (
            (
                "انفجرت سيارة مفخخة عند بوابة فندق في مقديشو الثلاثاء ثم اقتحم مسلحون الفندق "
                "وقتلوا ثمانية مدنيين."
            ),
            T.ATTACK,
        ),
        ("خطف مسلحون سبعة رعاة قرب الرقة الثلاثاء وأعدموهم رميا بالرصاص.", T.ATTACK),
        (
            "اندلعت مواجهات في كركوك الثلاثاء رشق فيها شبان الجنود بالحجارة وقتل متظاهر بالرصاص.",
            T.ATTACK,
        ),
        ("قتل شاب فلسطيني خلال اشتباك مسلح مع قوات الاحتلال في جنين الثلاثاء.", T.ARMED_CLASH),
        ("استهدف التحالف العربي عناصر من الحوثيين في مديرية مران الثلاثاء.", T.AIR_DRONE_STRIKE),
        (
            "استشهد ثمانية في قصف استهدف منزلا في مخيم جباليا شمالي غزة الثلاثاء.",
            T.AIR_DRONE_STRIKE,
        ),
        ("أسقطت المعارضة السورية مروحية قرب سراقب الثلاثاء بصاروخ محمول.", T.SHELLING),
        ("قتل ثلاثون مجندا في هجوم انتحاري على مركز تدريب في مقديشو الثلاثاء.", T.SUICIDE_BOMB),
    ],
)
def test_the_means_and_the_parties_settle_what_general_words_leave_open(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    "body",
    [
        (
            "استهدف هجوم حقل كورمور الغازي في السليمانية الثلاثاء. ووصف المحافظ الهجوم بأنه "
            "اعتداء إرهابي، وقال إن الاعتداء نفذ بطائرة مسيرة وإن الهجوم لم يوقع ضحايا."
        ),
        (
            "The governor called Tuesday's attack on the Baiji refinery in Iraq an outrage. The "
            "attack wounded nobody. The attack was carried out with a drone, the attackers said."
        ),
    ],
)
def test_the_means_named_once_tells_more_than_attack_said_again_and_again(body: str) -> None:
    assert event_of(body).sub_event_type is T.AIR_DRONE_STRIKE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            (
                "اشتبكت قوات الأمن مع مسلحين في مدينة القيروان التونسية الثلاثاء بعد أن فجر أحدهم "
                "نفسه، واستمرت الاشتباكات ساعات."
            ),
            T.SUICIDE_BOMB,
        ),
        (
            "فجر رجل نفسه بقنبلة يدوية في مدينة القيروان التونسية الثلاثاء وأصاب شرطيين.",
            T.SUICIDE_BOMB,
        ),
        (
            (
                "Gunmen abducted 40 students from a college in the Nigerian town of Kagara on "
                "Tuesday after a gun battle with soldiers. The clashes lasted an hour."
            ),
            T.ABDUCTION,
        ),
    ],
)
def test_what_one_plain_word_tells_stands_against_the_fighting_around_it(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("قتل أربعة جنود في هجوم إرهابي استهدف دوريتهم قرب زاهدان الثلاثاء.", T.ARMED_CLASH),
        ("اقتحمت حركة الشباب قاعدة عسكرية قرب كيسمايو الثلاثاء وقتلت جنودا.", T.ARMED_CLASH),
        (
            (
                "Gunmen attacked an army checkpoint near the Nigerien town of Tera on Tuesday, "
                "killing three."
            ),
            T.ARMED_CLASH,
        ),
        (
            (
                "فتح مسلح النار على رواد مطعم في لييج البلجيكية الثلاثاء فقتل ثلاثة أشخاص. وقتلت "
                "الشرطة المهاجم بعد أن أطلق النار عليها."
            ),
            T.ATTACK,
        ),
        (
            (
                "أطلق مسلحون النار على حافلة تقل زوارا قرب سامراء الثلاثاء فقتل سبعة مدنيين. وأمر "
                "الرئيس بعلاج المصابين على نفقة القوات المسلحة."
            ),
            T.ATTACK,
        ),
        (
            "اندلعت مواجهات في رام الله الثلاثاء أطلق خلالها الرصاص على الفلسطينيين فقتل شاب.",
            T.ATTACK,
        ),
    ],
)
def test_an_attack_on_who_shoots_back_is_a_clash_and_one_on_others_is_not(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


def test_a_raid_of_men_without_aircraft_is_no_air_strike() -> None:
    event = event_of(
        "Rebels carried out a raid in the Sudanese town of Nyala on Tuesday, killing four people."
    )
    assert event.sub_event_type is T.ATTACK


@pytest.mark.parametrize(
    "body",
    [
        "هاجم الجيش النيجيري معسكرا لبوكو حرام قرب باما الثلاثاء.",
        "Nigerian soldiers were attacked by Boko Haram near Bama on Tuesday.",
        "هز انفجاران العاصمة الصومالية مقديشو الثلاثاء.",
        "Two explosions rocked the Somali capital Mogadishu on Tuesday, killing six people.",
        "استشهد فلسطيني برصاص الاحتلال في جنين الثلاثاء.",
        "اختطف قراصنة سفينة شحن قبالة ميناء هوبيو الصومالي الثلاثاء.",
    ],
)
def test_plain_tellings_without_weapon_or_toll_are_attacks(body: str) -> None:
    assert event_of(body).role is Role.MAIN


def test_a_suicide_bomber_without_a_named_bomb_wears_explosives() -> None:
    event = event_of("هجوم انتحاري في سوق شعبي بساحة الطيران في بغداد الثلاثاء أوقع عشرة قتلى.")
    assert event.weapons == (Weapon.SUICIDE_VEST, Weapon.EXPLOSIVES)


def test_what_aircraft_fire_are_missiles() -> None:
    event = event_of("أغارت طائرات حربية إسرائيلية بأربعة صواريخ على بلدة الخيام الثلاثاء.")
    assert Weapon.MISSILE in event.weapons
    assert Weapon.ROCKET not in event.weapons


@pytest.mark.parametrize(
    "body",
    [
        "سقطت صواريخ على قاعدة عين الأسد الجوية غربي العراق الثلاثاء.",
        "قال مصدر في الدفاع الجوي إن صواريخ سقطت قرب مدينة أبها الثلاثاء.",
    ],
)
def test_an_air_base_and_air_defences_are_no_aircraft(body: str) -> None:
    assert Weapon.AIRCRAFT not in event_of(body).weapons


def test_a_state_that_hits_is_an_attacker_and_one_that_is_hit_by_words_is_not() -> None:
    event = event_of("Israel hit a residential building in the Kafr Sousa area of Damascus today.")
    assert {actor.name for actor in event.actors} == {"Israel"}
    assert not events_of("Israel hit back at its critics in Damascus on Tuesday.")


def test_a_siege_of_a_hotel_is_no_battle_whoever_ends_it() -> None:
    body = (
        "Gunmen stormed a hotel in Mogadishu on Tuesday and fought security forces for hours; "
        "twenty guests were killed in the clashes."
    )
    assert event_of(body).sub_event_type is SubEventType.ATTACK


def test_a_missile_that_a_plane_fired_is_an_air_strike() -> None:
    body = "انهال صاروخان أطلقتهما طائرة حربية على منزل في دير البلح الثلاثاء وقتل ثمانية."
    assert event_of(body).sub_event_type is SubEventType.AIR_DRONE_STRIKE


def test_a_lorry_of_explosives_driven_in_had_a_driver() -> None:
    body = "A truck packed with explosives was driven into a base in Ghazni, killing nine."
    assert event_of(body).sub_event_type is SubEventType.SUICIDE_BOMB


def test_a_bombers_car_counts_before_the_mortars_that_followed_it() -> None:
    event = event_of(
        "اندفعت الاثنين سيارة محملة بالمتفجرات يقودها انتحاري نحو حاجز للجيش قرب مدينة الشيخ "
        "زويد، ثم انهالت قذائف الهاون على الجنود فقتل تسعة."
    )
    assert event.sub_event_type is SubEventType.SUICIDE_BOMB


def test_missiles_that_jets_fire_are_an_air_strike() -> None:
    event = event_of("قصفت طائرات حربية الاثنين مطار حلب الدولي بأربعة صواريخ.")
    assert event.sub_event_type is SubEventType.AIR_DRONE_STRIKE


def test_a_grenade_and_fire_at_a_patrol_are_a_clash_a_grenade_at_a_rally_is_none() -> None:
    clash = event_of(
        "Militants hurled a grenade at an army patrol in Kasserine on Monday, then opened fire on "
        "it, killing six soldiers."
    )
    assert clash.sub_event_type is SubEventType.ARMED_CLASH
    rally = event_of("A grenade thrown at a rally in Addis Ababa on Monday killed two people.")
    assert rally.sub_event_type is SubEventType.GRENADE


def test_soldiers_who_went_in_did_not_strike_from_the_air() -> None:
    event = event_of(
        "توغلت قوة إسرائيلية فجر الثلاثاء في بلدة بليدا جنوبي لبنان واقتحمت البلدية وقتلت موظفا."
    )
    assert event.sub_event_type is not SubEventType.AIR_DRONE_STRIKE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            (
                "Gunmen attacked a police post in Tank district on Tuesday, killing two officers "
                "and a shopkeeper, witnesses at the market said."
            ),
            T.ARMED_CLASH,
        ),
        (
            "هاجم متشددون الثلاثاء معسكرا للجيش في بلدة تيسيت وقتلوا عشرة عسكريين وأربعة مدنيين.",
            T.ARMED_CLASH,
        ),
        ("قتل قيادي سابق في المعارضة برصاص مجهولين في مدينة طفس الثلاثاء.", T.ATTACK),
        ("اقتحم مسلحون سجنا في مدينة الحسكة الثلاثاء واندلعت معارك داخله.", T.ATTACK),
        (
            "Militants clashed with guards as they stormed a prison in Hasakah on Tuesday.",
            T.ATTACK,
        ),
        ("فتحت القوات النار قرب أرسوز الثلاثاء فقتلت ستة مسلحين.", T.ARMED_CLASH),
        ("Gunmen opened fire on a bus near Kaya on Tuesday, killing six passengers.", T.ATTACK),
    ],
)
def test_posts_and_prisons_and_persons_settle_whether_an_attack_was_a_fight(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            (
                "Gunmen stormed a hotel in Mogadishu on Tuesday and killed nine people. A suicide "
                "bomber had blown himself up at the hotel's gate."
            ),
            T.ATTACK,
        ),
        ("A suicide bomber blew himself up at a hotel in Mogadishu on Tuesday.", T.SUICIDE_BOMB),
        (
            (
                "Gunmen attacked a mosque in Bir al-Abed on Tuesday, killing 40. They set off an "
                "explosive charge at the mosque before they opened fire on worshippers."
            ),
            T.ATTACK,
        ),
        (
            (
                "A couple were killed on Tuesday by a rocket that Hezbollah fired at the northern "
                "Israeli town of Kiryat Shmona."
            ),
            T.SHELLING,
        ),
        ("Gunmen fired at a car in the Iraqi town of Baquba on Tuesday.", T.ATTACK),
        (
            "دمر طيران التحالف الثلاثاء مخزنا للميليشيات في كتاف كانت تستخدمه في المعارك.",
            T.AIR_DRONE_STRIKE,
        ),
        (
            (
                "Gunmen of Islamic State killed 11 villagers in Muqdadiyah on Tuesday. The gunmen "
                "stormed the village after kidnapping two of its people."
            ),
            T.ATTACK,
        ),
    ],
)
def test_what_a_text_opens_with_counts_before_what_it_adds(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


def test_an_assault_on_a_camp_with_all_means_is_a_clash_one_with_shells_is_shelling() -> None:
    all_means = (
        "هجوم على معسكر للجيش في النيجر\nقتل سبعون جنديا في هجوم شنه مسلحون على معسكر للجيش في "
        "إيناتيس الثلاثاء. واستخدم المسلحون في الهجوم على المعسكر قذائف الهاون وسيارات مفخخة."
    )
    title, body = all_means.split("\n")
    assert event_of(body, title=title).sub_event_type is T.ARMED_CLASH
    shells = "سقطت قذائف هاون على معسكر للجيش في إيناتيس الثلاثاء وقتل جندي."
    assert event_of(shells).sub_event_type is T.SHELLING


def test_what_was_targeted_among_air_strikes_was_struck_from_the_air() -> None:
    events = events_of(
        "شنت طائرات إسرائيلية الأربعاء غارة على بلدة عدشيت وقتلت مقاتلين. وسبق ذلك بساعات "
        "استهداف منزل في بلدة الصوانة أدى إلى مقتل امرأة وطفليها."
    )
    assert {event.sub_event_type for event in events} == {T.AIR_DRONE_STRIKE}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("نصب مسلحون كمينا لزوار الدير قرب المنيا الثلاثاء وقتلوا سبعة من الأقباط.", T.ATTACK),
        ("نصب مسلحون كمينا لدورية قرب المنيا الثلاثاء وقتلوا سبعة جنود.", T.ARMED_CLASH),
        ("مقتل طفلين الثلاثاء في نادعلي بأفغانستان بانفجار قذيفة قديمة.", T.REMOTE_EXPLOSIVE),
        ("تعرضت بلدة دوما الثلاثاء لقصف ثم تعرضت لغارات متتالية.", T.AIR_DRONE_STRIKE),
        (
            (
                "فرقت شرطة مكافحة الشغب المعتصمين في بغداد الثلاثاء بقنابل الغاز المسيل للدموع، "
                "فقتل متظاهران بعدما أصابت القنابل رأسيهما."
            ),
            T.ATTACK,
        ),
        (
            (
                "Two girls detonated explosives in the Cameroonian village of Mora on Tuesday, "
                "killing nine people."
            ),
            T.SUICIDE_BOMB,
        ),
        (
            "A man with explosives strapped to his body tore into police in Istanbul on Tuesday.",
            T.SUICIDE_BOMB,
        ),
        (
            (
                "Forty-seven soldiers died in an ambush near Gorgi in Nigeria on Tuesday. The "
                "attackers fired rocket-propelled grenades at their truck."
            ),
            T.ARMED_CLASH,
        ),
        ("A sea drone struck a ship off Hodeidah on Tuesday.", T.REMOTE_EXPLOSIVE),
        (
            (
                "The coalition fighting the Houthis shot down a drone aimed at Khamis Mushait on "
                "Tuesday."
            ),
            T.AIR_DRONE_STRIKE,
        ),
        ("Five policemen died when gunmen attacked their post in Belehede.", T.ARMED_CLASH),
        (
            (
                "Multiple rocket launchers struck a shopping centre in Kharkiv on Tuesday, killing "
                "six people."
            ),
            T.SHELLING,
        ),
    ],
)
def test_words_for_means_that_mislead(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            "ضحايا بانفجار في سوق وسط بغداد الثلاثاء.\nوتحدث مصدر لاحقا عن حزامين ناسفين.",
            T.SUICIDE_BOMB,
        ),
        (
            "ضحايا بانفجار في سوق وسط بغداد الثلاثاء.\nوتحدث مصدر لاحقا عن دراجة مسروقة.",
            T.REMOTE_EXPLOSIVE,
        ),
        (
            "قتل سبعون مصليا في قصف مسجد بمدينة الفاشر الثلاثاء.\nوتتوافق الفجوة مع طائرة مسيرة.",
            T.AIR_DRONE_STRIKE,
        ),
        ("قتل سبعون مصليا في قصف مسجد بمدينة الفاشر الثلاثاء.", T.SHELLING),
    ],
)
def test_the_means_that_only_another_clause_names_refines_a_blast_or_a_bombing(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            (
                "Militants attacked a police post near Daquq on Tuesday, killing six.\n"
                "Reinforcements were hit by a roadside bomb on their way."
            ),
            T.ARMED_CLASH,
        ),
        (
            (
                "قتل ستة شرطيين في هجوم لتنظيم داعش على نقطة تفتيش قرب داقوق الثلاثاء.\n"
                "وانفجرت عبوة ناسفة بالتعزيزات التي هرعت إلى المكان."
            ),
            T.ARMED_CLASH,
        ),
        (
            "A roadside bomb struck reinforcements on their way to Daquq on Tuesday, killing six.",
            T.REMOTE_EXPLOSIVE,
        ),
    ],
)
def test_a_bomb_that_meets_help_on_its_way_is_not_how_the_attack_began(
    body: str, kind: SubEventType
) -> None:
    assert event_of(body).sub_event_type is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("مقتل 15 عنصرا من حركة الشباب في شبيلي الوسطى الثلاثاء.", T.ARMED_CLASH),
        ("مقتل 15 عنصرا من حركة الشباب في عملية بشبيلي الوسطى الثلاثاء.", T.ARMED_CLASH),
        ("مقتل خمسة من عناصر داعش في صحراء الأنبار الثلاثاء.", T.ARMED_CLASH),
        ("اغتيال قيادي في حركة الشباب في مقديشو الثلاثاء.", T.ATTACK),
        ("ارتفاع حصيلة تفجيري المدينة في كرمان إلى 84 قتيلا الثلاثاء.", T.REMOTE_EXPLOSIVE),
        ("صدت قوات المقاومة اليمنية المشتركة الثلاثاء هجومين للحوثيين في الجاح.", T.ARMED_CLASH),
    ],
)
def test_members_of_a_group_who_are_killed_were_fought(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


def test_soldiers_who_died_in_an_accident_were_not_attacked() -> None:
    assert not events_of("مقتل ثلاثة جنود مصريين في حادث سير جنوب القاهرة الثلاثاء.")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Israel bombs Syrian defence ministry in Damascus, killing three.", T.AIR_DRONE_STRIKE),
        ("Russia bombs Idlib, killing four civilians.", T.AIR_DRONE_STRIKE),
        ("Two bombs kill five in Baghdad.", T.REMOTE_EXPLOSIVE),
        ("Bombs kill three in Kabul.", T.REMOTE_EXPLOSIVE),
        ("Roadside bombs killed three soldiers in Kabul.", T.REMOTE_EXPLOSIVE),
    ],
)
def test_who_bombs_flies_and_bombs_that_kill_explode(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


def test_israel_reaches_iran_from_the_air_alone() -> None:
    event = event_of("شنت إسرائيل فجر الثلاثاء هجوما واسعا على إيران، استهدف منشآت نووية في نطنز.")
    assert event.sub_event_type is T.AIR_DRONE_STRIKE
