"""What is told as an attack and what only sounds so: blasts, crashes, faked killings, feasts."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Role


@pytest.mark.parametrize(
    "body",
    [
        "وقع انفجار قرب موكب محافظ البصرة الثلاثاء أثناء مروره في المدينة ولم يصب بأذى.",
        "قال شهود إن انفجارا استهدف دورية للشرطة في كركوك صباح الثلاثاء.",
        "انفجارات غامضة تهز مطار حماة العسكري فجر الثلاثاء ولم تعرف أسبابها.",
        "An explosion near the governor's convoy in Kandahar on Tuesday caused no casualties.",
        "A blast targeted an army patrol in Quetta on Tuesday, police said.",
    ],
)
def test_a_blast_beside_a_convoy_or_under_a_base_is_told(body: str) -> None:
    assert event_of(body).role is Role.MAIN


@pytest.mark.parametrize(
    "body",
    [
        "وقع انفجار قرب مصنع للدهانات في المدينة الثلاثاء.",
        "An explosion near the gas works in Leeds on Tuesday was heard for miles.",
    ],
)
def test_a_blast_beside_a_factory_is_none(body: str) -> None:
    assert events_of(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "قتل خمسة جنود الثلاثاء عندما تحطمت مروحيتهم غربي العراق.",
        "لقي ثلاثة ضباط مصرعهم الثلاثاء إثر تحطم طائرتهم قرب القاعدة الجوية.",
    ],
)
def test_soldiers_whose_helicopter_crashed_were_not_attacked(body: str) -> None:
    assert events_of(body) == ()


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "كييف تقول إنها اختلقت عملية قتل صحفي",
            "ظهر الصحفي حيا الثلاثاء بعد يوم من إعلان مقتله بالرصاص في كييف.",
        ),
        (
            "وزارة تندد بمسرحية اغتيال معارض",
            "وكانت الشرطة قالت الاثنين إن المعارض اغتيل بالرصاص أمام منزله في تبليسي.",
        ),
        (
            "Police faked the murder of a blogger",
            "The blogger was said on Monday to have been shot dead outside his home in Tbilisi.",
        ),
    ],
)
def test_a_killing_that_was_faked_is_none(title: str, body: str) -> None:
    assert events_of(body, title=title) == ()


def test_wounded_in_a_grave_condition_are_no_fear() -> None:
    event = event_of(
        "أصيب تسعة أشخاص بينهم اثنان في حالة خطيرة جراء هجوم بسكين في مدينة لوبك الثلاثاء."
    )
    assert event.role is Role.MAIN


def test_killing_by_soldiers_behind_other_news_is_told() -> None:
    found = events_of(
        "افتتحت الدولة سفارتها في المدينة الثلاثاء.\nوحضر الافتتاح وزراء ورجال دين.\n"
        "وقال السفير إن اليوم تاريخي.\n"
        "في المقابل، قتلت قوات الاحتلال عشرة فلسطينيين الثلاثاء على حدود قطاع غزة."
    )
    assert found


@pytest.mark.parametrize("feast", ["النكبة", "تأسيس الحزب", "المولد النبوي"])
def test_an_attack_on_a_day_of_remembrance_is_news(feast: str) -> None:
    event = event_of(
        f"قتل تسعة أشخاص بنيران مسلحين في ذكرى {feast} في مدينة جنين الاثنين بحسب مصادر طبية."
    )
    assert event.role is Role.MAIN


def test_an_attack_that_is_remembered_is_recalled() -> None:
    found = events_of("أضاء المئات الشموع في طرابلس الثلاثاء في ذكرى تفجير المسجدين.")
    assert all(event.role is Role.BACKGROUND for event in found)


@pytest.mark.parametrize(
    "body",
    [
        "هاجم مسؤولون في الميليشيا مبعوث الأمم المتحدة الثلاثاء ووصفوا زيارته بالفاشلة.",
        "هاجمت وزيرة الدفاع قائد الجيش في مقابلة الثلاثاء، واصفة خطته لحماية قاعدة بغداد بالعبث.",
        "يهاجم الرئيس المقاتلات الجديدة للجيش في تغريدة الثلاثاء ويرى أنها باهظة الثمن.",
        "The minister attacked the army's envoy in Kabul on Tuesday, calling his truce weak.",
        "A senator attacked the air force on Tuesday for its policy on drones in Baghdad.",
    ],
)
def test_an_attack_with_words_is_none(body: str) -> None:
    assert events_of(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        "هاجم مسلحون موكب وزير الدفاع في عدن الثلاثاء وقتلوا حارسا، ووصف الوزير الهجوم بالجبان.",
        "Gunmen attacked the minister's convoy in Kabul on Tuesday, killing four guards.",
    ],
)
def test_an_attack_on_a_minister_is_told(body: str) -> None:
    assert event_of(body).role is Role.MAIN


def test_a_prize_for_work_against_violence_is_no_attack() -> None:
    assert events_of("منحت الجائزة الثلاثاء لطبيب من بوكافو لجهوده في مكافحة العنف الجنسي.") == ()
