"""`tawatur places`: what the gazetteer knows, a larger one for it, and a check of our own tables.

Place in the flow: beside the stream. What `import` writes is read by every later start that uses
the same cache folder; the gazetteer's version changes with it.
"""

import argparse
import csv
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from tqdm import tqdm

from workers.admin.command import AdminError, command
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.build import admin1_by_code
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.imports import (
    GEONAMES_COLUMNS,
    Imported,
    alternate_names,
    geonames,
    headed_table,
)
from workers.lexicon.gazetteer.names import key
from workers.lexicon.gazetteer.own import COLUMNS, table_files, table_rows
from workers.lexicon.gazetteer.rows import Row
from workers.settings import Settings
from workers.text.cache import default_cache_dir

if TYPE_CHECKING:
    from workers.admin.command import Subparsers

_FAR_KM = 30.0
"""A place farther from all its namesakes in the reference is worth a look."""
_CHECKED_KINDS = frozenset(("city", "town", "village", "admin2", "airport", "base"))
_SHOWN_MAX = 20

_EPILOG = """\
examples:
  tawatur places find الميادين
  tawatur places import SY.txt --alternate-names alternateNamesV2.txt   GeoNames' files
  tawatur places import places.tsv.xz                                   a table with a heading line
  tawatur places check places.tsv.xz                                    our tables against another
"""


def configure(subparsers: "Subparsers") -> None:
    """Adds `tawatur places`."""
    parser = subparsers.add_parser(
        "places",
        help="what the gazetteer knows; a larger one for it",
        description="Looks places up, imports a gazetteer, checks the built-in tables.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--cache-dir", type=Path, help="where the gazetteer is kept")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    finding = actions.add_parser("find", help="the places that bear a name")
    finding.add_argument("name", metavar="NAME")
    finding.set_defaults(run=_find)
    importing = actions.add_parser("import", help="add the places of a file to the gazetteer")
    importing.add_argument("file", type=Path, metavar="FILE", help="plain, .xz or .zip")
    importing.add_argument("--alternate-names", type=Path, metavar="FILE", help="alternateNamesV2")
    importing.set_defaults(run=_import)
    checking = actions.add_parser("check", help="built-in places far from their namesakes")
    checking.add_argument("file", type=Path, metavar="FILE", help="a table with a heading line")
    checking.set_defaults(run=_check)


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as text:
            yield from text
    elif path.suffix == ".zip":
        with ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".txt") and "readme" not in name.lower():
                    with archive.open(name) as member:
                        yield from TextIOWrapper(member, encoding="utf-8")
    else:
        with path.open(encoding="utf-8") as text:
            yield from text


def read_places(
    path: Path,
    alternates: Path | None = None,
    passed_over: Counter[str] | None = None,
) -> Iterator[Imported]:
    """The places of a file in either form, told apart by its first line.

    Lines of a GeoNames file that are no place to look for are counted in `passed_over`.

    Raises:
        AdminError: the file cannot be read or is of neither form; the message says why.
    """
    try:
        lines = _lines(path)
        first = next(lines, "")
        everything = chain([first], lines)
        if first.count("\t") == GEONAMES_COLUMNS - 1 and first.split("\t", 1)[0].isdigit():
            names = alternate_names(_lines(alternates), _ids(path)) if alternates else {}
            counted = Counter() if passed_over is None else passed_over
            yield from geonames(everything, names, admin1_by_code(), counted)
        else:
            yield from headed_table(everything)
    except (OSError, EOFError, ValueError, BadZipFile, lzma.LZMAError) as error:
        raise AdminError(f"{path}: {error}") from error


def _ids(path: Path) -> set[str]:
    return {line.split("\t", 1)[0] for line in _lines(path)}


@command
def _import(args: argparse.Namespace, settings: Settings) -> int:
    del settings
    folder = (args.cache_dir or default_cache_dir()) / "imported"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{args.file.name.split('.', 1)[0]}.tsv"
    part = target.with_suffix(".part")
    passed_over: Counter[str] = Counter()
    places = read_places(args.file, args.alternate_names, passed_over)
    try:
        count = _write(part, places, args.file.name)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    gazetteer = Gazetteer.load(args.cache_dir)
    print(f"{count} places imported into {target}")
    for reason, lines in passed_over.most_common():
        print(f"{lines} lines passed over: {reason}")
    print(f"gazetteer {gazetteer.version}: {len(gazetteer.columns.ids)} places")
    return 0


def _write(path: Path, places: Iterable[Imported], source: str) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        table.writerow(COLUMNS)
        for place in tqdm(places, unit=" places", disable=not sys.stderr.isatty()):
            table.writerow(place.fields(source))
            count += 1
    return count


@command
def _find(args: argparse.Namespace, settings: Settings) -> int:
    del settings
    gazetteer = Gazetteer.load(args.cache_dir)
    entries = gazetteer.lookup(key(args.name))
    for entry in entries[:_SHOWN_MAX]:
        place = gazetteer.place(entry)
        where = ", ".join(filter(None, (place.name, place.admin1, place.country)))
        point = "" if place.latitude is None else f"{place.latitude:.4f} {place.longitude:.4f}"
        kind = gazetteer.columns.kinds[entry]
        print(f"{place.place_id}\t{kind}\t{where}\t{point}\tprecision {int(place.where_prec)}")
    if not entries:
        print("no place bears this name")
    return 0 if entries else 1


@command
def _check(args: argparse.Namespace, settings: Settings) -> int:
    del settings
    reference: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for place in read_places(args.file):
        for name in place.names:
            reference[place.country, key(name)].append((place.latitude, place.longitude))
    checked = far = 0
    for path in table_files():
        for row in table_rows(path):
            distance = _nearest_km(row, reference)
            if distance is None:
                continue
            checked += 1
            if distance > _FAR_KM:
                far += 1
                what = f"{path.name}\t{row.country}\t{row.kind}\t{row.name}"
                print(f"{what}\t{row.latitude} {row.longitude}\t{distance:.0f} km")
    print(f"{checked} places have namesakes in {args.file.name},")
    print(f"{far} of them farther than {_FAR_KM:.0f} km")
    return 0


def _nearest_km(
    row: Row, reference: dict[tuple[str, str], list[tuple[float, float]]]
) -> float | None:
    """How far the nearest namesake in the same country is, None where there is none."""
    if row.kind not in _CHECKED_KINDS or row.latitude is None or row.longitude is None:
        return None
    points = [p for name in row.names for p in reference.get((row.country, key(name)), ())]
    return min((km((row.latitude, row.longitude), point) for point in points), default=None)
