"""`make golden`: do the outlets of one wire story count as one origin?

python -m tests.golden.origins [--pairs]

Two corpora label which articles carry one wire story (`wire_group`). Compared are pairs of labelled
articles of different outlets whose events our own matching put into one incident. Pairs that credit
the same agency for two stories are one origin by our rule and two stories by the label's: they are
counted apart.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.golden.extracted_events import extracted_events
from tests.golden.fit import CORPORA
from tests.golden.gold_events import gold_lines
from tests.golden.match import incident_of_event
from workers.incidents.origins import origins
from workers.model import Event

LABELLED = ("composed", "brief")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """Pairs of articles by what the labels and what our origins say."""

    both: frozenset[Pair]
    missed: frozenset[Pair]
    wrong: frozenset[Pair]
    one_agency: frozenset[Pair]

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in percent."""
        precision = len(self.both) / (len(self.both) + len(self.wrong) or 1)
        recall = len(self.both) / (len(self.both) + len(self.missed) or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        return 100 * precision, 100 * recall, 100 * f1


def _pairs(events: Sequence[Event], story: dict[str, str]) -> dict[Pair, tuple[Event, Event]]:
    told = sorted((e for e in events if e.article_id in story), key=lambda e: e.article_id)
    return {
        (a.article_id, b.article_id): (a, b)
        for a, b in combinations(told, 2)
        if a.article_id != b.article_id and a.source != b.source
    }


def compared(corpus: Path) -> Found:
    """What our origins say of the corpus's labelled articles."""
    story = {line["id"]: line["wire_group"] for line in gold_lines(corpus) if "wire_group" in line}
    events = [event for event, _ in extracted_events(corpus)]
    final = incident_of_event(events)
    incidents: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        incidents[final[event.event_id]].append(event)
    kinds: dict[str, set[Pair]] = defaultdict(set)
    for told in incidents.values():
        origin = origins(told)
        for pair, (a, b) in _pairs(told, story).items():
            is_one = origin[a.event_id] == origin[b.event_id]
            if story[pair[0]] == story[pair[1]]:
                kinds["both" if is_one else "missed"].add(pair)
            elif is_one:
                credited = a.agency is not None and a.agency == b.agency
                kinds["one_agency" if credited else "wrong"].add(pair)
    missed = kinds["missed"] - kinds["both"]
    return Found(
        frozenset(kinds["both"]),
        frozenset(missed),
        frozenset(kinds["wrong"]),
        frozenset(kinds["one_agency"]),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", action="store_true", help="also the ids of what is wrong")
    options = parser.parse_args()
    print(f"{'origins':12}{'pairs':>6}{'P':>7}{'R':>7}{'F1':>7}{'one agency':>12}")
    for name in LABELLED:
        found = compared(CORPORA / name)
        cells = "".join(f"{value:7.1f}" for value in found.figures())
        count = len(found.both) + len(found.missed)
        print(f"{name:12}{count:6}{cells}{len(found.one_agency):12}")
        if options.pairs:
            for kind in ("missed", "wrong"):
                for pair in sorted(getattr(found, kind)):
                    print(f"  {kind:7}", *pair)
    return 0


if __name__ == "__main__":
    sys.exit(main())
