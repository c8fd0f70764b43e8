"""An analyst's words, checked against what is known before they are written.

Place in the flow: `tawatur correct` makes each correction here. What could not hold is refused with
the reason: nothing is written that a worker would pass over in silence.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from workers.cli.inputs import InputError
from workers.cli.known import Found, Known
from workers.incidents.corrections import checked
from workers.incidents.identity import incident_id_of, second_incident_id_of
from workers.model import Correction, CorrectionAction, Incident, Rejected, Role
from workers.pipeline import UNKNOWN_COUNTRY, Ruling

_ID_LENGTH = 12
"""48 bits: two of a million corrections collide with probability 2e-3, and `at` differs."""

TICK = timedelta(microseconds=1)
"""Least step of time on the wire."""


@dataclass(frozen=True, slots=True)
class Analyst:
    """Who corrects, when, and why."""

    author: str
    at: datetime
    reason: str | None = None


def pairwise(
    known: Known, action: CorrectionAction, first: str, second: str, analyst: Analyst
) -> Ruling:
    """That two are one attack, or are not.

    Written down for every report of what is the same, so that an incident is not torn where its
    founding report fits the other one better than its own; for the founding ones of what is not.

    Raises:
        InputError: one is not known, both are the same, or they are filed under two countries.
    """
    a, b = known.find(first), known.find(second)
    events = (_report_of(a), _report_of(b))
    if action is CorrectionAction.SAME:
        named = sorted({*_reports_of(a), *_reports_of(b)})
    else:
        named = list(events)
    if a.country != b.country:
        if action is CorrectionAction.DIFFERENT:
            outcome = "so they are apart already, and stay so"
        else:
            outcome = "so they cannot become one. Correct the one that is placed wrongly: `tawatur "
            outcome += "correct not-an-attack REPORT` takes its report out"
        raise InputError(
            f"{first} is filed under {a.country} and {second} under {b.country}: incidents of two "
            f"countries are never compared (docs/corrections.md), {outcome}"
        )
    whole = a.event_id is None and b.event_id is None
    if events[0] == events[1] or (whole and a.incident == b.incident):
        reports = ", ".join(report.event.event_id for report in a.incident.reports)
        raise InputError(
            f"{first} and {second} are one already: {a.incident.incident_id}. To part its reports, "
            f"name two of them: {reports}"
        )
    return _filed(a.country, _said(analyst, action, event_ids=tuple(named)))


def not_an_attack(known: Known, asked: str, analyst: Analyst) -> Ruling:
    """That an incident is none, with all that joins it; or that one report reports no attack.

    Raises:
        InputError: it is not known.
    """
    found = known.find(asked)
    _with_reports(found)
    action = CorrectionAction.NOT_AN_ATTACK
    if found.event_id is not None:
        return _filed(found.country, _said(analyst, action, event_ids=(found.event_id,)))
    incident_ids = (found.incident.incident_id,)
    return _filed(found.country, _said(analyst, action, incident_ids=incident_ids))


def set_field(known: Known, asked: str, name: str, value: str, analyst: Analyst) -> Ruling:
    """That a field of an incident has this value, whatever its reports say.

    Raises:
        InputError: the incident is not known, or the field cannot have this value.
    """
    found = known.find(asked)
    _with_reports(found)
    action, incident_ids = CorrectionAction.SET_FIELD, (found.incident.incident_id,)
    said = _said(analyst, action, incident_ids=incident_ids, field=name, value=value)
    return _filed(found.country, said)


def undo(known: Known, asked: str, analyst: Analyst) -> Ruling:
    """That a correction no longer holds; filed where it was.

    Raises:
        InputError: none, or more than one, begins with this id, or it is undone.
    """
    begin = [w for w in known.words if w.correction.correction_id.startswith(asked)]
    named = [w for w in begin if w.correction.correction_id == asked] or begin
    ids = {each.correction.correction_id for each in named}
    if len(ids) != 1:
        few = "no correction is" if not ids else "more than one correction is"
        raise InputError(f"{few} known as {asked}: `tawatur correct list` shows them")
    country = named[0].country
    word = known.rulings(country).words[ids.pop()]
    if word.action is CorrectionAction.UNDO:
        raise InputError(f"{word.correction_id} is undone already")
    undone = replace(
        word,
        action=CorrectionAction.UNDO,
        author=analyst.author,
        at=max(analyst.at, word.at + TICK),
        reason=analyst.reason,
    )
    return Ruling(country or _country_of(known, word), undone)


def _country_of(known: Known, correction: Correction) -> str:
    """Where what a correction of a file names is filed, as far as it is known."""
    for asked in (*correction.incident_ids, *correction.event_ids):
        with suppress(InputError):
            if (found := known.find(asked)).incident.reports:
                return found.country
    return UNKNOWN_COUNTRY


def effect(known: Known, ruling: Ruling) -> tuple[Incident, ...]:
    """The incident versions that a worker publishes for this correction; () when none changes.

    Raises:
        InputError: what it names is no longer held, so that no worker can follow it.
    """
    book, correction = known.book(ruling.country), ruling.correction
    if correction.action is not CorrectionAction.UNDO:
        named = [*correction.incident_ids]
        named += (known.find(event_id).incident.incident_id for event_id in correction.event_ids)
        for incident_id in named:
            if book.get(incident_id) is None:
                told = known.incidents[incident_id]
                raise InputError(
                    f"{incident_id} is past: last told of at {told.last_reported_at:%Y-%m-%d}, and "
                    "workers forget a closed incident when its grace is over (docs/corrections.md)"
                )
    return book.apply(correction)


def _report_of(found: Found) -> str:
    """The report that stands for what was found: the founding one of an incident."""
    incident, event_ids = found.incident, _fresh(found)
    if found.event_id is not None:
        if found.event_id not in event_ids:
            raise InputError(
                f"{found.event_id} only recalls {incident.incident_id}: recalls go where they fit. "
                "`tawatur correct not-an-attack` takes it out"
            )
        return found.event_id
    founding = (
        event_id
        for event_id in event_ids
        if incident.incident_id in (incident_id_of(event_id), second_incident_id_of(event_id))
    )
    return next(founding, event_ids[0])


def _reports_of(found: Found) -> list[str]:
    """The reports that what was found stands for: all of an incident but those that recall it."""
    return _fresh(found) if found.event_id is None else [found.event_id]


def _fresh(found: Found) -> list[str]:
    """The event ids of its incident's reports, without those that only recall the attack."""
    _with_reports(found)
    reports = found.incident.reports
    return [each.event.event_id for each in reports if each.event.role is not Role.BACKGROUND]


def _with_reports(found: Found) -> None:
    if not found.incident.reports:
        status = found.incident.status.value
        raise InputError(f"{found.incident.incident_id} is {status}: it has no reports to correct")


def _said(analyst: Analyst, action: CorrectionAction, **fields: Any) -> Correction:  # noqa: ANN401 - Correction's own
    return Correction("", analyst.author, analyst.at, action, reason=analyst.reason, **fields)


def _filed(country: str, said: Correction) -> Ruling:
    """The correction under an id made of what it says."""
    correction_id = "c-" + sha256(repr(said).encode()).hexdigest()[:_ID_LENGTH]
    correction = checked(replace(said, correction_id=correction_id))
    if isinstance(correction, Rejected):
        raise InputError(correction.detail)
    return Ruling(country, correction)
