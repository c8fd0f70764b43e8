"""Mentions: which clauses tell of an attack, where a sentence is cut, what points back."""

import pytest

from tests.unit.extraction.reading_of import clauses_of, mentions_of
from workers.model import SubEventType, Weapon


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        (
            "قصفت طائرات إسرائيلية مواقع في القنيطرة ردا على إطلاق صواريخ على كريات شمونة.",
            "ردا علي",
        ),
        ("شنت المقاتلات غارات على صعدة فيما انفجرت سيارة مفخخة في مدينة عدن.", "فيما"),
        ("هاجم مسلحون حاجزا شمال تكريت بعد ساعات من تفجير انتحاري في وسط بغداد.", "بعد ساعات"),
        (
            "Warplanes bombed a depot in Quneitra in response to rockets fired at Kiryat Shmona.",
            "in response to",
        ),
        ("A car bomb exploded in Mosul while gunmen attacked a checkpoint near Baiji.", "while"),
    ],
)
def test_a_sentence_with_two_attacks_is_cut_where_they_are_joined(
    sentence: str, second: str
) -> None:
    clauses = clauses_of(sentence)
    assert len(clauses) == 2
    assert clauses[1].startswith(second)


@pytest.mark.parametrize(
    "sentence",
    [
        "انفجرت عبوة ناسفة في سوق فيما كان الناس يشترون الخبز.",
        "قصف الجيش البلدة بعد أن غادرها السكان.",
        "A bomb exploded in the market while shoppers were buying bread.",
    ],
)
def test_a_sentence_with_one_attack_is_not_cut(sentence: str) -> None:
    assert len(clauses_of(sentence)) == 1


def test_a_clause_remembers_the_words_that_join_it() -> None:
    first, second = mentions_of(
        "قصفت طائرات إسرائيلية مواقع في القنيطرة ردا على إطلاق صواريخ على كريات شمونة."
    )
    assert (first.joint, second.joint) == ("", "ردا علي")


@pytest.mark.parametrize(
    "sentence",
    [
        "وأوضح المصدر أن الهجوم وقع قرب السوق وقتل فيه جندي.",
        "وأضاف أن الغارة أصابت سيارة.",
        "وقال إن القصف استمر ساعة.",
    ],
)
def test_a_definite_attack_noun_points_back(sentence: str) -> None:
    assert all(mention.definite for mention in mentions_of(sentence))
    assert mentions_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["وقع هجوم مسلح قرب السوق وقتل جندي.", "قصف الجيش البلدة.", "فجر انتحاري نفسه في السوق."],
)
def test_an_indefinite_noun_or_a_verb_tells_of_an_attack_anew(sentence: str) -> None:
    (mention,) = mentions_of(sentence)
    assert not mention.definite


@pytest.mark.parametrize(
    "sentence",
    [
        "اعترضت الدفاعات الجوية صاروخا باليستيا فوق مدينة جازان.",
        "أحبطت الشرطة هجوما بسيارة مفخخة على معسكر.",
        "Air defences shot down a drone over the base.",
        "Police foiled a car bomb attack on a church.",
    ],
)
def test_an_attack_that_was_stopped_is_a_mention_that_says_so(sentence: str) -> None:
    (mention,) = mentions_of(sentence)
    assert mention.is_stopped


def test_an_attack_is_not_stopped_by_words_far_from_it() -> None:
    (mention,) = mentions_of(
        "قصفت الطائرات مخزنا للسلاح في أطراف المدينة الشمالية وقال متحدث عسكري للصحفيين "
        "إن خططا أخرى للعدو جرى إحباطها."
    )
    assert not mention.is_stopped


@pytest.mark.parametrize(
    "sentence",
    [
        "توفي ثلاثة أشخاص وأصيب آخرون في حادث على الطريق السريع.",
        "وصلت حمولة من الصواريخ إلى الميناء.",
        "ارتفعت أسعار الخبز في أسواق العاصمة.",
        "The minister opened a new school on Tuesday.",
        "Three people were injured on the motorway.",
    ],
)
def test_casualties_or_weapons_alone_are_no_attack(sentence: str) -> None:
    assert mentions_of(sentence) == []


def test_an_attack_to_come_is_in_the_future() -> None:
    (mention,) = mentions_of("وقال القائد إن قواته ستقصف المدينة.")
    assert mention.future


def test_the_words_of_a_clause_vote_for_a_kind_once_each() -> None:
    (mention,) = mentions_of("غارة جوية على البلدة، غارة جوية نفذتها طائرات.")
    once, *_ = mentions_of("غارة جوية على البلدة نفذتها طائرات.")
    assert mention.votes() == once.votes()
    assert max(mention.votes().items(), key=lambda pair: pair[1])[0] is (
        SubEventType.AIR_DRONE_STRIKE
    )


def test_weapons_are_listed_in_the_order_of_the_text() -> None:
    (mention,) = mentions_of("هاجم مسلحون الموقع بقذائف هاون وسيارة مفخخة.")
    assert mention.weapons()[:2] == (Weapon.MORTAR, Weapon.CAR_BOMB)


def test_a_recollection_recalls_all_of_its_sentence() -> None:
    (mention,) = mentions_of("يذكر أن المدينة شهدت تفجيرا انتحاريا قتل فيه عشرون شخصا.")
    assert mention.recalls


def test_a_skipped_sentence_yields_no_mention() -> None:
    lead = "انفجرت عبوة ناسفة صباح الثلاثاء قرب دورية في مدينة بعقوبة وقتل شرطيان."
    assert len(mentions_of(f"مقدمة قصيرة عن اليوم.\n{lead}\n{lead}\nانتهى البيان.")) == 1


@pytest.mark.parametrize(
    ("sentence", "definite"),
    [
        ("The group claimed the attack.", True),
        ("Thursday's bombing killed five.", True),
        ("The deadly rocket attack wounded two.", True),
        ("Gunmen killed two in an attack on a bank.", False),
        ("It was hit in another attack.", False),
        ("Two died when a drone strike hit a bus.", False),
    ],
)
def test_an_english_attack_noun_is_definite_by_the_words_before_it(
    sentence: str,
    definite: bool,  # noqa: FBT001 - what is expected
) -> None:
    nouns = [hit for m in mentions_of(sentence) for hit in m.hits if hit.entry.kind == "noun"]
    assert [hit.surface.definite for hit in nouns] == [definite]


def test_a_verb_right_behind_a_definite_noun_speaks_of_it() -> None:
    (mention,) = mentions_of("وقال المرصد إن الغارة استهدفت بلدة عربين.")
    assert mention.definite


def test_what_comes_of_an_attack_does_not_make_it_feared() -> None:
    told, feared = (
        "وقع الهجوم الثلاثاء على قاعدة عين الأسد بصواريخ وأصيب جندي، ويفحص آخرون تحسبا لارتجاج.",
        "تتحسب القوات تحسبا لهجوم على قاعدة عين الأسد بصواريخ.",
    )
    assert [mention.unreal for mention in mentions_of(told)] == [False]
    assert [mention.unreal for mention in mentions_of(feared)] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال المتحدث إن الطائرة سقطت بعد عشرين دقيقة من إقلاعها.",
        "أفادت الصحيفة بأن الحادث وقع حين هوت المروحية قرب المطار.",
    ],
)
def test_an_aircraft_that_comes_down_is_no_attack(sentence: str) -> None:
    assert mentions_of(sentence) == []


def test_rockets_that_come_down_are() -> None:
    assert len(mentions_of("وقال المتحدث إن الصواريخ سقطت قرب المطار.")) == 1


def test_an_aircraft_that_is_the_subject_of_a_verb_tells_a_strike() -> None:
    (acts,) = mentions_of("كما استهدف طيران التحالف آليات متحركة في مديرية رازح.")
    (only_named,) = mentions_of("كما استهدف الجيش آليات تحت تحليق طيران التحالف في مديرية رازح.")
    air = SubEventType.AIR_DRONE_STRIKE
    assert acts.votes()[air] > only_named.votes()[air]


@pytest.mark.parametrize(
    "sentence",
    [
        "قتلت المقاومة عشرات المسلحين في معارك قرب زبيد بدعم من الغارات الجوية.",
        "خاضت القوات معارك عنيفة قرب زبيد مسنودة بطيران التحالف.",
        "Troops fought fierce battles near Zabid backed by air strikes.",
    ],
)
def test_support_from_the_air_speaks_for_the_fight(sentence: str) -> None:
    (mention,) = mentions_of(sentence)
    votes = mention.votes()
    assert votes.get(SubEventType.AIR_DRONE_STRIKE, 0.0) == 0.0
    assert max(votes, key=lambda kind: votes[kind]) is SubEventType.ARMED_CLASH


def test_raids_beside_a_fight_are_no_support() -> None:
    (mention,) = mentions_of("خاضت القوات معارك عنيفة قرب زبيد وسط غارات جوية.")
    assert mention.votes()[SubEventType.AIR_DRONE_STRIKE] > 0.0


def test_what_somebody_says_in_between_does_not_cut_a_clause() -> None:
    assert (
        len(clauses_of("ردت القوات بعملية في كوت أسفرت، كما يقول حاكمها، عن مقتل تسعة بغارة.")) == 1
    )
    assert len(clauses_of("قصفت المدفعية بلدة الخيام، كما أغارت طائرات على بلدة كفركلا.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل عشرون مسلحا في مواجهات مع المقاومة وغارات للتحالف في مديرية حيس.",
        "قتل عشرون مسلحا في غارات للتحالف ومواجهات مع المقاومة في مديرية حيس.",
    ],
)
def test_who_died_in_fighting_and_raids_died_in_a_battle(sentence: str) -> None:
    (mention,) = mentions_of(sentence)
    votes = mention.votes()
    assert max(votes, key=lambda kind: votes[kind]) is SubEventType.ARMED_CLASH


@pytest.mark.parametrize(
    ("sentence", "definite"),
    [
        ("واستهدفت الغارات منصات إطلاق صواريخ في الجبال.", True),
        ("واستهدفت غارات منصات إطلاق صواريخ في الجبال.", False),
    ],
)
def test_a_definite_attack_right_behind_its_verb_points_back(
    sentence: str, *, definite: bool
) -> None:
    (mention,) = mentions_of(sentence)
    assert mention.definite is definite


def test_what_an_attack_coincided_with_is_another() -> None:
    assert clauses_of("وتزامنت الغارات على حيس، بحسب مصدر، مع قصف مدفعي على زبيد.") == [
        "وتزامنت الغارات علي حيس، بحسب مصدر،",
        "مع قصف مدفعي علي زبيد.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "وأطلق الجيش عملية تمشيط بمساندة المروحيات.",
        "The army launched a sweep backed by helicopters.",
        "Security forces launched a manhunt, with drones overhead.",
        "وأطلقت القوات حملة أمنية واسعة بمساندة الطيران لملاحقة المنفذين.",
    ],
)
def test_a_search_is_no_attack(body: str) -> None:
    assert mentions_of(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "نفذ الجيش عملية تمشيط بالأسلحة الرشاشة باتجاه أطراف البلدة.",
        "The army launched a sweep in which twelve militants were killed.",
        "أطلقت القوات صواريخ على مواقع للمسلحين.",
    ],
)
def test_a_search_with_fire_or_dead_tells_of_one(body: str) -> None:
    assert mentions_of(body) != []


@pytest.mark.parametrize(
    ("body", "weapon"),
    [
        ("US bombers struck nuclear sites at Fordow.", Weapon.AIRCRAFT),
        ("Two suicide bombers struck a market.", Weapon.SUICIDE_VEST),
    ],
)
def test_a_nations_bombers_are_aircraft(body: str, weapon: Weapon) -> None:
    (mention,) = mentions_of(body)
    assert weapon in mention.weapons()


@pytest.mark.parametrize(
    "body",
    [
        "ألقت طائرات الجيش الثلاثاء منشورات على بلدة سراقب.",
        "ألقت طائرات أردنية الثلاثاء 20 ألف وجبة على شمال غزة.",
        "Jordanian planes dropped food parcels over Gaza on Tuesday.",
    ],
)
def test_leaflets_and_aid_from_the_air_are_no_attack(body: str) -> None:
    assert mentions_of(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "ألقت طائرة الثلاثاء قنبلة على مركز لتوزيع المساعدات في رفح.",
        "A plane dropped a bomb on an aid convoy in Rafah on Tuesday.",
    ],
)
def test_bombs_on_aid_are_one(body: str) -> None:
    assert mentions_of(body)


@pytest.mark.parametrize(
    "body",
    [
        "تخشى الحكومة من تعرض الميناء لهجوم صاروخي.",
        "قال الوزير إن بلاده لا تستبعد شن غارات على المعسكرات.",
        "بحث المجلس خيار الضربات الجوية على المطار.",
        "التنظيم ما زال قادرا على شن هجمات كبيرة.",
    ],
)
def test_what_is_feared_or_considered_is_unreal(body: str) -> None:
    assert all(mention.unreal for mention in mentions_of(body))


def test_the_fear_for_those_under_rubble_does_not_make_it_unreal() -> None:
    told = mentions_of("يخشى أن يكون العشرات قتلوا في تفجير السوق.")
    assert not any(mention.unreal for mention in told)


@pytest.mark.parametrize(
    "body",
    [
        "سحبت الوكالة تقارير عن تعرض المطار لهجوم صاروخي.",
        "أكد الجيش أنه لم يكن هناك أي قصف على البلدة.",
        "تبين أن التفجير كان بلاغا كاذبا.",
    ],
)
def test_a_report_that_is_withdrawn_is_denied(body: str) -> None:
    assert all("denied" in mention.cues for mention in mentions_of(body))
