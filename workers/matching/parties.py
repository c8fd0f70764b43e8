"""Comparisons of who: attacker, target, and the direction between them.

Place in the flow: rows of the table in `matching.features`.
"""

from workers.matching.profile import Profile
from workers.model import SubEventType


def attacker(a: Profile, b: Profile) -> str:
    """Whether the attackers are the same: by canonical id, else by side, else by telling words."""
    if a.attacker_ids and b.attacker_ids:
        if a.attacker_ids & b.attacker_ids:
            return "same"
        if a.attacker_sides & b.attacker_sides:
            return "same_side"
        if a.attacker_sides and b.attacker_sides:
            return "other_side"
    if not a.attacker_tokens or not b.attacker_tokens:
        return "unknown"
    return "alike" if a.attacker_tokens & b.attacker_tokens else "differ"


def attacker_detail(a: Profile, b: Profile) -> str:
    """Both attackers as they were read."""
    return (
        f"{_party(a.attacker_ids, a.attacker_tokens)} / {_party(b.attacker_ids, b.attacker_tokens)}"
    )


def target(a: Profile, b: Profile) -> str:
    """Whether those attacked are the same: by id, by telling words, by kind."""
    if a.target_ids & b.target_ids:
        return "same"
    if a.target_tokens and b.target_tokens:
        shared = len(a.target_tokens & b.target_tokens)
        if shared:
            smaller = min(len(a.target_tokens), len(b.target_tokens))
            return "alike" if 2 * shared > smaller else "share"
    if a.target_kinds and b.target_kinds:
        return "same_kind" if a.target_kinds & b.target_kinds else "other_kind"
    return "differ" if a.target_tokens and b.target_tokens else "unknown"


def target_detail(a: Profile, b: Profile) -> str:
    """Both targets as they were read."""
    return f"{_party(a.target_ids, a.target_tokens)} / {_party(b.target_ids, b.target_tokens)}"


def direction(a: Profile, b: Profile) -> str:
    """Attacker side -> target side. Opposite directions are a strike and its reply, never one attack.

    Fighting between armed sides has no direction: either may be named first.
    """
    attackers, targets = a.attacker_ids | a.attacker_sides, a.target_ids | a.target_sides
    attackers2, targets2 = b.attacker_ids | b.attacker_sides, b.target_ids | b.target_sides
    along = bool(attackers & attackers2) + bool(targets & targets2)
    across = bool(attackers & targets2) + bool(targets & attackers2)
    if not (along or across):
        return "unknown"
    if SubEventType.ARMED_CLASH in (a.sub_event_type, b.sub_event_type):
        return "clash"
    if across > along:
        return "opposite" if across == 2 else "crossed"
    return "same" if along == 2 else "unknown"


def direction_detail(a: Profile, b: Profile) -> str:
    """Both directions, attacker to target."""
    return f"{_arrow(a)} / {_arrow(b)}"


def _arrow(a: Profile) -> str:
    attackers = _party(a.attacker_sides or a.attacker_ids, a.attacker_tokens)
    return f"{attackers} -> {_party(a.target_sides or a.target_ids, a.target_tokens)}"


def _party(ids: frozenset[str], words: frozenset[str]) -> str:
    return "+".join(sorted(ids)) or " ".join(sorted(words)) or "?"
