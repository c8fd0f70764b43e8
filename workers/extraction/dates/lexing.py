"""Date words of a folded text as a string of codes that a grammar can match.

Place in the flow: first half of `dates`. One scan finds the words; what stands between two of them
becomes a gap code (nothing, من, في, a comma, ...) or a space where the run breaks. One code is one
token, so that a match of the grammar on the codes is a slice of the tokens.
"""

import re
from dataclasses import dataclass
from datetime import date

from workers.extraction.dates.arithmetic import TOLERANCE, sane_day
from workers.lexicon.calendar import DateWord, Word, date_words
from workers.text.numerals import parse_number
from workers.text.words import WordScanner

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_CLOCK = DateWord.CLOCK
_DAY_NUMBER = DateWord.DAY_NUMBER
_FULL_DATE = DateWord.FULL_DATE
_HIJRI_YEAR = DateWord.HIJRI_YEAR
_MONTH = DateWord.MONTH
_MONTH_UNSURE = DateWord.MONTH_UNSURE
_NUMBER = DateWord.NUMBER
_ORDINAL = DateWord.ORDINAL
_YEAR = DateWord.YEAR

_SCANNER: WordScanner[Word] = WordScanner(date_words())

BREAK = " "
_HALF = ("and a half", "ونصف")
_GAP_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("", "ال", "the", "ب", "ل", "a", "an", "'s", "ه", "م", "القليله", "مرور", *_HALF)),
    ("m", ("من", "من ال", "of", "of the", "لشهر")),
    ("f", ("في", "in", "on", "at", "in the", "on the")),
    (",", (",", "،", ":", "الموافق", "الموافق ل", "المصادف", ", on", ", in", "، في")),
    (".", (".",)),
    ("/", ("/", "\\")),
    ("-", ("-", "الي", "حتي", "علي", "الي ال", "- ال", "to", "into", "until", "through")),
    ("w", ("و", "وال", "and", ", and")),
    ("(", ("(",)),
    (")", (")", "),")),
)
_GAPS = {words: code for code, listed in _GAP_WORDS for words in listed}
"""What may stand between two words of one expression, and its code ("" joins them directly)."""
_GAP_LENGTH_MAX = 12
"""No gap of the table is longer (with its spaces)."""


@dataclass(slots=True)
class Token:
    """A date word in the text, or a gap between two. `number` is a day, month, year or count."""

    code: str
    start: int
    end: int
    word: Word | None = None
    number: int | None = None
    day: date | None = None


_FULL = re.compile(r"(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)")
_FULL_REVERSED = re.compile(r"(\d{1,2}) ?([-/.\\]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d])")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/.,-])")
_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_HIJRI_YEAR, re.compile(r"(1[34]\d\d) ?ه")),
    (_YEAR, re.compile(r"((?:19|20)\d\d)(?!\d|[,.]\d)")),
    (_CLOCK, re.compile(r"(\d{1,2})[:.]\d{2}(?![\d.,])")),
    (_ORDINAL, re.compile(r"([0-3]?\d)(?:st|nd|rd|th)\b")),
)
"""Figures with a meaning of their own: the first group is the number."""


def _full_date(text: str, start: int, published: date) -> Token | None:
    """A date all in figures: year first, or day first unless only month first is possible."""
    found = _FULL.match(text, start)
    if found is not None:
        day = sane_day(int(found[1]), int(found[3]), int(found[4]))
        return Token(_FULL_DATE, start, found.end(), day=day) if day else None
    found = _FULL_REVERSED.match(text, start)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if year < _CENTURY:
        if found[2] == ".":
            return None
        year += _CENTURY * 20
    candidates = [d for d in (sane_day(year, second, first), sane_day(year, first, second)) if d]
    if not candidates:
        return None
    fresh = [d for d in candidates if -TOLERANCE.days <= (published - d).days <= _FRESH_DAYS]
    chosen = fresh[0] if fresh else candidates[0]
    return Token(_FULL_DATE, start, found.end(), day=chosen)


_CENTURY = 100
_FRESH_DAYS = 45
"""A date that is fresh under one order of day and month is read in that order."""


def _figure(text: str, start: int, published: date) -> Token | None:
    """The token of a figure that begins at `start`; most are one or two digits and a space."""
    plain = _PLAIN.match(text, start)
    if plain is not None:
        return _day_or_count(start, plain.end(), int(plain[0]))
    full = _full_date(text, start, published)
    return full or _dated_figure(text, start) or _count(text, start)


def _dated_figure(text: str, start: int) -> Token | None:
    """The token of a year, a clock time, an ordinal, a day and month in figures."""
    for code, pattern in _FIGURES:
        found = pattern.match(text, start)
        if found is not None:
            return Token(code, start, found.end(), number=int(found[1]))
    short = _DAY_MONTH.match(text, start)
    if short is not None:
        day, month = int(short[1]), int(short[2])
        if 1 <= day <= _DAY_MAX and 1 <= month <= _MONTH_MAX:
            return Token(SHORT_DATE, start, short.end(), number=day * 100 + month)
    return None


def _count(text: str, start: int) -> Token | None:
    """The token of a number that is no date by itself."""
    number = parse_number(text, start)
    if number is None or number.value is None:
        return None
    if text[start : number.end].isdigit() and number.end - start <= len("31"):
        return _day_or_count(start, number.end, number.value)
    return Token(_NUMBER, start, number.end, number=number.value)


_PLAIN = re.compile(r"\d{1,2}(?= [^\d\-/.\\ ]|[،,)]|$)")
"""One or two digits before a word: no other figure begins so."""


def _day_or_count(start: int, end: int, value: int) -> Token:
    """The token of one or two digits: a day of the month if it can be one."""
    code = _DAY_NUMBER if 1 <= value <= _DAY_MAX else _NUMBER
    return Token(code, start, end, number=value)


SHORT_DATE = "i"
"""The code of a day and month in figures ("16/3"), read only beside a weekday."""
_DAY_MAX, _MONTH_MAX = 31, 12


def _token(text: str, start: int, end: int, word: Word, published: date) -> Token | None:
    if word.kind is _NUMBER:
        if text[start].isdigit():
            return _figure(text, start, published)
        number = parse_number(text, start)
        if number is None or number.value is None:
            return None
        return Token(_NUMBER, start, number.end, number=number.value)
    if word.kind is _MONTH_UNSURE and _month_context(text, start, end):
        return Token(_MONTH, start, end, word, word.number)
    return Token(word.kind, start, end, word, word.number)


_MONTH_BEFORE = re.compile(r"(?:(?:في|منذ|حتي|شهر|in|since|of|until|by|late|early) )$")


def _month_context(text: str, start: int, end: int) -> bool:
    """Whether an unsure month name stands after a preposition that makes it a month."""
    if text[end : end + 1] == "/" or text[end : end + 2] == " /":
        return True
    return _MONTH_BEFORE.search(text[max(0, start - 6) : start]) is not None


def _gap(text: str, start: int, end: int) -> str:
    """The code of what stands between two tokens: "" adjacent, a break where it is unknown."""
    if end - start > _GAP_LENGTH_MAX:
        return BREAK
    between = text[start:end]
    if "\n" in between:
        return BREAK
    return _GAPS.get(between.strip(" "), BREAK)


_NEAR = 16
"""Characters: a number farther from every date word counts something else."""
_DATED_ALONE = re.compile(r"(?:19|20)\d\d(?!\d)|\d{1,4} ?[-/.\\] ?\d|1[34]\d\d ?ه")


def date_tokens(text: str, published: date) -> tuple[str, list[Token]]:
    """The codes of a folded text's date words and gaps, with one token for each code."""
    codes: list[str] = []
    tokens: list[Token] = []
    done = -1
    hits = _SCANNER.scan(text)
    if not hits:
        return "", []
    following = [start for start, *_ in hits[1:]]
    following.append(len(text) + _NEAR + 1)
    for (start, end, _, word), after in zip(hits, following, strict=True):
        if start < done:
            continue
        far = after - end > _NEAR and start - done > _NEAR
        if word.kind is _NUMBER and far and not _DATED_ALONE.match(text, start):
            continue
        token = _token(text, start, end, word, published)
        if token is None:
            continue
        gap = BREAK if done < 0 else _gap(text, done, start)
        if gap:
            codes.append(gap)
            tokens.append(Token(gap, max(done, 0), start))
        codes.append(token.code)
        tokens.append(token)
        done = token.end
    return "".join(codes), tokens
