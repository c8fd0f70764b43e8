"""What the words around a toll say of it: claimed, on top of another, of several attacks, whose.

Place in the flow: under `tolls`, which asks these questions of every figure. Patterns over folded
text; a cheap look for their words comes before each. Source: own reading of agency style.
"""

import re

from workers.extraction.tolls.cues import ATTACKERS_AFTER
from workers.text.words import holds_one, is_said

_CLAIM = re.compile(
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
_CLAIMS = (
    "دعي", "دعت", "زعم", "زاعم", "ان مقاتلي", "انها قتلت", "انه قتل", "رجح", "توقع", "احتمال",
    "claim", "boast", "alleg", "expected to", " rise", "taliban", "shab", "isis", "islamic state",
    "boko haram", "group", "insurgents", "rebels", "houthi", "say", "said",
)  # fmt: skip
"""One of these stands wherever a toll is claimed or expected."""


def is_claimed(text: str, start: int) -> bool:
    """Whether a claim or an expectation stands before the figure in its clause."""
    return is_said(text, max(0, start - _CLAIM_REACH), start, _CLAIMS, _CLAIM)


_FOUGHT = re.compile(
    r"قوات الامن|الشرطه|رجال الامن|قوي الامن|الامن |تبادل|اشتباك|تصفيه|police|security forces|"
    r"security guards|shoot-?out|gun ?battle|firefight"
)


_ON_TOP = re.compile(
    r"(?:^|[\s،])[وف]?(?:كما|ايضا|كذلك|بالاضافه الي|اضافه الي|also|a further|an additional)"
    r" (?:[^ .،,؛;\n]+ ){0,4}$"
)
_MORE = re.compile(r" (?:ايضا|كذلك|also\b)")
_MORE_PEOPLE = re.compile(r"\w+ more\b")
_ON_TOP_REACH = 80
_ON_TOP_WORDS = ("كما", "ايضا", "كذلك", "اضافه", "also", "further", "additional")


def on_top(text: str, start: int, end: int) -> bool:
    """Whether the words around a figure say that it comes on top of those told before."""
    if _MORE.match(text, end) or _MORE_PEOPLE.match(text, start):
        return True
    return is_said(text, max(0, start - _ON_TOP_REACH), start, _ON_TOP_WORDS, _ON_TOP)


_SEVERAL = re.compile(
    r"\b(?:ال)?(?:هجمات|تفجيرات|اعتداءات|حوادث|عمليات)"
    r" (?:ال)?(?:متفرقه|منفصله|مختلفه|متزامنه|متتاليه)"
    r"|\b(?:ال)?(?:هجوم|تفجير|انفجار|اعتداء|حادث|عمليت)(?:ين|ان)\b|سلسله (?:هجمات|تفجيرات|اعتداءات)"
    r"|\b(?:two|three|four|five|twin|double|separate|several|multiple|series of|string of|wave of)"
    r" (?:[\w-]+ ){0,2}(?:bombs|bombings|attacks|blasts|explosions|shootings|incidents|strikes)\b"
    r"|\bbombs at two\b"
)
_SEVERAL_REACH = 90
_SEVERAL_WORDS = (
    "متفرق", "منفصل", "مختلف", "متزامن", "متتالي", "هجومين", "هجومان", "تفجيرين", "تفجيران",
    "انفجارين", "انفجاران", "اعتداءين", "اعتداءان", "حادثين", "حادثان", "عمليتين", "عمليتان",
    "سلسله", "bombs", "bombings", "attacks", "blasts", "explosions", "shootings", "incidents",
    "strikes",
)  # fmt: skip


def of_several(text: str, start: int, end: int) -> bool:
    """Whether the figure's sentence part counts the dead of several attacks."""
    first, last = max(0, start - _SEVERAL_REACH), end + _SEVERAL_REACH
    before = text[first:start]
    first += max(before.rfind("."), before.rfind("\n"), before.rfind("؛")) + 1
    after = text[end:last]
    stops = [at for at in (after.find("."), after.find("\n"), after.find("؛")) if at >= 0]
    last = end + min(stops) if stops else last
    return is_said(text, first, last, _SEVERAL_WORDS, _SEVERAL)


_OFFICIAL = (
    "رسمي", "سانا", "وزار", "الشرط", "الجيش", "المحافظ", "state media", "state news", "state tv",
    "official", "ministry", "police", "army",
)  # fmt: skip
_UNOFFICIAL = (
    "المرصد", "ناشط", "نشطاء", "شهود", "حقوقي", "تنسيقي", "monitor", "observatory", "activist",
    "witness", "rights group",
)  # fmt: skip
"""Who counts for a state, and who counts beside it: of two figures the state's leads."""
_SOURCE_BEFORE, _SOURCE_AFTER = 120, 30
"""Characters before and after a figure in which its source is named (chosen)."""
_RIVAL_REACH = 160


def is_unofficial_rival(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether activists or a monitor give the figure, and a state the one near `before`."""
    if start - before[1] > _RIVAL_REACH:
        return False
    if not holds_one(text[before[1] : end + _SOURCE_AFTER], _UNOFFICIAL):
        return False
    first = max(0, before[0] - _SOURCE_BEFORE)
    return holds_one(text[first : min(start, before[1] + _SOURCE_AFTER)], _OFFICIAL)


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


def attackers_own(text: str, start: int, end: int, categories: set[str]) -> bool:
    """Whether those counted are the ones who attacked."""
    if "attacker" in categories:
        return True
    if ATTACKERS_AFTER.match(text, end) or text.endswith(_DONE_BY, 0, start):
        return True
    if "militant" in categories:
        return _FOUGHT.search(text, max(0, start - 80), end + 80) is not None
    return False
