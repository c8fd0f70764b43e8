"""The trigger lexicon: attack words, weapons and cues, read from `data/triggers/*.toml`.

Place in the flow: loaded once; `extraction.triggers` scans with the surface forms made here. An
Arabic noun stands for its forms with the proclitics و ف ب ل ك ال and with pronoun suffixes; a verb
for its forms with و ف, and with the future سـ (then marked `future`). How an entry is written:
docs/lexicon-triggers.md. Source of the inflection rules: any reference grammar of Modern Standard
Arabic (e.g. Ryding 2005, chapters 3 and 12).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain, product

import tomli

from workers.lexicon.calendar import table_rows
from workers.model import SubEventType, Weapon
from workers.text.codes import BETWEEN
from workers.text.fold import folded
from workers.text.spacing import spaced

VOTE_NAMES: dict[str, SubEventType] = {
    "air": SubEventType.AIR_DRONE_STRIKE,
    "shell": SubEventType.SHELLING,
    "ied": SubEventType.REMOTE_EXPLOSIVE,
    "suicide": SubEventType.SUICIDE_BOMB,
    "grenade": SubEventType.GRENADE,
    "chem": SubEventType.CHEMICAL,
    "attack": SubEventType.ATTACK,
    "clash": SubEventType.ARMED_CLASH,
    "abduct": SubEventType.ABDUCTION,
    "sexual": SubEventType.SEXUAL_VIOLENCE,
}


FILES = (
    "air_ar", "shelling_ar", "explosions_ar", "clashes_ar", "attacks_ar", "abductions_ar",
    "harm_ar",
    "air_en", "shelling_en", "explosions_en", "clashes_en", "attacks_en", "abductions_en",
    "harm_en",
    "weapons_ar", "weapons_en", "cues_ar", "cues_en",
)  # fmt: skip
"""The lexicon's files by subject and language, in reading order: a form is the first owner's."""
_KIND_OF = {"weapons": "weapon", "cues": "cue"}


@dataclass(frozen=True, slots=True)
class Gapped:
    """Forms in parts, between which a few words may stand: "seized ... (ship|tanker)"."""

    heads: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    """What stands behind each gap."""


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One lexicon entry. `kind`: noun, active, passive, event, light, victim, weapon or cue.

    `votes` say how strongly the word speaks for each sub-event type (bits, hand-set). A weak entry
    is an attack only in company of a weapon, a toll or an armed party in its clause; one that
    `needs` a weapon only in company of a weapon or another attack word. One that `storms` says that
    the attackers went in: the bomb before it only opened the way. The words `not_between` stand in
    no gap of a form in parts (`gapped`), of which a `head_only` entry is the first part alone: the
    others are its subject and object. `inflected` are its English forms in the present,
    `bare` those without an ending.
    """

    id: str
    kind: str
    language: str
    forms: tuple[str, ...]
    inflected: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    gapped: tuple[Gapped, ...] = ()
    not_between: tuple[str, ...] = ()
    votes: tuple[tuple[SubEventType, float], ...] = ()
    weapons: tuple[Weapon, ...] = ()
    weak: bool = False
    needs: str | None = None
    cue: str | None = None
    scope: str = "clause"
    generic: bool = False
    storms: bool = False
    head_only: bool = False
    block_after: tuple[str, ...] = ()
    block_before: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surface:
    """One written form of an entry: definite (ال, pronoun), with an object pronoun, future (سـ).

    `bare`: an English verb without an ending, which may also be an infinitive ("to storm").
    """

    entry: TriggerEntry
    definite: bool = False
    pronoun: bool = False
    future: bool = False
    bare: bool = False


def _entry(row: dict[str, object], language: str, kind: str | None) -> TriggerEntry:
    def sentences(key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        if not isinstance(value, list):
            message = f"{row['id']}.{key} must be a list"
            raise TypeError(message)
        return tuple(str(text) for text in value)

    def texts(key: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(_alternatives, sentences(key))))

    votes = row.get("votes", {})
    if not isinstance(votes, dict):
        message = f"{row['id']}.votes must be a table"
        raise TypeError(message)
    weapon = row.get("weapon")
    plain = [form for form in sentences("forms") if _GAP not in form]
    written = chain.from_iterable(map(_alternatives, plain))
    forms = (*written, *chain.from_iterable(map(_past, texts("past"))))
    forms += tuple(chain.from_iterable(map(_present, texts("present"))))
    return TriggerEntry(
        id=str(row["id"]),
        kind=kind or str(row["class"]),
        language=str(row.get("lang", language)),
        forms=tuple(dict.fromkeys(forms)),
        gapped=tuple(_gapped(form) for form in sentences("forms") if _GAP in form),
        not_between=tuple(_keys(texts("not_between"))),
        votes=tuple((VOTE_NAMES[name], float(weight)) for name, weight in votes.items()),
        weapons=tuple(Weapon(name) for name in texts("weapons"))
        + ((Weapon(str(weapon)),) if weapon else ()),
        weak=bool(row.get("weak", False)) or "needs" in row,
        needs=str(row["needs"]) if "needs" in row else None,
        cue=str(row["cue"]) if "cue" in row else None,
        scope=str(row.get("scope", "clause")),
        generic=bool(row.get("generic", False)),
        storms=bool(row.get("storms", False)),
        head_only=bool(row.get("head_only", False)),
        block_after=tuple(_keys(texts("block_after"))),
        block_before=tuple(_keys(texts("block_before"))),
        examples=sentences("examples"),
        counter_examples=sentences("counter_examples"),
    )


_CHOICE = re.compile(r"\(([^()]*)\)")
_GAP = " ... "


def _gapped(form: str) -> Gapped:
    head, *parts = form.split(_GAP)
    behind = tuple(tuple(_keys(tuple(_alternatives(part)))) for part in parts)
    return Gapped(tuple(_alternatives(head)), behind)


def _alternatives(text: str) -> Iterator[str]:
    """The forms that a text with alternatives stands for: "rammed (a|his) (car|van) into" is four.

    An alternative may be empty.
    """
    if "(" not in text:
        yield " ".join(text.split())
        return
    parts = _CHOICE.split(text)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    for made in product(*choices):
        yield " ".join("".join(made).split())


def _past(text: str) -> Iterator[str]:
    """The past of a sound verb given as "he" did it: he, she, they (two, many)."""
    verb, space, rest = text.partition(" ")
    for ending in ("", "ت", "وا", "ا", "تا"):
        yield f"{verb}{ending}{space}{rest}"


def _present(text: str) -> Iterator[str]:
    """The present of a verb given as its stem without the prefix: he, she, they (two, many)."""
    verb, space, rest = text.partition(" ")
    for form in (f"ي{verb}", f"ت{verb}", f"ي{verb}ون", f"ي{verb}وا", f"ي{verb}ان"):
        yield f"{form}{space}{rest}"


_BLANKS = re.compile(" {2,}")


def key(text: str) -> str:
    """The search form of a lexicon text."""
    return " ".join(spaced(folded(text)).split())


def _keys(texts: Sequence[str]) -> list[str]:
    """The search form of each text: `key` costs a call each, this costs the letters alone."""
    searched = _BLANKS.sub(" ", spaced(folded(BETWEEN.join(texts))))
    return [text.strip() for text in searched.split(BETWEEN)] if texts else []


@cache
def load_entries() -> tuple[TriggerEntry, ...]:
    """Every entry of the trigger lexicon in file order."""
    folder = files("workers.lexicon") / "data" / "triggers"
    found: list[TriggerEntry] = []
    for name in FILES:
        subject, _, language = name.rpartition("_")
        rows = tomli.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["entries"]
        found.extend(_entry(row, language, _KIND_OF.get(subject)) for row in rows)
    return tuple(_with_inflections(found))


_INFLECTED_KINDS = frozenset({"active", "event", "victim"})
_PREPOSITIONS = frozenset({"on", "with", "at", "in", "into", "against", "from", "upon"})
"""Before these such a form is rather a noun: "a fire on a tanker", "a shooting at a school"."""


def _with_inflections(entries: list[TriggerEntry]) -> Iterator[TriggerEntry]:
    """The entries, English ones with the inflections of their verbs that no entry lists itself."""
    verbs = {row["past"]: row for row in table_rows("verbs_en.tsv")}
    listed = {form for entry in entries if entry.language == "en" for form in entry.forms}
    for entry in entries:
        inflected: list[str] = []
        bare: list[str] = []
        if entry.language == "en" and entry.kind in _INFLECTED_KINDS:
            for form in entry.forms:
                verb, _, rest = form.partition(" ")
                row = verbs.get(verb)
                if row is None or not (rest or row["alone"]) or " by" in f" {rest}":
                    continue
                made = [f"{row[ending]} {rest}".strip() for ending in ("third", "gerund", "base")]
                made = [new for new in made if new not in listed]
                if rest.partition(" ")[0] in _PREPOSITIONS:
                    made = [new for new in made if new.startswith(row["third"])]
                listed.update(made)
                bare += [new for new in made if new.split(" ")[0] == row["base"]]
                inflected += [new for new in made if new.split(" ")[0] != row["base"]]
        yield replace(entry, inflected=tuple(inflected), bare=tuple(bare)) if bare else entry


_NOUN_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_PHRASE_PREFIXES = ("و", "ب", "ل", "وب")
_ARTICLE_PREFIXES = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "ولل")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا")
_HOMOGRAPHS = frozenset({"القوه", "اصابه"})
"""Verbs with a pronoun that are written like a common noun: ألقوه (threw it), أصابه (hit him)."""
_ADJECTIVE_ENDINGS = ("ي", "يه", "ين", "ان", "ح", "حه", "خه", "خخه", "ج", "دام", "دموي", "ه")


def surfaces(entry: TriggerEntry) -> Iterator[tuple[str, Surface]]:
    """Every written form of an entry with what it says beside the entry; may repeat a form."""
    yield from _surfaces(entry, (*entry.forms, *entry.inflected))
    bare = Surface(entry, bare=True)
    yield from ((text, bare) for text in _keys(entry.bare))


def gapped_surfaces(entry: TriggerEntry) -> Iterator[tuple[str, Surface, Gapped]]:
    """Every written form of the first parts of its forms in parts."""
    for gapped in entry.gapped:
        for text, surface in _surfaces(entry, gapped.heads):
            yield text, surface, gapped


def _surfaces(entry: TriggerEntry, forms: Sequence[str]) -> Iterator[tuple[str, Surface]]:
    plain = Surface(entry)
    for text in _keys(forms):
        if entry.language == "en":
            yield text, plain
        elif entry.kind in ("noun", "weapon", "victim") or (entry.kind == "event" and " " in text):
            yield from _noun(plain, text)
        else:
            yield from _verb(plain, text)


def _noun(plain: Surface, text: str) -> Iterator[tuple[str, Surface]]:
    defined = Surface(plain.entry, definite=True)
    if text.startswith("ال"):
        stem = text[2:]
        for prefix in _ARTICLE_PREFIXES:
            yield prefix + stem, defined
        return
    yield text, plain
    words = text.split(" ")
    for prefix in _NOUN_PREFIXES if len(words) == 1 else _PHRASE_PREFIXES:
        yield prefix + text, plain
    if len(words) == 1 or (len(words) == 2 and words[1].endswith(_ADJECTIVE_ENDINGS)):  # noqa: PLR2004
        stem = " ال".join(words)
        for prefix in _ARTICLE_PREFIXES:
            yield prefix + stem, defined
    if len(words) == 1 and not text.endswith(("ا", "ين", "ان", "ون")):
        owned = Surface(plain.entry, definite=True, pronoun=True)
        stem = text[:-1] + "ت" if text.endswith("ه") else text
        for pronoun in _PRONOUNS:
            for prefix in ("", "و", "ب", "ل"):
                yield prefix + stem + pronoun, owned


def _verb(plain: Surface, text: str) -> Iterator[tuple[str, Surface]]:
    entry = plain.entry
    for prefix in ("", "و", "ف"):
        yield prefix + text, plain
    words = text.split(" ")
    if text[0] in "يتن" and entry.kind != "cue":
        future = Surface(entry, future=True)
        for prefix in ("س", "وس", "ل"):
            yield prefix + text, future
    if len(words) == 1 and entry.kind == "active" and not text.endswith(("ه", "ها", "هم")):
        with_object = Surface(entry, pronoun=True)
        stem = text[:-1] if text.endswith("وا") else text
        for pronoun in ("ه", "ها", "هم", "هن", "هما"):
            if stem + pronoun in _HOMOGRAPHS:
                continue
            for prefix in ("", "و", "ف"):
                yield prefix + stem + pronoun, with_object
