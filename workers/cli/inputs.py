"""Article lines out of files, compressed files and standard input, with where each line stands.

Place in the flow: before `pipeline.on_article` in `tawatur run` and `tawatur explain`.
"""

import gzip
import lzma
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tqdm import tqdm

STDIN = "-"


class InputError(Exception):
    """Something that the user has to change, such as a file that cannot be read; says what."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line's bytes without its end, and where it stands (1 is the first line)."""

    file: str
    number: int
    value: bytes


def read_lines(names: Sequence[str], *, progress: bool = True) -> Iterator[Line]:
    """The lines of the files one after another, blank ones left out.

    A bar on standard error tells how far reading is, only when that is a terminal.

    Raises:
        InputError: a file cannot be opened or is not what its name says.
    """
    sizes = [Path(name).stat().st_size for name in names if _is_file(name)]
    total = sum(sizes) if len(sizes) == len(names) else None
    with tqdm(
        total=total,
        unit="B",
        unit_scale=True,
        desc="reading",
        leave=False,
        disable=not (progress and sys.stderr.isatty()),
    ) as bar:
        for name in names:
            yield from _lines_of(name, bar)


def _is_file(name: str) -> bool:
    return name != STDIN and Path(name).is_file()


def _lines_of(name: str, bar: "tqdm[None]") -> Iterator[Line]:
    shown = "<stdin>" if name == STDIN else name
    before = 0
    try:
        with _opened(name) as (raw, text):
            for number, line in enumerate(text, start=1):
                if not bar.disable and name != STDIN:
                    # The place in the file as stored tells the share done of compressed ones too.
                    at = raw.tell()
                    bar.update(at - before)
                    before = at
                value = line.rstrip(b"\r\n")
                if value.strip():
                    yield Line(shown, number, value)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise InputError(f"{shown}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


@contextmanager
def _opened(name: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The file as stored and, through it, its decompressed bytes."""
    if name == STDIN:
        yield sys.stdin.buffer, sys.stdin.buffer
        return
    with Path(name).open("rb") as raw:
        if name.endswith(".xz"):
            with lzma.open(raw) as text:
                yield raw, text
        elif name.endswith(".gz"):
            with gzip.open(raw) as text:
                yield raw, text  # type: ignore[misc]  # GzipFile reads as IO[bytes]
        else:
            yield raw, raw


def read_all(name: str) -> bytes:
    """The whole of a file or of standard input.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with _opened(name) as (_, text):
            return text.read()
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise InputError(f"{name}: {_reason(error)}") from error
