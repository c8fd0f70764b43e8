"""How sure it is that an attack happened: reported, only claimed, or denied by the side struck.

Place in the flow: when a draft becomes an event, beside its outcome. Read from the sentences that
tell of it and the one behind, in which the news puts the doubt ("The claim could not be verified").
"""

from typing import Final

from workers.extraction.reading import Reading
from workers.extraction.telling.tellings import Draft
from workers.model import Certainty
from workers.text.patterns import Pattern

_BOASTED: Final = Pattern(
    r"\b[وف]?(?:زعم|ادعي|تزعم|يزعم|زاعم|تدعي|يدعي)(?:ت|وا|ا|ه|ين|ون)?\b"
    r"|\b[وف]?(?:اعلن|تعلن|يعلن|تبن[يت]|تتبني|يتبني)(?:ت|وا|ون)?\b(?: [^\s.؛،]+){0,5}? "
    r"(?:استهداف\w*|قصف\w*|تفجير|ضرب|مهاجمه|تنفيذ|اطلاق)\b"
    r"|\b[وف]?(?:اعلن|قال|ذكر|اكد|تحدث|تقول|يقول|تعلن|يعلن)(?:ت|وا|ون)?\b[^.؛\n]{0,60}?\b"
    r"(?:انها|انه|انهم|ان \w{3,}(?:ها|ه|هم)|ان (?:ال)?(?:قوه|مقاتلي\w*|عناصر)\w*(?: \w+)?) (?:قد )?"
    r"(?:قصف|استهدف|هاجم|نفذ|اطلق|دمر|فجر|ضرب|شن|اصاب|اغتال|اقتحم)(?:ت|وا)?\b"
    r"|\bclaim(?:s|ed|ing)?\b(?! (?:responsib|the lives|\w+ lives))"
    r"|\b(?:said|says|announced|announces|boasted|tweeted|wrote)\b(?: [\w']+){0,6}?,? (?:that )?"
    r"(?:it|they|its \w+|their \w+|the group|the militia|the movement) (?:(?:had|have|has|also) )*"
    r"(?:fired|struck|hit|shot|destroyed|targeted|attacked|launched|shelled|bombed|"
    r"carried out|stormed|downed)\b"
)
"""Somebody says of himself that he struck."""
_DENIED: Final = Pattern(
    r"\b[وف]?(?:نفت|نفي|تنفي|ينفي|كذبت|كذب)(?:ه|ها)?\b[^.؛\n]{0,50}?"
    r"\b(?:صحه|صحته\w?|ذلك|(?:هذا |هذه |تلك )?(?:ال)?(?:خبر|انباء|نبا|ادعاء\w*|مزاعم)|وقوع|حدوث|"
    r"حصول|تعرض\w*|سقوط|جمله وتفصيلا|قطعيا|الامر)\b"
    r"|\b(?:وهو )?(?:ما|الامر الذي) (?:نفت|نفا|تنفي|ينفي)(?:ه|ته|يه)\b"
    r"|\b[وف]?لم (?:يقع|تقع|يحدث|تحدث|يسجل|تسجل|يرصد|ترصد|نرصد|تشهد|يشهد|يتعرض|تتعرض|يستهدف)"
    r"(?: [^\s.؛،]+){0,3}? ل?اي (?:حادث|هجوم|هجمات|اطلاق|قصف|استهداف|انفجار|غاره|طايره|صاروخ|مسيره|"
    r"اعتداء|سقوط|عمليه)\w*"
    r"|\b(?:لا صحه ل|لا اساس ل|عار(?:يه)? عن الصحه|محض (?:كذب|افتراء))"
    r"|\b(?:denied|denies|denying|dismiss(?:ed|es)|rejected|rejects|refuted)\b (?:\w+ ){0,3}?"
    r"(?:it|any|that (?:any|there|an?|such|it (?:was|had been))|(?:the |its |their )?"
    r"(?:\w+ )?(?:claims?|reports?|statements?|accounts?)|having been)\b"
    r"(?! (?:responsib|involve|role|link|carried|did|was behind))"
    r"|\bno (?:sign|evidence|indication|trace|record)s? (?:whatsoever )?(?:of|that) "
    r"(?:an? |any |the |such |a \w+ )?(?:\w+ )?"
    r"(?:attack|strike|raid|incident|impact|launch|hit|blast|explosion|damage)"
    r"|\bno (?:such )?(?:attack|strike|raid|incident|impact|launch)s? (?:has |had |have )?"
    r"(?:ever )?(?:been )?(?:took|taken|occurred|happened|was|were|recorded|registered|detected)\b"
    r"|\b(?:not aware|unaware) of any\b|\bno such (?:attack|strike|raid|incident)\b"
    r"|\b(?:detected|recorded|registered) no (?:\w+ )?(?:attack|strike|launch|missile|drone|rocket|"
    r"incident)|\bdid not (?:detect|record|register) any\b"
    r"|\b(?:claims?|reports?|statement) (?:was|were|is|as) "
    r"(?:false|untrue|baseless|fabricated|a lie|unfounded)\b"
)
_UNVERIFIED: Final = Pattern(
    r"\b[وف]?(?:لم يتسن|تعذر|لم يمكن|لم يكن ممكنا|لا يمكن)(?: [^\s.؛]+){0,4}? (?:ال)?"
    r"(?:تاكد|تحقق|تاكيد|تثبت)\b(?! (?:\w+ ){0,2}?(?:ال)?"
    r"(?:حصيله|عدد|اعداد|صور|مقطع|مقاطع|فيديو|تسجيل|هويه|سبب|اسباب))"
    r"|\b[وف]?لم (?:يوكد|توكد|يصدر|تصدر|يرد|يعلق|تعلق)(?:ه|ها)?\b[^.؛\n]{0,40}?"
    r"\b(?:اي|تاكيد|تعليق|رد|مصدر|بيان|اعلان|فورا|علي)\b"
    r"|\b(?:could not|couldn't|cannot|can not|unable to|not possible to|has not been|have not been|"
    r"not been|yet to be|was not|were not)(?: be)?(?: (?:immediately|independently|yet|fully))* "
    r"(?:substantiated?|verif(?:y|ied)|confirm(?:ed)?|corroborated?)\b"
    r"(?! (?:the |a |its |his |their )?(?:\w+ )?(?:toll|figures?|numbers?|videos?|footage|images?|"
    r"photos?|identit|cause|how|who|what|when))"
    r"|\b(?:have|has|had) not (?:yet )?(?:confirmed|commented)\b"
    r"|\bno (?:independent|official|immediate) (?:\w+ )?(?:confirmation|comment|word)\b"
    r"|\b(?:unverified|unconfirmed|unsubstantiated) claims?\b"
)
_OTHERS: Final = Pattern(
    r"\b(?:ال)?(?:شهود|شاهد|سكان|اهالي|مسعف\w*|مستشفي|شرطه)\b"
    r"|\bمص(?:در|ادر) (?:ال)?(?:طبي|امني|محلي|عسكري)"
    r"|\b(?:witness\w*|residents|locals|police|hospitals?|medics|doctors)\b"
)
"""Who tells of it besides the claimant: what cannot be verified is then no mere claim."""
_ADMITTED: Final = Pattern(r"\b[وف]?(?:اقر|اعترف)(?:ت|وا)?\b|\b(?:acknowledged|admitted)\b")
_FIGURES: Final = Pattern(
    r"\b(?:tolls?|figures?|numbers?|casualt\w+)\b[^.;\n]{0,30}$"
    r"|\b(?:حصيل\w+|اعداد|ارقام)\b[^.؛\n]{0,30}$"
)
_FIGURES_REACH = 50


_THE_CLAIM: Final = Pattern(r"\b(?:claims?|ال(?:زعم|مزاعم|ادعاء\w*)|مزاعم|ادعاء\w*)\b")
_DOUBT_REACH = 4
"""Sentences behind an attack in which the claim about its place may still be doubted."""


def certainty_of(draft: Draft, reading: Reading) -> Certainty:
    """Reported, unless those struck deny it or only a claimant tells of it."""
    if any("denied" in scene.mention.sentence_cues for scene in draft.scenes):
        return Certainty.DENIED
    if not _is_claim(draft, reading):
        return Certainty.REPORTED
    told = _sentences(draft, reading)
    if _says(told, reading, _DENIED):
        return Certainty.DENIED
    if _says(told, reading, _UNVERIFIED) or _is_doubted(draft, reading):
        return Certainty.CLAIMED
    return Certainty.REPORTED


def is_refuted(draft: Draft, reading: Reading) -> bool:
    """Whether a claimed attack is said, there or right behind, not to have been or to be doubted.

    The doubt must name its place: "The claim about Dubai could not be verified".
    """
    if any(scene.mention.victim_hits for scene in draft.scenes) or not _is_claim(draft, reading):
        return False
    return _says(_sentences(draft, reading), reading, _DENIED) or _is_doubted(draft, reading)


def _is_claim(draft: Draft, reading: Reading) -> bool:
    """Whether each sentence that tells of it does so in a claimant's words, and nobody else's."""
    text = reading.text.folded.text
    told = {scene.mention.sentence for scene in draft.scenes if not scene.in_title}
    told = told or {scene.mention.sentence for scene in draft.scenes}
    spans = [reading.sentences[index] for index in told]
    return (
        all(_BOASTED.search(text, span.start, span.end) is not None for span in spans)
        and not _says(sorted(told), reading, _OTHERS)
        and not _says(_sentences(draft, reading), reading, _ADMITTED)
    )


def _is_doubted(draft: Draft, reading: Reading) -> bool:
    """Whether a sentence farther behind doubts the claim about the draft's place."""
    if draft.at is None:
        return False
    text = reading.text.folded.text
    name = text[draft.at.start : draft.at.end]
    last = max(scene.mention.sentence for scene in draft.scenes)
    for sentence in reading.sentences[last + 1 : last + 1 + _DOUBT_REACH]:
        claim = _THE_CLAIM.search(text, sentence.start, sentence.end)
        if claim is None or name not in text[claim.end() : sentence.end]:
            continue
        if any(p.search(text, claim.start(), sentence.end) for p in (_UNVERIFIED, _DENIED)):
            return True
    return False


def _sentences(draft: Draft, reading: Reading) -> list[int]:
    """The draft's sentences and the one behind the last, those left out that are not read."""
    told = {scene.mention.sentence for scene in draft.scenes}
    behind = range(max(told) + 1, len(reading.sentences))
    told.update([next((i for i in behind if i not in reading.skipped), max(told))])
    return sorted(told - reading.skipped)


def _says(told: list[int], reading: Reading, pattern: Pattern) -> bool:
    text = reading.text.folded.text
    for index in told:
        sentence = reading.sentences[index]
        found = pattern.search(text, sentence.start, sentence.end)
        if found is None:
            continue
        first = max(sentence.start, found.start() - _FIGURES_REACH)
        if pattern is not _UNVERIFIED or not _FIGURES.search(text, first, found.start()):
            return True
    return False
