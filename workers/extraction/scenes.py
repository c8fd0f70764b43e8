"""Scenes: mentions with the places and the date of their own clause, each place scored.

Place in the flow: after mentions, before drafts. The score says how likely a place is where the attack
happened: near the attack word, introduced by in/at/on, precise; not where it was launched from, where the
page was written, where the speaker sits.
"""

from workers.extraction.dates import DateKind, DateMention
from workers.extraction.mentions import Mention
from workers.extraction.places import PlaceMention
from workers.extraction.drafts import Scene
from workers.model import WherePrecision

_SPEECH_REACH = 30
# Points of a place score, hand-set on the first newswire month; only their order matters.
_CUE_POINTS = {
    "in": 0.8, "at": 0.8, "on": 0.7, "near": 0.5, "to": -0.5, "from": -2.0, "of": 0.0,
    "dateline": -6.0, "metonym": -6.0, "organisation": -4.0, "person": -6.0,
}  # fmt: skip
_PRECISION_POINTS = {
    WherePrecision.EXACT: 0.6, WherePrecision.NEAR: 0.6, WherePrecision.ADMIN2: 0.4, WherePrecision.ADMIN1: 0.0,
    WherePrecision.REGION: -0.2, WherePrecision.COUNTRY: -1.6, WherePrecision.INTERNATIONAL: -1.2,
}  # fmt: skip
_DISTANCE_UNIT = 80.0
_DISTANCE_MAX = 2.0
PLACE_SCORE_MIN = -1.0
"""Places that score less are no place of this attack."""


def place_points(mention: Mention, place: PlaceMention) -> float:
    """How likely a place of the same clause is where the mention's attack happened."""
    anchors = mention.attack_hits or mention.hits
    gap = min(
        max(0, place.start - hit.end) if place.start >= hit.start else max(0, hit.start - place.end) * 1.3
        for hit in anchors
    )
    points = 2.0 + _CUE_POINTS.get(place.cue or "", 0.0) - min(_DISTANCE_MAX, gap / _DISTANCE_UNIT)
    if place.place is not None:
        points += _PRECISION_POINTS[place.place.where_prec]
    return points + (place.score - 0.5)


def scene_of(
    mention: Mention, order: int, places: tuple[PlaceMention, ...], dates: tuple[DateMention, ...]
) -> Scene:
    """The mention as a scene: its places best first, its date, its votes."""
    scored = sorted(
        (
            (place_points(mention, place), place)
            for place in places
            if place.place is not None and mention.start <= place.start < mention.end
        ),
        key=lambda pair: (-pair[0], pair[1].start),
    )
    return Scene(
        mention,
        _refined([pair for pair in scored if pair[0] >= PLACE_SCORE_MIN], places),
        _date_of(mention, dates),
        mention.votes(),
        order,
    )


def _refined(
    scored: list[tuple[float, PlaceMention]], places: tuple[PlaceMention, ...]
) -> list[tuple[float, PlaceMention]]:
    """The finer place first where the best one is only the parent of another in the same clause."""
    if len(scored) < 2:  # noqa: PLR2004
        return scored
    best = scored[0][1]
    for index, (points, place) in enumerate(scored[1:], 1):
        if place.parent is not None and places[place.parent] is best and points > 0:
            return [scored[index], *scored[:index], *scored[index + 1 :]]
    return scored


_EVENT_KINDS = frozenset({DateKind.ABSOLUTE, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.ANNIVERSARY})


def _date_of(mention: Mention, dates: tuple[DateMention, ...]) -> DateMention | None:
    """The date expression of the clause that dates the attack: the nearest to its words."""
    anchors = mention.attack_hits or mention.hits
    best: tuple[float, DateMention] | None = None
    for date in dates:
        if not mention.start <= date.start < mention.end:
            continue
        if date.kind not in _EVENT_KINDS or date.interval is None or date.boilerplate:
            continue
        gap = min(abs(date.start - hit.end) if date.start >= hit.start else hit.start - date.end for hit in anchors)
        cost = gap + 40.0 * (date.interval.precision - 1)
        if best is None or cost < best[0]:
            best = (cost, date)
    return best[1] if best else None
