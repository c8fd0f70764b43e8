"""Extraction: one article in, the violent incidents that it reports out (`Extractor.extract`).

Reading order: `reading` (the text and all that is found in it: `actors`, `places`, `dates`,
`tolls`), `triggers` and `telling` (which clauses tell of an attack, and of which one), `judging`
and `roles` (what is news), `fields` (what each event says), `events`.
"""

from workers.extraction.extractor import Extractor

__all__ = ["Extractor"]
