"""The strings that patterns need, worked out once for all starts and kept in the cache folder.

Place in the flow: asked by `patterns` for each pattern while modules are imported; what was worked
out anew is stored when the first text is read. The same with or without the cache.
"""

import sys
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from workers.text.cache import default_cache_dir, store
from workers.text.needs import needed_strings

Needs = tuple[tuple[str, ...], int]
"""As `needed_strings` gives them."""


class KnownNeeds:
    """The needs of patterns by the pattern's digest; the file is read when the first is asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder: Final = folder
        self._path: Path | None = None
        self._known: dict[str, Needs] = {}
        self._new = False

    def of(self, pattern: str) -> Needs:
        """What a pattern needs."""
        if self._path is None:
            self._path = self._open()
        key = blake2b(pattern.encode(), digest_size=12).hexdigest()
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = needed_strings(pattern)
            self._new = True
        return found

    def keep(self) -> None:
        """Stores what was worked out since the file was read."""
        if self._new and self._path is not None:
            store(self._path, msgspec.json.encode(self._known))
            self._new = False

    def _open(self) -> Path:
        folder = default_cache_dir() if self._folder is None else self._folder
        path = folder / f"needs-{_digest()}.json"
        try:
            self._known = msgspec.json.decode(path.read_bytes(), type=dict[str, Needs])
        except (OSError, msgspec.DecodeError):
            self._known = {}
        return path


def _digest() -> str:
    """Names all that the needs are made from, the patterns aside: our reader and Python's."""
    made = blake2b(sys.version.encode(), digest_size=8)
    made.update(Path(__file__).with_name("needs.py").read_bytes())
    return made.hexdigest()
