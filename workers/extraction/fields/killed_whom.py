"""Whom an actor behind "killed" killed, in Arabic order: "قتلت الشرطة مسلحا".

Place in the flow: under `parties`. Without one behind it, who stands behind the verb is the dead.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.verb_parts import BODY
from workers.text.patterns import Pattern

_LOOK_BACK = 26
_ATTACKED = re.compile(
    r"[\"']?(?: (?!و)\w+){0,2} (?:(?:بعدما|بعد ان|اثر|عقب) )?(?:طعن|دهس|هاجم|نفذ|حاول|اطلق|فجر|صدم|"
    r"(?:طعنه|دهسه|مهاجمته|تنفيذه|محاولته|اطلاقه|شروعه))"
    r"(?:ت|وا)?\b"
)
"""Behind whom they killed: he had attacked, and that is the attack."""
_KILLED: Final = Pattern(rf"\b[وف]?[يت]?قتلت? {BODY}(?:ال)?[\"']?$")
_OBJECT = re.compile(
    r"[\"']? (?!(?:[^.،؛\n]{0,20} )?(?:وا?(?:صيب|جرح|قتل|ستشهد|عتقل)\w*|واصابه|وجرح|ومقتل|وفقد\w*|"
    r"[يت]بلغ|بالغ\w*|عمره\w?|العمر)\b|و(?:خطف|اسر))"
    r"(?:[^.،؛\n]{0,20} )?(?:عددا|عشرات|\d+\b(?! عام| سن[هو])|اكثر من|ما لا يقل|نحو|"
    r"حوالي|شخصا|شخصين|مدنيا|مدنيين|رجلا|رجلين|امراه|طفلا|طفلين|شابا|شابين|جنديا|جنديين|عاملا|"
    r"عاملين|شرطيا|شرطيين|صحفيا|"
    r"اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره)\b"
    r"|[\"']? (?:(?:ال)?\w+[يه] )?(?:فتي|فتاه|طفله|(?:مسلح|مستوطن|متظاهر|مقاتل|عنصر|قيادي|ضابط|"
    r"مواطن|مزارع|فلسطيني|اسراييلي|لبناني|سوري|عراقي|يمني|مصري|سوداني|كردي|افغاني|باكستاني)(?:ا|ين)|قايدا|عناصر)\b"
)
"""Whom the actor behind "killed" killed: then it is the subject, not the dead."""
_KNOWN_OBJECT = re.compile(
    r"[\"']?(?: (?:ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)|امس|اليوم|يوم|صباح|مساء|فجر|ليل)"
    r"){0,3} ال(?:مسعف|ممرض|صحفي|صحافي|مصور|طبيب|مراسل|شاب|فتي|فتاه|طفل|شهيد|سيده|ناشط|مزارع|صياد|"
    r"راعي|معلم|طالب|عامل|مسن|محامي|قاضي|شيخ|امام|اسير|مواطن|فلسطيني|لبناني|سوري|عراقي|يمني|كردي)"
    r"\w{0,2}\b"
)
"""The same, known: behind an indefinite subject no adjective ("قتل قناص إسرائيلي المسعفة")."""
_OFFICER = re.compile(
    r"[\"']? (?:قايد|قياديا|نايب|مدير|رييس|محافظ|حاكم|عضو|زعيم|امام|خطيب|مختار|عمده|شيخ|نجل|شقيق|"
    r"مساعد|مستشار|مسوول|قاضي|احد|احدي|افراد|ضباط) "
    r"(?!في |علي |من (?!عناصر|افراد|قاد|ابناء|وجهاء|ضباط))\w{2,}"
)
"""Whom it killed, told by his office: behind a group or a force, which has none itself."""
_FORCES = ("الجيش", "القوات", "الشرطه", "الامن", "الاحتلال")
"""Bodies, behind which a known person is no adjective."""
_PERSONS = frozenset({"leader", "official", "civil", "facility"})


def is_killed_by(actor: ActorMention, doer: ActorMention, start: int, text: str) -> bool:
    """Whether he is whom the actor before him killed, in Arabic order ("killed the police X")."""
    if actor.head == "force":
        return False  # "the Israeli forces a Palestinian": it borrows their noun
    counted = killed_by(doer, max(start, doer.start - _LOOK_BACK), text)
    return counted is not None and counted.start() <= actor.start <= counted.end() + 1


def killed_by(doer: ActorMention, since: int, text: str) -> re.Match[str] | None:
    """Whom an actor right behind "killed" killed, as far as words for people follow him."""
    if _KILLED.search_cut(text, since, doer.start) is None:
        return None
    return _killed(doer, text)


def _killed(doer: ActorMention, text: str) -> re.Match[str] | None:
    killed = _OBJECT.match(text, doer.end)
    if killed is None and (
        not text.startswith("ال", doer.start) or text.startswith(_FORCES, doer.start)
    ):
        killed = _KNOWN_OBJECT.match(text, doer.end)
    if killed is None and doer.head not in _PERSONS:
        killed = _OFFICER.match(text, doer.end)
    return None if killed is None or _ATTACKED.match(text, killed.end()) else killed
