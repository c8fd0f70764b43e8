"""Where a clause stops telling its attack and names the older one that it is measured by.

Place in the flow: under mentions, which are cut there: "the deadliest since | the strike on X last
December, in which 70 died" has its place, day and toll from the older one.
"""

import re
from collections.abc import Sequence
from typing import Final

from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

CULPRITS = "of whom"
"""Stands for all words that say of somebody told which older attack is his (`culprits`)."""
COMPARED_JOINTS = frozenset({"since", "منذ", CULPRITS})
"""What stands between an attack and the older one that it, or somebody in it, is known by."""
_MEASURED: Final = Pattern(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|highest|boldest|fiercest|gravest|"
    r"first|second|third|fourth|fifth|sixth|seventh|latest|most (?:serious|lethal|violent|intense|"
    r"significant|brazen|devastating|deadly))\b[^.;\n]{0,90}? (?P<joint>since) "
    r"|\b(?:ال|و)?(?:اكثر\w*|اعنف\w*|اسوا\w*|اكبر\w*|اشد\w*|اضخم\w*|اقسي\w*|اخطر\w*|اعلي|اول|اولي|"
    r"احدث|ثاني\w?|ثالث\w?|رابع\w?|خامس\w?|سادس\w?|سابع\w?|ثامن\w?)\b[^.؛\n]{0,90}? (?P<at>منذ) "
)
"""A measure, and the word behind which stands the older attack."""
_NAMED = re.compile(
    r"(?:(?!(?:began|begun|started|broke|erupted|ended|came|took|collapsed|fell|as|when|with|and|"
    r"weeks?|months?|years?|decades?|days?|بدء|بدايه|اندلاع|انطلاق|استيناف|تجدد|توقيع|وقف|"
    r"اسبوع\w*|اسابيع|شهر\w*|اشهر|شهور|عام\w*|اعوام|سن[هو]\w*|عقود|ايام|يوم\w*)\b)"
    r"[\w'’\"-]+(?:,(?= \d))? ){0,7}(?:(?:بدء|بدايه|اندلاع|انطلاق|استيناف|تجدد) )?"
)
"""From there to the attack word: the older attack itself, not what it began or ended with."""
_DATE = re.compile(
    r"(?:(?:the|last|early|late|mid|a|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|then|war|truce|ceasefire|[\d-]+),? )*"
)
_THAT = re.compile(r"ان (?:\w+ ){0,3}")
"""Between there and a verb: who did it, in Arabic behind "that"."""
OWN_AGAIN: Final = re.compile(
    r"[,،](?! ?(?:(?:in|by|of|during|after) (?:which|whom)\b|(?:that|which|when|where|who|whose)\b|"
    r"\d{4}\b|(?:last|early|late)\b|(?:الذي|التي|اللذين|اللتين|اللذان|اللتان|الذين|حين|حينما|"
    r"عندما|حيث|عام|في عام)\b|و\w+ (?:\w+ )?(?:فيه|فيها|خلاله|خلالها|انذاك|ضحيته|ضحيتها|حينها)\b))"
)
"""A comma behind which the clause speaks of its own attack again."""
_KILLING = re.compile(
    r" ?(?:killing|wounding|injuring|leaving|(?:م)?ما (?:ادي|اسفر|اوقع|خلف)|مخلف\w*|موقع\w*) "
)
"""Behind it, who died: those of the older attack where the clause has counted its own."""


def compared_cuts(text: str, start: int, end: int, hits: Sequence[Hit]) -> list[int]:
    """Positions in a folded sentence where an older attack for comparison begins and ends."""
    cuts: list[int] = []
    if text.find("since", start, end) < 0 and text.find("منذ", start, end) < 0:
        return cuts
    for measured in _MEASURED.finditer(text, start, end):
        first = next((hit for hit in hits if hit.start >= measured.end()), None)
        if first is None or not _is_named(first, text, measured.end()):
            continue
        cuts.append(measured.start("joint") if measured["joint"] else measured.start("at"))
        counted = any(start <= hit.start < cuts[-1] and hit.entry.kind == "victim" for hit in hits)
        at = first.end
        while (back := OWN_AGAIN.search(text, at, end)) is not None:
            at = back.end()
            if not (counted and _KILLING.match(text, at)):
                break
        if back is not None and any(hit.start >= at for hit in hits):
            cuts.append(at)
    return cuts


def _is_named(hit: Hit, text: str, since: int) -> bool:
    """Whether the first attack word behind "since" is the older attack, not the news again."""
    if _NAMED.fullmatch(text, since, hit.start) is None:
        return False
    if hit.entry.kind == "noun":
        return True
    if hit.entry.language == "ar":
        return _THAT.fullmatch(text, since, hit.start) is not None
    return hit.entry.kind == "active" and _DATE.fullmatch(text, since, hit.start) is None
