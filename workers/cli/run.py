"""`tawatur run`: the whole pipeline on files, without Kafka.

Place in the flow: reads lines, replays them, writes the results. Quality is measured with it.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from workers.admin.incident_text import incident_block, printable
from workers.cli.inputs import STDIN, Line, read_lines
from workers.cli.known import Known, Word, corrections_of
from workers.cli.replay import Replay
from workers.cli.standing import State, standings
from workers.extraction import Extractor
from workers.incidents import IncidentBook
from workers.incidents.why import spoken
from workers.model import Correction, IncidentStatus, Rejected
from workers.pipeline import CountryBooks
from workers.resident import keep_loaded
from workers.wire import decode_incident

if TYPE_CHECKING:
    from workers.cli.parser import Subparsers

EXIT_REFUSED = 3
"""Some lines were refused: the rest is complete, yet the input was not what it should be."""

_EPILOG = """\
examples:
  tawatur run articles.jsonl                          incidents as readable text
  tawatur run day1.jsonl day2.jsonl.gz --incidents incidents.jsonl
  xzcat stream.xz | tawatur run - --events - --json
  tawatur run articles.jsonl --corrections corrections.jsonl   what `tawatur correct` wrote holds
  tawatur run articles.jsonl --json | jq .counts

An article is one JSON object a line, for example
  {"source": "example.org", "published_at": "2024-05-01T09:30:00+03:00", "body": "..."}
(schemas/article.schema.json tells every field). Lines that are no article are told on standard
error with file, line and reason, and skipped; the exit code is then 3. The same input gives the
same bytes.
"""


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur run`."""
    parser = subparsers.add_parser(
        "run",
        help="extract and merge the articles of files, without Kafka",
        description="Reads news articles, extracts the violent events and merges the reports of "
        "one attack into one incident.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="ARTICLES",
        help="JSON lines (.jsonl, .jsonl.gz, .jsonl.xz), or - for standard input",
    )
    parser.add_argument(
        "--events", metavar="FILE", help="write every event, with its incident_id, as JSON lines"
    )
    parser.add_argument(
        "--incidents", metavar="FILE", help="write every incident's final version as JSON lines"
    )
    parser.add_argument(
        "--corrections",
        metavar="FILE",
        help="analysts' corrections (`tawatur correct`), which hold from the first article on",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print counts, refused lines and (without --incidents) the incidents as JSON",
    )
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    books = CountryBooks(IncidentBook)
    words, refused = corrections_of(args.corrections) if args.corrections else ([], [])
    books.follow_everywhere(words)
    for line, why in refused:
        print(_complaint(line, why), file=sys.stderr)
    replay = Replay(Extractor.load(), books)
    keep_loaded()
    for line in read_lines(args.files):
        refusal = replay.take(line.value)
        if refusal is not None:
            refused.append((line, refusal))
            print(_complaint(line, refusal), file=sys.stderr)
    if words:
        _tell_idle(replay, words)
    if args.events:
        _write(args.events, replay.events())
    if args.incidents:
        _write(args.incidents, replay.incidents())
    if args.json:
        _print_json(replay, refused, whole=not args.incidents)
    elif not (args.events or args.incidents):
        _print_text(replay, len(refused))
    return EXIT_REFUSED if refused else 0


def _complaint(line: Line, refusal: Rejected) -> str:
    return f"{line.file}:{line.number}: {refusal.reason.value}: {refusal.detail}"


def _tell_idle(replay: Replay, words: list[Correction]) -> None:
    """Says which corrections changed nothing, and why: none is passed over in silence."""
    incidents = [decode_incident(record) for record in replay.incidents()]
    known = Known({each.incident_id: each for each in incidents}, tuple(map(Word, words)))
    for each in standings(known):
        if each.state in (State.WAITS, State.CANNOT_HOLD):
            what = printable(spoken(each.word.correction))
            print(f"correction {each.state.value}: {what}: {each.why}", file=sys.stderr)


def _write(name: str, records: Iterable[bytes]) -> None:
    if name == STDIN:
        sys.stdout.buffer.writelines(record + b"\n" for record in records)
        sys.stdout.buffer.flush()
        return
    with Path(name).open("wb") as file:
        file.writelines(record + b"\n" for record in records)


def _print_json(replay: Replay, refused: list[tuple[Line, Rejected]], *, whole: bool) -> None:
    incidents, events = replay.incidents(), replay.events()
    told = {
        "counts": {
            "articles": replay.articles,
            "refused": len(refused),
            "events": len(events),
            "incidents": len(incidents),
        },
        "refused": [
            {
                "file": line.file,
                "line": line.number,
                "reason": refusal.reason.value,
                "detail": refusal.detail,
            }
            for line, refusal in refused
        ],
    }
    if whole:
        told["incidents"] = [orjson.loads(record) for record in incidents]
    sys.stdout.buffer.write(orjson.dumps(told) + b"\n")


def _print_text(replay: Replay, refused: int) -> None:
    colour = sys.stdout.isatty()
    incidents = [decode_incident(record) for record in replay.incidents()]
    shown = [each for each in incidents if each.status is not IncidentStatus.SUPERSEDED]
    for incident in shown:
        print(incident_block(incident, colour=colour), end="\n\n")
    told = [
        _count(replay.articles, "article"),
        _count(len(replay.events()), "event"),
        _count(len(shown), "incident"),
    ]
    if refused:
        told.append(f"{_count(refused, 'line')} refused")
    print(", ".join(told))


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
