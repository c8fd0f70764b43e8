"""What a place is named for: a dateline, an office, a government, a launch, a part of it.

Place in the flow: asked by `plausible`, between the place finder and the scenes. Only the cue of a
mention changes: how scenes and the choice of a place weigh it.
"""

import re
from dataclasses import replace
from typing import Final

from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Text
from workers.text.patterns import Pattern

_LOOK_BACK = 40
_LOOK_AHEAD = 30
_NO_PLACE_CUES = frozenset({"dateline", "metonym", "person", "organisation"})
_LOCATIVE = frozenset({"in", "at", "on", "near", "to", "from"})
_ACTING_KINDS = frozenset({"capital", "city"})
_LOYAL_KINDS = frozenset({"capital", "city", "country", "admin1"})


def as_said(places: tuple[PlaceMention, ...], text: Text) -> tuple[PlaceMention, ...]:
    """The mentions with the cues of their surroundings."""
    bylines = _bylines(text.folded.text) if places else []
    said = [_as_said(mention, text, bylines) for mention in places]
    for number in range(1, len(said)):
        if _ends_dateline(said[number - 1], said[number], text.folded.text):
            said[number] = replace(said[number], cue="dateline")
        if _is_addressed(said[number - 1], said[number], text.folded.text):
            for at in (number - 1, number):
                said[at] = replace(said[at], cue="metonym")
    for mention in [mention for mention in said if mention.cue == "from"]:
        index = mention.parent
        if index is not None and _lies_around(said[index], mention):
            said[index] = replace(said[index], cue="from")
    return tuple(said)


def _is_addressed(actor: PlaceMention, mention: PlaceMention, folded: str) -> bool:
    """Whether one government does something to another ("تهديد واشنطن دمشق")."""
    one, other = actor.place, mention.place
    return (
        one is not None
        and other is not None
        and mention.cue is None
        and mention.kind in _ACTING_KINDS
        and actor.kind in _GOVERNING
        and one.country_code != other.country_code
        and folded[actor.end : mention.start] == " "
    )


_GOVERNING = frozenset({"country", "capital", "city"})


def _lies_around(mention: PlaceMention, left: PlaceMention) -> bool:
    """Whether a place is what another lies in: that is left with it ("من صعدة شمالي اليمن").

    So is the town that a base lies near ("launched from X air base near Y").
    """
    if not _can_hold(mention, left):
        return False
    if mention.cue == "near" and left.kind in _LAUNCH_SITES and mention.kind in _TOWNS:
        return True
    return mention.cue in _AROUND or mention.direction is not None


def _can_hold(around: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a place can lie in another: "workers from Punjab in Balochistan" are no place."""
    one, other = mention.place, around.place
    if one is None or other is None or one.country_code != other.country_code:
        return one is None or other is None
    if around.kind != "admin1":
        return True
    return mention.kind != "admin1" and one.admin1 in (None, other.name)


_AROUND = frozenset({None, "in", "of"})
_LAUNCH_SITES = frozenset({"base", "airport", "camp", "site", "field", "village", "port"})
_TOWNS = frozenset({"city", "capital", "town"})


def _as_said(mention: PlaceMention, text: Text, bylines: list[tuple[int, int]]) -> PlaceMention:
    if mention.place is None:
        return mention
    if mention.cue == "organisation" and _is_struck(mention, text.folded.text):
        return replace(mention, cue="in")
    if mention.cue in _NO_PLACE_CUES:
        return mention
    if mention.place.place_id == _WEST_BANK and _OF_WATER.match(text.folded.text, mention.end):
        return replace(mention, cue="organisation")
    if mention.name_local in _WHOSE and _OWNED.match(text.folded.text, mention.end):
        return replace(mention, cue="metonym")
    headed = any(start <= mention.start < end for start, end in bylines)
    cue = "dateline" if headed or _is_dateline(mention, text) else _cue(mention, text.folded.text)
    if cue is None and _is_beyond(mention, text.folded.text):
        cue = "from"
    return replace(mention, cue=cue) if cue is not None else mention


_WEST_BANK = "tw:ps:west-bank:admin1"
# Another bank than that of the Jordan: "الضفة التشادية", "الضفة الغربية لنهر الفرات".
_OF_WATER = re.compile(
    r" (?!الفلسطينيه)ال(?:\w{2,}يه|اخري|يمني|يسري|مقابله|ثانيه)\b"
    r"|(?: (?:من|علي))? (?:ل|لل|ال)?(?:نهر|بحيره|قناه|وادي|فرات|دجله|نيل|خابور)\b(?! ال?اردن)"
)

# A building that bears its town's name: it was hit, entered or shelled. Not "بحسب جامعة الموصل".
_BUILDING = (
    r"(?:جامعه|معهد|كليه|مستشفي|بنك|مصرف|مركز|قنصليه|شركه|مبني|مقر|جمعيه)"
    r"(?: (?:شرطه|امن|تدريب|صحي|ثقافي|تجاري))?"
)
_STRUCK: Final = Pattern(
    r"\b[وف]?(?:هز|هزت|ضرب|ضربت|استهدف|استهدفت|استهداف|قصف|قصفت|دمر|دمرت|اقتحم\w{0,2}|اقتحام|"
    r"هاجم\w{0,2}|مهاجمه|طال|طالت|اصاب|اصابت|فجر\w{0,2}|"
    r"(?:هجوم|قصف|غار\w{1,2}|سطو|اعتداء|اطلاق نار)\w{0,2} (?:مسلح |انتحاري |جويه )?(?:علي|في|داخل)|"
    r"داخل|امام|قرب|بالقرب من|محيط|حرم|بوابه|مدخل|في) "
    rf"{_BUILDING} $"
)
_STRUCK_REACH = 50


def _is_struck(mention: PlaceMention, folded: str) -> bool:
    """Whether what bears the town's name is a building that was hit ("هز معهد كرتش")."""
    if mention.kind == "country":
        return False
    named_at = mention.named_at
    return _STRUCK.search_cut(folded, max(0, named_at - _STRUCK_REACH), named_at) is not None


def _is_beyond(mention: PlaceMention, folded: str) -> bool:
    """Whether only a border with it is named."""
    since = max(0, mention.start - _LOOK_BACK)
    return mention.kind in _BEYOND_KINDS and (
        _BORDER_WITH.search_cut(folded, since, mention.start) is not None
    )


def _cue(mention: PlaceMention, folded: str) -> str | None:
    """The cue that the words around it give, None where they give none."""
    if mention.cue == "from":
        named_at = mention.named_at
        for pattern, cue in _LEFT:
            if pattern.search_cut(folded, max(0, named_at - _LOOK_BACK), named_at):
                return cue
    since = max(0, mention.start - _LOOK_BACK)
    if folded.endswith("بتوقيت ", since, mention.start) or folded.startswith(" time", mention.end):
        return "organisation"
    body = _BODY.match(folded, mention.end, mention.end + _BODY_REACH)
    if body or _OFFICE.search_cut(folded, since, mention.start):
        return "organisation"
    if mention.kind in _LOYAL_KINDS and _LOYAL.search_cut(folded, since, mention.start):
        return "metonym"
    if mention.kind not in _ACTING_KINDS:
        return None
    acts = _ANSWERS.match(folded, mention.end, mention.end + _LOOK_AHEAD) is not None
    if mention.cue in _LOCATIVE:
        # "a raid on X, and Ankara strikes ...": the preposition is that of the place before.
        acts = acts and "و" in folded[max(0, mention.start - 1) : mention.start + 1]
    else:
        acts = acts or _ACTS.search(folded[since : mention.start]) is not None
    return "metonym" if acts else None


# What lies on the other side ("near the border with X"). Fire over a border falls there.
_BORDER_WITH: Final = Pattern(
    r"(?<!عبر )(?<!علي )\b(?:ال)?حدود(?: ال\w+){1,2} مع $"
    r"|(?<!across the )(?<!over the )\bborders? (?:\w+ )?with $"
)
_BEYOND_KINDS = frozenset({"country", "admin1", "admin2", "region"})
_WHOSE = frozenset({"u.s", "us", "u.s.a", "usa", "u.k", "uk", "uae"})
"""Short names of countries, which stand before what is theirs ("a U.S. base")."""
_OWNED = re.compile(
    r"\.? (?:\w+ ){0,1}?(?:base|bases|forces?|troops?|soldiers?|servicem[ae]n|personnel|military|"
    r"army|navy|warships?|destroyers?|drones?|jets?|warplanes?|aircraft|strikes?|airstrikes?|air|officials?|"
    r"president|government|embassy|consulate|contractors?|citizens?|convoys?|marines?|central)\b"
)

# The head of a report: city, country and agency ("دبي، الإمارات العربية المتحدة (CNN)--").
_BYLINE = re.compile(r"^[^\n(.؟!]{3,60}\([^)\n]{2,25}\) ?[-—–]", re.MULTILINE)
_BYLINE_END = "("


def _bylines(folded: str) -> list[tuple[int, int]]:
    """The spans of the heads of reports, the agency's name among them."""
    if _BYLINE_END not in folded:
        return []
    return [found.span() for found in _BYLINE.finditer(folded)]


# A part of a place is in it: "مناطق عدة من مديرية التحيتا".
_PART_OF: Final = Pattern(
    r"\b(?:و?ب?ل?(?:ال)?(?:منطقه|مناطق|جزء|جزءا|اجزاء|انحاء|موقع|مواقع|احياء|قري|بلدات|مساح\w{1,3}|"
    r"جانب|ضفه|ضفاف|طرف|اطراف|معظم|غالبيه|قسم|اقسام|نصف|ثلث|شطر|نقاط|شوارع|بالميه|ريف|وسط)"
    r"(?: \w+){0,2}) من ?$"
)
# So far from it: "بالقرب من الموصل", "على بعد 20 كيلومترا من الموصل".
_NEAR: Final = Pattern(
    r"\b[وف]?ب?(?:ال)?(?:قرب|قريب\w{0,2}|مقربه|مسافه|كيلومتر\w{0,3}|كيلو|كلم|كم|امتار|متر|مترا|اميال|ميلا?|"
    r"شمال\w{0,3}|جنوب\w{0,3}|شرق\w{0,3}|غرب\w{0,3})(?: \w+)? من ?$"
)

_LEFT = ((_PART_OF, "in"), (_NEAR, "near"))

# Who speaks, sits or is opened there: the place of an office is not that of an attack.
_OFFICE: Final = Pattern(
    r"(?:\b[ولب]?(?:مراسل|سفير|مكتب|مندوب|مبعوث)\w*"
    r"|\bقياد\w* عمليات(?: (?:شمال|جنوب|شرق|غرب))?"
    r"|\b\w{0,2}(?:تدشين|افتتاح|افتتحت|نقل|نقلت)\b.{0,20}سفار\w*(?: \w+)?)"
    r"(?: \w+)?(?: في| ب| لدي)? ?$"
    r"|(?<!علي )(?<!مبني )(?<!مقر )(?<!داخل )(?<!امام )(?<!قرب )(?<!استهدف )(?<!استهداف )\b"
    r"و?ب?وزاره "
    r"(?:الدفاع|الداخليه|الخارجيه|الاعلام|العدل) (?:(?:التابعه|الخاضعه)(?: \w+){1,3} )?(?:في |ب)?$"
    r"|(?<!علي )(?<!مبني )(?<!مقر )\bجهاز مكافحه الارهاب (?:في |ب)?(?:ال)?(?:اقليم )?$"
    r"|\b(?:بحسب|وفق|وفقا ل|حسب|طبقا ل|نقلا عن) ?(?:ما (?:\w+ ){1,2})?(?:مصدر|مصادر|مسوول\w*|ضابط|"
    r"طبيب|اطباء|شهود|سكان|ناشط\w*)(?: \w+){0,2} (?:في |ب)$"
    r"|\b(?:(?:لجان|لجنه|تنسيقيه|تنسيقيات) (?:ال)?(?:مقاومه|طواري)|(?:غرفه|غرف) (?:ال)?طواري)"
    r"(?: (?:في|مدينه|محليه|ولايه))* (?:ب|ال)?$"
    r"|\b(?:صوت|اذاعه|راديو|قناه|صحيفه|جريده|وكاله|مجله) $"
    r"|\bوكاله (?:ال)?انباء (?:ال\w+ ){0,2}(?:تونس )?$"
    r"|\w*سفار\w*(?: \w+){0,2} الي ?$|\bدعم الشرعيه في ?$|\b(?:مجموعه|لمجموعه) (?:دول )?$"
    r"|\bشريف (?:مقاطعه )?$|\b(?:فيلق|لواء|سرايا|الويه|انتفاضه) $"
    r"|\b(?:correspondent|ambassador|bureau|envoy|reporter|official|authoritie|"
    r"diplomat)s? (?:in|to|at) $"
    r"|\bembass\w+ (?:\w+ ){0,2}to $|\blegitimacy in $"
)
# Whose committee or office speaks: "the Wad Madani resistance committee said".
_BODY: Final = Pattern(
    r" (?:resistance committees?|emergency rooms?|local coordination(?: committees?)?|"
    r"media (?:office|center|centre)|health (?:ministry|department|directorate|authorit\w+))\b"
)
_BODY_REACH = 40
# Whose men they are: "القوات الموالية لأنقرة", "مليشيا مدعومة من طهران".
_LOYAL: Final = Pattern(
    r"\b(?:ال)?(?:موالي\w*|مناهض\w*|معادي\w*|حليف\w*|مقرب\w*|خاضع\w*|تابع\w*|منتمي\w*) "
    r"(?:ل|من |الي )$"
    r"|\b(?:ال)?(?:مدعوم\w*|ممول\w*) من (?:قبل )?$"
    r"|\b(?:loyal|allied|close|linked) (?:to|with) $|\b(?:backed|funded|supported) by $"
)
# What a government does or has, said with its capital's name. Not "the blast of Kabul", "the attack
# of Paris".
_ACTS = re.compile(
    r"\b(?:\w*(?:تاكيد|اعلان|نفي|دعم|بقياده|بدعم|سيطره|حكومه|قوات|نظام|بحق|علاقات|دور|تلعبه|تعتبره|تعتبرها|"
    r"تصنفه|تصنفها|موقف|قرار|"
    r"اتهام|اتهامات|لدي|بين|حلفاء|حليف|حليفه|قالت|اعلنت|اكدت|نفت|تقول|تتهم|تدعم|تدعمها|تدعمه|"
    r"تنحي|تلقي|تنفي|ترفض|تصر|تطالب|تعتبر|تهدد|هددت|اتهمت|دعت|حذرت|ضد|من قبل))\W+(?:\w?ال)?$"
    r"|\b(?:ال)?(?:اتفاق\w{0,2}|سلام|محادثات|مفاوضات|هدنه|حوار|صفقه|تفاهم\w{0,2}|تحالف)"
    r" (?:\w+ )?مع $"
    r"|\b(?:by|between|says|government in|backed by|led by) $"
    r"|\b[ولف]?(?:حملت|تحمل|علقت|تعلق|بررت|اوضحت|ابدت|اعربت|ارسلت|طلبت|ابلغت|توعدت|اعترفت|اقرت|"
    r"امرت|جددت|التزمت|تشنه|تشنها|شنته|شنتها|تنفذه|تنفذها|نفذته|نفذتها|تقوده|تقودها|تسوقه) $"
)
# What a capital does itself: "واشنطن ترد", "موسكو تحذر". Not "الرياض تتعرض لقصف".
_ANSWERS: Final = Pattern(
    r" (?:ترد|تنذر|تحذر|تهدد|تتوعد|تندد|تدين|تستنكر|تشجب|تعلن|تكشف|تعترف|تقر|تطلب|تناشد|تحث|"
    r"تشيد|ترحب|تلوح|تحمل|تؤيد|تويد|تنتقد|تستبعد|تستدعي|تطرد|تفرض|تعارض|تقترح|توافق|تتعهد|تستعد|"
    r"تخشي|تراقب|تزود|تسلح|ترسل|تتمسك|تجدد|تبلغ|تبرر|تكذب|تشن|تقصف|تضرب|تغير|تهاجم|تدك|تصعد)\b"
    r"|(?: also)? (?:would|will|may|has|had|did|does|could) (?:(?:not|also|never|yet) )?"
    r"(?:rais|respond|comment|s[ae]y|said|seek|sought|ask|send|sent|den[iy]|claim|warn|vow|accus|"
    r"blam|retaliat|summon|protest|condemn|agree|offer|recall|expel|impos|demand|withdr|suppl|"
    r"promis|pledg|order|reject)\w{0,3}\b"
)
_DATELINE_END = re.compile(
    r"[^a-z\n]{0,30}?(?:\(| - | – | — |, \w{3,9}\.? \d{1,2})"
    r"|, [A-Z][\w .]{2,20}(?:\(| - |, \w{3,9}\.? \d{1,2})"
)
# What a town's dateline names it by ("ERBIL, Kurdistan Region -").
_LINE_BEGINS = re.compile(r" ?(?:[-–—(]|, \w{3,9}\.? \d)")


def _ends_dateline(before: PlaceMention, mention: PlaceMention, folded: str) -> bool:
    """Whether it says in which country or region the town of a dateline lies."""
    return (
        before.cue == "dateline"
        and folded[before.end : mention.start] == ", "
        and _LINE_BEGINS.match(folded, mention.end) is not None
    )


_SHORT = 3
"""Letters up to which capitals may be an abbreviation."""


def _is_dateline(mention: PlaceMention, text: Text) -> bool:
    """Whether it opens a line in capitals, a date or a dash after it ("ADEN, Jan 22 (AFP) -")."""
    start, end = text.folded.original(mention.start, mention.end)
    name = text.original[start:end]
    if not (name.isascii() and name.isupper() and len(name) > _SHORT):
        return False
    line = text.original.rfind("\n", 0, start) + 1
    opening = text.original[line:start]
    return (not opening.strip() or (opening.isupper() and "/" in opening)) and bool(
        _DATELINE_END.match(text.original, end)
    )
