"""Lines out of files, compressed or not, with where each one stands."""

import gzip
import io
import lzma
import sys
from pathlib import Path

import pytest

from workers.cli.inputs import InputError, Line, read_all, read_lines


def test_lines_keep_their_numbers_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\r\n\n  \ntwo\nthree")
    lines = list(read_lines([str(path)]))
    assert [(line.number, line.value) for line in lines] == [
        (1, b"one"), (4, b"two"), (5, b"three"),
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".gz", ".xz"])
def test_compressed_files_read_like_plain_ones(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    text = b"one\ntwo\n"
    path.write_bytes(gzip.compress(text) if suffix == ".gz" else lzma.compress(text))
    assert [line.value for line in read_lines([str(path)])] == [b"one", b"two"]
    assert read_all(str(path)) == b"one\ntwo\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\n")))
    assert list(read_lines(["-"])) == [Line("<stdin>", 1, b"one")]


@pytest.mark.parametrize("name", ["none.jsonl", "broken.gz", "broken.xz", "cut.xz", "folder"])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.gz").write_bytes(b"no gzip")
    (tmp_path / "broken.xz").write_bytes(b"no xz")
    (tmp_path / "cut.xz").write_bytes(lzma.compress(b"one\n" * 1000)[:-20])
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=name):
        list(read_lines([str(tmp_path / name)]))
    with pytest.raises(InputError, match=name):
        read_all(str(tmp_path / name))
