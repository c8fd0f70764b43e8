"""What a book is bounded by.

Place in the flow: made from `Settings` by the shell; its fingerprint travels with every incident.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookConfig:
    """Bounds of one partition's book. Days are of event time.

    `window_days`: an incident closes so long after its last report (a follow-up later than two
    weeks is a recall). `grace_days`: a closed one still takes late reports so long. `reports_max`:
    200 reports of 2 to 3 kB keep a record under Kafka's default 1 MiB; further ones add nothing to
    what 200 said. `recalls_max`: recalls add no news. `component_max`: re-clustering costs the
    square; beyond this size an arrival joins the incident that it fits best and nothing else moves.
    """

    window_days: float = 14.0
    grace_days: float = 3.0
    reports_max: int = 200
    recalls_max: int = 16
    component_max: int = 32
