"""Files that are worked out once for all starts."""

import os
from pathlib import Path

from workers.text.cache import store


def test_the_oldest_versions_go_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "gazetteer-00.bin").write_bytes(b"other")
    for number in range(5):
        path = tmp_path / f"needs-{number}.json"
        store(path, b"%d" % number)
        os.utime(path, (number, number))
    store(tmp_path / "needs-9.json", b"9")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "gazetteer-00.bin",
        "needs-3.json",
        "needs-4.json",
        "needs-9.json",
    ]
    assert (tmp_path / "needs-9.json").read_bytes() == b"9"
