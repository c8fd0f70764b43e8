"""Who is attacked though he stands where attackers stand, and who only ended an attack."""

import pytest

from tests.unit.extraction.fields.test_subjects import parties


@pytest.mark.parametrize(
    ("body", "attackers", "attacked"),
    [
        # Members of a group stand in the crowd that was hit.
        (
            "فجر انتحاري من داعش نفسه في حشد كان يضم عناصر من طالبان وقرويين في خوست.",
            {"Islamic State"},
            "Taliban",
        ),
        (
            "A suicide bomber struck a gathering of Taliban fighters in Khost on Monday.",
            {"suicide bomber"},
            "Taliban",
        ),
        # An attack that somebody came under.
        (
            "أعلنت جماعة نصرة الإسلام والمسلمين مسؤوليتها عن هجوم تعرض له جيش النيجر في ديفا.",
            {"JNIM"},
            "Nigerien military",
        ),
        (
            "أعلن تنظيم داعش مسؤوليته عن كمين وقعت فيه القوات العراقية قرب الحويجة.",
            {"Islamic State"},
            "Iraqi military",
        ),
        # The man struck from afar is said to be a leader of the group.
        (
            "استهدفت مسيرة تركية سيارة في عامودا، ويرجح أن القتيل قيادي في حزب العمال الكردستاني.",
            {"Turkish military"},
            "Kurdistan Workers' Party (PKK)",
        ),
        (
            "A U.S. air strike near Kismayo killed a man believed to be a commander of al-Shabaab.",
            {"US military"},
            "al-Shabaab",
        ),
        # A speaker whose men were killed; a sniper and the one he shot.
        (
            "قالت الشرطة الباكستانية إن اثنين من عناصرها قتلا الأحد بنيران أفغانية في خيبر.",
            {"Afghan military"},
            "Pakistani security forces",
        ),
        (
            "قتل قناص إسرائيلي الأحد المسعفة الشابة هدى سالم شرق رفح.",
            {"Israeli military"},
            "medics",
        ),
        # Two groups under one noun or one claim.
        (
            "شنت حركتا حماس والجهاد الإسلامي هجمات صاروخية على موقع للجيش الإسرائيلي في سديروت.",
            {"Hamas", "Palestinian Islamic Jihad"},
            "Israeli military",
        ),
        (
            "أطلقت قوات وشرطة الاحتلال الإسرائيلي النار على متظاهرين في الخليل.",
            {"Israeli security forces"},
            "protesters",
        ),
        # Counted men are the subject in the genitive.
        (
            "هاجم عشرات المقاتلين من حركة الشباب مواقع للجيش الصومالي في بلدوين.",
            {"al-Shabaab"},
            "Somali military",
        ),
        # Police kill whoever attacked: neither side.
        (
            "قتل ثلاثة مصلين في هجوم بسكين داخل مسجد في دربان، قبل أن تقتل قوات الأمن المنفذ.",
            set(),
            "mosque",
        ),
    ],
)
def test_each_has_the_part_that_the_words_give(
    body: str, attackers: set[str], attacked: str
) -> None:
    by, hit = parties(body)
    assert by == attackers
    assert attacked in hit
    assert not {"police", "Pakistani security forces"} & hit - {attacked}


def test_a_member_of_a_group_who_attacked_is_no_victim_of_his() -> None:
    by, hit = parties("قال الجيش إن المهاجم الذي قتل جنديين في غارة بري كان عضوا في حركة الشباب.")
    assert "al-Shabaab" not in hit
    assert "gunmen" not in by


def test_who_has_opponents_is_not_attacked_with_them() -> None:
    assert not parties("استهدف انتحاري تجمعا لحزب مناهض لطالبان في مردان.")[1] & {"Taliban"}
    assert "Taliban" in parties("استهدف انتحاري تجمعا لحركة طالبان في مردان.")[1]


def test_both_claimants_are_named() -> None:
    by, _ = parties("تبنت كتائب القسام وسرايا القدس قصف عسقلان بالصواريخ صباح الاثنين.")
    assert by == {"al-Qassam Brigades", "al-Quds Brigades"}


def test_the_country_of_the_claimant_claims_nothing() -> None:
    by, _ = parties("ليبيا: جماعة متشددة في تشاد تعلن مسؤوليتها عن هجوم سبها الأحد.")
    assert "Chad" not in by
