"""Extraction: one article in, the violent incidents that it reports out (`Extractor.extract`).

Reading order: `reading` (the text and all that is found in it), `triggers`, `mentions` (clauses
that tell of an attack), `scenes` (with their places and dates), `drafts` (scenes of one attack),
`roles`, `events`.
"""

from workers.extraction.extractor import Extractor

__all__ = ["Extractor"]
