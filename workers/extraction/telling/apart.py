"""Clauses that lend an attack no place: they tell another, which it answers or which came later.

Place in the flow: under drafts, before places are weighed.
"""

from workers.extraction.telling.mention_words import CAUSE_JOINTS
from workers.extraction.telling.telling_apart import answers_fronted
from workers.extraction.telling.tellings import Draft, Scene


def set_apart(first: tuple[Draft, Scene], then: tuple[Draft, Scene]) -> None:
    """Notes that neither of an attack and its reply, told in one sentence, lends its place."""
    (draft, before), (other, scene) = first, then
    if before.mention.end == scene.mention.start and (
        answers_fronted(before, scene) or scene.mention.joint in CAUSE_JOINTS
    ):
        draft.apart.append((scene.mention.start, scene.mention.end))
        other.apart.append((before.mention.start, before.mention.end))


def set_others_apart(drafts: list[Draft]) -> None:
    """Notes that a clause of another attack ("later a strike hit") lends none its place."""
    for draft in drafts:
        spans = [
            (scene.mention.start, scene.mention.end)
            for scene in draft.scenes
            if scene.another or scene.one_more
        ]
        for other in drafts:
            if spans and other is not draft:
                other.apart += spans
