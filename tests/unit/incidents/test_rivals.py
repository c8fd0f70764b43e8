"""Events of one article that fit the same report elsewhere take from each other."""

from collections.abc import Sequence
from math import inf
from typing import Any

from tests.unit.incidents.told import told, toll
from workers.incidents import IncidentBook
from workers.incidents.clustering import Row
from workers.incidents.rivals import RIVALRY, rivalled
from workers.model import Event, Place, Recipient, WherePrecision

LINK = -1.75


def row_of(weights: dict[str, float]) -> Row:
    """Weights of pairs, named "a1 b1"; two events of one article are in doubt, others unlike."""

    def weigh(first: str, second: str) -> float:
        pair = " ".join(sorted((first, second)))
        return weights.get(pair, -40.0 if first[0] == second[0] else -9.0)

    def row(event_id: str, others: Sequence[str]) -> list[float]:
        return [weigh(event_id, other) for other in others]

    return row


def left(weights: dict[str, float], first: str, second: str) -> float:
    ids = {event_id for pair in weights for event_id in pair.split()}
    return rivalled(ids, row_of(weights), LINK, lambda event_id: event_id[0])(first, (second,))[0]


def test_where_each_article_tells_one_event_nothing_is_lost() -> None:
    row = row_of({"a1 b1": 3.0})

    assert rivalled(["a1", "b1"], row, LINK, lambda event_id: event_id[0]) is row


def test_what_fits_worse_than_its_rival_loses_most() -> None:
    weights = {"a1 b1": 5.0, "a2 b1": 2.0, "a1 a2": -40.0}

    assert left(weights, "a1", "b1") == 4.75
    assert left(weights, "a2", "b1") < LINK
    assert left(weights, "a1", "a2") == -40.0


def test_two_that_fit_equally_lose_as_much() -> None:
    weights = {"a1 b1": 4.0, "a2 b1": 4.0}

    assert left(weights, "a1", "b1") == left(weights, "b1", "a2") == 4.0 - RIVALRY


def test_no_link_is_no_rival_and_a_veto_stays_one() -> None:
    weights = {"a1 b1": 4.0, "a2 b1": LINK - 0.01, "a2 c1": -inf, "a1 c1": 2.0}

    assert left(weights, "a1", "b1") == 4.0
    assert left(weights, "a2", "c1") == -inf


def in_quarter(name: str, latitude: float, article: str, **fields: Any) -> Event:
    place = Place(
        name=name,
        country_code="SY",
        where_prec=WherePrecision.EXACT,
        admin1="Deir ez-Zor",
        latitude=latitude,
        longitude=40.45,
    )
    return told(article, location=place, fingerprint="", **fields)


def two_attacks() -> tuple[Event, ...]:
    """A market and, 3 km away, a school shelled on one day: a report of either, one of both."""
    market = {"recipients": (Recipient("market", "market"),), "title": None}
    school = {"recipients": (Recipient("school", "school"),), "title": None}
    return (
        in_quarter("Old market", 35.02, "a1", **market),
        in_quarter("East school", 35.047, "a2", **school),
        in_quarter("Old market", 35.02, "a3", deaths=toll(4), **market),
        in_quarter("East school", 35.047, "a3", ordinal=1, deaths=toll(2), **school),
    )


def test_an_article_that_tells_both_attacks_apart_parts_the_reports_of_either() -> None:
    book = IncidentBook()
    for event in two_attacks():
        book.apply(event)

    of = [book.incident_of(event.event_id) for event in two_attacks()]
    ids = [incident.incident_id for incident in of if incident is not None]
    assert ids == [ids[0], ids[1]] * 2
    assert ids[0] != ids[1]


def test_why_says_what_rivals_took_and_still_adds_up() -> None:
    book = IncidentBook()
    for event in two_attacks():
        book.apply(event)

    incident = book.incident_of("a3#1")
    assert incident is not None
    match = next(r.match for r in incident.reports if r.event.event_id == "a3#1")
    assert match is not None
    assert next(row.weight for row in match.features if row.name == "rivals") < 0
    assert abs(sum(row.weight for row in match.features) - match.weight) < 0.01
