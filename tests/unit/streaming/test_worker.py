"""The command: what it says when it cannot even begin."""

import os
import subprocess
import sys

import pytest

from workers.streaming.failure import Exit


def worker(**environ: str) -> "subprocess.CompletedProcess[str]":
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("TAWATUR_", "KAFKA_"))}
    return subprocess.run(
        [sys.executable, "-m", "workers", "worker"],
        capture_output=True,
        text=True,
        check=False,
        env=clean | environ,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({}, "KAFKA_BOOTSTRAP"),
        ({"KAFKA_BOOTSTRAP": "nonsense"}, "KAFKA_BOOTSTRAP"),
        ({"KAFKA_BOOTSTRAP": "127.0.0.1:9", "TAWATUR_PARTITIONS": "many"}, "TAWATUR_PARTITIONS"),
    ],
)
def test_a_worker_that_is_not_configured_says_which_variable_in_one_line(
    environ: dict[str, str], named: str
) -> None:
    ended = worker(**environ)
    assert ended.returncode == Exit.CONFIG
    assert named in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
