"""Who and what was attacked, as the contract's recipients: actors, and nouns for people and things.

Place in the flow: when a draft becomes an event. The attacked of its clauses (`arguments`), without
who attacked; those that a nationality or a base stands for; the target nouns beside its words.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.targets import TargetMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.arguments import quoted
from workers.extraction.fields.befallen import befell
from workers.extraction.fields.forces import force_of
from workers.extraction.fields.party_forms import ACCUSATIVE
from workers.extraction.places.finder import PlaceMention
from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft, Scene
from workers.extraction.triggers import Hit
from workers.lexicon.actors import ActorTable, CanonicalActor
from workers.model import Recipient, SubEventType
from workers.text.patterns import Pattern

_TARGET_REACH = 70
"""Characters after an attack word within which a target noun is what was attacked."""
_TARGETS_MAX = 3
_BEFORE_COST = 4.0
"""What a target costs that stands right before its word ("checkpoint attack", "two were killed"),
in characters.
"""
_BEFELL_COST = 60.0
"""What people cost whose fate stands behind them: what was attacked itself goes before."""
_LOST = (" was ", " were ", " have been ", " had been ")
_MEANS = frozenset({"drone"})
"""Target nouns that are what attacked far more often than what was attacked."""
_NAMED_SITE = "site"
"""The kind of a place that is a church, a market, a prison: its own noun is what was hit."""
_SETTLEMENT = "village"
"""The target noun for towns and villages."""
_SITES = {
    "base": ("military base", "military", "MIL"),
    "airport": ("airport", "transport", None),
    "field": ("oil field", "energy", None),
}
"""Kinds of places that are themselves what is attacked, as target."""
_FIELDS = {
    "nuclear": "nuclear site", "water": "nuclear site", "fordow": "nuclear site",
    "refinery": "oil facility", "gas": "gas field", "mine": "mine",
    "oil": "oil field", "field": "oil field",
}  # fmt: skip
"""Words in the names of fields and plants, and what target each tells."""
_PLANT = "energy facility"
"""The target that a field or plant is whose name tells no more."""


_SPEAKS: Final = Pattern(
    r"(?:'? (?:group|network|union|association|syndicate|committee))?"
    r"(?: (?:in|of|from) \w+(?: \w+)?)? (?:said|says?|told|announced|added|reported)\b"
    r"(?! to (?:be|have))"
    r"|(?:'s)?(?: (?:media|press|district|provincial|local|senior))? (?:spokes\w+|officials?|"
    r"sources?|chief|commissioner|commander|colonel|captain|officer|inspector|superintendent|"
    r"directorate|office|director|doctor|medic|manager|workers?|employees?|staff)"
    r"(?:,? (?!(?:and|who|was|were|in|on|at|near|outside|by|with|from|for|during|after|before|when|"
    r"as|of|to|the|an?|officials?|police|witnesses|residents|authorities|sources?|he|she|they)\b)"
    r"[\w.'-]+){0,3}(?: (?:in|at|from) (?:the )?[\w'-]+(?: [\w'-]+)?)?"
    r",? (?:said|says|told|announced|confirmed|added|reported|tweeted)\b"
)
_SPOKEN_BY: Final = Pattern(
    r"\b[وف]?(?:وفق|وفقا|بحسب|حسب|حسبما|نقلا عن|نقل عن|قال|قالت|اعلن|اعلنت|افاد|افادت|ذكر|ذكرت|اكد|"
    r"اكدت|اوضح|اوضحت|صرح|صرحت|ابلغ|ابلغت|بيان|متحدث\w*|ناطق\w*) "
    r"(?:(?:مصدر|مصادر|بيان|متحدث|ناطق|ضابط|قايد|مدير|رييس|وزير)\w*(?: \w+)?? "
    r"(?:في |من |عن |باسم )?)?(?:باسم |عن )?[بل]?(?:ال|ل)?$"
    r"|\baccording to (?:the |a |an )?(?:\w+ )?$|\bspokes\w+ (?:for|of) (?:the )?(?:\w+ )?$"
)
_SPOKEN_BY_REACH = 60
_SOURCE: Final = Pattern(
    r"\b[وفل]?(?:ال)?(?:باسم|مصدر|مصادر|مسوول|مسوولون|مسوولين|متحدث\w{0,3}|ناطق\w{0,3}|[يت]قول|"
    r"يضيف|تضيف|ناشد\w{0,2}|دعا|دعت|"
    r"احصي|احصت|وثق\w?|سجل\w?|قدر\w?|نعي|نعت|شيع\w?|نفي|نفت|حذر\w{0,2}|طالب\w{0,2}|"
    r"ادان\w{0,2}|شهود من|حسب تقارير)"
    r"(?: (?:في|من|ب|باسم|عن|ل|ان|طبي\w{0,2}|امني\w{0,2}|محلي\w{0,2}))* (?:و)?(?:[بل])?(?:ال|ل)?$"
    r"|\b(?:officials?|sources?|spokes\w+|directors?|doctors?|medics|staff|statement)"
    r" (?:at|in|from|for|of|by) (?:the |a |an |its )?(?:\w+ )?$"
)
"""Before a target it tells who said so: "مصدر في المستشفى", "a doctor at the hospital"."""
_CAME: Final = Pattern(
    r"(?:\b[وف]?(?:نقل\w{0,3}|ينقل\w{0,2}|تنقل|هرع\w{0,2}|وصل\w{0,2}|توجه\w{0,2}|اسعف\w{0,3}|استقبل\w{0,2}|"
    r"عالج\w{0,2}|تسلم\w{0,2}|ادخل\w{0,2}|اخلي|اخلت|اجلاء|انتشل\w{0,2}|سارع\w{0,2}|انتشر\w{0,2})\b"
    r"[^.،؛\n]{0,24}?"
    r"|\b(?:taken|rushed|brought|carried|transferred|flown|admitted|evacuated|moved|treated|died|dying|"
    r"arrived|recovering)\b[^.,;\n]{0,18}?(?: to| at| in| by))"
    r" (?:الي |في |علي )?(?:the |an? |its |local |nearby )*(?:[بل])?(?:ال|ل)?[\"']?$"
)
_CAME_REACH = 48
_COMES: Final = Pattern(
    r"[\"']? (?:\w+ )?(?:(?:ال)?\w+ )?(?:الي مكان|الي موقع|هرعت|نقلت|انتشلت|تنتشل|تنقل|تبحث|"
    r"(?:were |was |had |have )?(?:rushed|took|carried|pulled|recovered|searched|searching|treated|"
    r"treating|rushing|dug|digging|ferried|evacuated|transported|retrieved|extinguished|put out|"
    r"received|turned back))\b"
)
HELPING = frozenset(
    {"hospital", "ambulance", "medics", "doctors", "civil defence rescuers", "military hospital",
     "Red Cross team"}
)  # fmt: skip
"""Targets named after most attacks, for they come, carry and count."""


def _only_helped(target: TargetMention, text: str) -> bool:
    """Whether a hospital or rescuers are named for what they did afterwards."""
    if target.name not in HELPING:
        return False
    first = max(0, target.start - _CAME_REACH)
    if _CAME.search_cut(text, first, target.start) is not None:
        return True
    return _COMES.match(text, target.end) is not None


def without_speakers(
    targets: Sequence[TargetMention], groups: Sequence[ActorMention], text: str
) -> tuple[TargetMention, ...]:
    """The targets but for those who tell of it and the words of armed groups' names.

    "..., police told the agency", "وفق وزارة الصحة"; "جماعة نصرة الإسلام والمسلمين".
    `groups`: the article's mentions of armed groups.
    """
    named = [(group.start, group.end) for group in groups if group.end - group.start > _ONE_WORD]
    all_named = [(group.start, group.end) for group in groups]
    return tuple(
        target
        for target in targets
        if not _within(target, named if target.kind == "armed_group" else all_named)
        and not _SPEAKS.match(text, target.end)
        and not _SPOKEN_BY.search_cut(text, max(0, target.start - _SPOKEN_BY_REACH), target.start)
        and not _SOURCE.search_cut(text, max(0, target.start - _SPOKEN_BY_REACH), target.start)
        and not _only_helped(target, text)
    )


_ONE_WORD = 12
"""Letters of a name that may be a single word, and the target itself ("المقاومة")."""


def targets_of(
    draft: Draft, targets: Sequence[TargetMention], places: tuple[PlaceMention, ...], text: str
) -> list[TargetMention]:
    """What a draft's clauses say was attacked: nouns after attack and casualty words, each once.

    A noun inside a place's name (Deir ez-Zor is no monastery) or inside a weapon's is no target,
    nor is the noun that introduces a town; a base or an airport that is named is one.
    """
    named = [place for place in places if place.place is not None]
    taken = [(place.start, place.end) for place in named if place.kind != _NAMED_SITE]
    located = [span for place in named if (span := _located(place)) is not None]
    taken += [(hit.start, hit.end) for scene in draft.scenes for hit in scene.mention.weapon_hits]
    scored: dict[str, tuple[float, TargetMention]] = {}
    for rank, scene in enumerate(draft.scenes):
        clause = scene.mention
        inside = [t for t in targets if clause.start <= t.start < clause.end]
        free = [
            t
            for t in inside
            if t.name not in _MEANS
            and not _within(t, taken)
            and not _acts(t, clause.hits, text)
            and not (t.name == _SETTLEMENT and _within(t, located))
        ]
        for target in (*free, *_site_of(scene)):
            gap = min((_gap(target, hit, text) for hit in clause.hits), default=_FAR)
            if gap > 0.0 and _is_struck(target, text):
                gap = 0.0
            if befell(target, text):
                gap = min(gap, _BEFELL_COST)
            if gap > _TARGET_REACH:
                continue
            cost = gap + 20.0 * min(rank, 3) + (_TARGET_REACH if target.name == ANYBODY else 0)
            known = scored.get(target.name)
            if known is None or cost < known[0]:
                scored[target.name] = (cost, target)
    if any(t.kind == "civilian" and t.name != ANYBODY for _, t in scored.values()):
        scored.pop(ANYBODY, None)
    return [
        target for _, target in sorted(scored.values(), key=lambda pair: (pair[0], pair[1].start))
    ][:_TARGETS_MAX]


_WHOM = re.compile(
    r"(?: (?!ال|و|ب|في |علي |من )\w+[^ا\W])?? (?!ال|و|ب|في |علي |من )\w{2,}(?:ين|ا)\b"
)


def _acts(target: TargetMention, hits: Sequence[Hit], text: str) -> bool:
    """Whether people right behind an Arabic attack word did it: an accusative follows them.

    "دهس شاب جنديين", "طعن رجل شرطيا".
    """
    if not target.people or target.definite or text.endswith(ACCUSATIVE, 0, target.end):
        return False
    behind = any(
        target.start - hit.end == 1 and hit.entry.language == "ar" and hit.entry.kind != "victim"
        for hit in hits
    )
    return behind and _WHOM.match(text, target.end) is not None


_HIT_BEFORE: Final = Pattern(
    r"(?:^|\W)[وف]?(?:تعرضت?|تتعرض|تضررت?|اصابت?|اصاب|استهدفت?|[تي]ستهدف|ضربت?|[تي]ضرب|طالت?|هزت?|"
    r"دمرت?|احرقت?|اقتحموا?|اقتحمت|داهموا?|داهمت|هاجموا?|هاجمت?|[تي]هاجم|نيران في|حريق في|حرايق في|"
    r"النار في) (?:ال)?[\"']?$"
)
_HIT_AFTER: Final = Pattern(
    r"[\"']? (?:that |which )?(?:was|were|has been|had been|came) (?:\w+ )?"
    r"(?:hit|struck|damaged|attacked|targeted|destroyed|bombed|shelled|rammed|hijacked|seized|stormed|"
    r"boarded|set ablaze|set on fire|ambushed|raided|torched|under (?:attack|fire))\b"
)
_HIT_REACH = 20


def _is_struck(target: TargetMention, text: str) -> bool:
    """Whether the words right beside a target say that it was hit, however far the attack's are."""
    first = max(0, target.start - _HIT_REACH)
    if _HIT_BEFORE.search_cut(text, first, target.start) is not None:
        return True
    return _HIT_AFTER.match(text, target.end) is not None


ANYBODY = "person"
"""The target that says nothing where other unarmed people are named."""
_FAR = 1e9


def _within(target: TargetMention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= target.start < end for start, end in spans)


def _located(place: PlaceMention) -> tuple[int, int] | None:
    """The span of "in the town of X". "Attacked the village of X" has none: it hit the village."""
    if place.cue is None and place.direction is None:
        return None
    return min(place.noun_start, place.start), place.end


def _gap(target: TargetMention, hit: Hit, text: str) -> float:
    """How far a target stands from an attack or casualty word, in characters."""
    after = target.start - hit.end
    if after >= 0:
        return float(after)
    if hit.start <= target.start:  # "stormed a hotel" is one attack word
        return 0.0
    between = text[target.end : hit.start]
    is_compound = between == " " and hit.entry.kind == "noun"
    is_subject = between in _LOST and hit.entry.kind in ("victim", "active", "event")
    if hit.entry.language == "en" and (is_compound or is_subject):
        return _BEFORE_COST
    return _FAR


def _site_of(scene: Scene) -> list[TargetMention]:
    """The base, airport or oil field that a clause's attack hit, as a target."""
    at = scene.at
    if at is None or at.kind not in _SITES or at.cue == "near" or at.direction is not None:
        return []
    name, kind, sector = _SITES[at.kind]
    if at.kind == "field" and at.place is not None:
        said = at.place.name.lower().split()
        name = next((_FIELDS[word] for word in said if word in _FIELDS), _PLANT)
    return [TargetMention(at.start, at.end, name, kind, sector, definite=True)]


_NAMELESS = frozenset({"UAF", "REB"})
_STATE = frozenset({"MIL", "COP", "GOV"})
Claims = Sequence[tuple[str, ActorMention]]


def without_assailants(
    attackers: Sequence[ActorMention], attacked: Sequence[ActorMention], claims: Claims = ()
) -> list[ActorMention]:
    """The attacked without nameless armed men, who are the attackers, shot in the end.

    Where a state's forces attacked they are whom those attacked. Nor is a group attacked by itself:
    whoever claims the siege of a hotel is killed there, too.
    """
    own = {_root(m) for m in (*attackers, *(m for _, m in claims)) if m.sector in GROUP_SECTORS}
    others = [m for m in attacked if m.actor_id is None or _root(m) not in own]
    if any(m.sector in _STATE for m in attackers):
        return others
    return [m for m in others if not (m.kind == "generic" and m.sector in _NAMELESS)]


FIGHTS = frozenset({SubEventType.ARMED_CLASH, SubEventType.AIR_DRONE_STRIKE, SubEventType.SHELLING})
"""Kinds of attack by which armed sides fight each other."""
_OF_ARMED = frozenset({"military", "armed_group"})


def only_foe(
    groups: Sequence[ActorMention],
    attackers: Sequence[ActorMention],
    targets: Sequence[TargetMention],
    country: str | None,
) -> ActorMention | None:
    """The one armed group of an article whom known forces can have fought.

    "The army took three hills", in a report that names no enemy but the rebels. Not where they hit
    a civil thing.
    `groups`: the article's mentions of groups by name; one that is at home abroad is not meant.
    """
    sides = {m.side for m in attackers}
    if not sides or None in sides or any(t.kind not in _OF_ARMED for t in targets):
        return None
    if any(m.sector in GROUP_SECTORS for m in attackers):
        return None
    foes: dict[str | None, ActorMention] = {}
    for mention in groups:
        if mention.side not in sides and mention.country in (None, country):
            foes.setdefault(_root(mention), mention)
    return next(iter(foes.values())) if len(foes) == 1 else None


def _root(mention: ActorMention) -> str | None:
    return None if mention.actor_id is None else ActorTable.load().root_of(mention.actor_id)


def guest_at(
    place: PlaceMention | None,
    day: date,
    targets: Sequence[TargetMention],
    attackers: Sequence[ActorMention],
    attacked: Sequence[ActorMention],
    *,
    from_afar: bool,
) -> CanonicalActor | None:
    """The foreign force at whom an attack on a base is aimed that is known to host it.

    None where the article names it or where that side itself attacked. At an airport or oil field
    only what is fired at it means the force, not who attacks its workers.
    """
    if place is None or place.place is None or place.direction is not None:
        return None
    site = _SITES.get(place.kind)
    if site is None or not any(t.name == site[0] or t.kind == "military" for t in targets):
        return None
    if not from_afar and place.kind != "base":
        return None
    table = ActorTable.load()
    guest = table.guest_at(place.place.name, day)
    if guest is None or any(m.side == guest.side for m in (*attackers, *attacked)):
        return None
    return guest


def as_recipient(
    actor: CanonicalActor, start: int, end: int, original: str, reading: Reading
) -> Recipient:
    """A canonical actor that the words at a span stand for, as the contract's recipient."""
    return Recipient(
        name=actor.name,
        text=quoted(start, end, original, reading),
        actor_id=actor.id,
        sector=actor.sector,
        kind=KIND_OF_SECTOR.get(actor.sector or ""),
    )


KIND_OF_SECTOR = {
    "MIL": "military",
    "COP": "police",
    "GOV": "government",
    "REB": "armed_group",
    "PRM": "armed_group",
}
"""What kind of target an attacked actor is, by its PLOVER sector."""


def target_recipient(target: TargetMention, original: str, reading: Reading) -> Recipient:
    """A target noun as the contract's recipient."""
    return Recipient(
        name=target.name,
        text=quoted(target.start, target.end, original, reading),
        sector=target.sector,
        kind=target.kind,
    )


def make_recipient(mention: ActorMention, original: str, reading: Reading) -> Recipient:
    """An attacked actor as the contract's recipient."""
    force = force_of(mention, reading.text.folded.text)
    if force is not None:
        return as_recipient(force, mention.start, mention.end, original, reading)
    return Recipient(
        name=mention.name,
        text=quoted(mention.start, mention.end, original, reading),
        actor_id=mention.actor_id,
        sector=mention.sector,
        kind=KIND_OF_SECTOR.get(mention.sector or ""),
    )
