"""Settling which place each name means, all names of a text together.

Place in the flow: last step of `places`. A candidate's score is its prior (size, kind), plus how much the text
speaks of its country, plus whether it lies in the place that the text puts it in, plus agreement with its
place noun, plus nearness to the names around it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, hypot, radians

from workers.extraction.places_types import Context, Hit, PlaceMention, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import ContextWords
from workers.model import Place, WherePrecision

_KM_PER_DEGREE = 111.2
_COUNTRY_SHARE = 0.7
"""Weight of the document's countries against a prior that spans about 0.6: chosen on the development corpora."""
_LOCAL_SHARE = 0.3
_LOCAL_WORDS = 40
_IN_PARENT = 0.7
_OFF_PARENT = -0.2
_KIND_AGREES = 0.25
_KIND_DIFFERS = -0.15
_NEAR_KM = 100.0
_NEAR = 0.2
_PARENT_KM = 120.0
_DEMONYM_VOTE = 0.4
_STRONG_WEIGHT = 0.6
_SCORE_MIN = 0.35
_ADMIN1_WITHOUT_NOUN = -0.12
"""A bare name shared by a town and its governorate means the town."""

_CITY_LIKE = frozenset(("city", "town", "village", "capital"))


@dataclass(slots=True)
class _Draft:
    hit: Hit
    context: Context
    entry: int
    margin: float
    score: float


def resolve(
    folded_text: str,
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    words: ContextWords,
    hints: Mapping[str, float],
) -> tuple[PlaceMention, ...]:
    """The mentions, resolved; names that are no places by their context are left out."""
    votes = _votes(scan, contexts, gazetteer, words, hints)
    settled: list[int] = [
        _best(number, scan, contexts, gazetteer, votes, {})[0] for number in range(len(scan.hits))
    ]
    around = dict(enumerate(settled))
    drafts = []
    for number, hit in enumerate(scan.hits):
        entry, margin = _best(number, scan, contexts, gazetteer, votes, around)
        score = _confidence(hit, contexts[number], gazetteer, words, votes, entry)
        drafts.append(_Draft(hit, contexts[number], entry, margin, score))
    return _mentions(folded_text, drafts, gazetteer)


def _votes(
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    words: ContextWords,
    hints: Mapping[str, float],
) -> dict[str, float]:
    """How much of the text speaks of each country, as shares that add up to 1."""
    countries, weights = gazetteer.columns.countries, gazetteer.columns.weights
    votes: dict[str, float] = defaultdict(float, hints)
    for _, country in scan.demonyms:
        votes[country] += _DEMONYM_VOTE
    for hit, context in zip(scan.hits, contexts, strict=True):
        if hit.toggled or (hit.key in words.common and not context.noun) or context.person:
            continue
        top = max(weights[entry] for entry in hit.entries)
        strong = {countries[e] for e in hit.entries if weights[e] > top - 0.15}
        if len(strong) == 1 and (top >= _STRONG_WEIGHT or hit.length > 1):
            votes[strong.pop()] += 1.0
    votes.pop("", None)
    total = sum(votes.values())
    return {country: vote / total for country, vote in votes.items()} if total else {}


def _best(
    number: int,
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
    around: Mapping[int, int],
) -> tuple[int, float]:
    """The best candidate of hit `number`, and how far it is ahead of the next in another place."""
    hit, context = scan.hits[number], contexts[number]
    columns = gazetteer.columns
    parent = scan.hits[context.parent] if context.parent >= 0 else None
    local = _local(number, scan, gazetteer, around)
    ranked = []
    for entry in hit.entries:
        country = columns.countries[entry]
        score = (
            columns.weights[entry]
            + _COUNTRY_SHARE * votes.get(country, 0.0)
            + _LOCAL_SHARE * local.get(country, 0.0)
        )
        score += _kind_score(columns.kinds[entry], context.noun)
        if parent is not None:
            score += _parent_score(entry, parent, gazetteer)
        if (
            around
            and len(hit.entries) > 1
            and _near_another(entry, number, scan, gazetteer, around)
        ):
            score += _NEAR
        ranked.append((score, -entry))
    ranked.sort(reverse=True)
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 1.0
    return -ranked[0][1], margin


def _local(
    number: int, scan: Scan, gazetteer: Gazetteer, around: Mapping[int, int]
) -> dict[str, float]:
    """Shares of the countries among the names near this one."""
    if not around or len(scan.hits[number].entries) == 1:
        return {}
    word, key = scan.hits[number].word, scan.hits[number].key
    counts: dict[str, float] = defaultdict(float)
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(scan.hits) and abs(scan.hits[other].word - word) <= _LOCAL_WORDS:
            if scan.hits[other].key != key:
                counts[gazetteer.columns.countries[around[other]]] += 1.0
            other += step
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()} if total else {}


def _kind_score(kind: str, noun: tuple[str, ...]) -> float:
    if not noun:
        return _ADMIN1_WITHOUT_NOUN if kind in ("admin1", "admin2") else 0.0
    if kind in noun or ("countryside" in noun and kind in ("admin1", "city", "town")):
        return _KIND_AGREES
    return _KIND_DIFFERS if kind != "country" else 2 * _KIND_DIFFERS


def _parent_score(entry: int, parent: Hit, gazetteer: Gazetteer) -> float:
    columns = gazetteer.columns
    here = gazetteer.point(entry)
    best = _OFF_PARENT
    for above in parent.entries:
        if above == entry or columns.countries[above] != columns.countries[entry]:
            continue
        if columns.kinds[above] == "country":
            best = max(best, 0.5 * _IN_PARENT)
        elif (
            columns.names[above] == columns.admin1[entry]
            or columns.names[above] == columns.admin2[entry]
        ):
            best = max(best, _IN_PARENT)
        elif (
            here is not None
            and (there := gazetteer.point(above)) is not None
            and km(here, there) < _PARENT_KM
        ):
            best = max(best, _IN_PARENT)
    return best


def _near_another(
    entry: int, number: int, scan: Scan, gazetteer: Gazetteer, around: Mapping[int, int]
) -> bool:
    here = gazetteer.point(entry)
    if here is None:
        return False
    hits = scan.hits
    for other in range(max(0, number - 6), min(len(hits), number + 7)):
        if (
            hits[other].key == hits[number].key
            or abs(hits[other].word - hits[number].word) > _LOCAL_WORDS
        ):
            continue
        there = gazetteer.point(around[other])
        if there is not None and len(hits[other].entries) < 4 and km(here, there) < _NEAR_KM:
            return True
    return False


def _confidence(
    hit: Hit,
    context: Context,
    gazetteer: Gazetteer,
    words: ContextWords,
    votes: Mapping[str, float],
    entry: int,
) -> float:
    """How sure it is that this is a place at all, in [0, 1]."""
    weight = gazetteer.columns.weights[entry]
    support = votes.get(gazetteer.columns.countries[entry], 0.0)
    common = hit.key in words.common
    score = 0.4 + 0.35 * weight + 0.3 * min(1.0, 2 * support)
    score += 0.3 * bool(context.noun) + 0.15 * bool(context.cue) + 0.1 * (hit.length > 1)
    if common and not context.noun:
        score -= 0.7
    if hit.toggled and not context.noun:
        score -= 0.4
    if context.person:
        score -= 0.5
    if context.organisation:
        score -= 0.25
    if weight < _STRONG_WEIGHT and not context.noun and support < 0.15:
        score -= 0.35
    if (
        weight < _STRONG_WEIGHT
        and not context.noun
        and not context.cue
        and context.joined < 0
        and hit.length == 1
    ):
        score -= 0.2
    if hit.clitics and hit.clitics[-1] in "لك" and not context.noun and weight < _STRONG_WEIGHT:
        score -= 0.25
    return max(0.0, min(1.0, score))


def _mentions(
    folded_text: str, drafts: list[_Draft], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    kept = [number for number, draft in enumerate(drafts) if draft.score >= _SCORE_MIN]
    position = {number: index for index, number in enumerate(kept)}
    return tuple(_mention(folded_text, drafts[number], position, gazetteer) for number in kept)


def _mention(
    folded_text: str, draft: _Draft, position: Mapping[int, int], gazetteer: Gazetteer
) -> PlaceMention:
    hit, context = draft.hit, draft.context
    name = folded_text[hit.start : hit.end]
    kind = gazetteer.columns.kinds[draft.entry]
    place = gazetteer.place(draft.entry, name)
    if (
        (context.direction or context.cue == "near")
        and context.direction != "centre"
        and place.where_prec < WherePrecision.NEAR
    ):
        place = replace(place, where_prec=WherePrecision.NEAR)
    return PlaceMention(
        start=hit.start,
        end=hit.end,
        name_local=name,
        place=place,
        kind=kind,
        cue=_cue(context, kind),
        score=round(draft.score, 3),
        direction=context.direction or None,
        parent=position.get(context.parent),
        noun_start=context.noun_start,
    )


def _cue(context: Context, kind: str) -> str | None:
    if context.dateline:
        return "dateline"
    if context.metonym and kind in ("country", "city", "capital"):
        return "metonym"
    if context.organisation:
        return "organisation"
    if context.person:
        return "person"
    return context.cue or None


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance in km on a flat map around the two: exact enough below a few hundred km."""
    across = (one[1] - other[1]) * cos(radians((one[0] + other[0]) / 2))
    return hypot(one[0] - other[0], across) * _KM_PER_DEGREE


__all__ = ["Place", "km", "resolve"]
