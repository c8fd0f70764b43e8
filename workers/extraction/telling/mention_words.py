"""Words that part the attacks of a sentence: joints, ordinals, lists, who shoots an attack down.

Place in the flow: under mentions. Patterns over spaced folded text, newswire Arabic and English.
"""

import re
from typing import Final

from workers.text.patterns import Pattern

KILLING: Final = frozenset({"qutila", "maqtal", "killed"})
"""Entries of the words that say that somebody was killed."""

# Words that join two attacks in one sentence. A cut is made only where both sides hold an attack
# word. Source: the joining phrases of newswire Arabic and English (research on what broke first
# versions).
JOINTS: Final = Pattern(
    r"(?<!عن)(?<!علي) (?:ردا علي|وذلك ردا|في رد علي|كرد علي|انتقاما|ثارا|"
    r"في اعقاب|وفي سياق|في سياق متصل|"
    r"وفي السياق|وكما|كما(?! (?:يقول|تقول|يروي|تروي|يزعم|تزعم|يذكر|تذكر|يصف|تصف|وصف|يسمي|تسمي|يبدو|"
    r"جاء في|ورد في|هو معروف|هو مقرر))|فيما|بينما|"
    r"و?تزامنا مع|و?بالتزامن مع|و?بالتوازي مع|و?بموازاه|"
    r"في حين|في المقابل|بالمقابل|الي ذلك|من جهه اخري|من ناحيه اخري|من جانب اخر|"
    r"في الوقت نفسه|في الاثناء|وكان|وكانت|قبيل(?! (?:ال)?(?:فجر|ظهر|عصر|مغرب|عشاء|منتصف|صلاه|غروب|"
    r"شروق|موعد|ساع|افطار|سحور|يوم|ليل|صباح|مساء))|"
    r"تبعه|تبعها|تلاه|تلته|تلتها|تلاها|اعقبه|اعقبها|وهو ما دفع|ما دفع|"
    r"الامر الذي دفع|عقب|اثر هجوم|بعد هجوم|بعد ان|"
    r"(?:وذلك )?بعد (?:نحو |قرابه |حوالي |اقل من |اكثر من |مرور |مضي )?"
    r"(?:\d+ |ثلاثه? |اربعه? |خمسه? |سته? |سبعه? |ثمانيه? |ثماني |ثمان |تسعه? |عشره? |عده |"
    r"بضعه |احد عشر |اثني عشر )?"
    r"(?:ساعات|ساعتين|ساعه(?= (?:من|علي) )|يوم|يومين|ايام|يوما|اسبوع|اسبوعين|اسابيع|شهر|شهرين|شهور|"
    r"اشهر|شهرا|عام|عامين|اعوام|سنه|سنتين|سنوات)|من خلال|عبر استهداف|غداه|"
    r"فضلا عن|علاوه علي|وردت|ورد|لترد|ليرد|"
    r"بعد ذلك ب\w+|بعدها ب\w+|"
    r"وبعد (?:نحو |قرابه |حوالي |اقل من |اكثر من )?(?:ساعه|ساعات|ساعتين|دقايق|\d+ دقيقه)|"
    r"(?:(?:an|two|three|four|five|several|a few) )?(?:hours?|minutes) (?:later|earlier)|"
    r"(?:in|as a) response to|as retaliation for|"
    r"in retaliation|in reply to|in answer to|in revenge|to avenge|retaliated|while|"
    r"meanwhile|(?:(?:(?:less|more) than|barely|just|only|about|nearly|almost|some) )?(?:(?:\d+|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|an?) )?"
    r"(?:hours?|days?|weeks?|fortnight|months?|years?) after|"
    r"the (?:day|night|morning) after|following|after|"
    r"before(?! (?:dawn|noon|midday|midnight|sunrise|sunset|daybreak|dusk|"
    r"\d|the (?:morning|evening|dawn|break)|he |she |they |it |being |fleeing |escaping |"
    r"(?:an? )?(?:officers?|soldiers?|guards?|police|policem[ae]n|troops|"
    r"security (?:forces|guards)) (?:\w+ ){0,2}?(?:shot|killed|shooting) ))|separately|"
    r"and separately|elsewhere|in another|whereas|as well as|"
    r"و?ان (?:\w+ ){1,4}?ردت?(?= (?:علي|ب\w+))|(?:و|ثم |ف)(?:\w+ ){0,2}?ردت(?= (?:علي|ب\w+))|"
    r"(?:and|but|then) (?:\w+ ){1,6}?(?:answered|retaliated|responded|replied|hit back|struck back|"
    r"fired back|fired in return)|"
    r"(?:\w+ ){1,4}?(?:said|says) (?:that )?(?:it|they|he)(?: had)?"
    r"(?= (?:answered|retaliated|responded|replied|hit back|struck back|fired back) )|"
    r"و\w+ (?:تقول|قالت|توكد|اكدت|اعلنت|تعلن) انها(?= ردت (?:علي|ب\w+))|"
    r"(?:adding|and added) that|مضيفا ان|مضيفه ان|واضافت? ان) ",
    spaced=True,
)

CONTRAST = re.compile(
    r"فيما|بينما|في حين|كما|while|whereas|meanwhile|elsewhere|separately|and separately"
)
"""Joints that set two things side by side: where each names its place and its victims, they are two
attacks.
"""

# One attack went on beside another: what stands behind "with" is the other.
COINCIDING: Final = Pattern(
    r" [وف]?[تي]?(?:تزامن|ترافق)(?:ت|ا)?\b[^.؛\n]{0,70}? (?P<with>مع) "
    r"(?:استمرار |تواصل |تجدد |شن )?",
    spaced=True,
)

# A joint that holds the word of replying itself.
REPLYING = re.compile(
    r"\b[ول]?(?:ت|ي)?رد(?:ت|وا)?\b|answered|retaliated|responded|replied|(?:hit|struck|fired) back|"
    r"in return"
)
# One of two attacks that were announced together. Not "it is the second attack on the town".
SECOND: Final = Pattern(
    r"\W{0,2}(?:اما |و|ف)?(?:في )?(?:التفجير|الهجوم|الانفجار|العمليه|الغاره|الحادث|الحادثه|"
    r"الاعتداء|الضربه) (?:الثاني|الثانيه|الثالث|الثالثه|الرابع|الاخر|الاخري)\b"
    r"|\W{0,2}(?:اما|و|ف) ?(?:الثاني|الثانيه|الثالث|الثالثه|الاخر|الاخري) ف\w+"
    r"|\W{0,2}(?:in )?(?:the|a) (?:second|third|other) (?:\w+ )?"
    r"(?:attack|blast|bomb|bombing|explosion|strike|raid|incident|ambush|assault|device)\b"
    r"|\W{0,2}the (?:second|third|other)(?:,| one\b| (?:was|were|hit|struck|targeted|took place|"
    r"happened|occurred|went off|came|exploded|killed|wounded)\b)",
    spaced=True,
)

# An attack named next in a list of attacks ("a raid on X and shelling of Y").
NEXT_NAMED = re.compile(
    r"(?: و|، و?)(?=(?:اشتباك|غار|قصف|تفجير|انفجار|هجوم|هجمات|اطلاق|اقتحام|اغتيال|تدمير|ضرب|معارك|"
    r"كمين|اختطاف|خطف|استهداف|مهاجم|سقوط|مقتل|رشق|مواجه|قذايف|صواريخ|مسير)\w*)"
    r"|(?:،)? ثم (?=(?:عاد\w* )?[تي]?(?:استهدف|قصف|هاجم|اغار|غار|شن|ضرب|اطلق|فجر|اقتحم|استهداف)"
    r"\w*)"
    r"|(?:,| and)? (?:then|later) (?=(?:attacked|bombed|shelled|struck|hit|targeted|raided|stormed|"
    r"fired|shot|blew|launched|ambushed)\b)"
    r"| (?:and|as|,) (?=(?:an? |\w+ ){0,2}(?:air ?strikes?|strikes?|raids?|attacks?|shells?|"
    r"shelling|rockets?|missiles?|drones?|bomb|bombs|bombings?|clashes|gunmen|ambush)\b)"
)

# The dead or hurt of the attack named next ("and five others in a strike that hit Y").
NEXT_COUNTED: Final = Pattern(
    r"(?: و|، و?)(?=(?:(?:مقتل|اصابه|جرح|استشهاد) )?"
    r"(?:\d+|اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|اخر|"
    r"شخص|طفل|امراه|شاب|مواطن|جندي|مدني|قتلي|جرحي|قتيل|جريح|اصابات)\w*(?: \w+){0,3}? "
    r"(?:في|ب|اثر|جراء|نتيجه|بعد)? ?"
    r"(?:غار|قصف|تفجير|انفجار|هجوم|اطلاق|ضربه|كمين|استهداف|رصاص|اشتباك)\w*)"
    r"|(?:,)? and (?=(?:\d+|an?|another|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: \w+){0,4}? (?:in|by|when|after) (?:an? |\w+ ){0,3}?(?:strikes?|raid|attack|shelling|bomb|"
    r"bombing|blast|explosion|drone|rocket|ambush|gunfire)\b)",
    spaced=True,
)

AIM_EN = r"(?=(?:hit|hitting|struck|striking|targeted|targeting|in|at|on|near|outside|a|an|the) )"
# The first of several attacks that are counted together and told one by one.
FIRST_OF_SEVERAL: Final = Pattern(
    r"(?<!الجزء )\b(?:احداهما|احداها|احداهن|احدهما|احدها|احداهم|الاولي|الاول|"
    r"(?:غاره|ضربه) اولي) "
    r"(?=(?!انه|ان )[^.؛\n]{3,90}? و)"
    r"|\b(?:one|the first)(?: of (?:them|which|the (?:strikes|raids|attacks|blasts|bombs)))? "
    r"(?:strike |raid |attack |bomb |blast |shell |rocket |missile |drone )?" + AIM_EN
)

# Who was hurt in the next attack: "and five were hurt in shelling of Y", "and a bomb killed two".
NEXT_HURT: Final = Pattern(
    r" و(?=(?:قتل|اصيب|جرح|استشهد|قضي|سقط)(?:ت|وا)? (?:\w+ ){1,5}?(?:في|ب|اثر|جراء|بعد) ?"
    r"(?:غار|قصف|تفجير|انفجار|هجوم|اطلاق|ضربه|ضربات|كمين|استهداف|رصاص|اشتباك|عبوه|لغم)\w*)"
    r"| and (?=(?:an? |two |three )?(?:\w+ )?(?:bombs?|mines?|drones?|rockets?|shells?|missiles?|"
    r"gunmen|bombers?|mortars?) (?:killed|wounded|injured|hit|struck|exploded)\b)",
    spaced=True,
)
_DEEDS = r"(?:قصف|ستهدف|هاجم|ضرب|قتل|شن|طلق|غير|فجر|غتال|سقط|عترض|دمر)"
# Who does the next one: "and the group shells Y" in headlines, "and the army said it killed".
NEXT_ACTING: Final = Pattern(
    r" و(?=(?:(?!(?:هو|هي|هم|ما|لم|لا|لن|ان|انها|انه|التي|الذي|كان|كانت|قد|من|في|علي|عن|بعد|قبل|"
    r"حيث) )"
    rf"\w+ ){{1,3}}?[يت](?:رد|{_DEEDS})(?:ون|ان)? )"
    r"| و(?=(?:قال|اعلن|ذكر|افاد|اكد)ت? (?:\w+ ){1,4}?ان(?:ه|ها|هم) "
    rf"(?:ا?{_DEEDS}(?:ت|وا)?|اغارت?) )"
    r"| (?:(?:and|as|while) | )(?=(?:\w+ ){1,3}?(?:fires?|hits?|strikes?|shells?|attacks?|bombs?|"
    r"kills?|launch(?:es)?|targets?|storms?|raids?|ambush(?:es)?|retaliates?) )"
    r"| and (?=(?:\w+ ){1,4}?said (?:that )?(?:it|they) (?:had )?(?:killed|struck|hit|shot|"
    r"destroyed|attacked|targeted|bombed|shelled|fired|intercepted|launched)\b)",
    spaced=True,
)
# When the next one was: "and in the evening three were killed in a raid on Y".
NEXT_HOUR: Final = Pattern(
    r" و(?=(?:في |خلال )?(?:ال)?(?:فجر|صباح|ظهر|عصر|مساء|ليل)ا? \w)"
    r"| and (?=(?:later |earlier )?(?:in|at|on) (?:the |that )?"
    r"(?:morning|noon|midday|afternoon|evening|night|dawn|dusk)\b)",
    spaced=True,
)

# An attack told by "another" alone, and the word that stands for it: "a strike on X and another on
# Y", "two in another on Y". Not "and another was wounded".
NEXT_ELLIPTIC: Final = Pattern(
    r" (?:و(?:(?:\d+|اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|شخص|رجل|امراه|طفل|"
    r"جندي|مدني|شرطي)\w{0,2}(?: \w+)?? في )?"
    r"|and (?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: \w+){0,2}? in )?)"
    r"(?P<it>اخري|اخر|ثانيه|ثالثه|another)"
    r"(?= (?:علي|في|قرب|عند|داخل|وسط|شرق|غرب|شمال|جنوب|استهدفت?|طالت?|اصابت?|ضربت?|"
    r"on|in|at|near|outside|hit|struck|targeted)\b)",
    spaced=True,
)

TIME_JOINT = re.compile(
    r"(?:.* )?(?:hours?|days?|weeks?|fortnight|months?|years?) after|the (?:night|morning) after|"
    r"غداه|(?:وذلك )?بعد (?!هجوم|ان\b).+"
)
"""Words that put an attack so long after another."""
LONG_AFTER = re.compile(
    r"\b(?:days|weeks?|fortnight|months?|years?) after"
    r"|^(?:وذلك )?بعد .*\b(?:ايام|يوما|اسبوع|اسبوعين|اسابيع|شهر|شهرين|شهور|اشهر|شهرا|عام|عامين|"
    r"اعوام|سنه|سنتين|سنوات)"
)
"""Words that put what is told before them days or more after something: who was killed then was
killed in another attack.
"""
CAUSE_JOINTS = (
    "ردا علي", "وذلك ردا", "في رد علي", "كرد علي", "انتقاما", "ثارا", "in response to",
    "as a response to", "as retaliation for", "in reply to", "in answer to", "in revenge",
    "to avenge",
)  # fmt: skip
"""Joints before the attack that the one told before them answers."""
MEANS_JOINTS = ("من خلال", "عبر استهداف")
"""Joints before the means by which what was told before was done."""
SAME_DAY_JOINT = re.compile(
    r"(?:.* )?(?:hours?|minutes) later"
    r"|و?بعد (?:نحو |قرابه |حوالي |اقل من |اكثر من )?(?:ساعه|ساعات|ساعتين|دقايق|\d+ دقيقه)"
    r"|و?(?:تزامنا مع|بالتزامن مع|بالتوازي مع|بموازاه)"
)
"""Words that put what is told next on the day of what was told before."""
HOURS_JOINT = re.compile(
    r"(?:.* )?hours? later|و?بعد (?:نحو |قرابه |حوالي |اقل من |اكثر من )?(?:ساعه|ساعات|ساعتين)"
)
"""The same after hours: what is told next is no part of what was told before."""
BEGAN = re.compile(r"(?:a|the) (?:day|night|morning) after|غداه|منذ")
"""Joints behind a count of attacks: what it counts from is none of the news."""
AFTER = re.compile(r"(?:.* )?after|بعد (?:ساعات|يوم|ان)")

_DEFENDER = re.compile(
    r"(?:و?ال|لل)?(?:قوات?|منظوم\w{1,3}|دفاع|دفاعات|انظمه|نظام|جوي|جويه|تابعه|باتريوت|ثاد|قبه|"
    r"تحالف|مملكه|جيش|سلاح|مضادات|\w{3,8}ي|\w{3,8}يه)"
    r"|من|نوع|طراز|the|air|defen[cs]es?|missile|systems?|batter(?:y|ies)|patriots?"
)
_BOMBS: Final = Pattern(
    r"[^.،؛\n]{0,60}?\b(?:براميل|برميلا?|برميلين|قنابل|قنبله|قنبلتين|ذخاير|قذايف|عبوات|متفجرات|"
    r"حمولته|حمولتها|الغام|منشورات)\b"
)
_DROPPING = frozenset({"اسقط", "اسقطت", "يسقط", "تسقط"})


def drops_bombs(text: str, end: int) -> bool:
    """Whether bombs stand behind: "the jet dropped eight barrels", where Arabic says "downed"."""
    return _BOMBS.match(text, end) is not None


def is_dropping(text: str, start: int, end: int) -> bool:
    """Whether the word "downed" at a span is what an aircraft does with its bombs."""
    return text[start:end].lstrip("وف") in _DROPPING and drops_bombs(text, end)


_DEFENDER_WORDS_MAX = 8
_ITS_CORE = ("دفاع", "منظوم", "defen")


def past_defenders(text: str, end: int) -> int:
    """The end of the phrase for air defences that begins at a position, itself without one."""
    at, reached = end + 1, end
    is_defence = False
    for _ in range(_DEFENDER_WORDS_MAX):
        until = text.find(" ", at + 1)
        word = text[at + 1 : until] if until > at else ""
        if _DEFENDER.fullmatch(word) is None:
            break
        is_defence = is_defence or any(core in word for core in _ITS_CORE)
        at, reached = until, until - 1
    return reached if is_defence else end
