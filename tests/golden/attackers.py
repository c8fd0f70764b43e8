"""Who attacked, who or what was attacked, by the labels: `python -m tests.golden.attackers`.

python -m tests.golden.attackers [CORPUS]... [--errors] [--sides]

A label names the attacker in plain English; the actors in that name have sides, which are compared
with those of the event's actors. Of the found fresh events, precision is the share of those naming
an attacker whose first one is on a side of gold's; recall is the share of those with an attacker in
gold that name one of its side. A name without any canonical actor ("gunmen") counts as none.

A target is a party, a kind of thing or people, or both ("Houthi camp"): of a label its sides and
its kinds are read, of each of its words, too ("school bus": education and transport), and a
recipient agrees by either. Precision is the share of events, among those whose label says either
and that name a recipient, whose first recipient agrees; recall is the share of those whose label
says either where any recipient agrees. `listed` is the share of all recipients of these events that
agree, and how many an event lists. A town's or a person's name says neither.
`--sides` prints targets as attackers are measured, by sides alone: there a recipient "army" counts
as wrong where gold says "checkpoint", and as missed where it says "checkpoint" and gold "army".
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
from workers.extraction.actors.targets import packaged_targets
from workers.extraction.fields.recipients import KIND_OF_SECTOR
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


@dataclass(frozen=True, slots=True)
class Told:
    """Whom or what a label or a recipient names: sides of parties, kinds of targets."""

    sides: frozenset[str]
    kinds: frozenset[str]

    def agrees(self, other: "Told") -> bool:
        return bool(self.sides & other.sides or self.kinds & other.kinds)


@cache
def target_in(name: str, country: str | None) -> Told:
    """What a label's English words for the target name; a capital is where it was, not who."""
    text = folded(name)
    parties = [m for m in FINDER.find(text, country) if not m.modifier and m.head != "capital"]
    return Told(
        frozenset(m.side for m in parties if m.kind != "generic" and m.side is not None),
        frozenset(
            target.kind
            for words in (text, *text.split())
            for target in packaged_targets().find(words)
        )
        | {KIND_OF_SECTOR[m.sector] for m in parties if m.sector in KIND_OF_SECTOR},
    )


def told_by(recipient: Recipient, country: str | None) -> Told:
    """What a recipient names; a nationality alone has the side of its country."""
    if recipient.actor_id is not None:
        sides = frozenset({TABLE.actors[recipient.actor_id].side})
    else:
        sides = target_in(recipient.name, country).sides if recipient.kind is None else frozenset()
    return Told(sides, frozenset({recipient.kind} if recipient.kind else ()))


def error(pair: Pair, who: str, wanted: object, named: Sequence[Actor | Recipient]) -> str:
    """A line on a disagreement, with the attack's words."""
    gold = pair.gold
    spans = [e for e in pair.event.evidence if e.part == "body" and e.field == "sub_event_type"]
    at = max(0, min((e.start for e in spans), default=0) - 120)
    return (
        f"{who}: gold {gold.get(who)!r} {wanted}, "
        f"found {[f'{one.name} <{one.text}>' for one in named]}  "
        f"{pair.article.id} {gold['incident']}\n  {pair.article.title}\n  "
        + " ".join(pair.article.body[at : at + 330].split())
    )


def by_side(pair: Pair, who: str, count: Counter[str]) -> str | None:
    """Counts whether the parties' sides agree; what to tell where they do not."""
    event, name = pair.event, pair.gold.get(who)
    wanted = sides_in(name, pair.gold.get("country")) if name else frozenset()
    named = event.actors if who == "attacker" else event.recipients
    found = sides_of(named)
    right, met = bool(found) and found[0] in wanted, bool(wanted & set(found))
    count.update({"named": bool(found), "right": right, "asked": bool(wanted), "met": met})
    wrong = right is not bool(found) or (wanted and not met)
    return error(pair, who, sorted(wanted), named) if wrong else None


def by_kind(pair: Pair, count: Counter[str]) -> str | None:
    """Counts whether the recipients agree with the label's target; what to tell where not."""
    name, country = pair.gold.get("target"), pair.gold.get("country")
    wanted = target_in(name, country) if name else Told(frozenset(), frozenset())
    count.update({"events": 1, "recipients": len(pair.event.recipients)})
    if not wanted.sides and not wanted.kinds:
        return None
    agree = [wanted.agrees(told_by(one, country)) for one in pair.event.recipients]
    right = bool(agree) and agree[0]
    count.update({"asked": 1, "named": bool(agree), "right": right, "met": any(agree)})
    count.update({"listed": len(agree), "true": sum(agree)})
    told = f"{sorted(wanted.sides)} {sorted(wanted.kinds)}"
    return None if right else error(pair, "target", told, pair.event.recipients)


def shares(who: str, count: Counter[str]) -> str:
    """Precision and recall of a count."""
    return (
        f"{who} precision {count['right'] / (count['named'] or 1):6.1%} "
        f"({count['right']}/{count['named']}), "
        f"recall {count['met'] / (count['asked'] or 1):6.1%} ({count['met']}/{count['asked']})"
    )


def measured(corpus: Corpus, *, errors: bool, sides: bool) -> None:
    """Prints the corpus's figures, with `errors` each disagreement before them."""
    attackers: Counter[str] = Counter()
    targets: Counter[str] = Counter()
    for pair in pairs(corpus):
        wrong = (
            by_side(pair, "attacker", attackers),
            by_side(pair, "target", targets) if sides else by_kind(pair, targets),
        )
        if errors:
            print(*(f"{line}\n\n" for line in wrong if line is not None), sep="", end="")
    line = f"{corpus.name:18}{shares('attacker', attackers)}  {shares('target', targets)}"
    if not sides:
        line += (
            f", listed {targets['true'] / (targets['listed'] or 1):6.1%} of "
            f"{targets['recipients'] / (targets['events'] or 1):.2f} an event"
        )
    print(line)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="*", metavar="CORPUS")
    parser.add_argument("--errors", action="store_true", help="each disagreement")
    parser.add_argument("--sides", action="store_true", help="targets by sides of parties alone")
    args = parser.parse_args()
    for corpus in corpora():
        if not args.corpus or corpus.name in args.corpus:
            measured(corpus, errors=args.errors, sides=args.sides)
    return 0


if __name__ == "__main__":
    sys.exit(main())
