"""Month names, weekday names and the words of date expressions, compiled for one scan of a text.

Place in the flow: read once at start from `data/months.tsv`, `weekdays.tsv` and
`date_phrases.toml`; the date reader asks for `date_words()`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import tomli

from workers.text.fold import folded
from workers.text.numeral_words import number_entries
from workers.text.words import Clitics, listed


class DateWord(StrEnum):
    """The kinds of words that date expressions are made of; the value is its code in a pattern."""

    FULL_DATE = "I"
    DAY_NUMBER = "d"
    ORDINAL = "o"
    YEAR = "y"
    HIJRI_YEAR = "z"
    NUMBER = "n"
    CLOCK = "t"
    MONTH = "M"
    MONTH_UNSURE = "u"
    WEEKDAY = "W"
    WEEKDAY_UNSURE = "v"
    TODAY = "T"
    TONIGHT = "K"
    YESTERDAY = "E"
    DAY_BEFORE_YESTERDAY = "F"
    LAST_NIGHT = "N"
    TOMORROW = "G"
    DAY_AFTER_TOMORROW = "D"
    DAYPART = "P"
    DAYPART_AFTER = "p"
    DAY_WORD = "J"
    UNIT = "U"
    LAST = "L"
    CURRENT = "C"
    NEXT = "X"
    AGO_BEFORE = "A"
    SINCE = "S"
    DURING = "Q"
    AFTER = "B"
    AGO = "a"
    EARLIER = "e"
    LATER = "l"
    PART = "R"
    HEDGE = "h"
    SEASON = "s"
    FEAST = "H"
    WEEKEND = "k"
    ANNIVERSARY = "O"
    EVENT_DAY = "V"
    THEN_BEFORE = "Y"
    THEN_AFTER = "Z"
    NONE = "0"
    BACKGROUND = "b"


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word: its kind, its text value (unit and count, part of the day) and its number."""

    kind: DateWord
    value: str = ""
    number: int = 0
    hijri: bool = False


_CLITICS = {
    "none": Clitics.NONE,
    "conjunction": Clitics.CONJUNCTION,
    "noun": Clitics.NOUN,
    "definite": Clitics.NOUN_OR_DEFINITE,
}

_ORDINAL_UNITS = listed(
    "أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر حادي|عشر ثاني|عشر ثالث|عشر رابع|عشر خامس|عشر "
    "سادس|عشر سابع|عشر ثامن|عشر تاسع|عشر"
)
_ENGLISH_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)


_MONTH_DAYS_MAX = 31


def data_text(name: str) -> str:
    """The text of a data file of the lexicon."""
    return files("workers.lexicon").joinpath("data", name).read_text(encoding="utf-8")


def table_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a TSV data file, by column name; lines that begin with `#` are comments."""
    lines = [line for line in data_text(name).splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


def _ordinals() -> Iterator[tuple[str, int]]:
    """The ordinals 1 to 31 with article, in both cases, and the English ones."""
    for number, word in enumerate(_ORDINAL_UNITS, 1):
        stem, _, ten = word.partition("|")
        for feminine in ("", "ة"):
            yield " ".join(x for x in (f"ال{stem}{feminine}", ten and ten + feminine) if x), number
    yield "الأولى", 1
    yield "الواحد", 1
    for tens, value in (("العشر", 20), ("الثلاث", 30)):
        for ending in ("ون", "ين"):
            yield tens + ending, value
            for unit, word in enumerate(("حادي", *_ORDINAL_UNITS[1:9]), 1):
                if value + unit <= _MONTH_DAYS_MAX:
                    yield f"ال{word} و{tens}{ending}", value + unit
                    yield f"ال{word}ة و{tens}{ending}", value + unit
    yield "الواحد والعشرين", 21
    yield "الواحد والثلاثين", 31
    for number, word in enumerate(_ENGLISH_ORDINALS, 1):
        yield word, number


@cache
def date_words() -> dict[str, tuple[Word, Clitics]]:
    """Every word of date expressions, folded, with the proclitics that it may carry."""
    entries: dict[str, tuple[Word, Clitics]] = {}
    for digit in "0123456789":
        entries[digit] = (Word(DateWord.NUMBER), Clitics.NOUN_OR_DEFINITE)
    for word, (_, clitics) in number_entries().items():
        entries[word] = (Word(DateWord.NUMBER), clitics)
    for text, number in _ordinals():
        entries[folded(text)] = (Word(DateWord.ORDINAL, number=number), Clitics.NOUN)
    for row in table_rows("months.tsv"):
        kind = DateWord.MONTH if row["certain"] == "yes" else DateWord.MONTH_UNSURE
        month = Word(kind, number=int(row["month"]), hijri=row["calendar"] == "hijri")
        entries[folded(row["word"])] = (month, Clitics.NOUN)
    for row in table_rows("weekdays.tsv"):
        kind = DateWord.WEEKDAY if row["certain"] == "yes" else DateWord.WEEKDAY_UNSURE
        word = folded(row["word"])
        entries[word] = (Word(kind, number=int(row["weekday"])), Clitics.NOUN)
        if word.startswith("ال"):
            entries["لل" + word[2:]] = entries[word]
    for group in tomli.loads(data_text("date_phrases.toml"))["words"]:
        payload = Word(DateWord[group["kind"].upper()], group.get("value", ""))
        for form in group["forms"]:
            clitics = Clitics.NONE if form.isascii() else _CLITICS[group["clitics"]]
            entries[folded(form)] = (payload, clitics)
    return entries
