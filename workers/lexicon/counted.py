"""Words for people, for killing and hurting, and around figures, compiled for one scan of a text.

Place in the flow: read once at start from `data/counted_nouns.tsv` and `data/toll_words.toml`; the
toll reader asks for `toll_words()`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import tomli

from workers.lexicon.calendar import data_text, table_rows
from workers.text.fold import folded_each
from workers.text.numeral_words import number_entries
from workers.text.words import Clitics


class TollWord(StrEnum):
    """The kinds of words that tolls are told with."""

    NUMBER = "number"
    PERSON = "person"
    TRIGGER = "trigger"
    FATE = "fate"
    SUBSET = "subset"
    TOTAL = "total"
    EARLIER = "earlier"
    SINCE = "since"
    THING = "things"
    MONTH = "months"
    ZERO = "zero"
    LOSSES = "losses"
    REACH = "reach"


class Count(StrEnum):
    """The grammatical number of a counted noun."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Counted:
    """A listed word. `field`: deaths, injured or both; `order`: where its figure stands.

    `category` says what kind of people a noun names; `count` its grammatical number, or for a word
    of fate (مصرعهما) how many it tells by itself; `owned`, that it carries a pronoun; `serving`,
    that it is a dual where an indefinite service stands behind it ("ضابطي شرطة", "عنصرا أمن").
    """

    kind: TollWord
    field: str = ""
    order: str = ""
    category: str = ""
    count: Count | None = None
    accusative: bool = False
    says: int = 0
    owned: bool = False
    serving: bool = False


VICTIM_FIELDS = {
    "dead": "deaths",
    "victim": "deaths",
    "lives": "deaths",
    "hurt": "injured",
    "injury": "injured",
}
"""Categories of nouns that say what befell people. A bare "victim" is read as dead."""

_CLITICS = {
    "none": Clitics.NONE,
    "conjunction": Clitics.CONJUNCTION,
    "noun": Clitics.NOUN,
    "definite": Clitics.NOUN_OR_DEFINITE,
}


def _duals(singular: str, mode: str) -> Iterator[str]:
    """The dual forms of a singular that are no other form of the word."""
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    if mode in {"auto", "an"}:
        yield stem + "ان"
    if mode in {"auto", "ayn"}:
        yield stem + "ين"


_SERVING = frozenset({"military", "armed"})
_WORKERS = frozenset(folded_each(["رجل", "عامل", "موظف", "فرد", "متطوع"]))


def _serves(singular: str, category: str) -> bool:
    """Whether a service may stand behind the noun ("ضابط شرطة", "عامل إغاثة")."""
    return category in _SERVING or singular in _WORKERS


_OWNED = frozenset({"generic", "civilian", "child", "military", "militant", "armed"})
"""Categories whose plural and dual may carry the pronoun of their own ("three of its soldiers")."""
_PRONOUNS = ("ه", "ها", "هم", "هما")


def _owned(word: str) -> Iterator[str]:
    """An Arabic plural or dual with a pronoun, before which it drops its nun."""
    if word.endswith(("ين", "ون", "ان")):
        stem = word[:-1]
    elif word.endswith("ه"):
        stem = word[:-1] + "ت"
    else:
        stem = word
    stems = [stem, stem[:-1] + "و", stem[:-1] + "ي"] if stem.endswith("ء") else [stem]
    return (one + pronoun for one in stems for pronoun in _PRONOUNS)  # أبناءه، أبناؤه، أبنائه


def _person_forms(row: dict[str, str]) -> Iterator[tuple[str, Counted]]:
    category = row["category"]
    singular, *plurals = folded_each([row["singular"], *row["plural"].split()])
    if row["plural"] == "-":
        plurals = []
    for word in plurals:
        yield word, Counted(TollWord.PERSON, category=category, count=Count.MANY)
    duals = list(_duals(singular, row["dual"]))
    for word in duals:
        yield word, Counted(TollWord.PERSON, category=category, count=Count.TWO)
    if row["language"] == "ar" and row["dual"] == "auto" and _serves(singular, category):
        yield (
            singular + "ي",
            Counted(TollWord.PERSON, category="military", count=Count.TWO, serving=True),
        )
    if row["language"] == "ar" and category in _OWNED:
        many = Counted(TollWord.PERSON, category=category, count=Count.MANY, owned=True)
        two = Counted(TollWord.PERSON, category=category, count=Count.TWO, owned=True)
        yield from ((form, many) for word in plurals for form in _owned(word))
        yield from ((form, two) for word in duals for form in _owned(word))
    if row["language"] == "ar" and singular[-1] not in "هاء":
        serving = row["dual"] in {"auto", "an"} and _serves(singular, category)
        accusative = Counted(
            TollWord.PERSON,
            category=category,
            count=Count.ONE,
            accusative=True,
            serving=serving,
        )
        yield singular + "ا", accusative
    yield singular, Counted(TollWord.PERSON, category=category, count=Count.ONE)


@cache
def toll_words() -> dict[str, tuple[Counted, Clitics]]:
    """Every word of tolls, folded, with the proclitics that it may carry."""
    entries: dict[str, tuple[Counted, Clitics]] = {}
    for row in table_rows("counted_nouns.tsv"):
        clitics = Clitics.NOUN_OR_DEFINITE if row["language"] == "ar" else Clitics.NONE
        for form, counted in _person_forms(row):
            entries.setdefault(form, (counted, Clitics.NOUN if counted.owned else clitics))
    for group in tomli.loads(data_text("toll_words.toml"))["words"]:
        payload = Counted(
            TollWord(group["kind"]),
            group.get("field", ""),
            group.get("order", ""),
            says=group.get("count", 0),
        )
        for form in folded_each(group["forms"]):
            clitics = Clitics.NONE if form.isascii() else _CLITICS[group["clitics"]]
            entries[form] = (payload, clitics)
    for word, (_, clitics) in number_entries().items():
        entries[word] = (Counted(TollWord.NUMBER), clitics)
    return entries
