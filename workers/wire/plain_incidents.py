# ruff: noqa: ANN401 - fields of JSON, before their types are known
"""Incidents that are plainly right, read in a fraction of the time: `plain` for whole records.

Place in the flow: `incidents` asks here first. A worker that takes a partition over reads all of
its incidents before the first event.
"""

from itertools import starmap
from operator import itemgetter
from typing import Any

from workers.model import (
    Change,
    Claim,
    Disagreement,
    FeatureWeight,
    Incident,
    IncidentStatus,
    Match,
    Related,
    Report,
    RunnerUp,
    TollReport,
)
from workers.wire.plain import NotPlainError, Values, attack, event, kept, members, moment

_STATUSES, _CHANGES = members(IncidentStatus), members(Change)
_TEXTS = frozenset({str})

_recorded = itemgetter(
    "incident_id", "version", "status", "change", "supersedes", "superseded_by",
    "first_reported_at", "last_reported_at", "headline", "number_of_reports", "number_of_sources",
    "independent_origins", "languages", "toll_history", "claims", "disagreements", "reports",
    "related", "confidence", "config",
)  # fmt: skip
_tolled = itemgetter("value", "role", "source", "published_at", "report")
_claimed = itemgetter("speaker", "group", "statement", "report")
_weighed = itemgetter("name", "detail", "weight")
_tied = itemgetter("incident_id", "relation")


def incident(values: Values) -> Incident:
    """The incident of a JSON object. Call through `plainly`."""
    (
        incident_id, version, status, change, supersedes, superseded_by, first, last, headline,
        reports_count, sources_count, origins_count, languages, toll_history, claims,
        disagreements, reports, related, confidence, config,
    ) = _recorded(values)  # fmt: skip
    counts = version, reports_count, sources_count, origins_count
    if {*map(type, counts)} != {int} or version < 1 or min(counts) < 0:
        raise NotPlainError
    if type(confidence) is not float or not 0 <= confidence <= 1:
        raise NotPlainError
    if superseded_by is not None and type(superseded_by) is not str:
        raise NotPlainError
    lists = supersedes, languages, toll_history, claims, disagreements, reports, related
    if {*map(type, lists)} != {list}:
        raise NotPlainError
    _spelled(headline, config, *supersedes, *languages)
    _worded(incident_id)
    sub_event_type, outcome, certainty, *attacked = attack(values)
    return Incident(*(
        incident_id, version, _STATUSES[status], _CHANGES[change],
        tuple([_report(report) for report in reports]),
        sub_event_type, outcome, certainty, moment(first), moment(last), headline,
        reports_count, sources_count, origins_count, tuple(languages), confidence, config,
        tuple(supersedes), superseded_by, *attacked,
        tuple(starmap(_toll_report, map(_tolled, toll_history))),
        tuple(starmap(_claim, map(_claimed, claims))),
        tuple([_disagreement(found) for found in disagreements]),
        tuple(starmap(_related, map(_tied, related))),
    ))  # fmt: skip


def _spelled(*texts: Any) -> None:
    if {*map(type, texts)} != _TEXTS:
        raise NotPlainError


def _worded(text: Any) -> None:
    if type(text) is not str or not text or text.isspace():
        raise NotPlainError


def _report(values: Values) -> Report:
    origin, why = values["origin"], values["match"]
    _spelled(origin)
    return Report(event(values["event"]), origin, None if why is None else _match(why))


def _match(values: Values) -> Match:
    weight, probability, features = values["weight"], values["probability"], values["features"]
    if not (type(weight) is type(probability) is float and type(features) is list):
        raise NotPlainError
    if not (0 <= probability <= 1):
        raise NotPlainError
    runner_up = values["runner_up"]
    return Match(
        weight,
        probability,
        tuple(starmap(_feature, map(_weighed, features))),
        None if runner_up is None else _runner_up(runner_up),
    )


@kept
def _feature(name: Any, detail: Any, weight: Any) -> FeatureWeight:
    _worded(name)
    if type(detail) is not str or type(weight) is not float:
        raise NotPlainError
    return FeatureWeight(name, detail, weight)


def _runner_up(values: Values) -> RunnerUp:
    incident_id, weight = values["incident_id"], values["weight"]
    _worded(incident_id)
    if type(weight) is not float:
        raise NotPlainError
    return RunnerUp(incident_id, weight)


def _toll_report(value: Any, role: Any, source: Any, published_at: Any, report: Any) -> TollReport:
    if not (type(value) is int and value >= 0 and type(role) is str):
        raise NotPlainError
    _worded(source)
    _worded(report)
    return TollReport(value, role, source, moment(published_at), report)


def _claim(speaker: Any, group: Any, statement: Any, report: Any) -> Claim:
    if speaker is not None:
        _spelled(speaker)
    _spelled(group, statement)
    _worded(report)
    return Claim(speaker, group, statement, report)


def _disagreement(values: Values) -> Disagreement:
    field, told = values["field"], values["values"]
    _worded(field)
    if type(told) is not list:
        raise NotPlainError
    return Disagreement(field, tuple([(_said(each), _who(each)) for each in told]))


def _said(values: Values) -> str:
    value: str = values["value"]
    _spelled(value)
    return value


def _who(values: Values) -> tuple[str, ...]:
    event_ids = values["event_ids"]
    if type(event_ids) is not list:
        raise NotPlainError
    _spelled("", *event_ids)
    return tuple(event_ids)


@kept
def _related(incident_id: Any, relation: Any) -> Related:
    _worded(incident_id)
    _worded(relation)
    return Related(incident_id, relation)
