"""How an attack ended."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Outcome


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("أعلن الجيش إحباط هجوم بسيارة مفخخة على معسكر في مدينة مأرب الثلاثاء.", Outcome.FOILED),
        ("Police foiled a plot to bomb a church in Cairo on Tuesday.", Outcome.FOILED),
        ("أوقف الجيش انتحاريا كان على وشك تفجير نفسه في مقهى ببيروت الثلاثاء.", Outcome.FOILED),
        (
            "اعترضت الدفاعات الجوية صاروخا أطلقه الحوثيون باتجاه مدينة جازان الثلاثاء.",
            Outcome.INTERCEPTED,
        ),
        (
            "اعترضت قوات الدفاع الجوي الملكي السعودي صاروخين باليستيين في سماء الرياض الثلاثاء.",
            Outcome.INTERCEPTED,
        ),
        (
            "Air defences shot down two drones launched at the Ain al-Asad base on Tuesday.",
            Outcome.INTERCEPTED,
        ),
        (
            "The navy destroyed three hostile drones fired at the port of Jeddah on Tuesday.",
            Outcome.INTERCEPTED,
        ),
        ("A missile aimed at Eilat was shot out of the sky on Tuesday.", Outcome.INTERCEPTED),
        ("Sappers neutralised an explosive device near a court in Basra.", Outcome.FOILED),
        ("A would-be suicide bomber was caught at a shrine in Karbala on Tuesday.", Outcome.FOILED),
        (
            "Soldiers neutralised three militants in a firefight in Hakkari on Tuesday.",
            Outcome.CARRIED_OUT,
        ),
        ("انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر.", Outcome.CARRIED_OUT),
        ("A failed attack on the army base in Baquba on Tuesday hurt nobody.", Outcome.CARRIED_OUT),
    ],
)
def test_the_outcome_says_whether_it_was_stopped(body: str, outcome: Outcome) -> None:
    assert event_of(body).outcome is outcome


@pytest.mark.parametrize(
    "body",
    [
        "أطلق الحوثيون صاروخا باليستيا على مدينة جازان الثلاثاء. وقال التحالف إن دفاعاته اعترضته.",
        "The Houthis fired a missile at Jizan on Tuesday. Saudi air defences intercepted it.",
        "The Houthis launched two drones at Jizan on Tuesday. Both were shot down.",
    ],
)
def test_a_sentence_that_points_back_tells_of_the_interception(body: str) -> None:
    assert event_of(body).outcome is Outcome.INTERCEPTED


@pytest.mark.parametrize(
    "body",
    [
        (
            "Militants launched drones at the Ain al-Asad base on Tuesday; two were shot down and "
            "two hit a hangar."
        ),
        (
            "هاجمت ثلاث مسيرات قاعدة التنف السورية الثلاثاء وأسقطت الدفاعات مسيرتين، "
            "أما الثالثة فدخلت القاعدة. وقال مصدر إن الثالثة أصابت مبنى."
        ),
    ],
)
def test_an_attack_of_which_some_got_through_was_carried_out(body: str) -> None:
    assert event_of(body).outcome is Outcome.CARRIED_OUT


def test_debris_that_hurts_does_not_make_an_intercepted_missile_hit() -> None:
    event = event_of(
        "اعترضت الدفاعات الجوية السعودية صاروخا باليستيا فوق مدينة جازان الثلاثاء، "
        "وأصيب شخصان بشظايا الصاروخ."
    )
    assert event.outcome is Outcome.INTERCEPTED


def test_barrel_bombs_that_were_dropped_were_not_shot_down() -> None:
    body = "أسقطت مروحيات براميل متفجرة على مدينة درعا السورية الثلاثاء."
    assert event_of(body).outcome is Outcome.CARRIED_OUT


def test_an_attack_that_killed_was_carried_out_though_part_of_it_was_stopped() -> None:
    event, *_ = events_of(
        "أطلق الحوثيون صواريخ على مدينة مأرب الثلاثاء، واعترضت الدفاعات صاروخا وقتل مدنيان."
    )
    assert event.outcome is Outcome.CARRIED_OUT


def test_what_air_defences_foil_is_shot_down() -> None:
    body = "أحبطت الدفاعات الجوية هجوما بطائرتين مسيرتين على قاعدة قرب مطار بغداد الثلاثاء."
    assert event_of(body).outcome is Outcome.INTERCEPTED


def test_a_bomber_who_was_cornered_is_foiled_where_nobody_died() -> None:
    body = "فجر انتحاري نفسه عند محاصرته في منزل بمكة الثلاثاء وأصيب خمسة من رجال الأمن."
    assert event_of(body).outcome is Outcome.FOILED


@pytest.mark.parametrize(
    "body",
    [
        "Police stopped a car packed with explosives at a checkpoint in Mogadishu on Monday.",
        "أعلنت شرطة عدن ضبط سيارة ملغومة معدة للتفجير قرب سوق المدينة الاثنين.",
    ],
)
def test_a_car_bomb_that_was_stopped_is_foiled(body: str) -> None:
    assert event_of(body).outcome is Outcome.FOILED


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (
            "The army fired five rockets at Kharkiv on Tuesday. Gunners shot down each of them.",
            Outcome.INTERCEPTED,
        ),
        (
            "Six drones were fired at the port of Odesa on Tuesday. All six were shot down.",
            Outcome.INTERCEPTED,
        ),
        (
            "أطلق الحوثيون صاروخين على مدينة جازان الثلاثاء. وتم تدميرهما في الجو من دون أضرار.",
            Outcome.INTERCEPTED,
        ),
        ("قال الجيش إن الدفاعات الجوية دمرت سبع مسيرات فوق مدينة أوديسا.", Outcome.INTERCEPTED),
        (
            "Drones were fired at Odesa on Tuesday. Gunners downed nine; some made it through.",
            Outcome.CARRIED_OUT,
        ),
        (
            "The navy intercepted four drones over Odesa on Tuesday, but three crashed into silos.",
            Outcome.CARRIED_OUT,
        ),
        (
            "هاجمت ست مسيرات مدينة أوديسا الثلاثاء. أسقطت الدفاعات أربعا وأصابت اثنتان صوامع قمح.",
            Outcome.CARRIED_OUT,
        ),
        (
            "قصفت ميليشيات مطار أربيل بمسيرات، اعترضت الدفاعات معظمها لكن اثنتين أصابتا حظيرة.",
            Outcome.CARRIED_OUT,
        ),
    ],
)
def test_what_the_sentence_behind_says_of_all_or_of_some(body: str, outcome: Outcome) -> None:
    assert event_of(body).outcome is outcome


def test_fragments_of_what_was_shot_down_are_of_an_interception() -> None:
    told = events_of(
        "The coalition intercepted a missile fired at Jazan on Tuesday. "
        "Fragments landed on workshops in Dhahran al-Janub, injuring two residents."
    )
    assert {e.outcome for e in told} == {Outcome.INTERCEPTED}
    (alone,) = events_of("Shrapnel fell on workshops in Jazan on Tuesday, injuring two residents.")
    assert alone.outcome is Outcome.CARRIED_OUT


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (
            "تصدت الدفاعات الجوية الثلاثاء لصواريخ استهدفت قاعدة قرب تدمر، وسقط قتلى وجرحى.",
            Outcome.CARRIED_OUT,
        ),
        (
            "Air defences met missiles fired at the T4 base on Monday; several people were killed.",
            Outcome.CARRIED_OUT,
        ),
        (
            "تصدت الدفاعات الجوية الثلاثاء لصواريخ استهدفت قاعدة قرب تدمر دون سقوط قتلى.",
            Outcome.INTERCEPTED,
        ),
    ],
)
def test_dead_whom_nobody_counted_tell_that_some_got_through(body: str, outcome: Outcome) -> None:
    assert event_of(body).outcome is outcome


@pytest.mark.parametrize(
    "body",
    [
        "سيطرت القوات اليمنية الثلاثاء على طائرة مسيرة مفخخة كانت تستهدف مواقعها في المخا.",
        "تمكن الجيش العراقي الثلاثاء من السيطرة على طائرة بدون طيار هاجمت مواقعه في تلعفر.",
    ],
)
def test_a_drone_that_was_seized_in_flight_is_intercepted(body: str) -> None:
    assert event_of(body).outcome is Outcome.INTERCEPTED
