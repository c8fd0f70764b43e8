"""`make golden-errors CORPUS=...`: what is missed, invented or wrong, with the article's own words.

python -m tests.golden.errors CORPUS [--kind day] [--limit 50]
"""

import argparse
import re
import sys
from collections import Counter
from typing import Any

from tests.golden.corpora import Corpus, corpora, evaluated, read_lines
from tests.golden.score import FRESH, Miss

KEYS = {
    "type": ("type", "sub_event_type"),
    "outcome": ("status", "outcome"),
    "day": ("date", "date_start"),
    "killed": ("killed", "deaths"),
    "wounded": ("wounded", "injured"),
    "weapons": ("weapons", "weapons"),
}
"""Scored field -> its name in gold and in the event."""
EVIDENCE_OF = {
    "type": "sub_event_type", "outcome": "outcome", "day": "date", "place": "location",
    "killed": "deaths", "wounded": "injured", "weapons": "weapons",
}  # fmt: skip


def corpus_named(name: str) -> Corpus:
    here = corpora()
    for corpus in here:
        if name in (corpus.name, corpus.name.split()[0]):
            return corpus
    raise SystemExit(f"no corpus {name!r}; here are: {', '.join(c.name for c in here)}")


def gold_line(event: Any) -> str:
    return (
        f"{event['incident']} {event['role']} {event.get('type')} {event.get('status')} "
        f"{event.get('date')} ({event.get('date_precision', 'day')}) {event.get('place')!r} "
        f"{event.get('country')} killed {event.get('killed')} wounded {event.get('wounded')}"
    )


def event_line(event: Any) -> str:
    place = event.get("location") or {}
    tolls = [(event.get(name) or {}).get("best") for name in ("deaths", "injured")]
    return (
        f"{event['event_id']} {event['role']} {event['sub_event_type']} {event['outcome']} "
        f"{event.get('date_start')}..{event.get('date_end')} {place.get('name')!r} "
        f"{place.get('country_code')} killed {tolls[0]} wounded {tolls[1]}"
    )


def sentence_at(text: str, at: int) -> str:
    """The sentence of a text that a position lies in."""
    start = max((m.end() for m in re.finditer(r"[.!?؟]\s|\n", text[:at])), default=0)
    end = re.search(r"[.!?؟]\s|\n", text[at:])
    return text[start : at + end.start() + 1 if end else len(text)].strip()[:400]


def sentence(article: Any, miss: Miss) -> str:
    """The sentence of the field's evidence, or of gold's place, else the first one."""
    body, at = article["body"], 0
    if miss.predicted is not None:
        evidence = [e for e in miss.predicted["evidence"] if e["part"] == "body"]
        wanted = EVIDENCE_OF.get(miss.kind)
        evidence = [e for e in evidence if wanted and e["field"].startswith(wanted)] or evidence
        at = evidence[0]["start"] if evidence else 0
    elif miss.gold is not None and miss.gold.get("place_text"):
        at = max(0, body.find(miss.gold["place_text"].split(" ... ")[0]))
    return sentence_at(body, at)


def values(miss: Miss) -> str:
    if miss.gold is None or miss.predicted is None or miss.kind not in KEYS:
        return ""
    ours, theirs = KEYS[miss.kind]
    return f"gold {miss.gold.get(ours)!r}, found {miss.predicted.get(theirs)!r}"


def report(article: Any, label: Any, miss: Miss) -> str:
    lines = [f"{miss.kind.upper()}  {miss.article_id}  {article.get('title') or '(no title)'}"]
    if said := values(miss):
        lines.append(f"  {said}")
    wanted = [miss.gold] if miss.gold is not None else []
    if miss.kind == "missed article":
        wanted = [event for event in label["events"] if event["role"] in FRESH]
    lines += [f"  gold   {gold_line(event)}" for event in wanted]
    if miss.predicted is not None:
        lines.append(f"  found  {event_line(miss.predicted)}")
    lines.append(f"  text   {sentence(article, miss)}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", metavar="CORPUS")
    parser.add_argument("--kind", action="append", help="missed, spurious, 'false alarm', day, ...")
    parser.add_argument("--limit", type=int, default=1000, metavar="N")
    args = parser.parse_args()
    corpus = corpus_named(args.corpus)
    articles = {a["id"]: a for path in corpus.articles() for a in read_lines(path)}
    labels = {label["id"]: label for label in corpus.gold()}
    misses = evaluated(corpus)[1]
    shown = [miss for miss in misses if not args.kind or miss.kind in args.kind]
    for miss in shown[: args.limit]:
        print(report(articles[miss.article_id], labels[miss.article_id], miss), end="\n\n")
    counts = Counter(miss.kind for miss in misses)
    print(", ".join(f"{kind} {count}" for kind, count in counts.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
