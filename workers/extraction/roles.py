"""Whether a draft is news: fresh (main or secondary) or recalled, or no single attack at all.

Place in the flow: after drafts. Decided from the draft's date against the day of publication, from where it
is told, and from the cues of its clauses.
"""

from dataclasses import dataclass
from datetime import date

from workers.extraction.drafts import Draft, Scene
from workers.model import DatePrecision, Role

FRESH_DAYS_MAX = 2
"""A follow-up within about two days that restates an attack is news. Source: labelling rules."""
_LEAD_SENTENCES = 3
_DROPPED = frozenset({"hypothetical", "denied", "exercise", "accident"})
_NOT_ONE = frozenset({"habitual", "aggregate"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article as a whole says: day of publication, genre cues, index of its first sentence read."""

    published: date
    genre: frozenset[str]
    lead: frozenset[int]
    """Indexes of the sentences that make title and lead."""


def scene_counts(scene: Scene) -> bool:
    """Whether a scene tells of an attack that happened: not one feared, planned, denied or rehearsed."""
    mention = scene.mention
    return mention.has_attack and not mention.future and not (mention.cues & _DROPPED)


def role_of(draft: Draft, setting: Setting) -> Role | None:
    """The role of a draft, None for what is no single attack (a campaign, a habit)."""
    scenes = draft.scenes
    led = any(scene.mention.sentence in setting.lead for scene in scenes)
    cues = [scene.mention.cues for scene in scenes]
    day = draft.date.interval if draft.date else None
    if day is not None:
        age = (setting.published - day.end).days
        if day.precision == DatePrecision.DAY:
            if age > FRESH_DAYS_MAX + (1 if led else 0):
                return Role.BACKGROUND
        elif not (day.precision <= DatePrecision.WEEK and age <= 1):
            return Role.BACKGROUND
    if all(cue & _NOT_ONE for cue in cues) and not (led and day is not None):
        return None
    if (day is None or not draft.sure) and all(scene.recalled for scene in scenes):
        return Role.BACKGROUND
    if setting.genre & {"sport", "analysis"}:
        return Role.BACKGROUND
    return Role.MAIN if led else Role.SECONDARY
