"""Why an incident is one: its reports, each with its match weights as a waterfall.

Place in the flow: `tawatur why INCIDENT` prints it. Pure text, one line a row, plain ASCII but for
names.
"""

from collections.abc import Iterator, Sequence

from workers.incidents.neighbours import Neighbour
from workers.incidents.records import RULING
from workers.model import Correction, CorrectionAction, Incident, Match, Report

BAR_BITS = 0.5
"""Bits that one character of a bar stands for."""

BAR_WIDTH = 14
"""Characters of a bar on either side of zero: 7 bits, the most that a level can weigh."""

_NAME_WIDTH = 12

_NAMED_MAX = 4
"""Ids that a word is shown with: `same` names every report of two incidents."""


def why(
    incident: Incident,
    neighbours: Sequence[Neighbour] = (),
    corrections: Sequence[Correction] = (),
) -> str:
    """The incident's reports in order, how each came in, what else it could have been.

    In lines of text; `corrections` are the analysts' words on it.
    """
    return "\n".join(_lines(incident, neighbours, corrections)) + "\n"


def _lines(
    incident: Incident, neighbours: Sequence[Neighbour], corrections: Sequence[Correction]
) -> Iterator[str]:
    yield incident.headline
    yield (
        f"{incident.incident_id} version {incident.version}, {incident.status.value}, "
        f"confidence {incident.confidence:.2f}"
    )
    yield (
        f"{incident.number_of_reports} reports of {incident.number_of_sources} sources go back to "
        f"{incident.independent_origins} independent origins"
    )
    for disagreement in incident.disagreements:
        said = "; ".join(f"{value} ({len(who)})" for value, who in disagreement.values)
        yield f"they differ on {disagreement.field}: {said}"
    if incident.supersedes:
        yield f"took over {', '.join(incident.supersedes)}"
    if incident.superseded_by is not None:
        yield f"was taken over by {incident.superseded_by}"
    for tie in incident.related:
        yield f"{tie.relation} {tie.incident_id}"
    for correction in corrections:
        yield f"corrected: {spoken(correction)}"
    for number, report in enumerate(incident.reports, 1):
        yield ""
        yield from _report(number, report, {incident.incident_id, *incident.supersedes})
    if neighbours:
        yield ""
        yield "other incidents near by:"
        yield from map(_neighbour, neighbours)


def spoken(correction: Correction) -> str:
    """An analyst's word on one line: what, who, when, why."""
    named = (*correction.incident_ids, *correction.event_ids)
    what = f"{correction.action.value} {', '.join(named[:_NAMED_MAX])}"
    if len(named) > _NAMED_MAX:
        what += f" and {len(named) - _NAMED_MAX} more"
    if correction.action is CorrectionAction.SET_FIELD:
        what += f" {correction.field} = {correction.value}"
    told = f"{what} ({correction.correction_id}, {correction.author}, {correction.at:%Y-%m-%d})"
    return told if correction.reason is None else f"{told}: {correction.reason}"


def _report(number: int, report: Report, own: set[str]) -> Iterator[str]:
    event = report.event
    yield f"{number}. {event.source}, {event.published_at:%Y-%m-%d %H:%M}, {event.role.value}"
    if event.title is not None:
        yield f"   {event.title}"
    yield f"   report {event.event_id}"
    if report.origin != event.event_id:
        yield f"   same origin as {report.origin}"
    if report.match is None:
        yield "   founded the incident"
        return
    yield from _waterfall(report.match)
    rival = report.match.runner_up
    if rival is not None:
        since = ", one with this since" if rival.incident_id in own else ""
        yield f"   next would be {rival.incident_id} with {rival.weight:+.2f} bits{since}"


def _waterfall(match: Match) -> Iterator[str]:
    total = 0.0
    for feature in match.features:
        if feature.name == RULING:
            continue
        total += feature.weight
        bar = _bar(feature.weight)
        yield (
            f"   {feature.name:<{_NAME_WIDTH}}{feature.weight:+6.2f} {total:+7.2f} {bar} "
            f"{feature.detail}".rstrip()
        )
    yield (
        f"   {'together':<{_NAME_WIDTH}}{'':6} {match.weight:+7.2f} bits: "
        f"{100 * match.probability:.1f} % one attack"
    )
    for feature in match.features:
        if feature.name == RULING:
            yield f"   {RULING:<{_NAME_WIDTH}}an analyst's word outranks that: {feature.detail}"


def _neighbour(met: Neighbour) -> str:
    told = f"{met.weight:+.2f} bits" if met.weight is not None else f"veto: {', '.join(met.vetoes)}"
    return f"   {met.incident_id} {told}: {met.headline}"


def _bar(weight: float) -> str:
    """Minuses left of the bar, pluses right of it."""
    length = min(BAR_WIDTH, round(abs(weight) / BAR_BITS))
    if weight < 0:
        return f"{'-' * length:>{BAR_WIDTH}}|{'':{BAR_WIDTH}}"
    return f"{'':{BAR_WIDTH}}|{'+' * length:<{BAR_WIDTH}}"
