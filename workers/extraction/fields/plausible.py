"""Place mentions that cannot be meant: words that only look like names, things named after towns.

Place in the flow: between the place finder and the scenes. A mention that is not plausible keeps
its span and loses its place, so that indexes between mentions hold.
"""

import re
from dataclasses import replace
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.places.quarters import HOME_WORDS
from workers.extraction.places.said import as_said
from workers.extraction.reading import Text
from workers.extraction.telling.agreement import names_its_province
from workers.model import Place, WherePrecision
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_TINY_MAX = 3
"""Letters up to which an Arabic word is a particle sooner than a town, unless a place noun says
otherwise.
"""
_TEMPORARY = ("الموقته", "المؤقته")
_TOWNS = frozenset({"city", "capital", "admin1", "country"})
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
    return as_said(_provinces(tuple(_as_area(place) for place in kept), text), text)


_CITY_NOUNS = ("مدين", "city", "town")
_PROVINCES = (
    "محافظ",
    "ولاي",
    "اقليم",
    "مقاطع",
    "قطاع",
    "province",
    "governorate",
    "strip",
    "region",
)
_NOUN_REACH = 14


def _provinces(places: tuple[PlaceMention, ...], text: Text) -> tuple[PlaceMention, ...]:
    """The mentions, a bare name read as the province's where the text names only the province.

    "غارات في البيضاء ... شرق محافظة البيضاء": no town of that name is spoken of.
    """
    folded = text.folded.text
    provinces: dict[str, Place] = {}
    towns: set[str] = set()
    for mention in places:
        place = mention.place
        if place is None or place.admin1 in _CAPITALS:
            continue
        if mention.kind != "admin1" and not names_its_province(place):
            continue
        key = f"{place.country_code} {place.admin1 or place.name}"
        words = folded[max(0, mention.start - _NOUN_REACH) : mention.end]
        if mention.direction == "centre" or holds_one(words, _CITY_NOUNS):
            towns.add(key)
        elif mention.kind == "admin1" and holds_one(words, _PROVINCES):
            provinces.setdefault(key, place)
    if not provinces:
        return places
    return tuple(
        replace(mention, place=wide, kind="admin1")
        if mention.place is not None
        and mention.kind in _SEATS
        and mention.resolved_by == "table"
        and names_its_province(mention.place)
        and (key := f"{mention.place.country_code} {mention.place.admin1}") not in towns
        and (wide := provinces.get(key)) is not None
        else mention
        for mention in places
    )


_SEATS = frozenset({"city", "town"})
_CAPITALS = frozenset(
    {"Sanaa", "Damascus", "Baghdad", "Beirut", "Kabul Province", "Tripoli", "Tehran", "Cairo",
     "Khartoum", "Ankara", "Tunis", "Algiers", "Banadir"}
)  # fmt: skip
"""Provinces of which news that names their capital mean the city."""


_LOOK_BACK = 34
# A ship, a person, an operation that bears a town's name.
_NAMED_AFTER: Final = Pattern(
    r"(?:\bاسم|\bتدعي|\bيدعي|\bالمدعو|\bالملقب|\bnamed|\bcalled)(?: ال)?\W*$"
)
# "the MSC Alanya", "the tanker Marlin Luanda", "السفينة «إم إس سي ألانيا»".
_SHIP: Final = Pattern(
    r"(?:\b(?:msc|mv|m/v|mt|ss|uss|hms|ins|cgm|maersk)"
    r"|\b(?:ship|vessel|tanker|carrier|freighter|frigate|destroyer|trawler|ferry|liner|yacht)s?)"
    r"(?P<name> [\"']?(?:[\w'-]+ ){0,2})$"
    r"|(?:سفين|ناقل|مدمر|فرقاط|بارج|يخت|زورق|حامل)\w*(?: \w+){0,3} [\"«“](?:[\w-]+ ){0,3}$"
)
_SETTLEMENT: Final = Pattern(r"مستوطن\w*\W+(?:\w+\W+)?$|\bsettlement of $")
_SETTLED = frozenset({"IL", "PS", "SY"})
# Phrases in which a town's name is a word. "صالة" is a quarter of Taiz, "الصعيد" a district of
# Shabwah, "الحدود الشمالية" a province of Saudi Arabia, "النيل الأزرق" one of Sudan.
_IDIOM = re.compile(
    r"\b[وف]?علي (?:ذات |نفس )?ال?صعيد\b"
    r"|صاله (?:ال)?(?:افراح|اعراس|عزاء|العاب|رياض\w+|مغلقه|كبري|سينما|طعام|مناسبات|مطار|وصول|"
    r"مغادره|انتظار|عرض|عروض|قمار|تحرير|رقص)"
    r"|\bرومانيا كاثوليكيا\b|\bقبه الحديده\b|\bالقبه الحديده\b"
    r"|(?<!منطقه )(?<!امير )الحدود الشماليه\b|(?<!منطقه )(?<!اقليم )اقصي الشمال\b(?! الكاميرون)"
    r"|(?:(?:سد|نهر|مياه|ضفاف|علي|مجري|في مياه)\w{0,2} )(?:النهضه )?(?:علي )?النيل الازرق"
)
_IDIOMATIC = frozenset(
    {
        "رومانيا",
        "الحديده",
        "الصعيد",
        "صعيد",
        "صاله",
        "الصاله",
        "الحدود الشماليه",
        "النيل الازرق",
        "اقصي الشمال",
    }
)
_IDIOM_BEFORE, _IDIOM_AFTER = 16, 24


def _is_namesake(place: PlaceMention, text: Text) -> bool:
    """Whether something else bears the name, or a settlement's name is that of a town far away."""
    if place.place is None:
        return False
    folded = text.folded.text
    if place.name_local in _IDIOMATIC and any(
        found.start() < place.end and found.end() >= place.end
        for found in _IDIOM.finditer(
            folded, max(0, place.start - _IDIOM_BEFORE), place.end + _IDIOM_AFTER
        )
    ):
        return True
    since = max(0, place.start - _LOOK_BACK)
    if _NAMED_AFTER.search_cut(folded, since, place.start) or _names_ship(place, text):
        return True
    if place.place.country_code in _SETTLED:
        return False
    return _SETTLEMENT.search_cut(folded, since, place.start) is not None


def _names_ship(place: PlaceMention, text: Text) -> bool:
    """Whether it ends a ship's name: in English all words from the ship on are written large."""
    folded = text.folded.text
    found = _SHIP.search_cut(folded, max(0, place.start - _SHIP_REACH), place.start)
    if found is None or not found["name"]:
        return found is not None
    start, end = text.folded.original(place.start - len(found["name"]), place.end)
    return all(word.strip("\"'")[:1].isupper() for word in text.original[start:end].split())


_SHIP_REACH = 44
"""Characters from the word for a ship to the end of its name (chosen)."""


def _as_area(mention: PlaceMention) -> PlaceMention:
    """A front of a war is an area, however exactly its middle is known."""
    place = mention.place
    if place is None or mention.kind != "front" or place.where_prec >= WherePrecision.REGION:
        return mention
    return replace(mention, place=replace(place, where_prec=WherePrecision.REGION))


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


def _is_lower_case(place: PlaceMention, text: Text) -> bool:
    if not place.name_local[:1].isascii() or not HOME_WORDS.isdisjoint(
        re.split(r"\W", place.name_local)
    ):
        return False
    start, end = text.folded.original(place.start, place.end)
    return not any(character.isupper() for character in text.original[start:end])


def _is_own(place: PlaceMention) -> bool:
    return place.place is not None and (place.place.place_id or "").startswith(_OWN_TABLE)


def _is_tiny(place: PlaceMention) -> bool:
    if len(place.name_local) > _TINY_MAX or place.place is None or place.name_local.isascii():
        return False
    if _is_own(place) or place.noun_start < place.start or place.kind in _TOWNS:
        return False
    return place.cue != "in"


def _is_temporary_capital(place: PlaceMention, text: Text) -> bool:
    """Whether it is "the Yemeni capital" of "the temporary Yemeni capital Aden"."""
    if "عاصم" not in place.name_local:
        return False
    return text.folded.text[place.end : place.end + 24].lstrip().startswith(_TEMPORARY)
