"""Sentences that only say where what was struck lies ("the sites are near X", "aimed at X").

Place in the flow: after placing. Such a sentence holds no attack, so no draft owns its place; it
makes the place of the attack told before it more exact.
"""

from typing import Final

from workers.extraction.fields.placing import Salience, is_coarse, refines
from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft
from workers.text.patterns import Pattern

_SITE = (
    r"(?:مواقع|موقع|منطقه|مناطق|هدف|اهداف|مقر|مقار|مقرات|قاعده|معسكر|مبني|مباني|منزل|قريه|بلده|سوق|"
    r"مسجد|مدرسه|مستشفي|منشاه|منشات|نقطه|نقاط|حاجز|كمين|مكان|مخيم|مستودع|مستودعات|مخازن)"
)
_LIES = r"(?:تقع|يقع|تقعان|يقعان|كانت تقع|كان يقع)"
_PATTERN: Final = Pattern(
    rf"\bال{_SITE}(?: \w+){{0,3}}? {_LIES} "
    rf"|\bو?{_LIES} (?:هذه |هذا |تلك )?ال{_SITE}(?: \w+){{0,2}}? "
    r"(?=في |ب|قرب |علي |الي |شمال|جنوب|شرق|غرب|ضمن |وسط )"
    r"|\b(?:the|these|both|all(?: of the)?)(?: \w+){0,2}? (?:sites?|targets?|locations?|positions?|"
    r"bases?|compounds?|buildings?|villages?|areas?|facilit(?:y|ies)|camps?|depots?|warehouses?)"
    r"(?: \w+){0,2}? (?:(?:is|are|was|were) (?:all )?(?:located|situated|near|in|outside)|lies?) ?"
    rf"|\b(?:ال)?هدف(?:ه|ها|هم)? (?:كان |كانت |هو |هي )?(?={_SITE} |حقل |مطار |مدينه |ميناء )"
    rf"|\b(?:باتجاه|في اتجاه|صوب|نحو) (?={_SITE} |حقل |مطار |ميناء )"
    r"|\bthe (?:intended )?targets? (?:was|were|had been) "
    r"|\b(?:toward|towards|aimed at) (?=the )"
)
_PLACE_REACH = 60
"""Characters between the words that locate and the place that they name."""
_BEFORE = 3
"""Sentences between the attack and the sentence that locates it, at most."""


def located_later(
    drafts: list[Draft],
    located: list[PlaceMention | None],
    salience: Salience,
    reading: Reading,
) -> list[PlaceMention | None]:
    """The places of the drafts, made more exact by sentences that say where the target lies."""
    if not any(place is not None and is_coarse(place) for place in located):
        return located
    text = reading.text.folded.text
    told = [{scene.mention.sentence for scene in draft.scenes} for draft in drafts]
    found = list(located)
    for sentence, span in enumerate(reading.sentences):
        if sentence in reading.skipped or any(sentence in own for own in told):
            continue
        for match in _PATTERN.finditer(text, span.start, span.end):
            place = _place_after(match.end(), sentence, salience)
            if place is not None:
                _refine(found, told, sentence, place)
    return found


def _refine(
    found: list[PlaceMention | None], told: list[set[int]], sentence: int, place: PlaceMention
) -> None:
    """Takes the place for the attack told last before its sentence whose place it refines."""
    before = [
        (max(s for s in own if s < sentence), -index)
        for index, own in enumerate(told)
        if min(own) < sentence
    ]
    for last, negative in sorted(before, reverse=True):
        wide = found[-negative]
        if wide is None or sentence - last > _BEFORE or not is_coarse(wide):
            continue
        if refines(wide, place, told=True):
            found[-negative] = place
            return


def _place_after(end: int, sentence: int, salience: Salience) -> PlaceMention | None:
    """The first place that stands after the words, in their sentence."""
    for place, own in zip(salience.places, salience.sentences, strict=True):
        if own == sentence and 0 <= place.start - end <= _PLACE_REACH:
            return place
    return None
