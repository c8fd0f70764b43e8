"""Places in a text: where each is named, and which place on earth is meant.

Place in the flow: once an article, over title and body as one folded text. `PlaceFinder.find` scans
the words (`places.scan`), reads what stands around each name (`places.context`), then settles all
names of the text together (`places.resolve`) and says what they are (`places.mentions`). Pure: the
same text and gazetteer give the same mentions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workers.extraction.places.context import read_contexts
from workers.extraction.places.latin import LatinNames
from workers.extraction.places.mentions import MentionMaker
from workers.extraction.places.resolve import settle
from workers.extraction.places.scan import Scanner
from workers.extraction.places.types import PlaceMention
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import ContextWords
from workers.lexicon.gazetteer.latin import Respellings
from workers.lexicon.gazetteer.names import key_text

__all__ = ["CountryHints", "PlaceFinder", "PlaceMention"]


@dataclass(frozen=True, slots=True)
class CountryHints:
    """Countries that are likely before the text is read (ISO alpha-2 to a weight of about 0..1)."""

    countries: Mapping[str, float] = field(default_factory=dict)


NO_HINTS = CountryHints()


class PlaceFinder:
    """Finds and resolves place names in Arabic and English text; one serves every article."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = ContextWords()
        self._scanner = Scanner(gazetteer, self._words)
        respellings = Respellings(gazetteer.columns)
        self._latin = LatinNames(gazetteer, self._words, respellings)
        self._maker = MentionMaker(gazetteer, respellings)

    def find(
        self, folded_text: str, *, cased_text: str | None = None, hints: CountryHints = NO_HINTS
    ) -> tuple[PlaceMention, ...]:
        """The places that the text names, in its order, each resolved as far as the text allows.

        `cased_text`: an English text in its own letters, as long as the folded one.
        """
        scan = self._scanner.scan(key_text(folded_text))
        if cased_text is not None:
            self._latin.add(folded_text, cased_text, scan)
        if not scan.hits:
            return ()
        contexts = read_contexts(folded_text, scan, self._words)
        settled = settle(scan, contexts, self._gazetteer, self._words, hints.countries)
        return self._maker.mentions(folded_text, scan, contexts, settled)
