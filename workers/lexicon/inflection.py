"""Every inflected spelling of a listed noun: regular endings, never of words not listed.

Place in the flow: used while lexicon files are compiled. Arabic duals and sound plurals are regular
once one knows which pattern a noun follows, so the files name the pattern and list broken plurals.
All forms are written unfolded; the caller folds them.

Source: the regular declensions of Arabic (W. Wright, A Grammar of the Arabic Language, 1.298-312).
"""

from collections.abc import Iterable, Iterator

_POSSESSIVES = ("ه", "ها", "هم", "هما", "هن")
"""Third person endings: news prose does not write "my car"."""


def nisba_forms(adjective: str) -> Iterator[str]:
    """Forms of a relative adjective in -i (تركي): genders, dual, plural, adverb, cases."""
    for ending in ("", "ا", "ة", "ون", "ين", "ان", "تان", "تين", "ات"):
        yield adjective + ending


def feminine_forms(noun: str) -> Iterator[str]:
    """Forms of a noun in -a (سيارة): singular, dual with its construct, sound plural."""
    stem = noun.removesuffix("ة")
    yield noun
    for ending in ("تان", "تين", "تا", "تي", "ات"):
        yield stem + ending


def masculine_forms(noun: str) -> Iterator[str]:
    """Singular, accusative and dual of a noun with a broken plural (جندي); the plural is listed."""
    yield noun
    for ending in ("ا", "ان", "ين"):
        yield noun + ending


def sound_masculine_forms(noun: str) -> Iterator[str]:
    """Forms of a noun with a sound plural (مسلح): dual, plural, construct, feminine."""
    yield noun
    for ending in ("ا", "ان", "ين", "ون", "و", "ي", "ة", "تان", "تين", "ات"):
        yield noun + ending


def possessed_forms(noun: str) -> Iterator[str]:
    """The noun with "his", "her", "their" (منزله, سيارتهم)."""
    stem = noun.removesuffix("ة") + "ت" if noun.endswith("ة") else noun
    for ending in _POSSESSIVES:
        yield stem + ending


def english_forms(noun: str) -> Iterator[str]:
    """Singular and regular plural of an English noun (phrase)."""
    yield noun
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return  # listed in the plural
    if noun.endswith("man"):
        yield noun.removesuffix("man") + "men"
    elif noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "ch", "sh")):
        yield noun + "es"
    else:
        yield noun + "s"


def arabic_forms(
    plain: Iterable[str] = (),
    feminine: Iterable[str] = (),
    masculine: Iterable[str] = (),
    sound: Iterable[str] = (),
    nisba: Iterable[str] = (),
    possessed: Iterable[str] = (),
) -> tuple[str, ...]:
    """All spellings that an entry's lists stand for, each once, in the order they were listed."""
    forms: dict[str, None] = dict.fromkeys(plain)
    for words, inflect in (
        (feminine, feminine_forms),
        (masculine, masculine_forms),
        (sound, sound_masculine_forms),
        (nisba, nisba_forms),
        (possessed, possessed_forms),
    ):
        for word in words:
            forms.update(dict.fromkeys(inflect(word)))
    return tuple(forms)
