"""Finding lexicon words in a text: one automaton scan for each of attacks, weapons and cues.

Place in the flow: after folding; everything else in extraction starts from what is found here. An
article without an attack word is done after one scan.
"""

import re
from dataclasses import dataclass

from workers.lexicon.triggers import Gapped, Surface, TriggerEntry, gapped_surfaces, surfaces
from workers.text.automaton import Automaton
from workers.text.words import listed

_CONTEXT_CHARACTERS = 40
"""How far before and after a match blocking words are looked for: longer than any of them."""
_FIRE = ("اطلاق النار", "اطلاق نار", "لاطلاق النار", "لاطلاق نار", "اطلاق للنار")
_CEASE_REACH = 26
_AIR = ("الجويه", "جويه")
_BASE_REACH = 30


@dataclass(slots=True)
class Hit:
    """One lexicon word in a text: half-open span in the folded text, its surface form and entry."""

    start: int
    end: int
    surface: Surface
    entry: TriggerEntry

    @property
    def is_known(self) -> bool:
        """Whether it is a noun for an attack that is known: "the raid"."""
        return self.entry.kind == "noun" and self.surface.definite


# What makes an English noun speak of an attack told: "the deadly attack", "Thursday's bombing".
_DEFINITE = re.compile(
    r" (?:the|this|that|these|those|its|their|his|her|both|s)"
    r"(?: (?!(?:an?|in|on|of|at|by|with|and|or|to|for|from|was|were|is|had|has|said|under|after|"
    r"before|during|when|who|which|another|new|second|separate) )[\w-]+){0,2} $"
)
_DEFINITE_REACH = 34
_INFINITIVE = re.compile(
    r" (?:to|will|would|can|could|may|might|must|should|shall|not|t|let|please|cannot|never)"
    r"(?: (?:again|also|now|soon|later|try|then))? $"
)
_INFINITIVE_REACH = 18


def between(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """Those of hits in text order that begin in `start:end`."""
    return hits[_first_from(hits, start) : _first_from(hits, end)]


def _first_from(hits: list[Hit], position: int) -> int:
    """The index of the first hit from a position on (`bisect_left`, whose key is what it costs)."""
    low, high = 0, len(hits)
    while low < high:
        middle = (low + high) // 2
        if hits[middle].start < position:
            low = middle + 1
        else:
            high = middle
    return low


class WordFinder:
    """Finds the surface forms of lexicon entries, whole words only, leftmost and longest first."""

    def __init__(self, entries: tuple[TriggerEntry, ...]) -> None:
        table: dict[str, Surface] = {}
        definite: dict[str, Surface] = {}
        for entry in entries:
            for text, surface in surfaces(entry):
                table.setdefault(text, surface)
            if entry.language == "en" and entry.kind in ("noun", "weapon"):
                definite[entry.id] = Surface(entry, definite=True)
        tails: dict[str, list[tuple[re.Pattern[str], Surface]]] = {}
        for entry in entries:
            patterns = {gapped: _tail(gapped, entry) for gapped in entry.gapped}
            for text, surface, gapped in gapped_surfaces(entry):
                tails.setdefault(text, []).append((patterns[gapped], surface))
        self._whole = len(table)
        table.update((text, owned[0][1]) for text, owned in tails.items() if text not in table)
        self._by_text = {text: index for index, text in enumerate(table)}
        self._surfaces = list(table.values())
        self._firing = frozenset(index for index, text in enumerate(table) if text.endswith(_FIRE))
        self._flying = frozenset(index for index, text in enumerate(table) if text in _AIR)
        self._definite = {
            index: definite[surface.entry.id]
            for index, surface in enumerate(self._surfaces)
            if surface.entry.id in definite
        }
        """The English nouns as they are where something before them makes them definite."""
        self._tails = {self._by_text[text]: owned for text, owned in tails.items()}
        """What may follow a form with some words between, by the form."""
        self._automaton = Automaton([f" {text}" for text in table], overlapping=False)

    def find(self, search_text: str) -> list[Hit]:
        """The hits in a spaced text (`text.spacing`) that begins and ends with one added space.

        Spans are those of the text without the added space.
        """
        hits: list[Hit] = []
        passed = 0
        for index, start, end in self._automaton.find(search_text):
            if search_text[end] != " ":
                whole = self._whole_words(search_text, start, end)
                if whole is None:
                    continue
                index, start, end = whole  # noqa: PLW2901 - the shorter match takes its place
            if start < passed:
                continue
            surface = self._surfaces[index]
            tails = self._tails.get(index)
            if tails is not None:
                followed = _followed(search_text, end, tails)
                if followed is not None:
                    last, surface = followed
                    end = end if surface.entry.head_only else last  # noqa: PLW2901 - as above
                elif index >= self._whole:
                    continue
            passed = end
            if not self._is_blocked(search_text, index, start, end, surface):
                definite = self._definite.get(index)
                if definite is not None and _DEFINITE.search(
                    search_text, max(0, start - _DEFINITE_REACH), start + 1
                ):
                    surface = definite
                hits.append(Hit(start, end - 1, surface, surface.entry))
        return hits

    def _is_blocked(self, text: str, index: int, start: int, end: int, surface: Surface) -> bool:
        """Whether what stands beside a form makes it something else."""
        entry = surface.entry
        return (
            (surface.bare and _is_infinitive(text, start))
            or bool(entry.block_after and _follows(text, end, entry.block_after))
            or bool(entry.block_before and _precedes(text, start, entry.block_before))
            or (index in self._firing and _is_ceasefire(text, start))
            or (index in self._flying and _is_air_base(text, start))
        )

    def _whole_words(self, text: str, start: int, end: int) -> tuple[int, int, int] | None:
        """Number, start and end of the longest form of whole words in a match that ends inside one.

        "استهداف منزل" matches in "استهداف منزلهم" and would hide "استهداف"; "fighters storm" in
        "fighters stormed" would hide "stormed".
        """
        last = text.rfind(" ", start, end)
        if start == last:
            return None
        while start < last:
            until = last
            while until > start:
                index = self._by_text.get(text[start + 1 : until])
                if index is not None:
                    return index, start, until
                until = text.rfind(" ", start, until)
            start = text.find(" ", start + 1)
        ends = [end]
        while len(ends) <= _FORM_WORDS_MAX and ends[-1] >= 0:
            ends.append(text.find(" ", ends[-1] + 1))
        for until in ends[:0:-1]:
            index = self._by_text.get(text[last + 1 : until]) if until > 0 else None
            if index is not None:
                return index, last, until
        return None


_FORM_WORDS_MAX = 6
"""Words of a form that begins where another one is cut, at most (chosen)."""
_BETWEEN_MAX = 6
"""Words between two parts of a form, at most (chosen)."""
_NOT_BETWEEN = listed(
    "and or but who which that whose was were is are had has have been be by from in on at after "
    "before to with as for near off against into when while until during under over because "
    "في من الي علي عن بعد قبل خلال قرب عند مع حيث الذي التي الذين ان انه كما بينما اثر عقب ضد عبر"
)
"""Words that begin another phrase."""


def _tail(gapped: Gapped, entry: TriggerEntry) -> re.Pattern[str]:
    """What follows the first part of a form: each other part behind a few words of its phrase."""
    not_between = "|".join((*_NOT_BETWEEN, *entry.not_between))
    gap = rf"(?: (?!(?:{not_between}) )\w+){{0,{_BETWEEN_MAX}}}?"
    behind = ("|".join(sorted(part, key=len, reverse=True)) for part in gapped.parts)
    return re.compile("".join(f"{gap} (?:{part})(?= )" for part in behind))


def _followed(
    text: str, end: int, tails: list[tuple[re.Pattern[str], Surface]]
) -> tuple[int, Surface] | None:
    """Where the first form ends whose other parts follow, and what it says."""
    for tail, surface in tails:
        match = tail.match(text, end)
        if match is not None:
            return match.end(), surface
    return None


def _is_infinitive(text: str, start: int) -> bool:
    """Whether an English verb is told as what is not done, or not yet."""
    return _INFINITIVE.search(text, max(0, start - _INFINITIVE_REACH), start + 1) is not None


def _is_ceasefire(text: str, start: int) -> bool:
    """Whether "firing" belongs to "a lasting stop of firing": words may stand between the two."""
    return "وقف" in text[max(0, start - _CEASE_REACH) : start]


def _is_air_base(text: str, start: int) -> bool:
    """Whether "air" belongs to a base or an airline named before it ("قاعدة عين الأسد الجوية")."""
    before = text[max(0, start - _BASE_REACH) : start]
    return any(word in before for word in ("قاعده ", "قاعدتي", "الخطوط", "الملاحه"))


def _follows(text: str, end: int, words: tuple[str, ...]) -> bool:
    after = text[end : end + _CONTEXT_CHARACTERS].lstrip()
    return after.startswith(words) and any(
        after.startswith(word) and not after[len(word) : len(word) + 1].isalnum() for word in words
    )


_DIGITS = "0123456789,"
"""A number may stand between: "removed 40 landmines"."""


def _precedes(text: str, start: int, words: tuple[str, ...]) -> bool:
    before = text[max(0, start - _CONTEXT_CHARACTERS) : start].rstrip().rstrip(_DIGITS).rstrip()
    return before.endswith(words) and any(
        before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in words
    )
