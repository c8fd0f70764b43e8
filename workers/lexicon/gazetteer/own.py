"""Our own tables of places: `workers/lexicon/data/places/*.tsv`, and imported tables of the same
form.

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
    "country",
    "kind",
    "name",
    "names_ar",
    "names_en",
    "admin1",
    "latitude",
    "longitude",
    "precision",
    "parent",
    "source",
)
OWN_PREFIX = "tw:"
"""Begins the ids of our own rows."""
_NO_SLUG = re.compile(r"[^a-z0-9]+")
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
    padded = fields + [""] * (len(COLUMNS) - len(fields))
    country, kind, name, names_ar, names_en, admin1, latitude, longitude, precision, parent, _ = (
        padded
    )
    listed = [name, *names_ar.split("|"), *names_en.split("|")]
    return Row(
        place_id=f"{OWN_PREFIX}{country.lower()}:{slug(name)}"
        + ("" if kind not in ("admin1", "admin2", "region", "sea") else f":{kind}"),
        name=name,
        names=tuple(dict.fromkeys(n.strip() for n in listed if n.strip())),
        country=country,
        kind=kind,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        precision=int(precision) if precision else PRECISION_OF.get(kind, 1),
        weight=default_weight(kind) + (0.0 if kind == "admin1" else _OWN_BONUS),
        admin1=admin1,
        parent=parent,
    )


def country_names() -> dict[str, tuple[str, ...]]:
    """Other names of countries, by ISO code: our own table `countries.tsv`."""
    lines = (PLACES_DIR / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {code: (*arabic.split("|"), *english.split("|")) for code, arabic, english in rows}
