"""Statements that nobody was killed or hurt: set phrases, and negated words for victims.

Place in the flow: under `tolls`, for each sentence that tells of the dead or the hurt at all.
"""

import re
from typing import Final, NamedTuple

from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.text.patterns import Pattern

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_MANY = Count.MANY
_LOSSES = TollWord.LOSSES
_PERSON = TollWord.PERSON
_TRIGGER = TollWord.TRIGGER
_ZERO = TollWord.ZERO


class Zero(NamedTuple):
    """A statement at `start:end` that there were none in `fields`; `inferred`: it implies so.

    `of_nation`: only of the people of one nation.
    """

    start: int
    end: int
    fields: tuple[str, ...]
    inferred: bool
    of_nation: bool = False


_NEGATED = re.compile(
    r"(?:^|[\s(\"،,])[وف]?(?:دون|بدون|بلا|من غير ان|لم|لا|عدم|no|not|without|zero|"
    r"nor)\s(?P<rest>(?:[^.!?؟،,:\n]|[،,] ?و?(?:لله الحمد|الحمد لله|بحمد الله|بفضل الله)[،,]?)"
    r"{0,40})$"
)
_UNSURE = re.compile(
    r"يقل|تقل|تحدث|يزيد|تزيد|ترد|يرد|عرف|معروف|تضح|تبين|معرفه|تحديد|كشف|تقديم|ذكر|تشر|يشر|تفاصيل|"
    r"معلوم|زال|يعط|تعط|اعطاء|يورد|تورد|mention|specif|giving|gave|give|offer|provid|detail|count|"
    r"علن|اعلان|سيما|فقط|حدد|حصر|عدد|تمكن|توثق|توثيق|تطرق|اشار|حديث|توضح|يوضح|توضيح|ايضاح|referr|"
    r"referenc|comment|elaborat|touch|"
    r"immediate|word|known|clear|information|details|yet|only|less|fewer|more"
)
_GREAT = re.compile(r" (?:سوي|الا|other than|except|كبير|فادح|جسيم|باهظ|مباشر|heavy|significant)")
"""After "losses": the negation is of their size, not of any."""
_ZERO_REACH = 48
_FIELDS = {"deaths": ("deaths",), "injured": ("injured",), "both": ("deaths", "injured")}
_NO_NEWS = re.compile(
    r"(?:^|[\s\"(])[وف]?(?:لم (?:ترد|تشر|تتحدث|يرد) (?:\w+ )?(?:انباء|تقارير)|"
    r"(?:دون|بدون|بلا|من دون|لا) (?:ورود )?(?:انباء|تقارير))(?: عن| الي| ب)?"
    r"(?: اي| ايه| وقوع| سقوط| حدوث| تسجيل| بوقوع| بسقوط| بحدوث| قتلي او| ضحايا او){0,4} $"
)
"""Nobody has told of any: taken as none, as labellers do."""
_DENIED = re.compile(
    r"(?:^|[\s(\"،,])[وف]?(?:نافيا|نافيه|نافين|ونفي|نفي|نفت|ينفي|تنفي|denied|denying|ruled out|"
    r"ruling out)"
    r"(?: (?:وقوع|سقوط|حدوث|تسجيل|وجود|ان يكون هناك|اي|ايه|any|that there were|reports of)){0,3} $"
    r"|(?:^|[\s(\"،,])[وف]?(?:نفي|نفت|ينفي|تنفي)"
    r"(?: (?!عن |في |ان |علي |مسوول|علاق|ضلوع|تورط|صل|انباء|تقارير)[^ ،,.]+){1,4} "
    r"(?:وقوع|سقوط|حدوث|تسجيل|وجود)(?: اي| ايه)? $"
)
"""Somebody denies that there were any."""
_OF_GROUP = re.compile(r"(?:^|[\s\"])[وفب]?(?:احدا|احد|ايا)(?: [^ .،,]+){0,4} $")
"""Before "was not hurt": nobody of a group."""
_NO_PEOPLE = re.compile(r"\b(?:no|none of the)(?: [\w.-]+){0,2} $")
_WERE_HURT = re.compile(
    r" (?:were|was|have been) (?P<how>injured|hurt|wounded|harmed|killed|believed to)"
)


_BOTH_KINDS = frozenset({"injury", "victim"})


def zero_statements(text: str, sentence: list[Word | Figure]) -> list[Zero]:
    """The statements of a sentence that nobody was killed or hurt, in order."""
    found: list[Zero] = []
    for told in sentence:
        zero = _of_group(text, told) or _zero(text, told)
        if zero is not None and not (
            found and zero.start < found[-1].end and zero.end == found[-1].end
        ):
            found.append(zero)
    return found


_NOBODY: Final = Pattern(
    r"\b(?:no (?!(?:one|more|less|fewer|longer|doubt|wonder|group|side|sooner)\b)"
    r"(?P<group>(?:[a-z'-]+ (?:or|and) )?[a-z'-]+(?: [a-z'-]+)?)"
    r"|(?:nobody|no one)"
    r"(?: (?:there|inside|else|nearby|on board|aboard|(?:in|on|at) [^.,;]{2,30}?))?"
    r"|none(?: of (?:the|its|his|her|their) (?P<of>[a-z' -]{2,30}?))?) "
    r"(?:(?:was|has been|had been|is|were|have been|had been) (?:reported |badly |seriously )?"
    r"(?P<how>killed|hurt|injured|wounded|harmed)|(?P<died>died))\b"
    r"|\b[وف]?لم (?P<verb>[يت](?:قتل|صب|مت|جرح|ستشهد|توف))\w? (?:[^ .،؛\n]+ ){0,2}?"
    r"(?:اي|ايه|احد من|احد(?= (?:فيه|فيها|هناك)))\b(?: من)?(?: [^ .،؛\n]+)?"
)


_NOBODY_REACH = 40
"""Characters before a sentence's first toll word in which "no ..." may stand (chosen)."""


def nobody_struck(text: str, start: int, end: int) -> list[Zero]:
    """The words between two positions that deny a death or a wound of anybody or of a group.

    "No guest was hurt", "nobody there died", "لم يقتل أي مريض": what they name counts nobody.
    """
    found: list[Zero] = []
    for match in _NOBODY.finditer(text, max(0, start - _NOBODY_REACH), end):
        if match.end() <= start or (match["group"] and " were " in match.group()):
            continue  # "no Americans were hurt": `_of_group` tells whom it is said of
        how = match["how"] or match["died"] or match["verb"]
        name = "deaths" if how in _DEADLY else "both"
        found.append(Zero(match.start(), match.end(), _FIELDS[name], inferred=_is_of_some(match)))
    return found


_DEADLY = frozenset({"killed", "died", "يقتل", "تقتل", "يمت", "تمت", "يستشهد", "تستشهد", "يتوف"})


def _is_of_some(match: re.Match[str]) -> bool:
    """Whether it is said of a group only: others may have been struck."""
    return match["group"] is not None or match["of"] is not None or match["verb"] is not None


def _of_group(text: str, told: Word | Figure) -> Zero | None:
    """What "no Americans were injured" says; unhurt people are taken to be alive."""
    if not isinstance(told, Figure) or told.best is not None or told.field:
        return None
    after = _WERE_HURT.match(text, told.end)
    if after is None or not _NO_PEOPLE.search(text, max(0, told.start - 24), told.start):
        return None
    name = "deaths" if after["how"] == "killed" else "both"
    return Zero(
        told.start,
        told.end,
        _FIELDS[name],
        inferred=True,
        of_nation=told.category == "national",
    )


def _zero(text: str, told: Word | Figure) -> Zero | None:
    """What a phrase like "nobody was hurt" says, or a word for victims behind a negation."""
    if isinstance(told, Word) and told.counted.kind is _TRIGGER:
        return _killed_any(text, told)
    name = _zero_field(told)
    if isinstance(told, Figure) and told.best == 0 and name is not None:
        return Zero(told.start, told.end, _FIELDS[name], inferred=False)
    if name is None or _GREAT.match(text, told.end):
        return None
    if isinstance(told, Word) and told.counted.kind is _ZERO:
        return _phrase(text, told, name)
    found = _negation(text, told.start)
    if found is None:
        return None
    start, inferred = found
    inferred = inferred or "report" in text[start : told.end]
    return Zero(start, told.end, _FIELDS[name], inferred=inferred)


def _phrase(text: str, told: Word, name: str) -> Zero | None:
    """What a set phrase says; some need a group before them ("nobody of ... was hurt")."""
    order = told.counted.order
    if order == "group" and not _OF_GROUP.search(text, max(0, told.start - 48), told.start):
        return None
    return Zero(told.start, told.end, _FIELDS[name], inferred=bool(order))


_ANY = re.compile(
    r"(?P<other> (?:او|ولا|و) ?(?:اصابه|مقتل|جرح))? (?:اي|ايه|احد)(?: [^ .،,؛]+)?(?=[\s.،,؛]|$)"
)
"""After a noun of killing or hurting: any at all."""


def _killed_any(text: str, told: Word) -> Zero | None:
    """What "لم تسجل مقتل أو إصابة أي مدني" says: a killing of any that is denied."""
    if text[told.start : told.end] not in {"مقتل", "اصابه", "جرح", "استشهاد"}:
        return None
    after = _ANY.match(text, told.end)
    found = _negation(text, told.start) if after is not None else None
    if after is None or found is None:
        return None
    name = "both" if after["other"] or told.counted.field == "injured" else "deaths"
    return Zero(found[0], after.end(), _FIELDS[name], inferred=found[1])


def _negation(text: str, start: int) -> tuple[int, bool] | None:
    """Where the negation of a word begins, and whether it only says that none is known of."""
    reach = max(0, start - _ZERO_REACH)
    no_news = _NO_NEWS.search(text, reach, start)
    negation = no_news or _DENIED.search(text, reach, start) or _NEGATED.search(text, reach, start)
    if negation is None or _UNSURE.search(negation.groupdict().get("rest") or ""):
        return None
    begin = negation.start()
    while text[begin] in ' \n("،,':
        begin += 1
    return begin, no_news is not None


def _zero_field(told: Word | Figure) -> str | None:
    """The field that a negated word would make zero, None where it makes none."""
    if isinstance(told, Figure):
        if told.best or not told.field:
            return None
        return "both" if told.category in _BOTH_KINDS else told.field
    kind, category = told.counted.kind, told.counted.category
    if kind in {_ZERO, _LOSSES}:
        return told.counted.field
    if kind is _PERSON and told.counted.count is _MANY and category in VICTIM_FIELDS:
        return "both" if category in _BOTH_KINDS else VICTIM_FIELDS[category]
    return None
