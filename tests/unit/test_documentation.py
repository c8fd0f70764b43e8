"""What the documents promise exists."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from workers.cli.parser import COMMANDS
from workers.cli.replay import Replay
from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.pipeline import CountryBooks
from workers.settings import VARIABLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_readme_lists_every_variable() -> None:
    told = set(re.findall(r"`((?:KAFKA|TAWATUR)_[A-Z_]+)`", README))
    assert told == {variable for variable, _ in VARIABLES.values()}


def test_the_readmes_commands_exist() -> None:
    assert set(re.findall(r"^tawatur ([a-z-]+)", README, re.MULTILINE)) <= COMMANDS.keys()


def test_the_readmes_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_relative_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def _told_of(shown: Any, found: Any) -> Any:
    """`found` cut down to what `shown` tells of it."""
    if isinstance(shown, dict):
        return {name: _told_of(value, found[name]) for name, value in shown.items()}
    return found


def test_the_readmes_two_articles_give_the_incident_that_it_shows() -> None:
    articles, incident = re.findall(r"^```json\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[:2]
    replay = Replay(Extractor.load(), CountryBooks(IncidentBook))
    for line in re.findall(r"^\{.*?\}$", articles, re.MULTILINE | re.DOTALL):
        replay.take(json.dumps(json.loads(line)).encode())
    (found,) = [json.loads(record) for record in replay.incidents()]
    shown = json.loads(incident)

    assert _told_of(shown, found) == shown
