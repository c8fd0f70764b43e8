"""`make golden-match`: gold events through the matcher beside the naive matching, scored by score.py.

Usage: python -m tests.golden.match [--corpus NAME]... [--errors] [--check]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.golden.gold_events import GoldEvent, gold_events
from workers.incidents import IncidentBook
from workers.model import Event, IncidentStatus

SHARED = Path(__file__).parents[3] / "shared"
TARGETS = {"newswire": 98.0, "composed": 99.0, "brief": 99.0}
NAIVE_BEST = {
    "newswire": ("--days", "0", "--km", "5"),
    "composed": ("--days", "0", "--km", "5"),
    "brief": ("--days", "0", "--km", "25"),
}
"""The thresholds with which the naive matching does best on gold (found by trying all)."""


def incident_of_event(events: list[Event]) -> dict[str, str]:
    """event id -> its final incident id, after the events went through one book a country."""
    books: dict[str, IncidentBook] = defaultdict(IncidentBook)
    final: dict[str, str] = {}
    for event in events:
        country = (event.location.country_code if event.location else None) or "ZZ"
        for incident in books[country].apply(event):
            if incident.status not in (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED):
                final |= {r.event.event_id: incident.incident_id for r in incident.reports}
    return final


def scored_line(event: Event, incident_id: str) -> dict[str, Any]:
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


def score(corpus: Path, events: Path) -> dict[str, Any]:
    """The figures of score.py."""
    command = [
        sys.executable,
        str(SHARED / "eval" / "score.py"),
        str(corpus),
        str(events),
        "--json",
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def ours(
    corpus: Path, golds: list[GoldEvent], folder: Path
) -> tuple[dict[str, Any], dict[str, str]]:
    final = incident_of_event([gold.event for gold in golds])
    path = folder / "ours.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for gold in golds:
            line = scored_line(gold.event, final[gold.event.event_id])
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return score(corpus, path), final


def naive(corpus: Path, folder: Path) -> dict[str, Any]:
    path = folder / "naive.jsonl"
    script = SHARED / "eval" / "naive_match.py"
    options = NAIVE_BEST[corpus.name]
    command = [sys.executable, str(script), "--gold", str(corpus), str(path), *options]
    subprocess.run(command, check=True, cwd=script.parent)
    return score(corpus, path)


def show_errors(golds: list[GoldEvent], final: dict[str, str]) -> None:
    """The false merges and the splits, by ids and labels alone: no article text."""
    by_found: dict[str, set[str]] = defaultdict(set)
    by_gold: dict[str, set[str]] = defaultdict(set)
    for gold in golds:
        by_found[final[gold.event.event_id]].add(gold.incident)
        by_gold[gold.incident].add(final[gold.event.event_id])
    for found, labels in sorted(by_found.items()):
        if len(labels) > 1:
            print("  false merge", found, *sorted(labels))
    for label, found_ids in sorted(by_gold.items()):
        if len(found_ids) > 1:
            print("  split      ", label, *sorted(found_ids))


def row(name: str, figures: dict[str, Any]) -> str:
    f1 = [100 * figures[key][2] for key in ("incident", "b3", "pair")]
    return f"{name:22}" + "".join(f"{value:8.1f}" for value in f1) + f"{figures['false_merges']:8}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="append", choices=sorted(TARGETS))
    parser.add_argument("--errors", action="store_true", help="also list false merges and splits")
    parser.add_argument("--check", action="store_true", help="fail below the targets or the naive")
    options = parser.parse_args()
    print(f"{'gold events':22}{'incident':>8}{'B3':>8}{'pair':>8}{'false':>8}")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name in options.corpus or TARGETS:
            corpus = SHARED / "corpus" / name
            golds = gold_events(corpus)
            figures, final = ours(corpus, golds, Path(folder))
            first = naive(corpus, Path(folder))
            print(row(name, figures))
            print(row("  naive", first))
            if options.errors:
                show_errors(golds, final)
            f1 = 100 * figures["incident"][2]
            failed |= f1 < TARGETS[name] or figures["incident"][2] <= first["incident"][2]
    return 1 if failed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
