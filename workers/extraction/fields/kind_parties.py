"""Who fought whom: what the parties of a draft say of its type.

Place in the flow: under `kinds`, where words leave open whether an attack was a fight. Source:
ACLED Codebook (2023): a battle has two armed sides, violence against civilians one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.telling.tellings import Draft


@dataclass(frozen=True, slots=True)
class Opponents:
    """Who attacked, who was attacked, and what."""

    attackers: Sequence[ActorMention]
    attacked: Sequence[ActorMention]
    targets: Sequence[TargetMention]


STATE_SECTORS = frozenset({"MIL", "COP", "GOV"})
_ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "PRM", "SPY"})
_BEARING_ARMS = _ARMED_SECTORS | {"COP"}
_UNARMED_KINDS = frozenset(
    {
        "civilian",
        "religious",
        "education",
        "health",
        "refugee",
        "aid",
        "agriculture",
        "market",
        "media",
    }
)
_ANYBODY = frozenset({"person", "young man", "driver", "family", "motorcycle"})
"""Target nouns for whom nobody can tell whether he was armed."""
_POSTS = frozenset(
    {
        "patrol", "checkpoint", "army checkpoint", "military base", "barracks", "military camp",
        "border guards", "military positions", "military convoy", "military vehicle",
        "police station", "police patrol", "soldiers", "UN peacekeepers",
        "peacekeepers' base",
    }
)  # fmt: skip
"""Targets that shoot back: who attacks one begins a fight."""
_PEOPLE = frozenset({"soldiers", "UN peacekeepers", "border guards"})
"""Those of `_POSTS` who may be hit anywhere."""
_GUESTS = frozenset({"tourists", "visitors", "worshippers", "students", "pilgrims"})
"""People whom gunmen kill beside the guards who come for them."""
_PERSONS = frozenset({"group leader"})
"""Armed people whom unknown gunmen kill as one kills a civilian: at home, in the street."""
_FORCES = frozenset({"military", "police", "armed_group"})
"""Kinds of targets that carry arms."""


def fought(sides: Opponents) -> bool:
    """Whether one armed side attacked another, or armed men a post that shoots back.

    Nameless gunmen among those hit are the attackers themselves, shot in the end.
    """
    nameless = all(m.kind == "generic" for m in sides.attackers)
    hit = [m for m in sides.attacked if not (nameless and m.kind == "generic")]
    known = [target for target in sides.targets if target.name not in _ANYBODY]
    unarmed = any(target.kind not in _FORCES or target.name in _PERSONS for target in known)
    if _armed(sides.attackers) and _armed(hit) and not (nameless and unarmed):
        return True
    if (
        sides.attackers
        and sides.attackers[0].sector == "COP"
        and (any(m.sector == "REB" for m in hit) or _only_gunmen(sides))
    ):
        return True
    if any(m.sector in STATE_SECTORS for m in sides.attackers) or not known:
        return False
    names = {target.name for target in known}
    on_post = known[0].kind in _FORCES and names & (_POSTS - _PEOPLE) and not names & _GUESTS
    if sides.attackers and on_post:
        return True
    return all(target.kind in _FORCES for target in known) and any(
        target.name in _POSTS for target in known
    )


def _armed(mentions: Sequence[ActorMention]) -> bool:
    return any(mention.sector in _ARMED_SECTORS for mention in mentions)


def only_gunmen_hit(sides: Opponents) -> bool:
    """Whether gunmen alone were hit and nobody is said to attack: they had shot first."""
    return not sides.attackers and not sides.targets and _all_gunmen(sides.attacked)


def only_fighters_hit(sides: Opponents) -> bool:
    """Whether members of armed groups alone were hit: by an army, where nobody else is named."""
    return (
        not any(mention.sector in ("REB", "UAF") for mention in sides.attackers)
        and bool(sides.attacked)
        and all(mention.sector in ("REB", "UAF") for mention in sides.attacked)
        and all(t.kind in _FORCES and t.name not in _PERSONS for t in sides.targets)
    )


def _all_gunmen(mentions: Sequence[ActorMention]) -> bool:
    """Whether those hit are gunmen and nobody else: who shot them, they had shot at."""
    return bool(mentions) and all(m.kind == "generic" and m.sector == "UAF" for m in mentions)


def _only_gunmen(sides: Opponents) -> bool:
    """Whether gunmen were hit, and no people who bear no arms."""
    forces = all(target.kind in _FORCES for target in sides.targets)
    return forces and _all_gunmen(sides.attacked)


_SOFT = frozenset(
    {
        "hotel", "shopping mall", "restaurant", "cafe", "school", "university", "mosque", "church",
        "market", "museum", "hospital", "shop", "nightclub",
    }
)  # fmt: skip
"""Where guests are, not soldiers: what gunmen storm there is no battle, whoever ends the siege."""


def besieged(sides: Opponents) -> bool:
    """Whether a soft target was stormed and no post, by others than an army."""
    if any(m.sector == "MIL" for m in sides.attackers) and not _all_gunmen(sides.attacked):
        return False
    names = {target.name for target in sides.targets}
    return bool(names & _SOFT) and not names & (_POSTS - _PEOPLE)


def on_unarmed(sides: Opponents) -> bool:
    """Whether a state's forces alone are armed: those hit are people of a nation or civilians."""
    if sides.attackers and not any(mention.sector in ("MIL", "COP") for mention in sides.attackers):
        return False
    hit = [*sides.attacked]
    if any(m.sector is not None or m.actor_id is not None for m in hit):
        return False
    return bool(hit) and all(
        t.kind in _UNARMED_KINDS for t in sides.targets if t.kind != "government"
    )


def on_travellers(sides: Opponents) -> bool:
    """Whether all that was hit are unarmed people: their ambush is no fight."""
    people = [t for t in sides.targets if t.kind not in ("transport", "government")]
    people = people or [t for t in sides.targets if t.name == "bus"]
    return (
        bool(people)
        and all(t.kind in _UNARMED_KINDS or t.name == "bus" for t in people)
        and not any(
            m.sector in _ARMED_SECTORS | {"COP"} and m.kind != "generic" for m in sides.attacked
        )
    )


def on_prison(sides: Opponents) -> bool:
    """Whether a prison was attacked from outside: no military post, whoever guards it."""
    if any(m.sector in STATE_SECTORS for m in sides.attackers):
        return False
    return bool(sides.targets) and sides.targets[0].kind == "prison"


def on_crowd(draft: Draft, sides: Opponents) -> bool:
    """Whether stones, tear gas or protesters are told of and no armed group."""
    if any(m.sector in ("REB", "PRM", "UAF") for m in (*sides.attackers, *sides.attacked)):
        return False
    return any("crowd" in scene.mention.cues for scene in draft.scenes)
