"""Articles on sport, economy, culture and technology seldom yield an attack."""

import json
from typing import Any

from tests.golden.corpora import STREAM
from tests.golden.false_alarms import GOAL, alarms, drawn


def lines(*ids: str) -> list[bytes]:
    return [json.dumps({"id": id_}).encode() for id_ in ids]


def test_what_is_drawn_does_not_depend_on_the_order_of_the_stream() -> None:
    articles = lines(*(f"XX-sport-{number}-20180101" for number in range(50)))
    assert drawn(articles, 10) == drawn(articles[::-1], 10)
    assert len(set(drawn(articles, 10))) == 10


def test_only_peaceful_categories_are_drawn() -> None:
    articles = lines("XX-middleEast-1-20180101", "XX-culture-2-20180101", "XX-worldNews-3-20180101")
    assert drawn(articles, 10) == articles[1:2]


def test_few_peaceful_articles_yield_an_attack_that_they_do_not_report(
    require_or_skip: Any,
) -> None:
    if not STREAM.exists():
        require_or_skip("the newswire stream is not here (../shared)")
    false = [alarm.article.id for alarm in alarms() if alarm.is_false]
    assert len(false) <= GOAL, false
