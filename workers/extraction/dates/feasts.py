"""The days of feasts: when a feast of a calendar fell last, not after publication.

Place in the flow: named by `dates.grammar`, called by `dates` through `dates.readers`. A feast
dates what is told of it only while it is near ("on Palm Sunday"): one that lies weeks back is the
name of an old attack or of nothing that happened.
"""

from datetime import date, timedelta

from workers.extraction.dates import arithmetic
from workers.extraction.dates.model import DateKind, Reading
from workers.extraction.dates.phrase import Phrase
from workers.model import DateInterval, DatePrecision

_NEAR_DAYS = 10
"""Days from a feast to publication within which "on the feast" needs no year."""
_MOON_DAYS = 1
"""Days by which a sighted moon may differ from the tabular calendar."""
_AHEAD = ("قبل ", "قبيل ", "عشيه ", "before ", "ahead of ", "until ", "حتي ", "ل")
"""Words that only look ahead to the feast or back at it."""
_AHEAD_REACH = 10


def read_feast(phrase: Phrase) -> Reading | None:
    """The latest day of the feast, if it is near publication."""
    word = phrase.first("H")
    if word is None or word.word is None or phrase.before(_AHEAD_REACH).endswith(_AHEAD):
        return None
    published = phrase.publication.day
    calendar, _, rest = word.word.value.partition(" ")
    year = phrase.year
    days = [
        day
        for each in ([year] if year is not None else [published.year, published.year - 1])
        for day in _days_of(calendar, rest, each, phrase)
        if day <= published
    ]
    if not days or (year is None and (published - max(days)).days > _NEAR_DAYS):
        return None
    latest = max(days)
    if calendar != "hijri":
        return Reading(arithmetic.one_day(latest), DateKind.ABSOLUTE, phrase.night)
    end = min(latest + timedelta(days=_MOON_DAYS), published)
    precision = DatePrecision.DAY if end == latest else DatePrecision.TWO_TO_SIX_DAYS
    return Reading(DateInterval(latest, end, precision), DateKind.ABSOLUTE, phrase.night)


def _days_of(calendar: str, rest: str, year: int, phrase: Phrase) -> list[date]:
    """The days on which a feast falls in a year: two where churches differ."""
    numbers = [int(number) for number in rest.split()]
    match calendar:
        case "easter":
            return [
                easter + timedelta(days=numbers[0])
                for easter in (_western_easter(year), _eastern_easter(year))
            ]
        case "fixed":
            found = arithmetic.day_in(year, numbers[0], numbers[1])
            return [found] if found else []
        case _:
            found = arithmetic.nearest_past_hijri(phrase.publication.day, numbers[0], numbers[1])
            return [found] if found else []


def _western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: the anonymous computus of 1876."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _eastern_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day (1900-2099). Source: Meeus."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
