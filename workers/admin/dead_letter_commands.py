"""`tawatur dead-letters list|show|replay`: the commands around `workers.admin.dead_letters`."""

import argparse
import base64
import sys
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import orjson

from workers.admin.command import AdminError, command
from workers.admin.dead_letters import DeadLetter, chosen, dead_letters, find, replay
from workers.admin.incident_text import printable
from workers.settings import Settings

if TYPE_CHECKING:
    from workers.admin.command import Subparsers


def as_text(value: bytes | None) -> str:
    """Bytes for a person: text where they are UTF-8, else Python's escapes, `null` for none."""
    if value is None:
        return "null"
    try:
        return value.decode()
    except UnicodeDecodeError:
        return repr(value)


def _as_json(letter: DeadLetter, *, whole: bool) -> str:
    told: dict[str, object] = {
        "id": letter.id,
        "reason": letter.reason,
        "detail": letter.detail,
        "error_class": letter.error_class,
        "stage": letter.stage,
        "code_version": letter.code_version,
        "failed_at": letter.failed_at,
        "source": letter.source,
        "replayed": letter.replayed,
        "size": len(letter.value or b""),
    }
    if whole:
        for name, value in (("key", letter.key), ("value", letter.value)):
            told[f"{name}_base64"] = None if value is None else base64.b64encode(value).decode()
        told["headers"] = [[name, as_text(value)] for name, value in letter.headers]
    return orjson.dumps(told).decode()


@command
def _list(args: argparse.Namespace, settings: Settings) -> int:
    reasons: Counter[str] = Counter()
    for letter in chosen(dead_letters(settings), reason=args.reason):
        reasons[letter.reason] += 1
        if args.json:
            print(_as_json(letter, whole=False))
            continue
        state = "replayed" if letter.replayed else "waiting "
        size = f"{len(letter.value or b''):,} bytes"
        print(f"{letter.id}  {state}  {printable(letter.failed_at)}  {size}")
        print(f"    {printable(letter.reason)}: {printable(letter.detail)}")
        print(f"    from {printable(letter.source)}")
    if not args.json:
        counted = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
        print(f"{reasons.total()} dead letters" + (f": {printable(counted)}" if counted else ""))
    return 0


@command
def _show(args: argparse.Namespace, settings: Settings) -> int:
    letter = find(settings, args.id)
    if args.raw:
        sys.stdout.buffer.write(letter.value or b"")
        return 0
    if args.json:
        print(_as_json(letter, whole=True))
        return 0
    print(f"{letter.id}{' (replayed)' if letter.replayed else ''}")
    for name, value in letter.headers:
        print(f"  {printable(name)}: {printable(as_text(value))}")
    print(f"  key: {printable(as_text(letter.key))}")
    print(f"  value ({len(letter.value or b''):,} bytes):")
    for line in as_text(letter.value).splitlines():
        print(f"    {printable(line)}")
    return 0


@command
def _replay(args: argparse.Namespace, settings: Settings) -> int:
    if not (args.ids or args.reason or args.all):
        raise AdminError("say which: ids, --reason REASON, or --all")
    done = replay(settings, ids=args.ids, reason=args.reason, dry_run=args.dry_run)
    if args.json:
        print(orjson.dumps({**asdict(done), "dry_run": args.dry_run}).decode())
        return 0
    verb = "would be sent back" if args.dry_run else "sent back"
    for letter_id in done.sent:
        print(f"{letter_id} {verb}")
    print(f"{len(done.sent)} {verb}, {done.sent_before} were sent before and stay")
    if done.void:
        print(f"{done.void} are kept without their content: nothing to send")
    return 0


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur dead-letters` with its three commands."""
    parser = subparsers.add_parser(
        "dead-letters", help="refused messages: list them, show one, send them back"
    )
    commands = parser.add_subparsers(dest="dead_letters_command", required=True)
    listed = commands.add_parser("list", help="every dead letter with reason, source and time")
    listed.add_argument("--reason", help="only those refused for this reason")
    listed.set_defaults(run=_list)
    shown = commands.add_parser("show", help="one dead letter with its headers and bytes")
    shown.add_argument("id", metavar="ID", help="topic:partition:offset, as `list` tells it")
    shown.add_argument("--raw", action="store_true", help="the value's bytes and nothing else")
    shown.set_defaults(run=_show)
    again = commands.add_parser("replay", help="send them back to where they came from, once")
    again.add_argument("ids", metavar="ID", nargs="*", help="topic:partition:offset")
    again.add_argument("--reason", help="all that were refused for this reason")
    again.add_argument("--all", action="store_true", help="all of them")
    again.add_argument("--dry-run", action="store_true", help="send nothing, tell what would be")
    again.set_defaults(run=_replay)
    for each in (listed, shown, again):
        each.add_argument("--json", action="store_true", help="JSON instead of text")
