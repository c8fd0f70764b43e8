"""The compiled build (`make compiled`) finds the events and incidents that the sources find."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.corpora import ROOT, corpora

LIB = ROOT / ".run" / "compiled" / "lib"
PROGRAM = """
import sys
from hashlib import sha256
from workers.extraction import Extractor, extractor
from workers.incidents import IncidentBook
from workers.matching import judge
from workers.model import Article
from workers.pipeline import CountryBooks
from workers.wire import decode_article, encode_incident
found, books = Extractor.load(), CountryBooks(IncidentBook)
state, events = sha256(), 0
for path in sys.argv[1:]:
    for line in open(path, "rb"):
        article = decode_article(line, None)
        assert isinstance(article, Article)
        for event in found.extract(article):
            state.update(repr(event).encode())
            events += 1
            for incident in books.apply(event):
                state.update(encode_incident(incident))
kinds = {module.__file__.rsplit(".", 1)[1] for module in (extractor, judge)}
print(*kinds, events, state.hexdigest())
"""


def _run(home: Path) -> tuple[str, int, str]:
    """What kind of file the code is, the number of events found in all corpora, a digest."""
    articles = [str(path) for corpus in corpora() for path in corpus.articles()]
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", PROGRAM, *articles],
        cwd=home,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    kind, events, digest = result.stdout.split()
    return kind, int(events), digest


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_compiled_or_not_events_and_incidents_are_the_same() -> None:
    built = subprocess.run(  # noqa: S603 - our own Makefile
        ["make", "compiled", f"BIN={Path(sys.executable).parent}"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    interpreted, compiled = _run(ROOT), _run(LIB)
    assert (interpreted[0], compiled[0]) == ("py", "so")
    assert interpreted[1:] == compiled[1:]
    assert compiled[1] > 0
