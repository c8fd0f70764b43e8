"""All actor words of a text in one pass: whole words with their proclitics, longest first.

Place in the flow: under `actor_mentions`, which composes the words found here into mentions. One
Aho-Corasick automaton holds every name, noun, demonym and word of saying in both languages.
"""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from workers.lexicon.actors import ActorTable, Spellings
from workers.lexicon.speakers import load_speakers
from workers.text.fold import folded


class Sense(IntEnum):
    """What a word can be in the grammar of actors."""

    ACTOR = 0
    HEADED = 1
    CONTEXT = 2
    ADJECTIVE = 3
    DEMONYM = 4
    COUNTRY = 5
    CAPITAL = 6
    NOUN = 7
    FILLER = 8
    BACKING = 9
    GENERIC = 10
    ANAPHOR = 11
    ORGAN = 12
    SAY = 13
    ACCORDING = 14
    VOICE = 15
    CLAIM = 16
    OUTLET = 17


class Item(NamedTuple):
    """A word found: `start` with its article, `token` with all proclitics, senses by kind."""

    start: int
    end: int
    token: int
    clitic: str
    senses: dict[Sense, Any]
    latin: bool


_ARTICLE = "ال"
_PLAIN = [c + p for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك")]
_DEFINITE = [
    c + p
    for c in ("", "و", "ف")
    for p in (_ARTICLE, "ب" + _ARTICLE, "لل", "ك" + _ARTICLE, "ل" + _ARTICLE)
]
CLITICS: dict[str, bool] = {**dict.fromkeys(_PLAIN, False), **dict.fromkeys(_DEFINITE, True)}
"""Proclitic -> whether it holds the article. Source: Ryding (2005), chapters 13 and 18."""

CLITIC_MAX = 5
_EXACT = frozenset(
    {
        Sense.ACTOR,
        Sense.HEADED,
        Sense.CONTEXT,
        Sense.ANAPHOR,
        Sense.ORGAN,
        Sense.COUNTRY,
        Sense.OUTLET,
    }
)
"""Senses whose article is part of the name: الشباب is a group, شباب are young people."""

_Key = dict[bool | None, dict[Sense, Any]]


class _Builder:
    """Collects spellings; a key is the folded word without its article."""

    def __init__(self) -> None:
        self.terms: dict[str, _Key] = {}

    def add(self, words: Iterable[str], sense: Sense, payload: Any, *, many: bool = False) -> None:
        """The words may carry the sense; `many` keeps every payload, else the first one stays."""
        for word in words:
            definite: bool | None = None
            key = word
            if key.startswith(_ARTICLE):
                key = key[len(_ARTICLE) :]
                definite = True
            elif not key.isascii():
                definite = False
            key = folded(key)
            if sense not in _EXACT:
                definite = None
            senses = self.terms.setdefault(key, {}).setdefault(definite, {})
            if many:
                senses.setdefault(sense, []).append(payload)
            else:
                senses.setdefault(sense, payload)

    def add_both(self, spellings: Spellings, sense: Sense, payload: Any) -> None:
        """Arabic and English spellings of one entry."""
        self.add(spellings.ar, sense, payload)
        self.add(spellings.en, sense, payload)


def _collect(table: ActorTable) -> dict[str, _Key]:
    builder = _Builder()
    for actor in table.actors.values():
        builder.add((*actor.ar, *actor.en), Sense.ACTOR, actor)
        builder.add((*actor.ar_headed, *actor.en_headed), Sense.HEADED, actor)
        builder.add((*actor.ar_in_context, *actor.en_in_context), Sense.CONTEXT, actor, many=True)
        builder.add((*actor.adjectives_ar, *actor.adjectives_en), Sense.ADJECTIVE, actor)
    for country in table.countries.values():
        builder.add((*country.names_ar, *country.names_en), Sense.COUNTRY, country)
        builder.add((*country.adjectives_ar, *country.adjectives_en), Sense.DEMONYM, country)
        builder.add((*country.capitals_ar, *country.capitals_en), Sense.CAPITAL, country)
    for noun, spellings in table.nouns:
        builder.add_both(spellings, Sense.NOUN, noun)
    builder.add_both(table.fillers, Sense.FILLER, True)
    for backing, spellings in table.backings:
        builder.add_both(spellings, Sense.BACKING, backing)
    for generic, spellings in table.generics:
        builder.add_both(spellings, Sense.GENERIC, generic)
    for anaphor, spellings in table.anaphors:
        builder.add((*spellings.ar, *spellings.en), Sense.ANAPHOR, anaphor, many=True)
    for organ, spellings in table.organs:
        builder.add_both(spellings, Sense.ORGAN, organ)
    speakers = load_speakers()
    for spellings, sense in (
        (speakers.say, Sense.SAY),
        (speakers.according, Sense.ACCORDING),
        (speakers.voice, Sense.VOICE),
        (speakers.claim, Sense.CLAIM),
    ):
        builder.add_both(spellings, sense, True)
    for outlet in speakers.outlets:
        builder.add_both(outlet.spellings, Sense.OUTLET, outlet)
    return builder.terms


class TermScanner:
    """Finds every actor word of a folded text."""

    def __init__(self, table: ActorTable) -> None:
        terms = {key: forms for key, forms in _collect(table).items() if len(key) > 1}
        self._plain: list[dict[Sense, Any]] = []
        self._definite: list[dict[Sense, Any]] = []
        self._latin: list[bool] = []
        for key, forms in terms.items():
            free = forms.get(None, {})
            self._plain.append({**free, **forms.get(False, {})})
            self._definite.append({**free, **forms.get(True, {})})
            self._latin.append(key.isascii())
        self._automaton = AhoCorasick(
            list(terms), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def scan(self, text: str) -> list[Item]:
        """The words in text order, none overlapping another; of two that overlap the first, then the longer."""
        last = len(text)
        rows: list[tuple[int, int, int, int, str]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if end < last and text[end].isalnum():
                continue
            if start == 0 or not text[start - 1].isalnum():
                rows.append((start, -end, start, index, ""))
                continue
            low = start - 1
            floor = start - CLITIC_MAX
            while low > 0 and low >= floor and text[low - 1].isalnum():
                low -= 1
            clitic = text[low:start]
            definite = CLITICS.get(clitic)
            if definite is not None:
                rows.append(
                    (
                        start - 2 if definite and clitic[-2] == "ا" else start,
                        -end,
                        low,
                        index,
                        clitic,
                    )
                )
        rows.sort()
        return self._kept(rows)

    def _kept(self, rows: list[tuple[int, int, int, int, str]]) -> list[Item]:
        items: list[Item] = []
        free = 0
        for start, negative_end, token, index, clitic in rows:
            if start < free:
                continue
            senses = self._definite[index] if clitic and CLITICS[clitic] else self._plain[index]
            if senses:
                items.append(Item(start, -negative_end, token, clitic, senses, self._latin[index]))
                free = -negative_end
        return items


@lru_cache(maxsize=1)
def packaged_scanner() -> TermScanner:
    """The scanner of the packaged table, built once a process."""
    return TermScanner(ActorTable.load())
