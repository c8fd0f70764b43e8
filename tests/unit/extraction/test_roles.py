"""Roles: the subject of an article, what it recalls, and what is no attack at all."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role


@pytest.mark.parametrize(
    "body",
    [
        "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة.",
        "A car bomb exploded in a market in Kirkuk on Tuesday, killing five people.",
    ],
)
def test_the_attack_of_the_lead_is_the_main_one(body: str) -> None:
    assert event_of(body).role is Role.MAIN


@pytest.mark.parametrize(
    "recollection",
    [
        "وفي مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات.",
        "وكان انتحاري قد فجر نفسه في مدينة هرات العام الماضي وقتل ثلاثين.",
    ],
)
def test_a_recalled_attack_is_background(recollection: str) -> None:
    events = events_of(
        "فجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n" + recollection
    )
    assert [event.role for event in events] == [Role.MAIN, Role.BACKGROUND]


@pytest.mark.parametrize(
    "recollection",
    [
        "وقبل ذلك بيوم سقطت قذيفتان على قرية الزيارة وأصيب طفل.",
        "A day earlier two mortar shells hit the village of Ain Issa.",
        "وكانت ثلاثة صواريخ قد سقطت على مدينة الحسكة يوم الأحد.",
        "وهذا ثاني استهداف بعد سقوط صاروخ على مدينة الحسكة يوم السبت.",
    ],
)
def test_words_that_look_back_before_the_news_recall(recollection: str) -> None:
    events = events_of(
        "أصابت ثلاثة صواريخ قاعدة عين الأسد اليوم الثلاثاء وجرح جنديان.\n" + recollection
    )
    assert [event.role for event in events] == [Role.MAIN, Role.BACKGROUND]


def test_what_came_the_night_before_the_news_is_news_where_nothing_looks_back() -> None:
    events = events_of(
        "أصابت ثلاثة صواريخ قاعدة عين الأسد اليوم الثلاثاء وجرح جنديان.\n"
        "وقصفت طائرات مسيرة مدينة الحسكة مساء الاثنين وقتلت شخصين."
    )
    assert Role.BACKGROUND not in [event.role for event in events]


@pytest.mark.parametrize(
    "body",
    [
        "حذر الجيش من هجوم محتمل على مدينة مأرب.",
        "The army warned of a possible attack on Marib.",
        "الجيش ينفي وقوع هجوم على القاعدة في مدينة مأرب.",
        "وقعت مئات الغارات على المدينة منذ بداية العام، بحسب المرصد.",
        "فازت المدينة بالمباراة بعد هجوم مرتد في الشوط الثاني.",
        "أجرى الجيش مناورات أطلق فيها صواريخ على أهداف في البحر.",
        "وقال القائد إن قواته ستقصف المدينة غدا.",
        "قتل ثلاثة عمال في انفجار أسطوانة غاز بمطعم في عمان الثلاثاء.",
        "قتل ستة عمال في انفجار بمصنع للكيماويات قرب براغ الثلاثاء.",
        "تلقت ولاية فلوريدا ضربة عنيفة من الإعصار قتلت خمسة، وحلقت طائرات مسيرة فوقها.",
        "نقلت طائرة عسكرية رفات جنود قتلوا في الحرب الكورية إلى واشنطن.",
        "ارتفع عدد قتلى المسيرات التي انطلقت في غزة إلى خمسة.",
    ],
)
def test_what_is_feared_denied_rehearsed_summed_up_or_played_is_no_incident(body: str) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body))


def test_an_attack_of_long_ago_is_not_news_though_the_lead_tells_it() -> None:
    events = events_of("في مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات.")
    assert all(event.role is Role.BACKGROUND for event in events)


def test_events_come_main_ones_first_background_last() -> None:
    order = list(Role)
    events = events_of(
        "في مارس 2018 قتل ثلاثون شخصا في هجوم انتحاري على مسجد في هرات.\n"
        "وفجر انتحاري نفسه في مسجد بمدينة كابل اليوم الثلاثاء وقتل عشرة مصلين.\n"
        "وانفجرت سيارة مفخخة الاثنين في سوق بمدينة قندهار وقتل ثلاثة."
    )
    ranks = [order.index(event.role) for event in events]
    assert len(events) >= 2
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("وقال الدفاع المدني إن السبب تسرب الغاز من أسطوانة في المطبخ.", 0),
        ("ونفت الشرطة أن يكون السبب تسرب الغاز، وقالت إنها عبوة ناسفة.", 1),
    ],
)
def test_an_explosion_that_turns_out_an_accident_is_no_attack(cause: str, told: int) -> None:
    body = f"قتل اثنان في انفجار عنيف هز مطعما بمدينة الحلة مساء الاثنين.\n{cause}"
    assert len(events_of(body)) == told


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "قيادة العمليات تنفي قصف موقع للحشد",
            "نفت قيادة العمليات، اليوم، الأنباء المتداولة عن تعرض موقع في القائم إلى قصف جوي.",
        ),
        (None, "نفى مصدر أمني في كركوك تعرض مطار المدينة لهجوم صاروخي الاثنين."),
        (None, "The mayor dismissed reports on social media of an attack on Erbil airport."),
        (
            "Man stabs brother to death in Zarqa",
            "A grocer stabbed his elder brother to death on Monday in Zarqa after a quarrel.",
        ),
        (None, "قتل شاب بالرصاص الاثنين في طرابلس إثر مشاجرة على موقف سيارة."),
        (None, "Jets bombed mock targets near Merowe on Monday in a joint exercise."),
        (None, "The movement said its forces would fire missiles at Haifa if the siege went on."),
    ],
)
def test_what_is_denied_private_rehearsed_or_threatened_is_no_incident(
    title: str | None, body: str
) -> None:
    assert all(event.role is Role.BACKGROUND for event in events_of(body, title))


@pytest.mark.parametrize(
    "body",
    [
        "نفت وزارة الدفاع سقوط قتلى في غارة استهدفت معسكرا في صرواح الاثنين.",
        "نفت الحركة مسؤوليتها عن تفجير سيارة مفخخة قتل خمسة أشخاص في عدن الاثنين.",
    ],
)
def test_denying_losses_or_guilt_denies_no_attack(body: str) -> None:
    assert event_of(body).role is Role.MAIN


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "الأمم المتحدة: مقتل 120 مدنيا في غارات على الفاشر خلال شهر",
            "قالت الأمم المتحدة الاثنين إن 120 مدنيا قتلوا في غارات على الفاشر خلال الشهر الماضي.",
        ),
        (
            "UN: 120 civilians killed in air strikes on El Fasher in a month",
            "The UN said on Monday that 120 civilians were killed in strikes over the past month.",
        ),
    ],
)
def test_the_victims_of_a_month_are_those_of_no_single_attack(title: str, body: str) -> None:
    assert not events_of(body, title=title)


def test_one_attack_whose_toll_raises_that_of_a_year_is_told() -> None:
    body = (
        "A drone strike on El Fasher killed eleven civilians on Tuesday, bringing to 900 the "
        "number killed in the city since the beginning of the year."
    )
    assert event_of(body).role is Role.MAIN


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            (
                "دوت صفارات الإنذار في إيلات الثلاثاء بعد إطلاق صاروخ على المدينة. "
                "وقال الجيش لاحقا إنه إنذار كاذب."
            ),
            0,
        ),
        (
            (
                "Sirens sounded in Eilat on Tuesday after a rocket was fired at the city. "
                "The army later said it was a false alarm."
            ),
            0,
        ),
        (
            (
                "سقط صاروخان في سديروت الثلاثاء وأصيب شخصان. وقال الجيش إن إنذارا كاذبا أطلق في "
                "عسقلان."
            ),
            1,
        ),
    ],
)
def test_what_turns_out_a_false_alarm_is_no_attack(body: str, told: int) -> None:
    assert len(events_of(body)) == told


def test_a_hobbyists_drone_that_was_shot_down_is_no_attack() -> None:
    assert not events_of(
        "أسقطت قوات الأمن الثلاثاء طائرة بدون طيار ترفيهية قرب القصر في الرياض. "
        "وقالت الشرطة إن الحرس أطلق النار عليها فوق الحي."
    )
    assert events_of("أسقطت قوات الأمن الثلاثاء طائرة بدون طيار مفخخة قرب القصر في الرياض.")
