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
    r"(?: strike| raid| attack| bomb| blast)? (?:"
    + AIM_EN
    + r"|(?=[a-z'-]+(?: [a-z'-]+){0,2} (?:on|in|early|late) ))"
)
_LISTED = 1.0
"""Points more for the place that one of several attacks names."""


def told_one_by_one(scene: Scene, text: str) -> list[Scene]:
    """The scene, and one more for each further attack that its clause counts with the first."""
    spans = _others(scene.mention, text)
    if not spans:
        return [scene]
    begun = spans[0][0]
    made = [_at(scene, [(p, place) for p, place in scene.places if place.start < begun])]
    for start, end in spans:
        inside = [(p, place) for p, place in scene.places if start <= place.start < end]
        wide = [(p, place) for p, place in scene.places if _is_wide(place) and place.start < begun]
        one = _at(scene, [(p + _LISTED, place) for p, place in inside] or wide)
        made.append(replace(one, another=True))
    for one in made:
        one.counted = True
    return made


def _at(scene: Scene, places: list[tuple[float, PlaceMention]]) -> Scene:
    return replace(scene, places=places) if places else scene


def _is_wide(mention: PlaceMention) -> bool:
    place = mention.place
    return place is not None and place.where_prec >= WherePrecision.ADMIN1


def _others(mention: Mention, text: str) -> list[tuple[int, int]]:
    """The spans of a clause that tell of the second attack and those after it."""
    first = FIRST_OF_SEVERAL.search(text, mention.start, mention.end)
    if first is None:
        return []
    starts = [match.start() for match in _NEXT.finditer(text, first.end(), mention.end)]
    return list(zip(starts, [*starts[1:], mention.end], strict=True)) if starts else []
