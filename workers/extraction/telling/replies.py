"""Strikes that answer an attack, and strikes on what it was launched from: attacks of their own.

Place in the flow: under scenes, which note in each clause what it tells of this. A retaliation is
an incident of its own; a force that fires back at gunmen is part of their clash.
"""

import re
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.telling.mentions import Mention
from workers.model import Weapon
from workers.text.patterns import Pattern

_FAR = frozenset(
    {Weapon.ARTILLERY, Weapon.MORTAR, Weapon.ROCKET, Weapon.MISSILE, Weapon.AIRCRAFT, Weapon.DRONE}
)
REPLIES = frozenset({"radda", "answered"})
"""Attack words that say by themselves that it was answered."""


_ANSWERING = re.compile(
    r" (?:\w+ ){0,2}(?:علي|ب\w+)\b"
    r"| (?:ال)?(?:مدفعيه|طيران|طايرات|مقاتلات|مروحيات|راجمات|سلاح الجو|قوه الجويه|قوات الجويه)\b"
)
_BEFORE: Final = Pattern(
    r"\b(?:ال)?(?:مدفعيه|طايرات|طيران|مقاتلات|صواريخ|راجمات|دبابات)\b[^،.]{0,40}$"
)


def replies_from_afar(mention: Mention, text: str) -> bool:
    """Whether the clause answers an attack with what flies or is fired over a distance.

    An Arabic "ردت" answers with something or somebody: alone it may be another verb.
    """
    if not _FAR.intersection(mention.weapons()):
        return False
    return any(
        hit.entry.id in REPLIES
        and (
            hit.entry.language == "en"
            or _ANSWERING.match(text, hit.end)
            or _BEFORE.search(text, mention.start, hit.start)
        )
        for hit in mention.hits
    )


# What rockets are fired from, as a target. Not the launcher that was found.
_LAUNCHER: Final = Pattern(
    r"\b(?:ال)?(?:منصه|منصات|قاذفه|قاذفات) (?:ال|لل)?(?:اطلاق|صواريخ|صاروخ)"
    r"|\b(?:القاذفه|راجمه|الراجمه)\b|\b(?:عجله|العجله|شاحنه|الشاحنه|المركبه|السياره)"
    r" (?:ال)?(?:اطلاق|راجمه|قاذفه|مستخدمه|التي (?:حملت|استخدمت|انطلقت|اطلقت))"
    r"|\bمواقع (?:ال)?اطلاق|\bموقع (?:ال)?اطلاق|\bمصدر الاطلاق"
    r"|\b(?:launchers?|launch (?:sites?|points?|pads?)|point of origin|launch vehicle)\b"
    r"|\bthe (?:launch )?truck\b"
)
# What is made ready to be fired, as a target ("destroyed a missile that was ready to launch").
_READY: Final = Pattern(
    r"\b(?:missiles?|drones?|rockets?|uavs?|usvs?)\b[^.;\n]{0,70}?\b(?:(?:ready|prepared|preparing|"
    r"about|set|poised) to (?:be )?(?:launch\w*|fire\w*)|being (?:prepared|readied)|"
    r"before (?:it|they) (?:could|were|was)(?: be)? (?:launched|fired))"
    r"|\b(?:صاروخ|صواريخ|مسير|طاير|قذايف)\w*\b[^.؛\n]{0,70}?"
    r"\b(?:معد|مجهز|جاهز|مهيا|تستعد|يستعد)"
    r"\w{0,3} (?:لل?اطلاق|للاطلاق|لاطلاق\w{0,3})|\bقبل (?:اطلاقها|اطلاقه|اطلاقهما|ان تطلق)\b"
)
# Launchers, radars and boats that are the object of a verb of striking: not shot down in flight.
_STRUCK_GEAR: Final = Pattern(
    r"\b(?:destroy\w*|struck|strikes?|hit|targeted) (?:(?!over|in|near|off)[\w-]+ ){0,5}?"
    r"(?:launchers?|launch sites?|missile systems?|surface vessels?|usvs?|control stations?|"
    r"radars?|air defen[cs]e systems?|(?:drones?|missiles?|uavs?) (?:on the ground|in storage))\b"
    r"|\b[وف]?(?:دمرت?|دمروا|تدمير|استهدفت?|استهداف|ضربت?) (?:\w+ ){0,4}?"
    r"(?:منص\w{1,3} (?:ال)?(?:اطلاق|صواريخ)|راجم\w{1,2}|رادار\w{0,2}|زورق\w{0,2} مسير\w*|"
    r"زوارق مسيره)"
)
_HITTING = frozenset({"active", "event", "passive"})
_FLYING = frozenset({Weapon.AIRCRAFT, Weapon.DRONE})


def strikes_launcher(mention: Mention, text: str) -> bool:
    """Whether the clause tells that an aircraft or a gun hit what something was launched from."""
    if _READY.search(text, mention.start, mention.end) and _FAR.intersection(mention.weapons()):
        return any(hit.entry.kind in _HITTING for hit in mention.attack_hits)
    if not _LAUNCHER.search(text, mention.start, mention.end):
        return False
    if not (_FLYING.intersection(mention.weapons()) or replies_from_afar(mention, text)):
        return False
    return any(hit.entry.kind in _HITTING for hit in mention.attack_hits)


def destroys_gear(mention: Mention, text: str) -> bool:
    """Whether a verb of the clause says that launchers, radars or boats were destroyed."""
    verbs = any(hit.entry.kind in _HITTING for hit in mention.attack_hits)
    return verbs and _STRUCK_GEAR.search(text, mention.start, mention.end) is not None


# Where rockets were launched from, read up to the place's name.
_LAUNCHED_AT: Final = Pattern(
    r"\b[وف]?(?:اطلق\w*|انطلق\w*|خرجت?|خرجوا|اطلاق\w*|عبرت)\b[^.؛\n]{0,80}? من "
    r"(?:(?:سياره|عجله|شاحنه|مركبه|مرآب|مراب|منصه)\b[^،.؛\n]{0,45}? (?:في|قرب|عند|داخل) )?"
    r"(?:(?:ال)?(?:محيط|اطراف|مشارف|ريف|بلده|قريه|ناحيه|مدينه|منطقه|مناطق|قضاء|ضواحي|محافظه|داخل|"
    r"شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|حي|جهه|اتجاه|سهل|بساتين|مزارع|اراضي)\w{0,2} ){0,3}$"
    r"|\b(?:ال)?(?:صواريخ|صاروخيه?|صاروخ|قذائف|قذيفه|هاون) من (?:قطاع |جنوب |جنوبي )?(?:ال)?$"
    r"|\b(?:rockets?|missiles?|mortars?|rocket (?:fire|attacks?|barrages?|salvos?)) from (?:the )?$"
    r"|\b(?:launched|fired|left|lobbed) (?:\w+ ){0,4}?from (?:\w+ ){0,4}?"
    r"(?:(?:outside|near|in|at|around|inside|of|the|town|city|village|area|province|district|"
    r"northern|southern|eastern|western|iraqi|syrian|lebanese|yemeni|neighbou?ring|"
    r"\w+['’]s) ){0,6}$"
)
_LAUNCH_REACH = 130
"""Characters before a place in which words say that something was launched from there."""
_BESIDE = 40
"""Characters behind a place of launching within which another only tells where that lies."""
_WHERE_IT_LIES = re.compile(
    r"(?:['’]s)?[\s،,(]*(?:(?:في|ب|قرب|ريف|محافظه|قضاء|التابعه ل\w*|شمالي?|جنوبي?|شرقي?|غربي?|من|"
    r"in|near|of|the|province|district|governorate|north|south|east|west|northern|southern|eastern|western)\s*){0,4}"
)


def launching_places(mention: Mention, inside: list[PlaceMention], text: str) -> list[PlaceMention]:
    """The places of the clause, in text order, that something was launched from."""
    found: list[PlaceMention] = []
    if not _FAR.intersection(mention.weapons()):
        return found
    for place in inside:
        named_at = place.named_at
        since = max(mention.start, named_at - _LAUNCH_REACH)
        if found:
            told = 0 <= named_at - found[-1].end <= _BESIDE and bool(
                _WHERE_IT_LIES.fullmatch(text, found[-1].end, named_at)
            )
        else:
            told = _LAUNCHED_AT.search(text, since, named_at) is not None
        if told:
            found.append(place)
    return found
