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
