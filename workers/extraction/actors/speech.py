"""Who speaks and who acts: "the army said that" is no attack, "the army said it struck" is.

Place in the flow: after phrases are composed; decides the `speaker` flag of their mentions.
"""

import re
from functools import lru_cache
from typing import NamedTuple, Protocol

from workers.extraction.actors.values import Item
from workers.lexicon.actors import Spellings
from workers.lexicon.speakers import load_speakers
from workers.text.fold import folded

_VOICE_GAP = 32
"""Characters between "spokesman" and the actor: a name or rank at most. Chosen on examples."""
_ADVERB_GAP = 12
"""Characters between an actor and its verb of saying: an auxiliary. Chosen on examples."""
_DEED_WINDOW = 110
"""Characters after the verb in which the deed must begin: a time phrase and "in a statement"."""
_DESCRIBED = (
    r"(?:ال)?(?:متحالفه|مدعومه|مواليه|مقربه|محظوره|مسلحه|مرتبطه|مناهضه|شيعيه|سنيه|متمرده|متشدده|"
    r"يمنيه|"
    r"عراقيه|لبنانيه|فلسطينيه|مصنفه|مبايعه|موالي|متحالف|مرتبط|متشدد|محظور|مدعوم|حليفه?|الذراع|"
    r"الجناح)"
)
"""What may describe a group between its name and what it says of itself."""
_STOPS = re.compile(r"[.،؛:;!?\n]| (?:ان|انه|انها|انهم|بان) | that ")
_BLANK = " \"'"
_LINKS = frozenset({"", "ل", "عن", "to", "the", "a", "an"})
_AUXILIARIES = frozenset(
    {"has", "had", "also", "have", "قد", "كان", "كانت", "later", "who", "which", "الذي", "التي",
     "الذين"}
)  # fmt: skip


_BRANCH_GAP = re.compile(r" (?:in|of|for) (?:the )?\w+(?: \w+)? ")
"""A branch between its name and the verb: "Islamic State's affiliate in the Sinai said"."""
_PERSONS = frozenset({"official", "leader"})
"""Heads behind which a name may stand before the verb: "President X called it"."""


_FOR = ("باسم", "بلسان", "قياده", "وزاره", "رياسه", "بيان", "حكومه", " في", " من")
"""Ends of the words for who speaks for somebody."""


class ActorSpan(Protocol):
    """The words of a mention: indexes of its first and last item, and how it names."""

    first: int
    last: int
    kind: str


def _alternatives(spellings: Spellings) -> str:
    words = {folded(word) for word in (*spellings.ar, *spellings.en)}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _deed_pattern() -> re.Pattern[str]:
    """An own deed right after the speech: told by pronoun, noun or weapon, unless it is denied."""
    table = load_speakers()
    return re.compile(
        r"(?:\s*\([^()\n]{0,40}\))?[\s,،\":-]*"
        r"(?:(?:ال\w{2,}(?:ي|يه)\b)[\s,،]*){0,3}"
        rf"(?:(?:{_DESCRIBED})\b[^.،:؛\n]{{0,40}}?)?[\s,،\":-]*"
        r"(?:(?:في|فيه|فيها|عبر|خلال|علي|يوم|امس|اليوم|مساء|فجر|صباح|رسميا|ل\w+|ب\w+|on|in|late|"
        r"early|via"
        r"|through|within|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
        r"[^.:؛\n]{0,60}?)?[\s,،\":-]*"
        rf"\b(?:(?P<pronoun>{_alternatives(table.own_deed)})|"
        rf"(?:عن\s+)?(?P<noun>{_alternatives(table.own_act)})"
        rf"|(?P<weapon>{_alternatives(table.own_weapon)}))\b"
        r"(?:\s+(?:قد|كان|كانت|also|had|has|have))?"
        rf"(?:\s+(?P<denied>{_alternatives(table.not_deed)})\b)?"
    )


_CLAIM_NEAR = re.compile(
    r"[^.؛\n]{0,90}?(?:مسووليته|مسووليتها|مسووليتهم|المسووليه عن|claim(?:ed|ing) resp)"
)
"""A claim of responsibility in the same clause, whatever stands between. Chosen on examples."""
_ACCUSED = re.compile(
    r"[\s\"']*(?:(?:ال)?مسوولي|ب(?:ال)?(?:انها|انه|انهم|قيام|اطلاق|مسووليه|ضلوع|تورط|تفجير|اغتيال|"
    r"خطف|وقوف|تنفيذ|استهداف|قصف|شن|ارتكاب|قتل|مهاجم|خرق|انتهاك|زرع|نصب|تفخيخ|تدبير|احراق|حرق|"
    r"اقتحام|اسقاط|القاء|رمي|قنص|نسف|تدمير|اعدام|ذبح|تعمد|مواصل|تكثيف|تصعيد|تكرار|وراء))"
)
"""What follows the accused, not the accuser: "حمل التحالف مسؤولية", "اتهم الحوثيين بقصف"."""
_INVERTED = frozenset(",\"'،")
"""What stands before an inverted "said the army"; else it is "officials say the army ..."."""


def is_accused(text: str, end: int) -> bool:
    """Whether what follows an actor is what it is accused of."""
    return _ACCUSED.match(text, end) is not None


def adjacent(text: str, left: int, right: int) -> bool:
    """Whether only spaces and quotation marks lie between two positions."""
    gap = right - left
    if gap == 1:
        return text[left] in _BLANK
    return gap >= 0 and not text[left:right].strip(_BLANK)


def _speech_before(text: str, items: list[Item], first: int, last: int) -> bool:
    """Whether "said (the spokesman of)" or "according to" stands before the item."""
    at = first - 1
    right = items[first].token
    for gap_max in (_VOICE_GAP, 1):
        word = items[at].word if at >= 0 else None
        if word is None or not word.voice or word.say or word.according:
            break
        gap = text[items[at].end : right]
        if len(gap) > gap_max or _STOPS.search(gap):
            return False
        right = items[at].token
        at -= 1
    if at < 0:
        return False
    word = items[at].word
    gap = text[items[at].end : right]
    if len(gap) > _VOICE_GAP or gap.strip(_BLANK) not in _LINKS:
        return False
    if word.accuse:
        return _is_accusing(text, items, at, first)
    if word.say and word.latin and _is_told(text, items[at].token, items[last].end):
        return False
    return word.say or word.according


_DOES = re.compile(
    r"(?:'s)?(?: \w+)? (?:was|were|had|has|have|is|are|did|would|could|killed|attacked)\b"
)
"""What an actor does or is, told behind "said": then it is spoken of."""


def _is_told(text: str, said: int, end: int) -> bool:
    """Whether an actor behind an English "said" is spoken of: "officials said the rebels were"."""
    return _before(text, said) not in _INVERTED or _DOES.match(text, end) is not None


def _before(text: str, at: int) -> str:
    """The last character before a position that is no space."""
    return text[max(0, at - 4) : at].rstrip()[-1:]


def _is_accusing(text: str, items: list[Item], at: int, first: int) -> bool:
    """Whether the actor behind a verb of accusing at `at` accuses: itself or by who speaks for it.

    "A military source accused X": he does not speak for X.
    """
    if at < first - 1:
        return text.endswith(_FOR, items[first - 1].start, items[first - 1].end)
    return not items[at].word.latin and _accuses(text, items, first)


def _accuses(text: str, items: list[Item], first: int) -> bool:
    """Whether the actor after a verb of accusing is its subject: nobody stands before the verb."""
    verb = items[first - 1]
    before = items[first - 2] if first > 1 else None
    subject_first = (
        before is not None and before.word.names and adjacent(text, before.end, verb.token)
    )
    return not subject_first


def _is_accuser(items: list[Item], first: int, last: int) -> bool:
    """Whether a verb of accusing stands beside: the responsibility it tells of is another's."""
    beside = (*items[max(0, first - 2) : first], *items[last + 1 : last + 2])
    return any(item.word.accuse for item in beside)


_APPOSITION = re.compile(
    r"[\"']?[,،] (?:a|an|the|which|who|known|tied|linked|allied|loyal|backed|one of|"
    r"[\w-]+'s|[\w-]+s'|formerly|part of|also known|فرع|ذراع|الجناح|"
    r"وهي|وهو|وهم|التي|الذي|الذين|المحسوب\w*|المرتبط\w*|المقرب\w*|المدعوم\w*|الموالي\w*|المصنف\w*) "
    r"[^.؛;:,،\n]{2,80}[,،] (?:(?:has|had|have|also|later|قد) )?"
)
"""What may describe a group between commas before its verb: "X, a label of several factions, "
"said"."""
_APPOSITION_ITEMS = 6
"""Actor words that such a description may hold."""


def _said_past_apposition(text: str, items: list[Item], last: int) -> int | None:
    """The end of the verb of saying behind a description between commas, None without one."""
    end = items[last].end
    if text[end : end + 2].strip("\"' ")[:1] not in (",", "،"):
        return None
    for at in range(last + 1, min(len(items), last + 1 + _APPOSITION_ITEMS)):
        word = items[at].word
        if word.say and not items[at].clitic:
            told = _APPOSITION.fullmatch(text, end, items[at].token)
            return items[at].end if told else None
    return None


def _speech_after(text: str, items: list[Item], last: int) -> int | None:
    """The end of "X said", "X spokesman ... said" after the item, None without one."""
    at = last + 1
    left = items[last].end
    if text.startswith("'s", left):
        left += 2
    voiced = (
        at < len(items)
        and items[at].word.voice
        and not (items[at].word.say or items[at].word.accuse)
        and adjacent(text, left, items[at].token)
    )
    if voiced:
        left = items[at].end
        at += 1
    noun = items[last].word.noun
    voiced = voiced or (noun is not None and noun.head in _PERSONS and items[last].word.latin)
    if at >= len(items) or not (items[at].word.say or items[at].word.accuse) or items[at].clitic:
        return None  # with a clitic, "... and threatened", it opens a new clause
    gap = text[left : items[at].token]
    near = len(gap) <= (_VOICE_GAP if voiced else _ADVERB_GAP) and not _STOPS.search(gap)
    spoken = near and (voiced or gap.strip() in _AUXILIARIES)
    placed = not spoken and _BRANCH_GAP.fullmatch(gap) is not None
    return items[at].end if spoken or placed or not gap.strip(_BLANK) else None


def may_speak(text: str, items: list[Item], first: int, last: int) -> bool:
    """Whether a word of saying or a colon stands beside: the quick test before `is_speaker`."""
    if first and items[first - 1].word.speech:
        return True
    if last + 1 < len(items) and items[last + 1].word.speech:
        return True
    end = items[last].end
    return any(mark in text[end : end + 2] for mark in ":,،")


class Speech(NamedTuple):
    """Whether an actor only speaks, and where what it tells of its own doing begins, if it does."""

    only: bool
    deed: int | None = None


SILENT = Speech(only=False)
"""Of who says nothing."""


def _colon_behind(text: str, end: int) -> bool:
    """Whether a colon follows: of a country it opens a headline ("Syria: rockets hit a base")."""
    return text[end : end + 1] == ":" or text[end : end + 2] == " :"


def _said_at(text: str, items: list[Item], mention: ActorSpan, *, of_state: bool) -> int | None:
    """Where what a mention says begins, None where it says nothing."""
    end = items[mention.last].end
    said = _speech_after(text, items, mention.last)
    if said is None and not of_state:
        said = _said_past_apposition(text, items, mention.last)
    if said is not None:
        return said
    if _colon_behind(text, end):
        return end + 1
    is_told = _speech_before(text, items, mention.first, mention.last) and not is_accused(text, end)
    return end if is_told else None


_DENYING = re.compile(r"(?:^|\W)[وف]?(?:نفي|نفت|نفوا|تنفي|ينفي|انكرت?|denie[ds])\W*$")
_DENYING_REACH = 9


def _denies(text: str, start: int, end: int, said: int) -> bool:
    """Whether the verb beside an actor that speaks denies: what follows is no deed of its own."""
    before = text[max(0, start - _DENYING_REACH) : start]
    return _DENYING.search(before) is not None or _DENYING.search(text[end:said]) is not None


_KILLED_FOES = re.compile(
    r"[\s\"':،]*(?:(?:في بيان|اليوم|امس|عن|ان)\s*,?\s*){0,2}"
    r"(?P<deed>مقتل|تصفيه|القضاء علي|قتل|killing|the killing of)"
    r"(?: (?!من جنود|من عناصره|في |ب)\S+){0,4}? "
    r"(?:ال)?(?:ارهابي|مسلح|متشدد|تكفيري|داعشي|جهادي|متطرف|متمرد|militant|terrorist|insurgent|jihadist|rebel)"
)
"""Behind a state's forces that speak: their foes died, and they did it."""
_OF_NOBODY = re.compile(r"(?: \w+)?? (?:مجهول|معادي|غير معروف|مفخخه مجهول|unidentified|of unknown)")
"""Behind a weapon of which somebody speaks: it is not known whose it was."""


def speech_of(
    text: str, items: list[Item], mention: ActorSpan, next_start: int | None, *, of_state: bool
) -> Speech:
    """What a mention says of itself, if it speaks.

    `next_start` is where the next actor begins: "announced X's bombing of" gives the deed to X.
    `of_state`: an army that tells of drones tells of another's, a group of its own.
    """
    first, last = mention.first, mention.last
    end = items[last].end
    said = _said_at(text, items, mention, of_state=of_state)
    if said is None:
        return SILENT
    if _denies(text, items[first].token, end, said):
        return Speech(only=True)
    if mention.kind == "metonym" and _colon_behind(text, end):
        return Speech(only=True)
    if _CLAIM_NEAR.match(text, said):
        return Speech(only=True) if _is_accuser(items, first, last) else SILENT
    if of_state and (foes := _KILLED_FOES.match(text, said)) is not None:
        return Speech(only=False, deed=foes.start("deed"))
    voiced = _VOICED.search(text, max(0, items[first].token - _VOICE_GAP), items[first].token)
    name = _HIS_NAME.match(text, said) if voiced is not None else None
    if name is not None and _deed_pattern().match(text, said, said + _DEED_WINDOW) is None:
        said = name.end()
    return _own_deed(text, said, next_start, of_state=of_state)


_VOICED = re.compile(r"(?:متحدث|ناطق)\b[^.،\n]*$")
_HIS_NAME = re.compile(
    r"[\s،]*(?:(?:ال)?(?:عميد|عقيد|لواء|مقدم|رايد|دكتور) )?"
    r"(?!في |ان |انه|عن |على |علي |مساء |صباح |فجر |يوم |امس|اليوم|استهداف|قصف|تنفيذ|اطلاق)"
    r"[^\s.،؛:\d]{3,} (?!ان |انه|عن )[^\s.،؛:\d]{3,}(?=[\s،])"
)
"""Behind a spokesman's group: his own name ("the Houthis' spokesman Yahya Saree")."""


def _own_deed(text: str, said: int, next_start: int | None, *, of_state: bool) -> Speech:
    """What somebody that speaks tells of its own doing behind the word of saying."""
    deed = _deed_pattern().match(text, said, said + _DEED_WINDOW)
    if deed is None or deed["denied"] is not None:
        return Speech(only=True)
    if deed["weapon"] is not None:
        of_another = next_start is not None and next_start <= deed.end("weapon") + 1
        of_another = of_another or _OF_NOBODY.match(text, deed.end("weapon")) is not None
        if of_state or of_another:
            return Speech(only=True)
        return Speech(only=False, deed=deed.start("weapon"))
    if deed["noun"] is None:
        return Speech(only=False, deed=deed.start("pronoun"))
    if next_start is not None and adjacent(text, deed.end("noun"), next_start):
        return Speech(only=True)
    return Speech(only=False, deed=deed.start("noun"))
