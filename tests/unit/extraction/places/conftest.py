"""The finder that tests of places share."""

import pytest

from workers.extraction.places.finder import PlaceFinder
from workers.lexicon.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load())
