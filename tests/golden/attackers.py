"""Who attacked and who was attacked, against the labels' names: `python -m tests.golden.attackers`.

python -m tests.golden.attackers [CORPUS]... [--errors]

A label names the attacker in plain English; the actors in that name have sides, which are compared
with those of the event's actors. Of the found fresh events, precision is the share of those naming
an attacker whose first one is on a side of gold's; recall is the share of those with an attacker in
gold that name one of its side. A name without any canonical actor ("gunmen") counts as none.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.golden.corpora import Corpus, corpora
from tests.golden.extracted_events import scored_line, scorer
from tests.golden.score import FRESH
from workers.extraction import Extractor
from workers.extraction.actors.mentions import ActorFinder
from workers.lexicon.actors import ActorTable
from workers.model import Actor, Article, Event, Recipient, Role
from workers.text.fold import folded
from workers.wire import decode_article

FINDER = ActorFinder()
TABLE = ActorTable.load()


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and the event that found it."""

    article: Article
    gold: dict[str, Any]
    event: Event


@cache
def sides_in(name: str, country: str | None) -> frozenset[str]:
    """The sides of the canonical actors in a label's English name."""
    found = (mention for mention in FINDER.find(folded(name), country) if not mention.modifier)
    return frozenset(m.side for m in found if m.kind != "generic" and m.side is not None)


def sides_of(actors: Sequence[Actor | Recipient]) -> list[str]:
    """The sides of those of an event that are canonical, in its order."""
    return [TABLE.actors[actor.actor_id].side for actor in actors if actor.actor_id is not None]


def pairs(corpus: Corpus) -> Iterator[Pair]:
    """The corpus's found fresh events."""
    extractor = Extractor.load()
    labels = {line["id"]: line["events"] for line in corpus.gold()}
    for path in corpus.articles():
        for line in path.read_bytes().splitlines():
            article = decode_article(line, None)
            if not isinstance(article, Article):
                continue
            gold = [e for e in labels[article.id] if e["role"] in FRESH and not e.get("aggregate")]
            fresh = [e for e in extractor.extract(article) if e.role is not Role.BACKGROUND]
            found = scorer().pair_up(gold, [scored_line(event) for event in fresh])
            yield from (Pair(article, gold[ours], fresh[theirs]) for ours, theirs in found)


def judged(pair: Pair, who: str) -> tuple[frozenset[str], list[str]]:
    """The sides by the label and by the event; `who` is "attacker" or "target"."""
    name, country = pair.gold.get(who), pair.gold.get("country")
    wanted = sides_in(name, country) if name else frozenset()
    event = pair.event
    return wanted, sides_of(event.actors if who == "attacker" else event.recipients)


def error(pair: Pair, who: str, wanted: frozenset[str], found: list[str]) -> str:
    """A line on a disagreement, with the attack's words."""
    gold = pair.gold
    spans = [e for e in pair.event.evidence if e.part == "body" and e.field == "sub_event_type"]
    at = max(0, min((e.start for e in spans), default=0) - 120)
    named = pair.event.actors if who == "attacker" else pair.event.recipients
    return (
        f"{who}: gold {gold.get(who)!r} {sorted(wanted)}, "
        f"found {[one.name for one in named]} {found}  "
        f"{pair.article.id} {gold['incident']}\n  {pair.article.title}\n  "
        + " ".join(pair.article.body[at : at + 330].split())
    )


def measured(corpus: Corpus, *, errors: bool) -> None:
    """Prints the corpus's figures, with `errors` each disagreement before them."""
    count: Counter[str] = Counter()
    for pair in pairs(corpus):
        for who in ("attacker", "target"):
            wanted, found = judged(pair, who)
            right = bool(found) and found[0] in wanted
            said = {
                "named": found, "right": right, "asked": wanted, "met": wanted & set(found)
            }  # fmt: skip
            count.update(f"{who} {what}" for what, is_so in said.items() if is_so)
            if errors and (right is not bool(found) or (wanted and not wanted & set(found))):
                print(error(pair, who, wanted, found), end="\n\n")
    line = [corpus.name.ljust(18)]
    for who in ("attacker", "target"):
        correct, named = count[f"{who} right"], count[f"{who} named"]
        met, asked = count[f"{who} met"], count[f"{who} asked"]
        line.append(
            f"{who} precision {correct / (named or 1):6.1%} ({correct}/{named}), "
            f"recall {met / (asked or 1):6.1%} ({met}/{asked})"
        )
    print("  ".join(line))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="*", metavar="CORPUS")
    parser.add_argument("--errors", action="store_true", help="each disagreement")
    args = parser.parse_args()
    for corpus in corpora():
        if not args.corpus or corpus.name in args.corpus:
            measured(corpus, errors=args.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
