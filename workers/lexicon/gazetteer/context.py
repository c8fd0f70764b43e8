"""The words that say what a name is: place nouns, prepositions, directions, titles, demonyms.

Place in the flow: compiled once from `data/places/context.tsv`, `words.tsv` and `demonyms.tsv`;
asked for each word beside a name by `workers.extraction.places.finder`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from workers.lexicon.gazetteer.names import JOINED_HEADS, key, keys
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
    """What a word can be beside a name; a preposition may be its own clitic."""

    noun: tuple[str, ...] = ()
    preposition: str = ""
    direction: str = ""
    linking: bool = False
    organisation: bool = False
    person: bool = False
    speech: bool = False
    club: bool = False
    unit_km: float = 0.0
    nautical: bool = False
    seaward: bool = False
    announces: bool = False
    places: bool = False
    """Whether the word can stand between a name and the place that it lies in."""

    @property
    def empty(self) -> bool:
        """Whether the word has no role at all."""
        return self is NO_ROLES


NO_ROLES = Roles()
HEADS = frozenset(
    (
        *JOINED_HEADS,
        "بني",
        "بنو",
        "الشيخ",
        "شيخ",
        "سيدي",
        "كفر",
        "حوش",
        "خربه",
        "رسم",
        "شعب",
        "اولاد",
        "البو",
    )
)
"""Words that begin names of two words and are none alone."""

_CLITIC_PREPOSITIONS = {"ب": "in", "ل": "of"}


_BARE = re.compile("^[وف]?(?:لل|[بل]?(?:ال)?)(?=...)")

_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل)")
"""A place noun with the article is no first part of a name: "the town", not "the town of"."""


def bare_form(word: str) -> str:
    """The word without what may be clitics and article, three letters left at least."""
    return _BARE.sub("", word)


def _lines(name: str) -> list[list[str]]:
    text = (PLACES_DIR / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _classes() -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for kind, value, words in _lines("context.tsv"):
        for word in keys(words.split("|")).values():
            classes.setdefault(word, {})[kind] = value or "yes"
    return classes


class ContextWords:
    """All context words, looked up with their clitics. Pure: the caches only remember."""

    def __init__(self) -> None:
        self._classes = _classes()
        self.common = frozenset(
            word for line in _lines("words.tsv") for word in keys(line[1].split("|")).values()
        )
        self.said_never = {
            word
            for group, words in _lines("words.tsv")
            if group == "never"
            for word in keys(words.split("|")).values()
        }
        beside_places = {
            word
            for word, classes in self._classes.items()
            if not classes.keys() <= {"person", "wire"}
        }
        self.never_alone = frozenset(self.said_never | beside_places | HEADS)
        self.not_names = frozenset(
            word for line in _lines("not_names.tsv") for word in keys(line[1].split("|")).values()
        )
        forms = (PLACES_DIR / "word_forms.txt").read_text(encoding="utf-8").splitlines()
        self.word_forms = frozenset(
            word for line in forms if not line.startswith("#") for word in line.split()
        )
        self.demonyms = _demonyms()
        self.demonyms_that_are_names = frozenset(
            key(line[1]) for line in _lines("demonyms_names.tsv")
        )
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
        preposition = classes.get("prep", "") or _CLITIC_PREPOSITIONS.get(clitic[-1:], "")
        noun = tuple(classes["noun"].split("|")) if "noun" in classes else ()
        return Roles(
            noun=noun,
            preposition=preposition,
            direction=classes.get("direction", ""),
            linking="linking" in classes,
            organisation="organisation" in classes,
            person="person" in classes,
            speech="speech" in classes,
            club="club" in classes,
            unit_km=float(classes.get("unit", 0.0)),
            nautical="nautical" in classes,
            seaward="seaward" in classes,
            announces="announces" in classes and not _DEFINITE.match(word),
            places="linking" in classes
            or bool(noun)
            or "direction" in classes
            or preposition in ("in", "near", "of", "from"),
        )

    def may_be_name(self, word: str) -> bool:
        """Whether a word after a place noun can be a name: it is no known word."""
        if word in self.common or word in self.not_names or not word.isalpha():
            return False
        return bare_form(word) not in self.word_forms and self.roles(word) is NO_ROLES


def _demonyms() -> dict[str, str]:
    """Every form of every demonym to its country."""
    forms: dict[str, str] = {}
    for country, stems, english in _lines("demonyms.tsv"):
        for base in keys(stems.split("|")).values():
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
