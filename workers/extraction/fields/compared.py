"""Attacks that a clause compares its own with: "the first since Washington bombed targets".

Place in the flow: under `parties`, which gives nobody named in such words a part in the attack.
"""

from typing import Final

from workers.extraction.telling.mentions import Mention
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_SPAN = (
    r"(?:نحو |حوالي |قرابه |اقل من |اكثر من )?(?:\d+ |ثلاثه? |اربعه? |خمسه? |سته? |سبعه? |ثمانيه? "
    r"|تسعه? |"
    r"عشره? |عده |بضعه )?(?:يوم|يومين|يوما|ايام|ساعه|ساعتين|ساعات|اسبوع|اسبوعين|اسابيع|شهر|شهرين|"
    r"اشهر|عام|عامين|سنه|سنتين|سنوات|اعوام|دقايق)(?: واحده?)?"
)
_JOINTS: Final = Pattern(
    r"(?<!\w)(?:منذ (?:ان |اخر |بدء )?(?!فجر |صباح |مساء |ليل |ظهر |امس |يوم |ايام |\d)"
    rf"|(?:و?بعد|عقب) {_SPAN} (?:من|علي|عن) |و?غداه "
    r"|since (?:the |an? |last |that |then )?(?!early |late |monday|tuesday|wednesday|thursday|"
    r"friday|"
    r"saturday|sunday|dawn|then)"
    r"|(?:(?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?)) after "
    r"|(?P<reply>و?(?:في )?ردا?[\"']? علي |و?(?:انتقاما|ثارا) (?:من )?|in (?:response|reply) to |"
    r"in (?:retaliation|revenge) for |to avenge ))"
)
_WORDS = ("منذ", "بعد", "عقب", "غداه", "رد", "انتقام", "ثار", "since", "after", "in re", "avenge")
"""One of these stands wherever an attack is compared with another, or answers it."""
_STOPS = ",،;؛.\n"


def compared(clause: Mention, text: str) -> list[tuple[int, int]]:
    """The spans of a clause that tell another attack than its own, half-open.

    Its own is told outside of them: "five killed hours after a strike" has none.
    """
    if not holds_one(text[clause.start : clause.end], _WORDS):
        return []
    mains = [hit.start for hit in clause.attack_hits]
    # "The strikes came in response to" tells of the others.
    told = [hit.start for hit in clause.attack_hits if not hit.is_known]
    found: list[tuple[int, int]] = []
    for joint in _JOINTS.finditer(text, clause.start, clause.end):
        stops = [at for stop in _STOPS if (at := text.find(stop, joint.end(), clause.end)) >= 0]
        span = (joint.start(), min(stops, default=clause.end))
        inside = sum(span[0] <= at < span[1] for at in mains)
        outside = told if joint["reply"] else mains
        if inside and any(not span[0] <= at < span[1] for at in outside):
            found.append(span)
    return found


_CAMPAIGN: Final = Pattern(
    r"\b[وف]?(?:[تي]شن|[تي]خوض|[تي]واصل|[تي]نفذ|[تي]قود|[تي]شهد|[تي]تعرض|[تي]حاصر|"
    r"[تي]قاتل)(?:ون)?\b"
    r"[^.\n]{0,110}\bمنذ (?!الان|فجر|صباح|مساء|ليل|ظهر|امس|اليوم|منتصف|ساع)"
    r"|شبه يومي"
    r"|\bha(?:s|ve) (?:been|long|repeatedly|fought|waged|attacked|"
    r"targeted)\b[^.\n]{0,90}\b(?:since|for) "
    r"(?:(?:early|late|mid) ?-?|the |more than |nearly |over )?(?:\d{4}|january|february|march|"
    r"april|may|"
    r"june|july|august|september|october|november|december|last year|years|months|a decade|a "
    r"year)\b"
)


def goes_on_since_long(clause: Mention, text: str) -> bool:
    """Whether a clause tells of a war or a campaign that has lasted: no news of its own."""
    return _CAMPAIGN.search(text, clause.start, clause.end) is not None
