"""One clause, several places struck: a scene for each that its words join by "and".

Place in the flow: right after `scenes`, before drafts.
"""

import re
from dataclasses import replace

from workers.extraction.agreement import km_apart, names_its_province, same_place
from workers.extraction.places import PlaceMention
from workers.extraction.tellings import SURE_POINTS, Scene
from workers.model import WherePrecision

_BEFORE_REACH = 50
"""Characters before a place in which words say that it lies between two."""
_SPLIT_KM = 45.0
"""Places of one clause farther apart than this were struck apart; nearer ones are one operation
(chosen).
"""
_SPLIT_GAP = 34
_LISTED = 1.0
"""Points more for a place that a list gives an attack of its own."""
_AND = re.compile(r"\b(?:and|as well as)\b|\bو|،|,| و")
# What stands between two places of which the second was not struck: for whose sake, who was among
# the victims, between which places.
_NOT_LISTED = re.compile(
    r"\b(?:نصره|دعما|تضامنا|اسنادا|انتصارا|ردا|ثارا|انتقاما|بينهم|بينها|منهم|قادم\w*|متجه\w*|"
    r"in support of|in solidarity|among them|including|on (?:its|their) way)\b"
)
_BETWEEN = re.compile(r"\b(?:between|بين|الواصل\w* بين|الرابط\w* بين) (?:\w+ ){0,2}$")


def split_places(scene: Scene, text: str) -> list[Scene]:
    """The scene, and one more for every other place that its clause joins to the first by "and".

    Not for provinces that a headline names: the text tells where in them.
    """
    sure = [(points, place) for points, place in scene.places if points >= SURE_POINTS]
    made = [scene]
    taken = [scene.places[0][1]] if sure else []
    for points, place in sure[1:]:
        one = place.place
        if one is None or one.where_prec >= WherePrecision.ADMIN1:
            continue
        near = [
            other
            for other in taken
            if other.place is not None
            and (same_place(other.place, one) or (km_apart(other.place, one) or 0.0) < _SPLIT_KM)
        ]
        if names_its_province(one) and scene.in_title:
            continue
        if names_its_province(one) and any(
            other.place is not None and other.place.admin1 == one.admin1
            for _, other in sure
            if other is not place
        ):
            continue
        joined = any(_joined_by_and(other, place, text) for other in taken)
        if joined and not near:
            rest = [pair for pair in scene.places if pair[1] is not place]
            made.append(
                replace(
                    scene,
                    places=[
                        (points + _LISTED, place),
                        *[p for p in rest if p[0] < SURE_POINTS],
                    ],
                )
            )
            taken.append(place)
    return made


def _joined_by_and(a: PlaceMention, b: PlaceMention, text: str) -> bool:
    first, last = (a, b) if a.start < b.start else (b, a)
    between = text[first.end : last.start]
    if len(between) > _SPLIT_GAP or _AND.search(between) is None:
        return False
    named_at = min(first.noun_start or first.start, first.start)
    if _BETWEEN.search(text, max(0, named_at - _BEFORE_REACH), named_at) is not None:
        return False
    return _NOT_LISTED.search(between) is None
