"""The role of a draft: main, secondary, background, or no single attack at all.

Place in the flow: after judging. A draft that is judged fresh is main when title or lead tell it;
one that is not is background, unless it tells of a campaign or a habit.
"""

import re
from datetime import date

from workers.extraction.fields.certainty import is_refuted
from workers.extraction.judging import ArticleView, is_led
from workers.extraction.reading import Reading
from workers.extraction.telling.mentions import CAMPAIGN
from workers.extraction.telling.tellings import Draft, Scene
from workers.extraction.tolls.finder import TollMention
from workers.extraction.triggers import Hit
from workers.model import DatePrecision, Role, SubEventType

OLD_DAYS = 45
"""A dated attack older than this is recalled whatever else is said (a late toll came 47 days
after once).
"""
_DROPPED = frozenset({"denied", "accident", "crime"})
_EXPLAINS = frozenset({"accident-gas", "accident"})
"""Cues of what blew up by itself: a gas cylinder, a short circuit."""
_PLAIN_BLAST = 1.2
"""The vote of words that tell of an explosion and not of what exploded."""


def scene_counts(scene: Scene) -> bool:
    """Whether it tells of an attack that happened: not feared, planned, denied or rehearsed."""
    mention = scene.mention
    return not mention.future and not mention.unreal and not (mention.cues & _DROPPED)


def counting(scenes: list[Scene]) -> list[Scene]:
    """The scenes that count: none of a title that denies what the text below denies, too.

    "X denies the shelling of Y" may deny guilt alone: the text says which.
    """
    denied = any("denied" in scene.mention.cues for scene in scenes)
    return [
        scene
        for scene in scenes
        if scene_counts(scene)
        and not (denied and scene.in_title and "denied_manner" in scene.mention.cues)
    ]


def is_none(draft: Draft, reading: Reading, view: ArticleView) -> bool:
    """Whether it is no attack: an accident, or a mere claim that is refuted beside the news."""
    if is_explained(draft, reading) or is_false_alarm(draft, reading):
        return True
    if is_staged(draft, reading, view):
        return True
    return not is_led(draft, view) and is_refuted(draft, reading)


def is_explained(draft: Draft, reading: Reading) -> bool:
    """Whether the article tells by what accident the explosion came about that the draft tells of.

    Its first clauses name no more than a blast, and nobody is told to have set it off.
    """
    if draft.kind not in (None, SubEventType.REMOTE_EXPLOSIVE, SubEventType.AIR_DRONE_STRIKE):
        return False
    told = [scene for scene in draft.scenes if not scene.in_title] or draft.scenes
    if any(scene.by for scene in draft.scenes) or not _is_plain_blast(told[0]):
        return False
    text = reading.text.folded.text
    return any(
        cue.entry.id in _EXPLAINS
        and reading.sentence_at(cue.start) not in reading.skipped
        and _RULED_OUT.search(text, max(0, cue.start - _RULED_OUT_REACH), cue.start) is None
        for cue in reading.cues
    )


_FALSE_ALARM = frozenset({"false-alarm", "false-alarm-en"})
_HOBBY = "hobby-drone"
_ALARMING = frozenset({SubEventType.SHELLING, SubEventType.AIR_DRONE_STRIKE})
"""Kinds of attack for which sirens sound and air defences fire."""


def is_false_alarm(draft: Draft, reading: Reading) -> bool:
    """Whether a sentence of it or beside it says that it was a false alarm, or somebody's toy."""
    if any(scene.mention.victim_hits for scene in draft.scenes):
        return False
    meant = {_HOBBY, *(_FALSE_ALARM if draft.kind in _ALARMING else ())}
    said = [cue for cue in reading.cues if cue.entry.id in meant]
    told = {scene.mention.sentence for scene in draft.scenes}
    return any(_speaks_of(cue, told, reading) for cue in said)


_STAGED = frozenset({"staged", "staged-en"})
_MURDERS = frozenset({None, SubEventType.ATTACK})


def is_staged(draft: Draft, reading: Reading, view: ArticleView) -> bool:
    """Whether headline or lead says that a killing was faked, which the draft tells."""
    return draft.kind in _MURDERS and any(
        cue.entry.id in _STAGED and reading.sentence_at(cue.start) in view.lead
        for cue in reading.cues
    )


def _speaks_of(cue: Hit, told: set[int], reading: Reading) -> bool:
    """Whether a cue stands in one of these sentences or beside it, and nobody rules it out."""
    at = reading.sentence_at(cue.start)
    if at in reading.skipped or told.isdisjoint(range(at - 1, at + 2)):
        return False
    first = max(0, cue.start - _RULED_OUT_REACH)
    return _RULED_OUT.search(reading.text.folded.text, first, cue.start) is None


def _is_plain_blast(scene: Scene) -> bool:
    hits = [hit for hit in scene.mention.attack_hits if hit.entry.needs is None]
    return bool(hits) and all(
        [kind for kind, _ in hit.entry.votes] == [SubEventType.REMOTE_EXPLOSIVE]
        and hit.entry.votes[0][1] <= _PLAIN_BLAST
        for hit in hits
    )


_RULED_OUT = re.compile(
    r"\b[وف]?(?:نفي|نفت|ينفي|تنفي|نافيا|نافيه|استبعد|استبعدت|مستبعدا|ليس|وليس|لم يكن|لا علاقه|"
    r"ruled out|denied|not)\b[^.؛\n]*$"
)
"""Before words for an accident: it was none."""
_RULED_OUT_REACH = 60


def sums_up(draft: Draft, tolls: tuple[TollMention, ...]) -> bool:
    """Whether each of its clauses counts the victims of weeks or months of attacks, or says so.

    "The UN says 120 were killed in strikes on the town last month" tells of no single attack.
    """
    clauses = [(scene, _tolls_of(scene, tolls)) for scene in draft.scenes]
    own = [toll for _, told in clauses for toll in told]
    return (
        any(toll.toll is not None and toll.toll.high >= _MANY for toll in own)
        and all(toll.since for toll in own)
        and all(told or scene.mention.cues & CAMPAIGN for scene, told in clauses)
    )


_MANY = 5
"""Victims from which a figure may be that of a period: fewer are mostly one attack's (chosen)."""


def _tolls_of(scene: Scene, tolls: tuple[TollMention, ...]) -> list[TollMention]:
    start, end = scene.mention.start, scene.mention.end
    return [toll for toll in tolls if start <= toll.start < end]


def news_day(drafts: list[Draft], published: date) -> date | None:
    """The day of the latest of these drafts that is told as news, None where all are recalled."""
    days = [
        draft.date.interval.end if draft.date and draft.date.interval else published
        for draft in drafts
        if not all(scene.recalled for scene in draft.scenes)
    ]
    return max(days, default=None)


def _is_recollection(draft: Draft, latest: date | None) -> bool:
    """Whether the clause that dates the draft looks back, before the news, at an earlier day."""
    told = draft.date.interval if draft.date and draft.sure else None
    if told is None or latest is None:
        return False
    dating = next((scene for scene in draft.scenes if scene.date is draft.date), draft.scenes[0])
    days = (latest - told.end).days
    if days >= _LOOKING_BACK_DAYS:
        return dating.recalled or "pluperfect" in dating.mention.cues
    return days > 0 and dating.mention.recalls


_LOOKING_BACK_DAYS = 2
"""Days before the news from which words that look back tell of an old attack wherever they stand;
of the day before it they do so only at the opening of a sentence.
"""


def with_listed(drafts: list[Draft], fresh: list[bool]) -> list[bool]:
    """`fresh`, and news, too, what a sentence of news goes on with ("... and two in a raid on Y").

    Or another place of its clause, or the next sentence, hours later ("an hour later three were
    killed by a bomb") or in another attack at a place of its own ("in a separate attack two were
    killed near Y"). Such a clause has few words of its own to be judged by.
    """
    news = [
        scene.mention
        for draft, is_fresh in zip(drafts, fresh, strict=True)
        if is_fresh
        for scene in draft.scenes
        if not scene.in_title and not scene.recalled
    ]
    starts = {mention.start for mention in news}
    ends = {mention.end for mention in news}
    sentences = {mention.sentence for mention in news}

    def goes_on(scene: Scene) -> bool:
        mention = scene.mention
        if scene.another and scene.counted and mention.start in starts:
            return True
        if (
            scene.another
            and mention.sentence - 1 in sentences
            and mention.victim_hits
            and not mention.joint
            and scene.at is not None
            and scene.date is None
        ):
            return True
        return (scene.listed and mention.start in ends) or (
            scene.follows and not sentences.isdisjoint((mention.sentence - 1, mention.sentence))
        )

    return [
        is_fresh
        or (
            any(goes_on(scene) for scene in draft.scenes)
            and not any(scene.recalled for scene in draft.scenes)
        )
        for draft, is_fresh in zip(drafts, fresh, strict=True)
    ]


def role_of(
    draft: Draft, view: ArticleView, *, fresh: bool, latest: date | None = None
) -> Role | None:
    """The role of a draft, None for what is no single attack: a campaign, a habit.

    `latest`: the day of the article's news (`news_day`).
    """
    told = draft.date.interval if draft.date else None
    campaign = all(scene.tally or scene.mention.cues & CAMPAIGN for scene in draft.scenes)
    if campaign and any(scene.tally for scene in draft.scenes):
        return None
    old = told is not None and (view.published - told.end).days > OLD_DAYS
    if fresh and not old and not _is_recollection(draft, latest):
        return Role.MAIN if is_led(draft, view) else Role.SECONDARY
    if campaign:
        return None
    if told is None and not any(scene.recalled for scene in draft.scenes):
        return None
    if (
        told is not None
        and told.precision == DatePrecision.DAY
        and (view.published - told.end).days < 1
    ):
        return None
    return Role.BACKGROUND
