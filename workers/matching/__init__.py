"""Matching: whether two events are one attack, in explained bits of evidence.

Place in the flow: after extraction, below `incidents`. `profile` prepares an event, `Judge.weigh`
sums the evidence for a pair, `Judge.explain` says why.
"""

from workers.matching.judge import Judge
from workers.matching.profile import Profile, profile

__all__ = ["Judge", "Profile", "profile"]
