"""Which labelled corpora there are, what they hold, and what the product finds in them.

The project's own corpora are always there; those of ../shared only where it lies beside the clone.
"""

import json
import lzma
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.golden.score import Miss, score

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
STREAM = ROOT.parent / "shared" / "data" / "newswire-stream" / "articles.jsonl.xz"
STREAM_GOLD = ROOT / "tests" / "golden" / "stream" / "gold.jsonl"
"""Our labels of articles of the newswire stream, by id: the texts stay where they are."""
EXIT_REFUSED = 3


@dataclass(frozen=True, slots=True)
class Corpus:
    """Folders that each hold articles.jsonl and gold.jsonl, run and scored together."""

    name: str
    folders: tuple[Path, ...]

    @property
    def is_here(self) -> bool:
        return all((folder / "gold.jsonl").exists() for folder in self.folders)

    def articles(self) -> tuple[Path, ...]:
        return tuple(folder / "articles.jsonl" for folder in self.folders)

    def gold(self) -> list[dict[str, Any]]:
        return [line for folder in self.folders for line in read_lines(folder / "gold.jsonl")]

    def digest(self) -> str:
        """Of all its files: floors hold for exactly these."""
        state = sha256()
        for folder in self.folders:
            for name in ("articles.jsonl", "gold.jsonl"):
                state.update(sha256((folder / name).read_bytes()).digest())
        return state.hexdigest()[:16]


def read_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def of_stream() -> Corpus:
    """The articles of the newswire stream that we labelled, laid out as a corpus under .run."""
    folder = ROOT / ".run" / "golden" / "stream"
    made = Corpus("stream", (folder,))
    gold = STREAM_GOLD.read_bytes()
    if made.is_here and (folder / "gold.jsonl").read_bytes() == gold:
        return made
    ids = {json.loads(line)["id"] for line in gold.splitlines()}
    folder.mkdir(parents=True, exist_ok=True)
    with lzma.open(STREAM) as stream:
        lines = [line for line in stream if json.loads(line)["id"] in ids]
    for name, content in (("articles.jsonl", b"".join(lines)), ("gold.jsonl", gold)):
        part = folder / f"{name}.{os.getpid()}"
        part.write_bytes(content)
        part.replace(folder / name)
    return made


def corpora(*, all_months: bool = False) -> tuple[Corpus, ...]:
    """The corpora that are here, own ones first; newswire as a whole, then by month."""
    months = [path.name for path in sorted((SHARED / "newswire").glob("*")) if path.is_dir()]
    newswire = (
        [Corpus("newswire", tuple(SHARED / "newswire" / month for month in months))]
        if months
        else []
    )
    if all_months:
        newswire += [
            Corpus(f"newswire {month}", (SHARED / "newswire" / month,)) for month in months
        ]
    known = [
        Corpus("samples", (ROOT / "workers" / "samples",)),
        Corpus("own", (ROOT / "tests" / "golden" / "corpus",)),
        *(Corpus(name, (SHARED / name,)) for name in ("brief", "composed", "seeds")),
        *([of_stream()] if STREAM.exists() else []),
        *newswire,
    ]
    return tuple(corpus for corpus in known if corpus.is_here)


def found_events(articles: Sequence[Path]) -> list[dict[str, Any]]:
    """What `tawatur run` writes as events for these files' articles, in the order of publication.

    As they would come; a file to which older articles were added later would be full of late ones.
    """
    with tempfile.TemporaryDirectory() as folder:
        events, stream = Path(folder) / "events.jsonl", Path(folder) / "articles.jsonl"
        lines = [line for path in articles for line in path.read_bytes().splitlines() if line]
        lines.sort(key=lambda line: datetime.fromisoformat(json.loads(line)["published_at"]))
        stream.write_bytes(b"\n".join(lines) + b"\n")
        command = [sys.executable, "-m", "workers", "run", str(stream)]
        done = subprocess.run(  # noqa: S603  # our own command, no shell
            [*command, "--events", str(events)], cwd=ROOT, check=False, stderr=subprocess.PIPE
        )
        if done.returncode not in (0, EXIT_REFUSED):
            raise RuntimeError(done.stderr.decode())
        return read_lines(events)


def evaluated(corpus: Corpus) -> tuple[dict[str, Any], list[Miss]]:
    """The corpus's figures and disagreements. A newswire whole is run as one stream of months."""
    return score(corpus.gold(), found_events(corpus.articles()))
