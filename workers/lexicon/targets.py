"""Who and what is attacked: nouns in Arabic and English with an English gloss and a kind.

Place in the flow: compiled once; `extraction.actors.targets` finds them. Entries live in
`data/targets/*.toml`.

Source: kinds follow the target types of the GTD codebook (START 2021), in this project's words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

import tomli

from workers.lexicon.actors import Example
from workers.lexicon.inflection import arabic_forms, english_forms, possessed_forms

SECTOR_OF_KIND: dict[str, str | None] = {
    "civilian": "CVL", "military": "MIL", "police": "COP", "government": "GOV", "diplomatic": "GOV",
    "political": "PTY", "judicial": "JUD", "prison": "CVL", "religious": "REL", "education": "EDU",
    "health": "MED", "media": "JRN", "aid": "SOC", "refugee": "REF", "agriculture": "AGR",
    "market": "BUS", "commercial": "BUS", "residential": "CVL", "armed_group": "REB",
    "transport": None, "energy": None, "infrastructure": None,
}  # fmt: skip
"""Kind -> PLOVER sector of those it belongs to; None where it is nobody's in particular."""


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of target. After `not_after` or before `not_before` the word means another thing.

    `ar_possessed`: with "his", "her", "their". `ar_counted`: words that name people only behind a
    number or a word for the dead ("12 عسكريا", not "موقعا عسكريا").
    """

    gloss: str
    kind: str
    sector: str | None
    ar: tuple[str, ...]
    en: tuple[str, ...]
    ar_possessed: tuple[str, ...] = ()
    ar_counted: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    people: bool = False


@dataclass(frozen=True, slots=True)
class TargetTable:
    """All targets, with the sentences that must and must not yield them."""

    targets: tuple[Target, ...]
    examples: tuple[Example, ...]
    digest: str

    @staticmethod
    def load() -> "TargetTable":
        """The table of the packaged data files, compiled once a process."""
        return _load()


def _words(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry.get(key, ()))


_ARTICLE = "ال"
"""A definite noun has no possessor."""
_WITH_FEMININE = frozenset(
    {
        "مختار",
        "محافظ",
        "مرشح",
        "نفق",
        "محل",
        "مكتب",
        "كنيس",
        "جامع",
        "مدرس",
        "حوز",
        "مقام",
        "نقيب",
        "مزار",
    }
)
"""Nouns whose "his" is spelt as another noun's feminine: مكتبه and مكتبة."""


def _possessed(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if " " not in word and not word.startswith(_ARTICLE) and word not in _WITH_FEMININE:
            yield from possessed_forms(word)


def _target(entry: Mapping[str, Any], *, people: bool) -> Target:
    kind = entry["kind"]
    if kind not in SECTOR_OF_KIND:
        raise ValueError(f"target {entry['gloss']}: unknown kind {kind}")
    plain, feminine, masculine = _words(entry, "ar"), _words(entry, "ar_f"), _words(entry, "ar_m")
    return Target(
        gloss=entry["gloss"],
        kind=kind,
        sector=SECTOR_OF_KIND[kind],
        ar=arabic_forms(plain, feminine, masculine, _words(entry, "ar_s"), _words(entry, "ar_n")),
        en=tuple(
            dict.fromkeys(form for word in _words(entry, "en") for form in english_forms(word))
        ),
        ar_possessed=tuple(_possessed((*plain, *feminine, *masculine))),
        ar_counted=_words(entry, "ar_counted"),
        not_after=frozenset(_words(entry, "not_after")),
        not_before=frozenset(_words(entry, "not_before")),
        people=entry.get("people", people),
    )


def _examples(entries: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    for entry in entries:
        for sentence in entry.get("examples", ()):
            yield Example(entry["gloss"], sentence, expected=True)
        for sentence in entry.get("counter_examples", ()):
            yield Example(entry["gloss"], sentence, expected=False)


_PEOPLE = "people.toml"
"""The file whose targets are people, but for those that say otherwise."""


@lru_cache(maxsize=1)
def _load() -> TargetTable:
    folder = files("workers.lexicon").joinpath("data/targets")
    entries: list[Mapping[str, Any]] = []
    targets: list[Target] = []
    digest = blake2b(digest_size=8)
    for path in sorted(
        (p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name
    ):
        text = path.read_text(encoding="utf-8")
        digest.update(text.encode())
        for entry in tomli.loads(text)["target"]:
            entries.append(entry)
            targets.append(_target(entry, people=path.name == _PEOPLE))
    glosses = [entry["gloss"] for entry in entries]
    if len(set(glosses)) != len(glosses):
        raise ValueError("targets: a gloss is listed twice")
    return TargetTable(tuple(targets), tuple(_examples(entries)), digest.hexdigest())
