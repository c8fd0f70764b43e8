"""Counts on how many days each place was attacked, with our own extraction over the newswire
stream.

Usage: python -m tests.golden.place_frequency       writes workers/matching/places.tsv
"""

import lzma
from collections import defaultdict
from pathlib import Path

from workers.extraction import Extractor
from workers.matching.frequency import place_cell
from workers.model import Rejected, Role, WherePrecision
from workers.wire import decode_article

ROOT = Path(__file__).parents[2]
STREAM = ROOT.parent / "shared" / "data" / "newswire-stream" / "articles.jsonl.xz"
TABLE = ROOT / "workers" / "matching" / "places.tsv"
DAYS_MIN = 2
"""A cell with fewer days is as rare as one that is not listed."""


def main() -> None:
    extractor = Extractor.load()
    days: dict[str, set[int]] = defaultdict(set)
    read = 0
    with lzma.open(STREAM) as lines:
        for line in lines:
            article = decode_article(line, None)
            if isinstance(article, Rejected):
                continue
            read += 1
            for event in extractor.extract(article):
                place, when = event.location, event.date
                if event.role is Role.BACKGROUND or place is None or when is None:
                    continue
                if place.latitude is None or place.longitude is None:
                    continue
                if place.where_prec <= WherePrecision.ADMIN2:
                    days[place_cell(place.latitude, place.longitude)].add(when.start.toordinal())
    counted = sorted((cell, len(on)) for cell, on in days.items() if len(on) >= DAYS_MIN)
    head = (
        "# Days with an attack by cell (south-west corner in quarter degrees).",
        f"# {read} articles of 2018. Written by `python -m tests.golden.place_frequency`.",
        "# Source: our extraction over the ANT corpus v2.1 (Chouigui et al. 2021).",
    )
    text = "\n".join([*head, *(f"{cell}\t{count}" for cell, count in counted)]) + "\n"
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
