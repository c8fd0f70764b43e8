"""Where a draft happened: every place of the article is weighed, the best one is the draft's.

Place in the flow: after roles, before events. A place in the draft's own clauses counts most; then
one in the same sentence, in the title, in the lead, the one that the article names most. A finer
place inside the best one replaces it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.agreement import (
    contains_place,
    km_apart,
    names_its_province,
    same_spot,
)
from workers.extraction.telling.tellings import Draft
from workers.model import Place, WherePrecision

# Weights of the place choice, set by hand on the first newswire month, `brief` and `composed`.
_OTHER_CLAUSE, _NEXT_SENTENCE, _ELSEWHERE = 0.4, -0.4, -1.6
_TITLE, _LEAD, _REPEAT = 0.8, 0.4, 0.35
_LATER_SCENE = 0.15
_LATER_SCENES_MAX = 6
_AROUND = 2.0
"""Points less for a headline's place that the text makes more exact."""
_UNWANTED_CUES = {
    "metonym": -3.0,
    "organisation": -2.5,
    "person": -6.0,
    "dateline": -1.2,
    "from": -1.5,
}
_PRECISION = {
    WherePrecision.EXACT: 0.6, WherePrecision.NEAR: 0.6, WherePrecision.ADMIN2: 0.3,
    WherePrecision.ADMIN1: -0.2,
    WherePrecision.REGION: -0.3, WherePrecision.COUNTRY: -1.8, WherePrecision.INTERNATIONAL: -1.4,
}  # fmt: skip
_NEVER = frozenset({"person", "metonym", "organisation"})
_SETTLED_POINTS = 1.5
"""Points of a place in the draft's own clauses from which none elsewhere is asked (chosen)."""
_FINER_MARGIN = 2.6
"""A finer place inside the best one is taken when it scores at most this much less."""


@dataclass(frozen=True, slots=True)
class Salience:
    """How prominent each place of the article is, and which sentence each mention stands in."""

    places: tuple[PlaceMention, ...]
    sentences: tuple[int, ...]
    points: tuple[float, ...]


def salience_of(
    places: tuple[PlaceMention, ...], reading: Reading, lead: frozenset[int]
) -> Salience:
    """Salience of all place mentions of an article: title, lead, number and kind of mentions."""
    counts = Counter(_identity(place.place) for place in places if place.place is not None)
    sentences = tuple(reading.sentence_at(place.start) for place in places)
    points = []
    for place, sentence in zip(places, sentences, strict=True):
        value = 0.0
        if place.place is not None:
            value += _PRECISION[place.place.where_prec]
            value += _REPEAT * log2(counts[_identity(place.place)])
        value += _UNWANTED_CUES.get(place.cue or "", 0.0)
        line = reading.sentences[sentence].line if reading.sentences else 0
        value += _TITLE if line == 0 else _LEAD if sentence in lead else 0.0
        if sentence in reading.skipped:
            value -= 0.5
        points.append(value + (place.score - 0.5))
    return Salience(places, sentences, tuple(points))


def _identity(place: Place) -> str:
    return place.place_id or f"{place.name}|{place.country_code}"


def locate(draft: Draft, salience: Salience) -> PlaceMention | None:
    """The place of a draft, None where the article names none that will do."""
    own = _own_points(draft)
    if draft.inherited is not None and not own:
        return draft.inherited
    meant = _meant(draft, salience, own)
    first = next(meant, None)
    if first is None:
        return None
    best_score, best = first
    if not is_coarse(best):
        return best
    city = _is_told_as_city(best, salience, own)
    for points, other in meant:
        if best_score - points > _FINER_MARGIN:
            break
        if city and _is_outside(best, other):
            continue
        if refines(best, other, told=other.start in own):
            return other
    return _only_one_within(best, salience, draft) or best


def _meant(
    draft: Draft, salience: Salience, own: dict[int, float]
) -> Iterator[tuple[float, PlaceMention]]:
    """The places that a draft may mean with their points, best first; all that will do if none may.

    Asked one by one: most often the first one decides.
    """
    scored = _scored(draft, salience, own)
    settled = max(own.values(), default=0.0) >= _SETTLED_POINTS
    sure = draft.at if settled else None
    countries = _said_countries(salience, own)
    found = False
    for points, place in scored:
        if countries and place.start not in own and _country_of(place) not in countries:
            continue
        if sure is None or _may_be_it(place, sure, own):
            found = True
            yield points, place
    if not found:
        yield from scored


_SAID_COUNTRY = 0.8
"""Points of a place in the draft's own clauses from which its country is the attack's (chosen)."""


def _said_countries(salience: Salience, own: dict[int, float]) -> set[str]:
    """The countries that the draft's own clauses put it in: elsewhere it did not happen."""
    return {
        country
        for mention in salience.places
        if mention.cue == "in"
        and own.get(mention.start, -9.0) >= _SAID_COUNTRY
        and (country := _country_of(mention)) is not None
    }


def _country_of(mention: PlaceMention) -> str | None:
    return None if mention.place is None else mention.place.country_code


def _only_one_within(wide: PlaceMention, salience: Salience, draft: Draft) -> PlaceMention | None:
    """The village of a region, where the article names no other place that could be meant."""
    if wide.kind != "region" or wide.place is None:
        return None
    found: PlaceMention | None = None
    for mention in salience.places:
        place = mention.place
        if place is None or mention.cue in _NEVER or mention.direction is not None:
            continue
        if draft.is_apart(mention.start):
            continue
        if (
            place.where_prec > WherePrecision.ADMIN2
            or place.country_code != wide.place.country_code
        ):
            continue
        if found is not None and found.place != place:
            return None
        found = mention
    if found is None or found.kind not in _VILLAGES or not refines(wide, found, told=True):
        return None
    return found


_VILLAGES = frozenset({"village", "town"})


def _may_be_it(mention: PlaceMention, sure: PlaceMention, own: dict[int, float]) -> bool:
    """Whether a place stands in the draft's clauses or may mean the sure one of these."""
    if mention.start in own or mention.place is None or sure.place is None:
        return True
    return same_spot(mention, sure) or contains_place(sure.place, mention.place)


def _own_points(draft: Draft) -> dict[int, float]:
    """The points of the places of the draft's own clauses, by where they stand."""
    own: dict[int, float] = {}
    for rank, scene in enumerate(draft.scenes):
        cost = _LATER_SCENE * min(rank, _LATER_SCENES_MAX)
        if scene.in_title and draft.at is not None and scene.at is not None:
            cost += _AROUND * (not same_spot(scene.at, draft.at))
        for points, place in scene.places:
            own[place.start] = max(own.get(place.start, -9.0), points - cost)
    return own


def _scored(
    draft: Draft, salience: Salience, own: dict[int, float]
) -> list[tuple[float, PlaceMention]]:
    """All places that will do with their points, best first, the earlier one of equals."""
    told = {scene.mention.sentence for scene in draft.scenes}
    scored: list[tuple[float, int]] = []
    for index, place in enumerate(salience.places):
        if place.place is None or place.cue in _NEVER:
            continue
        if place.start not in own and draft.is_apart(place.start):
            continue
        sentence = salience.sentences[index]
        if place.start in own:
            base = own[place.start] + 0.3 * salience.points[index]
        elif sentence in told:
            base = _OTHER_CLAUSE + salience.points[index]
        elif sentence - 1 in told or sentence + 1 in told:
            base = _NEXT_SENTENCE + salience.points[index]
        else:
            base = _ELSEWHERE + salience.points[index]
        scored.append((base, -index))
    scored.sort(reverse=True)
    return [(points, salience.places[-minus]) for points, minus in scored]


_REGIONS = frozenset({"region", "front", "sea", "desert", "valley", "admin1", "country"})
_REFINED_KM = 130.0
_TOWNS = frozenset({"city", "capital"})
_SPOTS = frozenset({"village", "town", "quarter", "camp", "base", "airport"})
_PROVINCE_OR_MORE = frozenset({WherePrecision.ADMIN1, WherePrecision.COUNTRY})
_BESIDE_KM = 100.0
"""How far off a town what lies "north of" it may be (chosen)."""


def is_coarse(mention: PlaceMention) -> bool:
    """Whether it names an area: a province, a front, a capital that may stand for its province."""
    place = mention.place
    if place is None:
        return False
    return (
        place.where_prec >= WherePrecision.ADMIN1
        or mention.kind in _REGIONS
        or _lies_beside(mention)
        or (names_its_province(place) and not mention.name_local.startswith(_CITY))
    )


def _is_told_as_city(best: PlaceMention, salience: Salience, own: dict[int, float]) -> bool:
    """Whether the draft's own clauses say that the city is meant, not its province."""
    return (
        best.place is not None
        and best.kind in _TOWNS
        and any(
            other.start in own
            and other.cue == "in"
            and other.called == "city"
            and other.place is not None
            and other.direction in (None, "centre")
            and other.place.place_id == best.place.place_id
            for other in salience.places
        )
    )


def _is_outside(city: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place lies too far from a city to be a quarter of it."""
    if city.place is None or other.place is None:
        return False
    return (km_apart(city.place, other.place) or 0.0) > _CITY_KM


_CITY_KM = 20.0
"""Half the width of a large city."""


def _lies_beside(mention: PlaceMention) -> bool:
    """Whether only a town is named that the attack lay some way off ("north of Mogadishu")."""
    return (
        mention.direction not in (None, "centre")
        and mention.kind in _TOWNS
        and mention.cue == "near"
        and mention.resolved_by != "offset"
    )


_CITY = "مدينه"


def _is_only_beside(mention: PlaceMention) -> bool:
    """Whether the attack lay some way off it, nobody says how far."""
    return mention.direction is not None and mention.resolved_by != "offset"


def refines(  # noqa: PLR0911 - one return a reason
    wide: PlaceMention, narrow: PlaceMention, *, told: bool
) -> bool:
    """Whether a narrower place of the article tells more exactly where the wide one means."""
    one, other = wide.place, narrow.place
    if one is None or other is None or narrow.cue in _UNWANTED_CUES:
        return False
    if _is_only_beside(narrow) and not (
        told and narrow.kind in _SPOTS and one.where_prec in _PROVINCE_OR_MORE
    ):
        return False  # but "west of Rutba in Anbar" is nearer to Rutba than to Anbar's middle
    if (
        other.where_prec > WherePrecision.ADMIN2
        or narrow.kind in _REGIONS
        or one.country_code != other.country_code
    ):
        return False
    if one.where_prec >= WherePrecision.ADMIN1 and not contains_place(one, other):
        return False
    if one.place_id == other.place_id or names_its_province(other):
        return False
    if not told and (
        one.where_prec < WherePrecision.ADMIN1 or one.where_prec == WherePrecision.REGION
    ):
        return False
    if _lies_beside(wide):
        spot = narrow.kind in _SPOTS and (km_apart(one, other) or 0.0) <= _BESIDE_KM
        if spot or not names_its_province(one):
            return spot
    if (
        one.where_prec < WherePrecision.REGION
        and names_its_province(one)
        and one.admin1 != other.admin1
    ):
        return False
    return (
        one.where_prec >= WherePrecision.COUNTRY
        or (one.where_prec == WherePrecision.ADMIN1 and bool(one.admin1))
        or (km_apart(one, other) or 0.0) <= _REFINED_KM
    )
