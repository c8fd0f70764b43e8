"""What the cues of a clause are about: its own attack, an older one, the speech, a fear.

Place in the flow: under mentions, which keeps the cues that bear on the attack told.
"""

import re
from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.telling.cuts import MAIN_KINDS
from workers.extraction.telling.denials import accused_deny_from, denied_from
from workers.extraction.triggers import Hit, between
from workers.text.patterns import Pattern
from workers.text.words import holds_one, listed


def own_cues(
    cues: list[Hit], hits: list[Hit], reading: Reading, span: tuple[int, int]
) -> frozenset[str]:
    """The cues of a clause, "denied" where its own grammar denies all that it tells.

    Not where somebody denies what was told before in the clause: that is in dispute.
    """
    start, end = span
    own = {hit.entry.cue or "" for hit in cues if start <= hit.start < end}
    text = reading.text.folded.text
    since = denied_from(text, start, end)
    if since is None:
        since = accused_deny_from(text, start, end)
        if since is not None and _counts_dead(reading, start):
            since = None
    if _HELPERS.search(text, start, end):
        own.add(ON_HELPERS)
    told = [hit for hit in hits if hit.entry.kind in MAIN_KINDS]
    if since is not None and all(hit.start >= since for hit in told):
        own.add("denied")
    return frozenset(own)


ON_HELPERS = "on_helpers"
"""The cue of a clause that tells how those were hit who came to help: not how the attack began."""
_HELPERS: Final = Pattern(
    r"\b(?:[وفبل]|ب?ال|لل|وال)?(?:تعزيزات|قوه مسانده|قوات مسانده|مسعفين|فرق الانقاذ|"
    r"سيارات الاسعاف)\b"
    r"[^.؛\n]{0,50}?\b(?:في طريق\w*|توجه\w*|متوجه\w*|ارسلت|هرعت|وصول\w*|الي (?:ال)?(?:مكان|موقع))"
    r"|\b(?:reinforcements|rescuers|first responders|rescue team|relief force|ambulances)\b"
    r"[^.;\n]{0,60}?\b(?:on (?:the|their|its) way|en route|rushing|heading|racing|sent to|"
    r"arriv\w+|responding|to the scene)\b"
)


def _counts_dead(reading: Reading, at: int) -> bool:
    """Whether the sentence counts the dead: then the attack was, whoever denies that it was his."""
    sentence = reading.sentences[reading.sentence_at(at)]
    told = between(reading.attacks, sentence.start, sentence.end)
    return any(hit.entry.kind == "victim" for hit in told)


_UNREAL = frozenset({"hypothetical", "exercise"})
_UNREAL_REACH = 40
"""Characters behind the first attack word of a clause in which a fear or a plan can still mean it:
what stands farther behind is what comes of the attack ("... as a precaution").
"""


def is_unreal(hits: list[Hit], cues: list[Hit]) -> bool:
    """Whether a clause speaks of an attack that is feared or rehearsed, not of one told first."""
    doubts = [cue.start for cue in cues if cue.entry.cue in _UNREAL]
    if not doubts or any(cue.entry.cue == "foiled" for cue in cues):
        return False
    main = [hit for hit in hits if hit.entry.kind in MAIN_KINDS]
    told = [hit.start for hit in main if hit.entry.needs is None]
    if not told and not any(cue.entry.cue == "exercise" for cue in cues):
        told = [hit.start for hit in main]
    return not told or min(doubts) <= min(told) + _UNREAL_REACH


_SUPERLATIVE = ("background-superlative", "background-superlative-en")
_AFTER_ENTRY = "background-after-en"
_GOES_ON: Final = Pattern(
    r" ?(?:days|weeks) after the (?:raid|attack|blast|bombing|explosion|assault|strike|ambush|"
    r"killing|shooting|massacre)s?,",
    spaced=True,
)
"""What is told next came after the attack told ("two days after the raid, gunmen killed")."""
_COUNTS_ON: Final = Pattern(r" ?(?:ثاني|ثالث|رابع|خامس) ", spaced=True)


def compares(cue: Hit, hits: list[Hit], reading: Reading) -> bool:
    """Whether a cue only compares an attack with older ones ("the deadliest in years").

    It does not make the attack an old one.
    """
    if cue.entry.id == _AFTER_ENTRY and _GOES_ON.match(reading.text.search, cue.start) is not None:
        return True
    if (
        cue.entry.id not in _SUPERLATIVE
        and _COUNTS_ON.match(reading.text.search, cue.start) is None
    ):
        return False
    return cue.entry.id == _SUPERLATIVE[1] or any(hit.end <= cue.start for hit in hits)


_MEMORY = "background-memory"
_FEAST: Final = Pattern(
    r"(?:ال)?(?:نكبه|نكسه|استقلال|مولد|ميلاد|ثوره|تاسيس|انطلاق|انطلاقه|تحرير|عاشوراء|وفاه|رحيل|وحده|"
    r"خراب|يوم) ",
    spaced=True,
)


def names_feast(cue: Hit, reading: Reading) -> bool:
    """Whether a memory is that of a day of the year, on which the attack fell ("ذكرى النكبة")."""
    if cue.entry.id != _MEMORY:
        return False
    return _FEAST.match(reading.text.search, cue.end + 2) is not None


_EARLIER = "في وقت سابق"
_SAID_BEFORE: Final = Pattern(
    r"\b[وف]?(?:قال|اعلن|ذكر|افاد|اكد|نقل|صرح|اضاف|اوضح|بث|نشر|كشف|زعم|تحدث|اتهم|حمل|رجح)"
    r"(?:ت|وا|تا|ا)?(?: [^\s،.؛]+){0,6}? ?،? ?$",
    spaced=True,
)
_SAID_AFTER: Final = re.compile(
    r"[ ،]{0,3}(?:من )?(?:(?:ال)?(?:يوم|\w{5,8}) ?،? ?)?(?:ب?ان\w{0,2}|عن) "
)
_SAID_REACH = 60


def dates_speech(cue: Hit, hits: list[Hit], reading: Reading) -> bool:
    """Whether "earlier" says when somebody told of the attack ("said earlier that ...")."""
    text = reading.text.search
    if cue.entry.cue != "background" or _EARLIER not in text[cue.start : cue.end + 1]:
        return False
    first = max(0, cue.start - _SAID_REACH)
    said = _SAID_BEFORE.search(text, first, cue.start + 1)
    return (
        said is not None
        and _SAID_AFTER.match(text, cue.end + 1) is not None
        and not any(said.start() <= hit.start < cue.start for hit in hits)
    )


_JOB: Final = Pattern(
    r"\b(?:responsible for|in charge of|(?:head|chief|commander) of|heading|oversaw|overseeing) "
    r"(?:the |its |their )?(?:\w+ ){0,2}$"
    r"|\b(?:ال)?(?:مسوول|قايد|رييس|مشرف)ا? (?:عن |علي )?"
    r"(?:(?:وحده|منظومه|ملف|عمليات|قسم) )?(?:ال)?$",
    spaced=True,
)
_JOB_REACH, _FIRE_REACH = 48, 8
_FIRE = ("fire", "launches", "اطلاق", "نيران", "صواريخ", "مدفعيه", "مسيرات")
"""What an office is of. "Responsible for the rocket attack" tells who did one."""


def is_a_job(hit: Hit, text: str) -> bool:
    """Whether fire or a weapon only says what somebody's office is ("in charge of rocket fire").

    `text`: the spaced form, in which the word stands one character on.
    """
    if not holds_one(text[hit.start + 1 : hit.end + _FIRE_REACH], _FIRE):
        return False
    return _JOB.search(text, max(0, hit.start + 1 - _JOB_REACH), hit.start + 1) is not None


_BOMBS = " bombs "
_BEFORE_NOUN = frozenset(
    listed(
        "two three four five several many twin car truck roadside suicide barrel cluster petrol "
        "pipe nail glide smart guided homemade improvised magnetic sticky parcel letter fire "
        "nuclear dirty aerial explosive gravity the of with by and or more these other dropped "
        "drop drops dropping planted threw hurled hidden its his their no from using mortar"
    )
)
_BEHIND_NOUN = frozenset(
    listed(
        "kill kills killed killing hit hits hitting exploded explode exploding rip ripped rock "
        "rocked went go in at near on outside inside target targeted targeting planted were was "
        "had have left leave wound wounded injure injured tear tore and or that which placed "
        "hidden attached fell fall dropped struck strike detonated made from as to for"
    )
)


def is_bombing(hit: Hit, text: str) -> bool:
    """Whether "bombs" is what an air force does, not what exploded ("Israel bombs the port").

    `text`: the spaced form.
    """
    if not text.startswith(_BOMBS, hit.start):
        return False
    before = text[text.rfind(" ", 0, hit.start) + 1 : hit.start]
    behind = text[hit.end + 2 : max(hit.end + 2, text.find(" ", hit.end + 2))]
    if not before.isalpha() or not behind:
        return False
    return before not in _BEFORE_NOUN and behind not in _BEHIND_NOUN


_LAUNCHING = frozenset({"atlaqa", "launch", "launched"})
_SWEEPS: Final = Pattern(
    r"(?: [^.،؛\n]{0,40}?)? (?:عملي[هت]|حمل[هت])\w{0,3} (?:\w+ ){0,2}?"
    r"(?:تمشيط|تفتيش|دهم|بحث|مداهم\w*|ملاحق\w*|مطارد\w*|امني\w*)\b"
    r"| (?:an? |the |its )?(?:\w+ ){0,3}?(?:sweeps?|manhunt|search|hunt|pursuit|cordon|dragnet|"
    r"clearance operation|rescue operation|evacuation)\b",
    spaced=True,
)
_SWEEPING = "tamasha"
_WITH_FIRE: Final = Pattern(
    r"(?: \w+){0,4}? (?:ب(?:ال)?(?:اسلح|رشاش|نيران|قذايف)\w*|باتجاه|اسفر\w*|ادت?)\b", spaced=True
)


def _is_response(hit: Hit, text: str) -> bool:
    """Whether it only tells that forces search, pursue or seal off ("launched a sweep").

    Not a sweep with gunfire. `text`: the spaced form, in which the word stands one character on.
    """
    if hit.entry.id == _SWEEPING:
        return _WITH_FIRE.match(text, hit.end + 1) is None
    return hit.entry.id in _LAUNCHING and _SWEEPS.match(text, hit.end + 1) is not None


_LEFT = frozenset({"hawn", "lughm-harbi"})
_STORED: Final = Pattern(
    r"\b[وف]?(?:ضبط|ضبطت|ضبطوا|صادر|صادرت|عثر|عثرت|عثروا|(?:ال)?عثور|مخبا|كدس|مستودع|مستودعا|يضم|تضم|"
    r"يحتوي|تحتوي|كميه|كميات|وبداخله\w?|تفكيك|اتلاف|نقل|تهريب)\b[^.؛\n]*$",
    spaced=True,
)
_STORED_REACH = 70
_READY: Final = Pattern(
    r"[^.؛\n]{0,90}?\b(?:[وف]?(?:كان|كانت) (?:س\w+|معد\w*|موجه\w*)|معد(?:ه|ين)? (?:ل|بغرض)|"
    r"موصول\w*|مهيا\w*|جاهز\w*|تستهدف|لاستهداف|لقصف|منصوب\w*)",
    spaced=True,
)
"""Behind them: they were about to be fired."""


def _is_stored(hit: Hit, text: str) -> bool:
    """Whether shells are only found or kept ("a hideout with forty mortar shells")."""
    if hit.entry.id not in _LEFT:
        return False
    if _READY.match(text, hit.end + 1) is not None:
        return False
    return _STORED.search(text, max(0, hit.start + 1 - _STORED_REACH), hit.start + 1) is not None


_RELEASED: Final = Pattern(
    r"\b(?:rescued?|rescues|rescuing|freed?|frees|freeing|released?|releases|recovered) "
    r"(?:(?!from|after|hours|days|on)[\w-]+ ){0,3}$",
    spaced=True,
)
_RELEASED_REACH = 50
_TAKEN = ("kidnapped ", "abducted ", "hijacked ")


def _is_of_the_freed(hit: Hit, text: str) -> bool:
    """Whether it only says of whom somebody freed that they had been taken.

    "Rescued 16 kidnapped women".
    """
    if not text.startswith(_TAKEN, hit.start + 1):
        return False
    first = max(0, hit.start + 1 - _RELEASED_REACH)
    return _RELEASED.search(text, first, hit.start + 1) is not None


_THROWS = ("القت ", "القي ", "القاء ", "تلقي ", "يلقي ", "اسقطت ", "رمت ", "dropp", "drops ")
_HARMLESS: Final = Pattern(
    r"(?: (?!علي |في |قرب |فوق |قنبل|قنابل|برميل|براميل|قذيف|قذايف|صاروخ|صواريخ|عبو|متفجر|حمول|نار)"
    r"[^ .،؛\n]+){0,6}? (?:ال)?(?:منشورات?|مناشير|قصاصات|مساعدات|مساعده|اغاثه|اغذيه|موون|طرودا?|"
    r"امدادات|وجبات|وجبه|ادويه|مواد (?:غذاييه|اغاثيه|طبيه)|زهور|ورودا?)\b"
    r"|(?: (?!on |at |in |near |over |bomb|grenade|explosive|shell|missile|munition|barrel|mine)"
    r"[\w,'-]+){0,5}? (?:leaflets?|flyers|pamphlets|aid|food|supplies|relief|meals|parcels|"
    r"medicines?|flowers|parachutes)\b",
    spaced=True,
)


def _is_harmless(hit: Hit, text: str) -> bool:
    """Whether what was thrown or dropped is leaflets or aid. `text`: the spaced form."""
    if not text.startswith(_THROWS, hit.start + 1):
        return False
    first = text.find(" ", hit.start + 1)
    return _HARMLESS.match(text, first) is not None


def told_hits(hits: list[Hit], text: str) -> list[Hit]:
    """The attack words of a clause but those for an office, or where nobody falls for a search.

    Neither those for shells in store, for leaflets and aid dropped, nor for those whom somebody
    freed.
    """
    told = [
        hit
        for hit in hits
        if not (
            is_a_job(hit, text)
            or _is_stored(hit, text)
            or _is_of_the_freed(hit, text)
            or _is_harmless(hit, text)
        )
    ]
    if any(hit.entry.kind == "victim" for hit in told):
        return told
    return [hit for hit in told if not _is_response(hit, text)]
