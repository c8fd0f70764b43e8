"""What joins a clause to the one before it.

Place in the flow: under mentions, once a sentence is cut into clauses.
"""

from workers.extraction.telling.comparisons import COMPARED_JOINTS, CULPRITS
from workers.extraction.telling.culprits import is_culprits
from workers.extraction.telling.mention_words import JOINTS

_JOINT_MAX = 7
"""Characters that hold the longest of `COMPARED_JOINTS` with the space before it."""


def joint_at(text: str, start: int) -> str:
    """The joint that a clause of the spaced text begins with, "" for none."""
    found = JOINTS.match(text, start)
    if found is not None:
        return found.group().strip()
    if is_culprits(text, start + 1):
        return CULPRITS
    first = text[start : start + _JOINT_MAX].split(maxsplit=1)[:1]
    return next((word for word in first if word in COMPARED_JOINTS), "")
