"""The fixtures of integration tests: a running broker, and settings of the test's own.

A test that takes `broker` runs on both brokers. Where one is missing the test is skipped, or fails
where TAWATUR_REQUIRE_ALL=1 is set.
"""

import signal
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import USED
from tests.integration.running import Broker, embedded, kafka
from workers.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Lets Ctrl-C reach the commands under test.

    Who runs the tests in the background of a shell ignores it, and children inherit that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", params=["embedded", "kafka"])
def broker(request: pytest.FixtureRequest) -> Iterator[Broker]:
    """A running broker, shared by the session's tests: use topics of your own."""
    with ExitStack() as ending:
        started = (embedded if request.param == "embedded" else kafka)(ending)
        request.config.stash.setdefault(USED, []).append(f"{started.name} at {started.bootstrap}")
        yield started


@pytest.fixture
def settings(broker: Broker, tmp_path: Path) -> Settings:
    """Settings for `broker`, with topics, group and run folder of the test's own."""
    own = f"t{uuid.uuid4().hex[:8]}"
    return Settings(
        bootstrap=broker.bootstrap,
        application=own,
        topic_prefix=f"{own}.",
        partitions=3,
        transactions=broker.transactions,
        session_timeout_s=broker.session_timeout_s,
        metrics_port=0,
        run_dir=str(tmp_path),
    )
