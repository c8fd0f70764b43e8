"""`make fit`: estimates workers/matching/weights.toml from the development corpora and writes it.

Usage: python -m tests.golden.fit [--dry-run]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.golden.gold_events import GoldEvent, gold_events
from workers.lexicon.actors import ActorTable
from workers.matching import profile
from workers.matching.blocking import homes, reaches
from workers.matching.features import FEATURES
from workers.matching.fit import LabelledPair, fit, place_bits, render
from workers.matching.frequency import place_cell

CORPORA = Path(__file__).parents[3] / "shared" / "corpus"
NAMES = ("newswire", "composed", "brief", "seeds")
TABLE = Path(__file__).parents[2] / "workers" / "matching" / "weights.toml"
THRESHOLDS = {"link_bits": 0.0, "background_bits": 3.0}


def labelled_pairs(golds: list[GoldEvent]) -> Iterator[LabelledPair]:
    """The pairs of one corpus that blocking would compare, with their levels and labels."""
    side_of = ActorTable.load().side_of
    profiles = [profile(gold.event, side_of) for gold in golds]
    sizes = Counter(gold.incident for gold in golds)
    blocks: dict[object, set[int]] = defaultdict(set)
    for index, a in enumerate(profiles):
        near = {other for key in set(reaches(a)) for other in blocks.get(key, ())}
        for other in sorted(near):
            b = profiles[other]
            if a.article_id == b.article_id:
                continue
            same = golds[index].incident == golds[other].incident
            weight = 1 / (sizes[golds[index].incident] - 1) if same else 1.0
            yield LabelledPair(tuple(f.level(a, b) for f in FEATURES), same, weight)
        for key in homes(a):
            blocks[key].add(index)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--dry-run", action="store_true", help="print the table, write nothing")
    options = arguments.parse_args()
    pairs: list[LabelledPair] = []
    cells: Counter[str] = Counter()
    counts: list[str] = []
    for name in NAMES:
        golds = gold_events(CORPORA / name)
        pairs += labelled_pairs(golds)
        places = {
            (g.incident, place_cell(p.latitude, p.longitude))
            for g in golds
            if (p := g.event.location)
        }
        cells.update(cell for _, cell in places if cell)
        counts.append(f"{name} {len(golds)}")
    fitted = fit([f.name for f in FEATURES], {f.name: f.levels for f in FEATURES}, pairs)
    same = sum(pair.same for pair in pairs)
    head = (
        "Match weights in bits. Written by `make fit`; see docs/matching.md for how to read it.",
        f"From gold events: {', '.join(counts)}; {same} pairs of one attack, {len(pairs) - same} of two.",
        "m: share of pairs of one attack that reach the level; u: of two attacks in one block; bits: log2(m/u) x trust;",
        "same, other: pairs seen. A veto forbids the pair.",
    )
    text = render(fitted, THRESHOLDS, place_bits(cells), head)
    if options.dry_run:
        print(text)
    else:
        TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
