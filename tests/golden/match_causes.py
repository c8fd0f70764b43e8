"""What matching loses by what extraction misreads: `python -m tests.golden.match_causes [CORPUS]`.

Our own events with one field after the other put right, as the labels say it: what B3, pair F1 and
false merges the same matching then comes to. What is left with all fields right is matching's own.
`--errors` lists each gold incident that ended in several of ours, and each of ours that holds
several, with the waterfall of the pair of reports that fits best between the parts: ids and levels
alone, no article text.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from tests.golden.corpora import Corpus, corpora
from tests.golden.extracted_events import extracted_events, scored_line
from tests.golden.gold_events import gold_events
from tests.golden.match import incident_of_event
from tests.golden.score import score
from workers.lexicon.actors import ActorTable
from workers.matching import Judge, Profile, profile
from workers.matching.weights import load
from workers.model import Event

Right = Callable[[Event, Event], Event]
"""Our event with a field as its gold event has it."""

Labelled = tuple[Event, str | None]


def _with_day(ours: Event, gold: Event) -> Event:
    said = [evidence for evidence in gold.evidence if evidence.field == "date"]
    rest = [evidence for evidence in ours.evidence if evidence.field != "date"]
    return replace(ours, date=gold.date, evidence=(*rest, *said))


FIELDS: dict[str, Right] = {
    "day": _with_day,
    "place": lambda ours, gold: replace(ours, location=gold.location),
    "type, weapons": lambda ours, gold: replace(
        ours, sub_event_type=gold.sub_event_type, weapons=gold.weapons
    ),
    "tolls": lambda ours, gold: replace(ours, deaths=gold.deaths, injured=gold.injured),
    "parties": lambda ours, gold: replace(ours, actors=gold.actors, recipients=gold.recipients),
    "role": lambda ours, gold: replace(ours, role=gold.role),
}


def folder_of(corpus: Corpus) -> Path:
    """The folder of a corpus, for newswire that of its months."""
    folder = corpus.folders[0]
    return folder.parent if corpus.name == "newswire" else folder


def put_right(
    found: Sequence[Labelled], gold: Mapping[tuple[str, str], Event], fields: Iterable[str]
) -> list[Event]:
    """Our events with these fields as labelled; those that tell no gold event as they are."""
    fields = tuple(fields)
    events: list[Event] = []
    for event, incident in found:
        meant = None if incident is None else gold.get((event.article_id, incident))
        made = event
        if meant is not None:
            for field in fields:
                made = FIELDS[field](made, meant)
        events.append(made)
    return events


def table(corpus: Corpus) -> None:
    """Prints the corpus's figures with each field put right, with none and with all of them."""
    folder = folder_of(corpus)
    found = extracted_events(folder)
    gold = {(g.event.article_id, g.incident): g.event for g in gold_events(folder)}
    for name, fields in {"": (), **{f: (f,) for f in FIELDS}, "all": tuple(FIELDS)}.items():
        final = incident_of_event(put_right(found, gold, fields))
        lines = [scored_line(event, final[event.event_id]) for event, _ in found]
        figures = score(corpus.gold(), lines)[0]
        cells = "".join(f"{100 * figures[key][2]:8.1f}" for key in ("b3", "pair"))
        print(f"{corpus.name:12}{name:16}{cells}{figures['false_merges']:8}", flush=True)


def _waterfall(judge: Judge, a: Profile, b: Profile) -> str:
    """The levels that weigh something, without the prior, which all pairs share."""
    rows = [row for row in judge.explain(a, b)[1:] if row.weight]
    return ", ".join(f"{r.name} {r.detail.split(':')[0]} {r.weight:+.1f}" for r in rows)


def show_errors(corpus: Corpus) -> None:
    """Lists the splits and the false merges of our own events."""
    found = extracted_events(folder_of(corpus))
    final = incident_of_event([event for event, _ in found])
    judge, side_of = Judge(load()), ActorTable.load().side_of
    split: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    joined: dict[str, dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for event, label in found:
        if label is not None:
            ours, prepared = final[event.event_id], profile(event, side_of)
            split[label][ours].append(prepared)
            joined[ours][label].append(prepared)
    for kind, groups in (("split", split), ("false merge", joined)):
        for name, parts in sorted(groups.items()):
            for one, other in combinations(sorted(parts), 2):
                pairs = [(a, b) for a in parts[one] for b in parts[other]]
                a, b = max(pairs, key=lambda pair: judge.weigh(*pair))
                print(f"  {kind} {name}: {one} | {other}: {judge.weigh(a, b):.2f} bits")
                print(f"     {a.event_id} {b.event_id}: {_waterfall(judge, a, b)}")


def main() -> int:
    known = {corpus.name: corpus for corpus in corpora()}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="*", choices=[*known, []])
    parser.add_argument("--errors", action="store_true", help="also each split and false merge")
    options = parser.parse_args()
    print(f"{'':12}{'put right':16}{'B3':>8}{'pair':>8}{'false':>8}")
    for name in options.corpus or known:
        table(known[name])
        if options.errors:
            show_errors(known[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
