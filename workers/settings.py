"""Everything that can be configured, read once from the environment.

Place in the flow: the shell (app, admin, command line) makes one `Settings` and passes it down. A
malformed value refuses to start and names its variable; an unset one takes the default here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workers.wire.topics import Topic, dead_letter_name

_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
"""Source: Kafka's legal topic and client names (`org.apache.kafka.common.internals.Topic`)."""


_PORT_MAX = 65535
"""TCP ports have 16 bits."""


class SettingsError(ValueError):
    """An environment variable that cannot be understood; the message names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole configuration. Every field names its environment variable in `VARIABLES`."""

    bootstrap: str | None = None
    """Kafka's `host:port[,host:port...]`; None: no cluster is configured (embedded broker)."""
    application: str = "tawatur"
    """Consumer group, and first part of the transactional ids."""
    topic_prefix: str = ""
    """Put before every topic name, so that several installations share a cluster."""
    partitions: int = 6
    """Partitions of each topic: the most workers that can share the work."""
    replication: int = 1
    """Copies of each partition; 3 on a cluster of three brokers or more."""
    batch_records_max: int = 200
    """Messages taken at once. 200: tried under faults (docs/adr on concurrency)."""
    batch_within_s: float = 0.05
    """How long a batch waits to fill up."""
    session_timeout_s: float = 30.0
    """Broker session timeout: a worker silent for longer loses its partitions."""
    commit_interval_s: float = 1.0
    """How often offsets are committed: what is done again after a crash, at most."""
    transactions: bool = True
    """Fence zombies with transactional producers. Off only where the broker has none."""
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 6066
    """HTTP port of /metrics and /health; 0 takes a free one."""
    run_dir: str = ".run"
    """Folder for files of a running worker; safe to delete when none runs."""
    log_level: str = "INFO"

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings of these variables; raises `SettingsError` on a malformed one."""
        chosen = {
            field: parse(name, environ[name].strip())
            for field, (name, parse) in VARIABLES.items()
            if environ.get(name, "").strip()
        }
        return cls(**chosen)  # type: ignore[arg-type]  # VARIABLES holds each field's parser

    def topic(self, topic: Topic) -> str:
        """The topic's name on the broker."""
        return self.topic_prefix + topic.value

    def dead_letter_topic(self, topic: Topic) -> str:
        """The name of the topic that takes what `topic` held and was refused."""
        return self.topic_prefix + dead_letter_name(topic.value)


def _name(variable: str, value: str) -> str:
    if not set(value) <= _NAME_CHARACTERS:
        raise SettingsError(f"{variable}: only letters, digits, '.', '_', '-': {value!r}")
    return value


def _bootstrap(variable: str, value: str) -> str:
    for address in value.split(","):
        host, colon, port = address.strip().rpartition(":")
        if not (
            host and colon and port.isascii() and port.isdigit() and 0 < int(port) <= _PORT_MAX
        ):
            raise SettingsError(f"{variable}: expected host:port[,host:port...]: {value!r}")
    return value


def _text(_variable: str, value: str) -> str:
    return value


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def parse(variable: str, value: str) -> int:
        if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
            raise SettingsError(f"{variable}: expected a whole number {low}..{high}: {value!r}")
        return int(value)

    return parse


def _seconds(low: float, high: float) -> Callable[[str, str], float]:
    def parse(variable: str, value: str) -> float:
        try:
            seconds = float(value)
        except ValueError:
            seconds = float("nan")
        if not low <= seconds <= high:
            raise SettingsError(f"{variable}: expected seconds {low:g}..{high:g}: {value!r}")
        return seconds

    return parse


def _one_of(*words: str) -> Callable[[str, str], str]:
    def parse(variable: str, value: str) -> str:
        if value.upper() not in words:
            raise SettingsError(f"{variable}: expected one of {', '.join(words)}: {value!r}")
        return value.upper()

    return parse


def _switch(variable: str, value: str) -> bool:
    states = {"1": True, "true": True, "yes": True, "on": True}
    states |= {"0": False, "false": False, "no": False, "off": False}
    if value.lower() not in states:
        raise SettingsError(f"{variable}: expected on or off: {value!r}")
    return states[value.lower()]


_PARTITIONS_MAX = 1024
"""Partitions follow countries, of which there are some 250: more would stay empty."""
_REPLICATION_MAX = 9
_BATCH_MAX = 5000
"""Ten times Faust's largest poll (500): more only delays the acknowledgement."""

VARIABLES: dict[str, tuple[str, Callable[[str, str], object]]] = {
    "bootstrap": ("KAFKA_BOOTSTRAP", _bootstrap),
    "application": ("TAWATUR_APPLICATION", _name),
    "topic_prefix": ("TAWATUR_TOPIC_PREFIX", _name),
    "partitions": ("TAWATUR_PARTITIONS", _whole(1, _PARTITIONS_MAX)),
    "replication": ("TAWATUR_REPLICATION", _whole(1, _REPLICATION_MAX)),
    "batch_records_max": ("TAWATUR_BATCH_RECORDS_MAX", _whole(1, _BATCH_MAX)),
    "batch_within_s": ("TAWATUR_BATCH_WITHIN_S", _seconds(0.001, 10.0)),
    "session_timeout_s": ("TAWATUR_SESSION_TIMEOUT_S", _seconds(1.0, 600.0)),
    "commit_interval_s": ("TAWATUR_COMMIT_INTERVAL_S", _seconds(0.1, 60.0)),
    "transactions": ("TAWATUR_TRANSACTIONS", _switch),
    "metrics_host": ("TAWATUR_METRICS_HOST", _text),
    "metrics_port": ("TAWATUR_METRICS_PORT", _whole(0, _PORT_MAX)),
    "run_dir": ("TAWATUR_RUN_DIR", _text),
    "log_level": ("TAWATUR_LOG_LEVEL", _one_of("DEBUG", "INFO", "WARNING", "ERROR")),
}
"""Field -> its environment variable and how to read it."""
