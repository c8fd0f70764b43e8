"""Is a draft news of an attack? A small learned judgement over explained features.

Place in the flow: after drafts; its probability decides between fresh, recalled and none. The
features are what an editor would look at: where the attack is told, how it is dated, what the
article as a whole is about. The weights (`lexicon/data/judgement.toml`) are a logistic regression
fitted by `make fit-extraction` on labelled articles; the file names them.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import exp, log1p
from typing import Protocol

from workers.extraction.mentions import CAMPAIGN
from workers.extraction.reading import Reading
from workers.extraction.tellings import Draft
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


WORD_VALUE = 0.3
"""Value of a word feature: below 1, so that one word weighs less than one sign an editor would
name.
"""
_WORD = re.compile(r"[\u0621-\u064a]{3,}|[a-z]{4,}")
_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال")
_STEM_MIN = 3


def lead_words(text: str, reading: Reading, lead: frozenset[int]) -> frozenset[str]:
    """The distinct words of the lead sentences of a folded text."""
    found: set[str] = set()
    for index in lead:
        sentence = reading.sentences[index]
        for word in _WORD.findall(text, sentence.start, sentence.end):
            prefix = next(
                (p for p in _PROCLITICS if word.startswith(p) and len(word) - len(p) >= _STEM_MIN),
                "",
            )
            found.add(word[len(prefix) :])
    return frozenset(found)


def features(
    draft: Draft, index: int, drafts: list[Draft], reading: Reading, view: ArticleView
) -> dict[str, float]:
    """The named features of a draft, all bounded."""
    scenes = draft.scenes
    found: dict[str, float] = {"bias": 1.0}

    def flag(name: str, holds: bool, value: float = 1.0) -> None:  # noqa: FBT001 - it is what is told
        if holds:
            found[name] = value

    sentences = {scene.mention.sentence for scene in scenes}
    lines = {reading.sentences[i].line for i in sentences}
    body_lead = sorted(view.lead)[1:2] if 0 in view.lead else sorted(view.lead)[:1]
    flag("in_title", 0 in lines)
    flag("in_first", any(i in sentences for i in body_lead))
    flag("in_lead", bool(sentences & view.lead))
    flag("first_draft", index == 0)
    found["position"] = min(sentences) / max(1, len(reading.sentences))
    found["scenes"] = min(2.0, log1p(len(scenes)))
    found["drafts"] = min(2.0, log1p(len(drafts)))
    _date_features(draft, view, flag)
    _place_features(draft, flag)
    _word_features(draft, flag)
    cues = [scene.mention.cues for scene in scenes]
    wide = [scene.mention.sentence_cues for scene in scenes]
    for cue in _DRAFT_CUES:
        held = [cue in one for one in cues]
        flag(f"all:{cue}", all(held))
        flag(f"some:{cue}", any(held) and not all(held))
    for cue in ("legal", "condemn", "aftermath"):
        flag(f"sentence:{cue}", all(cue in one for one in wide))
    for cue in _ARTICLE_CUES:
        count = view.cue_counts.get(cue, 0)
        flag(f"article:{cue}", count > 0, min(2.0, log1p(count)))
        flag(f"title:{cue}", cue in view.title_cues)
    for name, holds in editor_rules(draft, index, drafts, view).items():
        flag(f"rule:{name}", holds)
    told = draft.date.interval if draft.date else None
    late = (
        told is not None
        and draft.sure
        and _RECENT_DAYS < (view.published - told.end).days <= _OLD_DAYS
    )
    flag("week_but_first", late and index == 0 and any(i in sentences for i in body_lead))
    flag("recalled", all(scene.recalled for scene in scenes))
    flag("some_recalled", any(scene.recalled for scene in scenes))
    flag("english", view.language == "en")
    flag("title_speaks", view.title_speaks)
    for word in view.words:
        found[f"w:{word}"] = WORD_VALUE
    return found


_FRESH_DAYS = 2
"""A follow-up within about two days that restates an attack is news. Source: labelling rules."""


def editor_rules(
    draft: Draft, index: int, drafts: list[Draft], view: ArticleView
) -> dict[str, bool]:
    """An editor's rules of thumb: fresh by date and cues, and told in the lead or fully told."""
    fresh = _fresh_by_rule(draft, view)
    led = any(scene.mention.sentence in view.lead for scene in draft.scenes)
    any_led = any(
        _fresh_by_rule(other, view)
        and any(scene.mention.sentence in view.lead for scene in other.scenes)
        for other in drafts
    )
    whole = draft.date is not None and draft.place is not None
    return {
        "fresh": fresh,
        "main": fresh and led,
        "news": fresh and (any_led or whole),
        "first_main": fresh
        and led
        and not any(_fresh_by_rule(other, view) for other in drafts[:index]),
    }


def _fresh_by_rule(draft: Draft, view: ArticleView) -> bool:
    told = draft.date.interval if draft.date else None
    led = any(scene.mention.sentence in view.lead for scene in draft.scenes)
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

    def __call__(self, name: str, holds: bool, value: float = 1.0) -> None:  # noqa: FBT001 - as above
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
        table = tomllib.loads(text)
        return cls(
            {str(k): float(v) for k, v in table["weights"].items()}, float(table["threshold"])
        )

    def probability(self, found: dict[str, float]) -> float:
        """The probability in [0, 1] that a draft with these features is a fresh attack."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in found.items())
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
