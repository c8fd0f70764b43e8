"""Calendar arithmetic: from the parts of a date expression to the days that it means.

Place in the flow: under the date readers. All functions take the day of publication (in the
outlet's own zone) and answer with an interval, both ends included, and its UCDP precision.
"""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

from workers.model import DateInterval, DatePrecision

TOLERANCE = timedelta(days=2)
"""A day and month without a year may lie this far ahead of publication (time zones, misprints)."""

YEAR_MIN, YEAR_MAX = 1900, 2100


def one_day(day: date, precision: DatePrecision = DatePrecision.DAY) -> DateInterval:
    """The interval of a single day."""
    return DateInterval(day, day, precision)


def back(day: date, days: int) -> date:
    """The day `days` earlier (later if negative), kept inside the calendar."""
    ordinal = min(
        max(day.toordinal() - days, date(YEAR_MIN, 1, 1).toordinal()),
        date(YEAR_MAX, 12, 31).toordinal(),
    )
    return date.fromordinal(ordinal)


def latest_weekday(published: date, weekday: int, *, strictly_before: bool = False) -> date:
    """The latest day of ISO weekday `weekday` not after publication (or strictly before it)."""
    days = (published.isoweekday() - weekday) % 7
    if strictly_before and days == 0:
        days = 7
    return back(published, days)


def next_weekday(published: date, weekday: int) -> date:
    """The first day of ISO weekday `weekday` after publication."""
    days = (weekday - published.isoweekday()) % 7 or 7
    return back(published, -days)


def day_in(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def sane_day(year: int, month: int, day: int) -> date | None:
    """The date in a year that news can name, None otherwise."""
    return day_in(year, month, day) if YEAR_MIN <= year <= YEAR_MAX else None


def nearest_past(published: date, month: int, day: int) -> date | None:
    """The latest such day and month that is not after publication by more than the tolerance."""
    for year in range(published.year + 1, published.year - 8, -1):
        found = day_in(year, month, day)
        if found is not None and found <= published + TOLERANCE:
            return found
    return None


def next_future(published: date, month: int, day: int) -> date | None:
    """The first such day and month after publication."""
    for year in range(published.year, published.year + 9):
        found = day_in(year, month, day)
        if found is not None and found > published:
            return found
    return None


def whole_month(year: int, month: int) -> DateInterval:
    """The days of a month."""
    last = monthrange(year, month)[1]
    return DateInterval(date(year, month, 1), date(year, month, last), DatePrecision.MONTH)


def whole_year(year: int) -> DateInterval:
    """The days of a year."""
    return DateInterval(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)


def months_back(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month `months` earlier."""
    index = year * 12 + month - 1 - months
    return index // 12, index % 12 + 1


def years_back(day: date, years: int) -> date:
    """The same day `years` earlier; 29 February becomes 28 February in a common year."""
    year = min(max(day.year - years, YEAR_MIN), YEAR_MAX)
    return day_in(year, day.month, day.day) or date(year, 2, 28)


def part_of(interval: DateInterval, part: str) -> DateInterval:
    """The early, middle or late third of a month or a year.

    Source: thirds are chosen; in agency copy أوائل, منتصف and أواخر name about ten days of a month.
    """
    days = (interval.end - interval.start).days + 1
    third = days // 3
    start, end = interval.start, interval.end
    match part:
        case "early":
            end = start + timedelta(days=third - 1)
        case "mid":
            start, end = start + timedelta(days=third), end - timedelta(days=third)
        case _:
            start = end - timedelta(days=third - 1)
    return DateInterval(start, end, interval.precision)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Umm al-Qura calendar, None outside 1343-1500."""
    try:
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def nearest_past_hijri(published: date, month: int, day: int) -> date | None:
    """The latest such Hijri day and month not after publication by more than the tolerance."""
    # A Hijri year is 354 days: 0.970 Gregorian years. Source: mean lunar year.
    about = int((published.year - 622) * 1.0307) + 2
    for year in range(about, about - 5, -1):
        found = hijri_day(year, month, day)
        if found is not None and found <= published + TOLERANCE:
            return found
    return None
