"""Whose the things are that were struck, whose the dead; what was attacked."""

import pytest

from tests.unit.extraction.reading_of import event_of


def recipients(body: str) -> set[str]:
    return {recipient.name for recipient in event_of(body).recipients}


@pytest.mark.parametrize(
    ("body", "hit"),
    [
        ("قصفت مقاتلات التحالف تعزيزات للحوثيين في حيس الثلاثاء.", "Houthis"),
        ("استهدفت غارات مقر قيادة ودعم لوجستي لتنظيم داعش قرب الدشيشة الثلاثاء.", "Islamic State"),
        ("هاجمت مسيرات قاعدة التنف للتحالف الدولي في سوريا الثلاثاء.", "US-led coalition"),
        (
            "سقطت صواريخ على قاعدة عين الأسد التي تضم قوات أميركية في الأنبار الثلاثاء.",
            "US military",
        ),
        (
            (
                "A rocket attack on a base housing US troops in the Iraqi city of Erbil killed a "
                "contractor on Tuesday."
            ),
            "US military",
        ),
        ("قتل أكثر من 10 من الحوثيين بغارة جوية في صرواح الثلاثاء.", "Houthis"),
        ("مقتل 23 عنصرا من حزب العمال الكردستاني في قصف على جبل قنديل الثلاثاء.", "Kurdistan"),
        ("أكثر من 40 عنصرا من ميليشيا الحوثي قتلوا في غارات على تعز الثلاثاء.", "Houthis"),
        ("تجددت الاشتباكات العنيفة بين الجيش اليمني، والحوثيين في مريس الثلاثاء.", "Houthis"),
    ],
)
def test_the_owner_of_what_is_struck_and_the_side_of_the_dead_were_attacked(
    body: str, hit: str
) -> None:
    assert any(name.startswith(hit) for name in recipients(body))


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("قتل داعش عددا من عمال الكمأة شرق تدمر الثلاثاء.", "Islamic State"),
        ("استهدفت مقاتلات التحالف تجمعات للحوثيين في صعدة الثلاثاء.", "Saudi-led coalition"),
        (
            (
                "Six Iraqi soldiers were killed when Islamic State fighters attacked their post "
                "near Hawija on Tuesday."
            ),
            "Islamic State",
        ),
    ],
)
def test_who_kills_or_flies_is_not_taken_for_the_dead(body: str, by: str) -> None:
    event = event_of(body)
    assert by in {actor.name for actor in event.actors}
    assert by not in {recipient.name for recipient in event.recipients}


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("سقط 14 صاروخا على قاعدة عين الأسد غربي العراق الثلاثاء.", "military base"),
        ("استهدف مطار أربيل الدولي بطائرة مسيرة الثلاثاء.", "airport"),
        ("Islamic State claimed a checkpoint attack in Sukhnah, Syria, on Tuesday.", "checkpoint"),
        ("Three soldiers were killed by a roadside bomb in Djibo on Tuesday.", "soldiers"),
    ],
)
def test_what_was_attacked_may_be_a_named_base_or_stand_before_its_word(
    body: str, target: str
) -> None:
    assert target in recipients(body)


def test_the_town_that_an_attack_happened_in_is_not_its_target() -> None:
    assert "village" not in recipients(
        "A car bomb killed four people in the Somali town of Beledweyne on Tuesday."
    )


def test_an_attacker_who_is_shot_in_the_end_is_no_target() -> None:
    names = recipients(
        "Gunmen opened fire on a restaurant in the Belgian city of Liege on Tuesday and killed "
        "three people. The attackers were shot dead."
    )
    assert not names & {"attackers", "gunmen"}


def test_whom_a_coalition_is_named_against_was_not_hit() -> None:
    names = recipients(
        "أعلن التحالف الدولي الذي تقوده الولايات المتحدة ضد تنظيم داعش أنه نفذ غارات جوية على "
        "مواقع في دير الزور الثلاثاء."
    )
    assert "Islamic State" not in names
