"""Fit the weights of `workers/extraction/judging.py` on labelled corpora (`make fit-extraction`).

    python -m tests.golden.fit_judgement [--corpora NAME ...] [--write]

A draft counts as news when a fresh gold event of its article agrees in day and kind, wherever it
was placed: places are judged elsewhere. Logistic regression with an L2 penalty, by Newton's method;
deterministic, no dependencies. Prints how each corpus scores with weights fitted without it (five
folds over articles), then the weights; `--write` puts them into the package.
"""

import argparse
import json
import lzma
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from typing import Any

from tests.golden.corpora import STREAM, Corpus, corpora
from tests.golden.false_alarms import CATEGORIES, TRUE_REPORTS, drawn, no_attack
from tests.golden.score import paired_anywhere
from workers.extraction.events import dated
from workers.extraction.extractor import Extractor
from workers.extraction.fields.dating import Days
from workers.extraction.fields.kinds import sub_event_type
from workers.model import Article
from workers.wire import decode_article

PENALTY = 4.0
"""L2 penalty (1 / C): chosen by the folds among 1, 2, 3, 10."""
THRESHOLD = 0.4
FOLDS = 5
NEWTON_STEPS, CG_STEPS, CONVERGED = 12, 40, 1e-4
WORD_ROWS_MIN = 8
"""Drafts in which a word of the lead must stand to get a weight."""
WEIGHT_MIN = 0.01
"""Weights nearer to zero are left out of the file."""
TARGET = Path(__file__).parents[2] / "workers" / "lexicon" / "data" / "judgement.toml"
PEACEFUL, SOUNDING = "peaceful stream", "sounding stream"
SOUNDING_WEIGHT = 0.3
"""How much a draft of an article that only sounds like a report counts: at 1 they pull all
weights towards newswire's manner (ADR 11).
"""
PEACEFUL_MONTHS = frozenset({"02", "03", "05", "06", "07", "10"})
"""Months of 2018 whose articles on sport, economy, culture and technology teach what is no attack.

Those that have labelled articles here.
"""
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One draft: its features, whether it is news, its corpus and article.

    `untitled`: of the article without its headline, which feeds may leave out; only to learn from.
    `weight`: how much it counts in learning.
    """

    features: Features
    news: bool
    corpus: str
    article: str
    untitled: bool = False
    weight: float = 1.0


def raw_articles(corpus: Corpus) -> Iterator[bytes]:
    """The article lines of a corpus."""
    for path in corpus.articles():
        yield from (line for line in path.read_bytes().splitlines() if line.strip())


def rows_of(corpus: Corpus, extractor: Extractor) -> tuple[list[Row], int]:
    """The drafts of a corpus with their labels, and how many fresh gold events it has.

    Each article's, then those of the same article without its headline.
    """
    rows: list[Row] = []
    total = 0
    golds = {gold["id"]: gold for gold in corpus.gold()}
    for raw in raw_articles(corpus):
        article = decode_article(raw, None)
        assert isinstance(article, Article), f"{corpus.name}: {article}"
        gold = golds[article.id]
        fresh = [e for e in gold["events"] if e["role"] != "background" and not e.get("aggregate")]
        total += len(fresh)
        rows.extend(_labelled(article, fresh, corpus.name, extractor))
        if article.title:
            untitled = _labelled(replace(article, title=None), fresh, corpus.name, extractor)
            rows.extend(replace(row, untitled=True) for row in untitled)
    return rows, total


def _labelled(
    article: Article, fresh: list[dict[str, Any]], corpus: str, extractor: Extractor
) -> list[Row]:
    """The drafts of an article, each news where it agrees with a fresh gold event."""
    told = extractor.read(article)
    if told is None:
        return []
    published = article.published_at
    days = Days(told.reading, told.dates, told.drafts, published)
    said = []
    for draft in told.drafts:
        when = dated(days.of(draft), published.date())
        said.append(
            {
                "sub_event_type": sub_event_type(draft).value,
                "date_start": when.start.isoformat(),
                "date_end": when.end.isoformat(),
                "location": None,
            }
        )
    found = {j for _, j in paired_anywhere(fresh, said)}
    return [
        Row(features, index in found, corpus, article.id)
        for index, features in enumerate(told.features)
    ]


def peaceful_rows(extractor: Extractor) -> list[Row]:
    """The drafts of articles on peaceful subjects, all of them no news.

    Without the articles that false alarms are measured on.
    """
    with lzma.open(STREAM) as stream:
        lines = stream.readlines()
    measured = set(drawn(lines))
    rows: list[Row] = []
    for line in lines:
        id_ = json.loads(line)["id"]
        subject, day = id_.split("-")[1], id_.rsplit("-", 1)[1]
        if subject not in CATEGORIES or day[:4] != "2018" or day[4:6] not in PEACEFUL_MONTHS:
            continue
        article = decode_article(line, None)
        if line in measured or id_ in TRUE_REPORTS or not isinstance(article, Article):
            continue
        rows.extend(_no_news(article, PEACEFUL, extractor))
    return rows


def sounding_rows(extractor: Extractor) -> list[Row]:
    """The drafts of the stream's articles that only sound like a report, all of them no news."""
    with lzma.open(STREAM) as stream:
        articles = [decode_article(line, None) for line in no_attack(stream)]
    rows: list[Row] = []
    for article in articles:
        assert isinstance(article, Article), article
        rows.extend(_no_news(article, SOUNDING, extractor, SOUNDING_WEIGHT))
    return rows


def _no_news(article: Article, corpus: str, extractor: Extractor, weight: float = 1.0) -> list[Row]:
    """The drafts of an article that reports no attack."""
    told = extractor.read(article)
    if told is None:
        return []
    return [
        Row(found, news=False, corpus=corpus, article=article.id, weight=weight)
        for found in told.features
    ]


def fit(rows: Iterable[Row]) -> Features:
    """The weights that make the rows' labels likeliest under the penalty.

    Newton steps, each by conjugate gradients.
    """
    data = list(rows)
    counts: Counter[str] = Counter(name for row in data for name in row.features)
    names = sorted(
        name
        for name, count in counts.items()
        if not name.startswith("w:") or count >= WORD_ROWS_MIN
    )
    place = {name: index for index, name in enumerate(names)}
    table = [
        (
            [(place[n], v) for n, v in sorted(row.features.items()) if n in place],
            1.0 if row.news else 0.0,
            row.weight,
        )
        for row in data
    ]
    weights = [0.0] * len(names)
    for _ in range(NEWTON_STEPS):
        gradient = [-PENALTY * w for w in weights]
        spreads: list[float] = []
        for cells, label, counts_for in table:
            p = _sigmoid(sum(weights[i] * v for i, v in cells))
            spreads.append(counts_for * max(p * (1 - p), 1e-9))
            for i, v in cells:
                gradient[i] += counts_for * (label - p) * v
        step = _conjugate_gradients(table, spreads, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(abs(s) for s in step) < CONVERGED:
            break
    return dict(zip(names, weights, strict=True))


Table = list[tuple[list[tuple[int, float]], float, float]]
"""A row each: its columns with their values, whether it is news, its weight."""


def _conjugate_gradients(table: Table, spreads: list[float], right: list[float]) -> list[float]:
    """The solution of (X' S X + penalty) step = right."""
    step = [0.0] * len(right)
    residual, direction = right[:], right[:]
    norm = sum(r * r for r in residual)
    for _ in range(CG_STEPS):
        image = _curvature(table, spreads, direction)
        scale = norm / sum(d * c for d, c in zip(direction, image, strict=True))
        step = [s + scale * d for s, d in zip(step, direction, strict=True)]
        residual = [r - scale * c for r, c in zip(residual, image, strict=True)]
        new = sum(r * r for r in residual)
        if new < CONVERGED:
            break
        direction = [r + new / norm * d for r, d in zip(residual, direction, strict=True)]
        norm = new
    return step


def _curvature(table: Table, spreads: list[float], direction: list[float]) -> list[float]:
    image = [PENALTY * d for d in direction]
    for (cells, _, _), spread in zip(table, spreads, strict=True):
        along = spread * sum(direction[i] * v for i, v in cells)
        for i, v in cells:
            image[i] += along * v
    return image


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, x))))


def probability(weights: Features, features: Features) -> float:
    """The probability that a draft with these features is news."""
    return _sigmoid(sum(weights.get(name, 0.0) * value for name, value in features.items()))


def folded_f1(rows: list[Row], golds: dict[str, int]) -> dict[str, float]:
    """Event F1 (places ignored) a corpus, each article judged by weights fitted without it."""
    hits, said = dict.fromkeys(golds, 0), dict.fromkeys(golds, 0)
    for fold in range(FOLDS):
        weights = fit(row for row in rows if _fold(row) != fold)
        for row in rows:
            asked = _fold(row) == fold and not row.untitled
            if asked and probability(weights, row.features) >= THRESHOLD:
                said[row.corpus] += 1
                hits[row.corpus] += row.news
    return {name: 200 * hits[name] / max(1, said[name] + golds[name]) for name in golds}


def _fold(row: Row) -> int:
    return zlib.crc32(row.article.encode()) % FOLDS


def main() -> None:
    """Fit, report, and write when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", nargs="*", help="names (default: all that are there)")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    extractor = Extractor.load()
    chosen = [
        c
        for c in corpora(all_months=True)
        if c.name != "newswire" and (not options.corpora or c.name in options.corpora)
    ]
    rows: list[Row] = []
    golds: dict[str, int] = {}
    for corpus in chosen:
        found, golds[corpus.name] = rows_of(corpus, extractor)
        rows.extend(found)
    golds[PEACEFUL] = golds[SOUNDING] = 0
    if STREAM.exists():
        rows.extend(peaceful_rows(extractor))
        rows.extend(sounding_rows(extractor))
    for name, figure in folded_f1(rows, golds).items():
        drafts = sum(r.corpus == name and not r.untitled for r in rows)
        print(f"{name:20} drafts {drafts:5} event F1 without places, folded {figure:5.1f}")
    weights = fit(rows)
    if options.write:
        lines = [
            f'"{name}" = {weight:.3f}'
            for name, weight in weights.items()
            if abs(weight) >= WEIGHT_MIN
        ]
        head = (
            "# Weights of extraction/judging.py: a logistic regression over named features.\n"
            f"# Fitted by `make fit-extraction` on {', '.join(golds)}; L2 penalty {PENALTY}.\n"
        )
        TARGET.write_text(
            f"{head}threshold = {THRESHOLD}\n\n[weights]\n" + "\n".join(lines) + "\n",
            encoding="utf-8",
        )
        print(f"written: {TARGET}")


if __name__ == "__main__":
    main()
