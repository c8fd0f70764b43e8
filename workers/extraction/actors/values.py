"""Values of actor reading: what a word can mean, a word found, an actor mentioned.

Place in the flow: `words` finds words, `phrases` composes them, `mentions` hands the
mentions out.
"""

from dataclasses import dataclass

from workers.lexicon.actors import Anaphor, Backing, CanonicalActor, GenericActor, Noun
from workers.lexicon.countries import Country
from workers.lexicon.speakers import Outlet

GROUP_SECTORS = frozenset({"REB", "PRM", "UAF", "CRM"})
"""PLOVER sectors of those who bear arms for no state: rebels, militias, unidentified, criminals."""


@dataclass(slots=True)
class Word:
    """What a spelling can be in the grammar of actors. Never changed once the scanner is built."""

    latin: bool = False
    actor: CanonicalActor | None = None
    headed: CanonicalActor | None = None
    context: tuple[CanonicalActor, ...] = ()
    adjective: CanonicalActor | None = None
    bound: CanonicalActor | None = None
    """Whose adjective it is in some countries only."""
    demonym: Country | None = None
    country: Country | None = None
    capital: Country | None = None
    noun: Noun | None = None
    generic: GenericActor | None = None
    anaphors: tuple[Anaphor, ...] = ()
    possessed: Noun | None = None
    organ: str | None = None
    backing: Backing | None = None
    outlet: Outlet | None = None
    filler: bool = False
    say: bool = False
    accuse: bool = False
    according: bool = False
    voice: bool = False
    claim: bool = False
    names: bool = False
    """Whether it can name someone that a noun belongs to."""
    speech: bool = False
    """Whether it is a word of saying, or one that may stand between that and the speaker."""
    opens: bool = False
    """Whether a mention can begin with it."""
    stands_alone: bool = False
    """Whether it can be a mention without a noun or owner beside it."""
    code: str | None = None
    """The country that the word tells of."""

    def settle(self) -> "Word":
        """Itself, with what follows from its other fields filled in."""
        place = self.demonym or self.country or self.capital
        self.names = bool(
            self.actor
            or self.headed
            or self.context
            or self.adjective
            or self.bound
            or self.organ
            or place
            or self.anaphors
        )
        begins = self.noun or self.generic or self.backing or self.outlet or self.possessed
        self.stands_alone = bool(self.names or self.generic or self.possessed)
        self.opens = bool(self.names or begins)
        self.speech = self.say or self.accuse or self.according or self.voice
        if place is not None:
            self.code = place.code
        elif self.actor is not None:
            self.code = self.actor.country
        return self


@dataclass(slots=True)
class Item:
    """A word found: `start` with its article, `token` with all its proclitics."""

    start: int
    end: int
    token: int
    clitic: str
    word: Word


_CONJUNCTIONS = ("", "و", "ف")
CLITICS: dict[str, bool] = {
    **{c + p: False for c in _CONJUNCTIONS for p in ("", "ب", "ل", "ك")},
    **{c + p: True for c in _CONJUNCTIONS for p in ("ال", "بال", "لل", "كال", "لال")},
}
"""Proclitic -> whether it holds the article. Source: Ryding (2005), chapters 13 and 18."""

CLITIC_MAX = 4
"""Letters of the longest proclitic (وبال)."""


@dataclass(slots=True, eq=False)
class ActorMention:
    """One actor in the folded text, half-open span. Unknown is None.

    `first`, `last`: indexes of its first and last word among those found. `kind`: actor, generic
    (nameless), demonym (by nationality), metonym (country or capital), outlet (agency, paper,
    monitor: always a speaker). `head`: class of the noun that carries it (force, aircraft, weapon,
    act, group, leader, official, police, intel, facility, civil), or capital for a country named
    by its capital; facility, civil and official never attack. `deed`: where it begins to tell of
    its own doing ("said it had struck").
    `modifier`: it supports, commands or holds the actor beside it. `locative`: named as a place.
    `anaphoric`: a short name resolved from the rest of the article ("the group", "the army").
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    actor: CanonicalActor | None = None
    described: GenericActor | None = None
    head: str | None = None
    anaphoric: bool = False
    locative: bool = False
    modifier: bool = False
    speaker: bool = False
    deed: int | None = None

    @property
    def actor_id(self) -> str | None:
        """The canonical id, None for who has none."""
        return None if self.actor is None else self.actor.id

    @property
    def name(self) -> str:
        """The English name."""
        source = self.actor or self.described
        return "" if source is None else source.name

    @property
    def sector(self) -> str | None:
        """The PLOVER sector code."""
        source = self.actor or self.described
        return None if source is None else source.sector

    @property
    def side(self) -> str | None:
        """The side it fights on."""
        source = self.actor or self.described
        return None if source is None else source.side

    @property
    def country(self) -> str | None:
        """The country it belongs to, ISO 3166-1 alpha-2."""
        source = self.actor or self.described
        return None if source is None else source.country
