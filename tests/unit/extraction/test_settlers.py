"""Civilians who attack: armed where they are said to, not where they are the dead."""

import pytest

from tests.unit.extraction.reading_of import events_of


@pytest.mark.parametrize(
    ("body", "attacker"),
    [
        ("Israeli settlers attacked the village of Jit on Monday and burned cars.", "settlers"),
        ("Herders attacked a village near Makurdi in Nigeria on Monday.", "herders"),
    ],
)
def test_they_attacked(body: str, attacker: str) -> None:
    (event,) = events_of(body)
    assert [actor.name for actor in event.actors] == [attacker]
