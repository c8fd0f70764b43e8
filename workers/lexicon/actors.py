"""The canonical actors of violent conflict in two languages, with sides and sectors.

Place in the flow: compiled once at start; `extraction.actor_mentions` finds the names in texts,
matching asks for sides. Entries live in `data/actors/*.toml`; every country of `data/demonyms.tsv`
adds a state, a military, a police and an intelligence actor of its own.

Source: sector codes are the primary sector codes of the PLOVER manual, draft 0.7b1 (Open Event Data
Alliance 2021), table "Sector Primary Codes".
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any, TypeVar

import tomli

from workers.lexicon.countries import Country, load_countries
from workers.lexicon.inflection import arabic_forms, nisba_forms, possessed_forms
from workers.text.fold import folded

Payload = TypeVar("Payload")

PLOVER_SECTORS = frozenset({
    "GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL", "ELI",
    "BUS", "EDU", "MED", "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM",
})  # fmt: skip
"""Source: PLOVER manual 0.7b1, table "Sector Primary Codes"."""

ACTOR_KINDS = frozenset({
    "state", "military", "police", "intelligence", "coalition", "armed_group", "militia",
    "jihadist", "party", "criminal", "people", "force",
})  # fmt: skip

ORGANS: dict[str, tuple[str, str, str, str]] = {
    "state": ("", "GOV", "state", ""),
    "mil": ("-mil", "MIL", "military", " military"),
    "police": ("-police", "COP", "police", " security forces"),
    "intel": ("-intel", "SPY", "intelligence", " intelligence"),
}
"""Organ -> id suffix, sector, kind, name suffix: what every country has without being listed."""


@dataclass(frozen=True, slots=True)
class CanonicalActor:
    """One actor under one id in both languages. `side` groups those who fight together."""

    id: str
    name: str
    side: str
    sector: str
    kind: str
    country: str | None = None
    wing_of: str | None = None
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    ar_headed: tuple[str, ...] = ()
    en_headed: tuple[str, ...] = ()
    ar_in_context: tuple[str, ...] = ()
    en_in_context: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    adjectives_ar: tuple[str, ...] = ()
    adjectives_en: tuple[str, ...] = ()
    adjectives_in_context: tuple[str, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that composes an actor with a demonym: `head` its class, `organ` the state's organ."""

    head: str
    organ: str
    single: bool = False
    """Whether it names one organisation ("the Iran-backed group"), and so points back to it."""


@dataclass(frozen=True, slots=True)
class GenericActor:
    """An attacker without a canonical name: "gunmen". `sector` is None for mere nationality."""

    name: str
    sector: str | None
    side: str | None = None
    country: str | None = None
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A short name that stands for an actor named before, of one of `kinds`."""

    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Backing:
    """A cue that ties a group to a patron: backed, held, belongs. `before`: patron first."""

    relation: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class Spellings:
    """Unfolded spellings of one lexicon entry, by language."""

    ar: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must (or must not) yield the named actor."""

    name: str
    sentence: str
    expected: bool


def _tuple(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry.get(key, ()))


def spellings_of(entry: Mapping[str, Any]) -> Spellings:
    """Every Arabic and English spelling that a lexicon entry's lists stand for."""
    arabic = arabic_forms(
        _tuple(entry, "ar"),
        _tuple(entry, "ar_f"),
        _tuple(entry, "ar_m"),
        _tuple(entry, "ar_s"),
        _tuple(entry, "ar_n"),
    )
    return Spellings(arabic, _tuple(entry, "en"))


def joined_spellings(entries: Iterable[Mapping[str, Any]]) -> Spellings:
    """The spellings of several entries as one."""
    spelled = [spellings_of(entry) for entry in entries]
    return Spellings(
        tuple(form for one in spelled for form in one.ar),
        tuple(form for one in spelled for form in one.en),
    )


def state_actor_id(country_code: str, organ: str) -> str:
    """The id of a state's organ: "tr-mil" for Turkey's military, "tr" for the state itself."""
    return country_code.lower() + ORGANS[organ][0]


def _state_actors(country: Country) -> Iterable[CanonicalActor]:
    for organ, (_, sector, kind, suffix) in ORGANS.items():
        yield CanonicalActor(
            id=state_actor_id(country.code, organ),
            name=(country.adjective + suffix) if suffix else country.name,
            side=country.name.lower().replace(" ", "_"),
            sector=sector,
            kind=kind,
            country=country.code,
            wing_of=country.code.lower() if suffix else None,
        )


_NAME_FIELDS = (
    "ar", "en", "ar_headed", "en_headed", "ar_in_context", "en_in_context", "context",
    "adjectives_ar", "adjectives_en", "adjectives_in_context",
)  # fmt: skip
_PLAIN_FIELDS = ("name", "side", "sector", "kind", "country", "wing_of")


def _with_national_sides(actors: dict[str, CanonicalActor]) -> dict[str, CanonicalActor]:
    """The actors, a state's unlisted organs on the side that the files give its military or it."""
    for code in load_countries():
        organs = [state_actor_id(code, organ) for organ in ("mil", "state", "police", "intel")]
        sides = [actors[organ].side for organ in organs if actors[organ].listed]
        for organ in organs:
            if sides and not actors[organ].listed:
                actors[organ] = replace(actors[organ], side=sides[0])
    return actors


def _listed_actor(entry: Mapping[str, Any], known: Mapping[str, CanonicalActor]) -> CanonicalActor:
    """The actor of a file's entry: of its own, or a state's organ with more names."""
    base = known.get(entry["id"])
    fields: dict[str, Any] = {key: entry[key] for key in _PLAIN_FIELDS if key in entry}
    fields |= {key: _tuple(entry, key) for key in _NAME_FIELDS}
    for key in ("adjectives_ar", "adjectives_in_context"):
        fields[key] = tuple(form for word in fields[key] for form in nisba_forms(word))
    if base is None:
        actor = CanonicalActor(id=entry["id"], listed=True, **fields)
    elif base.listed:
        raise ValueError(f"actor {entry['id']} is listed twice")
    else:
        actor = replace(base, listed=True, **fields)
    if actor.sector not in PLOVER_SECTORS:
        raise ValueError(f"actor {actor.id}: {actor.sector} is no PLOVER sector")
    if actor.kind not in ACTOR_KINDS:
        raise ValueError(f"actor {actor.id}: unknown kind {actor.kind}")
    return actor


@dataclass(frozen=True, slots=True)
class Guest:
    """A foreign force stationed at a base, from the first to the last year."""

    actor: str
    since: int
    until: int


@dataclass(frozen=True)
class ActorTable:
    """All actors and the words that compose them. Immutable; build it with `ActorTable.load()`."""

    actors: Mapping[str, CanonicalActor]
    countries: Mapping[str, Country]
    nouns: tuple[tuple[Noun, Spellings], ...]
    fillers: Spellings
    backings: tuple[tuple[Backing, Spellings], ...]
    generics: tuple[tuple[GenericActor, Spellings], ...]
    anaphors: tuple[tuple[Anaphor, Spellings], ...]
    possessed: tuple[tuple[Noun, Spellings], ...]
    organs: tuple[tuple[str, Spellings], ...]
    locatives: frozenset[str]
    backed: Mapping[tuple[str, str | None], str]
    """(patron's country or id, country that the article is about or None) -> the group it backs."""
    proxies: Mapping[str, str]
    guests: Mapping[str, tuple[Guest, ...]]
    """Place name -> the foreign forces that it hosts."""
    examples: tuple[Example, ...]
    digest: str

    @staticmethod
    def load() -> "ActorTable":
        """The table of the packaged data files, compiled once a process."""
        return _load()

    def side_of(self, actor_id: str) -> str | None:
        """The side that an actor fights on; None for an unknown id."""
        actor = self.actors.get(actor_id)
        return None if actor is None else actor.side

    def root_of(self, actor_id: str) -> str:
        """The actor at the top of `wing_of`: al-Qassam Brigades -> hamas, tr-mil -> tr."""
        seen = actor_id
        for _ in range(4):  # Chosen: the deepest chain listed is two; four ends even a cycle.
            actor = self.actors.get(seen)
            if actor is None or actor.wing_of is None:
                return seen
            seen = actor.wing_of
        return seen

    def guest_at(self, place: str, day: date) -> CanonicalActor | None:
        """The foreign force at a base on a day, None where none is known."""
        for guest in self.guests.get(place, ()):
            if guest.since <= day.year <= guest.until:
                return self.actors[guest.actor]
        return None

    @property
    def listed(self) -> tuple[CanonicalActor, ...]:
        """The actors that the files list, without the organs that every country has anyway."""
        return tuple(actor for actor in self.actors.values() if actor.listed)


def _spelled(
    entries: Iterable[Mapping[str, Any]], make: Callable[[Mapping[str, Any]], Payload]
) -> tuple[tuple[Payload, Spellings], ...]:
    return tuple((make(entry), spellings_of(entry)) for entry in entries)


def _backings(entries: Iterable[Mapping[str, Any]]) -> tuple[tuple[Backing, Spellings], ...]:
    found: list[tuple[Backing, Spellings]] = []
    for entry in entries:
        found.append((Backing(entry["relation"]), spellings_of(entry)))
        if "en_before" in entry:
            found.append(
                (Backing(entry["relation"], before=True), Spellings((), _tuple(entry, "en_before")))
            )
    return tuple(found)


def _guests(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Guest, ...]]:
    found: dict[str, tuple[Guest, ...]] = {}
    for entry in entries:
        guest = Guest(entry["actor"], entry["since"], entry["until"])
        for place in entry["places"]:
            found[place] = (*found.get(place, ()), guest)
    return found


def _folded(spellings: Spellings) -> frozenset[str]:
    return frozenset(map(folded, (*spellings.ar, *spellings.en)))


def _possessed(entries: Iterable[Mapping[str, Any]]) -> Iterable[tuple[Noun, Spellings]]:
    """Nouns of those who fight, with a pronoun for their owner: its fighters, طائراته."""
    for entry in entries:
        spelled = spellings_of(entry)
        arabic = tuple(
            form
            for word in spelled.ar
            for form in (*possessed_forms(word), f"{word} بلاده", f"{word} بلادها")
        )
        english = tuple(f"{owner} {word}" for word in spelled.en for owner in ("its", "their"))
        yield Noun(entry["head"], "mil"), Spellings(arabic, english)


def _generic(entry: Mapping[str, Any]) -> GenericActor:
    if entry["sector"] not in PLOVER_SECTORS:
        raise ValueError(f"generic {entry['name']}: {entry['sector']} is no PLOVER sector")
    return GenericActor(
        entry["name"],
        entry["sector"],
        entry.get("side"),
        entry.get("country"),
        frozenset(map(folded, entry.get("not_after", ()))),
        frozenset(map(folded, entry.get("not_before", ()))),
    )


def _examples(entries: Iterable[Mapping[str, Any]]) -> Iterable[Example]:
    for entry in entries:
        name = entry.get("id") or entry.get("name") or ""
        for sentence in entry.get("examples", ()):
            yield Example(name, sentence, expected=True)
        for sentence in entry.get("counter_examples", ()):
            yield Example(name, sentence, expected=False)


@lru_cache(maxsize=1)
def _load() -> ActorTable:
    folder = files("workers.lexicon").joinpath("data/actors")
    merged: dict[str, list[Mapping[str, Any]]] = {}
    digest = blake2b(digest_size=8)
    for path in sorted(
        (p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name
    ):
        text = path.read_text(encoding="utf-8")
        digest.update(text.encode())
        for table, entries in tomli.loads(text).items():
            merged.setdefault(table, []).extend(entries)
    digest.update(files("workers.lexicon").joinpath("data/demonyms.tsv").read_bytes())
    countries = load_countries()
    actors = {actor.id: actor for country in countries.values() for actor in _state_actors(country)}
    for entry in merged["actor"]:
        actors[entry["id"]] = _listed_actor(entry, actors)
    return ActorTable(
        actors=_with_national_sides(actors),
        countries=countries,
        nouns=_spelled(
            merged["noun"], lambda e: Noun(e["head"], e["organ"], e.get("single", False))
        ),
        fillers=joined_spellings(merged["filler"]),
        backings=_backings(merged["backing"]),
        generics=_spelled(merged["generic"], _generic),
        possessed=tuple(_possessed(merged["possessed"])),
        anaphors=_spelled(merged["anaphor"], lambda e: Anaphor(frozenset(e["kinds"]))),
        organs=_spelled(merged["organ"], lambda e: e["organ"]),
        locatives=_folded(joined_spellings(merged["locative"])),
        backed={(e["patron"], e.get("within")): e["actor"] for e in merged["backed"]},
        proxies={e["patron"]: e["actor"] for e in merged["backed"] if e.get("nationality")},
        guests=_guests(merged["guest"]),
        examples=tuple(_examples((*merged["actor"], *merged["generic"]))),
        digest=digest.hexdigest(),
    )
