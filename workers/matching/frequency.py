"""Term frequency of places: on how many days of a year of news each place was attacked.

Place in the flow: `profile` looks a place up once an event; the rarity comparison reads it. Meeting
where attacks are daily says little, meeting where they are rare says much. Source: Winkler (1989),
frequency-based matching in record linkage. The table is `places.tsv`, counted by `make fit` with
our own extraction over a year of Arabic newswire (ANT corpus, 2018).
"""

from functools import cache
from importlib.resources import files

CELLS_A_DEGREE = 4
"""Cells of a quarter degree, about 28 km: a city and its outskirts."""


def place_cell(latitude: float, longitude: float) -> str:
    """The name of the cell that a point lies in: its south-west corner in quarter degrees."""
    return f"{int(latitude * CELLS_A_DEGREE // 1)},{int(longitude * CELLS_A_DEGREE // 1)}"


@cache
def _table() -> dict[str, int]:
    text = files("workers.matching").joinpath("places.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {cell: int(days) for cell, days in rows}


@cache
def _days_around(row: int, column: int) -> int:
    table = _table()
    cells = ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return max(table.get(f"{i},{j}", 0) for i, j in cells)


def attack_days(latitude: float | None, longitude: float | None) -> int | None:
    """Days of the counted year on which the busiest cell around a place was attacked.

    None without a point.
    """
    if latitude is None or longitude is None:
        return None
    return _days_around(int(latitude * CELLS_A_DEGREE // 1), int(longitude * CELLS_A_DEGREE // 1))


RARITIES = ("rare", "seldom", "often", "daily")
"""How rarely a neighbourhood is attacked, by rank."""

_LEAST_DAYS = (0, 2, 10, 40)
"""Least days of attack a year of each rank. Chosen: about the busiest ten, fifty and three hundred
cells of 2018 are daily, often and seldom attacked."""

QUIET_DAYS_MAX = 29
"""A neighbourhood attacked on at most so many days a year is quiet: two attacks on two days running
are less likely there than one attack told with two days. Best of 9, 19, 29, 39 on newswire."""


@cache
def rarity_rank(days: int | None) -> int | None:
    """The rank of so many days of attack; None for None."""
    if days is None:
        return None
    return max(rank for rank, least in enumerate(_LEAST_DAYS) if days >= least)
