"""Why an incident is one: its reports, each with its match weights as a waterfall.

Place in the flow: `tawatur why INCIDENT` prints it. Pure text, one line a row, plain ASCII but for
names.
"""

from collections.abc import Iterator

from workers.model import Incident, Match, Report

BAR_BITS = 0.5
"""Bits that one character of a bar stands for."""

BAR_WIDTH = 14
"""Characters of a bar on either side of zero: 7 bits, the most that a level can weigh."""

_NAME_WIDTH = 12


def why(incident: Incident) -> str:
    """The incident's reports in order, how each came in, what else it could have been.

    In lines of text.
    """
    return "\n".join(_lines(incident)) + "\n"


def _lines(incident: Incident) -> Iterator[str]:
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
    for number, report in enumerate(incident.reports, 1):
        yield ""
        yield from _report(number, report)


def _report(number: int, report: Report) -> Iterator[str]:
    event = report.event
    yield f"{number}. {event.source}, {event.published_at:%Y-%m-%d %H:%M}, {event.role.value}"
    if event.title is not None:
        yield f"   {event.title}"
    if report.origin != event.event_id:
        yield f"   same origin as {report.origin}"
    if report.match is None:
        yield "   founded the incident"
        return
    yield from _waterfall(report.match)


def _waterfall(match: Match) -> Iterator[str]:
    total = 0.0
    for feature in match.features:
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
    if match.runner_up is not None:
        rival = match.runner_up
        yield f"   next would be {rival.incident_id} with {rival.weight:+.2f} bits"


def _bar(weight: float) -> str:
    """Minuses left of the bar, pluses right of it."""
    length = min(BAR_WIDTH, round(abs(weight) / BAR_BITS))
    if weight < 0:
        return f"{'-' * length:>{BAR_WIDTH}}|{'':{BAR_WIDTH}}"
    return f"{'':{BAR_WIDTH}}|{'+' * length:<{BAR_WIDTH}}"
