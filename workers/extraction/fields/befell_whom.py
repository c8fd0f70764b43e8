"""Who is attacked though he stands where attackers stand: in a crowd, before "came under".

Place in the flow: under `parties`. "In a crowd that held members of X", "an attack that X came
under", "the man killed is believed to be a leader of X"; and who only has opponents ("anti-X").
"""

from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.text.patterns import Pattern

_IN_CROWD: Final = Pattern(
    r"\b(?:ال)?(?:تجمع|حشد|اجتماع|موكب|قافل|حفل|مظاهر|مسير|تظاهر|جناز|طابور|رتل|حافل|دوري)\w{0,3}"
    r"(?: [^ .،؛\n]+){0,3}? (?:كان\w{0,2} )?"
    r"(?:[يت]ضم|ضمت?|[يت]قل|[يت]حمل|[يت]حضره|حضره|[يت]شارك فيه\w?|شارك فيه\w?) "
    r"(?:[^ .؛\n]+ ){0,5}?و?(?:من |في |ل|لل)?(?:ال)?[\"']?$"
    r"|\b(?:crowd|gathering|rally|convoy|bus|procession|queue|meeting|patrol)\b[^.,;\n]{0,20}? "
    r"(?:including|that included|which included|carrying|that held|of) (?:\w+ ){0,4}(?:the )?$"
)
_IN_CROWD_REACH = 90
_CAME_UNDER: Final = Pattern(
    r"\b(?:تعرضت?|[يت]تعرض|تعرضوا|وقعت?|سقطت?) (?:له|لها|لهما|لهم|فيه|فيها) "
    r"(?:(?:مواقع|قاعده|دوريه|عناصر|جنود|مقاتلو) (?:من |ل)?)?(?:ال|لل)?[\"']?$"
)
_CAME_UNDER_REACH = 44
_LEADS: Final = Pattern(
    r"\b(?:[يت]كون|[بل]?انه|هو|المستهدف\w{0,2}|القتيل|الهدف|كان) (?:هو |كان )?"
    r"(?:زعيم|قايدا?|قياديا?|اميرا?|مسوولا?|عضوا?|رييسا?|خبيرا?)\w{0,2} (?:[^ .،؛\n]+ ){0,2}?"
    r"(?:في |ب|ل|لل)?(?:(?:حركه|تنظيم|جماعه|حزب) )?(?:ال)?[\"']?$"
    r"|\b(?:to be|(?:is|was)) (?:an? |the )?(?:\w+ ){0,3}?"
    r"(?:leader|head|chief|commander|member|official|operative|emir)s? (?:of|in|from|with|for) "
    r"(?:the )?$"
)
_IS_HE: Final = Pattern(
    r"\b(?:[يت]كون|[بل]?انه|هو|المستهدف\w{0,2}|القتيل|الهدف|كان) (?:هو |كان )?(?:ال)?$"
    r"|\b(?:to be|(?:is|was)) (?:an? |the )?(?:\w+ )?$"
)
"""The same before an actor that begins with its leader's title."""
_TITLED = frozenset({"leader", "official"})
_LEADS_REACH = 70
_ATTACKER: Final = Pattern(
    r"مهاجم|منفذ|انتحاري|مسلح|سايق|طاعن|مطلق|مشتبه|معتقل|attacker|bomber|gunm[ae]n|suspect|driver|"
    r"assailant|shooter|arrested|detained"
)
_FROM_AFAR: Final = Pattern(
    r"غار|ضرب|قصف|مسير|طاير|صاروخ|strike|raid|drone|airstrike|warplane|missile"
)
_OPPOSED: Final = Pattern(
    r"\b(?:ال)?(?:مناهض|معارض|معادي|معاديا|مناوي|مناوء)\w{0,3} ل(?:ل)?"
    r"(?:(?:حركه|تنظيم|جماعه|حزب|قوات|حكم) )?(?:ال)?[\"']?$"
    r"|\b(?:opposed|hostile) to (?:the )?$|\banti-$"
)
_OPPOSED_REACH = 34


def befell_him(start: int, actor: ActorMention, text: str) -> bool:
    """Whether the words before an actor tell that the attack befell it.

    `start`: where its clause or sentence begins.
    """
    return (
        _before(_IN_CROWD, _IN_CROWD_REACH, start, actor, text)
        or _before(_CAME_UNDER, _CAME_UNDER_REACH, start, actor, text)
        or _is_led_by_target(start, actor, text)
    )


def has_opponents(start: int, actor: ActorMention, text: str) -> bool:
    """Whether an actor is named only for those who oppose it ("anti-Taliban party")."""
    return _before(_OPPOSED, _OPPOSED_REACH, start, actor, text)


def _is_led_by_target(start: int, actor: ActorMention, text: str) -> bool:
    """Whether a man struck from afar is told to be a leader or member of the actor."""
    told = _IS_HE if actor.head in _TITLED else _LEADS
    if actor.kind != "actor" or not _before(told, _LEADS_REACH, start, actor, text):
        return False
    span = text, start, actor.start
    return _FROM_AFAR.search(*span) is not None and _ATTACKER.search(*span) is None


def _before(pattern: Pattern, reach: int, start: int, actor: ActorMention, text: str) -> bool:
    first = max(start, actor.start - reach)
    return pattern.search_cut(text, first, actor.start) is not None
