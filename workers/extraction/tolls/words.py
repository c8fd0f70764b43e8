"""The words of tolls in a folded text, sentence by sentence, and the figures that are made of them.

Place in the flow: lowest part of `tolls`. A first scan finds the sentences that tell of the dead
or the hurt at all; only those are scanned for all words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workers.lexicon.counted import VICTIM_FIELDS, Counted, TollWord, toll_words
from workers.text.hedges import Hedge
from workers.text.numerals import NumberMention, after_fraction, parse_number
from workers.text.patterns import Pattern
from workers.text.words import WordScanner

# Members of an enumeration are looked up once: it is the cost of a scan otherwise.
_EARLIER = TollWord.EARLIER
_FATE = TollWord.FATE
_LOSSES = TollWord.LOSSES
_NUMBER = TollWord.NUMBER
_THING = TollWord.THING
_TOTAL = TollWord.TOTAL
_TRIGGER = TollWord.TRIGGER
_ZERO = TollWord.ZERO


@dataclass(slots=True)
class Word:
    """A toll word of the text, with its number if it is one."""

    start: int
    end: int
    clitic: str
    counted: Counted
    number: NumberMention | None = None

    @property
    def edge(self) -> int:
        """Where the word begins with its proclitic."""
        return self.start - len(self.clitic)

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

    Attributes:
        joined: "And" is written onto it.
        head: The noun that names the people.
        weak: A person without a number, who counts only beside a word of killing or hurting.
        field: Set where the noun itself says what befell them.
        hedge: About, at least, at most.
        definite: "The thirty": counts only behind a toll that rose to it.
        of_those: A number of people told before ("five of the dead").
        edge: Where it begins with its proclitic.
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
    of_those: bool = False
    edge: int = -1

    @property
    def category(self) -> str:
        """What kind of people, "" where no noun says so."""
        return self.head.counted.category if self.head is not None else ""


_SCANNER: WordScanner[Counted] = WordScanner(toll_words())

_TELLING = frozenset({_TRIGGER, _FATE, _ZERO, _LOSSES})


def _tells(word: str, counted: Counted) -> bool:
    """Whether a word alone makes its sentence worth reading."""
    if counted.kind in {_TOTAL, _EARLIER}:
        return "toll" in word or "حصيله" in word
    return counted.kind in _TELLING or counted.category in VICTIM_FIELDS


_TELLERS: WordScanner[Counted] = WordScanner(
    {word: entry for word, entry in toll_words().items() if _tells(word, entry[0])}
)

_SENTENCE_MARKS = "!?؟\n؛;"
"""Marks that end a sentence, besides the full stop."""
_ABBREVIATION = re.compile(
    r"(?:\b[a-z]|\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec|gen|col|mr|dr|st|no|lt|sgt|maj))$"
)
_SENTENCE_MAX = 2000
"""Characters: a longer sentence is no prose and is cut, so that the reading stays linear."""


def telling_sentences(text: str) -> Iterator[list[Word]]:
    """The toll words of each sentence that tells of the dead or the hurt, in order."""
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
        yield _words(text, begin, done)


def _sentence_ends(text: str) -> list[int]:
    """Where the sentences of a folded text end, ascending, the text's own end last."""
    stopped = text
    for mark in _SENTENCE_MARKS:
        stopped = stopped.replace(mark, ".")
    ends: list[int] = []
    begin = 0
    at = stopped.find(".")
    while at >= 0:
        if text[at] != "." or _stops(text, at):
            ends.extend(range(begin + _SENTENCE_MAX, at, _SENTENCE_MAX))
            begin = at + 1
            ends.append(begin)
        at = stopped.find(".", at + 1)
    ends.extend(range(begin + _SENTENCE_MAX, len(text), _SENTENCE_MAX))
    ends.append(len(text))
    return ends


def _stops(text: str, at: int) -> bool:
    """Whether a full stop ends a sentence: not in a figure, not behind an abbreviation."""
    if text[at + 1 : at + 2].isdigit():
        return False
    before = text[at - 1 : at]
    if before == "(" or text[at + 1 : at + 2] == ")" or text[at - 2 : at] == "(.":
        return False  # "(..)": words left out
    return not (before.isascii() and before.isalpha()) or not _ABBREVIATION.search(
        text[max(0, at - 5) : at]
    )


_NUMBER_OF_THOSE = re.compile(r"عدد من (?:لقوا|قتلوا|قضوا|استشهدوا|اصيبوا|جرحوا|سقطوا|فقدوا)")
_NUMBER_NAMED = {"عدد": Counted(_TOTAL), "number": Counted(_TOTAL)}
"""Words that begin a number only before "of": alone they announce one ("عدد القتلى")."""
_TIME_NAMES = frozenset({"ساعه", "عام", "سنه", "يوم"})
"""Things that matter before a number too: it names an hour or a year then."""
_ADJACENT = 4
"""Characters between a number and a thing that it counts, with the article."""


_FELL = frozenset({"سقط", "سقطت", "سقطا", "سقطتا"})
"""Verbs of which people may be the subject, and what was fired as well."""
_WHAT_FELL: Final = Pattern(
    r"\b[وبل]?(?:ال)?(?:صاروخ|صواريخ|قذيف|قذايف|قنبل|قنابل|مسير|طاير|مقذوف|شظايا|حطام)\w* "
    r"(?:\w+ )?$"
)
_FELL_REACH = 30


_LETTER_DIGIT = re.compile(r"[\u0621-\u064a]\d")
_GLUED = re.compile(
    r"\b[وف]?(?:عن|ان|نحو|حوالي|قرابه|من|الي|مقتل|قتل|قتلت|اصابه|اصيب|جرح|استشهاد|سقوط|بلغ|بينهم)(\d)"
)
"""A number whose space before it is missing, as agency pages drop it ("ما لا يقل عن25 شخصا")."""


def _scan(sentence: str) -> list[tuple[int, int, str, Counted]]:
    """The toll words of a sentence, numbers written onto the word before them among them."""
    hits = _SCANNER.scan(sentence)
    if _LETTER_DIGIT.search(sentence) is None:
        return hits
    glued = [
        (match.start(1), match.end(1), "", Counted(_NUMBER)) for match in _GLUED.finditer(sentence)
    ]
    return sorted([*hits, *glued], key=lambda hit: hit[0]) if glued else hits


def _words(text: str, begin: int, end: int) -> list[Word]:
    """The toll words of one sentence, in order; things only where a number stands before them."""
    words: list[Word] = []
    done = 0
    for first, last, clitic, found in _scan(text[begin:end]):
        start, stop, counted = first + begin, last + begin, found
        if start < done:
            continue
        number: NumberMention | None = None
        if counted.kind is _THING:
            beside = words and words[-1].number is not None and start - done <= _ADJACENT
            if not beside and text[start:stop] not in _TIME_NAMES:
                continue
        elif counted.kind is _NUMBER:
            if clitic.endswith("ك") and text[start:stop] == "ميه":
                continue  # a quantity, not "like a hundred"
            number = None if _NUMBER_OF_THOSE.match(text, start) else parse_number(text, start)
            if number is None:
                named = _NUMBER_NAMED.get(text[start:stop])
                if named is None:
                    done = after_fraction(text, start)
                    continue
                counted = named
            else:
                stop = number.end
        elif text[start:stop] in _FELL and _WHAT_FELL.search_cut(
            text, max(begin, start - _FELL_REACH), start
        ):
            continue
        done = stop
        words.append(Word(start, stop, clitic, counted, number))
    return words
