"""Our scorer: hand-made cases, and the same figures as the shared scorer's."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.golden.corpora import SHARED, read_lines
from tests.golden.score import score
from workers.model import SubEventType

SUICIDE = SubEventType.SUICIDE_BOMB.value


def gold_event(incident: str = "I-1", **changes: Any) -> dict[str, Any]:
    return {
        "incident": incident,
        "role": "main",
        "type": "suicide_bomb",
        "status": "carried_out",
        "date": "2024-05-01",
        "date_precision": "day",
        "country": "IQ",
        "lat": 33.3,
        "lon": 44.4,
        "weapons": ["explosives"],
        "killed": 3,
        "wounded": None,
    } | changes


def found(article: str = "a", incident: str | None = "x", **changes: Any) -> dict[str, Any]:
    return {
        "article_id": article,
        "incident_id": incident,
        "role": "main",
        "sub_event_type": SUICIDE,
        "outcome": "carried_out",
        "date_start": "2024-05-01",
        "date_end": "2024-05-01",
        "location": {"latitude": 33.3, "longitude": 44.4, "country_code": "IQ"},
        "weapons": ["explosives"],
        "deaths": {"low": 3, "best": 3, "high": 3},
        "injured": None,
    } | changes


def article(*events: dict[str, Any], name: str = "a") -> dict[str, Any]:
    fresh = any(event["role"] != "background" for event in events)
    return {"id": name, "attack_report": fresh, "events": list(events)}


def test_the_same_event_counts_as_found_with_every_field() -> None:
    figures, misses = score([article(gold_event())], [found()])
    assert figures["event"] == (1.0, 1.0, 1.0)
    assert set(figures["fields"].values()) == {1.0}
    assert "wounded" not in figures["fields"]
    assert misses == []


@pytest.mark.parametrize(
    "changes",
    [
        {"date_start": "2024-05-03", "date_end": "2024-05-03"},
        {"date_start": None, "date_end": None},
        {"location": {"latitude": 34.3, "longitude": 44.4, "country_code": "IQ"}},
        {"location": None},
        {"location": {"latitude": None, "country_code": "IQ"}, "sub_event_type": "Attack"},
        {"role": "background"},
    ],
)
def test_an_event_of_another_day_place_or_role_is_not_found(changes: dict[str, Any]) -> None:
    figures, _ = score([article(gold_event())], [found(**changes)])
    assert figures["event"][1] == 0.0


def test_without_a_point_country_and_type_find() -> None:
    place = {"latitude": None, "longitude": None, "country_code": "IQ"}
    figures, misses = score([article(gold_event())], [found(location=place)])
    assert figures["event"][2] == 1.0
    assert [miss.kind for miss in misses] == ["place"]


def test_a_month_is_found_by_any_day_of_it() -> None:
    gold = gold_event(date="2024-05-01", date_precision="month")
    figures, _ = score([article(gold)], [found(date_start="2024-05-20", date_end="2024-05-20")])
    assert figures["event"][2] == 1.0
    assert "day" not in figures["fields"]


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    near = found(incident="near")
    far = found(
        incident="far", location={"latitude": 33.6, "longitude": 44.4, "country_code": "IQ"}
    )
    figures, misses = score([article(gold_event())], [far, near])
    assert figures["event"][:2] == (0.5, 1.0)
    assert [(m.kind, (m.predicted or {})["incident_id"]) for m in misses] == [("spurious", "far")]


def test_an_old_attack_told_as_new_is_stale() -> None:
    gold = gold_event(role="background")
    figures, misses = score([article(gold)], [found()])
    assert figures["stale_as_new"] == 1.0
    assert [miss.kind for miss in misses] == ["false alarm", "spurious"]


def test_aggregates_are_not_scored() -> None:
    figures, _ = score([article(gold_event(aggregate=True))], [])
    assert figures["gold_events"] == 0


def test_a_false_merge_costs_precision() -> None:
    gold = [article(gold_event("I-1")), article(gold_event("I-2"), name="b")]
    figures, _ = score(gold, [found("a", "x"), found("b", "x")])
    assert figures["b3"] == (0.5, 1.0, pytest.approx(2 / 3))
    assert figures["pair"][0] == 0.0
    assert figures["false_merges"] == 1


def test_a_split_incident_costs_recall() -> None:
    gold = [article(gold_event("I-1")), article(gold_event("I-1"), name="b")]
    figures, _ = score(gold, [found("a", "x"), found("b", "y")])
    assert figures["b3"] == (1.0, 0.5, pytest.approx(2 / 3))
    assert figures["false_merges"] == 0


def test_end_to_end_counts_missed_and_spurious_events_as_nothing() -> None:
    gold = [article(gold_event("I-1")), article(gold_event("I-1"), name="b")]
    figures, _ = score(gold, [found("a", "x"), found("c", "x")])
    # Article c is not in gold: events of unknown articles are not looked at.
    assert figures["incident"][:2] == (1.0, 0.25)
    figures, _ = score([article(gold_event())], [found(), found(location=None)])
    assert figures["incident"][:2] == (0.25, 1.0)


@pytest.fixture(scope="module")
def theirs(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def distorted(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events made from gold, each n-th one wrong in a way of its own: all paths are taken."""
    from_gold = {"background": "background", "main": "main", "secondary": "secondary"}
    events = []
    for number, told in enumerate((a["id"], e) for a in gold for e in a["events"]):
        article_id, event = told
        if number % 7 == 0:
            continue
        day = event.get("date") if number % 5 else "2018-02-20"
        lat = event.get("lat")
        lat = None if lat is None or number % 11 == 0 else lat + (number % 4) * 0.15
        events.append(
            found(
                article_id,
                None if number % 23 == 0 else event["incident"][: 8 + number % 20],
                role="main" if number % 6 == 0 else from_gold[event["role"]],
                sub_event_type=SUICIDE if number % 3 else "Armed clash",
                outcome=event.get("status"),
                date_start=day,
                date_end=day,
                location={
                    "latitude": lat,
                    "longitude": event.get("lon"),
                    "country_code": event.get("country"),
                },
                deaths=None if event.get("killed") is None else {"best": event["killed"]},
                weapons=event.get("weapons") if number % 2 else ["knife"],
            )
        )
    return events


@pytest.mark.parametrize("corpus", ["brief", "composed", "seeds", "newswire/2018-02"])
def test_the_shared_scorer_finds_the_same_figures(
    theirs: ModuleType, corpus: str, tmp_path: Path
) -> None:
    folder = SHARED / corpus
    gold = read_lines(folder / "gold.jsonl")
    events = distorted(gold)
    path = tmp_path / "events.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")

    wanted, _ = theirs.score(folder, path)
    figures, _ = score(gold, events)

    assert wanted.keys() == figures.keys()
    for name, value in wanted.items():
        assert figures[name] == pytest.approx(value), name
