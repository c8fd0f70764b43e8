"""Phrases that name an actor, read from the words found: the grammar of actor mentions.

Place in the flow: between the scan (`words`) and the mentions (`mentions`). Arabic puts
the noun first and its owner behind ("طائرات حربية تركية"), English the owner first ("Turkish
warplanes"); a group may carry a patron ("فصائل مدعومة من إيران", "Iran-backed militias").
"""

import re
from collections.abc import Iterator

from workers.extraction.actors.context import GROUP_KINDS, ArticleContext
from workers.extraction.actors.speech import adjacent
from workers.extraction.actors.values import CLITICS, ActorMention, Item
from workers.lexicon.actors import Backing, GenericActor, Noun, state_actor_id
from workers.lexicon.countries import Country
from workers.text.fold import folded

_CHAIN_MAX = 4
"""Words between a noun and its demonym ("طائرات حربية مسيرة تركية"): more is another phrase."""
_CONNECTIVES = frozenset(
    map(folded, ("من", "مع", "على", "من قبل", "من جانب", "ل", "إلى", "the", "by", ""))
)
_LATIN_GAPS = frozenset({" ", "-", "'s ", " '", ' "'})
_GROUPS = frozenset({"group", "force"})
_HEADS_OF_GROUPS = frozenset({"group", "leader"})
"""Heads after which a name that is a common word, too, means the group: "مقاتلو الشباب"."""
_CARRIES_BACKED = frozenset({"group", "force", "act", "weapon"})
_FIGHTING = frozenset({"force", "aircraft", "weapon", "group"})
_PRONOUN_OWNER = re.compile(r" (?:له|لها|لهم)\b")
_FORCES = {"military": Noun("force", "mil"), "police": Noun("police", "police")}
"""Kind of a named actor -> the noun that further demonyms share ("القوات الهندية والباكستانية")."""
_DEPENDENTS = frozenset({"affiliate", "ally", "allies", "proxy", "group", "faction", "militia"})
_IN_APPOSITION = re.compile(r"[\"')]*,? (?:an?|the|one of the|local) (?:\w+ )?")
"""What stands between a group and the words that say whose it is."""
_BY_TWO = frozenset({"act", "aircraft"})
"""Heads behind which two nationalities stand without "and" ("غارات سورية روسية")."""
_NOT_SPANNED = frozenset({"act"})
"""Heads that stay outside the mention: they are the attack's own words."""
_PLACED = frozenset({"act", "aircraft", "weapon"})
"""Heads behind which a capital's name is where it happened, not whose it was."""
_LOCAL_ACTS = ("هجوم", "هجمات", "اعتداء", "تفجير", "مجزره", "عمليه", "كمين")
"""Attack nouns that a country's name behind them places: "هجوم فرنسا", not "غارات روسيا"."""
_TOWARDS = (" علي ", " ضد ", " في ")
_UNOWNED = frozenset({"facility", "civil", "official", "leader"})
"""Heads whose patron is no attacker: "قاعدة تابعة للجيش"."""
_DO_ACTS = frozenset({"act", "aircraft", "weapon"})
"""Heads before which an attack noun stands in an English compound ("attack aircraft")."""
_ACTS_TOO = frozenset({"bombs", "shells"})
"""Weapons that are verbs behind a name: "Israel bombs bases"."""
_STRIKE_ABROAD = frozenset({"IL", "US", "RU", "UA", "GB", "FR", "TR", "IR", "PK", "IN", "SA", "AE"})
"""Countries that "killed in Israel strike" may name as the attacker; "in Mali raid" says where."""

Span = tuple[int, int, int, int]
"""First and last item, start and end in the text."""


class PhraseReader:
    """One text's items read left to right."""

    def __init__(self, context: ArticleContext) -> None:
        self._context = context

    def phrases(self) -> Iterator[ActorMention]:
        """The phrases in text order."""
        at, end = 0, len(self._context.items)
        while at < end:
            made = self._read(at) if self._context.items[at].word.opens else None
            if not made:
                at += 1
                continue
            for phrase in made:
                if phrase.actor is not None and not phrase.modifier:
                    self._context.name(phrase.actor)
                yield phrase
            at = made[-1].last + 1

    def _read(self, at: int) -> list[ActorMention]:
        item = self._context.items[at]
        word = item.word
        if word.outlet is not None:
            outlet = GenericActor(word.outlet.name, None)
            return [ActorMention(at, at, item.start, item.end, "outlet", described=outlet)]
        if word.latin:
            return self._latin(at)
        if word.noun is not None and (made := self._composed(at, word.noun)):
            return made
        if word.backing is not None and not word.names and (patron := self._patron(at)) is not None:
            patron.modifier = True
            return [patron]
        return self._alone(at) if word.stands_alone else []

    def _alone(self, at: int) -> list[ActorMention]:
        """A word by itself, and the demonyms that share a named force."""
        lone = self._context.alone(at)
        if lone is None:
            return []
        force = None if lone.actor is None else _FORCES.get(lone.actor.kind)
        return [lone] if force is None else [lone, *self._joined(at, force)]

    # Arabic: the noun, then whose it is.

    def _composed(self, at: int, noun: Noun) -> list[ActorMention]:
        items, text = self._context.items, self._context.text
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
        named = phrase.kind == "actor" or items[end].word.adjective is not None
        if noun.head in _GROUPS and not named and after < len(items):
            follows = items[after].word.backing is not None
            if follows and adjacent(text, items[end].end, items[after].token):
                backed = self._backed(at, after, noun)
                if backed and not backed[0].modifier:
                    return backed
        return [phrase, *self._joined(end, noun)]

    def _joined(self, end: int, noun: Noun) -> Iterator[ActorMention]:
        """The further demonyms that share the noun: "... التركية والروسية"."""
        for at in range(end + 1, len(self._context.items)):
            item = self._context.items[at]
            shares = item.word.demonym is not None or item.word.adjective is not None
            near = adjacent(self._context.text, self._context.items[at - 1].end, item.token)
            joined = item.clitic[:1] == "و" or (not item.clitic and noun.head in _BY_TWO)
            phrase = self._owned(at, at, noun) if shares and near and joined else None
            if phrase is None:
                return
            yield phrase

    def _owned(  # noqa: PLR0911 - one return a kind of owner
        self, at: int, owner_at: int, noun: Noun
    ) -> ActorMention | None:
        """The phrase of a noun at `at` whose owner is the item `owner_at`."""
        owner = self._context.items[owner_at]
        if at != owner_at and not self._agrees(at, owner):
            return None
        word = owner.word
        begin = owner if noun.head in _NOT_SPANNED else self._context.items[at]
        span = (at, owner_at, begin.start, owner.end)
        actor = self._context.actor_of(owner_at)
        anaphoric = actor is not None and word.actor is None
        if actor is None and noun.head in _HEADS_OF_GROUPS:
            actor = word.headed
        if actor is not None:
            return ActorMention(*span, "actor", actor, head=noun.head, anaphoric=anaphoric)
        if (adjective := self._context.adjective_of(owner_at)) is not None:
            return ActorMention(*span, "demonym", adjective, head=noun.head)
        if (country := word.demonym or word.country or word.capital) is not None:
            if noun.head in _PLACED and self._is_scene(at, owner):
                state = self._context.table.actors[state_actor_id(country.code, "state")]
                return ActorMention(*span, "metonym", state, head=noun.head, locative=True)
            return self._national(span, noun, country)
        if word.organ is None or at == owner_at:
            return None
        phrase = self._context.organ(owner_at, word.organ)
        phrase.first, phrase.start, phrase.head = at, begin.start, noun.head
        return phrase

    def _is_scene(self, at: int, owner: Item) -> bool:
        """Whether a country or capital behind an attack noun is where it happened.

        "هجوم باريس", "غارة بليبيا", "in northern Mali raid" are, "غارات إسرائيل", "هجوم روسيا على"
        are not.
        """
        if not (owner.word.country or owner.word.capital):
            return False
        if owner.clitic.endswith(("ب", "بال")):
            return True
        if owner.word.country is None or owner.word.demonym is not None:
            return owner.word.demonym is None
        if owner.word.latin:
            before = self._context.word_before(owner)
            abroad = before == "in" and owner.word.country.code in _STRIKE_ABROAD
            return before in self._context.table.locatives and not abroad
        text = self._context.text
        act = text[self._context.items[at].start : self._context.items[at].end]
        return act.startswith(_LOCAL_ACTS) and not text.startswith(_TOWARDS, owner.end)

    def _agrees(self, at: int, owner: Item) -> bool:
        """Whether Arabic grammar lets the noun be owned: a noun with its article takes no genitive.

        "الحركة القوات الأميركية" are two (verb, subject, object); "القوات الأميركية" is one.
        """
        noun = self._context.items[at]
        if noun.word.latin or not CLITICS[noun.clitic] or owner.clitic.lstrip("وف")[:1] == "ل":
            return True
        word = owner.word
        return word.demonym is not None or (word.adjective or word.bound) is not None

    def _national(self, span: Span, noun: Noun, country: Country) -> ActorMention:
        """A noun of one nationality: the state's organ, or a nameless group of that country."""
        if noun.organ == "none" and country.code not in self._context.table.proxies:
            nation = self._context.nationality(country.code)
            return ActorMention(*span, "demonym", described=nation, head=noun.head)
        if noun.organ not in ("group", "none"):
            actor = self._context.table.actors[state_actor_id(country.code, noun.organ)]
            return ActorMention(*span, "demonym", actor, head=noun.head)
        proxies = self._context.table.proxies.get(country.code)
        if proxies is not None:
            actor = self._context.table.actors[proxies]
            return ActorMention(*span, "demonym", actor, head=noun.head)
        generic = self._context.items[span[0]].word.generic
        name, sector = ("armed group", "REB") if generic is None else (generic.name, generic.sector)
        group = GenericActor(f"{country.adjective} {name}", sector, None, country.code)
        return ActorMention(*span, "generic", described=group, head=noun.head)

    # Patrons.

    def _patron(self, backing_at: int) -> ActorMention | None:
        """Who is named after a backing cue."""
        items = self._context.items
        at = backing_at + 1
        if at < len(items) and items[at].word.backing is not None and not items[at].word.names:
            at += 1  # "الخاضعة لسيطرة"
        if at >= len(items) or not items[at].word.names:
            return None
        gap = self._context.text[items[at - 1].end : items[at].token].strip(" \"'")
        return self._context.alone(at) if gap in _CONNECTIVES else None

    def _backed(self, at: int, backing_at: int, noun: Noun) -> list[ActorMention]:
        """A noun with a patron: "فصائل مدعومة من إيران", "طائرات تابعة للتحالف"."""
        backing: Backing | None = self._context.items[backing_at].word.backing
        if backing is not None and backing.relation == "belongs" and noun.head in _FIGHTING:
            pronoun = _PRONOUN_OWNER.match(self._context.text, self._context.items[backing_at].end)
            if pronoun is not None:
                span = (at, backing_at, self._context.items[at].start, pronoun.end())
                mention = self._context.owned_by_last(span, noun)
                return [] if mention is None else [mention]
        patron = self._patron(backing_at)
        if patron is None or backing is None:
            return []
        if backing.relation == "held" or noun.head in _UNOWNED:
            patron.modifier = True
            return [patron]
        group = self._context.items[at]
        span = (at, patron.last, group.start, patron.end)
        named = self._context.actor_of(at) if group.word.anaphors else None
        if named is not None:
            return [ActorMention(*span, "actor", named, head=noun.head, anaphoric=True)]
        if backing.relation == "belongs" and (patron.kind == "actor" or noun.head not in _GROUPS):
            return [ActorMention(*span, patron.kind, patron.actor, head=noun.head)]
        return [self._proxy(span, noun.head, patron)]

    def _proxy(self, span: Span, head: str, patron: ActorMention) -> ActorMention:
        """A nameless group that somebody backs."""
        backer = patron.actor
        country = patron.country
        of_state = backer is None or patron.kind == "metonym" or backer.kind == "military"
        known = self._context.proxy_of(country if of_state else None, backer)
        if known is not None:
            return ActorMention(*span, "actor", self._context.table.actors[known], head=head)
        side = patron.side
        backed = f"{patron.name}-backed armed group"
        return ActorMention(
            *span, "generic", described=GenericActor(backed, "PRM", side), head=head
        )

    # English: whose it is, then the noun.

    def _latin(self, at: int) -> list[ActorMention]:
        items = self._context.items
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
            gap = "" if after is None else self._context.text[item.end : after.token]
            if backing is not None and backing.before and gap in _LATIN_GAPS:
                return self._latin_backed(at)
            end = self._latin_chain(at)
            noun = items[end].word.noun
            if end > at and noun is not None and (phrase := self._owned(at, at, noun)) is not None:
                phrase.modifier = self._describes(at, end)
                return [self._widened(phrase, at, end)]
        lone = self._context.alone(at)
        return [] if lone is None else [lone]

    def _describes(self, at: int, end: int) -> bool:
        """Whether it only tells whose the group named before is: "JNIM, an al-Qaeda affiliate"."""
        items, text = self._context.items, self._context.text
        head = text[items[end].start : items[end].end]
        if head not in _DEPENDENTS or not at or not items[at - 1].word.names:
            return False
        return _IN_APPOSITION.fullmatch(text, items[at - 1].end, items[at].start) is not None

    def _widened(self, phrase: ActorMention, at: int, end: int) -> ActorMention:
        """The phrase stretched over its noun; a nameless group takes the noun's own name."""
        generic = self._context.items[end].word.generic
        if phrase.kind == "generic" and generic is not None and phrase.country is not None:
            name = f"{self._context.table.countries[phrase.country].adjective} {generic.name}"
            phrase.described = GenericActor(name, generic.sector, None, phrase.country)
        phrase.last = end
        if phrase.head not in _NOT_SPANNED:
            phrase.end = self._context.items[end].end
        phrase.start = self._context.items[at].start
        return phrase

    def _latin_chain(self, at: int) -> int:
        """The index of the last noun that follows a name without a gap, else `at`."""
        items, text = self._context.items, self._context.text
        noun_at, acts = at, False
        for index in range(at + 1, min(len(items), at + 1 + _CHAIN_MAX)):
            item = items[index]
            if not item.word.latin or text[items[index - 1].end : item.token] not in _LATIN_GAPS:
                break
            if item.word.voice and noun_at > at:
                break  # "Israeli army spokesman": the army speaks
            noun = item.word.noun
            if noun is not None:
                if acts and noun.head not in _DO_ACTS:
                    break  # "Israel strikes targets", "an Israeli strike targets": a verb
                acts = acts or noun.head == "act" or text[item.start : item.end] in _ACTS_TOO
                noun_at = index
            elif not item.word.filler:
                break
        return noun_at

    def _latin_backed(self, at: int) -> list[ActorMention]:
        """A group of its own (Iran-backed militias), or only a modifier (Iran-backed Houthis)."""
        items = self._context.items
        item = items[at]
        patron = self._context.alone(at)
        if patron is None:  # "us-backed": the pronoun's spelling
            nation = self._context.nationality(item.word.code or "US")
            patron = ActorMention(at, at, item.start, item.end, "demonym", described=nation)
        end = self._latin_chain(at + 1)
        noun = items[end].word.noun
        if end == at + 1 or noun is None or noun.head not in _CARRIES_BACKED:
            patron.modifier = True
            patron.last = at + 1
            return [patron]
        span = (at, end, item.start, items[end].end)
        if self._context.word_before(item) == "the" and noun.single:
            actor = self._context.last_of(GROUP_KINDS)
            if actor is not None:
                return [ActorMention(*span, "actor", actor, head=noun.head, anaphoric=True)]
        return [self._proxy(span, noun.head, patron)]
