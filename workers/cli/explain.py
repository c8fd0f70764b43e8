"""`tawatur explain`: one article with its events, and the words that each field comes from.

Place in the flow: extraction alone, for a person who wants to know why.
"""

import argparse
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

import orjson

from workers.cli.inputs import STDIN, InputError, read_all
from workers.cli.passages import Colours, Mark, marked, passage
from workers.extraction import Extractor
from workers.incidents.address import address
from workers.model import Article, Event, Evidence, Rejected
from workers.wire import decode_article
from workers.wire.events import event_value
from workers.wire.fields import moment_text, parse_day, parse_moment

if TYPE_CHECKING:
    from workers.cli.parser import Subparsers

EXIT_USAGE = 2
EXIT_REFUSED = 3

_EPILOG = """\
examples:
  tawatur explain article.json
  tawatur explain articles.jsonl --line 7
  tawatur explain - --published-at 2024-05-01 < article.txt
  grep something articles.jsonl | tawatur explain - --json

FILE holds an article as a JSON object, JSON lines (then --line says which), or plain text. Plain
text needs --published-at, because "yesterday" is counted from there. In a terminal the words are
coloured, elsewhere they stand as [field: words]; where there are several events, a number before
the field tells which.
"""

_SHOWN = (
    ("what", ("sub_event_type", "event_type", "outcome", "certainty", "role")),
    ("when", ("date_start", "date_end", "date_prec", "date")),
    ("where", ("location",)),
    ("by", ("actors",)),
    ("against", ("recipients",)),
    ("weapons", ("weapons", "munitions")),
    ("killed", ("deaths",)),
    ("injured", ("injured",)),
)
"""Row of the table -> the contract's fields that it speaks of."""


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur explain`."""
    parser = subparsers.add_parser(
        "explain",
        help="one article with its events and the words they come from",
        description="Shows what is read out of one article, and from which words.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="the article, or - for standard input")
    parser.add_argument(
        "--line", type=int, default=1, metavar="N", help="which line of JSON lines (default: 1)"
    )
    parser.add_argument(
        "--published-at",
        metavar="WHEN",
        help="2024-05-01 or 2024-05-01T09:30:00+03:00, where the article does not say",
    )
    parser.add_argument("--language", metavar="CODE", help="ar, en, ... of a plain text")
    parser.add_argument("--json", action="store_true", help="the events as one JSON object")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    article = decode_article(_value(args), None)
    if isinstance(article, Rejected):
        hint = " (--published-at gives it)" if article.detail.startswith("published_at") else ""
        shown = "<stdin>" if args.file == STDIN else args.file
        complaint = f"tawatur: {shown}: {article.reason.value}: {article.detail}{hint}"
        print(complaint, file=sys.stderr)
        return EXIT_REFUSED
    events = Extractor.load().extract(article)
    if args.json:
        sys.stdout.buffer.write(orjson.dumps(_json(article, events)) + b"\n")
    else:
        print(explained(article, events, Colours(sys.stdout.isatty())))
    return 0


def _value(args: argparse.Namespace) -> bytes:
    """The article as a JSON object's bytes, with what the options add where it says nothing."""
    value = read_all(args.file).strip()
    if value.startswith((b"{", b"[", b'"')):
        value = _chosen(value, args.line)
        fields = _parsed(value)
    else:
        fields = {"source": "unknown", "body": value.decode("utf-8", "replace")}
    if not isinstance(fields, dict):
        return value  # decode_article says what is wrong with it
    given = {"language": args.language, "published_at": _published(args.published_at)}
    missing = {name: told for name, told in given.items() if told and not fields.get(name)}
    return bytes(orjson.dumps(fields | missing))


def _chosen(value: bytes, number: int) -> bytes:
    """The JSON text to explain: the whole value, or one line of JSON lines."""
    lines = [value]
    if _parsed(value) is None:
        lines = [line for line in value.split(b"\n") if line.strip()]
    if not 1 <= number <= len(lines):
        raise InputError(f"--line {number}: the input has {len(lines)}")
    return lines[number - 1]


def _parsed(value: bytes) -> object:
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return None


def _published(given: str | None) -> str | None:
    """A day alone means its noon, UTC."""
    if given is None or parse_moment(given) is not None:
        return given
    if parse_day(given) is not None:
        return f"{given}T12:00:00Z"
    raise InputError(f"--published-at {given}: expected 2024-05-01 or 2024-05-01T09:30:00+03:00")


def _words(article: Article, found: Evidence) -> str:
    return _text(article, found.part)[found.start : found.end]


def _text(article: Article, part: str) -> str:
    return (article.title or "") if part == "title" else article.body


def _json(article: Article, events: tuple[Event, ...]) -> dict[str, object]:
    told = []
    for event in events:
        words: dict[str, list[str]] = defaultdict(list)
        for found in event.evidence:
            words[found.field].append(_words(article, found))
        told.append({**event_value(event), "words": dict(words)})
    head = {
        "id": article.id,
        "source": article.source,
        "published_at": moment_text(article.published_at),
        "title": article.title,
    }
    return {"article": head, "events": told}


def explained(article: Article, events: tuple[Event, ...], colours: Colours) -> str:
    """The article with its evidence marked, then each event with its fields and their words."""
    blocks = []
    for part in ("title", "body"):
        text = _text(article, part)
        marks = [
            Mark(
                found.start,
                found.end,
                f"{number} {found.field}" if len(events) > 1 else found.field,
            )
            for number, event in enumerate(events, start=1)
            for found in event.evidence
            if found.part == part
        ]
        if text:
            blocks.append(marked(text, marks, colours))
    if not events:
        blocks.append("No violent event is read out of this article.")
    blocks += [_event_block(article, n, event, colours) for n, event in enumerate(events, start=1)]
    return "\n\n".join(blocks)


def _event_block(article: Article, number: int, event: Event, colours: Colours) -> str:
    lines = [colours.bold(f"event {number}: {event.sub_event_type.value} ({event.role.value})")]
    known = _known(event)
    for row, fields in _SHOWN:
        evidence = [found for found in event.evidence if _root(found) in fields]
        if known[row] is None and not evidence:
            continue
        lines.append(f"  {row:8} {colours.bold(known[row] or 'unknown')}")
        lines += [_quoted(article, found, colours) for found in evidence]
    rest = {name for _, fields in _SHOWN for name in fields}
    for found in event.evidence:
        if _root(found) not in rest:
            lines += [f"  {found.field}", _quoted(article, found, colours)]
    return "\n".join(lines)


def _root(found: Evidence) -> str:
    """`actors` for evidence of `actors[0].name`."""
    return found.field.partition(".")[0].partition("[")[0]


def _quoted(article: Article, found: Evidence, colours: Colours) -> str:
    mark = Mark(found.start, found.end, found.field)
    return f"           {passage(_text(article, found.part), mark, colours)}  ({found.part})"


def _known(event: Event) -> dict[str, str | None]:
    """Row of the table -> what is known, as text."""
    date, place, deaths, injured = event.date, event.location, event.deaths, event.injured
    days = None
    if date is not None:
        days = date.start.isoformat()
        days += f" to {date.end.isoformat()}" if date.end != date.start else ""
        days += f" ({date.precision.name.lower().replace('_', ' ')})"
    where = None
    if place is not None:
        where = f"{address(place)} ({place.where_prec.name.lower()})"
        if place.latitude is not None and place.longitude is not None:
            where += f" {place.latitude:.3f}, {place.longitude:.3f}"
    weapons = ", ".join(weapon.value for weapon in event.weapons)
    weapons += f" x {event.munitions}" if event.munitions is not None else ""
    tolls = (
        None if t is None else f"{t.best}" + (f" ({t.low} to {t.high})" if t.low != t.high else "")
        for t in (deaths, injured)
    )
    attackers = "; ".join(f"{a.name} ({a.attribution.value})" for a in event.actors)
    attacked = "; ".join(f"{r.name}" + (f" ({r.kind})" if r.kind else "") for r in event.recipients)
    killed, hurt = tolls
    return {
        "what": f"{event.sub_event_type.value}, {event.outcome.value}, {event.certainty.value}",
        "when": days,
        "where": where,
        "by": attackers or None,
        "against": attacked or None,
        "weapons": weapons or None,
        "killed": killed,
        "injured": hurt,
    }
