"""Claims and blame told by a whole phrase around the group's name, not by one word.

Place in the flow: under `claims`. From whose areas it was fired, to whom the attackers belong, who
signed the statement, whose men laid the mine.
"""

from typing import Final, NamedTuple

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.claim_frames import ARMED, FRAMES, Phrase
from workers.extraction.reading import Reading
from workers.text.patterns import Pattern


class Claim(NamedTuple):
    """Its sentence, what it is (claim, deed, blame, suspect), and whose deed it tells."""

    sentence: int
    kind: str
    mention: ActorMention


_BEFORE_REACH, _AFTER_REACH = 120, 100
CLAIMED_BY: Final = Pattern(
    r"\b(?:attacks?|bombings?|blasts?|explosions?|strikes?|assaults?|raids?|ambush|ambushes|shootings?|"
    r"killings?|murders?|assassinations?|operations?|massacres?|kidnappings?|abductions?|incidents?|"
    r"siege)\b(?:(?! not | nor | never |neither | no )[^.;\n]){0,60}? "
    r"(?:claimed|admitted) by (?:the |a |an )?"
    r"(?:(?!said |says )\w+ (?:group|militants|rebels|insurgents|network|affiliate|movement|"
    r"fighters),? )?[\"']?$"
)
"""Before a group: the deed told before it is its own, by its own word."""
_PHRASES = (
    Phrase(  # "the shells came from areas held by the militias"
        "blame",
        Pattern(
            r"(?:(?:خرج|نطلق|طلق|طلاق|نطلاق|قادم|قدم|جاء)\w{0,4} [^.؛\n]{0,40}?\bمن|"
            r"مصدر(?:ه|ها|هما)?(?: من)?) (?:داخل )?"
            r"(?:مناطق|منطقه|اماكن|مواقع|قري|اراضي?|قواعد|معسكرات?|نقاط|مرابض)"
            r" (?:(?:سيطره|نفوذ|انتشار|تمركز|تواجد|تسيطر عليها|يسيطر عليها|تنتشر فيها|خاضعه|"
            r"تابعه) ){0,2}ل?(?:ال)?$"
            r"|\b(?:fired|launched|came|originated|lobbed) from (?:\w+ ){0,2}?"
            r"(?:areas?|territory|positions|districts?|villages?|farmland|suburbs?) "
            r"(?:under the control of|controlled by|held by|run by|of) (?:the )?"
            r"(?:\w+-(?:aligned|backed|allied|supported) )?$"
        ),
        None,
        ARMED,
    ),
    Phrase(  # "the shells came from a hill where the militias are dug in"
        "blame",
        Pattern(
            r"(?:خرج|نطلق|طلق|قادم|قدم|جاء|مصدر)\w{0,4} (?:(?!علي |صوب |نحو )\w+ ){0,5}?من "
            r"(?:(?!علي |صوب |نحو |باتجاه |استهدف)\w+ ){1,5}?"
            r"[يت](?:تمركز|نتشر|تحصن|سيطر|وجد|تواجد|رابط|حتل)(?:ون)? (?:في|ب|علي)?(?:ها|ه|هما) "
            r"(?:(?:قوات|مسلحو|مقاتلو|عناصر) )?(?:ال)?$"
            r"|\b(?:fired|launched|came|originated|lobbed|shot) from "
            r"(?:(?!at |on |into )[\w'-]+ ){1,7}?"
            r"(?:where|in which|on which) (?:the )?$"
        ),
        None,
        ARMED,
    ),
    Phrase(  # "fired from Houthi-held territory"
        "blame",
        Pattern(
            r"\b(?:fired|launched|came|originated|lobbed|shot|fire|gunfire|shots|shells?|rockets?|"
            r"missiles?|drones?|snipers?) (?:from|on) (?:a |an |the )?$"
        ),
        Pattern(
            r"-(?:held|controlled|run|occupied) (?:areas?|territory|parts|districts?|positions|"
            r"hills?|"
            r"ridges?|villages?|neighbou?rhoods?|mountains?|buildings?|side|quarters?)"
        ),
        ARMED,
    ),
    Phrase(  # "the gunmen were members of"
        "suspect",
        Pattern(
            r"\b(?:ال)?(?:مسلح|مهاجم|منفذ|جناه|فاعل|انتحاري|ارهابي|قتله)\w{0,3} [^.؛\n]{0,60}?"
            r"\b(?:عضو|عضوان|عضوين|اعضاء|عنصر|عنصران|عناصر|ينتمي|ينتميان|ينتمون|منتم|منتمون|"
            r"مبايع\w{0,2}|بايع\w{0,2}|تابعون|مرتبطون) (?:(?:في|الي|من|ل) ?|ب)?(?:ال)?[\"']?$"
            r"|\b(?:attackers?|gunm[ae]n|assailants?|perpetrators?|bombers?|militants|suspects?) "
            r"(?:(?:was|were|are|is|had|have|been|be|both|all|likely|probably|believed|thought|"
            r"suspected|to) ){1,5}(?:members? of|from|linked to|belonging to|"
            r"affiliated with|loyal to|fighters of) (?:the )?[\"']?$"
            r"|\b(?:attackers?|gunm[ae]n|assailants?|perpetrators?|bombers?|militants|suspects?|"
            r"he|she|they|both) "
            r"(?:belonged to|had (?:pledged|sworn) (?:allegiance|loyalty) to|was a member of|"
            r"were members of) (?:the )?[\"']?$"
            r"|\b(?:ارتباط|انتما[ءي]|صلت|مبايعت|ولا[ءي]|انتساب)(?:ه|ها|هم|هما) "
            r"(?:الي |ل|لل|ب)(?:ال)?[\"']?$"
        ),
        None,
    ),
    Phrase(  # "officials ascribed it to"
        "blame",
        Pattern(
            r"\b[وف]?(?:ت|ي)?(?:نسب|عزا|عزت|نسبت|نسبوا|عزوا|عزو)\w{0,3} [^.؛\n]{0,60}?"
            r"\b(?:الي|ل)(?: تنظيم| حركه)? ?(?:ال)?[\"']?$"
            r"|\b(?:ascribed|attributed|pinned) (?:\w+ ){1,4}(?:to|on) (?:the )?$"
        ),
        None,
    ),
    Phrase(  # "men of the group laid the mine"
        "blame",
        Pattern(r"\b(?:عناصر|مسلحين|مقاتلين|افرادا?|مجموعه) (?:من|ينتمون الي) (?:ال)?[\"']?$"),
        Pattern(r"[\"']? (?:هم (?:من|الذين) )?(?!قال|ذكر|اعلن|كان)\w{3,}وا\b"),
    ),
    Phrase(  # "a group calling itself X said it had done it"
        "claim",
        Pattern(
            r"\b(?:جماعه|مجموعه|فصيل|تشكيل|حركه|خليه|تنظيم) (?:\w+ ){0,2}?(?:(?:ت|ي)?سمي|سمت|سمي|"
            r"تطلق علي|يطلق علي|اطلقت علي) نفسه?ا?(?: اسم)? ?[\"'(]?$"
        ),
        Pattern(
            r"[\"')]?[ ،][^.؛\n]{0,60}?(?:\bانها\b|\bانه\b|جاء في|قالت في|قال في|مسووليت|مقاتلي)"
        ),
    ),
    Phrase(  # "the Houthis issued a statement in which they said"
        "deed",
        Pattern(r"\b[وف]?(?:وزع|نشر|اصدر|بث|عمم)(?:ت|وا)? (?:ال)?[\"']?$"),
        Pattern(
            r"[^.؛\n]{0,25} (?:بيانا|شريطا|مقطعا|تسجيلا)[^.؛\n]{0,60}?"
            r"(?:قال|زعم|اعلن|ذكر|اكد)(?:ت|وا)? فيه"
        ),
    ),
    Phrase(  # "the coalition admitted that its strikes killed"
        "deed",
        Pattern(
            r"\b[وف]?(?:اعلن|قال|اكد|ذكر|افاد|اقر|اعترف|زعم|اضاف|اوضح)(?:ت|وا)? "
            r"(?:متحدث باسم )?(?:ال)?[\"']?$"
        ),
        Pattern(
            r"[\"']?[^.؛\n]{0,60}?\bب?ان (?:احد[يا]? |واحده من )?(?:غارات?|غارت|ضربات?|ضربت|قصف|"
            r"هجمات?|هجوم|صواريخ|صاروخ|قذايف|كماين|كمين|تفجير)(?:ه|ها|هم|يها|يه)\b"
        ),
        ARMED,
    ),
    Phrase(  # "the group's military spokesman X announced an operation that hit"
        "deed",
        Pattern(
            r"\b[وف]?(?:اعلن|كشف|اكد|تبني|زعم)(?:ت)? (?:\w+،? ){0,4}?(?:ال)?(?:متحدث|ناطق)"
            r"(?: \w+){0,2}? باسم (?:(?:جماعه|حركه|تنظيم|ميليشيا\w?|مليشيا\w?) )?(?:ال)?[\"']?$"
        ),
        Pattern(
            r"[\"']?(?:،? [^.؛،\n]{1,40}?){0,2}،? (?:عن )?(?:تنفيذ|شن|قصف|استهداف|"
            r"(?<!وقف )اطلاق|مهاجمه|ضرب|تفجير|اغراق|اسقاط|تدمير|اعطاب|احراق|قنص|"
            r"ان (?:قوات|مقاتلي|مجاهدي)\w* (?:قصف|استهدف|نفذ|اطلق|هاجم)\w*)\b"
        ),
    ),
    Phrase(  # "the coalition announced the death of eighty rebels in raids"
        "deed",
        Pattern(r"\b[وف]?(?:اعلن|اكد|كشف)(?:ت)? (?:ال)?[\"']?$"),
        Pattern(
            r"[^.؛\n]{0,30}? (?:عن )?[\"']?(?:مقتل|تحييد|القضاء علي|تصفيه|قتل)[\"']? "
            r"[^.؛\n]{0,30}?(?:مسلح|حوثي|ارهابي|تكفيري|عنصر|عناصر|قيادي|مقاتل|متطرف|متمرد)\w*"
            r"(?! من (?:قوات|افراد|جنود|الجيش|الشرطه))\b[^.؛\n]{0,70}? "
            r"(?:في|خلال|جراء|اثر|عبر)? ?ب?(?:ال)?(?:غار|ضرب|قصف|عمليه|عمليات|كمين|استهداف)"
        ),
        frozenset({"MIL"}),
    ),
    Phrase("claim", CLAIMED_BY, None),  # "in an attack claimed by the rebels"
    Phrase(  # "held the rebels responsible"
        "blame",
        Pattern(r"\b(?:held|holds?|holding) (?:the )?$"),
        Pattern(
            r"[\"']? (?:\w+ ){0,3}?(?:responsible|accountable|to blame)\b(?! for the (?:safety|li))"
        ),
        ARMED,
    ),
    Phrase(  # "laid the blame on the rebels"
        "blame",
        Pattern(
            r"\b(?:blam\w*|accusation|suspicion)(?: \w+){0,4}? (?:squarely )?(?:on|at|upon) "
            r"(?:the )?$"
            r"|\b(?:finger|fingers) (?:of blame )?(?:\w+ )?(?:at|to) (?:the )?$"
        ),
        None,
        ARMED,
    ),
    Phrase(  # "the rebels, whom residents blame", "the group is accused of"
        "blame",
        None,
        Pattern(
            r"[\"']?,? (?:whom|which|who|that) (?:\w+ ){1,4}?(?:blame|blamed|accuse|accused|"
            r"suspect|"
            r"suspected|hold responsible|held responsible)\b"
            r"|[\"']?،? (?:الذي|التي|الذين) (?:[تي]تهم|اتهمت?|[تي]حمل|حملت?|[تي]شتبه|نسبت?)"
            r"(?:ه|ها|هم)\b"
        ),
        ARMED,
    ),
    Phrase(  # "a mine that the militia had laid", "had a hand in it"
        "blame",
        None,
        Pattern(
            r"[\"']? (?:(?:هم|هي|هو) (?:من|الذين|التي|الذي) )?(?:قد )?"
            r"(?:زرع|نصب|فخخ|اطلق|نفذ|القي|دبر)(?:وه|وها|وهما|ته|تها|تهما|ه|ها|هما)\b"
            r"| (?:militants |fighters |rebels )?(?:had a hand in|(?:was|were|is|are) to blame)\b"
        ),
        ARMED,
    ),
    Phrase(  # "Boko Haram is suspected"
        "suspect",
        None,
        Pattern(
            r"(?:'s (?:\w+ )?(?:branch|affiliate|arm|wing))?"
            r"(?: militants| fighters| insurgents| rebels|,[^.,;\n]{3,60},)? "
            r"(?:is|are|was|were) (?:\w+ )?"
            r"(?:suspected(?= *(?:[.,;\n]|of (?:being|carrying|firing|planting|staging|having|the))"
            r")|(?:believed|thought) to (?:be behind|be responsible|"
            r"have (?:carried|fired|planted|launched|staged)))"
        ),
        ARMED,
    ),
    Phrase(  # "called it a cowardly act of the militia"
        "blame",
        Pattern(
            r"\b[وف]?(?:[تي]?صف|وصف|اعتبر|سمي|عد)(?:ت|وا|وه|ه|ها)? [^.؛\n]{0,70}?"
            r"(?:عملا?|فعلا?|جريمه|هجوما?|اعتداء|مجزره|عدوانا?|تصعيدا?)(?: \w+){0,3}? "
            r"(?:من(?: قبل| جانب)?|[تا]?(?:رتكبت?|قترفت?|نفذت?)(?:ها|ه)) (?:ال)?[\"']?$"
            r"|\b(?:called|described|condemned|denounced|branded|termed) [^.;\n]{0,60}?"
            r"\b(?:act|crime|attack|escalation|aggression|massacre|assault|outrage|terrorism) "
            r"(?:\w+ ){0,2}?by (?:the )?$"
        ),
        None,
        ARMED,
    ),
    Phrase(  # "Turkish artillery is the source of the fire"
        "blame",
        None,
        Pattern(
            r"\W? (?:هي|هو|هم) (?:مصدر (?:ال)?(?:نيران|قصف|قذايف|صواريخ|اطلاق)|"
            r"من (?:اطلق|نفذ|قصف|شن|استهدف|فجر|زرع)\w*|"
            r"(?:التي|الذي|الذين) (?:اطلق|نفذ|قصف|شن|استهدف)\w*|المسوول\w*)"
        ),
        ARMED,
    ),
    *FRAMES,
)


_FROM: Final = Pattern(
    r"(?:خرج|نطلق|طلق|قادم|قدم|جاء)\w{0,4} (?:(?!علي |صوب |نحو |باتجاه )\w+ ){0,5}?"
    r"من (?:داخل |احد |احدي )?$"
)
"""Before somebody's positions: what was fired came from them."""
_ITS_NATION: Final = Pattern(
    r"\b(?:drones?|aircraft|jets?|(?:war)?planes?|helicopters?|strikes?|shelling|shells?|missiles?|"
    r"rockets?|raids?|it|they|artillery) (?:was|were|had been|is|are|to be) "
    r"(?:probably |likely |almost certainly |apparently |undoubtedly )?$"
    r"|\bال(?:طاير\w+|مسير\w+|مقاتل\w+|صواريخ|صاروخ|قذايف|قصف|غار\w+|ضرب\w+) "
    r"(?:(?:كانت?|هي|علي الارجح|علي الاغلب|علي ما يبدو|ربما) )+$"
    r"|\b[لب]?(?:ال)?(?:طاير|مسير|مقاتل|مروحي|صاروخ|صواريخ|قذايف|قوات)\w*(?: \w+){0,4}? "
    r"(?:يعتقد|يرجح|يشتبه|يظن|يحتمل|رجح) (?:ب|في )?(?:انها|انه|ان تكون) (?:كانت )?$"
)
"""Before a bare nationality: whose aircraft or shells somebody says they were."""
_THE_AIRCRAFT: Final = Pattern(
    r"(?:ال)(?:طاير\w+|مسير\w+|مقاتل\w+|صواريخ|قصف|غار\w+|ضرب\w+|قذايف) "
    r"(?:المسير\w* |الحربي\w* |المروحي\w* )?(?!ال)"
)
"""A definite noun and its nationality without an article: "the drone is Turkish"."""
_FLIES_OR_FIRES = frozenset({"aircraft", "weapon", "act"})


def _told_whose(reading: Reading, mention: ActorMention, start: int) -> bool:
    """Whether somebody says of what nation the aircraft or the shells were."""
    text = reading.text.folded.text
    if mention.head in _FLIES_OR_FIRES:
        return _THE_AIRCRAFT.match(text, mention.start, mention.end) is not None
    if mention.head is not None:
        return False
    return (
        _ITS_NATION.search(text, max(start, mention.start - _BEFORE_REACH), mention.start)
        is not None
    )


def phrased(reading: Reading, mentions: tuple[ActorMention, ...]) -> list[Claim]:
    """The claims and the blame of an article that stand as phrases around a group's name."""
    text = reading.text.folded.text
    found: list[Claim] = []
    for mention in mentions:
        if mention.kind in ("outlet", "generic"):
            continue
        sentence = reading.sentence_at(mention.start)
        span = reading.sentences[sentence]
        if mention.kind == "demonym" and _told_whose(reading, mention, span.start):
            found.append(Claim(sentence, "nation", mention))
        first = max(span.start, mention.start - _BEFORE_REACH)
        last = min(span.end, mention.end + _AFTER_REACH)
        found += [
            Claim(sentence, phrase.kind, mention)
            for phrase in _PHRASES
            if mention.sector in phrase.sectors
            and (phrase.before is None or phrase.before.search(text, first, mention.start))
            and (phrase.after is None or phrase.after.match(text, mention.end, last))
        ]
        if mention.head == "facility" and _FROM.search(text, first, mention.start):
            found.append(Claim(sentence, "blame", mention))
        if mention.sector in GROUP_SECTORS:
            found += _in_its_statement(reading, mention)
    return found


_STATED: Final = Pattern(
    r"(?:'s \w+)?(?: (?:group|movement|militants?))?(?: has| had| later)? "
    r"(?:issued|released|published|posted|circulated|put out) (?:a|an) (?:\w+ ){0,2}"
    r"(?:statement|communique|claim|message|video|bulletin)"
)
_IT_SAID: Final = Pattern(r"[,\"] (?:it|the (?:statement|group|communique|bulletin)) said\b")
_AMAQ: Final = Pattern(r"\b(?:اعماق|amaq)\b[^.؛\n]{0,60}$")
_AMAQ_OF = "isis"


def _in_its_statement(reading: Reading, mention: ActorMention) -> list[Claim]:
    """A group's statement that tells the attack: its agency's, or ", it said," in what follows."""
    text = reading.text.folded.text
    sentence = reading.sentence_at(mention.start)
    start = reading.sentences[sentence].start
    if mention.side == _AMAQ_OF and _AMAQ.search(text, start, mention.start):
        return [Claim(sentence, "claim", mention)]
    following = sentence + 1
    if following >= len(reading.sentences) or _STATED.match(text, mention.end) is None:
        return []
    span = reading.sentences[following]
    attacks = any(span.start <= hit.start < span.end for hit in reading.attacks)
    said = attacks and _IT_SAID.search(text, span.start, span.end) is not None
    return [Claim(following, "claim", mention)] if said else []
