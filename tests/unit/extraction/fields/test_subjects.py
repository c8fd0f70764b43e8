"""Subject and object in Arabic order: who attacked, and whom, where the verb stands first."""

import pytest

from tests.unit.extraction.reading_of import event_of
from workers.model import SubEventType


def parties(body: str) -> tuple[set[str], set[str]]:
    event = event_of(body)
    return {a.name for a in event.actors}, {r.name for r in event.recipients}


@pytest.mark.parametrize(
    ("body", "attacker", "attacked"),
    [
        ("اغتال عناصر من تنظيم الدولة مختار قرية في ريف الحسكة.", "Islamic State", "tribal elder"),
        (
            "هاجم عناصر من تنظيم داعش حافلة للجيش السوري في بادية السخنة.",
            "Islamic State",
            "Syrian military",
        ),
        ("استهدف عناصر من حركة الشباب دورية للجيش في هيران.", "al-Shabaab", "Somali military"),
        ("استهدف انتحاري من تنظيم داعش كنيسة في دمشق.", "Islamic State", "church"),
        ("استهدف التحالف عناصر من تنظيم داعش في وادي حوران.", "US-led coalition", "Islamic State"),
        ("قتلت طالبان قائد الشرطة في هجوم على مقره في قندهار.", "Taliban", "headquarters"),
        ("قتلت الشرطة المصرية خمسة مسلحين في العريش.", "Egyptian security forces", "gunmen"),
        ("قتلت القوات الإسرائيلية فلسطينيين اثنين في جنين.", "Israeli military", "Palestinian"),
    ],
)
def test_the_verb_first_sentence_tells_both(body: str, attacker: str, attacked: str) -> None:
    by, hit = parties(body)
    assert by == {attacker}
    assert attacked in hit
    assert attacker not in hit


def test_police_that_kill_are_no_victims() -> None:
    assert "police" not in parties("قتلت الشرطة المصرية خمسة مسلحين في العريش.")[1]


def test_who_rams_is_no_victim() -> None:
    _, hit = parties("دهس شاب فلسطيني جنديين إسرائيليين عند حاجز قرب الخليل.")
    assert "Israeli military" in hit
    assert "young man" not in hit
    assert "tourists" in parties("طعن سائح في القاهرة.")[1]


def test_a_reply_told_twice_keeps_who_replied() -> None:
    event = event_of(
        "وردت إسرائيل بقصف مواقع للحركة في بيت حانون صباح اليوم.",
        "وردت إسرائيل بقصف مواقع للحركة في بيت حانون",
    )
    assert {a.name for a in event.actors} == {"Israel"}


def test_dawn_is_no_explosion() -> None:
    event = event_of("استهدف الجيش العراقي عناصر من داعش قرب الرطبة فجرا.")
    assert event.sub_event_type is SubEventType.ARMED_CLASH


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Israeli naval fire killed two fishermen off Khan Younis.", SubEventType.ATTACK),
        (
            "Pakistan's army said it had killed six militants in a raid in North Waziristan.",
            SubEventType.ARMED_CLASH,
        ),
        ("An Israeli raid on Damascus killed three people.", SubEventType.AIR_DRONE_STRIKE),
        ("Army helicopters opened fire on a convoy near Goma.", SubEventType.AIR_DRONE_STRIKE),
        ("صدت القوات المشتركة هجوما حوثيا في الضالع.", SubEventType.ARMED_CLASH),
    ],
)
def test_fire_and_raids_on_the_ground(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


def test_two_syrian_soldiers_are_no_town() -> None:
    event = event_of("قتل جنديان سوريان في هجوم على حافلة قرب السخنة.")
    assert event.location is not None
    assert event.location.country_code == "SY"


def test_where_the_dead_came_from_is_not_where_they_died() -> None:
    event = event_of("Gunmen killed nine labourers from Punjab in Balochistan.")
    assert event.location is not None
    assert event.location.name == "Balochistan"


def test_who_says_that_it_killed_in_a_strike_struck() -> None:
    by, _ = parties("قال الجيش الإسرائيلي إنه قتل قائدا في حماس في غارة على خان يونس.")
    assert by == {"Israeli military"}


def test_two_joined_by_and_attacked_together() -> None:
    by, _ = parties("Wagner mercenaries and Malian soldiers shelled a village in Kidal.")
    assert by == {"Wagner Group", "Malian Armed Forces"}


def test_an_ambush_on_a_bus_is_no_battle() -> None:
    event = event_of("Al-Shabaab militants ambushed a bus in Lamu and killed six passengers.")
    assert event.sub_event_type is SubEventType.ATTACK


@pytest.mark.parametrize(
    "body",
    [
        "US forces destroyed two Houthi missile launchers in Hodeidah.",
        "دمرت القوات الأميركية منصتي إطلاق صواريخ للحوثيين في الحديدة.",
    ],
)
def test_whose_launchers_are_destroyed_is_struck(body: str) -> None:
    assert parties(body) == ({"US military"}, {"Houthis"})
    assert event_of(body).sub_event_type is SubEventType.AIR_DRONE_STRIKE


def test_an_army_that_tells_of_militants_killed_killed_them() -> None:
    by, _ = parties("أعلن الجيش الباكستاني مقتل ستة مسلحين في وزيرستان الشمالية.")
    assert by == {"Pakistani military"}
    by, hit = parties("أعلن الجيش اللبناني مقتل جندي في اشتباك مع مسلحين في الهرمل.")
    assert "Lebanese military" not in by
    assert "soldiers" in hit


@pytest.mark.parametrize(
    ("body", "attacked"),
    [
        ("إصابة ثلاثة جنود إسرائيليين في عملية دهس قرب جنين.", "Israeli military"),
        ("إصابة شرطي عراقي بانفجار عبوة ناسفة في الفلوجة.", "Iraqi security forces"),
    ],
)
def test_who_is_said_to_be_hurt_hurt_nobody(body: str, attacked: str) -> None:
    by, hit = parties(body)
    assert attacked in hit
    assert not any("military" in name or "security" in name for name in by)


@pytest.mark.parametrize(
    ("body", "attacker", "attacked"),
    [
        (
            "شنت إسرائيل فجر الثلاثاء هجوما واسعا على إيران استهدف منشأة نطنز.",
            "Israel",
            "Iran",
        ),
        ("شنت روسيا هجوما صاروخيا على أوكرانيا استهدف كييف الثلاثاء.", "Russia", "Ukraine"),
        (
            "تنظيم داعش يهاجم الحشد الشعبي غربي الأنبار الثلاثاء.",
            "Islamic State",
            "Popular Mobilization Forces",
        ),
        (
            "قتل عشرون شخصا بقصف مدفعي من قوات الدعم السريع على حي الثورة في أم درمان.",
            "Rapid Support Forces",
            "person",
        ),
    ],
)
def test_who_stands_behind_on_or_a_headlines_verb_is_the_object(
    body: str, attacker: str, attacked: str
) -> None:
    by, hit = parties(body)
    assert by == {attacker}
    assert attacked in hit
    assert attacker not in hit


def test_the_country_that_rockets_come_from_did_not_fire_them() -> None:
    by, _ = parties("أصيب ثلاثة أشخاص بصواريخ من لبنان على كريات شمونة الثلاثاء.")
    assert not by


def test_whose_attacks_a_town_often_sees_did_not_make_this_one() -> None:
    by, _ = parties(
        "قتل ثلاثة جنود في انفجار سيارة مفخخة عند حاجز في مقديشو الثلاثاء. وتعرضت المدينة مرارا "
        "لهجمات من حركة الشباب."
    )
    assert not by
