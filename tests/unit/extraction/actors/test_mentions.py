"""Actor mentions: composition, context, patrons, and who only speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.extraction.actors.mentions import ActorFinder, ActorMention
from workers.text.fold import folded

FINDER = ActorFinder()
LEBANON, SUDAN = frozenset({"LB"}), frozenset({"SD"})


def mentions(sentence: str, country: str | None = None) -> tuple[ActorMention, ...]:
    return FINDER.find(folded(sentence), country)


def ids(sentence: str, country: str | None = None) -> list[str | None]:
    return [mention.actor_id for mention in mentions(sentence, country)]


@pytest.mark.parametrize(
    ("sentence", "words", "actor_id"),
    [
        ("حلّقت طائرات حربية تركية فوق البلدة", "طائرات حربية تركية", "tr-mil"),
        ("نفّذ سلاح الجو الأردني طلعة", "سلاح الجو الأردني", "jo-mil"),
        ("أصابت نيران دبابات إسرائيلية المبنى", "دبابات إسرائيلية", "il-mil"),
        ("توغلت آليات عسكرية إثيوبية", "آليات عسكرية إثيوبية", "et-mil"),
        ("قصفت مدفعية الجيش السوري التلال", "مدفعية الجيش السوري", "sy-mil"),
        ("فرّقت الشرطة الكينية الحشد", "الشرطة الكينية", "ke-police"),
        ("حلّقت مقاتلات تابعة للتحالف الدولي", "مقاتلات تابعة للتحالف الدولي", "global-coalition"),
        ("هاجم مقاتلو طالبان القافلة", "مقاتلو طالبان", "taliban"),
        ("قتل عنصر من جماعة «أنصار الله»", "جماعة «أنصار الله»", "houthis"),
        ("Nigerien soldiers fired on the convoy", "Nigerien soldiers", "ne-mil"),
        ("Two Ethiopian drones were seen", "Ethiopian drones", "et-mil"),
        ("Sudan's army advanced", "Sudan's army", "sd-mil"),
        ("Boko Haram fighters raided the market", "Boko Haram fighters", "boko-haram"),
        ("Pakistani military helicopters hovered", "Pakistani military helicopters", "pk-mil"),
    ],
)
def test_a_nationality_or_name_with_its_noun_makes_one_actor(
    sentence: str, words: str, actor_id: str
) -> None:
    text = folded(sentence)
    found = [m for m in FINDER.find(text) if m.actor_id == actor_id]

    assert folded(words) in [text[m.start : m.end] for m in found]


@pytest.mark.parametrize(
    ("sentence", "actor_id"),
    [
        ("أوقعت غارة أميركية قتلى", "us-mil"),
        ("سقط قتلى في قصف روسي", "ru-mil"),
        ("تضرر المصنع بضربات إسرائيلية", "il-mil"),
        ("An Emirati air strike hit the bridge", "ae-mil"),
    ],
)
def test_an_act_of_a_nationality_is_its_military_and_leaves_the_act_outside(
    sentence: str, actor_id: str
) -> None:
    (mention,) = [m for m in mentions(sentence) if m.actor_id == actor_id]

    assert mention.head == "act"
    assert mention.end - mention.start <= len("Emirati") + 2


def test_demonyms_joined_by_and_share_the_noun() -> None:
    assert ids("شاركت طائرات روسية وسورية في القصف") == ["ru-mil", "sy-mil"]
    assert ids("تبادلت القوات الهندية والباكستانية النيران") == ["in-mil", "pk-mil"]


def test_who_stands_after_and_is_not_the_owner_of_the_noun_before() -> None:
    assert ids("اشتبك الجيش والحوثيون قرب المدينة", "YE") == ["ye-mil", "houthis"]


def test_a_definite_noun_takes_no_genitive() -> None:
    assert "us-mil" in ids("دعت الحركة القوات الأميركية إلى الرحيل")
    (mention,) = [
        m for m in mentions("دعت الحركة القوات الأميركية إلى الرحيل") if m.actor_id == "us-mil"
    ]
    assert mention.head != "group"


@pytest.mark.parametrize(
    ("sentence", "actor_id"),
    [
        ("قصفت فصائل مدعومة من إيران القاعدة في سوريا", "iran-backed-militias"),
        ("اتُّهمت ميليشيات عراقية موالية لإيران", "iran-backed-militias"),
        ("انتشرت المجموعات التي تدعمها إيران غربي الفرات في سوريا", "iran-backed-militias"),
        ("شنت الميليشيات الإيرانية هجوما في سوريا", "iran-backed-militias"),
        ("Iranian-backed groups in Syria fired rockets", "iran-backed-militias"),
        ("هاجمت فصائل موالية لتركيا قرية في سوريا", "turkish-backed-factions"),
        ("Moscow-backed separatists in Ukraine shelled a village", "russian-backed-forces"),
    ],
)
def test_a_group_with_a_patron_is_a_proxy_not_the_patron(sentence: str, actor_id: str) -> None:
    attackers = [m.actor_id for m in mentions(sentence) if not (m.modifier or m.locative)]

    assert actor_id in attackers
    assert not {"ir", "tr", "ru"} & set(attackers)


@pytest.mark.parametrize(
    ("sentence", "patron"),
    [
        ("تقدم الحوثيون المدعومون من إيران", "ir"),
        ("تعرضت المنطقة الخاضعة لسيطرة قسد لقصف", "sdf"),
        ("قصفت بلدة تسيطر عليها المعارضة السورية", "syrian-opposition"),
        ("استهدف مستشفى تابع للهلال في منطقة تديرها حماس", "hamas"),
        ("The Iran-backed Houthis fired again", "ir"),
        ("Shells fell on a town held by Islamic State", "islamic-state"),
    ],
)
def test_who_backs_or_holds_is_a_modifier(sentence: str, patron: str) -> None:
    (mention,) = [m for m in mentions(sentence) if m.actor_id == patron]

    assert mention.modifier


def test_the_iran_backed_group_points_back_to_the_group_named() -> None:
    found = mentions("Hezbollah shelled the post. The Iran-backed group said it used drones.")

    assert [m.actor_id for m in found] == ["hezbollah", "hezbollah"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قال الجيش الإسرائيلي إن صاروخا سقط في الجليل", "il-mil"),
        ("قال المتحدث باسم الجيش الإسرائيلي أفيخاي أدرعي إن جنديا قتل", "il-mil"),
        ("أعلنت وزارة الدفاع الروسية مقتل جنديين بهجوم", "ru-mil"),
        ("الجيش اللبناني: مقتل عسكري بانفجار لغم", "lb-mil"),
        ("وقع الانفجار بحسب الشرطة العراقية قرب السوق", "iq-police"),
        ("أعلن الجيش الأردني أنه اعترض طائرة مسيرة", "jo-mil"),
        ("اتهمت أنقرة وحدات حماية الشعب بزرع العبوة", "tr"),
        ("Ukraine's army said missiles hit the port", "ua-mil"),
        ("A bomb went off, said the Iraqi army", "iq-mil"),
        ("Four died, according to Turkish police", "tr-police"),
        ("The Saudi-led coalition said it intercepted a drone", "arab-coalition"),
        ("Israeli army spokesman Avi Levi said a rocket fell", "il-mil"),
    ],
)
def test_who_only_tells_is_a_speaker(sentence: str, speaker: str) -> None:
    assert [m.speaker for m in mentions(sentence) if m.actor_id == speaker] == [True]


@pytest.mark.parametrize(
    ("sentence", "attacker"),
    [
        ("أعلن الجيش الأميركي أنه قصف مستودعا", "us-mil"),
        ("أعلن الحوثيون استهداف سفينة حاويات", "houthis"),
        ("حماس: قصفنا الموقع بقذائف الهاون", "hamas"),
        ("أعلنت حركة الشباب مسؤوليتها عن التفجير", "al-shabaab"),
        (
            "أعلنت ميليشيا سرايا أولياء الدم الموالية لإيران الثلاثاء مسؤوليتها عن الهجوم",
            "saraya-awliya-al-dam",
        ),
        ("تبنى تنظيم داعش الهجوم", "islamic-state"),
        ("قالت المقاومة الإسلامية في العراق إن مسيرتين ضربتا هدفا", "islamic-resistance-in-iraq"),
        ("حمّل الوزير قوات التحالف الدولي مسؤولية الغارة", "global-coalition"),
        ("واشنطن تتهم كتائب حزب الله بقصف السفارة", "kataib-hezbollah"),
        ("The Houthis said they had fired at a ship", "houthis"),
        ("The Taliban claimed the attack on the convoy", "taliban"),
        ("The governor blamed Boko Haram", "boko-haram"),
        ("Residents say Turkish forces fired on the village", "tr-mil"),
    ],
)
def test_who_tells_its_own_deed_or_is_accused_is_no_mere_speaker(
    sentence: str, attacker: str
) -> None:
    assert [m.speaker for m in mentions(sentence) if m.actor_id == attacker] == [False]


@pytest.mark.parametrize(
    ("sentence", "country", "expected"),
    [
        ("شن التحالف غارات", "YE", "arab-coalition"),
        ("شن التحالف غارات", "SY", "global-coalition"),
        ("تقدم الجيش الوطني", "LY", "lna"),
        ("تقدم الجيش الوطني", "YE", "ye-mil"),
        ("قصف الجيش البلدة", "SD", "sd-mil"),
        ("اقتحم الجيش المدينة", "PS", "il-mil"),
        ("The army shelled the village", "MM", "mm-mil"),
    ],
)
def test_short_names_mean_what_the_article_is_about(
    sentence: str, country: str, expected: str
) -> None:
    assert ids(sentence, country) == [expected]


def test_short_names_stay_unread_without_context() -> None:
    assert ids("شن التحالف حملة انتخابية") == []
    assert [m.actor_id for m in mentions("دخل الجيش المدينة")] == [None]


def test_an_anaphor_points_to_the_actor_named_before() -> None:
    first, second = mentions("سيطر تنظيم داعش على الحقل ثم أحرق التنظيم الآبار")

    assert (first.actor_id, second.actor_id) == ("islamic-state", "islamic-state")
    assert second.anaphoric


def test_its_forces_are_those_of_the_actor_named_last() -> None:
    found = mentions("نفت تركيا الخبر وقالت إن طائراتها لم تقصف القرية")

    assert [m.actor_id for m in found] == ["tr", "tr-mil"]


@pytest.mark.parametrize(
    "sentence", ["اندلع حريق في تركيا", "سافر إلى إيران", "Fire broke out in Turkey"]
)
def test_a_country_named_as_a_place_is_locative(sentence: str) -> None:
    assert [m.locative for m in mentions(sentence)] == [True]


@pytest.mark.parametrize("sentence", ["إسرائيل تقصف دمشق", "Turkey shelled the village"])
def test_a_country_that_acts_is_not_locative(sentence: str) -> None:
    assert not mentions(sentence)[0].locative


@pytest.mark.parametrize(
    "sentence",
    [
        "شارك الشباب في السباق",
        "امتدت القاعدة الجماهيرية للنادي",
        "على أمل اللقاء",
        "فتح المتجر أبوابه",
        "عزف موسيقى فاغنر في الحفل",
        "تحدث عن مسيرته الفنية",
        "they told us that it is fine",
        "the bus was on time",
    ],
)
def test_common_words_are_no_actors(sentence: str) -> None:
    assert ids(sentence) == []


def test_things_of_a_nation_are_not_its_military() -> None:
    (mention,) = mentions("غرق مواطن تركي في البحيرة")

    assert (mention.actor_id, mention.country, mention.head) == (None, "TR", "civil")


def test_an_aircraft_of_its_own_is_that_of_the_actor_named_last() -> None:
    found = mentions("أكد التحالف الدولي أن طائرة تابعة له دمرت القاذفة")

    assert [m.actor_id for m in found] == ["global-coalition", "global-coalition"]
    assert found[1].anaphoric


def test_a_leader_of_a_nation_is_no_armed_group() -> None:
    (mention,) = mentions("استقبل أمير قطر الوفد")

    assert (mention.head, mention.sector) == ("leader", "GOV")


def test_a_monitor_is_a_speaker() -> None:
    (monitor, strike) = mentions("المرصد السوري: غارات روسية على الحقل")

    assert (monitor.kind, monitor.speaker) == ("outlet", True)
    assert strike.actor_id == "ru-mil"


@given(
    st.text(
        alphabet=st.sampled_from("الحوثيجشةقصف وبإسرا نتكم«».:,us'- -ledbackIran"), max_size=200
    )
)
def test_any_text_gives_mentions_in_order_that_slice_it(text: str) -> None:
    text = folded(text)
    end = 0
    for mention in FINDER.find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


def test_a_hostile_drone_is_the_enemys_where_the_places_lie_in_a_country_that_says_so() -> None:
    text = folded("أغارت مسيّرة معادية على دراجة عند مفرق البلدة")
    assert "il-mil" in [mention.actor_id for mention in FINDER.find(text, around=LEBANON)]
    assert "il-mil" not in [
        mention.actor_id for mention in FINDER.find(text, around=frozenset({"SA"}))
    ]


def test_what_is_hostile_to_somebody_is_not_the_enemys() -> None:
    text = folded("سارت قوات معادية للحكومة نحو الساحل")
    assert "il-mil" not in [mention.actor_id for mention in FINDER.find(text, around=LEBANON)]


def test_the_army_is_that_of_the_places_where_no_country_is_named() -> None:
    text = folded("قصف الجيش السوق")
    assert [mention.actor_id for mention in FINDER.find(text, around=SUDAN)] == ["sd-mil"]
    named = folded("قصف الجيش السوق، قالت مصر")
    assert FINDER.find(named, around=SUDAN)[0].actor_id == "eg-mil"


@pytest.mark.parametrize(
    ("sentence", "actor_id"),
    [
        ("أعلنت القوات المسلحة اليمنية استهداف مطار بن غوريون بصاروخ", "houthis"),
        ("قال متحدث القوات المسلحة اليمنية العميد سريع إنها أغرقت سفينة", "houthis"),
        ("قصفت القوات المسلحة اليمنية سفينة شحن في البحر الأحمر", "houthis"),
        ("The Yemeni Armed Forces fired a missile at Eilat", "houthis"),
        ("القوات المسلحة اليمنية قتلت عشرة من مسلحي الحوثي غرب مأرب", "ye-mil"),
        ("أعلن الجيش اليمني صد هجوم للحوثيين بعد قصف سفينة في البحر الأحمر", "ye-mil"),
        ("The Yemeni armed forces took a hill from the Houthis near Marib", "ye-mil"),
    ],
)
def test_the_yemeni_armed_forces_are_the_houthis_where_they_strike_israel_or_ships(
    sentence: str, actor_id: str
) -> None:
    assert ids(sentence)[0] == actor_id


def test_the_libyan_army_is_haftars_where_his_own_speak() -> None:
    assert ids("قال المسماري إن الجيش الليبي قصف مواقع قرب درنة")[0] == "lna"
    assert ids("قصف الجيش الليبي مواقع خليفة حفتر، قالت قوات الوفاق")[0] == "ly-mil"
