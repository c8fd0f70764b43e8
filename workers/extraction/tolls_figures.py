"""Figures: groups of people that an article counts, before it is said what befell them.

Place in the flow: first half of `tolls`. One scan finds the words of tolls; a number with the noun that
it counts, a dual, a single person or a plural without a number becomes one `Figure`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from workers.lexicon.counted import VICTIM_FIELDS, Count, Counted, TollWord, toll_words
from workers.text.numerals import Hedge, NumberMention, bounds, hedge_at, hedged, parse_number
from workers.text.words import WordScanner

_SCANNER: WordScanner[Counted] = WordScanner(toll_words())

PEOPLE_MAX = 10_000_000
"""A larger figure is money or population, never the toll of an attack."""


@dataclass(slots=True)
class Word:
    """A toll word of the text, with its number if it is one."""

    start: int
    end: int
    clitic: str
    counted: Counted
    number: NumberMention | None = None

    @property
    def definite(self) -> bool:
        """Whether the Arabic article stands before it."""
        return self.clitic.endswith(("ال", "لل"))

    @property
    def joined(self) -> bool:
        """Whether "and" is written onto it."""
        return self.clitic.startswith(("و", "ف"))


@dataclass(slots=True)
class Figure:
    """People counted at `start:end`. `low`, `best`, `high` are None where no number is said.

    `weak`: a person without a number, who counts only beside a word of killing or hurting. `field`
    is set where the noun itself says what befell them.
    """

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    joined: bool
    head: Word | None = None
    weak: bool = False
    field: str = ""
    hedge: Hedge | None = None
    definite: bool = False
    edge: int = -1
    """Where the word begins with its proclitic."""

    @property
    def category(self) -> str:
        """What kind of people, "" where no noun says so."""
        return self.head.counted.category if self.head is not None else ""


_SENTENCE_END = re.compile(r"[!?؟\n؛;]|\.(?!\d)|\.{2,}")
_ABBREVIATION = re.compile(
    r"(?:\b[a-z]|\bjan|\bfeb|\bmar|\bapr|\baug|\bsept?|\boct|\bnov|\bdec|\bgen|\bcol|\bmr|\bdr|\bst|\bno|\blt|\bsgt|\bmaj)$"
)


def _sentence_ends(text: str) -> list[int]:
    """Where the sentences of a folded text end, ascending, the text's own end last."""
    ends: list[int] = []
    begin = 0
    for found in _SENTENCE_END.finditer(text):
        at = found.start()
        if found[0] == "." and _ABBREVIATION.search(text[max(0, at - 5) : at]):
            continue
        ends.extend(range(begin + _SENTENCE_MAX, at, _SENTENCE_MAX))
        begin = found.end()
        ends.append(begin)
    ends.extend(range(begin + _SENTENCE_MAX, len(text), _SENTENCE_MAX))
    ends.append(len(text))
    return ends


_SENTENCE_MAX = 2000
"""Characters: a longer sentence is no prose and is cut, so that the reading stays linear."""


_CLOCK_OR_DATE = re.compile(r"\d{1,2}[:/]\d|\d{1,4}[-/.]\d{1,2}[-/.]\d")
_NOT_A_COUNT = re.compile(
    r" ?%| (?:بالم|في الم|per ?cent|في الميه)|(?:st|nd|rd|th)\b|[/:]\d|-(?:year|month|day|hour|mile|member|strong|story|storey)"
)


def _words(text: str, begin: int, end: int) -> list[Word]:
    """The toll words of one sentence of a folded text, in order."""
    words: list[Word] = []
    done = 0
    for first, last, clitic, counted in _SCANNER.scan(text[begin:end]):
        start, stop = first + begin, last + begin
        if start < done:
            continue
        number: NumberMention | None = None
        if counted.kind is TollWord.NUMBER:
            number = None if _NUMBER_OF_THOSE.match(text, start) else parse_number(text, start)
            if number is None:
                counted = _FALLBACK.get(text[start:stop], counted)  # noqa: PLW2901
                if counted.kind is TollWord.NUMBER:
                    continue
            else:
                stop = number.end
        done = stop
        words.append(Word(start, stop, clitic, counted, number))
    return words


_NUMBER_OF_THOSE = re.compile(r"عدد من (?:لقوا|قتلوا|قضوا|استشهدوا|اصيبوا|جرحوا|سقطوا|فقدوا)")
_FALLBACK = {"عدد": Counted(TollWord.TOTAL), "number": Counted(TollWord.TOTAL)}


def countless(text: str, word: Word) -> bool:
    """Whether a number is a clock time, a date, a percentage or an ordinal and counts nobody."""
    number = word.number
    if number is None or number.value is None:
        return False
    before = text[word.start - 1 : word.start]
    if before in {":", "/"} and text[word.start - 2 : word.start - 1].isdigit():
        return True
    if text[word.start].isdigit() and _CLOCK_OR_DATE.match(text, word.start):
        return True
    if _NOT_A_COUNT.match(text, word.end):
        return True
    return number.value > PEOPLE_MAX


_BARRED = re.compile(
    r"[,،.:;()\"]|(?:^| )(?:في|علي|خلال|اثر|جراء|عن|الي|ان|بعد|قبل|عندما|حين|لدي|ضد|و|بين|بينهم|in|on|at|by|when|and|as|"
    r"after|during|from|with|to|were|was|killed|wounded|injured|near|for|who|that|the|have|had|dead|died|people) |(?:^| )[وف](?!ا )\w"
)


def _head_of(text: str, words: list[Word], index: int) -> int | None:
    """The index of the noun that the number at `index` counts, within two words of it.

    An English demonym before the noun ("three American soldiers") gives way to the noun.
    """
    head: int | None = None
    number = words[index]
    end = number.end
    for at in range(index + 1, min(index + 4, len(words))):
        following = words[at]
        if following.counted.kind is not TollWord.PERSON or following.joined:
            break
        between = text[end : following.start - len(following.clitic)]
        if len(between) > _HEAD_REACH or between.count(" ") > _HEAD_WORDS:
            break
        if _BARRED.search(between + " "):
            break
        head, end = at, following.end
        if following.counted.category != "national" or not text[following.start].isascii():
            break
    return head


_HEAD_REACH = 40
_HEAD_WORDS = 3
"""Spaces between a number and its noun: two words between ("12 Iraqi army men")."""

_OF_NEXT = re.compile(r" من | علي الاقل")
_TIME_NAMES = frozenset({"ساعه", "عام", "سنه", "يوم", "رقم"})
_NAMED_BY_NUMBER = re.compile(
    r"(?:اللواء|الفرقه|الكتيبه|الفوج|رقم|القرار|الماده|قناه|غرفه|الطريق|طريق|العدد|ward|brigade|"
    r"unit|tower|number|no\.|resolution|route|highway|battalion|division|aged|age|عمره|عمرها|"
    r"(?:girl|boy|man|woman|child|son|daughter|infant|baby) of|aged? \d+ (?:to|and|or|-)|between \d+ and|الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|الحادي) $"
)
"""Words after which a number is a name, an age or the second half of an ordinal."""
_AGE = re.compile(r"[,)]| ?\)|-year|-day")
_AGE_MAX = 111
_DAY_NEXT = re.compile(r" يوم (?:ال|امس|غد)")


def _named_or_age(text: str, word: Word) -> bool:
    """Whether the number is a name's or an ordinal's part, or an age between commas."""
    before = text[max(0, word.start - 16) : word.start]
    value = word.number.value if word.number is not None else None
    if value is not None and value < _AGE_MAX and text[word.start].isdigit():
        if before.endswith((", ", "، ", "(", ",")) and _AGE.match(text, word.end):
            return True
    return _NAMED_BY_NUMBER.search(before) is not None


_YEARS = range(1900, 2100)


def _number_figure(text: str, words: list[Word], index: int) -> tuple[Figure | None, int]:
    """The figure of the number at `index`, and how many words it takes."""
    word = words[index]
    number = word.number
    if number is None or countless(text, word):
        return None, 1
    if _named_or_age(text, word):
        return None, 1
    if index and words[index - 1].counted.kind is TollWord.MONTH:
        if text[words[index - 1].end : word.start].strip(" .,") == "":
            return None, 1
    if index and words[index - 1].counted.kind is TollWord.THING:
        earlier = words[index - 1]
        if word.start - earlier.end <= 3 and text[earlier.start : earlier.end] in _TIME_NAMES:
            return None, 1
    following = words[index + 1] if index + 1 < len(words) else None
    if (
        following is not None
        and following.start - word.end <= 1
        and not _DAY_NEXT.match(text, word.end)
    ):
        if following.counted.kind in {TollWord.THING, TollWord.MONTH}:
            return None, 2
        if text[following.start : following.end] == "اصابه" and (number.value or 3) > 2:
            return _made(text, word, number, following, "injured"), 2
    head_index = _head_of(text, words, index)
    if head_index is None:
        plain_year = number.value in _YEARS and text[word.start : word.end].isdigit()
        before = text[max(0, word.start - 4) : word.start]
        adjective = text[word.start : word.end] in {"واحد", "واحده"} and not _OF_NEXT.match(
            text, word.end
        )
        if plain_year or adjective or before.endswith("كل "):
            return None, 1
        figure = _made(text, word, number, None, "")
        figure.definite = word.definite
        return figure, 1
    head = words[head_index]
    category = head.counted.category
    if category in {"skip", "thing", "title"}:
        return None, 2
    taken = head_index - index + 1
    if word.definite and category not in VICTIM_FIELDS:
        return None, taken
    return _made(text, word, number, head, VICTIM_FIELDS.get(category, "")), taken


def _made(text: str, word: Word, number: NumberMention, head: Word | None, field: str) -> Figure:
    number = hedged(text, number)
    end = head.end if head is not None else number.end
    hedge = number.hedge
    low, high = number.low, number.high
    if hedge is None and number.value is not None and head is not None:
        hedge = hedge_at(text, end, end) if hedge_at(text, end, end) is not None else None
        low, high = bounds(number.value, hedge)
    best = number.value
    return Figure(
        number.start, end,
        low if best is not None else None, best, high if best is not None else None,
        word.joined, head, field=field, hedge=hedge, edge=word.start - len(word.clitic),
    )  # fmt: skip


_ENGLISH_ONE = re.compile(
    r"\b(an?|another|the|his|her|their|its) (?:(?!by |in |on |at |of |and |to )[\w.'-]+ ){0,3}$"
)


_NEVER_ALONE = frozenset({"skip", "thing", "title", "lives", "many"})
_PRONOUNS = ("ها", "اه", "هم")
_EVENT_NOUN = re.compile(
    r"(?:هجوم|هجوما|الهجوم|هجومين|تفجير|تفجيرا|التفجير|تفجيرين|عمليه|العمليه|مزدوج|حزام|اعتداء|"
    r"الاعتداء|طايره|طايرات|مسيره|مسيرات|مسيرتين|مسيرتان|زورق|قارب|سياره|شاحنه|دراجه|قصف|عمل|عملا|"
    r"تنظيم|خليه|جماعه|مجموعه|عبوه|اعمال|لغم|انفجار|موكب|طاقم|رتل|موقع|هدف|مصدر|بيان) $"
)
"""Nouns whose adjective "suicide", "terrorist" or "military" is no person."""


def _adjectival(text: str, word: Word) -> bool:
    """Whether a word for a kind of person qualifies the noun before it ("تفجير انتحاري")."""
    if word.clitic or word.counted.count is not Count.ONE or text[word.start].isascii():
        return False
    if word.counted.category not in {"attacker", "militant", "military"}:
        return False
    return _EVENT_NOUN.search(text[max(0, word.start - 12) : word.start]) is not None


def _alone(text: str, words: list[Word], index: int) -> bool:
    """Whether a demonym names people: not right before or after the noun that it qualifies."""
    word = words[index]
    ascii_word = text[word.start].isascii()
    if word.counted.count is Count.ONE and not ascii_word:
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.counted.kind is TollWord.PERSON and not following.joined:
        if len(text[word.end : following.start].split()) <= 1:
            return False
    if word.counted.count is Count.ONE:
        return text[max(0, word.start - 3) : word.start] in {" a ", "an "}
    before = words[index - 1] if index else None
    if before is None or before.counted.kind is not TollWord.PERSON:
        return True
    return word.start - before.end > 1


_ALSO_ADJECTIVES = frozenset(
    {"مدني", "مدنيه", "عسكري", "مسلح", "ارهابي", "متشدد", "متطرف", "داعشي", "جهادي", "حوثي", "انتحاري", "انتحاريه",
     "دبلوماسي", "اعلامي", "صحفي", "صحافي", "قبطي", "سكان", "اهالي", "رابع", "ثالث", "اخر", "مقدم", "مسن", "والد"}
)  # fmt: skip
"""Words whose definite singular is mostly an adjective or stands for a group (الدفاع المدني)."""
_LEFT_BEHIND = re.compile(
    r"(?:اوقع|اوقعت|خلف|خلفت|مخلفا|مخلفه|موقعا|موقعه|الاولي|الاوليه|حصيله|سجل|سجلت) $"
)
"""Words before an accusative "one dead" that make it a toll ("أوقع قتيلا"), not a state ("سقط قتيلا")."""
_OF_BOTH = re.compile(r"بين (?:(?:قتيل|جريح|شهيد|مصاب)\w{0,2} )?و?$")


def _person_figure(text: str, words: list[Word], index: int) -> tuple[Figure | None, int]:
    """The figure of a person without a number before: a dual, a single one, a bare plural."""
    word = words[index]
    counted = word.counted
    category = counted.category
    if _adjectival(text, word):
        return None, 1
    if category in _NEVER_ALONE and counted.count is not Count.TWO:
        return None, 1
    demonym = category == "national" and counted.count is not Count.TWO
    if demonym and not _alone(text, words, index):
        return None, 1
    if counted.count is Count.ONE and word.definite:
        if category == "national" or text[word.start : word.end] in _ALSO_ADJECTIVES:
            return None, 1
    field = VICTIM_FIELDS.get(category, "")
    if counted.count is Count.TWO:
        if category in {"skip", "thing", "injury"} or (word.definite and field):
            return None, 1
        taken = 2 if _said_again(text, words, index, 2) else 1
        weak = word.definite
        return _person(text, word, words[index + taken - 1].end, 2, field, weak=weak), taken
    if counted.count is Count.MANY:
        if field and (word.definite or text[word.start : word.end].endswith(_PRONOUNS)):
            return None, 1
        taken = 2 if _said_again(text, words, index, 2) else 1
        best = 2 if taken == 2 else None
        return _person(
            text, word, words[index + taken - 1].end, best, field, weak=not field and taken == 1
        ), taken
    taken = 2 if _said_again(text, words, index, 1) else 1
    if text[word.start].isascii():
        article = _ENGLISH_ONE.search(text, max(0, word.start - 45), word.start)
        if article is None or (field and article[1] == "the"):
            return None, 1
        figure = _person(text, word, word.end, 1, field, weak=True)
        figure.start = figure.edge = article.start()
        figure.joined = False
        return figure, 1
    if field and _OF_BOTH.search(text[max(0, word.start - 16) : word.start]):
        return None, 1
    bare_accusative = counted.accusative and not _LEFT_BEHIND.search(
        text[max(0, word.start - 12) : word.start]
    )
    proclitic = word.definite or word.clitic.endswith(("ب", "ل", "ك"))
    if field and taken == 1 and (proclitic or bare_accusative):
        return None, 1
    end = words[index + taken - 1].end
    return _person(text, word, end, 1, field, weak=not field), taken


def _said_again(text: str, words: list[Word], index: int, value: int) -> bool:
    """Whether "one" or "two" follows the noun that already says it ("شخص واحد", "مدنيين اثنين")."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    adjacent = following.start - words[index].end <= 1 and not following.clitic
    return adjacent and following.number is not None and following.number.value == value


def _person(text: str, word: Word, end: int, best: int | None, field: str, *, weak: bool) -> Figure:
    hedge = (hedge_at(text, word.start, end)) if best is not None else None
    low, high = bounds(best, hedge) if best is not None else (None, None)
    return Figure(
        word.start,
        end,
        low,
        best,
        high,
        word.joined,
        word,
        weak,
        field,
        hedge,
        edge=word.start - len(word.clitic),
    )


def _tells(word: str, counted: Counted) -> bool:
    """Whether a word alone makes its sentence worth reading."""
    if counted.kind in {TollWord.TOTAL, TollWord.EARLIER}:
        return "toll" in word or "حصيله" in word
    telling = {TollWord.TRIGGER, TollWord.FATE, TollWord.ZERO, TollWord.LOSSES}
    return counted.kind in telling or counted.category in VICTIM_FIELDS


_TELLERS: WordScanner[Counted] = WordScanner(
    {word: entry for word, entry in toll_words().items() if _tells(word, entry[0])}
)


def toll_sentences(text: str) -> Iterator[list[Word | Figure]]:
    """The toll words and figures of each sentence that tells of the dead or the hurt, in order.

    The words that a figure is made of are gone.
    """
    hits = _TELLERS.scan(text)
    if not hits:
        return
    ends = _sentence_ends(text)
    done = 0
    for start, *_ in hits:
        if start < done:
            continue
        index = bisect_right(ends, start)
        begin = ends[index - 1] if index else 0
        done = ends[index]
        yield _items(text, _words(text, begin, done))


def _items(text: str, words: list[Word]) -> list[Word | Figure]:
    made: list[Word | Figure] = []
    index = 0
    while index < len(words):
        word = words[index]
        figure: Figure | None = None
        taken = 1
        if word.counted.kind is TollWord.NUMBER:
            figure, taken = _number_figure(text, words, index)
        elif word.counted.kind is TollWord.PERSON:
            figure, taken = _person_figure(text, words, index)
            if figure is None:
                made.append(word)
        else:
            made.append(word)
        if figure is not None:
            made.append(figure)
        index += taken
    return made
