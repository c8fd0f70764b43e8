"""Borders: countries whose attacks are told from either side, and so are matched together.

Place in the flow: `pipeline.partition_key` files events under `book_of`, and extraction makes it
part of their ids; the place comparison asks whether two countries are `told_together`.

A table of few: of all labelled attacks, the same one was placed in two countries only here (a
settlement or Jerusalem; rockets by where they were fired and where they hit), none between Syria
and Turkey or Yemen and Saudi Arabia. A wider set would only gather more load under one key.
"""

_TOGETHER: dict[str, str] = {"IL": "XL", "LB": "XL", "PS": "XL"}
"""Country -> the key that it shares. Source: ISO 3166-1, XA to XZ are the user's to assign."""


def book_of(country: str) -> str:
    """The key under which a country's events are matched: mostly its own code."""
    return _TOGETHER.get(country, country)


def told_together(first: str, second: str) -> bool:
    """Whether an attack in one of two countries is at times told as one in the other."""
    shared = _TOGETHER.get(first)
    return shared is not None and shared == _TOGETHER.get(second)
