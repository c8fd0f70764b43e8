"""Date words of a folded text as a string of codes that a grammar can match.

Place in the flow: first half of `dates`. One scan finds the words; what stands between two of them
becomes a gap code (nothing, من, في, a comma, ...) or a space where the run breaks. One code is one
token, so that a match of the grammar on the codes is a slice of the tokens.
"""

import re
from datetime import date
from typing import NamedTuple

from workers.lexicon.calendar import DateWord, Word, date_words
from workers.text.numerals import parse_number
from workers.text.words import WordScanner

_SCANNER: WordScanner[Word] = WordScanner(date_words())

BREAK = " "
_GAPS: dict[str, str] = {
    "": "", "ال": "", "the": "", "ب": "", "ل": "", "a": "", "an": "", "'s": "", "القليله": "", "مرور": "", "ه": "",
    "من": "m", "of": "m", "of the": "m", "من ال": "m", "لشهر": "m",
    "في": "f", "in": "f", "on": "f", "at": "f", "in the": "f", "on the": "f",
    ",": ",", "،": ",", "الموافق": ",", "الموافق ل": ",", "المصادف": ",", ".": ".", ":": ",",
    "/": "/", "-": "-", "(": "(", ")": ")", "الي": "-", "حتي": "-", "to": "-", "until": "-",
    "through": "-", "علي": "-", "and": "w", "و": "w", ", and": "w", ") ": ")", "),": ")", "الي ال": "-",
    "وال": "w", "\\": "/", "م": "", "هـ": "", ", on": ",", ", in": ",", "، في": ",", "- ال": "-",
}  # fmt: skip
"""What may stand between two words of one expression, and its code ("" joins them directly)."""
_GAP_LENGTH_MAX = 12
"""No gap of the table is longer (with its spaces)."""


class Token(NamedTuple):
    """A date word in the text, or a gap between two. `number` is a day, month, year or count."""

    code: str
    start: int
    end: int
    word: Word | None = None
    number: int | None = None
    day: date | None = None


_FULL = re.compile(r"(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)")
_FULL_REVERSED = re.compile(r"(\d{1,2}) ?([-/.\\]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d])")
_DAY_MONTH = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?![\d/.,-])")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?![\d.,])")
_YEAR = re.compile(r"((?:19|20)\d\d)(?!\d|[,.]\d)")
_HIJRI_YEAR = re.compile(r"(1[34]\d\d) ?ه")
_ORDINAL = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)\b")


def _valid(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_date(text: str, start: int, published: date) -> Token | None:
    """A date all in figures: year first, or day first unless only month first is possible."""
    found = _FULL.match(text, start)
    if found is not None:
        day = _valid(int(found[1]), int(found[3]), int(found[4]))
        return Token("I", start, found.end(), day=day) if day else None
    found = _FULL_REVERSED.match(text, start)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2:
        if found[2] == ".":
            return None
        year += 2000
    candidates = [d for d in (_valid(year, second, first), _valid(year, first, second)) if d]
    if not candidates:
        return None
    near = [d for d in candidates if -2 <= (published - d).days <= 45]
    chosen = candidates[0] if not near or candidates[0] in near else near[0]
    return Token("I", start, found.end(), day=chosen)


def _figure(text: str, start: int, published: date) -> Token | None:
    """The token of a figure that begins at `start`."""
    full = _full_date(text, start, published)
    if full is not None:
        return full
    hijri = _HIJRI_YEAR.match(text, start)
    if hijri is not None:
        return Token(DateWord.HIJRI_YEAR, start, hijri.end(), number=int(hijri[1]))
    year = _YEAR.match(text, start)
    if year is not None:
        return Token(DateWord.YEAR, start, year.end(), number=int(year[1]))
    clock = _CLOCK.match(text, start)
    if clock is not None:
        return Token(DateWord.CLOCK, start, clock.end(), number=int(clock[1]))
    short = _DAY_MONTH.match(text, start)
    if short is not None and short[2] == "/":
        day, month = int(short[1]), int(short[3])
        if 1 <= day <= 31 and 1 <= month <= 12:
            return Token("i", start, short.end(), number=day * 100 + month)
    ordinal = _ORDINAL.match(text, start)
    if ordinal is not None:
        return Token(DateWord.ORDINAL, start, ordinal.end(), number=int(ordinal[1]))
    number = parse_number(text, start)
    if number is None or number.value is None:
        return None
    plain = text[start : number.end].isdigit() and number.end - start <= 2
    is_day = plain and 1 <= number.value <= 31
    code = DateWord.DAY_NUMBER if is_day else DateWord.NUMBER
    return Token(code, start, number.end, number=number.value)


def _token(text: str, start: int, end: int, word: Word, published: date) -> Token | None:
    if word.kind is DateWord.NUMBER:
        if text[start].isdigit():
            return _figure(text, start, published)
        number = parse_number(text, start)
        if number is None or number.value is None:
            return None
        return Token(DateWord.NUMBER, start, number.end, number=number.value)
    if word.kind is DateWord.MONTH_UNSURE and _month_context(text, start, end):
        return Token(DateWord.MONTH, start, end, word, word.number)
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
        if word.kind is DateWord.NUMBER and after - end > _NEAR and start - done > _NEAR:
            if not _DATED_ALONE.match(text, start):
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
