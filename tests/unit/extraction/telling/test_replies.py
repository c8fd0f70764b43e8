"""Replies from afar and strikes on launchers: attacks of their own, where they hit."""

import pytest

from tests.unit.extraction.reading_of import drafts_of, events_of
from workers.model import SubEventType


@pytest.mark.parametrize(
    ("attack", "reply"),
    [
        (
            "Rockets hit the Green Village base in Syria on Tuesday, the coalition said.\n",
            "The coalition answered with four artillery rounds at the launch point near Mayadin.",
        ),
        (
            "سقطت صواريخ الثلاثاء على قاعدة في حقل كونيكو.\n",
            "وقال المرصد إن المدفعية الأميركية الثقيلة ردت على مناطق في مدينة الميادين.",
        ),
        (
            "أطلق مسلحون صواريخ الثلاثاء على قاعدة في حقل كونيكو، ",
            "وقال مسؤول إن التحالف رد بالمدفعية.",
        ),
        (
            "Coalition forces shelled militia positions near Mayadin on Tuesday ",
            "after rockets were fired at the Green Village base.",
        ),
    ],
)
def test_a_reply_with_guns_is_an_attack_of_its_own(attack: str, reply: str) -> None:
    assert len(drafts_of(attack + reply)) == 2


def test_a_patrol_that_shoots_back_is_part_of_the_clash() -> None:
    drafts = drafts_of(
        "هاجم مسلحون الثلاثاء دورية للشرطة في مدينة بعقوبة بأسلحة خفيفة وقتلوا شرطيا.\n"
        "وردت القوة على مصادر النيران."
    )
    assert len(drafts) == 1


def test_a_verb_spelt_like_a_reply_is_none() -> None:
    drafts = drafts_of(
        "قصفت طائرات إسرائيلية مطار حماة الثلاثاء وقتل ثلاثة.\n"
        "وارتفعت حصيلة الغارات إلى خمسة، وفق تصريحات وردت مساء."
    )
    assert len(drafts) == 1


def test_the_strike_on_a_launcher_is_where_it_was_launched() -> None:
    first, second = drafts_of(
        "Five rockets were fired from Zummar in Iraq at a base in Rumaylan on Tuesday.\n"
        "A coalition aircraft then destroyed the launcher."
    )
    assert first.place is not None
    assert first.place.country_code == "SY"
    assert second.place is not None
    assert second.place.name == "Zummar"


def test_the_podium_of_a_parade_is_no_launcher() -> None:
    drafts = drafts_of(
        "استهدفت طائرات مسيرة الثلاثاء حفلا في مدينة حمص وقتلت سبعة.\n"
        "وقال شاهد إن إحدى الطائرات أصابت المنصة."
    )
    assert len(drafts) == 1


def test_a_place_of_launching_is_not_where_it_hit_though_named_first() -> None:
    (event,) = events_of(
        "أطلق مجهولون الثلاثاء خمسة صواريخ من محيط ناحية زمار شمال غربي الموصل "
        "باتجاه قاعدة في رميلان."
    )
    assert event.location is not None
    assert event.location.country_code == "SY"


@pytest.mark.parametrize(
    "reply",
    [
        "وردت مدفعية الجيش على مصادر النيران في محيط المدينة.",
        "وعند الفجر ردت القوة الجوية: نفذت طائرتان ضربتين على مخبأ للمسلحين.",
    ],
)
def test_who_answers_is_named_between_the_verb_and_what_is_hit(reply: str) -> None:
    assert len(drafts_of(f"أطلق مسلحون قذائف الاثنين على حي في مدينة الدلنج.\n{reply}")) == 2


@pytest.mark.parametrize(
    "body",
    [
        (
            "On Monday American forces destroyed an anti-ship missile that was ready to launch "
            "near Ras Issa."
        ),
        "دمرت القوات الأميركية الاثنين صاروخا كان معدا للإطلاق قرب مدينة الحديدة.",
    ],
)
def test_a_missile_destroyed_before_it_was_fired_was_struck_from_the_air(body: str) -> None:
    (event,) = events_of(body)
    assert event.sub_event_type is SubEventType.AIR_DRONE_STRIKE


def test_an_answer_in_a_speakers_words_is_an_attack_of_its_own() -> None:
    events = events_of(
        "A drone strike on a car near Aitaroun killed a woman on Monday, the agency said; "
        "Hezbollah said it answered by firing dozens of Katyusha rockets at Kiryat Shmona."
    )
    assert len(events) == 2
