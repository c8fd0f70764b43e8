"""What a date expression means, and the publication that it is read against.

Place in the flow: the values of the date readers.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from workers.model import DateInterval

_EVENING_HOUR = 15
_LATE_HOUR = 19
"""UTC: after it the local day of outlets from Pakistan (UTC+5) westward may be the next one."""


class DateKind(StrEnum):
    """What a date expression leans on.

    After an event: what the sentence tells came so many days after the event named next ("a day
    after", "غداة"); event-relative: what is told next came before or after one told already.
    """

    ABSOLUTE = "absolute"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    ANNIVERSARY = "anniversary"
    EVENT_RELATIVE = "event_relative"
    AFTER_EVENT = "after_event"
    PERIOD = "period"
    FUTURE = "future"


class Reading(NamedTuple):
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

    @property
    def is_late(self) -> bool:
        """Whether the day may be over where the outlet is, though not in UTC."""
        return self.is_utc and self.hour >= _LATE_HOUR

    @property
    def is_before_evening(self) -> bool:
        """Whether the day's own night is still to come, so that a night told is the last one."""
        return self.hour < _EVENING_HOUR
