"""Every metric of a worker, typed, in one place. Labels come from closed sets only.

Place in the flow: the shell counts here, `health` serves it under /metrics. Alerts and what each
figure means to whoever is on duty: deploy/runbook.md.
"""

from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

EXTRACTION_BUCKETS_S = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5)
"""Around the budget of 0.5 ms an article (docs/adr/0004); 1 MiB articles are the upper end."""
BATCH_BUCKETS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
RESTORE_BUCKETS_S = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


def _counter(name: str, text: str, *labels: str) -> Counter:
    return Counter(name, text, labels, registry=None)


def _gauge(name: str, text: str, *labels: str) -> Gauge:
    return Gauge(name, text, labels, registry=None)


def _histogram(name: str, text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
    return Histogram(name, text, labels, buckets=buckets, registry=None)


@dataclass(frozen=True, slots=True)
class Metrics:
    """A worker's metrics. Counters count written work, repeats after a restart included."""

    articles: Counter = field(
        default_factory=lambda: _counter("tawatur_articles", "Raw articles taken.")
    )
    events: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_events", "Events and withdrawals written to events.extracted."
        )
    )
    corrections: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_corrections", "Analysts' corrections forwarded to the events that they rule."
        )
    )
    merged: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_events_merged", "Records of events.extracted taken for merging."
        )
    )
    incidents: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_incidents", "Incident versions written, by kind of change.", "change"
        )
    )
    dead_letters: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_dead_letters", "Refused messages, by stage and reason.", "stage", "reason"
        )
    )
    extraction_seconds: Histogram = field(
        default_factory=lambda: _histogram(
            "tawatur_extraction_seconds",
            "From an article's bytes to its events' bytes.",
            EXTRACTION_BUCKETS_S,
        )
    )
    batch_records: Histogram = field(
        default_factory=lambda: _histogram(
            "tawatur_batch_records", "Messages in a batch.", BATCH_BUCKETS, "stage"
        )
    )
    restore_seconds: Histogram = field(
        default_factory=lambda: _histogram(
            "tawatur_restore_seconds",
            "Fencing and reading the incidents of the partitions restored at once.",
            RESTORE_BUCKETS_S,
        )
    )
    restored: Counter = field(
        default_factory=lambda: _counter("tawatur_restored_records", "Incident records read back.")
    )
    open_incidents: Gauge = field(
        default_factory=lambda: _gauge(
            "tawatur_open_incidents", "Incidents held, by partition.", "partition"
        )
    )
    lag: Gauge = field(
        default_factory=lambda: _gauge(
            "tawatur_lag_records",
            "Messages after the committed offset, by topic and partition owned here.",
            "topic",
            "partition",
        )
    )
    fenced: Counter = field(
        default_factory=lambda: _counter(
            "tawatur_fenced", "Writes refused because another worker owns the partition now."
        )
    )
    fencing: Gauge = field(
        default_factory=lambda: _gauge(
            "tawatur_fencing", "1: incidents are written in transactions that fence a zombie."
        )
    )

    def registry(self) -> CollectorRegistry:
        """A registry that holds exactly these metrics."""
        registry = CollectorRegistry()
        for name in self.__slots__:
            registry.register(getattr(self, name))
        return registry
