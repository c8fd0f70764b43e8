"""What the place finder hands on, and what its steps hand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from workers.model import Place


@dataclass(slots=True)
class PlaceMention:
    """A place name in the folded text, `start:end` without clitics and place noun.

    `place` is None where the name is a place by its context and nothing says which. `kind` is the
    place's, or what its noun says. `cue` is the preposition or role: in, at, on, to, from, near,
    of, or dateline, metonym (a capital or country standing for its government), organisation,
    person. `direction` is set for "east of X" and the like. `score` in [0, 1]: that this is a place
    mention. `parent` indexes the mention that the text puts this one in ("X in the governorate of
    Y"). `noun_start` is where the place noun before the name begins (`start` without one).
    `called` is what its place noun says first (city, quarter, street ...; empty without one).
    `resolved_by` is table, offset ("20 km east of X"), transliteration, parent (only the place
    around it is known) or none.
    """

    start: int
    end: int
    name_local: str
    place: Place | None
    kind: str
    cue: str | None
    score: float
    direction: str | None = None
    parent: int | None = None
    noun_start: int = 0
    resolved_by: str = "table"
    called: str = ""

    @property
    def named_at(self) -> int:
        """Where its words begin, the place noun among them."""
        return min(self.noun_start or self.start, self.start)


@dataclass(slots=True)
class Hit:
    """A name found: words `word:word + length`, `start:end` in the text, the clitics before it.

    `entries` is empty for a name that no table has and that a place noun announces. `respelt`: the
    tables spell it otherwise.
    """

    word: int
    length: int
    start: int
    end: int
    key: str
    clitics: str
    toggled: bool
    entries: tuple[int, ...]
    respelt: bool = False


def hit_of(
    words: Sequence[str], first: int, length: int, offsets: Sequence[int], clitics: str, entry: int
) -> Hit:
    """The hit of so many words from the first one on, whose clitics it leaves out."""
    start = offsets[first] + len(clitics)
    end = offsets[first + length - 1] + len(words[first + length - 1])
    name = " ".join(words[first : first + length])
    return Hit(first, length, start, end, name, clitics, toggled=False, entries=(entry,))


@dataclass(slots=True)
class Scan:
    """The words of a text with their offsets, the names among them and the demonyms' countries."""

    words: list[str]
    offsets: list[int]
    hits: list[Hit]
    demonyms: list[str]


@dataclass(slots=True)
class Context:
    """What stands around a hit. `joined` and `parent` are numbers of other hits, -1 for none.

    `within`: words, not a comma alone, put it into its parent.
    """

    noun: tuple[str, ...] = ()
    noun_start: int = 0
    cue: str = ""
    direction: str = ""
    distance_km: float = 0.0
    nautical: bool = False
    seaward: bool = False
    person: bool = False
    organisation: bool = False
    metonym: bool = False
    dateline: bool = False
    joined: int = -1
    parent: int = -1
    within: bool = False
