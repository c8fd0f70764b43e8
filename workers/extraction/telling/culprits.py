"""Where a clause names the older attack by which it says whom it is about, culprit or captive.

Place in the flow: under mentions, which are cut there: "troops killed the mastermind of | last
month's bombing in X" has day, place and dead of its own; those of the bombing are older.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workers.extraction.telling.comparisons import OWN_AGAIN
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_ARABIC_MONTHS = (
    "يناير|فبراير|مارس|ابريل|نيسان|مايو|ايار|يونيو|حزيران|يوليو|تموز|اغسطس|اب|سبتمبر|ايلول|"
    "اكتوبر|تشرين|نوفمبر|ديسمبر|كانون|شباط|اذار|جانفي|فيفري|افريل|ماي|جوان|جويليه|اوت"
)
_DAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد",
)  # fmt: skip

CULPRIT: Final = Pattern(
    r"\b(?:suspected (?:of|in)|accused of|wanted (?:for|over|in connection with)|blamed for|"
    r"implicated in|involved in|took part in|linked to|connected (?:to|with)|responsible for|"
    r"(?:was|were|be|been|m[ae]n|commander|militants?|leader|cell|gang|group|suspects?|brains?) "
    r"behind|"
    r"(?:mastermind|architect|planner|organi[sz]er|perpetrator|ringleader|suspect)s?"
    r" (?:of|behind|in)|"
    r"(?:who|that) (?:[\w.]+ (?:said|says|believes) )?(?:had |has )?"
    r"(?:planned|orchestrated|masterminded|ordered|directed|carried out|staged|shot|killed|"
    r"attacked|ambushed|stormed|bombed|stabbed|raided|kidnapped|abducted|opened fire|took part)) "
    r"|\b(?:[وبلف]?(?:ال)?(?:متورط|ضالع|متهم|مدبر|(?<!بحياه )منفذ|مشارك)(?:ه|ا|ون|ين|ان|و|ي)?|"
    r"(?:ال)?مطلوب(?:ه|ا|ون|ين)?(?= (?:في |ب|علي خلفيه))|"
    r"(?:ال)?مشتبه (?:به|بهم)|(?:ال)?مسوول(?:ه|ا|ون|ين|و|ي)? عن|(?:علي|له|لهم) صله|"
    r"[بل](?:ال)?(?:تورط|ضلوع|مشارك)\w{0,4}|[يت]تهم(?:ه|هم|ها)|اتهمت(?:ه|هم|ها)|"
    r"(?:ال)?عقل (?:ال)?مدبر|(?:الذي|التي|الذين) (?:كان(?:ت|وا)? )?(?:قد )?"
    r"(?:نفذ|نصب|هاجم|شن|خطط|شارك|دبر|اقتحم|اغتال|اطلق)(?:ت|وا)?) "
)
"""Words that say of somebody which attack is his; it is told right behind them."""
_TAKEN: Final = Pattern(
    r"\b(?:(?:it|they|he|the (?:group|gang|militants|rebels|kidnappers)|were|was) (?:had )?"
    r"(?:been )?|(?<=hostages )|(?<=captives ))(?:abducted|kidnapped|seized|captured|taken) "
    r"|\b(?:الذي|التي|الذين|اللواتي|اللاتي) (?:كان(?:ت|وا)? )?(?:قد )?"
    r"(?:خطف|اختطف|احتجز|اسر)(?:ت|وا|و)?(?:ه|ها|هم|هن|هما)? "
)
"""The same of captives: when and where they were taken."""
_RELATIVE = ("الذ", "الت", "who", "that")
_SOMEBODY: Final = re.compile(
    r".*\b(?:(?:ال)?(?:مجموعه|خليه|مسلح|مسلحين|ارهابي|ارهابيين|عناصر|شخص|اشخاص|رجل|رجال|شاب|شبان|"
    r"فلسطيني\w*|قيادي|قايد|زعيم|منفذ|انتحاري|رهاين|رهينه|مخطوف\w*|مختطف\w*|محتجز\w*|اسري|عمال|"
    r"طلاب|تلميذات|تلاميذ|سياح|ركاب|مدنيين|جنود)|gunm[ae]n|attackers?|assailants?|bombers?|"
    r"militants?|group|cell|squad|m[ae]n|commanders?|leaders?|fighters?|suspects?|terrorists?|"
    r"hostages?|captives?|pupils|students|schoolgirls|workers|passengers|tourists|soldiers)"
    r"(?: \w+){0,2} ?",
    re.DOTALL,
)
"""Up to a relative: it speaks of people, not of the attack ("the bombing that killed 93")."""
_SOMEBODY_REACH = 40
_TRIED: Final = Pattern(
    r"\b(?:محكم\w*|قضاء\w*|القضاء|نياب\w*|النياب\w*|اعدام\w*|الاعدام|السجن|احكام\w*|ادان\w*|courts?|"
    r"trial|tried|sentenced|convicted|jailed|prosecutors?|guilty|executed)\b"
)
"""Where courts speak, nobody is attacked."""
_REACH = 70
"""Characters from them to the attack's word."""
_OLDER: Final = Pattern(
    rf"\b(?:(?:last|previous) (?:week|month|year|autumn|summer|spring|winter|\w+day|{_MONTHS})|"
    rf"(?:days?|weeks?|months?|years?) (?:ago|earlier|before)|in (?:20\d\d|(?:early |late |mid)?"
    rf"(?:{_MONTHS}))|(?:the |an? )(?:{_MONTHS}|20\d\d)|earlier (?:this|in|that)|"
    rf"of (?:{_MONTHS}))\b"
    r"|\b(?:الماضي|الماضيه|الماضيين|الفايت|الفايته|المنصرم|المنصرمه|السابق|السابقه|"
    r"قبل (?:ذلك )?ب?(?:\w+ )?(?:يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|عام|عامين|"
    rf"اعوام|سنه|سنتين|سنوات)|عام (?:19|20)\d\d|(?:في|خلال) (?:شهر )?(?:{_ARABIC_MONTHS}))\b"
)
"""What says that it was not today's."""
_OWN_WAY: Final = re.compile(
    r" (?=(?:in|during) (?:an? |the )?(?:\w+ ){0,3}?(?:raid|operation|shootout|shoot-out|strike|"
    r"clash|clashes|firefight|gunfight|gun battle|ambush|manhunt|exchange of fire)\b"
    r"|(?:مصرع|حتف|مقتل)(?:ه|هم|ها)\b"
    r"|(?:في|خلال|اثناء|اثر) (?:عمليه|غاره|مداهمه|اشتباك|اشتباكات|تبادل|كمين|ضربه|غارات|قصف)\b)"
)
"""Before what says how he was killed: the clause speaks of its own attack again."""


_FATE: Final = re.compile(
    r"[,)]? (?=(?:was|were|has been|have been) (?:also |later |reportedly )?(?:shot dead|killed|"
    r"gunned down|slain|eliminated)\b|died (?:in|during|when|as)\b)"
    r"|[،)]? (?=(?:قتل|قتلت|قتلوا|سقط|قضي|قضوا|صفي|استهدف) (?!في[هها])"
    r"(?:[^ ،.]+ ){0,2}?(?:في|خلال|اثناء|اثر|ب\w+) "
    r"|(?:في|خلال|اثناء|اثر) (?:عمليه|غاره|مداهم|اشتباك|تبادل|كمين|ضربه|هجوم بطا)\w*)"
)
"""Before what befell the one whom a sentence opens with: from here on it tells of its own news."""


def culprit_cuts(text: str, start: int, end: int, hits: Sequence[Hit]) -> list[int]:
    """Positions in a folded sentence where the older attack of those told begins and ends.

    Nothing where it may be today's ("shot dead a man who had stabbed two" is one attack), or where
    nothing befell him.
    """
    cuts: list[int] = []
    if _TRIED.search(text, start, end) is not None:
        return cuts
    for at, since in _named(text, start, end, hits):
        if cuts and at < cuts[-1]:
            continue
        if not any(hit.start < at for hit in hits):
            cuts += _first_cuts(text, (start, end), (at, since), hits)
            continue
        behind = OWN_AGAIN.search(text, since, end)
        stop = end if behind is None else behind.end()
        own = _OWN_WAY.search(text, since, stop)
        stop = stop if own is None else own.start()
        if _is_older(text, (start, at), (at, stop)):
            cuts += [at] if stop == end else [at, stop]
    return cuts


def _first_cuts(
    text: str, sentence: tuple[int, int], his: tuple[int, int], hits: Sequence[Hit]
) -> list[int]:
    """The cuts of a sentence that opens with the culprit, then tells what befell him."""
    start, end = sentence
    fate = _FATE.search(text, his[1], end)
    if fate is None or not any(hit.start >= fate.start() for hit in hits):
        return []
    if not _is_older(text, (fate.start(), end), (his[0], fate.start())):
        return []
    return [his[0], fate.start()] if his[0] > start else [fate.start()]


def _named(text: str, start: int, end: int, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Where words for a culprit stand, and where his attack's first word behind them ends."""
    taken = _TAKEN.finditer(text, start, end)
    for found in sorted((*CULPRIT.finditer(text, start, end), *taken), key=re.Match.start):
        if found.re is _TAKEN.regex or found.group().startswith(_RELATIVE):
            since = max(start, found.start() - _SOMEBODY_REACH)
            if _SOMEBODY.fullmatch(text, since, found.start()) is None:
                continue
        first = next((h for h in hits if h.end >= found.end() - 1 and _tells(h)), None)
        if first is not None and first.start - found.end() <= _REACH:
            yield found.start(), max(first.end, found.end())


def _tells(hit: Hit) -> bool:
    return hit.entry.kind != "victim" or hit.entry.id in _KILLED


_KILLED = frozenset({"qutila", "killed"})


def _is_older(text: str, own: tuple[int, int], his: tuple[int, int]) -> bool:
    """Whether his attack was on another day than what is told of him."""
    if _OLDER.search(text, *his) is not None:
        return True
    told, named = (_days_in(text, *span) for span in (own, his))
    return bool(told) and bool(named) and told.isdisjoint(named)


def _days_in(text: str, start: int, end: int) -> set[str]:
    """The days of the week that a span names."""
    return {day for day in _DAYS if text.find(day, start, end) >= 0}


def is_culprits(text: str, start: int) -> bool:
    """Whether a clause of the spaced text begins with the words for a culprit."""
    return any(words.regex.match(text, start) is not None for words in (CULPRIT, _TAKEN))
