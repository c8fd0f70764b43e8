"""How many pairs of one attack blocking loses: `python -m tests.golden.blocking [--pairs]`.

Over all pairs of events of one labelled incident, gold events and our own. A pair that a comparison
vetoes can never link: to lose it costs nothing, and it is counted apart.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.golden.extracted_events import extracted_events
from tests.golden.fit import TRAINED_ON, Labelled
from tests.golden.gold_events import gold_events
from workers.lexicon.actors import ActorTable
from workers.matching import Judge, Profile, profile
from workers.matching.blocking import days_of, days_reached, homes, reaches
from workers.matching.weights import load


@dataclass(frozen=True)
class Recall:
    """Pairs of one attack: those that could link, and the event ids of those that never meet."""

    pairs: int
    vetoed: int
    lost: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """The share of pairs that could link and do meet, in [0, 1]."""
        return 1.0 - len(self.lost) / max(1, self.pairs)


def meet(a: Profile, b: Profile) -> bool:
    """Whether blocking hands the two over for comparison, whichever comes first."""
    on_a_day = not set(days_reached(a)).isdisjoint(days_of(b))
    return on_a_day and not set(reaches(a)).isdisjoint(homes(b))


def recall(labelled: Iterable[Labelled]) -> Recall:
    """What blocking loses of these events' pairs."""
    side_of, judge = ActorTable.load().side_of, Judge(load())
    told: dict[str, list[Profile]] = defaultdict(list)
    for event, incident in labelled:
        if incident is not None:
            told[incident].append(profile(event, side_of))
    pairs = vetoed = 0
    lost: list[tuple[str, str]] = []
    for profiles in told.values():
        for a, b in combinations(profiles, 2):
            if a.article_id == b.article_id:
                continue
            if judge.vetoes(a, b):
                vetoed += 1
                continue
            pairs += 1
            if not (meet(a, b) and meet(b, a)):
                lost.append((a.event_id, b.event_id))
    return Recall(pairs, vetoed, tuple(lost))


def gold_labels(corpus: Path) -> Sequence[Labelled]:
    """The corpus's gold events with their incidents."""
    return [(gold.event, gold.incident) for gold in gold_events(corpus)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", action="store_true", help="also the event ids of what is lost")
    options = parser.parse_args()
    print(f"{'blocking':12}{'events':>8}{'pairs':>8}{'vetoed':>8}{'lost':>6}{'recall':>8}")
    for corpus in TRAINED_ON:
        for kind, labelled in (("gold", gold_labels(corpus)), ("our", extracted_events(corpus))):
            found = recall(labelled)
            print(
                f"{corpus.name:12}{kind:>8}{found.pairs:8}{found.vetoed:8}{len(found.lost):6}"
                f"{100 * found.share:8.2f}"
            )
            if options.pairs:
                for pair in found.lost:
                    print("  ", *pair)
    return 0


if __name__ == "__main__":
    sys.exit(main())
