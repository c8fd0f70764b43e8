"""What a run of `tawatur up` came to: articles, refused messages, incidents."""

from collections import Counter
from dataclasses import dataclass, field

from workers.admin.dead_letters import dead_letters
from workers.admin.incident_text import printable, when
from workers.admin.publish import Published
from workers.model import Incident, IncidentStatus
from workers.settings import Settings
from workers.wire.topics import Topic

TOP = 5
"""Incidents named in the summary: those that most reports were merged into."""


@dataclass(slots=True)
class Summary:
    """Counts of one run; `incidents` holds the last version of each incident that was shown."""

    published: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    incidents: dict[str, Incident] = field(default_factory=dict)

    def take(self, incident: Incident) -> None:
        """Counts a shown version."""
        self.incidents[incident.incident_id] = incident

    def standing(self) -> list[Incident]:
        """Incidents that were neither merged into another nor withdrawn, most reports first."""
        gone = (IncidentStatus.SUPERSEDED, IncidentStatus.RETRACTED)
        kept = [each for each in self.incidents.values() if each.status not in gone]
        return sorted(kept, key=lambda each: (-each.number_of_reports, each.incident_id))

    def text(self) -> str:
        """The summary as a person reads it."""
        standing = self.standing()
        reports = sum(each.number_of_reports for each in standing)
        refused = ", ".join(f"{count} {reason}" for reason, count in self.refused.most_common())
        lines = [
            "Done.",
            f"  {self.published} messages published",
            f"  {self.refused.total()} refused, now dead letters"
            + (f": {printable(refused)}" if refused else ""),
            f"  {len(standing)} incidents out of {reports} reports",
        ]
        if merged := [each for each in standing if each.number_of_reports > 1][:TOP]:
            lines.append("  most reports merged:")
            lines += [
                f"    {each.number_of_reports:3} reports, {each.number_of_sources} sources, "
                f"{each.independent_origins} origins  {when(each.date)}  {printable(each.headline)}"
                for each in merged
            ]
        return "\n".join(lines)


def refused_of(settings: Settings, published: Published) -> Counter[str]:
    """Reasons for which messages of this publication were refused, with their number."""
    articles = settings.topic(Topic.ARTICLES)
    reasons: Counter[str] = Counter()
    for letter in dead_letters(settings):
        partition, offset = letter.source_partition, letter.source_offset
        if letter.source_topic != articles or partition is None or offset is None:
            continue
        if published.starts.get(partition, offset + 1) <= offset < published.ends[partition]:
            reasons[letter.reason] += 1
    return reasons
