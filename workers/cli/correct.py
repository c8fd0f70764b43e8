"""`tawatur correct`: an analyst's word on incidents, which outranks the machine.

Place in the flow: checks a correction against what is known, shows what it changes, and writes it
to incidents.corrections (or to a file that `tawatur run --corrections` reads). Never the other way
round: a correction that could not hold is refused before it is written.
"""

import argparse
import getpass
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from workers.admin.command import AdminError, command
from workers.admin.connections import producer
from workers.admin.incident_text import incident_block, printable
from workers.cli import words
from workers.cli.known import Known, from_files
from workers.cli.known_topics import from_topics
from workers.cli.standing import Standing, standings
from workers.cli.words import Analyst
from workers.incidents.corrections import FIELDS
from workers.incidents.why import spoken
from workers.model import Correction, CorrectionAction
from workers.pipeline import Ruling
from workers.settings import Settings
from workers.wire import encode_correction
from workers.wire.corrections import correction_value
from workers.wire.incidents import incident_value
from workers.wire.topics import Topic

if TYPE_CHECKING:
    from workers.cli.parser import Subparsers

SEND_SECONDS = 30.0
"""The broker has acknowledged by then, or it is not there."""

_EPILOG = """\
examples:
  tawatur correct same inc-2f6c... inc-81d0... --reason "one attack, two names of the base"
  tawatur correct different a-17#0 b-4#0        two reports of one incident, by their event ids
  tawatur correct not-an-attack inc-2f6c...     a drill: retracted, with all that joins it
  tawatur correct not-an-attack a-17#0          this report only
  tawatur correct set inc-2f6c... deaths 12
  tawatur correct list
  tawatur correct undo c-5b1e...

`tawatur why INCIDENT` shows an incident's reports with their ids. The later word wins.
docs/corrections.md tells what a correction means, and what cannot be corrected.
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known, and where a correction is written to."""

    known: Known
    write: Callable[[Ruling], None]
    """Returns when the correction is safely there."""
    place: str


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur correct` with its six commands."""
    parser = subparsers.add_parser(
        "correct",
        help="an analyst's word: same, different, no attack, a field",
        description="Corrects incidents. An analyst's word outranks the machine, holds for reports "
        "that come later, and survives restarts and replays.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="correct_command", required=True, metavar="COMMAND")
    for name, help_line in (
        ("same", "two incidents, or reports, are one attack"),
        ("different", "two incidents, or reports, are not one attack"),
    ):
        pair = commands.add_parser(name, help=help_line)
        for side in ("first", "second"):
            pair.add_argument(side, metavar=side[0].upper(), help="an incident's or report's id")
        pair.set_defaults(run=_pair)
        _add_options(pair)
    none = commands.add_parser("not-an-attack", help="an incident is none, or a report tells none")
    none.add_argument("id", metavar="ID", help="an incident's or report's id")
    none.set_defaults(run=_none)
    field = commands.add_parser("set", help="a field of an incident has this value")
    field.add_argument("id", metavar="INCIDENT")
    field.add_argument("field", metavar="FIELD", choices=FIELDS, help=", ".join(FIELDS))
    field.add_argument(
        "value", metavar="VALUE", help="a code, a day, a number, weapons with commas"
    )
    field.set_defaults(run=_set)
    undo = commands.add_parser("undo", help="a correction no longer holds")
    undo.add_argument("id", metavar="CORRECTION", help="its id, or the beginning of it")
    undo.set_defaults(run=_undo)
    for each in (none, field, undo):
        _add_options(each)
    listed = commands.add_parser("list", help="every correction and whether it holds")
    listed.set_defaults(run=_list)
    _add_files(listed)


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--author", metavar="WHO", help="who says so (default: the user's name)")
    parser.add_argument("--reason", metavar="TEXT", help="why, for whoever reads it later")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, show what changes")
    _add_files(parser)


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--incidents", metavar="FILE", help="incidents as `tawatur run` writes them, not the topic"
    )
    parser.add_argument(
        "--corrections", metavar="FILE", help="corrections of files; new ones are added to it"
    )
    parser.add_argument("--json", action="store_true", help="JSON instead of text")


def _desk(args: argparse.Namespace, settings: Settings) -> Desk:
    if not (args.incidents or args.corrections):
        topic = settings.topic(Topic.CORRECTIONS)
        return Desk(from_topics(settings), lambda ruling: _publish(settings, ruling), topic)
    if not args.corrections:
        raise AdminError("--incidents goes with --corrections, the file that corrections are in")
    path = Path(args.corrections)
    known = from_files(args.incidents, str(path) if path.exists() else None)
    return Desk(known, lambda ruling: _append(path, ruling), str(path))


def _publish(settings: Settings, ruling: Ruling) -> None:
    """The correction is on all replicas afterwards, under the country that it rules."""
    with closing(producer(settings)) as kafka:
        value = encode_correction(ruling.correction)
        topic = settings.topic(Topic.CORRECTIONS)
        kafka.send(topic, key=ruling.country.encode(), value=value).get(timeout=SEND_SECONDS)


def _append(path: Path, ruling: Ruling) -> None:
    with path.open("ab") as file:
        file.write(encode_correction(ruling.correction) + b"\n")


def _analyst(args: argparse.Namespace) -> Analyst:
    try:
        author = (args.author or getpass.getuser()).strip()
    except (OSError, KeyError):
        author = ""
    if not author:
        raise AdminError("who says so? --author tells")
    return Analyst(author, datetime.now(UTC), args.reason)


@command
def _pair(args: argparse.Namespace, settings: Settings) -> int:
    desk = _desk(args, settings)
    action = CorrectionAction(args.correct_command)
    ruling = words.pairwise(desk.known, action, args.first, args.second, _analyst(args))
    return _say(args, desk, ruling)


@command
def _none(args: argparse.Namespace, settings: Settings) -> int:
    desk = _desk(args, settings)
    return _say(args, desk, words.not_an_attack(desk.known, args.id, _analyst(args)))


@command
def _set(args: argparse.Namespace, settings: Settings) -> int:
    desk = _desk(args, settings)
    ruling = words.set_field(desk.known, args.id, args.field, args.value, _analyst(args))
    return _say(args, desk, ruling)


@command
def _undo(args: argparse.Namespace, settings: Settings) -> int:
    desk = _desk(args, settings)
    return _say(args, desk, words.undo(desk.known, args.id, _analyst(args)))


def _say(args: argparse.Namespace, desk: Desk, ruling: Ruling) -> int:
    """Shows what the correction changes, and writes it."""
    correction = ruling.correction
    changed = words.effect(desk.known, ruling)
    if not args.dry_run:
        desk.write(ruling)
    if args.json:
        told = {
            "correction": correction_value(correction),
            "country_code": ruling.country,
            "written": not args.dry_run,
            "changes": [incident_value(incident) for incident in changed],
        }
        print(orjson.dumps(told).decode())
        return 0
    for incident in changed:
        print(incident_block(incident, colour=sys.stdout.isatty()), end="\n\n")
    if not changed:
        print("no incident changes now; it holds for reports to come")
    if _silenced(desk.known, correction):
        print("the report itself comes back when its article is published again")
    verb = "would be written" if args.dry_run else "written"
    print(f"{printable(correction.correction_id)} {verb} to {desk.place}, for {ruling.country}")
    return 0


def _silenced(known: Known, undone: Correction) -> bool:
    """Whether this undoes what took a report out: incidents keep nothing of it to bring back."""
    return undone.action is CorrectionAction.UNDO and any(
        word.correction.correction_id == undone.correction_id
        and word.correction.action is CorrectionAction.NOT_AN_ATTACK
        and bool(word.correction.event_ids)
        for word in known.words
    )


@command
def _list(args: argparse.Namespace, settings: Settings) -> int:
    known = _desk(args, settings).known
    found = standings(known)
    if args.json:
        print(orjson.dumps([_standing_value(each) for each in found]).decode())
        return 0
    for each in found:
        why = f" ({each.why})" if each.why else ""
        print(f"{each.state.value:<11} {printable(spoken(each.word.correction))}{why}")
    unread = f", {known.unread} refused: see `tawatur dead-letters list`" if known.unread else ""
    print(f"{len(found)} correction{'' if len(found) == 1 else 's'}{unread}")
    return 0


def _standing_value(standing: Standing) -> dict[str, object]:
    return {
        **correction_value(standing.word.correction),
        "country_code": standing.word.country,
        "state": standing.state.value,
        "why": standing.why or None,
    }
