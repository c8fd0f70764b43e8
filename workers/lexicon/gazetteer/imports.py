"""Reading other gazetteers: a GeoNames dump, or a table with a heading line.

Place in the flow: `tawatur places import` writes what is read here as a table in our own form,
which `own.table_rows` reads back when the gazetteer is next compiled.
Source: geonames.org/export, readme.txt (columns of the country files and of alternateNamesV2).
"""

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from workers.lexicon.gazetteer.names import is_arabic
from workers.lexicon.gazetteer.rows import kind_of_town

GEONAMES_COLUMNS = 19
_KIND_OF_FEATURE = {
    "ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2", "PPLX": "quarter", "PPLC": "city",
    "AIRP": "airport", "AIRF": "airport", "AIRB": "base", "MILB": "base", "INSM": "base",
    "CMPRF": "camp", "OILF": "field", "GASF": "field", "OILR": "field", "RFN": "field",
    "BDG": "site", "MT": "mountain", "MTS": "mountain", "HLL": "mountain", "PASS": "mountain",
    "ISL": "island", "WAD": "valley", "VAL": "valley", "RGN": "region", "CRSB": "crossing",
}  # fmt: skip
"""What is taken beside populated places (class P). Source: GeoNames feature codes."""
_GONE = frozenset(("PPLH", "PPLQ", "PPLW"))
"""Historical, abandoned and destroyed places: an old village's name is mostly a living one's, too.
Source: GeoNames feature codes.
"""
_KIND_OF_PLACETYPE = {
    "locality": "town", "neighbourhood": "quarter", "county": "admin2", "region": "admin1",
    "localadmin": "admin2", "campus": "base", "country": "country",
}  # fmt: skip
"""Source: Who's On First placetypes."""
_LANGUAGES = frozenset(("ar", "en", "", "fa", "ckb", "ur", "ps"))
_FLAG = "1"


@dataclass(frozen=True, slots=True)
class Imported:
    """One place of another gazetteer, as it will stand in a table of our form."""

    place_id: str
    country: str
    kind: str
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    admin1: str
    people: int

    def fields(self, source: str) -> list[str]:
        """The table's fields, see `own.COLUMNS`."""
        arabic = "|".join(name for name in self.names if is_arabic(name))
        latin = "|".join(name for name in self.names if not is_arabic(name))
        point = (f"{self.latitude:.5f}", f"{self.longitude:.5f}")
        return [
            self.country, self.kind, self.name, arabic, latin, self.admin1, *point, "", "",
            source, self.place_id, str(self.people),
        ]  # fmt: skip


def alternate_names(lines: Iterable[str], wanted: Container[str]) -> dict[str, list[str]]:
    """GeoNames id to its names in Arabic, English and neighbours' scripts, none historic.

    Only of the ids wanted: the whole file has sixteen million names.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        historic = len(fields) > 7 and fields[7] == _FLAG  # noqa: PLR2004 - column of alternateNamesV2
        told = len(fields) > 3 and fields[2] in _LANGUAGES and not historic  # noqa: PLR2004 - ditto
        if told and fields[1] in wanted:
            names[fields[1]].append(fields[3])
    return names


def geonames(
    lines: Iterable[str],
    alternates: Mapping[str, list[str]],
    admin1_of: Mapping[tuple[str, str], str],
    passed_over: Counter[str],
) -> Iterator[Imported]:
    """The places of a GeoNames country file that news may name.

    `admin1_of`: (country, admin1 code) to its name. Other lines are counted in `passed_over`, by
    the reason.
    """
    for line in lines:
        fields = line.rstrip("\n").split("\t")
        if len(fields) != GEONAMES_COLUMNS:
            passed_over[f"not of {GEONAMES_COLUMNS} columns"] += 1
            continue
        identifier, name, _, listed, latitude, longitude, feature_class, feature = fields[:8]
        country, people = fields[8], fields[14] or "0"
        if feature in _GONE:
            passed_over["no longer inhabited"] += 1
            continue
        if feature_class != "P" and feature not in _KIND_OF_FEATURE:
            passed_over["of a kind that is not looked for"] += 1
            continue
        if not (name and _is_number(latitude) and _is_number(longitude) and people.isdecimal()):
            passed_over["without a name, a point or a number of people"] += 1
            continue
        names = (name, *alternates.get(identifier, ()), *filter(is_arabic, listed.split(",")))
        yield Imported(
            place_id=f"gn:{identifier}",
            country=country,
            kind=_KIND_OF_FEATURE.get(feature) or kind_of_town(int(people)),
            name=_plain(name),
            names=tuple(dict.fromkeys(_plain(n) for n in names)),
            latitude=float(latitude),
            longitude=float(longitude),
            admin1=admin1_of.get((country, fields[10]), ""),
            people=int(people),
        )


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def headed_table(lines: Iterable[str]) -> Iterator[Imported]:
    """The places of a tab-separated table whose first line names its columns.

    Needed: an id (`id` or `wof_id`), `country_code`, `name`, `latitude`, `longitude`. Used where
    there: `placetype`, `names_ar`, `names_en`, `region`, `population`.

    Raises:
        ValueError: a needed column is missing, or a number is none.
    """
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = set(reader.fieldnames or ())
    missing = {"country_code", "name", "latitude", "longitude"} - columns
    if missing or not columns & {"id", "wof_id"}:
        raise ValueError(f"the table lacks columns: {', '.join(sorted(missing or {'id'}))}")
    prefix = "wof" if "wof_id" in columns else "imported"
    for row in reader:
        people = int(row.get("population") or 0)
        kind = _KIND_OF_PLACETYPE.get(row.get("placetype") or "locality", "site")
        names = (row["name"], *(row.get("names_ar") or "").split("|"))
        names += tuple((row.get("names_en") or "").split("|"))
        yield Imported(
            place_id=f"{prefix}:{row.get('wof_id') or row.get('id')}",
            country=row["country_code"],
            kind=kind_of_town(people) if kind == "town" else kind,
            name=row["name"],
            names=tuple(dict.fromkeys(_plain(name) for name in names if name)),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            admin1=row.get("region") or "",
            people=people,
        )


def _plain(name: str) -> str:
    return name.replace("\t", " ").replace("|", " ").strip()
