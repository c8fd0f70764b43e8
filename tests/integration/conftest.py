"""The brokers that integration tests run on: the embedded one and a real Apache Kafka.

A test that takes `broker` runs on both, with the `settings` fixture for topics of its own. Where a
broker is missing the test is skipped, or fails where TAWATUR_REQUIRE_ALL=1 is set.
"""

import importlib.util
import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from workers.admin.command import AdminError
from workers.admin.embedded import SESSION_TIMEOUT_SECONDS, EmbeddedBroker
from workers.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
USED = pytest.StashKey[dict[str, str]]()


@dataclass(frozen=True, slots=True)
class Broker:
    """A running broker and what it can do; the contract suite holds down what it cannot."""

    name: str
    bootstrap: str
    transactions: bool
    compaction: bool
    """Whether a compacted topic loses its old versions, and can be seen to in a test's time."""
    true_end_offsets: bool
    session_timeout_s: float


def real_kafka() -> ModuleType:
    """The module `deploy/kafka/kafka.py`; not imported by name, which is the client's."""
    name = "tawatur_deploy_kafka"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "deploy/kafka/kafka.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


def _missing(reason: str) -> None:
    if os.environ.get("TAWATUR_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _embedded(ending: ExitStack) -> Broker:
    try:
        bootstrap = ending.enter_context(EmbeddedBroker(ROOT / ".run"))
    except AdminError as error:
        _missing(str(error))
        raise
    return Broker(
        name="embedded (Tansu)",
        bootstrap=bootstrap,
        transactions=False,
        compaction=False,
        true_end_offsets=False,
        session_timeout_s=SESSION_TIMEOUT_SECONDS,
    )


def _kafka(ending: ExitStack) -> Broker:
    if (bootstrap := os.environ.get("KAFKA_BOOTSTRAP")) is None:
        module = real_kafka()
        try:
            bootstrap = ending.enter_context(module.RealKafka(nodes=1))
        except module.KafkaUnavailable as error:
            _missing(str(error))
            raise
    return Broker(
        name="Apache Kafka",
        bootstrap=bootstrap,
        transactions=True,
        compaction=True,
        true_end_offsets=True,
        session_timeout_s=10.0,
    )


@pytest.fixture(scope="session", params=["embedded", "kafka"])
def broker(request: pytest.FixtureRequest) -> Iterator[Broker]:
    """A running broker, shared by the session's tests: use topics of your own."""
    with ExitStack() as ending:
        started = (_embedded if request.param == "embedded" else _kafka)(ending)
        request.config.stash.setdefault(USED, {})[started.name] = started.bootstrap
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


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Says which brokers the run has used."""
    used = config.stash.get(USED, {})
    told = ", ".join(f"{name} at {bootstrap}" for name, bootstrap in used.items())
    terminalreporter.write_line(f"integration brokers: {told or 'none'}")
