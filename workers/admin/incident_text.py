"""An incident as a person reads it: one block of lines a change.

Place in the flow: `tawatur tail` and `tawatur up` print these. Pure: an incident in, text out.
"""

import unicodedata
from dataclasses import dataclass

from workers.incidents.address import address
from workers.model import Change, DateInterval, Incident, Place, Toll, WherePrecision

WIDTH_MAX = 200
"""Characters of one field: a headline or a name made of a whole paragraph stays on its lines."""
ACTORS_MAX = 4
DISAGREEMENTS_MAX = 3

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {
    Change.CREATED: "\x1b[32m",
    Change.UPDATED: "\x1b[36m",
    Change.MERGED: "\x1b[35m",
    Change.SPLIT: "\x1b[35m",
    Change.RETRACTED: "\x1b[31m",
    Change.CLOSED: "\x1b[90m",
}
_WHERE = {
    WherePrecision.EXACT: "exact place",
    WherePrecision.NEAR: "near the place",
    WherePrecision.ADMIN2: "district",
    WherePrecision.ADMIN1: "province",
    WherePrecision.REGION: "region",
    WherePrecision.COUNTRY: "country only",
    WherePrecision.INTERNATIONAL: "international",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader was last shown of an incident, to tell what changed."""

    deaths: Toll | None
    injured: Toll | None
    reports: int

    @classmethod
    def of(cls, incident: Incident) -> "Seen":
        """What is remembered of this version."""
        return cls(incident.deaths, incident.injured, incident.number_of_reports)


def printable(text: str) -> str:
    """The text without anything that steers a terminal, on one line, of bounded length.

    Names and headlines come from articles that anyone can write: control characters, escape
    sequences and direction overrides would let them rewrite the screen.
    """
    kept = "".join(
        character
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else " " * character.isspace()
        for character in text
    )
    return kept if len(kept) <= WIDTH_MAX else kept[: WIDTH_MAX - 1] + "…"


def incident_block(incident: Incident, seen: Seen | None = None, *, colour: bool = False) -> str:
    """The lines that show one version; `seen` is what was shown before, `colour` for terminals."""
    colours = _COLOURS[incident.change] if colour else ""
    bold, dim, reset = (_BOLD, _DIM, _RESET) if colour else ("", "", "")
    head = f"{colours}{incident.change.value.upper():9}{reset} {bold}{printable(incident.headline)}"
    told = f"{dim}{printable(incident.incident_id)} v{incident.version} {incident.status.value}"
    lines = [f"{head}{reset}", f"  {told}{reset}"]
    lines += [f"  {name:8} {said}" for name, said in _fields(incident, seen) if said]
    return "\n".join(lines)


def _fields(incident: Incident, seen: Seen | None) -> list[tuple[str, str]]:
    return [
        ("where", where(incident.location)),
        ("when", when(incident.date)),
        ("killed", toll(incident.deaths, seen.deaths if seen else None)),
        ("injured", toll(incident.injured, seen.injured if seen else None)),
        ("by", _attackers(incident)),
        ("told by", _told_by(incident)),
        ("differ", _disagreements(incident)),
        ("replaces", ", ".join(map(printable, incident.supersedes))),
        ("now in", printable(incident.superseded_by or "")),
    ]


def where(place: Place | None) -> str:
    """The place, its province and country, and how exact that is."""
    if place is None:
        return "unknown"
    return f"{printable(address(place))} ({_WHERE[place.where_prec]})"


def when(date: DateInterval | None) -> str:
    """The day, or first and last day, that it is dated to."""
    if date is None:
        return "unknown"
    if date.start == date.end:
        return date.start.isoformat()
    return f"{date.start.isoformat()} to {date.end.isoformat()}"


def toll(now: Toll | None, before: Toll | None = None) -> str:
    """The best figure, its range where reports differ, and what it was before."""
    if now is None:
        return ""
    spread = f" ({now.low} to {now.high})" if now.low != now.high else ""
    rise = f"{before.best} -> " if before is not None and before.best != now.best else ""
    return f"{rise}{now.best}{spread}"


def _attackers(incident: Incident) -> str:
    named = [
        f"{printable(actor.name)} ({actor.attribution.value})"
        for actor in incident.actors[:ACTORS_MAX]
    ]
    more = len(incident.actors) - ACTORS_MAX
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _told_by(incident: Incident) -> str:
    return (
        f"{_count(incident.number_of_reports, 'report')}, "
        f"{_count(incident.number_of_sources, 'source')}, "
        f"{_count(incident.independent_origins, 'independent origin')}; "
        f"{' '.join(incident.languages) or 'language unknown'}; "
        f"confidence {incident.confidence:.2f}"
    )


def _disagreements(incident: Incident) -> str:
    told = [
        f"{each.field}: " + " / ".join(printable(value) for value, _who in each.values)
        for each in incident.disagreements[:DISAGREEMENTS_MAX]
    ]
    more = len(incident.disagreements) - DISAGREEMENTS_MAX
    return "; ".join(told) + (f"; {more} more" if more > 0 else "")
