"""Measure of the place finder alone against gold places: `python -m tests.golden.places CORPUS...
[--misses]`.

For each fresh gold event with a point: does any resolved mention of the article lie within 25 km
(recall)? How many distinct places does an article yield (noise)? For gold place texts that stand in
the article: is the mention at that text resolved within 25 km (precision of resolution)?
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from workers.extraction.places.finder import PlaceFinder, PlaceMention
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.geometry import km
from workers.text.fold import fold, folded

FOUND_KM = 25.0
"""The scorer's limit for a right place."""


@dataclass
class Tally:
    """Counts over one corpus."""

    events: int = 0
    found: int = 0
    named: int = 0
    named_right: int = 0
    articles: int = 0
    places: int = 0
    seconds: float = 0.0
    misses: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One line of figures."""
        recall = 100 * self.found / self.events if self.events else 0.0
        precision = 100 * self.named_right / self.named if self.named else 0.0
        noise = self.places / self.articles if self.articles else 0.0
        pace = 1000 * self.seconds / self.articles if self.articles else 0.0
        return (
            f"{name:12s} events {self.events:4d}  recall {recall:5.1f} %"
            f"  named {self.named:4d} right {precision:5.1f} %"
            f"  places an article {noise:4.1f}  {pace:.2f} ms"
        )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _near(mention: PlaceMention, event: dict[str, Any]) -> bool:
    place = mention.place
    return (
        place is not None
        and place.latitude is not None
        and place.longitude is not None
        and km((place.latitude, place.longitude), (event["lat"], event["lon"])) <= FOUND_KM
    )


def measure(folder: Path, finder: PlaceFinder) -> Tally:
    """The counts over one corpus folder."""
    tally = Tally()
    gold = {line["id"]: line["events"] for line in _lines(folder / "gold.jsonl")}
    for article in _lines(folder / "articles.jsonl"):
        original = f"{article.get('title') or ''}\n{article['body']}"
        text = fold(original)
        cased = text.kept(original) if article.get("language") == "en" else None
        started = perf_counter()
        mentions = finder.find(text.text, cased_text=cased)
        tally.seconds += perf_counter() - started
        tally.articles += 1
        tally.places += len({mention.place.place_id for mention in mentions if mention.place})
        for event in gold[article["id"]]:
            if event.get("aggregate") or event["role"] == "background" or event.get("lat") is None:
                continue
            tally.events += 1
            _count(tally, article["id"], text.text, mentions, event)
    return tally


def _count(
    tally: Tally, article: str, text: str, mentions: tuple[PlaceMention, ...], event: dict[str, Any]
) -> None:
    note = " | ".join(
        (article, str(event["place"]), str(event.get("place_text")), str(event["country"]))
    )
    note += f" {event['lat']} {event['lon']}"
    if any(_near(mention, event) for mention in mentions):
        tally.found += 1
    else:
        tally.misses.append(note)
    wanted = folded(event.get("place_text") or "")
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return
    inside = [
        m
        for m in mentions
        if m.start < at + len(wanted) and m.end > at and m.place and m.place.latitude
    ]
    if inside:
        tally.named += 1
        right = any(_near(mention, event) for mention in inside)
        tally.named_right += right
        if not right:
            got = "; ".join(
                f"{m.name_local}={m.place.name},{m.place.country_code}" for m in inside if m.place
            )
            tally.wrong.append(f"{note} -> {got}")


def main() -> int:
    """Prints one line a corpus, and the misses where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    finder = PlaceFinder(Gazetteer.load())
    for folder in arguments.corpora:
        tally = measure(folder, finder)
        sys.stdout.write(tally.line(folder.name) + "\n")
        if arguments.misses:
            for kind, notes in (("miss", tally.misses), ("wrong", tally.wrong)):
                sys.stdout.writelines(f"  {kind}: {note}\n" for note in notes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
