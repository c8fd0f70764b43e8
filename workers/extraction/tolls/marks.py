"""What the words around a toll say of it: claimed, on top of another, of several attacks, whose.

Place in the flow: under `tolls`, which asks these questions of every figure. Patterns over folded
text; a cheap look for their words comes before each. Source: own reading of agency style.
"""

import re
from typing import Final

from workers.extraction.tolls.cues import ATTACKERS_AFTER
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_CLAIM: Final = Pattern(
    r"(?:^|[\s\"،,])[وف]?(?:مدعيا|مدعيه|ادعي|ادعت|يدعي|تدعي|زعم|زعمت|يزعم|تزعم|زاعما|زاعمه|"
    r"ان مقاتليها|ان مقاتليه|ب?انها قتلت|ب?انه قتل|مرجحا|مرجحه|رجح|رجحت|يرجح|توقع|توقعت|متوقعا|"
    r"احتمال|claim(?:ed|ing|s)(?! (?:at least |more than |about |the )?(?:[\w,]+ )?lives"
    r"| (?:responsibility|credit|the (?:attack|ambush|bombing|assault|raid|strike|blast))\b)"
    r"|boasted|boasting|alleged|alleging|expected to|may rise|could rise|likely to rise|"
    r"(?:taliban|shabaab|shabab|isis|islamic state|boko haram|group|insurgents|rebels|houthis?)"
    r"(?:'s|'| spokesman| said| put))\b[^.،,;\n]{0,90}$"
    r"|\b(?:says?|said|saying|claim\w*) (?:that )?(?:it|they|its \w+|their \w+)"
    r"(?: had| have)? \w+[^.;\n]{0,80}$"
)
_CLAIM_REACH = 110


_TOOK_LIVES: Final = Pattern(
    r"\bclaim(?:s|ed|ing) (?:at least |more than |about )?[\w,-]+(?: \w+)? lives\b"
)
_TOOK_REACH = 20
_DOUBTED: Final = Pattern(
    r"[ ،,]*(?:an? (?:\w+ )?(?:number|figure|toll|count) [^.;\n]{0,40}\b(?:not|never|denied|denies|"
    r"rejected|disputed|dismissed|called)\b"
    r"|(?:و?هو )?(?:ال)?(?:رقم|عدد|حصيله) [^.؛;\n]{0,25}(?:نف|كذب|تكذيب|لم |لا |غير |مبالغ|تعذر))"
)
"""Behind a figure and its noun: others do not bear it out."""
_DOUBT_REACH = 24
_MIGHT: Final = Pattern(
    r"(?: \w+)? (?:might|may|could) (?:be dead|have (?:died|been killed|perished)|be buried)\b"
)
"""Behind a figure: nobody knows yet."""


def is_claimed(text: str, start: int, end: int) -> bool:
    """Whether a claim or an expectation stands before the figure, or a doubt behind it."""
    if _TOOK_LIVES.search(text, max(0, start - _TOOK_REACH), end + _TOOK_REACH):
        return False
    if _CLAIM.search(text, max(0, start - _CLAIM_REACH), start) or _MIGHT.match(text, end):
        return True
    comma = max(text.find(",", end, end + _DOUBT_REACH), text.find("،", end, end + _DOUBT_REACH))
    return comma >= 0 and _DOUBTED.match(text, comma) is not None


_FOUGHT = re.compile(
    r"قوات الامن|الشرطه|رجال الامن|قوي الامن|الامن |تبادل|اشتباك|تصفيه|police|security forces|"
    r"security guards|shoot-?out|gun ?battle|firefight"
)


_ON_TOP: Final = Pattern(
    r"(?:^|[\s،])[وف]?(?:كما|ايضا|كذلك|بالاضافه الي|اضافه الي|also|a further|an additional)"
    r" (?:[^ .،,؛;\n]+ ){0,4}$"
    r"|\b[وف]?(?:قتل|قتلت|قضي|قضت|استشهد|سقط|توفي|اصيب|جرح) معه(?:ا|م|ما)? $"
)
_MORE: Final = Pattern(r" (?:ايضا|كذلك|also\b)")
_MORE_PEOPLE: Final = Pattern(r"\w+ more\b")
_ON_TOP_REACH = 80
_WITH = re.compile(
    r"\b(?:was|is|been) (?:killed|shot dead|assassinated|martyred|wounded|injured|hurt),? "
    r"(?:(?:along|together) )?(?:with|alongside) $"
)
_WITH_REACH = 40


def with_one(text: str, start: int) -> bool:
    """Whether those counted fell with one told before ("he was killed with his wife")."""
    before = max(0, start - _WITH_REACH)
    return text.endswith(("with ", "alongside "), 0, start) and (
        _WITH.search(text, before, start) is not None
    )


_UNCOUNTED: Final = Pattern(
    r",? and (?:several|many|some|dozens of|scores of|an unknown number of|a number of) "
    r"(?:of )?(?:other|more|members|their|his|her|relatives|neighbou?rs)\b"
    r"|[،,]? (?:و|مع |برفقه )(?:غيرهم\b|عددا? (?:اخر )?من (?:ال)?"
    r"(?:افراد|اقارب|مرافق|ابنا|مدنيين|جنود|عناصر))"
)


def and_uncounted(text: str, end: int) -> bool:
    """Whether others, who are not counted, fell with those of a figure."""
    return _UNCOUNTED.match(text, end) is not None


def on_top(text: str, start: int, end: int) -> bool:
    """Whether the words around a figure say that it comes on top of those told before."""
    if _MORE.match(text, end) or _MORE_PEOPLE.match(text, start):
        return True
    return _ON_TOP.search(text, max(0, start - _ON_TOP_REACH), start) is not None


_SEVERAL: Final = Pattern(
    r"\b(?:ال)?(?:هجمات|تفجيرات|اعتداءات|حوادث|عمليات)"
    r" (?:ال)?(?:متفرقه|منفصله|مختلفه|متزامنه|متتاليه)"
    r"|\b(?:ال)?(?:هجوم|تفجير|انفجار|اعتداء|حادث|عمليت)(?:ين|ان)\b|سلسله (?:هجمات|تفجيرات|اعتداءات)"
    r"|\b(?:two|three|four|five|twin|double|separate|several|multiple|series of|string of|wave of)"
    r" (?:[\w-]+ ){0,2}(?:bombs|bombings|attacks|blasts|explosions|shootings|incidents|strikes)\b"
    r"|\bbombs at two\b"
)
_SEVERAL_REACH = 90


def of_several(text: str, start: int, end: int) -> bool:
    """Whether the figure's sentence part counts the dead of several attacks."""
    first, last = max(0, start - _SEVERAL_REACH), end + _SEVERAL_REACH
    before = text[first:start]
    first += max(before.rfind("."), before.rfind("\n"), before.rfind("؛")) + 1
    after = text[end:last]
    stops = [at for at in (after.find("."), after.find("\n"), after.find("؛")) if at >= 0]
    last = end + min(stops) if stops else last
    return _SEVERAL.search(text, first, last) is not None


_OFFICIAL = (
    "رسمي", "سانا", "مصدر عسكري", "وزار", "الشرط", "الجيش", "المحافظ", "state media",
    "state news", "state tv", "official", "ministry", "police", "army",
)  # fmt: skip
_UNOFFICIAL = (
    "المرصد", "ناشط", "نشطاء", "شهود", "حقوقي", "تنسيقي", "monitor", "observatory", "activist",
    "witness", "rights group", "صفحات", "سكان", "اهالي", "residents", "social media",
)  # fmt: skip
"""Who counts for a state, and who counts beside it: of two figures the state's leads."""
_SOURCE_BEFORE, _SOURCE_AFTER = 160, 30
"""Characters before and after a figure in which its source is named (chosen)."""
_RIVAL_REACH = 240


def is_unofficial_rival(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether activists or a monitor give the figure, and a state the one near `before`."""
    if start - before[1] > _RIVAL_REACH:
        return False
    if not holds_one(text[before[1] : end + _SOURCE_AFTER], _UNOFFICIAL):
        return False
    first = max(0, before[0] - _SOURCE_BEFORE)
    return holds_one(text[first : min(start, before[1] + _SOURCE_AFTER)], _OFFICIAL)


_TELL: Final = (
    r"(?:قال|ذكر|اعلن|احص|تحدث|سجل|وثق|تسلم|اورد|افاد|اكد|قدر|رصد|اشار|نقل|تقول|يقول|تتحدث|يتحدث|"
    r"تقدر|يقدر|تشير|يشير|تذكر|يذكر)(?:ت|ي|وا|ا)?\b"
)
_SET_AGAINST: Final = Pattern(
    rf"\b[وف]?(?:بينما|فيما|في حين|لكن|لكنها?|غير ان|الا ان|بيد ان|اما|في المقابل|بالمقابل|"
    rf"من جهت\w+|من جانب\w+|بدور\w+) (?:[^ .؛;\n]+ ){{0,8}}?[فو]?{_TELL}"
    rf"|\b[وف]?{_TELL}(?: عن)? (?:مصدر|مصادر|مسوول|مسوولون|طبيب|وسايل|تقارير|جهات|روايه) "
    r"(?:[^ .،,؛;\n]+ )?(?:اخر|اخري|اخرون|محليه?|طبيه?|اهليه?|غير رسميه)\b"
    r"|\bحصيله (?:اعلي|ادني|اقل|اكبر|اثقل|مختلفه|مغايره|اخري)\b"
    r"|\b(?:while|whereas|but|however|although|though|for (?:its|his|her|their) part)\b"
    r"[^.;\n]{0,80}? (?:said|says|put|puts|reported|reports|counted|counts|gave|gives|listed|lists|"
    r"spoke|speaks|told|recorded|estimated|cited)\b"
    r"|\b(?:another|other|a second|separate|some|local) (?:\w+ ){0,2}"
    r"(?:sources?|officials?|reports?|accounts?|outlets?|residents?|medics|doctors?|witness(?:es)?)\b"
    r"|(?<!they )\b(?:put|puts) (?:the|its|their|his) (?:\w+ )?"
    r"(?:number|toll|figure|count|tally|dead)\b"
    r"|\b(?:spoke|speaks|spoken) of\b"
    r"|\ba (?:higher|lower|different|separate) (?:\w+ )?(?:toll|figure|count|number|tally)\b"
)
"""Between two figures: somebody else gives the second."""
_SINCE_THEN: Final = Pattern(
    r"\b(?:لاحقا|لاحق|فيما بعد|ارتفعت?|ارتفاع|جديده?|اخر حصيله|محدثه|later|updated?|latest|rose|"
    r"risen|rising|climbed|new|now|since|revised|raised)\b"
)
"""Between two figures: the second is the newer one."""
_AUTHORITY: Final = Pattern(
    r"\b[وفبل]?(?:ال)?(?:محافظ|والي|حاكم|عمده|قايممقام|قايمقام|مدير|وزير|وزاره|حكومه|رياسه|نيابه|شرطه|"
    r"جيش|دفاع المدني|صحه)\b"
    r"|\b(?:governors?|mayor|minister|ministry|government|prosecutors?|police|army|officials?)\b"
)
"""Who speaks for a state or a province: the second of two such figures is as good as the first."""


def is_set_against(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether somebody else than gave the figure `before` gives this one beside it.

    Not as a newer one, and not as an authority: of two authorities' figures the higher leads.
    """
    if not 0 <= start - before[1] <= _RIVAL_REACH:
        return False
    against = _SET_AGAINST.search(text, before[1], start)
    return (
        against is not None
        and _SINCE_THEN.search(text, before[1], start) is None
        and _AUTHORITY.search(text, against.start(), start) is None
    )


_DONE_BY = (
    "شنه ",
    "شنها ",
    "نفذه ",
    "نفذها ",
    "ارتكبه ",
    "ارتكبها ",
    "carried out by ",
    "launched by ",
)
"""Before a person: he is the one who attacked."""


_NTH = (
    ("ثان", "second"), ("ثالث", "third"), ("رابع", "fourth"), ("خامس", "fifth"), ("سادس", "sixth"),
    ("سابع", "seventh"), ("ثامن", "eighth"), ("تاسع", "ninth"), ("عاشر", "tenth"),
)  # fmt: skip
_ORDINAL = {word: value for value, words in enumerate(_NTH, start=2) for word in words}
_NTH_AFTER = re.compile(rf" (?P<nth>{'|'.join(arabic for arabic, _ in _NTH)})ه?(?![^\W\d_])")
_NTH_WITHIN = re.compile(
    rf"an? (?:(?P<nth>{'|'.join(english for _, english in _NTH)})|(?P<n>\d+)th) "
)
_DIED_LATER = re.compile(r"متاثر|جراحه|جراحها|اصابته|حروق|وفاه|توفي|died|dies|succumb|death of")
_HAS_DIED = re.compile(r"\b(?:has |had |have )?(?:died|dies)\b(?! in (?:the|a|an) (?!hospital))")
_LATER_REACH, _DEATH_REACH = 40, 120
_SENTENCE_END = (".", ";", "\n")


def nth_victim(text: str, start: int, end: int) -> int:
    """Which of the dead one is who has died of wounds ("a fourth victim died"), 0 where unsaid."""
    nth = _NTH_AFTER.match(text, end) or _NTH_WITHIN.match(text, start)
    if nth is None:
        return 0
    told = text[end : end + _DEATH_REACH]
    told = told[: min((at for mark in _SENTENCE_END if (at := told.find(mark)) >= 0), default=None)]
    if (
        _DIED_LATER.search(text, max(0, start - _LATER_REACH), end + _LATER_REACH) is None
        and _HAS_DIED.search(told) is None
    ):
        return 0
    number = nth.groupdict().get("n")
    return int(number) if number else _ORDINAL[nth["nth"]]


_CALLED = re.compile(r" (?:ال)?(?:ارهابي|تكفيري|متطرف|متشدد|داعشي|جهادي)")


def called_militants(text: str, end: int) -> bool:
    """Whether the noun that ends there is one of armed people who are called militants."""
    return _CALLED.match(text, end) is not None


_SHOT_HIM: Final = Pattern(
    r"(?:علي|صوب|نحو|باتجاه|مع|من) (?:ال)?(?:منفذ|مهاجم|مسلح|انتحاري|ارهابي|معتدي|مطلق النار|طاعن)"
    r"[^.؛\n]{0,50}$"
)
"""Before "brought him down dead": he is the one who attacked."""
_SHOT_REACH = 90


def attackers_own(text: str, start: int, end: int, categories: set[str]) -> bool:
    """Whether those counted are the ones who attacked."""
    if "attacker" in categories:
        return True
    if text[start:end] == "قتيلا" and _SHOT_HIM.search(text, max(0, start - _SHOT_REACH), start):
        return True
    if ATTACKERS_AFTER.match(text, end) or text.endswith(_DONE_BY, 0, start):
        return True
    if _HAD_ATTACKED.match(text, end) and _BY_FORCES.search(text, max(0, start - 60), start):
        return True
    if "militant" in categories:
        return _FOUGHT.search(text, max(0, start - 80), end + 80) is not None
    return False


_HAD_ATTACKED: Final = Pattern(
    r" (?:[^ .،؛\n]+ ){0,3}?(?:(?:بعدما|بعد ان|عقب ان|حين|عندما) (?:طعنت?|دهست?|هاجمت?)"
    r"|(?:بعد|عقب|اثر) (?:ان )?(?:طعنه?|دهسه?|تنفيذه? (?:ل?عمليه |هجوم )?(?:ال)?(?:طعن|دهس|هجوم))"
    r"|(?:طعنت?|دهست?) )"
    r"| (?:\w+ ){0,2}(?:after (?:he|she) (?:had )?|who (?:had )?)"
    r"(?:stabbed|rammed|knifed|ran over)\b"
)
_BY_FORCES: Final = Pattern(
    r"\b[وف]?(?:[يت]?قتلت?|اردت?|[يت]ردي) (?:ال)?(?:قوات|شرطه|جيش|جنود|جندي|شرطي|حرس|امن|قوه|عناصر)"
    r"[^.؛\n]*$"
    r"|\b(?:ال)?(?:قوات|شرطه|جيش|جنود|جندي|شرطي|حرس)\b[^.؛\n]{0,30} "
    r"(?:[يت]قتل|قتلت|[يت]ردي) $"
    r"|\b(?:police|troops|soldiers|forces|officers?|army|military|guards?)\b[^.;\n]* "
    r"(?:killed|shot dead|shot and killed) $"
)
"""Forces killed one; behind him it is told that he had attacked before."""
_DIED_SINCE = re.compile(
    r"(?:متاثر\w{0,3} ب|فارق\w{0,2} الحياه|توفي\w{0,2}|قضوا|من (?:ال)?(?:جرحي|مصابين)|انتشل)"
    r"|[Oo]f (?:their |his |her |the )?(?:wounds|wounded|injuries|injured)|in (?:the )?hospital"
    r"|overnight|succumbed|rubble|انقاض"
)
_SINCE_BEFORE: Final = Pattern(
    r"\b(?:[وب]?وفاه|انتشال(?: جثث| جثامين)?|[وف]?انتشل\w{0,2}|"
    r"after (?:the )?(?:deaths? of )?(?:an?|another|at least)?|"
    r"(?:pulled|recovered|dug out)(?: the bodies of)?) ?$"
)
_SINCE_AFTER: Final = Pattern(
    r"[^.؛;،,\n]{0,40}?(?:متاثر\w{0,3} ب|فارق\w{0,2} الحياه|انتشل\w{0,2}|"
    r"\b(?:died|succumbed|pulled|recovered|found)\b[^.;,\n]{0,24}?\b(?:wounds|injuries|hospital|"
    r"overnight|rubble|debris))"
    r"|[^.؛;،,\n]{0,12}?من (?:ال)?(?:جرحي|مصابين)(?! (?:في|ب))"
    r"|[^.;,\n]{0,12}? of the (?:wounded|injured)\b"
)
_SINCE_REACH, _SINCE_BACK = 80, 24


def died_since(text: str, start: int, end: int) -> bool:
    """Whether the dead are those by whom a toll has grown since: of wounds, from the rubble."""
    if _DIED_SINCE.search(text, max(0, start - _SINCE_BACK), end + _SINCE_REACH) is None:
        return False
    return (
        _SINCE_AFTER.match(text, end, end + _SINCE_REACH) is not None
        or _SINCE_BEFORE.search(text, max(0, start - _SINCE_BACK), start) is not None
    )
