"""Who a state's claim, a word on the attackers or a guess at the aircraft says that it was.

Place in the flow: under `claim_phrases`, which reads these frames with its own.
"""

from typing import Final, NamedTuple

from workers.extraction.actors.values import GROUP_SECTORS
from workers.text.patterns import Pattern

ARMED: Final = GROUP_SECTORS | {"MIL"}
_STATES: Final = frozenset({"MIL", "GOV", "SPY", "COP"})


class Phrase(NamedTuple):
    """What must stand before and behind a name."""

    kind: str
    before: Pattern | None
    after: Pattern | None
    sectors: frozenset[str] = GROUP_SECTORS


_ITS_MEN = (
    r"(?:\b(?:ان|بان)) (?:(?!ه |ها )\w+ ){1,3}?(?:تابع\w{0,3} ل(?:ه|ها|هم)|"
    r"من (?:عناصر|مقاتلي|مسلحي|رجال|جنود|افراد|مجاهدي|انتحاريي|كوادر)(?:ه|ها|هم)|"
    r"(?:ينتمي|تنتمي|ينتمون|ينتميان) (?:الي|ل)(?:ه|ها|هم)) (?:\w+ ){0,3}?"
    r"(?:نفذ|هاجم|استهدف|اقتحم|فجر|شن|اطلق|زرع|نصب|قام|اغار|داهم)(?:ت|وا|ا|تا)?\b"
)
"""What a group tells of its men: "that a squad of its own carried out"."""
FRAMES: Final = (
    Phrase(
        "claim",
        Pattern(
            r"\b[وف]?(?:اعلن|قال|اكد|ذكر|افاد|اضاف|اوضح|زعم)(?:ت)? "
            r"(?:(?:متحدث|ناطق|بيان|قيادي|زعيم|قايد)\w* (?:باسم |ل|في )?)?(?:ال)?"
            r"(?:حركه |جماعه |تنظيم )?(?:ال)?[\"']?$"
        ),
        Pattern(r"[\"']?[^.؛\n]{0,60}?" + _ITS_MEN),
    ),
    Phrase(
        "claim",
        None,
        Pattern(
            r"[\"']?,? (?:قد )?(?:اعلن|قال|اكد|ذكر|افاد|زعم|تعلن|يعلن|تقول|يقول)(?:ت)?\b"
            r"[^.؛\n]{0,60}?" + _ITS_MEN
        ),
    ),
    Phrase(  # "a source in the security service said that the service stood behind it"
        "claim",
        Pattern(
            r"\b[وف]?(?:قال|افاد|ذكر|اكد|كشف|ابلغ|صرح)(?:ت)? (?:مصدر|مصادر|مسوول|ضابط)\w{0,2} "
            r"(?:\w+ )?(?:في |من |ب)(?:ال)?$"
        ),
        Pattern(
            r"[^.؛\n]{0,60}?\b(?:ان|بان) (?:ال)?(?:جهاز|وكاله|مديريه|جيش|قوات|استخبارات|مخابرات|"
            r"مسيرات|طايرات)\w* (?:\w+ ){0,2}?(?:[يت]قف (?:وراء|خلف)|نفذ\w{0,3}\b|"
            r"(?:هو|هي) (?:من|الذي|التي)|كانت? (?:وراء|خلف))"
        ),
        _STATES,
    ),
    Phrase(  # "a source in the SBU said the agency was behind it"
        "claim",
        Pattern(r"\b(?:sources?|officials?|officers?) (?:in|at|within|from) (?:the )?$"),
        Pattern(
            r"(?:'s \w+(?: \w+)?)? (?:said|told \w+|confirmed) (?:[\w.]+ ){0,3}?(?:that )?"
            r"(?:it|the (?:agency|service|military|army|unit)) (?:was behind|was responsible|"
            r"stood behind|had (?:carried out|staged|planted|organi[sz]ed)|carried out)\b"
        ),
        _STATES,
    ),
    Phrase(  # "they thought it likely that the militias had sent them"
        "suspect",
        Pattern(
            r"\b[وفي]?[تي]?رجح(?:ت|وا|ون)? (?:\w+ ){0,4}?"
            r"(?:ان تكون|ان يكون|وقوف|تورط|ضلوع) (?:ال)?[\"']?$"
        ),
        None,
        ARMED,
    ),
    Phrase(  # "the security service announced that it was responsible"
        "claim",
        Pattern(
            r"(?<!لم )(?<!لا )\b[وف]?(?:اعلنت?|[تي]علن|اكدت?|اقرت?|اعترفت?|تبنت?) (?:ال)?[\"']?$"
        ),
        Pattern(r"[\"']?(?: (?!عدم|نفي|ان|انه|تحمل|حمل|اتهم)[^.؛،\n ]+){0,6}? ب?مسووليت(?:ه|ها)\b"),
        _STATES,
    ),
    Phrase(  # headline: "Ukraine announces its responsibility for"
        "claim",
        None,
        Pattern(r"[\"']? (?:[تي]علن|اعلنت?|[تي]تبني|تبنت?) مسووليت(?:ه|ها) عن\b"),
        _STATES,
    ),
    Phrase(  # "Ukraine's security service claimed responsibility"
        "claim",
        None,
        Pattern(
            r"(?:'s (?!no)(?:[\w-]+ ){0,3}?(?:service|agency|intelligence|"
            r"military|army|forces|ministry))?"
            r" (?:(?:has|have|had|later|also|quickly) ){0,2}"
            r"(?:claim(?:ed|s)|took|takes|taken|accepted|acknowledged|admitted) "
            r"(?:responsibility|credit)\b(?! for (?:the )?(?:safety|security|protect))"
        ),
        _STATES,
    ),
    Phrase(  # "Hamas said that the attackers were its men"
        "claim",
        Pattern(
            r"\b[وف]?(?:اعلن|قال|اكد|ذكر|افاد|اضاف|اوضح|نعي)(?:ت)? "
            r"(?:(?:متحدث|ناطق|بيان|قيادي)\w* (?:باسم |ل|في )?)?(?:ال)?(?:حركه |جماعه |تنظيم )?$"
        ),
        Pattern(
            r"[\"']?[^.؛\n]{0,60}?\b(?:ال)?(?:منفذ|مهاجم|انتحاري|شهيد|مسلح)\w{0,4} "
            r"(?:\w+ ){0,2}?(?:من |احد |هم |هما |هو )*"
            r"(?:عناصر|مقاتلي|اعضاء|افراد|كوادر|مجاهدي|جنود|عضو |تابع\w* )(?:ها|ه|لها|له|فيها)\b"
        ),
    ),
    Phrase(
        "claim",
        None,
        Pattern(
            r"(?:,[^.,;\n]{3,60},)? (?:later )?(?:said|announced|confirmed) (?:on \w+ )?(?:that )?"
            r"(?:the |both |all )?(?:\w+ )?(?:attackers?|gunm[ae]n|bombers?|assailants?|shooters?|"
            r"m[ae]n|assault team|fighters|perpetrators?) (?:was|were|had been) (?:\w+ ){0,2}?"
            r"(?:its (?:own|members?|fighters?|men)|one of its|"
            r"members? of (?:its|the group|their)|from its ranks)\b"
        ),
    ),
    Phrase(  # "aircraft that are thought to belong to the regime"
        "suspect",
        Pattern(
            r"\b[لب]?(?:ال)?(?:طاير|طيران|مقاتل|مروحي|مسير|صاروخ|صواريخ|قذايف|قوات|مسلح|ملثم|عناصر)\w*"
            r"(?: \w+){0,4}? (?:يعتقد|يرجح|يشتبه|يظن|يحتمل|رجح) (?:ب|في )?"
            r"(?:انها|انهم|ان تكون|انه) "
            r"(?:كانت )?(?:تابع\w* |تتبع |من |ينتمون |تنتمي )?(?:ل|لل|الي )?(?:ال)?[\"']?$"
        ),
        None,
        ARMED | frozenset({"GOV"}),
    ),
    Phrase(  # "Israel said it carried out the strike", "confirmed its forces were behind it"
        "claim",
        None,
        Pattern(
            r"(?:'s (?:military|army|defence ministry|government|air force))? "
            r"(?:(?:has|have|had|later|also) ){0,2}"
            r"(?:said|says|confirmed|confirms|acknowledged|admitted|announced) (?:\w+day )?"
            r"(?:on \w+ )?(?:that )?(?:it|they|its (?:\w+ )?(?:forces|troops|jets|warplanes|"
            r"aircraft|drones|navy|military|army|men|fighters)) (?:(?:had|have|has) )?"
            r"(?:carried out|conducted|staged|was behind|were behind|stood behind|"
            r"(?:was|were) responsible for|launched) "
            r"(?:it|both|(?:the|this|that|these|those|\w+day's) (?:\w+ ){0,2}?"
            r"(?:attack|strike|airstrike|raid|bombing|operation|shelling|killing|assault)s?)\b"
        ),
        ARMED | _STATES,
    ),
    Phrase(  # "the Pentagon confirmed that American forces had carried it out"
        "deed",
        Pattern(
            r"\b(?:said|confirmed|confirms|acknowledged|admitted|announced) (?:\w+ ){0,2}?"
            r"(?:that )?(?:the )?$"
        ),
        Pattern(
            r" (?:had |have |has )?(?:carried (?:it|them|this|the \w+) out|"
            r"carried out (?:it|the (?:attack|strike|raid|operation|bombing)s?)|"
            r"(?:conducted|launched|made) the (?:strike|raid|attack|operation)s?)\b"
        ),
        ARMED,
    ),
)
