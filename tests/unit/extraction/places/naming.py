"""What tests of places ask of a text."""

from workers.extraction.places.finder import PlaceFinder
from workers.text.fold import folded


def names(finder: PlaceFinder, text: str) -> list[str]:
    """The English names of the places of a text, in its order."""
    found = finder.find(folded(text))
    return [mention.place.name for mention in found if mention.place is not None]
