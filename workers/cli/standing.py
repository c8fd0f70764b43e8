"""Where each correction stands: whether it holds, and if not, why not.

Place in the flow: `tawatur correct list`, and `tawatur run --corrections` for what had no effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workers.cli.known import Known, Word
from workers.incidents.corrections import anchors
from workers.incidents.identity import incident_id_of
from workers.model import Correction, CorrectionAction
from workers.pipeline import incident_key


class State(StrEnum):
    """What became of an analyst's word."""

    HOLDS = "holds"
    WAITS = "waits"
    """Too little of what it names is known; it will hold when its reports come."""
    OVERRULED = "overruled"
    UNDONE = "undone"
    CANNOT_HOLD = "cannot hold"
    """Its reports are filed under another country, or under two (ADR 0002)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction's newest record with its state, and the reason where that is not plain."""

    word: Word
    state: State
    why: str = ""


def standings(known: Known) -> list[Standing]:
    """The newest record of each correction, in order of their times, with where it stands."""
    homes = _homes(known)
    countries = dict.fromkeys(word.country for word in known.words)
    found = []
    for country in countries:
        rulings = known.rulings(country)
        for correction in rulings.words.values():
            overruled = correction.correction_id in rulings.overruled
            found.append(_standing(Word(correction, country), homes, overruled=overruled))
    return sorted(found, key=lambda s: (s.word.correction.at, s.word.correction.correction_id))


def _homes(known: Known) -> dict[str, str]:
    """Anchor -> the country of what is known under it."""
    homes: dict[str, str] = {}
    for incident in known.incidents.values():
        if incident.reports:
            country = incident_key(incident)
            homes[incident.incident_id] = country
            for report in incident.reports:
                homes[incident_id_of(report.event.event_id)] = country
    for incident in known.incidents.values():
        if incident.superseded_by is not None and incident.superseded_by in homes:
            homes.setdefault(incident.incident_id, homes[incident.superseded_by])
    return homes


def _standing(word: Word, homes: Mapping[str, str], *, overruled: bool) -> Standing:
    correction = word.correction
    if correction.action is CorrectionAction.UNDO:
        return Standing(word, State.UNDONE)
    if overruled:
        return Standing(word, State.OVERRULED, "a later word says otherwise")
    met = [homes[anchor] for anchor in anchors(correction) if anchor in homes]
    countries = sorted({*met, *((word.country,) if word.country else ())})
    if len(countries) > 1:
        where = " and ".join(countries)
        return Standing(word, State.CANNOT_HOLD, f"its reports are filed under {where}")
    if len(met) < _least(correction):
        return Standing(word, State.WAITS, "its reports are not among the incidents known")
    return Standing(word, State.HOLDS)


def _least(correction: Correction) -> int:
    """How much of what it names must be known for a correction to say something."""
    match correction.action:
        case CorrectionAction.SAME | CorrectionAction.DIFFERENT:
            return 2
        case CorrectionAction.NOT_AN_ATTACK if correction.event_ids:
            return 0  # a silenced report is in no incident
        case _:
            return 1
