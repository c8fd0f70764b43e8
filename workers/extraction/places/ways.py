"""Roads: what lies between two towns is placed half way, not in the one that is named first.

Place in the flow: end of `places`, after seas. Both mentions keep their names and take the point
between them, so that either of them may become the attack's place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workers.extraction.places.types import PlaceMention
from workers.lexicon.gazetteer.geometry import km
from workers.model import Place, WherePrecision
from workers.text.patterns import Pattern

_ROAD_KM_MAX = 300.0
"""A road between towns farther apart is told by a place on it; chosen."""
_GAP_KM_MAX = 120.0
"""The same for what is told without a road ("an outpost between X and Y"); chosen."""
_NEAR_KM_MAX = 60.0
"""Towns nearer than this leave no doubt where between them is meant."""
_NEXT = 2
"""Mentions behind the first end that may be the second: the first one's province comes between."""
_REACH = 70
_ROAD_REACH = 60
_NO_PLACE = frozenset({"metonym", "dateline", "organisation", "person"})

_ROADS = r"(?:road|highway|motorway|expressway|freeway|railway|route|carriageway)"
_ROADS_AR = r"[وبل]{0,2}(?:ال)?(?:طريق|اوتوستراد|اوتستراد|اتوستراد|سكه)"
_JOINS_AR = r"(?:ال)?(?:يربط|تربط|رابط|رابطه|واصل|واصله|يصل|تصل|ممتد|يمتد)"
_BETWEEN: Final = Pattern(
    r"(?:\bبين|\bbetween) (?:the )?(?:(?:towns?|cities|city|villages?)(?: of)? )?$"
)
_AND: Final = re.compile(
    r"(?: (?:في|ب)[^.،؛\n]{2,40})?،? و(?:بين )?(?:\w+ ){0,2}|,? and (?:the \w+ of )?"
)
_ROAD: Final = Pattern(rf"\b(?:{_ROADS_AR}|{_ROADS})\b")
_LINKS: Final = Pattern(
    rf"\b{_ROADS} (?:that |which )?(?:link\w*|connect\w*|join\w*|from|leading from|running from) "
    r"(?:the \w+ of )?$"
    rf"|\b{_ROADS_AR}(?: \w+){{0,2}} (?:الذي |التي )?{_JOINS_AR} (?:بين )?(?:\w+ )?$"
    rf"|\b{_ROADS_AR} من (?:\w+ )?$"
)
_TO: Final = re.compile(r" (?:و|ب|مع |الي |to |with |and )(?:\w+ )?(?:of )?")
_NAMED_ROAD: Final = Pattern(rf"\b{_ROADS_AR} (?:(?:ال\w+|عام|دولي|رئيسي|سريع) )?$")
_DASH: Final = re.compile(r" ?[-–—/ـ] ?| ")
_HYPHEN: Final = re.compile(r" ?[-–—/] ?|-to-")
_ROAD_BEHIND: Final = re.compile(
    rf" (?:main |federal |coastal |international |trunk |desert )?{_ROADS}\b"
)


def half_way(mentions: Sequence[PlaceMention], folded_text: str) -> list[PlaceMention]:
    """The mentions, the two ends of a way with the point between them."""
    placed = list(mentions)
    for number, other in _ends(mentions, folded_text):
        one, two = mentions[number].place, mentions[other].place
        if one is None or two is None:
            continue
        for at, end in ((number, one), (other, two)):
            placed[at] = replace(placed[at], place=_between(end, one, two))
    return placed


def _ends(mentions: Sequence[PlaceMention], text: str) -> Iterator[tuple[int, int]]:
    """The numbers of the mentions that are the two ends of a way."""
    for number, mention in enumerate(mentions):
        for other in range(number + 1, min(number + 1 + _NEXT, len(mentions))):
            if other > number + 1 and mention.parent != number + 1:
                break
            limit, precision = _told(mention, mentions[other], text)
            if limit and _are_ends(mention, mentions[other], limit, precision):
                yield number, other
                break


def _told(one: PlaceMention, other: PlaceMention, text: str) -> tuple[float, WherePrecision]:
    """How far apart two places may be of which the text tells what is between, how coarse.

    0 km where it does not tell of it.
    """
    nothing = (0.0, WherePrecision.ADMIN2)
    if other.start - one.end > _REACH:
        return nothing
    since, named_at = max(0, one.named_at - _ROAD_REACH), one.named_at
    if _BETWEEN.search_cut(text, since, named_at) and _AND.fullmatch(text, one.end, other.start):
        if _ROAD.search_cut(text, since, named_at) is not None:
            return _ON_ROAD
        return (_GAP_KM_MAX, WherePrecision.ADMIN2) if _is_inland(one, other) else nothing
    named_road = _NAMED_ROAD.search_cut(text, since, one.start)
    if named_road and _DASH.fullmatch(text, one.end, other.start):
        return _ON_ROAD
    if _HYPHEN.fullmatch(text, one.end, other.start) and _ROAD_BEHIND.match(text, other.end):
        return _ON_ROAD
    linked = _LINKS.search_cut(text, since, named_at)
    return _ON_ROAD if linked and _TO.fullmatch(text, one.end, other.start) else nothing


_ON_ROAD = (_ROAD_KM_MAX, WherePrecision.ADMIN1)


def _is_inland(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether both lie in one country: what is between two of them may be their quarrel."""
    if one.place is None or other.place is None:
        return False
    return one.place.country_code == other.place.country_code


def _are_ends(
    one: PlaceMention, other: PlaceMention, km_max: float, coarsest: WherePrecision
) -> bool:
    """Whether both are exact enough and near enough for a point between them to tell much."""
    points = []
    for mention in (one, other):
        place = mention.place
        if place is None or mention.cue in _NO_PLACE or mention.direction is not None:
            return False
        if place.where_prec > coarsest or place.latitude is None:
            return False
        points.append((place.latitude, place.longitude or 0.0))
    return 0.0 < km(points[0], points[1]) <= km_max


def _between(end: Place, one: Place, other: Place) -> Place:
    """The end of a way, its point moved half way to the other end."""
    here = (one.latitude or 0.0, one.longitude or 0.0)
    there = (other.latitude or 0.0, other.longitude or 0.0)
    near = WherePrecision.NEAR if km(here, there) <= _NEAR_KM_MAX else WherePrecision.ADMIN2
    return replace(
        end,
        latitude=round((here[0] + there[0]) / 2, 5),
        longitude=round((here[1] + there[1]) / 2, 5),
        where_prec=max(end.where_prec, near),
    )
