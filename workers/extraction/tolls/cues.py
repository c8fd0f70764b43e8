"""The small words that decide what befell the people of a figure.

Place in the flow: patterns for `tolls.forward` and `tolls.backward`, over folded text. Distances
are in words. Source: own reading of agency style in both languages; the distances are chosen.
"""

import re

from workers.text.words import listed

FAR = 10
"""Between a word of killing and the first figure that it governs ("قتل في هجوم ... 12 شخصا")."""
NEAR = 3
"""Between a word and a person without a number."""
REACH = 16
"""Between "the toll ..." and the figure that it rose to."""
BEFORE_PASSIVE = 8
"""Between a figure and the passive verb after it."""
PART_REACH = 5
"""Between "among them" and its figure."""
NAME_WORDS = 5
"""The longest name between a word of killing and "and three others"."""
FATE_REACH = 15
"""Between لقي and مصرعه."""

WEAK_VERBS = frozenset(
    listed(
        "اصاب اصابت يصيب تصيب صرع تصفيه مات ماتت قضي قضت سقط سقطت سقطوا تصاب يصاب سقوط تحييد تحيد "
        "حيدت اردي اردت اصابوا اصابا احتسب احتسبت احتسبنا فقد فقدت فقدان"
    )
)
"""Verbs with other everyday senses: they govern only people that a noun names."""
HUMAN_LOSSES = frozenset(
    {"خساير بشريه", "الخساير البشريه", "خساير في الارواح", "الخساير في الارواح", "human losses"}
)
"""Losses whose figure counts the dead ("ارتفاع الخسائر البشرية إلى 27")."""
LOSS_VERBS = frozenset(listed("خسر خسرت تكبد تكبدت"))
"""Verbs of losing: the figure may stand far behind the one who lost."""
TOOK = frozenset({"اودي", "اودت"})
"""Verbs that take away those behind "by" ("أودى الهجوم بأربعة")."""
LOST_MEN = frozenset(listed("فقد فقدت فقدان"))
"""Words for a side's own dead; of others they say that they are missing."""
HURT = frozenset({"اصاب", "اصابت", "اصابوا", "اصابا"})
HURT_THEM = re.compile(r"،? (?:بينهم|بينهن|من بينهم|منهم|اخرين|بجروح|بجراح|باصابات)\b")
"""Behind a number without a noun: it counts people ("فأصاب ثمانية بينهم امرأة")."""
OF_A_SIDE = re.compile(
    r" من (?:قوات|قوي|الجيش|جيش|الشرطه|شرطه|الامن|الحرس|حرس|الحشد|البيشمركه|مي?ليشيا\w*|فصايل|"
    r"ابناء|اهالي|سكان|مقاتلي|مسلحي|مرتزقه|ركاب|طاقم|عمال)\b"
)
"""Behind a number without a noun: people of a side or a place ("خمسة من قوات النظام")."""
LOST = frozenset({"lost", "losing", "loses"})
"""English verbs for a side's own dead."""
OF_ITS_OWN = re.compile(r" of (?:its|their|his) (?:own|men|troops|soldiers|fighters|officers)\b")
"""Behind a number: a side's own people."""
DIED_THEN = frozenset(listed("توفي توفيت مات ماتت قضي قضت فارق فارقت استشهد استشهدت"))
"""Verbs behind "and" that tell what became of one who was hurt."""
DIED_OF_WOUNDS = frozenset(listed("وفاه توفي توفيت توفوا"))
"""Words of dying: the hurt behind them died ("وفاة ثلاثة مصابين")."""
OF_WOUNDS = re.compile(
    r" (?:[^ .،,؛]+ ){0,4}?(?:متاثر|جراحه|جراحها|اصابته|اصابتها|لاحقا|المستشفي|مستشفي|الحياه|بعد)"
)
"""Behind them: of the wounds, later, in hospital."""
FORCES = frozenset({"military", "armed", "militant"})
"""Categories of those whom a side loses."""
DEATH_OF_BOTH = frozenset({"مقتلهما", "وفاتهما", "استشهادهما"})
"""Words of fate that tell of two dead by themselves."""
HIS_DEATH = frozenset({"مصرعه", "حتفه"})
"""Words of fate of a man: no woman and no several told right before are the one who died."""
FATE_VERBS = frozenset(listed("لقي لقيت لقوا"))
"""Verbs that need a word of fate (مصرعه, حتفه) later in the sentence."""
ACTIVE_VERBS = frozenset(listed("قتل قتلت يقتل تقتل جرح جرحت اصاب اصابت اغتال اغتالت ذبح اعدم صرع"))
"""Verbs that may be active: a person right after them may be the one who did it."""
ASSASSINATED = frozenset({"اغتال", "اغتالت"})
"""Verbs whose subject, where gunmen stand right behind them, are those who did it."""
SINGULAR_VERBS = frozenset(
    listed("قتل قتلت توفي توفيت استشهد استشهدت اصيب اصيبت مات ماتت جرح جرحت")
)
"""Verbs that may follow their single subject ("إن جنديا قتل")."""
DUAL_VERBS = frozenset(listed("قتلا استشهدا توفيا ماتا هلكا قضيا اصيبا جرحا"))
"""Verbs that tell of two before them."""
DIED_ALONE = SINGULAR_VERBS | {"قضي", "قضت"}
"""Verbs that may follow the name and the age of the one who died or was hurt."""
AGED = re.compile(r"\((?:ال)?\d{1,2} (?:عاما|عام|سنه|ربيعا)\) (?:قد )?$")
AGE_REACH = 24
"""Characters in which an age stands."""
PARTICIPLES = frozenset({"dead", "wounded", "injured", "killed"})
"""Words that may name the people themselves ("the wounded rose to 80")."""
OBJECT_VERBS = frozenset(
    listed(
        "قتلتهم قتلتهما قتلتهن قتلهم قتلهما اغتالتهم اغتالتهما اردتهم اردتهما صرعتهم اصابتهم "
        "اصابتهما جرحتهم قتلوهم قتلوهما اردوهم اردوهما ارداهم ارداهما اغتالوهم اغتالوهما ذبحوهم "
        "ذبحوهما اعدموهم اعدموهما اصابهم اصابهما اصابوهم اصابوهما جرحوهم جرحوهما جرحهما"
    )
)
"""Verbs whose pronoun is the figure before them, in a clause of its own or behind "and"."""
PARTICIPLE_NEXT = re.compile(
    r" (?:in|on|by|when|there|here|during|at|near|after|earlier|last|yesterday|outside|inside)\b"
    r"|(?:,|;| and| as) (?:[\w-]+ ){1,4}?(?:wounded|hurt|injured|killed|missing|abducted)\b"
)
"""Behind "killed" or "wounded": it has no object ("the commander killed there")."""
ALL_OF_THEM = re.compile(
    r", (?:all|mostly|(?:all|most|many) of them)(?: [a-z-]+)? $"
    r"|،? (?:جميعهم|كلهم|معظمهم|غالبيتهم|اغلبهم)(?: من)? $"
)
ALL_REACH = 32
"""Before a plural: it says who those just counted were."""
EXPLAINS = re.compile(r"(?:the|his|her|their) [\w' -]+, an? ?")
"""From one person to the next: the same one is explained."""
ANOTHER_SOURCE = re.compile(
    r" (?:و|, and |and )(?:ال|the )?(?:مرصد|تلفزيون|وزاره|شرطه|جيش|مصادر|ناشطون|سلطات|وكاله|"
    r"اعلام|حكومه|مستشفي|مستشفيات|observatory|state|ministry|police|army|activists|medics|hospitals?|rescuers)"
    r"(?: [^ ،,.;]+){0,2} (?:at )?"
)
"""From one toll to the figure that another source gives for the same ("36 dead and the police 40").
"""
CORRECTED = re.compile(
    r",? but (?:[\w'-]+ ){1,6}"
    r"(?:later |then )?(?:confirmed|counted|reported|listed|recorded|put it at) "
)
"""From a former toll to the figure that replaced it."""
AND_AT = re.compile(r"(?:^|[ ,])and at (?:about |around )?$")
"""Before the second figure of "put the dead at 27 in one town and at 16 in another"."""
AFTER_ALL = (" has ", " later ", " since ")
"""Before "died": one who was hurt first."""
WAS = re.compile(r"\b(?:was|has been|had been) (?:also |later |then |reportedly )?$")
WAS_REACH = 24
YEARS_OLD = re.compile(
    r"(?:\ban? (?:\d{1,2}|[a-z]+)-year-old(?:,(?: [\w.'-]+){1,5},)?"
    r"|(?<=[a-z]), (?:aged )?\d{1,2},) (?:was|has been|had been) (?:\w+ )?$"
)
NAMED_REACH = 90
"""Before "killed": one person, by name and age."""
AND_OTHERS = re.compile(
    r",? and (?:at least |about |some )?[a-z\d-]+ (?:others?|more|other \w+)(?: \w+)?"
    r"(?: (?:were|was))?(?: \w+ly)? (?:wounded|injured|hurt)\b"
)
"""Behind "was killed": one died, and others were only hurt."""
ALL_DIED = (" have died", " have since died", " have now died", " have also died")
ANOTHER_CLAUSE = re.compile(r"[,;:]| (?:and|but|of whom|of them|while|who) ")
"""Between those who were hurt and "have died": these may be others, or a part of them."""
FELL = frozenset({"fell"})
"""Verbs that mean death only of soldiers and fighters."""
FELL_OTHERWISE = re.compile(
    r" (?:back|ill|silent|into|asleep|behind|short|under|out|for|to|from|off|through|apart|victim|"
    r"sharply|by|over)\b"
)
"""Behind "fell": nobody died."""

BELIEVED = re.compile(r" (?:believed|suspected|thought|said|reported|known|alleged) to be\b")
"""Behind attackers: who they may be, no verb in the passive."""
PASSIVE = re.compile(
    r"\b(?:were|was|been|be|being|are|is|got|reported|confirmed|reportedly|left)\b"
)
ELIDED = re.compile(r"\b(?:were|was|been|being) \w+(?: \w+)?,? and (?:at least |another |also )?$")
"""Between the first half of a passive and the figure of its second half."""
REACHES = re.compile(
    r"(?:الي|بلغ|بلغت|وصل|وصلت|عند|ب|هو|هي|هم|هن|تجاوز|تجاوزت|فاق|to|at|reached|stands|stood|hit|is|was|"
    r"are|were|now|:|number|numbered|totalled|of|"
    r"exceeded|passed)(?: (?:نحو|حوالي|اكثر من|ما لا يقل عن|قرابه|at least|more than|about|around|"
    r"nearly|over|some))? ?$"
)
"""What stands before the figure that a toll rose to."""
CONJUNCTION = re.compile(
    r"(?:\band|,|\bplus|\bas well as|\balong with|\btogether with|&|\bاو|\bor|\bمع|"
    r"\bو?معه(?:م|ما|ا|ن)?|\bوالي جانب(?:ه|هم|هما|ها)|\bوبرفقت(?:ه|هم|هما|ها))"
    r"(?: (?:at least|more than|about|around|nearly|over|some|another|also|the|one|all|both|"
    r"their|his|her|its|نحو|حوالي|اكثر من))* ?$"
)
"""What joins two figures, up to the second one; the Arabic و is a proclitic of the figure."""
WITH_THEM = re.compile(r"\b(?:و?معه(?:م|ما|ا|ن)?|والي جانب(?:ه|هم|هما|ها)) $")
"""Before a figure: on top of those told before, none of them."""
OF_THESE = frozenset({" of them ", " منهم "})
"""From a part to "dead": only they are ("seized ten farmers and shot seven of them dead")."""
OF_THE = re.compile(r" of (?:the|those) ")
"""Between a figure and "dead" or "wounded": it counts some of them."""
FROM = re.compile(r"(?<!اكثر )(?<!ازيد )(?<!اقل )(?:من|from) $")
AFTERWARDS = re.compile(r" (?:بعدما|بعد ان|عندما|حين|حينما|لما|when|after|as) ")
"""Between a word of killing and gunmen: they are those who did it."""
BY_SOURCE = re.compile(r"قال|قالت|ذكر|افاد|اعلن|وفق|حسب|بحسب|مصدر|مصادر|المرصد|اشار|اكد|منذ|حصيله")
"""Between two tolls of a sentence: each may be told by another."""
COMPANY = re.compile(r" (?:مع|الي جانب|along with|together with|alongside) ")
"""Between one who was struck and those with him."""
MET_DEATH_WITH = re.compile(r"(?:مصرعه|مصرعها|حتفه|حتفها) (?:مع|الي جانب|برفقه) $")
"""Between one who met his death and those with him, however long his name."""
HIMSELF = re.compile(
    r"(?:مقتله|مقتلها|استشهاده|اغتياله|اصابته|اصابتها) و|"
    r"(?:قتل|قتلت|استشهد|استشهدت|توفي|اصيب|اصيبت|جرح) مع |"
    r"(?:killing|killed|wounding|wounded|injuring|injured) (?:him|her)"
    r"(?: and | along with | with |, )"
)
"""From a word of killing to a figure: the one told of before counts with them."""
ATTACKERS_AFTER = re.compile(
    r" (?:من )?(?:يعتقد انه |يشتبه (?:في |ب)انه )?(?:ال)?"
    r"(?:مهاجمين|مهاجمون|انتحاريين|انتحاريون|منفذين|منفذي|المنفذين|مفجرين|"
    r"انتحاري|مهاجم|منفذ)\b| (?:of the )?(?:attackers|bombers|assailants|gunmen|suicide)"
)
"""After a figure: those who attacked."""
REST = re.compile(
    r"[^.؛;\n]{0,40}?(?:\b(?:the rest|the others|the remainder)(?: were| are| being)?"
    r"|[وف](?:ال)?(?:بقيه|بقيتهم|باقي|باقون|باقين)(?: هم| من| كانوا من| كانوا)*) "
    r"(?:[^ ،,.]+ )?(?:ال)?(?:militant|assailant|attacker|gunm|insurgent|jihadi|islamic state|"
    r"is fighter|rebel|مسلح|مهاجم|ارهابي|متشدد|جهادي|انتحاري|عناصر التنظيم|مقاتلي التنظيم|داعش)"
)
"""Behind the parts of a toll: the others are those who attacked."""
IN_ANOTHER = re.compile(
    r"(?: (?:في|جراء|اثر|بعد|نتيجه) (?:ال)?| ب)"
    r"(?:غار|هجوم|قصف|تفجير|انفجار|كمين|اشتباك|معارك|لغم|عبوه|ضرب|مسير)"
)
"""Between two tolls of a sentence: the first has an attack of its own."""
BY_UNKNOWN = re.compile(r" (?:مسلحون مجهولون|مسلحان مجهولان|مجهولون|مجهولان|مجهول|ملثمون|ملثمان)\b")
"""Right behind an active verb: its object may follow far off ("اغتال مجهولون ... إماما")."""
COUNTED_WITH = re.compile(r"\b(?:counting|including) (?:the )?$")
"""Before attackers whom the toll right behind them holds."""
ATTACKED_AND = re.compile(
    r" (?:shot|stabbed|attacked|ambushed|abducted|kidnapped|captured|tortured|beaten|hit) and "
)
"""Between a figure and "killed": what was done to them first ("was stabbed and killed")."""
CLAUSE_JOINT = re.compile(r"(?:^| )(?:and|و|or|but)\s*$|[;:]|,\s*$")
"""Between a figure and a verb: the verb begins a clause of its own."""
BEFORE_NOUN = frozenset({"عدد", "عدد ال", "حصيله", "حصيله ال", "في عدد ال"})
PARENTHESIS = re.compile(r"[,،][^,،]{1,80}(?:[,،][^,،]{1,60})?[,،]")
BEFORE_OBJECT = re.compile(
    r"(?: (?:about|at least|some|around|more than|nearly|over|the|his|her|another|up to|"
    r"نحو|حوالي|قرابه|اكثر من|ما لا يقل عن|علي الاقل|ما يقارب|(?:رميا )?بالرصاص|باطلاق النار|عمدا|"
    r"(?:طعنا |ذبحا )?ب(?:ال)?سكين|طعنا|ذبحا|خنقا|دهسا|دهسا بسيارته|بدم بارد))* ?"
)
"""What may stand between an active verb and its object."""
NO_NAME = re.compile(r"[،,:;.(0-9]|عدد|عشرات|ميات| من | ما | هذا| كل ")
"""What no personal name holds."""
ATTACKER = re.compile(r"انتحاري|مهاجم|منفذ|مسلح|ارهابي|معتدي")
APPOSITION = re.compile(
    r"(?: ?[،,:-]| (?:dead|killed|slain|wounded|injured|hurt):) ?(?:(?:هم|وهم|هما|وهما|they are) )?"
)
"""Between a whole and its breakdown ("four people, two of ...")."""
WHOLES = frozenset({"generic", "others", "", "civilian", "dead", "hurt"})
"""Categories whose figure may be broken down right after a comma."""
OF_A_GROUP = re.compile(
    r" في (?:حركه|حزب|كتايب|سرايا|قوات|الجيش|تنظيم|هييه|لواء|اللواء|فصيل|جبهه|جماعه|الحشد|مليشيا|"
    r"ميليشيا|مليشيات|ميليشيات|وحده|فرقه|الفرقه|جهاز|الحرس|الجهاد|منظمه|الحركه|الحزب|التنظيم|حماس)"
    r"(?: (?:ال[^ ]+|الله))?(?= )"
)
"""Behind a title: the group of the one who bears it, no place."""
LEADERS = frozenset({"armed", "military"})
"""Categories of those who are named with title and group."""
LONG_NAME = 8
"""Words of a title's bearer between two who are named so."""
OTHER_CLAUSE = re.compile(
    r" (?:في|خلال|عندما|اثر|بعد|قبل|علي|when|after|in|during|by) |(?<!well) as (?!well )"
)
"""Between two figures: other things happen, so that "and" joins clauses."""
EXPLAINED = re.compile(
    r"(?: (?!(?:in|at|on|by|near|when|during|after|as|early|late|overnight|and) )[\w'.-]+){1,4}, "
)
"""Between "killed" and "a commander": the name of the one who is explained."""
AND = re.compile(r"\band\b(?: the| his| her| at least)? ?$")
NEXT_VERB = re.compile(r" و(?!ال)[^ ]{2,}[^ هام] ")
"""Right behind the one told of: "and" on another verb ("قتل حارس وخطف سائحان"), not on those
with him ("قتل مسلح وشريكه خمسة").
"""
NOMINATIVE = re.compile(r"\b[وف]?(?!ال)\w{3,}ون\b(?!\s*و)")
"""A plural without article that is a subject: not "the dead were three, and one"."""
_IN_A_GROUP = re.compile(
    r"^ في (?!هجوم|كمين|غار|قصف|تفجير|انفجار|اشتباك|معار|عمليه|مواجه|حادث|اطلاق|مدينه|بلده|قريه|"
    r"محافظه|منطقه|ريف|شمال|جنوب|شرق|غرب)[^ ]+ (?:[^ ]{4,} (?=و$))?"
)

_NAMED_ALI = re.compile(r"(?<= )علي (?=و?$)|(?<=ابو )علي |(?<=(?:محمد|احمد) )علي ")
"""A given name that is spelt like "on"."""

_DEAD_OR_HURT = "(?:قتيل|جريح|شهيد|قتلي|جرحي|مصاب)"
BOTH = re.compile(
    rf"(?: [^ .،,]+){{0,4}}? ?(?:ما )?بين {_DEAD_OR_HURT}ا?(?: و{_DEAD_OR_HURT}[اين]*)?"
    r"|(?: [^ .]+){0,2} (?:dead|killed) (?:and|or) (?:wounded|injured|hurt)\b"
)
"""After a figure: it holds the dead and the hurt together."""
_BOTH_REACH = 60
_AND_HURT = re.compile(r" و(?:جريحا?|مصابا?|جرحي|مصابين|قتيلا?|قتلي|شهيدا?)(?![^\W\d_])")
"""After "60 dead": "and wounded" without a number of their own."""


def both_after(text: str, end: int, *, several: bool) -> re.Match[str] | None:
    """The words after a figure that make it one of the dead and the hurt together, if any."""
    hurt = _AND_HURT.match(text, end)
    if hurt is not None and several:
        return hurt
    near = (
        text.find("بين", end, end + _BOTH_REACH) >= 0
        or text.find("wounded", end, end + _BOTH_REACH) >= 0
    )
    if not near and text.find(" injured", end, end + _BOTH_REACH) < 0:
        return None
    return BOTH.match(text, end)


def words_between(text: str, start: int, end: int) -> int:
    """How many words stand in `start:end`."""
    return len(text[start:end].split()) if start < end else 0


def tells_otherwise(between: str) -> bool:
    """Whether what stands between two figures breaks the list; في right after a title does not."""
    between = _NAMED_ALI.sub(" ", _IN_A_GROUP.sub(" ", between))
    return OTHER_CLAUSE.search(between) is not None


_NEW_SPEAKER = re.compile(
    r"[،,] ?(?:و?(?:قال|قالت|ذكر|ذكرت|اعلن|اعلنت|افاد|افادت|اكد|اكدت)|بينما|فيما|لكن|غير ان|"
    r"while|but|and)\b| قبل ان | before "
)


def still_earlier(text: str, cue_end: int, start: int) -> bool:
    """Whether a figure at `start` is still that of the former toll told at `cue_end`."""
    return cue_end > start or _NEW_SPEAKER.search(text, cue_end, start) is None


TO_HOSPITAL = frozenset(
    {"الي المستشفي", "الي المستشفيات", "الي مستشفي", "الي مستشفيات", "الي المشفي", "الي المشافي"}
)
CARRIED = re.compile(r"(?:نقل|نقلت|نقلوا|اسعاف|اسعف|ادخل|دخل)(?:\s[^،,.]{0,12})?\s$")
"""Before a figure: they were taken to hospital."""
_ATTEMPTED = re.compile(
    r"(?:محاول[هت]ا?ت?|[يت]?حاول(?:ت|وا|ون)?|احباط|مخطط|خطط|تهديد|التخطيط ل|دعا الي|دعوات) "
    r"(?:ل|ب)?$"
)
_TO_KILL = re.compile(r"(?<!managed )(?<!able )\bto $")
_WOUNDS = frozenset({"اصابته", "اصابتها", "اصابتهم", "اصابه"})
_COMMEMORATED = 30
"""Characters between "anniversary" and the killing."""
_INJURY = re.compile(r" [^.،,]{1,30}?(?: ل| الي )(?:اصاب|جروح|جراح|حروق|كسور)")
"""After "was exposed to": it was an injury."""
_FROM_LIFE = re.compile(r" (?:[^ .،,]+ ){1,7}(?:الحياه|انفاس)")
"""After "parted from": it was from life ("فارق طفلان الحياة")."""
_NEEDED = {
    "تعرض": _INJURY, "تعرضت": _INJURY,
    "فارق": _FROM_LIFE, "فارقت": _FROM_LIFE, "لفظ": _FROM_LIFE, "لفظت": _FROM_LIFE,
}  # fmt: skip
"""Verbs that tell of death or injury only where these words follow."""
_INFINITIVES = frozenset({"kill", "assassinate", "wound", "injure"})


def strikes_nobody(text: str, start: int, surface: str) -> bool:
    """Whether killing was only tried or planned, is commemorated, or wounds are those died of."""
    reach = max(0, start - _COMMEMORATED)
    if text.find("ذكري ال", reach, start) >= 0 or text.find("anniversary", reach, start) >= 0:
        return True
    if surface in _INFINITIVES:
        return _TO_KILL.search(text, max(0, start - 12), start) is not None
    needed = _NEEDED.get(surface)
    if needed is not None:
        return needed.match(text, start + len(surface)) is None
    if surface == "to death":
        return _PUT_TO_DEATH.search(text, max(0, start - _PUT_REACH), start) is None
    return _told_otherwise(text, start, surface)


def _told_otherwise(text: str, start: int, surface: str) -> bool:
    """Whether the words before it make it no killing: wounds, lives saved, an attempt."""
    if surface in _WOUNDS:
        return text.endswith(("متاثرا ب", "متاثره ب", "متاثرين ب"), 0, start)
    if surface == "ارواح":
        return _SAVED.search(text, max(0, start - 40), start) is not None
    return surface in _PLANNED and _ATTEMPTED.search(text, max(0, start - 16), start) is not None


_PUT_TO_DEATH = re.compile(
    r"\b(?:stab|knif|hack|slash|beat|bludgeon|club|ston|shot|burn|bayonet|tortur|batter|whip|"
    r"trampl|crush)\w* [^.;,\n]*$"
)
"""Before "to death": they were killed so, not sentenced or frightened to it."""
_PUT_REACH = 50
_SAVED = re.compile(r"(?:انقاذ|انقذ|انقذت|انقذوا|ينقذ|تنقذ|حمايه|حفظ|علي|في|صون)(?: [^ .]+){0,2} $")
"""Before "lives": nobody lost them."""
_PLANNED = frozenset({"اغتيال", "قتل", "تصفيه", "لقتل"})
