"""What short names mean in one article: "the army", "the coalition", "the group", "its fighters".

Place in the flow: under `actors.phrases`. Knows the countries that the article tells of and the
actors named so far.
"""

from collections import Counter

from workers.extraction.actors.values import ActorMention, Item, Word
from workers.lexicon.actors import (
    ActorTable,
    CanonicalActor,
    GenericActor,
    Noun,
    state_actor_id,
)
from workers.text.words import holds_one

_GIVEN_COUNTRY_VOTES = 3
"""Weight of the country that the caller says the article is about, in mentions. Chosen."""
_NEIGHBOUR_MAX = 24
"""Characters looked at for the word before or after: longer words are rare."""
_JETS_OR_WOMEN = "مقاتلات"
"""Fighters: of a state its jets, of a group without any the women who fight for it."""
_DASHES = (" - ", " – ", " — ", " (")
_DASH_MAX = 3
_PRONOUN = "us"
"""Folding makes "US" and "us" one word: only with a noun behind it is it the country."""
_ORGAN_NAMES = {
    "mil": ("army", "MIL", "military"),
    "police": ("security forces", "COP", "police"),
    "intel": ("intelligence", "SPY", "intelligence"),
    "state": ("government", "GOV", "state"),
}
"""Organ -> name and sector where no country is known, kind of the actors that it points back to."""
_OCCUPIER = {"PS": "IL"}
"""Where the army that an article tells of without a name is another country's."""
_OF_GOVERNMENT = ("حكوم", "government")
"""Organs with these are of the country that the article tells of, whoever was named last."""
GROUP_KINDS = frozenset({"armed_group", "militia", "jihadist", "party"})
"""Kinds of actor that "the group" can mean."""


class ArticleContext:
    """One article's words with what they tell of the rest: countries, actors named before."""

    def __init__(
        self,
        text: str,
        items: list[Item],
        table: ActorTable,
        country: str | None,
        around: frozenset[str] = frozenset(),
    ) -> None:
        self.text, self.items, self.table = text, items, table
        self._country, self._around = country, around
        self._named: dict[str, tuple[int, CanonicalActor]] = {}
        self._every: set[str] = set()
        self._count = 0
        self._counted: Counter[str] | None = None
        self._most_told: list[str] | None = None

    def name(self, actor: CanonicalActor) -> None:
        """From here on short names can point to the actor."""
        self._count += 1
        self._every.add(actor.id)
        self._named[actor.kind] = (self._count, actor)

    def last_of(self, kinds: frozenset[str] | None = None) -> CanonicalActor | None:
        """The actor of one of the kinds (of any, if None) that was named last."""
        found = [named for kind, named in self._named.items() if kinds is None or kind in kinds]
        return max(found, key=lambda named: named[0])[1] if found else None

    def _votes(self) -> Counter[str]:
        """How often each country is told of: counted once, where a word needs it."""
        if self._counted is None:
            self._counted = Counter(
                [
                    code
                    for item in self.items
                    if (code := item.word.code) is not None and not self._dates_line(item)
                ]
            )
            if self._country is not None:
                self._counted[self._country] += _GIVEN_COUNTRY_VOTES
            if len(self._around) == 1 and not self._counted:
                self._counted.update(self._around)
        return self._counted

    def _dates_line(self, item: Item) -> bool:
        """Whether a capital only says where it was written ("BEIRUT - Twelve people were").

        Where the article's places lie in other countries.
        """
        capital = item.word.capital
        if capital is None or item.clitic or not self._around or capital.code in self._around:
            return False
        opens = item.token == 0 or self.text[item.token - 1] == "\n"
        return opens and self.text[item.end : item.end + _DASH_MAX].startswith(_DASHES)

    def _ranked(self) -> list[str]:
        """The countries told of, most of all first."""
        if self._most_told is None:
            self._most_told = [code for code, _ in self._votes().most_common()]
        return self._most_told

    def alone(self, at: int) -> ActorMention | None:
        """What the word at an index names by itself."""
        item = self.items[at]
        word = item.word
        span = (at, at, item.start, item.end)
        if (actor := self.actor_of(at)) is not None:
            return ActorMention(*span, "actor", actor, anaphoric=word.actor is None)
        if word.generic is not None and self._generic_fits(item, word.generic):
            return ActorMention(*span, "generic", described=word.generic)
        if word.organ is not None:
            return self.organ(at, word.organ)
        if word.possessed is not None:
            return self.owned_by_last(span, word.possessed)
        if word.adjective is not None:
            return ActorMention(*span, "demonym", word.adjective)
        return self._nation(at)

    def _nation(self, at: int) -> ActorMention | None:
        item = self.items[at]
        word = item.word
        span = (at, at, item.start, item.end)
        if (country := word.country or word.capital) is not None:
            state = self.table.actors[state_actor_id(country.code, "state")]
            head = "capital" if word.country is None else None
            return ActorMention(*span, "metonym", state, head=head, locative=self._in_place(item))
        if word.demonym is None or self.text[item.start : item.end] == _PRONOUN:
            return None
        return ActorMention(*span, "demonym", described=self.nationality(word.demonym.code))

    def nationality(self, code: str) -> GenericActor:
        """Somebody of a country: its adjective for a name, its side."""
        adjective = self.table.countries[code].adjective
        return GenericActor(adjective, None, self.table.side_of(code.lower()), code)

    def actor_of(self, at: int) -> CanonicalActor | None:
        """The actor that a word names by itself, by what was named before, or by context."""
        word = self.items[at].word
        if word.actor is not None:
            return word.actor
        if word.anaphors:
            if (own := self._named_in_context(word)) is not None:
                return own
            kinds = frozenset().union(*(anaphor.kinds for anaphor in word.anaphors))
            if (before := self.last_of(kinds)) is not None:
                return before
        if word.context:
            best = max(word.context, key=self._votes_for)
            return best if self._votes_for(best) else None
        return None

    def _named_in_context(self, word: Word) -> CanonicalActor | None:
        """Whom a short name means in the countries told of, where the article names it."""
        own = [a for a in word.context if a.id in self._every and self._votes_for(a)]
        return max(own, key=self._votes_for, default=None)

    def adjective_of(self, at: int) -> CanonicalActor | None:
        """The actor whose adjective a word is behind its noun ("مسيّرة معادية").

        One that is so called only in some countries is meant where the article tells of one of
        these. Not "معادية لهم".
        """
        word = self.items[at].word
        if word.adjective is not None or word.bound is None:
            return word.adjective
        if not self._votes_for(word.bound) or self.word_after(self.items[at]).startswith("ل"):
            return None
        return word.bound

    def _votes_for(self, actor: CanonicalActor) -> int:
        votes = self._votes()
        return sum(votes[code] + (code in self._around) for code in actor.context)

    def organ(self, at: int, organ: str) -> ActorMention:
        """What "the army" means: the last one named, else that of the country told most of."""
        item = self.items[at]
        span = (at, at, item.start, item.end)
        name, sector, kind = _ORGAN_NAMES[organ]
        governs = holds_one(self.text[item.start : item.end], _OF_GOVERNMENT)
        actor = None if governs and self._ranked() else self.last_of(frozenset({kind}))
        if actor is None and self._ranked():
            code = self._ranked()[0]
            owner = _OCCUPIER.get(code, code) if organ == "mil" else code
            actor = self.table.actors[state_actor_id(owner, organ)]
        if actor is None:
            return ActorMention(*span, "generic", described=GenericActor(name, sector))
        return ActorMention(*span, "actor", actor, anaphoric=True)

    def owned_by_last(self, span: tuple[int, int, int, int], noun: Noun) -> ActorMention | None:
        """What "its fighters" means: of the last actor named; a state fights with its military."""
        actor = self._last_that_flies() if noun.head == "aircraft" else None
        actor = actor or self.last_of()
        if actor is not None and actor.kind == "state" and noun.head == "group":
            actor = self.last_of(GROUP_KINDS)
        if actor is None:
            return None
        if actor.kind == "state" and noun.head != "group" and actor.country is not None:
            actor = self.table.actors[state_actor_id(actor.country, "mil")]
        words = self.text[span[2] : span[3]].removeprefix("ال")
        is_women = actor.kind in GROUP_KINDS and words.startswith(_JETS_OR_WOMEN)
        head = "group" if is_women else noun.head
        return ActorMention(*span, "actor", actor, head=head, anaphoric=True)

    def _last_that_flies(self) -> CanonicalActor | None:
        """Whose "its jets" are: a state's or an alliance's sooner than a group's."""
        named = [one for kind, one in self._named.items() if kind not in GROUP_KINDS]
        return max(named, key=lambda one: one[0])[1] if named else None

    def proxy_of(self, country: str | None, backer: CanonicalActor | None) -> str | None:
        """The id of the group that newsrooms mean by "backed by" this patron, in this article."""
        backed = self.table.backed
        if backer is not None and (found := backed.get((backer.id, None))) is not None:
            return found
        if country is None:
            return None
        about = next((code for code in self._ranked() if code != country), None)
        return backed.get((country, about)) or backed.get((country, None))

    def _generic_fits(self, item: Item, generic: GenericActor) -> bool:
        if generic.not_after and self.word_before(item) in generic.not_after:
            return False
        return not (generic.not_before and self.word_after(item) in generic.not_before)

    def word_before(self, item: Item) -> str:
        """The word before an item, without quotation marks."""
        head = self.text[max(0, item.token - _NEIGHBOUR_MAX) : item.token].rstrip(" \"'")
        return head.rpartition(" ")[2].lstrip("\"'(")

    def word_after(self, item: Item) -> str:
        """The word after an item, without quotation marks."""
        tail = self.text[item.end : item.end + _NEIGHBOUR_MAX].lstrip(" \"'")
        return tail.partition(" ")[0].rstrip(".,،\"'")

    def _in_place(self, item: Item) -> bool:
        if item.clitic.endswith(("ب", "بال")):
            return True
        before = self.word_before(item)
        return before in self.table.locatives or before.removeprefix("و") in self.table.locatives
