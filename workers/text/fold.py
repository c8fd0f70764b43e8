"""Folding: the one spelling under which lexicon entries and texts meet, with a map back.

Place in the flow: first step of extraction. Arabic loses diacritics, tatweel and direction marks
and has its letter variants unified; Latin is lower-cased and stripped of accents; digits become
ASCII, quotation marks become `"`, `#` and `_` become spaces (hashtags), a run of spaces becomes
its first one. All but the deletions keep length, so an offset map is needed only where something
was deleted.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from sys import maxsize
from unicodedata import normalize

_HIDDEN = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_SPACE = " \u00a0\t#_"
# Marks that do not show, and space after space: runs that blanked markup leaves behind.
# The first character decides, so that the scan stops at spaces and hidden characters alone.
_DELETED = re.compile(
    f"[{_SPACE}{_HIDDEN}](?:(?<=[{_SPACE}\n\r][{_SPACE}{_HIDDEN}])"
    f"(?:[{_SPACE}{_HIDDEN}]*[{_SPACE}][{_HIDDEN}]*|(?<=[{_SPACE}])[{_HIDDEN}]*)"
    f"|(?<=[{_HIDDEN}])[{_HIDDEN}]*)"
)

_ONE_TO_ONE: tuple[tuple[str, str], ...] = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ة", "ه"), ("ۀ", "ه"),
    ("ؤ", "و"), ("ئ", "ي"), ("ک", "ك"), ("ھ", "ه"), ("ہ", "ه"),
    ("#", " "), ("_", " "), ("\u00a0", " "), ("\t", " "),
    ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("‘", "'"), ("’", "'"), ("ʼ", "'"),
    ("`", "'"), ("–", "-"), ("—", "-"), ("\r", "\n"),
)  # fmt: skip

_DIGITS = tuple((chr(base + d), str(d)) for base in (0x0660, 0x06F0) for d in range(10))
_ALL = (*_ONE_TO_ONE, *_DIGITS)
_TABLE = str.maketrans(dict(_ALL))
_SHORT = 40
"""Characters up to which a table is faster than a pass for each letter."""
# Without the signs of multiplication and division: more ranges make it a table to look up.
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")


def _plain_latin(character: str) -> str:
    """The base letter of an accented Latin letter, one to one; others as they are."""
    base = normalize("NFKD", character)[:1].lower()
    return base if base.isascii() and base else character


@dataclass(frozen=True)
class Folded:
    """A folded text. `original(start, end)` maps a folded span to code points of the original."""

    text: str
    deletions: tuple[tuple[int, int], ...] = ()
    """(folded position, characters deleted up to and including there), ascending."""

    def _offset(self, position: int) -> int:
        index = bisect_right(self.deletions, (position, maxsize))
        return position + (self.deletions[index - 1][1] if index else 0)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open span of the folded half-open span `start:end`."""
        if not self.deletions:
            return start, end
        if end <= start:
            at = self._offset(start)
            return at, at
        return self._offset(start), self._offset(end - 1) + 1


def fold(text: str) -> Folded:
    """The folded text with its offset map. Idempotent on its own output; any text is accepted."""
    deletions: list[tuple[int, int]] = []
    spans = [match.span() for match in _DELETED.finditer(text)]
    if spans:
        pieces: list[str] = []
        deleted = last = 0
        for start, end in spans:
            pieces.append(text[last:start])
            position = start - deleted
            deleted += end - start
            deletions.append((position, deleted))
            last = end
        pieces.append(text[last:])
        text = "".join(pieces)
    if not text.isascii():
        if len(text) <= _SHORT:
            text = text.translate(_TABLE)
        else:
            for old, new in _ALL:
                text = text.replace(old, new)
        if _ACCENTED.search(text):
            text = _ACCENTED.sub(lambda found: _plain_latin(found[0]), text)
    else:
        for old, new in (("#", " "), ("_", " "), ("\t", " "), ("`", "'"), ("\r", "\n")):
            text = text.replace(old, new)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Folded(lowered, tuple(deletions))


def folded(text: str) -> str:
    """The folded text alone."""
    return fold(text).text
