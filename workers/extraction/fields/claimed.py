"""Which of an article's attacks a claim, an accusation or a suspicion speaks of.

Place in the flow: once the article's claims (`claims`) and drafts are known, for each draft.
"""

from collections.abc import Mapping
from typing import Final

from workers.extraction.actors.mentions import ActorMention
from workers.extraction.fields.claim_phrases import Claim
from workers.extraction.reading import Reading
from workers.extraction.telling.telling_apart import looks_back
from workers.extraction.telling.tellings import Draft
from workers.text.patterns import Pattern

_COMPARED: Final = Pattern(
    r"(?<!\w)(?:و?بعد|عقب|منذ|مثل|كما|after|since|following|like|days? before|weeks? before)\b"
)
"""Between a claimant and an older attack: the claim is of the one that this is compared with."""


def claims_by_draft(
    drafts: Mapping[int, Draft],
    recent: frozenset[int],
    claims: list[Claim],
    reading: Reading,
) -> dict[int, list[tuple[str, ActorMention]]]:
    """The claims that speak of each draft: told in its sentences, or after it and before the next.

    `drafts`: those that become events, by index; `recent`: of those the ones that are no
    background. What follows a recollection still speaks of the news.
    """
    told = {i: {scene.mention.sentence for scene in draft.scenes} for i, draft in drafts.items()}
    found: dict[int, list[tuple[str, ActorMention]]] = {index: [] for index in drafts}
    for claim in claims:
        sentence = claim.sentence
        if sentence in reading.skipped:
            continue
        holders = [
            i
            for i, sentences in told.items()
            if sentence in sentences and (i in recent or _is_of(claim, drafts[i], reading))
        ]
        holders = [i for i in holders if not _is_answered(claim, drafts[i])] or holders
        if not holders or _of_one_before(claim, holders, drafts, recent, reading):
            among = {i: told[i] for i in recent} or told
            before = [
                (max(s for s in sentences if s < sentence), -i)
                for i, sentences in among.items()
                if min(sentences) < sentence
            ]
            holders = [-max(before)[1]] if before else [min(among)]
        for index in [i for i in holders if not _by_others(claim, drafts[i])] or holders:
            found[index].append((claim.kind, claim.mention))
    return found


def _by_others(claim: Claim, draft: Draft) -> bool:
    """Whether the claim's own sentence says that another side did what the draft tells."""
    by = frozenset[str]().union(
        *(scene.by for scene in draft.scenes if scene.mention.sentence == claim.sentence)
    )
    return bool(by) and claim.mention.side is not None and claim.mention.side not in by


def _is_answered(claim: Claim, draft: Draft) -> bool:
    """Whether the sentence tells it only as what the claimant's own attack answered or followed."""
    told = [scene for scene in draft.scenes if scene.mention.sentence == claim.sentence]
    return all(looks_back(scene) and claim.mention.start < scene.mention.start for scene in told)


_BACK: Final = Pattern(
    r"\b[وف]?(?:ت|ي)?تبن\w{1,3} [^.؛\n]{2,60}?\b(?:ال(?:هجوم|هجومين|هجمات|عمليه|عمليتين|"
    r"تفجير|تفجيرين|اعتداء|قصف|كمين|اغتيال|انفجار)|العمليه)\b"
    r"(?! (?:في|علي|بمدينه|بمنطقه|الذي|التي)\b)"
    r"|\bمسووليت(?:ه|ها|هم)(?! عن\b)|\bمسووليت(?:ه|ها|هم) عن ال\w+\b(?! (?:في|علي|الذي|التي)\b)"
    r"|\b(?:claimed|claims|took|taken|claiming) (?:responsibility|credit)\b(?! for (?:an?|the)\b)"
    r"|\b(?:claimed|claims|claiming) (?:it|them|both|the (?:attacks?|bombings?|blasts?|"
    r"raid|assault|ambush|strikes?|operation|shooting))\b(?! (?:in|on|at|near|that)\b)"
)
"""A claim of the attack told before: without a place of its own."""


def _of_one_before(
    claim: Claim,
    holders: list[int],
    drafts: Mapping[int, Draft],
    recent: frozenset[int],
    reading: Reading,
) -> bool:
    """Whether a claim that opens the telling of one attack is of another, told before it."""
    if claim.kind != "claim":
        return False
    span = reading.sentences[claim.sentence]
    opens = all(
        min(scene.mention.sentence for scene in drafts[i].scenes) == claim.sentence for i in holders
    )
    earlier = any(
        min(scene.mention.sentence for scene in drafts[i].scenes) < claim.sentence for i in recent
    )
    text = reading.text.folded.text
    return opens and earlier and _BACK.search(text, span.start, span.end) is not None


def _is_of(claim: Claim, draft: Draft, reading: Reading) -> bool:
    """Whether a claim in a sentence that recalls an attack is of that one."""
    end = claim.mention.end
    starts = [
        hit.start
        for scene in draft.scenes
        if scene.mention.sentence == claim.sentence
        for hit in scene.mention.hits
    ]
    first = min(starts, default=end)
    return first <= end or _COMPARED.search(reading.text.folded.text, end, first) is None
