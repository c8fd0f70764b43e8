"""Is a draft news of an attack? A small learned judgement over explained features.

Place in the flow: after drafts; its probability decides between fresh, recalled and none. The
features are what an editor would look at: where the attack is told, how it is dated, what the
article as a whole is about. The weights (`lexicon/data/judgement.toml`) are a logistic regression
fitted by `make fit-extraction` on labelled articles; the file names them.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice, repeat
from math import exp, log1p
from operator import mul
from typing import Protocol

import tomli

from workers.extraction.framing import article_frames, draft_frames
from workers.extraction.reading import Reading
from workers.extraction.telling.mentions import CAMPAIGN
from workers.extraction.telling.tellings import Draft
from workers.model import DatePrecision, WherePrecision

_ARTICLE_CUES = (
    "legal", "condemn", "sport", "economy", "cyber", "nature", "anniversary", "diplomacy",
    "arms", "exercise",
    "whatif", "accident", "analysis", "aftermath", "followup", "hypothetical", "denied",
    "politics", "feature",
    "memorial", "trial", "truce", "claim", "background", "habitual", "reaction",
)  # fmt: skip
_DRAFT_CUES = (
    "aggregate", "habitual", "background", "pluperfect", "denied", "denied_manner", "foiled",
    "intercepted",
    "claim", "no_claim", "blame", "suspect", "reply", "legal", "condemn", "aftermath",
    "hypothetical", "accident",
    "exercise",
)  # fmt: skip
_OLD_DAYS, _RECENT_DAYS = 10, 3


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What an article's features need beside the draft: the day, lead sentences, cue counts."""

    published: date
    lead: frozenset[int]
    cue_counts: dict[str, int]
    title_cues: frozenset[str]
    language: str | None
    title_speaks: bool = False
    """Whether the title is somebody's words: "The minister: ..."."""
    words: frozenset[str] = frozenset()
    """The words of title and lead, without Arabic proclitics."""
    title_frames: int = 0
    """How many words of the title frame what follows as no report (`title_frames`)."""


WORD_VALUE = 0.3
"""Value of a word feature: below 1, so that one word weighs less than one sign an editor would
name.
"""
_WORD = re.compile(
    r"(?:(?:وال|بال|فال|كال|لل|ال)(?=[\u0621-\u064a]{3}))?([\u0621-\u064a]{3,}|[a-z]{4,})"
)
"""A word, its Arabic proclitic left out where three letters remain."""


def lead_words(text: str, reading: Reading, lead: frozenset[int]) -> frozenset[str]:
    """The distinct words of the lead sentences of a folded text."""
    found: set[str] = set()
    for index in lead:
        sentence = reading.sentences[index]
        found.update(_WORD.findall(text, sentence.start, sentence.end))
    return frozenset(found)


_FRAMES_MAX = 2
# What a headline says that answers, asks about or looks back at an attack: who condemns, vows or
# explains, courts and culprits, deals and departures.
_FRAME = re.compile(
    r"\b[وف]?(?:ال|لل|[لب])?(?:تدين|يدين|تندد|يندد|تستنكر|يستنكر|تشجب|يشجب|ادانه|ادانات|تنديد|استنكار|"
    r"مستاء|غضب|قلق|دعوه|دعوات|جلسه|اجتماع|يدعو|تدعو|يطالب|تطالب|يتهم|تتهم|مسوول|مسووله|مسووليه|"
    r"يتوعد|تتوعد|يتعهد|تتعهد|يعلق|تعلق|يستنجد|تستنجد|يحذر|تحذر|يهدد|تهدد|يبحث|تبحث|يناقش|تناقش|"
    r"ينعي|تنعي|يعزي|تعزي|ماذا|ما هي|ما هو|ما الذي|من هو|من هي|من قتل|لماذا|كيف|هل|ابرز|تعرف|حقيقه|"
    r"قصه|ذكري|تحليل|تعليق|انفوغرافيك|يكشف|تكشف|يعترف|تعترف|خطط|خطه|محاكمه|الحكم|حكم|السجن|الاعدام|"
    r"الادعاء|منفذ|منفذو|منفذي|هويه|العثور|رفات|تنتفض|تظاهر|يتظاهرون|تظاهرات|رسايل|ردود|تستعد|يستعد|"
    r"قانونا?|يقر|تقر|اقرار|احتياطات|مفاجاه|تفاصيل|حيثيات|سيناريو\w*|دراسه|تقرير|حوار|مقابله|حصاد|خريطه|"
    r"يندد|يستذكر|احياء|تمارس|يمارس|يوكد|توكد|ينفي|تنفي|"
    r"استنفار|تستنفر|طواري|تحسبا|تخوفا|مخاوف|مصير|يغادر|يغادرون|تغادر|صفقه|اتفاق|مقترح|تسويه|عقوبات)\b"
    r"|\b(?:condemns?|denounces?|deplores?|vows?|urges?|calls? for|warns?|threatens?|blames?|"
    r"accuses?|mourns?|tributes?|reacts?|reactions?|outrage|anger|what we know|what is|who is|"
    r"who was|why|how|explained|explainer|analysis|opinion|timeline|trial|tried|sentenced|court|"
    r"convicted|jailed|anniversary|years on|remembering|deal|talks|sanctions|fears|suspects?|"
    r"identified)\b"
)


def title_frames(title: str) -> int:
    """How many words of a folded headline frame what follows as no report, two at the most."""
    return sum(1 for _ in islice(_FRAME.finditer(title), _FRAMES_MAX))


def features(drafts: list[Draft], reading: Reading, view: ArticleView) -> list[dict[str, float]]:
    """The named features of each draft of an article, all bounded."""
    shared = {**_article_features(view), **article_frames(drafts, reading, view.lead)}
    rules = editor_rules(drafts, view)
    return [
        {**_draft_features(draft, index, len(drafts), reading, view), **rules[index], **shared}
        for index, draft in enumerate(drafts)
    ]


def _article_features(view: ArticleView) -> dict[str, float]:
    """What all drafts of an article have in common."""
    found: dict[str, float] = {}
    for cue in _ARTICLE_CUES:
        count = view.cue_counts.get(cue, 0)
        if count > 0:
            found[f"article:{cue}"] = min(2.0, log1p(count))
        if cue in view.title_cues:
            found[f"title:{cue}"] = 1.0
    if view.language == "en":
        found["english"] = 1.0
    if view.title_speaks:
        found["title_speaks"] = 1.0
    if view.title_frames:
        found["title_frames"] = float(view.title_frames)
    for word in view.words:
        found[f"w:{word}"] = WORD_VALUE
    return found


def _draft_features(
    draft: Draft, index: int, drafts: int, reading: Reading, view: ArticleView
) -> dict[str, float]:
    """What only this one of so many drafts has."""
    scenes = draft.scenes
    found: dict[str, float] = {"bias": 1.0}

    def flag(name: str, holds: bool) -> None:  # noqa: FBT001 - it is what is told
        if holds:
            found[name] = 1.0

    sentences = {scene.mention.sentence for scene in scenes}
    body_lead = sorted(view.lead)[1:2] if 0 in view.lead else sorted(view.lead)[:1]
    in_first = any(i in sentences for i in body_lead)
    flag("in_title", any(reading.sentences[i].line == 0 for i in sentences))
    flag("in_first", in_first)
    flag("in_lead", bool(sentences & view.lead))
    flag("first_draft", index == 0)
    found["position"] = min(sentences) / max(1, len(reading.sentences))
    found["scenes"] = min(2.0, log1p(len(scenes)))
    found["drafts"] = min(2.0, log1p(drafts))
    _date_features(draft, view, flag)
    _place_features(draft, flag)
    _word_features(draft, flag)
    _cue_features(draft, flag)
    told = draft.date.interval if draft.date else None
    late = (
        told is not None
        and draft.sure
        and _RECENT_DAYS < (view.published - told.end).days <= _OLD_DAYS
    )
    flag("week_but_first", late and index == 0 and in_first)
    flag("recalled", all(scene.recalled for scene in scenes))
    flag("some_recalled", any(scene.recalled for scene in scenes))
    found.update(draft_frames(draft, reading))
    return found


def _cue_features(draft: Draft, flag: "Flag") -> None:
    cues = [scene.mention.cues for scene in draft.scenes]
    some, every = frozenset().union(*cues), cues[0].intersection(*cues[1:])
    if some:
        for cue in _DRAFT_CUES:
            if cue in some:
                flag(f"all:{cue}" if cue in every else f"some:{cue}", holds=True)
    wide = [scene.mention.sentence_cues for scene in draft.scenes]
    widely = wide[0].intersection(*wide[1:])
    for cue in ("legal", "condemn", "aftermath"):
        if cue in widely:
            flag(f"sentence:{cue}", holds=True)


_FRESH_DAYS = 2
"""A follow-up within about two days that restates an attack is news. Source: labelling rules."""


def editor_rules(drafts: list[Draft], view: ArticleView) -> list[dict[str, float]]:
    """An editor's rules of thumb: fresh by date and cues, and told in the lead or fully told."""
    fresh = [_fresh_by_rule(draft, view) for draft in drafts]
    main = [is_fresh and is_led(draft, view) for is_fresh, draft in zip(fresh, drafts, strict=True)]
    any_main = any(main)
    found: list[dict[str, float]] = []
    for index, draft in enumerate(drafts):
        whole = draft.date is not None and draft.place is not None
        rules = {
            "rule:fresh": fresh[index],
            "rule:main": main[index],
            "rule:news": fresh[index] and (any_main or whole),
            "rule:first_main": main[index] and not any(fresh[:index]),
        }
        found.append({name: 1.0 for name, holds in rules.items() if holds})
    return found


def is_led(draft: Draft, view: ArticleView) -> bool:
    """Whether the lead tells of it."""
    return any(scene.mention.sentence in view.lead for scene in draft.scenes)


def _fresh_by_rule(draft: Draft, view: ArticleView) -> bool:
    told = draft.date.interval if draft.date else None
    led = is_led(draft, view)
    if told is not None:
        age = (view.published - told.end).days
        if told.precision == DatePrecision.DAY:
            if age > _FRESH_DAYS + (1 if led else 0):
                return False
        elif not (told.precision <= DatePrecision.WEEK and age <= 1):
            return False
    if all(scene.mention.cues & CAMPAIGN for scene in draft.scenes) and not (
        led and told is not None
    ):
        return False
    return not ((told is None or not draft.sure) and all(scene.recalled for scene in draft.scenes))


def _date_features(draft: Draft, view: ArticleView, flag: "Flag") -> None:
    told = draft.date.interval if draft.date else None
    if told is None:
        flag("undated", holds=True)
        return
    age = (view.published - told.end).days
    kind = "sure" if draft.sure else "said"
    if told.precision > DatePrecision.DAY:
        flag(f"{kind}:coarse_recent" if age <= 1 else f"{kind}:coarse_old", holds=True)
    elif age <= 0:
        flag(f"{kind}:today", holds=True)
    elif age == 1:
        flag(f"{kind}:yesterday", holds=True)
    elif age <= _RECENT_DAYS:
        flag(f"{kind}:recent", holds=True)
    else:
        flag(f"{kind}:week" if age <= _OLD_DAYS else f"{kind}:old", holds=True)
        flag(f"{kind}:late_followup", "followup" in view.cue_counts and age > _RECENT_DAYS)


def _place_features(draft: Draft, flag: "Flag") -> None:
    place = draft.place
    flag("own_place", place is not None and place.where_prec < WherePrecision.REGION)
    flag("coarse_place", place is not None and place.where_prec >= WherePrecision.REGION)
    flag("no_place", not any(scene.places for scene in draft.scenes))
    flag("inherited_place", draft.inherited is not None)


def _word_features(draft: Draft, flag: "Flag") -> None:
    hits = [hit for scene in draft.scenes for hit in scene.mention.attack_hits]
    flag("strong_word", any(not hit.entry.weak for hit in hits))
    flag("strong_verb", any(not hit.entry.weak and hit.entry.kind != "noun" for hit in hits))
    flag("victims", any(scene.mention.victim_hits for scene in draft.scenes))
    flag("weapons", any(scene.mention.weapon_hits for scene in draft.scenes))
    flag("definite", all(scene.mention.definite for scene in draft.scenes))
    kind = draft.kind
    flag(f"kind:{kind.name.lower()}" if kind else "kind:none", holds=True)


class Flag(Protocol):
    """The signature of the feature setter (for type checkers)."""

    def __call__(self, name: str, holds: bool) -> None:  # noqa: FBT001 - as above
        """Sets a feature when it holds."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Fitted weights and the probability from which a draft is fresh."""

    weights: dict[str, float]
    threshold: float

    @classmethod
    @cache
    def load(cls) -> "Judgement":
        """The packaged weights."""
        text = (files("workers.lexicon") / "data" / "judgement.toml").read_text(encoding="utf-8")
        table = tomli.loads(text)
        return cls(
            {str(k): float(v) for k, v in table["weights"].items()}, float(table["threshold"])
        )

    def probability(self, found: dict[str, float]) -> float:
        """The probability in [0, 1] that a draft with these features is a fresh attack."""
        total = sum(map(mul, map(self.weights.get, found, repeat(0.0)), found.values()))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
