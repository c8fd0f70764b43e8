"""`make golden-held-out`: what each corpus scores with weights that never saw it.

    python -m tests.golden.held_out [--json]

For each newswire month, `brief`, `composed` and our labels of the stream the judgement is fitted
on all other corpora, and the corpus is extracted with these weights. Rules, lexicon and places are
those of now: whoever wrote them had read the opened months, so that a month nobody has opened will
score less. Of the articles that only sound like a report it is how many yield an event.
"""

import argparse
import json
import lzma
from typing import Any

from tests.golden.corpora import STREAM, Corpus, corpora
from tests.golden.false_alarms import alarms_of, no_attack
from tests.golden.fit_judgement import (
    SOUNDING,
    THRESHOLD,
    Row,
    fit,
    peaceful_rows,
    raw_articles,
    rows_of,
    sounding_rows,
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


def held_out() -> tuple[dict[str, dict[str, Any]], tuple[int, int] | None]:
    """The figures (shares of 1) of newswire months, `brief`, `composed` and `stream`, by name.

    And of the articles that only sound like a report how many yield an event, with how many there
    are; None without the stream.
    """
    gazetteer = Gazetteer.load()
    reader = Extractor(gazetteer)
    chosen = [c for c in corpora(all_months=True) if c.name != "newswire"]
    rows: list[Row] = [row for corpus in chosen for row in rows_of(corpus, reader)[0]]
    if STREAM.exists():
        rows += peaceful_rows(reader) + sounding_rows(reader)

    def without(name: str) -> Extractor:
        weights = fit(row for row in rows if row.corpus != name)
        return Extractor(gazetteer, Judgement(weights, THRESHOLD))

    figures = {
        corpus.name: score(corpus.gold(), events_of(corpus, without(corpus.name)))[0]
        for corpus in chosen
        if corpus.name.startswith(("newswire", "brief", "composed", "stream"))
    }
    if not STREAM.exists():
        return figures, None
    with lzma.open(STREAM) as stream:
        lines = no_attack(stream)
    return figures, (len(alarms_of(lines, without(SOUNDING))), len(lines))


def main() -> None:
    """Prints a line a corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found, sounding = held_out()
    if args.json:
        print(json.dumps({"corpora": found, "sounding": sounding}, default=str))
        return
    print(f"{'weights fitted without':24}{'article F1':>12}{'event P/R':>12}{'event F1':>10}")
    for name, figures in found.items():
        event = figures["event"]
        print(
            f"{name:24}{100 * figures['article'][2]:>12.1f}"
            f"{f'{100 * event[0]:.0f}/{100 * event[1]:.0f}':>12}{100 * event[2]:>10.1f}"
        )
    if sounding is not None:
        print(f"{sounding[1]} articles that only sound like a report: {sounding[0]} yield an event")


if __name__ == "__main__":
    main()
