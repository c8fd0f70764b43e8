"""The life of incidents in one partition's book."""

from tests.unit.incidents.told import NOON, TANF, bridged, on, told, toll
from workers.incidents import BookConfig, IncidentBook
from workers.incidents.identity import incident_id_of
from workers.model import (
    Actor,
    Attribution,
    Certainty,
    Change,
    Event,
    Incident,
    IncidentStatus,
    Inventory,
    Place,
    Recipient,
    Role,
    SubEventType,
    Weapon,
    WherePrecision,
    Withdrawal,
)


def applied(book: IncidentBook, *events: Event) -> list[Incident]:
    return [incident for event in events for incident in book.apply(event)]


def test_a_first_report_founds_an_incident_named_after_it() -> None:
    (incident,) = applied(IncidentBook(), told("a1"))

    assert incident.incident_id == incident_id_of("a1#0")
    assert (incident.version, incident.change) == (1, Change.CREATED)
    assert incident.status is IncidentStatus.ACTIVE
    assert incident.reports[0].match is None


def test_a_second_outlet_updates_the_incident_and_says_why() -> None:
    created, updated = applied(IncidentBook(), told("a1"), told("a2", after_hours=2))

    assert updated.incident_id == created.incident_id
    assert (updated.version, updated.change) == (2, Change.UPDATED)
    assert (updated.number_of_reports, updated.number_of_sources) == (2, 2)
    match = updated.reports[1].match
    assert match is not None
    assert match.probability > 0.9
    assert abs(sum(feature.weight for feature in match.features) - match.weight) < 0.011


def test_a_redelivered_event_re_emits_the_same_version() -> None:
    book = IncidentBook()
    applied(book, told("a1"))
    (updated,) = applied(book, told("a2"))

    assert book.apply(told("a2")) == (updated,)
    assert book.apply(told("a1")) == (updated,)


def test_attacks_on_one_base_on_different_days_stay_apart() -> None:
    events = [told(f"a{day}", date=on(day), after_hours=24 * (day - 4)) for day in (4, 5, 6, 8, 11)]
    incidents = applied(IncidentBook(), *events)

    assert len({incident.incident_id for incident in incidents}) == 5


def test_two_events_of_one_article_are_two_attacks() -> None:
    incidents = applied(IncidentBook(), told("a1"), told("a1", ordinal=1))

    assert len({incident.incident_id for incident in incidents}) == 2


def test_a_strike_and_its_reply_stay_apart_and_are_tied() -> None:
    strike = told(
        "a1",
        actors=(Actor("US military", "army", Attribution.CLAIMED, "us-mil", sector="MIL"),),
        recipients=(Recipient("Houthis", "militia", "houthis"),),
    )
    fired_first = told(
        "a1",
        ordinal=1,
        actors=(Actor("Houthis", "militia", Attribution.CLAIMED, "houthis", sector="REB"),),
        recipients=(Recipient("US military", "base", "us-mil"),),
    )
    book = IncidentBook()
    applied(book, strike, fired_first)

    reply, first = book.incident_of("a1#0"), book.incident_of("a1#1")
    assert reply is not None
    assert first is not None
    assert reply.incident_id != first.incident_id
    assert [(tie.relation, tie.incident_id) for tie in reply.related] == [
        ("retaliation_for", first.incident_id)
    ]
    assert [tie.relation for tie in first.related] == ["retaliated_by"]


def test_a_bridge_merges_two_incidents_and_the_older_id_survives() -> None:
    early, late, bridge = bridged()
    book = IncidentBook()
    applied(book, early, late)
    older, younger = book.incident_of("a1#0"), book.incident_of("a2#0")
    assert older is not None
    assert younger is not None
    assert older.incident_id != younger.incident_id

    survivor, gone = book.apply(bridge)

    assert survivor.incident_id == older.incident_id
    assert (survivor.change, survivor.supersedes) == (Change.MERGED, (younger.incident_id,))
    assert (gone.incident_id, gone.status) == (younger.incident_id, IncidentStatus.SUPERSEDED)
    assert (gone.superseded_by, gone.reports) == (older.incident_id, ())
    assert gone.version == younger.version + 1


def test_a_withdrawn_bridge_splits_what_it_held_together() -> None:
    book = IncidentBook()
    applied(book, *bridged())

    changed = book.apply(Withdrawal("a3", "a3.example", NOON))

    assert {incident.change for incident in changed} == {Change.SPLIT}
    revived = book.incident_of("a2#0")
    assert revived is not None
    assert (revived.incident_id, revived.superseded_by) == (incident_id_of("a2#0"), None)
    survivor = book.incident_of("a1#0")
    assert survivor is not None
    assert survivor.supersedes == ()


def test_a_withdrawal_of_the_only_report_retracts_the_incident() -> None:
    book = IncidentBook()
    applied(book, told("a1"))

    (retracted,) = book.apply(Withdrawal("a1", "a1.example", NOON))

    assert (retracted.status, retracted.change) == (IncidentStatus.RETRACTED, Change.RETRACTED)
    assert (retracted.version, retracted.reports, retracted.number_of_reports) == (2, (), 0)
    assert book.apply(Withdrawal("a1", "a1.example", NOON)) == ()


def test_a_report_that_comes_again_after_its_withdrawal_revives_the_incident() -> None:
    book = IncidentBook()
    applied(book, told("a1"))
    book.apply(Withdrawal("a1", "a1.example", NOON))

    (revived,) = applied(book, told("a1"))

    assert (revived.incident_id, revived.version) == (incident_id_of("a1#0"), 3)
    assert revived.status is IncidentStatus.ACTIVE


def test_a_revision_replaces_the_article_and_counts_nothing_twice() -> None:
    book = IncidentBook()
    applied(book, told("a1"), told("a2", after_hours=1))

    revised = told("a2", after_hours=3, deaths=toll(9), title="Toll rises in Mayadin")
    (updated,) = applied(book, revised)

    assert updated.number_of_reports == 2
    assert updated.deaths is not None
    assert updated.deaths.best == 9
    assert [told_.value for told_ in updated.toll_history if told_.role == "deaths"] == [2, 9]


def test_an_event_that_a_revision_no_longer_tells_is_dropped() -> None:
    book = IncidentBook()
    applied(book, told("a1"), told("a1", ordinal=1, location=TANF, date=on(3)))

    changed = applied(book, told("a1", after_hours=2, title="Corrected"))

    assert book.incident_of("a1#1") is None
    assert IncidentStatus.RETRACTED in {incident.status for incident in changed}


def test_an_older_revision_that_comes_late_changes_nothing() -> None:
    book = IncidentBook()
    applied(book, told("a1", after_hours=2, title="Corrected"))

    assert book.apply(told("a1")) == ()


def inventory(*events: Event, after_hours: float = 0) -> Inventory:
    """What article a1 has at that time."""
    newest = told("a1", after_hours=after_hours)
    return Inventory("a1", newest.published_at, tuple(event.event_id for event in events))


def test_an_inventory_takes_back_what_an_earlier_revision_told_and_nothing_else() -> None:
    book = IncidentBook()
    kept, gone = told("a1"), told("a1", ordinal=1, location=TANF, date=on(3))
    applied(book, kept, gone, told("a2"))

    (retracted,) = book.apply(inventory(kept, after_hours=2))

    assert retracted.status is IncidentStatus.RETRACTED
    assert retracted.incident_id == incident_id_of(gone.event_id)
    (incident,) = applied(book, told("a2"))
    assert incident.number_of_reports == 2
    assert book.apply(inventory(kept, after_hours=2)) == ()


def test_a_report_that_is_taken_back_leaves_the_incident_to_the_others() -> None:
    book = IncidentBook()
    applied(book, told("a1"), told("a2"))

    (updated,) = book.apply(inventory(after_hours=2))

    assert updated.status is IncidentStatus.ACTIVE
    assert [report.event.article_id for report in updated.reports] == ["a2"]


def test_an_inventory_as_old_as_the_events_counts_and_an_older_one_does_not() -> None:
    book = IncidentBook()
    applied(book, told("a1", after_hours=2))

    assert book.apply(inventory()) == ()
    assert len(book.apply(inventory(after_hours=2))) == 1


def test_an_inventory_of_an_article_that_nobody_holds_changes_nothing() -> None:
    book = IncidentBook()
    applied(book, told("a2"))
    assert book.apply(inventory()) == ()


def test_a_recall_joins_an_incident_but_never_founds_one() -> None:
    recall = told("a9", after_hours=50, role=Role.BACKGROUND)
    book = IncidentBook()
    assert book.apply(recall) == ()
    applied(book, told("a1"))

    (updated,) = applied(book, recall)

    assert updated.number_of_reports == 2
    assert updated.independent_origins == 1
    assert updated.last_reported_at == NOON


def test_an_incident_closes_when_event_time_leaves_it_behind() -> None:
    book = IncidentBook()
    applied(book, told("a1"))
    hours = 24 * 15.0
    later = [
        told(f"b{number}", location=TANF, date=on(18 + number), after_hours=hours + 24 * number)
        for number in range(2)
    ]
    emitted = applied(book, *later)

    closed = [i for i in emitted if i.status is IncidentStatus.CLOSED]
    assert [(i.incident_id, i.version, i.change) for i in closed] == [
        (incident_id_of("a1#0"), 2, Change.CLOSED)
    ]


def test_one_article_dated_in_the_future_closes_nothing() -> None:
    book = IncidentBook()
    applied(book, told("a1"))

    emitted = applied(book, told("b1", location=TANF, after_hours=24 * 3000))

    assert {incident.status for incident in emitted} == {IncidentStatus.ACTIVE}


def test_a_late_report_joins_a_closed_incident_within_its_grace() -> None:
    book = IncidentBook()
    far = [told(f"b{n}", location=TANF, after_hours=24 * 15 + n, date=on(19)) for n in range(2)]
    applied(book, told("a1"), *far)

    (updated,) = applied(book, told("a2", after_hours=3))

    assert (updated.incident_id, updated.version) == (incident_id_of("a1#0"), 3)
    assert updated.status is IncidentStatus.CLOSED


def test_a_report_past_all_grace_gets_a_record_of_its_own_and_overwrites_none() -> None:
    book = IncidentBook()
    far = [told(f"b{n}", location=TANF, after_hours=24 * 40 + n, date=on(13, 4)) for n in range(2)]
    applied(book, told("a1"), *far)

    late = book.apply(told("a1"))

    assert [incident.incident_id != incident_id_of("a1#0") for incident in late] == [True]
    assert book.apply(told("a1")) == late


def test_memory_is_given_back_after_the_grace() -> None:
    book = IncidentBook(BookConfig(window_days=1, grace_days=1))
    applied(book, *[told(f"a{n}", date=on(4), after_hours=24.0 * n) for n in range(20)])

    assert len(book) <= 4


def test_a_restored_book_goes_on_where_the_old_one_stopped() -> None:
    book = IncidentBook()
    published: dict[str, Incident] = {}
    for event in (told("a1"), told("b1", location=TANF), told("a2", after_hours=2)):
        published |= {incident.incident_id: incident for incident in book.apply(event)}
    restored = IncidentBook()
    for incident in published.values():
        restored.restore(incident)

    probe = told("a3", after_hours=4)

    assert restored.apply(probe) == book.apply(probe)
    assert restored.apply(told("a2", after_hours=2)) == book.apply(told("a2", after_hours=2))


def test_a_claim_alone_is_believed_less_than_a_report() -> None:
    book = IncidentBook()
    (claimed,) = applied(book, told("a1", certainty=Certainty.CLAIMED))
    (reported,) = applied(book, told("a2", after_hours=1))

    assert claimed.certainty is Certainty.CLAIMED
    assert reported.certainty is Certainty.REPORTED
    assert claimed.confidence < reported.confidence


def test_a_record_holds_at_most_so_many_reports() -> None:
    book = IncidentBook(BookConfig(reports_max=5))
    emitted = applied(book, *[told(f"a{n}", after_hours=n / 10) for n in range(9)])

    assert {incident.incident_id for incident in emitted} == {incident_id_of("a0#0")}
    assert emitted[-1].number_of_reports == 5
    assert len(emitted) == 5


def test_what_differs_in_target_weapon_and_toll_is_two_attacks_of_one_day() -> None:
    market = told("a1", recipients=(Recipient("vegetable market", "market"),), deaths=toll(31))
    convoy = told(
        "a2",
        after_hours=2,
        recipients=(Recipient("police convoy", "convoy"),),
        weapons=(Weapon.IED,),
        sub_event_type=SubEventType.REMOTE_EXPLOSIVE,
        deaths=toll(1),
        title="Police convoy blown up",
    )
    incidents = applied(IncidentBook(), market, convoy)

    assert len({incident.incident_id for incident in incidents}) == 2


def test_one_attack_told_from_both_sides_of_a_border_is_one_where_rare_figures_agree() -> None:
    adam = Place("Adam", "PS", WherePrecision.EXACT, latitude=31.84, longitude=35.27)
    jerusalem = Place("Jerusalem", "IL", WherePrecision.EXACT, latitude=31.78, longitude=35.22)
    first = told("a1", location=adam, deaths=toll(7))
    same = told("a2", location=jerusalem, after_hours=1, deaths=toll(7))
    other = told("a3", location=jerusalem, after_hours=1, deaths=toll(1))

    assert len({i.incident_id for i in applied(IncidentBook(), first, same)}) == 1
    assert len({i.incident_id for i in applied(IncidentBook(), first, other)}) == 2
