"""Which wire an article credits."""

import pytest

from tests.unit.extraction.reading_of import event_of

BODY = "انفجرت سيارة مفخخة الثلاثاء في سوق بمدينة تلعفر وقتل خمسة"


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        (f"بغداد (رويترز) - {BODY}.", "Reuters"),
        (f"{BODY}، بحسب وكالة فرانس برس.", "AFP"),
        (f"{BODY}.\nالمصدر: وكالة الأناضول", "Anadolu Agency"),
        (f"{BODY} (أ ف ب).", "AFP"),
        (f"{BODY}.", None),
        ("MOSUL (AP) - A car bomb killed five people in Mosul on Tuesday.", None),
        ("MOSUL (Reuters) - A car bomb killed five people in Mosul on Tuesday.", "Reuters"),
    ],
)
def test_the_agency_of_dateline_lead_or_last_line_is_credited(
    body: str, agency: str | None
) -> None:
    assert event_of(body).agency == agency


def test_an_agency_quoted_amid_the_story_is_not_the_articles_origin() -> None:
    filler = "\n".join(
        f"وقال شاهد رقم {number} إنه سمع الصوت من بعيد." for number in ("واحد", "اثنان", "ثلاثة")
    )
    quote = "ونقلت رويترز عن طبيب أن حالة الجرحى مستقرة."
    end = "وفرضت الشرطة طوقا حول المكان.\nوانتهى البيان."
    body = f"{BODY}.\n{filler}\n{quote}\n{end}"
    assert event_of(body).agency is None


def test_an_outlet_that_is_no_agency_is_not_credited() -> None:
    assert event_of(f"{BODY}، بحسب السومرية نيوز.").agency is None
