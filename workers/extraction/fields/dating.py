"""The day of a draft: its own clause's date, else what the article around the clause says.

Place in the flow: after judging, before events. A clause's own date is found by `scenes`; here the
sentence and the article are asked: a day told from another ("a day after the attack"), a date that
belongs to who told of it, a day that the sentences beside name.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime, timedelta

from workers.extraction.dates.finder import DateKind, DateMention
from workers.extraction.fields import day_words as words
from workers.extraction.fields.day_parts import (
    begins_early,
    ended_on,
    goes_back,
    is_late,
    said_behind,
    tells_hour,
    with_evening_before,
)
from workers.extraction.fields.day_parts import days as interval_of
from workers.extraction.reading import Reading
from workers.extraction.telling.agreement import same_place
from workers.extraction.telling.other_days import is_other_day
from workers.extraction.telling.scene_dates import dates_later
from workers.extraction.telling.tellings import Draft, Scene
from workers.model import DateInterval, DatePrecision

_TELLING_KINDS = frozenset({DateKind.ABSOLUTE, DateKind.WEEKDAY, DateKind.RELATIVE})
_AGE_MAX = 3
"""Days before publication of a day that a report names for its own attack beside its clause."""
_ANOTHER_DAYS = 2
"""Days before publication from which a day that an indefinite clause behind an undated lead tells
("an air strike destroyed on Sunday ...") is no longer that of the lead.
"""
_SENTENCES_MAX = 4
_SENTENCES_MAX_CALM = 2
"""Sentences between a clause without a date and the day that is taken for it: one whose sentence
tells of no violence must stand nearer.
"""
_SPEECH_REACH = 64
_SPEECH_AFTER = 40
"""Characters from a verb of saying to the day on which it was said, and from a day to the verb."""
_SAYING = frozenset({"speech", "condemn", "claim", "reaction", "legal", "aftermath"})
_TELLING = frozenset({"speech", "condemn", "claim"})
_RECALLING = frozenset({"background", "pluperfect"})
_AFTER_REACH = 60
"""Characters from "a day after" to the attack that it came after."""
SMALL_HOURS = 6
"""Before this hour what "happened" without a date is as likely the evening before (newswire)."""
_OPENING = 4
_OCCURRED_REACH = 90
_OCCURRED_SENTENCES = 4
"""Characters and sentences from an attack to the day of a sentence that says when it happened."""


class Days:
    """The dates of one article, asked for the day of a draft."""

    def __init__(
        self,
        reading: Reading,
        dates: tuple[DateMention, ...],
        drafts: list[Draft],
        published_at: datetime,
    ) -> None:
        text = reading.text.folded.text
        self.reading, self.drafts = reading, drafts
        self.dates = tuple(date for date in dates if not is_other_day(date, text))
        self.published, self.hour = published_at.date(), published_at.hour
        self._attacks_at = [hit.start for hit in reading.attacks]
        self._violent = {reading.sentence_at(at) for at in self._attacks_at}
        self._sayings = [cue for cue in reading.cues if cue.entry.cue in _SAYING]
        self._sayings_at = [cue.start for cue in self._sayings]
        self._burials = [cue for cue in reading.cues if cue.entry.id in words.BURIALS]
        self._recalled_at = [cue.start for cue in reading.cues if cue.entry.cue in _RECALLING]
        self._tellers_of: dict[int, list[Draft]] = {}
        self._named = list(self._days())

    def of(self, draft: Draft) -> DateMention | None:
        """The date expression that dates the draft, None where the article has none."""
        told = self._of(draft)
        return with_evening_before(told) if told and ended_on(told, self.reading) else told

    def _of(self, draft: Draft) -> DateMention | None:
        own = draft.date
        if (from_another := self._from_another(draft)) is not None:
            return from_another
        if draft.sure and own is not None and not self._is_anothers(own, draft):
            return self._nearest(draft, own)
        beside = self._occurred(draft) or self._beside(draft)
        if beside is None and own is not None and own.interval is not None and not draft.sure:
            if self._recalls(self.reading.sentence_at(own.start), own.start):
                return self._since(draft)
            return with_evening_before(own) if own.interval.start <= self.published else None
        return beside or self._since(draft)

    def _occurred(self, draft: Draft) -> DateMention | None:
        """The day of a sentence behind the draft that only says when "the attack" happened."""
        told = [scene.mention.sentence for scene in draft.scenes]
        text = self.reading.text.folded.text
        for mention in self.dates:
            sentence = self.reading.sentence_at(mention.start)
            last = max((at for at in told if at <= sentence), default=sentence + 1)
            if not 0 <= sentence - last <= _OCCURRED_SENTENCES or not self._is_day(mention):
                continue
            since = max(self.reading.sentences[sentence].start, mention.start - _OCCURRED_REACH)
            if words.OCCURRED.search(text, since, mention.start) is None:
                continue
            if not any(
                last < scene.mention.sentence <= sentence
                for other in self.drafts
                for scene in other.scenes
                if other is not draft
            ):
                return mention
        return None

    def _since(self, draft: Draft) -> DateMention | None:
        """What has gone on since a day just past began on it ("clashes since Thursday evening")."""
        for mention in self.dates:
            told = mention.interval
            if (
                mention.kind is DateKind.PERIOD
                and told is not None
                and told.precision == DatePrecision.DAY
                and 0 < (self.published - told.start).days <= _AGE_MAX
                and any(_holds(scene, mention) for scene in draft.scenes)
            ):
                return mention._replace(interval=interval_of(told.start, self.published))
        return None

    def _is_anothers(self, own: DateMention, draft: Draft) -> bool:
        """Whether the draft's day is older news that a later clause tells anew, not its first.

        An article of the days after goes back to its attack so, as does "the blast".
        """
        dating = next((scene for scene in draft.scenes if scene.date is own), None)
        first = _first(draft)
        if dating is None or dating is first or first.date is not None or own.interval is None:
            return False
        if dating.mention.sentence == first.mention.sentence:
            return False
        if self._burials or goes_back(dating.mention, first.mention, self.reading):
            return False
        if "pluperfect" in dating.mention.cues and tells_hour(self.reading, first.mention.sentence):
            return True
        return (self.published - own.interval.end).days >= _ANOTHER_DAYS

    def _from_another(self, draft: Draft) -> DateMention | None:
        """The day told from another: "a day after the attack", "on Friday ... the night before".

        Only the clause that tells of the attack first is asked, and not if it has its own day
        behind those words.
        """
        first = _first(draft)
        for mention in self.dates:
            if mention.offset_days is None or not (
                first.mention.start <= mention.start < first.mention.end
            ):
                continue
            if draft.sure and (
                draft.date is None or not self._in_sentence_before(draft.date, mention)
            ):
                continue
            told = self._counted(mention, first)
            if told is not None:
                return mention._replace(interval=told)
        return None

    def _nearest(self, draft: Draft, own: DateMention) -> DateMention:
        """Of the days that the clause of `own` names, the nearest to its first attack word.

        If it names only that of who told of the attack, another clause of the draft is asked.
        """
        scene = next((scene for scene in draft.scenes if _holds(scene, own)), None)
        if scene is None or scene.long_past or own.kind is DateKind.PERIOD:
            return own
        text = self.reading.text.folded.text
        named = [
            mention
            for mention in self.dates
            if _holds(scene, mention)
            and self._is_day(mention)
            and not mention.boilerplate
            and (mention is own or not dates_later(scene.mention, mention, self.dates, text))
        ]
        told = [mention for mention in named if not self._is_of_saying(mention)]
        if named and not told:
            told = [date for date in self._told_in_clauses(draft) if self._is_near(date)][:1]
        first = scene.mention.anchors[0]
        nearest = min(
            told or [own],
            key=lambda date: (
                date.start - first.end if date.start >= first.start else first.start - date.end
            ),
        )
        return own if nearest.start == own.start else nearest

    def _told_in_clauses(self, draft: Draft) -> list[DateMention]:
        """The days that clauses of the draft surely tell, without those of who told of it."""
        days = [scene.date for scene in draft.scenes if scene.sure and scene.date is not None]
        return [day for day in days if self._is_day(day) and not self._is_of_saying(day)]

    def _is_near(self, date: DateMention) -> bool:
        told = date.interval
        return told is not None and 0 <= (self.published - told.end).days <= _AGE_MAX

    def _is_day(self, mention: DateMention) -> bool:
        told = mention.interval
        return (
            told is not None
            and mention.kind in _TELLING_KINDS
            and (told.end - told.start).days <= mention.night
            and (mention.night or told.precision == DatePrecision.DAY)
        )

    def _in_sentence_before(self, date: DateMention, mention: DateMention) -> bool:
        sentence_at = self.reading.sentence_at
        return date.start < mention.start and sentence_at(date.start) == sentence_at(mention.start)

    def _counted(self, mention: DateMention, scene: Scene) -> DateInterval | None:
        """The day that the words count from the day named before them in the sentence."""
        text = self.reading.text.folded.text
        days = mention.offset_days or 0
        anchors = [hit.start for hit in (*scene.mention.anchors, *scene.mention.victim_hits)]
        named = self._named_before(mention)
        if mention.kind is DateKind.AFTER_EVENT:
            if any(at < mention.start for at in anchors) or not any(
                0 <= at - mention.end <= _AFTER_REACH for at in anchors
            ):
                return None
            named = named or self._day_told_before(scene)
            day = named.interval.end if named and named.interval else self.published
            early = begins_early(named, self.reading) if named else self.hour < SMALL_HOURS
            if not days and self._opens(self.reading.sentence_at(mention.start), mention):
                late = named is not None and is_late(named, text) and day < self.published
                return interval_of(day, day + timedelta(days=int(late)))
            begin = day - timedelta(days=1 if early and not days else days)
            return interval_of(begin, day - timedelta(days=days))
        if mention.kind is not DateKind.EVENT_RELATIVE or days >= 0 or named is None:
            return None
        if named.interval is None or not (
            any(named.end <= at < mention.start for at in anchors)
            or words.AFTER_WHICH.search(text, named.end, mention.start) is not None
        ):
            return None
        day = named.interval.end + timedelta(days=days)
        return interval_of(day, day)

    def _named_before(self, mention: DateMention) -> DateMention | None:
        """The last single day that the sentence names before the words."""
        sentence = self.reading.sentences[self.reading.sentence_at(mention.start)]
        named = [
            other
            for other in self.dates
            if sentence.start <= other.start < mention.start
            and other.kind in _TELLING_KINDS
            and other.interval is not None
            and other.interval.precision == DatePrecision.DAY
        ]
        return named[-1] if named else None

    def _day_told_before(self, scene: Scene) -> DateMention | None:
        """The day of the attack told last before a clause that is dated from it."""
        before = [
            (_first(draft).mention.start, draft.date)
            for draft in self.drafts
            if draft.sure
            and draft.date is not None
            and self._is_day(draft.date)
            and _first(draft).mention.start < scene.mention.start
        ]
        return max(before, key=lambda told: told[0])[1] if before else None

    def _beside(self, draft: Draft) -> DateMention | None:
        """The day that the sentences around an undated draft name, the nearest first."""
        told = {
            scene.mention.sentence
            for scene in draft.scenes
            if scene.date is None or not scene.sure or scene is _first(draft)
        }
        first = _first(draft).mention.sentence
        timed = tells_hour(self.reading, first)
        best: tuple[int, bool, DateMention] | None = None
        for sentence, mention in self._named:
            gap, after = min((abs(sentence - at), sentence > at) for at in told)
            if gap > (0 if timed else self._reach(sentence, mention)):
                continue
            if sentence != first and self._recalls(sentence, mention.start):
                continue
            if gap and (
                (after and self._opens(sentence, mention))
                or (draft.date is not None and self._tells_another(mention, draft))
            ):
                continue
            if best is None or (gap, after) < best[:2]:
                best = (gap, after, mention)
        return best[2] if best else None

    def _opens(self, index: int, mention: DateMention) -> bool:
        """Whether a sentence opens with the day: it goes on to what happened on another."""
        return mention.start - self.reading.sentences[index].start <= _OPENING

    def _reach(self, sentence: int, mention: DateMention) -> int:
        """How many sentences away a clause may stand that the day is taken for."""
        if mention.interval is None or (self.published - mention.interval.start).days > 1:
            return 0
        return _SENTENCES_MAX if sentence in self._violent else _SENTENCES_MAX_CALM

    def _tells_another(self, mention: DateMention, draft: Draft) -> bool:
        """Whether the day stands in a clause of an attack at another place."""
        tellers = self._tellers(mention)
        return bool(tellers) and not any(_may_agree(draft, other) for other in tellers)

    def _tellers(self, mention: DateMention) -> list[Draft]:
        """The drafts with a clause that holds the mention; each mention is looked up once."""
        found = self._tellers_of.get(mention.start)
        if found is None:
            found = [
                draft
                for draft in self.drafts
                if any(_holds(scene, mention) for scene in draft.scenes)
            ]
            self._tellers_of[mention.start] = found
        return found

    def _days(self) -> Iterator[tuple[int, DateMention]]:
        """The single days of the last days that the story names, with their sentences."""
        text = self.reading.text.folded.text
        for mention in self.dates:
            told = mention.interval
            if told is None or not self._is_day(mention):
                continue
            age = (self.published - told.start).days
            if not 0 <= age <= _AGE_MAX or mention.boilerplate or mention.background_cue:
                continue
            sentence = self.reading.sentence_at(mention.start)
            if sentence in self.reading.skipped or self._is_of_burial(sentence, mention):
                continue
            if age == 0 and text[mention.start : mention.end] in words.BARE_TODAY:
                continue
            if self._is_of_saying(mention, _SAYING if age == 0 else _TELLING):
                continue
            said = said_behind(mention, self.reading)
            if said is not None and not self._attacks(mention.end, said):
                continue
            yield sentence, mention

    def _is_of_saying(self, mention: DateMention, sayings: frozenset[str] = _SAYING) -> bool:
        """Whether the day belongs to who told of the attack, condemned it, was tried for it.

        "The army said on Monday", "the army on Monday said", "دانت الوزارة اليوم".
        """
        sentence = self.reading.sentences[self.reading.sentence_at(mention.start)]
        first = max(sentence.start, mention.start - _SPEECH_REACH)
        last = min(sentence.end, mention.end + _SPEECH_AFTER)
        latin = self.reading.text.folded.text[mention.start].isascii()
        begin, end = bisect_left(self._sayings_at, first), bisect_left(self._sayings_at, last)
        return any(
            not self._attacks(cue.end, mention.start)
            if cue.start < mention.start
            else latin and cue.start >= mention.end and not self._attacks(mention.end, cue.start)
            for cue in self._sayings[begin:end]
            if cue.entry.cue in sayings
        )

    def _is_of_burial(self, index: int, mention: DateMention) -> bool:
        """Whether the dead were buried on the day: no attack word stands nearer to it."""
        sentence = self.reading.sentences[index]
        return any(
            sentence.start <= cue.start < sentence.end
            and not self._attacks(min(cue.end, mention.end), max(cue.start, mention.start))
            for cue in self._burials
        )

    def _attacks(self, start: int, end: int) -> bool:
        """Whether an attack word stands between the positions."""
        return bisect_left(self._attacks_at, start) < bisect_left(self._attacks_at, end)

    def _recalls(self, sentence: int, at: int) -> bool:
        """Whether the sentence recalls something older before the position."""
        start = self.reading.sentences[sentence].start
        return bisect_left(self._recalled_at, start) < bisect_left(self._recalled_at, at)


def _first(draft: Draft) -> Scene:
    """The clause of the body that tells of the draft first."""
    return next((scene for scene in draft.scenes if not scene.in_title), draft.scenes[0])


def _holds(scene: Scene, mention: DateMention) -> bool:
    return scene.mention.start <= mention.start < scene.mention.end


def _may_agree(a: Draft, b: Draft) -> bool:
    """Whether two drafts are one, or may have happened at one place."""
    return a is b or a.place is None or b.place is None or same_place(a.place, b.place)
