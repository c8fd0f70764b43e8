"""What the words behind a sentence's tolls change in them.

Place in the flow: called by `tolls.reading` once a sentence is read. Those who died of their
wounds, "as many were wounded", attackers who are counted among the dead. Source: own reading of
agency style.
"""

import re
from itertools import pairwise

from workers.extraction.tolls.state import Chain
from workers.extraction.tolls.words import Figure
from workers.text.numerals import parse_number

_AS_MANY = re.compile(
    r"[^.؛;\n]{0,40}?(?:"
    r"[وف](?:جرح|جرحت|اصيب|اصيبت|اصابه)(?: نحو)? (?:مثلهم|مثل هذا العدد|عدد مماثل|العدد نفسه)"
    r"|ومثلهم (?:من ال)?(?:جرحي|مصابين|جرحوا|اصيبوا)"
    r"|\band as many (?:others |more )?(?:were )?(?:wounded|injured|hurt)\b"
    r"|\b(?:wounding|injuring) as many\b"
    r"|\band (?:the same|an equal) number (?:of others )?(?:were )?(?:wounded|injured|hurt)\b)"
)
"""Behind the dead: as many were hurt."""
_ONE_OF_THEM = frozenset({"احدهم", "احداهن", "one of whom", "one of them", "whom"})
_SOME_OF_THEM = re.compile(r" (?:منهم|منهن|of them|of whom|من الجرحي|من المصابين|of the wounded)\b")
_DIED = re.compile(
    r"(?:توفي|توفيت|مات|ماتت|توفوا|died|succumbed|dying)(?: \w+){0,2}$"
    r"|(?:^|\W)(?:توفي|توفيت|مات|ماتت) "
)
_LATER_DIED = re.compile(r"(?: of (?:them|whom))?(?: later| subsequently)? (?:died|succumbed)\b")
_DIED_REACH = 24
_THE_ATTACKER = re.compile(
    r"[،,]?(?: و?(?:من )?(?:بينهم|ضمنهم)| بمن فيهم| بما فيهم| منهم)"
    r" (?P<who>ال(?:انتحاري|مهاجم|منفذ|مفجر|مسلح|سايق|جاني|قاتل)|منفذ(?= )|منفذه|منفذها|مطلق(?= ))"
    r"(?P<many>ون|ين|ان|و)?(?: ال(?P<n>\w+))?(?!\w)"
)
"""Behind the dead: the one who attacked, or how many they were, counts with them."""
_FAR_ATTACKER = re.compile(
    r"[^.؛،,\n]{1,80}(?=[،,] (?:و?(?:من )?(?:بينهم|ضمنهم)|بمن فيهم|بما فيهم) ال)"
)
"""From the dead to those words, behind where it was."""
_HOLDS_ATTACKERS = re.compile(
    r"\b(?:including|counting|with) (?:the|all) (?:suicide )?"
    r"(?:attackers|bombers|assailants|gunmen)[, ](?:[^.;\n]{0,40} )?$"
)
_HOLDS_REACH = 70


_FATALLY = re.compile(r"(?: of (?:them|whom))? (?:fatally|mortally)\b")
_CASUALTIES = frozenset({"casualties", "victims"})
_TREATED = re.compile(
    r"(?:,? (?!dead|died|killed)[\w'-]+){0,5} (?:treated|being treated|treatment)\b"
)
_TREATED_BEFORE = ("treated ", "treating ", "evacuated ", "treated at least ", "treated about ")


def read_afterthoughts(text: str, chains: list[Chain]) -> None:
    """Changes the tolls of a sentence by what is told behind them."""
    for chain in chains:
        if chain.subset and chain.field == "injured" and _FATALLY.match(text, chain.tail.end):
            _were_killed(chain)
    for wounded, dead in pairwise(list(chains)):
        _move_the_died(text, wounded, dead, chains)
    for chain in list(chains):
        if not (chain.subset or chain.split):
            _add_the_named(text, chain, chains)
        if chain.field == "deaths" and _are_treated(text, chain):
            chain.field = "injured"
        if chain.field == "deaths" and not (chain.subset or chain.split):
            _leave_the_attackers(text, chain, chains)
            _add_as_many(text, chain, chains)


_AND_WITH_HIM = re.compile(
    r"(?: (?!مع )[^ .؛،,:\n]+){0,6}?"
    r"(?: ?[،,] (?:الملقب|المعروف|المكني|الشهير) [^.؛،,\n]{2,40}[،,])?"
    r"(?:[،,]? (?:و?معه(?:ا|ما)?|و?الي جانبه|و?برفقت(?:ه|ها)|و?بصحبت(?:ه|ها))"
    r" (?P<who>[^ .؛،,\d]{2,})(?: [^ .؛،,\d]+){0,4}?|[،,]? (?:و?برفقه|رفقه|و?بصحبه|بمعيه)"
    r" (?P<his>[^ .؛،,\d]{2,}(?:ه|ها)))"
    r"(?=[.؛،,\n]|$| (?:في|ب[^ ]+|اثر|جراء|خلال|اثناء|علي|لدي|قرب|امام|داخل|وسط|عندما|حين|بعد|وجرح|"
    r"واصيب|وقتل|فيما|ظهر|فجر|مساء|صباح|امس|اليوم)(?: |$))"
)
"""Behind one who was struck: another who was with him, by name or as his friend."""
_NO_MAN = re.compile(
    r"(?:ال)?(?:سلاح|اسلح|حزام|حقيب|وثايق|وثيق|مبلغ|مبالغ|اموال|جواز|هاتف|هواتف|كمي|مسدس|بندقي|رشاش|"
    r"عبو|قنبل|قنابل|متفجر|مواد|ذخير|معدات|عتاد|اوراق|سيار|دراج|عدد|عشر|ميات|اخر|بطاق|مجموع|افراد|"
    r"عناصر|مرافقون|مرافقين|مسلح|قياد)|(?:صور|كل|جميع|كان|كانت|ما|من|الي|في|بعض|عده)(?!\w)"
)
"""What one has with him besides people; several whom no number counts."""


def _add_the_named(text: str, chain: Chain, chains: list[Chain]) -> None:
    """Adds the one who was struck with the one told of ("قتل القائد فلان ومعه فلان")."""
    if len(chain.figures) > 1 or chain.tail.best != 1 or not chain.tail.weak:
        return
    told = _AND_WITH_HIM.match(text, chain.tail.end)
    if told is None or any(
        chain.tail.end <= f.start < told.end() for c in chains for f in c.figures
    ):
        return
    who = "who" if told["who"] else "his"
    if _NO_MAN.match(told[who]) is not None:
        return
    chain.figures.append(Figure(told.start(who), told.end(), 1, 1, 1, joined=False))


def _were_killed(part: Chain) -> None:
    """Makes a part of the hurt more dead ("ten were hurt, one of them fatally")."""
    if part.part_of is not None:
        part.part_of.less += sum(figure.best or 0 for figure in part.figures)
    part.field, part.subset, part.part_of = "deaths", False, None


def _are_treated(text: str, chain: Chain) -> bool:
    """Whether casualties are said to be treated, so that they live."""
    head = chain.figures[0].head
    if head is None or text[head.start : head.end] not in _CASUALTIES:
        return False
    start = chain.figures[0].start
    return (
        text.endswith(_TREATED_BEFORE, 0, start) or _TREATED.match(text, chain.tail.end) is not None
    )


def _move_the_died(text: str, wounded: Chain, dead: Chain, chains: list[Chain]) -> None:
    """Takes those who died later from the hurt, and adds them to the dead told before."""
    if (wounded.field, dead.field) != ("injured", "deaths") or wounded.subset or wounded.split:
        return
    figure = dead.figures[0]
    total = sum(told.best or 0 for told in wounded.figures)
    if (
        wounded.less
        or dead.subset
        or len(dead.figures) > 1
        or not figure.best
        or figure.best >= total
    ):
        return
    said = text[figure.start : figure.end]
    of_the = text.endswith((" of the ", "of the "), 0, wounded.figures[0].start)
    if not (said in _ONE_OF_THEM or of_the or _SOME_OF_THEM.match(text, figure.end)):
        return
    start = max(wounded.tail.end, figure.start - _DIED_REACH)
    later = _LATER_DIED.match(text, figure.end) is not None
    if not later and _DIED.search(text, start, figure.start) is None:
        return
    wounded.less += figure.best
    before = [c for c in chains if c.field == "deaths" and c.tail.end <= wounded.figures[0].start]
    before = [c for c in before if not (c.subset or c.split or c.updated)]
    if before:
        before[-1].figures.append(figure)
        chains.remove(dead)


def _fought(part: Chain) -> bool:
    figure = part.figures[0]
    return bool(figure.best) and figure.category in {"attacker", "militant"}


def _leave_the_attackers(text: str, chain: Chain, chains: list[Chain]) -> None:
    """Takes the attackers from a toll that is said to hold them."""
    total = sum(figure.best or 0 for figure in chain.figures)
    start = chain.figures[0].start
    if _HOLDS_ATTACKERS.search(text, max(0, start - _HOLDS_REACH), start):
        chain.earlier = True  # beside another figure it does not lead
    told = _THE_ATTACKER.match(text, chain.tail.end)
    if told is None and chain is chains[-1]:
        far = _FAR_ATTACKER.match(text, chain.tail.end)
        told = _THE_ATTACKER.match(text, far.end()) if far is not None else None
    if told is None or chain.less or any(c.part_of is chain and _fought(c) for c in chains):
        return
    attackers = 1
    if told["many"]:
        number = parse_number(text, told.start("n")) if told["n"] else None
        attackers = number.value or 0 if number is not None else 0
        attackers = 2 if told["many"] == "ان" else attackers
    if 0 < attackers < total:
        chain.less += attackers
    elif not attackers:
        chain.earlier = True


def _add_as_many(text: str, chain: Chain, chains: list[Chain]) -> None:
    """Adds the hurt who are told to be as many as the dead."""
    if len(chain.figures) > 1 or not chain.tail.best:
        return
    told = _AS_MANY.match(text, chain.tail.end)
    if told is None:
        return
    dead = chain.tail
    hurt = Figure(told.end() - 1, told.end(), dead.low, dead.best, dead.high, joined=False)
    hurt.hedge = dead.hedge
    chains.append(Chain("injured", [hurt]))
