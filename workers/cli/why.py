"""`tawatur why`: why an incident is one, report by report.

Place in the flow: for a person who doubts a record. Reads the topics, or files of `tawatur run`.
"""

import argparse
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from workers.admin.command import AdminError, command
from workers.admin.incident_text import printable
from workers.cli.known import Found, Known, from_files
from workers.cli.known_topics import from_topics
from workers.incidents.corrections import anchors
from workers.incidents.identity import incident_id_of
from workers.incidents.neighbours import Neighbour, neighbours
from workers.incidents.records import rulings_of
from workers.incidents.why import why
from workers.lexicon.actors import ActorTable
from workers.matching import Judge
from workers.matching.weights import load
from workers.model import Correction, Incident
from workers.pipeline import incident_key
from workers.settings import Settings
from workers.wire.corrections import correction_value
from workers.wire.incidents import incident_value

if TYPE_CHECKING:
    from workers.cli.parser import Subparsers

NEAR = timedelta(days=5)
"""Reports further apart than that share no block: days differ by at most two, and are told late."""

_EPILOG = """\
examples:
  tawatur why inc-8da6127ed6ebbc8f                       out of the topics (KAFKA_BOOTSTRAP)
  tawatur why inc-8da6127ed6ebbc8f --incidents incidents.jsonl
  tawatur why w-7#0 --incidents incidents.jsonl          the incident that holds this report
  tawatur why inc-8da6127ed6ebbc8f --json | jq '.reports[].match'

A bit doubles the odds that two reports tell of one attack; docs/matching.md tells what each
feature compares. The id of an incident that was taken over leads to the one that took it.
"""


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur why`."""
    parser = subparsers.add_parser(
        "why",
        help="why an incident is one: each report with its match weights",
        description="Shows an incident's reports, each with its match weights as a waterfall, the "
        "incidents that it could have been instead, what forbade them, and analysts' corrections.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", metavar="INCIDENT", help="an incident's id, or a report's event id")
    parser.add_argument(
        "--incidents", metavar="FILE", help="incidents as `tawatur run` writes them, not the topic"
    )
    parser.add_argument(
        "--events", metavar="FILE", help="events as `tawatur run` writes them, to look a report up"
    )
    parser.add_argument(
        "--corrections", metavar="FILE", help="corrections as `tawatur correct` writes them"
    )
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    parser.set_defaults(run=_run)


@command
def _run(args: argparse.Namespace, settings: Settings) -> int:
    if args.incidents:
        known = from_files(args.incidents, args.corrections, args.events)
    elif args.events or args.corrections:
        raise AdminError("--events and --corrections go with --incidents")
    else:
        known = from_topics(settings)
    found = known.find(args.id)
    met = _neighbours(known, found.incident)
    words = _words_on(known, found.incident)
    if args.json:
        print(orjson.dumps(_as_json(args.id, found, met, words)).decode())
        return 0
    for gone in found.led:
        print(f"{printable(gone)} was taken over by {printable(found.incident.incident_id)}:")
    for line in why(found.incident, met, words).splitlines():
        print(printable(line))
    sys.stdout.flush()
    return 0


def _neighbours(known: Known, incident: Incident) -> tuple[Neighbour, ...]:
    if not incident.reports:
        return ()
    first, last = incident.first_reported_at - NEAR, incident.last_reported_at + NEAR
    others = (
        other
        for other in known.of_country(incident_key(incident))
        if other.first_reported_at <= last and other.last_reported_at >= first
    )
    return neighbours(incident, others, Judge(load()), ActorTable.load().side_of)


def _words_on(known: Known, incident: Incident) -> list[Correction]:
    """The newest records of the corrections that name the incident or one of its reports."""
    named = {incident.incident_id, *incident.supersedes}
    named.update(incident_id_of(report.event.event_id) for report in incident.reports)
    rulings = known.rulings(incident_key(incident))
    return [word for word in rulings.standing() if not named.isdisjoint(anchors(word))]


def _as_json(
    asked: str, found: Found, met: tuple[Neighbour, ...], words: list[Correction]
) -> dict[str, object]:
    incident = found.incident
    record = incident_value(incident)
    reports = record.pop("reports")
    told = [
        {
            "event_id": report["event_id"],
            "article_id": report["article_id"],
            "url": report["url"],
            "source": report["source"],
            "published_at": report["published_at"],
            "role": report["event"]["role"],
            "title": report["event"]["title"],
            "origin": report["origin"],
            "founded": report["match"] is None,
            "corrections": rulings_of(held.match) if held.match is not None else (),
            "match": report["match"],
        }
        for report, held in zip(reports, incident.reports, strict=True)
    ]
    return {
        "asked": asked,
        "event_id": found.event_id,
        "taken_over": found.led,
        "incident": record,
        "corrections": [correction_value(word) for word in words],
        "reports": told,
        "neighbours": [
            {
                "incident_id": each.incident_id,
                "headline": each.headline,
                "weight": each.weight,
                "vetoes": each.vetoes,
            }
            for each in met
        ],
    }
