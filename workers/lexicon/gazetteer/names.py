"""Place names as keys: how a table's name and a text's words come to be the same string.

Place in the flow: used when the gazetteer is compiled (names to keys and their spelling variants)
and when a text is searched (`key_text`). A key is folded (`workers.text.fold`), every character
that is no letter, digit or space is a space, and single spaces join its words.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from workers.text.codes import Respelling
from workers.text.fold import folded

_NO_LETTER = re.compile(r"[^\w ]")
_NO_LETTER_OR_LINE = re.compile(r"[^\w \n]")
_MARKS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile("  +")
_ARABIC = re.compile("[\u0621-\u064a\u067e\u0686\u06a4\u06af]")
_FOREIGN_SCRIPT = re.compile(
    "[^\u0621-\u064a\u067e\u0686\u0698\u06a4\u06af\\w ]|[^\u0600-\u06ff -~]"
)
JOINED_HEADS = (
    "ابو",
    "ام",
    "عبد",
    "كفر",
    "تل",
    "دير",
    "بيت",
    "عين",
    "باب",
    "بير",
    "خان",
    "راس",
    "دار",
    "ذو",
    "ال",
    "بو",
)
"""Words that reports write together with the next or apart from it (كفرسوسة, كفر سوسة)."""

_PERSIAN_LETTERS = (("پ", "ب"), ("چ", "تش"), ("ژ", "ج"), ("گ", "غ"), ("ڤ", "ف"))
"""Letters outside the Arabic alphabet, as Arabic newsrooms write them."""

_FOREIGN_LENGTH_MIN = 6
"""Shorter foreign names turn into words and other names when respelt."""

_GAF_SPELLINGS = ("غ", "ج", "ك")
"""A foreign g is غ in the Levant and on the wires, ج in Egypt, ك in Iraq and the Gulf."""

LATIN_ARTICLES = ("al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ed", "es", "the")


def _lettered(folded_text: str) -> str:
    return _NO_LETTER.sub(" ", folded_text).replace("\n", " ")


key_text = Respelling(_lettered)
"""The folded text, a space for whatever is no letter or digit: the same length."""


def key(name: str) -> str:
    """A table name's key: folded, letters and digits only, single spaces."""
    return " ".join(key_text(folded(name)).split())


def keys(names: Iterable[str]) -> dict[str, str]:
    """Each name's key, all folded in one go: a hundred times faster than one by one."""
    listed = list(dict.fromkeys(names))
    plain = _MARKS.sub("", normalize("NFKD", "\n".join(listed)))
    spaced = _SPACES.sub(" ", _NO_LETTER_OR_LINE.sub(" ", folded(plain)))
    return {name: line.strip() for name, line in zip(listed, spaced.split("\n"), strict=True)}


def is_arabic(text: str) -> bool:
    """Whether the text holds an Arabic letter."""
    return _ARABIC.search(text) is not None


def usable(name_key: str) -> bool:
    """Whether a key is in Arabic or plain Latin letters, and longer than one."""
    return len(name_key) > 1 and _FOREIGN_SCRIPT.search(name_key) is None and not name_key.isdigit()


def arabic_variants(name_key: str, *, foreign: bool) -> Iterator[str]:
    """Other spellings of an Arabic key; `foreign` adds those of a name transcribed into Arabic."""
    for old, new in _PERSIAN_LETTERS:
        if old in name_key:
            name_key = name_key.replace(old, new)
            yield name_key
    head, _, rest = name_key.partition(" ")
    if rest and head in JOINED_HEADS and head != "ال":
        yield head + rest
        if rest.startswith("ال"):
            yield f"{head} {rest[2:]}"
    if foreign and len(name_key) >= _FOREIGN_LENGTH_MIN:
        if name_key.endswith("يا"):
            yield name_key[:-1] + "ه"
        elif name_key.endswith("يه"):
            yield name_key[:-1] + "ا"
        if "غ" in name_key:
            for letter in _GAF_SPELLINGS[1:]:
                yield name_key.replace("غ", letter)


def latin_variants(name_key: str) -> Iterator[str]:
    """Other spellings of a Latin key: its article left out, St. with the full stop's space."""
    head, _, rest = name_key.partition(" ")
    if rest and head in LATIN_ARTICLES:
        yield rest
    if head == "st" and rest:
        yield f"st  {rest}"
        yield f"saint {rest}"
    if " al " in name_key:
        yield name_key.replace(" al ", " ")


_ROMANIZED = frozenset(
    ("SY", "IQ", "YE", "LB", "JO", "PS", "IL", "EG", "LY", "DZ", "MA", "TN", "SD", "MR", "SO", "DJ",
     "SA", "AE", "QA", "BH", "KW", "OM", "IR", "AF", "PK", "IN", "TJ")
)  # fmt: skip
"""Countries whose names are romanized with macrons and dots, which no newsroom writes."""
_SCHOLARLY = re.compile("[āēīōūĀĒĪŌŪḨḩḤḥŞşṢṣŢţṬṭḐḑḌḍẔẕẒẓḎḏȲȳ‘’ʻʼ]|\\w[\u0327\u0323\u0331]")


def displayed(name: str, country: str) -> str:
    """A place's Latin name as newsrooms print it: "Tartus", not "Ţarţūs"; "Saïda" stays."""
    if country not in _ROMANIZED or _SCHOLARLY.search(name) is None:
        return name
    plain = _MARKS.sub("", normalize("NFKD", name))
    return re.sub("[‘’ʻʼ]", "", plain)
