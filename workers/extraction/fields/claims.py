"""Who says that it did it, who is blamed, who is suspected: read from whole sentences.

Place in the flow: beside `arguments`, once an article; its drafts take those that speak of them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.actors.speech import is_accused
from workers.extraction.actors.values import GROUP_SECTORS
from workers.extraction.fields.befell_whom import befell_him, has_opponents
from workers.extraction.fields.claim_phrases import Claim, phrased
from workers.extraction.fields.party_forms import are_joined
from workers.extraction.reading import Reading
from workers.extraction.triggers import Hit
from workers.text.patterns import Pattern

_REACH = 70
"""Characters between a word of claiming and the claimant: a title, a day, a full name."""
_ARMY_REACH = 4
_SUSPECT_REACH = 30
_DEED_REACH = 60
"""Characters from where an actor begins to tell of its own doing to the deed itself."""
_RESPONSIBLE_REACH = 130
_RESPONSIBLE: Final = Pattern(
    r"\bم(?<!تحمل م)(?<!يحمل م)(?<!حمل م)(?<!حملت م)(?<!عدم م)(?<!نفي م)(?<!نفت م)"
    r"سووليت(?:ه|ها|هم|هما)\b|\bالمسووليه عن\b"
    r"|\bوقوف(?:ه|ها|هم|هما) (?:وراء|خلف)"
    r"|\bclaim(?:ed|s|ing)\b(?! that| to have| lives)[^.,;\n]{0,40}?"
    r"\b(?:attacks?|strikes?|bombings?|raids?|shootings?|blasts?|operations?|killings?|ambush)\b"
)
_BEHIND: Final = Pattern(
    r"(?:\S+ ){0,8}?(?:وراء|خلف|المسوول\w{0,2}|behind|responsible|(?:done|did) (?:it|this|so)|"
    r"(?:carried|carries) (?:it|this|them|both|the \w+) out|carried out (?:it|this|the \w+)|"
    r"(?:نفذ|استهدف|هاجم|قصف|اصاب|ضرب|اغرق|فجر|دمر|قتل)(?:و|ت)?(?:ها|ه|هم|هما)|"
    r"(?:زرع|نصب|فجر|اوقع|كمن|اقتحم)(?:ت|وا|نا)?|"
    r"(?:داخل|في) ال(?:فندق|مبني|مجمع|مقر|قاعده|معسكر)|"
    r"(?:are|were) (?:still )?inside|"
    r"(?:had |have )?(?:seized|captured|taken over|overrun) (?:it|control|"
    r"the (?:\w+ )?(?:base|camp|town|village|post|city|barracks|district|outpost))|"
    r"(?:اصاب|حقق)(?:ت|وا|نا)? (?:ال)?(?:اهداف|هدف)\w*|"
    r"(?:had |have )?(?:planted|overrun|overran|ambushed|detonated|set off|blown up|stormed|"
    r"laid|carried out)|(?:the )?bombers? (?:was|were) (?:its|their))\b"
)
_UNCLAIMED: Final = Pattern(
    r"\bno (?:\w+ ){0,2}(?:group|faction|organi[sz]ation|party|side)s? (?:has |have |had )?"
    r"(?:yet |so far |immediately )?(?:claimed|admitted|taken)"
    r"|\bو?لم (?:يتبن|تتبن|يعلن|تعلن|(?:تصدر|يصدر) عن(?![^.؛\n]{0,40} (?:حصيل|احصا|توضيح)))"
)
_SIGN: Final = Pattern(
    r"(?:بصمات|سمات|اسلوب|اصابع الاتهام(?: ?،[^.؛\n]{3,60}?،)? (?:\w+ )?الي|"
    r"(?:نمط|اسلوب|طريقه|بصمه)\w* (?:\w+ ){0,3}?[يت](?:حيل|شير|وحي|ذكر) (?:الي|ب)|"
    r"تشير (?:\w+ ){0,3}الي (?:تورط|ضلوع|مسووليه|وقوف)|"
    r"(?:findings|evidence|signs|clues|indications|investigat\w+) (?:\w+ ){0,2}"
    r"point(?:s|ed|ing)? to|"
    r"the work of|hallmarks? of|suspicion (?:has )?f[ae]ll(?:en|s)? on)"
    r" (?:\w+ )?(?:ال)?\W?$"
)
_STANDS_BEHIND: Final = Pattern(
    r"\W? (?:(?:هي|هو|هم) )?(?:من )?(?:تقف |يقف |كانت? )?(?:وراء|خلف)|"
    r"[^.؛\n]{0,45}? (?:ربما |قد )?(?:كانوا |كانت? |تقف |يقف |يقفون )(?:وراء|خلف) "
    r"ال(?:هجوم|هجمات|قصف|تفجير|عمليه)|"
    r"\W? (?:was|were|is|stood|stands) behind"
)
_ARMY_BEHIND: Final = Pattern(
    r"\W? (?:هي |هو |هم )?(?:من )?(?:كانت? )?[يت]قف(?:ون)? (?:وراء|خلف) "
    r"(?:هذا |هذه )?ال(?:هجوم|هجمات|قصف|تفجير|عمليه|غار|ضرب|اعتداء|استهداف)"
    r"|\W? (?:was|were|is|stood|stands) behind (?:the|that|this|those|these|both) (?:\w+ )??"
    r"(?:attacks?|strikes?|bombings?|raids?|blasts?|shelling|killings?|ambush|rockets?)\b"
)
"""Of an army, which may also stand behind lines or a politician, the deed is asked for."""
_DENIES: Final = Pattern(r"\b(?:نفي|نفت|تنفي|ينفي|denie[sd]|denying)\b")
_DENIED: Final = Pattern(
    r"\b[وف]?(?:نفي|نفت|نفوا|تنفي|ينفي|ينفون|نافي\w?|انكرت?|ينكر|تنكر|denie[sd]|deny|denying|"
    r"rejected|rejects|did not|has not|have not)\b[^.،؛,;\n]{0,70}$"
)
"""Who claims in such a clause does not."""
_BURDENED: Final = Pattern(
    r"\b[وف]?(?:[تي]?حمل(?:ت|وا|ون)?|تحميل|محملا|محمله|محملين)\b[^.؛\n]{0,120}$"
)
"""Behind these the responsibility is laid on another, not taken."""
_ANSWERS: Final = Pattern(
    r"\b(?:[وف]?(?:نف(?:ي|ت|وا)|[يت]نفي)|rejected|den(?:ied|ies|ying)) (?:[^ .؛\n]+ ){0,9}?"
    r"(?:مسوولي\w*|ذلك|تورط\w*|صلت\w*|علاقت\w*|الاتهام\w*|responsibility|involvement|it|this|that|"
    r"the (?:charge|accusation|claim)s?)[^.؛\n]{0,20}$"
)
"""Before an accusation by the accused: "the group denied it and blamed the army"."""
_CLAUSE_REACH = 140
_USUALLY: Final = Pattern(
    r"\b(?:عاده|غالبا ما|دايما|usually|often|regularly|routinely|frequently)\b"
)
_PASSIVE_BEFORE = re.compile(r"\b(?:been|was|were|is|are|being)\s+$")


def claims_of(reading: Reading, mentions: tuple[ActorMention, ...]) -> list[Claim]:
    """Every claim, accusation and suspicion of an article, by the words that say it."""
    text = reading.text.folded.text
    told = [m for m in mentions if _may_be_named(m)]
    unclaimed = _unclaimed(reading)
    found = [
        *_own_deeds(reading, told),
        *_responsible(reading, told, unclaimed),
        *_signed(reading, told),
        *phrased(reading, mentions),
        *_by_pronoun(reading, mentions),
    ]
    named_in: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in told:
        named_in[reading.sentence_at(mention.start)].append(mention)
    for cue in reading.cues:
        kind = cue.entry.cue
        if kind not in _READERS:
            continue
        sentence = reading.sentence_at(cue.start)
        if kind == "claim" and sentence in unclaimed:
            continue
        span = reading.sentences[sentence]
        if _USUALLY.search(text, span.start, span.end):
            continue
        if kind == "claim" and _takes_none(text, span.start, cue.start):
            continue
        if kind == "blame" and _ANSWERS.search(text, span.start, cue.start):
            continue
        named = _READERS[kind](text, cue, named_in[sentence])
        if named is None and kind == "claim" and cue.start - span.start <= 1:
            named = _last_group(named_in[sentence - 1])
        if named is not None:
            found.append(Claim(sentence, kind, named))
    found += [one for claim in found if claim.kind == "claim" for one in _beside(claim, told, text)]
    return [claim for claim in found if not (_is_where(claim, text) or _befell(reading, claim))]


def _is_where(claim: Claim, text: str) -> bool:
    """Whether a country is only where the claimant is ("a group in Mali claims")."""
    mention = claim.mention
    first = max(0, mention.start - _IN_REACH)
    return mention.kind == "metonym" and (
        text.startswith(_IN, mention.start) or text[first : mention.start].endswith(_IN)
    )


_IN = ("في ", "in ")
_IN_REACH = 3


def _beside(claim: Claim, told: list[ActorMention], text: str) -> list[Claim]:
    """The claims of groups that "and" joins to a claimant."""
    return [
        Claim(claim.sentence, claim.kind, other)
        for other in told
        if other.sector in GROUP_SECTORS
        and (are_joined(claim.mention, other, text) or are_joined(other, claim.mention, text))
    ]


def _befell(reading: Reading, claim: Claim) -> bool:
    """Whether the one named was attacked, or is named for those who oppose him."""
    text = reading.text.folded.text
    start = reading.sentences[reading.sentence_at(claim.mention.start)].start
    return befell_him(start, claim.mention, text) or has_opponents(start, claim.mention, text)


_IT_STRUCK: Final = Pattern(
    r"[\"'\s]*(?:it|they) (?:also |later )?(?:said|added|announced) (?:\w+ ){0,6}?(?:that )?"
    r"(?:it|they|its (?:fighters|forces|men)|their (?:fighters|men)) (?:had |have |also )*"
    r"(?:fired|launched|attacked|targeted|struck|hit|carried out|detonated|bombed|killed|shelled|"
    r"ambushed|destroyed|stormed|planted)\b"
    r"|[\"'\s]*[وف]?(?:قال|اضاف|اكد|اعلن|اوضح|ذكر|زعم)(?:ت|وا)? (?:في بيان \w* ?)?"
    r"(?:انها|انه|انهم|ان (?:مقاتلي|عناصر|قوات)(?:ها|ه|هم)) (?:قد )?"
    r"(?:قصف|استهدف|هاجم|نفذ|اطلق|دمر|فجر|قتل|ضرب|شن|اوقع|اغتال)(?:ت|وا)?\b"
)
"""A sentence that opens with what the group named before says that it did."""


def _by_pronoun(reading: Reading, mentions: tuple[ActorMention, ...]) -> list[Claim]:
    """The deeds of the group named last, told by pronoun alone: "It said it had fired"."""
    text = reading.text.folded.text
    found: list[Claim] = []
    last: ActorMention | None = None
    at = 0
    for index, span in enumerate(reading.sentences):
        while at < len(mentions) and mentions[at].start < span.start:
            if mentions[at].kind == "actor" and not mentions[at].modifier:
                last = mentions[at]
            at += 1
        if last is None or last.sector not in GROUP_SECTORS:
            continue
        if reading.sentence_at(last.start) == index - 1 and _IT_STRUCK.match(text, span.start):
            found.append(Claim(index, "deed", last))
    return found


def _may_be_named(mention: ActorMention) -> bool:
    return (
        not mention.modifier
        and not mention.locative
        and mention.kind not in ("outlet", "generic")
        and mention.head not in ("facility", "civil")
    )


def _unclaimed(reading: Reading) -> set[int]:
    """The sentences that say that nobody claimed it."""
    text = reading.text.folded.text
    at = [cue.start for cue in reading.cues if cue.entry.cue == "no_claim"]
    at += [match.start() for match in _UNCLAIMED.finditer(text, 0, len(text))]
    return {reading.sentence_at(start) for start in at}


def _takes_none(text: str, start: int, at: int) -> bool:
    """Whether the words before a claim in its sentence deny it or lay it on another."""
    first = max(start, at - _CLAUSE_REACH)
    return (
        _DENIED.search(text, first, at) is not None or _BURDENED.search(text, first, at) is not None
    )


def _last_group(before: list[ActorMention]) -> ActorMention | None:
    """The group named last in the sentence before a claim that opens without a subject."""
    groups = [m for m in before if m.sector in GROUP_SECTORS]
    return groups[-1] if groups else None


def _own_deeds(reading: Reading, told: list[ActorMention]) -> list[Claim]:
    """Which group says that it struck, fired, was behind it; of armies the frames tell."""
    found: list[Claim] = []
    starts = [hit.start for hit in reading.attacks]
    for mention in told:
        if mention.deed is None or mention.sector not in GROUP_SECTORS:
            continue
        at = bisect_left(starts, mention.deed)
        attacks = at < len(starts) and starts[at] - mention.deed <= _DEED_REACH
        behind = _BEHIND.match(reading.text.folded.text, mention.deed, mention.deed + _DEED_REACH)
        if attacks or behind:
            kind = "claim" if behind else "deed"
            found.append(Claim(reading.sentence_at(mention.start), kind, mention))
    return found


def _responsible(reading: Reading, told: list[ActorMention], unclaimed: set[int]) -> list[Claim]:
    """Which group announced that the attack was its own (أعلنت ... مسؤوليتها)."""
    found: list[Claim] = []
    text = reading.text.folded.text
    starts = [mention.start for mention in told]
    for match in _RESPONSIBLE.finditer(text, 0, len(text)):
        sentence = reading.sentence_at(match.start())
        if sentence in unclaimed:
            continue
        start = reading.sentences[sentence].start
        if _takes_none(text, start, match.start()):
            continue
        first = max(start, match.start() - _RESPONSIBLE_REACH)
        before = told[bisect_left(starts, first) : bisect_left(starts, match.start())]
        groups = [m for m in before if m.sector in GROUP_SECTORS]
        if groups:
            found.append(Claim(sentence, "claim", groups[-1]))
    return found


def _signed(reading: Reading, told: list[ActorMention]) -> list[Claim]:
    """Whose hand it shows: "bears the hallmarks of", "is thought to stand behind it"."""
    text = reading.text.folded.text
    found: list[Claim] = []
    for mention in told:
        if mention.speaker or not _stands_behind(mention, text):
            continue
        sentence = reading.sentence_at(mention.start)
        if not _DENIES.search(text, reading.sentences[sentence].start, mention.start):
            found.append(Claim(sentence, "suspect", mention))
    return found


def _stands_behind(mention: ActorMention, text: str) -> bool:
    """Whether the words around a group or an army say that it stands behind an attack."""
    if mention.sector == "MIL":
        return _ARMY_BEHIND.match(text, mention.end) is not None
    if mention.sector not in GROUP_SECTORS:
        return False
    first = max(0, mention.start - _SUSPECT_REACH)
    signs = _SIGN.search(text, first, mention.start) is not None
    return signs or _STANDS_BEHIND.match(text, mention.end) is not None


def _gap(cue: Hit, mention: ActorMention) -> int:
    return mention.start - cue.end if mention.start >= cue.start else cue.start - mention.end


_OWN_DEED = frozenset({"claim-own-en", "claim-announced"})


def _claimant(text: str, cue: Hit, near: list[ActorMention]) -> ActorMention | None:
    """The nearest group, else an army right beside the word.

    Who "said that it had targeted" stands before these words: not whom it targeted.
    """
    del text
    if cue.entry.id in _OWN_DEED:
        before = [m for m in near if m.end <= cue.start]
        subject = max(before, key=lambda m: m.end, default=None)
        if subject is not None and subject.sector not in GROUP_SECTORS and subject.sector != "MIL":
            return None
        near = before or near
    groups = [m for m in near if m.sector in GROUP_SECTORS and _gap(cue, m) <= _REACH]
    armies = [m for m in near if m.sector == "MIL" and _gap(cue, m) <= _ARMY_REACH]
    return min(groups or armies, key=lambda m: _gap(cue, m), default=None)


def _accused(text: str, cue: Hit, near: list[ActorMention]) -> ActorMention | None:
    """Who is blamed: behind the verb and not the accuser; before it in the passive."""
    is_on = text.startswith(_ON, cue.end)
    if text.startswith(" of ", cue.end) and not _PASSIVE_BEFORE.search(text, 0, cue.start):
        return None  # "a man accused of blasphemy in X"
    if not is_on and _PASSIVE_BEFORE.search(text, max(0, cue.start - 8), cue.start):
        before = [m for m in near if m.end <= cue.start and cue.start - m.end <= _SUSPECT_REACH]
        return before[-1] if before else None
    behind = [m for m in near if m.start >= cue.end and not m.speaker]
    if len(behind) > 1 and behind[1].start - cue.end <= _REACH and _adjective(behind[0]):
        behind = behind[1:] if is_accused(text, behind[1].end) else behind
    if cue.entry.language == "ar" and behind and not _subject_first(text, cue, near):
        first = behind[0]
        second = behind[1] if len(behind) > 1 else None
        if _adjoin(text, cue.end, first.start) and (
            not is_accused(text, first.end)
            or (second is not None and _LAID_ON.fullmatch(text, first.end, second.start))
        ):
            behind = behind[1:]
    named = behind[0] if behind and behind[0].start - cue.end <= _REACH else None
    return None if named is None or _OF_ELSE.match(text, named.end) else named


def _adjective(mention: ActorMention) -> bool:
    """Whether a nationality may only tell which office accuses ("ولاية هاتاي التركية")."""
    return mention.kind == "demonym" and mention.head is None


_ON = (" on ", " it on ", " the attack on ")
_LAID_ON: Final = Pattern(
    r"[\"']? (?:(?:كامل|كل) )?(?:ال)?مسوولي\w*[^.؛\n]{0,40}? (?:ل|لل|الي|علي|علي عاتق) "
    r"?(?:ال)?[\"']?"
)
"""What stands between the accuser and whom it lays the responsibility on ("حملت X المسؤولية "
"لY")."""
_OF_ELSE: Final = Pattern(
    r"[\"']?(?: (?:التي|الذي|الذين) [^.،؛\n]{1,40}،?)? (?:ب(?:ال)?"
    r"(?:استخدام[^.؛\n]{1,40}(?:ذريع|ستار|غطاء|دروع|المدنيين)|محاول|عرقل|تعطيل|دعم|"
    r"تمويل|تزويد|تسليح|ايواء|كذب|تواط|فشل|تقويض|تستر|اخفاء|اعاق|رفض|ارسال|اعداد|تخطيط|تجنيد|تحريض|توفير|تدريب|احتضان|تقصير|اهمال|عدم|تهريب|"
    r"تسييس|استغلال|اجبار|نهب|سرق)\w*|بانه\w{0,2} (?:ت|ي)(?:دعم|مول|سلح|ووي|قوم بدور|حاول|عرقل)\w*)"
    r"|[\"']?,? of (?:backing|supporting|arming|funding|financing|harbou?ring|sheltering|failing|"
    r"trying|"
    r"seeking|lying|blocking|obstructing|hindering|supplying|providing|recruiting|training|"
    r"inciting|"
    r"planning|plotting|hiding|using (?:civilians|human|the)|being|not|neglect\w*|ignoring|"
    r"refusing)\b"
)
"""What somebody is accused of that is no attack of its own."""


def _adjoin(text: str, left: int, right: int) -> bool:
    """Whether nothing but a space and quotation marks lies between two positions."""
    return 0 <= right - left <= _NEAR and not text[left:right].strip(" \"'")


_NEAR = 3


def _subject_first(text: str, cue: Hit, near: list[ActorMention]) -> bool:
    return any(_adjoin(text, m.end, cue.start) for m in near)


def _suspected(text: str, cue: Hit, near: list[ActorMention]) -> ActorMention | None:
    """Who is suspected: right behind the word, and no police at its work."""
    del text
    able = [
        m
        for m in near
        if 0 <= m.start - cue.end <= _SUSPECT_REACH and not m.speaker and m.sector != "COP"
    ]
    return able[0] if able else None


_READERS = {"claim": _claimant, "blame": _accused, "suspect": _suspected}
