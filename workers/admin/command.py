"""What every administrative command shares: its settings, and errors that a user can act on.

Place in the flow: `workers.__main__` calls each module's `configure`; each command is a function of
the parsed arguments and the settings, wrapped by `command`.
"""

import argparse
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from kafka.errors import KafkaError

from workers.settings import Settings, SettingsError

if TYPE_CHECKING:
    # argparse has no public name for it.
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

EXIT_FAILED = 1
EXIT_USAGE = 2  # Source: argparse's own code for arguments that make no sense


class AdminError(RuntimeError):
    """Something that the user has to change; the message says what, in a sentence."""


def command(
    function: Callable[[argparse.Namespace, Settings], int],
) -> Callable[[argparse.Namespace], int]:
    """A `run(args) -> int` that reads the environment and reports errors in a line, not a trace."""

    @wraps(function)
    def run(args: argparse.Namespace) -> int:
        try:
            return function(args, Settings.from_env(os.environ))
        except SettingsError as error:
            return _complain(str(error), EXIT_USAGE)
        except AdminError as error:
            return _complain(str(error), EXIT_FAILED)
        except KafkaError as error:
            return _complain(f"the broker refused or could not be reached: {error}", EXIT_FAILED)

    return run


def _complain(message: str, code: int) -> int:
    print(f"tawatur: {message}", file=sys.stderr)
    return code


def bootstrap_servers(settings: Settings) -> list[str]:
    """The configured addresses.

    Raises:
        AdminError: none is configured; the message tells how to get a broker.
    """
    if settings.bootstrap is None:
        raise AdminError(
            "KAFKA_BOOTSTRAP is not set. Set it to your cluster's host:port, or start a broker: "
            "`tawatur broker` (embedded, in memory) or `python deploy/kafka/kafka.py start` (real)."
        )
    return [address.strip() for address in settings.bootstrap.split(",")]
