"""Term frequency: how often a place is attacked.

Place in the flow: `fit` counts incidents a cell, `judge` adds the bits of the cell that both share.
"""

CELLS_A_DEGREE = 4
"""Cells of a quarter degree, about 28 km: a city and its outskirts."""


def place_cell(latitude: float | None, longitude: float | None) -> str:
    """The name of the cell that a point lies in; "" without a point."""
    if latitude is None or longitude is None:
        return ""
    return f"{int(latitude * CELLS_A_DEGREE // 1)},{int(longitude * CELLS_A_DEGREE // 1)}"
