"""What an actor's part is by the words right around it: grammar that needs no points.

Place in the flow: under `parties`. The men of a group, an aircraft behind its verb, an accusative,
a ship's flag, the subject of a verbal noun.
"""

import re

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.telling.mention_words import drops_bombs
from workers.extraction.triggers import Hit
from workers.text.words import holds_one

_MEN_OF = re.compile(
    r"[\"']? (?:(?:من|يتبعون|يتبعان|يتبع|تابعون|تابعين|تابع|ينتمون|ينتميان|ينتمي|منتمون|منتمين|"
    r"موالون|موالين|موال|محسوبون|محسوبين|مرتبطون|مرتبطين|مبايعون|مبايعين|يوالون|"
    r"(?:يعتقد|يشتبه|يرجح|يظن) (?:ب|في )?انهم?|منتسبون|منتسبين) ){1,2}"
    r"(?:(?:الي|علي|ب|ل|لل) ?)?(?:ال)?[\"']?"
    r"|[\"']? (?:from|of|with|in|belonging to|loyal to|linked to|affiliated with|allied to|tied to|"
    r"believed to be from|suspected to be from|claiming to be from|aligned with) "
    r"(?:the )?(?:\w+ ){0,2}(?:group |movement |network )?[\"']?"
)
NAMED_MORE = 0.3
"""Points by which the group leads over its nameless men: it is the better name."""


def are_men_of(men: ActorMention, group: ActorMention, text: str) -> bool:
    """Whether a group stands behind its nameless men: "gunmen of the Islamic State"."""
    return (
        men.kind == "generic"
        and group.kind == "actor"
        and group.sector in _GROUP_SECTORS
        and _MEN_OF.fullmatch(text, men.end, group.start) is not None
    )


_GROUP_SECTORS = frozenset({"REB", "PRM", "UAF", "CRM"})


_TARGETED = re.compile(r"\b[وف]?[تي]?(?:ا?ستهدفت?) (?:ال)?$")
"""Behind this verb stands its subject where that is an aircraft ("jets of X targeted")."""
_DROPPED = re.compile(r"\b[وف]?[تي]?سقطت? (?:ال)?$|\b[وف]?اسقطت? (?:ال)?$")
"""Behind this verb, too, where bombs stand behind the aircraft."""


def flies(actor: ActorMention, before: str, text: str) -> bool:
    """Whether the verb before an aircraft is its own: it targeted, or dropped bombs."""
    if _TARGETED.search(before):
        return True
    return _DROPPED.search(before) is not None and drops_bombs(text, actor.end)


_FLAGGED = re.compile(r"-(?:flagged|registered|owned|operated|managed|bound|made|built|born)\b")
_FLAG_OF = re.compile(r"\b(?:علم|العلم|لعلم|علما|المملوكه ل|مملوكه ل|المسجله في|flag of) ?(?:ال)?$")
"""A ship's flag and owner, a weapon's maker: neither attacked nor attacks."""
_TARGETING = re.compile(r"\b[وب]?(?:ال)?(?:استهداف|قصف|مهاجمه|قتل|اغتيال|تفجير|ضرب) (?:ال)?$")
_ITS_OBJECT = re.compile(
    r"[\"']? (?:\w+[يه]ه? )?(?:ل(?!ل?(?:م?ا |اطلاق|كن|دي))\w{3,}|(?:سياره|سيارات|منزل|منازل|مبني|"
    r"مدرسه|مستشفي|مسجد|سوق|حافله|قافله|مواقع|موقع|مقر|قاعده|معسكر|مدينه|بلده|قريه|قري|حي|احياء|"
    r"منطقه|مناطق|مخيم|مطار|ميناء|سفينه|احد|احدي|عددا|تجمع|تجمعات|مركز|نقطه|حاجز|مدنيين|المدنيين|"
    r"دوريه|شاحنه|منشاه|منشات|طايره|ارتال|رتلا|شخصا|شابا|طفلا|صحفيا|شابين|طفلين|ثلاثه|اربعه|خمسه|سته|سبعه|عشره|\d+)\b)"
)
"""What is targeted, behind an Arabic verbal noun and its subject."""


def is_flag(text: str, actor: ActorMention, before: str) -> bool:
    """Whether a country is only a ship's flag or maker."""
    return _FLAGGED.match(text, actor.end) is not None or _FLAG_OF.search(before) is not None


def targets_something(text: str, actor: ActorMention, before: str) -> bool:
    """Whether an actor is the subject of "targeting": its object stands behind it."""
    return _TARGETING.search(before) is not None and _ITS_OBJECT.match(text, actor.end) is not None


_GENITIVE = re.compile(
    r"(?:\W|^)(?:[وفبلك]?(?:من|علي|بين|مع|الي|في|ضد|عن|عند|قبل|طرف|جانب|يد|ايدي|نيران|رصاص|قيام|اقدام|"
    r"قبل|بعض|كل|جميع|عدد|عشرات|مجموعه|عصابه|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|بضعه|عده|"
    r"\w{3,}[يه]ن|ان|اطلاق)|\d+) (?:ال)?$"
)
"""Behind these an accusative in -ين is a genitive: of, by, three, dozens of."""
_OBJECT_REACH = 60


def is_object_form(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether nameless men behind an Arabic verb are its object by case: "X stabbed settlers".

    مسلحين is no subject, مسلحون is.
    """
    if actor.kind != "generic" or not text.endswith("ين", actor.start, actor.end):
        return False
    if hit.entry.language != "ar" or actor.start - hit.end > _OBJECT_REACH:
        return False
    return _GENITIVE.search(text, hit.end, actor.start) is None and not holds_one(
        text[hit.end : actor.start], _NEW_CLAUSE
    )


_NEW_CLAUSE = (".", "،", "؛", " ان ", " التي ", " الذي ", " علي ")
