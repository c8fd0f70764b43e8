"""Phrases that name an actor, read from the words found: the grammar of actor mentions.

Place in the flow: between the scan (`actor_words`) and the mentions (`actor_mentions`). Arabic puts
the noun first and its owner behind ("طائرات حربية تركية"), English the owner first ("Turkish
warplanes"); a group may carry a patron ("فصائل مدعومة من إيران", "Iran-backed militias").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workers.extraction.actor_speech import adjacent
from workers.extraction.actor_words import CLITICS, Item
from workers.lexicon.actors import (
    ActorTable,
    Backing,
    CanonicalActor,
    GenericActor,
    Noun,
    state_actor_id,
)
from workers.lexicon.countries import Country
from workers.text.fold import folded

_CHAIN_MAX = 4
"""Words between a noun and its demonym ("طائرات حربية مسيرة تركية"): more is another phrase."""
_GIVEN_COUNTRY_VOTES = 3
"""Weight of the country that the caller says the article is about, in mentions."""
_NEIGHBOUR_MAX = 24
"""Characters looked at for the word before or after: longer words are rare."""
_CONNECTIVES = frozenset(
    map(folded, ("من", "مع", "على", "من قبل", "من جانب", "ل", "إلى", "the", "by", ""))
)
_LATIN_GAPS = frozenset({" ", "-", "'s ", " '", ' "'})
_PRONOUN = "us"
"""Folding makes "US" and "us" one word: only with a noun behind it is it the country."""
_ORGAN_NAMES = {
    "mil": ("army", "MIL", "military"),
    "police": ("security forces", "COP", "police"),
    "intel": ("intelligence", "SPY", "intelligence"),
    "state": ("government", "GOV", "state"),
}
"""Organ -> name and sector where no country is known, kind of the actors that it can point back to."""
_OCCUPIER = {"PS": "IL"}
"""Where the army that an article tells of without a name is another country's."""
_GROUPS = frozenset({"group", "force"})
_CARRIES_BACKED = frozenset({"group", "force", "act", "weapon"})
_GROUP_KINDS = frozenset({"armed_group", "militia", "jihadist", "party"})
_FIGHTING = frozenset({"force", "aircraft", "weapon", "group"})
_PRONOUN_OWNER = re.compile(r" (?:له|لها|لهم)\b")
_FORCES = {"military": Noun("force", "mil"), "police": Noun("police", "police")}
"""Kind of a named actor -> the noun that further demonyms share ("القوات الهندية والباكستانية")."""
_NOT_SPANNED = frozenset({"act"})
"""Heads that stay outside the mention: they are the attack's own words."""


@dataclass(slots=True, eq=False)
class ActorMention:
    """One actor in the folded text, half-open span. Unknown is None.

    `first`, `last`: indexes of its first and last word among those found. `kind`: actor, generic
    (nameless), demonym (by nationality), metonym (country or capital), outlet (agency, paper,
    monitor: always a speaker). `head`: class of the noun that carries it (force, aircraft, weapon,
    act, group, official, police, intel, facility); a facility never attacks. `modifier`: it supports,
    commands or holds the actor beside it. `locative`: named as a place. `anaphoric`: a short name
    resolved from the rest of the article ("the group", "the army").
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


class PhraseReader:
    """One text's items read left to right."""

    def __init__(
        self,
        text: str,
        items: list[Item],
        table: ActorTable,
        locatives: frozenset[str],
        country: str | None,
    ) -> None:
        self._text, self._items, self._table, self._locatives = text, items, table, locatives
        self._country = country
        self._past: list[CanonicalActor] = []

    @cached_property
    def _votes(self) -> Counter[str]:
        """How often each country is told of: counted only where a word needs it."""
        votes = Counter([code for item in self._items if (code := item.word.code) is not None])
        if self._country is not None:
            votes[self._country] += _GIVEN_COUNTRY_VOTES
        return votes

    def phrases(self) -> Iterator[ActorMention]:
        """The phrases in text order."""
        at, end = 0, len(self._items)
        while at < end:
            made = self._read(at) if self._items[at].word.opens else None
            if not made:
                at += 1
                continue
            for phrase in made:
                if phrase.actor is not None and not phrase.modifier:
                    self._past.append(phrase.actor)
                yield phrase
            at = made[-1].last + 1

    def _read(self, at: int) -> list[ActorMention]:
        item = self._items[at]
        word = item.word
        if word.outlet is not None:
            return [
                ActorMention(
                    at,
                    at,
                    item.start,
                    item.end,
                    "outlet",
                    described=GenericActor(word.outlet.name, None),
                )
            ]
        if word.latin:
            return self._latin(at)
        if word.noun is not None and (made := self._composed(at, word.noun)):
            return made
        if word.backing is not None and not word.names:
            patron = self._patron(at)
            if patron is not None:
                patron.modifier = True
                return [patron]
        lone = self._lone(at)
        if lone is None:
            return []
        if lone.actor is not None and (force := _FORCES.get(lone.actor.kind)) is not None:
            return [lone, *self._joined(at, force)]
        return [lone]

    # A word alone.

    def _lone(self, at: int) -> ActorMention | None:
        item = self._items[at]
        word = item.word
        span = (at, at, item.start, item.end)
        if (actor := self._actor_of(at)) is not None:
            return ActorMention(*span, "actor", actor, anaphoric=word.actor is None)
        if word.generic is not None and self._generic_fits(item, word.generic):
            return ActorMention(*span, "generic", described=word.generic)
        if word.organ is not None:
            return self._organ(at, word.organ)
        if word.possessed is not None:
            return self._owned_by_last(span, word.possessed)
        if word.adjective is not None:
            return ActorMention(*span, "demonym", word.adjective)
        if (country := word.country or word.capital) is not None:
            state = self._table.actors[state_actor_id(country.code, "state")]
            return ActorMention(*span, "metonym", state, locative=self._in_place(item))
        if (country := word.demonym) is not None and self._text[item.start : item.end] != _PRONOUN:
            side = self._table.side_of(country.code.lower())
            nation = GenericActor(country.adjective, None, side, country.code)
            return ActorMention(*span, "demonym", described=nation)
        return None

    def _actor_of(self, at: int) -> CanonicalActor | None:
        """The actor that an item names by itself, by what was named before, or by context."""
        word = self._items[at].word
        if word.actor is not None:
            return word.actor
        if word.anaphors:
            for actor in reversed(self._past):
                if any(actor.kind in anaphor.kinds for anaphor in word.anaphors):
                    return actor
        if word.context:
            best = max(word.context, key=self._votes_for)
            if self._votes_for(best):
                return best
        return None

    def _votes_for(self, actor: CanonicalActor) -> int:
        return sum(self._votes[code] for code in actor.context)

    def _organ(self, at: int, organ: str) -> ActorMention:
        """ "The army" by itself: the last one named, else that of the country told most of."""
        item = self._items[at]
        span = (at, at, item.start, item.end)
        name, sector, kind = _ORGAN_NAMES[organ]
        for actor in reversed(self._past):
            if actor.kind == kind and actor.country is not None:
                return ActorMention(*span, "actor", actor, anaphoric=True)
        if not self._votes:
            return ActorMention(*span, "generic", described=GenericActor(name, sector))
        code = max(self._votes, key=lambda one: self._votes[one])
        owner = _OCCUPIER.get(code, code) if organ == "mil" else code
        actor = self._table.actors[state_actor_id(owner, organ)]
        return ActorMention(*span, "actor", actor, anaphoric=True)

    def _owned_by_last(self, span: tuple[int, int, int, int], noun: Noun) -> ActorMention | None:
        """ "Its fighters": of the last actor named; a state fights with its military."""
        if not self._past:
            return None
        actor = self._past[-1]
        if actor.kind == "state" and noun.head != "group" and actor.country is not None:
            actor = self._table.actors[state_actor_id(actor.country, "mil")]
        return ActorMention(*span, "actor", actor, head=noun.head, anaphoric=True)

    def _generic_fits(self, item: Item, generic: GenericActor) -> bool:
        if generic.not_after and self._word_before(item) in generic.not_after:
            return False
        return not (generic.not_before and self._word_after(item) in generic.not_before)

    def _word_before(self, item: Item) -> str:
        head = self._text[max(0, item.token - _NEIGHBOUR_MAX) : item.token].rstrip(" \"'")
        return head.rpartition(" ")[2].lstrip("\"'(")

    def _word_after(self, item: Item) -> str:
        tail = self._text[item.end : item.end + _NEIGHBOUR_MAX].lstrip(" \"'")
        return tail.partition(" ")[0].rstrip(".,،\"'")

    def _in_place(self, item: Item) -> bool:
        if item.clitic.endswith(("ب", "بال")):
            return True
        before = self._word_before(item)
        return before in self._locatives or before.removeprefix("و") in self._locatives

    # Arabic: the noun, then whose it is.

    def _composed(self, at: int, noun: Noun) -> list[ActorMention]:
        items, text = self._items, self._text
        end = at + 1
        limit = min(len(items), end + _CHAIN_MAX)
        while end < limit and adjacent(text, items[end - 1].end, items[end].token):
            word = items[end].word
            if word.names or not word.filler or items[end].clitic[:1] == "و":
                break
            end += 1
        if end >= limit or not adjacent(text, items[end - 1].end, items[end].token):
            return []
        if items[end].clitic[:1] == "و":  # "... and the Houthis": another, not the owner
            return []
        if items[end].word.backing is not None and not items[end].word.names:
            return self._backed(at, end, noun)
        phrase = self._owned(at, end, noun)
        if phrase is None:
            return []
        after = end + 1
        if noun.head in _GROUPS and phrase.kind != "actor" and after < len(items):
            follows = items[after].word.backing is not None
            if follows and adjacent(text, items[end].end, items[after].token):
                backed = self._backed(at, after, noun)
                if backed and not backed[0].modifier:
                    return backed
        return [phrase, *self._joined(end, noun)]

    def _joined(self, end: int, noun: Noun) -> Iterator[ActorMention]:
        """ "... التركية والروسية": further demonyms that share the noun."""
        for at in range(end + 1, len(self._items)):
            item = self._items[at]
            shares = item.word.demonym is not None or item.word.adjective is not None
            near = adjacent(self._text, self._items[at - 1].end, item.token)
            phrase = (
                self._owned(at, at, noun) if shares and near and item.clitic[:1] == "و" else None
            )
            if phrase is None:
                return
            yield phrase

    def _owned(self, at: int, owner_at: int, noun: Noun) -> ActorMention | None:
        """The phrase of a noun at `at` whose owner is the item `owner_at`."""
        owner = self._items[owner_at]
        word = owner.word
        begin = owner if noun.head in _NOT_SPANNED else self._items[at]
        span = (at, owner_at, begin.start, owner.end)
        if at != owner_at and not self._agrees(at, owner):
            return None
        actor = self._actor_of(owner_at)
        if actor is not None:
            return ActorMention(*span, "actor", actor, head=noun.head, anaphoric=word.actor is None)
        if word.headed is not None and noun.head == "group":
            return ActorMention(*span, "actor", word.headed, head=noun.head)
        if word.adjective is not None:
            return ActorMention(*span, "demonym", word.adjective, head=noun.head)
        if (country := word.demonym or word.country or word.capital) is not None:
            return self._national(span, noun, country)
        if word.organ is not None and at != owner_at:
            phrase = self._organ(owner_at, word.organ)
            phrase.first, phrase.start, phrase.head = at, begin.start, noun.head
            return phrase
        return None

    def _agrees(self, at: int, owner: Item) -> bool:
        """Whether Arabic grammar lets the noun be owned: a noun with its article takes no genitive.

        "الحركة القوات الأميركية" are two (verb, subject, object); "القوات الأميركية" is one.
        """
        noun = self._items[at]
        if noun.word.latin or not CLITICS[noun.clitic] or owner.clitic.lstrip("وف")[:1] == "ل":
            return True
        return owner.word.demonym is not None or owner.word.adjective is not None

    def _national(
        self, span: tuple[int, int, int, int], noun: Noun, country: Country
    ) -> ActorMention:
        """A noun of one nationality: the state's organ, or a nameless group of that country."""
        if noun.organ == "none":
            side = self._table.side_of(country.code.lower())
            nation = GenericActor(country.adjective, None, side, country.code)
            return ActorMention(*span, "demonym", described=nation, head=noun.head)
        if noun.organ != "group":
            actor = self._table.actors[state_actor_id(country.code, noun.organ)]
            return ActorMention(*span, "demonym", actor, head=noun.head)
        proxies = self._table.proxies.get(country.code)
        if proxies is not None:
            return ActorMention(*span, "demonym", self._table.actors[proxies], head=noun.head)
        generic = self._items[span[0]].word.generic
        name, sector = ("armed group", "REB") if generic is None else (generic.name, generic.sector)
        group = GenericActor(f"{country.adjective} {name}", sector, None, country.code)
        return ActorMention(*span, "generic", described=group, head=noun.head)

    # Patrons.

    def _patron(self, backing_at: int) -> ActorMention | None:
        """Who is named after a backing cue."""
        items = self._items
        at = backing_at + 1
        if at < len(items) and items[at].word.backing is not None and not items[at].word.names:
            at += 1  # "الخاضعة لسيطرة"
        if at >= len(items) or not items[at].word.names:
            return None
        gap = self._text[items[at - 1].end : items[at].token].strip(" \"'")
        return self._lone(at) if gap in _CONNECTIVES else None

    def _backed(self, at: int, backing_at: int, noun: Noun) -> list[ActorMention]:
        """A noun with a patron: "فصائل مدعومة من إيران", "طائرات تابعة للتحالف"."""
        backing: Backing | None = self._items[backing_at].word.backing
        if backing is not None and backing.relation == "belongs" and noun.head in _FIGHTING:
            pronoun = _PRONOUN_OWNER.match(self._text, self._items[backing_at].end)
            if pronoun is not None:
                span = (at, backing_at, self._items[at].start, pronoun.end())
                mention = self._owned_by_last(span, noun)
                return [] if mention is None else [mention]
        patron = self._patron(backing_at)
        if patron is None or backing is None:
            return []
        if backing.relation == "held" or noun.head in ("facility", "official"):
            patron.modifier = True
            return [patron]
        span = (at, patron.last, self._items[at].start, patron.end)
        if self._items[at].word.anaphors and (named := self._actor_of(at)) is not None:
            return [ActorMention(*span, "actor", named, head=noun.head, anaphoric=True)]
        if backing.relation == "belongs" and (patron.kind == "actor" or noun.head not in _GROUPS):
            return [ActorMention(*span, patron.kind, patron.actor, head=noun.head)]
        return [self._proxy(span, noun.head, patron)]

    def _proxy(
        self, span: tuple[int, int, int, int], head: str, patron: ActorMention
    ) -> ActorMention:
        """A nameless group that somebody backs."""
        backer = patron.actor
        country = patron.country
        of_state = backer is None or patron.kind == "metonym" or backer.kind == "military"
        known = self._known_proxy(country if of_state else None, backer)
        if known is not None:
            return ActorMention(*span, "actor", self._table.actors[known], head=head)
        side = patron.side
        backed = f"{patron.name}-backed armed group"
        return ActorMention(
            *span, "generic", described=GenericActor(backed, "PRM", side), head=head
        )

    def _known_proxy(self, country: str | None, backer: CanonicalActor | None) -> str | None:
        """The id of the group that newsrooms mean by "backed by" this patron, in this article."""
        backed = self._table.backed
        if backer is not None and (found := backed.get((backer.id, None))) is not None:
            return found
        if country is None:
            return None
        others = [code for code, _ in self._votes.most_common() if code != country]
        about = others[0] if others else None
        return backed.get((country, about)) or backed.get((country, None))

    # English: whose it is, then the noun.

    def _latin(self, at: int) -> list[ActorMention]:
        items = self._items
        item = items[at]
        word = item.word
        if word.backing is not None and not word.names:
            patron = None if word.backing.before else self._patron(at)
            if patron is not None:
                patron.modifier = True
                return [patron]
        if word.names:
            after = items[at + 1] if at + 1 < len(items) else None
            backing = None if after is None else after.word.backing
            if after is not None and backing is not None and backing.before:
                if self._text[item.end : after.token] in _LATIN_GAPS:
                    return self._latin_backed(at)
            end = self._latin_chain(at)
            noun = items[end].word.noun
            if end > at and noun is not None and (phrase := self._owned(at, at, noun)) is not None:
                return [self._widened(phrase, at, end)]
        lone = self._lone(at)
        return [] if lone is None else [lone]

    def _widened(self, phrase: ActorMention, at: int, end: int) -> ActorMention:
        """The phrase stretched over its noun; a nameless group takes the noun's own name."""
        generic = self._items[end].word.generic
        if phrase.kind == "generic" and generic is not None and phrase.country is not None:
            name = f"{self._table.countries[phrase.country].adjective} {generic.name}"
            phrase.described = GenericActor(name, generic.sector, None, phrase.country)
        phrase.last = end
        if phrase.head not in _NOT_SPANNED:
            phrase.end = self._items[end].end
        phrase.start = self._items[at].start
        return phrase

    def _latin_chain(self, at: int) -> int:
        """The index of the last noun that follows a name without a gap; `at` where there is none."""
        items, text = self._items, self._text
        noun_at = at
        for index in range(at + 1, min(len(items), at + 1 + _CHAIN_MAX)):
            item = items[index]
            if not item.word.latin or text[items[index - 1].end : item.token] not in _LATIN_GAPS:
                break
            if item.word.voice and noun_at > at:
                break  # "Israeli army spokesman": the army speaks
            if item.word.noun is not None:
                noun_at = index
            elif not item.word.filler:
                break
        return noun_at

    def _latin_backed(self, at: int) -> list[ActorMention]:
        """ "Iran-backed militias": a group of its own; "Iran-backed Houthis": only a modifier."""
        items = self._items
        item = items[at]
        patron = self._lone(at)
        if patron is None:  # "us-backed": the pronoun's spelling
            code = item.word.code
            nation = GenericActor(code or "", None, None, code)
            patron = ActorMention(at, at, item.start, item.end, "demonym", described=nation)
        end = self._latin_chain(at + 1)
        noun = items[end].word.noun
        if end == at + 1 or noun is None or noun.head not in _CARRIES_BACKED:
            patron.modifier = True
            patron.last = at + 1
            return [patron]
        span = (at, end, item.start, items[end].end)
        if self._word_before(item) == "the" and noun.single:
            for actor in reversed(self._past):
                if actor.kind in _GROUP_KINDS:
                    return [ActorMention(*span, "actor", actor, head=noun.head, anaphoric=True)]
        return [self._proxy(span, noun.head, patron)]
