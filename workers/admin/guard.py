"""A child process that cannot outlive the process that started it.

Place in the flow: the embedded broker and the worker of `tawatur up` run under it. Started as a
script: it starts the command, and ends it when its standard input closes, which the operating
system does when the parent dies, however it dies. Standard library only: it starts in 20 ms.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

GRACE_SECONDS = 10.0
"""From SIGTERM to SIGKILL: a worker finishes its batch and leaves its group in less."""


class Guarded:
    """A running child process under a guard; ends with the block or with this process."""

    def __init__(
        self,
        command: Sequence[str],
        log: Path,
        environ: Mapping[str, str] | None = None,
        grace_s: float = GRACE_SECONDS,
    ) -> None:
        """Starts the command; what it prints goes to `log`."""
        log.parent.mkdir(parents=True, exist_ok=True)
        self._grace_s = grace_s
        with log.open("wb") as printed:
            self._guard = subprocess.Popen(  # noqa: S603 - the command is our own
                [sys.executable, "-I", "-S", __file__, str(grace_s), *command],
                stdin=subprocess.PIPE,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env=environ,
                start_new_session=True,  # Ctrl-C is for the parent, which then ends its children
            )

    def exit_code(self) -> int | None:
        """The command's exit code, None while it runs; 128 + n when signal n ended it."""
        return self._guard.poll()

    def stop(self) -> int:
        """The command has ended afterwards; its exit code."""
        if self._guard.stdin is not None:
            with contextlib.suppress(OSError):
                self._guard.stdin.close()
        return self._guard.wait()

    def __enter__(self) -> Self:
        """The running child."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends it."""
        self.stop()


def main(arguments: Sequence[str]) -> int:
    """Runs `arguments[1:]` until it ends or standard input does; `arguments[0]` is the grace."""
    grace_s, command = float(arguments[0]), arguments[1:]
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - ditto
    except OSError as error:
        print(f"cannot start {command[0]}: {error}", file=sys.stderr)
        return 127
    stopping = threading.Event()

    def end(_signal: int = 0, _frame: FrameType | None = None) -> None:
        stopping.set()
        with contextlib.suppress(ProcessLookupError):
            child.terminate()

    def wait_for_parent() -> None:
        while os.read(sys.stdin.fileno(), 4096):
            pass
        end()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    threading.Thread(target=wait_for_parent, daemon=True).start()
    code = _wait(child, stopping, grace_s)
    return code if code >= 0 else 128 - code


def _wait(child: subprocess.Popen[bytes], stopping: threading.Event, grace_s: float) -> int:
    """The child's exit code; after `stopping` it has `grace_s` seconds, then it is killed."""
    while not stopping.is_set():
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(timeout=0.2)
    try:
        return child.wait(timeout=grace_s)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
