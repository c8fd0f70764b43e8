"""Confidence: how sure the record is that this attack happened as told.

Place in the flow: the last field that survivorship fills.
"""

from workers.model import Certainty

BELIEF_A_ORIGIN = 0.6
"""Chance that one independent origin's report is true as told: GDELT's audit found 76 % of rows
wrong, wires are far better; chosen so that one origin gives 0.6, two 0.84, three 0.94
(noisy-or)."""

CLAIM_FACTOR = 0.6
"""Only the claimant says so: the belief of half an origin."""

DENIAL_FACTOR = 0.5
"""The side that was hit denies it."""

DISAGREEMENT_FACTOR = 0.93
"""Each field on which reports differ."""

DISAGREEMENTS_MAX = 4
"""More fields than this are no further evidence against."""


def confidence(independent_origins: int, disagreements: int, certainty: Certainty) -> float:
    """Confidence in [0, 1], to two decimals.

    (1 - (1 - b)^origins) x 0.93^disagreements x the certainty's factor.

    Rises with independent origins, falls with disagreement. Source: noisy-or (Pearl, 1988).
    """
    belief = 1.0 - (1.0 - BELIEF_A_ORIGIN) ** max(1, independent_origins)
    belief *= DISAGREEMENT_FACTOR ** min(disagreements, DISAGREEMENTS_MAX)
    if certainty is Certainty.CLAIMED:
        belief *= CLAIM_FACTOR
    elif certainty is Certainty.DENIED:
        belief *= DENIAL_FACTOR
    return round(belief, 2)
