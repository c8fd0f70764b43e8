"""Scenes: mentions with the places and the date of their own clause, each place scored.

Place in the flow: after mentions, before drafts. `scene_places` scores the places, `scene_dates`
dates the clause; here stands what else its words say of it.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.agreement import km_apart, names_its_province, same_place
from workers.extraction.telling.hours import opens_at, parts_of_day
from workers.extraction.telling.long_past import (
    is_long_past,
    is_of_those_left,
    without_days_of_news,
    years_old,
)
from workers.extraction.telling.mention_words import (
    HOURS_JOINT,
    NEXT_COUNTED,
    NEXT_ELLIPTIC,
    NEXT_HOUR,
    NEXT_HURT,
)
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.replies import (
    destroys_gear,
    launching_places,
    replies_from_afar,
    strikes_launcher,
)
from workers.extraction.telling.scene_dates import date_of, day_offset, is_told_from_another
from workers.extraction.telling.scene_places import (
    PLACE_SCORE_MIN,
    is_reference,
    lies_between,
    place_points,
    refined,
    standing,
)
from workers.extraction.telling.scene_words import (
    ANOTHER,
    COUNTS_ON,
    GOING_ON,
    GOING_ON_OPENS,
    HIS_PAST,
    IN_SEQUENCE,
    OF_ONE_TOLD,
    OF_THE_DEAD,
    ONE_MORE,
    RAGING,
    SAME_PLACE,
    TALLY,
    THEN,
    TURN,
)
from workers.extraction.telling.tellings import SURE_POINTS, Scene
from workers.extraction.telling.told_places import place_told_before
from workers.extraction.telling.wounds import died_long_after, without_day_of_death
from workers.model import WherePrecision
from workers.text.patterns import Pattern

_BEFORE_REACH = 50
"""Characters before a place in which words say that it stands between two others."""
_MEANT, _BEFORE_OTHERS = 3.0, 1.0
"""Points of a place told before that the clause means ("the base was shelled"), and how many more
than the others of its clause have.
"""

_NEXT = (NEXT_COUNTED, NEXT_ELLIPTIC)
"""What opens a clause that goes on with the victims of the next attack."""
_NEXT_INSIDE = (NEXT_HURT, NEXT_HOUR)
"""The same where the sentence goes on: at its start such words may retell the attack told."""


def _goes_on_with_another(mention: Mention, text: str) -> bool:
    before = max(0, mention.start - 1)
    if any(opening.match(text, before) is not None for opening in _NEXT):
        return True
    if _SENTENCE_ENDS.search(text, max(0, mention.start - _BEFORE_REACH), mention.start):
        return False
    return any(opening.match(text, before) is not None for opening in _NEXT_INSIDE)


_SENTENCE_ENDS = re.compile(r"[.؛!?؟:\n][^\w،,]*$")


def scene_of(
    mention: Mention,
    order: int,
    places: tuple[PlaceMention, ...],
    dates: tuple[DateMention, ...],
    text: str,
) -> Scene:
    """The mention as a scene: its places best first, its date, its votes."""
    own_dates = without_days_of_news(mention, without_day_of_death(mention, dates, text), text)
    date, sure = date_of(mention, own_dates, text)
    inside = [
        place
        for place in places
        if place.place is not None and mention.start <= place.start < mention.end
    ]
    launched = launching_places(mention, inside, text)
    scored = sorted(
        (
            (
                place_points(mention, place, text, launched) + standing(place, inside, text),
                place,
            )
            for place in inside
        ),
        key=lambda pair: (-pair[0], pair[1].start),
    )
    found = refined([pair for pair in scored if pair[0] >= PLACE_SCORE_MIN], places, text)
    meant = place_told_before(mention, places, text)
    if meant is not None:
        best = found[0][0] if found else _MEANT
        found = [(max(_MEANT, best + _BEFORE_OTHERS), meant), *found]
    of_old_wounds = died_long_after(mention, text)
    long_past = is_long_past(mention, dates, text)
    listed = _goes_on_with_another(mention, text)
    return Scene(
        mention,
        found,
        date,
        sure,
        mention.votes(),
        order,
        "background" in mention.cues
        or mention.recalls
        or is_told_from_another(mention, dates, text)
        or of_old_wounds
        or long_past
        or years_old(mention, text) is not None
        or is_of_those_left(mention, dates, text)
        or HIS_PAST.search(text, mention.start, mention.end) is not None,
        of_old_wounds=of_old_wounds,
        long_past=long_past,
        tally=TALLY.search(text, mention.start, mention.end) is not None or _goes_on(mention, text),
        replies=replies_from_afar(mention, text),
        strikes_launcher=strikes_launcher(mention, text),
        destroys_gear=destroys_gear(mention, text),
        launched_at=min(launched, key=_precision, default=None),
        counts_on=COUNTS_ON.search(text, mention.start, mention.end) is not None,
        of_the_dead=OF_THE_DEAD.search(text, mention.start, mention.end) is not None,
        of_one_told=OF_ONE_TOLD.match(text, mention.start) is not None,
        another=ANOTHER.search(text, mention.start, mention.end) is not None
        or _is_next(mention, text)
        or (listed and NEXT_HOUR.match(text, max(0, mention.start - 1)) is None)
        or mention.second,
        listed=listed,
        one_more=ONE_MORE.search(text, mention.start, mention.end) is not None,
        turns=TURN.match(text, mention.start) is not None,
        then=THEN.search(text, mention.start, mention.end) is not None,
        points_back=SAME_PLACE.search(text, mention.start, mention.end) is not None,
        opens_at=opens_at(mention, text),
        hours=parts_of_day(mention, text),
        offset_days=day_offset(mention, dates, text),
        follows=_is_next(mention, text),
    )


def _precision(mention: PlaceMention) -> int:
    return mention.place.where_prec if mention.place is not None else WherePrecision.INTERNATIONAL


def _is_next(mention: Mention, text: str) -> bool:
    """Whether the clause opens an attack that came hours before or after the one told."""
    if mention.definite or (mention.joint and not HOURS_JOINT.fullmatch(mention.joint)):
        return False
    if IN_SEQUENCE.match(text, mention.start) is None:
        return False
    return "claim" not in mention.cues and not any(
        speech.start < hit.start for speech in mention.speech_hits for hit in mention.anchors[:1]
    )


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
    r"متوجه\w*|طريقه\w*|غداه|(?:ال)?(?:قريب|مجاور|محاذي|متاخم)\w{0,2}|"
    r"near|close to|not far from|in support of|in solidarity|among them|including|"
    r"on (?:its|their) way)\b"
)
_LEAVES = re.compile(
    r"\b(?:leaving|plunging|cutting|causing|forcing|killing|wounding|injuring|according to)\b"
    r"|\b(?:بحسب|وفق|وفقا|طبقا|حسب|حسبما|نقلا)\b"
)
"""What stands between the place struck and one that only suffered from it, or who told of it."""
_BETWEEN: Final = Pattern(r"\b(?:between|بين|الواصل\w* بين|الرابط\w* بين) (?:\w+ ){0,2}$")


def _goes_on(mention: Mention, text: str) -> bool:
    """Whether the clause tells what has gone on for months or years."""
    return (
        GOING_ON_OPENS.match(text, mention.start) is not None
        or RAGING.search(text, mention.start, mention.end) is not None
        or GOING_ON.search(text, mention.start, mention.end) is not None
    )


def split_places(scene: Scene, text: str) -> list[Scene]:
    """The scene, and one more for every other place that its clause joins to the first by "and".

    Not for provinces that a headline names: the text tells where in them. Nor where sirens were
    heard: one volley sets them off in many towns.
    """
    if _only_warns(scene.mention):
        return [scene]
    sure = _sure_places(scene, text)
    made = [scene]
    taken = [scene.places[0][1]] if sure else []
    named = [place for _, place in scene.places]
    listed = sorted((place for _, place in sure), key=lambda place: place.start)
    for points, place in sure[1:]:
        one = place.place
        if one is None or one.where_prec >= WherePrecision.ADMIN1 or place is scene.launched_at:
            continue
        if names_its_province(one) and scene.in_title:
            continue
        if lies_between(place, named, text) or (
            place.cue == "near" and is_reference(place, named, text) and not _is_listed(place, text)
        ):
            continue
        apart = any(_counted_apart(other, place, text) for other in taken)
        near = not apart and any(
            other.place is not None
            and (same_place(other.place, one) or (km_apart(other.place, one) or 0.0) < _SPLIT_KM)
            for other in taken
        )
        if names_its_province(one) and any(
            other.place is not None and other.place.admin1 == one.admin1
            for _, other in sure
            if other is not place
        ):
            continue
        joined = any(_joined_by_and(other, place, text) for other in taken) or any(
            _are_listed(other, place, listed, text) for other in taken
        )
        if joined and not near:
            rest = [pair for pair in scene.places if pair[1] is not place]
            made.append(
                replace(
                    scene,
                    another=scene.another or apart,
                    counted=scene.counted or (apart and bool(scene.mention.victim_hits)),
                    places=[
                        (points + _LISTED, place),
                        *[p for p in rest if p[0] < SURE_POINTS],
                    ],
                )
            )
            taken.append(place)
    return made


def _sure_places(scene: Scene, text: str) -> list[tuple[float, PlaceMention]]:
    """The places of a scene that are surely of an attack: by points, or by dead of their own."""
    sure = [pair for pair in scene.places if pair[0] >= SURE_POINTS]
    for pair in sorted(scene.places, key=_start_of):
        if pair not in sure and any(_counted_apart(told, pair[1], text) for _, told in sure):
            sure.append(pair)
    return sure


def _start_of(pair: tuple[float, PlaceMention]) -> int:
    return pair[1].start


_SIRENS = "dawwat-sirenas"


def _only_warns(mention: Mention) -> bool:
    """Whether sirens are all that a clause tells of an attack."""
    attacks = mention.attack_hits
    return bool(attacks) and all(hit.entry.id == _SIRENS for hit in attacks)


def _is_listed(place: PlaceMention, text: str) -> bool:
    """Whether an "and" or a comma stands right before its words: "X, and in Y"."""
    first = max(0, place.named_at - _LISTED_REACH)
    if place.direction is not None and text.endswith((", ", "، "), first, place.named_at):
        return False
    return _LISTED_BEFORE.search(text, first, place.named_at + 1) is not None


_LISTED_BEFORE = re.compile(
    r"(?:[،,] ?|\bو ?|\band )(?:(?:في|علي|من|قرب|بالقرب من|شمال|جنوب|شرق|غرب|in|at|on|near|around|"
    r"the|north|south|east|west)\w? ?){0,2}\w?$"
)
_LISTED_REACH = 24


def _are_listed(a: PlaceMention, b: PlaceMention, listed: list[PlaceMention], text: str) -> bool:
    """Whether one list names both, others in between ("on X, Y and Z")."""
    first, last = sorted((a.start, b.start))
    chain = [place for place in listed if first <= place.start <= last]
    return all(_joined_by_and(one, other, text) for one, other in pairwise(chain))


_COUNTED: Final = re.compile(
    r"[،,]? ?و(?:\d+|واحد|واحده|اثنان|اثنين|اثنتان|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني\w?|تسعه?|"
    r"عشره?|اخر|اخري)(?: (?:اخرين|اخرون|منهم|اشخاص|قتلي|مدنيين))? (?:في|ب|قرب|علي) ?"
    r"(?:(?:بلده|مدينه|قريه|حي|مخيم|منطقه|محيط|ريف|شمال|جنوب|شرق|غرب) ){0,2}ب?"
    r"|,? and (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|another)"
    r"(?: others?| people| more)? (?:in|at|near|on) (?:the )?"
    r"(?:(?:town|city|village|district|nearby) (?:of )?)?"
)


def _counted_apart(a: PlaceMention, b: PlaceMention, text: str) -> bool:
    """Whether each has its own victims: "five in X and three in Y"."""
    first, last = (a, b) if a.start < b.start else (b, a)
    return _COUNTED.fullmatch(text, first.end, last.start) is not None


def _joined_by_and(a: PlaceMention, b: PlaceMention, text: str) -> bool:
    first, last = (a, b) if a.start < b.start else (b, a)
    between = text[first.end : last.start]
    if len(between) > _SPLIT_GAP or _AND.search(between) is None or _LEAVES.search(between):
        return False
    named_at = first.named_at
    if _BETWEEN.search(text, max(0, named_at - _BEFORE_REACH), named_at) is not None:
        return False
    return _NOT_LISTED.search(between) is None
