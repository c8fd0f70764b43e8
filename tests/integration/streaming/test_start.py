"""A worker that is started while the broker is away, or goes away as it starts: exit code 75.

A supervisor starts it again after that code; any other one is for a person to look at.
"""

import socket
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from tests.integration.streaming.support import Worker, wait_until, workers_of
from workers.admin.embedded import HOST, free_port
from workers.settings import Settings
from workers.streaming.failure import Exit

pytestmark = pytest.mark.integration

BOOTSTRAPS = 6
"""Times that a worker asks its way in, at least, until it has all that it needs."""
DEADLINE_S = 90.0


class Gate:
    """The way to a broker: so many connections pass, all later ones are refused.

    A client asks its way in here and goes on at the address that the broker tells it; so each
    connection that passes is one more part of the worker that has started.
    """

    def __init__(self, bootstrap: str, passing: int) -> None:
        host, _, port = bootstrap.rpartition(":")
        self._broker = host, int(port)
        self._passing = passing
        self._listener = socket.create_server((HOST, 0))
        self.bootstrap = f"{HOST}:{self._listener.getsockname()[1]}"
        self._ended = ExitStack()
        self.passed = 0
        Thread(target=self._let_pass, daemon=True).start()

    def _let_pass(self) -> None:
        with closing(self._listener), suppress(OSError):
            while self.passed < self._passing:
                client, _ = self._listener.accept()
                self.passed += 1
                broker = socket.create_connection(self._broker)
                for one, other in ((client, broker), (broker, client)):
                    self._ended.callback(one.close)
                    Thread(target=_pump, args=(one, other), daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._ended.close()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def test_a_worker_whose_broker_goes_away_at_any_step_of_its_start_exits_with_75(
    installed: Settings, tmp_path: Path
) -> None:
    assert installed.bootstrap is not None
    with ExitStack() as ending:
        started: list[Worker] = []
        for number in range(BOOTSTRAPS):
            gate = ending.enter_context(closing(Gate(installed.bootstrap, number)))
            (folder := tmp_path / str(number)).mkdir()
            behind = replace(installed, bootstrap=gate.bootstrap)
            workers = ending.enter_context(workers_of(behind, folder))
            started.append(workers.start(ready=False))
        ends = [worker.wait(DEADLINE_S) for worker in started]
    assert ends == [Exit.BROKER] * len(started)


def test_a_worker_that_is_told_to_stop_while_the_broker_is_away_exits_with_0(
    tmp_path: Path,
) -> None:
    away = Settings(bootstrap=f"{HOST}:{free_port()}", metrics_port=0, run_dir=str(tmp_path))
    with workers_of(away, tmp_path) as workers:
        worker = workers.start(ready=False)
        wait_until(lambda: worker.events("retry"), "it has tried to connect")
        assert worker.stop() == 0
        assert not [line for line in worker.text().splitlines() if "Error while stopping" in line]
