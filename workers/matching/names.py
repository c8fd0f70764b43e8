"""Names as the comparisons see them: folded, split into telling words.

Place in the flow: `profile` reads every name and title through here, once an event.
"""

import re
from functools import lru_cache

from workers.text.fold import folded

_WORD = re.compile(r"[^\W_]+")

_ARTICLE = re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|al|el)(?=[^\W_]{3})")
"""Arabic's definite article, with the proclitics that fuse with it, and its Latin spellings."""

_SILENT_ENGLISH = """
the of in on at near and a an to by for from with its his her their is was were al el
city town village district province governorate area region base street
"""
_SILENT_ARABIC = """
في من الي علي عن مع بعد قبل قرب بين و او ان هذا هذه
مدينه بلده قريه محافظه منطقه ولايه مديريه حي شارع ريف قاعده
"""
_SILENT: frozenset[str] = frozenset((_SILENT_ENGLISH + _SILENT_ARABIC).split())
"""Function words and place-type words: they say nothing about which place, group or story is
meant."""


@lru_cache(maxsize=65_536)
def tokens(name: str | None) -> frozenset[str]:
    """The telling words of a name or title, folded, without article and proclitics.

    Empty for None.
    """
    if not name:
        return frozenset()
    words = (_ARTICLE.sub("", word) for word in _WORD.findall(folded(name)))
    return frozenset(word for word in words if len(word) > 1 and word not in _SILENT)


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """One spelling of a name: its telling words in alphabetical order."""
    return " ".join(sorted(tokens(name))) or folded(name)
