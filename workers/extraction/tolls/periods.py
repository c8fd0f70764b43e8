"""Which tolls of a sentence count a whole period ("since February") and not one attack.

Place in the flow: called by `tolls.reading` once a sentence is read. "The first attack since 2019"
compares, "fighting since the morning" tells of one day: neither makes a toll one of a period.
"""

import re
from itertools import pairwise
from typing import Final

from workers.extraction.tolls.state import Chain
from workers.extraction.tolls.words import Word
from workers.text.patterns import Pattern

_ONE_DAY = re.compile(
    r" (?:ال)?(?:صباح|فجر|مساء|ظهر|عصر|ليل|ليله|منتصف|ساعه|ساعات|قليل|لحظات|دقايق|امس|يوم|سبت|احد|"
    r"اثنين|ثلاثاء|اربعاء|خميس|جمعه|حين|لحظه|يومين|الساعه|بدء اعلان|"
    r"بدء (?:ال)?(?:اقتحام|مداهم|اشتباك)\w{0,2})\b(?!،? و?(?:حتي|الي) )"
    r"| (?:early|dawn|this|the morning|midnight|last night|noon|yesterday|then|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What follows "since" where it tells of one day."""
_ON_WEEKDAY = re.compile(
    r" [^.,;\n]{0,60}\bon (?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
"""What follows "since" where it tells of an attack of this week ("since X attacked on Monday")."""
_SPAN = re.compile(
    r" (?:ال)?(?:\d+ |ثلاثه |اربعه |خمسه |سته |سبعه |ثمانيه |تسعه |عشره |نحو \d+ )?(?:ال)?"
    r"(?:ايام|يوما|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|شهور|عام|عامين|سنه|سنوات|اعوام|"
    r"ربع|نصف|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|ايلول|تشرين|يناير|فبراير|مارس|ابريل|مايو|"
    r"يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|20\d\d)\b"
)
"""What follows "during" where it is a span of more than a day or two."""
_COMPARED = re.compile(
    r"(?:^|\W|ب|ال)(?:اول|اولي|اعنف|اكبر|اسوا|ابرز|ادمي|دمويه|اخير|اخيره|ثاني|ثانيه|ثالث|وحيد|اطول|"
    r"ارتفاعا|first|worst|deadliest|biggest|largest|heaviest|bloodiest|most|only|second|third|"
    r"latest|highest|longest)\b[^،,;]*$"
)
"""Before "since", within the clause: it is an attack that is compared with those of a period."""
_PLACED = re.compile(
    r"منتشر|مستمر|متواصل|داير|جاري|ongoing|raging|"
    r"محاصر|محتل|يسيطر|تسيطر|خاضع|deployed|besieged|occupied|controll|held by|in power|"
    r"(?:التي|الذي|حيث) [تي](?:شهد|عيش|عاني|دور)|(?:which|that) has (?:seen|been|suffered)"
)
"""Before "since": somebody has been somewhere for a period."""
_PLACED_REACH = 40
"""Characters before "since" in which somebody may have been somewhere (chosen)."""
_BREAK = re.compile(r"[،,;:](?! ?$)(?! ?(?:الي|to|at) )")
"""Between a toll and "since": another clause; a comma right before "since" or "to" is none."""
_ASIDE = re.compile(r"[^،,]{0,30}[،,]")
"""After "since": a short aside between two commas ("has killed, since 2009, ...")."""
_REACH = 200
"""Characters between a toll and the period that it counts (chosen)."""
_CLAUSE = 110
"""Characters before a period in which an attack may be compared with others (chosen)."""
_FRONT = 14
"""Characters of a sentence before a period that stands at its front (chosen)."""
_RAISED = re.compile(
    r"(?:لي|لت|وبذلك (?:ي|ت)|وبهذا (?:ي|ت))(?:رتفع|صل|بلغ|صبح)|(?:ترتفع|ارتفعت|يرتفع|ارتفع) بذلك|"
    r"(?:raising|bringing|taking|pushing) (?:[\w']+ ){0,3}"
    r"(?:toll|number|total|tally|count|dead|deaths)\b"
)
"""Another toll is made of the one just told and those before it."""
_RAISES = re.compile(
    r"و?(?:بذلك|بهذا) (?:ت|ي|ا)(?:رتفع|صبح|صل|بلغ)\w? |و?ا?(?:ترتفع|ارتفعت|يرتفع|ارتفع) بذلك "
)
"""A sentence that adds what was just told to earlier attacks."""
_OF_ONE = re.compile(r"هجوم|تفجير|انفجار|قصف|غار|اعتداء|حادث|كمين|عمليه (?:ال)?(?:دهس|طعن|انتحار)")
"""An attack whose own toll rises."""
_BESIDE = re.compile(
    r"[،,] ?(?:في حين|فيما|بينما|كما|مقابل)? ?و?(?:ارتفع|بلغ|وصل|ارتفعت|بلغت|وصلت) "
    r"(?:عدد|حصيله|اجمالي)"
)
"""Between two running totals of one sentence: the other side's, of the same time."""
_BODIES_REACH = 24
"""Characters before a figure in which it is said to count bodies that were found (chosen)."""
_ASIDE_REACH = 90
"""Characters behind a running total in which another may begin, over who was among it (chosen)."""
_LATER_DEATH = re.compile(
    r"متاثر|جراحه|جروحه|اصابته|died of|succumb|wounds|injuries|الجرحي|المصاب|الجريح|wounded|"
    r"injured|مستشفي|hospital|"
    r"جثث|جثه|جثامين|جثمان|انقاض|انتشال|bod(?:y|ies)|rubble|recovered|wreckage"
)
"""One who was hurt has died or lay in the rubble: the toll that rises is the attack's own."""


def mark_periods(text: str, chains: list[Chain], periods: list[Word]) -> None:
    """Marks the tolls of a sentence that count more than one attack."""
    for word in periods:
        told = max((c.tail.end for c in chains if c.tail.end <= word.start), default=0)
        if not _tells_period(text, word, told):
            continue
        for chain in chains:
            if _counted_over(text, chain, word, chains[0]):
                chain.since = True
    for chain in chains:
        start = chain.figures[0].start
        first = max(0, start - _WAR_REACH)
        first = max(first, *(text.rfind(mark, first, start) + 1 for mark in ".\n؛"))
        if _OF_WAR.search_cut(text, first, start) is not None:
            chain.since = True
    _mark_raised(text, chains)
    _mark_beside(text, chains)
    _mark_of_a_day(text, chains)


# A whole war is said to have killed so many. Not "the fighting", which may be a morning's.
_OF_WAR: Final = Pattern(
    r"\b(?:the|this|its) (?:[\w-]+ )?(?:war|conflict|unrest|insurgency|uprising|rebellion)\b"
    r"[^.;\n]{0,60}\b(?:has|have|had) (?:since )?(?:killed|cost|claimed|left)\b"
    r"|(?<!مخلفات )\b[وف]?(?:هذه |هذا )?"
    r"ال(?:حرب|نزاع|صراع|احتجاجات|اضطرابات|تمرد|انتفاضه)\b[^.؛\n]{0,60}"
    r"\b(?:[وف]?ا?(?:وقع|ودي|ودت|سفر)\w{0,2}|خلف\w{0,2}|حصد\w{0,2}|تسبب\w{0,2})\b"
)
_WAR_REACH = 160


def _tells_period(text: str, word: Word, told: int) -> bool:
    """Whether "since" opens a period that is counted, behind the figure that ends at `told`."""
    if text.endswith("مخلفات ", 0, word.start):
        return False  # a mine of the war
    if text[word.start : word.end] == "خلال":
        return _SPAN.match(text, word.end) is not None
    if _ONE_DAY.match(text, word.end) or (
        text[word.start : word.end] == "since" and _ON_WEEKDAY.match(text, word.end)
    ):
        return False
    before = text[max(0, word.start - _CLAUSE) : word.start]
    before = before[max(before.rfind("."), before.rfind("\n")) + 1 :]
    if _COMPARED.search(before) is not None:
        return False
    return _PLACED.search(text, max(word.start - _PLACED_REACH, told), word.start) is None


def _counted_over(text: str, chain: Chain, word: Word, first: Chain) -> bool:
    """Whether a toll stands in one clause with the words of a period, or they open the sentence."""
    start, end = chain.figures[0].start, chain.figures[-1].end
    if word.counted.order == "before":
        return 0 <= start - word.end <= _REACH and not _BREAK.search(text[word.end : start])
    if word.start >= end:
        between = text[end : word.start]
        return len(between) <= _REACH and not (_BREAK.search(between) or _RAISED.search(between))
    if word.start < first.figures[0].start and _opens(text, word):
        return True
    after = word.end
    aside = _ASIDE.match(text, after)
    if aside is not None and text[max(0, word.start - 3) : word.start].rstrip().endswith(
        (",", "،")
    ):
        after = aside.end()
    return start - word.end <= _REACH and not _BREAK.search(text[after:start])


def _opens(text: str, word: Word) -> bool:
    """Whether the word stands at the front of its sentence."""
    before = text[max(0, word.start - _FRONT) : word.start]
    return len(before) < _FRONT or "\n" in before or ". " in before


def _mark_raised(text: str, chains: list[Chain]) -> None:
    """Marks a toll that is raised by another of its sentence: it counts earlier attacks too."""
    last: dict[str, Chain] = {}
    if chains and chains[0].updated and _adds_up(text, chains[0].figures[0].start):
        chains[0].since = True
    for chain in chains:
        before = last.get(chain.field)
        last[chain.field] = chain
        if before is None or before.subset or before.split:
            continue
        told = before.figures[0].start
        between = text[before.tail.end : chain.figures[0].start]
        if _RAISED.search(between) and not _LATER_DEATH.search(
            text, max(0, told - _BODIES_REACH), chain.figures[0].start
        ):
            chain.since = True


def _adds_up(text: str, start: int) -> bool:
    """Whether a sentence opens with what adds the attack just told to those before it."""
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1, start - _REACH) + 1
    opening = _RAISES.match(text, begin)
    return opening is not None and _OF_ONE.search(text, opening.end(), start) is None


_A_DAY = re.compile(
    r"\b(?:ال)?(?:24|48|اربع وعشرين|اربعه وعشرين|اربع و عشرين) ساعه|\bالساعات ال(?:24|48)\b"
    r"|\b(?:past|last|previous|preceding) (?:24|48|twenty-four) hours"
)
_DAY_REACH = 90
"""Characters around a toll in which it is said to be that of a day and a night (chosen)."""


def _mark_of_a_day(text: str, chains: list[Chain]) -> None:
    """Marks the tolls of the last 24 hours: beside an attack's own they do not lead."""
    for chain in chains:
        start, end = chain.figures[0].start, chain.tail.end
        first = max(0, start - _DAY_REACH)
        first = max(first, *(text.rfind(mark, first, start) + 1 for mark in ".\n؛"))
        stops = (text.find(mark, end, end + _DAY_REACH) for mark in ".\n؛")
        last = min((stop for stop in stops if stop >= 0), default=end + _DAY_REACH)
        if _A_DAY.search(text, first, last) is not None:
            chain.earlier = True


def _mark_beside(text: str, chains: list[Chain]) -> None:
    """Marks a running total told beside one of a period."""
    told = [chain for chain in chains if not chain.subset]
    for before, chain in pairwise(told):
        if before.since and not chain.since and chain.updated:
            end, start = before.figures[-1].end, chain.figures[0].start
            chain.since = _BESIDE.search(text, end, min(start, end + _ASIDE_REACH)) is not None


_DAY: Final = Pattern(
    r"\b[وف]?(?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\b|\b(?:اليوم|امس|البارحه)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday)\b"
)
_ATTACK: Final = Pattern(
    r"\b[وفبل]?(?:ال)?(?:هجوم|غاره|غارات|تفجير|انفجار|كمين|اشتباك\w{0,2}|اعتداء)\b"
    r"|\b(?:attack|raid|strike|bombing|blast|ambush)\b"
)
_OF_ONE_FIGHT: Final = Pattern(
    r"\bمنذ (?:بدء|بدايه|اندلاع|انطلاق|وقوع) (?:ال)?"
    r"(?:معركه|معارك|هجوم|اشتباكات|مواجهات|اقتحام|غارات)\b"
    r"|\bsince (?:the|a) (?:battle|attack|raid|fighting|clashes) (?:began|started|broke out)\b"
)
"""A period that is one fight: its wounded are the attack's own."""
_SENTENCE = re.compile(r"[.؛\n]")
_WITH_REACH = 130
"""Characters between the dead and the wounded of one count (chosen)."""
_WOUNDED_SHARE = 0.5
"""Wounded to one dead from which they are counted over the same period (chosen)."""


def is_counted_with(text: str, dead: tuple[int, int], hurt: tuple[int, int], share: float) -> bool:
    """Whether the wounded at `hurt` are counted over the period of the dead right before them.

    "The toll since April rose to 682; 2,100 others were wounded". `share`: wounded to one dead.
    """
    if not 0 <= hurt[0] - dead[1] <= _WITH_REACH or share < _WOUNDED_SHARE:
        return False
    first, last = dead[1], hurt[0]
    if _OF_ONE_FIGHT.search(text, max(0, dead[0] - _WITH_REACH), last) is not None:
        return False
    return len(_SENTENCE.findall(text, first, last)) <= 1 and _DAY.search(text, first, last) is None


def is_counted_until(text: str, dead: tuple[int, int], hurt: tuple[int, int]) -> bool:
    """Whether the dead are counted over the period of the wounded right behind them.

    "123 had died, and 13,000 were wounded since March": no day and no attack stands between.
    """
    if not 0 <= hurt[0] - dead[1] <= _WITH_REACH:
        return False
    span = text, dead[1], hurt[0]
    return not (_SENTENCE.search(*span) or _DAY.search(*span) or _ATTACK.search(*span))


_IN_RETURN: Final = Pattern(
    r"\b(?:في المقابل|بالمقابل|مقابل|in turn|on the other side|in return)\b"
)


def is_counted_against(text: str, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether the dead at `theirs` are the other side's, over the period of those at `ours`.

    "1,500 fighters have died since the offensive began; 400 on the other side".
    """
    if not 0 <= theirs[0] - ours[1] <= _WITH_REACH:
        return False
    stop = _SENTENCE.search(text, theirs[1], theirs[1] + _BEHIND_REACH)
    last = theirs[1] + _BEHIND_REACH if stop is None else stop.start()
    if _DAY.search(text, ours[1], last) or _ATTACK.search(text, theirs[1], last):
        return False
    return _IN_RETURN.search(text, ours[1], theirs[0]) is not None


_BEHIND_REACH = 60
"""Characters behind a figure in which its own day or attack is told (chosen)."""
