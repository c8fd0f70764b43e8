"""Folding: the one spelling under which lexicon entries and texts meet, with a map back.

Place in the flow: first step of extraction. Arabic loses diacritics, tatweel and direction marks
and has its letter variants unified; Latin is lower-cased and stripped of accents; digits become
ASCII, quotation marks become `"`, `#` and `_` become spaces (hashtags), a run of spaces becomes
its first one. All but the deletions keep length, so an offset map is needed only where something
was deleted.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from sys import maxsize
from unicodedata import normalize

from workers.text.codes import BETWEEN, CHARACTERS, Respelling, encoded, is_whole, remember

_HIDDEN = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_SPACE = " \u00a0\t#_"


def _deleted(space: str, hidden: str, line: str) -> str:
    """Marks that do not show, and space after space: runs that blanked markup leaves behind.

    The first character decides, so that the scan stops at spaces and hidden characters alone.
    """
    return (
        f"[{space}{hidden}](?:(?<=[{space}{line}][{space}{hidden}])"
        f"(?:[{space}{hidden}]*[{space}][{hidden}]*|(?<=[{space}])[{hidden}]*)"
        f"|(?<=[{hidden}])[{hidden}]*)"
    )


_DELETED = re.compile(_deleted(_SPACE, _HIDDEN, "\n\r"))

_ONE_TO_ONE: tuple[tuple[str, str], ...] = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ة", "ه"), ("ۀ", "ه"),
    ("ؤ", "و"), ("ئ", "ي"), ("ک", "ك"), ("ھ", "ه"), ("ہ", "ه"),
    ("#", " "), ("_", " "), ("\u00a0", " "), ("\t", " "),
    ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("‘", "'"), ("’", "'"), ("ʼ", "'"),
    ("`", "'"), ("–", "-"), ("—", "-"), ("\r", "\n"),
)  # fmt: skip

_DIGITS = tuple((chr(base + d), str(d)) for base in (0x0660, 0x06F0) for d in range(10))
_ALL = (*_ONE_TO_ONE, *_DIGITS)
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

    def kept(self, original: str) -> str:
        """The characters of the original that folding did not delete: as many as the text has."""
        if not self.deletions:
            return original
        parts: list[str] = []
        at = passed = 0
        for position, deleted in self.deletions:
            parts.append(original[at : position + passed])
            at, passed = position + deleted, deleted
        parts.append(original[at:])
        return "".join(parts)

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
    code = encoded(text)
    whole = is_whole(text, code)
    if whole:
        spans = _deleted_spans(code)
        code, text = _RESPELLING.codes(code), _RESPELLING.read(code)
    else:
        spans = [match.span() for match in _DELETED.finditer(text)]
        text = _respelt(text)
    deletions: list[tuple[int, int]] = []
    kept: list[tuple[int, int]] = []
    deleted = last = 0
    for start, end in spans:
        kept.append((last, start))
        position = start - deleted
        deleted += end - start
        deletions.append((position, deleted))
        last = end
    if spans:
        kept.append((last, len(text)))
        text = "".join([text[start:end] for start, end in kept])
        code = b"".join([code[start:end] for start, end in kept])
    if whole:
        remember(text, code)
    return Folded(text, tuple(deletions))


def _respelt(text: str) -> str:
    """The text letter by letter in its folded spelling, nothing deleted; same length."""
    for old, new in _ALL:
        text = text.replace(old, new)
    if not text.isascii() and _ACCENTED.search(text):
        text = _ACCENTED.sub(lambda found: _plain_latin(found[0]), text)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered


_RESPELLING = Respelling(_respelt)
_KEPT, _BLANK, _LINE, _NO_SIGN = "a", " ", "\n", "\1"


def _kind(character: str) -> str:
    """What a character is to the deletions: a space, a line's end, a hidden mark or a letter."""
    if re.match(f"[{_HIDDEN}]", character):
        return _NO_SIGN
    if character in "\n\r":
        return _LINE
    return _BLANK if character in _SPACE else _KEPT


_KINDS = "".join(map(_kind, CHARACTERS)).encode().ljust(256)
_HIDDEN_CODES = encoded("".join(c for c in CHARACTERS if _kind(c) == _NO_SIGN))
_DELETED_KINDS = re.compile(_deleted(_BLANK, _NO_SIGN, _LINE).encode())
_NO_SIGNS = re.compile(f"{_NO_SIGN}+".encode())


def _deleted_spans(code: bytes) -> list[tuple[int, int]]:
    """What is deleted of a coded text: most often marks that do not show, and no space."""
    shown = code.translate(_KINDS, _HIDDEN_CODES)
    deleted = _NO_SIGNS
    if b"  " in shown or b"\n " in shown:
        deleted = _DELETED_KINDS
    elif len(shown) == len(code):
        return []
    return [match.span() for match in deleted.finditer(code.translate(_KINDS))]


def folded(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


def folded_each(texts: Sequence[str]) -> list[str]:
    """Each text folded: one by one most of the time goes into calls."""
    return folded(BETWEEN.join(texts)).split(BETWEEN) if texts else []
