"""Type, weapons, outcome and certainty of an attack."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Certainty, Outcome, SubEventType, Weapon

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
    ],
)
def test_the_weapon_that_is_named_is_listed(body: str, weapon: Weapon) -> None:
    assert weapon in event_of(body).weapons


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("أعلن الجيش إحباط هجوم بسيارة مفخخة على معسكر في مدينة مأرب الثلاثاء.", Outcome.FOILED),
        ("Police foiled a plot to bomb a church in Cairo on Tuesday.", Outcome.FOILED),
        (
            "اعترضت الدفاعات الجوية صاروخا أطلقه الحوثيون باتجاه مدينة جازان الثلاثاء.",
            Outcome.INTERCEPTED,
        ),
        (
            "Air defences shot down two drones launched at the Ain al-Asad base on Tuesday.",
            Outcome.INTERCEPTED,
        ),
        ("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر.", Outcome.CARRIED_OUT),
    ],
)
def test_the_outcome_says_whether_it_was_stopped(body: str, outcome: Outcome) -> None:
    assert event_of(body).outcome is outcome


def test_an_attack_that_killed_was_carried_out_though_part_of_it_was_stopped() -> None:
    event, *_ = events_of(
        "أطلق الحوثيون صواريخ على مدينة مأرب الثلاثاء، واعترضت الدفاعات صاروخا وقتل مدنيان."
    )
    assert event.outcome is Outcome.CARRIED_OUT


def test_what_is_told_plainly_is_reported() -> None:
    assert event_of("انفجرت سيارة مفخخة الثلاثاء في سوق بتلعفر.").certainty is Certainty.REPORTED
