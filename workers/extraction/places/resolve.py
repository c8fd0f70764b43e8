"""Settling which place each name means, all names of a text together.

Place in the flow: last step of `places`. A candidate's score is its prior (size, kind), plus how
much the text speaks of its country, plus whether it lies in the place that the text puts it in,
plus agreement with its place noun; where that leaves it open, plus nearness to the names around it.
`places.mentions` makes the mentions of what is settled here.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workers.extraction.places.doubt import Doubts
from workers.extraction.places.seas import SEA, coast, overlooked
from workers.extraction.places.types import Context, Hit, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import ContextWords
from workers.lexicon.gazetteer.geometry import km
from workers.lexicon.gazetteer.own import OWN_PREFIX

_COUNTRY_SHARE = 0.7
"""Weight of the document's countries against a prior that spans about 0.6: chosen on the
development corpora."""
_LOCAL_SHARE = 0.3
_LOCAL_WORDS = 40
_NEIGHBOURS = 6
"""Names looked at on either side."""
_IN_PARENT = 0.7
_OFF_PARENT = -0.2
_KIND_AGREES = 0.25
_KIND_DIFFERS = -0.15
_NEAR_KM = 100.0
_NEAR = 0.2
_OPEN = _LOCAL_SHARE + _NEAR
"""A lead that nearness could not overturn is final."""
_SEAT_KM = 60.0
_SEATS = frozenset(("city", "town"))
_WITHIN_CITIES = frozenset(("quarter", "site", "road", "base", "camp"))
_ADMIN_KINDS = frozenset(("admin1", "admin2"))
_PARENT_KM = 120.0
_DEMONYM_VOTE = 0.4
_STRONG_WEIGHT = 0.6
_FAMOUS = 1.0
_UNSUPPORTED = 0.15
_SUPPORTED = 0.25
"""Share of the text's countries that makes a place of a word after a preposition."""
_ADMIN_WITHOUT_NOUN = -0.12
"""A bare name shared by a town and its governorate means the town."""
_SEAT_WITH_NOUN = -0.5
"""Where an English noun says "province", its seat of the same name is not meant, however big. In
Arabic the tables have provinces by their full names, and "وسط محافظة كركوك" is the city."""
_OF_COUNTRY = 0.5
"""A direction before a name that country and capital share ("شرق الجزائر") tells of the country, a
distance of the town.
"""
_NO_PART = frozenset(("", "centre"))
_CONSISTENT_KINDS = frozenset(("admin1", "admin2", "city", "town"))


@dataclass(slots=True)
class Settled:
    """Each hit's entry (-1: none), how sure it is a place, and the countries' shares."""

    entries: list[int]
    scores: list[float]
    votes: dict[str, float]


def settle(
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    words: ContextWords,
    hints: Mapping[str, float],
) -> Settled:
    """The entry that each hit means, and how sure it is that the hit is a place mention."""
    votes = _votes(scan, contexts, gazetteer, words, hints)
    ranked = [_ranked(number, scan, contexts, gazetteer, votes) for number in range(len(scan.hits))]
    entries = [found[0][1] if found else -1 for found in ranked]
    points = [gazetteer.point(entry) if entry >= 0 else None for entry in entries]
    first = list(entries)
    for number, found in enumerate(ranked):
        if len(found) > 1 and found[0][0] - found[1][0] < _OPEN:
            entries[number] = _by_neighbours(number, found, scan, gazetteer, first, points)
    _drop_impossible(scan, contexts, gazetteer, hints, ranked, entries)
    for number, entry in enumerate(entries):
        if entry < 0 or gazetteer.columns.kinds[entry] != SEA:
            continue
        if overlooked(number, scan):
            entries[number] = -1
        else:
            entries[number] = coast(number, scan, contexts, gazetteer, votes, entries, words)
    scores = [
        _confidence(hit, contexts[number], gazetteer, words, votes, entries[number])
        if entries[number] >= 0
        else _left_open(hit, contexts[number], gazetteer, entries)
        for number, hit in enumerate(scan.hits)
    ]
    return Settled(entries, scores, votes)


def _drop_impossible(
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    hints: Mapping[str, float],
    ranked: list[list[tuple[float, int]]],
    entries: list[int],
) -> None:
    """Names that cannot mean what they seem to mean the next best that they can, or nothing."""
    doubts = Doubts(scan, contexts, gazetteer, hints, tuple(entries))
    for number, entry in enumerate(entries):
        if entry < 0:
            continue
        wrong = doubts.impossible(number, entry)
        if not wrong and (len(ranked[number]) == 1 or not doubts.lonely(number, entry)):
            continue
        others = [other for _, other in ranked[number] if other != entry]
        if wrong or any(doubts.outdone(number, other) for other in others):
            entries[number] = next(
                (other for other in others if not doubts.impossible(number, other)),
                -1 if wrong else entry,
            )


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
    for country in scan.demonyms:
        votes[country] += _DEMONYM_VOTE
    for hit, context in zip(scan.hits, contexts, strict=True):
        if (
            not hit.entries
            or hit.toggled
            or context.person
            or (hit.key in words.common and not context.noun)
        ):
            continue
        if len(hit.entries) == 1:
            if weights[hit.entries[0]] >= _STRONG_WEIGHT or hit.length > 1:
                votes[countries[hit.entries[0]]] += 1.0
            continue
        top = max(weights[entry] for entry in hit.entries)
        strong = {countries[entry] for entry in hit.entries if weights[entry] > top - 0.15}
        if len(strong) == 1 and (top >= _STRONG_WEIGHT or hit.length > 1):
            votes[strong.pop()] += 1.0
    votes.pop("", None)
    total = sum(votes.values())
    return {country: vote / total for country, vote in votes.items()} if total else {}


def _ranked(
    number: int,
    scan: Scan,
    contexts: list[Context],
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
) -> list[tuple[float, int]]:
    """The candidates of a hit, best first, by all but their neighbours."""
    hit, context = scan.hits[number], contexts[number]
    if len(hit.entries) <= 1:
        return [(1.0, entry) for entry in hit.entries]
    columns = gazetteer.columns
    parent = scan.hits[context.parent] if context.parent >= 0 else None
    ranked = []
    for entry in hit.entries:
        score = columns.weights[entry] + _COUNTRY_SHARE * votes.get(columns.countries[entry], 0.0)
        kind = columns.kinds[entry]
        score += _kind_score(kind, context.noun)
        if context.direction not in _NO_PART and (kind == "country") is not bool(
            context.distance_km
        ):
            score += _OF_COUNTRY
        if kind in _ADMIN_KINDS and not context.noun and _seat(entry, hit.entries, gazetteer):
            score += _ADMIN_WITHOUT_NOUN
        if kind in _SEATS and hit.key.isascii() and _is_seat_of(entry, hit, context, gazetteer):
            score += _SEAT_WITH_NOUN
        if parent is not None and parent.entries:
            score += _parent_score(entry, parent, gazetteer)
        ranked.append((score, entry))
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    return ranked


def _kind_score(kind: str, noun: tuple[str, ...]) -> float:
    if not noun:
        return 0.0
    if kind in noun or ("countryside" in noun and kind in _CONSISTENT_KINDS):
        return _KIND_AGREES
    return _KIND_DIFFERS if kind != "country" else 2 * _KIND_DIFFERS


def _seat(entry: int, others: tuple[int, ...], gazetteer: Gazetteer) -> bool:
    """Whether a town of the same name is the seat of this subdivision."""
    here = gazetteer.point(entry)
    kinds = gazetteer.columns.kinds
    return here is not None and any(
        kinds[other] in _SEATS and (there := gazetteer.point(other)) and km(here, there) < _SEAT_KM
        for other in others
    )


def _is_seat_of(entry: int, hit: Hit, context: Context, gazetteer: Gazetteer) -> bool:
    """Whether the place noun calls for the subdivision of the same name that this is the seat of.

    "Kirkuk province" is not the city of Kirkuk.
    """
    kinds, noun = gazetteer.columns.kinds, context.noun
    if kinds[entry] in noun:
        return False
    called = [
        other for other in hit.entries if kinds[other] in noun and kinds[other] in _ADMIN_KINDS
    ]
    here = gazetteer.point(entry)
    return here is not None and any(
        (there := gazetteer.point(other)) and km(here, there) < _SEAT_KM for other in called
    )


def _parent_score(entry: int, parent: Hit, gazetteer: Gazetteer) -> float:
    columns = gazetteer.columns
    here = gazetteer.point(entry)
    best = _OFF_PARENT
    for above in parent.entries:
        if above == entry or columns.countries[above] != columns.countries[entry]:
            continue
        if columns.kinds[above] == "country":
            best = max(best, 0.5 * _IN_PARENT)
        elif columns.names[above] in (columns.admin1[entry], columns.admin2[entry]) or (
            here is not None
            and (there := gazetteer.point(above)) is not None
            and km(here, there) < _PARENT_KM
        ):
            return _IN_PARENT
    return best


def _by_neighbours(
    number: int,
    ranked: list[tuple[float, int]],
    scan: Scan,
    gazetteer: Gazetteer,
    first: list[int],
    points: list[tuple[float, float] | None],
) -> int:
    """The candidate that fits the names around it best."""
    hits = scan.hits
    word, name = hits[number].word, hits[number].key
    around = [
        other
        for other in range(max(0, number - _NEIGHBOURS), min(len(hits), number + _NEIGHBOURS + 1))
        if first[other] >= 0
        and hits[other].key != name
        and abs(hits[other].word - word) <= _LOCAL_WORDS
    ]
    if not around:
        return ranked[0][1]
    countries = gazetteer.columns.countries
    near_countries = [countries[first[other]] for other in around]
    near_points = [point for other in around if (point := points[other]) is not None]
    open_candidates = [pair for pair in ranked if pair[0] > ranked[0][0] - _OPEN]
    best, best_score = ranked[0][1], -1.0
    for alone, entry in open_candidates:
        here = gazetteer.point(entry)
        share = near_countries.count(countries[entry]) / len(near_countries)
        score = alone + _LOCAL_SHARE * share
        if here is not None and any(km(here, there) < _NEAR_KM for there in near_points):
            score += _NEAR
        if score > best_score + 1e-9:
            best, best_score = entry, score
    return best


def _generic(hit: Hit, words: ContextWords) -> bool:
    """Whether a name is of the form that every city has: a quarter, street, mosque of some name."""
    return bool(words.roles(hit.key.split(" ", 1)[0]).noun)


def _left_open(hit: Hit, context: Context, gazetteer: Gazetteer, entries: list[int]) -> float:
    """How sure it is that a name without an entry is a place: a noun says so, or a town around."""
    if context.noun or not hit.entries:
        return 0.5
    around = entries[context.parent] if context.cue and context.within else -1
    return 0.5 if around >= 0 and gazetteer.columns.kinds[around] != "country" else 0.0


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
    single = hit.length == 1
    score = 0.4 + 0.35 * weight + 0.3 * min(1.0, 2 * support)
    score += 0.3 * bool(context.noun) + 0.15 * bool(context.cue) + 0.1 * (not single)
    if single and hit.key in words.common and not context.noun:
        score -= 0.3 if context.cue and support >= _SUPPORTED else 0.7
    if hit.toggled and not context.noun:
        score -= 0.4
    if context.person:
        score -= 0.5
    if context.organisation:
        score -= 0.25
    unknown = weight < _FAMOUS and not gazetteer.columns.ids[entry].startswith(OWN_PREFIX)
    if single and unknown and hit.key.isascii() and support < _UNSUPPORTED:
        score -= 0.5
    kind = gazetteer.columns.kinds[entry]
    if kind in _WITHIN_CITIES and support < _UNSUPPORTED and _generic(hit, words):
        score -= 0.45
    if weight < _STRONG_WEIGHT and not context.noun:
        score -= 0.35 * (support < _UNSUPPORTED) + 0.2 * (
            not context.cue and context.joined < 0 and single
        )
        score -= 0.25 * (hit.clitics != "" and hit.clitics[-1] in "لك")
    return max(0.0, min(1.0, score))
