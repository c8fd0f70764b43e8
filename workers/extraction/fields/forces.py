"""The army or organ of state that a mere nationality stands for.

Place in the flow: under `arguments` and `recipients`: "a raid thought to be American", "the
American base of Shaddadi".
"""

import re

from workers.extraction.actors.mentions import ActorMention
from workers.lexicon.actors import ActorTable, CanonicalActor, state_actor_id
from workers.text.words import holds_one


def military_of(mention: ActorMention) -> CanonicalActor | None:
    """The military that a mere nationality stands for: a raid "thought to be American"."""
    if mention.actor is not None or mention.kind != "demonym" or mention.country is None:
        return None
    if mention.head is not None or mention.country in _NO_ARMY:
        return None
    return ActorTable.load().actors.get(state_actor_id(mention.country, "mil"))


_NO_ARMY = frozenset({"PS"})


_MILITARY_SITE = re.compile(
    r"(?:^|[\s\"'(])(?:[وبل]?(?:ل?ال)?)(?:قاعده|قاعدتين?|قواعد|معسكر|ثكنه|حاميه|موقعا?|قوات|جنود|بارجه|"
    r"مدمره|فرقاطه|دوريه|قافله|رتل|مدرعه|دبابه|اليه عسكريه|عربه عسكريه|سياره عسكريه|"
    r"عربه مدرعه|ناقله جند|نقطه مراقبه|برج مراقبه|"
    r"قنصليه|سفاره|بعثه)\b[^.،؛:\n]{0,32}$"
)
_OF_TROOPS = re.compile(
    r"[^.,;:\n]{0,28}?\b(?:troops|forces|soldiers|bases?|outposts?|garrison|personnel|servicem[ae]n|"
    r"service members?|marines|destroyer|warship|navy|"
    r"embassy|consulate|mission|armou?red vehicles?|military vehicles?|army vehicles?|army tanks?|"
    r"military convoys?|patrols?|observation posts?)\b"
)
_DIPLOMATIC = ("سفار", "قنصل", "بعثه", "embassy", "consulate", "mission")
_SITE_REACH = 44


def force_of(mention: ActorMention, text: str) -> CanonicalActor | None:
    """Whose base, troops or embassy a nationality tells of: "the American base of Shaddadi"."""
    if mention.actor is not None or mention.kind != "demonym" or mention.country is None:
        return None
    before = _MILITARY_SITE.search(text, max(0, mention.start - _SITE_REACH), mention.start)
    after = None if before else _OF_TROOPS.match(text, mention.end)
    found = before or after
    if found is None or (before and _are_people(mention, before.group(), text)):
        return None
    organ = "state" if any(word in found.group() for word in _DIPLOMATIC) else "mil"
    return ActorTable.load().actors.get(state_actor_id(mention.country, organ))


_TROOPS = ("جنود", "جندي")


def _are_people(mention: ActorMention, site: str, text: str) -> bool:
    """Whether a nationality is people of its own by its form and no adjective of the word before.

    "قتلت القوات الإسرائيلية فلسطينيين" tells of no Palestinian forces.
    """
    if text.startswith("ال", mention.start) or text.endswith("ال", 0, mention.start):
        return False
    counted = text.endswith(("ين", "ون", "ان", "يا"), mention.start, mention.end)
    return counted and not holds_one(site, _TROOPS)
