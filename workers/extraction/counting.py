"""How many were killed and hurt in each draft: the article's figures given to its attacks.

Place in the flow: after drafts, before events. A figure belongs to the attack of its clause, else
to the one told in its sentence, else to the one told just before. The leading figure of an article
is its newest running total, or else the first figure; other figures widen low and high.
"""

from collections import defaultdict
from dataclasses import dataclass

from workers.extraction.agreement import same_place
from workers.extraction.places import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.tellings import Draft
from workers.extraction.tolls import TollMention
from workers.model import SubEventType, Toll, WherePrecision

_REACH_AFTER = 4
"""Sentences after an attack's last clause in which an unplaced figure still speaks of it."""
_REACH_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A draft's toll and the statements it was read from, for one field."""

    toll: Toll
    mentions: tuple[TollMention, ...]


def share_out(
    tolls: tuple[TollMention, ...],
    drafts: list[Draft],
    reading: Reading,
    places: tuple[PlaceMention, ...],
) -> list[list[TollMention]]:
    """For each draft, the toll statements that speak of it, in text order."""
    shares: list[list[TollMention]] = [[] for _ in drafts]
    told = [sorted({scene.mention.sentence for scene in draft.scenes}) for draft in drafts]
    places_in: dict[int, list[PlaceMention]] = defaultdict(list)
    for place in places:
        if (
            place.place is not None
            and place.place.where_prec < WherePrecision.REGION
            and place.cue in ("in", "at", "on", "near", None)
        ):
            places_in[reading.sentence_at(place.start)].append(place)
    for toll in tolls:
        sentence = reading.sentence_at(toll.start)
        if sentence in reading.skipped:
            continue
        owner = _owner(toll, sentence, drafts, told, places_in)
        if owner is not None:
            shares[owner].append(toll)
    return shares


def _owner(
    toll: TollMention,
    sentence: int,
    drafts: list[Draft],
    told: list[list[int]],
    places_in: dict[int, list[PlaceMention]],
) -> int | None:
    within: list[tuple[int, int]] = []
    for index, draft in enumerate(drafts):
        for scene in draft.scenes:
            clause = scene.mention
            if clause.start <= toll.start < clause.end:
                return index
            if clause.sentence == sentence:
                gap = min(abs(toll.start - clause.end), abs(clause.start - toll.end))
                within.append((gap, index))
    if within:
        return min(within)[1]
    return _owner_nearby(sentence, drafts, told, places_in)


def _owner_nearby(
    sentence: int,
    drafts: list[Draft],
    told: list[list[int]],
    places_in: dict[int, list[PlaceMention]],
) -> int | None:
    """The draft told just before a sentence, or just after; rather one of a place named there."""
    best: tuple[float, int] | None = None
    for index, sentences in enumerate(told):
        before = [s for s in sentences if s < sentence]
        after = [s for s in sentences if s > sentence]
        if before and sentence - before[-1] <= _REACH_AFTER:
            cost = float(sentence - before[-1])
        elif after and after[0] - sentence <= _REACH_BEFORE and not before:
            cost = after[0] - sentence + 0.5
        else:
            continue
        place = drafts[index].place
        here = [p.place for p in places_in.get(sentence, ()) if p.place is not None]
        if place is not None and here and not any(same_place(place, other) for other in here):
            cost += 3.0
        if best is None or cost < best[0]:
            best = (cost, index)
    return best[1] if best is not None and best[0] <= _REACH_AFTER + 0.5 else None


_FIGHTS = frozenset(
    {SubEventType.ARMED_CLASH, SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING}
)


def count(share: list[TollMention], field: str, kind: SubEventType) -> Counted | None:
    """The toll of one field (`deaths` or `injured`) over a draft's statements, None where unsaid.

    The attackers' own dead do not count, but where armed sides fight both sides' dead do.
    """
    said = [
        m for m in share if m.field == field and m.toll is not None and not m.since and not m.subset
    ]
    victims = [m for m in said if not m.attackers_own]
    if not victims and kind in _FIGHTS:
        victims = [m for m in said if m.militants or m.attackers_own]
    figures = [m for m in victims if not m.zero]
    if not figures:
        zeros = [m for m in victims if m.zero]
        return Counted(Toll(0, 0, 0), tuple(zeros)) if zeros else None
    leading = _leading(figures)
    tolls = [m.toll for m in figures if m.toll is not None]
    best = leading.toll.best if leading.toll is not None else 0
    low = min(min(t.low, t.best) for t in tolls)
    high = max(max(t.high, t.best) for t in tolls)
    return Counted(
        Toll(min(low, best), best, max(high, best)),
        (leading, *(m for m in figures if m is not leading)),
    )


def _leading(figures: list[TollMention]) -> TollMention:
    current = [m for m in figures if not m.earlier] or figures
    totals = [m for m in current if m.updated]
    return max(totals, key=lambda m: m.toll.best if m.toll else 0) if totals else current[0]
