"""English agency frames: who attacked and whom, by participles, apposed towns and passives."""

import pytest

from tests.unit.extraction.reading_of import event_of, events_of
from workers.model import Attribution, SubEventType


def parties(body: str) -> tuple[set[str], set[str]]:
    event = event_of(body)
    return {a.name for a in event.actors}, {r.name for r in event.recipients}


@pytest.mark.parametrize(
    "body",
    [
        "Nine people were killed in Kabul in a suicide bombing claimed by Islamic State.",
        "A bombing claimed by Islamic State outside a ministry in Kabul killed nine people.",
        "Nine guards died when a bomb hit a bus in Kabul, an attack claimed by Islamic State.",
    ],
)
def test_who_claims_by_participle_attacked(body: str) -> None:
    by, hit = parties(body)
    assert "Islamic State" in by
    assert "Islamic State" not in hit


def test_a_fighter_whom_a_group_claims_is_no_attack_of_its_own() -> None:
    by, _ = parties("One man, claimed by Hamas as its own, was killed in an air strike in Jenin.")
    assert by == set()


@pytest.mark.parametrize(
    "body",
    [
        "A blast in Tripoli, Libya killed two people.",
        "Drone attack on gas field in Sulaymaniyah, Iraq kills worker",
        "A mob killed a man accused of blasphemy in Faisalabad, Pakistan, on Sunday.",
    ],
)
def test_the_country_of_a_town_attacks_nobody(body: str) -> None:
    assert parties(body)[0] <= {"mob"}


def test_a_country_behind_another_ones_town_attacks() -> None:
    by, _ = parties("In Damascus, Israel struck a building on Sunday, killing four people.")
    assert by == {"Israel"}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("M23 fighters armed with machetes killed 11 civilians in Goma on Friday.", "M23"),
        ("M23 fighters entered the town and killed 11 civilians in Goma.", "M23"),
    ],
)
def test_a_subject_keeps_its_verb_behind_what_it_bore_or_did(body: str, attacker: str) -> None:
    assert parties(body)[0] == {attacker}


@pytest.mark.parametrize(
    ("body", "attacked"),
    [
        ("Two police officers were shot dead by gang members in Guayaquil.", "police"),
        ("A judge and his driver were shot dead by unknown attackers in Islamabad.", "judge"),
        ("Seven labourers from Punjab were shot dead as they slept in Gwadar.", "workers"),
        ("Eight soldiers died in a Boko Haram ambush near Diffa.", "soldiers"),
        ("A Palestinian was shot dead by Israeli troops in Ramallah.", "Palestinian"),
        ("Israeli troops shot dead a 17-year-old Palestinian in Ramallah.", "Palestinian"),
    ],
)
def test_whom_the_passive_names_was_attacked(body: str, attacked: str) -> None:
    _, hit = parties(body)
    assert any(attacked in name or "security forces" in name for name in hit), hit


def test_attackers_shot_in_the_end_are_not_the_attacked() -> None:
    _, hit = parties("Gunmen attacked a church in Owo; two of the attackers were shot by police.")
    assert "attackers" not in hit


def test_clubs_that_attackers_bear_are_no_nightclub() -> None:
    _, hit = parties(
        "Four farmers were hurt when settlers armed with clubs attacked them near Hebron."
    )
    assert "nightclub" not in hit
    assert "nightclub" in parties("A grenade attack on a club in Bujumbura left two dead.")[1]


def test_whom_bandits_took_hostage_stands_between_verb_and_noun() -> None:
    event = event_of("Bandits took 40 worshippers hostage in Kaduna on Thursday.")
    assert event.sub_event_type is SubEventType.ABDUCTION


def test_a_headline_drone_hits_a_bus() -> None:
    event = event_of("Russian drone hits bus in Kherson on Sunday, two killed, four wounded")
    assert "bus" in {r.name for r in event.recipients}


def test_a_command_is_no_place() -> None:
    event = event_of(
        "A U.S. air strike killed 16 militants near Jowhar in Somalia, U.S. Africa Command said."
    )
    assert event.location is not None
    assert event.location.name == "Jowhar"


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("Pakistani troops kill 13 militants in North Waziristan.", "Pakistani military"),
        ("ADF rebels kill 38 worshippers in Komanda.", "Allied Democratic Forces (ISCAP)"),
        ("Suspected al-Shabaab militants shoot dead four workers in Mandera, Kenya.", "al-Shabaab"),
    ],
)
def test_who_kills_in_a_headline_attacked(body: str, attacker: str) -> None:
    assert parties(body)[0] == {attacker}


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("Israel strikes targets in Damascus.", "Israeli military"),
        ("Israel attacks military targets across Iran, killing nine people.", "Israeli military"),
        ("Israel bombs bases in Homs on Tuesday.", "Israeli military"),
        ("An Israeli strike targets a Hamas leader in Gaza City.", "Israeli military"),
        ("Israeli attack helicopters hit a house in Jenin, killing two.", "Israeli military"),
    ],
)
def test_an_attack_noun_behind_a_country_may_be_its_verb(body: str, attacker: str) -> None:
    by, hit = parties(body)
    assert by == {attacker}
    assert attacker not in hit


@pytest.mark.parametrize(
    ("body", "attackers"),
    [
        ("French soldiers kill five jihadists in northern Mali raid.", {"French military"}),
        ("Five soldiers were killed in northern Mali attack on Tuesday.", set()),
        ("Ten people were killed in an Israel strike on Gaza City.", {"Israeli military"}),
    ],
)
def test_a_country_before_an_attack_noun_may_say_where(body: str, attackers: set[str]) -> None:
    assert parties(body)[0] == attackers


def test_those_killed_in_a_raid_did_not_raid() -> None:
    by, hit = parties("Somali troops kill 13 al-Shabaab militants in raid near Kismayo.")
    assert by == {"Somali military"}
    assert "al-Shabaab" in hit


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Israeli forces kill two Palestinians, injure five in Jenin raid.", SubEventType.ATTACK),
        ("Israeli army raids on Khan Younis killed 12 people.", SubEventType.AIR_DRONE_STRIKE),
    ],
)
def test_soldiers_raid_on_foot_and_an_army_from_the_air(body: str, kind: SubEventType) -> None:
    assert event_of(body).sub_event_type is kind


def test_rockets_that_land_are_a_report_and_mines_that_are_cleared_none() -> None:
    landed = event_of("Two rockets land near Baghdad airport, police say.")
    assert landed.sub_event_type is SubEventType.SHELLING
    assert not events_of("Army engineers removed 40 landmines near Mosul on Tuesday.")


@pytest.mark.parametrize(
    "claim",
    [
        "Israel said it carried out the strike.",
        "Israel later confirmed that its forces were behind the strike.",
        "Israel claimed responsibility for the attack.",
    ],
)
def test_a_state_that_claims_and_its_military_are_one_attacker(claim: str) -> None:
    body = "Israeli warplanes struck a depot near Homs on Tuesday, killing three."
    event = event_of(f"{body}\n{claim}")
    assert [(actor.name, actor.attribution) for actor in event.actors] == [
        ("Israeli military", Attribution.CLAIMED)
    ]


def test_who_says_that_it_opened_an_inquiry_claims_nothing() -> None:
    event = event_of(
        "Warplanes struck a depot near Homs on Tuesday, killing three.\n"
        "Israel said it had launched an investigation into the strike."
    )
    assert event.actors == ()
