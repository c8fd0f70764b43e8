"""What is worked out once for all starts: files in a cache folder, named by a digest.

Place in the flow: under the gazetteer and the patterns, at start-up. The digest is of all that a
file is made from: a missing, stale or broken one is made anew. A folder that cannot be written to
is no error.
"""

from pathlib import Path
from typing import Final

_KEPT: Final = 3
"""Files of other versions that stay: checkouts of two versions may share a folder."""


def default_cache_dir() -> Path:
    """`.run/cache` beside the package in a checkout, else the user's cache folder."""
    project = Path(__file__).parents[2]
    if (project / "pyproject.toml").exists():
        return project / ".run" / "cache"
    return Path.home() / ".cache" / "tawatur"


def store(path: Path, content: bytes) -> None:
    """Puts a file into the cache whole or not at all, and drops the oldest of its other versions.

    `path`: its name is a word, a hyphen and a digest.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{id(content):x}.part")
        part.write_bytes(content)
        part.replace(path)
        pattern = f"{path.name.split('-', 1)[0]}-*{path.suffix}"
        versions = sorted(path.parent.glob(pattern), key=lambda old: old.stat().st_mtime)
        for old in versions[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
