"""Scenes: mentions with the places and the date of their own clause, each place scored.

Place in the flow: after mentions, before drafts. The score says how likely a place is where the
attack
happened: near the attack word, introduced by in/at/on, precise; not where it was launched from,
where the page was written, where the speaker sits.
"""

import re

from workers.extraction.agreement import (
    contains_place,
)
from workers.extraction.dates import DateKind, DateMention
from workers.extraction.mentions import Mention
from workers.extraction.places import PlaceMention
from workers.extraction.scene_words import (
    AIMED_AT,
    ANOTHER,
    GOING_ON,
    GOING_ON_OPENS,
    IN_SEQUENCE,
    NOT_STRUCK,
    OF_ONE_TOLD,
    SAME_PLACE,
    TALLY,
    THEN,
    TURN,
)
from workers.extraction.tellings import Scene
from workers.model import DatePrecision, WherePrecision
from workers.text.words import holds_one

_SPEECH_REACH = 30
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
_MEASURED = 1.5
"""Points more for a point told by its distance ("55 nautical miles south of Aden")."""


def place_points(mention: Mention, place: PlaceMention, text: str) -> float:
    """How likely a place of the same clause is where the mention's attack happened."""
    anchors = mention.anchors
    gap = min(
        max(0, place.start - hit.end)
        if place.start >= hit.start
        else max(0, hit.start - place.end) * 1.3
        for hit in anchors
    )
    named_at = min(place.noun_start or place.start, place.start)
    since = max(mention.start, named_at - _BEFORE_REACH)
    before = text[since:named_at]
    passed = any(
        holds_one(before, words) and pattern.search(text, since, named_at)
        for words, pattern in NOT_STRUCK
    )
    cue = "from" if passed else place.cue or ""
    if cue == "to" and AIMED_AT.search(text, since, named_at) is not None:
        cue = "on"
    points = 2.0 + _CUE_POINTS.get(cue, 0.0) - min(_DISTANCE_MAX, gap / _DISTANCE_UNIT)
    if place.place is not None:
        points += _PRECISION_POINTS[place.place.where_prec]
    return points + (place.score - 0.5)


_REFERENCE_COST = 1.5
_REFERENCE_GAP = 22
"""Characters between a place and the better known one that it is located by ("Khasham, east of
Deir ez-Zor").
"""


def _is_reference(place: PlaceMention, inside: list[PlaceMention], text: str) -> bool:
    """Whether a place only locates another (X near Y, X east of Y, X in Y, Y's X)."""
    if text.startswith(("'s ", "’s "), place.end) and any(
        0 <= other.start - place.end <= _REFERENCE_GAP for other in inside
    ):
        return True
    if place.direction is None and place.cue not in ("near", "in", "of"):
        return False
    return any(
        0 <= min(place.noun_start or place.start, place.start) - other.end <= _REFERENCE_GAP
        for other in inside
        if other is not place
        and other.place is not None
        and other.cue not in ("metonym", "dateline", "from")
        and not _details(place, other)
    )


def _details(place: PlaceMention, before: PlaceMention) -> bool:
    """Whether it says where in a province named before it ("in Saada, in the district of Majz")."""
    if place.place is None or before.place is None or place.cue != "in":
        return False
    return place.place.where_prec < before.place.where_prec >= WherePrecision.ADMIN1 and (
        contains_place(before.place, place.place)
    )


def _standing(place: PlaceMention, inside: list[PlaceMention], text: str) -> float:
    """Points for a measured point ("55 nautical miles south of Aden"), against a reference."""
    named = [other for other in inside if not _is_mere_coast(other)]
    if _is_mere_coast(place):
        return -_REFERENCE_COST if any(other.kind == "sea" for other in named) else 0.0
    if _is_reference(place, named, text):
        return -_REFERENCE_COST
    return _MEASURED if place.resolved_by == "offset" else 0.0


def _is_mere_coast(place: PlaceMention) -> bool:
    """Whether it only says off which country ("off Yemen in the Gulf of Aden")."""
    return place.kind == "sea" and place.place is not None and place.place.name.startswith(_COAST)


_COAST = "Coast of "


def scene_of(
    mention: Mention,
    order: int,
    places: tuple[PlaceMention, ...],
    dates: tuple[DateMention, ...],
    text: str,
) -> Scene:
    """The mention as a scene: its places best first, its date, its votes."""
    date, sure = _date_of(mention, dates, text)
    inside = [
        place
        for place in places
        if place.place is not None and mention.start <= place.start < mention.end
    ]
    scored = sorted(
        (
            (
                place_points(mention, place, text) + _standing(place, inside, text),
                place,
            )
            for place in inside
        ),
        key=lambda pair: (-pair[0], pair[1].start),
    )
    return Scene(
        mention,
        _refined([pair for pair in scored if pair[0] >= PLACE_SCORE_MIN], places),
        date,
        sure,
        mention.votes(),
        order,
        "background" in mention.cues or mention.recalls or is_told_from_another(mention, dates),
        tally=TALLY.search(text, mention.start, mention.end) is not None or _goes_on(mention, text),
        of_one_told=OF_ONE_TOLD.match(text, mention.start) is not None,
        another=ANOTHER.search(text, mention.start, mention.end) is not None
        or _is_next(mention, text)
        or mention.second,
        turns=TURN.match(text, mention.start) is not None,
        then=THEN.search(text, mention.start, mention.end) is not None,
        points_back=SAME_PLACE.search(text, mention.start, mention.end) is not None,
        offset_days=day_offset(mention, dates),
    )


def _goes_on(mention: Mention, text: str) -> bool:
    """Whether the clause tells what has gone on for months or years."""
    if text.find(_SINCE[0], mention.start, mention.end) < 0:
        return False
    return (
        GOING_ON_OPENS.match(text, mention.start) is not None
        or GOING_ON.search(text, mention.start, mention.end) is not None
    )


def _is_next(mention: Mention, text: str) -> bool:
    """Whether the clause opens an attack that came hours before or after the one told."""
    if mention.joint or mention.definite or IN_SEQUENCE.match(text, mention.start) is None:
        return False
    return "claim" not in mention.cues and not any(
        speech.start < hit.start for speech in mention.speech_hits for hit in mention.anchors[:1]
    )


def _refined(
    scored: list[tuple[float, PlaceMention]], places: tuple[PlaceMention, ...]
) -> list[tuple[float, PlaceMention]]:
    """The finer place first where the best one is only the parent of another in the same clause."""
    if len(scored) < 2:  # noqa: PLR2004
        return scored
    best = scored[0][1]
    for index, (points, place) in enumerate(scored[1:], 1):
        inside = place.parent is not None and places[place.parent] is best
        if inside and points > 0 and _is_finer(place, best) and not _is_mere_coast(place):
            return [scored[index], *scored[:index], *scored[index + 1 :]]
    return scored


def _is_finer(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether it is the more exact place; a country is none inside a town."""
    if a.place is None or b.place is None:
        return False
    return a.place.where_prec <= b.place.where_prec < WherePrecision.INTERNATIONAL


_EVENT_KINDS = frozenset(
    {DateKind.ABSOLUTE, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.ANNIVERSARY}
)
_RECALL_DAYS = 3
"""An attack told as so many days before or after another is recalled from this distance on."""
_COMPLEMENT = re.compile(r"\b(?:ان|انه|انها|انهم|بان|بانه|بانها|that|said|says)\b|:")


_BEGUN = re.compile(
    r"(?:التي|الذي) (?:انطلق|انطلقت|بدا|بدات|اندلع|اندلعت|بداها|بداه|اطلقها|تشنها|يشنها) "
    r"(?:[^ .،,]+ ){0,2}?(?:في|منذ)? ?(?:يوم )?$"
    r"|(?:that|which) (?:began|started|broke out|erupted|was launched) (?:on|in)? ?$"
)
"""Before a date: a campaign or a protest began then, of which the attack is a part."""
_BEGUN_REACH = 50


def _is_of_campaign(date: DateMention, mention: Mention, text: str) -> bool:
    """Whether something began at the date that has gone on to the attack and its dead.

    Dead "since the marches that began on" are those of all its days.
    """
    first = max(mention.start, date.start - _BEGUN_REACH)
    if _BEGUN.search(text, first, date.start) is None:
        return False
    return not holds_one(text[mention.start : date.start], ("منذ ", "since "))


def _date_of(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention | None, bool]:
    """The date expression of the clause that dates the attack, and whether it surely does.

    The nearest to the attack's words; one that dates what somebody said of it is not sure.
    """
    anchors = mention.anchors
    best: tuple[float, DateMention, bool] | None = None
    others = [
        date
        for date in dates
        if mention.start <= date.start < mention.end
        and date.kind in _EVENT_KINDS
        and date.interval is not None
        and not date.boilerplate
        and not (mention.victim_hits and _is_of_campaign(date, mention, text))
        and not _lasts(date, text)
    ]
    for date in others:
        precision = date.interval.precision if date.interval is not None else DatePrecision.YEAR
        gap = min(
            abs(date.start - hit.end) if date.start >= hit.start else hit.start - date.end
            for hit in anchors
        )
        sure = not _dates_speech(mention, date, text, others) and not _dates_end(
            mention, date, text
        )
        cost = gap + 40.0 * (precision - 1) + (0.0 if sure else 200.0)
        if best is None or cost < best[0]:
            best = (cost, date, sure)
    return (best[1], best[2]) if best else (None, False)


_HOURS_AFTER = re.compile(r"\b(?:hours|minutes) after\b|\bبعد (?:ساعات|دقايق) من\b")


def _dates_end(mention: Mention, date: DateMention, text: str) -> bool:
    """Whether a date is of what came hours after the attack ("ended on Sunday, hours after")."""
    after = [hit.start for hit in mention.anchors if hit.start >= date.end]
    return bool(after) and _HOURS_AFTER.search(text, date.end, min(after)) is not None


_SINCE = ("منذ ", "مند ")


def _lasts(date: DateMention, text: str) -> bool:
    """Whether it tells how long something has gone on ("معارك منذ أسابيع"), not when it began."""
    told = date.interval
    return (
        told is not None
        and told.precision > DatePrecision.DAY
        and text.startswith(_SINCE, date.start)
    )


def _dates_speech(
    mention: Mention, date: DateMention, text: str, others: list[DateMention]
) -> bool:
    """Whether a date belongs to a verb of saying: said on Sunday that, told them on Sunday."""
    for speech in mention.speech_hits:
        gap = date.start - speech.end
        if gap < 0 or gap > _SPEECH_REACH + (60 if speech.start <= mention.start + 12 else 0):
            continue
        if any(speech.end <= hit.start < date.start for hit in mention.attack_hits):
            continue
        after = [hit.start for hit in mention.attack_hits if hit.start >= date.end]
        if not after:
            return gap <= _SPEECH_REACH
        if _COMPLEMENT.search(text, date.end, min(after)) or any(
            other.start > min(after) for other in others
        ):
            return True
    return False


def day_offset(mention: Mention, dates: tuple[DateMention, ...]) -> int | None:
    """Days from the article's main attack to this one, where told so ("a day earlier")."""
    for date in dates:
        if (
            mention.start <= date.start < mention.end
            and date.kind is DateKind.EVENT_RELATIVE
            and date.offset_days is not None
            and abs(date.offset_days) < _RECALL_DAYS
        ):
            return date.offset_days
    return None


def is_told_from_another(mention: Mention, dates: tuple[DateMention, ...]) -> bool:
    """Whether the clause dates its attack from another one, days away ("ten days after")."""
    return any(
        date.kind is DateKind.EVENT_RELATIVE
        and date.offset_days is not None
        and abs(date.offset_days) >= _RECALL_DAYS
        for date in dates
        if mention.start <= date.start < mention.end
    )
