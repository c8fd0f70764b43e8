"""Dates that belong to the page and not to the story: update lines, copyright, datelines.

Place in the flow: called by `dates` for each expression. A dateline tells when the report was
written ("BEIRUT, Feb 5 -", "13/11/2015 -", a line with the date alone), not when the attack was.
"""

import re
from datetime import date

from workers.extraction.dates.model import DateKind, Reading
from workers.model import DatePrecision

_BOILERPLATE = (
    "اخر تحديث", "تاريخ النشر", "تاريخ التحديث", "نشر في", "نشر بتاريخ", "نشر يوم", "نشرت في",
    "تم النشر", "حقوق النشر", "جميع الحقوق", "كل الحقوق", "©", "copyright", "last update",
    "updated:", "updated at", "published:", "published on", "posted on", "all rights reserved",
    "first published",
)  # fmt: skip
"""Words of a page's own lines. Source: own reading of news pages in both languages."""
_BOILERPLATE_REACH = 60
"""Characters before the date, in its line, that are searched for a page's own words."""

_CITY = re.compile(r"(?:[^\W\d_]+[ /,.'-]{1,3}){0,5}|[a-z]{1,4}/\d{1,6}, ?")
"""What may stand before the date of a dateline in its line: a city or two, a document's number."""
_CITY_WEEKDAY = re.compile(r"(?:[^\W\d_]+[ /,.'-]{1,3}){1,3}\(?")
_WEEKDAY_DASH = re.compile(
    r"(?:[,،]? (?:[^\W\d_]+ ?){1,2})?\)? ?(?:\([^()\n]{2,40}\) ?)?(?:-{1,2} |– |— |: )"
)
"""Before and behind the weekday of a dateline: a city or two, the hour, a dash."""
_CITY_MAX = 36
_AGENCY = re.compile(
    r"\)? ?(?:م )?(?:[,،] ?(?:[^\W\d_]+[ ,/'-]{1,3}){0,3})?(?:\([^()\n]{2,40}\) ?)?"
    r"(?:-{1,2} |/ ?[^\d\W][^/\n]{1,20} ?/)"
)
"""What follows the date of a dateline up to its dash: a city, the agency in brackets or slashes."""
_AGENCY_REACH = 80
_LINE_BEFORE = re.compile(r"(?:[^\W\d_]+[ /,.'|-]{1,3}){0,2}[ |/(-]{0,3}")
_LINE_AFTER_MAX = 24
"""Characters behind the date of a line that tells the date of the page and little else."""
_ENDING = frozenset(".!?؟:،,")
_WRITTEN_DAYS = 3
"""A dateline's date lies this near to publication."""


def is_of_page(text: str, start: int, end: int, reading: Reading, published: date) -> bool:
    """Whether the expression at `start:end` belongs to the page and not to the story."""
    line = text.rfind("\n", max(0, start - _BOILERPLATE_REACH), start) + 1
    before = text[max(line, start - _BOILERPLATE_REACH) : start]
    if any(words in before for words in _BOILERPLATE):
        return True
    if not line or not _is_dated_day(reading, published):
        return False
    if reading.kind is DateKind.WEEKDAY:
        return _names_weekday(text, line, start, end)
    return _heads_line(text, line, start, end)


def _is_dated_day(reading: Reading, published: date) -> bool:
    told = reading.interval
    return (
        told is not None
        and reading.kind in (DateKind.ABSOLUTE, DateKind.WEEKDAY)
        and told.precision == DatePrecision.DAY
        and abs((published - told.start).days) <= _WRITTEN_DAYS
    )


def _names_weekday(text: str, line: int, start: int, end: int) -> bool:
    """Whether a weekday stands in a dateline ("ISTANBUL (Wednesday, midday) -")."""
    if start - line > _CITY_MAX or _CITY_WEEKDAY.fullmatch(text, line, start) is None:
        return False
    return _WEEKDAY_DASH.match(text, end, end + _AGENCY_REACH) is not None


def _heads_line(text: str, line: int, start: int, end: int) -> bool:
    """Whether the date stands in a dateline, or in a short line that ends without a full stop."""
    if start - line > _CITY_MAX:
        return False
    if _CITY.fullmatch(text, line, start) and _AGENCY.match(text, end, end + _AGENCY_REACH):
        return True
    stop = text.find("\n", end, end + _LINE_AFTER_MAX + 1)
    if stop < 0:
        stop = len(text)
    if stop - end > _LINE_AFTER_MAX or text[stop - 1 : stop] in _ENDING:
        return False
    return _LINE_BEFORE.fullmatch(text, line, start) is not None
