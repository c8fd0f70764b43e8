"""The command line: `tawatur`, also `python -m workers`.

Place in the flow: the outermost shell. Errors that a user can act on are one line and an exit code.
"""

import os
import sys
from collections.abc import Sequence

from workers.cli.inputs import InputError
from workers.cli.parser import parser

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells count."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name; the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    root = parser(arguments)
    args = root.parse_args(arguments)
    if args.command is None:
        root.print_help()
        return 0
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except InputError as error:
        return _complain(str(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # The reader of a pipe (head, less) has what it wanted; nothing is left to flush.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        if error.filename is None:
            raise
        return _complain(f"{error.filename}: {error.strerror}")
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return code


def _complain(message: str) -> int:
    print(f"tawatur: {message}", file=sys.stderr)
    return EXIT_FAILED


if __name__ == "__main__":
    sys.exit(main())
