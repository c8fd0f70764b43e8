"""Actors of a clause that neither attack nor are attacked in it.

Place in the flow: under `parties`, before an actor is weighed.
"""

from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.claim_phrases import CLAIMED_BY
from workers.extraction.fields.party_forms import shields
from workers.extraction.telling.tellings import Scene
from workers.text.patterns import Pattern


def takes_no_part(scene: Scene, actor: ActorMention, text: str) -> bool:
    """Whether an actor is an outlet, owns what follows, or only shot down what was fired.

    Nor has a part here who is only said to claim it (`claims` reads that), or the country in which
    the town before it lies, or who is accused of hiding behind civilians.
    """
    return (
        actor.kind == "outlet"
        or _owns(actor, text)
        or shields(text, actor)
        or CLAIMED_BY.search_cut(text, scene.mention.start, actor.start) is not None
        or _tells_where(scene, actor, text)
        or _SHIELDED.match(text, actor.end) is not None
    )


_SHIELDED: Final = Pattern(
    r"[\"']? (?:(?:من|ب) ?)?[\"'«]?(?:باستخدام|استخدام|باتخاذ|اتخاذ|بالاحتماء|بالاختباء)\b"
    r"[^.؛\n]{0,40}?(?:دروع|درع|ستار|رهاين)"
    r"|(?:'s)? (?:of )?(?:using|hiding behind|use of) [^.;\n]{0,40}?human shields?"
)
"""Behind whom somebody accuses of hiding behind civilians: of no attack."""


def _owns(actor: ActorMention, text: str) -> bool:
    """Whether a country only owns what follows: "Yemen's Houthis"."""
    return actor.kind == "metonym" and text.startswith("'s ", actor.end)


def _tells_where(scene: Scene, actor: ActorMention, text: str) -> bool:
    """Whether a country only tells where the town before it lies ("in Tripoli, Libya")."""
    at = scene.at
    if actor.kind != "metonym" or at is None or at.place is None:
        return False
    if at.place.country_code != actor.country or not at.start < actor.start:
        return False
    return actor.start < at.end or text[at.end : actor.start] == ", "
