"""Whether the place that a toll names is that of an attack.

Place in the flow: asked by `fields.toll_sharing`.
"""

import re
from collections.abc import Sequence

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import same_place
from workers.extraction.telling.mention_words import TIME_JOINT
from workers.extraction.telling.mentions import CAMPAIGN
from workers.extraction.telling.tellings import Draft
from workers.extraction.tolls.finder import TollMention
from workers.model import Place

_IN_TOWN_OF = re.compile(
    r"\b(?:in|at|on|near) (?:the )?(?:[\w'-]+ ){0,3}"
    r"(?:town|city|village|district|province|region|port|suburb|camp|neighbou?rhood) of $"
)
_AMONG_REACH = 50
_TOWN_REACH = 50
"""Characters before a name in which "in the coastal town of" stands (chosen)."""


_AMONG_THEM = re.compile(
    r"(?:بينهم|بينهن|بينها|ضمنهم|including|among them)(?: [^ ،,.]+){0,4} و?(?:and )?$"
)
_BY_ATTACK = re.compile(
    r"[^،,.؛]{0,12}\b(?:جراء|اثر|نتيجه|[بف]?ي? ?(?:ال)?(?:قصف|غار|هجوم|تفجير|انفجار)|"
    r"strikes?|shelling|attacks?|raids?|bombing|blast)"
)


def says_who(text: str, start: int, end: int) -> bool:
    """Whether a part tells who the dead were, and the attack behind it is that of them all.

    "Six civilians, among them a woman and four children, by shelling of Salu".
    """
    if _BY_ATTACK.match(text, end) is None:
        return False
    return _AMONG_THEM.search(text, max(0, start - _AMONG_REACH), start) is not None


def in_town_of(text: str, start: int) -> bool:
    """Whether the name at `start` stands behind "in the town of"."""
    return (
        text.endswith(" of ", 0, start)
        and _IN_TOWN_OF.search(text, max(0, start - _TOWN_REACH), start) is not None
    )


def is_one(place: Place | None, other: Place | None) -> bool:
    """Whether two mentions name one place, however near to it."""
    if place is None or other is None:
        return place is other
    return place == other or (place.place_id is not None and place.place_id == other.place_id)


def can_be(place: Place | None, other: Place | None) -> bool:
    """Whether a place may be another: one of them is unknown, or they are the same."""
    return place is None or other is None or same_place(place, other)


def named_in(
    places: Sequence[PlaceMention], drafts: list[Draft], among: Sequence[int]
) -> frozenset[int]:
    """The indices, `among` those given, of the drafts whose very place is one of these."""
    return frozenset(
        index
        for index in among
        if drafts[index].place is not None
        and any(is_one(drafts[index].place, mention.place) for mention in places)
    )


PLACE_REACH = 60
"""Characters between a figure and the place where its people were ("a soldier in Salu")."""


def died_at(
    toll: TollMention, drafts: list[Draft], among: list[int], places: Sequence[PlaceMention]
) -> int | None:
    """The index, `among` those given, of the draft whose place is named right after the toll.

    `places`: those of its sentence.
    """
    best: tuple[float, int | None] = (float("inf"), None)
    for mention in places:
        gap = mention.start - toll.end
        if not 0 <= gap <= PLACE_REACH:
            continue
        for index in among:
            if is_one(drafts[index].place, mention.place):
                best = min(best, (float(gap), index))
    return best[1]


IN_ONE = re.compile(
    r"(?: (?:منهم|منهن|of them|of whom|people|died|were killed|[^ ،,.]+)){0,2} (?:في|in|by)"
    r" (?:ال[^ ]+ )?(?:الاول|الاولي|الثاني|الثانيه|احدهما|احداهما|the first|the second|one of)\b"
)
"""After a part: they died in one of the attacks told together."""


def is_campaign(draft: Draft) -> bool:
    """Whether it tells of many attacks, whose dead are no single attack's."""
    return any(scene.tally or scene.mention.cues & CAMPAIGN for scene in draft.scenes)


def is_of_older(toll: TollMention, draft: Draft) -> bool:
    """Whether the clause of a toll names the older attack that the news came some time after."""
    return any(
        scene.mention.holds(toll.start) and TIME_JOINT.fullmatch(scene.mention.joint) is not None
        for scene in draft.scenes
    )
