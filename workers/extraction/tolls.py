"""All statements about killed and hurt people in a folded text.

Place in the flow: called once an article by the extractor. Figures are found (`tolls_figures`),
each sentence is read for what befell them (`tolls_reading`), and here the chains become mentions
with their bounds and marks. Which mention is the toll of which event is decided by the caller.
"""

import re
from typing import NamedTuple

from workers.extraction.tolls_figures import toll_sentences
from workers.extraction.tolls_reading import read_sentence
from workers.extraction.tolls_state import Chain
from workers.extraction.tolls_words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.model import Toll

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_MANY = Count.MANY
_FATE = TollWord.FATE
_LOSSES = TollWord.LOSSES
_PERSON = TollWord.PERSON
_ZERO = TollWord.ZERO

__all__ = ["TollMention", "find_tolls"]

TOLLS_MAX = 400
"""More tolls than this are a list of casualties, not an article; the rest is not read."""


class TollMention(NamedTuple):
    """A statement about killed (`deaths`) or hurt (`injured`) people, at `start:end` of the text.

    Attributes:
        toll: None where no figure is said or where one figure holds the dead and the wounded.
        value_known: Whether `toll` is a figure (not "dozens", not "several").
        subset: Part of another toll ("among them five children").
        zero: The text says that there were none.
        attackers_own: The attackers' dead or hurt, not the victims'.
        militants: The people counted are called gunmen, militants, rebels.
        total: A running toll ("the toll rose to").
        earlier: A former figure ("up from", "an earlier toll").
        since: A count over a period ("since February").
        hedged: About, at least, more than.
        split: One figure for the dead and the wounded together.
        of_whom: Span of the noun that names the people, if any.
    """

    start: int
    end: int
    field: str
    toll: Toll | None
    value_known: bool
    subset: bool = False
    zero: bool = False
    attackers_own: bool = False
    militants: bool = False
    total: bool = False
    earlier: bool = False
    since: bool = False
    hedged: bool = False
    split: bool = False
    of_whom: tuple[int, int] | None = None


def find_tolls(text: str) -> tuple[TollMention, ...]:
    """The tolls of a folded text in order of their figures."""
    mentions: list[TollMention] = []
    for sentence in toll_sentences(text):
        zeros = _zeros(text, sentence)
        mentions.extend(zeros)
        if any(isinstance(i, Figure) or i.counted.kind is _FATE for i in sentence):
            said = (_mention(text, chain) for chain in read_sentence(text, sentence))
            mentions.extend(m for m in said if not any(z.start <= m.start < z.end for z in zeros))
        if len(mentions) > TOLLS_MAX:
            break
    mentions.sort(key=lambda mention: (mention.start, mention.field))
    return tuple(mentions[:TOLLS_MAX])


def _sum(figures: list[Figure]) -> Toll:
    """The toll of figures that all have a number."""
    low = best = high = 0
    for figure in figures:
        low += figure.low or 0
        best += figure.best or 0
        high += figure.high or 0
    return Toll(low, best, max(best, high))


def _mention(text: str, chain: Chain) -> TollMention:
    figures = chain.figures
    known = not chain.split and all(figure.best is not None for figure in figures)
    heads = [figure.head for figure in figures if figure.head is not None]
    categories = {head.counted.category for head in heads}
    start, end = figures[0].start, figures[-1].end
    return TollMention(
        start,
        end,
        chain.field,
        _sum(figures) if known else None,
        value_known=known,
        subset=chain.subset,
        attackers_own=_attackers_own(text, start, end, categories),
        militants="militant" in categories,
        total=chain.total,
        earlier=chain.earlier,
        since=chain.since,
        hedged=any(figure.hedge is not None for figure in figures),
        split=chain.split,
        of_whom=(heads[0].start, heads[-1].end) if heads else None,
    )


_ATTACKERS_AFTER = re.compile(
    r" (?:من )?(?:ال)?(?:مهاجمين|مهاجمون|انتحاريين|انتحاريون|منفذين|منفذي|المنفذين|مفجرين)| (?:of "
    r"the )?(?:attackers|bombers|assailants|gunmen|suicide)"
)
_FOUGHT = re.compile(
    r"قوات الامن|الشرطه|رجال الامن|قوي الامن|الامن |تبادل|اشتباك|تصفيه|police|security forces|"
    r"security guards|shoot-?out|gun ?battle|firefight"
)


def _attackers_own(text: str, start: int, end: int, categories: set[str]) -> bool:
    """Whether those counted are the ones who attacked."""
    if "attacker" in categories:
        return True
    if _ATTACKERS_AFTER.match(text, end):
        return True
    if "militant" in categories:
        return _FOUGHT.search(text, max(0, start - 80), end + 80) is not None
    return False


_NEGATED = re.compile(
    r"(?:^|[\s(\"،,])[وف]?(?:دون|بدون|بلا|لم|لا|عدم|no|not|without|zero|"
    r"nor)\s(?P<rest>[^.!?؟،,:\n]{0,40})$"
)
_UNSURE = re.compile(
    r"يقل|تقل|تحدث|يزيد|تزيد|ترد|يرد|عرف|معروف|تضح|تبين|معرفه|تحديد|كشف|تقديم|ذكر|تشر|يشر|تفاصيل|"
    r"معلوم|زال|علن|اعلان|سيما|فقط|"
    r"immediate|word|known|clear|information|details|yet|only|less|fewer|more"
)
_GREAT = re.compile(r" (?:سوي|الا|other than|except|كبير|فادح|جسيم|باهظ|مباشر|heavy|significant)")
"""After "losses": the negation is of their size, not of any."""
_ZERO_REACH = 48
_ZERO_FIELDS = {"deaths": ("deaths",), "injured": ("injured",), "both": ("deaths", "injured")}
_NO_PEOPLE = re.compile(r"\b(?:no|none of the)(?: [\w.-]+){0,2} $")
_WERE_HURT = re.compile(
    r" (?:were|was|have been) (?P<how>injured|hurt|wounded|harmed|killed|believed to)"
)


def _none_of_them(text: str, told: Word | Figure) -> str | None:
    """The field of "no Americans were injured"; unhurt people are taken to be alive."""
    if not isinstance(told, Figure) or told.best is not None or told.field:
        return None
    after = _WERE_HURT.match(text, told.end)
    if after is None or not _NO_PEOPLE.search(text, max(0, told.start - 24), told.start):
        return None
    return "deaths" if after["how"] == "killed" else "both"


_BOTH_KINDS = frozenset({"injury", "victim"})


def _zeros(text: str, sentence: list[Word | Figure]) -> list[TollMention]:
    """The statements of a sentence that nobody was killed or hurt."""
    found: list[TollMention] = []
    for told in sentence:
        name = _none_of_them(text, told)
        if name is not None:
            found.extend(_nobody(told.start, told.end, name, inferred=True))
            continue
        name = _zero_field(told)
        if name is None or _GREAT.match(text, told.end):
            continue
        start = told.start
        phrase = isinstance(told, Word) and told.counted.kind is _ZERO
        inferred = isinstance(told, Word) and told.counted.order == "inferred"
        if not phrase:
            negation = _NEGATED.search(text, max(0, start - _ZERO_REACH), start)
            if negation is None or _UNSURE.search(negation["rest"]):
                continue
            start = negation.start()
            while text[start] in ' \n("،,':
                start += 1
        inferred = inferred or "report" in text[start : told.end]
        found.extend(_nobody(start, told.end, name, inferred=inferred))
    return found


def _nobody(start: int, end: int, name: str, *, inferred: bool) -> list[TollMention]:
    """The mentions of "nobody" for a field or both. `inferred`: the words only imply it."""
    none = Toll(0, 0, 0)
    return [
        TollMention(start, end, each, none, value_known=True, zero=True, hedged=inferred)
        for each in _ZERO_FIELDS[name]
    ]


def _zero_field(told: Word | Figure) -> str | None:
    """The field that a negated word would make zero, None where it makes none."""
    if isinstance(told, Figure):
        if told.best is not None or not told.field:
            return None
        return "both" if told.category in _BOTH_KINDS else told.field
    kind, category = told.counted.kind, told.counted.category
    if kind in {_ZERO, _LOSSES}:
        return told.counted.field
    if kind is _PERSON and told.counted.count is _MANY and category in VICTIM_FIELDS:
        return "both" if category in _BOTH_KINDS else VICTIM_FIELDS[category]
    return None
