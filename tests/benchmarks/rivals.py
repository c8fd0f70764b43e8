# ruff: noqa: T201 - a command that prints figures
"""What anyone would try first, beside ours: quality on the labelled corpora, and speed.

Usage: python -m tests.benchmarks.rivals [--texts N]

On gold events, so that extraction helps nobody. `rapidfuzz`: all pairs of texts (title and first
300 characters), within three days; `minhash`: datasketch's LSH over word pairs; `tf-idf`: character
3 to 5-grams, cosine to the nearest cluster. Each with the threshold that suits these very articles
best. They see articles, not events: an article's events get its cluster. Speed: one more text
beside so many (ours: `matching_cost`). scikit-learn and datasketch: `pip install --group bench`.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from rapidfuzz import fuzz, process

from tests.golden.extracted_events import scored_line
from tests.golden.fit import CORPORA
from tests.golden.gold_events import GoldEvent, article_lines, gold_events
from tests.golden.match import ours, row, score
from tests.simulation.world import WORDS

LEAD = 300
WINDOW_S = 3 * 86_400.0
PERMUTATIONS = 128
Texts = Sequence[tuple[str, float, str]]
"""Article id, seconds since 1970, text; in order of publication."""
Labels = dict[str, str]
Method = tuple[Callable[[Texts, float], Labels], Sequence[float]]


def by_rapidfuzz(texts: Texts, threshold: float) -> Labels:
    """Each text joins the likest one of the last three days, if that is like enough."""
    label: Labels = {}
    recent: list[tuple[str, float, str]] = []
    for name, at, text in texts:
        recent = [one for one in recent if at - one[1] <= WINDOW_S]
        leads = [one[2] for one in recent]
        scorer, own = fuzz.token_set_ratio, text[:LEAD]
        best = process.extractOne(own, leads, scorer=scorer, score_cutoff=threshold)
        label[name] = name if best is None else label[recent[best[2]][0]]
        recent.append((name, at, text[:LEAD]))
    return label


def minhash(text: str) -> Any:
    """datasketch's signature of a text's word pairs."""
    from datasketch import MinHash  # noqa: PLC0415 - only where it is installed

    words = text.split()
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch([f"{a} {b}".encode() for a, b in pairwise(words)])
    return made


def by_minhash(texts: Texts, threshold: float) -> Labels:
    """Each text joins the likest one that LSH finds."""
    from datasketch import MinHashLSH  # noqa: PLC0415 - only where it is installed

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    label: Labels = {}
    signatures: dict[str, tuple[float, Any]] = {}
    for name, at, text in texts:
        own = minhash(text)
        found = [k for k in index.query(own) if at - signatures[k][0] <= WINDOW_S]
        best = max(found, key=lambda k: own.jaccard(signatures[k][1]), default=None)
        label[name] = name if best is None else label[best]
        index.insert(name, own)
        signatures[name] = at, own
    return label


def by_tf_idf(texts: Texts, threshold: float) -> Labels:
    """Each text joins the cluster of the last three days whose centroid is nearest."""
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - only where it is installed
        TfidfVectorizer,
    )

    vectors = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True
    ).fit_transform([text for _, _, text in texts])
    label: Labels = {}
    clusters: list[tuple[str, float, Any]] = []
    for number, (name, at, _) in enumerate(texts):
        own = vectors[number]
        best, home = threshold, None
        for index, (_, seen, total) in enumerate(clusters):
            if at - seen <= WINDOW_S:
                norm = total.multiply(total).sum() ** 0.5
                likeness = own.multiply(total).sum() / norm
                if likeness >= best:
                    best, home = likeness, index
        if home is None:
            clusters.append((name, at, own))
            label[name] = name
        else:
            founder, _, total = clusters[home]
            clusters[home] = founder, at, total + own
            label[name] = founder
    return label


METHODS: dict[str, Method] = {
    "rapidfuzz": (by_rapidfuzz, range(40, 100, 10)),
    "minhash": (by_minhash, (0.1, 0.2, 0.3, 0.5)),
    "tf-idf": (by_tf_idf, (0.1, 0.2, 0.3, 0.4)),
}
NEEDS = {"rapidfuzz": "rapidfuzz", "minhash": "datasketch", "tf-idf": "sklearn"}


def texts_of(corpus: Path, golds: Sequence[GoldEvent]) -> Texts:
    """The texts of the articles that report a fresh attack."""
    published = {g.event.article_id: g.event.published_at.timestamp() for g in golds}
    articles = map(json.loads, article_lines(corpus))
    told = [
        (a["id"], published[a["id"]], f"{a.get('title') or ''} {a['body']}".strip())
        for a in articles
        if a["id"] in published
    ]
    return sorted(told, key=lambda one: (one[1], one[0]))


def figures(corpus: Path, golds: Sequence[GoldEvent], label: Mapping[str, str], to: Path) -> Any:
    """score.py's figures where each event is in its article's cluster."""
    with to.open("w", encoding="utf-8") as out:
        for gold in golds:
            line = scored_line(gold.event, label[gold.event.article_id])
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return score(corpus, to)


def quality(corpus: Path, folder: Path) -> Iterator[str]:
    """A row a method, ours first."""
    golds = gold_events(corpus)
    yield row(f"{corpus.name}, ours", ours(corpus, [g.event for g in golds], folder)[0])
    texts = texts_of(corpus, golds)
    for name, (method, thresholds) in METHODS.items():
        if find_spec(NEEDS[name]) is None:
            yield f"  {name}: {NEEDS[name]} is not installed"
            continue
        tried = [
            figures(corpus, golds, method(texts, threshold), folder / "rival.jsonl")
            for threshold in thresholds
        ]
        yield row(f"  {name} at its best", max(tried, key=lambda found: found["b3"][2]))


def speed(many: int) -> Iterator[str]:
    """Microseconds to place one more text beside so many of the last three days."""
    random = Random(3)  # noqa: S311 - seeded texts
    told = [" ".join(random.choices(WORDS, k=120)) for _ in range(many)]
    start = time.process_time()
    for text in told[:20]:
        process.extractOne(text[:LEAD], [one[:LEAD] for one in told], scorer=fuzz.token_set_ratio)
    yield f"{'rapidfuzz':24}{1e6 * (time.process_time() - start) / 20:12,.0f} us a text"
    if find_spec("datasketch") is not None:
        from datasketch import MinHashLSH  # noqa: PLC0415 - only where it is installed

        index = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)
        for number, text in enumerate(told):
            index.insert(str(number), minhash(text))
        start = time.process_time()
        for number in range(50):
            index.query(minhash(f"{told[number]} once more"))
        yield f"{'minhash':24}{1e6 * (time.process_time() - start) / 50:12,.0f} us a text"
    if find_spec("sklearn") is not None:
        from sklearn.feature_extraction.text import (  # noqa: PLC0415 - only where it is installed
            TfidfVectorizer,
        )

        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        known = vectorizer.fit_transform(told)
        start = time.process_time()
        for number in range(20):
            known.dot(vectorizer.transform([told[number]]).T).argmax()
        yield f"{'tf-idf':24}{1e6 * (time.process_time() - start) / 20:12,.0f} us a text"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000, help="beside so many texts")
    options = parser.parse_args()
    print(f"{'':24}{'incident':>8}{'B3':>8}{'pair':>8}{'false':>8}")
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("newswire", "composed", "brief"):
            if (CORPORA / name).exists():
                for line in quality(CORPORA / name, Path(temporary)):
                    print(line, flush=True)
    print(f"\nbeside {options.texts:,} texts:")
    for line in speed(options.texts):
        print(line, flush=True)


if __name__ == "__main__":
    main()
