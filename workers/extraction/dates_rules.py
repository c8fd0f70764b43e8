"""The grammar of date expressions over token codes, and what each expression means.

Place in the flow: second half of `dates`. `GRAMMAR` is one regular expression over the codes of
`dates_lexing`; each of its named alternatives has a reader of the same name, which turns the matched
tokens into a `Reading`. A reader answers None where the words are no date after all.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from workers.extraction import dates_arithmetic as arithmetic
from workers.extraction.dates_lexing import Token
from workers.model import DateInterval, DatePrecision


class DateKind(StrEnum):
    """What a date expression leans on."""

    ABSOLUTE = "absolute"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    ANNIVERSARY = "anniversary"
    EVENT_RELATIVE = "event_relative"
    PERIOD = "period"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date expression means. `interval` is None only for a day told from another event."""

    interval: DateInterval | None
    kind: DateKind
    night: bool = False
    conflict: bool = False
    offset_days: int | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """The publication's day in the outlet's zone, its hour there, and whether the zone is UTC.

    `first_weekday` is the ISO weekday that a week begins with.
    """

    day: date
    hour: int
    is_utc: bool
    first_weekday: int

    @staticmethod
    def of(published_at: datetime, language: str | None) -> "Publication":
        """The publication as the outlet's clock showed it."""
        is_utc = not published_at.utcoffset()
        first = 1 if language == "en" else 7
        return Publication(published_at.date(), published_at.hour, is_utc, first)


_MON = r"(?:[Mu](?:[/(,-]{0,2}[Mu]\)?)?)"
_MON_SURE = r"(?:M(?:[/(,-]{0,2}[Mu]\)?)?|u[/(,-]{1,2}M\)?)"
_YEAR_TAIL = r"(?:[,mf(]{0,2}U?[yz]\)?|[,mf]?U[LCX]|[,mf]?[LCX]U|[,mf]?[LCX](?!P))?"
_DAYS = r"[do](?:[w,/-][do]){0,9}"
_DAY_MONTH = rf"(?:{_DAYS}[m,]?U?m?{_MON}|{_MON}\.?{_DAYS}){_YEAR_TAIL}|{_DAYS}m(?:U[LC]|CU)"
_HEAD = r"(?:[PR][mf,]?C?){0,4}"

_RULES: tuple[tuple[str, str], ...] = (
    ("full", rf"{_HEAD}(?:[TE][,m(]?)?J?(?:[Wv][,(fm]{{0,3}})?J?[,f]?I"),
    ("night_span", rf"(?:[PR][mf]?){{1,4}}J?W[-/w,]?[J]?W(?:[,(]?(?:{_DAY_MONTH}))?"),
    ("weekday_date", rf"{_HEAD}(?:[TE][,m(]?)?J?[Wv][LC]?p?[,(fmP-]{{0,4}}(?:{_DAY_MONTH}|i)"),
    ("day_month", rf"{_HEAD}J?[,f]?(?:{_DAY_MONTH})"),
    ("anniversary", r"(?:B[dn]?[UJ]m)?(?:[on]?O[on]?)"),
    ("event_day", r"P?[mf]?V|[YZ]h?[dn]?[UJ]|[dn]?[UJ][el](?![CTU])|[dn][UJ]B"),
    ("weekday", rf"{_HEAD}[LC]?(?:[TEKF][,m(]?)?J?m?(?:W[LXC]?|[LCX]W)(?:[,f]?p|P(?![mf]?[WTEJ]))?"),
    ("day", rf"e?{_HEAD}J?[TKEFNGD](?:[,f]?p|P(?![mf]?[WTEJ]))?|CP|PC|e(?=C)CP"),
    ("after", r"Bh?[dn]?[UJ]"),
    ("window", r"[QS]?[LCX][dn][UJ]|[QSf]?[UJ][dn][LCX]|Qh?[dn]?[UJ][LC]?|(?:[eRP][mf]?)?[UJ][LCX]|(?:[eRP][mf]?)?[LCX][UJ]"),
    ("ago", r"Ah?[dn]?[UJ](?![LCXy])|h?[dn]?[UJ]a|Sh?[dn]?[UJ](?![LCXy])"),
    ("month", rf"(?:R[mf-]?)?U?m?{_MON_SURE}{_YEAR_TAIL}|(?:R[mf]?|Um?|[LC])u{_YEAR_TAIL}|u[,mf]?U?[yL]|[LCX]M"),
    ("part_of", r"R[mf]?U(?:m[LC])?"),
    ("year", r"(?:[RA][mf]?)?(?:[UJ]?[yz])"),
)  # fmt: skip

GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES))
"""Leftmost match, and among the rules the first: what needs more words comes before."""


def _of(tokens: Sequence[Token], codes: str) -> list[Token]:
    return [token for token in tokens if token.code in codes]


def _first(tokens: Sequence[Token], codes: str) -> Token | None:
    return next((token for token in tokens if token.code in codes), None)


def _part(tokens: Sequence[Token]) -> str:
    """The part of the day that is said, "" where none is."""
    for token in tokens:
        if token.code in "Pp" and token.word is not None:
            return token.word.value
    return ""


def _night(tokens: Sequence[Token]) -> bool:
    return _part(tokens) == "night"


def _modifier(tokens: Sequence[Token]) -> str:
    """The last of L, C, X among the tokens, "" without one."""
    found = _of(tokens, "LCX")
    return found[-1].code if found else ""


def _year(tokens: Sequence[Token], publication: Publication) -> int | None:
    """The Gregorian year that the tokens name, by figure or as last or this year."""
    said = _first(tokens, "y")
    if said is not None:
        return said.number
    for index, token in enumerate(tokens):
        if token.code == "U" and token.word is not None and token.word.value.startswith("year"):
            near = _modifier(tokens[max(0, index - 1) : index + 3])
            return publication.day.year - {"L": 1, "C": 0, "X": -1, "": 0}[near]
    return None


def _month(tokens: Sequence[Token]) -> Token | None:
    return _first(tokens, "M") or _first(tokens, "u")


def _dated(tokens: Sequence[Token], publication: Publication, day: int) -> date | None:
    """The date of day number `day` in the month that the tokens name."""
    month = _month(tokens)
    if month is None or month.number is None:
        return _dated_in_this_month(tokens, publication, day)
    if month.word is not None and month.word.hijri:
        hijri = _first(tokens, "z")
        if hijri is not None and hijri.number is not None:
            return arithmetic.hijri_day(hijri.number, month.number, day)
        return arithmetic.nearest_past_hijri(publication.day, month.number, day)
    year = _year(tokens, publication)
    if year is not None:
        return arithmetic.day_in(year, month.number, day)
    unit = _first(tokens, "U")
    value = unit.word.value if unit is not None and unit.word is not None else ""
    if _modifier(tokens) == "X" and not value.startswith("year"):
        return arithmetic.next_future(publication.day, month.number, day)
    return arithmetic.nearest_past(publication.day, month.number, day)


def _dated_in_this_month(
    tokens: Sequence[Token], publication: Publication, day: int
) -> date | None:
    """The date of "the 18th of this month" or "of last month"."""
    if _unit(tokens)[0] != "month":
        return None
    shift = 1 if _modifier(tokens) == "L" else 0
    year, month = arithmetic.months_back(publication.day.year, publication.day.month, shift)
    return arithmetic.day_in(year, month, day)


def _reading_of_day(
    day: date | None, kind: DateKind, publication: Publication, *, night: bool = False
) -> Reading | None:
    if day is None:
        return None
    if day > publication.day + arithmetic.TOLERANCE:
        kind = DateKind.FUTURE
    return Reading(arithmetic.one_day(day), kind, night=night)


def read_full(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """A date all in figures, with a weekday or not."""
    full = _first(tokens, "I")
    if full is None:
        return None
    reading = _reading_of_day(full.day, DateKind.ABSOLUTE, publication, night=_night(tokens))
    return _against_weekday(reading, tokens, publication)


def _against_weekday(
    reading: Reading | None, tokens: Sequence[Token], publication: Publication
) -> Reading | None:
    """The reading, marked as a conflict where the weekday beside it is another.

    The day that the calendar date and the weekday agree on is preferred where one is a neighbour.
    """
    weekday = _first(tokens, "Wv")
    if reading is None or reading.interval is None or weekday is None or weekday.number is None:
        return reading
    if reading.interval.start.isoweekday() == weekday.number:
        return replace(reading, kind=DateKind.ABSOLUTE)
    return replace(reading, conflict=True)


def read_night_span(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """ "ليل السبت-الأحد": the evening's day, where the second day follows the first."""
    weekdays = [token.number or 1 for token in _of(tokens, "W")]
    if weekdays[1] != weekdays[0] % 7 + 1:
        return read_weekday(
            [t for t in tokens if t.code != "W"] + _of(tokens, "W")[:1], publication, text
        )
    latest = arithmetic.latest_weekday(publication.day, weekdays[0])
    return Reading(arithmetic.one_day(latest), DateKind.WEEKDAY, night=True)


def read_weekday_date(
    tokens: Sequence[Token], publication: Publication, text: str
) -> Reading | None:
    """A weekday with its day and month."""
    short = _first(tokens, "i")
    if short is not None and short.number is not None:
        day, month = divmod(short.number, 100)
        found = arithmetic.nearest_past(publication.day, month, day)
        reading = _reading_of_day(found, DateKind.ABSOLUTE, publication, night=_night(tokens))
    else:
        reading = read_day_month(tokens, publication, text)
    return _against_weekday(reading, tokens, publication)


def read_day_month(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """A day or days of a month. Several days joined by "and" are split by the caller."""
    numbers = [token.number for token in _of(tokens, "do") if token.number is not None]
    if not numbers:
        return None
    first = _dated(tokens, publication, numbers[0])
    if first is None:
        return None
    last = _dated(tokens, publication, numbers[-1]) if len(numbers) > 1 else first
    reading = _reading_of_day(first, DateKind.ABSOLUTE, publication, night=_night(tokens))
    if reading is None or last is None or last <= first:
        return reading
    days = (last - first).days
    precision = DatePrecision.TWO_TO_SIX_DAYS if days <= 6 else DatePrecision.WEEK
    return replace(reading, interval=DateInterval(first, last, precision))


def read_weekday(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """A weekday: the latest such day not after publication, or the next one if it says so."""
    weekday = _first(tokens, "W")
    if weekday is None or weekday.number is None:
        return None
    modifier = _modifier(tokens)
    if modifier == "X":
        coming = arithmetic.next_weekday(publication.day, weekday.number)
        return Reading(arithmetic.one_day(coming), DateKind.FUTURE)
    tomorrow = arithmetic.back(publication.day, -1)
    # A feed in UTC that prints the outlet's local weekday: after 21:00 UTC it is tomorrow in the
    # Levant, Iraq and the Gulf. Source: UTC+3 and +4, the zones of the outlets in the corpora.
    if publication.is_utc and publication.hour >= 21 and not modifier:
        if tomorrow.isoweekday() == weekday.number:
            return Reading(arithmetic.one_day(tomorrow), DateKind.WEEKDAY, night=_night(tokens))
    found = arithmetic.latest_weekday(
        publication.day, weekday.number, strictly_before=modifier == "L"
    )
    stated = _first(tokens, "TE")
    conflict = False
    if stated is not None:
        expected = arithmetic.back(publication.day, 0 if stated.code == "T" else 1)
        conflict = abs((expected - found).days) > 1
    return Reading(arithmetic.one_day(found), DateKind.WEEKDAY, _night(tokens), conflict)


_DAYS_BACK = {"T": 0, "K": 0, "E": 1, "F": 2, "N": 1, "G": -1, "D": -2}


def read_day(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """Today, yesterday, last night, tomorrow, this morning."""
    token = _first(tokens, "TKEFNGD")
    code = token.code if token is not None else "T"
    day = arithmetic.back(publication.day, _DAYS_BACK[code])
    kind = DateKind.FUTURE if code in "GD" else DateKind.RELATIVE
    return Reading(arithmetic.one_day(day), kind, night=code in "NK" or _night(tokens))


def _unit(tokens: Sequence[Token]) -> tuple[str, int | None]:
    """The unit of time among the tokens and how many; None for a plural without a number."""
    token = _first(tokens, "UJ")
    if token is None or token.word is None:
        return "day", 1
    name, _, said = token.word.value.partition(" ") if token.code == "U" else ("day", "", "1")
    number = _first(tokens, "dn")
    if number is not None and number.number is not None:
        return name, number.number
    return name, int(said) if said.isdigit() else None


_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}
_COUNT_MAX = {"hour": 10_000, "day": 3000, "week": 500, "month": 1200, "year": 200, "decade": 20}
"""More than this many is no date of news (keeps the arithmetic inside the calendar)."""
_VAGUE: dict[str, tuple[int, int, DatePrecision]] = {
    "hour": (1, 0, DatePrecision.DAY),
    "day": (7, 2, DatePrecision.WEEK),
    "week": (42, 14, DatePrecision.MONTH),
    "month": (330, 60, DatePrecision.YEAR),
    "year": (3652, 730, DatePrecision.YEAR),
    "decade": (14610, 7305, DatePrecision.YEAR),
}
"""A plural without a number: how many days back it begins and ends. Source: chosen; 3 to 10 units
is the range of the Arabic plural of paucity."""


def before(day: date, unit: str, count: int | None, *, hedged: bool = False) -> DateInterval | None:
    """The days that lie `count` units before `day`, as exactly as the unit tells."""
    if count is None:
        begin, end, precision = _VAGUE[unit]
        return DateInterval(arithmetic.back(day, begin), arithmetic.back(day, end), precision)
    if count > _COUNT_MAX[unit]:
        return None
    if unit == "hour":
        days = round(count / 24)
        return arithmetic.one_day(arithmetic.back(day, days))
    if unit == "day":
        centre = arithmetic.back(day, count)
        if not hedged and count <= 7:
            return arithmetic.one_day(centre)
        return _around(centre, 1, DatePrecision.TWO_TO_SIX_DAYS)
    if unit == "week":
        centre = arithmetic.back(day, count * 7)
        width, precision = (
            (1, DatePrecision.TWO_TO_SIX_DAYS) if count == 1 else (3, DatePrecision.WEEK)
        )
        return _around(centre, width, precision)
    if unit == "month":
        year, month = arithmetic.months_back(day.year, day.month, count)
        centre = date(year, month, min(day.day, 28))
        return _around(centre, 15, DatePrecision.MONTH)
    years = count * (10 if unit == "decade" else 1)
    return arithmetic.whole_year(arithmetic.years_back(day, years).year)


def _around(centre: date, width: int, precision: DatePrecision) -> DateInterval:
    return DateInterval(arithmetic.back(centre, width), arithmetic.back(centre, -width), precision)


def read_ago(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """So many units before publication ("قبل يومين", "two weeks ago"), or before an event."""
    unit, count = _unit(tokens)
    head = _first(tokens, "AS")
    if head is not None and head.code == "A":
        rest = text[tokens[-1].end : tokens[-1].end + 4]
        if rest.startswith((" من ", " علي")):
            return _from_event(unit, count, -1)
    if head is not None and head.code == "S" and text[head.start : head.end].isascii():
        return None
    interval = before(publication.day, unit, count, hedged=_first(tokens, "h") is not None)
    return None if interval is None else Reading(interval, DateKind.RELATIVE)


def _from_event(unit: str, count: int | None, sign: int) -> Reading:
    days: int | None = None
    if unit == "hour":
        days = 0
    elif count is not None and unit in {"day", "week"} and count < 1000:
        days = sign * count * _UNIT_DAYS[unit]
    return Reading(None, DateKind.EVENT_RELATIVE, offset_days=days)


def read_after(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """So many units after an event ("بعد ساعات من", "بعد يومين على")."""
    rest = text[tokens[-1].end : tokens[-1].end + 5]
    if not rest.startswith((" من", " علي", " عن", " of", " فقط")):
        return None
    return _from_event(*_unit(tokens), 1)


def read_event_day(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """The same day, the day before, two days later: told from another event."""
    fixed = _first(tokens, "V")
    if fixed is not None and fixed.word is not None:
        return Reading(
            None, DateKind.EVENT_RELATIVE, _night(tokens), offset_days=int(fixed.word.value)
        )
    sign = -1 if _first(tokens, "Ye") is not None else 1
    return _from_event(*_unit(tokens), sign)


def read_anniversary(
    tokens: Sequence[Token], publication: Publication, text: str
) -> Reading | None:
    """The day of the event that an anniversary recalls: its ordinal in years before publication."""
    ordinal = _first(tokens, "on")
    if ordinal is None or ordinal.number is None or ordinal.number > 120:
        return None
    day = publication.day
    exact = False
    if _first(tokens, "B") is not None:
        unit, count = _unit([t for t in tokens if t.code in "UJ" or (t.code == "d")])
        if unit == "day" and count is not None and count < 1000:
            day, exact = arithmetic.back(day, count), True
    recalled = arithmetic.years_back(day, ordinal.number)
    if exact:
        return Reading(arithmetic.one_day(recalled), DateKind.ANNIVERSARY)
    return Reading(_around(recalled, 3, DatePrecision.WEEK), DateKind.ANNIVERSARY)


def _calendar_window(unit: str, shift: int, publication: Publication) -> DateInterval | None:
    """The calendar week, month or year that lies `shift` units before the current one."""
    day = publication.day
    match unit:
        case "week":
            since_first = (day.isoweekday() - publication.first_weekday) % 7
            start = arithmetic.back(day, since_first + 7 * shift)
            return DateInterval(start, arithmetic.back(start, -6), DatePrecision.WEEK)
        case "month":
            return arithmetic.whole_month(*arithmetic.months_back(day.year, day.month, shift))
        case "year":
            return arithmetic.whole_year(day.year - shift)
        case _:
            return None


def read_window(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """Last week, this month, next year, the past three days, within 24 hours."""
    unit, count = _unit(tokens)
    modifier = _modifier(tokens)
    number = _first(tokens, "dn")
    token = _first(tokens, "UJ")
    dual = token is not None and token.word is not None and token.word.value.endswith("2")
    if number is None and not dual and count is not None and modifier:
        return _calendar_reading(tokens, unit, modifier, publication)
    if modifier == "X":
        return None
    if modifier == "" and _first(tokens, "Q") is None:
        return None
    return _trailing_reading(unit, count, publication, recent=modifier != "")


def _trailing_reading(
    unit: str, count: int | None, publication: Publication, *, recent: bool
) -> Reading | None:
    """The days from so many units ago up to publication."""
    if count is None:
        days, precision = _VAGUE[unit][0], _VAGUE[unit][2]
    elif count > _COUNT_MAX[unit]:
        return None
    else:
        days = (count + 23) // 24 if unit == "hour" else count * _UNIT_DAYS[unit]
        precision = _precision_of(days)
    interval = DateInterval(arithmetic.back(publication.day, days), publication.day, precision)
    long = unit in {"month", "year", "decade"} or not recent
    return Reading(interval, DateKind.PERIOD if long else DateKind.RELATIVE)


def _precision_of(days: int) -> DatePrecision:
    for limit, precision in ((1, 1), (6, 2), (13, 3), (60, 4)):
        if days <= limit:
            return DatePrecision(precision)
    return DatePrecision.YEAR


def _calendar_reading(
    tokens: Sequence[Token], unit: str, modifier: str, publication: Publication
) -> Reading | None:
    shift = {"L": 1, "C": 0, "X": -1}[modifier]
    if unit == "day":
        if modifier == "C":
            return None
        return Reading(
            arithmetic.one_day(arithmetic.back(publication.day, shift)), DateKind.RELATIVE
        )
    if unit == "hour":
        if modifier != "L":
            return None
        return Reading(arithmetic.one_day(publication.day), DateKind.RELATIVE)
    interval = _calendar_window(unit, shift, publication)
    if interval is None:
        return None
    part = _first(tokens, "R")
    if part is not None and part.word is not None:
        interval = arithmetic.part_of(interval, part.word.value)
    elif modifier == "C":
        interval = DateInterval(interval.start, publication.day, interval.precision)
    kind = DateKind.FUTURE if modifier == "X" else DateKind.RELATIVE
    return Reading(interval, kind)


def read_month(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """A month without a day: the latest one that has begun, or the year's that is said."""
    month = _month(tokens)
    if month is None or month.number is None:
        return None
    interval = _month_interval(month, tokens, publication)
    if interval is None:
        return None
    part = _first(tokens, "R")
    if part is not None and part.word is not None:
        interval = arithmetic.part_of(interval, part.word.value)
    future = interval.start > publication.day
    return Reading(interval, DateKind.FUTURE if future else DateKind.ABSOLUTE)


def _month_interval(
    month: Token, tokens: Sequence[Token], publication: Publication
) -> DateInterval | None:
    number = month.number or 1
    if month.word is not None and month.word.hijri:
        first = _dated(tokens, publication, 1)
        return (
            None
            if first is None
            else DateInterval(first, arithmetic.back(first, -28), DatePrecision.MONTH)
        )
    year = _year(tokens, publication)
    if year is not None:
        return arithmetic.whole_month(year, number)
    day = publication.day
    year = day.year if number <= day.month else day.year - 1
    modifier = _modifier(tokens)
    if modifier == "X":
        year = day.year if number > day.month else day.year + 1
    elif modifier == "L" and number == day.month:
        year -= 1
    return arithmetic.whole_month(year, number)


def read_part_of(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """The beginning, middle or end of the week, month or year that runs."""
    unit, _ = _unit(tokens)
    interval = _calendar_window(unit, 1 if _modifier(tokens) == "L" else 0, publication)
    part = _first(tokens, "R")
    if interval is None or part is None or part.word is None:
        return None
    if (
        text[tokens[-1].start - 2 : tokens[-1].start] not in {"ال", "لل"}
        and " the " not in text[part.start : tokens[-1].end]
    ):
        return None
    return Reading(arithmetic.part_of(interval, part.word.value), DateKind.RELATIVE)


_YEAR_BEFORE = re.compile(
    r"(?:في|منذ|بعد|قبل|حتي|ل|هجوم|هجومي|هجمات|تفجير|تفجيرات|حرب|in|since|of|until|from|during|by|the) $"
)


def read_year(tokens: Sequence[Token], publication: Publication, text: str) -> Reading | None:
    """A year, after the word year or a preposition."""
    said = _first(tokens, "yz")
    if said is None or said.number is None:
        return None
    if len(tokens) == 1 and not _YEAR_BEFORE.search(text[max(0, said.start - 8) : said.start]):
        if text[said.start - 1 : said.start] != "(":
            return None
    if said.code == "z":
        first = arithmetic.hijri_day(said.number, 1, 1)
        if first is None:
            return None
        last = arithmetic.back(first, -353)
        return Reading(DateInterval(first, last, DatePrecision.YEAR), DateKind.ABSOLUTE)
    interval = arithmetic.whole_year(said.number)
    part = _first(tokens, "R")
    if part is not None and part.word is not None:
        interval = arithmetic.part_of(interval, part.word.value)
    if _first(tokens, "A") is not None:
        return Reading(interval, DateKind.PERIOD)
    future = interval.start > publication.day
    return Reading(interval, DateKind.FUTURE if future else DateKind.ABSOLUTE)


Reader = Callable[[Sequence[Token], Publication, str], Reading | None]

READERS: dict[str, Reader] = {
    "full": read_full,
    "night_span": read_night_span,
    "weekday_date": read_weekday_date,
    "day_month": read_day_month,
    "anniversary": read_anniversary,
    "event_day": read_event_day,
    "weekday": read_weekday,
    "day": read_day,
    "after": read_after,
    "window": read_window,
    "ago": read_ago,
    "month": read_month,
    "part_of": read_part_of,
    "year": read_year,
}
"""The reader of each named alternative of `GRAMMAR`."""
