"""Versions of an incident's record: made, changed, ended, and why each report belongs.

Place in the flow: the book decides which reports make an incident; the functions here write the
record that says so. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from workers.matching import Judge, Profile
from workers.matching.weights import PROBABILITY_BITS_MAX, probability
from workers.model import (
    Change,
    FeatureWeight,
    Incident,
    IncidentStatus,
    Match,
    Report,
    RunnerUp,
)

RULING = "ruling"
"""Name of the row that says which corrections joined a report; 0 bits, they outrank the rest."""

RIVALS = "rivals"
"""Name of the row that says what other events of the two articles take from a pair."""


_NAMES = tuple(each.name for each in fields(Incident))
_values_of = attrgetter(*_NAMES)


def changed(incident: Incident, **values: Any) -> Incident:  # noqa: ANN401 - of any field
    """The incident with other values in some fields: a third of what `replace` takes."""
    return Incident(**dict(zip(_NAMES, _values_of(incident), strict=True), **values))


def next_version(current: Incident | None, wanted: Incident, change: Change) -> Incident | None:
    """The record to publish: None when `wanted` says what `current` says.

    The first one is `wanted`, as created.
    """
    if current is None:
        return wanted if change is Change.UPDATED else changed(wanted, change=change)
    if len(wanted.reports) == len(current.reports):
        unchanged = changed(wanted, version=current.version, change=current.change)
        if unchanged == current:
            return None
    version = current.version + 1
    if wanted.version == version and wanted.change is change:
        return wanted
    return changed(wanted, version=version, change=change)


def ended(current: Incident, survivor: str | None) -> Incident:
    """The last version of an incident whose reports are gone.

    Withdrawn, or taken over by `survivor`.

    It keeps saying what it said, but counts nothing: its reports are elsewhere or nowhere.
    """
    superseded = survivor is not None
    return changed(
        current,
        version=current.version + 1,
        status=IncidentStatus.SUPERSEDED if superseded else IncidentStatus.RETRACTED,
        change=Change.MERGED if superseded else Change.RETRACTED,
        superseded_by=survivor,
        reports=(),
        number_of_reports=0,
        number_of_sources=0,
        independent_origins=0,
        confidence=0.0,
        related=(),
    )


def closed(current: Incident) -> Incident:
    """The version that says that event time has left the incident behind."""
    return changed(
        current,
        version=current.version + 1,
        status=IncidentStatus.CLOSED,
        change=Change.CLOSED,
    )


def reports_of(incidents: Iterable[Incident]) -> dict[str, Report]:
    """Event id -> the report that these records hold of it."""
    return {report.event.event_id: report for i in incidents for report in i.reports}


def origins_of(incident: Incident | None) -> dict[str, str]:
    """Event id -> its origin in this record."""
    if incident is None:
        return {}
    return {report.event.event_id: report.origin for report in incident.reports}


def explained(
    judge: Judge,
    prepared: Profile,
    voucher: Profile,
    rivals: Mapping[str, float],
    lost: float = 0.0,
) -> Match:
    """Why an event belongs: its comparison with the report that it fits best, and the runner-up.

    `rivals`: other incidents' best weights in bits to the event. `lost`: the bits that its
    article's other events, or those of the voucher's, take. A veto, which only an analyst's word
    outranks, weighs -60 bits: JSON has no infinity.
    """
    features = judge.explain(prepared, voucher)
    if lost:
        row = FeatureWeight(RIVALS, "told beside others of one article that fit, too", -lost)
        features = (*features, row)
    weights = [feature.weight for feature in features]
    if min(weights) < -PROBABILITY_BITS_MAX:
        weights = [max(weight, -PROBABILITY_BITS_MAX) for weight in weights]
        told = zip(features, weights, strict=True)
        features = tuple([replace(feature, weight=weight) for feature, weight in told])
    bits = round(sum(weights), 2)
    runner_up = None
    if rivals:
        best = max(sorted(rivals), key=lambda incident_id: rivals[incident_id])
        runner_up = RunnerUp(best, round(rivals[best], 2))
    return Match(bits, round(probability(bits), 4), features, runner_up)


def ruled(match: Match, correction_ids: Iterable[str]) -> Match:
    """The match with a row for each correction that joined the report; the weights stay."""
    rows = tuple(FeatureWeight(RULING, f"same: {each}", 0.0) for each in correction_ids)
    return replace(match, features=(*match.features, *rows)) if rows else match


def rulings_of(match: Match) -> tuple[str, ...]:
    """The corrections that a match names; their rows come last."""
    if not match.features or match.features[-1].name != RULING:
        return ()
    rows = [row.detail for row in match.features if row.name == RULING]
    return tuple([detail.removeprefix("same: ") for detail in rows])
