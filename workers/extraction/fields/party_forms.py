"""What an actor's part is by the words right around it: grammar that needs no points.

Place in the flow: under `parties`. The men of a group, an aircraft behind its verb, an accusative,
a ship's flag, the subject of a verbal noun.
"""

import re
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.telling.mention_words import drops_bombs
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern
from workers.text.words import holds_one

_MEN_OF: Final = Pattern(
    r"[\"']? (?:(?:اثنين|اثنان|اثنتين) )?"
    r"(?:(?:من|يتبعون|يتبعان|يتبع|تابعون|تابعين|تابع|ينتمون|ينتميان|ينتمي|منتمون|منتمين|"
    r"اعضاء|عضوان|عضوين|عضو|موالون|موالين|موال|محسوبون|محسوبين|مرتبطون|مرتبطين|مبايعون|مبايعين|"
    r"يوالون|(?:يعتقد|يشتبه|يرجح|يظن) (?:ب|في )?انهم?|منتسبون|منتسبين) ){1,2}"
    r"(?:(?:الي|علي|في|ب|ل|لل) ?)?(?:ال)?[\"']?"
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
        and group.sector in GROUP_SECTORS
        and _MEN_OF.fullmatch(text, men.end, group.start) is not None
    )


_ACT_BEHIND: Final = Pattern(
    r"(?:^|[\n.،؛:\"']|\b(?:ان|بعدما|بعد ان|عندما|حين|حينما|حيث|كما|فيما|بينما|قد|لقد|و)) ?"
    r"[وف]?(?:هاجم|اغتال|اقتحم|خطف|اختطف|استهدف|داهم|قصف|فجر|ذبح|اعدم|احرق|نسف|سلب|نهب|دهس|"
    r"طعن|امطر|اضرم|باغت) "
    r"(?:(?:مسلح|عنصر|مقاتل|انتحاري|قناص|متطرف|متشدد|مسلحون|مقاتلون|متشددون|متطرفون|ارهابيون|"
    r"مسلحان|عنصران|مقاتلان|انتحاريان|عناصر|افراد|رجال) "
    r"(?:\w+ )?(?:من|في|ينتم\w+ الي|تابع\w* ل|يتبع\w* ل) ?(?:ال)?"
    r"|(?:عشرات|ميات|الاف) (?:ال)?(?:عناصر|افراد|مقاتلين|مسلحين|متشددين|متطرفين|ارهابيين) "
    r"(?:من|في|تابع\w* ل) ?(?:ال)?)?[\"']?$"
)
ACCUSATIVE = ("ا", "ين")
_WHOM = re.compile(
    r"[\"']? (?!(?:في|من|علي|عند|قرب|داخل|خارج|خلال|اثناء|اثر|بعد|قبل|لدي|امس|اليوم|يوم|فجر|صباح|"
    r"مساء|ليل|ظهر|شمال|جنوب|شرق|غرب|كان|كانوا|كانا|حاول\w*|بينهم|اثنان|اثنين|ان|الذي|الذين|التي|"
    r"[يت]\w+(?:ون|ان)|\w+وا|و\w+|ب(?:ال|\w+ه)\w*|ل(?:ل|دي)\w*)\b)\w{2}"
)


def act_behind_verb(text: str, actor: ActorMention, since: int) -> bool:
    """Whether its men are the subject of the verb before them: they attacked what stands behind.

    "هاجم عناصر من التنظيم حافلة", not "استهدف التحالف عناصر من التنظيم".
    """
    if actor.kind == "generic":
        if text.endswith(ACCUSATIVE, 0, actor.end):
            return False
    elif actor.kind != "actor" or _WHOM.match(text, actor.end) is None:
        return False
    return _ACT_BEHIND.search_cut(text, since, actor.start) is not None


FIGHTERS = frozenset({"MIL", "REB", "PRM", "UAF"})
"""Sectors of those who fight."""


_TARGETED: Final = Pattern(r"\b[وف]?[تي]?(?:ا?ستهدفت?) (?:ال)?$")
"""Behind this verb stands its subject where that is an aircraft ("jets of X targeted")."""
_DROPPED: Final = Pattern(r"\b[وف]?(?:[تي]?سقطت?|اسقطت?|القت|القي|تلقي|يلقي|رمت) (?:ال)?$")
"""Behind this verb, too, where bombs stand behind the aircraft."""


_PLACED_GAP = re.compile(
    r" (?:in|of|from|near|based in|stationed in|operating in) (?:the |northern |southern |eastern |"
    r"western |north-?eastern )?\w+(?: (?!said|say)\w+)? "
    r"|(?: ال\w{3,}[هي])?(?: (?:في|شمالي?|جنوبي?|شرقي?|غربي?) \w+(?: ال\w+)?)? "
)


_TIMED_GAP = re.compile(
    r"(?: (?:had|has|have|also))?(?: (?:late|early|earlier|later))?"
    r"(?: (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|"
    r"overnight)(?: (?:morning|afternoon|evening|night|dawn))?)"
    r"(?: (?:also|again|had|have))? "
)


_BACKED_GAP = re.compile(
    r",? (?:backed|supported|aided|helped|joined|accompanied) by (?:\w+ ){0,3}?"
    r"(?:troops|soldiers|forces|tanks|drones|aircraft|warplanes|jets|helicopters|militia\w*|"
    r"fighters|artillery|strikes|gunships),? "
    r"| (?:gang|cartel|clan) "
)


def is_placed_gap(gap: str) -> bool:
    """Whether only an adjective, a place, a day or helpers stand between.

    "Coalition forces in Syria shelled", "the group on Monday fired".
    """
    return any(gap_of.fullmatch(gap) for gap_of in (_PLACED_GAP, _TIMED_GAP, _BACKED_GAP))


_HABIT: Final = Pattern(
    r"[\"']? (?:كثيرا ما|غالبا ما|عاده ما|دايما|often|usually|routinely|regularly)\b"
)


def is_habit(text: str, actor: ActorMention) -> bool:
    """Whether what it does is told as its habit."""
    return _HABIT.match(text, actor.end) is not None


def flies(actor: ActorMention, since: int, text: str) -> bool:
    """Whether the verb before an aircraft is its own: it targeted, or dropped bombs."""
    if _TARGETED.search_cut(text, since, actor.start):
        return True
    dropped = _DROPPED.search_cut(text, since, actor.start) is not None
    return dropped and drops_bombs(text, actor.end)


_FLAGGED: Final = Pattern(
    r"-(?:flagged|registered|owned|operated|managed|bound|made|built|born|supplied|designed|donated|"
    r"style)\b| (?:ال)?(?:صنع|صناعه|منشا)\b"
)
_FLAG_OF: Final = Pattern(
    r"\b(?:علم|العلم|لعلم|علما|المملوكه ل|مملوكه ل|المسجله في|من صنع|من انتاج|flag of) ?(?:ال)?$"
)
"""A ship's flag and owner, a weapon's maker: neither attacked nor attacks."""
_TARGETING: Final = Pattern(r"\b[وب]?(?:ال)?(?:استهداف|قصف|مهاجمه|قتل|اغتيال|تفجير|ضرب) (?:ال)?$")
_ITS_OBJECT = re.compile(
    r"[\"']? (?:\w+[يه]ه? )?(?:ل(?!ل?(?:م?ا |اطلاق|كن|دي))\w{3,}|(?:سياره|سيارات|منزل|منازل|مبني|"
    r"مدرسه|مستشفي|مسجد|سوق|حافله|قافله|مواقع|موقع|مقر|قاعده|معسكر|مدينه|بلده|قريه|قري|حي|احياء|"
    r"منطقه|مناطق|مخيم|مطار|ميناء|سفينه|احد|احدي|عددا|تجمع|تجمعات|مركز|نقطه|حاجز|مدنيين|المدنيين|"
    r"دوريه|شاحنه|منشاه|منشات|طايره|ارتال|رتلا|شخصا|شابا|طفلا|صحفيا|شابين|طفلين|ثلاثه|اربعه|خمسه|"
    r"سته|سبعه|عشره|\d+)\b)"
)
"""What is targeted, behind an Arabic verbal noun and its subject."""


def is_flag(text: str, actor: ActorMention, since: int) -> bool:
    """Whether a country is only a ship's flag or maker."""
    flag_of = _FLAG_OF.search_cut(text, since, actor.start)
    return flag_of is not None or _FLAGGED.match(text, actor.end) is not None


def targets_something(text: str, actor: ActorMention, since: int) -> bool:
    """Whether an actor is the subject of "targeting": its object stands behind it."""
    targeting = _TARGETING.search_cut(text, since, actor.start) is not None
    return targeting and _ITS_OBJECT.match(text, actor.end) is not None


_GENITIVE = re.compile(
    r"(?:\W|^)(?:[وفبلك]?(?:من|علي|بين|مع|الي|في|ضد|عن|عند|قبل|طرف|جانب|يد|ايدي|نيران|رصاص|قيام|"
    r"اقدام|بعض|كل|جميع|عدد|عشرات|ميات|الاف|مجموعه|عصابه|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|بضعه|عده|"
    r"\w{3,}[يه]ن|ان|اطلاق)|\d+) (?:ال)?$"
)
"""Behind these an accusative in -ين is a genitive: of, by, three, dozens of."""
_OBJECT_REACH = 60


def is_object_form(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether nameless men behind an Arabic verb are its object by case: "X stabbed settlers".

    مسلحين is no subject, مسلحون is.
    """
    is_form = actor.kind == "generic" and text.endswith("ين", actor.start, actor.end)
    if not is_form or hit.entry.language != "ar" or actor.start - hit.end > _OBJECT_REACH:
        return False
    return _GENITIVE.search(text, hit.end, actor.start) is None and not holds_one(
        text[hit.end : actor.start], _NEW_CLAUSE
    )


_NEW_CLAUSE = (".", "،", "؛", " ان ", " التي ", " الذي ", " علي ")


_ADVANCE = (
    r"(?:(?:ت|ي)?خوض|خاضت?|حررت?|تحرر|دحرت?|كبدت?|طردت?|انتزعت?|"
    r"(?:(?:ت|ي)?حاولت?|تمكنت?|نجحت?|استطاعت?|استعادت?|سيطرت?|تتقدم|تقدمت?)(?=GAINS))"
)
_GAINS = (
    r"[^.،؛\n]{0,60}?\b(?:تحرير|دحر|اسر|انتزاع|اقتحام|التسلل|استهداف|مهاجمه|تفجير|اغتيال|خطف|"
    r"تدمير|قتل|تصفيه|مواقع|جبل|جبال|تله|تلال|تباب|"
    r"مرتفعات|قري|قريه|بلده|منطقه|مناطق|مديريه|معسكر|سلسله|احياء|حي|مدينه|ميناء|مطار)\b"
)
_ADVANCING_BEFORE = re.compile(
    r"\b[وف]?"
    + _ADVANCE.replace("GAINS", _GAINS)
    + r" (?:(?:قوه|وحده|مفرزه|مجموعه|عناصر|افراد|قوات|"
    r"فرقه|دوريه|كتيبه|مفارز|رجال|شعبه) (?:(?:خاصه|مشتركه|امنيه) )?(?:من |في |تابعه ل))?(?:ال)?"
)
_ADVANCING_AFTER: Final = Pattern(
    r"[\"']? (?:\w+[يه]ه? )?(?:(?:التي|الذي|قد|من جهتها) )?"
    + _ADVANCE.replace("GAINS", _GAINS)
    + r"\b"
)
_ADVANCING = (
    "خوض", "خاض", "حرر", "دحر", "كبد", "طرد", "انتزع", "تمكن", "نجح", "استطاع", "استعاد", "سيطر",
    "تقدم", "حاول",
)  # fmt: skip
_ADVANCE_REACH = 26
_REPELS = (" صد ", "التصدي", "احباط", "افشال", "اعتراض", "اسقاط", "ضبط", "انقاذ", "اخماد", "الفندق")


def advances(text: str, actor: ActorMention, since: int) -> bool:
    """Whether an army or a group is told to have taken, freed or fought for something."""
    if actor.sector not in FIGHTERS or actor.speaker:
        return False
    before, after = text[since : actor.start], text[actor.end : actor.end + _GAIN_REACH]
    if not holds_one(before, _ADVANCING) and not holds_one(after[:_ADVANCE_REACH], _ADVANCING):
        return False
    if holds_one(after, _REPELS):
        return False
    found = [*_ADVANCING_BEFORE.finditer(text, since, actor.end + _GAIN_REACH)]
    if any(match.end() >= actor.start for match in found if match.start() < actor.start):
        return True
    return _ADVANCING_AFTER.match(text, actor.end) is not None


_GAIN_REACH = 80
_INFLICTED: Final = Pattern(r"\b[وفت]?(?:ت|ي)?كبد(?:ت|وا)? [^.؛\n]{0,50}?$")


def suffers_losses(text: str, actor: ActorMention, start: int) -> bool:
    """Whether losses were inflicted on an actor: "the army inflicted on X heavy losses"."""
    if not text.startswith((" خساير", '" خساير', " خسايرا"), actor.end):
        return False
    return _INFLICTED.search(text, max(start, actor.start - 60), actor.start) is not None


_OF = re.compile(
    r" (?:(?!(?:حافل|سيار|قاعد|ناقل|دوري|مدرس|سفين|شاحن|قافل|مركب|طاير|ثكن|نقط|عرب|منص|كنيس|محط|"
    r"مصفا|مدرع|بارج|قري|بلد|مدين|سوق))(?:ال)?\w+(?:ي|يه|ه|ات|ا)"
    r"(?: و(?:ال)?\w+(?:ي|يه))? ){1,3}(?:ل|لل|لل?قوات )(?:ال)?[\"']?"
)
_OF_REACH = 46
_DEALT = ("قاصم", "موجع", "قاسي", "مولم", "شديد")
"""Blows with these are dealt to whom "of" names."""


def is_of(text: str, end: int, start: int) -> bool:
    """Whether adjectives and "of" stand between an Arabic attack noun and its owner."""
    if not 0 < start - end <= _OF_REACH or holds_one(text[end:start], _DEALT):
        return False
    return _OF.fullmatch(text, end, start) is not None


_AND = re.compile(r"[\"']?(?: و(?:ال)?| and (?:the )?)[\"']?")


def are_joined(first: ActorMention, second: ActorMention, text: str) -> bool:
    """Whether two actors are joined by "and" alone."""
    return _AND.fullmatch(text, first.end, second.start) is not None


_LAYS: Final = Pattern(r"\b[وف]?[تي]?نصبت? (?:ال)?[\"']?$")
_AMBUSH: Final = Pattern(r"[\"']?(?: \w+){0,2}? (?:كمين|كماين)\w{0,2}\b(?! (?:نصب\w*|وقعوا|تعرض))")


def lays_ambush(text: str, actor: ActorMention, since: int) -> bool:
    """Whether an actor stands between the verb and its object ("نصب مقاتلو الجماعة كمينا")."""
    laid = _LAYS.search_cut(text, since, actor.start) is not None
    return laid and _AMBUSH.match(text, actor.end) is not None


_FIRES_BACK: Final = Pattern(
    r"[\"']?(?: ال\w+ي(?:ه|ين|ون)?)? (?:الذين|التي|الذي) (?:قد )?رد(?:وا|ت)? "
    r"(?:عليهم )?ب?(?:اطلاق|فتح|ال?رصاص|ال?نار|ال?نيران)"
    r"|[\"']?,? (?:who|which) (?:then )?(?:responded|replied|answered|retaliated) "
    r"(?:with|by) (?:live |firing |opening |shooting |rubber )?(?:fire|gunfire|bullets?|shots|live)"
)


_CROWD = ("حجار", "زجاج", "متظاهر", "محتج", "تظاهر", "احتجاج", "stone", "rock", "protest", "crowd")


def fires_back(text: str, actor: ActorMention, since: int) -> bool:
    """Whether it shot at a crowd: "they threw stones at soldiers, who answered with fire".

    `since`: where its clause begins.
    """
    if _FIRES_BACK.match(text, actor.end) is None:
        return False
    return holds_one(text[since : actor.start], _CROWD)


def part_by_form(actor: ActorMention, since: int, text: str) -> float | None:
    """Points for attacking that an actor's own words settle alone, None where they do not.

    A ship's flag attacks nobody; who drops bombs, lays an ambush, or whose targeting of something
    is told, does.
    """
    if is_flag(text, actor, since):
        return 0.0
    if targets_something(text, actor, since) or lays_ambush(text, actor, since):
        return 1.8
    if actor.sector not in FIGHTERS or _DROPPED.search_cut(text, since, actor.start) is None:
        return None
    return 1.6 if drops_bombs(text, actor.end) else None


_AIR_DEFENCE = ("دفاع", "defen")
_SHOT_AT: Final = Pattern(
    r"[^.؛;\n]{0,60}?\b(?:ال)?(?:صاروخ|صواريخ|مسير|طايره (?:\w+ )?مسير|طايرات (?:\w+ )?مسير|درون|"
    r"مقذوف|missile|rocket|drone|projectile|uav|unmanned)"
)
"""What air defences destroy that was fired at them."""


def shields(text: str, actor: ActorMention) -> bool:
    """Whether air defences are told to have met missiles or drones: they attack nobody."""
    if not holds_one(text[actor.start : actor.end], _AIR_DEFENCE):
        return False
    return _SHOT_AT.match(text, actor.end) is not None


_MEETS: Final = Pattern(r"\b[وف]?(?:[تي]?لقي|لقيت|لقوا|يلقون)\b[^.،؛\n]{0,60}$")
_DEATH = ("مصرع", "حتف")
_MEETS_REACH, _DEATH_REACH = 76, 50


def meets_death(text: str, actor: ActorMention, hit: Hit) -> bool:
    """Whether an actor stands between "met" and "their death" (لقي ... مصرعهم)."""
    if not 0 < hit.start - actor.end <= _DEATH_REACH or not text.startswith(_DEATH, hit.start):
        return False
    since = max(0, actor.start - _MEETS_REACH)
    return _MEETS.search(text, since, actor.start) is not None


def is_within(hit: Hit, actor: ActorMention) -> bool:
    """Whether an attack word is part of an actor's name or begins inside it.

    "Army air strikes"; "gunmen killed" begins inside "Islamic State gunmen".
    """
    if hit.entry.kind in ("active", "event") and hit.start < actor.end < hit.end:
        return True
    if actor.head not in _SITES and _shares_a_word(hit, actor):
        return True
    inside = actor.start <= hit.start and hit.end <= actor.end
    return inside and actor.anaphoric and hit.entry.kind != "victim"


_SITES = frozenset({"facility", "civil", "official", "leader"})


def _shares_a_word(hit: Hit, actor: ActorMention) -> bool:
    """Whether an attack word holds its subject ("jets bombed", "استولى قراصنة").

    The subject's name goes on outside of it: "Turkish jets bombed".
    """
    if hit.entry.language == "en":
        is_told = hit.entry.kind not in ("victim", "passive")
        return is_told and actor.start < hit.start < actor.end < hit.end
    return hit.entry.kind == "active" and hit.start < actor.start < hit.end < actor.end


_KILLS_AS_ONE: Final = Pattern(r"\b[وف]?(?:قتلت|[يت]قتل) (?:ال)?[\"']?$")
_BODIES = (
    "قوات", "قوه", "قوي", "جيش", "شرطه", "امن", "حركه", "جماعه", "تنظيم", "ميليشيا", "مليشيا",
    "فصايل", "استخبارات", "حرس", "طايرات", "مدفعيه", "كتايب", "سرايا", "وحدات", "حزب", "جبهه",
    "هييه",
)  # fmt: skip
"""Bodies of men: "قتلت قوات الأمن" is what they did; "قتلت" of a person may be her fate."""


def kills_as_one(text: str, actor: ActorMention, since: int) -> bool:
    """Whether a body of men stands behind a verb of killing in the feminine or the present."""
    if _KILLS_AS_ONE.search_cut(text, since, actor.start) is None:
        return False
    if not text[actor.start : actor.end].removeprefix("ال").startswith(_BODIES):
        return False
    return not ended_it(text, actor, actor.end + _ENDED_REACH)


_ENDED_IT = re.compile(
    r"[^.؛;\n]{0,70}?\b(?:(?:بعدما|بعد ان|عقب ان|اثر|عقب|بعد|لدي|اثناء|خلال) "
    r"(?:ان |تنفيذه |قيامه ب|قيامها ب|محاولته |محاولتها |محاوله |حاول |حاولت )?(?:ال)?(?:طعن|دهس)"
    r"|(?:بعدما|بعد ان|عقب ان|حين|عندما) (?:هاجم|اقتحم|استهدف|نصب|فتح|اطلق)وا\b"
    r"|(?:فلسطيني\w*|شابا?|رجلا?|فتاه|امراه|شخصا) (?:طعنت?|دهست?|حاولت? (?:طعن|دهس))\b"
    r"|(?:after|who|when) (?:(?:he|she|they|the \w+|had|allegedly) ){0,2}"
    r"(?:stabbed|rammed|knifed|tried to (?:stab|ram)|attempted to (?:stab|ram)|ran over|"
    r"opened fire|stormed|attacked (?:them|soldiers|officers|police|the|an?)))"
)
"""Behind a state's forces: they killed whoever had attacked."""
_ENDED_REACH = 110


def ended_it(text: str, actor: ActorMention, end: int) -> bool:
    """Whether those behind an actor whom it killed had attacked before ("after he stabbed")."""
    return _ENDED_IT.match(text, actor.end, end) is not None
