"""A place in words."""

import pytest

from workers.incidents.address import address
from workers.model import Place, WherePrecision


def place(name: str, admin1: str | None, country: str | None, code: str | None) -> Place:
    return Place(name, code, WherePrecision.EXACT, admin1=admin1, country=country)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (place("Abha", "Asir", "Saudi Arabia", "SA"), "Abha, Asir, Saudi Arabia"),
        (place("Zawiya", "Zawiya", "Libya", "LY"), "Zawiya, Libya"),
        (place("Mayadin", None, None, "SY"), "Mayadin, SY"),
        (place("Yemen", None, "Yemen", "YE"), "Yemen"),
        (place("Red Sea", None, "Saudi Arabia", "SA"), "Red Sea"),
        (place("Gulf of Aden", None, "Yemen", "YE"), "Gulf of Aden"),
        (place("Coast of Yemen", None, "Yemen", "YE"), "Coast of Yemen"),
        (place("Nowhere", None, None, None), "Nowhere"),
    ],
)
def test_from_small_to_large(told: Place, expected: str) -> None:
    assert address(told) == expected


def test_without_divisions() -> None:
    abha = place("Abha", "Asir", "Saudi Arabia", "SA")
    assert address(abha, divisions=False) == "Abha, Saudi Arabia"
