"""Who and what was attacked: bases and their guests, nationalities, never the attackers."""

from datetime import date

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.lexicon.actors import ActorTable


def recipients(body: str) -> set[str]:
    return {recipient.name for event in events_of(body) for recipient in event.recipients}


@pytest.mark.parametrize(
    "body",
    [
        "سقطت عشرة صواريخ على قاعدة عين الأسد الجوية في الأنبار الثلاثاء.",
        "Two drones hit the al-Tanf garrison in Syria on Tuesday.",
    ],
)
def test_an_attack_on_a_base_is_one_on_the_force_that_it_hosts(body: str) -> None:
    assert "US military" in recipients(body)


def test_a_base_that_its_own_guest_fires_from_is_not_its_target() -> None:
    body = "قصفت القوات الأميركية قاعدة التنف في سوريا بمسيرة الثلاثاء."
    assert "US military" not in recipients(body)


def test_a_guest_stays_from_its_first_to_its_last_year() -> None:
    table = ActorTable.load()
    assert table.guest_at("Bagram air base", date(2021, 1, 1)) is table.actors["us-mil"]
    assert table.guest_at("Bagram air base", date(2022, 1, 1)) is None
    assert table.guest_at("Nowhere", date(2022, 1, 1)) is None


def test_every_guest_is_an_actor() -> None:
    table = ActorTable.load()
    assert {g.actor for guests in table.guests.values() for g in guests} <= set(table.actors)


def test_a_nationality_beside_a_base_is_its_military() -> None:
    body = "هاجمت المقاومة الإسلامية في العراق قاعدة الشدادي الأميركية بمسيرة الثلاثاء."
    assert "US military" in recipients(body)


def test_a_group_is_not_attacked_by_itself() -> None:
    body = (
        "Gunmen stormed a hotel in Mogadishu on Tuesday and killed ten guests before security "
        "forces killed the al-Shabaab fighters. Al-Shabaab claimed the attack on the hotel."
    )
    assert "al-Shabaab" not in recipients(body)


def test_a_president_who_names_the_attack_was_not_hit() -> None:
    body = "Six people died in what Turkish President Ali Veli called a bomb attack in Istanbul."
    assert "Turkey" not in {r.name for r in event_of(body).recipients}


def test_the_one_group_that_a_report_names_is_whom_the_army_fought() -> None:
    body = (
        "سيطر الجيش اليمني على ثلاث تلال بعد معارك عنيفة في مديرية نهم الثلاثاء.\n"
        "وتراجع الحوثيون إلى القرى المجاورة."
    )
    assert "Houthis" in recipients(body)


def test_of_two_groups_none_is_taken_for_the_enemy() -> None:
    body = (
        "سيطر الجيش السوري على ثلاث تلال بعد معارك عنيفة في ريف حماة الثلاثاء.\n"
        "وينتشر في المنطقة تنظيم داعش وهيئة تحرير الشام."
    )
    assert recipients(body).isdisjoint({"Islamic State", "Hayat Tahrir al-Sham"})


def test_a_hit_market_is_not_the_enemys_for_that_it_is_named() -> None:
    body = (
        "قصفت طائرات الجيش السوري سوقا شعبيا في بلدة سرمدا الثلاثاء وقتلت خمسة مدنيين.\n"
        "وتنتشر هيئة تحرير الشام في المحافظة."
    )
    assert "Hayat Tahrir al-Sham" not in recipients(body)


def test_an_army_whose_name_holds_a_towns_was_not_there() -> None:
    body = "أطلق فيلق القدس عشرين صاروخا على مواقع في هضبة الجولان الثلاثاء."
    assert [e.location.name for e in events_of(body) if e.location] == ["Golan Heights"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Gunmen ambushed a convoy near Buloburde on Monday and killed seven, police told us.",
            "police",
        ),
        (
            "شن الطيران الإسرائيلي الاثنين غارة على سيارة في عيترون وقتل شخصان، وفق وزارة الصحة.",
            "government building",
        ),
        ("قتل تسعة في هجوم لجماعة نصرة الإسلام والمسلمين على حافلة قرب موبتي الاثنين.", "Muslims"),
    ],
)
def test_who_tells_of_it_and_words_of_a_groups_name_were_not_hit(body: str, speaker: str) -> None:
    assert speaker not in {recipient.name for recipient in event_of(body).recipients}


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Fighters killed nine soldiers in Ghazni on Tuesday, police chief Amin Gul said.",
            "police",
        ),
        (
            "Fighters attacked an army post in Ghazni on Tuesday, the governor's office said.",
            "governor",
        ),
    ],
)
def test_whose_spokesman_or_chief_tells_of_it_was_not_hit(body: str, speaker: str) -> None:
    assert speaker not in recipients(body)


def test_police_who_were_hit_stay_the_target_though_they_speak_elsewhere() -> None:
    body = "Gunmen shot at police near Buloburde on Monday and killed two, residents said."
    assert [recipient.kind for recipient in event_of(body).recipients] == ["police"]


def test_another_group_is_no_foe_of_a_group_for_that_it_is_named() -> None:
    body = (
        "أطلقت ميليشيات موالية لإيران صواريخ الاثنين على حقل كونيكو في دير الزور.\n"
        "وتنتشر قوات سوريا الديمقراطية في المنطقة."
    )
    names = {recipient.actor_id for recipient in event_of(body).recipients}
    assert "sdf" not in names


@pytest.mark.parametrize(
    ("body", "struck"),
    [
        (
            "A bomb killed two in Konduga on Monday, a hospital official in Maiduguri told AFP.",
            False,
        ),
        ("A bomb killed two in Konduga on Monday, a hospital worker told AFP.", False),
        ("Gunmen stormed a hospital in Maiduguri on Monday and killed two, police said.", True),
    ],
)
def test_an_official_of_a_hospital_somewhere_only_speaks(body: str, struck: bool) -> None:  # noqa: FBT001
    assert ("hospital" in recipients(body)) is struck
