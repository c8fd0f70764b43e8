"""`make golden-held-out`: what each corpus scores with weights that never saw it.

    python -m tests.golden.held_out [--json]

For each newswire month, `brief`, `composed` and our labels of the stream the judgement is fitted
on all other corpora, and the corpus is extracted with these weights. Rules, lexicon and places are
those of now: whoever wrote them had read the opened months, so that a month nobody has opened will
score less.
"""

import argparse
import json
from typing import Any

from tests.golden.corpora import STREAM, Corpus, corpora
from tests.golden.fit_judgement import (
    THRESHOLD,
    Row,
    fit,
    peaceful_rows,
    raw_articles,
    rows_of,
)
from tests.golden.score import score
from workers.extraction import Extractor
from workers.extraction.judging import Judgement
from workers.lexicon.gazetteer import Gazetteer
from workers.model import Article
from workers.wire import decode_article
from workers.wire.events import event_value


def events_of(corpus: Corpus, extractor: Extractor) -> list[dict[str, Any]]:
    """The corpus's events, in the form of the wire."""
    found: list[dict[str, Any]] = []
    for raw in raw_articles(corpus):
        article = decode_article(raw, None)
        if isinstance(article, Article):
            found.extend(event_value(event) for event in extractor.extract(article))
    return found


def held_out() -> dict[str, dict[str, Any]]:
    """The figures (shares of 1) of newswire months, `brief`, `composed` and `stream`, by name."""
    gazetteer = Gazetteer.load()
    reader = Extractor(gazetteer)
    chosen = [c for c in corpora(all_months=True) if c.name != "newswire"]
    rows: list[Row] = [row for corpus in chosen for row in rows_of(corpus, reader)[0]]
    if STREAM.exists():
        rows.extend(peaceful_rows(reader))
    out = {}
    for corpus in chosen:
        if not corpus.name.startswith(("newswire", "brief", "composed", "stream")):
            continue
        weights = fit(row for row in rows if row.corpus != corpus.name)
        extractor = Extractor(gazetteer, Judgement(weights, THRESHOLD))
        out[corpus.name] = score(corpus.gold(), events_of(corpus, extractor))[0]
    return out


def main() -> None:
    """Prints a line a corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = held_out()
    if args.json:
        print(json.dumps(found, default=str))
        return
    print(f"{'weights fitted without':24}{'article F1':>12}{'event P/R':>12}{'event F1':>10}")
    for name, figures in found.items():
        event = figures["event"]
        print(
            f"{name:24}{100 * figures['article'][2]:>12.1f}"
            f"{f'{100 * event[0]:.0f}/{100 * event[1]:.0f}':>12}{100 * event[2]:>10.1f}"
        )


if __name__ == "__main__":
    main()
