"""Incidents: the records of `incidents.merged`, which are output and state in one.

Place in the flow: `pipeline.on_event` writes them, a starting worker restores its book from them.
Each report carries its whole event under `event`, so that nothing is lost on the way (ADR 0001).
"""

from weakref import ref

import orjson

from workers.model import (
    Change,
    Claim,
    Disagreement,
    FeatureWeight,
    Incident,
    IncidentStatus,
    Match,
    Rejected,
    Related,
    Report,
    RunnerUp,
    TollReport,
)
from workers.wire import plain
from workers.wire.events import event_value, read_event
from workers.wire.fields import Fields, moment_text, reading
from workers.wire.parts import Value, attack_value, optional_text, read_attack

REPORTS_KEPT = 16_384
"""Reports whose bytes are kept at hand, 60 MB: an incident's reports come within hours, and each
version of it holds all of them."""

VALUE_BYTES_MAX = 64 * 1024 * 1024
"""Our own records are bounded by the reports of an incident; this stops only foreign ones."""

SCHEMA = "urn:tawatur:schema:incident:1"
"""`$id` of schemas/incident.schema.json."""


class IncidentRecordError(ValueError):
    """A record of the output topic that is no incident: state cannot be restored from it."""


def encode_incident(incident: Incident) -> bytes:
    """The incident as UTF-8 JSON, fields in the contract's order: equal incidents, equal bytes."""
    return orjson.dumps(_written_out(incident), option=orjson.OPT_UTC_Z)


def incident_value(incident: Incident) -> Value:
    """The incident as a JSON object."""
    value: Value = orjson.loads(encode_incident(incident))
    return value


_kept: dict[int, tuple[ref[Report], orjson.Fragment]] = {}
"""By identity, which nothing else has as long as the report lives: its bytes go with it."""


def _written(report: Report) -> orjson.Fragment:
    """The report's bytes: those of an earlier version of its incident where they are at hand."""
    number = id(report)
    kept = _kept.get(number)
    if kept is None:
        if len(_kept) >= REPORTS_KEPT:
            del _kept[next(iter(_kept))]
        watched = ref(report, lambda _: _kept.pop(number, None))
        # A copy: what orjson returns holds on to its buffer, four times as long (measured).
        written = bytes(memoryview(orjson.dumps(_report_value(report))))
        kept = _kept[number] = watched, orjson.Fragment(written)
    return kept[1]


def _written_out(incident: Incident) -> Value:
    """What `orjson` writes as the record.

    Times and members of closed sets stand as they are. Values are spelled out as objects: those it
    writes in a third of the time that it takes for values of slots.
    """
    return {
        "incident_id": incident.incident_id,
        "version": incident.version,
        "status": incident.status,
        "change": incident.change,
        "supersedes": incident.supersedes,
        "superseded_by": incident.superseded_by,
        "first_reported_at": incident.first_reported_at,
        "last_reported_at": incident.last_reported_at,
        "headline": incident.headline,
        **attack_value(incident),
        "number_of_reports": incident.number_of_reports,
        "number_of_sources": incident.number_of_sources,
        "independent_origins": incident.independent_origins,
        "languages": incident.languages,
        "toll_history": [_toll_report_value(told) for told in incident.toll_history],
        "claims": [_claim_value(claim) for claim in incident.claims],
        "disagreements": [_disagreement_value(found) for found in incident.disagreements],
        "reports": [_written(report) for report in incident.reports],
        "related": incident.related,
        "confidence": incident.confidence,
        "config": incident.config,
    }


def decode_incident(value: bytes) -> Incident:
    """The incident of one record of the output topic.

    Raises:
        IncidentRecordError: the value is none of our records. Going on would lose what it held.
    """
    incident = read_incident(value)
    if isinstance(incident, Rejected):
        raise IncidentRecordError(f"{incident.reason.value}: {incident.detail}")
    return incident


def read_incident(value: bytes | None) -> Incident | Rejected:
    """The incident in a message's value, or why it is none; never raises."""
    found = plain.plainly(plain.incident, value, VALUE_BYTES_MAX)
    return reading(value, read_incident_with_care, VALUE_BYTES_MAX) if found is None else found


def incident_headers(incident: Incident) -> tuple[tuple[str, bytes], ...]:
    """The record's CloudEvents headers. `ce_id` is the same for a repeated version.

    Source: CloudEvents 1.0, Kafka protocol binding, binary content mode.
    """
    headers = {
        "ce_specversion": "1.0",
        "ce_id": f"{incident.incident_id}.{incident.version}",
        "ce_source": "/tawatur/incidents",
        "ce_type": f"incident.{incident.change.value}",
        "ce_subject": incident.incident_id,
        "ce_time": moment_text(incident.last_reported_at),
        "ce_dataschema": SCHEMA,
        "content-type": "application/json",
    }
    return tuple((name, value.encode()) for name, value in headers.items())


def _report_value(report: Report) -> Value:
    event = report.event
    told = event_value(event)
    return {
        "event_id": event.event_id,
        "article_id": event.article_id,
        "url": event.url,
        "source": event.source,
        "language": event.language,
        "published_at": told["published_at"],
        "origin": report.origin,
        "match": None if report.match is None else _match_value(report.match),
        "event": told,
    }


def _match_value(match: Match) -> Value:
    return {
        "weight": match.weight,
        "probability": match.probability,
        "features": [
            {"name": found.name, "detail": found.detail, "weight": found.weight}
            for found in match.features
        ],
        "runner_up": match.runner_up,
    }


def _toll_report_value(told: TollReport) -> Value:
    return {
        "value": told.value,
        "role": told.role,
        "source": told.source,
        "published_at": told.published_at,
        "report": told.report,
    }


def _claim_value(claim: Claim) -> Value:
    return {
        "speaker": claim.speaker,
        "group": claim.group,
        "statement": claim.statement,
        "report": claim.report,
    }


def _disagreement_value(found: Disagreement) -> Value:
    values = [{"value": value, "event_ids": list(ids)} for value, ids in found.values]
    return {"field": found.field, "values": values}


def read_incident_with_care(fields: Fields) -> Incident:
    """The incident of a JSON object, field by field."""
    return Incident(
        incident_id=fields.word("incident_id"),
        version=fields.whole("version", low=1),
        status=fields.choice("status", IncidentStatus),
        change=fields.choice("change", Change),
        supersedes=fields.words("supersedes"),
        superseded_by=optional_text(fields, "superseded_by"),
        first_reported_at=fields.moment("first_reported_at"),
        last_reported_at=fields.moment("last_reported_at"),
        headline=fields.text("headline"),
        number_of_reports=fields.whole("number_of_reports"),
        number_of_sources=fields.whole("number_of_sources"),
        independent_origins=fields.whole("independent_origins"),
        languages=fields.words("languages"),
        toll_history=tuple(_read_toll_report(told) for told in fields.objects("toll_history")),
        claims=tuple(_read_claim(claim) for claim in fields.objects("claims")),
        disagreements=tuple(_read_disagreement(x) for x in fields.objects("disagreements")),
        reports=tuple(_read_report(report) for report in fields.objects("reports")),
        related=tuple(
            Related(tie.word("incident_id"), tie.word("relation"))
            for tie in fields.objects("related")
        ),
        confidence=fields.number("confidence", 0, 1),
        config=fields.text("config"),
        **read_attack(fields),
    )


def _read_report(fields: Fields) -> Report:
    match = _read_match(fields.inner("match")) if fields.has("match") else None
    return Report(read_event(fields.inner("event")), fields.text("origin"), match)


def _read_match(fields: Fields) -> Match:
    features = tuple(
        FeatureWeight(found.word("name"), found.text("detail"), found.number("weight"))
        for found in fields.objects("features")
    )
    runner_up = None
    if fields.has("runner_up"):
        other = fields.inner("runner_up")
        runner_up = RunnerUp(other.word("incident_id"), other.number("weight"))
    probability = fields.number("probability", 0, 1)
    return Match(fields.number("weight"), probability, features, runner_up)


def _read_toll_report(fields: Fields) -> TollReport:
    return TollReport(
        value=fields.whole("value"),
        role=fields.text("role"),
        source=fields.word("source"),
        published_at=fields.moment("published_at"),
        report=fields.word("report"),
    )


def _read_claim(fields: Fields) -> Claim:
    return Claim(
        speaker=optional_text(fields, "speaker"),
        group=fields.text("group"),
        statement=fields.text("statement"),
        report=fields.word("report"),
    )


def _read_disagreement(fields: Fields) -> Disagreement:
    values = tuple((v.text("value"), v.words("event_ids")) for v in fields.objects("values"))
    return Disagreement(fields.word("field"), values)
