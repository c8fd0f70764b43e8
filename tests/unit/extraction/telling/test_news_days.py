"""The day of a visit or a vote before which an attack came is not the attack's."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import event_of


@pytest.mark.parametrize(
    "body",
    [
        (
            "هاجمت جماعة متشددة الأحد دورية في بلدة غاو بسيارة ملغومة.\n"
            "وقالت إن الهجوم الذي قتل فيه أربعة جنود رسالة قبيل زيارة الرئيس لمالي، الاثنين."
        ),
        "قتل خمسة جنود في تفجير استهدف دورية في كيدال الأحد قبل قمة دول الساحل يوم الثلاثاء.",
        "قتل شخصان في تفجير بمدينة كويتا الأحد قبيل الانتخابات العامة يوم الثلاثاء.",
        "On Sunday a car bomb killed five in Kidal, ahead of a visit by the president on Tuesday.",
        "A bomb killed two in Quetta on Sunday, before the elections for parliament on Tuesday.",
    ],
)
def test_the_day_of_a_visit_or_vote_is_not_the_attacks(body: str) -> None:
    event = event_of(body)
    assert event.date is not None
    assert event.date.end == date(2024, 5, 5)


def test_the_day_of_an_attack_before_a_meeting_is_its_own() -> None:
    event = event_of("قتل سبعة أشخاص في تفجير بمقديشو قبل اجتماع الحكومة، الاثنين.")
    assert event.date is not None
    assert event.date.start == date(2024, 5, 6)
