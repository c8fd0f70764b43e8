"""Comparisons of how it is told: the article, its text, its title, its wire.

Place in the flow: rows of the table in `matching.features`.
"""

from rapidfuzz import fuzz

from workers.matching.profile import Profile
from workers.text.fingerprint import likeness_of

COPY_LIKENESS = 0.5
"""From here two texts are one wire story: measured on the development corpora, wire copies reach
0.59 to 0.98, reports of their own at most 0.39."""

_SHARED_LIKENESS, _SOME_LIKENESS = 0.2, 0.08
"""Paragraphs in common; turns of phrase in common (below, chance: the signature's standard error is
0.06)."""

_TITLE_ALIKE, _TITLE_SOME = 0.65, 0.45
"""Title likeness (chosen on 2018-02: a second telling of one attack is mostly above the first)."""


def article(a: Profile, b: Profile) -> str:
    """Two events of one article are two attacks: the extraction has already merged its mentions."""
    return "same_article" if a.article_id == b.article_id else "other_article"


def article_detail(a: Profile, b: Profile) -> str:
    """The outlets."""
    return f"{a.source} / {b.source}"


def text(a: Profile, b: Profile) -> str:
    """Near-duplicate likeness of the articles' texts.

    Copies hold the same attacks, but maybe several.
    """
    if a.signature is None or b.signature is None:
        return "unknown"
    alike = likeness_of(a.signature, b.signature)
    if alike >= COPY_LIKENESS:
        return "copy"
    if alike >= _SHARED_LIKENESS:
        return "shared"
    return "some" if alike >= _SOME_LIKENESS else "own"


def text_detail(a: Profile, b: Profile) -> str:
    """The likeness in percent."""
    if a.signature is None or b.signature is None:
        return "no text"
    return f"{100 * likeness_of(a.signature, b.signature):.0f} % of word pairs"


def title_likeness(a: Profile, b: Profile) -> float:
    """RapidFuzz likeness of two titles' telling words in any order, in [0, 1]."""
    return fuzz.ratio(a.title_key, b.title_key) / 100


def title(a: Profile, b: Profile) -> str:
    """Likeness of the titles' telling words; titles in two scripts cannot be compared."""
    if not a.title_key or not b.title_key or a.title_is_latin != b.title_is_latin:
        return "unknown"
    alike = title_likeness(a, b)
    if alike >= _TITLE_ALIKE:
        return "alike"
    return "some" if alike >= _TITLE_SOME else "other"


def title_detail(a: Profile, b: Profile) -> str:
    """The likeness in percent."""
    return f"{100 * title_likeness(a, b):.0f} % alike"


def standing(a: Profile, b: Profile) -> str:
    """Whether both articles are mainly about their attack.

    What an article only mentions is one of several attacks of a day and place. A recall is none of
    its article's news.
    """
    if not (a.fresh and b.fresh):
        return "unknown"
    return _STANDINGS[a.is_main + b.is_main]


_STANDINGS = ("none_main", "one_main", "both_main")


def standing_detail(a: Profile, b: Profile) -> str:
    """Whether it is the main one of either article."""
    return f"{'main' if a.is_main else 'mentioned'} / {'main' if b.is_main else 'mentioned'}"


def wire(a: Profile, b: Profile) -> str:
    """Whether both credit the same wire agency."""
    if a.agency is None or b.agency is None:
        return "unknown"
    return "same" if a.agency == b.agency else "other"


def wire_detail(a: Profile, b: Profile) -> str:
    """Both credits."""
    return f"{a.agency or '?'} / {b.agency or '?'}"
