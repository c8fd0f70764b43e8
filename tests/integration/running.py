"""The brokers that integration tests can run on, and how each is started."""

import importlib.util
import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from tests.conftest import missing
from workers.admin.command import AdminError
from workers.admin.embedded import SESSION_TIMEOUT_SECONDS, EmbeddedBroker

ROOT = Path(__file__).resolve().parents[2]


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


def embedded(ending: ExitStack) -> Broker:
    """The embedded broker, ended by `ending`."""
    try:
        bootstrap = ending.enter_context(EmbeddedBroker(ROOT / ".run"))
    except AdminError as error:
        missing(str(error))
        raise
    return Broker(
        name="embedded (Tansu)",
        bootstrap=bootstrap,
        transactions=False,
        compaction=False,
        true_end_offsets=False,
        session_timeout_s=SESSION_TIMEOUT_SECONDS,
    )


def kafka(ending: ExitStack) -> Broker:
    """The cluster of KAFKA_BOOTSTRAP, else a real Kafka of our own, ended by `ending`."""
    if (bootstrap := os.environ.get("KAFKA_BOOTSTRAP")) is None:
        module = real_kafka()
        try:
            bootstrap = ending.enter_context(module.RealKafka(nodes=1))
        except module.KafkaUnavailableError as error:
            missing(str(error))
            raise
    return Broker(
        name="Apache Kafka",
        bootstrap=bootstrap,
        transactions=True,
        compaction=True,
        true_end_offsets=True,
        session_timeout_s=10.0,
    )
