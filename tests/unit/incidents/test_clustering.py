"""What one doubtful pair does to two clusters."""

from math import inf

from workers.incidents.clustering import Row, clusters

FIRST, SECOND = ("a1", "a2", "a3"), ("b1", "b2", "b3")


def weighing(between: float, doubtful: float) -> Row:
    """Two clusters within which all agree; one pair between them is the doubtful one."""

    def weigh(a: str, b: str) -> float:
        if {a, b} == {"a1", "b1"}:
            return doubtful
        return 9.0 if a[0] == b[0] else between

    return lambda event_id, others: [weigh(event_id, other) for other in others]


def found(between: float, doubtful: float) -> int:
    return len(clusters((*FIRST, *SECOND), weighing(between, doubtful), 0.0))


def test_an_attack_that_one_article_tells_twice_stays_one_with_a_crowd() -> None:
    assert found(between=8.0, doubtful=-30.0) == 1


def test_two_attacks_that_one_article_tells_apart_stay_two_where_others_hardly_agree() -> None:
    assert found(between=3.0, doubtful=-30.0) == 2
    assert found(between=3.0, doubtful=2.0) == 1


def test_a_veto_is_no_doubt() -> None:
    assert found(between=8.0, doubtful=-inf) == 2
