"""Totals that the words of tolls do not show: "bringing to 44 the number of people killed".

Also "becoming the fourth victim of the attack", and one dead whom a pronoun tells ("shot at an
activist, which led to his death").

Place in the flow: read by `tolls.finder` beside its sentences, whose figures follow their noun.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from workers.text.numerals import parse_number
from workers.text.patterns import Pattern

_TOTAL: Final = Pattern(
    r"\b(?:taking|bringing|raising|pushing|lifting|takes|brings|raises|took|brought|raised) to "
    r"(?:at least |more than |over |nearly |about )?(?P<figure>\d[\d,]*\d|\d|[a-z]+(?:-[a-z]+)?) "
    r"the (?:(?:overall|total|confirmed|official) )?(?:"
    r"(?:number|toll|tally|count|total) (?:of (?:[\w-]+ ){1,3}?)?(?:known to have )?"
    r"(?P<fate>killed|dead|died|deaths|fatalities|wounded|injured|hurt)"
    r"|death (?P<toll>toll)"
    r"|[\w-]+ (?:known|confirmed|reported) (?:to have )?(?P<known>died|dead|killed))\b"
)
_OVER_TIME: Final = Pattern(
    r"[^.;\n]{0,60}?\b(?:this (?:year|month|week)|since|so far|in (?:recent|the past|the last|a) )"
)
"""Behind a total: it counts more than one attack."""
_HURT = frozenset({"wounded", "injured", "hurt"})


_ORDINALS: Final = {
    word: value
    for value, words in enumerate(
        (
            ("second", "ثاني", "ثانيه"), ("third", "ثالث", "ثالثه"), ("fourth", "رابع", "رابعه"),
            ("fifth", "خامس", "خامسه"), ("sixth", "سادس", "سادسه"), ("seventh", "سابع", "سابعه"),
            ("eighth", "ثامن", "ثامنه"), ("ninth", "تاسع", "تاسعه"), ("tenth", "عاشر", "عاشره"),
        ),
        start=2,
    )
    for word in words
}  # fmt: skip
_NTH: Final = "|".join(_ORDINALS)
_NTH_DEAD: Final = Pattern(
    rf"\b(?:becom(?:es?|ing)|became|(?:was|is|making (?:him|her|it)|as)(?= the )) the ({_NTH}) "
    r"(?:person |one |victim |man |woman |child )?"
    r"(?:fatality|victim|death|(?:to|who has|who) (?:die|died)|killed)"
    r" (?:of|from|in|as a result of) (?:the |that |this |[a-z]+day's |[a-z]+day |last week's ){0,2}"
    r"(?:\w+ ){0,2}(?:attack|blast|bombing|explosion|shooting|raid|strike|ambush|assault|stabbing|"
    r"ramming|shelling|massacre)\b"
    rf"|\b(?:[فول]?يصبح|[فول]?تصبح|وهو|وهي|بات|باتت|ليكون|لتكون|ك|صار) "
    rf"(?:ال(?:قتيل|ضحيه|شهيد)ه? ال({_NTH})"
    rf"|({_NTH}) (?:قتيل|قتيله|ضحيه|شهيد|شهيده|القتلي|الضحايا))"
    r" (?:في |ل|من جراء |جراء |نتيجه |لل)?(?:هذا |هذه )?(?:ال)?"
    r"(?:هجوم|تفجير|انفجار|قصف|غاره|اعتداء|كمين|عمليه|مجزره|اطلاق|حادث)"
)
"""One who has died is told to be the fourth victim: so many are dead now."""


_HIS_DEATH: Final = Pattern(
    r"\b(?:ادي|ادت|يودي|اسفر|اسفرت|تسبب|تسببت|متسببا|متسببه|افضي|افضت) (?:ذلك )?"
    r"(?:الي |عن |في |ل|ب)(?:مقتل|وفات|استشهاد|مصرع)(?:ه|ها)(?!\w)"
    r"|\b(?:اودي|اودت) بحيات(?:ه|ها)(?!\w)"
)


class Total(NamedTuple):
    """A running total: the span of its figure, what befell the people, whether over a time.

    `running`: it counts those who died before, too.
    """

    start: int
    end: int
    field: str
    people: int
    over_time: bool
    running: bool = True


def totals_before_nouns(text: str) -> Iterator[Total]:
    """The totals of a folded text that stand before the word for the dead or the hurt."""
    for found in _TOTAL.finditer(text, 0, len(text)):
        start, end = found.span("figure")
        number = parse_number(text, start)
        if number is None or number.end != end or not number.value:
            continue
        field = "injured" if found["fate"] in _HURT else "deaths"
        over_time = _OVER_TIME.match(text, found.end()) is not None
        yield Total(start, end, field, number.value, over_time)
    for found in _NTH_DEAD.finditer(text, 0, len(text)):
        nth = _ORDINALS[next(word for word in found.groups() if word)]
        yield Total(found.start(), found.end(), "deaths", nth, over_time=False)
    for found in _HIS_DEATH.finditer(text, 0, len(text)):
        yield Total(found.start(), found.end(), "deaths", 1, over_time=False, running=False)
