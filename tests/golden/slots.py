"""Whether the figures and dates of the labels are among those that are found in the article.

Run: `python -m tests.golden.slots FOLDER...` with folders of `articles.jsonl` and `gold.jsonl`.
Prints, for each folder, the share of killed, wounded and day labels that are found anywhere in
their article, and with `--missed N` the labels that are not.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from workers.extraction.dates.finder import find_dates
from workers.extraction.tolls.finder import find_tolls
from workers.text.fold import folded

SLACK_DAYS = {"day": 0, "week": 7, "month": 31, "year": 366}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _tolls(text: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {"killed": set(), "wounded": set()}
    for mention in find_tolls(text):
        if mention.toll is not None:
            found["killed" if mention.field == "deaths" else "wounded"].add(mention.toll.best)
    return found


def _has_day(text: str, article: dict[str, Any], day: date, slack: int) -> bool:
    published = datetime.fromisoformat(article["published_at"])
    if abs((published.date() - day).days) <= slack:
        return True
    for mention in find_dates(text, published, article.get("language")):
        if mention.interval is None or mention.boilerplate:
            continue
        near = min(abs((mention.interval.start - day).days), abs((mention.interval.end - day).days))
        if mention.interval.start <= day <= mention.interval.end or near <= slack:
            return True
    return False


def measure(folder: Path) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Found and labelled counts by slot, and a line for each label that was not found."""
    articles = {a["id"]: a for a in _lines(folder / "articles.jsonl")}
    counts = {"killed": [0, 0], "wounded": [0, 0], "day": [0, 0]}
    missed: list[str] = []
    for gold in _lines(folder / "gold.jsonl"):
        article = articles[gold["id"]]
        text = folded(f"{article.get('title') or ''}\n{article['body']}")
        tolls = _tolls(text)
        for event in gold["events"]:
            if event.get("aggregate"):
                continue
            for slot in ("killed", "wounded"):
                value = event.get(slot)
                if value is None:
                    continue
                counts[slot][1] += 1
                if value in tolls[slot]:
                    counts[slot][0] += 1
                else:
                    missed.append(
                        f"{gold['id']} {event['role']} {slot} {value} not in {sorted(tolls[slot])}"
                    )
            if event.get("date"):
                slack = SLACK_DAYS[event.get("date_precision") or "day"]
                counts["day"][1] += 1
                if _has_day(text, article, date.fromisoformat(event["date"]), slack):
                    counts["day"][0] += 1
                else:
                    missed.append(
                        f"{gold['id']} {event['role']} day {event['date']} to {slack} days"
                    )
    return {slot: (found, of) for slot, (found, of) in counts.items()}, missed


def main() -> None:
    """Prints the shares of each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--missed", type=int, default=0)
    options = parser.parse_args()
    for folder in options.folders:
        counts, missed = measure(folder)
        shares = ", ".join(f"{slot} {found}/{of}" for slot, (found, of) in counts.items())
        print(f"{folder.name}: {shares}")
        for line in missed[: options.missed]:
            print("   ", line)


if __name__ == "__main__":
    main()
