"""Event time: how far it has come, and what is due."""

from datetime import timedelta

from tests.unit.incidents.told import NOON
from workers.incidents.window import Deadlines, Watermark


def test_the_watermark_is_the_second_latest_time_of_two_articles() -> None:
    watermark = Watermark()
    watermark.see(NOON, "a")
    watermark.see(NOON + timedelta(days=999), "b")

    assert watermark.seconds == NOON.timestamp()


def test_one_article_seen_twice_moves_nothing() -> None:
    watermark = Watermark()
    for days in (0, 1, 2):
        watermark.see(NOON + timedelta(days=days), "a")

    assert watermark.seconds == float("-inf")


def test_the_watermark_never_goes_back() -> None:
    watermark = Watermark()
    reached = []
    for days, article in ((3, "a"), (5, "b"), (1, "c"), (4, "d"), (2, "e")):
        watermark.see(NOON + timedelta(days=days), article)
        reached.append(watermark.seconds)

    assert reached == sorted(reached)
    assert reached[-1] == (NOON + timedelta(days=4)).timestamp()


def test_a_moved_deadline_is_due_once_at_its_new_time() -> None:
    deadlines = Deadlines()
    deadlines.set("x", 10)
    deadlines.set("y", 12)
    deadlines.set("x", 20)

    assert deadlines.pop_due(15) == ["y"]
    assert deadlines.pop_due(25) == ["x"]
    assert deadlines.pop_due(99) == []


def test_a_dropped_deadline_is_never_due() -> None:
    deadlines = Deadlines()
    deadlines.set("x", 10)
    deadlines.drop("x")

    assert deadlines.pop_due(99) == []
