"""The words that say what a name is: place nouns, prepositions, directions, titles, demonyms.

Place in the flow: compiled once from `data/places/context.tsv`, `words.tsv` and `demonyms.tsv`; asked for
each word beside a name by `workers.extraction.places`.
"""

from dataclasses import dataclass
from functools import lru_cache

from workers.lexicon.gazetteer.names import key
from workers.lexicon.gazetteer.own import PLACES_DIR

CLITICS = tuple(
    sorted(
        {first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك")} - {""},
        key=lambda clitic: (len(clitic), clitic),
    )
)
"""What is written together with the next word, shortest first: and/so + in/to/like."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What a word can be beside a name; empty where it is not that. `preposition` counts its own clitic too."""

    noun: tuple[str, ...] = ()
    preposition: str = ""
    direction: str = ""
    linking: bool = False
    organisation: bool = False
    person: bool = False
    speech: bool = False
    wire: bool = False


NO_ROLES = Roles()
_CLITIC_PREPOSITIONS = {"ب": "in", "ل": "of"}


def _lines(name: str) -> list[list[str]]:
    text = (PLACES_DIR / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _classes() -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for kind, value, words in _lines("context.tsv"):
        for word in words.split("|"):
            classes.setdefault(key(word), {})[kind] = value or "yes"
    return classes


class ContextWords:
    """All context words, looked up with their clitics. Pure: the caches only remember."""

    def __init__(self) -> None:
        self._classes = _classes()
        self.common = frozenset(
            key(word) for line in _lines("words.tsv") for word in line[1].split("|")
        )
        self.never_alone = frozenset(
            word
            for word, classes in self._classes.items()
            if not classes.keys() <= {"person", "wire"}
        )
        self.demonyms = _demonyms()
        self.roles = lru_cache(maxsize=50_000)(self._roles)

    def _bare(self, word: str) -> tuple[str, str]:
        """The word without clitics and article as far as it is then known, and the clitics."""
        if word in self._classes:
            return word, ""
        for clitic in ("", *CLITICS):
            if not word.startswith(clitic):
                continue
            rest = word[len(clitic) :]
            for bare in (
                rest,
                rest[2:] if rest.startswith("ال") else "",
                rest[1:] if clitic[-1:] == "ل" and rest.startswith("ل") else "",
            ):
                if bare in self._classes:
                    return bare, clitic
        return "", ""

    def _roles(self, word: str) -> Roles:
        bare, clitic = self._bare(word)
        if not bare:
            return NO_ROLES
        classes = self._classes[bare]
        return Roles(
            noun=tuple(classes["noun"].split("|")) if "noun" in classes else (),
            preposition=classes.get("prep", "") or _CLITIC_PREPOSITIONS.get(clitic[-1:], ""),
            direction=classes.get("direction", ""),
            linking="linking" in classes,
            organisation="organisation" in classes,
            person="person" in classes,
            speech="speech" in classes,
            wire="wire" in classes,
        )


def _demonyms() -> dict[str, str]:
    """Every form of every demonym to its country: stem, feminine, plurals, with and without the article."""
    forms: dict[str, str] = {}
    for country, stems, english in _lines("demonyms.tsv"):
        for stem in stems.split("|"):
            base = key(stem)
            if not base:
                continue
            for ending in ("", "ه", "ون", "ين", "ات"):
                for article in ("", "ال", "لل", "وال", "بال", "فال", "و", "ل", "ب"):
                    forms[article + base + ending] = country
        for word in english.split("|"):
            if word:
                forms[key(word)] = country
                forms[key(word) + "s"] = country
    return forms
