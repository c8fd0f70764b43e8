"""Real processes: what has to hold is what the operating system does."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workers.admin import guard
from workers.admin.guard import Guarded

DEADLINE_S = 15.0
SAY_PID = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SAY_PID
POLITE = (
    "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: (print('bye'), sys.exit(0))); "
    + SAY_PID
)


def until(found: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not found():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def printed_pid(log: Path) -> int:
    until(lambda: log.exists() and log.read_text().endswith("\n"))
    return int(log.read_text().split()[0])


def test_a_child_ends_with_the_block(tmp_path: Path) -> None:
    with Guarded([sys.executable, "-c", SAY_PID], tmp_path / "log") as child:
        pid = printed_pid(tmp_path / "log")
        assert child.exit_code() is None
        assert alive(pid)
    assert not alive(pid)


def test_a_child_may_clean_up_before_it_ends(tmp_path: Path) -> None:
    with Guarded([sys.executable, "-c", POLITE], tmp_path / "log") as child:
        printed_pid(tmp_path / "log")
    assert child.exit_code() == 0
    assert (tmp_path / "log").read_text().endswith("bye\n")


def test_a_child_that_will_not_end_is_killed_after_its_grace(tmp_path: Path) -> None:
    with Guarded([sys.executable, "-c", STUBBORN], tmp_path / "log", grace_s=0.2) as child:
        pid = printed_pid(tmp_path / "log")
    assert not alive(pid)
    assert child.exit_code() == 128 + signal.SIGKILL


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path, sent: signal.Signals) -> None:
    program = (
        f"import sys, time; sys.path.insert(0, {str(Path(guard.__file__).parents[2])!r})\n"
        "from pathlib import Path\n"
        "from workers.admin.guard import Guarded\n"
        f"child = Guarded([sys.executable, '-c', {SAY_PID!r}], Path({str(tmp_path / 'log')!r}))\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])  # noqa: S603 - written above
    pid = printed_pid(tmp_path / "log")
    parent.send_signal(sent)
    parent.wait()
    until(lambda: not alive(pid))


def test_the_exit_code_is_the_childs(tmp_path: Path) -> None:
    child = Guarded([sys.executable, "-c", "raise SystemExit(7)"], tmp_path / "log")
    until(lambda: child.exit_code() is not None)
    assert child.stop() == 7


def test_a_command_that_does_not_exist_is_told_in_the_log(tmp_path: Path) -> None:
    child = Guarded([str(tmp_path / "missing")], tmp_path / "log")
    until(lambda: child.exit_code() is not None)
    assert child.stop() == 127
    assert "cannot start" in (tmp_path / "log").read_text()
