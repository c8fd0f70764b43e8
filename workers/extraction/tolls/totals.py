"""Totals told before their noun: "bringing to 44 the number of people killed in the bombing".

Place in the flow: read by `tolls.finder` beside its sentences, whose figures follow their noun.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from workers.text.patterns import Pattern

_TOTAL: Final = Pattern(
    r"\b(?:taking|bringing|raising|pushing|lifting|takes|brings|raises|took|brought|raised) to "
    r"(?:at least |more than |over |nearly |about )?(?P<figure>\d[\d,]*\d|\d) "
    r"the (?:(?:overall|total|confirmed|official) )?(?:"
    r"(?:number|toll|tally|count|total) (?:of (?:[\w-]+ ){1,3}?)?(?:known to have )?"
    r"(?P<fate>killed|dead|died|deaths|fatalities|wounded|injured|hurt)"
    r"|death (?P<toll>toll)"
    r"|[\w-]+ (?:known|confirmed|reported) (?:to have )?(?P<known>died|dead|killed))\b"
)
_OVER_TIME: Final = Pattern(
    r"[^.;\n]{0,60}?\b(?:this (?:year|month|week)|since|so far|in (?:recent|the past|the last|a) )"
)
"""Behind a total: it counts more than one attack."""
_HURT = frozenset({"wounded", "injured", "hurt"})


class Total(NamedTuple):
    """A running total: the span of its figure, what befell the people, whether over a time."""

    start: int
    end: int
    field: str
    people: int
    over_time: bool


def totals_before_nouns(text: str) -> Iterator[Total]:
    """The totals of a folded text that stand before the word for the dead or the hurt."""
    for found in _TOTAL.finditer(text, 0, len(text)):
        start, end = found.span("figure")
        yield Total(
            start,
            end,
            "injured" if found["fate"] in _HURT else "deaths",
            int(found["figure"].replace(",", "")),
            _OVER_TIME.match(text, found.end()) is not None,
        )
