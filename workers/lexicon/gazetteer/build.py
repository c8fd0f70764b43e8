"""Making the gazetteer afresh: the packages' places and our tables, one row a place.

Place in the flow: what `store` does when the cache holds nothing for the tables and packages at
hand.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from workers.lexicon.gazetteer.compiled import Columns, compile_rows
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.names import keys
from workers.lexicon.gazetteer.own import country_names, table_files, table_rows
from workers.lexicon.gazetteer.rows import Row
from workers.lexicon.gazetteer.sources import (
    Town,
    admin1_names,
    country_rows,
    subdivision_rows,
    town_rows,
    towns,
)

_FAMILY_OF = {
    **dict.fromkeys(("city", "town", "village", "admin2"), "town"),
    **dict.fromkeys(("airport", "base"), "airfield"),
}
"""Kinds that sources call one place by; any other kind is its own family."""
_SAME_KM = 16.0
"""Namesakes so near are one place: districts and the towns that they are named after."""


def build(imported: list[Path]) -> Columns:
    """The columns made afresh from the installed packages and the tables."""
    ours = [row for path in table_files() for row in table_rows(path)]
    others = [row for path in imported for row in table_rows(path)]
    all_towns = towns()
    subdivisions, admin1_of = _first_level(all_towns, [*ours, *others])
    town_list = list(town_rows(all_towns, admin1_of))
    countries = list(country_rows(country_names()))
    ours = located(ours, town_list)
    everything = (*countries, *subdivisions, *town_list, *others, *ours)
    key_of = keys(name for row in everything for name in row.names)
    rows = [
        *countries,
        *_at_their_capitals(subdivisions, town_list, key_of),
        *absorbed(absorbed(town_list, others, key_of), ours, key_of),
    ]
    return compile_rows(rows, key_of, all_towns, admin1_of)


_TOWNS = frozenset({"city", "town", "village"})


def located(rows: list[Row], town_list: list[Row]) -> list[Row]:
    """The rows, towns without a point at that of the package's town of their name and division.

    A name is compared up to its first comma, behind which stands what tells namesakes apart. A town
    that this version of the package does not hold is left out.
    """
    wanting = [row for row in rows if row.latitude is None and row.kind in _TOWNS]
    names = {row.place_id: row.name.split(",")[0] for row in wanting}
    key_of = keys((*names.values(), *(name for town in town_list for name in town.names)))
    sought = {(row.country, key_of[names[row.place_id]]) for row in wanting}
    found: dict[tuple[str, str], list[Row]] = {}
    for town in town_list:
        for name in town.names:
            if (at := (town.country, key_of[name])) in sought:
                found.setdefault(at, []).append(town)
    points: dict[str, Row] = {}
    for row in wanting:
        towns_named = found.get((row.country, key_of[names[row.place_id]]), [])
        inside = [town for town in towns_named if town.admin1 == row.admin1]
        if towns_named:
            points[row.place_id] = max(inside or towns_named, key=lambda town: town.weight)
    kept = [row for row in rows if row.place_id not in names or row.place_id in points]
    return [
        replace(row, latitude=point.latitude, longitude=point.longitude)
        if (point := points.get(row.place_id)) is not None
        else row
        for row in kept
    ]


def admin1_by_code() -> dict[tuple[str, str], str]:
    """(country, GeoNames admin1 code) to the subdivision's name in our tables and ISO 3166-2."""
    return _first_level(towns(), [row for path in table_files() for row in table_rows(path)])[1]


def _first_level(
    all_towns: list[Town], tables: list[Row]
) -> tuple[list[Row], dict[tuple[str, str], str]]:
    """The ISO subdivisions that no table lists, and the name of every GeoNames admin1 code."""
    first_level = [row for row in tables if row.kind == "admin1"]
    theirs = _not_ours(list(subdivision_rows()), first_level)
    return theirs, admin1_names(all_towns, (*theirs, *first_level))


def _not_ours(subdivisions: list[Row], first_level: list[Row]) -> list[Row]:
    """The subdivisions that our tables do not list under one of their names."""
    key_of = keys(name for row in (*subdivisions, *first_level) for name in row.names)
    ours = {(row.country, key_of[name]) for row in first_level for name in row.names}
    return [
        row
        for row in subdivisions
        if not any((row.country, key_of[name]) in ours for name in row.names)
    ]


def _at_their_capitals(
    subdivisions: list[Row], town_list: list[Row], key_of: Mapping[str, str]
) -> list[Row]:
    """Subdivisions named like a town of theirs take its point: news mean its surroundings."""
    largest: dict[tuple[str, str], Row] = {}
    for town in town_list:
        for name in town.names:
            at = (town.country, key_of[name])
            if at not in largest or town.weight > largest[at].weight:
                largest[at] = town
    moved: list[Row] = []
    for row in subdivisions:
        towns_named = [
            largest[at] for name in row.names if (at := (row.country, key_of[name])) in largest
        ]
        capital = max(towns_named, key=lambda town: town.weight, default=None)
        moved.append(
            row
            if capital is None
            else replace(row, latitude=capital.latitude, longitude=capital.longitude)
        )
    return moved


def absorbed(others: list[Row], ours: list[Row], key_of: Mapping[str, str]) -> list[Row]:
    """The rows of both; one of ours takes the names of each other row that is the same place."""
    numbers = {row.place_id: number for number, row in enumerate(ours)}
    listed: dict[str, set[str]] = {}
    for row in ours:
        if row.kind in _BIG:
            for name in row.names:
                listed.setdefault(key_of[name], set()).add(row.country)
    known: dict[tuple[str, str, str], list[int]] = {}
    for number, row in enumerate(ours):
        for name in row.names:
            known.setdefault((row.country, key_of[name], _family(row)), []).append(number)
    rows: list[Row] = []
    gained: dict[int, list[Row]] = {}
    for other in others:
        namesakes = (
            at
            for name in other.names
            for at in known.get((other.country, key_of[name], _family(other)), ())
            if _together(other, ours[at])
        )
        same = numbers.get(other.place_id)
        if same is None:
            same = next(namesakes, None)
        if same is None:
            rows.append(other)
        else:
            gained.setdefault(same, []).append(other)

    def free(row: Row, name: str) -> bool:
        countries = listed.get(key_of[name])
        return countries is None or row.country in countries

    return [
        *rows,
        *(
            _joined(row, gained[number], free) if number in gained else row
            for number, row in enumerate(ours)
        ),
    ]


_BIG = frozenset(("city", "capital"))
"""Kinds whose listed names no other country's place takes over from a package: سوسة is Sousse."""


def _joined(row: Row, others: Iterable[Row], free: Callable[[Row, str], bool]) -> Row:
    """The row with what others know of the same place: names, weight, and a missing admin1."""
    for other in others:
        row = replace(
            row,
            names=tuple(
                dict.fromkeys((*row.names, *(name for name in other.names if free(row, name))))
            ),
            weight=max(row.weight, other.weight),
            admin1=row.admin1 or (other.admin1 if other.country == row.country else ""),
        )
    return row


def _family(row: Row) -> str:
    return _FAMILY_OF.get(row.kind, row.kind)


def _together(one: Row, other: Row) -> bool:
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in points:
        return False
    return km(points[:2], points[2:]) < _SAME_KM  # type: ignore[arg-type]  # None is out
