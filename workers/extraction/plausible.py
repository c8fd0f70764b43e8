"""Place mentions that cannot be meant: words that only look like names, towns of far countries.

Place in the flow: between the place finder and the scenes. A mention that is not plausible keeps
its span and loses its place, so that indexes between mentions hold.
"""

import re
from collections import Counter
from dataclasses import replace

from workers.extraction.places import PlaceMention
from workers.extraction.reading import Text
from workers.model import WherePrecision
from workers.text.words import holds_one

_TINY_MAX = 3
"""Letters up to which an Arabic word is a particle sooner than a town, unless a place noun says
otherwise.
"""
_LONELY_AGAINST = 3
"""Mentions of another country's places from which one lonely foreign namesake is not believed."""
_TEMPORARY = ("الموقته", "المؤقته")
_OWN_TABLE = "tw:"


def plausible(places: tuple[PlaceMention, ...], text: Text) -> tuple[PlaceMention, ...]:
    """The mentions, those that cannot be meant without a place."""
    kept = tuple(
        replace(place, place=None)
        if _is_lower_case(place, text)
        or _is_tiny(place)
        or _is_temporary_capital(place, text)
        or _is_namesake(place, text)
        or _is_part_of_name(place, text)
        or _is_door(place, text)
        else place
        for place in places
    )
    return _without_lonely(tuple(_as_said(_as_area(place), text) for place in kept))


_LOOK_BACK = 34
_LOOK_AHEAD = 8
# A ship, a person, an operation that bears a town's name.
_NAMED_AFTER = re.compile(r"(?:\bاسم|\bتدعي|\bيدعي|\bالمدعو|\bالملقب|\bnamed|\bcalled)(?: ال)?\W*$")
_NAMING = ("اسم", "دعي", "المدعو", "الملقب", "named", "called")
"""One of these stands wherever something is named after a place."""
_SETTLEMENT = re.compile(r"مستوطن\w*\W+(?:\w+\W+)?$|\bsettlement of $")
_SETTLEMENTS = ("مستوطن", "settlement")
_SETTLED = frozenset({"IL", "PS", "SY"})
# Who speaks, sits or is opened there: the place of an office is not that of an attack.
_OFFICE = re.compile(
    r"(?:\b[ولب]?(?:مراسل|سفير|مكتب|مندوب|مبعوث)\w*"
    r"|\bقياد\w* عمليات(?: (?:شمال|جنوب|شرق|غرب))?"
    r"|\b(?:تدشين|افتتاح|نقل)\b.{0,20}سفار\w*)"
    r"(?: \w+)?(?: في| ب| لدي)? ?$"
    r"|\b(?:correspondent|ambassador|bureau|envoy|reporter|official|authoritie|diplomat)s? "
    r"(?:in|to|at) $"
)
_OFFICES = (
    "مراسل", "عمليات", "سف", "مكتب", "مندوب", "مبعوث", "correspond",
    "ambassad", "bureau", "envoy", "reporter", "official", "authorit", "diplomat",
)  # fmt: skip
"""One of these stands before every place of an office."""
_DATELINE_END = re.compile(
    r"[^a-z\n]{0,30}?(?:\(| - | – | — |, \w{3,9}\.? \d{1,2})"
    r"|, [A-Z][\w .]{2,20}(?:\(| - |, \w{3,9}\.? \d{1,2})"
)
_LOCATIVE = frozenset({"in", "at", "on", "near", "to", "from"})


def _is_namesake(place: PlaceMention, text: Text) -> bool:
    """Whether something else bears the name, or a settlement's name is that of a town far away."""
    if place.place is None:
        return False
    before = text.folded.text[max(0, place.start - _LOOK_BACK) : place.start]
    if holds_one(before, _NAMING) and _NAMED_AFTER.search(before):
        return True
    return (
        holds_one(before, _SETTLEMENTS)
        and place.place.country_code not in _SETTLED
        and _SETTLEMENT.search(before) is not None
    )


_DOOR = re.compile(r"\b(?:قرب|عند|امام|خلف|وراء|من|فتح|يفتح|تفتح|اغلق|طرق|عبر) (?:\w+ )?$")
_DOORS = frozenset({"الباب", "بالباب"})


def _is_door(place: PlaceMention, text: Text) -> bool:
    """Whether "al-Bab" is the door of a building, or one that is opened: nothing says town."""
    if place.name_local not in _DOORS or place.noun_start < place.start or place.cue == "in":
        return False
    before = text.folded.text[max(0, place.start - _LOOK_BACK) : place.start]
    return _DOOR.search(before) is not None and "حلب" not in text.folded.text


_NAME_GOES_ON = re.compile(r" [^\W\d]{2,14}(?: [^\W\d]{2,14})?[»”\"]")
_OPENING_QUOTES = '«“"'


def _is_part_of_name(place: PlaceMention, text: Text) -> bool:
    """Whether it only begins a name in quotes ("Baghdad Today", «بيس غاردن»)."""
    if place.place is None or place.kind in _NAMED_KINDS:
        return False
    folded = text.folded.text
    if holds_one(folded[place.noun_start : place.start], _TOWN_NOUNS):
        return False
    if folded[place.start - 1 : place.start] not in tuple(_OPENING_QUOTES):
        return False
    return _NAME_GOES_ON.match(folded, place.end) is not None


_TOWN_NOUNS = ("مدين", "بلد", "قري", "محافظ", "city", "town", "village", "province")
_NAMED_KINDS = frozenset(
    {"base", "camp", "airport", "field", "site", "hospital", "prison", "mosque"}
)


def _as_said(mention: PlaceMention, text: Text) -> PlaceMention:
    """The mention with the cue of its surroundings: a dateline, an office, a clock, a deed."""
    if mention.place is None or mention.cue in {"dateline", "metonym", "person", "organisation"}:
        return mention
    if _is_dateline(mention, text):
        return replace(mention, cue="dateline")
    before = text.folded.text[max(0, mention.start - _LOOK_BACK) : mention.start]
    after = text.folded.text[mention.end : mention.end + _LOOK_AHEAD]
    if before.endswith("بتوقيت ") or after.startswith(" time"):
        return replace(mention, cue="organisation")
    if holds_one(before, _OFFICES) and _OFFICE.search(before):
        return replace(mention, cue="organisation")
    if (
        mention.kind in {"capital", "city"}
        and mention.cue not in _LOCATIVE
        and _ACTS.search(before)
    ):
        return replace(mention, cue="metonym")
    return mention


# What a government does or has, said with its capital's name. Not "the blast of Kabul", "the attack
# of Paris".
_ACTS = re.compile(
    r"\b(?:\w*(?:تاكيد|اعلان|نفي|دعم|بقياده|بدعم|سيطره|حكومه|قوات|نظام|علاقات|دور|تلعبه|تعتبره|تعتبرها|"
    r"تصنفه|تصنفها|موقف|قرار|"
    r"اتهام|اتهامات|لدي|بين|حلفاء|حليف|حليفه|قالت|اعلنت|اكدت|نفت|تقول|تتهم|تدعم|تدعمها|تدعمه|"
    r"من قبل))\W+(?:\w?ال)?$"
    r"|\b(?:by|between|says|government in|backed by|led by) $"
)


def _is_dateline(mention: PlaceMention, text: Text) -> bool:
    """Whether it opens a line in capitals, a date or a dash after it ("ADEN, Jan 22 (AFP) -")."""
    start, end = text.folded.original(mention.start, mention.end)
    name = text.original[start:end]
    if not (name.isascii() and name.isupper() and len(name) > _TINY_MAX):
        return False
    line = text.original.rfind("\n", 0, start) + 1
    opening = text.original[line:start]
    return (not opening.strip() or (opening.isupper() and "/" in opening)) and bool(
        _DATELINE_END.match(text.original, end)
    )


def _as_area(mention: PlaceMention) -> PlaceMention:
    """A front of a war is an area, however exactly its middle is known."""
    place = mention.place
    if place is None or mention.kind != "front" or place.where_prec >= WherePrecision.REGION:
        return mention
    return replace(mention, place=replace(place, where_prec=WherePrecision.REGION))


def _is_lower_case(place: PlaceMention, text: Text) -> bool:
    if not place.name_local[:1].isascii():
        return False
    start, end = text.folded.original(place.start, place.end)
    return not any(character.isupper() for character in text.original[start:end])


def _is_own(place: PlaceMention) -> bool:
    return place.place is not None and (place.place.place_id or "").startswith(_OWN_TABLE)


def _is_tiny(place: PlaceMention) -> bool:
    if len(place.name_local) > _TINY_MAX or place.place is None or place.name_local.isascii():
        return False
    return not _is_own(place) and place.noun_start >= place.start and place.cue != "in"


def _is_temporary_capital(place: PlaceMention, text: Text) -> bool:
    """Whether it is "the Yemeni capital" of "the temporary Yemeni capital Aden"."""
    if "عاصم" not in place.name_local:
        return False
    return text.folded.text[place.end : place.end + 24].lstrip().startswith(_TEMPORARY)


def _without_lonely(places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    names: dict[str, set[str]] = {}
    votes: Counter[str] = Counter()
    for mention in places:
        if (
            mention.place is not None
            and mention.place.country_code
            and mention.cue not in ("person", "organisation")
        ):
            names.setdefault(mention.place.country_code, set()).add(mention.name_local)
            votes[mention.place.country_code] += 1
    if not votes:
        return places
    places = tuple(
        replace(m, place=None) if _is_bearing(m) and len(_names_of(m, names)) <= 1 else m
        for m in places
    )
    leading, count = votes.most_common(1)[0]
    if count < _LONELY_AGAINST:
        return places
    return tuple(replace(m, place=None) if _is_lonely(m, leading, names) else m for m in places)


# A region named by a bearing alone: another country's if nothing else of its own is named.
_BEARING = re.compile(
    r"(?:ال)?(?:اقصي|شمال|جنوب|شرق|غرب|وسط|ساحل)(?: (?:ال)?(?:شمال|جنوب|شرق|غرب)\w*)*"
)


def _is_bearing(mention: PlaceMention) -> bool:
    return mention.place is not None and _BEARING.fullmatch(mention.name_local) is not None


def _names_of(mention: PlaceMention, names: dict[str, set[str]]) -> set[str]:
    return names.get((mention.place and mention.place.country_code) or "", set())


def _is_lonely(mention: PlaceMention, leading: str, names: dict[str, set[str]]) -> bool:
    place = mention.place
    if (
        place is None
        or place.country_code in (None, leading)
        or _is_own(mention)
        or mention.parent is not None
    ):
        return False
    if place.where_prec >= WherePrecision.ADMIN1:
        return False
    return len(names.get(place.country_code or "", ())) <= 1
