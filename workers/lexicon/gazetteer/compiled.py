"""The gazetteer as packed columns: small in memory, quick to store and to read back.

Place in the flow: `compile_rows` packs the sources' rows; `to_bytes`/`from_bytes` carry the result
through the cache. With or without the cache the columns are the same.
"""

from __future__ import annotations  # arrays take no type parameter before Python 3.12

from array import array
from collections import defaultdict
from dataclasses import dataclass, fields
from sys import byteorder
from typing import TYPE_CHECKING

import orjson

from workers.lexicon.gazetteer.names import arabic_variants, is_arabic, latin_variants, usable
from workers.lexicon.gazetteer.own import OWN_PREFIX
from workers.lexicon.gazetteer.sources import FOCUS_COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workers.lexicon.gazetteer.rows import Row
    from workers.lexicon.gazetteer.sources import Town

ARABIC_COUNTRIES = frozenset(
    ("SY", "IQ", "YE", "LB", "PS", "JO", "EG", "LY", "SD", "SO", "TN", "DZ", "MA", "EH", "MR", "SA",
     "AE", "QA", "BH", "KW", "OM", "DJ", "KM")
)  # fmt: skip
"""Where names are Arabic: their spelling is not a transcription. Source: members of the Arab
League."""

_WORDS_MAX = 6
"""Longest name looked for, in words: longer ones are descriptions."""

_FAMOUS = 1.0
_KNOWN_BESIDE = 0.78
"""A Paris in Texas is not meant: weights of a city of 300,000 people and of a town of as many."""

_SETTLEMENT_NOUNS = ("قريه ", "بلده ")
_SETTLEMENTS = frozenset(("village", "town"))

NO_POINT = 1_000.0
"""Stands for an unknown latitude or longitude in the packed columns."""


@dataclass(frozen=True)
class Columns:
    """Column stores: key j's entries are `postings[starts[j]:starts[j + 1]]`."""

    ids: list[str]
    names: list[str]
    countries: list[str]
    admin1: list[str]
    admin2: list[str]
    parents: list[str]
    kinds: list[str]
    latitudes: array[float]
    longitudes: array[float]
    precisions: array[int]
    weights: array[float]
    keys: list[str]
    starts: array[int]
    postings: array[int]
    first_words: list[str]
    first_lengths: array[int]
    latin_countries: list[str]
    latin_starts: array[int]
    latin_names: list[str]
    latin_latitudes: array[float]
    latin_longitudes: array[float]
    latin_people: array[int]
    latin_ids: array[int]
    latin_admin1: list[str]


def compile_rows(
    rows: Iterable[Row],
    key_of: Mapping[str, str],
    towns: Iterable[Town],
    admin1_of: Mapping[tuple[str, str], str],
) -> Columns:
    """Packed columns of these places, in the order given; `towns` by country."""
    entries = list(rows)
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(entries):
        for name in spellings(row, key_of):
            by_key[name].append(index)
    for name, abroad in _namesakes_abroad(by_key, entries):
        by_key[name] += abroad
    keys = sorted(by_key)
    starts, postings = array("I", [0]), array("I")
    lengths: dict[str, int] = {}
    for name in keys:
        postings.extend(_not_outshone(sorted(set(by_key[name])), entries))
        starts.append(len(postings))
        first, count = name.split(" ", 1)[0], name.count(" ") + 1
        lengths[first] = max(lengths.get(first, 0), count)
    latin = sorted(towns, key=lambda town: (town.country, town.geoname_id))
    latin_countries = sorted({town.country for town in latin})
    latin_starts = array("I", [0])
    position = 0
    for country in latin_countries:
        while position < len(latin) and latin[position].country == country:
            position += 1
        latin_starts.append(position)
    return Columns(
        ids=[row.place_id for row in entries],
        names=[row.name for row in entries],
        countries=[row.country for row in entries],
        admin1=[row.admin1 for row in entries],
        admin2=[row.admin2 for row in entries],
        parents=[row.parent for row in entries],
        kinds=[row.kind for row in entries],
        latitudes=array(
            "f", [NO_POINT if row.latitude is None else row.latitude for row in entries]
        ),
        longitudes=array(
            "f", [NO_POINT if row.longitude is None else row.longitude for row in entries]
        ),
        precisions=array("B", [row.precision for row in entries]),
        weights=array("f", [row.weight for row in entries]),
        keys=keys,
        starts=starts,
        postings=postings,
        first_words=list(lengths),
        first_lengths=array("B", lengths.values()),
        latin_countries=latin_countries,
        latin_starts=latin_starts,
        latin_names=[town.name for town in latin],
        latin_latitudes=array("f", [town.latitude for town in latin]),
        latin_longitudes=array("f", [town.longitude for town in latin]),
        latin_people=array("I", [town.population for town in latin]),
        latin_ids=array("I", [int(town.geoname_id) for town in latin]),
        latin_admin1=[admin1_of.get((town.country, town.admin1_code), "") for town in latin],
    )


def _namesakes_abroad(
    by_key: Mapping[str, list[int]], entries: list[Row]
) -> list[tuple[str, list[int]]]:
    """For names listed with "village" or "town": villages and towns of that name elsewhere.

    "The town of X" is listed where X is a word; in another country X may be listed alone, and its
    texts write "the town of X", too.
    """
    found = []
    for noun in _SETTLEMENT_NOUNS:
        for name in [name for name in by_key if name.startswith(noun)]:
            here = {entries[at].country for at in by_key[name]}
            abroad = [
                at
                for at in by_key.get(name[len(noun) :], ())
                if entries[at].place_id.startswith(OWN_PREFIX)
                and entries[at].kind in _SETTLEMENTS
                and entries[at].country not in here
            ]
            if abroad:
                found.append((name, abroad))
    return found


def _not_outshone(found: list[int], entries: list[Row]) -> list[int]:
    """The bearers of one name, without far small towns where a famous city bears it."""
    if len(found) == 1 or max(entries[entry].weight for entry in found) < _FAMOUS:
        return found
    return [
        entry
        for entry in found
        if entries[entry].weight >= _KNOWN_BESIDE or entries[entry].country in FOCUS_COUNTRIES
    ]


def spellings(row: Row, key_of: Mapping[str, str]) -> set[str]:
    """All keys under which a place is found."""
    found: set[str] = set()
    foreign = row.country not in ARABIC_COUNTRIES
    for name in row.names:
        name_key = key_of[name]
        if not name_key or name_key.count(" ") >= _WORDS_MAX:
            continue
        if name_key.startswith("the ") and row.place_id.startswith("gn:"):
            continue
        found.add(name_key)
        if is_arabic(name_key):
            found.update(arabic_variants(name_key, foreign=foreign))
        else:
            found.update(latin_variants(name_key))
    return {name_key for name_key in found if usable(name_key)}


def to_bytes(columns: Columns) -> bytes:
    """The columns as one block: a JSON head with each column's length, then the columns."""
    head: list[tuple[str, str, int]] = []
    blocks: list[bytes] = []
    for field in fields(Columns):
        column = getattr(columns, field.name)
        packed = isinstance(column, array)
        block = column.tobytes() if packed else "\n".join(column).encode()
        head.append((field.name, column.typecode if packed else "s", len(block)))
        blocks.append(block)
    return orjson.dumps({"byteorder": byteorder, "columns": head}) + b"\n" + b"".join(blocks)


def from_bytes(block: bytes) -> Columns:
    """What `to_bytes` stored; raises `ValueError` where cut or of the other byte order."""
    end = block.index(b"\n")
    head = orjson.loads(block[:end])
    if head["byteorder"] != byteorder:
        raise ValueError("stored on a machine of the other byte order")
    position = end + 1
    columns: dict[str, list[str] | array[int] | array[float]] = {}
    for name, code, length in head["columns"]:
        part = block[position : position + length]
        if len(part) != length:
            raise ValueError("cut short")
        position += length
        if code == "s":
            columns[name] = part.decode().split("\n")
        else:
            numbers: array[float] = array(code)
            numbers.frombytes(part)
            columns[name] = numbers
    return Columns(**columns)  # type: ignore[arg-type]  # to_bytes wrote each field with its type
