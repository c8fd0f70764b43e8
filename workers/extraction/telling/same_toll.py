"""Drafts told by one toll: where the same many people died, it was the same attack.

Place in the flow: under joining. Two clauses may put one attack at two places (the province and the
town, the text's village and a namesake), but they seldom count the same many dead of two attacks.
"""

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import (
    compatible_kinds,
    days_apart,
    km_apart,
)
from workers.extraction.telling.telling_apart import all_recalled, are_exact
from workers.extraction.telling.tellings import Draft
from workers.extraction.tolls.finder import TollMention
from workers.model import Place, WherePrecision

DEAD_MIN = 5
"""Dead from which one figure means one attack: fewer die in many attacks of a day (chosen)."""
_FAR_KM = 200.0
"""How far apart one attack is put at most by two clauses: a province and its town (chosen)."""
_NEAR_KM = 45.0
"""The same for two towns: farther apart, a sum of two attacks may be told of each (chosen)."""
_REGION_KM = 400.0
"""The same for a part of a country and a town in it: "in the north of Mali" (chosen)."""
_DAYS = 1
"""Days by which two clauses may date one attack apart: that of the news beside its own."""


def leading_dead(draft: Draft, tolls: tuple[TollMention, ...]) -> int | None:
    """The dead that the draft's own clauses count first, None for fewer than `DEAD_MIN`."""
    spans = [(scene.mention.start, scene.mention.end) for scene in draft.scenes]
    dead = next(
        (
            toll.toll.best
            for toll in tolls
            if toll.field == "deaths"
            and toll.toll is not None
            and not (toll.subset or toll.since or toll.earlier or toll.several)
            and any(start <= toll.start < end for start, end in spans)
        ),
        None,
    )
    return dead if dead is not None and dead >= DEAD_MIN else None


def have_one_toll(
    a: Draft,
    b: Draft,
    places: tuple[PlaceMention | None, PlaceMention | None],
    dead: tuple[int | None, int | None],
) -> bool:
    """Whether both count the same `leading_dead`, and no kind, day, place or word parts them."""
    if dead[0] is None or dead[0] != dead[1]:
        return False
    if not _kinds_agree(a, b):
        return False
    if all_recalled(a) != all_recalled(b):
        return False
    if any(scene.another or scene.one_more for scene in b.scenes):
        return False
    if a.sure and b.sure and (days_apart(a.date, b.date) or 0) > _DAYS:
        return False
    one, other = (at.place if at is not None else None for at in places)
    return one is None or other is None or _may_be_one(one, other)


def _kinds_agree(a: Draft, b: Draft) -> bool:
    """Whether kinds part them; a headline that stands for itself may name but a part of it."""
    if a.kind is None or b.kind is None or a.kind is b.kind:
        return True
    return all(scene.in_title for scene in a.scenes) and compatible_kinds(a.kind, b.kind)


def _may_be_one(one: Place, other: Place) -> bool:
    if one.country_code != other.country_code:
        return False
    far_km = _NEAR_KM if are_exact(one, other) else _FAR_KM
    if max(one.where_prec, other.where_prec) == WherePrecision.REGION:
        far_km = _REGION_KM
    apart = km_apart(one, other)
    return apart is None or apart <= far_km
