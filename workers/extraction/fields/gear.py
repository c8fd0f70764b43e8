"""The part of an actor where launchers and rockets are destroyed before they fire.

Place in the flow: under `parties`, before an actor is weighed.
"""

import re

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party import Party
from workers.extraction.fields.verb_parts import VERB_GAP
from workers.extraction.telling.tellings import Scene

_POINTS = 1.8
"""Points of who is sure to have destroyed them, or to have owned them."""
_DAY = re.compile(r",? (?:(?:late|early) )?(?:on )?(?:sun|mon|tues|wednes|thurs|fri|satur)day")
"""Between a subject and its verb: the day."""


def at_gear(scene: Scene, actor: ActorMention, text: str) -> Party | None:
    """The part of an actor where launchers are destroyed: their owner stands behind the verb."""
    hits = scene.mention.attack_hits
    if not (scene.destroys_gear or scene.strikes_launcher) or actor.speaker or not hits:
        return None
    verb = hits[0]
    arabic = verb.entry.language == "ar" and 0 <= actor.start - verb.end <= VERB_GAP
    gap = _DAY.sub("", text[actor.end : verb.start]) if actor.end <= verb.start else None
    subject = gap is not None and len(gap) <= VERB_GAP
    if verb.entry.kind != "noun" and (subject or arabic):
        return Party(actor, _POINTS, 0.0)
    return Party(actor, 0.0, _POINTS) if actor.head == "weapon" else None
