"""What comes from the air beside a fight on the ground: support, or a part of the battle.

Place in the flow: under mentions. Its words do not make the battle an air strike.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from workers.extraction.triggers import Hit
from workers.model import SubEventType
from workers.text.patterns import Pattern

FROM_AFAR = frozenset({SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING})
"""Kinds of attack by what flies or is fired over a distance."""
_FIGHTING_VOTE = 1.5


def is_fighting(hit: Hit) -> bool:
    """Whether the word itself means fighting."""
    return any(
        kind is SubEventType.ARMED_CLASH and weight >= _FIGHTING_VOTE
        for kind, weight in hit.entry.votes
    )


_SUPPORT: Final = Pattern(
    r"\b[وب]{0,2}(?:دعم|اسناد|مسانده|غطاء|بغطاء|مسنود\w{0,3}|مدعوم\w{0,3}|مسند\w{0,2}|معزز\w{0,3})"
    r"(?: (?:من|ب|ناري|كثيف|مباشر|مكثف|قبل))* (?:من )?(?:\w+ )?$"
    r"|\b(?:supported|backed|covered) by (?:\w+ )?$"
    r"|\bwith (?:the )?(?:support|cover) of (?:\w+ )?$",
    spaced=True,
)
_SUPPORTS: Final = Pattern(r" (?:\w+ ){0,3}?(?:in|to) support(?: of)? ", spaced=True)
_SUPPORT_REACH = 40


def in_support(hits: Sequence[Hit], text: str) -> frozenset[str]:
    """The entries for raids and shelling that stand in the clause only as a part of a fight.

    `hits`: the clause's attack words and weapons.
    """
    found: dict[str, bool] = {}
    fights = sorted(
        (hit.start, hit.end) for hit in hits if hit.entry.kind == "noun" and is_fighting(hit)
    )
    for hit in hits:
        kinds = FROM_AFAR.intersection(kind for kind, _ in hit.entry.votes)
        if not kinds:
            continue
        supports = _beside_fighting(hit, fights, text)
        if not supports and SubEventType.AIR_DRONE_STRIKE in kinds:
            first = max(0, hit.start - _SUPPORT_REACH)
            supports = (
                _SUPPORT.search_cut(text, first, hit.start + 1) is not None
                or _SUPPORTS.match(text, hit.end + 1) is not None
            )
        found[hit.entry.id] = found.get(hit.entry.id, True) and supports
    return frozenset(name for name, supports in found.items() if supports)


_BESIDE_REACH = 90
"""Characters between fighting and raids that one phrase names (chosen)."""
_PARTS: Final = re.compile(r"[.،؛\n:]")


def _beside_fighting(raid: Hit, fights: list[tuple[int, int]], text: str) -> bool:
    """Whether one phrase names a raid and fighting as what people died in ("in clashes and raids").

    That is told of a battle: the raids are a part of it. `fights`: spans of words for fighting, in
    text order.
    """
    if raid.entry.kind != "noun":
        return False
    near = bisect_left(fights, (raid.start, 0))
    span = (raid.start, raid.end)
    for first, last in (
        *((fight, span) for fight in fights[max(0, near - 1) : near]),
        *((span, fight) for fight in fights[near : near + 1]),
    ):
        if last[0] - first[1] > _BESIDE_REACH or not text.startswith("و", last[0] + 1):
            continue
        if _PARTS.search(text, first[1], last[0]) is None:
            return True
    return False
