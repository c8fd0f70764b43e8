"""Names that two sides of a war give themselves: whom an article means by them.

Place in the flow: under `actors.mentions`, after phrases are composed. The Houthis' statements are
signed "the Yemeni armed forces"; against the Houthis that is the government's army. "The Libyan
army" is Haftar's where his spokesman or his title is named.
"""

from collections.abc import Mapping
from typing import NamedTuple

from workers.extraction.actors.values import ActorMention
from workers.lexicon.actors import CanonicalActor
from workers.text.patterns import Pattern
from workers.text.words import holds_one


class _Namesake(NamedTuple):
    """An actor by whose name another is meant: spellings, and what the article says then."""

    of: str
    other: str
    spellings: frozenset[str]
    words: tuple[str, ...]
    """One of these stands wherever the name or its pronouns can mean the other."""
    surely: Pattern
    """Where this stands it is the other."""
    likely: Pattern
    """Where this stands it is the other, unless `never` does."""
    never: Pattern


_NAMESAKES = (
    _Namesake(
        "ye-mil",
        "houthis",
        frozenset(
            {
                "القوات المسلحه اليمنيه",
                "القوات المسلحه",
                "yemeni armed forces",
                "the yemeni armed forces",
                "yemen's armed forces",
            }
        ),
        ("القوات المسلحه", "armed forces"),
        Pattern(r"\b(?:يحيي|العميد) سريع\b|\b(?:yahya |general |gen )?sar(?:ee|i|ea|e'e)\b"),
        Pattern(
            r"\b(?:و?[بل]?(?:ال)?)(?:اسراييل|اسراييلي\w*|صهيوني\w*|تل ابيب|ايلات|ام الرشراش|يافا|"
            r"بن غوريون|"
            r"حيفا|حامله (?:ال)?طايرات)\b"
            r"|\bسفين\w+ [^.\n]{0,80}(?:البحر الاحمر|خليج عدن|باب المندب|البحر العربي)"
            r"|(?:البحر الاحمر|خليج عدن|باب المندب|البحر العربي)[^.\n]{0,80} سفين\w+"
            r"|\b(?:israel|israeli|tel aviv|eilat|ben gurion|haifa|aircraft carrier)\b"
            r"|\b(?:red sea|gulf of aden|bab al-mandab|arabian sea)\b"
        ),
        Pattern(
            r"\b(?:الجيش الوطني|قوات الشرعيه|الحكومه الشرعيه|الانقلابي\w*|مي?ليشيا\w* "
            r"(?:ال)?حوثي\w*|"
            r"وزاره الدفاع اليمنيه في عدن|internationally recogni[sz]ed government|government "
            r"forces)\b"
        ),
    ),
    _Namesake(
        "ly-mil",
        "lna",
        frozenset(
            {
                "الجيش الليبي",
                "قوات الجيش الليبي",
                "القوات المسلحه الليبيه",
                "القوات المسلحه",
            }
        ),
        ("الليبي",),
        Pattern(r"\b(?:المسماري|القوات المسلحه العربيه الليبيه|الجيش الوطني الليبي)\b"),
        Pattern(r"\b(?:خليفه حفتر|المشير حفتر|اللواء حفتر|غرفه عمليات (?:الكرامه|عمر المختار))\b"),
        Pattern(r"\b(?:بركان الغضب|حكومه الوفاق|قوات الوفاق|حكومه الوحده)\b"),
    ),
    _Namesake(
        "gna",
        "ps",
        frozenset({"حكومه الوفاق", "حكومه الوفاق الوطني"}),
        ("الوفاق",),
        Pattern(
            r"\b(?:رامي الحمد ?الله|السلطه الفلسطينيه|الرياسه الفلسطينيه|"
            r"حكومه الوفاق الفلسطيني\w*)\b"
        ),
        Pattern(r"\b(?:قطاع غزه|رام الله|حركه فتح)\b"),
        Pattern(r"\b(?:ليبيا|الليبي\w*|طرابلس|بنغازي|حفتر|السراج)\b"),
    ),
)  # fmt: skip


def name_the_other(
    mentions: tuple[ActorMention, ...], text: str, actors: Mapping[str, CanonicalActor]
) -> None:
    """Makes mentions by a shared name those of the actor that the article means by it."""
    for shared in _NAMESAKES:
        if not holds_one(text, shared.words) or not _means_other(shared, text):
            continue
        for mention in mentions:
            named = mention.actor_id == shared.of and (
                mention.anaphoric or text[mention.start : mention.end] in shared.spellings
            )
            if named:
                mention.actor, mention.kind = actors[shared.other], "actor"


def _means_other(shared: _Namesake, text: str) -> bool:
    if shared.surely.search(text, 0, len(text)):
        return True
    likely = shared.likely.search(text, 0, len(text)) is not None
    return likely and shared.never.search(text, 0, len(text)) is None
