"""What tests share: where the shared corpora are, and what a missing requirement means.

Under `.ci/run` (TAWATUR_REQUIRE_ALL=1) a missing corpus, broker or Java fails; elsewhere it skips.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""The corpora and their scorer, beside the clone; not part of the project."""

# No deadline: how long an example takes tells of the machine. The same examples in every CI run.
settings.register_profile("everywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)

REQUIRE_ALL = os.environ.get("TAWATUR_REQUIRE_ALL", "") not in {"", "0"}

settings.load_profile("ci" if REQUIRE_ALL else "everywhere")


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
