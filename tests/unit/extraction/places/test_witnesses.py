"""A town whose people tell of an attack is where it was; one whose ministry speaks need not be."""

import pytest

from tests.unit.extraction.reading_of import event_of


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (
            "Doctors in Omdurman said a strike on a market killed nine people on Tuesday.",
            "Omdurman",
        ),
        ("Police in Mannheim said a man stabbed an officer on Tuesday.", "Mannheim"),
        (
            "Police in Amman said a bomb went off at a market in Irbid on Tuesday, killing two.",
            "Irbid",
        ),
    ],
)
def test_where_witnesses_speak_is_where_it_was_unless_another_place_is_told(
    body: str, place: str
) -> None:
    location = event_of(body).location
    assert location is not None
    assert location.name is not None
    assert location.name.startswith(place)
