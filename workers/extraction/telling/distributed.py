"""Attacks counted together and told one by one: "two raids, one on X and the other on Y".

Place in the flow: under scenes, which make each of them a scene of its own with the place in its
words, or with the wider one where its own is in no table.
"""

from dataclasses import replace
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.mention_words import AIM_EN, FIRST_OF_SEVERAL
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.tellings import Scene
from workers.model import WherePrecision
from workers.text.patterns import Pattern

_AIM = (
    r"(?=(?:علي|في|ب(?!عد)\w+|قرب|عند|داخل|وسط|محيط|اطراف|سياره|دراجه|منزلا?|مبني|شقه|بلده|قريه|مدينه|حي|"
    r"مدرسه|مسجدا?|سوقا?|مخيم\w*|موقعا?|مقرا?|حافله|"
    r"خيمه|مركزا?|مستودعا?|استهدفت?|طالت?|اصابت?|ضربت?|قصفت?|"
    r"وقعت?|انفجرت?)\b)"
)
_NEXT: Final = Pattern(
    r"\b(?:ف|و)(?:ال)?(?:اخري|اخر|ثانيه|ثاني|ثالثه|ثالث) "
    + _AIM
    + r"|(?:,|;| and| while|, and) (?:the |an?)?(?:other|another|second|third)(?: one)?"
    r"(?: strike| raid| attack| bomb| blast| shell| rocket| missile| drone)? (?:"
    + AIM_EN
    + r"|(?=[a-z'-]+(?: [a-z'-]+){0,2} (?:on|in|early|late) ))"
)
_LISTED = 1.0
"""Points more for the place that one of several attacks names."""


def told_one_by_one(scene: Scene, text: str) -> list[Scene]:
    """The scene, and one more for each further attack that its clause counts with the first."""
    first, spans = _others(scene.mention, text)
    if not spans:
        return [scene]
    begun = spans[0][0]
    parts = [(first, begun), *spans]
    if not _tells_own_dead(scene.mention, parts, text):
        parts.pop()
    made = [_at(scene, [(p, place) for p, place in scene.places if place.start < begun])]
    for start, end in spans:
        inside = [(p, place) for p, place in scene.places if start <= place.start < end]
        wide = [(p, place) for p, place in scene.places if _is_wide(place) and place.start < begun]
        one = _at(scene, [(p + _LISTED, place) for p, place in inside] or wide)
        made.append(replace(one, another=True))
    for one in made:
        one.counted = True
    for one, part in zip(made, parts, strict=False):
        one.part = part
    return made


def _at(scene: Scene, places: list[tuple[float, PlaceMention]]) -> Scene:
    return replace(scene, places=places) if places else scene


def _is_wide(mention: PlaceMention) -> bool:
    place = mention.place
    return place is not None and place.where_prec >= WherePrecision.ADMIN1


_OWN_DEAD: Final = Pattern(
    r"\b(?:حيث|و?(?:ادت|اسفرت|اوقعت|خلفت|قتلت|(?:قتل|اصيب) فيها?)|"
    r"التي (?:قتل|ادت|اسفرت)|"
    r"where|in which|(?:which|that) (?:killed|left|wounded)|and (?:killed|left|wounded))\b"
)
"""In the words of the last attack: who died in it alone."""


def _tells_own_dead(mention: Mention, parts: list[tuple[int, int]], text: str) -> bool:
    """Whether who died behind the last attack died in it, and not in all that are told together.

    Where an earlier one counted its own, or where words tie them to it.
    """
    last = parts[-1][0]
    if any(parts[0][0] <= hit.start < last for hit in mention.victim_hits):
        return True
    return _OWN_DEAD.search(text, *parts[-1]) is not None


def _others(mention: Mention, text: str) -> tuple[int, list[tuple[int, int]]]:
    """Where a clause begins to tell its attacks one by one, and the spans from the second one."""
    first = FIRST_OF_SEVERAL.search(text, mention.start, mention.end)
    if first is None:
        return mention.start, []
    starts = [match.start() for match in _NEXT.finditer(text, first.end(), mention.end)]
    spans = list(zip(starts, [*starts[1:], mention.end], strict=True)) if starts else []
    return first.start(), spans
