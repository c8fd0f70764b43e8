"""Attacks that a court judges: its verdict comes long after, on a day of its own.

Place in the flow: under scenes, which recall such a clause and leave the day of the verdict out.
"""

from typing import Final

from workers.extraction.dates.finder import DateMention
from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern

_COURT = r"(?:ال)?(?:محكم[هت]|محاكم|قضاء|محلفون|محلفين|قاض|قاضي|قاضيه)"
_DECIDES = (
    r"(?:ا?دان|ا?دانت|ادانه|[تي]دين|قضت|قضي|[تي]قضي|حكمت?|[تي]حكم|اصدرت?|[تي]صدر|ايدت?|[تي]ويد)"
)
_CRIME = (
    r"(?:ب(?:ال)?(?:قتل|تفجير|شروع|محاول|تنفيذ|ارتكاب|هجوم|تخطيط|مشارك|ضلوع|تورط|اغتيال|تهم|خطف|"
    r"اختطاف|ذنب)|لقتل|لتنفيذ|لارتكاب|في (?:قتل|تفجير|هجوم|اعتداء|اغتيال))"
)
_VERDICT: Final = Pattern(
    rf"\b[وف]?{_DECIDES} (?:[^\s.؛:]+ ){{0,2}}?{_COURT}\b"
    rf"|\b{_COURT} (?:[^\s.؛:]+ ){{0,4}}?{_DECIDES}\b"
    rf"|\b[وف]?(?:ادين|ادينت|ادينوا|ادينا|مدان|مدانين|ادانه)\b(?:[^\s.؛:]* ){{1,7}}?{_CRIME}"
    rf"|\b[وف]?(?:اقر|اقرت|اقرا|اقروا|[تي]قر|اقرار|اعترف|اعترفت|[تي]عترف)\b"
    r"[^.؛:\n]{0,40}?\bبالذنب\b"
    r"|\b[وف]?(?:ال)?(?:حكم|حكما|احكام|احكاما|سجن|حكمت) (?:[^\s.؛:]+ ){0,2}?"
    r"(?:علي|بحق|بالسجن|بالاعدام|بالموبد|الموبد|مدي الحياه)\b"
    r"|\b(?:pleads?|pleaded|pleading|enter\w+ pleas? of) guilty\b|\bfound guilty\b|\bguilty of\b"
    r"|\b(?:convicted|sentenced|jailed|imprisoned) (?:\w+ ){0,8}?(?:of|for|over|to)\b"
    r"|\b(?:court|jury|judge|tribunal)s? (?:\w+ ){0,3}?(?:convicts|sentences|jails|convicted|"
    r"sentenced|jailed|found)\b"
    r"|\b(?:life|death|prison|jail) (?:sentences?|terms?) for\b|\bgets (?:life|\w+ years) for\b"
)
_AFTER: Final = Pattern(
    r"\b[وف]?(?:بعد|عقب|اثر|احتجاجا علي|ردا علي|رفضا|قبل|after|following|before|over|against)"
    r"(?: ان| ساعات من| ايام من| يوم من| صدور| [Tt]he| an?| his| her| their| \w+ was)?[ ]?$"
)
"""Before a verdict: what is told behind it came of it, or was done beside it."""
_AFTER_REACH = 30


def is_tried(mention: Mention, text: str) -> bool:
    """Whether the clause tells its attack behind words for a verdict, as what it was about."""
    first = min(hit.start for hit in mention.anchors)
    found = _VERDICT.search_cut(text, mention.start, first + _OF_IT)
    if found is None:
        return False
    at = mention.start + found.start()
    return at < first and _AFTER.search(text, max(mention.start, at - _AFTER_REACH), at) is None


_OF_IT = 8
"""Characters of the attack word itself, which may be what somebody is convicted of."""


def without_day_of_verdict(
    mention: Mention, dates: tuple[DateMention, ...], text: str
) -> tuple[DateMention, ...]:
    """The dates but those that stand before the attack of which a court found somebody guilty."""
    if not is_tried(mention, text):
        return dates
    first = min(hit.start for hit in mention.anchors)
    return tuple(date for date in dates if not mention.start <= date.start < first)
