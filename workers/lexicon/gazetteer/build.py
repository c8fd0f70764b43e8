"""Making the gazetteer afresh: the packages' places and our tables, one row a place.

Place in the flow: what `store` does when the cache holds nothing for the tables and packages at
hand.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from workers.lexicon.gazetteer.compiled import Columns, compile_rows
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.names import keys
from workers.lexicon.gazetteer.own import country_names, table_files, table_rows
from workers.lexicon.gazetteer.rows import Row
from workers.lexicon.gazetteer.sources import (
    admin1_names,
    country_rows,
    subdivision_rows,
    town_rows,
    towns,
)

_TOWN_KINDS = frozenset(("city", "town", "village", "admin2"))
_SAME_KM = 16.0
"""Namesakes so near are one place: districts and the towns that they are named after."""


def build(imported: list[Path]) -> Columns:
    """The columns made afresh from the installed packages and the tables."""
    tables = [row for path in (*table_files(), *imported) for row in table_rows(path)]
    first_level = [row for row in tables if row.kind == "admin1"]
    all_towns = towns()
    theirs = _not_ours(list(subdivision_rows()), first_level)
    admin1_of = admin1_names(all_towns, (*theirs, *first_level))
    town_list = list(town_rows(all_towns, admin1_of))
    countries = list(country_rows(country_names()))
    everything = (*countries, *theirs, *town_list, *tables)
    key_of = keys(name for row in everything for name in row.names)
    rows = [
        *countries,
        *_at_their_capitals(theirs, town_list, key_of),
        *absorbed(town_list, tables, key_of),
    ]
    return compile_rows(rows, key_of, all_towns, admin1_of)


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


def absorbed(town_list: list[Row], tables: list[Row], key_of: Mapping[str, str]) -> list[Row]:
    """Packages' towns and our rows; ours takes the names of the town that it also is."""
    ours: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(tables):
        if row.kind in _TOWN_KINDS:
            for name in row.names:
                ours.setdefault((row.country, key_of[name]), []).append(number)
    rows: list[Row] = []
    gained: dict[int, list[Row]] = {}
    for town in town_list:
        same = next(
            (
                at
                for name in town.names
                for at in ours.get((town.country, key_of[name]), ())
                if _together(town, tables[at])
            ),
            None,
        )
        if same is None:
            rows.append(town)
        else:
            gained.setdefault(same, []).append(town)
    for number, row in enumerate(tables):
        towns_of_it = gained.get(number, [])
        names = dict.fromkeys((*row.names, *(name for town in towns_of_it for name in town.names)))
        weight = max((row.weight, *(town.weight for town in towns_of_it)))
        rows.append(replace(row, names=tuple(names), weight=weight) if towns_of_it else row)
    return rows


def _together(town: Row, row: Row) -> bool:
    points = (town.latitude, town.longitude, row.latitude, row.longitude)
    if None in points:
        return False
    return km(points[:2], points[2:]) < _SAME_KM  # type: ignore[arg-type]  # None is out
