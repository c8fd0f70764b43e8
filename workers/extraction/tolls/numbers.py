"""Figures that begin with a number: which numbers count people, and which people.

Place in the flow: under `tolls.figures`. A number counts the noun within two words after it;
hours, dates, ages, names of brigades, percentages and counted things are no figures.
"""

import re

from workers.extraction.tolls.words import Figure, Word
from workers.lexicon.counted import VICTIM_FIELDS, Count, TollWord
from workers.text.hedges import bounds, hedge_at
from workers.text.numerals import NumberMention, hedged
from workers.text.words import listed

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_MONTH = TollWord.MONTH
_MANY = Count.MANY
_ONE = Count.ONE
_PERSON = TollWord.PERSON
_THING = TollWord.THING
_TOTAL = TollWord.TOTAL
_TRIGGER = TollWord.TRIGGER

PEOPLE_MAX = 10_000_000
"""A larger figure is money or population, never the toll of an attack."""

_CLOCK_OR_DATE = re.compile(r"\d{1,2}[:/]\d|\d{1,4}[-/.]\d{1,2}[-/.]\d")
_NOT_A_COUNT = re.compile(
    r" ?%| (?:بالم|في الم[يا]|per ?cent)|(?:st|nd|rd|th)\b|[/:]\d|"
    r"-(?:year|month|day|hour|mile|member|strong|story|storey)"
)
_NAMED_BY_NUMBER = frozenset(
    listed(
        "اللواء الفرقه الكتيبه الفوج رقم القرار الماده قناه غرفه الطريق طريق العدد عمره عمرها كل "
        "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع الحادي "
        "ward brigade unit tower number no. resolution route highway battalion division aged age"
    )
)
"""Words after which a number is a name, an age or the second half of an ordinal."""
_AGE_WORDS = frozenset({"of", "to", "and", "or", "-", "about", "around", "some", "nearly"})
_AGE_BEFORE = re.compile(
    r"(?:(?:girl|boy|man|woman|child|son|daughter|infant|baby) of(?: about| around| some| nearly)?|"
    r"\baged? (?:about|around|some|nearly|(?:[\w-]+, ){0,3}[\w-]+,? (?:to|and|or|-))|"
    r"between \d+ and(?= \d+ years?)) $"
)
_NAME_REACH = 24
_AGE = re.compile(r"[,)]| ?\)|-year|-day")
_AGE_MAX = 111
_DAY_NEXT = re.compile(r" يوم (?:ال|امس|غد)")
"""After a number: "day" begins a date and is not what it counts."""
_OF_NEXT = re.compile(r" من | علي الاقل")
_DAYS = 32
_YEARS = range(1900, 2100)

_BARRED = re.compile(
    r"[,،.:;()\"]|(?:^| )(?:في|علي|خلال|اثر|جراء|عن|الي|ان|بعد|قبل|عندما|حين|لدي|ضد|و|بين|بينهم|"
    r"in|on|"
    r"at|by|when|and|as|after|during|from|with|to|were|was|killed|wounded|injured|near|for|who|"
    r"that|"
    r"the|have|had|dead|died|people) |(?:^| )[وف](?!ا )\w"
)
"""What may not stand between a number and its noun."""
_OF_THE = re.compile(r" (?:من (?:بين )?ال|of (?:the|those) )")
"""Between a number and a noun for victims: it counts some of them."""
_OF_OURS = frozenset({" of the ", " of those ", " of his ", " of her ", " of their ", " of its "})
"""Between an English number and people who are known."""
_OF_SOMEBODY = re.compile(r" of (?:the )?[\w-]+(?: [\w-]+)?(?:'s|s') ")
"""Between an English number and the people of a party ("12 of the movement's fighters")."""
_HEAD_REACH = 40
_HEAD_WORDS = 3
"""Spaces between a number and its noun: two words between ("12 Iraqi army men")."""


def number_figure(
    text: str, words: list[Word], index: int, *, upper: bool = False
) -> tuple[Figure | None, int]:
    """The figure of the number at `index`, None if it counts nobody, and the words it takes.

    `upper`: whether it is the upper end of a range.
    """
    word = words[index]
    number = word.number
    if _aged(text, words, index):
        end = words[index + 1].end
        return Figure(word.start, end, 1, 1, 1, word.joined, weak=True, edge=word.edge), 2
    monday = text.startswith(_MONDAY, word.edge) and _head_of(text, words, index) is not None
    named = monday or _named(text, words, index)
    if number is None or named or (not upper and _countless(text, word)):
        return None, 1
    if word.definite and index and _numbers(word, words[index - 1]):
        victims = words[index - 1]
        return _made(text, word, number, None, VICTIM_FIELDS[victims.counted.category]), 1
    if not _opens_range(text, words, index):
        return _counted(text, words, index, number)
    figure, taken = number_figure(text, words, index + 1, upper=True)
    if figure is not None and figure.head is None and text[word.end] == "-":
        return None, taken + 1  # a score
    return _from(figure, word, number), taken + 1


def _numbers(word: Word, before: Word) -> bool:
    """Whether a definite number counts the victims right before it ("القتلى الثلاثة")."""
    counted = before.counted
    return (
        counted.kind is _PERSON
        and counted.count is _MANY
        and counted.category in VICTIM_FIELDS
        and before.definite
        and word.edge - before.end <= 1
    )


def _counted(
    text: str, words: list[Word], index: int, number: NumberMention
) -> tuple[Figure | None, int]:
    """The figure of a number that may count people, with the noun that it counts."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.start - word.end <= 1:
        case = _CASES.get(text[following.start : following.end])
        told = case.match(text, following.end) if case is not None else None
        if told is not None:
            field = "deaths" if told["died"] else "injured"
            return _made(text, word, number, following, field), 2
        if following.counted.kind in {_THING, _MONTH}:
            return (None, 2) if not _DAY_NEXT.match(text, word.end) else (_lone(text, word), 2)
        if text[following.start : following.end] == "اصابه" and number.value not in {1, 2}:
            return _made(text, word, number, following, "injured"), 2
    at = _head_of(text, words, index)
    if at is None:
        return _lone(text, word), 1
    head = words[at]
    field = VICTIM_FIELDS.get(head.counted.category, "")
    taken = at - index + 1
    if head.counted.category in {"skip", "thing", "title"} or (word.definite and not field):
        return None, taken
    figure = _made(text, word, number, head, field)
    if number.value == 1 and head.counted.count is _MANY and text[word.start] == "و":
        figure.start, figure.joined = figure.start + 1, True  # "and one of", not "one"
    figure.of_those = bool(field) and _OF_THE.fullmatch(text, word.end, head.start) is not None
    return figure, taken


_MONDAY = "الاثنين"
"""Not "two" before a noun, which it cannot count ("شيع الاثنين جثمان جندي")."""
_OF_A_CASE = re.compile(
    r" (?:(?P<died>وفاه)|(?:اختناق|تسمم|اصابه|اصابات|حرجه|خطره|خطيره|متوسطه|بتر|نزيف|جراحيه))"
)
_CASES = {"حاله": _OF_A_CASE, "حالات": _OF_A_CASE}
"""Cases that a hospital counts: people, where what befell them follows ("16 حالة اختناق")."""
_YEAR_OLD = frozenset({"-year-old", "year-old"})


def _aged(text: str, words: list[Word], index: int) -> bool:
    """Whether it is the age of one who was struck ("killed ten-year-old Amal")."""
    if not 0 < index < len(words) - 1:
        return False
    word, before, following = words[index], words[index - 1], words[index + 1]
    return (
        text[following.start : following.end] in _YEAR_OLD
        and before.counted.kind is _TRIGGER
        and word.edge - before.end <= 1
    )


def _opens_range(text: str, words: list[Word], index: int) -> bool:
    """Whether it is the lower end of a range ("between 17 and 20 people", "30 to 40")."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or following.number is None or following.number.value is None:
        return False
    low = words[index].number
    if low is None or low.value is None or low.value >= following.number.value:
        return False
    gap = text[words[index].end : following.start].strip()
    if text[max(0, words[index].start - 9) : words[index].start].endswith(("بين ", "between ")):
        return gap in {"و", "and", "الي"}
    if gap not in _UP_TO or following.number.value > low.value * _RANGE_WIDTH:
        return False
    return _ROSE.search(text, max(0, words[index].start - _ROSE_REACH), words[index].start) is None


_UP_TO = frozenset({"to", "-"})
"""What stands between the ends of a range that "between" does not open."""
_RANGE_WIDTH = 3
"""How often the lower end may go into the upper one (chosen): "2-14" is a score or a date."""
_ROSE = re.compile(r"\b(?:from|rose|risen|rises|up|climbed|increased|jumped)[^.;,]*$")
_ROSE_REACH = 24


def _from(figure: Figure | None, word: Word, low: NumberMention) -> Figure | None:
    """The figure of a range: its lower end is the best that is sure."""
    if figure is None or figure.best is None or low.value is None:
        return figure
    figure.high, figure.low, figure.best = figure.best, low.value, low.value
    figure.start, figure.edge, figure.joined = word.start, word.edge, word.joined
    return figure


def _countless(text: str, word: Word) -> bool:
    """Whether a number is a clock time, a date, a percentage or an ordinal and counts nobody."""
    number = word.number
    if number is None or number.value is None:
        return False
    if text[word.start - 1 : word.start] in {":", "/", "-"} and text[word.start - 2].isdigit():
        return True
    if text[word.start].isdigit() and _CLOCK_OR_DATE.match(text, word.start):
        return True
    return number.value > PEOPLE_MAX or _NOT_A_COUNT.match(text, word.end) is not None


def _named(text: str, words: list[Word], index: int) -> bool:
    """Whether the number belongs to a name, an ordinal, an hour, a date or an age."""
    word = words[index]
    before = text[max(0, word.start - _NAME_REACH) : word.start]
    value = word.number.value if word.number is not None else None
    young = value is not None and value < _AGE_MAX and text[word.start].isdigit()
    aside = before.endswith((", ", "، ", "(", ",")) and not before.endswith("عدد (")
    if young and aside and _AGE.match(text, word.end):
        return True
    last = before[before.rfind(" ", 0, -1) + 1 : -1]
    if index and words[index - 1].counted.kind is _TOTAL and word.edge - words[index - 1].end <= 1:
        return False  # "the number became nine"
    if last in _NAMED_BY_NUMBER or (last in _AGE_WORDS and _AGE_BEFORE.search(before) is not None):
        return True
    earlier = words[index - 1] if index else None
    if earlier is None:
        return False
    if earlier.counted.kind is _MONTH and (value is None or value < _DAYS or value in _YEARS):
        return text[earlier.end : word.start].strip(" .,") == ""
    return earlier.counted.kind is _THING and word.edge - earlier.end <= 1


def _head_of(text: str, words: list[Word], index: int) -> int | None:
    """The index of the noun that the number at `index` counts, within two words of it.

    An English demonym or singular before the noun gives way to it ("three American soldiers").
    """
    head: int | None = None
    number = words[index].number
    several = number is not None and number.value is not None and number.value > 1
    end = _bracket_end(text, words[index])
    for at in range(index + 1, min(index + 4, len(words))):
        following = words[at]
        if following.counted.kind is not _PERSON or following.joined:
            break
        if not _leads_on(text[end : following.edge]):
            break
        head, end = at, following.end
        single = several and following.counted.count is _ONE
        if not text[following.start].isascii() or not (
            single or following.counted.category == "national"
        ):
            break
    return head


def _leads_on(between: str) -> bool:
    """Whether a noun behind these words may be the one that a number before them counts."""
    if len(between) > _HEAD_REACH:
        return False
    if not between.strip(' "') or between in _OF_OURS or _OF_SOMEBODY.fullmatch(between):
        return True
    plain = between.replace('"', "")
    return between.count(" ") <= _HEAD_WORDS and _BARRED.search(plain + " ") is None


def _bracket_end(text: str, word: Word) -> int:
    """Where the number ends, with the brackets around it ("عدد (30) عنصر")."""
    end = word.end
    return (
        end + 1 if text[word.start - 1 : word.start] == "(" and text[end : end + 1] == ")" else end
    )


def _lone(text: str, word: Word) -> Figure | None:
    """The figure of a number without a noun; None for a year and for "one" as an adjective."""
    number = word.number
    if number is None:
        return None
    surface = text[word.start : word.end]
    if number.value in _YEARS and surface.isdigit():
        return None
    if surface in {"واحد", "واحده"} and not _OF_NEXT.match(text, word.end):
        return None
    figure = _made(text, word, number, None, "")
    figure.definite = word.definite
    return figure


def _made(text: str, word: Word, number: NumberMention, head: Word | None, field: str) -> Figure:
    """The figure with its bounds; a hedge may stand after the noun too ("12 قتيلا على الأقل")."""
    number = hedged(text, number)
    hedge, low, high = number.hedge, number.low, number.high
    end = head.end if head is not None else number.end
    if hedge is None and number.value is not None and head is not None:
        hedge = hedge_at(text, end, end)
        low, high = bounds(number.value, hedge)
    if number.value is None:
        return Figure(
            number.start, end, None, None, None, word.joined, head, field=field, edge=word.edge
        )
    return Figure(
        number.start,
        end,
        low,
        number.value,
        high,
        word.joined,
        head,
        field=field,
        hedge=hedge,
        edge=word.edge,
    )
