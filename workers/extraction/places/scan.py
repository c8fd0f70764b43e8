"""Scanning a text's words for names of the gazetteer: longest first, with clitics and article.

Place in the flow: first step of `places`. Splitting at spaces and asking a dictionary once a word
(remembered in a bounded cache) is exact about word boundaries and linear in the text. Names that
are words, and small places, are taken only where something beside them calls for a place, so that
later steps see few of them. A place noun that no known name follows announces an unknown one.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from operator import add, attrgetter
from typing import Literal

from workers.extraction.places.owned import Owned
from workers.extraction.places.quarters import HOME, HOME_WORDS
from workers.extraction.places.types import Hit, Scan
from workers.lexicon.gazetteer import Gazetteer
from workers.lexicon.gazetteer.context import CLITICS, HEADS, ContextWords
from workers.lexicon.gazetteer.own import OWN_PREFIX

_CACHE_WORDS = 100_000
"""Distinct words remembered: more than a day of news holds; about 20 MB."""

_REST_LENGTH_MIN = 3
"""A shorter rest after taking off clitics is chance (بلد is not ب + لد)."""

_UNKNOWN_LENGTH_MIN = 4
"""Shorter unknown words after a place noun are seldom names."""

_WELL_KNOWN = 0.6
"""Weight from which a single name needs nothing beside it: towns of 15,000 people, our own
tables' towns."""

_FAMOUS = 1.0
"""The same for Latin names, of which more are words: cities of 300,000 people."""

_QUOTES_MAX = 3
"""Marks between a place noun and a name: quotation marks and a bracket."""

_ARABIC_ARTICLE = "ال"

_ROADS = frozenset({"road", "highway", "motorway", "expressway", "railway"})
"""Behind two names: the road from one to the other."""
_POSSESSOR_MIN = 4
_ADJECTIVE_ENDS = ("ه", "ي", "يين")
_RELATIVE = frozenset({"الذي", "التي", "اللذين", "اللتين", "الواقع", "الان", "اليوم", "الليله"})
"""Definite words that possess nothing: who, which, lying, now, today."""


@dataclass(slots=True)
class _Start:
    """One way in which names could begin with a word, `stripped` characters taken off."""

    stripped: int
    first: str
    toggled: bool
    length_max: int
    entries: tuple[int, ...]
    weak: bool
    ours: bool


@dataclass(slots=True)
class _Starts:
    """All ways in which names could begin with a word.

    `seconds` are the second words of longer names, `single` the way in which it is a name alone;
    `announces`: it is a place noun that an unknown name may follow.
    """

    options: tuple[_Start, ...]
    seconds: frozenset[str]
    single: _Start | None
    announces: bool
    idle: bool
    """Neither a name alone nor a place noun: only a longer name can begin here."""


class Scanner:
    """Finds names; it remembers for each word which names could begin with it."""

    def __init__(self, gazetteer: Gazetteer, words: ContextWords) -> None:
        self._weights = gazetteer.columns.weights
        self._ids = gazetteer.columns.ids
        self._owned = Owned(gazetteer, lambda word: words.roles(word).direction)
        self._first = gazetteer.first
        self._index = gazetteer.index
        self._keys = gazetteer.columns.keys
        self._words = words
        self._known: dict[str, _Starts | str | Literal[False]] = {}
        self._lookup = lru_cache(maxsize=_CACHE_WORDS)(lambda name: tuple(gazetteer.lookup(name)))

    def scan(self, text: str) -> Scan:
        """The names in a key text (`names.key_text`), in its order, none overlapping."""
        words = text.split(" ")
        known = self._known
        candidates = [
            (at, seen) for at, seen in enumerate(map(known.get, words)) if seen is not False
        ]
        if not candidates:
            return Scan(words, [], [], [])
        hits: list[Hit] = []
        refused: list[tuple[int, _Start]] = []
        soil: list[Hit] = []
        demonyms: list[str] = []
        homes: list[int] = []
        words.append("")
        offsets = list(map(add, accumulate(map(len, words), initial=0), range(len(words) + 1)))
        after = 0
        for at, seen in candidates:
            if at < after:
                continue
            starts = self._starts(words[at]) if seen is None else seen
            if not starts:
                continue
            if isinstance(starts, str):
                if starts == HOME:
                    homes.append(at)
                    continue
                demonyms.append(starts)
                whose = self._owned.by_demonym(words, at, offsets, starts, soil, self._begins_name)
                if whose is not None and whose.word >= after:
                    hits.append(whose)
                    after = whose.word + whose.length
                continue
            if starts.idle and words[at + 1] not in starts.seconds:
                continue
            hit = self._hit(words, at, offsets, starts, hits, refused)
            if hit is not None:
                hit = self._owned.by_name(words, hit, offsets) or hit
                hits.append(hit)
                after = hit.word + hit.length
        _readmit(words, offsets, hits, refused)
        hits = self._owned.with_soil(hits, soil)
        hits = self._owned.with_homes(words, homes, offsets, hits, demonyms)
        return Scan(words, offsets, hits, demonyms)

    def _begins_name(self, word: str) -> bool:
        starts = self._starts(word)
        return isinstance(starts, _Starts) and bool(starts.single or starts.seconds)

    def _starts(self, word: str) -> "_Starts | str | Literal[False]":
        """How names could begin with this word (`_starts_of`), remembered; False where none can."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _CACHE_WORDS:
                self._known.clear()
            found = self._starts_of(word) or False
            self._known[word] = found
        return found

    def _hit(
        self,
        words: list[str],
        at: int,
        offsets: list[int],
        starts: _Starts,
        hits: list[Hit],
        refused: list[tuple[int, _Start]],
    ) -> Hit | None:
        """The longest name that begins at word `at`; a weak one only where a place is due."""
        best = None
        length = 1
        name = ""
        if words[at + 1] in starts.seconds and not self._second_direction(words, at):
            for start in starts.options:
                longer = self._longest(words, at, start)
                if longer > length:
                    best, length = start, longer
                    name = " ".join((start.first, *words[at + 1 : at + length]))
        if best is not None and starts.announces and self._outreached(words, at + 1, length):
            return None
        if best is None:
            best = starts.single
            if best is None:
                return self._unknown(words, at, offsets) if starts.announces else None
            if best.weak and not self._supported(words, at, best, hits):
                if best.ours:
                    refused.append((at, best))
                return None
            return _single(words, at, offsets, best)
        end = offsets[at + length - 1] + len(words[at + length - 1])
        clitics = words[at][: best.stripped]
        entries = self._lookup(name)
        return Hit(
            at, length, offsets[at] + best.stripped, end, name, clitics, best.toggled, entries
        )

    def _second_direction(self, words: list[str], at: int) -> bool:
        """Whether a longer name would tear "north-east of X" apart ("شمال [شرقي حلب]")."""
        if not at or not self._words.roles(words[at]).direction:
            return False
        return bool(self._words.roles(words[at - 1]).direction)

    def _longest(self, words: list[str], at: int, start: _Start) -> int:
        for length in range(min(start.length_max, len(words) - at), 1, -1):
            if " ".join((start.first, *words[at + 1 : at + length])) in self._index:
                return length
        return 0

    def _outreached(self, words: list[str], at: int, length: int) -> bool:
        """Whether the name behind a place noun goes on: "the town of Tell", but Tell Tamer."""
        starts = self._starts(words[at])
        options = starts.options if isinstance(starts, _Starts) else ()
        return any(self._longest(words, at, start) >= length for start in options)

    def _unknown(self, words: list[str], at: int, offsets: list[int]) -> Hit | None:
        """The word after a place noun where it can only be an unknown name; two after كفر."""
        name_at = at + 1 if words[at + 1] else at + 2
        if name_at + 2 >= len(words):
            return None
        word = words[name_at]
        last = name_at
        if word in HEADS:
            last += 1
            if f"{word} {words[last]}" in self._index:
                return None
            if len(words[last]) < _UNKNOWN_LENGTH_MIN - 1 or not words[last].isalpha():
                return None
        elif (
            len(word) < _UNKNOWN_LENGTH_MIN
            or self._starts(word) is not False
            or not self._words.may_be_name(word)
        ):
            return None
        stripped = 2 if word.startswith(_ARABIC_ARTICLE) and last == name_at else 0
        begin, end = offsets[name_at], offsets[last] + len(words[last])
        name = " ".join(words[name_at : last + 1])
        return Hit(
            name_at, last - name_at + 1, begin, end, name[stripped:], "", toggled=False, entries=()
        )

    def _supported(self, words: list[str], at: int, start: _Start, hits: list[Hit]) -> bool:
        """Whether a place noun or a list of places before a weak name calls for a place."""
        before = at - 1
        while before >= 0 and not words[before] and at - before <= _QUOTES_MAX:
            before -= 1
        if before < 0 or not words[before]:
            return False
        roles = self._words.roles(words[before])
        common = start.first in self._words.common
        if roles.announces or (roles.noun and not start.toggled and not common):
            return True
        ended = hits[-1].word + hits[-1].length if hits else -1
        if (ended == at and (words[at][0] == "و" or words[at + 1] in _ROADS)) or (
            ended == before and words[before] in ("و", "and")
        ):
            return start.ours or not common  # "in Yemen, and the coalition ..." lists no places
        if start.toggled or (common and (not start.ours or self._possesses(words[at + 1], start))):
            return False
        return bool(roles.preposition or roles.direction) or words[at][: start.stripped].endswith(
            "ب"
        )

    def _possesses(self, following: str, start: _Start) -> bool:
        """Whether a word that may be a name is "the hall of ..." here: a definite noun follows.

        What ends in a feminine or relating ending may be the place's adjective.
        """
        return (
            not start.first.startswith(_ARABIC_ARTICLE)
            and following.startswith(_ARABIC_ARTICLE)
            and len(following) > _POSSESSOR_MIN
            and not following.endswith(_ADJECTIVE_ENDS)
            and following not in self._words.demonyms
            and following not in _RELATIVE
        )

    def _start(self, stripped: int, first: str, *, toggled: bool) -> _Start:
        alone = first in self._index and first not in self._words.never_alone
        entries = self._lookup(first) if alone else ()
        weak = toggled or first in self._words.common
        least = _FAMOUS if first.isascii() else _WELL_KNOWN
        weak = weak or all(
            self._weights[entry] < least and not self._ids[entry].startswith(OWN_PREFIX)
            for entry in entries
        )
        ours = any(self._ids[entry].startswith(OWN_PREFIX) for entry in entries)
        return _Start(stripped, first, toggled, self._first[first], entries, weak, ours)

    def _seconds(self, first: str) -> set[str]:
        """The second words of all names that begin with `first`."""
        prefix = f"{first} "
        at = bisect_left(self._keys, prefix)
        found: set[str] = set()
        while at < len(self._keys) and self._keys[at].startswith(prefix):
            found.add(self._keys[at].split(" ", 2)[1])
            at += 1
        return found

    def _starts_of(self, word: str) -> _Starts | str | None:
        """How names could begin with this word; a demonym's country; None for the rest."""
        if not word:
            return None
        if word in HOME_WORDS:
            return HOME
        country = self._words.demonyms.get(word)
        if country is not None and word not in self._words.demonyms_that_are_names:
            return country
        options: list[_Start] = []
        if "\u0621" <= word[0] <= "\u064a":
            self._arabic_starts(word, options)
        elif word in self._first:
            options.append(self._start(0, word, toggled=False))
        announces = self._words.roles(word).announces
        kept = tuple(start for start in options if start.entries or start.length_max > 1)
        if not kept and not announces:
            return None
        seconds = frozenset().union(
            *(self._seconds(start.first) for start in kept if start.length_max > 1)
        )
        single = next((start for start in kept if start.entries), None)
        return _Starts(kept, seconds, single, announces, idle=single is None and not announces)

    def _headed_starts(self, word: str, options: list[_Start]) -> None:
        """The place noun that a word holds which is no name alone ("بجبل"): longer names begin."""
        for clitic in CLITICS:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and rest in self._first and self._words.roles(rest).noun:
                start = self._start(len(clitic), rest, toggled=False)
                options.append(replace(start, entries=()))

    def _arabic_starts(self, word: str, options: list[_Start]) -> None:
        first = self._first
        if word in first:
            options.append(self._start(0, word, toggled=False))
        if word in self._words.said_never:
            self._headed_starts(word, options)
            return
        if word not in first and (
            word.startswith(_ARABIC_ARTICLE)
            and word[2:] in first
            and len(word) > _REST_LENGTH_MIN + 1
        ):
            options.append(self._start(2, word[2:], toggled=True))
        for clitic in CLITICS:
            if not word.startswith(clitic):
                continue
            rest = word[len(clitic) :]
            if (
                clitic[-1] == "ل"
                and rest.startswith("ل")
                and (whole := _ARABIC_ARTICLE + rest[1:]) in first
            ):
                options.append(self._start(len(clitic), whole, toggled=False))
            elif len(rest) >= _REST_LENGTH_MIN + (clitic[-1] == "ك") and rest in first:
                options.append(self._start(len(clitic), rest, toggled=False))
            elif (
                rest.startswith(_ARABIC_ARTICLE)
                and rest[2:] in first
                and len(rest) > _REST_LENGTH_MIN + 1
            ):
                options.append(self._start(len(clitic) + 2, rest[2:], toggled=True))
        with_article = _ARABIC_ARTICLE + word
        if not options and with_article in first and len(word) >= _REST_LENGTH_MIN:
            options.append(self._start(0, with_article, toggled=True))


def _single(words: list[str], at: int, offsets: list[int], start: _Start) -> Hit:
    """The hit of one word."""
    word, begin, cut = words[at], offsets[at], start.stripped
    end = begin + len(word)
    return Hit(at, 1, begin + cut, end, start.first, word[:cut], start.toggled, start.entries)


def _readmit(
    words: list[str], offsets: list[int], hits: list[Hit], refused: list[tuple[int, _Start]]
) -> None:
    """A weak name is taken after all where the same text names it clearly elsewhere."""
    if not refused or not hits:
        return
    named = {entry for hit in hits for entry in hit.entries}
    again = [
        _single(words, at, offsets, start)
        for at, start in refused
        if not named.isdisjoint(start.entries)
    ]
    if again:
        hits.extend(again)
        hits.sort(key=attrgetter("word"))
