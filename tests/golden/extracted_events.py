"""Our own extraction's events with the gold incidents that they tell: what matching meets in life.

Used by `make fit` and by `tests.golden.match --extracted`. An event that finds no gold event has no
incident: it takes part in matching, but teaches nothing.
"""

import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.golden.gold_events import article_lines, gold_lines
from workers.extraction import Extractor
from workers.model import Event, Rejected, Role
from workers.wire import decode_article

SHARED = Path(__file__).parents[3] / "shared"


@cache
def scorer() -> ModuleType:
    """../shared/eval/score.py as a module."""
    sys.path.insert(0, str(SHARED / "eval"))
    import score  # type: ignore[import-not-found]  # noqa: PLC0415 - lies outside the project

    return score  # type: ignore[no-any-return]


def scored_line(event: Event, incident_id: str | None = None) -> dict[str, Any]:
    """An event in the form that score.py reads."""
    place = event.location
    return {
        "article_id": event.article_id,
        "incident_id": incident_id,
        "role": event.role.value,
        "sub_event_type": event.sub_event_type.value,
        "outcome": event.outcome.value,
        "date_start": event.date.start.isoformat() if event.date else None,
        "date_end": event.date.end.isoformat() if event.date else None,
        "location": None
        if place is None
        else {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "country_code": place.country_code,
        },
        "weapons": [weapon.value for weapon in event.weapons],
        "deaths": None if event.deaths is None else {"best": event.deaths.best},
        "injured": None if event.injured is None else {"best": event.injured.best},
    }


@cache
def extracted_events(corpus: Path) -> tuple[tuple[Event, str | None], ...]:
    """The fresh events of the corpus's articles by publication, each with its gold incident.

    Those of one article stand in the order in which it tells them, as in what `tawatur run` writes:
    where two fit one gold event equally well, the scorer takes the first.
    """
    extractor = Extractor.load()
    labels = {line["id"]: line["events"] for line in gold_lines(corpus)}
    found: list[tuple[Event, str | None]] = []
    for line in article_lines(corpus):
        article = decode_article(line, None)
        if isinstance(article, Rejected):
            continue
        fresh = [e for e in extractor.extract(article) if e.role is not Role.BACKGROUND]
        gold = [
            label
            for label in labels[article.id]
            if label["role"] != "background" and not label.get("aggregate")
        ]
        pairs = scorer().pair_up(gold, [scored_line(event) for event in fresh])
        incident_of = {theirs: gold[ours]["incident"] for ours, theirs in pairs}
        found += [(event, incident_of.get(index)) for index, event in enumerate(fresh)]
    found.sort(key=lambda row: (row[0].published_at, row[0].article_id))
    return tuple(found)
