"""Scenes: mentions with the places and the date of their own clause, each place scored.

Place in the flow: after mentions, before drafts. The score says how likely a place is where the
attack
happened: near the attack word, introduced by in/at/on, precise; not where it was launched from,
where the page was written, where the speaker sits.
"""

import re
from dataclasses import replace

from workers.extraction.agreement import km_apart, same_place
from workers.extraction.dates import DateKind, DateMention
from workers.extraction.mentions import Mention
from workers.extraction.places import PlaceMention
from workers.extraction.tellings import SURE_POINTS, Scene
from workers.model import DatePrecision, WherePrecision

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


# What stands before the place that something was fired from ("from its positions in X at Y").
_LAUNCHED_FROM = re.compile(
    r"\bمن (?:مواقع|قواعد|قاعده|مناطق|منصه|منصات|مرابض|ثكن|معسكر|داخل|جهه|اتجاه|اراضي|مزارع|معاقل|"
    r"اماكن|مكان)\w{0,4}(?: \w+){0,3}? (?:في|ب|داخل|قرب) ?$"
    r"|\bfrom (?:its |their |his )?(?:positions?|bases?|sites?|launchers?|territory|inside|within|"
    r"areas?|strongholds?)(?: \w+){0,3}? ?(?:in|at|on|near|of|around)? $"
)
# What flies over a place does not hit it there. Not "shot down over", "exploded over".
_FLYING_OVER = re.compile(
    r"\b(?:تحلق|تحليق\w*|حلق|حلقت|يحلق|طاير\w*|مسير\w*|الهويه|استطلاع)(?: \w+){0,3}? فوق"
    r"(?: \w+)? ?$"
    r"|\b(?:fl(?:y|ew|ies|ying)|hover(?:ed|ing)|circl(?:ed|ing)|buzzing)(?: \w+){0,3}? over $"
)
_LAUNCH_REACH = 50


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
    since = max(mention.start, named_at - _LAUNCH_REACH)
    passed = _LAUNCHED_FROM.search(text, since, named_at) or _FLYING_OVER.search(
        text, since, named_at
    )
    cue = "from" if passed else place.cue or ""
    points = 2.0 + _CUE_POINTS.get(cue, 0.0) - min(_DISTANCE_MAX, gap / _DISTANCE_UNIT)
    if place.place is not None:
        points += _PRECISION_POINTS[place.place.where_prec]
    return points + (place.score - 0.5)


# A place told before: its noun, and a word that says so. Not "the same source", "the said
# minister".
_SAME_PLACE = re.compile(
    r"\b(?:القاعده|قاعده|القريه|البلده|المدينه|الموقع|المطار|المعسكر|الحقل|المنطقه|المنشاه|"
    r"المكان|الحي|المخيم|السوق|الثكنه) "
    r"(?:العسكريه |الجويه |العسكري )?(?:ذاتها|نفسها|ذاته|نفسه|المذكوره|المذكور|عينها|عينه)\b"
    r"|\b(?:في|ب|علي) ?(?:ذات|نفس) (?:القاعده|القريه|البلده|المدينه|الموقع|المطار|المعسكر|الحقل|"
    r"المنطقه|المكان|الحي|المخيم|السوق|الثكنه|المديريه|المحافظه|الجبهه)\b"
    r"|\bthe same (?:military |air )?(?:base|village|town|city|airport|"
    r"airfield|camp|field|area|site|place|compound|market|district)\b"
)
# Another attack than the one told before. Not "another source", "a second time".
_ANOTHER = re.compile(
    r"\b[وف]?(?:في|ب)?\s?(?:حادث|حادثه|هجوم|اعتداء|غاره|عمليه|واقعه|ضربه|قصف|كمين)"
    r"(?: \w+){0,2} (?:اخر|اخري|منفصل|منفصله|مماثل|مماثله|مشابه|مشابهه|مستقل|مستقله)\b"
    r"|\b(?:in|to) (?:a|another) (?:separate|different|similar|unrelated) (?:\w+ )?"
    r"(?:attack|incident|strike|raid|ambush|bombing|shooting|case)\b"
    r"|\bin another (?:\w+ )?(?:attack|incident|strike|raid|ambush|bombing|shooting)\b"
    r"|\banother (?:\w+ )?(?:attack|strike|raid|ambush|bombing|shooting) (?:\w+ )?"
    r"(?:hit|struck|targeted|killed|wounded|in|on|near|at)\b"
)
# A sentence that goes on about somebody told before ("it killed him", "he was shot"): what it tells
# is as old as the sentence before it.
_OF_ONE_TOLD = re.compile(
    r"\W{0,2}(?:وقد |ولقد |و|ف)?(?:قتل|اغتال|استهدف|قصف|اعدم|هاجم|اختطف|خطف|اصاب|اردت|صفت)"
    r"(?:ت|وا|ا)?(?:ه|ها|هم|هما)\b"
    r"|\W{0,2}(?:he|she|they) (?:was|were|had been) (?:\w+ )?"
    r"(?:killed|shot|assassinated|slain|hit|abducted|wounded)\b"
)
# Attacks counted over a time: a campaign's figures, not an attack. "3 strikes within an hour" is
# none.
_TALLY = re.compile(
    r"\b[لبو]?(?:\d+|عشرات|مئات|مييات|(?:ثلاث|اربع|"
    r"خمس|ست|سبع|ثماني|تسع|عشر|عشرين|ثلاثين|اربعين|خمسين)\w{0,2}(?: عشر\w?)?) "
    r"(?:هجوم|هجمات|عمليه|عمليات|غاره|غارات|ضربه|ضربات|تفجير|اعتداء|خرق|استهداف)\w{0,3}\b.{0,60}?"
    r"\b(?:خلال|في غضون|منذ|علي مدي|علي مدار) (?:ال)?(?:اسبوع|اسابيع|شهر|اشهر|عام|"
    r"سنه|سنوات|فتره|ايام|بدايه|مطلع|بدء|اندلاع|\w+ اسابيع|\w+ اشهر)"
    r"|\b(?:\d+|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|dozens of|scores of|hundreds of) "
    r"(?:\w+ ){0,2}?(?:attacks|strikes|raids|bombings|incidents|assaults)\b.{0,60}?"
    r"\b(?:in|over|during|within|since|for) (?:the |a |one )?(?:past |last |recent )?(?:\w+ )?"
    r"(?:weeks?|months?|years?|period|beginning|start)\b"
)
_REFERENCE_COST = 1.0
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
    )


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
                place_points(mention, place, text)
                - _REFERENCE_COST * _is_reference(place, inside, text),
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
        tally=_TALLY.search(text, mention.start, mention.end) is not None,
        of_one_told=_OF_ONE_TOLD.match(text, mention.start) is not None,
        another=_ANOTHER.search(text, mention.start, mention.end) is not None,
        points_back=_SAME_PLACE.search(text, mention.start, mention.end) is not None,
        offset_days=day_offset(mention, dates),
    )


_SPLIT_KM = 45.0
"""Places of one clause farther apart than this were struck apart; nearer ones are one operation
(chosen).
"""
_SPLIT_GAP = 34
_AND = re.compile(r"\b(?:and|as well as)\b|\bو|،|,| و")


def split_places(scene: Scene, text: str) -> list[Scene]:
    """The scene, and one more for every other place that its clause joins to the first by "and"."""
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
        joined = any(_joined_by_and(other, place, text) for other in taken)
        if joined and not near:
            rest = [pair for pair in scene.places if pair[1] is not place]
            made.append(
                replace(scene, places=[(points, place), *[p for p in rest if p[0] < SURE_POINTS]])
            )
            taken.append(place)
    return made


def _joined_by_and(a: PlaceMention, b: PlaceMention, text: str) -> bool:
    first, last = (a, b) if a.start < b.start else (b, a)
    between = text[first.end : last.start]
    return len(between) <= _SPLIT_GAP and _AND.search(between) is not None


def _refined(
    scored: list[tuple[float, PlaceMention]], places: tuple[PlaceMention, ...]
) -> list[tuple[float, PlaceMention]]:
    """The finer place first where the best one is only the parent of another in the same clause."""
    if len(scored) < 2:  # noqa: PLR2004
        return scored
    best = scored[0][1]
    for index, (points, place) in enumerate(scored[1:], 1):
        inside = place.parent is not None and places[place.parent] is best
        if inside and points > 0 and _is_finer(place, best):
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
    ]
    for date in others:
        precision = date.interval.precision if date.interval is not None else DatePrecision.YEAR
        gap = min(
            abs(date.start - hit.end) if date.start >= hit.start else hit.start - date.end
            for hit in anchors
        )
        sure = not _dates_speech(mention, date, text, others)
        cost = gap + 40.0 * (precision - 1) + (0.0 if sure else 200.0)
        if best is None or cost < best[0]:
            best = (cost, date, sure)
    return (best[1], best[2]) if best else (None, False)


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
