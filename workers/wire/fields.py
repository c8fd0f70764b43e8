"""Typed reading of decoded JSON: a field's value, or a refusal that names reason and field path.

Place in the flow: under the decoders of this package. Refusals travel as one private exception from
the field up to the decoder's `reading` and leave it as a `Rejected`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import TypeVar

import orjson

from workers.model import Rejected, RejectReason

E = TypeVar("E", bound=Enum)
R = TypeVar("R")

_UTF8_MARK = b"\xef\xbb\xbf"

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d{1,9}))?"
    r"([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
"""RFC 3339 section 5.6 `date-time`, fractions of up to a nanosecond."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

YEAR_MIN, YEAR_MAX = 1900, 2200
"""Outside of these a time is a feed's mistake; within, time arithmetic cannot overflow."""

_KINDS: dict[type, str] = {
    str: "string", int: "integer", float: "number", bool: "boolean", list: "array", dict: "object",
    type(None): "null",
}  # fmt: skip


class RefusedError(Exception):
    """Carries a refusal from a field to the decoder. Never leaves this package."""

    def __init__(self, reason: RejectReason, path: str, what: str) -> None:
        super().__init__(what)
        self.rejected = Rejected(reason, f"{path}: {what}" if path else what)


def reading(value: bytes | None, build: Callable[["Fields"], R], size_max: int) -> R | Rejected:
    """What `build` makes of the JSON object in `value`, or the refusal; never raises."""
    if value is None:
        return Rejected(RejectReason.NULL_VALUE, "the message has no value")
    if len(value) > size_max:
        return Rejected(RejectReason.TOO_LARGE, f"{len(value)} bytes, at most {size_max}")
    try:
        return build(Fields(_parsed(value)))
    except RefusedError as refused:
        return refused.rejected


def _parsed(value: bytes) -> dict[str, object]:
    try:
        parsed = orjson.loads(value.removeprefix(_UTF8_MARK))
    except orjson.JSONDecodeError as error:
        try:
            value.decode("utf-8")
        except UnicodeDecodeError as wrong:
            what = f"byte {wrong.start} is not UTF-8"
            raise RefusedError(RejectReason.NOT_UTF8, "", what) from None
        raise RefusedError(RejectReason.NOT_JSON, "", str(error)) from None
    if not isinstance(parsed, dict):
        what = f"expected an object, got {_kind(parsed)}"
        raise RefusedError(RejectReason.NOT_OBJECT, "", what)
    return parsed


def _kind(value: object) -> str:
    return _KINDS.get(type(value), type(value).__name__)


def refuse(reason: RejectReason, path: str, what: str) -> RefusedError:
    """The exception to raise for a field at `path`."""
    return RefusedError(reason, path, what)


class Fields:
    """One JSON object and its place in the record. `null` and absent are the same: unknown.

    Paths are spelled out only when a field is refused.
    """

    __slots__ = ("_index", "_name", "_parent", "_values")

    def __init__(
        self,
        values: dict[str, object],
        parent: "Fields | None" = None,
        name: str = "",
        index: int | None = None,
    ) -> None:
        self._values = values
        self._parent = parent
        self._name = name
        self._index = index

    def path(self, name: str) -> str:
        """The field's path from the root, such as `actors[0].name`."""
        if self._parent is None:
            return name
        index = "" if self._index is None else f"[{self._index}]"
        return f"{self._parent.path(self._name)}{index}.{name}"

    def has(self, name: str) -> bool:
        """Whether the field holds anything but null."""
        return self._values.get(name) is not None

    def _typed(self, name: str, kind: type[R]) -> R:
        value = self._values.get(name)
        if value is None:
            raise refuse(RejectReason.MISSING_FIELD, self.path(name), "is required")
        # type(), not isinstance: a JSON true is no integer.
        if type(value) is not kind:
            what = f"expected {_KINDS[kind]}, got {_kind(value)}"
            raise refuse(RejectReason.WRONG_TYPE, self.path(name), what)
        return value

    def text(self, name: str, length_max: int | None = None) -> str:
        """A string of at most `length_max` code points."""
        value = self._values.get(name)
        if type(value) is not str:
            value = self._typed(name, str)
        if length_max is not None and len(value) > length_max:
            what = f"{len(value)} characters, at most {length_max}"
            raise refuse(RejectReason.TOO_LARGE, self.path(name), what)
        return value

    def optional_text(self, name: str) -> str | None:
        """A string, or None where it is not known."""
        value = self._values.get(name)
        return value if value is None or type(value) is str else self._typed(name, str)

    def word(self, name: str, length_max: int | None = None) -> str:
        """A string that is not blank."""
        value = self.text(name, length_max)
        if not value or value.isspace():
            raise refuse(RejectReason.BAD_VALUE, self.path(name), "must not be blank")
        return value

    def flag(self, name: str) -> bool:
        """A boolean."""
        return self._typed(name, bool)

    def whole(self, name: str, low: int | None = 0) -> int:
        """An integer of at least `low`."""
        value = self._typed(name, int)
        if low is not None and value < low:
            what = f"expected at least {low}, got {value}"
            raise refuse(RejectReason.BAD_VALUE, self.path(name), what)
        return value

    def number(self, name: str, low: float | None = None, high: float | None = None) -> float:
        """A number within `low..high`; integers are numbers."""
        given = self._values.get(name)
        value = float(given) if type(given) is int else self._typed(name, float)
        if (low is not None and value < low) or (high is not None and value > high):
            what = f"expected {low}..{high}, got {value}"
            raise refuse(RejectReason.BAD_VALUE, self.path(name), what)
        return value

    def choice(self, name: str, choices: type[E]) -> E:
        """A member of a closed set, by its value."""
        kind, members = _members(choices)
        value: object = self._typed(name, kind)
        member: E | None = members.get(value)
        if member is None:
            what = f"{value!r:.40} is not one of {', '.join(map(str, members))}"
            raise refuse(RejectReason.BAD_VALUE, self.path(name), what)
        return member

    def moment(self, name: str) -> datetime:
        """An RFC 3339 time with its offset kept."""
        value = self.text(name)
        moment = parse_moment(value)
        if moment is None:
            what = f"expected an RFC 3339 time with an offset, got {value[:40]!r}"
            raise refuse(RejectReason.BAD_DATE, self.path(name), what)
        return moment

    def day(self, name: str) -> date:
        """An ISO 8601 calendar date, `YYYY-MM-DD`."""
        value = self.text(name)
        day = parse_day(value)
        if day is None:
            what = f"expected YYYY-MM-DD, got {value[:40]!r}"
            raise refuse(RejectReason.BAD_DATE, self.path(name), what)
        return day

    def inner(self, name: str) -> "Fields":
        """The object in a field."""
        return Fields(self._typed(name, dict), self, name)

    def _elements(self, name: str) -> list[object]:
        return self._typed(name, list) if self.has(name) else []

    def objects(self, name: str) -> Iterator["Fields"]:
        """The objects of an array; an absent one is empty."""
        for index, element in enumerate(self._elements(name)):
            if not isinstance(element, dict):
                what = f"expected object, got {_kind(element)}"
                raise refuse(RejectReason.WRONG_TYPE, f"{self.path(name)}[{index}]", what)
            yield Fields(element, self, name, index)

    def words(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """The strings of an array; an absent one is empty, or refused where it is required."""
        if required:
            self._typed(name, list)
        found = []
        for index, element in enumerate(self._elements(name)):
            if not isinstance(element, str):
                what = f"expected string, got {_kind(element)}"
                raise refuse(RejectReason.WRONG_TYPE, f"{self.path(name)}[{index}]", what)
            found.append(element)
        return tuple(found)


@cache
def _members(choices: type[E]) -> tuple[type, dict[object, E]]:
    """The type of a closed set's values, and its members by value."""
    members: dict[object, E] = {member.value: member for member in choices}
    return type(next(iter(members))), members


@lru_cache(maxsize=4096)
def parse_moment(text: str) -> datetime | None:
    """The aware time that an RFC 3339 string says, None when it says none.

    A leap second becomes the second before it, digits beyond a microsecond are dropped.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    day, minutes, second, fraction, offset = found.groups()
    second = "59" if second == "60" else second
    fraction = (fraction or "").ljust(6, "0")[:6]
    offset = "+00:00" if offset in "Zz" else offset
    try:
        moment = datetime.fromisoformat(f"{day}T{minutes}:{second}.{fraction}{offset}")
    except ValueError:
        return None
    return moment if YEAR_MIN <= moment.year <= YEAR_MAX else None


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date | None:
    """The calendar date that `YYYY-MM-DD` says, None when it says none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def moment_text(moment: datetime) -> str:
    """The RFC 3339 spelling of an aware time: its own offset kept, UTC as `Z`."""
    text = moment.isoformat()
    return text[: -len("+00:00")] + "Z" if text.endswith("+00:00") else text
