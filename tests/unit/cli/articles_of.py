"""Files as a user has them: articles of four attacks, and what `tawatur run` makes of them."""

import json
from pathlib import Path
from typing import Any

from workers.__main__ import main


def article(name: str, hour: int, title: str, body: str) -> dict[str, str]:
    return {
        "id": name,
        "source": f"{name}.example",
        "published_at": f"2024-05-02T{hour:02}:00:00+03:00",
        "title": title,
        "body": body,
    }


ARTICLES = [
    article(
        "m1",
        9,
        "Car bomb kills four people in Mosul",
        "A car bomb exploded in a market in Mosul on Wednesday, killing four people.",
    ),
    article(
        "m2",
        10,
        "Four killed by car bomb in Mosul market",
        "Four people were killed on Wednesday when a car bomb went off in a market in Mosul.",
    ),
    article(
        "b1",
        11,
        "Rockets hit base in Basra",
        "Three rockets struck an army base in Basra on Wednesday, wounding two soldiers.",
    ),
    article(
        "d1",
        12,
        "Gunmen kill policeman in Damascus",
        "Gunmen shot dead a policeman in Damascus on Wednesday, police said.",
    ),
]


class Files:
    """Files of one test; every command runs on them."""

    def __init__(self, folder: Path) -> None:
        self.articles = folder / "articles.jsonl"
        self.events = folder / "events.jsonl"
        self.incidents = folder / "incidents.jsonl"
        self.corrections = folder / "corrections.jsonl"

    def begin(self) -> None:
        """Writes the articles and what `tawatur run` makes of them."""
        lines = [json.dumps(each) + "\n" for each in ARTICLES]
        self.articles.write_text("".join(lines), encoding="utf-8")
        assert self.run() == 0

    def run(self, *options: str) -> int:
        """Writes events and incidents anew."""
        out = ["--events", str(self.events), "--incidents", str(self.incidents)]
        return main(["run", str(self.articles), *out, *options])

    def correct(self, *words: str) -> int:
        files = ["--incidents", str(self.incidents), "--corrections", str(self.corrections)]
        author = [] if words[0] == "list" else ["--author", "desk"]
        return main(["correct", *words, *files, *author])

    def records(self) -> list[dict[str, Any]]:
        lines = self.incidents.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def incident_of(self, article_id: str) -> dict[str, Any]:
        """The incident that an article reports."""
        (found,) = [
            record
            for record in self.records()
            if article_id in [report["article_id"] for report in record["reports"]]
        ]
        return found

    def id_of(self, article_id: str) -> str:
        return str(self.incident_of(article_id)["incident_id"])

    def report_of(self, article_id: str) -> str:
        """The event id of an article's report."""
        reports = self.incident_of(article_id)["reports"]
        (found,) = [r["event_id"] for r in reports if r["article_id"] == article_id]
        return str(found)
