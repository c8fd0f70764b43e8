"""Comparisons of who: attacker, target, and the direction between them.

Place in the flow: rows of the table in `matching.features`.
"""

from workers.matching.profile import Profile
from workers.model import SubEventType

_BOTH = 2
"""Attackers and targets."""


def is_clash(a: Profile, b: Profile) -> bool:
    """Whether either tells fighting between armed sides, of whom either may be named first."""
    clash = SubEventType.ARMED_CLASH
    return a.sub_event_type is clash or b.sub_event_type is clash


def attacker(a: Profile, b: Profile) -> str:
    """Whether the attackers are the same: by canonical id, else by side, else by telling words.

    In fighting, all parties of the one are compared with all parties of the other.
    """
    if is_clash(a, b):
        ids, ids2 = a.attacker_ids | a.target_ids, b.attacker_ids | b.target_ids
        sides, sides2 = a.attacker_sides | a.target_sides, b.attacker_sides | b.target_sides
        words, words2 = a.attacker_tokens | a.target_tokens, b.attacker_tokens | b.target_tokens
    else:
        ids, ids2 = a.attacker_ids, b.attacker_ids
        sides, sides2 = a.attacker_sides, b.attacker_sides
        words, words2 = a.attacker_tokens, b.attacker_tokens
    if ids and ids2:
        if ids & ids2:
            return "same"
        if sides & sides2:
            return "same_side"
        if sides and sides2:
            return "other_side"
    if not words or not words2:
        return "unknown"
    return "alike" if words & words2 else "differ"


def attacker_detail(a: Profile, b: Profile) -> str:
    """Both attackers as they were read."""
    return (
        f"{_party(a.attacker_ids, a.attacker_tokens)} / {_party(b.attacker_ids, b.attacker_tokens)}"
    )


def target(a: Profile, b: Profile) -> str:
    """Whether those attacked are the same: by id, by telling words, by kind.

    Fighting has no target.
    """
    if is_clash(a, b):
        return "unknown"
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
    """Attacker side -> target side.

    Opposite directions are a strike and its reply, never one attack.

    Fighting between armed sides has no direction.
    """
    attackers, targets = a.attacker_ids | a.attacker_sides, a.target_ids | a.target_sides
    attackers2, targets2 = b.attacker_ids | b.attacker_sides, b.target_ids | b.target_sides
    along = bool(attackers & attackers2) + bool(targets & targets2)
    across = bool(attackers & targets2) + bool(targets & attackers2)
    if not (along or across):
        return "unknown"
    if is_clash(a, b):
        return "unknown"
    if across > along:
        return "opposite" if across == _BOTH else "crossed"
    return "same" if along == _BOTH else "loose"


def direction_detail(a: Profile, b: Profile) -> str:
    """Both directions, attacker to target."""
    return f"{_arrow(a)} / {_arrow(b)}"


def _arrow(a: Profile) -> str:
    attackers = _party(a.attacker_sides or a.attacker_ids, a.attacker_tokens)
    return f"{attackers} -> {_party(a.target_sides or a.target_ids, a.target_tokens)}"


def _party(ids: frozenset[str], words: frozenset[str]) -> str:
    return "+".join(sorted(ids)) or " ".join(sorted(words)) or "?"
