"""A place told before that a clause only names by its kind ("the base was shelled").

Place in the flow: under scenes. The noun stands right behind or before an attack word, is definite
and bears no name; the place is the last one of its kind that the article names before.
"""

import re
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_BASES = frozenset({"base", "field", "airport", "camp", "site"})
_TOWNS = frozenset({"town", "village", "settlement"})
# Arabic stem or English noun -> the kinds of place that it can mean.
_KINDS = {
    "قاعده": _BASES, "قاعد": _BASES, "حقل": _BASES, "معسكر": _BASES, "مطار": frozenset({"airport"}),
    "سجن": frozenset({"prison", "site"}), "مخيم": frozenset({"camp"}), "ميناء": frozenset({"port"}),
    "بلده": _TOWNS, "قريه": _TOWNS, "مستوطنه": _TOWNS,
    "base": _BASES, "outpost": _BASES, "airfield": _BASES, "airport": frozenset({"airport"}),
    "camp": _BASES, "prison": frozenset({"prison", "site"}), "port": frozenset({"port"}),
    "town": _TOWNS, "village": _TOWNS,
}  # fmt: skip
_NOUN: Final = Pattern(
    r"\b(?:(?:[وب]?ال|لل)(قاعده|حقل|معسكر|مطار|سجن|مخيم|ميناء|بلده|قريه|مستوطنه)"
    r"(?! (?:ال\w+ )?(?:في|قرب|التي|الذي|الواقع\w*|المقام\w*)\b)"
    r"|the (base|outpost|airfield|airport|camp|prison|port|town|village)"
    r"(?! (?:in|at|near|of|where|that|which)\b))\b"
)
_PART: Final = Pattern(
    r"\b(?:at|on|near|around|inside|outside) the (?:\w+ )?(?:edge|edges|outskirts|gates?|entrance|"
    r"perimeter|vicinity) of $"
    r"|\b(?:في|علي|عند|قرب|داخل) (?:محيط|اطراف|مدخل|بوابه|تخوم|مشارف|وسط) $"
)
"""Before the noun: the part of it that was hit."""
_BESIDE = 16
"""Characters between an attack word and the noun."""
_NOT_AIMED = ("داخل ", "من ", "inside ", "from ")
"""What stands there is no target: guns inside the base, soldiers from it."""
_NAME_GAP = 3


def place_told_before(
    mention: Mention, places: tuple[PlaceMention, ...], text: str
) -> PlaceMention | None:
    """The place that the clause names only by its kind, None where it names none so."""
    for match in _NOUN.finditer(text, mention.start, mention.end):
        beside = any(
            -_BESIDE <= hit.start - match.end() <= _BESIDE
            or 0 <= match.start() - hit.end <= _BESIDE
            for hit in mention.attack_hits
        )
        beside = beside or _PART.search(text, mention.start, match.start()) is not None
        if not beside or _is_named(match, places) or text.endswith(_NOT_AIMED, 0, match.start()):
            continue
        kinds = _KINDS[match.group(1) or match.group(2)]
        before = [
            place
            for place in places
            if place.end <= match.start() and place.kind in kinds and place.place is not None
        ]
        if before and before[-1].start < mention.start:
            noun = match.group(1) or match.group(2)
            called = [place for place in before if noun in text[place.named_at : place.end]]
            return (called or before)[-1]
    return None


def _is_named(noun: re.Match[str], places: tuple[PlaceMention, ...]) -> bool:
    """Whether a name follows right behind the noun or holds it."""
    return any(
        noun.start() - _NAME_GAP <= place.named_at <= noun.end() + _NAME_GAP
        or place.start <= noun.start() < place.end
        for place in places
    )
