"""What patterns need is worked out once for all starts, and the same with or without the cache."""

from pathlib import Path

import pytest

from workers.text import known_needs
from workers.text.known_needs import KnownNeeds
from workers.text.needs import needed_strings

PATTERN = r"\b(?:ambush|shelling) of (?:the )?post"


def kept_in(folder: Path) -> Path:
    needs = KnownNeeds(folder)
    assert needs.of(PATTERN) == needed_strings(PATTERN)
    needs.keep()
    (path,) = folder.glob("needs-*.json")
    return path


def test_what_was_worked_out_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path)
    monkeypatch.setattr(known_needs, "needed_strings", lambda _: pytest.fail("worked out again"))
    assert KnownNeeds(tmp_path).of(PATTERN) == needed_strings(PATTERN)


@pytest.mark.parametrize("content", [b"", b"not json", b'{"a": 1}', b"[]"])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = kept_in(tmp_path)
    good = path.read_bytes()
    path.write_bytes(content)
    assert kept_in(tmp_path).read_bytes() == good


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    needs = KnownNeeds(blocked / "cache")
    assert needs.of(PATTERN) == needed_strings(PATTERN)
    needs.keep()
    assert blocked.read_bytes() == b""
