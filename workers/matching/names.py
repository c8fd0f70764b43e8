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


_SITE_WORDS = """
academy airbase airfield airport airstrip barracks base border bridge building camp cathedral cave
cemetery centre center checkpoint church clinic club college complex compound consulate courthouse
crossing dam depot district embassy factory farm farms field fields garrison gate hall headquarters
hospital hotel house institute island junction mall market ministry monastery mosque mountain
mountains mount museum naval neighborhood neighbourhood office oilfield outpost palace parliament
park pass plant police port post prison quarter refinery resort restaurant road roundabout school
seaport shrine square stadium station street suburb synagogue temple terminal tower tunnel
university valley villa village warehouse
"""
_SITES: frozenset[str] = frozenset(_SITE_WORDS.split())
"""English words that name a site: what stands in or near a town and is told by either name."""


def is_site(name: str) -> bool:
    """Whether an English place name is that of a site, not of a settlement."""
    return not _SITES.isdisjoint(_WORD.findall(name.casefold()))


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """One spelling of a name: its telling words in alphabetical order."""
    return " ".join(sorted(tokens(name))) or folded(name)
