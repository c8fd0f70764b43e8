"""Words of hours and of happening, by which the day of an attack is told beside it.

Place in the flow: under dating. Patterns over folded text, newswire Arabic and English.
"""

import re

BARE_TODAY = frozenset({"اليوم", "today", "this day", "هذا اليوم"})
"""Too common in names and speeches to date an attack beside it."""
BURIALS = frozenset({"burial", "burial-en"})
"""Cues of an article that comes after the news: the dead are buried."""
EARLY = re.compile(r"\b(?:ال)?(?:فجر|ساعات الاولي|dawn|predawn|pre-dawn|early)\b")
LATE = re.compile(r"\b(?:ال)?(?:مساء|ليل|ليله|عشيه|evening|night|late)\b")
# The night after midnight and the morning, as a clause tells them without a day.
HOUR = re.compile(
    r"\b(?:ال)?(?:فجرا?|صباحا?|صبيحه|منتصف الليل|منتصف ليل)\b"
    r"|\b(?:dawn|predawn|pre-dawn|midnight|this morning)\b"
)
_ATTACK = (
    r"(?:هجوم|هجمات|انفجار|تفجير|حادث|حادثه|اعتداء|قصف|غاره|ضربه|عمليه|كمين|اشتباك|اشتباكات|واقعه|"
    r"جريمه)"
)
_HAPPENS = r"(?:وقع|حدث|حصل|جري|اندلع)ت?"
_STRUCK = (
    r"(?:قافله|حافله|سياره|دوريه|عجله|اليه|مركبه|شاحنه|طايره|سفينه|ناقله|قاعده|كنيسه|مسجد|سوق|"
    r"بلده|قريه|مدرسه|مستشفي|حاجز|موكب|مبني)"
)
_STRUCK_EN = (
    r"(?:convoy|bus|minibus|vehicle|car|truck|patrol|motorcade|building|base|outpost|checkpoint|"
    r"church|mosque|market|school|hospital|hotel|camp|ship|vessel|tanker|boat)s?"
)
# Before a day: "the attack" happened on it, or "the bus" was hit.
OCCURRED = re.compile(
    rf"\bال{_ATTACK} (?:\w+ ){{0,3}}?(?:قد )?{_HAPPENS} (?:[^ .،]+ ){{0,7}}$"
    rf"|\bو?(?:قد )?{_HAPPENS} ال{_ATTACK} (?:[^ .،]+ ){{0,7}}$"
    rf"|\bو?كانت? ال{_STRUCK} (?:قد )?(?:اصيب|استهدف|هوجم|تعرض|قصف|انفجر|ضرب|اصطدم)ت? "
    r"(?:[^ .،]+ ){0,7}$"
    rf"|\b(?:the|their|its|his) (?:\w+ ){{0,2}}?{_STRUCK_EN} (?:"
    r"(?:was|were|had been) (?:hit|struck|attacked|targeted|ambushed|bombed|shelled|stormed|"
    r"blown up|rammed)|came under (?:fire|attack)|"
    r"(?:hit|struck|ran over|drove over) (?:the|a|an) (?:\w+ ){0,2}?(?:bomb|mine|device))"
    r" (?:\w+ ){0,6}$"
    r"|\bthe (?:\w+ ){0,2}?(?:attack|blast|explosion|bombing|shooting|strike|raid|ambush|incident|"
    r"shelling|clash|clashes) (?:had )?(?:happened|occurred|took place|came) (?:\w+ ){0,6}$"
)
# Behind "the blast": it is told when it was.
HAPPENED = re.compile(
    rf" (?:\w+ ){{0,2}}?(?:قد )?{_HAPPENS}\b"
    r"| (?:\w+ )??(?:happened|occurred|took place|came)\b"
)
# Around a day: on it a siege ended, which began before it.
SIEGE_ENDED = re.compile(
    r"\b(?:انتهاء|انهاء|نهايه|انتهت?|انهي|انهت|تنهي|ينهي|فك|حسم|تطهير|سيطر\w* علي|استعاد\w*)"
    r" (?:[^ .،,]+ ){0,4}(?:حصار|احتجاز|رهاين|اقتحام|مسلحي|المهاجمين|المسلحين|الفندق)"
    r"|\b(?:ended|ends|end|ending|over|broke|breaking|regained|retook|cleared)\b[^.;]{0,50}"
    r"\b(?:siege|stand-?off|hostage|gunmen|attackers|hotel|assault)"
    r"|\b(?:siege|stand-?off|assault) (?:\w+ ){0,6}?(?:ended|ends|over)\b"
)
SMALL_HOURS = re.compile(
    r"\b(?:ال)?(?:فجر|صباح|منتصف ليل|منتصف الليل|ساعات الاولي)\b"
    r"|\b(?:dawn|predawn|pre-dawn|early|morning|midnight|sunrise|daybreak)\b"
)
"""In or before a day: what ended then had begun on the evening before."""
# Between a day and "the day before": what is told of the day came after the attack.
AFTER_WHICH = re.compile(
    r" (?:after|when|hit by|following|over) | بعد(?:ما| ان| مقتل| هجوم| تفجير) "
)
BETWEEN_NAMES = re.compile(r"[ ،,.:\"()]+")
# Behind a word of killing: a name alone.
NAME_BEHIND = re.compile(
    r" ((?:ال)?[^\W\d]{4,}) (?:في|خلال|مع|علي|اثر|برصاص|بغاره|بانفجار|بتفجير|بهجوم|يوم|فجر|صباح|"
    r"مساء)\b"
)
