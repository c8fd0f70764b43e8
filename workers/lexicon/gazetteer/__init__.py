"""The gazetteer: which names are places, and where those places are.

Reading order: `names` (keys and spellings), `rows` (one place), `sources` and `own` (where places
come from), `compiled` (packed columns), `store` (loading, with or without the cache).
"""

from workers.lexicon.gazetteer.store import Gazetteer

__all__ = ["Gazetteer"]
