"""All actor words of a text in one pass: whole words with their proclitics, longest first.

Place in the flow: under `actors.phrases`, which composes the words found here. One Aho-Corasick
automaton holds every name, noun, demonym and word of saying in both languages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from workers.extraction.actors.values import CLITIC_MAX, CLITICS, Item, Word
from workers.lexicon.actors import ActorTable, Spellings
from workers.lexicon.speakers import load_speakers
from workers.text.automaton import Automaton
from workers.text.fold import folded_each

_ARTICLE = "ال"
_BARE = "bare"
_DEFINITE = "definite"
_EITHER = "either"


class _Builder:
    """Collects spellings: the folded word without its article, and the form that it needs."""

    def __init__(self) -> None:
        self.terms: dict[str, dict[str, Word]] = {}

    def _words(self, spellings: Sequence[str], *, exact: bool) -> Iterator[Word]:
        keys = folded_each([spelling.removeprefix(_ARTICLE) for spelling in spellings])
        for spelling, key in zip(spellings, keys, strict=True):
            form = _EITHER
            if exact and not spelling.isascii():
                form = _DEFINITE if spelling.startswith(_ARTICLE) else _BARE
            word = self.terms.setdefault(key, {}).get(form)
            if word is None:
                word = self.terms[key][form] = Word(latin=key.isascii())
            yield word

    def names(self, spellings: Sequence[str], field: str, payload: object, *, exact: bool) -> None:
        """The spellings may mean the payload; the first entry keeps one, several keep a tuple.

        `exact`: the article is part of the name (الشباب is a group, شباب are young people).
        """
        for word in self._words(spellings, exact=exact):
            held: Any = getattr(word, field)
            if isinstance(held, tuple):
                setattr(word, field, (*held, payload))
            elif held is None:
                setattr(word, field, payload)

    def flags(self, spellings: Spellings, field: str) -> None:
        """The words carry a mere flag."""
        for word in self._words((*spellings.ar, *spellings.en), exact=False):
            setattr(word, field, True)

    def both(
        self, spellings: Spellings, field: str, payload: object, *, exact: bool = False
    ) -> None:
        """Arabic and English spellings of one entry."""
        self.names((*spellings.ar, *spellings.en), field, payload, exact=exact)


def _collect(table: ActorTable) -> dict[str, dict[str, Word]]:
    builder = _Builder()
    for actor in table.actors.values():
        builder.names((*actor.ar, *actor.en), "actor", actor, exact=True)
        builder.names((*actor.ar_headed, *actor.en_headed), "headed", actor, exact=True)
        builder.names((*actor.ar_in_context, *actor.en_in_context), "context", actor, exact=True)
        builder.names((*actor.adjectives_ar, *actor.adjectives_en), "adjective", actor, exact=False)
        builder.names(actor.adjectives_in_context, "bound", actor, exact=False)
    for land in table.countries.values():
        builder.names((*land.names_ar, *land.names_en), "country", land, exact=True)
        builder.names((*land.adjectives_ar, *land.adjectives_en), "demonym", land, exact=False)
        builder.names((*land.capitals_ar, *land.capitals_en), "capital", land, exact=False)
    for field, entries, exact in (
        ("noun", table.nouns, False),
        ("backing", table.backings, False),
        ("generic", table.generics, False),
        ("anaphors", table.anaphors, True),
        ("possessed", table.possessed, True),
        ("organ", table.organs, True),
    ):
        for payload, spellings in entries:
            builder.both(spellings, field, payload, exact=exact)
    builder.flags(table.fillers, "filler")
    speakers = load_speakers()
    for flag in ("say", "accuse", "according", "voice", "claim"):
        builder.flags(getattr(speakers, flag), flag)
    for outlet in speakers.outlets:
        builder.both(outlet.spellings, "outlet", outlet, exact=True)
    return builder.terms


def _merged(forms: dict[str, Word], form: str) -> Word | None:
    """What a spelling means in one form: what needs that form, over what does not care."""
    own, free = forms.get(form), forms.get(_EITHER)
    if own is None or free is None:
        found = own or free
        return None if found is None else found.settle()
    merged = Word(latin=own.latin)
    for field in fields(Word):
        setattr(merged, field.name, getattr(own, field.name) or getattr(free, field.name))
    return merged.settle()


class WordScanner:
    """Finds every actor word of a folded text; immutable after construction."""

    def __init__(self, table: ActorTable) -> None:
        terms = {key: forms for key, forms in _collect(table).items() if len(key) > 1}
        self._bare = [_merged(forms, _BARE) for forms in terms.values()]
        self._definite = [_merged(forms, _DEFINITE) for forms in terms.values()]
        self._automaton = Automaton(list(terms), overlapping=True)

    def scan(self, text: str) -> list[Item]:
        """The words in text order; of two that overlap the earlier, then the longer one."""
        rows: list[tuple[int, int, int, int, str]] = []
        padded = f"{text} "  # what stands before the first and after the last character
        for index, start, end in self._automaton.find(text):
            if padded[end].isalnum():
                continue
            if not padded[start - 1].isalnum():
                rows.append((start, -end, start, index, ""))
                continue
            low = start - 1
            floor = start - CLITIC_MAX
            while low > 0 and low > floor and text[low - 1].isalnum():
                low -= 1
            clitic = text[low:start]
            definite = CLITICS.get(clitic)
            if definite is not None and (low == 0 or not text[low - 1].isalnum()):
                begin = start - 2 if definite and clitic[-2] == "ا" else start
                rows.append((begin, -end, low, index, clitic))
        rows.sort()
        items: list[Item] = []
        free = 0
        for start, negative_end, token, index, clitic in rows:
            if start >= free:
                word = (self._definite if clitic and CLITICS[clitic] else self._bare)[index]
                if word is not None:
                    items.append(Item(start, -negative_end, token, clitic, word))
                    free = -negative_end
        return items


@lru_cache(maxsize=1)
def packaged_scanner() -> WordScanner:
    """The scanner of the packaged table, built once a process."""
    return WordScanner(ActorTable.load())
