"""`make golden`: every figure of every labelled corpus, in one table, and the pinned floors.

python -m tests.golden.run [--json] [--all-months] [--corpus NAME]...
python -m tests.golden.run --update-floors            raises floors to the figures of now
python -m tests.golden.run --update-floors --lower    also lowers them: say why in the commit
"""

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tests.golden.corpora import Corpus, corpora, evaluated

FLOORS = Path(__file__).with_name("floors.toml")
CEILINGS = frozenset({"stale_as_new", "false_merges"})
"""Figures that are better when lower: their floor is a ceiling."""
GROUPS = ("article", "event", "incident", "b3", "pair")
FIELDS = ("type", "outcome", "day", "place", "killed", "wounded", "weapons")
PLACES = 4
"""Decimals of a floor: a hundredth of a percent."""


def flat(figures: dict[str, Any]) -> dict[str, float]:
    """Figure name -> value: those that have floors.

    Of precision, recall and F1 only F1: to trade the one for the other is no fall.
    """
    out = {f"{group}_f1": figures[group][2] for group in GROUPS}
    out |= {f"field_{name}": value for name, value in figures["fields"].items()}
    out |= {name: float(figures[name]) for name in sorted(CEILINGS)}
    return {name: round(value, PLACES) for name, value in out.items()}


def read_floors() -> dict[str, Any]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def is_worse(name: str, value: float, floor: float) -> bool:
    return value > floor if name in CEILINGS else value < floor


def updated(old: dict[str, float], now: dict[str, float], *, lower: bool) -> dict[str, float]:
    """The new floors: the better of both; the figures of now where lowering is allowed."""
    return {
        name: old[name] if not lower and name in old and is_worse(name, value, old[name]) else value
        for name, value in now.items()
    }


def write_floors(floors: dict[str, Any]) -> None:
    lines = [
        "# Written by `python -m tests.golden.run --update-floors`. A figure below its floor, or a",
        "# corpus other than the digest's, fails the tests. stale_as_new, false_merges: ceilings.",
    ]
    for name, corpus in sorted(floors.items()):
        lines += ["", f'["{name}"]', f'digest = "{corpus["digest"]}"', "", f'["{name}".floors]']
        lines += [f"{figure} = {value}" for figure, value in sorted(corpus["floors"].items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(rows: dict[str, dict[str, Any]]) -> str:
    """Figures by corpus, in percent."""
    names = list(rows)
    width = max([10, *map(len, names)])

    def line(label: str, cells: list[str]) -> str:
        return f"{label:<22}" + "".join(f"{cell:>{width + 2}}" for cell in cells)

    lines = [line("", names)]
    lines += [
        line(count.replace("_", " "), [str(rows[name][count]) for name in names])
        for count in ("articles", "gold_events", "predicted_events")
    ]
    for group in GROUPS:
        cells = ["/".join(f"{100 * x:.0f}" for x in rows[n][group][:2]) for n in names]
        lines.append(line(f"{group} P/R", cells))
        lines.append(line(f"{group} F1", [f"{100 * rows[n][group][2]:.1f}" for n in names]))
    for what in FIELDS:
        values = [rows[name]["fields"].get(what) for name in names]
        cells = ["-" if value is None else f"{100 * value:.1f}" for value in values]
        lines.append(line(f"field {what}", cells))
    lines.append(line("stale as new", [f"{100 * rows[n]['stale_as_new']:.1f}" for n in names]))
    counts = [f"{rows[n]['predicted_incidents']}/{rows[n]['gold_incidents']}" for n in names]
    lines.append(line("incidents found/gold", counts))
    lines.append(line("false merges", [str(rows[n]["false_merges"]) for n in names]))
    return "\n".join(lines)


def chosen(args: argparse.Namespace) -> tuple[Corpus, ...]:
    here = corpora(all_months=args.all_months)
    if not args.corpus:
        return here
    wanted = [c for c in here if c.name in args.corpus or c.name.split()[0] in args.corpus]
    if not wanted:
        raise SystemExit(f"no such corpus; here are: {', '.join(c.name for c in here)}")
    return tuple(wanted)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--all-months", action="store_true", help="newswire's blind months, too")
    parser.add_argument("--corpus", action="append", metavar="NAME", help="only these")
    parser.add_argument("--update-floors", action="store_true", help="pin the figures of now")
    parser.add_argument("--lower", action="store_true", help="let --update-floors lower floors")
    args = parser.parse_args()
    picked = chosen(args)
    rows = {}
    for corpus in tqdm(picked, desc="golden", leave=False, disable=not sys.stderr.isatty()):
        rows[corpus.name] = evaluated(corpus)[0]
    print(json.dumps(rows) if args.json else table(rows))
    if args.update_floors:
        floors = read_floors()
        for corpus in picked:
            old = floors.get(corpus.name, {}).get("floors", {})
            now = updated(old, flat(rows[corpus.name]), lower=args.lower)
            floors[corpus.name] = {"digest": corpus.digest(), "floors": now}
        write_floors(floors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
