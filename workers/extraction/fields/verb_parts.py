"""What part a word of attacking gives an actor beside it: subject, object, victim, owner.

Place in the flow: under `parties`, which adds up the points that each word of a clause gives.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.party_forms import (
    FIGHTERS,
    is_object_form,
    is_placed_gap,
    is_within,
    meets_death,
)
from workers.extraction.fields.struck import is_counted_dead, is_told_dead
from workers.extraction.telling.mentions import Mention
from workers.extraction.telling.support import FROM_AFAR
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern
from workers.text.words import listed

VERB_GAP = 4
"""Characters between a verb and the actor right beside it."""
NEVER_ATTACK = frozenset({"facility", "civil", "official"})
ARMED_HEADS = frozenset({"aircraft", "weapon", "act", "force"})
BODY: Final = (
    r"(?:(?:قوه|قوات|وحده|وحدات|مفرزه|مفارز|دوريه|دوريات|مجموعه|مجموعات|خليه|عناصر|افراد|رجال|"
    r"مسلحون|مسلحين|مقاتلون|مقاتلين) (?:\w+ )?(?:من|في|(?:تابع\w* )?ل|(?:تابع\w* )?لل|تتبع)"
    r" ?)?"
)
"""Men of a body before its name: "a force of the army"."""
_KILLS = re.compile(
    r" (?:dead )?(?!في |ب|خلال|اثر|جراء|علي |عند|امس|اليوم|مساء|صباح|فجر|ليل|مع |و|قرب|بعد|يوم|"
    r"ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)\b|"
    r"in |by |on |during|when|after|near|at (?!least)|and )[\w]"
)
"""A killing whose victim follows: "killed five", not "killed in a blast"."""
_KILLING = frozenset(
    (
        *listed("قتل قتلت قتلوا يقتل تقتل يقتلون killed kills kill"),
        *("have killed", "had killed", "shoot dead", "shoots dead", "gun down", "guns down"),
    )
)
_NO_VICTIM: Final = Pattern(
    r" (?:when|as|after|by|while|during|since|in|at|near|منذ|عندما|حين|بعدما|بعد|جراء|اثر|خلال|"
    r"في(?! صفوف)) "
)
"""What tells that the actor behind a casualty word is none of the dead."""


def is_means(actor: ActorMention) -> bool:
    """Whether it is named by its weapon, aircraft or strike, which nobody kills."""
    return actor.head in ARMED_HEADS and actor.head != "force"


_NAMELESS = frozenset({"UAF", "REB"})
_BE = ("was ", "were ", "been ")
"""With these begins an English verb in the passive: whom it befell stands before it."""


def verb_points(hit: Hit, actor: ActorMention, hits: list[Hit], text: str) -> tuple[float, float]:
    """Points for attacking and attacked from one word: subject beside a verb, victim."""
    if is_within(hit, actor):
        return 1.6, 0.0
    nameless = actor.kind == "generic" and actor.sector in _NAMELESS  # attackers shot in the end
    if text.startswith(_BE, hit.start) and 0 <= hit.start - actor.end <= 1 and not nameless:
        return 0.0, 1.8
    if hit.entry.kind in ("active", "light"):
        told = _active_points(hit, actor, hits, text)
        if told is not None:
            return told
    if hit.entry.kind == "victim":
        return _victim_points(hit, actor, text)
    if hit.entry.kind == "noun":
        return _noun_points(hit, actor, text)
    return 0.0, 0.5 if hit.entry.kind == "passive" and actor.start >= hit.end else 0.0


def _active_points(
    hit: Hit, actor: ActorMention, hits: list[Hit], text: str
) -> tuple[float, float] | None:
    """Points of who stands beside a verb of attacking, None where nothing is said of it."""
    after = actor.start - hit.end
    if after >= 0 and (is_object_form(text, actor, hit) or _is_destroyed(text, actor, hit)):
        return 0.0, 1.8
    english = hit.entry.language == "en"
    apart = _apart_points(hit, actor, text)
    if apart is not None:
        return apart
    if 0 <= after <= VERB_GAP:
        is_object = english or actor.head == "capital"
        return (0.0, 1.8) if is_object or text[: hit.end].endswith("نا") else (1.8, 0.0)
    before = hit.start - actor.end
    if 0 <= before <= (_EQUIPPED_MAX if english else _PLACED_MAX) and _is_subject(text, actor, hit):
        return (0.0, 1.8) if english and _is_headline_passive(hit, text) else (1.6, 0.0)
    if after > VERB_GAP and not any(hit.end <= other.start < actor.start for other in hits):
        return 0.2, 0.4
    return None


_DESTROYING = ("تدمير", "اغراق", "اعطاب", "احراق", "تفجير", "اسقاط")


def _is_destroyed(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether a thing of the actor's stands behind a noun of destruction: تدمير دبابة إسرائيلية."""
    near = 0 <= actor.start - hit.end <= 1
    if not near or actor.kind != "demonym" or text.startswith("ال", actor.start):
        return False
    return text[hit.start : hit.end].lstrip("وفبل").startswith(_DESTROYING)


_BEFALLEN: Final = frozenset(
    {
        "shot", "shot dead", "shot and killed", "shot to death", "gunned down", "mowed down",
        "stabbed", "stabbed to death", "hacked to death", "beheaded", "executed", "lynched",
        "kidnapped", "abducted", "snatched", "ambushed", "waylaid", "assassinated", "massacred",
        "bombed", "targeted", "neutralised", "neutralized", "eliminated",
    }
)  # fmt: skip
"""Verb forms that are participles too, and tell as verbs whom they befell."""
_NO_OBJECT = re.compile(
    r"(?:$|[.,;:!?\n]| (?:in|at|near|outside|inside|by|on|as|during|after|while|when|amid|from|"
    r"along|across|before|overnight|today)\b)"
)


def _is_headline_passive(hit: Hit, text: str) -> bool:
    """Whether a verb without an object tells what befell whoever stands before it.

    Headlines leave the auxiliary out: "four militants gunned down in Kasserine".
    """
    return text[hit.start : hit.end] in _BEFALLEN and _NO_OBJECT.match(text, hit.end) is not None


def _apart_points(hit: Hit, actor: ActorMention, text: str) -> tuple[float, float] | None:
    """Points of who stands behind a verb with a day, a body of men or a number in between."""
    if hit.entry.language != "en":
        is_late = actor.start - hit.end > VERB_GAP and actor.head not in NEVER_ATTACK
        return (1.8, 0.0) if is_late and _OF_BODY.fullmatch(text, hit.end, actor.start) else None
    if actor.start > hit.end and _AGED.fullmatch(text, hit.end, actor.start):
        return 0.0, 1.8
    if actor.sector not in FIGHTERS or not _COUNTED_MEN.fullmatch(text, hit.end, actor.start):
        return None
    return (1.8, 0.0) if text.startswith(_FOUGHT_OFF, hit.start) else (0.0, 1.8)


_TIME: Final = (
    r"(?:فجر|صباح|مساء|ليل|ليله|ظهر|عصر|ضحي|امس|اليوم|يوم|بعد|قبل|قبيل|منتصف|نهار|السبت|الاحد|الاثنين|"
    r"الثلاثاء|الاربعاء|الخميس|الجمعه|الماضي|الماضيه|الجاري|الظهر|الليل|متاخر|اول|ايضا|في ساعه|"
    r"مبكره|متاخره|من|بعيد|كذلك|تزامنا|لاحقا|مجددا)"
)
_OF_BODY = re.compile(
    rf"(?:[،,]? {_TIME}){{0,7}}[،,]? (?:{BODY.removesuffix('?')})?(?:ال)?[\"']?"
    r"| (?:حركتا|جماعتا|تنظيما|فصيلا|كتيبتا|ميليشيتا|مجموعتا) (?:ال)?[\"']?"
    r"| (?:قوات|جنود|عناصر|وحدات|جيش) و[\"']?"
    r"| (?:فيها|خلالها|فيه|خلاله|اثناءها|عليها|عليه|عليهم) (?:ال)?[\"']?"
)
"""What stands between an Arabic verb and its subject: a day, "in it", men of a body."""
_COUNTED_MEN = re.compile(
    r" (?:(?:the|an?|at least|more than|about|some|nearly|up to|around|over|\d+|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|dozens of|scores of|several|dozen|hundred|"
    r"suspected|armed|alleged|masked|unidentified) ){0,4}"
)
"""What stands between an English verb and the men whom it befell: "shot dead eight militants"."""
_FOUGHT_OFF = (
    "fought off",
    "beat back",
    "beat off",
    "repuls",
    "repell",
    "drove back",
    "pushed back",
)
"""Verbs whose object attacked: "fought off the rebels"."""


def _victim_points(hit: Hit, actor: ActorMention, text: str) -> tuple[float, float]:
    """Points of who stands beside a word for the dead and hurt: its victim, or who killed."""
    after = actor.start - hit.end
    english = hit.entry.language == "en"
    if after >= 0 and not is_means(actor):
        near = after <= 3 * VERB_GAP and _NO_VICTIM.search(text, hit.end, actor.start) is None
        return 0.0, 1.0 if near or is_counted_dead(text, actor, hit) else 0.0
    if meets_death(text, actor, hit):
        return 0.0, 1.2
    if 0 <= hit.start - actor.end <= (_EQUIPPED_MAX if english else _RELATIVE_MAX):
        kills = text[hit.start : hit.end] in _KILLING and _is_subject(text, actor, hit)
        if kills and _KILLS.match(text, hit.end):
            return 1.2, 0.0
        return 0.0, 1.2 if is_told_dead(text, actor, hit) else 0.0
    return 0.0, 0.0


_PREPOSITIONS = frozenset({"in", "at", "on", "by", "of", "to"})
"""Between an actor and an attack noun: it is not the actor's ("killed ten rebels in a raid")."""
_OWN_REACH = 20
_OWN_ACTS = ("قصف", "هجوم", "هجمات", "غارات", "ضربات")
"""Attack nouns whose pronoun is the attacker: "تواصل قصفها"."""


def _noun_points(hit: Hit, actor: ActorMention, text: str) -> tuple[float, float]:
    """Points of who stands beside an attack noun: English "X attack", Arabic "X ... its attack"."""
    before = hit.start - actor.end
    if hit.entry.language == "en":
        hit_points = 0.9 if 0 <= actor.start - hit.end <= 3 * VERB_GAP else 0.0
        gap = text[actor.end : hit.start].strip(" \"'")
        acts = (0 <= before <= VERB_GAP and gap not in _PREPOSITIONS) or (
            0 <= before <= _RELATIVE_MAX and gap in _AUXILIARIES
        )
        return (1.0 if not hit_points and acts else 0.0), hit_points
    if hit.entry.id in _VERBS_TOO and actor.head == "force" and _is_dual_object(text, actor, hit):
        return 0.0, 1.8
    if hit.surface.pronoun and 0 <= before <= _OWN_REACH:
        own = text.startswith(_OWN_ACTS, hit.start) and "،" not in text[actor.end : hit.start]
        return (1.2 if own else 0.0), 0.0
    return 0.0, 0.0


_VERBS_TOO = frozenset({"dahs", "ta3n"})
"""Nouns that are verbs in the same letters: "دهس شاب جنديين"."""
_OBJECT_MAX = 30


def _is_dual_object(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether soldiers behind such a verb are its object by case."""
    between = text[hit.end : actor.start]
    near = 0 < len(between) <= _OBJECT_MAX and len(between.split()) > 0
    return near and text.endswith("ين", actor.start, actor.end) and "،" not in between


_EQUIPPED_GAP = re.compile(
    r" (?:(?:,? ?(?:who were |who was )?(?:heavily )?"
    r"(?:armed with|wielding|carrying|dressed (?:as|in)|wearing|disguised as) [^.,;\n]{3,40}?"
    r"|,? ?(?:on|riding|aboard) "
    r"(?:motorbikes|motorcycles|horseback|pickup trucks|a motorcycle|a motorbike)),? "
    r"|(?:went|entered|moved|drove|broke|burst|arrived|came|rode|swept|marched|surrounded|invaded|"
    r"overran|encircled|crossed|descended)\b [^.,;\n]{3,44}? and (?:then )?)"
)
"""Between a subject and its verb: what it bore, on what it came, what it did before that."""
_EQUIPPED_MAX = 64
_AGED = re.compile(r" (?:an? |the )?(?:\d{1,2}-year-old )")
"""Between a verb and whom it befell: his age."""


def _is_subject(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether the actor before a verb is its subject: no stop between, no verb of a new clause."""
    gap = text[actor.end : hit.start]
    if gap.strip("\"'() ") not in _RELATIVES and not is_placed_gap(gap):
        return bool(_EQUIPPED_GAP.fullmatch(gap)) and hit.entry.language == "en"
    first = text[hit.start]
    return first not in "وف" or any(form.startswith(first) for form in hit.entry.forms)


_AUXILIARIES = frozenset({"had", "have", "has", "had also", "later", "then", "who had"})
_RELATIVE_MAX = 12
_PLACED_MAX = 34
"""Characters between a subject and its verb where only its place stands between."""
_RELATIVES = frozenset(
    {"", "who", "that", "which", "had", "have", "has", "also", "later", "then", "who had",
     "that had", "الذين", "الذي", "التي", "قد", "ايضا", "لاحقا"}
)  # fmt: skip
"""Words between a subject and its verb."""


def tells_own_deed(deed: int, clause: Mention, text: str) -> bool:
    """Whether an attack is told right behind where an actor begins to tell its deed.

    Or a killing, where strikes alone are told: in an ambush the army kills, too.
    """
    if any(0 <= hit.start - deed <= _DEED_REACH for hit in clause.attack_hits):
        return True
    struck = all(
        any(kind in FROM_AFAR for kind, _ in hit.entry.votes) for hit in clause.attack_hits
    )
    return struck and any(
        0 <= hit.start - deed <= _KILLING_REACH and text[hit.start : hit.end] in _KILLED_OUTRIGHT
        for hit in clause.victim_hits
    )


_KILLED_OUTRIGHT = frozenset({"قتل", "قتلت", "قتلوا", "مقتل", "تصفيه", "killed", "killing"})
_KILLING_REACH = 10
_DEED_REACH = 45
"""Characters from where an actor begins to tell of its own doing to the attack word."""
