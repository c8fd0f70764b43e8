"""Numbers in folded text, Arabic and English, in digits and in words.

Place in the flow: under dates and tolls. `parse_number` reads the number that starts at a place,
`find_numbers` all numbers of a text. Arabic gender errors (ستة قذائف) are accepted, proclitics
(بستة, لثلاثة, وخمسة) are taken off by the caller or by `find_numbers`.
"""
# ruff: noqa: PLR2004 - ten, a hundred and a thousand are what this module is about

import re
from typing import NamedTuple

from workers.text.hedges import Hedge, bounds, hedge_at
from workers.text.numeral_words import (
    ARABIC_ADDENDS,
    ARABIC_MULTIPLIERS,
    ENGLISH_MULTIPLIERS,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    UNKNOWN_PLURALS,
    number_entries,
)
from workers.text.words import WordScanner

VALUE_MAX = 10**10
"""Larger digit strings are serial numbers, not counts (the world has 8 * 10**9 people)."""


class NumberMention(NamedTuple):
    """A number at `start:end` of the folded text. `value` is None for an unknown plural (عشرات).

    `low` and `high` bound the true figure as far as the words say: equal to `value` without a
    hedge. `high` is None where nothing bounds it (dozens).
    """

    start: int
    end: int
    value: int | None
    low: int
    high: int | None
    hedge: Hedge | None = None


_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?:[,.٬ ']\d{3}){1,3}(?!\d))"
    r"|(?P<decimal>\d{1,9}[.,٫]\d{1,2}(?!\d))"
    r"|(?P<plain>\d{1,11}(?!\d))"
)
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \n]{1,2}")
_HYPHEN_OR_GAP = re.compile(r"-|[ \n]{1,2}(?:and[ \n])?")
_NOT_A_COUNT_AFTER = re.compile(
    r" ?(?:%|٪)| ?(?:بالمي?[يا]ه|في المي?[يا]ه|في الميه|percent|per cent)\b"
)


def parse_number(text: str, start: int) -> NumberMention | None:
    """The number that begins exactly at `start` of a folded text (no proclitic), unhedged."""
    if start >= len(text):
        return None
    first = text[start]
    if first.isdigit():
        return _digits(text, start)
    word = _WORD.match(text, start)
    if word is None:
        return None
    if first.isascii():
        return _english(text, start)
    return _arabic(text, start, word)


def _mention(start: int, end: int, value: int) -> NumberMention:
    return NumberMention(start, end, value, value, value)


def _unknown(start: int, end: int, low: int) -> NumberMention:
    return NumberMention(start, end, None, low, None)


def _digits(text: str, start: int) -> NumberMention | None:
    found = _DIGITS.match(text, start)
    if found is None:
        return None
    end = found.end()
    fraction: float | None = None
    if found["grouped"] is not None:
        value = int(re.sub(r"\D", "", found["grouped"]))
    elif found["decimal"] is not None:
        fraction = float(re.sub(r"[,٫]", ".", found["decimal"]))
        value = int(fraction)
    else:
        value = int(found["plain"])
    scaled = _scale_after(text, end)
    if scaled is not None:
        factor, end = scaled
        value = round((fraction if fraction is not None else value) * factor)
        if factor == 1000:
            value, end = _remainder_after(text, value, end)
    elif fraction is not None:
        return None
    if value > VALUE_MAX:
        return None
    return _mention(start, end, value)


def _scale_after(text: str, end: int) -> tuple[int, int] | None:
    """The multiplier word after a digit figure and where it ends ("20 الف", "3.5 million")."""
    gap = _GAP.match(text, end)
    word = _WORD.match(text, gap.end() if gap else end)
    if word is None:
        return None
    factor = ARABIC_MULTIPLIERS.get(word[0]) or ENGLISH_MULTIPLIERS.get(word[0])
    return (factor, word.end()) if factor is not None and factor >= 1000 else None


def _remainder_after(text: str, value: int, end: int) -> tuple[int, int]:
    """Adds "و500" after "20 الفا": the value and the new end."""
    rest = re.compile(r"[ \n]و ?(\d{1,3})(?![\d.,/:-])").match(text, end)
    return (value + int(rest[1]), rest.end()) if rest else (value, end)


def _arabic(text: str, start: int, first_word: re.Match[str]) -> NumberMention | None:
    """The longest number in words from `start`; a word alone, which is most, is told at once."""
    first = first_word[0]
    if first in _BARE_PLURALS:
        return _unknown_plural(text, start)
    end = first_word.end()
    value = ARABIC_ADDENDS.get(first, ARABIC_MULTIPLIERS.get(first))
    if value is None:
        return _unknown_plural(text, start)
    following = _NEXT_WORD.match(text, end)
    if following is None or following[2] not in _ARABIC_NUMBER:
        return NumberMention(start, end, value, value, value)
    return _arabic_compound(text, start)


_NEXT_WORD = re.compile(r"[ \n]{1,2}(و(?:ال)?)?([^\W\d_]+)")


def _arabic_compound(text: str, start: int) -> NumberMention:
    total = group = last = 0
    end = position = start
    joined = False
    while True:
        word = _WORD.match(text, position)
        if word is None:
            break
        token = word[0]
        if end > start and not joined and token[0] == "و":
            skipped = 3 if token[1:3] == "ال" else 1
            if token[skipped:] in _ARABIC_NUMBER:
                joined, position = True, position + skipped
                continue
        step = _arabic_step(token, total, group, last, joined=joined or end == start)
        if step is None:
            break
        total, group, last = step
        end, joined = word.end(), False
        gap = _GAP.match(text, end)
        if gap is None:
            break
        position = gap.end()
    return _mention(start, end, total + group)


_BARE_PLURALS = frozenset({"الاف", "ملايين", "مليارات"})
"""Plurals that count only after another number."""
_ARABIC_NUMBER = frozenset(ARABIC_ADDENDS) | frozenset(ARABIC_MULTIPLIERS)


def _arabic_step(
    token: str, total: int, group: int, last: int, *, joined: bool
) -> tuple[int, int, int] | None:
    """The sums after one more number word, or None where it does not continue the number.

    `joined`: the word comes first or after و. `last` is the value that was added before.
    """
    multiplier = ARABIC_MULTIPLIERS.get(token)
    if multiplier is not None:
        return _multiplied(multiplier, total, group, last, joined=joined)
    value = ARABIC_ADDENDS.get(token)
    if value is None:
        return None
    if value == 10 and 1 <= last <= 9 and not joined:
        return total, group + 10, 10
    if not joined:
        return None
    fresh = last == 0 or group == 0
    tens_after_unit = 1 <= last <= 9 and 20 <= value <= 90
    below_hundreds = group > 0 and group % 100 == 0 and value < 100
    below_hundreds = below_hundreds or (group > 0 and group % 1000 == 0 and value < 1000)
    if fresh or tens_after_unit or below_hundreds:
        return total, group + value, value
    return None


def _multiplied(
    multiplier: int, total: int, group: int, last: int, *, joined: bool
) -> tuple[int, int, int] | None:
    first = total == 0 and group == 0
    if multiplier == 100:
        if not joined and 3 <= last <= 9:
            return total, group - last + last * 100, 100
        if joined and (first or group == 0):
            return total, group + 100, 100
        return None
    if joined and not first:
        return (total + group + multiplier, 0, multiplier) if group == 0 else None
    if group == 0 and not first:
        return None
    return total + max(1, group) * multiplier, 0, multiplier


def _unknown_plural(text: str, start: int) -> NumberMention | None:
    word = _WORD.match(text, start)
    if word is None:
        return None
    low = UNKNOWN_PLURALS.get(word[0])
    if low is None or text.startswith("many as", start):
        return None
    end = word.end()
    gap = _GAP.match(text, end)
    following = _WORD.match(text, gap.end()) if gap else None
    if following is not None and following[0] in {"من", "of", "number", "few"}:
        if word[0] in {"عدد", "a"}:
            end = following.end()
    elif word[0] == "عدد":
        return None
    if following is not None:
        scale = {"الاف": 1000, "الالاف": 1000, "ميات": 100, "الميات": 100}.get(following[0])
        if scale is not None:
            return _unknown(start, following.end(), low * scale)
    return _unknown(start, end, low)


def _english(text: str, start: int) -> NumberMention | None:
    total = group = 0
    end = position = start
    count = 0
    last = ""
    while True:
        word = _WORD.match(text, position)
        if word is None:
            break
        token = word[0]
        kind, value = _english_word(token)
        if not kind or not _english_continues(kind, last, group):
            break
        if kind == "hundred":
            group = max(1, group) * 100
        elif kind == "scale":
            total, group = total + max(1, group) * value, 0
        elif kind == "dozen":
            group = max(1, group) * 12
        else:
            group += value
        last, end, count = kind, word.end(), count + 1
        gap = _HYPHEN_OR_GAP.match(text, end)
        if gap is None:
            break
        position = gap.end()
    if count == 0 or (count == 1 and last == "article"):
        return _english_phrase(text, start)
    return _mention(start, end, total + group)


_ENGLISH_AFTER: dict[str, frozenset[str]] = {
    "article": frozenset({""}),
    "unit": frozenset({"", "tens", "hundred", "scale"}),
    "teen": frozenset({"", "hundred", "scale"}),
    "tens": frozenset({"", "hundred", "scale"}),
    "hundred": frozenset({"article", "unit", "teen"}),
    "scale": frozenset({"article", "unit", "teen", "tens", "hundred"}),
    "dozen": frozenset({"", "article", "unit", "teen"}),
}
"""Which kind of English number word may follow which; "" is the start."""


def _english_word(word: str) -> tuple[str, int]:
    if word in {"a", "an"}:
        return "article", 0
    if word == "hundred":
        return "hundred", 100
    if word == "dozen":
        return "dozen", 12
    unit = ENGLISH_UNITS.get(word)
    if unit is not None:
        return ("unit" if unit < 10 else "teen"), unit
    tens = ENGLISH_TENS.get(word)
    if tens is not None:
        return "tens", tens
    scale = ENGLISH_MULTIPLIERS.get(word)
    return ("scale", scale) if scale is not None else ("", 0)


def _english_continues(kind: str, last: str, group: int) -> bool:
    return last in _ENGLISH_AFTER[kind] and (kind != "scale" or group > 0 or last == "article")


_ENGLISH_PHRASES: tuple[tuple[re.Pattern[str], int | None, int], ...] = (
    (re.compile(r"half[ -](?:a[ -])?dozen\b"), 6, 6),
    (re.compile(r"a couple(?: of)?\b"), 2, 2),
    (
        re.compile(
            r"(?:a (?:large |small |unspecified |unknown )?|large |an )?(?:unspecified |unknown "
            r")?numbers? of\b"
        ),
        None,
        2,
    ),
    (re.compile(r"a (?:few|handful of)\b"), None, 2),
    (re.compile(r"(?:tens|dozens) of thousands\b"), None, 20_000),
    (re.compile(r"hundreds of thousands\b"), None, 200_000),
)


def _english_phrase(text: str, start: int) -> NumberMention | None:
    for pattern, value, low in _ENGLISH_PHRASES:
        found = pattern.match(text, start)
        if found is not None:
            if value is None:
                return _unknown(start, found.end(), low)
            return _mention(start, found.end(), value)
    return _unknown_plural(text, start)


_SCANNER: WordScanner[str] = WordScanner(number_entries())


def after_fraction(text: str, start: int) -> int:
    """Where the figure with a decimal fraction at `start` ends; `start` if there is none."""
    found = _FRACTION.match(text, start)
    return found.end() if found is not None else start


def hedged(text: str, mention: NumberMention) -> NumberMention:
    """The mention with the hedge beside it and the bounds that the hedge gives."""
    hedge = hedge_at(text, mention.start, mention.end)
    if hedge is None or mention.value is None:
        return mention
    low, high = bounds(mention.value, hedge)
    return NumberMention(mention.start, mention.end, mention.value, low, high, hedge)


_FRACTION = re.compile(r"\d+[.,٫]\d+")


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """All numbers of a folded text in order, hedges and ranges read; percentages are left out."""
    mentions: list[NumberMention] = []
    done = 0
    for start, *_ in _SCANNER.scan(text):
        if start < done:
            continue
        mention = parse_number(text, start)
        if mention is None:
            done = max(done, after_fraction(text, start))
            continue
        done = mention.end
        share = _NOT_A_COUNT_AFTER.match(text, mention.end)
        if share is not None:
            done = share.end()
            continue
        mentions.append(hedged(text, mention))
    return tuple(mentions)
