"""How well events and incidents agree with gold labels: every figure, and every disagreement.

The same measure as the shared scorer's, from its stated rules. In short: a predicted fresh event
(main or secondary) finds a gold fresh event of its article when the days agree (one apart at most,
or the same period where gold knows no day) and the places lie within 50 km; where either has no
point, country and type must agree. Pairs are taken one to one, best first. Aggregates are never
scored.

Source: BCubed: Bagga and Baldwin (1998); extended here as the shared scorer does, by counting a
missed event 0 in recall and a spurious one 0 in precision.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any

Record = Mapping[str, Any]
Prf = tuple[float, float, float]

ACLED_OF = {
    "air_drone_strike": "Air/drone strike",
    "shelling_artillery_missile": "Shelling/artillery/missile attack",
    "remote_explosive_ied": "Remote explosive/landmine/IED",
    "suicide_bomb": "Suicide bomb",
    "grenade": "Grenade",
    "armed_clash": "Armed clash",
    "armed_assault": "Attack",
    "abduction": "Abduction/forced disappearance",
}
"""Gold's types that are scored; others (arson, unclear explosions) agree with any."""

FRESH = frozenset({"main", "secondary"})
DAYS_APART_MAX = {"day": 1, "week": 7, "month": 31, "year": 366}
FOUND_KM_MAX = 50.0
PLACE_KM_MAX = 25.0
EARTH_DIAMETER_KM = 12742
NO_POINT = 0.4
"""Likeness of two places of which one has no point: below that of two points 50 km apart (0.5)."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: missed, spurious, false alarm, missed article or the name of a field."""

    article_id: str
    kind: str
    gold: Record | None = None
    predicted: Record | None = None


@dataclass(slots=True)
class Tally:
    """What the pairing of one corpus found."""

    articles: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    gold: int = 0
    predicted: int = 0
    found: int = 0
    background: int = 0
    stale: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    gold_of: dict[Hashable, str] = field(default_factory=dict)
    predicted_of: dict[Hashable, Hashable] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    spurious: list[Hashable] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)


def score(gold: Iterable[Record], events: Iterable[Record]) -> tuple[dict[str, Any], list[Miss]]:
    """Every figure (shares of 1, not percent) and every disagreement."""
    by_article: dict[str, list[Record]] = defaultdict(list)
    for event in events:
        by_article[event["article_id"]].append(event)
    tally = Tally()
    for article in gold:
        _article(tally, article, by_article[article["id"]])
    return _figures(tally), tally.misses


def _article(tally: Tally, article: Record, predicted: Sequence[Record]) -> None:
    told = [event for event in article["events"] if not event.get("aggregate")]
    gold = [event for event in told if event["role"] in FRESH]
    recalled = [event for event in told if event["role"] == "background"]
    fresh = [event for event in predicted if event["role"] in FRESH]
    is_report, article_id = bool(article["attack_report"]), article["id"]
    tally.articles[is_report, bool(fresh)] += 1
    if is_report is not bool(fresh):
        kind = "missed article" if is_report else "false alarm"
        tally.misses.append(Miss(article_id, kind))
    pairs = dict(_pairs(gold, fresh))
    tally.gold += len(gold)
    tally.predicted += len(fresh)
    tally.found += len(pairs)
    for index, wanted in enumerate(gold):
        if index in pairs:
            _found(tally, (article_id, index), wanted, fresh[pairs[index]])
        else:
            tally.missed.append(wanted["incident"])
            tally.misses.append(Miss(article_id, "missed", gold=wanted))
    taken = set(pairs.values())
    spare = [event for index, event in enumerate(fresh) if index not in taken]
    for number, event in enumerate(spare):
        tally.spurious.append(event.get("incident_id") or ("spare", article_id, number))
        tally.misses.append(Miss(article_id, "spurious", predicted=event))
    tally.background += len(recalled)
    tally.stale += len(_pairs(recalled, spare))


def _found(tally: Tally, name: tuple[str, int], gold: Record, event: Record) -> None:
    tally.gold_of[name] = gold["incident"]
    tally.predicted_of[name] = event.get("incident_id") or ("none", *name)
    for what, is_right in _checks(gold, event).items():
        tally.asked[what] += 1
        tally.right[what] += is_right
        if not is_right:
            tally.misses.append(Miss(name[0], what, gold, event))


def _checks(gold: Record, event: Record) -> dict[str, bool]:
    """Field -> whether it agrees, for the fields that gold has a value for."""
    checks: dict[str, bool] = {}
    if gold.get("type") in ACLED_OF:
        checks["type"] = ACLED_OF[gold["type"]] == event.get("sub_event_type")
    if gold.get("status") in ("carried_out", "intercepted", "foiled"):
        checks["outcome"] = gold["status"] == event.get("outcome")
    if gold.get("date_precision", "day") == "day":
        checks["day"] = _days_apart(gold, event) == 0
    if gold.get("lat") is not None:
        km = _km_apart(gold, event)
        checks["place"] = km is not None and km <= PLACE_KM_MAX
    for ours, theirs in (("killed", "deaths"), ("wounded", "injured")):
        if gold.get(ours) is not None:
            checks[ours] = (event.get(theirs) or {}).get("best") == gold[ours]
    if gold.get("weapons"):
        checks["weapons"] = not set(gold["weapons"]).isdisjoint(event.get("weapons") or ())
    return checks


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _days_apart(gold: Record, event: Record) -> int | None:
    day, start = _day(gold.get("date")), _day(event.get("date_start"))
    if day is None or start is None:
        return None
    end = _day(event.get("date_end")) or start
    if start <= day <= end:
        return 0
    return min(abs((start - day).days), abs((end - day).days))


def _km_apart(gold: Record, event: Record) -> float | None:
    place = event.get("location") or {}
    if gold.get("lat") is None or place.get("latitude") is None:
        return None
    south, north = radians(gold["lat"]), radians(place["latitude"])
    east = radians(place["longitude"] - gold["lon"])
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(half))


def _likeness(gold: Record, event: Record) -> float:
    """0 where the two cannot be the same event; else higher is better."""
    days = _days_apart(gold, event)
    if days is None and gold.get("date"):
        return 0.0
    if days is not None and days > DAYS_APART_MAX.get(gold.get("date_precision", "day"), 1):
        return 0.0
    same_type = ACLED_OF.get(gold.get("type", "")) == event.get("sub_event_type")
    place = _place_likeness(gold, event, same_type=same_type)
    if place == 0:
        return 0.0
    return place + (0.5 if days is None else 1.0 - min(days, 10) / 10) + same_type


def _place_likeness(gold: Record, event: Record, *, same_type: bool) -> float:
    km = _km_apart(gold, event)
    if km is not None:
        return 0.0 if km > FOUND_KM_MAX else 1.0 - km / 100
    country = (event.get("location") or {}).get("country_code")
    if gold.get("type") in ACLED_OF and not same_type:
        return 0.0
    return 0.0 if gold.get("country") and gold["country"] != country else NO_POINT


def _pairs(gold: Sequence[Record], events: Sequence[Record]) -> list[tuple[int, int]]:
    """(gold index, event index), one to one, the most alike first, earlier ones before later."""
    ranked = sorted(
        (-likeness, i, j)
        for i, wanted in enumerate(gold)
        for j, event in enumerate(events)
        if (likeness := _likeness(wanted, event)) > 0
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def paired_anywhere(gold: Sequence[Record], events: Sequence[Record]) -> list[tuple[int, int]]:
    """(gold index, event index) as in scoring, as if all had happened in one place."""
    somewhere = {"latitude": 0.0, "longitude": 0.0}
    return _pairs(
        [{**wanted, "lat": 0.0, "lon": 0.0} for wanted in gold],
        [{**event, "location": somewhere} for event in events],
    )


def _harmonic(precision: float, recall: float) -> Prf:
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _prf(right: int, predicted: int, gold: int) -> Prf:
    return _harmonic(right / predicted if predicted else 0.0, right / gold if gold else 0.0)


def _bcubed(tally: Tally, missed: Sequence[str], spurious: Sequence[Hashable]) -> Prf:
    """BCubed over the found events, with missed and spurious ones counted as 0."""
    gold_of, predicted_of = tally.gold_of, tally.predicted_of
    gold_sizes = Counter(gold_of.values()) + Counter(missed)
    predicted_sizes = Counter(predicted_of.values()) + Counter(spurious)
    both = Counter((gold_of[name], predicted_of[name]) for name in gold_of)
    precision = sum(n * n / predicted_sizes[predicted] for (_, predicted), n in both.items())
    recall = sum(n * n / gold_sizes[gold] for (gold, _), n in both.items())
    found = len(gold_of)
    return _harmonic(precision / (found + len(spurious) or 1), recall / (found + len(missed) or 1))


def _pairwise(tally: Tally) -> Prf:
    def pairs(sizes: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes)

    both = Counter((tally.gold_of[name], tally.predicted_of[name]) for name in tally.gold_of)
    return _prf(
        pairs(both.values()),
        pairs(Counter(tally.predicted_of.values()).values()),
        pairs(Counter(tally.gold_of.values()).values()),
    )


def _false_merges(tally: Tally) -> int:
    gold_in: dict[Hashable, set[str]] = defaultdict(set)
    for name, predicted in tally.predicted_of.items():
        gold_in[predicted].add(tally.gold_of[name])
    return sum(len(incidents) > 1 for incidents in gold_in.values())


def _figures(tally: Tally) -> dict[str, Any]:
    hits, alarms = tally.articles[True, True], tally.articles[False, True]
    return {
        "articles": tally.articles.total(),
        "gold_events": tally.gold,
        "predicted_events": tally.predicted,
        "article": _prf(hits, hits + alarms, hits + tally.articles[True, False]),
        "event": _prf(tally.found, tally.predicted, tally.gold),
        "fields": {what: tally.right[what] / tally.asked[what] for what in sorted(tally.asked)},
        "stale_as_new": tally.stale / tally.background if tally.background else 0.0,
        "incident": _bcubed(tally, tally.missed, tally.spurious),
        "b3": _bcubed(tally, (), ()),
        "pair": _pairwise(tally),
        "false_merges": _false_merges(tally),
        "predicted_incidents": len({*tally.predicted_of.values(), *tally.spurious}),
        "gold_incidents": len({*tally.gold_of.values(), *tally.missed}),
    }
