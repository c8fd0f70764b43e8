"""How likely each place of a clause is where its attack happened.

Place in the flow: under scenes. Points for a place near the attack word, introduced by in/at/on,
precise; fewer for one that it was launched from, where the page was written, where the speaker
sits.
"""

import re
from collections.abc import Sequence
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import COAST, contains_place
from workers.extraction.telling.burials import is_of_burial
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.scene_words import (
    AIMED_AT,
    CAUSED_BY,
    CLAUSE_END,
    NOT_STRUCK,
    OF_HOSPITAL,
    SAID,
    SPEAKER_IN,
    TOLD_IN,
)
from workers.model import SubEventType, WherePrecision
from workers.text.patterns import Pattern
from workers.text.words import holds_one

# Points of a place score, hand-set on the first newswire month; only their order matters.
_CUE_POINTS = {
    "in": 0.8, "at": 0.8, "on": 0.7, "near": 0.5, "to": -0.5, "from": -2.0, "of": 0.0,
    "dateline": -6.0, "metonym": -6.0, "organisation": -4.0, "person": -6.0,
}  # fmt: skip
_PRECISION_POINTS = {
    WherePrecision.EXACT: 0.6, WherePrecision.NEAR: 0.6, WherePrecision.ADMIN2: 0.4,
    WherePrecision.ADMIN1: 0.0,
    WherePrecision.REGION: -0.2, WherePrecision.COUNTRY: -1.6, WherePrecision.INTERNATIONAL: -1.2,
}  # fmt: skip
_DISTANCE_UNIT = 80.0
_DISTANCE_MAX = 2.0
PLACE_SCORE_MIN = -1.0
"""Places that score less are no place of this attack."""


_BEFORE_REACH = 50
"""Characters before a place in which words say that it was not struck."""
_AIMED = 1.0
"""Points more for a place that something was launched at from another one that is told."""
_MEASURED = 1.5
"""Points more for a point told by its distance ("55 nautical miles south of Aden")."""


def place_points(
    mention: Mention, place: PlaceMention, text: str, launched: Sequence[PlaceMention] = ()
) -> float:
    """How likely a place of the same clause is where the mention's attack happened.

    `launched` are those of the clause that something was launched from: another is what it was
    launched at.
    """
    anchors = mention.anchors
    gap = min(
        max(0, place.start - hit.end)
        if place.start >= hit.start
        else max(0, hit.start - place.end) * 1.3
        for hit in anchors
    )
    named_at = place.named_at
    since = max(mention.start, named_at - _BEFORE_REACH)
    passed = (
        any(pattern.search(text, since, named_at) for pattern in NOT_STRUCK)
        or _is_of_cause(mention, since, named_at, text)
        or place in launched
        or _is_speakers(place, since, text)
        or (_tells_dead_alone(mention) and is_of_burial(mention, named_at, place.end, text))
    )
    cue = "from" if passed else place.cue or ""
    if OF_HOSPITAL.search(text, since, place.start):
        cue = "organisation"
    if cue == "from" and not passed and _abducts(mention):
        cue = "in"
    aimed = cue == "to" and AIMED_AT.search(text, since, named_at) is not None
    if aimed:
        cue = "on"
    points = 2.0 + _CUE_POINTS.get(cue, 0.0) - min(_DISTANCE_MAX, gap / _DISTANCE_UNIT)
    if place.place is not None:
        points += _PRECISION_POINTS[place.place.where_prec]
    if aimed or (launched and not passed):
        points += _AIMED
    return points + (place.score - 0.5)


def _tells_dead_alone(mention: Mention) -> bool:
    """Whether no attack is named with the dead: one often struck where they are buried."""
    weapons = (hit for hit in mention.weapon_hits if not hit.entry.generic)
    return not mention.attack_hits and next(weapons, None) is None


def _is_speakers(place: PlaceMention, since: int, text: str) -> bool:
    """Whether somebody sits there who tells of the attack."""
    if TOLD_IN.search(text, since, place.named_at) is not None:
        return True
    return SAID.match(text, place.end) is not None and (
        SPEAKER_IN.search(text, since, place.named_at) is not None
    )


def _abducts(mention: Mention) -> bool:
    """Whether somebody is taken away: from where he is taken is where it happens."""
    told = mention.attack_hits
    return bool(told) and all(
        any(kind is SubEventType.ABDUCTION for kind, _ in hit.entry.votes) for hit in told
    )


def _is_of_cause(mention: Mention, since: int, until: int, text: str) -> bool:
    """Whether a place belongs to what the attack answers, was made for or fell on the day of."""
    cause = CAUSED_BY.search(text, since, until) or _COMMEMORATED.search(
        text, max(mention.start, until - _COMMEMORATED_REACH), until
    )
    if cause is None:
        return False
    told = [hit.start for hit in mention.anchors]
    return min(told) < cause.start() and not any(cause.end() <= at < until for at in told)


_COMMEMORATED: Final = Pattern(r"\b(?:anniversary of|(?:ال)?ذكري)\b")
_COMMEMORATED_REACH = 110
"""Characters from "the anniversary of" to the place of what is commemorated."""
_REFERENCE_COST = 1.5
_REFERENCE_GAP = 22
"""Characters between a place and the better known one that it is located by ("Khasham, east of
Deir ez-Zor").
"""


def lies_between(place: PlaceMention, inside: list[PlaceMention], text: str) -> bool:
    """Whether it only says where another lies ("the front of X between Y and Z")."""
    return any(
        0 < place.start - other.end <= _BETWEEN_REACH
        and _LIES_BETWEEN.fullmatch(text, other.end, place.start) is not None
        for other in inside
    )


_LIES_BETWEEN: Final = Pattern(
    r",? (?:الواقع\w? |located |lying )?(?:(?:علي |عند )?(?:ال)?طريق (?:ال\w+ )?|"
    r"(?:an? (?:\w+ ){1,2})?(?:on|along) the (?:\w+ )?(?:road|highway|motorway|route) )?"
    r"(?:بين|between|linking|from) (?:[^.,،\n]{2,25} (?:و|and|to) ?)?"
)
_BETWEEN_REACH = 60


def is_reference(place: PlaceMention, inside: list[PlaceMention], text: str) -> bool:
    """Whether a place only locates another (X near Y, X east of Y, X in Y, Y's X)."""
    if text.startswith(("'s ", "’s "), place.end) and any(
        0 <= other.start - place.end <= _REFERENCE_GAP for other in inside
    ):
        return True
    if any(_holds(place, other, text) or _explains(place, other, text) for other in inside):
        return True
    if lies_between(place, inside, text):
        return True
    if _measures_another(place, inside, text) or _is_road_to(place, inside):
        return True
    if place.direction is None and place.cue not in ("near", "in", "of"):
        return False
    return any(
        0 <= place.named_at - other.end <= _REFERENCE_GAP
        for other in inside
        if other is not place
        and other.place is not None
        and other.cue not in ("metonym", "dateline", "from")
        and not _details(place, other)
        and not _holds(other, place, text)
    )


# What a town is said to be, behind a comma ("آخر معقل للمعارضة قرب ...").
_EXPLAINS: Final = Pattern(
    r" ?[،,] (?:وهي |وهو |التي |الذي )?(?:كانت |كان )?(?:تعد |يعد |تعتبر |يعتبر )?"
    r"(?:اخر|اكبر|ثاني|ثالث|احد|احدي|ابرز|اهم|معقل|معاقل|مسقط|كبري|تقع|يقع|تبعد|يبعد|عاصمه|"
    r"الواقع\w{0,2}|القريب\w{0,2}|البعيد\w{0,2})\b(?: (?!الي |علي )[^ .،؛:\n]+){0,5}? "
    r"(?:قرب|شرقي?|غربي?|شمالي?|جنوبي?|من|عن|في|محيط|ضواحي) (?:\w+ )?(?:ال)?"
    r"|, (?:which is |once |still )?(?:the (?:last|largest|biggest|main)|an?|one of)\b"
    r"(?: [\w'-]+){1,6}? (?:near|outside|east of|west of|north of|south of|from|in|on) (?:the )?"
)
_EXPLAINS_REACH = 110


def _explains(place: PlaceMention, town: PlaceMention, text: str) -> bool:
    """Whether a place only says where a town named before it lies, in words about that town."""
    return (
        0 < place.named_at - town.end <= _EXPLAINS_REACH
        and town.place is not None
        and town.place.where_prec <= WherePrecision.ADMIN2
        and town.cue not in ("metonym", "dateline", "from", "organisation", "person")
        and _EXPLAINS.fullmatch(text, town.end, place.named_at) is not None
    )


def _is_road_to(place: PlaceMention, inside: list[PlaceMention]) -> bool:
    """Whether it only names a road in a town that is told ("in Damascus, on the Beirut road")."""
    return (
        place.called == "street"
        and place.kind in _TOWNS
        and any(
            other is not place
            and other.cue == "in"
            and other.kind in _TOWNS
            and other.called != "street"
            for other in inside
        )
    )


_TOWNS = frozenset(("capital", "city", "town", "village"))


def _measures_another(place: PlaceMention, inside: list[PlaceMention], text: str) -> bool:
    """Whether it only measures how far off a town named before lies ("Ajdabiya, 160 km off X")."""
    if place.cue != "near" and place.direction is None:
        return False
    since = max(0, place.named_at - _MEASURE_REACH)
    measure = _MEASURE.search(text, since, place.named_at)
    return measure is not None and any(
        0 <= measure.start() - other.end <= _MEASURED_GAP
        and CLAUSE_END.search(text, other.end, measure.start()) is None
        for other in inside
        if other.place is not None
        and other.place.where_prec <= WherePrecision.ADMIN2
        and other.cue not in ("metonym", "dateline", "from", "organisation", "person")
        and other.name_local != place.name_local
    )


_MEASURE: Final = Pattern(
    r"(?:(?:، ?| )(?:و?(?:هي|هو) )?(?:و?(?:التي |الذي )?[تي](?:قع|بعد)|(?:ال)?(?:واقع|بعيد)\w{0,2})"
    r"|،|(?<=\w)) ?"
    r"(?:علي )?(?:بعد|مسافه|مبعده)? ?(?:(?:نحو|حوالي|قرابه|زهاء|اكثر من|اقل من) )?"
    r"(?:\d[\d.,]*|[^\s\d،.؛]{2,9}(?: [^\s\d،.؛]{2,9})?) "
    r"(?:كم|كلم|كيلومتر\w{0,2}|كيلو مترا?|ميلا?|اميال)"
    r"(?: (?:الي|عن|من))? ?(?:ال)?$"
    r"|(?:,| (?:which |that )?(?:lies|lying|located|situated)|(?<=\w)) "
    r"(?:(?:about|some|around|roughly|nearly|just|only|more than|less than) )?"
    r"[\d.,]+ ?(?:km|kms|kilomet(?:er|re)s?|miles?)(?: ?\([^)]{1,30}\))?(?: to the| away)? $"
)
"""The measure between a place and the better known one that it lies so far from."""
_MEASURE_REACH = 90
_MEASURED_GAP = 34
"""Characters between a town and the measure: its province may stand there."""


def _holds(wide: PlaceMention, narrow: PlaceMention, text: str) -> bool:
    """Whether the one only says whose suburb or port the other is ("the Damascus suburb of X")."""
    return (
        0 < narrow.start - wide.end <= _HOLDS_REACH
        and _WIDTHS.get(wide.kind, 0) > _WIDTHS.get(narrow.kind, 0)
        and _HOLDS.fullmatch(text, wide.end, narrow.start) is not None
    )


_WIDTHS = {
    "country": 5, "sea": 4, "region": 4, "admin1": 4, "admin2": 3,
    "capital": 2, "city": 2, "town": 1,
}  # fmt: skip
"""Kinds of places by how much they hold: "the X district of Y" is told of either order."""


_HOLDS: Final = Pattern(
    r"(?:['’]s)? (?:\w+ ){0,2}?(?:city|cities|town|village|hamlet|suburb|district|sub-district|"
    r"quarter|neighbou?rhood|area|region|province|governorate|county|port|resort|island|enclave|camp|"
    r"municipality|locality) of (?:the )?"
)
_HOLDS_REACH = 60


def _details(place: PlaceMention, before: PlaceMention) -> bool:
    """Whether it says where in a province named before it ("in Saada, in the district of Majz")."""
    if place.place is None or before.place is None or place.cue != "in":
        return False
    return place.place.where_prec < before.place.where_prec >= WherePrecision.ADMIN1 and (
        contains_place(before.place, place.place)
    )


def standing(place: PlaceMention, inside: list[PlaceMention], text: str) -> float:
    """Points for a measured point ("55 nautical miles south of Aden"), against a reference."""
    named = [other for other in inside if not _is_mere_coast(other)]
    if _is_mere_coast(place):
        return -_REFERENCE_COST if any(other.kind == "sea" for other in named) else 0.0
    if is_reference(place, named, text):
        return -_REFERENCE_COST
    if _is_way_to_another(place, named, text):
        return -_REFERENCE_COST
    if any(_is_far_end(place, other, text) for other in named):
        return -_FAR_END_COST
    return _MEASURED if place.resolved_by == "offset" else 0.0


_FAR_END_COST = 0.6
"""Points less for the second end of a road than for the first (chosen)."""
_FAR_END = re.compile(r" و(?:بين )?(?:\w+ )?| and ")
_ENDS = ("بين ", "between ")
_ENDS_REACH = 20


def _is_way_to_another(place: PlaceMention, named: list[PlaceMention], text: str) -> bool:
    """Whether it is an end of a road on which a smaller place is named ("X, between Y and Z")."""
    ends = [
        (one, other)
        for one in named
        for other in named
        if one is not other and _is_far_end(one, other, text)
    ]
    if not any(place is one or place is other for one, other in ends):
        return False
    at_ends = [end for pair in ends for end in pair]
    return any(
        other.cue in ("in", "at", "on", "near")
        and other.place is not None
        and other.place.where_prec <= WherePrecision.ADMIN2
        and not any(other is end for end in at_ends)
        for other in named
    )


def _is_far_end(place: PlaceMention, other: PlaceMention, text: str) -> bool:
    """Whether it is the second of two that something lies between ("the road between X and Y")."""
    if _FAR_END.fullmatch(text, other.end, place.start) is None:
        return False
    return holds_one(text[max(0, other.named_at - _ENDS_REACH) : other.named_at], _ENDS)


def _is_mere_coast(place: PlaceMention) -> bool:
    """Whether it only says off which country ("off Yemen in the Gulf of Aden")."""
    return place.kind == "sea" and place.place is not None and place.place.name.startswith(COAST)


def refined(
    scored: list[tuple[float, PlaceMention]], places: tuple[PlaceMention, ...], text: str
) -> list[tuple[float, PlaceMention]]:
    """The finer place first where the best one is only the parent of another in the same clause."""
    if len(scored) < 2:  # noqa: PLR2004
        return scored
    best = scored[0][1]
    within = _town_within(scored)
    if within:
        return [scored[within], *scored[:within], *scored[within + 1 :]]
    for index, (points, place) in enumerate(scored[1:], 1):
        inside = place.parent is not None and places[place.parent] is best
        if not inside or _holds(place, best, text):
            continue
        if points > 0 and _is_finer(place, best) and not _is_mere_coast(place):
            return [scored[index], *scored[:index], *scored[index + 1 :]]
    return scored


def _town_within(scored: list[tuple[float, PlaceMention]]) -> int:
    """The index of a town that the clause names within the countryside that is best, else 0.

    "In the countryside of X ... in the town of Y" tells where in it.
    """
    points, best = scored[0]
    if best.kind != "region" or best.place is None:
        return 0
    for index, (other_points, other) in enumerate(scored[1:], 1):
        if (
            other.place is not None
            and other.place.where_prec <= WherePrecision.ADMIN2
            and other.cue in ("in", "at", "on", "near")
            and points - other_points <= _WITHIN_MARGIN
            and contains_place(best.place, other.place)
        ):
            return index
    return 0


_WITHIN_MARGIN = 1.5
"""Points by which a countryside may be ahead of the town in it that the clause names (chosen)."""


def _is_finer(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether it is the more exact place; a country is none inside a town."""
    if a.place is None or b.place is None:
        return False
    return a.place.where_prec <= b.place.where_prec < WherePrecision.INTERNATIONAL
