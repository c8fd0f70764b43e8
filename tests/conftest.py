"""What tests share: where the shared corpora are, and what a missing requirement means.

Under `.ci/run` (TAWATUR_REQUIRE_ALL=1) a missing corpus, broker or Java fails; elsewhere it skips.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.processes import Spread, urgency

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""The corpora and their scorer, beside the clone; not part of the project."""

# No deadline: how long an example takes tells of the machine. The same examples in every CI run.
settings.register_profile("everywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)

REQUIRE_ALL = os.environ.get("TAWATUR_REQUIRE_ALL", "") not in {"", "0"}

settings.load_profile("ci" if REQUIRE_ALL else "everywhere")

USED = pytest.StashKey[list[str]]()
"""The brokers that tests have used."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts first what takes longest to wait for."""
    items.sort(key=lambda item: urgency(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Spread:
    """Several processes share the tests as tests/processes.py says."""
    return Spread(config, log)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of several hands its brokers to the one that reports."""
    if (handed := getattr(session.config, "workeroutput", None)) is not None:
        handed["brokers"] = session.config.stash.get(USED, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Takes what `pytest_sessionfinish` handed over."""
    handed = getattr(node, "workeroutput", {})  # none where the process crashed
    node.config.stash.setdefault(USED, []).extend(handed.get("brokers", ()))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Says which brokers the run has used."""
    used: list[str] = config.stash.get(USED, [])
    terminalreporter.write_line(f"integration brokers: {', '.join(used) or 'none'}")


def missing(reason: str) -> None:
    """Ends the test: fails where everything is required, skips elsewhere."""
    if REQUIRE_ALL:
        pytest.fail(f"required (TAWATUR_REQUIRE_ALL): {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require_or_skip() -> Callable[[str], None]:
    """Call it with a reason where a requirement is missing."""
    return missing


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared material."""
    if not (SHARED / "corpus").is_dir():
        missing("../shared is not beside this clone")
    return SHARED


@pytest.fixture(scope="session")
def shared_corpus(shared: Path) -> Path:
    """The folder of the labelled corpora."""
    return shared / "corpus"
