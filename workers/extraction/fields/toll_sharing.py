"""Which attack of an article each statement about killed and hurt people speaks of.

Place in the flow: after drafts and roles, before `counting`. A figure belongs to the attack of its
clause, else to the one told in its sentence, else to the one told just before. What no clause near
it claims speaks of the article's leading attack, unless it is dated or placed elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workers.extraction.dates.finder import DateMention
from workers.extraction.fields.answered import is_answered
from workers.extraction.fields.toll_places import (
    IN_ONE,
    PLACE_REACH,
    can_be,
    died_at,
    in_town_of,
    is_campaign,
    is_of_older,
    is_one,
    named_in,
    says_who,
)
from workers.extraction.fields.toll_settling import settled
from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.agreement import same_place
from workers.extraction.telling.comparisons import COMPARED_JOINTS
from workers.extraction.telling.tellings import Draft
from workers.extraction.tolls.finder import TollMention
from workers.model import Role, WherePrecision

_REACH_AFTER = 4
"""Sentences after an attack's last clause in which an unplaced figure still speaks of it."""
_REACH_BEFORE = 2
_REACH_ECHO = 2
"""Sentences in which a clause that is no event of its own speaks of the attack told before it,
whatever place it names ("the blast was heard in ...").
"""
_REACH_LEAD = 30
"""Sentences in which a figure that nothing else claims speaks of the leading attack (chosen)."""
_NEAREST = 0.5
_UPDATE = 1.5
"""Sentences that an updated toll seems off the leading attack, however far it is told."""
_ELSEWHERE = 3.0
"""Sentences that a figure seems farther off where its sentence names another place."""
_PLACE_NEXT = 24
"""Characters between a figure and the place that its next words name."""
_TOWN_NEXT = 40
"""Characters between a figure and the name behind "in the coastal town of" (chosen)."""
_DATE_REACH = 40
"""Characters between a date and the figure behind it that it dates (chosen)."""
_STOP = re.compile(r"[.؛;:]|[،,](?! (?:when|حين|عندما|حيث))")
_SLACK_DAYS = 2
"""Days by which a figure's date may differ from its attack's."""
_COMMA = re.compile(r"[،,]")


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article tells: its drafts with the role of each, its places and its dates.

    A role of None is no single attack, or a clause about one that is told elsewhere.
    """

    drafts: list[Draft]
    roles: Sequence[Role | None]
    reading: Reading
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    published: date


def share_out(tolls: tuple[TollMention, ...], telling: Telling) -> list[list[TollMention]]:
    """For each draft, the toll statements that speak of it, in text order."""
    shares: list[list[TollMention]] = [[] for _ in telling.drafts]
    sharing = _Sharing(telling)
    text = telling.reading.text.folded.text
    for toll in tolls:
        if toll.zero and not toll.hedged:
            sharing.note_none(toll)
    for toll in tolls:
        if not toll.zero and sharing.sums(toll):
            continue
        owner = sharing.part_owner(toll) if toll.subset else None
        if owner is not None:
            shares[owner].append(toll._replace(subset=False, several=False, placed=True))
            continue
        owner = sharing.owner(toll)
        if owner is not None and not is_answered(toll, telling.drafts[owner], text):
            own = toll.several and telling.drafts[owner].tells_part(toll.start)
            shares[owner].append(toll._replace(several=False) if own else toll)
    _drop_guests(shares, sharing)
    return settled(shares, sharing.fresh, telling.reading)


def _drop_guests(shares: list[list[TollMention]], sharing: "_Sharing") -> None:
    """Takes from an attack with a toll in its own clauses what sentences elsewhere tell."""
    for index in sharing.fresh:
        own = {m.field for m in shares[index] if _counts(m) and sharing.tells(index, m)}
        shares[index] = [
            m
            for m in shares[index]
            if m.field not in own or m.updated or m.earlier or not sharing.is_elsewhere(index, m)
        ]


def _counts(toll: TollMention) -> bool:
    return toll.toll is not None and not (toll.subset or toll.zero or toll.since or toll.several)


class _Sharing:
    """The clauses, places and dates of one article by sentence, made once for all its tolls."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        reading = telling.reading
        self._told = [
            sorted({scene.mention.sentence for scene in draft.scenes}) for draft in telling.drafts
        ]
        self.fresh = [i for i, role in enumerate(telling.roles) if role in _FRESH]
        self._echoes = [
            role is None and not is_campaign(draft)
            for draft, role in zip(telling.drafts, telling.roles, strict=True)
        ]
        self._places: dict[int, list[PlaceMention]] = defaultdict(list)
        for place in telling.places:
            if (
                place.place is not None
                and place.place.where_prec < WherePrecision.REGION
                and (place.cue in ("in", "at", "on", "near", None) or self._in_town_of(place))
            ):
                self._places[reading.sentence_at(place.start)].append(place)
        self._none: dict[int, set[str]] = defaultdict(set)
        self._dates: dict[int, list[DateMention]] = defaultdict(list)
        for dated in telling.dates:
            if dated.interval is not None:
                self._dates[reading.sentence_at(dated.start)].append(dated)

    def _in_town_of(self, mention: PlaceMention) -> bool:
        return in_town_of(self._telling.reading.text.folded.text, mention.start)

    def note_none(self, toll: TollMention) -> None:
        """Remembers the attack that a clause of its own says to have hurt nobody."""
        within = self._within(toll, self._telling.reading.sentence_at(toll.start))
        if within is not None:
            self._none[within].add(toll.field)

    def tells(self, index: int, toll: TollMention) -> bool:
        """Whether a toll stands in a sentence that tells of the draft."""
        return self._telling.reading.sentence_at(toll.start) in self._told[index]

    def is_elsewhere(self, index: int, toll: TollMention) -> bool:
        """Whether a toll stands in a sentence of no attack that names other places only."""
        sentence = self._telling.reading.sentence_at(toll.start)
        if any(sentence in told for told in self._told):
            return False
        place = self._telling.drafts[index].place
        here = [p.place for p in self._places.get(sentence, ()) if p.place is not None]
        return place is not None and bool(here) and not any(same_place(place, o) for o in here)

    def owner(self, toll: TollMention) -> int | None:
        """The index of the draft that a toll speaks of, None where it is that of none."""
        reading = self._telling.reading
        sentence = reading.sentence_at(toll.start)
        if sentence in reading.skipped:
            return None
        within = self._within(toll, sentence)
        if within in self.fresh and (
            self._recalled(toll, sentence, within) or self._is_of_tally(toll, within)
        ):
            return None
        if within is not None:
            there = self._at_its_place(toll, sentence)
            if there is not None and within in self.fresh:
                drafts = self._telling.drafts
                return within if drafts[within].place == drafts[there].place else there
            recalled = within not in self.fresh and not self._echoes[within]
            is_placed = self._telling.drafts[within].place is not None
            rose = self._was_said(toll, sentence) or (toll.updated and is_placed)
            older = is_of_older(toll, self._telling.drafts[within])
            if within in self.fresh or older or (recalled and not rose):
                return within
            told = self._echoed(within, sentence, back=toll.earlier)
            return within if told is None else told
        return self._nearby(toll, sentence)

    def part_owner(self, toll: TollMention) -> int | None:
        """The fresh draft of which a part of the dead is the toll, None where it is of none.

        Its next words name the draft's place, or say that it died in one of several attacks.
        """
        reading = self._telling.reading
        sentence = reading.sentence_at(toll.start)
        if sentence in reading.skipped:
            return None
        if toll.several and IN_ONE.match(reading.text.folded.text, toll.end):
            return self.owner(toll)
        if toll.toll is not None and toll.toll.best == 1:
            return None  # "among them the commander in Fadhah"
        if says_who(reading.text.folded.text, toll.start, toll.end):
            return None
        return self._at_its_place(toll, sentence)

    def _recalled(self, toll: TollMention, sentence: int, index: int) -> bool:
        """Whether the words right before a toll date it long before the attack of its clause."""
        draft = self._telling.drafts[index]
        if draft.date is None or draft.date.interval is None:
            return False
        text = self._telling.reading.text.folded.text
        near = [
            dated.interval
            for dated in self._dates.get(sentence, ())
            if 0 <= toll.start - dated.end <= _DATE_REACH
            and _STOP.search(text, dated.end, toll.start) is None
        ]
        first = draft.date.interval.start
        return bool(near) and all(
            when is not None and (first - when.end).days > _SLACK_DAYS for when in near
        )

    def sums(self, toll: TollMention) -> bool:
        """Whether a clause that tells several attacks one by one puts the toll at none of them."""
        drafts = self._telling.drafts
        told = [i for i, draft in enumerate(drafts) if draft.counts_at(toll.start)]
        if any(drafts[i].tells_part(toll.start) for i in told):
            return False
        sentence = self._telling.reading.sentence_at(toll.start)
        return len(told) > 1 and died_at(toll, drafts, told, self._places.get(sentence, ())) is None

    def _is_of_tally(self, toll: TollMention, index: int) -> bool:
        """Whether a toll stands in a clause that counts attacks, where others tell of the one."""
        scenes = self._telling.drafts[index].scenes
        held = [s for s in scenes if s.mention.start <= toll.start < s.mention.end]
        return (
            bool(held)
            and all(scene.tally for scene in held)
            and not all(scene.tally for scene in scenes)
        )

    def _was_said(self, toll: TollMention, sentence: int) -> bool:
        """Whether it is a former toll of the leading attack: told of no other day."""
        lead = self._telling.drafts[self.fresh[0]] if self.fresh else None
        return toll.earlier and lead is not None and not self._dated_otherwise(lead, sentence, toll)

    def _within(self, toll: TollMention, sentence: int) -> int | None:
        """The draft of the toll's clause, else of the nearest clause of its sentence."""
        around: list[int] = []
        beside: list[tuple[bool, int, int]] = []
        for index, draft in enumerate(self._telling.drafts):
            for scene in draft.scenes:
                clause = scene.mention
                if clause.holds(toll.start):
                    around.append(index)
                elif clause.sentence == sentence:
                    gap = min(abs(toll.start - clause.end), abs(clause.start - toll.end))
                    beside.append((clause.joint in COMPARED_JOINTS, gap, index))
        if len(set(around)) > 1:
            drafts = self._telling.drafts
            around = [i for i in around if drafts[i].tells_part(toll.start)] or around
            there = died_at(toll, drafts, around, self._places.get(sentence, ()))
            return around[0] if there is None else there
        if around:
            return around[0]
        return min(beside)[2] if beside else None

    def _echoed(self, index: int, sentence: int, *, back: bool) -> int | None:
        """The fresh draft that an echo (a clause that is no event of its own) tells of again.

        `back`: the toll itself points back, as a former one does.
        """
        place = self._telling.drafts[index].place
        fits = [
            (abs(s - sentence), i)
            for i in self.fresh
            for s in self._told[i]
            if can_be(place, self._telling.drafts[i].place)
        ]
        back = back or any(
            scene.mention.definite and scene.mention.sentence == sentence
            for scene in self._telling.drafts[index].scenes
        )
        if not fits and back:
            fits = [
                (sentence - s, i)
                for i in self.fresh
                for s in self._told[i]
                if 0 <= sentence - s <= _REACH_ECHO
            ]
        return min(fits)[1] if fits else None

    def _nearby(self, toll: TollMention, sentence: int) -> int | None:
        """The draft told just before a sentence, or just after; rather one of a place named there.

        A toll that rose is no recalled attack's, and the leading one's where no place is named.
        """
        best: tuple[float, int] | None = None
        title = self._telling.reading.sentences[sentence].line == 0
        drafts = self._telling.drafts
        named = named_in(self._places.get(sentence, ()), drafts, self.fresh)
        for index in range(len(self._told)):
            if self._echoes[index] or (toll.updated and index not in self.fresh):
                continue
            if toll.field in self._none[index] and not (toll.zero or toll.updated):
                continue
            cost = self._cost(index, toll, sentence, title=title)
            if cost is not None and named and index not in named:
                cost += _ELSEWHERE
            died = self._gap_to_place(toll, sentence, index) if cost is not None else None
            if died is not None:
                cost = died / PLACE_REACH * _NEAREST
            if cost is not None and toll.updated and index == self.fresh[0]:
                cost = min(cost, _UPDATE)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, index)
        return best[1] if best is not None else None

    def _gap_to_place(self, toll: TollMention, sentence: int, index: int) -> int | None:
        """Characters from the toll to the draft's place behind it, None where it is not near."""
        place = self._telling.drafts[index].place
        gaps = (
            mention.start - toll.end
            for mention in self._places.get(sentence, ())
            if is_one(place, mention.place)
        )
        return min((gap for gap in gaps if 0 <= gap <= PLACE_REACH), default=None)

    def _at_its_place(self, toll: TollMention, sentence: int) -> int | None:
        """The fresh draft of the place that the toll's next words name ("three in Douma")."""
        behind = [
            mention
            for mention in self._places.get(sentence, ())
            if (0 <= mention.start - toll.end <= _PLACE_NEXT and mention.cue in ("in", "at", "on"))
            or (0 <= mention.start - toll.end <= _TOWN_NEXT and self._in_town_of(mention))
        ]
        text = self._telling.reading.text.folded.text
        if not behind or _COMMA.search(text, toll.end, min(m.start for m in behind)):
            return None
        place = min(behind, key=lambda mention: mention.start).place
        drafts = self._telling.drafts
        return next((i for i in self.fresh if is_one(drafts[i].place, place)), None)

    def _cost(self, index: int, toll: TollMention, sentence: int, *, title: bool) -> float | None:
        """How far a draft is from a sentence that holds none, None where it cannot be meant."""
        draft = self._telling.drafts[index]
        told = self._told[index]
        if self._dated_otherwise(draft, sentence, toll):
            return None
        before = [s for s in told if s < sentence]
        after = [s for s in told if s > sentence]
        leads = bool(self.fresh) and index == self.fresh[0]
        if before:
            cost = float(sentence - before[-1])
            reach = float(_REACH_LEAD if leads else _REACH_AFTER)
        elif after and index in self.fresh and (leads or not self._told_above(sentence, draft)):
            cost = after[0] - sentence + 0.5
            reach = float(_REACH_LEAD if leads else _REACH_BEFORE)
            if title and leads:
                cost = _NEAREST
        else:
            return None
        here = [p.place for p in self._places.get(sentence, ()) if p.place is not None]
        place = draft.place
        if place is not None and here and not any(same_place(place, other) for other in here):
            reach = float(_REACH_AFTER) if leads else reach - _ELSEWHERE
            return cost + _ELSEWHERE if cost <= reach + 0.5 else None
        return cost if cost <= reach + 0.5 else None

    def _told_above(self, sentence: int, draft: Draft) -> bool:
        """Whether news was told above a sentence that does not name the draft's place."""
        here = [p.place for p in self._places.get(sentence, ()) if p.place is not None]
        if draft.place is not None and any(same_place(draft.place, place) for place in here):
            return False
        return any(0 <= sentence - s <= _REACH_AFTER for i in self.fresh for s in self._told[i])

    def _dated_otherwise(
        self, draft: Draft, sentence: int, toll: TollMention | None = None
    ) -> bool:
        """Whether all dates of a sentence, of the part that `toll` ends, are not the draft's."""
        dates = self._dates.get(sentence, ())
        if toll is not None:
            text = self._telling.reading.text.folded.text
            dates = [d for d in dates if not _COMMA.search(text, toll.end, d.start)]
        if not dates:
            return False
        interval = draft.date.interval if draft.date is not None else None
        first = interval.start if interval is not None else self._telling.published
        return all(
            dated.interval is not None and (first - dated.interval.end).days > _SLACK_DAYS
            for dated in dates
        )


_FRESH = frozenset({Role.MAIN, Role.SECONDARY})
