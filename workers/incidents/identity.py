"""Identities of incidents: derived from the event that founded them.

Place in the flow: the book names new clusters and finds each old incident's heir.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

_HASH_LENGTH = 16
"""64 bits: two of a million incidents collide with probability 3e-8."""


@lru_cache(maxsize=65_536)
def incident_id_of(founding_event_id: str) -> str:
    """The id of the incident that an event founds."""
    return "inc-" + sha256(founding_event_id.encode()).hexdigest()[:_HASH_LENGTH]


def second_incident_id_of(founding_event_id: str) -> str:
    """The id of an incident whose usual id is, or may be, another one's.

    An event long past the window may have founded a record that is forgotten here: a replay must
    not overwrite it. An event that was withdrawn and comes again may find its incident living on
    without it.
    """
    return incident_id_of(f"second {founding_event_id}")


def heir(incident_id: str, members: Iterable[str], clusters: Sequence[Sequence[str]]) -> int | None:
    """Which cluster carries an old incident on.

    The one with its founding event, else with most of its members.

    None when no member is left. Ties fall to the cluster that sorts first.
    """
    old = set(members)
    if len(clusters) == 1:
        return None if old.isdisjoint(clusters[0]) else 0
    best: tuple[bool, int, int] | None = None
    for index, cluster in enumerate(clusters):
        shared = [event_id for event_id in cluster if event_id in old]
        if shared:
            founder = any(incident_id_of(event_id) == incident_id for event_id in cluster)
            rank = (founder, len(shared), -index)
            if best is None or rank > best:
                best = rank
    return None if best is None else -best[2]


def assign(
    clusters: Sequence[Sequence[str]],
    old: Mapping[str, Sequence[str]],
    age: Mapping[str, datetime],
    founded: Callable[[int], str],
) -> tuple[dict[int, str], dict[str, str]]:
    """Names for clusters, and which old incidents are superseded by which.

    Args:
        clusters: the event ids of each new cluster.
        old: the event ids of each old incident that the clusters replace.
        age: when each old incident was first reported; the oldest id survives a merge.
        founded: the id of a cluster that is nobody's heir.

    Returns:
        cluster index -> incident id, and superseded incident id -> its survivor's id.
    """
    heirs: dict[int, list[str]] = {}
    for incident_id in sorted(age, key=lambda i: (age[i], i)):
        index = heir(incident_id, old[incident_id], clusters)
        if index is not None:
            heirs.setdefault(index, []).append(incident_id)
    names: dict[int, str] = {}
    superseded: dict[str, str] = {}
    for index, incident_ids in heirs.items():
        names[index] = incident_ids[0]
        superseded |= dict.fromkeys(incident_ids[1:], incident_ids[0])
    for index in range(len(clusters)):
        if index not in names:
            names[index] = founded(index)
    return names, superseded
