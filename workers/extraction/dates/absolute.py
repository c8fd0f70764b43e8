"""Readers of expressions that name a day, a weekday, a month or a year.

Place in the flow: named by `dates.grammar`, called by `dates` through `dates.readers`. A reader
answers None where the words are no date after all.
"""

import re
from datetime import date

from workers.extraction.dates import arithmetic
from workers.extraction.dates.lexing import Token
from workers.extraction.dates.model import DateKind, Publication, Reading
from workers.extraction.dates.phrase import Phrase
from workers.model import DateInterval, DatePrecision

_NEIGHBOURS = 1
"""Days between a printed date and its weekday that are a misprint, not another week."""
_DAYS_MAX = 6


def read_full(phrase: Phrase) -> Reading | None:
    """A date all in figures, with a weekday or not."""
    full = phrase.first("I")
    return _against_weekday(_of_day(full.day if full else None, phrase), phrase)


def read_weekday_date(phrase: Phrase) -> Reading | None:
    """A weekday with its day and month."""
    short = phrase.first("i")
    if short is None or short.number is None:
        return _against_weekday(read_day_month(phrase), phrase)
    day, month = divmod(short.number, 100)
    found = arithmetic.nearest_past(phrase.publication.day, month, day)
    return _against_weekday(_of_day(found, phrase), phrase)


def _of_day(day: date | None, phrase: Phrase) -> Reading | None:
    """A reading of one day; one that lies ahead is a future one."""
    if day is None:
        return None
    ahead = day > phrase.publication.day + arithmetic.TOLERANCE
    kind = DateKind.FUTURE if ahead else DateKind.ABSOLUTE
    return Reading(arithmetic.one_day(day), kind, night=phrase.night)


def _against_weekday(reading: Reading | None, phrase: Phrase) -> Reading | None:
    """The reading, marked as a conflict where the weekday beside it is another.

    Where the weekday's latest day is a neighbour of the printed one, the figure is a misprint.
    """
    weekday = phrase.first("Wv")
    if reading is None or reading.interval is None or weekday is None or weekday.number is None:
        return reading
    printed = reading.interval.start
    if printed.isoweekday() == weekday.number:
        return reading
    latest = arithmetic.latest_weekday(phrase.publication.day, weekday.number)
    if abs((latest - printed).days) <= _NEIGHBOURS:
        return reading._replace(interval=arithmetic.one_day(latest), conflict=True)
    return reading._replace(conflict=True)


_NAMED_AFTER = re.compile(
    r"\b[وفبلك]?(?:ال)?(?:ثوره|ثوار|انتفاضه|حركه|كتيبه|كتايب|لواء|شهداء|سرايا|قوات|قوي|تحالف|ميدان|"
    r"ساحه|شارع|جسر|حي|مدينه|مستشفي|جامعه|مدرسه|ملعب|استاد|مطار|قاعه|مخيم|بوابه|اتفاق|اتفاقيه) $"
)
_NAMES = re.compile(
    r",? (?:bridge|street|square|brigades?|revolution|movement|coalition|district|hospital|"
    r"university|stadium|uprising)\b"
)
_NAME_REACH = 14


def read_day_month(phrase: Phrase) -> Reading | None:
    """A day or a range of days of a month; days joined by "and" are split before.

    None where it is the name of a street, a movement, a brigade.
    """
    if _NAMED_AFTER.search(phrase.before(_NAME_REACH)) or _NAMES.match(phrase.after(_NAME_REACH)):
        return None
    numbers = [token.number for token in phrase.all("do") if token.number is not None]
    if not numbers:
        return None
    if phrase.unit_said == "day":
        return _first_days(phrase)
    first = _dated(phrase, numbers[0])
    reading = _of_day(first, phrase)
    last = _dated(phrase, numbers[-1]) if len(numbers) > 1 else first
    if reading is None or first is None or last is None or last <= first:
        return reading
    short = (last - first).days <= _DAYS_MAX
    precision = DatePrecision.TWO_TO_SIX_DAYS if short else DatePrecision.WEEK
    return reading._replace(interval=DateInterval(first, last, precision))


def _first_days(phrase: Phrase) -> Reading | None:
    """The early part of the month of "the first days of February"."""
    month = read_month(phrase)
    if month is None or month.interval is None:
        return None
    return month._replace(interval=arithmetic.part_of(month.interval, "early"))


def _dated(phrase: Phrase, day: int) -> date | None:
    """The date of day number `day` in the month that is named."""
    month = phrase.month
    published = phrase.publication.day
    if month is None or month.number is None:
        return _in_this_month(phrase, day)
    if month.word is not None and month.word.hijri:
        hijri = phrase.first("z")
        if hijri is not None and hijri.number is not None:
            return arithmetic.hijri_day(hijri.number, month.number, day)
        return arithmetic.nearest_past_hijri(published, month.number, day)
    year = phrase.year
    if year is not None and _CLOCK.match(phrase.after(_CLOCK_REACH)) is None:
        return arithmetic.day_in(year, month.number, day)
    if phrase.modifier == "X":
        return arithmetic.next_future(published, month.number, day)
    return arithmetic.nearest_past(published, month.number, day)


_CLOCK = re.compile(r" ?(?:hrs?|hours|h|gmt|utc|lt|local time|local)\b")
"""Behind four figures: a time of the day ("12 June, 1900 hrs"), no year."""
_CLOCK_REACH = 12
_WHOLE_PARTS = 4
"""Ordinals up to this also number the halves and weeks "of the month"."""


def _in_this_month(phrase: Phrase, day: int) -> date | None:
    """The date of "the 18th of this month", "of last month" or just "of the month"."""
    if phrase.unit_said != "month":
        return None
    published = phrase.publication.day
    shift = 1 if phrase.modifier == "L" else 0
    if not phrase.modifier:
        if day <= _WHOLE_PARTS:
            return None
        shift = 1 if day > published.day else 0
    year, month = arithmetic.months_back(published.year, published.month, shift)
    return arithmetic.day_in(year, month, day)


def read_night_span(phrase: Phrase) -> Reading | None:
    """Both days of "ليل السبت-الأحد" or "overnight into Sunday": either may be meant."""
    named = [token.number or 1 for token in phrase.all("W")[:2]]
    first, second = named if len(named) > 1 else ((named[0] - 2) % 7 + 1, named[0])
    latest = arithmetic.latest_weekday(phrase.publication.day, first)
    if second != first % 7 + 1:
        return Reading(arithmetic.one_day(latest), DateKind.WEEKDAY, night=phrase.night)
    end = min(arithmetic.back(latest, -1), phrase.publication.day)
    precision = DatePrecision.DAY if end == latest else DatePrecision.TWO_TO_SIX_DAYS
    return Reading(DateInterval(latest, end, precision), DateKind.WEEKDAY, night=True)


_SCHEDULED_REACH = 32
# What is to happen on the day: "الانتخابات المقررة يوم الأحد", "elections due on Sunday".
_SCHEDULED = re.compile(
    r"\b(?:ال)?(?:مقرر|مقرره|مزمع|مرتقب|مرتقبه|منتظر|منتظره)(?: \w+){0,2} $"
    r"|\b(?:scheduled|slated|due|planned|set) (?:\w+ ){0,2}(?:on|for) $"
)


def read_weekday(phrase: Phrase) -> Reading | None:
    """A weekday: the latest such day not after publication, or the next one if it says so."""
    weekday = phrase.first("W")
    if weekday is None or weekday.number is None:
        return None
    publication, modifier = phrase.publication, phrase.modifier
    if modifier == "X" or _SCHEDULED.search(phrase.before(_SCHEDULED_REACH)):
        coming = arithmetic.next_weekday(publication.day, weekday.number)
        return Reading(arithmetic.one_day(coming), DateKind.FUTURE)
    if not modifier and _already_tomorrow(publication, weekday.number):
        found = arithmetic.back(publication.day, -1)
    else:
        last = modifier == "L"
        found = arithmetic.latest_weekday(publication.day, weekday.number, strictly_before=last)
        if phrase.before_last:
            found = arithmetic.back(found, 7)
        elif found == publication.day and _is_night_before(phrase):
            found = arithmetic.back(found, 1)
    conflict = _disputed(phrase, found)
    return Reading(arithmetic.one_day(found), DateKind.WEEKDAY, phrase.night, conflict)


_NIGHT = frozenset({"ليل", "ليله", "night"})


def _is_night_before(phrase: Phrase) -> bool:
    """Whether the day's night has not come yet: "ليلة الأحد" in Sunday's morning paper is the last.

    Not "after midnight on Sunday".
    """
    part = phrase.first("Pp")
    return (
        part is not None
        and phrase.publication.is_before_evening
        and phrase.text[part.start : part.end] in _NIGHT
    )


def _already_tomorrow(publication: Publication, weekday: int) -> bool:
    """Whether a feed in UTC prints the local weekday, which has begun where the outlet is."""
    return publication.is_late and arithmetic.back(publication.day, -1).isoweekday() == weekday


def _disputed(phrase: Phrase, found: date) -> bool:
    """Whether "today" or "yesterday" beside the weekday means another day; midnight is forgiven."""
    stated = phrase.first("TE")
    if stated is None:
        return False
    expected = arithmetic.back(phrase.publication.day, 0 if stated.code == "T" else 1)
    return abs((expected - found).days) > 1


def read_month(phrase: Phrase) -> Reading | None:
    """A month without a day: the latest one that has begun, or the year's that is said."""
    month = phrase.month
    if month is None or month.number is None:
        return None
    interval = _month_interval(month, month.number, phrase)
    if interval is None:
        return None
    if phrase.part:
        interval = arithmetic.part_of(interval, phrase.part)
    return _ahead_or(interval, DateKind.ABSOLUTE, phrase)


def _ahead_or(interval: DateInterval, kind: DateKind, phrase: Phrase) -> Reading:
    ahead = interval.start > phrase.publication.day
    return Reading(interval, DateKind.FUTURE if ahead else kind)


def _month_interval(month: Token, number: int, phrase: Phrase) -> DateInterval | None:
    if month.word is not None and month.word.hijri:
        first = _dated(phrase, 1)
        if first is not None and phrase.modifier == "L" and not phrase.has("z"):
            first = _ended_before(phrase.publication.day, first, number)
        if first is None:
            return None
        return DateInterval(first, arithmetic.back(first, -28), DatePrecision.MONTH)
    year = phrase.year
    if year is not None:
        return arithmetic.whole_month(year, number)
    day = phrase.publication.day
    year = day.year if number <= day.month else day.year - 1
    if phrase.modifier == "X":
        year = day.year if number > day.month else day.year + 1
    elif phrase.modifier == "L" and number == day.month:
        year -= 1
    return arithmetic.whole_month(year, number)


def _ended_before(published: date, first: date, number: int) -> date | None:
    """The first day of the latest such Hijri month that had ended before publication."""
    if arithmetic.back(first, -_HIJRI_MONTH) < published:
        return first
    return arithmetic.nearest_past_hijri(arithmetic.back(first, _HIJRI_MONTH), number, 1)


_HIJRI_MONTH = 30


def read_season(phrase: Phrase) -> Reading | None:
    """The three months of a season: of the year that is said, or of the latest such season."""
    season = phrase.first("s")
    if season is None or season.word is None:
        return None
    month = int(season.word.value)
    published = phrase.publication.day
    year = phrase.year
    if year is None:
        year = published.year if month < published.month else published.year - 1
    first = date(year, month, 1)
    last = arithmetic.whole_month(*arithmetic.months_back(year, month, -2)).end
    interval = DateInterval(first, last, DatePrecision.YEAR)
    return _ahead_or(interval, DateKind.ABSOLUTE, phrase)


def read_this_day(phrase: Phrase) -> Reading | None:
    """The same day and month of another year ("في مثل هذا اليوم من عام 2017")."""
    year = phrase.year
    if year is None or year >= phrase.publication.day.year:
        return None
    day = arithmetic.years_back(phrase.publication.day, phrase.publication.day.year - year)
    return Reading(arithmetic.one_day(day), DateKind.ANNIVERSARY)


_YEAR_BEFORE = re.compile(
    r"(?<!\w)[وف]?(?:في|منذ|بعد|قبل|حتي|ل|هجوم|هجومي|هجمات|تفجير|تفجيرات|حرب|in|since|of|until|from|"
    r"during|by|the) $|\($"
)
"""What a bare year follows: a preposition, an attack, a bracket."""
_BEFORE_REACH = 10


def read_year(phrase: Phrase) -> Reading | None:
    """A year, after the word year, a preposition or the name of what happened in it."""
    said = phrase.first("yz")
    if said is None or said.number is None:
        return None
    if len(phrase.tokens) == 1 and not _YEAR_BEFORE.search(phrase.before(_BEFORE_REACH)):
        return None
    if said.code == "z":
        return _hijri_year(said.number)
    interval = arithmetic.whole_year(said.number)
    if phrase.part:
        interval = arithmetic.part_of(interval, phrase.part)
    return _ahead_or(interval, DateKind.PERIOD if phrase.has("A") else DateKind.ABSOLUTE, phrase)


def _hijri_year(year: int) -> Reading | None:
    first = arithmetic.hijri_day(year, 1, 1)
    if first is None:
        return None
    last = arithmetic.back(first, -353)
    return Reading(DateInterval(first, last, DatePrecision.YEAR), DateKind.ABSOLUTE)
