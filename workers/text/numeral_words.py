"""The number words of both languages, folded.

Source: Ryding (2005), A Reference Grammar of Modern Standard Arabic, ch. 15 (numerals); spellings
of مئة/مائة as newspapers write them. Closed classes, hence code and not a data file.
"""

from itertools import product
from typing import Final

from workers.text.fold import folded
from workers.text.words import Clitics, listed

_UNITS: Final = {
    1: "واحد واحدا واحدة",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين",
    3: "ثلاث ثلاثة ثلاثا تلاتة",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثمانيا ثماني ثمانية ثمانٍ تمانية",
    9: "تسع تسعة تسعا",
    10: "عشر عشرة عشرا",
}
_TENS: Final = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDRED_STEMS: Final = {
    3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثمانيا ثماني", 9: "تسع",
}  # fmt: skip
_HUNDREDS: Final = "مئة مائة مية ميّة"
_TWO_HUNDREDS: Final = "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتين"


def _addends() -> dict[str, int]:
    words = {folded(w): value for value, ws in (_UNITS | _TENS).items() for w in ws.split()}
    words |= {folded(w): 200 for w in _TWO_HUNDREDS.split()}
    for value, stems in _HUNDRED_STEMS.items():
        for stem, hundred in product(stems.split(), _HUNDREDS.split()):
            words[folded(stem + hundred)] = value * 100
    words |= {folded(w): 2000 for w in listed("ألفان ألفين ألفا ألفي") if folded(w) != "الفا"}
    words |= {folded(w): 2_000_000 for w in listed("مليونان مليونين مليونا مليوني")}
    words |= {"احد": 1, "احدي": 1, "الحادي": 1}
    del words["مليونا"], words["الحادي"]
    return words


ARABIC_ADDENDS: Final[dict[str, int]] = _addends()
"""Words that add their value: units, ten, tens, fused hundreds, dual hundreds and thousands."""

ARABIC_MULTIPLIERS: Final[dict[str, int]] = (
    {folded(w): 100 for w in _HUNDREDS.split()}
    | {folded(w): 1000 for w in listed("ألف ألفاً آلاف")}
    | {folded(w): 10**6 for w in listed("مليون مليوناً ملايين")}
    | {folded(w): 10**9 for w in listed("مليار ملياراً مليارات")}
)
"""Words that multiply what stands before them, or count once when nothing does."""

UNKNOWN_PLURALS: Final[dict[str, int]] = {
    folded(word): low
    for word, low in (
        ("عشرات", 20), ("العشرات", 20), ("مئات", 200), ("المئات", 200), ("مئات", 200), ("مات", 200),
        ("آلاف", 2000), ("الآلاف", 2000), ("ملايين", 2_000_000), ("بضع", 3), ("بضعة", 3),
        ("عدة", 3), ("عدد", 2), ("العديد", 3), ("dozens", 24), ("scores", 40), ("hundreds", 200),
        ("thousands", 2000), ("several", 3), ("many", 3), ("numerous", 3), ("multiple", 2),
    )
    if word != "مات"
}  # fmt: skip
"""Plurals that name no figure, with the least that they can stand for."""

ENGLISH_UNITS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
ENGLISH_TENS: Final[dict[str, int]] = {
    word: value * 10
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
ENGLISH_MULTIPLIERS: Final[dict[str, int]] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9,
}  # fmt: skip

_BEFORE: Final[dict[str, str]] = {
    "at_least": (
        "ما لا يقل عن|لا يقل عن|لا تقل عن|ما لايقل عن|لا يقلون عن|لا يقل عددهم عن|على الأقل|أكثر "
        "من|"
        "أزيد من|ما يزيد عن|ما يزيد على|يزيد عن|يزيد على|ما يربو على|ما يربو عن|ما ينيف على|"
        "ما يفوق|فاق|تجاوز|at least|no fewer than|not less than|no less than|more than|over|"
        "upwards of|in excess of|above"
    ),
    "about": (
        "نحو|بنحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|ما يقرب من|ما يناهز|تقريبا|تقريباً|بحدود|في حدود|"
        "about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated|"
        "an average of|circa"
    ),
    "at_most": (
        "أقل من|ما يصل إلى|يصل إلى|لا يزيد عن|لا يزيد على|up to|as many as|fewer than|less than|"
        "no more than"
    ),
}
_AFTER: Final[dict[str, str]] = {
    "at_least": "على الأقل|على أقل تقدير|أو أكثر|فأكثر|at least|or more|at a minimum",
    "about": "تقريبا|تقريباً|أو نحو ذلك|or so|approximately",
    "at_most": "على الأكثر|كحد أقصى|at most",
}


def _phrases(table: dict[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = {(folded(p), kind) for kind, said in table.items() for p in said.split("|")}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


HEDGES_BEFORE: Final = _phrases(_BEFORE)
HEDGES_AFTER: Final = _phrases(_AFTER)
"""(phrase, hedge), longest first."""


def number_entries() -> dict[str, tuple[str, Clitics]]:
    """Every word that can begin a number, with the proclitics that it may carry."""
    arabic = [*ARABIC_ADDENDS, *ARABIC_MULTIPLIERS]
    arabic += [word for word in UNKNOWN_PLURALS if not word.isascii()]
    english = [*ENGLISH_UNITS, *ENGLISH_TENS, "hundred", "a dozen", "half a dozen", "half-dozen"]
    english += ["a hundred", "a thousand", "a couple", "a number of", "a few", "a handful"]
    english += [
        "tens of thousands",
        "a million",
        "an unknown number of",
        "an unspecified number of",
    ]
    english += [word for word in UNKNOWN_PLURALS if word.isascii()]
    entries = {word: (word, Clitics.NOUN_OR_DEFINITE) for word in arabic}
    entries |= {word: (word, Clitics.NONE) for word in english}
    entries |= {digit: (digit, Clitics.NOUN_OR_DEFINITE) for digit in "0123456789"}
    for word in ("احد", "احدي"):
        del entries[word]
        for ten in ("عشر", "عشره"):
            entries[f"{word} {ten}"] = (word, Clitics.NOUN_OR_DEFINITE)
    return entries
