"""Drafts that turn out to tell one attack: put together once each of them has a place.

Place in the flow: after drafts and their places, before judging. A headline's own draft goes to the
attack of the text that it can mean.
"""

from datetime import date

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import (
    compatible_kinds,
    contains_place,
    days_conflict,
    km_apart,
    names_its_province,
    same_spot,
)
from workers.extraction.telling.same_toll import have_one_toll, leading_dead
from workers.extraction.telling.telling_apart import (
    all_recalled,
    may_be_from_the_air,
    tells_another,
    turns_to_another,
)
from workers.extraction.telling.tellings import OLD_DAYS, Draft, Scene
from workers.extraction.tolls.finder import TollMention
from workers.model import Place, SubEventType, WherePrecision


def join(
    drafts: list[Draft],
    places: list[PlaceMention | None],
    published: date,
    tolls: tuple[TollMention, ...] = (),
) -> list[Draft]:
    """Drafts that turn out to tell one attack made one: kinds, days and places that agree.

    `places` are where the drafts were located, which may be outside their own clauses; `tolls` what
    the text says of the dead.
    """
    kept: list[tuple[Draft, PlaceMention | None]] = []
    counted: list[int | None] = []
    town = _only_town(drafts, places)
    for draft, place in zip(drafts, places, strict=True):
        dead = leading_dead(draft, tolls)
        found = next(
            (
                index
                for index, (one, at) in enumerate(kept)
                if _one_attack(one, draft, (at, place), published)
                or (index == 0 and _names_the_town(one, draft, (at, place), town))
                or have_one_toll(one, draft, (at, place), (counted[index], dead))
            ),
            None,
        )
        if found is None:
            kept.append((draft, place))
            counted.append(dead)
            continue
        other = kept[found][0]
        other.absorb(draft)
        counted[found] = leading_dead(other, tolls)
    return _without_headlines([draft for draft, _ in kept], published)


def _without_headlines(drafts: list[Draft], published: date) -> list[Draft]:
    """The drafts with a headline's own put to the first of the text that can be its attack.

    One in its province comes before one elsewhere in a country that it names.
    """
    kept: list[Draft] = []
    for draft in drafts:
        told = [
            other
            for other in drafts
            if other is not draft
            and not other.scenes[0].in_title
            and not all_recalled(other)
            and compatible_kinds(draft.kind, other.kind)
            and _names_around(draft, other.place)
            and not _is_long_past(other, published)
        ]
        told.sort(key=lambda other: not _in_one_province(draft.place, other.place))
        if not told or not _is_headline(draft):
            kept.append(draft)
            continue
        told[0].absorb(draft)
    return kept


def _is_long_past(draft: Draft, published: date) -> bool:
    told = draft.date.interval if draft.sure and draft.date is not None else None
    return told is not None and (published - told.end).days > OLD_DAYS


def _is_headline(draft: Draft) -> bool:
    """Whether the title alone makes it an attack: what the text adds has no place, day or word."""
    return draft.scenes[0].in_title and all(
        scene.in_title
        or (
            scene.place is None
            and scene.sure_date is None
            and (scene.mention.definite or not scene.mention.is_firm)
        )
        for scene in draft.scenes
    )


def _in_one_province(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.country_code, one.admin1) == (other.country_code, other.admin1)


def _names_around(headline: Draft, place: Place | None) -> bool:
    """Whether a headline names the province of a place, or beside another place its country."""
    if _in_one_province(headline.place, place):
        return True
    named = [told.place for scene in headline.scenes for _, told in scene.places if told.place]
    if headline.place is None or place is None:
        return not named and headline.inherited is None
    return any(
        one.country_code == place.country_code
        and (one.admin1 == place.admin1 or one.where_prec == WherePrecision.COUNTRY)
        for one in (headline.place, *named)
    )


_JOIN_DAYS_MAX = 3
"""A dated attack of the last days is what an undated clause of the same article speaks of."""


def _one_attack(  # noqa: PLR0911 - one return a reason
    a: Draft, b: Draft, places: tuple[PlaceMention | None, PlaceMention | None], published: date
) -> bool:
    if all_recalled(a) != all_recalled(b) or not compatible_kinds(a.kind, b.kind):
        return False
    if _are_one_protest(a, b, places):
        return not (a.sure and b.sure and days_conflict(a.date, b.date))
    if turns_to_another(b.scenes[0], a) or any(
        tells_another(scene, a) or not may_be_from_the_air(scene, a) for scene in b.scenes
    ):
        return False
    one, other = places
    if one is None or other is None or one.place is None or other.place is None:
        return False
    if max(one.place.where_prec, other.place.where_prec) >= WherePrecision.COUNTRY:
        return False
    if not (
        same_spot(one, other)
        or (a.sure and b.sure and _is_in_region(one.place, other.place))
        or is_umbrella(a, b.scenes[0], one, other)
        or _is_retold_nearer(a, b, one, other)
    ):
        return False
    if a.sure and b.sure:
        return not days_conflict(a.date, b.date)
    for draft in (a, b):
        if draft.sure and draft.date is not None and draft.date.interval is not None:
            return (published - draft.date.interval.end).days <= _JOIN_DAYS_MAX
    return True


_REGION_KM = 250.0
"""How far from its middle a part of a country reaches ("in the north-east of ..."; chosen)."""


def _is_in_region(one: Place, other: Place) -> bool:
    """Whether one of the places is a part of a country in which the other one lies."""
    if WherePrecision.REGION not in (one.where_prec, other.where_prec):
        return False
    apart = km_apart(one, other)
    return one.country_code == other.country_code and apart is not None and apart <= _REGION_KM


_PROTEST_KM = 50.0
"""How far apart protesters of one day are fired at: along a fence, in a capital and its sister
towns (chosen: Gaza's length)."""
_HAND_TO_HAND = frozenset({None, SubEventType.ATTACK, SubEventType.ARMED_CLASH})


def _are_one_protest(
    a: Draft, b: Draft, places: tuple[PlaceMention | None, PlaceMention | None]
) -> bool:
    """Whether both tell of the dead of one day's protests, who fell at several places."""
    if a.kind not in _HAND_TO_HAND or b.kind not in _HAND_TO_HAND:
        return False
    if not any("crowd" in scene.mention.cues for scene in (*a.scenes, *b.scenes)):
        return False
    one, other = (at.place if at is not None else None for at in places)
    if one is None or other is None or one.country_code != other.country_code:
        return False
    return (km_apart(one, other) or 0.0) <= _PROTEST_KM


_DISTRICT_KM = 25.0
"""How far from a town is a village that another source names for it (chosen)."""
_TOWN_KINDS = frozenset({"town", "city", "capital"})
_WITHIN = frozenset({"village", "quarter", "site", "camp", "settlement", "market", "mosque"})


def _is_retold_nearer(a: Draft, b: Draft, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether another source tells at once, by a village, what was put at the town near it."""
    if one.kind not in _TOWN_KINDS or other.kind not in _WITHIN:
        return False
    if a.kind is None and not all(scene.mention.definite for scene in a.scenes):
        return False
    first, last = a.scenes[-1], b.scenes[0]
    if last.order != first.order + 1 or last.turns or last.another or last.one_more:
        return False
    if last.mention.sentence == first.mention.sentence or "speech" not in last.mention.cues:
        return False
    if first.by and last.by and not first.by & last.by:
        return False
    apart = km_apart(one.place, other.place) if one.place and other.place else None
    return apart is not None and apart <= _DISTRICT_KM


def _only_town(drafts: list[Draft], places: list[PlaceMention | None]) -> PlaceMention | None:
    """The one town or village in which all attacks but the first were told, None of several."""
    towns = [
        place
        for draft, place in zip(drafts[1:], places[1:], strict=True)
        if place is not None
        and place.place is not None
        and place.place.where_prec < WherePrecision.REGION
        and not all_recalled(draft)
    ]
    if not towns or any(town.place != towns[0].place for town in towns):
        return None
    return towns[0]


def _names_the_town(  # noqa: PLR0911 - one return a reason
    a: Draft,
    b: Draft,
    places: tuple[PlaceMention | None, PlaceMention | None],
    town: PlaceMention | None,
) -> bool:
    """Whether a witness or the police name the only town of an attack that the lead put in an area.

    "In the north of the country", "in a small town north of the capital", "in the province of".
    """
    one, other = places
    if town is None or one is None or other is not town or one.place is None or town.place is None:
        return False
    beside = one.direction not in (None, "centre") and one.kind in _TOWN_KINDS
    if not (beside or one.place.where_prec >= WherePrecision.ADMIN1):
        return False
    if town.place.where_prec > WherePrecision.NEAR or town.kind not in _TOWN_KINDS | _WITHIN:
        return False
    first = b.scenes[0]
    if first.recalled or first.turns or first.another or first.one_more or first.replies:
        return False
    if "speech" not in first.mention.cues and not first.mention.definite:
        return False
    if all_recalled(a) or not compatible_kinds(a.kind, b.kind) or tells_another(first, a):
        return False
    if a.sure and b.sure and days_conflict(a.date, b.date):
        return False
    return _holds(one.place, town.place, beside=beside)


def _holds(wide: Place, town: Place, *, beside: bool) -> bool:
    """Whether a town lies in an area, or not far from the town beside which the attack was."""
    if wide.country_code != town.country_code or wide.place_id == town.place_id:
        return False
    if beside:
        return (km_apart(wide, town) or 0.0) <= _BESIDE_KM
    return contains_place(wide, town)


_BESIDE_KM = 100.0
"""How far off a town what lies "north of" it may be (chosen)."""
_NEAR_KM = 45.0
"""How far from a town that is what a headline puts "near" it or "south of" it (chosen)."""


def is_umbrella(headline: Draft, told: Scene, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Whether a headline's draft names the place around.

    By its province's capital or the town that it is near. For a clause that points back ("the
    bomb") the first clause is a headline too.
    """
    one, other = wide.place, narrow.place
    if one is None or other is None:
        return False
    if not all(scene.in_title for scene in headline.scenes) and not (
        headline.scenes[0].order == 0 and told.mention.points_back
    ):
        return False
    is_beside = wide.cue == "near" or wide.direction is not None
    if is_beside and (km_apart(one, other) or _NEAR_KM) < _NEAR_KM:
        return True
    return names_its_province(one) and (one.country_code, one.admin1) == (
        other.country_code,
        other.admin1,
    )
