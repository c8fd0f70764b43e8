"""`make fit`: estimates workers/matching/weights.toml from the development corpora and writes it.

Usage: python -m tests.golden.fit [--dry-run]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.golden.extracted_events import extracted_events
from tests.golden.gold_events import gold_events
from workers.lexicon.actors import ActorTable
from workers.matching import profile
from workers.matching.blocking import days_of, days_reached, homes, reaches
from workers.matching.features import FEATURES
from workers.matching.fit import LabelledPair, fit, render
from workers.model import Event

CORPORA = Path(__file__).parents[3] / "shared" / "corpus"
ROOT = Path(__file__).parents[2]
OWN = (ROOT / "tests" / "golden" / "corpus", ROOT / "workers" / "samples")
TRAINED_ON = (*(CORPORA / name for name in ("newswire", "composed", "brief", "seeds")), *OWN)
TABLE = ROOT / "workers" / "matching" / "weights.toml"
THRESHOLDS = {"link_bits": -1.75, "background_bits": 3.0}

GOLD_SHARE = 0.2
"""What a pair of gold events counts beside one of our own: in life only our own events come, and
they err. Each corpus and month with weights fitted without it, own events of four versions of the
extraction: B3 96.1 instead of 95.8, pair F1 91.4 instead of 90.8; on gold events B3 99.6 either
way, 11 false merges instead of 8."""

Labelled = tuple[Event, str | None]
"""An event and the gold incident that it tells; None: nobody knows."""


def labelled_pairs(labelled: Sequence[Labelled]) -> Iterator[LabelledPair]:
    """The pairs of one corpus that blocking would compare, with their levels and labels."""
    side_of = ActorTable.load().side_of
    profiles = [profile(event, side_of) for event, _ in labelled]
    sizes = Counter(incident for _, incident in labelled)
    blocks: dict[object, set[int]] = defaultdict(set)
    for index, a in enumerate(profiles):
        near = {
            other
            for day in days_reached(a)
            for where in reaches(a)
            for other in blocks.get((day, where), ())
        }
        for other in sorted(near):
            b = profiles[other]
            incidents = labelled[index][1], labelled[other][1]
            if a.article_id == b.article_id or None in incidents:
                continue
            same = incidents[0] == incidents[1]
            weight = 1 / (sizes[incidents[0]] - 1) if same else 1.0
            yield LabelledPair(tuple(f.level(a, b) for f in FEATURES), same, weight)
        for day in days_of(a):
            for where in homes(a):
                blocks[day, where].add(index)


def training(corpora: Sequence[Path]) -> tuple[list[LabelledPair], list[str]]:
    """The pairs of gold and of extracted events, and what was counted."""
    pairs: list[LabelledPair] = []
    counts: list[str] = []
    for corpus in corpora:
        golds = [(gold.event, gold.incident) for gold in gold_events(corpus)]
        extracted = extracted_events(corpus)
        pairs += (replace(pair, weight=GOLD_SHARE * pair.weight) for pair in labelled_pairs(golds))
        pairs += labelled_pairs(extracted)
        name = corpus.relative_to(ROOT) if corpus in OWN else corpus.name
        counts.append(f"{name} {len(golds)} + {len(extracted)}")
    return pairs, counts


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dry-run", action="store_true", help="print the table, write nothing")
    options = arguments.parse_args()
    pairs, counts = training(TRAINED_ON)
    fitted = fit([f.name for f in FEATURES], {f.name: f.levels for f in FEATURES}, pairs)
    same = sum(pair.same for pair in pairs)
    head = (
        "Match weights in bits. Written by `make fit`; see docs/matching.md for how to read it.",
        "Events (gold + extracted):",
        f"{', '.join(counts)};",
        f"{same} pairs of one attack, {len(pairs) - same} of two.",
        "m: share of pairs of one attack that reach the level; u: of two attacks in one block;",
        "bits: log2(m/u) x trust;",
        "same, other: pairs seen. A veto forbids the pair.",
    )
    text = render(fitted, THRESHOLDS, head)
    if options.dry_run:
        print(text)
    else:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
