"""All commands, and the parser that loads only the one that was asked for.

Place in the flow: `workers.__main__` parses with it. `tawatur run` needs no Kafka client, so none
is imported for it: start-up is shorter.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # argparse has no public name for it.
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

COMMANDS: dict[str, tuple[str, str]] = {
    "up": (
        "workers.admin.up",
        "everything at once: broker, worker, sample articles, incidents live",
    ),
    "run": ("workers.cli.run", "extract and merge the articles of files, without Kafka"),
    "explain": ("workers.cli.explain", "one article with its events and the words they come from"),
    "why": ("workers.cli.why", "why an incident is one: each report with its match weights"),
    "correct": ("workers.cli.correct", "an analyst's word: same, different, no attack, a field"),
    "topics": ("workers.admin.topics", "create the topics, and check those that exist"),
    "worker": ("workers.streaming.worker", "run a worker: articles in, incidents out"),
    "publish": ("workers.admin.publish", "publish articles (JSON lines) to Kafka"),
    "tail": ("workers.admin.tail", "show incidents as they change"),
    "dead-letters": (
        "workers.admin.dead_letter_commands",
        "refused messages: list them, show one, send them back",
    ),
    "places": ("workers.admin.places", "the gazetteer: find names, import more, check points"),
    "broker": ("workers.admin.embedded", "run the embedded broker (in memory, for trying it out)"),
}
"""Command -> the module whose `configure` adds it, and its one line of help."""

_DESCRIPTION = """\
Tawatur reads news articles, extracts the violent events that they report (Arabic and English) and
merges the reports of one attack into one incident: from files, or live from Kafka to Kafka.
"""

_EPILOG = """\
first steps:
  tawatur up --once                  see it work, with sample articles and a broker of its own
  tawatur run articles.jsonl         your own articles, one JSON object a line
  tawatur explain article.json       why it read what it read
  tawatur COMMAND --help             every option of a command, with examples

Kafka commands take the broker from KAFKA_BOOTSTRAP (host:port); README.md lists all variables.
"""


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for these arguments: the command they name is configured, others are listed."""
    root = argparse.ArgumentParser(
        prog="tawatur",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"tawatur {_version()}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    asked = next((word for word in arguments if not word.startswith("-")), None)
    for name, (module, help_line) in COMMANDS.items():
        if name == asked:
            import_module(module).configure(commands)
        else:
            commands.add_parser(name, help=help_line)
    return root


def _version() -> str:
    try:
        return version("tawatur")
    except PackageNotFoundError:
        return "(not installed)"
