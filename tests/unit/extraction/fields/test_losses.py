"""Whose loss it was: drones shot down, foes killed, an officer killed, another's weapon."""

import pytest

from tests.unit.extraction.reading_of import event_of


def parties(body: str) -> tuple[list[str], set[str]]:
    event = event_of(body)
    return [a.name for a in event.actors], {r.name for r in event.recipients}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("Ukraine's air force shot down 14 Russian drones over Poltava.", "Russian military"),
        ("Air defences intercepted seven Ukrainian drones near Bryansk.", "Ukrainian military"),
        (
            "The UAE intercepted two Houthi ballistic missiles over Abu Dhabi on Monday.",
            "Houthis",
        ),
    ],
)
def test_whose_drones_are_shot_down_attacked(body: str, attacker: str) -> None:
    by, hit = parties(body)
    assert by == [attacker]
    assert attacker not in hit


def test_one_drone_downed_by_a_group_is_what_the_group_attacked() -> None:
    by, _ = parties("The Houthis shot down an American drone over Marib on Monday.")
    assert "US military" not in by


@pytest.mark.parametrize(
    ("body", "attacker", "attacked"),
    [
        (
            "قتل تسعة تكفيريين في تبادل لإطلاق النار مع قوات الجيش المصري قرب رفح.",
            "Egyptian military",
            "militants",
        ),
        (
            "تمكنت قوة من الجيش العراقي من قتل خمسة إرهابيين في الحويجة.",
            "Iraqi military",
            "terrorists",
        ),
    ],
)
def test_forces_that_fought_with_dead_militants_killed_them(
    body: str, attacker: str, attacked: str
) -> None:
    by, hit = parties(body)
    assert by == [attacker]
    assert attacked in hit


def test_soldiers_killed_in_a_fight_with_a_group_were_killed_by_it() -> None:
    by, _ = parties("قتل ثلاثة جنود في اشتباكات مع حركة الشباب قرب بلدوين.")
    assert by == ["al-Shabaab"]


@pytest.mark.parametrize(
    ("body", "attacked"),
    [
        (
            "قتل قيادي بارز في حركة حماس بغارة إسرائيلية على شقة في صيدا.",
            "Hamas",
        ),
        (
            "اغتيل ضابط كبير في الحرس الثوري الإيراني بإطلاق نار في زاهدان.",
            "Islamic Revolutionary Guard Corps",
        ),
        (
            "An Israeli strike in Damascus killed a senior commander of Islamic Jihad.",
            "Palestinian Islamic Jihad",
        ),
    ],
)
def test_whose_officer_was_killed_was_attacked(body: str, attacked: str) -> None:
    assert attacked in parties(body)[1]


def test_with_whose_make_a_force_strikes_is_no_attacker() -> None:
    by, _ = parties("قصفت القوات الإثيوبية بلدة في تيغراي بمسيرة تركية فقتل سبعة مدنيين.")
    assert by == ["Ethiopian National Defence Force"]
    by, _ = parties("قصف الجيش المالي قرية قرب كيدال بمسيرة تركية الصنع فقتل خمسة.")
    assert by == ["Malian Armed Forces"]
    by, _ = parties("استهدفت مسيرة تركية سيارة قرب القامشلي فقتل اثنان.")
    assert by == ["Turkish military"]


@pytest.mark.parametrize(
    "body",
    [
        "فجر انتحاري نفسه أمام مقر أمني في أنقرة وأصيب حارس. وقتلت الشرطة التركية المهاجم الآخر.",
        "طعن رجل ثلاثة مارة في مدينة نيس الفرنسية. وأصابته الشرطة الفرنسية بالرصاص.",
    ],
)
def test_police_who_killed_the_other_attacker_did_not_attack(body: str) -> None:
    assert not any("security forces" in name for name in parties(body)[0])


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("استولى قراصنة صوماليون على سفينة شحن قبالة سواحل الصومال.", "Somali pirates"),
        ("Fulani herdsmen attacked two villages in Plateau state, killing nine.", "Fulani militia"),
        ("Turkish jets bombed a village near Amadiya, killing four.", "Turkish military"),
    ],
)
def test_a_subject_that_begins_the_attack_word_did_it(body: str, attacker: str) -> None:
    assert parties(body)[0] == [attacker]


def test_nameless_militants_do_not_attack_themselves() -> None:
    body = "هاجم إرهابيون نقطة للجيش وقتلوا جنديا في سيناء. وقتل أربعة إرهابيين في الاشتباك."
    assert "militants" not in parties(body)[1]


def test_who_was_helped_or_whose_gang_it_was_attacked() -> None:
    body = "M23 fighters backed by Rwandan troops attacked an army camp near Sake, killing six."
    assert parties(body)[0][:1] == ["M23"]
    body = "The Gran Grif gang stormed a village in Artibonite and killed nine residents."
    assert parties(body)[0] == ["Viv Ansanm (Haitian gangs)"]


def test_whom_forces_killed_after_they_attacked_had_attacked() -> None:
    body = "قال الجيش المالي إن قواته قتلت عشرين مسلحا بعدما هاجموا موقعا عسكريا في كاي."
    assert "Malian Armed Forces" not in parties(body)[0]


def test_the_women_who_fight_for_a_group_are_no_jets() -> None:
    body = "نعت قوات سوريا الديمقراطية ثلاثا من مقاتلاتها قتلن بغارة تركية قرب عين عيسى."
    by, hit = parties(body)
    assert by == ["Turkish military"]
    assert "Syrian Democratic Forces" in hit
