"""How a sentence frames an attack: as the news, or behind what somebody does about it."""

import pytest

from tests.unit.extraction.reading_of import article, extractor
from workers.extraction.framing import governor, head
from workers.model import Role, SubEventType
from workers.text.fold import folded


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("قتل خمسة في غارة على صعدة", "قتل", "opening"),
        ("تظاهر المئات بعد مقتل خمسة في صعدة", "مقتل", "after next"),
        ("وأغلقت المدارس جراء القصف على حلب", "القصف", "cause next"),
        ("استقبلت المستشفيات ضحايا من الغارات", "الغارات", "cause next"),
        ("عزى الوزير أسر الجنود الذين قتلوا", "قتلوا", "which next"),
        ("قال الجيش إن طائرات قصفت الموقع", "قصفت", "that"),
        ("تعليق الوزير حول الهجوم", "الهجوم", "about next"),
        ("نزح الآلاف ومنذ الهجوم لم يعودوا", "الهجوم", "after next"),
        ("شهدت المدينة يوما داميا حين فجر مسلح عبوة", "فجر", "none"),
        ("Five people were killed in Idlib", "killed", "none"),
        ("Thousands rallied after the killing of a teacher", "killing", "after"),
        ("The family of the man who was shot", "shot", "which"),
        ("Talks on the attack went on", "attack", "about"),
        ("Gunmen attacked a post", "attacked", "opening"),
    ],
)
def test_small_words_before_an_attack_word_say_how_it_stands(
    sentence: str, word: str, expected: str
) -> None:
    text = folded(sentence)
    assert governor(text, 0, text.index(folded(word))) == expected


def test_what_stands_before_the_sentence_does_not_govern() -> None:
    text = folded("غادر الوفد بعد. قصف الجيش القرية")
    at = text.index("قصف")
    assert governor(text, at, at) == "opening"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("أفادت مصادر طبية بمقتل خمسة", "report"),
        ("أعلن الجيش مقتل قيادي", "announce"),
        ("ونفت الوزارة قصف المشفى", "assert"),
        ("دانت الأمم المتحدة القصف", "react"),
        ("قضت محكمة بسجن منفذ الهجوم", "judge"),
        ("قتل خمسة في غارة", "none"),
        ("Police said five died", "report"),
        ("Tribes rallied against the raid", "react"),
    ],
)
def test_the_verb_that_opens_a_lead_has_a_class(sentence: str, expected: str) -> None:
    text = folded(sentence)
    assert head(text, 0, len(text), 2) == expected


def test_only_the_first_words_open() -> None:
    text = folded("مسلحون يقتحمون قرية في دارفور والأمم المتحدة تدين")
    assert head(text, 0, len(text), 6) == "none"


def test_features_tell_a_report_from_a_reaction() -> None:
    report = extractor().read(article("قتل خمسة مدنيين في غارة على سوق بمدينة صعدة الثلاثاء."))
    reaction = extractor().read(
        article("دعا المبعوث إلى جلسة طارئة بعد مقتل خمسة مدنيين في غارة على سوق بمدينة صعدة.")
    )
    assert report is not None
    assert reaction is not None
    told, framed = report.features[0], reaction.features[0]
    assert told["frame:opens"] == 1.0
    assert told["lead_head:none"] == 1.0
    assert "frame:never_asserted" not in told
    assert framed["lead_head:react"] == 1.0
    assert framed["frame:after next"] == 1.0
    assert framed["frame:never_asserted"] == 1.0
    assert framed["frame:depth"] > told["frame:depth"]
    assert framed["lead_frame:after next"] == 1.0


def test_a_lead_without_an_attack_says_so() -> None:
    found = extractor().read(
        article("زار الوزير المدينة اليوم.\nوقتل خمسة في غارة على سوق بمدينة صعدة الثلاثاء.")
    )
    assert found is not None
    assert found.features[0]["lead_frame:no_attack"] == 1.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أوقف مسلحون حافلات وقتلوا ركابها", "none"),
        ("أوقفت الشرطة ثلاثة مشتبه بهم", "judge"),
        ("أعدم تنظيم الدولة خمسة رهائن", "none"),
        ("Gunmen detained nine villagers", "none"),
        ("Police detained nine suspects", "judge"),
    ],
)
def test_attackers_judge_nobody(text: str, expected: str) -> None:
    assert head(folded(text), 0, len(folded(text)), 2) == expected


@pytest.mark.parametrize(
    "body",
    [
        "مجهولون يغتالون رئيس بلدية سابقا في ريف درعا",
        "مسلحون يغتالون ضابطا سابقا في الجيش قرب درعا",
        "ذبح مسلحون مزارعا في ريف إدلب",
        "أوقف مسلحون حافلات على طريق سريع في بلوشستان وقتلوا 23 راكبا",
        "أعدمت قوات الدعم السريع خمسة أسرى في الجنينة",
    ],
)
def test_a_killing_told_in_one_line_is_news(body: str) -> None:
    (event,) = extractor().extract(article(body))
    assert event.role is Role.MAIN
    assert event.actors


def test_a_drone_is_told_from_a_march_by_what_it_does() -> None:
    (event,) = extractor().extract(article("مسيرة للدعم السريع تقتل 9 في سوق بالفاشر"))
    assert event.sub_event_type is SubEventType.AIR_DRONE_STRIKE
