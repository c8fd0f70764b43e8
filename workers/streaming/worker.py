"""`tawatur worker`: runs one worker in the foreground until SIGTERM or Ctrl-C.

Place in the flow: the command line calls `configure`; `faust -A workers.app worker` is the same
worker started by Faust's own command.
"""

import argparse
import sys

Subparsers = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it

_DESCRIPTION = """\
Runs one worker in the foreground. Start as many as the topics have partitions: they share the work.
SIGTERM or Ctrl-C finishes the batch at hand, commits and exits 0. Any failure exits with another
code before it acknowledges anything: start it again, and it goes on where it was.
"""

_EPILOG = """\
The broker is KAFKA_BOOTSTRAP (host:port); topics are made by `tawatur topics`. A broker without
transactions (the embedded one) needs TAWATUR_TRANSACTIONS=off and takes one worker only.

exit codes: 0 stopped, 70 bug, 75 broker failed, 76 fenced (another worker owns the partitions),
77 not alone on a broker without transactions, 78 misconfigured
"""


def configure(subparsers: "Subparsers[argparse.ArgumentParser]") -> None:
    """Adds `tawatur worker`."""
    parser = subparsers.add_parser(
        "worker",
        help="run a worker: articles in, incidents out",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Runs the worker; its exit code."""
    # Not at the top: Faust costs half a second, which `tawatur worker --help` shall not pay.
    from workers.settings import SettingsError  # noqa: PLC0415
    from workers.streaming.composition import application  # noqa: PLC0415
    from workers.streaming.failure import Exit, Misconfigured  # noqa: PLC0415
    from workers.streaming.foreground import run_in_foreground  # noqa: PLC0415

    try:
        app = application()
    except (SettingsError, Misconfigured) as error:
        print(f"tawatur: {error}", file=sys.stderr)  # noqa: T201 - a message to whoever typed it
        return int(Exit.CONFIG)
    return run_in_foreground(app)
