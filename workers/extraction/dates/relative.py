"""Readers of expressions that lean on the publication or on another event.

Place in the flow: named by `dates.grammar`, called by `dates` through `dates.readers`. A reader
answers None where the words are no date after all.
"""

import re
from datetime import date

from workers.extraction.dates import arithmetic
from workers.extraction.dates.model import DateKind, Publication, Reading
from workers.extraction.dates.phrase import Phrase
from workers.model import DateInterval, DatePrecision

_DAYS_BACK = {"T": 0, "K": 0, "E": 1, "F": 2, "N": 1, "G": -1, "D": -2}
"""Days between the word and publication, by code: today, tonight, yesterday, ..., tomorrow."""


def read_day(phrase: Phrase) -> Reading | None:
    """Today, yesterday, last night, tomorrow, this morning."""
    token = phrase.first("TKEFNGD")
    code = token.code if token is not None else "T"
    day = arithmetic.back(phrase.publication.day, _DAYS_BACK[code])
    kind = DateKind.FUTURE if code in "GD" else DateKind.RELATIVE
    return Reading(arithmetic.one_day(day), kind, night=code in "NK" or phrase.night)


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
"""A plural without a number: how many days back it begins and ends.

Source: chosen; 3 to 10 units is the range of the Arabic plural of paucity.
"""
_DAY_EXACT_MAX = 7
"""More days than a week are counted in round numbers."""


def before(day: date, unit: str, count: int | None, *, hedged: bool = False) -> DateInterval | None:
    """The days that lie `count` units before `day`, as exactly as the unit tells."""
    if count is None:
        begin, end, precision = _VAGUE[unit]
        return DateInterval(arithmetic.back(day, begin), arithmetic.back(day, end), precision)
    if count > _COUNT_MAX[unit]:
        return None
    if unit in _WIDTHS and (hedged or unit != "day" or count > _DAY_EXACT_MAX):
        width, precision = _WIDTHS[unit] if count > 1 or unit != "week" else _WIDTHS["day"]
        return _around(_units_back(day, unit, count), width, precision)
    if unit in {"hour", "day"}:
        days = round(count / 24) if unit == "hour" else count
        return arithmetic.one_day(arithmetic.back(day, days))
    years = count * (10 if unit == "decade" else 1)
    return arithmetic.whole_year(arithmetic.years_back(day, years).year)


_WIDTHS = {
    "day": (1, DatePrecision.TWO_TO_SIX_DAYS),
    "week": (3, DatePrecision.WEEK),
    "month": (15, DatePrecision.MONTH),
}
"""Days either way that a round count leaves open, and the precision; a week is told to the day."""


def _units_back(day: date, unit: str, count: int) -> date:
    """The day `count` days, weeks or months earlier."""
    if unit == "month":
        year, month = arithmetic.months_back(day.year, day.month, count)
        return date(year, month, min(day.day, 28))
    return arithmetic.back(day, count * _UNIT_DAYS[unit])


def _around(centre: date, width: int, precision: DatePrecision) -> DateInterval:
    return DateInterval(arithmetic.back(centre, width), arithmetic.back(centre, -width), precision)


def read_ago(phrase: Phrase) -> Reading | None:
    """So many units before publication ("قبل يومين", "two weeks ago"), or before an event."""
    unit, count = phrase.unit
    head = phrase.first("AS")
    if head is not None:
        if head.code == "A" and phrase.after(4).startswith((" من ", " علي")):
            within = "مرور" in phrase.text[head.end : phrase.tokens[-1].start]
            return _after_event(unit, count) if within else _from_event(unit, count, -1)
        if head.code == "S" and phrase.text[head.start].isascii():
            return None
    interval = before(phrase.publication.day, unit, count, hedged=phrase.has("h"))
    return None if interval is None else Reading(interval, DateKind.RELATIVE)


_AFTER_DAYS_MAX = 2
"""Days after an event up to which both are told as one news; what lies farther back is recalled."""
_HOURS_OF_DAY = 20
"""Hours from which "less than 24 hours after" is told of the day after."""


def _from_event(unit: str, count: int | None, sign: int) -> Reading:
    """So many units after an event (before it: sign -1), in days if the unit tells them."""
    days: int | None = None
    if unit == "hour":
        days = sign * round((count or 0) / 24) if (count or 0) >= _HOURS_OF_DAY else 0
    elif count is not None and count <= _COUNT_MAX[unit]:
        days = sign * count * _UNIT_DAYS[unit]
    return Reading(None, DateKind.EVENT_RELATIVE, offset_days=days)


def _after_event(unit: str, count: int | None) -> Reading:
    """So many units after the event that is named next ("a day after", "بعد يومين من")."""
    reading = _from_event(unit, count, 1)
    if reading.offset_days is None or reading.offset_days > _AFTER_DAYS_MAX:
        return reading
    return reading._replace(kind=DateKind.AFTER_EVENT)


_OF_EVENT = re.compile(
    r" (?:(?:واحده?|كامل|كامله|قليله|معدوده|فقط|تقريبا|ونصف(?: ال\w+)?) ){0,2}(?:من|علي|عن|of)\b"
)
_NEXT_DAY_OF = re.compile(
    r" ل(?:ل|هجوم|تفجير|قصف|مقتل|اغتيال|مجزره|انفجار|غاره|غارات|عمليه|ضربه|استهداف)"
)


def read_after(phrase: Phrase) -> Reading | None:
    """So many units after an event ("بعد ساعات من", "بعد يومين على")."""
    if _OF_EVENT.match(phrase.after(_OF_EVENT_REACH)) is None:
        return None
    unit, count = phrase.unit
    if count is None and unit != "hour" and _OF_ATTACK.match(phrase.after(_OF_EVENT_REACH)):
        return _after_event(unit, _DAYS_FEW)
    return _after_event(unit, count)


_OF_ATTACK = re.compile(
    r" (?:قليله )?(?:من|علي) (?:ال)?(?:مقتل|هجوم|هجمات|هجومين|تفجير|تفجيرات|اغتيال|مجزره|قصف|غاره|"
    r"غارات|استهداف|عمليه)\b"
)
_DAYS_FEW = 4
"""Units that a plural without a number means at least."""


_OF_EVENT_REACH = 24


_ELAPSED = re.compile(
    r"(?: (?:واحد|واحده|كامل|كامله|كاملان|كاملين|فقط|مضيا|مضت|مضي|مرت|مر|مرا|انقضت|انقضي)){0,2}"
    r" علي "
    r"(?:وقوع |حدوث |حادثه |جريمه )?(?:ال)?(?:مقتل|اغتيال|استشهاد|تفجير|انفجار|"
    r"هجوم|هجمات|قصف|غاره|غارات|مجزره|مذبحه|اعتداء|كمين|ضربه|خطف|اختطاف|تفجيرات|استهداف)"
    r"|(?: exactly)? on from (?:the |that |a |an |what )"
)
_ELAPSED_REACH = 60
_COUNTED_FROM = re.compile(
    r"\b(?:بعد|قبل|خلال|منذ|غضون|بعيد|العمر|عمره|عمرها|for|after|before|in|within) (?:\w+ )?$"
)
"""Before so many days: they are counted otherwise."""


def read_elapsed(phrase: Phrase) -> Reading | None:
    """So many days since an attack, told by themselves ("يومان على مقتل فلان")."""
    if _ELAPSED.match(phrase.after(_ELAPSED_REACH)) is None:
        return None
    if _COUNTED_FROM.search(phrase.before(_OF_EVENT_REACH)) is not None:
        return None
    unit, count = phrase.unit
    interval = before(phrase.publication.day, unit, count, hedged=phrase.has("h"))
    return None if interval is None else Reading(interval, DateKind.RELATIVE)


def read_event_day(phrase: Phrase) -> Reading | None:
    """The same day, the day before, two days later: told from another event."""
    fixed = phrase.first("V")
    if fixed is not None and fixed.word is not None:
        if fixed.word.value == "after":
            return _after_event("day", 1)
        offset = int(fixed.word.value)
        if offset > 0 and _NEXT_DAY_OF.match(phrase.after(_OF_EVENT_REACH)):
            return _after_event("day", offset)
        return Reading(None, DateKind.EVENT_RELATIVE, phrase.night, offset_days=offset)
    if phrase.has("B"):
        english = phrase.text[phrase.tokens[-1].start].isascii()
        again = phrase.after(_OF_EVENT_REACH).startswith((" day", " night", " week"))
        return _after_event(*phrase.unit) if english and not again else None
    return _from_event(*phrase.unit, -1 if phrase.has("Ye") else 1)


_ANNIVERSARY_MAX = 120


def read_anniversary(phrase: Phrase) -> Reading | None:
    """The day of the event that an anniversary recalls: its ordinal in years before publication.

    "A day after the second anniversary" gives the very day; without such words it is a week.
    """
    ordinal = phrase.first("on")
    if ordinal is None or ordinal.number is None or ordinal.number > _ANNIVERSARY_MAX:
        return None
    day = phrase.publication.day
    unit, count = phrase.unit
    exact = phrase.has("B") and unit == "day" and count is not None and count <= _COUNT_MAX[unit]
    if exact and count is not None:
        day = arithmetic.back(day, count)
    recalled = arithmetic.years_back(day, ordinal.number)
    if exact:
        return Reading(arithmetic.one_day(recalled), DateKind.ANNIVERSARY)
    return Reading(_around(recalled, 3, DatePrecision.WEEK), DateKind.ANNIVERSARY)


def calendar_window(unit: str, shift: int, publication: Publication) -> DateInterval | None:
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


_SHIFTS = {"L": 1, "C": 0, "X": -1}


def read_window(phrase: Phrase) -> Reading | None:
    """Last week, this month, next year, the past three days, within 24 hours."""
    unit, count = phrase.unit
    modifier = phrase.modifier
    token = phrase.first("UJ")
    dual = token is not None and token.word is not None and token.word.value.endswith("2")
    if modifier and count is not None and not dual and not phrase.has("dn"):
        return _calendar_reading(phrase, unit, modifier)
    if modifier == "X" or (modifier == "" and not phrase.has("Q")):
        return None
    return _trailing_reading(unit, count, phrase.publication, recent=modifier != "")


def _trailing_reading(
    unit: str, count: int | None, publication: Publication, *, recent: bool
) -> Reading | None:
    """The days from so many units ago up to publication."""
    if count is None:
        days, _, precision = _VAGUE[unit]
    elif count > _COUNT_MAX[unit]:
        return None
    else:
        days = (count + 23) // 24 if unit == "hour" else count * _UNIT_DAYS[unit]
        precision = _precision_of(days)
    interval = DateInterval(arithmetic.back(publication.day, days), publication.day, precision)
    long = unit in {"month", "year", "decade"} or not recent
    return Reading(interval, DateKind.PERIOD if long else DateKind.RELATIVE)


_PRECISIONS = (
    (1, DatePrecision.DAY),
    (6, DatePrecision.TWO_TO_SIX_DAYS),
    (13, DatePrecision.WEEK),
    (60, DatePrecision.MONTH),
)
"""The longest span in days of each precision. Source: UCDP GED codebook, `date_prec`."""


def _precision_of(days: int) -> DatePrecision:
    return next((p for longest, p in _PRECISIONS if days <= longest), DatePrecision.YEAR)


def _calendar_reading(phrase: Phrase, unit: str, modifier: str) -> Reading | None:
    """Last, this or next day, week, month or year."""
    publication, shift = phrase.publication, _SHIFTS[modifier] + phrase.before_last
    if unit == "day" and modifier != "C":
        day = arithmetic.back(publication.day, shift)
        return Reading(arithmetic.one_day(day), DateKind.RELATIVE)
    if unit == "hour" and modifier == "L":
        return Reading(arithmetic.one_day(publication.day), DateKind.RELATIVE)
    interval = calendar_window(unit, shift, publication)
    if interval is None:
        return None
    if phrase.part:
        interval = arithmetic.part_of(interval, phrase.part)
    elif modifier == "C":
        interval = DateInterval(interval.start, publication.day, interval.precision)
    kind = DateKind.FUTURE if modifier == "X" else DateKind.RELATIVE
    return Reading(interval, kind)


def read_weekday_of_week(phrase: Phrase) -> Reading | None:
    """A weekday of this week or the last ("الاثنين من الأسبوع الماضي")."""
    weekday = phrase.first("W")
    if weekday is None or weekday.number is None or phrase.unit_said != "week":
        return None
    window = calendar_window(
        "week", _SHIFTS[phrase.modifier] + phrase.before_last, phrase.publication
    )
    if window is None:
        return None
    day = arithmetic.latest_weekday(window.end, weekday.number)
    return Reading(arithmetic.one_day(day), DateKind.WEEKDAY, phrase.night)


def read_weekend(phrase: Phrase) -> Reading | None:
    """The two days of the latest weekend that has begun, or of the next one."""
    token = phrase.first("k")
    if token is None or token.word is None:
        return None
    published = phrase.publication.day
    begin = int(token.word.value)
    ahead = phrase.modifier == "X"
    if ahead:
        start = arithmetic.next_weekday(published, begin)
    else:
        latest = arithmetic.latest_weekday(published, begin)
        running = (published - latest).days <= 1
        start = arithmetic.back(latest, 7) if running and phrase.modifier == "L" else latest
    interval = DateInterval(start, arithmetic.back(start, -1), DatePrecision.TWO_TO_SIX_DAYS)
    return Reading(interval, DateKind.FUTURE if ahead else DateKind.RELATIVE)


def read_part_of(phrase: Phrase) -> Reading | None:
    """The beginning, middle or end of the week, month or year that runs."""
    unit, _ = phrase.unit
    start = phrase.tokens[-1].start
    definite = (
        phrase.text[start - 2 : start] in {"ال", "لل"} or phrase.text[start - 4 : start] == "the "
    )
    interval = calendar_window(unit, 1 if phrase.modifier == "L" else 0, phrase.publication)
    if interval is None or not definite:
        return None
    return Reading(arithmetic.part_of(interval, phrase.part), DateKind.RELATIVE)
