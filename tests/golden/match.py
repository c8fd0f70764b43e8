"""`make golden-match`: gold events through the matcher beside the naive matching, scored by
score.py.

Usage: python -m tests.golden.match [--corpus NAME]... [--errors] [--check] [--extracted]
[--held-out]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

from tests.golden.extracted_events import extracted_events, scored_line
from tests.golden.fit import CORPORA, OWN, THRESHOLDS, training
from tests.golden.gold_events import GoldEvent, gold_events
from workers.incidents import IncidentBook
from workers.matching.features import FEATURES
from workers.matching.fit import fit, render
from workers.matching.weights import Weights, parse
from workers.model import Event, IncidentStatus
from workers.pipeline import partition_key

SHARED = Path(__file__).parents[3] / "shared"
TARGETS = {"newswire": 98.0, "composed": 99.0, "brief": 99.0}


def incident_of_event(events: Sequence[Event], weights: Weights | None = None) -> dict[str, str]:
    """event id -> its final incident id, after the events went through one book a key."""
    books: dict[str, IncidentBook] = {}
    final: dict[str, str] = {}
    for event in events:
        key = partition_key(event)
        if key not in books:
            books[key] = IncidentBook(weights=weights)
        for incident in books[key].apply(event):
            if incident.status not in (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED):
                final |= {r.event.event_id: incident.incident_id for r in incident.reports}
    return final


def score(corpus: Path, events: Path) -> dict[str, Any]:
    """The figures of score.py."""
    command = [
        sys.executable,
        str(SHARED / "eval" / "score.py"),
        str(corpus),
        str(events),
        "--json",
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own script
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def ours(
    corpus: Path, events: Sequence[Event], folder: Path, weights: Weights | None = None
) -> tuple[dict[str, Any], dict[str, str]]:
    """The figures of our matching over these events, and the incident of each event."""
    final = incident_of_event(events, weights)
    path = folder / "ours.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for event in events:
            line = scored_line(event, final[event.event_id])
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return score(corpus, path), final


def naive(corpus: Path, folder: Path, *source: str) -> dict[str, Any]:
    """The figures of the naive matching with the thresholds that suit these very events best."""
    path, script = folder / "naive.jsonl", SHARED / "eval" / "naive_match.py"
    best: dict[str, Any] = {}
    for days, far, any_type in product(("0", "1"), ("5", "25", "50"), ((), ("--any-type",))):
        options = ["--days", days, "--km", far, *any_type]
        command = [sys.executable, str(script), *source, str(path), *options]
        subprocess.run(command, check=True, cwd=script.parent)  # noqa: S603 - our own script
        figures = score(corpus, path)
        if not best or figures["incident"][2] > best["incident"][2]:
            best = figures
    return best


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
    return f"{name:26}" + "".join(f"{value:8.1f}" for value in f1) + f"{figures['false_merges']:8}"


def held_out(folder: Path) -> None:
    """Each corpus, and each month of newswire, with weights fitted on all the others.

    Gold events, and our own: these are what counts in life.
    """
    months = sorted(path for path in (CORPORA / "newswire").iterdir() if path.is_dir())
    parts = [*months, CORPORA / "composed", CORPORA / "brief", *OWN]
    for left_out in parts:
        pairs, _ = training([part for part in parts if part != left_out])
        fitted = fit([f.name for f in FEATURES], {f.name: f.levels for f in FEATURES}, pairs)
        weights = parse(render(fitted, THRESHOLDS, ()))
        golds = [gold.event for gold in gold_events(left_out)]
        own = [event for event, _ in extracted_events(left_out)]
        for kind, events in (("gold", golds), ("ours", own)):
            print(
                row(f"{left_out.name} held out, {kind}", ours(left_out, events, folder, weights)[0])
            )


def measured(name: str, folder: Path, options: argparse.Namespace) -> bool:
    """Prints one corpus's rows; whether the targets are met and the naive matching beaten."""
    corpus = CORPORA / name
    golds = gold_events(corpus)
    figures, final = ours(corpus, [gold.event for gold in golds], folder)
    first = naive(corpus, folder, "--gold", str(corpus))
    print(row(f"{name}, gold events", figures))
    print(row("  naive at its best", first))
    if options.errors:
        show_errors(golds, final)
    if options.extracted:
        events = [event for event, _ in extracted_events(corpus)]
        print(row(f"{name}, our events", ours(corpus, events, folder)[0]))
        print(row("  naive at its best", naive(corpus, folder, str(folder / "ours.jsonl"))))
    f1 = figures["incident"][2]
    return bool(100 * f1 >= TARGETS[name] and f1 > first["incident"][2])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="append", choices=sorted(TARGETS))
    parser.add_argument("--errors", action="store_true", help="also list false merges and splits")
    parser.add_argument("--check", action="store_true", help="fail below the targets or the naive")
    parser.add_argument("--extracted", action="store_true", help="our own events too")
    parser.add_argument("--held-out", action="store_true", help="weights fitted on the rest")
    options = parser.parse_args()
    print(f"{'':26}{'incident':>8}{'B3':>8}{'pair':>8}{'false':>8}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        met = [measured(name, folder, options) for name in options.corpus or TARGETS]
        if options.held_out:
            held_out(folder)
    return 1 if options.check and not all(met) else 0


if __name__ == "__main__":
    sys.exit(main())
