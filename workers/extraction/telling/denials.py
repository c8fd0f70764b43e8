"""Whether a clause denies that an attack happened, whoever stands between the two words.

Place in the flow: under mentions. The lexicon holds the words that stand together, this what a
subject tears apart ("نفت القيادة، اليوم، الأنباء عن تعرض القاعدة لقصف"). To deny losses, guilt or
the manner denies no attack.
"""

from typing import Final

from workers.text.patterns import Pattern

_ACT = (
    r"(?:تعرض\w{0,2}|استهداف\w{0,2}|قصف\w{0,2}|وقوع|حدوث|حصول|هجوم|هجمات|غاره|غارات|تفجير|انفجار|"
    r"ضربه|ضربات|اقتحام|اختطاف|خطف)"
)
_DENIES: Final = Pattern(
    r"\b[وف]?(?:نفت|نفي|تنفي|ينفي|كذبت|كذب)\b"
    r"(?! (?:ان )?(?:مسوولي|تورط|ضلوع|علاق|صل))[^.؛\n]{0,90}?"
    r"\b(?:(?:ال)?(?:انباء|تقارير|شايعات|اشاعات|اخبار|معلومات|مزاعم|ادعاءات)|صحه|ما (?:تردد|اشيع|"
    r"تداول\w*|نشر|يتداول|نشرته?)|تعرض\w{0,2})(?: \w+){0,5}? (?:(?:عن|حول|بشان|من) (?:\w+ ){0,2}?)?"
    + _ACT
    + r"\b"
    r"|\b[وف]?(?:نفت|نفي|تنفي|ينفي)\b(?: [^\s.؛،]+){1,5}[،,]? (?:\w+ \w+[،,] )?تعرض\w{0,2}\b"
    r"|\b[وف]?(?:سحب|سحبت|تسحب|يسحب|تراجعت? عن|[تي]تراجع عن|حذفت?|تحذف|يحذف)\b[^.؛\n]{0,50}?"
    r"\b(?:ال)?(?:انباء|نبا|تقارير|تقريرا?|اخبار|خبرا?|معلومات|روايه|روايتها)\b[^.؛\n]{0,60}?"
    + _ACT
    + r"\b"
    r"|\b(?:denied|denies|dismissed|rejected|refuted)\b[^.;\n]{0,40}?"
    r"\b(?:reports?|rumou?rs|claims|allegations|suggestions)\b[^.;\n]{0,20}?\b(?:of|that|about)\b"
    r"(?: [\w'-]+){0,6}? (?:attack\w*|strike\w*|raid\w*|explosions?|blasts?|shell\w*|hit|bomb\w*|"
    r"struck|targeted|stormed)\b"
)


_ACCUSED: Final = Pattern(
    r"\b[وف]?(?:نفت|نفي|تنفي|ينفي|نفوا)\b(?: [^\s.؛]+){0,6}? ان (?:يكون|تكون|يكونوا|تكون قد)"
    r"(?: [^\s.؛،]+){0,4}? (?:قد )?"
    r"(?:قصف|استهدف|هاجم|شن|نفذ|اطلق|ضرب|اغتال|قتل|خطف|اقتحم)(?:ت|وا)?\b"
    r"|\b[وف]?(?:نفت|نفي|تنفي|ينفي)\b(?: (?!ان |مسوول|تورط|ضلوع|علاق|صل|ما )[^\s.؛،]+){1,5}?"
    r" (?:قصف|مهاجمه|شن) (?!ال(?:مسوول|اتهام))\w+"
    r"|\b(?:denied|denies)(?: on \w+day)? (?:that )?(?:it|they|its \w+|their \w+) (?:had |have )?"
    r"(?:bombed|shelled|struck|attacked|targeted|hit|fired|killed|carried out)\b"
)
"""The accused denies that it did it: "denied that its forces had shelled"."""


def denied_from(text: str, start: int, end: int) -> int | None:
    """Where the clause `start:end` of a folded text begins to deny an attack, None if nowhere."""
    found = _DENIES.search(text, start, end)
    return found.start() if found else None


def accused_deny_from(text: str, start: int, end: int) -> int | None:
    """The same, where it is the accused who deny that they did it."""
    found = _ACCUSED.search(text, start, end)
    return found.start() if found else None
