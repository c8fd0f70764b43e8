"""What is known of incidents and corrections, out of files as `tawatur run` writes and reads them.

Place in the flow: `tawatur why` shows it; `tawatur correct` checks against it before it writes.
`known_topics` reads the same from Kafka; nothing here imports a client of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

import orjson

from workers.cli.inputs import InputError, Line, read_lines
from workers.incidents import IncidentBook
from workers.incidents.corrections import Rulings, checked
from workers.model import Correction, Incident, Rejected
from workers.pipeline import incident_key
from workers.wire import decode_correction, read_incident

ALIKE_MAX = 3
"""Known ids named when one is not known."""


@dataclass(frozen=True, slots=True)
class Word:
    """A correction and the country that it was filed under; None where it comes from a file."""

    correction: Correction
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names: an incident, `event_id` one of its reports if that was asked for.

    `led`: the ids that were taken over, from the one asked for to the one before `incident`.
    """

    incident: Incident
    event_id: str | None = None
    led: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """The key that the incident's events are filed under."""
        return incident_key(self.incident)


@dataclass(frozen=True)
class Known:
    """The newest version of each incident in the order of the log, and all words in their order."""

    incidents: Mapping[str, Incident]
    words: tuple[Word, ...] = ()
    unread: int = 0
    """Records among the corrections that cannot be followed."""
    endings: Mapping[str, str | None] = field(default_factory=dict)
    """Event id -> the incident that it ended in, where a file of events tells it."""

    @cached_property
    def _home(self) -> dict[str, str]:
        """Event id -> the live incident that it is a report of."""
        return {r.event.event_id: i for i, each in self.incidents.items() for r in each.reports}

    def find(self, asked: str) -> Found:
        """The incident that an incident's or event's id leads to.

        Raises:
            InputError: nothing is known under it.
        """
        if asked in self.incidents:
            led = [asked]
            after = self.incidents[asked].superseded_by
            while after is not None and after in self.incidents and after not in led:
                led.append(after)
                after = self.incidents[after].superseded_by
            return Found(self.incidents[led[-1]], led=tuple(led[:-1]))
        if asked in self._home:
            return Found(self.incidents[self._home[asked]], asked)
        if asked in self.endings:
            ending = self.endings[asked]
            if ending is not None and ending in self.incidents:
                return Found(self.incidents[ending], asked)
            raise InputError(f"{asked} belongs to no incident: it only recalls an attack")
        alike = get_close_matches(asked, (*self.incidents, *self._home), ALIKE_MAX)
        hint = f"; did you mean {' or '.join(alike)}?" if alike else ""
        raise InputError(
            f"no incident and no report is known as {asked} (of {len(self.incidents)} incidents)"
            + hint
        )

    def of_country(self, country: str) -> Iterable[Incident]:
        """The country's incidents that have reports, in the order of the log."""
        return (i for i in self.incidents.values() if i.reports and incident_key(i) == country)

    def rulings(self, country: str | None) -> Rulings:
        """The words that a country's book follows, resolved; those of files are in each."""
        return Rulings.of(w.correction for w in self.words if w.country in (None, country))

    def book(self, country: str) -> IncidentBook:
        """The country's book as a worker restores it."""
        book = IncidentBook()
        for incident in self.incidents.values():
            if incident_key(incident) == country:
                book.restore(incident)
        book.follow(self.rulings(country).words.values())
        return book


def from_files(
    incidents: str | None, corrections: str | None = None, events: str | None = None
) -> Known:
    """What these files of JSON lines tell.

    Raises:
        InputError: a file cannot be read, or a line of the incidents is none.
    """
    lines = read_lines([incidents] if incidents else [])
    found = newest_of((f"{line.file}:{line.number}", line.value) for line in lines)
    endings = {}
    for line in read_lines([events] if events else []):
        endings.update(_ending(line))
    words, refused = corrections_of(corrections) if corrections else ([], [])
    return Known(found, tuple(Word(each) for each in words), len(refused), endings)


def corrections_of(name: str) -> tuple[list[Correction], list[tuple[Line, Rejected]]]:
    """The corrections of a file of JSON lines, and the lines that cannot be followed."""
    words: list[Correction] = []
    refused: list[tuple[Line, Rejected]] = []
    for line in read_lines([name], progress=False):
        read = decode_correction(line.value)
        word = read if isinstance(read, Rejected) else checked(read)
        if isinstance(word, Rejected):
            refused.append((line, word))
        else:
            words.append(word)
    return words, refused


def _ending(line: Line) -> dict[str, str | None]:
    try:
        record = orjson.loads(line.value)
        return {record["event_id"]: record["incident_id"]}
    except (orjson.JSONDecodeError, KeyError, TypeError):
        where = f"{line.file}:{line.number}"
        raise InputError(f"{where}: not an event as `tawatur run --events` writes it") from None


def newest_of(records: Iterable[tuple[str, bytes]]) -> dict[str, Incident]:
    """The incidents of these records by id; each comes with where it stands.

    Raises:
        InputError: a record is no incident.
    """
    found: dict[str, Incident] = {}
    for where, value in records:
        incident = read_incident(value)
        if isinstance(incident, Rejected):
            raise InputError(f"{where}: no incident: {incident.reason.value}: {incident.detail}")
        found[incident.incident_id] = incident
    return found
