"""Actors in a text: names, demonym + noun compositions, nameless attackers, metonyms, in both languages.

Place in the flow: after folding; drafts choose attackers and recipients among the mentions. A mention says
what it is headed by, whether it only speaks, modifies another actor ("backed by Iran") or is a place
("in Iraq"), so that frames can leave those out.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workers.extraction.actor_speech import adjacent, is_speaker
from workers.extraction.actor_terms import Item, Sense, TermScanner, packaged_scanner
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
_CONNECTIVES = frozenset(
    map(
        folded,
        ("من", "مع", "على", "من قبل", "من جانب", "ل", "لسيطرة", "سيطرة", "لـ", "the", "by", ""),
    )
)
_DEEDLESS = frozenset({"us"})
"""Folding makes "US" and "us" one word: only with a noun behind it is it the country."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One actor in the folded text, half-open span. Unknown is None.

    kind: actor, generic (nameless), demonym (by nationality), metonym (country or capital), outlet.
    head: class of the noun that carries it (force, aircraft, weapon, act, group, official, police, intel,
    facility); a facility never attacks. `modifier`: it supports, commands or holds the actor beside it.
    `anaphoric`: a short name resolved from the article ("the group").
    """

    start: int
    end: int
    actor_id: str | None
    name: str
    sector: str | None
    side: str | None
    kind: str
    country: str | None = None
    head: str | None = None
    speaker: bool = False
    modifier: bool = False
    locative: bool = False
    anaphoric: bool = False


@dataclass(slots=True)
class _Draft:
    """A mention being made: indexes of its first and last item."""

    first: int
    last: int
    start: int
    end: int
    kind: str
    actor: CanonicalActor | None = None
    generic: GenericActor | None = None
    country: str | None = None
    name: str | None = None
    sector: str | None = None
    side: str | None = None
    head: str | None = None
    modifier: bool = False
    locative: bool = False
    anaphoric: bool = False


class ActorFinder:
    """Finds actor mentions with a table's names; immutable after construction."""

    def __init__(self, table: ActorTable | None = None) -> None:
        self._table = ActorTable.load() if table is None else table
        self._scanner = packaged_scanner() if table is None else TermScanner(table)
        self._locatives = frozenset(
            map(folded, (*self._table.locatives.ar, *self._table.locatives.en))
        )

    def find(self, text: str, country: str | None = None) -> tuple[ActorMention, ...]:
        """The mentions of a folded text in order. `country` (ISO code): what the article is about, if known."""
        items = self._scanner.scan(text)
        if not items:
            return ()
        parse = _Parse(text, items, self._table, self._locatives, country)
        drafts = list(parse.drafts())
        return tuple(_finished(text, items, drafts))


def _finished(text: str, items: list[Item], drafts: list[_Draft]) -> Iterator[ActorMention]:
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].start if index + 1 < len(drafts) else None
        speaker = draft.kind == "outlet" or is_speaker(
            text, items, draft.first, draft.last, following
        )
        source = draft.actor or draft.generic
        yield ActorMention(
            start=draft.start,
            end=draft.end,
            actor_id=draft.actor.id if draft.actor else None,
            name=draft.name or (source.name if source else ""),
            sector=draft.sector or (source.sector if source else None),
            side=draft.side or (source.side if source else None),
            kind=draft.kind,
            country=draft.country or (source.country if source else None),
            head=draft.head,
            speaker=speaker,
            modifier=draft.modifier,
            locative=draft.locative,
            anaphoric=draft.anaphoric,
        )


class _Parse:
    """One text's items read left to right."""

    def __init__(
        self,
        text: str,
        items: list[Item],
        table: ActorTable,
        locatives: frozenset[str],
        country: str | None,
    ) -> None:
        self.text, self.items, self.table, self.locatives = text, items, table, locatives
        self.votes: Counter[str] = Counter()
        self.past: list[CanonicalActor] = []
        if country is not None:
            self.votes[country] = _GIVEN_COUNTRY_VOTES
        for item in items:
            self._vote(item)

    def _vote(self, item: Item) -> None:
        senses = item.senses
        found = senses.get(Sense.COUNTRY) or senses.get(Sense.DEMONYM) or senses.get(Sense.CAPITAL)
        if found is not None:
            self.votes[found.code] += 1
        elif (actor := senses.get(Sense.ACTOR)) is not None and actor.country is not None:
            self.votes[actor.country] += 1

    def drafts(self) -> Iterator[_Draft]:
        """Mentions in text order."""
        at, end = 0, len(self.items)
        while at < end:
            made = self._made(at)
            if not made:
                at += 1
                continue
            for draft in made:
                if draft.actor is not None and not draft.modifier:
                    self.past.append(draft.actor)
                yield draft
            at = made[-1].last + 1

    def _made(self, at: int) -> list[_Draft]:
        item = self.items[at]
        senses = item.senses
        if Sense.OUTLET in senses:
            outlet = senses[Sense.OUTLET]
            return [_Draft(at, at, item.start, item.end, "outlet", name=outlet.name)]
        if item.latin:
            return self._latin(at)
        if Sense.NOUN in senses and (made := self._composed(at)):
            return made
        if Sense.BACKING in senses and (patron := self._patron(at)):
            return [patron]
        lone = self._lone(at)
        return [lone] if lone else []

    # One word alone.

    def _lone(self, at: int) -> _Draft | None:
        item = self.items[at]
        senses = item.senses
        actor = self._actor_of(at)
        if actor is not None:
            known = Sense.ACTOR in senses
            return _Draft(at, at, item.start, item.end, "actor", actor, anaphoric=not known)
        if (generic := senses.get(Sense.GENERIC)) is not None and self._generic_fits(item, generic):
            return _Draft(at, at, item.start, item.end, "generic", generic=generic)
        if (organ := senses.get(Sense.ORGAN)) is not None:
            return self._organ(at, organ)
        if (named := senses.get(Sense.ADJECTIVE)) is not None:
            return _Draft(at, at, item.start, item.end, "demonym", named)
        if (country := senses.get(Sense.COUNTRY) or senses.get(Sense.CAPITAL)) is not None:
            state = self.table.actors[state_actor_id(country.code, "state")]
            return _Draft(
                at, at, item.start, item.end, "metonym", state, locative=self._in_place(item)
            )
        if (country := senses.get(Sense.DEMONYM)) is not None and self.text[
            item.start : item.end
        ] not in _DEEDLESS:
            return _Draft(
                at, at, item.start, item.end, "demonym", country=country.code, name=country.adjective,
                side=self.table.side_of(country.code.lower()),
            )  # fmt: skip
        return None

    def _actor_of(self, at: int) -> CanonicalActor | None:
        """The actor that an item names by itself or by context."""
        senses = self.items[at].senses
        if (actor := senses.get(Sense.ACTOR)) is not None:
            return actor  # type: ignore[no-any-return]
        if (anaphors := senses.get(Sense.ANAPHOR)) is not None:
            kinds = frozenset().union(*(anaphor.kinds for anaphor in anaphors))
            for actor in reversed(self.past):
                if actor.kind in kinds:
                    return actor
        if (candidates := senses.get(Sense.CONTEXT)) is not None:
            best = max(candidates, key=lambda one: sum(self.votes[code] for code in one.context))
            if any(self.votes[code] for code in best.context):
                return best  # type: ignore[no-any-return]
        return None

    def _organ(self, at: int, organ: str) -> _Draft:
        """ "The army" without a nationality: the last one named, else of the country that is told most of."""
        item = self.items[at]
        kind = {"mil": "military", "police": "police", "intel": "intelligence", "state": "state"}[
            organ
        ]
        for actor in reversed(self.past):
            if actor.kind == kind and actor.country is not None:
                return _Draft(at, at, item.start, item.end, "actor", actor, anaphoric=True)
        code = self._main_country()
        if code is None:
            names = {
                "mil": ("army", "MIL"),
                "police": ("security forces", "COP"),
                "intel": ("intelligence", "SPY"),
            }
            name, sector = names.get(organ, ("government", "GOV"))
            return _Draft(at, at, item.start, item.end, "generic", name=name, sector=sector)
        owner = {"PS": "IL"}.get(code, code) if organ == "mil" else code
        actor = self.table.actors[state_actor_id(owner, organ)]
        return _Draft(at, at, item.start, item.end, "actor", actor, anaphoric=True)

    def _main_country(self) -> str | None:
        return max(self.votes, key=lambda code: self.votes[code]) if self.votes else None

    def _generic_fits(self, item: Item, generic: GenericActor) -> bool:
        if generic.not_after and self._word_before(item) in generic.not_after:
            return False
        return not (generic.not_before and self._word_after(item) in generic.not_before)

    def _word_before(self, item: Item) -> str:
        cut = self.text[max(0, item.token - 24) : item.token].rstrip(" \"'")
        return cut.rpartition(" ")[2].lstrip("\"'(")

    def _word_after(self, item: Item) -> str:
        return self.text[item.end : item.end + 24].lstrip(" \"'").partition(" ")[0].rstrip(".,،\"'")

    def _in_place(self, item: Item) -> bool:
        if item.clitic.endswith(("ب", "بال")):
            return True
        word = self._word_before(item)
        return word in self.locatives or word.removeprefix("و") in self.locatives

    # Arabic: noun, then what it belongs to.

    def _chain_end(self, at: int) -> int:
        """The index after the noun and the fillers that follow it without a gap."""
        items, text = self.items, self.text
        end = at + 1
        while end < len(items) and end - at <= _CHAIN_MAX:
            senses = items[end].senses
            if not adjacent(text, items[end - 1].end, items[end].token) or _names(senses):
                break
            if Sense.FILLER not in senses:
                break
            end += 1
        return end

    def _composed(self, at: int) -> list[_Draft]:
        items, text = self.items, self.text
        noun: Noun = items[at].senses[Sense.NOUN]
        end = self._chain_end(at)
        if end >= len(items) or not adjacent(text, items[end - 1].end, items[end].token):
            return []
        owner = items[end]
        if Sense.BACKING in owner.senses and not _names(owner.senses):
            return self._backed(at, end, noun, None)
        draft = self._owned(at, end, noun)
        if draft is None:
            return []
        after = end + 1
        if (
            after < len(items)
            and Sense.BACKING in items[after].senses
            and noun.head in ("group", "force")
            and draft.kind in ("demonym", "generic")
            and adjacent(text, owner.end, items[after].token)
        ):
            backed = self._backed(at, after, noun, draft)
            if backed:
                return backed
        return [draft, *self._joined(end, noun)]

    def _joined(self, end: int, noun: Noun) -> Iterator[_Draft]:
        """ "... التركية والروسية": further demonyms that share the noun."""
        items = self.items
        while end + 1 < len(items):
            item = items[end + 1]
            shares = Sense.DEMONYM in item.senses or Sense.ADJECTIVE in item.senses
            if not (
                shares
                and item.clitic.startswith("و")
                and adjacent(self.text, items[end].end, item.token)
            ):
                return
            draft = self._owned(end + 1, end + 1, noun)
            if draft is None:
                return
            yield draft
            end += 1

    def _owned(self, at: int, owner_at: int, noun: Noun) -> _Draft | None:
        """The draft of a noun phrase whose owner is the item `owner_at`."""
        owner = self.items[owner_at]
        act = noun.head == "act"
        span = (at, owner_at, (owner if act else self.items[at]).start, owner.end)
        senses = owner.senses
        actor = self._actor_of(owner_at) or (
            senses.get(Sense.HEADED) if noun.head == "group" else None
        )
        if actor is not None:
            return _Draft(
                *span,
                "actor",
                actor,
                head=noun.head,
                anaphoric=Sense.ACTOR not in senses and Sense.HEADED not in senses,
            )
        if (actor := senses.get(Sense.ADJECTIVE)) is not None:
            return _Draft(*span, "demonym", actor, head=noun.head)
        country = (
            senses.get(Sense.DEMONYM) or senses.get(Sense.COUNTRY) or senses.get(Sense.CAPITAL)
        )
        if country is not None:
            return self._national(span, noun, country)
        if (organ := senses.get(Sense.ORGAN)) is not None and at != owner_at:
            draft = self._organ(owner_at, organ)
            draft.first, draft.start, draft.head = at, self.items[at].start, noun.head
            return draft
        return None

    def _national(self, span: tuple[int, int, int, int], noun: Noun, country: Country) -> _Draft:
        """A noun of one nationality: the state's organ, or a nameless group of that country."""
        if noun.organ == "group":
            if country.code in ("IR",):
                return _Draft(
                    *span, "demonym", self.table.actors[self.table.backed["IR"]], head=noun.head
                )
            generic = self.items[span[0]].senses.get(Sense.GENERIC)
            return _Draft(
                *span, "generic", name=f"{country.adjective} {generic.name if generic else 'armed group'}",
                sector=generic.sector if generic else "REB", country=country.code, head=noun.head,
            )  # fmt: skip
        actor = self.table.actors[state_actor_id(country.code, noun.organ)]
        return _Draft(*span, "demonym", actor, head=noun.head)

    def _patron_item(self, backing_at: int) -> int | None:
        """The item that names the patron after a backing cue."""
        items = self.items
        at = backing_at + 1
        if at >= len(items):
            return None
        if Sense.BACKING in items[at].senses and not _names(items[at].senses):
            at += 1  # "الخاضعة لسيطرة"
        if at >= len(items) or not _names(items[at].senses):
            return None
        gap = self.text[items[at - 1].end : items[at].token].strip(" \"'")
        return at if gap in _CONNECTIVES else None

    def _patron(self, at: int) -> _Draft | None:
        """A patron by itself: flagged as a modifier of what stands before."""
        patron = self._patron_item(at)
        draft = None if patron is None else self._lone(patron)
        if draft is not None:
            draft.modifier = True
        return draft

    def _backed(self, at: int, backing_at: int, noun: Noun, base: _Draft | None) -> list[_Draft]:
        """A group with its patron: "فصائل مدعومة من إيران", "طائرات تابعة للتحالف"."""
        patron_at = self._patron_item(backing_at)
        if patron_at is None:
            return []
        backing: Backing = self.items[backing_at].senses[Sense.BACKING]
        patron = self._lone(patron_at)
        if patron is None:
            return []
        if noun.head == "facility" or backing.relation == "held" or noun.head == "official":
            patron.modifier = True
            return [patron]
        span = (at, patron_at, self.items[at].start, self.items[patron_at].end)
        country = patron.country or (patron.actor.country if patron.actor else None)
        if backing.relation == "belongs" and (
            patron.kind == "actor" or noun.head not in ("group", "force")
        ):
            return [
                _Draft(*span, patron.kind, patron.actor, head=noun.head, anaphoric=patron.anaphoric)
            ]
        return [self._proxy(span, noun.head, patron, country)]

    def _proxy(
        self, span: tuple[int, int, int, int], head: str, patron: _Draft, country: str | None
    ) -> _Draft:
        named = (
            patron.actor is not None and patron.kind == "actor" and patron.actor.kind != "military"
        )
        if country is not None and not named and country in self.table.backed:
            return _Draft(*span, "actor", self.table.actors[self.table.backed[country]], head=head)
        name = patron.actor.name if patron.actor else (patron.name or "")
        side = patron.actor.side if patron.actor else patron.side
        return _Draft(
            *span, "generic", name=f"{name}-backed armed group", sector="PRM", side=side, head=head
        )

    # English: nationality or name, then the noun.

    def _latin(self, at: int) -> list[_Draft]:
        items, text = self.items, self.text
        item = items[at]
        if Sense.BACKING in item.senses and not item.senses[Sense.BACKING].before:
            patron = self._patron(at)
            return [patron] if patron else []
        if not _names(item.senses):
            lone = self._lone(at)
            return [lone] if lone else []
        following = items[at + 1] if at + 1 < len(items) else None
        if following is not None and (backing := following.senses.get(Sense.BACKING)) is not None:
            if backing.before and text[item.end : following.token] in ("-", " ", "'s "):
                return self._latin_backed(at)
        end = self._latin_chain(at)
        if end == at:
            lone = self._lone(at)
            return [lone] if lone else []
        noun: Noun = items[end].senses[Sense.NOUN]
        draft = self._owned(at, at, noun)
        if draft is None:
            return []
        if noun.organ == "group" and draft.kind == "generic":
            generic = items[end].senses.get(Sense.GENERIC)
            if generic is not None:
                country = item.senses.get(Sense.DEMONYM) or item.senses.get(Sense.COUNTRY)
                draft.name = f"{country.adjective} {generic.name}" if country else generic.name
                draft.sector = generic.sector
        draft.last, draft.end = end, items[end].end
        return [draft]

    def _latin_chain(self, at: int) -> int:
        """The index of the last noun that follows a name without a gap; `at` itself if there is none."""
        items, text = self.items, self.text
        noun_at = at
        for index in range(at + 1, min(len(items), at + 1 + _CHAIN_MAX)):
            item = items[index]
            gap = text[items[index - 1].end : item.token]
            if gap not in (" ", "-", "'s ", " '", ' "') or not item.latin:
                break
            if Sense.NOUN in item.senses:
                noun_at = index
            elif Sense.FILLER not in item.senses:
                break
        return noun_at

    def _latin_backed(self, at: int) -> list[_Draft]:
        """ "Iran-backed militias", "Iran-backed Houthis": a group of its own, or only a modifier."""
        items = self.items
        patron = self._lone(at)
        if patron is None:
            patron = _Draft(
                at, at, items[at].start, items[at].end, "demonym", country=self._code(at)
            )
        end = self._latin_chain(at + 1)
        if end == at + 1 or items[end].senses[Sense.NOUN].head not in (
            "group",
            "force",
            "act",
            "weapon",
        ):
            patron.modifier = True
            patron.last = at + 1
            return [patron]
        span = (at, end, items[at].start, items[end].end)
        country = patron.country or (patron.actor.country if patron.actor else None)
        return [self._proxy(span, items[end].senses[Sense.NOUN].head, patron, country)]

    def _code(self, at: int) -> str | None:
        country = self.items[at].senses.get(Sense.DEMONYM)
        return None if country is None else country.code


_NAMING = (
    Sense.ACTOR,
    Sense.ADJECTIVE,
    Sense.DEMONYM,
    Sense.COUNTRY,
    Sense.CAPITAL,
    Sense.HEADED,
    Sense.CONTEXT,
    Sense.ORGAN,
)


def _names(senses: dict[Sense, object]) -> bool:
    """Whether an item can name someone that a noun belongs to."""
    return any(sense in senses for sense in _NAMING)
