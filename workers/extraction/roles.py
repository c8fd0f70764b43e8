"""The role of a draft: main, secondary, background, or no single attack at all.

Place in the flow: after judging. A draft that is judged fresh is main when title or lead tell it;
one that is not is background, unless it tells of a campaign or a habit.
"""

from workers.extraction.judging import ArticleView
from workers.extraction.mentions import CAMPAIGN
from workers.extraction.tellings import Draft, Scene
from workers.model import DatePrecision, Role

OLD_DAYS = 45
"""A dated attack older than this is recalled whatever else is said (a late toll came 47 days
after once).
"""
_DROPPED = frozenset({"hypothetical", "denied", "exercise", "accident"})


def scene_counts(scene: Scene) -> bool:
    """Whether it tells of an attack that happened: not feared, planned, denied or rehearsed."""
    mention = scene.mention
    return mention.has_attack and not mention.future and not (mention.cues & _DROPPED)


def role_of(draft: Draft, view: ArticleView, *, fresh: bool) -> Role | None:
    """The role of a draft, None for what is no single attack: a campaign, a habit."""
    told = draft.date.interval if draft.date else None
    campaign = all(scene.tally or scene.mention.cues & CAMPAIGN for scene in draft.scenes)
    if campaign and any(scene.tally for scene in draft.scenes):
        return None
    if fresh and not (told is not None and (view.published - told.end).days > OLD_DAYS):
        led = any(scene.mention.sentence in view.lead for scene in draft.scenes)
        return Role.MAIN if led else Role.SECONDARY
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
