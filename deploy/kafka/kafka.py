#!/usr/bin/env python3
"""Starts and stops a real Apache Kafka (KRaft) from the jars that Maven Central holds.

For integration and fault tests, and for trying the product on a real broker without Docker:

    python deploy/kafka/kafka.py start [--nodes 3]    prints KAFKA_BOOTSTRAP=...
    python deploy/kafka/kafka.py status
    python deploy/kafka/kafka.py stop

or, from a test, `with RealKafka(nodes=1) as bootstrap: ...`. Everything lies under `.run/kafka/`:
the jars once, one folder a cluster. A start is always a fresh, empty cluster on free ports. Needs
Java 17 and Maven, nothing from this project, and is no way to run a production cluster.
"""
# ruff: noqa: S603, S607 - it starts java, mvn and ps, with arguments of its own

import argparse
import base64
import contextlib
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).resolve().parent
RUN = HERE.parents[1] / ".run" / "kafka"
NAMED_CLUSTER = "main"  # the one that start, status and stop speak of

# Measured: a node takes 240 MB, so three fit beside the tests. Without the second compiler a start
# costs 6 s of processor time instead of 10, which counts where tests start many; Python clients
# are slower than the broker all the same.
JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
UP_SECONDS = 90  # measured: 4 s on an idle machine; three nodes on two busy cores need more
STOP_SECONDS = 20  # a controlled shutdown of the last node waits for a controller that is gone
UP_LOG_LINE = "Kafka Server started"
LOG_TAIL_LINES = 15
PR_SET_PDEATHSIG = 1  # Source: prctl(2)


class KafkaUnavailableError(RuntimeError):
    """Kafka cannot be started here; the message says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class Node:
    """One broker and controller: its folder holds server.properties, data, log and pid."""

    number: int
    folder: Path
    port: int
    controller_port: int

    @property
    def properties(self) -> Path:
        """The node's configuration file; its path is also how its process is recognised."""
        return self.folder / "server.properties"

    @property
    def log(self) -> Path:
        """What the server printed."""
        return self.folder / "server.log"


# ---------------------------------------------------------------------------------- the jars


def missing_tools() -> str | None:
    """What is not installed, in words for the user; None when a Kafka can be started."""
    if shutil.which("java") is None:
        return "real Kafka needs Java 17: no `java` on the PATH (Debian: openjdk-17-jre-headless)"
    if shutil.which("mvn") is None and not _complete(RUN / "libs"):
        return (
            "real Kafka needs Maven once, to fetch its jars: no `mvn` on the PATH (Debian: maven)"
        )
    return None


def _complete(libs: Path) -> bool:
    return (libs / "pom.xml").is_file() and (
        (libs / "pom.xml").read_bytes() == (HERE / "pom.xml").read_bytes()
    )


def server_jars() -> Path:
    """The folder with the server's jars; fetched the first time, and again when pom.xml changed.

    Two callers at once are safe: each fetches into a folder of its own and renames it.

    Raises:
        KafkaUnavailableError: Java or Maven is missing, or Maven could not fetch.
    """
    if (missing := missing_tools()) is not None:
        raise KafkaUnavailableError(missing)
    libs = RUN / "libs"
    if _complete(libs):
        return libs
    fetched = RUN / f"libs.{uuid.uuid4().hex[:8]}"
    command = [
        *("mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"),
        *(f"-DoutputDirectory={fetched}", "-DincludeScope=runtime"),
    ]
    maven = subprocess.run(command, capture_output=True, text=True, check=False)
    if maven.returncode != 0:
        shutil.rmtree(fetched, ignore_errors=True)
        said = maven.stdout + maven.stderr
        raise KafkaUnavailableError(f"Maven could not fetch Kafka's jars:\n{said}")
    shutil.copy(HERE / "pom.xml", fetched / "pom.xml")
    _take_place(fetched, libs)
    return libs


def _take_place(fetched: Path, libs: Path) -> None:
    """`libs` is complete afterwards, by us or by another that was faster."""
    if libs.exists() and not _complete(libs):
        libs.rename(libs.with_name(f"libs.old.{uuid.uuid4().hex[:8]}"))
    try:
        fetched.rename(libs)
    except OSError:
        shutil.rmtree(fetched)
    for old in libs.parent.glob("libs.old.*"):
        shutil.rmtree(old, ignore_errors=True)


# ------------------------------------------------------------------------------- one cluster


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _properties(node: Node, voters: str, nodes: int) -> str:
    replicas = min(nodes, 3)
    lines = {
        "node.id": node.number,
        "process.roles": "broker,controller",
        "controller.quorum.voters": voters,
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "listeners": f"PLAINTEXT://127.0.0.1:{node.port},CONTROLLER://127.0.0.1:{node.controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{node.port}",
        "log.dirs": node.folder / "data",
        # The product creates its topics itself; a typing error must not create one.
        "auto.create.topics.enable": "false",
        "group.initial.rebalance.delay.ms": 0,
        "offsets.topic.num.partitions": 4,
        "offsets.topic.replication.factor": replicas,
        "transaction.state.log.num.partitions": 4,
        "transaction.state.log.replication.factor": replicas,
        "transaction.state.log.min.isr": 2 if replicas > 1 else 1,
        "min.insync.replicas": 2 if replicas > 1 else 1,
        # Tests of compaction cannot wait for the defaults (15 s between two rounds of cleaning).
        "log.cleaner.backoff.ms": 500,
        "log.cleaner.dedupe.buffer.size": 8 * 1024 * 1024,
    }
    return "".join(f"{name}={value}\n" for name, value in lines.items())


def _die_with_parent() -> None:  # pragma: no cover - runs between fork and exec
    """Linux only: a test run that was killed with -9 leaves no server behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _command_line(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    if shutil.which("ps") is None:
        return ""
    asked = ["ps", "-p", str(pid), "-o", "command="]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout


def _is_running(node: Node) -> int | None:
    """The pid of the node's process, if it is alive and really this node's."""
    try:
        pid = int((node.folder / "pid").read_text())
    except (OSError, ValueError):
        return None
    return pid if str(node.properties) in _command_line(pid) else None


class Cluster:
    """A Kafka of one or three nodes in one folder, started and stopped by its own pids."""

    def __init__(self, folder: Path, nodes: Sequence[Node], jars: Path | None = None) -> None:
        """Describes a cluster; `create` or `load` is how one is made."""
        self.folder = folder
        self.nodes = tuple(nodes)
        self._jars = jars
        self._children: dict[int, subprocess.Popen[bytes]] = {}

    @classmethod
    def create(cls, folder: Path, nodes: int) -> Self:
        """A formatted, empty cluster that is not started yet."""
        jars = server_jars()
        ports = _free_ports(2 * nodes)
        made = [
            Node(n, folder / f"node-{n}", *ports[2 * (n - 1) : 2 * n]) for n in range(1, nodes + 1)
        ]
        voters = ",".join(f"{node.number}@127.0.0.1:{node.controller_port}" for node in made)
        cluster_id = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        for node in made:
            node.folder.mkdir(parents=True)
            node.properties.write_text(_properties(node, voters, nodes))
            arguments = ("format", "-t", cluster_id, "-c", str(node.properties))
            done = subprocess.run(
                ["java", *JVM, "-cp", f"{jars}/*", "kafka.tools.StorageTool", *arguments],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != 0:
                raise KafkaUnavailableError(f"formatting failed:\n{done.stdout}{done.stderr}")
        described = [[node.number, node.port, node.controller_port] for node in made]
        (folder / "cluster.json").write_text(json.dumps(described))
        return cls(folder, made, jars)

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """The cluster that lies in `folder`, or None."""
        try:
            described = json.loads((folder / "cluster.json").read_text())
        except OSError:
            return None
        return cls(folder, [Node(n, folder / f"node-{n}", p, c) for n, p, c in described])

    @property
    def bootstrap(self) -> str:
        """The addresses that a client starts from."""
        return ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)

    def start(self, *, ends_with_caller: bool) -> None:
        """All nodes are up afterwards."""
        for node in self.nodes:
            self.start_node(node.number, ends_with_caller=ends_with_caller)
        for node in self.nodes:
            self.wait_until_up(node.number)

    def start_node(self, number: int, *, ends_with_caller: bool = True) -> None:
        """Starts one node (again); `wait_until_up` tells when it serves."""
        node = self.nodes[number - 1]
        before_exec: Callable[[], None] | None = None
        if ends_with_caller and sys.platform == "linux":
            before_exec = _die_with_parent
        jars = self._jars or server_jars()
        with node.log.open("wb") as log:
            child = subprocess.Popen(
                [
                    *("java", *JVM, f"-Dlog4j2.configurationFile={HERE / 'log4j2.properties'}"),
                    *("-cp", f"{jars}/*", "kafka.Kafka", str(node.properties)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # a Ctrl-C is for the caller, who then stops the cluster
                preexec_fn=before_exec,  # noqa: PLW1509 - tests start it from one thread
            )
        (node.folder / "pid").write_text(str(child.pid))
        self._children[number] = child

    def wait_until_up(self, number: int, timeout_s: float = UP_SECONDS) -> None:
        """The node serves afterwards.

        Raises:
            KafkaUnavailableError: it ended, or did not come up in time; with the end of its log.
        """
        node = self.nodes[number - 1]
        deadline = time.monotonic() + timeout_s
        while UP_LOG_LINE not in (printed := node.log.read_text(errors="replace")):
            ended = self._children[number].poll() is not None
            if ended or time.monotonic() > deadline:
                tail = "\n".join(printed.splitlines()[-LOG_TAIL_LINES:])
                how = "ended at once" if ended else f"was not up after {timeout_s:.0f} s"
                raise KafkaUnavailableError(f"Kafka node {number} {how}; its log ends:\n{tail}")
            time.sleep(0.1)

    def signal_node(self, number: int, sent: signal.Signals) -> None:
        """Sends a signal to one node's process, for fault tests; silent when it is gone."""
        if (pid := _is_running(self.nodes[number - 1])) is not None:
            os.kill(pid, sent)

    def kill_node(self, number: int) -> None:
        """One node has ended afterwards, without a shutdown; `start_node` brings it back."""
        self.signal_node(number, signal.SIGKILL)
        if (child := self._children.get(number)) is not None:
            child.wait()

    def running(self) -> list[int]:
        """The numbers of the nodes whose process is alive."""
        for child in self._children.values():
            child.poll()  # reaps, so that an ended child is not taken for a living one
        return [node.number for node in self.nodes if _is_running(node) is not None]

    def stop(self) -> None:
        """No process of this cluster is alive afterwards and its data are gone."""
        for number in self.running():
            self.signal_node(number, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while (left := self.running()) and time.monotonic() < deadline:
            time.sleep(0.1)
        for number in left:
            self.signal_node(number, signal.SIGKILL)
        for child in self._children.values():
            child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class RealKafka:
    """A context manager: a fresh cluster that ends with the block; gives its bootstrap servers.

    `cluster` is there for fault tests that stop, pause or restart single nodes.
    """

    def __init__(self, nodes: int = 1) -> None:
        """Starts nothing yet."""
        self._nodes = nodes
        self.cluster: Cluster | None = None

    def __enter__(self) -> str:
        """Starts the cluster and waits until every node serves."""
        folder = RUN / "clusters" / f"{os.getpid()}-{uuid.uuid4().hex[:6]}"
        self.cluster = Cluster.create(folder, self._nodes)
        try:
            self.cluster.start(ends_with_caller=True)
        except BaseException:
            self.cluster.stop()
            raise
        return self.cluster.bootstrap

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stops the cluster by its pids and removes its data."""
        if self.cluster is not None:
            self.cluster.stop()


# ---------------------------------------------------------------------------- command line


def _clusters() -> Iterator[Cluster]:
    for folder in sorted((RUN / "clusters").glob("*")):
        if (cluster := Cluster.load(folder)) is not None:
            yield cluster


def _start(nodes: int) -> int:
    folder = RUN / "clusters" / NAMED_CLUSTER
    if (existing := Cluster.load(folder)) is not None:
        if existing.running():
            print(f"already running\nKAFKA_BOOTSTRAP={existing.bootstrap}")
            return 0
        existing.stop()
    shutil.rmtree(folder, ignore_errors=True)
    if not _complete(RUN / "libs"):
        print("fetching Kafka's jars from Maven Central (54 MB, once) ...", file=sys.stderr)
    cluster = Cluster.create(folder, nodes)
    try:
        cluster.start(ends_with_caller=False)
    except BaseException:
        cluster.stop()
        raise
    print(f"KAFKA_BOOTSTRAP={cluster.bootstrap}")
    return 0


def _status() -> int:
    running = False
    for cluster in _clusters():
        alive = cluster.running()
        running = running or bool(alive)
        print(f"{cluster.folder.name}: {len(alive)} of {len(cluster.nodes)} nodes run")
        if alive:
            print(f"KAFKA_BOOTSTRAP={cluster.bootstrap}")
    if not running:
        print("no Kafka of this project runs")
    return 0 if running else 3


def _stop() -> int:
    """Also ends clusters that a killed test run left behind; never those of a living one."""
    for cluster in _clusters():
        owner = cluster.folder.name.partition("-")[0]
        if owner.isdigit() and _command_line(int(owner)):
            continue
        cluster.stop()
        print(f"stopped {cluster.folder.name}")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 is success, 3 from `status` means that nothing runs."""
    parser = argparse.ArgumentParser(description="A real Apache Kafka for tests and trials.")
    commands = parser.add_subparsers(dest="command", required=True)
    start = commands.add_parser("start", help="start a fresh cluster and print its address")
    start.add_argument("--nodes", type=int, choices=(1, 3), default=1)
    commands.add_parser("status", help="tell what runs; exit code 3 when nothing does")
    commands.add_parser("stop", help="stop it by its pid and remove its data")
    chosen = parser.parse_args(arguments)
    try:
        match chosen.command:
            case "start":
                return _start(chosen.nodes)
            case "status":
                return _status()
            case _:
                return _stop()
    except KafkaUnavailableError as unavailable:
        print(f"kafka.py: {unavailable}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
