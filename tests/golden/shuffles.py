# ruff: noqa: S311 - seeded shuffles, no secrets
"""Does order matter? `python -m tests.golden.shuffles [--shuffles N] [--corpus NAME]...`

The same events in so many orders, each through new books: into how many different partitions do
they fall, and which incidents differ? Documented rules that need time: the window (ADR 0008), which
is opened wide here, since the corpora span years; and what hangs together with more events than are
clustered anew (`component_max`).
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.golden.extracted_events import extracted_events
from tests.golden.fit import CORPORA
from tests.golden.gold_events import gold_events
from workers.incidents import BookConfig, IncidentBook
from workers.model import Event
from workers.pipeline import partition_key

WIDE = BookConfig(window_days=20_000.0)
Partition = frozenset[frozenset[str]]


def partition(events: Sequence[Event], config: BookConfig = WIDE) -> Partition:
    """The incidents that these events make in this order, as sets of event ids."""
    books: dict[str, IncidentBook] = {}
    for event in events:
        key = partition_key(event)
        if key not in books:
            books[key] = IncidentBook(config)
        books[key].apply(event)
    made: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in events:
        key = partition_key(event)
        incident = books[key].incident_of(event.event_id)
        if incident is not None:
            made[key, incident.incident_id].add(event.event_id)
    return frozenset(map(frozenset, made.values()))


def partitions(events: Sequence[Event], shuffles: int, seed: int = 1) -> Counter[Partition]:
    """How often each partition comes out of so many shuffles."""
    random = Random(seed)
    found: Counter[Partition] = Counter()
    for _ in range(shuffles):
        order = list(events)
        random.shuffle(order)
        found[partition(order)] += 1
    return found


def events_of(corpus: Path, *, ours: bool) -> list[Event]:
    """A corpus's fresh events: gold, or our own."""
    if ours:
        return [event for event, _ in extracted_events(corpus)]
    return [gold.event for gold in gold_events(corpus)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shuffles", type=int, default=1_000)
    parser.add_argument("--corpus", action="append", choices=["newswire", "composed", "brief"])
    options = parser.parse_args()
    heads = "".join(f"{head:>12}" for head in ("incidents", "shuffles", "partitions", "differing"))
    print(f"{'order':20}{heads}")
    worst = 1
    for name in options.corpus or ("composed", "brief"):
        for kind in ("gold", "our"):
            events = events_of(CORPORA / name, ours=kind == "our")
            found = partitions(events, options.shuffles)
            usual = found.most_common(1)[0][0]
            differing = {incident for each in found for incident in each ^ usual}
            cells = (len(usual), options.shuffles, len(found), len(differing))
            print(f"{name + ', ' + kind:20}" + "".join(f"{cell:>12}" for cell in cells), flush=True)
            worst = max(worst, len(found))
    return 0 if worst == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
