"""Incidents: one record an attack, whatever its reports say and in whatever order they come.

Place in the flow: `pipeline.on_event` applies each event to the partition's `IncidentBook` and
publishes the versions that come back; a starting worker restores the book from what was published.
"""

from workers.incidents.book import IncidentBook
from workers.incidents.config import BookConfig

__all__ = ["BookConfig", "IncidentBook"]
