"""Whose drones were shot down, who destroyed what stood ready, who shot the attacker dead."""

import pytest

from tests.unit.extraction.reading_of import event_of
from workers.model import Outcome, SubEventType


@pytest.mark.parametrize(
    ("body", "attackers"),
    [
        ("Saudi Arabia intercepted two Houthi missiles over Jazan on Tuesday.", ["houthis"]),
        ("أسقطت الدفاعات الروسية سبع مسيرات أوكرانية فوق بريانسك الثلاثاء.", ["ua-mil"]),
        ("أسقط الجيش الأردني الثلاثاء ثلاث مسيرات إيرانية فوق إربد.", ["ir-mil"]),
        ("Hezbollah shot down an Israeli drone over southern Lebanon on Tuesday.", []),
    ],
)
def test_whose_fire_was_shot_down_is_the_attacker(body: str, attackers: list[str]) -> None:
    event = event_of(body)
    assert event.outcome is Outcome.INTERCEPTED
    assert [actor.actor_id for actor in event.actors] == attackers


@pytest.mark.parametrize(
    ("body", "attackers"),
    [
        ("US forces on Tuesday destroyed a missile prepared to launch from Hodeidah.", ["us-mil"]),
        (
            "أعلن الناطق العسكري للحوثيين يحيى سريع مساء الثلاثاء قصف سفينة بصاروخ قبالة عدن.",
            ["houthis"],
        ),
        ("Israeli gunboats shelled the shore of Khan Younis on Tuesday, wounding two.", ["il-mil"]),
        ("أصيب جنديان في عملية دهس قرب نابلس الثلاثاء وقتل المنفذ برصاص الجيش الإسرائيلي.", []),
        ("قتل مزارع برصاص الجيش الإسرائيلي قرب نابلس الثلاثاء.", ["il-mil"]),
    ],
)
def test_who_attacked_is_read_across_days_names_and_replies(
    body: str, attackers: list[str]
) -> None:
    assert [actor.actor_id for actor in event_of(body).actors] == attackers


def test_gunboats_shell_a_coast_and_do_not_bomb_it_from_the_air() -> None:
    event = event_of("Israeli gunboats shelled the shore of Khan Younis on Tuesday.")
    assert event.sub_event_type is SubEventType.SHELLING


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (
            "حاول فلسطيني طعن جندي قرب الخليل الثلاثاء فأطلق الجنود النار عليه، ولم يصب أحد.",
            Outcome.FOILED,
        ),
        ("أصيب جندي عندما حاول شاب دهس جنود قرب الخليل الثلاثاء.", Outcome.CARRIED_OUT),
        (
            "Soldiers opened fire on a man who tried to stab an officer in Hebron on Tuesday.",
            Outcome.FOILED,
        ),
        (
            "A missile hit a tanker off Aden on Tuesday, while a drone was shot down by a frigate.",
            Outcome.CARRIED_OUT,
        ),
        (
            "ضرب صاروخ ناقلة نفط قبالة عدن الثلاثاء، بينما أسقطت فرقاطة مسيرة كانت تقترب منها.",
            Outcome.CARRIED_OUT,
        ),
        ("Two drones were shot down by a frigate off Aden on Tuesday.", Outcome.INTERCEPTED),
    ],
)
def test_what_was_tried_came_to_nothing_and_what_hit_did_not(body: str, outcome: Outcome) -> None:
    assert event_of(body).outcome is outcome


def test_whose_attack_was_foiled_is_its_attacker() -> None:
    event = event_of("أفشلت القوات المشتركة هجوما للحوثيين غرب الضالع الثلاثاء وقتلت ثلاثة منهم.")
    assert [actor.actor_id for actor in event.actors] == ["houthis"]
