"""Our own tables of places, and imported tables of the same form.

Place in the flow: read when the gazetteer is compiled. A table's columns are described in
docs/places.md.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from workers.lexicon.gazetteer.rows import PRECISION_OF, Row, default_weight

PLACES_DIR = Path(__file__).parents[1] / "data" / "places"
COLUMNS = (
    "country", "kind", "name", "names_ar", "names_en", "admin1", "latitude", "longitude",
    "precision", "parent", "source", "id", "people",
)  # fmt: skip
_NEEDED = 8
OWN_PREFIX = "tw:"
"""Begins the ids of our own rows."""
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_KINDS_IN_IDS = frozenset(("admin1", "admin2", "region", "sea"))
"""Kinds that share a name with a town: their ids say what they are."""
_OWN_BONUS = 0.2
"""What our own table holds is there because the news speaks of it: chosen."""


def table_files() -> list[Path]:
    """Our own tables, in a fixed order."""
    return sorted((PLACES_DIR / "tables").glob("*.tsv"))


def slug(name: str) -> str:
    """The name in lower-case ASCII with hyphens, for ids."""
    ascii_name = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", ascii_name).strip("-")


def table_rows(path: Path) -> Iterator[Row]:
    """The rows of one table; raises `ValueError` naming file and line where one is malformed."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, fields in enumerate(
            csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1
        ):
            if not fields or fields[0].startswith("#") or fields[0] == "country":
                continue
            try:
                yield _row(fields)
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error


def _row(fields: list[str]) -> Row:
    if len(fields) < _NEEDED:
        raise ValueError(f"{len(fields)} fields, at least {_NEEDED} are needed")
    values = dict(zip(COLUMNS, fields + [""] * (len(COLUMNS) - len(fields)), strict=True))
    kind, name = values["kind"], values["name"]
    listed = (name, *values["names_ar"].split("|"), *values["names_en"].split("|"))
    ours = not values["id"]
    people = int(values["people"] or 0)
    suffix = f":{kind}" if kind in _KINDS_IN_IDS else ""
    bonus = _OWN_BONUS if ours and kind != "admin1" else 0.0
    return Row(
        place_id=values["id"] or f"{OWN_PREFIX}{values['country'].lower()}:{slug(name)}{suffix}",
        name=name,
        names=tuple(dict.fromkeys(n.strip() for n in listed if n.strip())),
        country=values["country"],
        kind=kind,
        latitude=float(values["latitude"]) if values["latitude"] else None,
        longitude=float(values["longitude"]) if values["longitude"] else None,
        precision=int(values["precision"]) if values["precision"] else PRECISION_OF.get(kind, 1),
        weight=default_weight(kind, people) + bonus,
        admin1=values["admin1"],
        parent=values["parent"],
    )


def country_names() -> dict[str, tuple[str, ...]]:
    """Other names of countries, by ISO code: our own table `countries.tsv`."""
    lines = (PLACES_DIR / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {code: (*arabic.split("|"), *english.split("|")) for code, arabic, english in rows}
