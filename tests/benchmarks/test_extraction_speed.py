"""Speed of extraction on one core, from an article's bytes to its events (`make bench`).

On the newswire stream as it comes where `../shared` lies beside the clone, else on the project's
own articles. The floors are generous: machines are shared. What counts is what is printed.
"""

import json
import lzma
import subprocess
import sys
import time
from pathlib import Path

import pytest

import workers
from tests.golden.corpora import ROOT, corpora
from workers.extraction import Extractor
from workers.model import Article
from workers.resident import keep_loaded
from workers.wire import decode_article

STREAM = ROOT.parent / "shared" / "data" / "newswire-stream" / "articles.jsonl.xz"
STREAM_ARTICLES = 2_000
EVERY = 17
"""Every so many-th article of the stream is taken: it is sorted by day, and days differ."""
SLOWEST = 10
HOME = Path(workers.__file__).parents[1]
"""Where the measured package lies: this tree, or the compiled build."""
FLOOR_STREAM, FLOOR_ATTACKS = 150, 40
"""Articles a second: a third of what was measured on a quiet machine."""
FLOOR_START_S, FLOOR_MB = 6.0, 700

pytestmark = pytest.mark.benchmark


def _stream() -> list[bytes]:
    if not STREAM.exists():
        return [
            line
            for corpus in corpora()
            for path in corpus.articles()
            for line in path.read_bytes().splitlines()
            if line
        ]
    taken: list[bytes] = []
    with lzma.open(STREAM) as file:
        for number, line in enumerate(file):
            if number % EVERY == 0:
                taken.append(line)
            if len(taken) == STREAM_ARTICLES:
                break
    return taken


def _attack_reports() -> list[bytes]:
    """Labelled articles that report an attack, in their own form."""
    found: list[bytes] = []
    for corpus in corpora():
        reports = {gold["id"] for gold in corpus.gold() if gold["attack_report"]}
        for path in corpus.articles():
            lines = [line for line in path.read_bytes().splitlines() if line.strip()]
            found += [line for line in lines if json.loads(line)["id"] in reports]
    return found


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    loaded = Extractor.load()
    keep_loaded()
    return loaded


def _measure(name: str, raws: list[bytes], extractor: Extractor) -> float:
    """Articles a second of processor time; prints the speed and the slowest."""
    for raw in raws:  # once before: a worker that has run for a minute knows its words
        known = decode_article(raw, None)
        assert isinstance(known, Article)
        extractor.extract(known)
    spent: list[tuple[float, int, str]] = []
    events = 0
    started = time.process_time()
    for raw in raws:
        before = time.process_time()
        article = decode_article(raw, None)
        assert isinstance(article, Article)
        events += len(extractor.extract(article))
        spent.append((time.process_time() - before, len(raw), article.id))
    speed = len(raws) / (time.process_time() - started)
    print(  # noqa: T201 - what a benchmark is for
        f"\n{name}: {speed:,.0f} articles/s "
        f"({len(raws):,} articles, {events:,} events); the slowest:"
    )
    for seconds, size, article_id in sorted(spent, reverse=True)[:SLOWEST]:
        print(  # noqa: T201 - what a benchmark is for
            f"  {seconds * 1e3:7.1f} ms  {size / 1e3:7.1f} kB  {article_id[:60]}"
        )
    return speed


def test_the_stream_as_it_comes(extractor: Extractor) -> None:
    assert _measure("news as it comes", _stream(), extractor) >= FLOOR_STREAM


def test_attack_reports_only(extractor: Extractor) -> None:
    assert _measure("attack reports only", _attack_reports(), extractor) >= FLOOR_ATTACKS


def test_start_up_and_memory() -> None:
    """A process of its own that loads lexicon and gazetteer.

    Its processor time is asserted: other tests run beside it. Its peak is read from /proc where
    there is one: what the system keeps for `getrusage` begins with the peak of who started it.
    """
    program = (
        "import pathlib, resource, time\n"
        "started, spent = time.perf_counter(), time.process_time()\n"
        "from workers.extraction import Extractor\n"
        "extractor = Extractor.load()\n"
        "wall, seconds = time.perf_counter() - started, time.process_time() - spent\n"
        "status = pathlib.Path('/proc/self/status')\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "if status.exists():\n"
        "    peak = status.read_text().split('VmHWM:')[1].split()[0]\n"
        "print(wall, seconds, peak)\n"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program], cwd=HOME, capture_output=True, text=True, check=True
    )
    wall, seconds, kilobytes = map(float, result.stdout.split())
    if sys.platform == "darwin":
        kilobytes /= 1024
    print(  # noqa: T201 - as above
        f"\nstart-up {wall:.2f} s ({seconds:.2f} of the processor), "
        f"memory {kilobytes / 1e3:,.0f} MB"
    )
    assert seconds <= FLOOR_START_S
    assert kilobytes / 1e3 <= FLOOR_MB
