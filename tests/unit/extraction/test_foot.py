"""The opening sentences of other articles at the foot of a page."""

from tests.unit.extraction.reading_of import events_of, read_lines

TITLE = "وزير المالية يعلن موعد صرف الرواتب"
STORY = (
    "أعلن وزير المالية أن صرف رواتب الموظفين يبدأ الأحد المقبل في جميع المحافظات بعد تأخير.",
    "وقال الوزير في مؤتمر صحفي إن الموازنة أقرت وإن المصارف جاهزة لصرف الرواتب للموظفين.",
    "وأضاف أن التأخير يعود إلى نقل الحسابات إلى نظام جديد تعمل عليه المصارف منذ أشهر.",
)
OTHERS = (
    "أعلن الجيش الباكستاني مقتل 14 جنديا في هجوم انتحاري استهدف معسكرا في وزيرستان الثلاثاء.",
    "توج المنتخب المغربي بلقب البطولة الأفريقية للمحليين بعد فوزه على ضيفه بهدفين نظيفين مساء.",
    "كشفت شركة يابانية عن سيارة كهربائية تقطع ألف كيلومتر بشحنة واحدة في معرض أقيم بطوكيو.",
    "رجحت هيئة المسح الجيولوجي أن تتكرر الهزات الارتدادية خلال الأسابيع القادمة قرب البراكين.",
    "طالب نواب في البرلمان الهولندي بسحب مشروع يقيد الهجرة ويشدد شروط لم شمل العائلات هناك.",
)


def test_other_articles_at_the_foot_are_not_read() -> None:
    lines = read_lines("\n".join(STORY + OTHERS), TITLE)
    assert len(lines) == 1 + len(STORY)
    assert not events_of("\n".join(STORY + OTHERS), TITLE)


def test_paragraphs_of_the_story_are() -> None:
    more = tuple(f"وفي سياق متصل {line}" for line in OTHERS)
    assert len(read_lines("\n".join(STORY + more), TITLE)) == 1 + len(STORY) + len(more)


def test_a_single_one_may_be_the_storys_own() -> None:
    assert len(read_lines("\n".join(STORY + OTHERS[:2]), TITLE)) == 1 + len(STORY) + 2


def test_paragraphs_with_the_words_of_headline_and_lead_are_its_own() -> None:
    own = tuple(
        f"صرف رواتب الموظفين في المحافظة رقم {n} يبدأ الأحد بعد تأخير المصارف كما أعلن الوزير."
        for n in ("أولى", "ثانية", "ثالثة", "رابعة", "خامسة")
    )
    assert len(read_lines("\n".join(STORY + own), TITLE)) == 1 + len(STORY) + len(own)
