"""The best value of each field over an incident's reports."""

from dataclasses import replace

from tests.unit.incidents.told import MAYADIN, on, told, toll
from workers.incidents.confidence import confidence
from workers.incidents.headline import headline
from workers.incidents.survivorship import merged
from workers.incidents.tolls import best_toll
from workers.model import (
    Actor,
    Attribution,
    Certainty,
    DatePrecision,
    Event,
    Incident,
    Outcome,
    Place,
    Recipient,
    Report,
    Role,
    SubEventType,
    Toll,
    WherePrecision,
)


def made_of(*events: Event) -> Incident:
    return merged("inc-1", [Report(event, "") for event in events], "test")


def test_the_most_precise_place_wins() -> None:
    province = replace(MAYADIN, name="Deir ez-Zor", where_prec=WherePrecision.ADMIN1)

    incident = made_of(told("a1", location=province), told("a2", location=province), told("a3"))

    assert incident.location == MAYADIN


def test_a_day_wins_over_a_week() -> None:
    week = on(1, precision=DatePrecision.WEEK)

    assert made_of(told("a1", date=week), told("a2", date=week), told("a3")).date == on(4)


def test_the_type_that_most_origins_say_wins_over_copies() -> None:
    copied = [told(f"a{n}", agency="AFP", sub_event_type=SubEventType.ATTACK) for n in range(3)]

    incident = made_of(*copied, told("b1"), told("b2"))

    assert incident.sub_event_type is SubEventType.SHELLING
    assert incident.independent_origins == 3


def test_a_toll_rises_with_time_and_low_and_high_span_all_reports() -> None:
    incident = made_of(told("a1"), told("a2", after_hours=3, deaths=Toll(8, 9, 12)))

    assert incident.deaths == Toll(2, 9, 12)


def test_one_lower_figure_does_not_undo_a_toll_but_two_origins_or_its_own_source_do() -> None:
    high, low = told("a1", deaths=toll(9)), told("a2", after_hours=1, deaths=toll(4))
    again = told("a3", after_hours=2, deaths=toll(4))
    itself = told("a4", source="a1.example", after_hours=2, deaths=toll(4))
    origin = {f"a{n}#0": f"a{n}#0" for n in range(1, 5)}

    def best(*events: Event) -> int:
        found = best_toll(events, origin, [event.deaths for event in events])
        assert found is not None
        return found.best

    assert best(high, low) == 9
    assert best(high, low, again) == 4
    assert best(high, itself) == 4


def test_a_firmer_attribution_of_one_actor_wins() -> None:
    claimed = Actor("Iraqi militia", "militia", Attribution.CLAIMED, "iraqi-militias")

    incident = made_of(told("a1"), told("a2", actors=(claimed,)))

    assert incident.actors == (claimed,)
    assert [claim.statement for claim in incident.claims] == ["suspected", "claimed"]


def test_fields_in_dispute_are_listed_with_who_says_what() -> None:
    incident = made_of(told("a1"), told("a2", outcome=Outcome.INTERCEPTED))

    (dispute,) = incident.disagreements
    assert dispute.field == "outcome"
    assert dispute.values == (("carried_out", ("a1#0",)), ("intercepted", ("a2#0",)))


def test_recalls_add_to_history_but_not_to_what_happened() -> None:
    recall = told("a2", after_hours=400, role=Role.BACKGROUND, deaths=toll(50))

    incident = made_of(told("a1"), recall)

    assert incident.deaths == toll(2)
    assert [told_.value for told_ in incident.toll_history] == [2, 50]
    assert incident.last_reported_at == told("a1").published_at


def test_confidence_rises_with_origins_and_falls_with_disagreement_and_denial() -> None:
    reported = Certainty.REPORTED
    by_origins = [confidence(n, 0, reported) for n in (1, 2, 3, 20)]

    assert by_origins == sorted(by_origins)
    assert by_origins == [0.6, 0.84, 0.94, 1.0]
    assert confidence(2, 3, reported) < confidence(2, 0, reported)
    assert confidence(2, 0, Certainty.DENIED) < confidence(2, 0, Certainty.CLAIMED)
    assert confidence(0, 99, Certainty.DENIED) >= 0


def test_the_headline_is_one_english_line_of_the_fields() -> None:
    assert headline(made_of(told("a1"))) == (
        "Suspected Iraqi militia rocket attack on coalition base in Mayadin, SY, "
        "4 March 2024: 2 killed"
    )


def test_a_headline_names_the_country_and_a_target_of_a_known_kind() -> None:
    syrian, post = Recipient("Syrian", "سورية"), Recipient("post", "حاجز", kind="military")
    record = made_of(
        told(
            "a1",
            location=Place("Al-Sukhna", "SY", WherePrecision.EXACT, country="Syria"),
            sub_event_type=SubEventType.ARMED_CLASH,
            recipients=(syrian, post),
        )
    )
    assert "armed clash at post in Al-Sukhna, Syria, 4 March" in headline(record)


def headline_of(kind: SubEventType, place: str, *recipients: Recipient) -> str:
    where = Place(place, "SA", WherePrecision.EXACT, country="Saudi Arabia")
    bare = told("a1", location=where, date=None, actors=(), weapons=(), deaths=None)
    return headline(made_of(replace(bare, sub_event_type=kind, recipients=recipients)))


def test_a_headline_prefers_a_target_that_is_more_than_people_and_says_it_once() -> None:
    children = Recipient("children", "أطفال", kind="civilian")
    airport = Recipient("airport", "المطار", kind="transport")
    strike, clash = SubEventType.AIR_DRONE_STRIKE, SubEventType.ARMED_CLASH

    assert headline_of(strike, "Abha", children) == "Air strike on children in Abha, Saudi Arabia"
    assert headline_of(strike, "Abha", children, airport) == (
        "Air strike on airport in Abha, Saudi Arabia"
    )
    assert headline_of(strike, "Abha Airport", children, airport) == (
        "Air strike on Abha Airport, Saudi Arabia"
    )
    base = Recipient("military base", "القاعدة", kind="military")
    assert headline_of(strike, "King Khalid Air Base", base) == (
        "Air strike on King Khalid Air Base, Saudi Arabia"
    )
    assert headline_of(clash, "Abha", airport) == "Armed clash at airport in Abha, Saudi Arabia"
    assert headline_of(clash, "Abha", children) == (
        "Armed clash involving children in Abha, Saudi Arabia"
    )


def test_a_headline_of_a_fight_names_the_other_side_and_not_its_barracks() -> None:
    barracks = Recipient("barracks", "ثكنة", kind="military")
    soldiers = Recipient("soldiers", "جنود", kind="military")
    army = Recipient("Saudi military", "الجيش", actor_id="sa-mil", kind="military")
    clash = SubEventType.ARMED_CLASH

    assert headline_of(clash, "Abha", barracks, soldiers, army) == (
        "Armed clash with Saudi military in Abha, Saudi Arabia"
    )
    assert headline_of(clash, "Abha", barracks, soldiers) == (
        "Armed clash with soldiers in Abha, Saudi Arabia"
    )
    assert headline_of(clash, "Abha", barracks) == "Armed clash at barracks in Abha, Saudi Arabia"


def test_a_headline_of_an_abduction_names_persons_and_no_things() -> None:
    car = Recipient("car", "سيارة", kind="transport")
    police = Recipient("police", "شرطي", kind="police")
    person = Recipient("person", "رجل", kind="civilian")
    taken = SubEventType.ABDUCTION

    assert headline_of(taken, "Abha", car) == "Abduction in Abha, Saudi Arabia"
    assert headline_of(taken, "Abha", car, police) == "Abduction of police in Abha, Saudi Arabia"
    assert headline_of(taken, "Abha", police, person) == (
        "Abduction of person in Abha, Saudi Arabia"
    )


def test_a_headline_says_nothing_of_a_person_of_whom_nothing_is_known() -> None:
    person = Recipient("person", "رجل", kind="civilian")
    clash, strike = SubEventType.ARMED_CLASH, SubEventType.AIR_DRONE_STRIKE

    assert headline_of(clash, "Abha", person) == "Armed clash in Abha, Saudi Arabia"
    assert headline_of(strike, "Abha", person) == "Air strike in Abha, Saudi Arabia"


def test_a_headline_needs_none_of_the_optional_fields() -> None:
    bare = told("a1", location=None, date=None, actors=(), recipients=(), weapons=(), deaths=None)

    assert headline(made_of(replace(bare, outcome=Outcome.FOILED))) == "Foiled shelling"
