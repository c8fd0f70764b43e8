"""The tokens of one date expression, with the questions that its readers ask of them.

Place in the flow: `dates` makes one `Phrase` an expression and hands it to the reader that the
grammar names.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workers.extraction.dates.lexing import Token
from workers.extraction.dates.model import Publication

_YEARS_BACK = {"L": 1, "C": 0, "X": -1, "": 0}


class Phrase(NamedTuple):
    """An expression's tokens without the gaps, the folded text they stand in, the publication."""

    tokens: Sequence[Token]
    text: str
    publication: Publication

    def all(self, codes: str) -> list[Token]:
        """The tokens of these kinds."""
        return [token for token in self.tokens if token.code in codes]

    def first(self, codes: str) -> Token | None:
        """The first token of one of these kinds."""
        return next((token for token in self.tokens if token.code in codes), None)

    def has(self, codes: str) -> bool:
        """Whether there is a token of one of these kinds."""
        return self.first(codes) is not None

    @property
    def night(self) -> bool:
        """Whether the first part of the day that is said is the night, or it is "overnight"."""
        part = self.first("Pp")
        if part is None:
            return self.has("N")
        return part.word is not None and part.word.value == "night"

    @property
    def part(self) -> str:
        """Early, mid or late, "" where no part is said."""
        part = self.first("R")
        return part.word.value if part is not None and part.word is not None else ""

    @property
    def modifier(self) -> str:
        """The last of L (last), C (this), X (next), "" without one."""
        return _modifier(self.tokens)

    @property
    def before_last(self) -> bool:
        """Whether it is the one before the last ("الأسبوع قبل الماضي", "the week before last")."""
        return any(token.word is not None and token.word.value == "before" for token in self.tokens)

    @property
    def month(self) -> Token | None:
        """The month's name, the sure one of two."""
        return self.first("M") or self.first("u")

    @property
    def year(self) -> int | None:
        """The Gregorian year that is named, by figure or as last, this or next year."""
        said = self.first("y")
        if said is not None:
            return said.number
        for index, token in enumerate(self.tokens):
            if token.code == "U" and token.word is not None and token.word.value.startswith("year"):
                near = _modifier(self.tokens[max(0, index - 1) : index + 3])
                return self.publication.day.year - _YEARS_BACK[near] - self.before_last
        return None

    @property
    def unit(self) -> tuple[str, int | None]:
        """The unit of time and how many; None for a plural without a number."""
        token = self.first("UJ")
        if token is None or token.word is None:
            return "day", 1
        name, _, said = token.word.value.partition(" ") if token.code == "U" else ("day", "", "1")
        number = self.first("dn")
        if number is not None and number.number is not None:
            return name, number.number
        return name, int(said) if said.isdigit() else None

    @property
    def unit_said(self) -> str:
        """The first unit of time that is named, "" without one; يوم before a date is none."""
        token = self.first("U")
        return token.word.value.partition(" ")[0] if token is not None and token.word else ""

    def after(self, length: int) -> str:
        """The text right after the expression."""
        end = self.tokens[-1].end
        return self.text[end : end + length]

    def before(self, length: int) -> str:
        """The text right before the expression."""
        start = self.tokens[0].start
        return self.text[max(0, start - length) : start]


def _modifier(tokens: Sequence[Token]) -> str:
    found = [token.code for token in tokens if token.code in "LCX"]
    return found[-1] if found else ""
