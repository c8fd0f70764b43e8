"""Whose attacks go on: strikes that no one is named for are whose were told before.

So is what happened in the second of two towns whose dead are counted in one clause.

Place in the flow: after the parties of an article's drafts are known, for drafts that name nobody.
"""

from collections.abc import Sequence
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.telling.tellings import Draft
from workers.model import Weapon
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_GO_ON: Final = Pattern(
    r"(?<!\w)[وف]?(?:ال)(?:غارات|غاره|ضربات|طايرات|مقاتلات|طيران|مروحيات)\b"
    r"|(?<!\w)[وف]?(?:مقاتلاته|طايراته|غاراته|ضرباته|طيرانه)\b"
    r"|(?<!\w)(?:غاره|غارات|ضربه|ضربات) (?:\w+ )?(?:اخري|ثانيه|ثالثه|جديده|مماثله)\b"
    r"|\b(?:the|further|more|other|another|a second|a third|additional|subsequent) (?:air ?)?"
    r"(?:strikes?|raids?|jets?|warplanes?|planes|helicopters?|bombardment|aircraft|airstrikes?)\b"
)
"""Strikes and aircraft told as known, or as more of the same."""
_FLYING = frozenset({Weapon.AIRCRAFT, Weapon.DRONE})
_STATE = "MIL"
_REACH = 600
"""Characters between an attack and the one that goes on with it: a paragraph or two."""


def with_those_who_go_on(
    drafts: Sequence[Draft],
    attackers: Sequence[list[ActorMention]],
    attacked: Sequence[list[ActorMention]],
    claimed: Sequence[bool],
    text: str,
) -> list[list[ActorMention]]:
    """The attackers of each draft; where none is named, of the strikes told last before it.

    `claimed`: whether somebody claims or is blamed for a draft. Only forces of one side: where two
    have struck so far, it may be either.
    """
    made = [list(named) for named in attackers]
    order = sorted(range(len(drafts)), key=lambda index: _start(drafts[index]))
    for rank, index in enumerate(order):
        if made[index] or claimed[index]:
            continue
        told_with = _told_with(drafts, index)
        if told_with is not None:
            made[index] = list(made[told_with])
            continue
        flies = _strikes(drafts[index])
        if not _goes_on(drafts[index], text) and (not flies or _is_owned(drafts[index], text)):
            continue
        before = [i for i in order[:rank] if made[i] and _strikes(drafts[i])]
        sides = {mention.side for i in before for mention in made[i]}
        if len(sides) != 1 or sides & {mention.side for mention in attacked[index]}:
            continue
        if _start(drafts[index]) - _start(drafts[before[-1]]) <= _REACH:
            made[index] = [m for m in made[before[-1]] if m.sector == _STATE]
    return made


def _told_with(drafts: Sequence[Draft], index: int) -> int | None:
    """The draft whose clause counts the dead of this one, too: "ten in X and six in Y"."""
    if not all(scene.another and scene.counted for scene in drafts[index].scenes):
        return None
    start = _start(drafts[index])
    return next(
        (
            other
            for other, draft in enumerate(drafts)
            if other != index and any(scene.mention.start == start for scene in draft.scenes)
        ),
        None,
    )


def _start(draft: Draft) -> int:
    return draft.scenes[0].mention.start


def _strikes(draft: Draft) -> bool:
    return any(_FLYING.intersection(scene.mention.weapons()) for scene in draft.scenes)


_OWNED = (
    "تابع",
    "قواته",
    "قواتنا",
    "طايراته",
    "مقاتلاته",
    "his forces",
    "its forces",
    "their forces",
)


def _is_owned(draft: Draft, text: str) -> bool:
    """Whether its first clause says whose aircraft they were, by a name that is not known."""
    clause = draft.scenes[0].mention
    return holds_one(text[clause.start : clause.end], _OWNED)


def _goes_on(draft: Draft, text: str) -> bool:
    """Whether the first clause of a draft tells of strikes or aircraft already spoken of."""
    clause = draft.scenes[0].mention
    return _GO_ON.search(text, clause.start, clause.end) is not None
