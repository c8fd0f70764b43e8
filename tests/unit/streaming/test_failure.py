"""Retrying and ending."""

import json
import subprocess
import sys

import pytest
from aiokafka.errors import KafkaConnectionError

from workers.streaming import failure
from workers.streaming.failure import RETRIES_MAX, Exit, retried


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failure, "RETRY_FIRST_S", 0.0)


class Flaky:
    """Fails so many times, then answers."""

    def __init__(self, failures: int, error: Exception) -> None:
        self.calls = 0
        self._failures = failures
        self._error = error

    async def __call__(self) -> str:
        self.calls += 1
        if self.calls <= self._failures:
            raise self._error
        return "done"


async def test_what_passes_is_retried_until_it_passes() -> None:
    action = Flaky(3, KafkaConnectionError())
    assert await retried(action, "connect") == "done"
    assert action.calls == 4


async def test_what_does_not_pass_is_raised_after_the_last_retry() -> None:
    action = Flaky(1000, OSError("refused"))
    with pytest.raises(OSError, match="refused"):
        await retried(action, "connect")
    assert action.calls == RETRIES_MAX + 1


async def test_a_bug_is_not_retried() -> None:
    action = Flaky(1000, KeyError("bug"))
    with pytest.raises(KeyError):
        await retried(action, "connect")
    assert action.calls == 1


def test_dying_ends_the_process_at_once_with_its_code_and_one_json_line() -> None:
    program = (
        "import atexit, logging, sys\n"
        "from workers.streaming.failure import Exit, die\n"
        "from workers.streaming.logs import logging_config\n"
        "import logging.config\n"
        "logging.config.dictConfig(logging_config('INFO'))\n"
        "atexit.register(lambda: print('shutdown code ran'))\n"
        "try:\n"
        "    die(Exit.FENCED, 'fenced', partition=3)\n"
        "finally:\n"
        "    print('a finally ran')\n"
    )
    ended = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.returncode == Exit.FENCED
    assert ended.stdout == ""
    line = json.loads(ended.stderr)
    assert (line["event"], line["exit_code"], line["partition"]) == ("fenced", 76, 3)


def test_exit_codes_differ_and_none_means_success() -> None:
    assert len({int(code) for code in Exit}) == len(Exit)
    assert 0 not in {int(code) for code in Exit}
